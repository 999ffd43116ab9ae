"""What a view is: what it shows of a graph, and how that is arranged."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from graphtool import schema
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
    """Who is tied, where ties are asked for: `party`, `organisation` or `municipality`."""


def in_columns(drawn: Drawn, order: Mapping[str, int]) -> tuple[list[int], list[Text]]:
    """The column of each node by its kind, columns without nodes left out, and their headings.

    A heading names the kinds that stand in its column, in the vocabulary's order.
    """
    kinds = [node["kind"] for node in drawn.nodes]
    used = sorted({order[kind] for kind in kinds})
    present = [kind for kind in schema.KINDS if kind in set(kinds)]
    headings = [
        _listed([schema.KINDS[kind].label for kind in present if order[kind] == column])
        for column in used
    ]
    return [used.index(order[kind]) for kind in kinds], headings


def _listed(words: list[Text]) -> Text:
    """The words of each language after each other, the first with a capital letter."""
    return Text(
        *(", ".join(said)[:1].upper() + ", ".join(said)[1:] for said in zip(*words, strict=True))
    )
