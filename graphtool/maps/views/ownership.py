"""Who answers for which goal, and which goals nobody answers for."""

from __future__ import annotations

from graphtool import schema
from graphtool.graph import PlanGraph
from graphtool.language import Text
from graphtool.maps.content import Content
from graphtool.maps.edges import EdgeList
from graphtool.maps.layout import layered
from graphtool.maps.layout.sheet import Layout
from graphtool.maps.views.view import Unplaced, View

ANSWERING = ("OWNS", "RESPONSIBLE_FOR", "COORDINATES", "LEADS")
"""Relations of a party to what it answers for; the legend tells them apart."""
HEADINGS = (
    Text("Hvem", "Kven", "Who"),
    Text("Plan, program, prosjekt", "Plan, program, prosjekt", "Plan, programme, project"),
    Text("Satsingsområde, strategi", "Satsingsområde, strategi", "Focus area, strategy"),
    Text("Mål", "Mål", "Goal"),
)
COLUMNS = {
    "Municipality": 0,
    "Actor": 0,
    "Programme": 1,
    "Project": 1,
    "Plan": 1,
    "FocusArea": 2,
    "Strategy": 2,
    "Goal": 3,
}


def content(graph: PlanGraph) -> Content:
    """Goals, what they are part of, and the parties that answer for any of that."""
    listed = EdgeList.of(graph)
    goals = listed.upwards(at for at, kind in enumerate(listed.kinds) if kind == "Goal")
    parties = {
        source
        for source, target, name in listed.edges
        if name in ANSWERING and target in goals and listed.kinds[source] in schema.PARTIES
    }
    return listed.content(goals | parties, (*ANSWERING, "PART_OF"))


def arrange(unplaced: Unplaced) -> Layout:
    """Columns from who to what."""
    column = [COLUMNS.get(node.kind, 1) for node in unplaced.nodes]
    return layered.columns(unplaced.names, unplaced.edges, column, HEADINGS, start=unplaced.start)


VIEW = View(
    "ownership",
    2,
    Text("Ansvar", "Ansvar", "Ownership"),
    Text(
        "Hvem som svarer for hvilke mål; mål som ingen svarer for er merket.",
        "Kven som svarer for kva mål; mål som ingen svarer for er merkte.",
        "Who answers for which goals; goals that nobody answers for are marked.",
    ),
    content,
    arrange,
)
