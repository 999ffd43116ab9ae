"""What a view is: what it shows of a graph, and how that is arranged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from graphtool import schema
from graphtool.graph import PlanGraph
from graphtool.language import Text
from graphtool.maps.content import Content, Derived
from graphtool.maps.layout.sheet import Edge, Layout, Point
from graphtool.maps.options import SizeBy
from graphtool.maps.records import Node

if TYPE_CHECKING:
    from graphtool.maps.geo.borders import Borders


class Grouped(NamedTuple):
    """Nodes that are to stand together, by position."""

    members: tuple[int, ...]
    title: Text | None = None
    head: int = -1
    """The member that heads it; -1 for none."""


class Unplaced(NamedTuple):
    """What is to be arranged: nodes and edges by position."""

    graph: PlanGraph
    """Where they come from; its positions are not these."""
    nodes: Sequence[Node]
    names: list[str]
    """All that each node may be called, a line each: there is to be room for any of them."""
    edges: list[Edge]
    derived: Sequence[Derived]
    """Of each edge, what its content says of it."""
    groups: list[Grouped]
    sizes: list[float]
    """Of each node, how much larger than usual its symbol is."""
    start: Mapping[int, Point]
    """Where nodes stood in an earlier map."""
    borders: Borders | None = None
    passing: Sequence[Edge] = ()
    """Edges that only some of the years have."""
    counts: Sequence[int] = ()
    """How many edges of the graph each of the edges stands for."""
    must_fit: bool = False
    """Whether a sheet that does not fit on a screen is of no use, so that it need not be made."""


class Folding(NamedTuple):
    """How a view is folded: what hangs on the same node is one symbol until it is opened."""

    parents: Callable[[Sequence[Node], Sequence[Edge]], list[int]]
    """What each node hangs on, by position, -1 for nothing; never in a circle."""
    always: bool = False
    """Whether the lowest level is folded though there is room for it, and single nodes too."""
    roots: bool = True
    """Whether what hangs on nothing may be folded."""
    kinds: tuple[str, ...] = ()
    """Of which at least one is in what is folded; () for any."""
    fixed: tuple[str, ...] = ()
    """Kinds that are never folded."""
    alike: Mapping[str, str] = {}
    """Kinds that are folded together with another, and not named."""
    by_role: bool = False
    """Whether what is tied to others in the same way may be one, where its trees do not fit."""
    tells_answers: bool = False
    """Whether a fold says for how many of its nodes somebody answers."""


class View(NamedTuple):
    """One way of looking at a graph."""

    name: str
    order: int
    title: Text
    purpose: Text
    """What it answers, in one sentence."""
    content: Callable[[PlanGraph], Content]
    """What it shows of the graph of one moment."""
    arrange: Callable[[Unplaced], Layout]
    size_by: SizeBy = "none"
    """What sizes stand for where nothing else is asked."""
    level: str = "party"
    """Who is tied, where ties are asked for: `party`, `organisation` or `municipality`."""
    is_geographic: bool = False
    """Whether nodes stand where they lie, over borders."""
    shows_all: bool = False
    """Whether it shows every node and edge, grouped as is asked; of a large graph by groups."""
    suits: Callable[[Counter[str], set[str]], Text | None] | None = None
    """Why it says most about a graph with so many nodes of each kind, and these relations; None
    where another does. Of several that suit the one that is offered last is opened."""
    folding: Folding | None = None
    """How it is folded where it does not fit on a screen; None for one that is drawn whole."""
    condenses: bool = False
    """Whether of each group the best connected are named and the rest is one symbol, where there
    is more than can be read."""
    tying: tuple[str, ...] = ()
    """Relations that it is about: a filter by municipality keeps the other end of these too."""


def in_columns(unplaced: Unplaced, order: Mapping[str, int]) -> tuple[list[int], list[Text]]:
    """The column of each node by its kind, columns without nodes left out, and their headings.

    A heading names the kinds that stand in its column, in the vocabulary's order.
    """
    kinds = [node.kind for node in unplaced.nodes]
    used = sorted({order[kind] for kind in kinds})
    present = [kind for kind in schema.KINDS if kind in set(kinds)]
    headings = [
        _listed([schema.KINDS[kind].label for kind in present if order[kind] == column])
        for column in used
    ]
    return [used.index(order[kind]) for kind in kinds], headings


def _listed(words: list[Text]) -> Text:
    """The words of each language after each other, the first with a capital letter."""
    return Text(*(", ".join(said) for said in zip(*words, strict=True))).begun()
