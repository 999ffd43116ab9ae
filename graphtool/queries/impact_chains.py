"""What a loss or a delay does along chains: to what is served, and to what depends on what."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

import numpy as np
import pandas as pd

from graphtool.graph import belonging
from graphtool.queries import missing
from graphtool.queries.impact_effects import CARRIED
from graphtool.queries.item_ties import SERVING
from graphtool.queries.leaving import Effect, Leaving, Path, Spread
from graphtool.queries.links import Hop, best_said, reversed_of

KEEPING = ("HOSTS", "OWNS", "RESPONSIBLE_FOR")
"""Relations by which something is its source's; who leads a network does not have it."""


def served(leaving: Leaving, begun: Mapping[int, Path]) -> Iterator[Effect]:
    """Goals that lose measures, all that they had or some; `begun` is what is lost.

    What serves a goal is what `goals-without-measures` counts: also through effects, and through
    goals that are part of it.

    >>> from graphtool.graph import examples
    >>> leaving = Leaving(examples.owned_goal(), [2])  # the only measure of a goal
    >>> [(found.effect, found.items, found.lost) for found in served(leaving, {2: ()})]
    [('unserved', (1,), (2,))]
    """
    serves = _service(leaving, ("Measure",))
    served_by = reversed_of(serves)
    measure = (leaving.before.nodes["kind"] == "Measure").to_numpy()
    goal = (leaving.before.nodes["kind"] == "Goal").to_numpy()
    reached = Spread.over(serves, begun, len(measure))
    for item in reached.last:
        if not goal[item]:
            continue
        before = {at for at in _reach(served_by, item, ()) if measure[at]}
        after = {at for at in _reach(served_by, item, begun) if measure[at]}
        if before == after:
            continue
        yield Effect(
            "less served" if after else "unserved",
            (item,),
            reached.path(item),
            before=str(len(before)),
            after=str(len(after)),
            lost=leaving.by_name(before - after),
            left=leaving.by_name(after),
        )


def _service(leaving: Leaving, kinds: tuple[str, ...]) -> dict[int, dict[int, Hop]]:
    """From what is of these kinds to the goals and effects that it serves, and on from these."""
    graph = leaving.before
    edges = graph.related(*SERVING)
    work = graph.nodes["kind"].isin(kinds).to_numpy()
    aim = graph.nodes["kind"].isin(("Goal", "Effect")).to_numpy()
    edges = edges[work[edges["source"].to_numpy()] & aim[edges["target"].to_numpy()]]
    # One table, so that of two ways between the same two the best said is walked.
    edges = pd.concat([edges, missing.passed_on(graph, "Goal")]).sort_index()
    return leaving.names.adjacency((best_said(graph, edges), True))


def _reach(behind: Mapping[int, Sequence[int]], node: int, without: Container[int]) -> set[int]:
    """All that leads to a node, past none of these."""
    found, waiting = {node}, [node]
    while waiting:
        near = behind.get(waiting.pop(), ())
        fresh = {at for at in near if at not in found and at not in without}
        found |= fresh
        waiting += fresh
    return found


def unmet(leaving: Leaving, begun: Mapping[int, Path], longest: int) -> tuple[list[Effect], bool]:
    """What depends on what is lost, over any chain; then what rests on what is left to nobody.

    Whether any chain goes on beyond the longest is told too.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "p", "kind": "Plan"}, {"id": "m", "kind": "Measure"}],
    ...     [{"source": "m", "relation": "DEPENDS_ON", "target": "p"}])
    >>> found, goes_on = unmet(Leaving(graph, [0]), {0: ()}, longest=4)
    >>> [(each.effect, each.items, each.lost) for each in found], goes_on
    ([('unmet', (1,), (0,))], False)
    """
    needed = leaving.links("DEPENDS_ON", forward=False)
    lost = Spread.over(needed, begun, longest)
    left = Spread.over(
        needed, {node: path for node, path in _left(leaving) if node not in lost.steps}, longest
    )
    found = [
        Effect("unmet", (node,), lost.path(node), lost=(lost.origin(node),)) for node in lost.last
    ]
    found += [
        Effect("exposed", (node,), left.path(node), lost=(left.origin(node),))
        for node in left.last
        if node not in lost.steps
    ]
    return found, lost.goes_on or left.goes_on


def _left(leaving: Leaving) -> Iterator[tuple[int, Path]]:
    """What belongs to those who leave alone: what is theirs, and what lies there, nobody's."""
    edges = belonging.as_fact(leaving.before.related(*KEEPING))
    held: dict[int, list[tuple[int, int]]] = {}
    for edge, source, target in zip(
        edges.index.tolist(), edges["source"].tolist(), edges["target"].tolist(), strict=True
    ):
        held.setdefault(target, []).append((source, edge))
    for thing, holders in held.items():
        if thing not in leaving.gone and all(who in leaving.gone for who, _ in holders):
            _, edge = min(holders, key=lambda holder: (leaving.ranked[holder[0]], holder[1]))
            yield thing, (Hop(edge, forward=True),)
    placed = belonging.as_fact(leaving.before.related("LOCATED_IN"))
    things = leaving.before.nodes["kind"].isin(("Project", "Measure", "Resource")).to_numpy()
    for edge, source, target in zip(
        placed.index.tolist(), placed["source"].tolist(), placed["target"].tolist(), strict=True
    ):
        if target in leaving.gone and things[source] and source not in {*held, *leaving.gone}:
            yield source, (Hop(edge, forward=False),)


def delayed(leaving: Leaving, met: set[tuple[int, int]], longest: int) -> tuple[list[Effect], bool]:
    """What waits for what is late, and what that serves, over any chain; not what is met.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "p", "kind": "Plan"}, {"id": "m", "kind": "Measure"}],
    ...     [{"source": "m", "relation": "DEPENDS_ON", "target": "p"}])
    >>> late = Leaving(graph, [0])
    >>> [found.items for found in delayed(late, met=set(), longest=4)[0]]
    [(1,)]
    >>> delayed(late, met={(1, 0)}, longest=4)
    ([], False)
    """

    def waits(edges: pd.DataFrame) -> pd.DataFrame:
        ends = zip(edges["source"].tolist(), edges["target"].tolist(), strict=True)
        return edges[np.array([pair not in met for pair in ends], dtype=bool)]

    ahead = leaving.links("DEPENDS_ON", forward=False, edges=waits)
    for node, further in _service(leaving, CARRIED).items():
        ahead[node] = further | ahead.get(node, {})
    place = leaving.ranked
    ordered = {n: dict(sorted(to.items(), key=lambda t: place[t[0]])) for n, to in ahead.items()}
    late = Spread.over(ordered, dict.fromkeys(leaving.by_name(leaving.gone), ()), longest)
    return [Effect("delayed", (node,), late.path(node)) for node in late.last], late.goes_on
