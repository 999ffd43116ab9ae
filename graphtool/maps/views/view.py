"""What a view is: what it shows of a graph, and how that is arranged."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from graphtool.graph import PlanGraph
from graphtool.language import Text
from graphtool.maps.content import Content, Json
from graphtool.maps.layout.sheet import Edge, Layout, Point
from graphtool.maps.settings import Settings, SizeBy


class Drawn(NamedTuple):
    """What is to be arranged: nodes and edges by position."""

    graph: PlanGraph
    """Where they come from; its positions are not these."""
    nodes: list[Json]
    names: list[str]
    """The widest that each node may be called."""
    edges: list[Edge]
    extras: list[Json]
    """Of each edge, what its content says of it."""
    groups: list[tuple[tuple[int, ...], Text | None, int]]
    """Members, title and head (-1 for none) of each group."""
    sizes: list[float]
    """Of each node, how much larger than usual its symbol is."""
    start: Mapping[int, Point]
    """Where nodes stood in an earlier map."""
    settings: Settings


class View(NamedTuple):
    """One way of looking at a graph."""

    name: str
    order: int
    title: Text
    purpose: Text
    """What it answers, in one sentence."""
    content: Callable[[PlanGraph, Settings], Content]
    """What it shows of the graph of one moment."""
    arrange: Callable[[Drawn], Layout]
    size_by: SizeBy = "none"
    """What sizes stand for where nothing else is asked."""
    level: str = "party"
    """Who is tied, where ties are asked for: `party` or `municipality`."""
