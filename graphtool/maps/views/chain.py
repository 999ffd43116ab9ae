"""The logic chain: which municipality, through whom, by which measure, to which goal."""

from __future__ import annotations

from collections.abc import Sequence

from graphtool import schema
from graphtool.graph import PlanGraph
from graphtool.language import Text
from graphtool.maps.content import Content
from graphtool.maps.edges import EdgeList
from graphtool.maps.layout import layered, resting
from graphtool.maps.layout.boxed import families
from graphtool.maps.layout.sheet import Edge, Layout
from graphtool.maps.records import Node
from graphtool.maps.views import goals
from graphtool.maps.views.view import Folding, Unplaced, View, in_columns

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
PLACED = ("LOCATED_IN", "AFFILIATED_WITH")
"""By which an actor is of a municipality."""


FIRST = (
    "PART_OF",
    "RESPONSIBLE_FOR",
    "OWNS",
    "LEADS",
    "COORDINATES",
    "CONTRIBUTES_TO",
    "IMPLEMENTS",
    "MEMBER_OF",
)
"""What a chain is made of: of two relations between the same two, the one that is drawn."""
SAYING = (*FIRST, *(name for name in schema.RELATIONS if name not in FIRST))


def content(graph: PlanGraph) -> Content:
    """All that is tied to another column."""
    listed = EdgeList.of(graph)
    column = [COLUMNS.get(kind, -1) for kind in listed.kinds]
    across = [
        (source, target)
        for source, target, name in listed.edges
        if column[source] >= 0 <= column[target]
        and column[source] != column[target]
        and name not in ASIDE
    ]
    found = listed.content({end for pair in across for end in pair})
    kept = {(listed.ids[source], listed.ids[target]) for source, target in across}
    return Content(
        found.nodes, {key: extra for key, extra in found.edges.items() if key[:2] in kept}
    )


def arrange(unplaced: Unplaced) -> Layout:
    """Columns from who to what for, with as many lines at rest as can be followed."""
    column, headings = in_columns(unplaced, COLUMNS)

    def drawn(kept: Sequence[int]) -> Layout:
        return layered.columns(
            unplaced.names,
            [unplaced.edges[at] for at in kept],
            column,
            headings,
            start=unplaced.start,
            must_fit=unplaced.must_fit,
        )

    found = resting.followed(unplaced.edges, column, SAYING.index, drawn)
    return layered.widened(unplaced.names, found)


def parents(nodes: Sequence[Node], edges: Sequence[Edge]) -> list[int]:
    """What each node hangs on: in a plan, as there; of actors, the only municipality of theirs."""
    parent = goals.parents(nodes, edges)
    placed = families.parents(len(nodes), [edge for edge in edges if edge[2] in PLACED])
    return [
        above if above >= 0 or nodes[place].kind != "Municipality" else place
        for above, place in zip(parent, placed, strict=True)
    ]


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
    folding=Folding(parents, roots=False, fixed=("Municipality",), by_role=True),
)
