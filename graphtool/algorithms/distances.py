"""How far nodes are from each other along the arcs of a graph, without a table of all pairs.

Searched breadth first for 64 targets at a time, a bit each, as M. Then et al., "The more the
merrier: efficient multi-source graph traversal", Proceedings of the VLDB Endowment 8 (2014)
449-460, do: with numpy, or of a large graph in a loop that is compiled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from graphtool.algorithms import compiled
from graphtool.algorithms.arrays import Array, Integers

if TYPE_CHECKING:
    from collections.abc import Callable

    from scipy.sparse import csr_array

WORDS = 4_000_000
"""Words of 64 bits in one table: it stays small enough to be quick."""
BITS = 64
DEEP = 60
"""Steps outwards from which targets are searched for one by one: a step costs all arcs."""
PIECE = 4_096
"""Targets, or nodes, that a thread works on."""
SECONDS = 1.7e-9
"""About what a target and an arc take, uncompiled."""


class Distances(NamedTuple):
    """Of each node, over the others that it reaches along the arcs; unweighted."""

    reached: Integers
    """How many those are."""
    total: Array
    """Sum of the distances to them."""
    harmonic: Array
    """Sum of 1/distance to them: harmonic closeness, not normalised (M. Marchiori and V. Latora,
    "Harmony in the small-world", Physica A 285 (2000) 539-546, equation 4 for one node)."""
    farthest: Integers
    """The longest of the distances, 0 where it reaches nobody."""


def distances(matrix: csr_array) -> Distances:
    """How many others each node reaches, how far away; empty arrays for no nodes.

    A row's entries are the nodes that its arcs lead to, none to itself; what they weigh means
    nothing here.

    >>> from scipy.sparse import csr_array
    >>> chain = csr_array(([1, 1], ([0, 1], [1, 2])), shape=(3, 3))
    >>> found = distances(chain)
    >>> found.reached.tolist(), found.total.tolist(), found.farthest.tolist()
    ([2, 1, 0], [3.0, 1.0, 0.0], [2, 1, 0])
    """
    count = matrix.shape[0]
    seconds = SECONDS * count * matrix.nnz
    if fast := compiled.kernel("distances.by_step", seconds):
        return _compiled(fast, matrix)
    steps: list[Integers] = []
    if matrix.nnz:
        words = -(-count // BITS)
        width = max(1, WORDS // matrix.nnz)
        for first in range(0, words, width):
            targets = np.arange(first * BITS, min((first + width) * BITS, count))
            found = _together(matrix, targets)
            if found is None:
                return _one_by_one(matrix)
            steps += [np.zeros(count, dtype=np.int64)] * (len(found) - len(steps))
            for at, met in enumerate(found):
                steps[at] = steps[at] + met
    return _summed(steps, count)


def _compiled(fast: Callable[..., tuple[Integers, bool]], matrix: csr_array) -> Distances:
    """The same, compiled: targets together, or each node by itself where they lie deep."""
    count = matrix.shape[0]
    start, ends = compiled.rows(matrix)
    steps: list[Integers] = []
    for met, all_met in compiled.in_order(
        lambda first, last: fast(start, ends, first, last, DEEP), count, PIECE
    ):
        if not all_met:
            break
        steps += [np.zeros(count, dtype=np.int64)] * (len(met) - len(steps))
        steps[: len(met)] = [there + here for there, here in zip(steps, met, strict=False)]
    else:
        return _summed(steps, count)
    each = compiled.kernel("distances.from_each", np.inf)
    assert each is not None
    found = compiled.in_order(
        lambda first, last: each(start, ends, first, last), count, -(-count // 64)
    )
    return Distances(*(np.concatenate(of_all) for of_all in zip(*found, strict=True)))


def _summed(steps: list[Integers], count: int) -> Distances:
    """From how many each node comes to in its first step, its second, and so on."""
    reached, farthest = np.zeros(count, dtype=np.int64), np.zeros(count, dtype=np.int64)
    total, harmonic = np.zeros(count), np.zeros(count)
    for distance, met in enumerate(steps, start=1):
        reached += met
        total += met * distance
        harmonic += met / distance
        farthest[met > 0] = distance
    return Distances(reached, total, harmonic, farthest)


def _together(matrix: csr_array, targets: Integers) -> list[Integers] | None:
    """How many of the targets each node comes to in one step, in two, ...; None if they lie deep.

    A row of `ring` is a node, a bit of it a target that it comes to in just so many steps.
    """
    tied = np.flatnonzero(np.diff(matrix.indptr))
    place = targets - targets[0]
    ring = np.zeros((matrix.shape[0], -(-len(targets) // BITS)), dtype=np.uint64)
    ring[targets, place // BITS] = np.uint64(1) << (place % BITS).astype(np.uint64)
    met = ring.copy()
    steps: list[Integers] = []
    for _ in range(DEEP):
        near = np.bitwise_or.reduceat(ring[matrix.indices], matrix.indptr[tied], axis=0)
        ring = np.zeros_like(met)
        ring[tied] = near & ~met[tied]
        if not ring.any():
            return steps
        met |= ring
        steps.append(np.bitwise_count(ring).sum(axis=1).astype(np.int64))
    return None


def _one_by_one(matrix: csr_array) -> Distances:
    """The same, each node searched from by itself: a long chain has as many steps as nodes."""
    from scipy.sparse.csgraph import shortest_path

    count = matrix.shape[0]
    found = Distances(
        np.zeros(count, dtype=np.int64),
        np.zeros(count),
        np.zeros(count),
        np.zeros(count, dtype=np.int64),
    )
    block = max(1, WORDS // count)
    for start in range(0, count, block):
        rows = np.arange(start, min(start + block, count))
        away = shortest_path(matrix, unweighted=True, indices=rows)
        for row, distance in zip(rows.tolist(), away, strict=True):
            met = np.bincount(distance[np.isfinite(distance)].astype(np.int64))[1:]
            step = np.arange(1, len(met) + 1)
            found.reached[row], found.farthest[row] = met.sum(), len(met)
            found.total[row] = (met * step).sum()
            # One after another, as `_summed` adds them.
            found.harmonic[row] = (met / step).cumsum()[-1] if len(met) else 0.0
    return found
