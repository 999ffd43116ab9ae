"""What depends on what, circles marked."""

from __future__ import annotations

from graphtool.algorithms.layered import layering
from graphtool.graph import PlanGraph
from graphtool.language import Text
from graphtool.maps.content import Content, Net
from graphtool.maps.layout import layered
from graphtool.maps.layout.sheet import Layout
from graphtool.maps.settings import Settings
from graphtool.maps.views.view import Drawn, View

RELATIONS = ("DEPENDS_ON", "BASED_ON")


def content(graph: PlanGraph, settings: Settings) -> Content:
    """What depends on something or is needed by something; edges that run in a circle say so."""
    net = Net.of(graph)
    ends = {at for s, t, name in net.edges if name in RELATIONS for at in (s, t)}
    found = net.content(ends, RELATIONS)
    place = {node: at for at, node in enumerate(found.nodes)}
    pairs = [(place[source], place[target]) for source, target, _ in found.edges]
    for key, circle in zip(found.edges, layering.on_cycle(len(place), pairs), strict=True):
        if circle:
            found.edges[key]["circle"] = 1
    return found


def arrange(drawn: Drawn) -> Layout:
    """Columns: what depends at the left, what it rests on at the right."""
    pairs = [(source, target) for source, target, _ in drawn.edges]
    column, _ = layering.layers(len(drawn.names), pairs)
    headings = [None] * (1 + max(column, default=0))
    return layered.columns(drawn.names, drawn.edges, column, headings, start=drawn.start)


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
)
