"""Cores and structural holes; rows are sorted, with nothing on the diagonal."""

from __future__ import annotations

import numpy as np

from graphtool.algorithms.arrays import AnyIntegers, Array
from graphtool.algorithms.kernels.compiling import compiled


@compiled
def core_numbers(start: AnyIntegers, ends: AnyIntegers) -> AnyIntegers:
    """Of each node the largest k of a group in which all have k ties, of ties that stand both ways.

    V. Batagelj and M. Zaveršnik, "An O(m) algorithm for cores decomposition of networks", arXiv
    cs/0310049 (2003), algorithm 1 (p. 4-5): nodes sorted by degree, in bins that move.
    """
    # All numbers are unsigned: a place that may be negative is looked at twice, whether it is.
    one = np.uint32(1)
    n = len(start) - 1
    degree = (start[1:] - start[:-1]).astype(np.uint32)
    bins = np.zeros(1 if n == 0 else degree.max() + 2, np.uint32)
    for node in range(n):
        bins[degree[node] + one] += one
    for size in range(1, len(bins)):
        bins[size] += bins[size - 1]
    begun = bins.copy()
    order, place = np.empty(n, np.uint32), np.empty(n, np.uint32)
    for node in range(n):
        free = begun[degree[node]]
        place[node], order[free] = free, node
        begun[degree[node]] = free + one
    for at in range(n):
        node = order[at]
        level = degree[node]
        for arc in range(np.uint64(start[node]), np.uint64(start[node + one])):
            other = ends[arc]
            ties = degree[other]
            if ties > level:
                # To the front of its bin, which then begins one later.
                mine, front = place[other], bins[ties]
                moved = order[front]
                order[mine], order[front] = moved, other
                place[moved], place[other] = mine, front
                bins[ties] = front + one
                degree[other] = ties - one
    return degree.astype(np.int64)


@compiled
def shares(start: AnyIntegers, ends: AnyIntegers, mutual: Array) -> tuple[Array, Array]:
    """Of what runs along an arc, its part of all of the node's that it leaves and of its end's."""
    n = len(start) - 1
    factor, own, given = np.zeros(n), np.empty(len(ends)), np.empty(len(ends))
    for node in range(n):
        total = 0.0
        for arc in range(start[node], start[node + 1]):
            total += mutual[arc]
        factor[node] = 1 / total if total > 0 else 0.0
    for node in range(n):
        for arc in range(start[node], start[node + 1]):
            own[arc] = mutual[arc] * factor[node]
            given[arc] = mutual[arc] * factor[ends[arc]]
    return own, given


@compiled
def constraint(
    start: AnyIntegers, ends: AnyIntegers, own: Array, given: Array, first: int, last: int
) -> Array:
    """Of the nodes from the first to the last; from `shares`, of ties that stand both ways.

    R. S. Burt, Structural Holes (1992), equation 2.4.
    """
    found, mine = np.zeros(last - first), np.zeros(len(start) - 1)
    for node in range(first, last):
        for arc in range(start[node], start[node + 1]):
            mine[ends[arc]] = own[arc]
        total = 0.0
        for arc in range(start[node], start[node + 1]):
            through, contact = 0.0, ends[arc]
            for second in range(start[contact], start[contact + 1]):
                through += mine[ends[second]] * given[second]
            held = own[arc] + through
            total += held * held
        found[node - first] = total
        for arc in range(start[node], start[node + 1]):
            mine[ends[arc]] = 0.0
    return found
