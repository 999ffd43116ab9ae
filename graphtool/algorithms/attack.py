"""What is left of a network as nodes are taken away, one after another.

R. Albert, H. Jeong and A.-L. Barabási, "Error and attack tolerance of complex networks", Nature 406
(2000) 378-382; anew after each removal as P. Holme et al. do, Physical Review E 65 (2002) 056109.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from graphtool.algorithms.arrays import Array, Integers

if TYPE_CHECKING:
    from scipy.sparse import csr_array


class Left(NamedTuple):
    """What is left after so many removals; arrays with one value more than there are removals."""

    largest: Array
    """Nodes of the largest part."""
    pairs: Array
    """Pairs of nodes between which a way leads."""


def remaining(matrix: csr_array, order: Sequence[int]) -> Left:
    """How the network is before the first of these is taken away, after it, after the second...

    Worked out backwards, by putting them back (union of parts); `matrix` is symmetric.

    >>> from scipy.sparse import csr_array
    >>> path = csr_array(([1.0, 1, 1, 1], ([0, 1, 1, 2], [1, 0, 2, 1])))
    >>> left = remaining(path, [1, 0])
    >>> left.largest.tolist(), left.pairs.tolist()
    ([3.0, 1.0, 1.0], [3.0, 0.0, 0.0])
    """
    n = matrix.shape[0]
    start, others = matrix.indptr.tolist(), matrix.indices.tolist()
    above, size = list(range(n)), [1] * n
    there = [False] * n
    state = {"largest": 0, "pairs": 0}

    def root(node: int) -> int:
        while above[node] != node:
            above[node] = above[above[node]]
            node = above[node]
        return node

    def put_back(node: int) -> None:
        there[node] = True
        state["largest"] = max(state["largest"], 1)
        for other in others[start[node] : start[node + 1]]:
            if there[other] and (one := root(node)) != (two := root(other)):
                state["pairs"] += size[one] * size[two]
                above[two] = one
                size[one] += size[two]
                state["largest"] = max(state["largest"], size[one])

    taken = set(order)
    for node in range(n):
        if node not in taken:
            put_back(node)
    largest, pairs = [state["largest"]], [state["pairs"]]
    for node in reversed(order):
        put_back(node)
        largest.append(state["largest"])
        pairs.append(state["pairs"])
    return Left(np.array(largest[::-1], dtype=float), np.array(pairs[::-1], dtype=float))


def most_first(matrix: csr_array, measure: Callable[[csr_array], Array], removals: int) -> Integers:
    """Which nodes go, the one with the most of a measure each time, worked out anew after each.

    Of several that have equally much, to nine digits, the first.

    >>> from scipy.sparse import csr_array
    >>> path = csr_array(([1.0] * 4, ([0, 1, 1, 2], [1, 0, 2, 1])))
    >>> most_first(path, lambda left: left.sum(axis=1), 2).tolist()  # its middle, then an end
    [1, 0]
    """
    left = np.arange(matrix.shape[0])
    order = []
    for _ in range(removals):
        within = matrix[left][:, left]
        at = int(np.argmax(np.round(measure(within), 9)))
        order.append(int(left[at]))
        left = np.delete(left, at)
    return np.array(order, dtype=np.int64)


def at_random(n: int, removals: int, repeats: int, seed: int) -> list[Integers]:
    """So many orders in which nodes go by lot, seeded.

    >>> [len(set(order.tolist())) for order in at_random(5, removals=3, repeats=2, seed=1)]
    [3, 3]
    """
    random = np.random.RandomState(seed)
    return [random.permutation(n)[:removals].astype(np.int64) for _ in range(repeats)]
