"""Everything at once: plans with their goals, places with their actors, each in a box."""

from __future__ import annotations

from graphtool.graph import PlanGraph
from graphtool.language import Text
from graphtool.maps import grouping, narrowing, selection
from graphtool.maps.content import Content, Net
from graphtool.maps.layout.boxed import boxes
from graphtool.maps.layout.sheet import Layout
from graphtool.maps.settings import Settings
from graphtool.maps.views.view import Drawn, View


def content(graph: PlanGraph, settings: Settings) -> Content:
    """All nodes and edges, grouped as the settings say."""
    if len(graph.nodes) > selection.LIMIT:
        shown = narrowing.whole(graph, settings)  # which is quick, and the same after narrowing
    else:
        shown = Net.of(graph).content()
    return grouping.grouped(shown, graph, settings.group_by)


def arrange(drawn: Drawn) -> Layout:
    """Boxes of outlines, side by side."""
    found = [boxes.Grouping(members, root, title) for members, title, root in drawn.groups]
    return boxes.arrange(drawn.names, drawn.edges, groups=found or None, start=drawn.start)


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
)
