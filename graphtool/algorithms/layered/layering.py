"""Layers of a directed graph, and the few edges to reverse so that all others run one way."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence

import numpy as np

from graphtool.algorithms import components

Pair = tuple[int, int]
"""Source and target of an edge, as positions of nodes."""


def layers(size: int, edges: Sequence[Pair]) -> tuple[list[int], list[int]]:
    """The layer of each node, and the places in the list of the edges that are reversed.

    A node's layer is the number of edges on the longest path that leads to it, 0 where none does,
    once the edges against the order of Eades, Lin and Smyth (1993, "A fast and effective heuristic
    for the feedback arc set problem", Information Processing Letters 47, p. 319) are reversed.
    A self-loop is reversed and moves nothing. No nodes give two empty lists.

    >>> layers(3, [(0, 1), (1, 2), (0, 2)])
    ([0, 1, 2], [])
    >>> layers(3, [(0, 1), (1, 2), (2, 0)])
    ([0, 1, 2], [2])
    """
    circular = on_cycle(size, edges)
    place = _sequence(size, [pair for pair, on in zip(edges, circular, strict=True) if on])
    reversed_ = [
        at
        for at, (source, target) in enumerate(edges)
        if circular[at] and place[source] >= place[target]
    ]
    back = set(reversed_)
    ways = {
        (target, source) if at in back else (source, target)
        for at, (source, target) in enumerate(edges)
        if source != target
    }
    return _longest(size, sorted(ways)), reversed_


def on_cycle(size: int, edges: Sequence[Pair]) -> list[bool]:
    """Whether each edge lies on a directed cycle; a self-loop is one.

    >>> on_cycle(3, [(0, 1), (1, 0), (1, 2), (2, 2)])
    [True, True, False, True]
    """
    if not edges:
        return []
    ends = np.array(edges, dtype=np.int64)
    return [bool(on) for on in components.within_cycles(ends[:, 0], ends[:, 1], size)]


def _sequence(size: int, edges: Iterable[Pair]) -> list[int]:
    """Each node's place in an order that few of the edges run against.

    Sinks go last and sources first, again and again; where there are neither, the node with most
    edges out beyond those in goes first, of equals the earliest.
    """
    after: list[set[int]] = [set() for _ in range(size)]
    before: list[set[int]] = [set() for _ in range(size)]
    for source, target in edges:
        if source != target:
            after[source].add(target)
            before[target].add(source)
    left = {node for node in range(size) if after[node] or before[node]}
    first, last = [node for node in range(size) if node not in left], list[int]()
    ready = deque(sorted(node for node in left if not after[node] or not before[node]))
    while left:
        node = ready.popleft() if ready else _boldest(left, after, before)
        if node not in left:
            continue
        (last if before[node] and not after[node] else first).append(node)
        left.discard(node)
        for other in sorted(after[node]):
            before[other].discard(node)
        for other in sorted(before[node]):
            after[other].discard(node)
        near = sorted(after[node] | before[node])
        ready.extend(o for o in near if o in left and not (after[o] and before[o]))
    place = [0] * size
    for at, node in enumerate(first + last[::-1]):
        place[node] = at
    return place


def _boldest(left: set[int], after: list[set[int]], before: list[set[int]]) -> int:
    return min(left, key=lambda node: (len(before[node]) - len(after[node]), node))


def _longest(size: int, edges: Iterable[Pair]) -> list[int]:
    """Number of edges on the longest path to each node; the edges have no cycle."""
    after: list[list[int]] = [[] for _ in range(size)]
    waiting = [0] * size
    for source, target in edges:
        after[source].append(target)
        waiting[target] += 1
    layer = [0] * size
    ready = [node for node in range(size) if not waiting[node]]
    for node in ready:
        for other in after[node]:
            layer[other] = max(layer[other], layer[node] + 1)
            waiting[other] -= 1
            if not waiting[other]:
                ready.append(other)
    return layer
