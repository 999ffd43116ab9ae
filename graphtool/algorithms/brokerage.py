"""Brokerage between groups: who stands on the only short way between two others, and in what role.

R. V. Gould and R. M. Fernandez, "Structures of mediation: a formal approach to brokerage in
transaction networks", Sociological Methodology 19 (1989) 89-126.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from graphtool.algorithms.arrays import Array, Integers

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    Words = np.ndarray[Any, np.dtype[np.uint64]]

CELLS = 1_000_000_000
"""Bits of a table of arcs at a time: 125 MB, and as much for those within groups."""
ROLES = ("coordinator", "gatekeeper", "representative", "itinerant", "liaison")
"""All three of a group; the first of another; the last of another; the broker; all differ."""


class Brokerage(NamedTuple):
    """How often each node is a broker; a row a node, a column a role."""

    counts: Integers
    expected: Array
    """The same where groups are dealt out by lot, as many of each as there are."""


def brokerage(matrix: csr_array, group: Integers) -> Brokerage:
    """For every way from one through a broker to another, none of whose ends reaches it directly.

    A row's entries are the nodes that its arcs lead to, none to itself; an undirected tie is one
    each way, so that a pair of partners counts in both directions. No nodes give no rows.

    >>> from scipy.sparse import csr_array
    >>> path = csr_array(([1, 1], ([0, 1], [1, 2])), shape=(3, 3))
    >>> brokerage(path, np.array([0, 1, 1])).counts.tolist()
    [[0, 0, 0, 0, 0], [0, 1, 0, 0, 0], [0, 0, 0, 0, 0]]
    """
    count = matrix.shape[0]
    into = matrix.T.tocsr()
    found = _ways(_ones(matrix), _ones(into), group)
    wide = max(64, CELLS // max(count, 1))
    for start in range(0, count, wide):
        found -= _closed(matrix, into, group, range(start, min(start + wide, count)))
    odds = _odds(group)
    return Brokerage(found, found.sum(axis=1, keepdims=True) * odds)


def _ones(matrix: csr_array) -> csr_array:
    from scipy.sparse import csr_array

    ones = np.ones(matrix.nnz, dtype=np.int64)
    return csr_array((ones, matrix.indices, matrix.indptr), shape=matrix.shape)


def _ways(matrix: csr_array, into: csr_array, group: Integers) -> Integers:
    """How many ways over each node, to another than the first, have each role; closed ones too."""
    from scipy.sparse import csr_array

    every = np.arange(len(group))
    shape = (len(group), int(group.max(initial=0)) + 1)
    of = csr_array((np.ones_like(every), (every, group)), shape=shape)
    came, went = into @ of, matrix @ of
    comes, goes = (np.asarray(one[every, group]).ravel() for one in (came, went))
    others, ahead = came.sum(axis=1) - comes, went.sum(axis=1) - goes
    alike = (came * went).sum(axis=1) - comes * goes
    again = (matrix * into).tocoo()  # there and back to where it began
    own = group[again.row] == group[again.col]
    inner, outer = (np.bincount(again.row[which], minlength=len(group)) for which in (own, ~own))
    return np.column_stack(
        [comes * goes - inner, others * goes, comes * ahead, alike - outer, others * ahead - alike]
    ).astype(np.int64)


def _of(matrix: csr_array, node: int) -> Integers:
    return np.asarray(matrix.indices[matrix.indptr[node] : matrix.indptr[node + 1]])


def _closed(matrix: csr_array, into: csr_array, group: Integers, some: range) -> Integers:
    """How many of the ways to a last among some have an arc beside, from the first.

    A bit stands for an arc, so that what two nodes both lead to is one operation for 64 nodes.
    """
    count, start = len(group), some.start
    arcs = matrix[:, start : some.stop].tocoo()
    alike = group[arcs.row] == group[arcs.col + start]
    shape = (count, len(some))
    reached, inside = (_bits(arcs.row[w], arcs.col[w], shape) for w in (slice(None), alike))
    found = np.zeros((count, len(ROLES)), dtype=np.int64)
    for broker in range(count):
        first, last = _of(into, broker), _of(matrix, broker)
        if len(some) < count:
            last = last[(last >= start) & (last < some.stop)]
        if not len(first) or not len(last):
            continue
        comes, goes = group[first] == group[broker], group[last] == group[broker]
        own, other = (_bits(0, last[which] - start, (1, len(some))) for which in (goes, ~goes))
        here, there = reached[first[comes]], reached[first[~comes]]
        itinerant = _common(inside[first[~comes]], other)
        found[broker] = (
            _common(here, own),
            _common(there, own),
            _common(here, other),
            itinerant,
            _common(there, other) - itinerant,
        )
    return found


def _bits(rows: Integers | int, columns: Integers, shape: tuple[int, int]) -> Words:
    """A table of bits, 64 columns a word."""
    width = -(-shape[1] // 64)
    words = np.zeros(shape[0] * width, dtype=np.uint64)
    bit = np.left_shift(np.uint64(1), columns.astype(np.uint64) % np.uint64(64))
    np.bitwise_or.at(words, rows * np.int64(width) + columns // 64, bit)
    return words.reshape(shape[0], width)


def _common(rows: Words, mask: Words) -> int:
    return int(np.bitwise_count(rows & mask).sum(dtype=np.int64)) if mask.any() else 0


def _odds(group: Integers) -> Array:
    """How likely three nodes that are drawn have each role."""
    count = len(group)
    if count < 3:
        return np.zeros(len(ROLES))
    size = np.unique(group, return_counts=True)[1].astype(np.float64)
    all_ways = count * (count - 1.0) * (count - 2.0)
    alike = float((size * (size - 1) * (size - 2)).sum()) / all_ways
    two = float((size * (size - 1) * (count - size)).sum()) / all_ways
    return np.array([alike, two, two, two, max(1 - alike - 3 * two, 0.0)])
