"""Municipalities where they lie, tied by what they share."""

from __future__ import annotations

from graphtool.graph import PlanGraph
from graphtool.language import Text
from graphtool.maps import ties
from graphtool.maps.content import TIE, Content
from graphtool.maps.geo import coordinates
from graphtool.maps.layout import geographic
from graphtool.maps.layout.sheet import Layout
from graphtool.maps.views.view import Unplaced, View


def content(graph: PlanGraph) -> Content:
    """All municipalities, tied by what they or their people and bodies share."""
    return ties.content(graph, "municipality")


def arrange(unplaced: Unplaced) -> Layout:
    """By latitude and longitude, borders beneath where they are given."""
    ids = [node.id for node in unplaced.nodes]
    known = coordinates.located(unplaced.graph, unplaced.borders)
    given = unplaced.borders
    rings = given.rings if given else {}
    around = given.around if given else ()
    return geographic.arrange(
        unplaced.names,
        [known.get(node) for node in ids],
        borders=[
            *((-1, land) for land in around),
            *((at, rings[node]) for at, node in enumerate(ids) if node in rings),
        ],
        credit=given.credit if given else None,
        start=unplaced.start,
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
    is_geographic=True,
    tying=(TIE,),
)
