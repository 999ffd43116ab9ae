"""What a filter by municipality keeps of a graph, in words, and how much it leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from graphtool.errors import UnknownName
from graphtool.graph import PlanGraph
from graphtool.language import Text, listed, number
from graphtool.maps import filters, records
from graphtool.maps.texts import TEXTS

NAMED = 3
"""Municipalities that are said by name."""
_WHOLE = Text(
    "bare det som angår {names}, det som det er en del av, og hvem som svarer for det: {n} av"
    " {nodes}, og i visninger av samarbeid og avhengigheter også den andre parten; resten er"
    " utelatt",
    "berre det som gjeld {names}, det som det er ein del av, og kven som svarer for det: {n} av"
    " {nodes}, og i visingar av samarbeid og avhengnader òg den andre parten; resten er"
    " utelaten",
    "only what concerns {names}, what that is part of, and who answers for it: {n} of {nodes},"
    " and in views of collaboration and dependencies the other party too; the rest is left"
    " out",
)
_NODES = (Text("1 node", "1 node", "1 node"), Text("{n} noder", "{n} nodar", "{n} nodes"))
_SHORT = Text(
    "bare det som angår {names}: {left} av {nodes} er utelatt",
    "berre det som gjeld {names}: {left} av {nodes} er utelatne",
    "only what concerns {names}: {left} of {nodes} are left out",
)
_SHORT_OF_ONE = Text(
    "bare det som angår {names}: {left} av {nodes} er utelatt",
    "berre det som gjeld {names}: {left} av {nodes} er utelaten",
    "only what concerns {names}: {left} of {nodes} is left out",
)
_TITLE = Text("{title} – {names}", "{title} – {names}", "{title} – {names}")


class Narrowed(NamedTuple):
    """What is kept of a graph."""

    names: Text
    """Of the municipalities and regions that were asked for."""
    nodes: int
    total: int
    """Nodes of the whole graph."""
    tied: int = 0
    """Nodes beside those that some view keeps as the other end of a tie."""

    @property
    def whole(self) -> Text:
        """What is kept and why, and how much."""
        return _WHOLE.format(names=self.names, n=self.nodes, nodes=number(self.total, *_NODES))

    @property
    def about(self) -> Text:
        """Whose it is."""
        return TEXTS["only_places"].format(names=self.names)

    @property
    def short(self) -> Text:
        """Whose it is, and how much is left out.

        >>> Narrowed(Text("Nes", "Nes", "Nes"), 1, 2).short.nn
        'berre det som gjeld Nes: 1 av 2 nodar er utelaten'
        """
        left = self.total - self.nodes - self.tied
        form = _SHORT_OF_ONE if 1 in (left, self.total) else _SHORT
        return form.format(names=self.names, left=left, nodes=number(self.total, *_NODES))

    def titled(self, title: Text) -> Text:
        """The title of the whole as that of this part; itself where it says the same.

        >>> Narrowed(Text("Nes", "Nes", "Nes"), 2, 5).titled(Text("Plan", "Plan", "Plan")).nb
        'Plan – Nes'
        """
        return title if title == self.names else _TITLE.format(title=title, names=self.names)


def knowing(graphs: Sequence[PlanGraph], places: Sequence[str]) -> PlanGraph:
    """The first of these graphs, a map's and then the old one, that knows all of the places.

    The last where none does, which then says what it does not know. Raises `SharedName` for a name
    that several have.

    >>> now, old = (
    ...     PlanGraph.from_tables([{"id": name, "kind": "Municipality"}]) for name in ("Nes", "Ås")
    ... )
    >>> narrowed(knowing([now, old], ["Ås"]), ["Ås"]).names.nb
    'Ås'
    """
    *before, last = graphs
    for graph in before:
        try:
            for place in places:
                graph.position(place)
        except UnknownName:
            continue
        return graph
    return last


def narrowed(graph: PlanGraph, places: Sequence[str]) -> Narrowed | None:
    """What is kept for these municipalities and regions, by ids or names; None for none of them.

    Raises `GraphtoolError` for a name that the graph does not know.

    >>> nodes = [{"id": name, "kind": "Municipality", "name": name} for name in ("Nes", "Ås")]
    >>> narrowed(PlanGraph.from_tables(nodes), ["Ås"]).short.en
    'only what concerns Ås: 1 of 2 nodes is left out'
    """
    if not places:
        return None
    ids = [graph.nodes["id"].iat[graph.position(name)] for name in places]
    known = records.nodes(graph, ids)
    names = listed([known[id_].words for id_ in dict.fromkeys(ids)], NAMED)
    return Narrowed(names, filters.held(graph, places), len(graph.nodes))
