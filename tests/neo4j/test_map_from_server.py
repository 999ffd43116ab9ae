"""A map drawn from a server is the map of the dataset that was loaded into it, to the byte."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from graphtool import database, formats, maps
from graphtool.graph import PlanGraph
from graphtool.maps import Settings
from tests.maps import graphs as map_graphs
from tests.neo4j.conftest import Home

DATA = Path(__file__).parents[2] / "data"


@pytest.mark.combined
@pytest.mark.parametrize("region", ["kristiansandsregionen", "kongsbergregionen"])
def test_a_region_is_the_same_from_a_server_to_the_type_of_every_column(
    home: Home, region: str
) -> None:
    """So whatever is drawn of it is the same."""
    graph = formats.read(DATA / region).graph
    database.load(graph, home.address)
    there = database.read(home.address)
    assert (there.name, there.title, there.unread) == (graph.name, graph.title, graph.unread)
    for name, table in tables(graph).items():
        assert_frame_equal(tables(there)[name], table)


def tables(graph: PlanGraph) -> dict[str, pd.DataFrame]:
    """All that a graph holds, and so all that can be drawn of it."""
    return {"nodes": graph.nodes, "edges": graph.edges, "documents": graph.documents}


def test_narrowed_coloured_and_compared_it_is_the_same_too(home: Home) -> None:
    graph = formats.read(DATA / "kristiansandsregionen").graph
    database.load(graph, home.address)
    there = database.read(home.address)
    asked: dict[str, Any] = {
        "views": ("goals",),
        "municipalities": ("Songdalen",),
        "size_by": "betweenness",
        "colour_by": "municipality",
        "as_of": "2018",
        "hide_persons": True,
        "lang": "nn",
        "theme": "dark",
    }
    drawn = [maps.html(now, Settings(**asked, before=now.as_of("2014"))) for now in (graph, there)]
    assert drawn[0] == drawn[1]


def test_hostile_text_comes_back_as_it_was(home: Home) -> None:
    graph = map_graphs.hostile()
    database.load(graph, home.address)
    assert maps.html(database.read(home.address)) == maps.html(graph)
