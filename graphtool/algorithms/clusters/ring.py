"""Nodes on a ring, where nearly all are tied to all: no place in its middle would mean anything."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

import numpy as np

from graphtool.algorithms.arrays import Array
from graphtool.algorithms.geometry.polyline import Point

Tie = tuple[int, int, float]
"""Two nodes and how strongly they are tied."""

RING = 16
"""So many at most stand on a ring; more would leave its middle empty."""
DENSE = 0.75
"""Share of all pairs that are tied from which a ring says more than stress."""


def is_ring(size: int, ties: Sequence[Tie]) -> bool:
    """Whether so many are tied that a ring says more than stress does.

    >>> is_ring(3, [(0, 1, 1.0), (1, 2, 1.0), (0, 2, 1.0)]), is_ring(4, [(0, 1, 1.0)])
    (True, False)
    """
    pairs = {(min(a, b), max(a, b)) for a, b, _ in ties if a != b}
    return 3 <= size <= RING and len(pairs) >= DENSE * size * (size - 1) / 2


def seats(
    size: int, ties: Sequence[Tie], start: Mapping[int, Point], outward: Mapping[int, Point]
) -> Array:
    """Places on a circle: as saved, or so that ties are short, those to others included.

    >>> ties = [(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0), (3, 0, 1.0)]
    >>> place = seats(4, ties, {}, {})
    >>> np.hypot(*(place[0] - place[2])).round(6).tolist()  # those who are not tied sit opposite
    2.0
    """
    turn = np.arange(size) * 2 * np.pi / size - np.pi / 2
    seats = np.column_stack([np.cos(turn), np.sin(turn)])
    if len(start) == size:
        saved = np.array([start[node] for node in range(size)])
        outward = {n: (float(x), float(y)) for n, (x, y) in enumerate(saved - saved.mean(axis=0))}
        ties = ()
    pull = np.array([outward.get(node, (0.0, 0.0)) for node in range(size)])
    weight = np.zeros((size, size))
    for a, b, w in ties:
        weight[a, b] += w
        weight[b, a] += w
    chord = np.hypot(*(seats[:, None] - seats[None]).transpose(2, 0, 1))

    def length(order: list[int]) -> float:
        """Of all ties, where `order` has the seat of each node."""
        inner = float((weight * chord[np.ix_(order, order)]).sum()) / 2
        return round(inner - float((pull * seats[order]).sum()), 6)

    turned = [
        [(way * node + first) % size for node in range(size)]
        for way in (1, -1)
        for first in range(size)
    ]
    order = min(turned, key=length)
    return seats[_swapped(order, length)]


def _swapped(order: list[int], length: Callable[[list[int]], float]) -> list[int]:
    """Two seats exchanged again and again while that makes the ties shorter."""
    least, better = length(order), True
    while better:
        better = False
        for a, b in combinations(range(len(order)), 2):
            order[a], order[b] = order[b], order[a]
            found = length(order)
            if found < least - 1e-4:
                least, better = found, True
            else:
                order[a], order[b] = order[b], order[a]
    return order
