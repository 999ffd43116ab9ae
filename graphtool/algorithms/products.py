"""Products of large sparse matrices a run of rows at a time: as a whole they would fill memory.

What nodes have in common is a product of the network with itself. Where each has some hundreds of
partners, nearly all pairs have one in common, and the product has an entry for each.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from graphtool.algorithms import compiled
from graphtool.algorithms.arrays import Array, Integers

if TYPE_CHECKING:
    from scipy.sparse import csr_array

WAYS = 10_000_000
"""Products of two entries that are summed at a time, if not one row's alone are more."""
SECONDS = 1e-8
"""About what such a product takes in `sums_where`, uncompiled."""


def runs(ways: Integers, most: int = WAYS) -> Iterator[tuple[int, int]]:
    """First and last of runs of rows that have no more ways together than `most`, or are one.

    >>> list(runs(np.array([2, 3, 9, 1, 1]), most=5))
    [(0, 2), (2, 3), (3, 5)]
    """
    start, total = 0, np.concatenate(([0], np.cumsum(ways)))
    while start < len(ways):
        stop = int(np.searchsorted(total, total[start] + most, side="right")) - 1
        yield start, (stop := max(stop, start + 1))
        start = stop


def ways(one: csr_array, other: csr_array) -> Integers:
    """For each row of a product how many products of two entries it sums.

    >>> triangle = np.ones((3, 3)) - np.eye(3)
    >>> from scipy.sparse import csr_array
    >>> ways(csr_array(triangle), csr_array(triangle)).tolist()
    [4, 4, 4]
    """
    steps = np.concatenate([[0], np.diff(other.indptr)[one.indices].cumsum(dtype=np.int64)])
    found: Integers = np.diff(steps[one.indptr])
    return found


def sums_where(one: csr_array, other: csr_array, where: csr_array, most: int = WAYS) -> Array:
    """For each row the sum of the product's entries in the places where a third matrix has any.

    Each counts as often as that entry says. No rows give no sums.

    >>> from scipy.sparse import csr_array
    >>> triangle = csr_array(([1.0] * 6, ([0, 0, 1, 1, 2, 2], [1, 2, 0, 2, 0, 1])))
    >>> sums_where(triangle, triangle, triangle).tolist()  # the ways round, from each, both ways
    [2.0, 2.0, 2.0]
    """
    each = ways(one, other)
    seconds = SECONDS * float(each.sum())
    if fast := compiled.kernel("products.sums_where", seconds):
        tables = [
            part
            for table in map(_canonical, (one, other.T.tocsr(), where))
            for part in (*compiled.rows(table), table.data.astype(np.float64))
        ]
        return compiled.joined(
            lambda first, last: fast(*tables, one.shape[1], first, last), len(each), seconds
        )
    found, ones = np.zeros(one.shape[0]), np.ones(where.shape[1])
    for start, stop in runs(each, most):
        product = (one[start:stop] @ other).multiply(where[start:stop]).tocsr()
        # Products with ones add one entry after another, as the compiled way does.
        product.sort_indices()
        found[start:stop] = product @ ones
    return found


def _canonical(matrix: csr_array) -> csr_array:
    """The same, every row's entries once and in order."""
    if not matrix.has_canonical_format:
        matrix = matrix.copy()
        matrix.sum_duplicates()
    return matrix
