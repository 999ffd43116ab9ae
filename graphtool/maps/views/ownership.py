"""Who answers for which goal, and which goals nobody answers for."""

from __future__ import annotations

from graphtool import schema
from graphtool.graph import PlanGraph
from graphtool.language import Text
from graphtool.maps.content import Content, Net
from graphtool.maps.layout import layered
from graphtool.maps.layout.sheet import Layout
from graphtool.maps.settings import Settings
from graphtool.maps.views.view import Drawn, View

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


def content(graph: PlanGraph, settings: Settings) -> Content:
    """Goals, what they are part of, and the parties that answer for any of that."""
    net = Net.of(graph)
    goals = net.upwards(at for at, kind in enumerate(net.kinds) if kind == "Goal")
    parties = {
        source
        for source, target, name in net.edges
        if name in ANSWERING and target in goals and net.kinds[source] in schema.PARTIES
    }
    return net.content(goals | parties, (*ANSWERING, "PART_OF"))


def arrange(drawn: Drawn) -> Layout:
    """Columns from who to what."""
    column = [COLUMNS.get(node["kind"], 1) for node in drawn.nodes]
    return layered.columns(drawn.names, drawn.edges, column, HEADINGS, start=drawn.start)


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
