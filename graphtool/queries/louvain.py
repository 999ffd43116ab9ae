"""Communities by the Louvain method, in whole numbers, so that it always ends.

V. D. Blondel, J.-L. Guillaume, R. Lambiotte and E. Lefebvre, "Fast unfolding of communities in
large networks", Journal of Statistical Mechanics (2008) P10008. Not that of networkx: there equal
gains differ in their last binary digit, and graphs of seven nodes are moved to and fro for ever
(networkx issue 8739).
"""

from __future__ import annotations

from collections import deque
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from scipy.sparse import csr_array

RUNS = 20
"""Orders in which the nodes are visited, each from a seed of its own; the best partition counts."""
BUDGET = 400_000
"""Ties to visit in all runs together: larger networks get fewer runs, at least one."""
UNIT = 10**9
"""Weights are whole numbers of a 1/UNIT."""


class _Level(NamedTuple):
    """A network of nodes, or of the communities of the level before."""

    near: list[dict[int, int]]
    """For each node the weights of its ties to others."""
    strength: list[int]
    """For each node the sum of its ties' weights; one inside it counts twice."""


class _Scale(NamedTuple):
    """Whole factors of modularity's two terms: what is inside, and what would be by chance."""

    total: int
    load: int


def communities(matrix: csr_array, resolution: float = 1.0) -> np.ndarray:
    """The community of each node, numbered from 0; a node without ties is alone in its own.

    `matrix` holds the ties' weights, symmetric, nothing on the diagonal. Maximises the modularity
    of Newman and Girvan (2004) with the resolution of Reichardt and Bornholdt (2006, Physical
    Review E 74, 016110): above 1 gives smaller communities. No community falls apart into pieces
    (Traag, Waltman and van Eck 2019, Scientific Reports 9, 5233): what Louvain leaves so is split,
    which only adds to modularity.

    >>> from scipy.sparse import csr_array
    >>> one, other = [0, 0, 1, 2, 3, 3, 4], [1, 2, 2, 3, 4, 5, 5]  # two triangles and a tie
    >>> communities(csr_array((np.ones(14), (one + other, other + one)))).tolist()
    [0, 0, 0, 1, 1, 1]
    """
    count = matrix.shape[0]
    if not matrix.nnz:
        return np.arange(count)
    first = _first_level(matrix)
    ratio = Fraction(resolution).limit_denominator(10**6)
    scale = _Scale(sum(first.strength) * ratio.denominator, ratio.numerator)
    best, best_gain = np.arange(count), None
    for seed in range(max(1, min(RUNS, BUDGET // matrix.nnz))):
        found = _whole(matrix, _one_run(first, scale, seed))
        gain = _modularity(first, found.tolist(), scale)
        if best_gain is None or gain > best_gain:
            best, best_gain = found, gain
    return best


def _first_level(matrix: csr_array) -> _Level:
    whole = np.maximum(np.rint(matrix.data * UNIT), 1).astype(np.int64).tolist()
    others, start = matrix.indices.tolist(), matrix.indptr.tolist()
    near = [dict(sorted(zip(others[a:b], whole[a:b], strict=True))) for a, b in pairwise(start)]
    return _Level(near, [sum(ties.values()) for ties in near])


def _one_run(level: _Level, scale: _Scale, seed: int) -> np.ndarray:
    """The community of each node after as many levels as there are gains."""
    # Unlike a Generator's, the numbers of a RandomState are the same in every version of numpy.
    dice = np.random.RandomState(seed)
    home: np.ndarray = np.arange(len(level.near))
    while True:
        joined = _moved(level, scale, dice.permutation(len(level.near)).tolist())
        labels, member = np.unique(np.array(joined), return_inverse=True)
        if len(labels) == len(level.near):
            return home
        home = member[home]
        level = _merged(level, member.tolist(), len(labels))


def _moved(level: _Level, scale: _Scale, order: list[int]) -> list[int]:
    """Nodes moved to the neighbouring community that gains most, until no move gains.

    Who is tied to a node that moved is looked at again (Traag, Waltman and van Eck 2019).
    """
    home, load = list(range(len(level.near))), list(level.strength)
    total, waiting, again = scale.total, deque(order), set(order)
    while waiting:
        node = waiting.popleft()
        again.discard(node)
        here, pull = home[node], scale.load * level.strength[node]
        load[here] -= level.strength[node]
        ties = {here: 0}
        for other, weight in level.near[node].items():
            there = home[other]
            ties[there] = ties.get(there, 0) + weight
        best, most = here, total * ties[here] - pull * load[here]
        for there, weight in ties.items():
            if (gain := total * weight - pull * load[there]) > most:
                best, most = there, gain
        load[best] += level.strength[node]
        if best != here:
            home[node] = best
            stirred = [n for n in level.near[node] if home[n] != best and n not in again]
            waiting.extend(stirred)
            again.update(stirred)
    return home


def _merged(level: _Level, home: list[int], count: int) -> _Level:
    """The network of the communities."""
    near: list[dict[int, int]] = [{} for _ in range(count)]
    strength = [0] * count
    for node, ties in enumerate(level.near):
        here = home[node]
        strength[here] += level.strength[node]
        for other, weight in ties.items():
            if home[other] != here:
                near[here][home[other]] = near[here].get(home[other], 0) + weight
    return _Level(near, strength)


def _whole(matrix: csr_array, home: np.ndarray) -> np.ndarray:
    """The communities, those that are not connected split into their pieces."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import connected_components

    ties = matrix.tocoo()
    inside = home[ties.row] == home[ties.col]
    within = (ties.data[inside], (ties.row[inside], ties.col[inside]))
    pieces: np.ndarray = connected_components(csr_array(within, shape=matrix.shape))[1]
    return pieces


def _modularity(level: _Level, home: list[int], scale: _Scale) -> int:
    """Modularity times a number that is the same for all partitions."""
    load: dict[int, int] = {}
    inside = 0
    for node, ties in enumerate(level.near):
        load[home[node]] = load.get(home[node], 0) + level.strength[node]
        inside += sum(weight for other, weight in ties.items() if home[other] == home[node])
    return scale.total * inside - scale.load * sum(all_of * all_of for all_of in load.values())
