"""Everything at once: plans with their goals, places with their actors, each in a box."""

from __future__ import annotations

from collections.abc import Sequence

from graphtool import schema
from graphtool.graph import PlanGraph
from graphtool.language import Text
from graphtool.maps.content import Content
from graphtool.maps.edges import EdgeList
from graphtool.maps.layout.boxed import boxes, families
from graphtool.maps.layout.sheet import Edge, Layout
from graphtool.maps.records import Node
from graphtool.maps.views.view import Folding, Unplaced, View

FOREMOST = ("DEPENDS_ON", "OWNS", "RESPONSIBLE_FOR", "LEADS", "COORDINATES", "CONTRIBUTES_TO")
"""Within a box, what is drawn where not every relation can be followed: what decides on whom."""


def content(graph: PlanGraph) -> Content:
    """All nodes and edges."""
    return EdgeList.of(graph).content()


def arrange(unplaced: Unplaced) -> Layout:
    """Boxes of outlines, side by side."""
    found = [boxes.Grouping(members, head, title) for members, title, head in unplaced.groups]
    return boxes.arrange(
        unplaced.names,
        unplaced.edges,
        groups=found or None,
        start=unplaced.start,
        parties=[at for at, node in enumerate(unplaced.nodes) if node.kind in schema.PARTIES],
        foremost=FOREMOST,
    )


def parents(nodes: Sequence[Node], edges: Sequence[Edge]) -> list[int]:
    """Whom each node stands under in its box."""
    parties = [at for at, node in enumerate(nodes) if node.kind in schema.PARTIES]
    return families.parents(len(nodes), edges, parties)


VIEW = View(
    "overview",
    0,
    Text("Oversikt", "Oversyn", "Overview"),
    Text(
        "Alt på ett ark: planer med målene sine, steder med aktørene sine.",
        "Alt på eitt ark: planar med måla sine, stader med aktørane sine.",
        "Everything on one sheet: plans with their goals, places with their actors.",
    ),
    content,
    arrange,
    shows_all=True,
    condenses=True,
    folding=Folding(parents, fixed=("Region", "Municipality")),
)
