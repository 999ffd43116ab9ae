"""What a loss does to who works with whom: collaborations lost, and parts cut off."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from graphtool.queries.leaving import Effect, Leaving, Path
from graphtool.queries.links import Hop
from graphtool.queries.projection import incidence, ties

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

Partners = dict[int, set[int]]


def collaborations_lost(leaving: Leaving, level: str) -> Iterator[Effect]:
    """Who loses whom as a partner, those who lose the same in one row; then who is cut off.

    >>> from graphtool.graph import examples
    >>> leaving = Leaving(examples.three_in_a_row(), [1])  # who stands between two others
    >>> for found in collaborations_lost(leaving, level="party"):
    ...     print(found.effect, found.items, found.lost)
    apart (0, 2) (1,)
    cut off (0,) (2,)
    cut off (2,) (0,)
    """
    found = incidence(leaving.before, level=level)
    before, after = partners(found), partners(incidence(leaving.after, level=level))
    lost = {
        party: before[party] - after.get(party, set())
        for party in leaving.by_name(before)
        if party not in leaving.gone
    }
    meeting = _Meeting(leaving, found)
    of_gone: dict[frozenset[int], list[int]] = {}
    of_each_other: dict[frozenset[int], list[int]] = {}
    for party, others in lost.items():
        if left := others & leaving.gone:
            of_gone.setdefault(frozenset(left), []).append(party)
        if rest := others - leaving.gone:
            of_each_other.setdefault(frozenset(rest | {party}), []).append(party)
    for gone, who in of_gone.items():
        first = leaving.by_name(gone)
        yield Effect("apart", tuple(who), meeting.path(first[0], who[0]), lost=first)
    for circle, who in of_each_other.items():
        near = leaving.by_name(circle - {who[0]})
        whole = near if len(who) == 1 else leaving.by_name(circle)
        yield Effect("apart", tuple(who), meeting.path(near[0], who[0]), lost=whole)
    yield from _cut_off(leaving, before, after)


def partners(found: pd.DataFrame) -> Partners:
    """For each party those with whom it shares an activity, from the rows of `incidence`.

    >>> from graphtool.graph import examples
    >>> partners(incidence(examples.three_in_a_row(), level="party"))
    {0: {1}, 1: {0, 2}, 2: {1}}
    """
    tied: Partners = {}
    pairs = ties(found)
    for one, other in zip(pairs.party.tolist(), pairs.partner.tolist(), strict=True):
        tied.setdefault(one, set()).add(other)
        tied.setdefault(other, set()).add(one)
    return tied


class _Meeting:
    """By which assertions two parties meet in what they share."""

    def __init__(self, leaving: Leaving, found: pd.DataFrame) -> None:
        self._leaving = leaving
        self._by: dict[int, dict[int, int]] = {}
        for party, activity, edge in found[["party", "activity", "edge"]].itertuples(index=False):
            mine = self._by.setdefault(party, {})
            mine[activity] = min(mine.get(activity, edge), edge)

    def path(self, one: int, other: int) -> Path:
        """From the one to the other over the first by name of what both take part in."""
        mine, theirs = self._by[one], self._by[other]
        count = len(self._leaving.ranked)
        shared = min(
            mine.keys() & theirs.keys(),
            key=lambda at: (at >= count, self._leaving.ranked[at] if at < count else at),
        )
        if shared >= count:  # they are said to work together
            edge = mine[shared]
            return (Hop(edge, forward=self._source(edge) == one),)
        there, back = Hop(mine[shared], forward=True), Hop(theirs[shared], forward=False)
        return tuple(hop for hop in (there, back) if hop.edge >= 0)

    def _source(self, edge: int) -> int:
        return self._leaving.tell.ends(Hop(edge, forward=True))[0]


def _cut_off(leaving: Leaving, before: Partners, after: Partners) -> Iterator[Effect]:
    """The parts, but the largest, that what hung together falls into."""
    whole, now = (_parts(leaving.before, tied) for tied in (before, after))
    fallen: dict[int, dict[int, list[int]]] = {}
    for party in leaving.by_name(before):
        if party not in leaving.gone:
            fallen.setdefault(int(whole[party]), {}).setdefault(int(now[party]), []).append(party)
    for parts in fallen.values():
        if len(parts) < 2:
            continue
        largest = max(map(len, parts.values()))
        smaller = [part for part in parts.values() if len(part) < largest]
        lost = smaller if len(smaller) == len(parts) - 1 else [*parts.values()]
        for part in lost:
            rest = leaving.by_name(
                n for other in parts.values() if other is not part for n in other
            )
            yield Effect("cut off", tuple(part), lost=rest)


def _parts(graph: PlanGraph, tied: Partners) -> np.ndarray:
    """For each node the number of the part of the network that it is in."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    pairs = [(one, other) for one, others in tied.items() for other in others]
    ends = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    shape = (len(graph.nodes), len(graph.nodes))
    matrix = coo_array((np.ones(len(pairs)), (ends[0], ends[1])), shape=shape)
    labels: np.ndarray = connected_components(matrix, directed=False)[1]
    return labels
