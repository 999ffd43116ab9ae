"""Betweenness: how much of the shortest paths between others runs through a node.

U. Brandes, "A faster algorithm for betweenness centrality", Journal of Mathematical Sociology 25
(2001) 163-177, here for many sources at a time: each step outwards is one product of the sparse
matrix with a column a source, or of a large network a loop that is compiled. From a sample of the
sources it is estimated as U. Brandes and C. Pich do, "Centrality estimation in large networks",
International Journal of Bifurcation and Chaos 17 (2007) 2303-2318; the error is that of the mean of
a sample drawn without replacement (W. G. Cochran, "Sampling techniques", 1977, equation 2.20).
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from graphtool.algorithms import compiled
from graphtool.algorithms.arrays import Array, Integers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from scipy.sparse import csr_array

PIECE = 64
"""Sources that are summed by themselves before they are added to the others, however it is worked
out and over however many threads: another order of sums would give another last digit."""
SECONDS = 1.6e-8
"""About what a source and an arc take, uncompiled."""
Sums = tuple[Array, Array]
"""Of each node the sum of what depends on it, and that of the squares."""
CELLS = 1_500_000
"""Numbers in one table of nodes by sources: it stays small enough to be quick."""
DEEP = 40
"""Steps outwards from which the sources are taken one by one: steps cost the whole matrix."""
SURE = 3.0
"""Standard errors to each side of an estimate.

