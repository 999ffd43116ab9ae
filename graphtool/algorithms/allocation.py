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
    # A table of a run has a cell for every node: a run is as short as that asks for, too.
    for start, stop in products.runs(np.maximum(matrix @ degree, n), WAYS):
        table = (weighed[start:stop] @ matrix).toarray()
        table[matrix[start:stop].nonzero()] = 0
        here = none[(none >= start * n) & (none < stop * n)]
        table[here // n - start, here % n] = 0
        table[np.arange(n) <= np.arange(start, stop)[:, None]] = 0
        best = _foremost(best, table, start, most=most)
    return best


def _foremost(best: Allocated, table: Array, start: int, *, most: int) -> Allocated:
    """The best of those and of the pairs that a table has a score for, its first row's given."""
    scores = table.ravel()
    pairs = np.flatnonzero(scores)
    count = best.pairs + len(pairs)
    if len(best.score) == most:  # no more than half a last digit is rounded away
        pairs = pairs[scores[pairs] >= best.score[-1] - 10.0**-DIGITS] if most else pairs[:0]
    score = np.round(scores[pairs], DIGITS)
    if len(score) > most:  # a sort of all would take longer than to find them
        enough = score >= np.partition(score, -most)[-most]
        pairs, score = pairs[enough], score[enough]
    one, other = np.divmod(pairs, table.shape[1])
    one, other, score = (
        np.concatenate(pair)
        for pair in zip(
            (best.one, best.other, best.score), (one + start, other, score), strict=True
        )
    )
    order = np.lexsort((other, one, -score))[:most]
    return Allocated(one[order], other[order], score[order], count)
