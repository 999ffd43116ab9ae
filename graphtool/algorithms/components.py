"""What hangs together in a graph, whichever way its edges run or along them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from graphtool.algorithms.arrays import Flags, Integers

FEW = 1_000
"""Edges up to which it is tried to do without scipy: to import it takes as long as a query."""


def connected(size: int, edges: Sequence[tuple[int, int]]) -> list[list[int]]:
    """The nodes of each connected part in order, the parts by their first; [] for no nodes.

    >>> connected(4, [(3, 1), (2, 2)])
    [[0], [1, 3], [2]]
    """
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    if not size:
        return []
    ends = np.array(edges, dtype=np.int64).reshape(-1, 2).T
    matrix = coo_array((np.ones(ends.shape[1], dtype=np.int8), tuple(ends)), shape=(size, size))
    found: dict[int, list[int]] = {}
    for node, label in enumerate(connected_components(matrix.tocsr(), directed=False)[1].tolist()):
        found.setdefault(label, []).append(node)
    return list(found.values())


def strong(source: Integers, target: Integers, size: int) -> Integers:
    """The number, from 0, of the strongly connected part that each node is in.

    An edge a place, its ends positions of `size` nodes; an empty array for no nodes.

    >>> strong(np.array([0, 1, 1]), np.array([1, 0, 2]), 3).tolist()
    [1, 1, 0]
    """
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    if not size:
        return np.zeros(0, dtype=np.int64)
    matrix = coo_array((np.ones(len(source), dtype=np.int8), (source, target)), shape=(size, size))
    found: Integers = connected_components(matrix.tocsr(), connection="strong")[1]
    return found


def within_cycles(source: Integers, target: Integers, size: int) -> Flags:
    """Which edges lie on a directed cycle; a self-loop is one. Ends are positions of `size` nodes.

    >>> within_cycles(np.array([0, 1, 1, 2]), np.array([1, 0, 2, 2]), 3).tolist()
    [True, True, False, True]
    """
    flags = np.zeros(len(source), dtype=bool)
    rest = _without_ends(source, target, size) if len(source) <= FEW else np.arange(len(source))
    if len(rest):
        component = strong(source[rest], target[rest], size)
        flags[rest] = component[source[rest]] == component[target[rest]]
    return flags


def _without_ends(source: Integers, target: Integers, size: int) -> Integers:
    """The edges that are left once those are taken away that lead nowhere or from nowhere.

    On a cycle is none that goes; where there is no cycle, as in most plans, none is left.
    """
    rest = np.arange(len(source))
    while len(rest):
        begins, ends = (np.zeros(size, dtype=bool) for _ in "be")
        begins[source[rest]] = ends[target[rest]] = True
        goes_on = begins[target[rest]] & ends[source[rest]]
        if goes_on.all():
            break
        rest = rest[goes_on]
    return rest
