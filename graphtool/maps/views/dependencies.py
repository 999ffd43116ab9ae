"""What depends on what, circles marked."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from graphtool.algorithms.layered import layering
from graphtool.graph import PlanGraph
from graphtool.language import Text
from graphtool.maps.content import Content, Derived
from graphtool.maps.edges import EdgeList
from graphtool.maps.layout import layered
from graphtool.maps.layout.sheet import Layout
from graphtool.maps.views.view import Unplaced, View

RELATIONS = ("DEPENDS_ON", "BASED_ON")


def content(graph: PlanGraph) -> Content:
    """What depends on something or is needed by something; edges that run in a circle say so."""
    listed = EdgeList.of(graph)
    ends = {at for s, t, name in listed.edges if name in RELATIONS for at in (s, t)}
    found = listed.content(ends, RELATIONS)
    place = {node: at for at, node in enumerate(found.nodes)}
    pairs = [(place[source], place[target]) for source, target, _ in found.edges]
    circular = zip(found.edges, layering.on_cycle(len(place), pairs), strict=True)
    return replace(found, edges={key: Derived(circular=bool(circle)) for key, circle in circular})


def arrange(unplaced: Unplaced) -> Layout:
    """Columns: what depends at the left, what it rests on at the right."""
    pairs = [(source, target) for source, target, _ in unplaced.edges]
    column, _ = layering.layers(len(unplaced.names), pairs)
    headings = [None] * (1 + max(column, default=0))
    return layered.columns(unplaced.names, unplaced.edges, column, headings, start=unplaced.start)


def suits(kinds: Counter[str], relations: set[str]) -> Text | None:
    """Where nothing else is said."""
    if not relations or not relations <= set(RELATIONS):
        return None
    return Text(
        "Dataene sier bare hva som avhenger av hva.",
        "Dataa seier berre kva som er avhengig av kva.",
        "The data only say what depends on what.",
    )


VIEW = View(
    "dependencies",
    4,
    Text("Avhengigheter", "Avhengnader", "Dependencies"),
    Text(
        "Hva som avhenger av hva; det som går i ring er merket.",
        "Kva som er avhengig av kva; det som går i ring er merkt.",
        "What depends on what; what runs in a circle is marked.",
    ),
    content,
    arrange,
    suits=suits,
)
