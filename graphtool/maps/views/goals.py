"""From plan to measure: what each goal is part of, and what is done for it."""

from __future__ import annotations

from collections.abc import Sequence

from graphtool.algorithms import forest
from graphtool.graph import PlanGraph
from graphtool.language import Text
from graphtool.maps.content import Content
from graphtool.maps.edges import EdgeList
from graphtool.maps.layout import layered
from graphtool.maps.layout.sheet import Edge, Layout
from graphtool.maps.records import Node
from graphtool.maps.views.view import Folding, Unplaced, View, in_columns

COLUMNS = {
    "Programme": 0,
    "Project": 0,
    "Plan": 0,
    "Need": 1,
    "FocusArea": 2,
    "Strategy": 3,
    "Goal": 4,
    "Effect": 5,
    "Measure": 6,
}
PARENTS = ("PART_OF", "CONTRIBUTES_TO", "IMPLEMENTS", "INDICATES")
"""Relations by which something hangs on its target, the strongest first."""
RELATIONS = (*PARENTS, "BASED_ON", "ADDRESSES")


def content(graph: PlanGraph) -> Content:
    """Plans and all that is in them."""
    listed = EdgeList.of(graph)
    return listed.content(
        (at for at, kind in enumerate(listed.kinds) if kind in COLUMNS), RELATIONS
    )


def arrange(unplaced: Unplaced) -> Layout:
    """A tree, the plan at the left."""
    column, headings = in_columns(unplaced, COLUMNS)
    parent = parents(unplaced.nodes, unplaced.edges)
    return layered.tree(
        unplaced.names,
        unplaced.edges,
        parent,
        column,
        headings,
        start=unplaced.start,
        must_fit=unplaced.must_fit,
    )


def parents(nodes: Sequence[Node], edges: Sequence[Edge]) -> list[int]:
    """What each node hangs on: what it is part of, else what it contributes to or carries out.

    An indicator hangs on what it measures. Of several the one nearest above, then the first;
    never in a circle.
    """
    column = [COLUMNS.get(node.kind, -1) for node in nodes]
    parent = [-1] * len(nodes)
    for relation in PARENTS:
        claims: dict[int, list[int]] = {}
        for source, target, name in edges:
            if name == relation and source != target and parent[source] < 0:
                claims.setdefault(source, []).append(target)
        for child, found in claims.items():
            for claim in sorted(found, key=lambda at: (-column[at], at)):
                above = 0 <= column[claim] <= column[child]
                if above and not forest.is_within(parent, claim, child):
                    parent[child] = claim
                    break
    return parent


VIEW = View(
    "goals",
    3,
    Text("Mål og tiltak", "Mål og tiltak", "Goals and measures"),
    Text(
        "Fra plan til tiltak: hva hvert mål er en del av, og hva som gjøres for det.",
        "Frå plan til tiltak: kva kvart mål er ein del av, og kva som blir gjort for det.",
        "From plan to measure: what each goal is part of, and what is done for it.",
    ),
    content,
    arrange,
    folding=Folding(parents),
)
