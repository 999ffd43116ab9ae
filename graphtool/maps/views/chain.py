"""The logic chain: which municipality, through whom, by which measure, to which goal."""

from __future__ import annotations

from graphtool.graph import PlanGraph
from graphtool.language import Text
from graphtool.maps.content import Content, Net
from graphtool.maps.layout import layered
from graphtool.maps.layout.sheet import Layout
from graphtool.maps.settings import Settings
from graphtool.maps.views.view import Drawn, View, in_columns

COLUMNS = {
    "Municipality": 0,
    "Actor": 1,
    "Programme": 2,
    "Project": 2,
    "Measure": 2,
    "Effect": 3,
    "Goal": 4,
    "Strategy": 5,
    "FocusArea": 5,
    "Plan": 5,
    "Need": 6,
}
ASIDE = ("SUCCEEDED_BY",)


def content(graph: PlanGraph, settings: Settings) -> Content:
    """All that is tied to another column."""
    net = Net.of(graph)
    column = [COLUMNS.get(kind, -1) for kind in net.kinds]
    across = [
        (source, target)
        for source, target, name in net.edges
        if column[source] >= 0 <= column[target]
        and column[source] != column[target]
        and name not in ASIDE
    ]
    found = net.content({end for pair in across for end in pair})
    kept = {(net.ids[source], net.ids[target]) for source, target in across}
    return Content(
        found.nodes, {key: extra for key, extra in found.edges.items() if key[:2] in kept}
    )


def arrange(drawn: Drawn) -> Layout:
    """Columns from who to what for."""
    column, headings = in_columns(drawn, COLUMNS)
    return layered.columns(drawn.names, drawn.edges, column, headings, start=drawn.start)


VIEW = View(
    "chain",
    6,
    Text("Kjede", "Kjede", "Chain"),
    Text(
        "Logisk kjede: kommune, aktør, tiltak, mål, strategi.",
        "Logisk kjede: kommune, aktør, tiltak, mål, strategi.",
        "Logic chain: municipality, actor, measure, goal, strategy.",
    ),
    content,
    arrange,
)
