"""Municipalities where they lie, tied by what they share."""

from __future__ import annotations

from graphtool.algorithms.floorplan.rest import MOST
from graphtool.graph import PlanGraph
from graphtool.language import Text
from graphtool.maps import ties
from graphtool.maps.content import TIE, Content
from graphtool.maps.geo import coordinates
from graphtool.maps.layout import geographic
from graphtool.maps.layout.sheet import Layout
from graphtool.maps.options import READABLE
from graphtool.maps.views.view import Unplaced, View


def content(graph: PlanGraph) -> Content:
    """All municipalities, tied by what they or their people and bodies share."""
    return ties.content(graph, "municipality")


def arrange(unplaced: Unplaced) -> Layout:
    """By latitude and longitude, borders beneath where they are given.

    Of more than can be read the strongest ties are drawn at rest; the others wait.
    """
    ids = [node.id for node in unplaced.nodes]
    known = coordinates.located(unplaced.graph, unplaced.borders)
    given = unplaced.borders
    rings = given.rings if given else {}
    around = given.around if given else ()
    placed = geographic.arrange(
        unplaced.names,
        [known.get(node) for node in ids],
        borders=[
            *((-1, land) for land in around),
            *((at, rings[node]) for at, node in enumerate(ids) if node in rings),
        ],
        credit=given.credit if given else None,
        start=unplaced.start,
    )
    if len(ids) <= READABLE:
        return placed
    strength = [derived.weight for derived in unplaced.derived]
    ranked = sorted(range(len(strength)), key=lambda at: -strength[at])
    return placed._replace(waiting=frozenset(ranked[MOST:]))


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
    condenses=True,
    tying=(TIE,),
)
