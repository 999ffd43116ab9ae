"""Rows and columns of a matrix in an order in which what is alike stands together.

By the first axis of a correspondence analysis, found by reciprocal averaging: a row stands at the
mean of its columns, a column at the mean of its rows (M. O. Hill, "Correspondence analysis: a
neglected multivariate method", Applied Statistics 23 (1974) 340-354). That this brings out blocks
is an old finding of seriation (I. Liiv, "Seriation and matrix reordering methods", Statistical
Analysis and Data Mining 3 (2010) 70-91).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from graphtool.algorithms.arrays import Array, Integers

if TYPE_CHECKING:
    from scipy.sparse import csr_array

ROUNDS = 200
"""Averages at most; after so many those that still move do so by less than is seen."""
STILL = 1e-7
"""A step so small ends it."""


class Seriation(NamedTuple):
    """Places in the matrix given, in the order in which they are to stand."""

    rows: Integers
    columns: Integers


def seriation(incidence: csr_array) -> Seriation:
    """An order of rows and one of columns; empty for an empty matrix.

    Numbers that are not 0 tie a row to a column, the larger the closer. Parts that nothing ties
    follow each other, the one with most ties first; in each the row with most ties stands in the
    upper half. Rows and columns of one place, those tied to nothing last, keep their order.

    >>> from scipy.sparse import csr_array
    >>> found = seriation(csr_array(np.array([[1, 0, 1, 0], [0, 1, 0, 1], [1, 0, 1, 0]])))
    >>> found.rows.tolist(), found.columns.tolist()
    ([0, 2, 1], [0, 2, 1, 3])
    """
    from scipy.sparse import block_array
    from scipy.sparse.csgraph import connected_components

    height, width = incidence.shape
    if not height or not width:
        return Seriation(np.arange(height), np.arange(width))
    ties = block_array([[None, incidence], [incidence.T, None]], format="csr")
    part = connected_components(ties, directed=False)[1]
    score = np.zeros(height + width)
    for one in np.unique(part[:height]):
        rows, columns = np.flatnonzero(part[:height] == one), np.flatnonzero(part[height:] == one)
        if len(columns):
            found = _axis(incidence[rows][:, columns])
            score[rows], score[height + columns] = found
    degree = np.diff(ties.indptr)
    held = np.bincount(part, weights=degree)
    first = np.full(len(held), height + width)
    np.minimum.at(first, part, np.arange(height + width))
    score = np.round(score, 6)
    whole = np.lexsort((np.arange(height + width), score, first[part], -held[part]))
    return Seriation(whole[whole < height], whole[whole >= height] - height)


def _axis(ties: csr_array) -> tuple[Array, Array]:
    """Where the rows and the columns of one part stand on its first axis."""
    weight, across = np.asarray(ties.sum(axis=1)).ravel(), np.asarray(ties.sum(axis=0)).ravel()
    place = np.arange(len(weight), dtype=float)
    for _ in range(ROUNDS):
        before = place
        place = (ties @ ((ties.T @ place) / across)) / weight
        # Without what is the same for all, which is an axis too, and the first.
        place = place - (weight @ place) / weight.sum()
        size = np.sqrt((weight @ place**2) / weight.sum())
        if size < STILL:
            place = np.zeros(len(weight))
            break
        place = place / size
        if np.abs(place - before).max() < STILL:
            break
    if place[np.argmax(np.diff(ties.indptr))] > 0:
        place = -place
    return place, (ties.T @ place) / across