A few sources may carry much of what runs through a node, so that 1.96 held only 88 to 90 of the
hundred nodes that most runs through, and 3 held 95 or 96, in networks of 2 500 and 3 000 nodes.
"""


class Betweenness(NamedTuple):
    """Of each node, as a share of the pairs of others; not rounded."""

    values: np.ndarray
    errors: np.ndarray
    """Three standard errors, to each side of a value; 0 where it is exact."""


def betweenness(matrix: csr_array, sources: int | None = None, *, seed: int = 0) -> Betweenness:
    """Freeman's betweenness, unweighted, divided by (n-1)(n-2)/2; 0 where n < 3.

    `matrix` is symmetric, with nothing on the diagonal; its weights mean nothing here. With
    `sources` fewer than the nodes it is estimated from so many, at least two, drawn with the seed.
    What no path from these runs through has neither value nor error: far down, a value is less
    sure than its error says.

    >>> from scipy.sparse import csr_array
    >>> path = csr_array(([1, 1, 1, 1], ([0, 1, 1, 2], [1, 0, 2, 1])))
    >>> betweenness(path).values.tolist()
    [0.0, 1.0, 0.0]
    """
    count = matrix.shape[0]
    if count < 3 or not matrix.nnz:
        return Betweenness(np.zeros(count), np.zeros(count))
    drawn = np.arange(count)
    if sources is not None and sources < count:
        drawn = np.sort(np.random.RandomState(seed).choice(count, max(sources, 2), replace=False))
    sums, squares = _summed(matrix, drawn)
    size, pairs = len(drawn), (count - 1) * (count - 2)
    spread = np.maximum(squares - sums**2 / size, 0) / (size - 1)
    deviation = np.sqrt(spread / size * (1 - size / count))
    return Betweenness(sums * count / size / pairs, SURE * deviation * count / pairs)


def _summed(matrix: csr_array, sources: Integers) -> Sums:
    """Of each node the sum over the sources of what depends on it, and of its squares."""
    from scipy.sparse.csgraph import reverse_cuthill_mckee

    count = matrix.shape[0]
    fast = compiled.kernel("betweenness.summed", SECONDS * len(sources) * matrix.nnz)
    # Neighbours after each other: sources that go together then see much the same.
    order = reverse_cuthill_mckee(matrix, symmetric_mode=True)
    drawn = order[np.isin(order, sources)].astype(np.int64)
    pieces = _compiled(fast, matrix, drawn, order) if fast else _by_products(matrix, drawn)
    sums, squares = np.zeros(count), np.zeros(count)
    for some, of_squares in pieces:
        sums += some
        squares += of_squares
    return sums, squares


def _compiled(
    fast: Callable[..., Sums], matrix: csr_array, sources: Integers, order: Integers
) -> Iterator[Sums]:
    """The sums of each piece of the sources; nodes are renumbered in this order."""
    place = np.argsort(order)
    degree = np.diff(matrix.indptr)[order].astype(np.int64)
    start = np.concatenate([[0], degree.cumsum()])
    # A row's entries keep their order: sums follow it.
    entries = np.repeat(matrix.indptr[order] - start[:-1], degree) + np.arange(matrix.nnz)
    ends, renumbered = place[matrix.indices[entries]].astype(np.uint32), place[sources]
    for sums, squares in compiled.in_order(
        lambda first, last: fast(start, ends, renumbered[first:last]), len(sources), PIECE
    ):
        yield sums[place], squares[place]


def _by_products(matrix: csr_array, sources: Integers) -> Iterator[Sums]:
    """The same, with products of matrices, or from one source at a time where it is deep."""
    count = matrix.shape[0]
    ones = type(matrix)((np.ones(matrix.nnz), matrix.indices, matrix.indptr), shape=matrix.shape)
    start, others = matrix.indptr.tolist(), matrix.indices.tolist()
    near = [others[a:b] for a, b in pairwise(start)]
    deep = _depth(near, int(np.diff(matrix.indptr).argmax())) > DEEP
    width = max(1, CELLS // count)
    sums, squares = np.zeros(count), np.zeros(count)
    for first in range(0, len(sources), width):
        block = sources[first : first + width]
        found = None if deep else _of_many(ones, block)
        if found is None:
            found = np.stack([_of_one(near, source) for source in block.tolist()], axis=1)
        for at, column in enumerate(np.ascontiguousarray(found.T), start=first + 1):
            sums += column
            squares += column * column
            if at % PIECE == 0 or at == len(sources):
                yield sums, squares
                sums, squares = np.zeros(count), np.zeros(count)


def _depth(near: list[list[int]], source: int) -> int:
    """Steps to what is farthest from a node: at least half of the longest in its part."""
    seen, ring, steps = {source}, [source], 0
    while ring := [o for o in dict.fromkeys(o for n in ring for o in near[n]) if o not in seen]:
        seen.update(ring)
        steps += 1
    return steps


def _of_many(matrix: csr_array, sources: Integers) -> Array | None:
    """What depends on each node, a column a source; None where the paths are too long."""
    paths = np.zeros((matrix.shape[0], len(sources)))
    paths[sources, np.arange(len(sources))] = 1
    ring = paths.copy()
    rings: list[np.ndarray] = []
    while (met := ring != 0).any():
        if len(rings) > 2 * DEEP:
            return None
        rings.append(met)
        ring = matrix @ ring
        ring *= paths == 0
        paths += ring
    share, depends = np.zeros_like(paths), np.zeros_like(paths)
    reached = np.where(paths == 0, np.inf, paths)
    for inner, outer in zip(rings[-2::-1], rings[:0:-1], strict=True):
        share += 1
        share /= reached
        share *= outer
        share = matrix @ share
        share *= paths
        share *= inner
        depends += share
    depends[sources, np.arange(len(sources))] = 0
    return depends


def _of_one(near: list[list[int]], source: int) -> Array:
    """What depends on each node, from one source; sums in the order of `_of_many`."""
    depth, order = {source: 0}, [source]
    for node in order:
        for other in near[node]:
            if other not in depth:
                depth[other] = depth[node] + 1
                order.append(other)
    paths = {source: 1.0}
    share: dict[int, float] = {}
    for node in order[1:]:
        paths[node] = 0.0
        for other in near[node]:
            if depth[other] == depth[node] - 1:
                paths[node] += paths[other]
    found = np.zeros(len(near))
    for node in reversed(order[1:]):
        given = 0.0
        for other in near[node]:
            if depth[other] == depth[node] + 1:
                given += share[other]
        found[node] = paths[node] * given
        share[node] = (1 + found[node]) / paths[node]
    return found
