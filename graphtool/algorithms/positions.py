"""Where nodes stand in a network: PageRank, Katz, cores, clustering.

Matrices have in row and column what an arc from the one to the other weighs, nothing on the
diagonal and nothing below 0; of an undirected network they are symmetric, and `directed=False`
saves finding out. Every function gives one value a node, and an empty array for no nodes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from graphtool.algorithms import compiled, products
from graphtool.algorithms.arrays import Array, Integers

if TYPE_CHECKING:
    from scipy.sparse import csr_array

DAMPING = 0.85
"""Of PageRank, and the share of the reach at which Katz' sum would just not end."""
STEPS = 300
"""After which nothing is left of Katz' error: 0.85 to their power is 7e-22."""


def pagerank(matrix: csr_array) -> Array:
    """How often somebody comes by who follows arcs by their weights and now and then starts anew.

    S. Brin and L. Page, "The anatomy of a large-scale hypertextual web search engine", Computer
    Networks 30 (1998) 107-117, damping 0.85; from a node without arcs anywhere. Sums to 1.

    >>> from scipy.sparse import csr_array
    >>> pagerank(csr_array(([1.0, 1.0], ([0, 1], [1, 0])), shape=(2, 2))).tolist()
    [0.5, 0.5]
    """
    n = matrix.shape[0]
    if not n:
        return np.zeros(0)
    out = matrix.sum(axis=1)
    share = matrix.T.multiply(np.where(out > 0, 1 / np.where(out > 0, out, 1), 0)).tocsr()
    found = np.full(n, 1 / n)
    for _ in range(10_000):
        lost = found[out == 0].sum()
        following = DAMPING * (share @ found + lost / n) + (1 - DAMPING) / n
        if np.abs(following - found).sum() < 1e-15 * n:
            break
        found = following
    return following


def katz(matrix: csr_array, part: Integers | None = None) -> Array:
    """By how many walks of any length others lead to a node, each step counting less; length 1.

    L. Katz, "A new status index derived from sociometric analysis", Psychometrika 18 (1953) 39-43:
    x = 1 + a * A'x, unweighted, with a = 0.85 over the largest in-degree, at which it always ends.
    With the number of the `part` that each node hangs together with, a and the length are each
    part's own.

    >>> from scipy.sparse import csr_array
    >>> star = csr_array(([1.0, 1.0], ([0, 1], [2, 2])), shape=(3, 3))
    >>> (katz(star)[2] / katz(star)[0]).round(3).tolist()
    1.85
    >>> katz(star, np.zeros(3, dtype=int)).round(3).tolist() == katz(star).round(3).tolist()
    True
    """
    from scipy.sparse import csr_array, diags_array

    n = matrix.shape[0]
    if not n:
        return np.zeros(0)
    home = np.zeros(n, dtype=np.int64) if part is None else part
    ones = csr_array((np.ones(matrix.nnz), matrix.indices, matrix.indptr), shape=matrix.shape)
    most = np.zeros(home.max() + 1)
    np.maximum.at(most, home, ones.sum(axis=0))
    attenuation = np.divide(DAMPING, most, out=np.zeros_like(most), where=most > 0)[home]
    # Step by step, each leaving 0.85 of the error: solved outright it fills a table of all pairs.
    into, found = (diags_array(attenuation) @ ones.T).tocsr(), np.ones(n)
    for _ in range(STEPS):
        before, found = found, 1 + into @ found
        if np.abs(found - before).max() <= 1e-15 * found.max():
            break
    values: Array = found / np.sqrt(np.bincount(home, found**2))[home]
    return values


def mutual_ties(matrix: csr_array, *, directed: bool = True) -> tuple[csr_array, np.ndarray]:
    """What runs between two, both ways, and which nodes are alone; where all is mutual, half.

    >>> from scipy.sparse import csr_array
    >>> ties, alone = mutual_ties(csr_array(([2.0, 1.0], ([0, 1], [1, 0])), shape=(3, 3)))
    >>> ties.toarray().tolist(), alone.tolist()
    ([[0.0, 3.0, 0.0], [3.0, 0.0, 0.0], [0.0, 0.0, 0.0]], [False, False, True])
    """
    mutual = (matrix + matrix.T).tocsr() if directed else matrix
    if not mutual.has_canonical_format or np.count_nonzero(mutual.data) < mutual.nnz:
        mutual = mutual.copy()
        mutual.sum_duplicates()
        mutual.eliminate_zeros()
    return mutual, np.diff(mutual.indptr) == 0


def core_numbers(matrix: csr_array, *, directed: bool = True) -> Integers:
    """For each node the largest k of a group in which all have k ties within it, arcs as ties.

    S. B. Seidman, "Network structure and minimum degree", Social Networks 5 (1983) 269-287; found
    as V. Batagelj and M. Zaveršnik do, arXiv cs/0310049 (2003).

    >>> from scipy.sparse import csr_array
    >>> path = csr_array(([1.0, 1, 1, 1], ([0, 1, 1, 2], [1, 0, 2, 1])))
    >>> core_numbers(path).tolist()
    [1, 1, 1]
    """
    mutual, _ = mutual_ties(matrix, directed=directed)
    # About what it takes uncompiled.
    if fast := compiled.kernel("positions.core_numbers", 7e-7 * mutual.nnz):
        found: Integers = fast(*compiled.rows(mutual))
        return found
    degree = np.diff(mutual.indptr).tolist()
    start, others = mutual.indptr.tolist(), mutual.indices.tolist()
    waiting: list[list[int]] = [[] for _ in range(max(degree, default=0) + 1)]
    for node, ties in enumerate(degree):
        waiting[ties].append(node)
    done, level = [False] * len(degree), 0
    while level < len(waiting):
        if not waiting[level]:
            level += 1
            continue
        node = waiting[level].pop()
        if done[node] or degree[node] != level:
            continue
        done[node] = True
        for other in others[start[node] : start[node + 1]]:
            if not done[other] and degree[other] > level:
                degree[other] -= 1
                waiting[degree[other]].append(other)
    return np.array(degree, dtype=np.int64)


def clustering(matrix: csr_array) -> Array:
    """The share of pairs of a node's contacts that are tied, arcs as ties; NaN where it has no two.

    D. J. Watts and S. H. Strogatz, "Collective dynamics of small-world networks", Nature 393 (1998)
    440-442.

    >>> from scipy.sparse import csr_array
    >>> path = csr_array(([1.0, 1, 1, 1], ([0, 1, 1, 2], [1, 0, 2, 1])))
    >>> clustering(path).tolist()
    [nan, 0.0, nan]
    """
    mutual, _ = mutual_ties(matrix)
    closed, possible = triads((mutual != 0).astype(np.float64))
    return np.divide(closed, possible, out=np.full(len(closed), np.nan), where=possible > 0)


class Triads(NamedTuple):
    """For each node two of its partners at a time, each two both ways round."""

    closed: Array
    """How often these are partners of each other."""
    possible: Array
    """How often that could be."""


def triads(ties: csr_array) -> Triads:
    """Of an undirected network with a 1 for each tie.

    >>> from scipy.sparse import csr_array
    >>> path = csr_array(([1.0, 1, 1, 1], ([0, 1, 1, 2], [1, 0, 2, 1])))
    >>> triads(path)  # the two partners of its middle are no partners
    Triads(closed=array([0., 0., 0.]), possible=array([0., 2., 0.]))
    """
    degree = np.diff(ties.indptr)
    return Triads(products.sums_where(ties, ties, ties), degree * (degree - 1.0))
