"""Findings on a map: those that it has something to show of."""

from __future__ import annotations

from collections.abc import Sequence

from graphtool import findings as facts
from graphtool.graph import PlanGraph
from graphtool.maps import redact
from graphtool.maps.options import LIMIT
from graphtool.maps.scene import Scene, Shown


def shown(
    graph: PlanGraph, scenes: Sequence[Scene], *, as_of: str | None, hide_persons: bool
) -> tuple[Shown, ...] | None:
    """What the whole graph says on a day, most important first.

    Those of which no scene shows a node are left out, and so are those about people who are not
    to be shown. None where the graph is too large.
    """
    if len(graph.nodes) > LIMIT:  # a dozen queries take longer than the map itself
        return None
    ids = {scene.name: scene.ids for scene in scenes}
    people = redact.people(graph) if hide_persons else set()
    made = []
    for each in facts.findings(graph, as_of=as_of):
        ends = {end for edge in each.edges for end in edge[:2]}
        about = set(each.nodes) or ends
        count = {name: n for name, there in ids.items() if (n := len(there & about))}
        if (count or not about) and not (about | ends) & people:
            made.append(Shown(each, count))
    return tuple(made)
