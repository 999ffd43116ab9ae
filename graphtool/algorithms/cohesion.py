"""How closely knit a network is as a whole; None where a measure is not defined for it.

Matrices have a row and a column a node, an entry an arc from row to column and nothing on the
diagonal; what entries weigh means nothing here. An undirected network has each tie both ways.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from graphtool.algorithms.arrays import Array, Integers
from graphtool.algorithms.distances import Distances
from graphtool.algorithms.positions import triads

if TYPE_CHECKING:
    from scipy.sparse import csr_array

LARGEST_HIERARCHY = 400
"""Nodes up to which least upper bounds are looked for: it takes the cube of their number."""


def ratio(part: float, whole: float) -> float | None:
    """A part of a whole; None where there is no whole.

    >>> ratio(1, 4), ratio(0, 0)
    (0.25, None)
    """
    return part / whole if whole else None


def centralisation(values: Array | Integers, highest: float) -> float | None:
    """Freeman's: how far one node stands above all others, of the most that is possible.

    `highest` is the sum of differences to the largest value in a star (L. C. Freeman, "Centrality
    in social networks: conceptual clarification", Social Networks 1 (1978) 215-239). None for
    fewer than three nodes.

    >>> centralisation(np.array([3, 1, 1, 1]), highest=6)
    1.0
    """
    if len(values) < 3:
        return None
    return float((values.max() - values).sum()) / highest


class Clustering(NamedTuple):
    """How often two partners of a node are partners of each other."""

    transitivity: float | None
    """Of all such pairs; None where nobody has two partners."""
    local: Array
    """Of each node's pairs (D. J. Watts and S. H. Strogatz, Nature 393 (1998) 440-442); 0 where it
    has fewer than two partners, as NetworkX has it."""


def clustering(matrix: csr_array) -> Clustering:
    """Of an undirected network.

    >>> from scipy.sparse import csr_array
    >>> ties = [(0, 1), (0, 2), (1, 2), (2, 3)]
    >>> ends = np.array(ties + [(b, a) for a, b in ties]).T
    >>> clustering(csr_array((np.ones(8), (ends[0], ends[1])), shape=(4, 4))).transitivity
    0.6
    """
    ones = matrix.copy()
    ones.data = np.ones(len(ones.data))
    closed, possible = triads(ones)
    local = np.divide(closed, possible, out=np.zeros(len(closed)), where=possible > 0)
    return Clustering(ratio(float(closed.sum()), float(possible.sum())), local)


def sizes(matrix: csr_array, *, connection: str = "weak") -> Integers:
    """How many nodes each part has that hangs together; strongly: where all reach each other.

    >>> from scipy.sparse import csr_array
    >>> arcs = csr_array((np.ones(3), ([0, 1, 1], [1, 0, 2])), shape=(3, 3))  # 0 and 1 both ways
    >>> sizes(arcs).tolist(), sorted(sizes(arcs, connection="strong").tolist())
    ([3], [1, 2])
    """
    from scipy.sparse.csgraph import connected_components

    if not matrix.shape[0]:
        return np.zeros(0, dtype=np.int64)
    labels = connected_components(matrix, directed=True, connection=connection)[1]
    return np.bincount(labels).astype(np.int64)


def mutual(matrix: csr_array) -> int:
    """How many pairs have arcs both ways.

    >>> from scipy.sparse import csr_array
    >>> arcs = csr_array((np.ones(3), ([0, 1, 1], [1, 0, 2])), shape=(3, 3))  # 0 and 1 both ways
    >>> mutual(arcs)
    1
    """
    ones = matrix.copy()
    ones.data = np.ones(len(ones.data))
    return int(ones.multiply(ones.T).sum()) // 2


def connectedness(parts: Integers) -> float | None:
    """Krackhardt's: the share of pairs that hang together at all, whichever way the arcs run.

    D. Krackhardt, "Graph theoretical dimensions of informal organizations", in K. M. Carley and
    M. J. Prietula (eds), Computational Organization Theory (1994) 89-111; so the three below.

    >>> connectedness(np.array([2, 1]))
    0.3333333333333333
    """
    n = int(parts.sum())
    return ratio(float((parts * (parts - 1)).sum()), n * (n - 1))


def hierarchy(strong: Integers, found: Distances) -> float | None:
    """Krackhardt's: of the pairs where one reaches the other, the share where only one does.

    `strong` are the sizes of the parts where all reach each other. None where nobody reaches
    anybody.

    >>> from graphtool.algorithms.distances import distances
    >>> from scipy.sparse import csr_array
    >>> arcs = csr_array((np.ones(3), ([0, 1, 1], [1, 0, 2])), shape=(3, 3))  # 0 and 1 both ways
    >>> found = hierarchy(sizes(arcs, connection="strong"), distances(arcs))
    >>> round(found, 3)  # of three pairs where one reaches the other, two do so one way only
    0.667
    """
    both = float((strong * (strong - 1)).sum()) / 2
    linked = float(found.reached.sum()) - both
    return 1 - both / linked if linked else None


def efficiency(parts: Integers, arcs: int, *, directed: bool) -> float | None:
    """Krackhardt's: 1 where each part has just the ties that hold it together, 0 where it has all.

    None where no part could have more ties than it needs.

    >>> efficiency(np.array([3]), 2, directed=False), efficiency(np.array([3]), 3, directed=False)
    (1.0, 0.0)
    """
    needed = parts - 1
    possible = parts * (parts - 1) / (1 if directed else 2)
    spare = float((possible - needed).sum())
    return 1 - (arcs - int(needed.sum())) / spare if spare else None


def upper_bounds(matrix: csr_array) -> float | None:
    """Krackhardt's: the share of pairs that have a least upper bound, of those that need not.

    An upper bound of two nodes reaches both along the arcs, or is one of them and reaches the
    other; the least is reached by all others. Pairs of different parts do not count. None for
    parts of fewer than three nodes, and above `LARGEST_HIERARCHY`.

    >>> from scipy.sparse import csr_array
    >>> tree = csr_array((np.ones(2), ([0, 0], [1, 2])), shape=(3, 3))  # 0 is above both
    >>> upper_bounds(tree)
    1.0
    """
    from scipy.sparse.csgraph import connected_components, shortest_path

    n = matrix.shape[0]
    if n < 3 or n > LARGEST_HIERARCHY:
        return None
    part = connected_components(matrix, directed=True, connection="weak")[1]
    reach = np.isfinite(shortest_path(matrix, unweighted=True))
    above = reach.T.copy()  # row: who reaches the node, itself included
    below = reach.sum(axis=1)
    size = np.bincount(part).astype(np.int64)
    most = float(((size - 1) * (size - 2)).sum()) / 2
    lacking = 0
    for node in range(n):
        others = np.flatnonzero((part == part[node]) & (np.arange(n) > node))
        bounds = above[node] & above[others]
        # If there is a least one, it is any of those that reach fewest: all others reach it too.
        least = np.where(bounds, below, n + 1).argmin(axis=1)
        has = bounds.any(axis=1) & ~(bounds & ~above[least]).any(axis=1)
        lacking += int((~has).sum())
    return 1 - lacking / most if most else None
