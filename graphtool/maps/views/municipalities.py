"""Municipalities where they lie, tied by what they share."""

from __future__ import annotations

from graphtool.graph import PlanGraph
from graphtool.language import Text
from graphtool.maps import ties
from graphtool.maps.content import Content
from graphtool.maps.geodata import coordinates
from graphtool.maps.layout import geographic
from graphtool.maps.layout.sheet import Layout
from graphtool.maps.settings import Settings
from graphtool.maps.views.view import Drawn, View


def content(graph: PlanGraph, settings: Settings) -> Content:
    """All municipalities, tied by what they or their people and bodies share."""
    return ties.content(graph, "municipality")


def arrange(drawn: Drawn) -> Layout:
    """By latitude and longitude, borders beneath where they are given."""
    ids = [node["id"] for node in drawn.nodes]
    known = coordinates.located(drawn.graph, drawn.settings.borders)
    given = drawn.settings.borders
    rings = given.rings if given else {}
    around = given.around if given else ()
    return geographic.arrange(
        drawn.names,
        [known.get(node) for node in ids],
        borders=[
            *((-1, land) for land in around),
            *((at, rings[node]) for at, node in enumerate(ids) if node in rings),
        ],
        start=drawn.start,
    )


VIEW = View(
    "municipalities",
    5,
    Text("Kommuner", "Kommunar", "Municipalities"),
    Text(
        "Kommunene der de ligger, knyttet sammen av det de deler.",
        "Kommunane der dei ligg, knytte saman av det dei deler.",
        "Municipalities where they lie, tied by what they share.",
    ),
    content,
    arrange,
    level="municipality",
)
