"""Maps made once for all tests of pictures."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from graphtool import formats
from graphtool.graph import PlanGraph
from graphtool.maps import Settings, excerpt
from graphtool.maps.build import build
from graphtool.maps.scene import Map
from graphtool.pictures import paper
from graphtool.pictures.format import Shot

DATA = Path(__file__).parents[2] / "data"


@cache
def region(name: str) -> PlanGraph:
    return formats.read(DATA / name).graph


@cache
def whole(name: str) -> Map:
    """All views of a region."""
    return build(region(name), Settings(told=()))


def shot(made: Map, view: str = "", size: str = "16:9") -> Shot:
    scene = next(scene for scene in made.scenes if view in (scene.name, ""))
    return Shot(made, excerpt.whole(scene), paper.of(size))


def of(graph: PlanGraph, **wishes) -> Shot:
    """The first view of a graph."""
    return shot(build(graph, Settings(is_single=True, told=(), **wishes)))
