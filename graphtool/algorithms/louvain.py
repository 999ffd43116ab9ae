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
from math import lcm
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from scipy.sparse import csr_array

RUNS = 20
"""Orders in which the nodes are visited, each from a seed of its own; the best partition counts."""
BUDGET = 400_000
"""Ties to visit in all runs together: larger networks get fewer runs, at least one."""
UNIT = lcm(*range(1, 30))
"""Weights are whole numbers of a 1/UNIT: exact for sums of 1/1 to 1/29."""


class Level(NamedTuple):
    """A network of nodes, or of the communities of the level before."""

    near: list[dict[int, int]]
    """For each node the weights of its ties to others."""
    strength: list[int]
    """For each node the sum of its ties' weights; one inside it counts twice."""


class Scale(NamedTuple):
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
    if not matrix.nnz:
        return np.arange(matrix.shape[0])
    first = level(whole(matrix))
    return divided(first, scale(sum(first.strength), resolution))


def whole(matrix: csr_array) -> csr_array:
    """The matrix with weights that are whole numbers, as small as can be, columns sorted.

    >>> from scipy.sparse import csr_array
    >>> pair = csr_array(([0.5, 0.5], ([0, 1], [1, 0])))
    >>> whole(pair).data.tolist()
    [1, 1]
    """
    from scipy.sparse import csr_array

    data = np.maximum(np.rint(matrix.data * UNIT), 1).astype(np.int64)
    if len(data):
        data //= np.gcd.reduce(data)
    found = csr_array((data, matrix.indices, matrix.indptr), shape=matrix.shape)
    found.sort_indices()
    return found


def level(matrix: csr_array) -> Level:
    """The network of a matrix of whole numbers.

    >>> from scipy.sparse import csr_array
    >>> pair = csr_array(([0.5, 0.5], ([0, 1], [1, 0])))
    >>> level(whole(pair))
    Level(near=[{1: 1}, {0: 1}], strength=[1, 1])
    """
    weights, others, start = matrix.data.tolist(), matrix.indices.tolist(), matrix.indptr.tolist()
    near = [dict(zip(others[a:b], weights[a:b], strict=True)) for a, b in pairwise(start)]
    return Level(near, [sum(ties.values()) for ties in near])


def scale(total: int, resolution: float) -> Scale:
    """The factors for a network whose strengths are so much in all.

    >>> scale(14, 1.0), scale(14, 0.5)
    (Scale(total=14, load=1), Scale(total=28, load=1))
    """
    ratio = Fraction(resolution).limit_denominator(10**6)
    return Scale(total * ratio.denominator, ratio.numerator)


def divided(first: Level, scale: Scale) -> np.ndarray:
    """The community of each node: the best of several runs.

    >>> from scipy.sparse import csr_array
    >>> pair = csr_array(([0.5, 0.5], ([0, 1], [1, 0])))
    >>> divided(level(whole(pair)), scale(2, 1.0)).tolist()
    [0, 0]
    """
    best: list[int] = list(range(len(first.near)))
    most = None
    ties = sum(map(len, first.near))
    for seed in range(max(1, min(RUNS, BUDGET // max(ties, 1)))):
        found = _whole(first, _one_run(first, scale, seed))
        gain = _modularity(first, found, scale)
        if most is None or gain > most:
            best, most = found, gain
    return np.array(best, dtype=np.int64)


def _one_run(level: Level, scale: Scale, seed: int) -> list[int]:
    """The community of each node after as many levels as there are gains.

    Then the nodes are moved once more one by one, and what comes of it merged again, until that
    gains nothing (R. Rotta and A. Noack, "Multilevel local search algorithms for modularity
    clustering", ACM Journal of Experimental Algorithmics 16 (2011) 2.3).
    """
    # Unlike a Generator's, the numbers of a RandomState are the same in every version of numpy.
    dice = np.random.RandomState(seed)
    home = list(range(len(level.near)))
    while True:
        moved = _moved(level, scale, dice.permutation(len(home)).tolist(), home)
        if moved == home:
            return home
        home = _levels(level, scale, dice, moved)


def _levels(first: Level, scale: Scale, dice: np.random.RandomState, home: list[int]) -> list[int]:
    """These communities, merged as long as that gains."""
    while True:
        labels, member = np.unique(np.array(home), return_inverse=True)
        level = _merged(first, member.tolist(), len(labels))
        alone = list(range(len(labels)))
        joined = _moved(level, scale, dice.permutation(len(labels)).tolist(), alone)
        home = [joined[one] for one in member.tolist()]
        if joined == alone:
            return home


def _moved(level: Level, scale: Scale, order: list[int], home: list[int]) -> list[int]:
    """Nodes moved to the neighbouring community that gains most, until no move gains.

    Who is tied to a node that moved is looked at again (Traag, Waltman and van Eck 2019).
    """
    home, load = list(home), [0] * len(level.near)
    for node, strength in enumerate(level.strength):
        load[home[node]] += strength
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


def _merged(level: Level, home: list[int], count: int) -> Level:
    """The network of the communities."""
    near: list[dict[int, int]] = [{} for _ in range(count)]
    strength = [0] * count
    for node, ties in enumerate(level.near):
        here = home[node]
        strength[here] += level.strength[node]
        for other, weight in ties.items():
            if home[other] != here:
                near[here][home[other]] = near[here].get(home[other], 0) + weight
    return Level(near, strength)


def _whole(level: Level, home: list[int]) -> list[int]:
    """The communities from 0, those that are not connected split into their pieces."""
    piece = [-1] * len(home)
    count = 0
    for root in range(len(home)):
        if piece[root] >= 0:
            continue
        piece[root], waiting = count, [root]
        while waiting:
            node = waiting.pop()
            for other in level.near[node]:
                if piece[other] < 0 and home[other] == home[node]:
                    piece[other] = count
                    waiting.append(other)
        count += 1
    return piece


def _modularity(level: Level, home: list[int], scale: Scale) -> int:
    """Modularity times a number that is the same for all partitions."""
    load: dict[int, int] = {}
    inside = 0
    for node, ties in enumerate(level.near):
        load[home[node]] = load.get(home[node], 0) + level.strength[node]
        inside += sum(weight for other, weight in ties.items() if home[other] == home[node])
    return scale.total * inside - scale.load * sum(all_of * all_of for all_of in load.values())
