"""Decks made once for all tests of slides."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from graphtool import formats
from graphtool.graph import PlanGraph
from graphtool.slides.build import build
from graphtool.slides.writing.file import written
from tests.maps import graphs as map_graphs
from tests.slides import graphs
from tests.slides.reading import Read, opened, read

DATA = Path(__file__).parents[2] / "data"
REGIONS = ("kongsbergregionen", "kristiansandsregionen")
GRAPHS: dict[str, Callable[[], PlanGraph]] = {
    **{region: lambda region=region: formats.read(DATA / region).graph for region in REGIONS},
    "one goal": graphs.one_goal,
    "long names": graphs.long_names,
    "chain of forty": graphs.chain_of_forty,
    "from the right": graphs.from_the_right,
    "crowd": graphs.crowd,
    "190 cities": lambda: map_graphs.cities(190, 60),
    "591 cities": map_graphs.cities,
    "across borders": graphs.across_borders,
    "answered": graphs.answered,
}


@cache
def deck(name: str) -> bytes:
    return written(build(GRAPHS[name]()))


@cache
def slides_of(name: str) -> list[Read]:
    return [read(slide) for slide in opened(deck(name)).slides]


@pytest.fixture(params=GRAPHS)
def slides(request: pytest.FixtureRequest) -> list[Read]:
    """The slides of each graph, read back."""
    return slides_of(request.param)
