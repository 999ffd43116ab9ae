"""Who is not tied and has much in common: resource allocation over common partners.

T. Zhou, L. Lü and Y.-C. Zhang, "Predicting missing links via local information", European Physical
Journal B 71 (2009) 623-630: the sum over the common partners of 1/their partners. Worked out for
some nodes at a time: of a large network nearly all pairs have somebody in common, and few are told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from graphtool.algorithms import products
from graphtool.algorithms.arrays import Array, Integers

if TYPE_CHECKING:
    from scipy.sparse import csr_array

WAYS = 10_000_000
"""Ways from a node over a common partner to another that are summed at a time, if not one node's
alone are more."""
DIGITS = 9
"""To which scores are compared: what is equally much must not differ by the order of a sum."""


class Allocated(NamedTuple):
    """The pairs with the highest scores, those first, then by their places."""

    one: Integers
    other: Integers
    score: Array
    pairs: int
    """How many pairs have a score at all."""


def allocated(matrix: csr_array, most: int, left_out: Integers | None = None) -> Allocated:
    """Up to `most` pairs, the one before the other, that are not tied and have somebody in common.

    `matrix` is symmetric, of ones and nothing on the diagonal. Pairs are `left_out` by one's place
    times the number of nodes plus the other's.

    >>> from scipy.sparse import csr_array
    >>> path = csr_array(([1.0, 1, 1, 1], ([0, 1, 1, 2], [1, 0, 2, 1])))
    >>> found = allocated(path, most=5)
    >>> found.one.tolist(), found.other.tolist(), found.score.tolist(), found.pairs
    ([0], [2], [0.5], 1)
    """
    best = Allocated(*(np.zeros(0, dtype=np.int64),) * 2, np.zeros(0), 0)
    if not matrix.nnz:
        return best
    n, degree = matrix.shape[0], np.diff(matrix.indptr)
    weighed = matrix.copy()
    weighed.data = 1.0 / degree[matrix.indices]
    none = np.zeros(0, dtype=np.int64) if left_out is None else left_out
    for start, stop in products.runs(matrix @ degree, WAYS):
        ways = (weighed[start:stop] @ matrix).tocoo()
        one, other = ways.row.astype(np.int64) + start, ways.col.astype(np.int64)
        rows, tied = matrix[start:stop].nonzero()
        gone = np.concatenate([(rows.astype(np.int64) + start) * n + tied, none])
        kept = (other > one) & ~np.isin(one * n + other, gone)
        found = one[kept], other[kept], np.round(ways.data[kept], DIGITS)
        best = _foremost(best, *found, most=most)
    return best


def _foremost(
    best: Allocated, one: Integers, other: Integers, score: Array, *, most: int
) -> Allocated:
    """The best of those and these."""
    count = best.pairs + len(one)
    if len(score) > most:  # a sort of all would take longer than to find them
        enough = score >= np.partition(score, -most)[-most] if most else np.zeros(len(score), bool)
        one, other, score = one[enough], other[enough], score[enough]
    one, other, score = (
        np.concatenate(pair)
        for pair in zip((best.one, best.other, best.score), (one, other, score), strict=True)
    )
    order = np.lexsort((other, one, -score))[:most]
    return Allocated(one[order], other[order], score[order], count)
