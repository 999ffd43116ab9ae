"""Betweenness: how much of the shortest paths from some sources runs through each node."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from graphtool.algorithms.arrays import AnyIntegers, Array, Flags
from graphtool.algorithms.kernels.compiling import compiled


class Search(NamedTuple):
    """What is known of each node in a search from eight sources, a lane each."""

    paths: Array
    """How many shortest paths lead to it from each source; once that is known, and they are no
    longer needed, what depends on it."""
    share: Array
    """What each of these paths gives to the node before it."""
    met: AnyIntegers
    """In which lanes it has been met, a bit each."""
    order: AnyIntegers
    """Every node once a depth at which it lies in any lane, from near to far."""
    lanes: AnyIntegers
    """And in which lanes it does."""
    level: AnyIntegers
    """Where in that order each depth begins."""
    waiting: AnyIntegers
    seen: Flags
    sums: Array


@compiled
def summed(start: AnyIntegers, ends: AnyIntegers, sources: AnyIntegers) -> tuple[Array, Array]:
    """What depends on each node, summed over the sources in their order, and the sum of squares.

    U. Brandes, "A faster algorithm for betweenness centrality", Journal of Mathematical Sociology
    25 (2001) 163-177, algorithm 1 (p. 171), for eight sources at a time.
    """
    n = len(start) - 1
    found, squares = np.zeros(n), np.zeros(n)
    search = Search(
        np.zeros((n, 8)),
        np.zeros((n, 8)),
        np.zeros(n, np.uint8),
        np.empty(8 * n + 8, np.uint32),
        np.empty(8 * n + 8, np.uint8),
        np.zeros(n + 2, np.int64),
        np.empty(n, np.uint32),
        np.zeros(n, np.bool_),
        np.zeros((n, 8)),
    )
    for first in range(0, len(sources), 8):
        far = _outwards(start, ends, sources[first : first + 8], search)
        _inwards(start, ends, far, search)
        for entry in range(search.level[far]):
            node = search.order[entry]
            if search.met[node]:
                for lane in range(8):
                    depends = search.paths[node, lane]
                    found[node] += depends
                    squares[node] += depends * depends
                search.met[node] = 0
                search.paths[node], search.share[node] = 0.0, 0.0
    return found, squares


@compiled
def _outwards(start: AnyIntegers, ends: AnyIntegers, sources: AnyIntegers, search: Search) -> int:
    """Shortest paths from each source; gives the depth at which nothing more is met."""
    paths, met, sums, level = search.paths, search.met, search.sums, search.level
    for lane, source in enumerate(sources):
        paths[source, lane], met[source] = 1.0, 1 << lane
        search.order[lane], search.lanes[lane] = source, 1 << lane
    depth, at = 0, len(sources)
    level[1] = at
    while level[depth] < level[depth + 1]:
        many = _beside(start, ends, level[depth], level[depth + 1], (1 << len(sources)) - 1, search)
        # In a lane where it is not met yet, only paths to nodes of this depth are known beside it.
        for place in range(many):
            _add(start, ends, search.waiting[place], paths, sums, place)
        for place in range(many):
            node, new = search.waiting[place], 0
            for lane in range(8):
                new |= int(sums[place, lane] > 0) << lane
            new &= ~int(met[node])
            if new:
                for lane in range(8):
                    now = (new >> lane) & 1
                    paths[node, lane] = sums[place, lane] if now else paths[node, lane]
                met[node] |= new
                search.order[at], search.lanes[at] = node, new
                at += 1
        depth += 1
        level[depth + 1] = at
    return depth


@compiled
def _beside(
    start: AnyIntegers, ends: AnyIntegers, first: int, last: int, every: int, search: Search
) -> int:
    """How many nodes wait: beside those of this part of the order, and not met in every lane."""
    many = 0
    for entry in range(first, last):
        node = search.order[entry]
        for arc in range(start[node], start[node + 1]):
            other = ends[arc]
            if not search.seen[other] and search.met[other] != every:
                search.seen[other], search.waiting[many] = True, other
                many += 1
    for place in range(many):
        search.seen[search.waiting[place]] = False
    return many


@compiled
def _inwards(start: AnyIntegers, ends: AnyIntegers, far: int, search: Search) -> None:
    """What depends on each node, from the farthest inwards; on the sources nothing."""
    paths, share, sums = search.paths, search.share, search.sums
    for depth in range(far - 1, 0, -1):
        begun, ended = search.level[depth], search.level[depth + 1]
        for entry in range(begun, ended):
            _add(start, ends, search.order[entry], share, sums, entry - begun)
        # Not before all of a depth are done: those that lie alike deep give each other nothing.
        for entry in range(begun, ended):
            node, lanes = search.order[entry], int(search.lanes[entry])
            for lane in range(8):
                there = (lanes >> lane) & 1
                depends = paths[node, lane] * sums[entry - begun, lane]
                given = (1.0 + depends) / paths[node, lane]
                share[node, lane] = given if there else share[node, lane]
                paths[node, lane] = depends if there else paths[node, lane]
    for lane in range(search.level[1]):
        paths[search.order[lane], lane] = 0.0


@compiled
def _add(
    start: AnyIntegers, ends: AnyIntegers, node: int, table: Array, into: Array, place: int
) -> None:
    """The sum of the rows of a node's neighbours, in their order."""
    a0 = a1 = a2 = a3 = a4 = a5 = a6 = a7 = 0.0
    for arc in range(start[node], start[node + 1]):
        row = table[ends[arc]]
        a0, a1, a2, a3 = a0 + row[0], a1 + row[1], a2 + row[2], a3 + row[3]
        a4, a5, a6, a7 = a4 + row[4], a5 + row[5], a6 + row[6], a7 + row[7]
    into[place, 0], into[place, 1], into[place, 2], into[place, 3] = a0, a1, a2, a3
    into[place, 4], into[place, 5], into[place, 6], into[place, 7] = a4, a5, a6, a7
