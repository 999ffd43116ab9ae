"""Findings on a map: those that it has something to show of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from graphtool import findings as facts
from graphtool.findings import Finding
from graphtool.graph import PlanGraph
from graphtool.maps import redact
from graphtool.maps.content import Key
from graphtool.maps.options import LIMIT
from graphtool.maps.scene import Scene, Shown

ABOUT = {
    "orphaned-goals": "ownership",
    "goals-without-measures": "goals",
    "best-connected-municipalities": "municipalities",
    "best-connected": "collaboration",
}
"""By what a finding's key begins with, the scene that is about it: that may not be the smallest."""


def shown(
    graph: PlanGraph,
    scenes: Sequence[Scene],
    *,
    as_of: str | None,
    hide_persons: bool,
    told: Sequence[Finding] | None = None,
) -> tuple[Shown, ...] | None:
    """What the whole graph says on a day, most important first.

    Those of which no scene shows a node are left out, and so are those about people who are not
    to be shown. None where the graph is too large. `told` is what it says, where that is known.
    """
    if len(graph.nodes) > LIMIT:  # a dozen queries take longer than the map itself
        return None
    people = redact.people(graph) if hide_persons else set()
    drawn = [_drawn(scene) for scene in scenes]
    made = []
    for each in facts.findings(graph, as_of=as_of) if told is None else told:
        ends = {end for edge in each.edges for end in edge[:2]}
        about = set(each.nodes) or ends
        count = _most_first(each, drawn, about)
        if (count or not about) and not (about | ends) & people:
            made.append(Shown(each, count))
    return tuple(made)


class _Drawn(NamedTuple):
    """What a scene shows, and which symbol each folded node stands in."""

    name: str
    stands: Mapping[str, str]
    ids: AbstractSet[str]
    lines: AbstractSet[Key]


def _drawn(scene: Scene) -> _Drawn:
    stands = scene.folded
    ids = scene.ids - set(stands.values()) | stands.keys()
    return _Drawn(scene.name, stands, ids, {line.key for line in scene.lines})


def _most_first(told: Finding, scenes: Sequence[_Drawn], about: set[str]) -> dict[str, int]:
    """Of how many of these nodes each scene has one, the scene that shows the finding best first.

    That has most of its nodes, then is about it, then has most of its edges and least beside
    them. Scenes without any are left out.
    """
    edges = set(told.edges)
    best = next((name for key, name in ABOUT.items() if told.key.startswith(key)), "")
    rated = []
    for at, (name, stands, ids, lines) in enumerate(scenes):
        n = len(ids & about)
        drawn = sum((stands.get(s, s), stands.get(t, t), r) in lines for s, t, r in edges)
        if n:
            rated.append((-n, name != best, -drawn, len(ids), at, name))
    return {name: -n for n, *_, name in sorted(rated)}
