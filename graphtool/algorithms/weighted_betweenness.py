"""Betweenness along arcs with lengths: U. Brandes, Journal of Mathematical Sociology 25 (2001).

Two ways count as equally long where they differ by no more than a billionth of their length, so
that 1/3 + 1/3 + 1/3 and 1 are one length.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graphtool.algorithms.arrays import Array

if TYPE_CHECKING:
    from scipy.sparse import csr_array

TOLERANCE = 1e-9
"""Share of its length by which a way may be longer than another and still be as short."""
CELLS = 2_000_000
"""Distances in one table."""


def weighted_betweenness(lengths: csr_array, *, directed: bool) -> Array:
    """The share of shortest ways between two others that pass through each node.

    `lengths` are above 0, nothing on the diagonal, and symmetric where it is not directed. Divided
    by (n-1)(n-2), the pairs of others in either order; 0 where n < 3.

    >>> from scipy.sparse import csr_array
    >>> triangle = csr_array(([1.0, 1, 1, 1, 3, 3], ([0, 1, 1, 2, 0, 2], [1, 0, 2, 1, 2, 0])))
    >>> weighted_betweenness(triangle, directed=False).tolist()
    [0.0, 1.0, 0.0]
    """
    from scipy.sparse.csgraph import dijkstra

    n = lengths.shape[0]
    through = np.zeros(n)
    if n < 3 or not lengths.nnz:
        return through
    start = np.repeat(np.arange(n), np.diff(lengths.indptr))
    width = max(1, CELLS // n)
    for first in range(0, n, width):
        sources = np.arange(first, min(first + width, n))
        away = dijkstra(lengths, directed=directed, indices=sources)
        for source, distance in zip(sources.tolist(), away, strict=True):
            through += _depending(source, distance, start, lengths)
    return through / ((n - 1) * (n - 2))


def _depending(source: int, distance: Array, start: np.ndarray, lengths: csr_array) -> Array:
    """How much of the shortest ways from a source each node lies on, itself left out."""
    end = lengths.indices
    near, far = distance[start], distance[end]
    with np.errstate(invalid="ignore"):
        used = (near < far) & (near + lengths.data <= far * (1 + TOLERANCE)) & np.isfinite(far)
    arcs = np.flatnonzero(used)
    arcs = arcs[np.argsort(far[arcs], kind="stable")]
    one, other = start[arcs].tolist(), end[arcs].tolist()
    ways = [0.0] * len(distance)
    ways[source] = 1.0
    for before, after in zip(one, other, strict=True):
        ways[after] += ways[before]
    found = [0.0] * len(distance)
    for before, after in zip(reversed(one), reversed(other), strict=True):
        found[before] += ways[before] / ways[after] * (1 + found[after])
    found[source] = 0.0
    return np.array(found)
