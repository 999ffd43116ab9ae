"""Harmonic closeness: how near a node is to all others.

M. Marchiori and V. Latora, "Harmony in the small-world", Physica A 285 (2000) 539-546, equation 4
for one node. Searched breadth first from 64 nodes at a time, a bit each, as M. Then et al., "The
more the merrier: efficient multi-source graph traversal", Proceedings of the VLDB Endowment 8
(2014) 449-460, do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from scipy.sparse import csr_array

CELLS = 4_000_000
"""Numbers in one table: it stays small enough to be quick."""
BITS = 64
DEEP = 40
"""Steps outwards from which every node is searched from by itself: a step costs all ties."""


def harmonic(matrix: csr_array) -> np.ndarray:
    """Of each node the sum of 1/distance to all others, unweighted; what it does not reach is 0.

    `matrix` is symmetric, with nothing on the diagonal; its weights mean nothing here. Not
    normalised: divide by n-1. An empty matrix gives an empty array.

    >>> from scipy.sparse import csr_array
    >>> path = csr_array(([1, 1, 1, 1], ([0, 1, 1, 2], [1, 0, 2, 1])))
    >>> harmonic(path).tolist()
    [1.5, 2.0, 1.5]
    """
    count = matrix.shape[0]
    if not matrix.nnz:
        return np.zeros(count)
    words = -(-count // BITS)
    width = max(1, CELLS // matrix.nnz)
    total = np.zeros(count)
    for first in range(0, words, width):
        found = _together(matrix, first * BITS, min((first + width) * BITS, count))
        if found is None:
            return _one_by_one(matrix)
        total += found
    return total


def _together(matrix: csr_array, first: int, end: int) -> np.ndarray | None:
    """The part of each node's sum that the nodes from first to end give; None if they lie deep.

    A row of `ring` is a node, a bit of it whether the search from one of these nodes has just come
    there. Who is as far from it as it is from them, so that counting bits by row is enough.
    """
    tied = np.flatnonzero(np.diff(matrix.indptr))
    ring = np.zeros((matrix.shape[0], -(-(end - first) // BITS)), dtype=np.uint64)
    sources = np.arange(first, end)
    place = sources - first
    ring[sources, place // BITS] = np.uint64(1) << (place % BITS).astype(np.uint64)
    met, total = ring.copy(), np.zeros(matrix.shape[0])
    for distance in range(1, DEEP + 1):
        near = np.bitwise_or.reduceat(ring[matrix.indices], matrix.indptr[tied], axis=0)
        ring = np.zeros_like(met)
        ring[tied] = near & ~met[tied]
        if not ring.any():
            return total
        met |= ring
        total += np.bitwise_count(ring).sum(axis=1) / distance
    return None


def _one_by_one(matrix: csr_array) -> np.ndarray:
    """The same, each node searched from by itself: a long chain has as many steps as nodes."""
    from scipy.sparse.csgraph import shortest_path

    count = matrix.shape[0]
    total = np.zeros(count)
    block = max(1, CELLS // count)
    for start in range(0, count, block):
        rows = np.arange(start, min(start + block, count))
        distance = shortest_path(matrix, unweighted=True, directed=False, indices=rows)
        with np.errstate(divide="ignore"):
            near = np.where(distance > 0, 1.0 / distance, 0.0)
        total[rows] = near.sum(axis=1)
    return total
