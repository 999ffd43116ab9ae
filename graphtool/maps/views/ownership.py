"""Who answers for which goals and measures, and what nobody answers for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphtool import schema
from graphtool.graph import PlanGraph
from graphtool.language import Text
from graphtool.maps.content import Content
from graphtool.maps.edges import EdgeList
from graphtool.maps.layout import layered
from graphtool.maps.layout.sheet import Edge, Layout
from graphtool.maps.places import ANSWERING
from graphtool.maps.records import Node
from graphtool.maps.views import goals
from graphtool.maps.views.view import Folding, Unplaced, View

HEADINGS = (
    Text("Hvem", "Kven", "Who"),
    Text("Plan, program, prosjekt", "Plan, program, prosjekt", "Plan, programme, project"),
    Text("Satsingsområde", "Satsingsområde", "Focus area"),
    Text("Strategi", "Strategi", "Strategy"),
    Text("Mål", "Mål", "Goal"),
    Text("Tiltak", "Tiltak", "Measure"),
)
COLUMNS = {
    "Municipality": 0,
    "Actor": 0,
    "Programme": 1,
    "Project": 1,
    "Plan": 1,
    "FocusArea": 2,
    "Strategy": 3,
    "Goal": 4,
    "Measure": 5,
}
AIMED = ("Goal", "Measure")
DOING = ("PART_OF", "CONTRIBUTES_TO", "IMPLEMENTS")
"""How a measure is tied to what it is for."""


def content(graph: PlanGraph) -> Content:
    """All goals and measures, what they are part of, and who answers for any of that.

    A measure is shown whether it is for a goal, for a larger measure or for a plan directly. What
    it contributes to besides is left to other views, but for goals.
    """
    listed = EdgeList.of(graph)
    things = listed.upwards(at for at, kind in enumerate(listed.kinds) if kind in AIMED)
    parties = {
        source
        for source, target, name in listed.edges
        if name in ANSWERING and target in things and listed.kinds[source] in schema.PARTIES
    }
    found = listed.content(things | parties, (*ANSWERING, *DOING))
    kind = dict(zip(listed.ids, listed.kinds, strict=True))
    placed = {source for source, _, name in found.edges if name == "PART_OF"}
    kept = {
        key: extra
        for key, extra in found.edges.items()
        if key[2] not in DOING[1:]
        or (kind[key[0]] == "Measure" and (kind[key[1]] == "Goal" or key[0] not in placed))
    }
    return replace(found, edges=kept)


def arrange(unplaced: Unplaced) -> Layout:
    """Columns from who to what."""
    stands = [COLUMNS.get(node.kind, 1) for node in unplaced.nodes]
    used = sorted(set(stands))
    return layered.columns(
        unplaced.names,
        unplaced.edges,
        [used.index(at) for at in stands],
        [HEADINGS[at] for at in used],
        start=unplaced.start,
        must_fit=unplaced.must_fit,
    )


def parents(nodes: Sequence[Node], edges: Sequence[Edge]) -> list[int]:
    """A measure hangs on its goal, and who answers for the measures of one goal only on that too.

    Goals and what they are part of hang on each other as in a plan.
    """
    parent = goals.parents(nodes, [edge for edge in edges if edge[2] in DOING])
    # What is part of a measure goes with it, so that a goal folds all that is done for it at once.
    parent = [_above_measures(nodes, parent, at) for at in range(len(nodes))]
    for at, node in enumerate(nodes):
        if node.kind in schema.PARTIES:
            found = {
                parent[t] if nodes[t].kind == "Measure" else -1 for s, t, _ in edges if s == at
            }
            parent[at] = found.pop() if len(found) == 1 else -1
    return parent


def _above_measures(nodes: Sequence[Node], parent: Sequence[int], at: int) -> int:
    """What a node hangs on; of a part of a measure what the whole measure hangs on."""
    above = parent[at]
    while above >= 0 and nodes[above].kind == "Measure" and parent[above] >= 0:
        above = parent[above]
    return above


VIEW = View(
    "ownership",
    2,
    Text("Ansvar", "Ansvar", "Ownership"),
    Text(
        "Hvem som svarer for hvilke mål og tiltak; det som ingen svarer for er merket.",
        "Kven som svarer for kva mål og tiltak; det som ingen svarer for er merkt.",
        "Who answers for which goals and measures; what nobody answers for is marked.",
    ),
    content,
    arrange,
    folding=Folding(
        parents,
        always=True,
        roots=False,
        kinds=("Measure",),
        alike=dict.fromkeys(schema.PARTIES, "Measure"),
        tells_answers=True,
    ),
)
