"""Nodes of a cluster without a head in a grid: rows and columns with channels between.

Each takes the seat nearest to its stress position, so that neighbours stay neighbours, and lines
have a way between the words wherever they go.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, sqrt

import numpy as np

from graphtool.algorithms import stress
from graphtool.algorithms.arrays import Array
from graphtool.algorithms.floorplan.outline import Aisle, Shape, Spot
from graphtool.algorithms.sizes import PAD, ROW, Size

ABOVE, UNDER = 11.0, 9.0
"""From the middle of a symbol to the free channel above it, and to the words below it."""
LEAST, MOST = 14.0, 64.0
"""Width of the free channels; wider where more lines run."""


def shapes(
    members: Sequence[int], edges: Sequence[tuple[int, int]], room: Sequence[Size]
) -> list[Shape]:
    """Every sensible setting of the members, in few columns or many.

    `room` is that of every node's label below its symbol, also of those that are no members.

    >>> wide = shapes([0, 1, 2], [(0, 1), (1, 2)], [Size(50, 13.5)] * 3)[-1]
    >>> [spot.y for spot in wide.spots.values()]
    [63.0, 63.0, 63.0]
    """
    place = {node: at for at, node in enumerate(members)}
    inner = [(place[a], place[b]) for a, b in edges if a in place and b in place]
    where = stress.positions(len(members), inner)
    middle = max(1, round(sqrt(len(members) * 0.9)))
    ends = sum((a in place) + (b in place) for a, b in edges)
    made = []
    for columns in range(max(1, middle - 1), min(len(members), middle + 2) + 1):
        rows = ceil(len(members) / columns)
        free = min(MOST, max(LEAST, 2.0 * ends / (rows + columns + 2) + 6))
        seats = _seats(where, rows, columns)
        made.append(_set(members, seats, (rows, columns), free, room))
    return made


def _seats(where: Array, rows: int, columns: int) -> list[tuple[int, int]]:
    """Row and column of each place, all as near to it as can be."""
    from scipy.optimize import linear_sum_assignment

    low, high = where.min(axis=0), where.max(axis=0)
    spread = np.where(high > low, high - low, 1.0)
    scaled = (where - low) / spread * np.array([columns - 1, rows - 1])
    grid = np.array([(c, r) for r in range(rows) for c in range(columns)], dtype=float)
    apart = ((scaled[:, None] - grid[None]) ** 2).sum(axis=2)
    _, taken = linear_sum_assignment(np.round(apart, 6))
    return [divmod(int(seat), columns) for seat in taken]


def _set(
    members: Sequence[int],
    seats: Sequence[tuple[int, int]],
    shape: tuple[int, int],
    free: float,
    room: Sequence[Size],
) -> Shape:
    rows, columns = shape
    own = [room[node] for node in members]
    across = [
        max((size.width for size, (_, c) in zip(own, seats, strict=True) if c == at), default=20.0)
        for at in range(columns)
    ]
    high = [
        max((size.height for size, (r, _) in zip(own, seats, strict=True) if r == at), default=0.0)
        for at in range(rows)
    ]
    left = [PAD / 2 + free + sum(across[:c]) + free * c for c in range(columns + 1)]
    top = [
        PAD + ROW + free + sum(high[:r]) + (ABOVE + UNDER + 6 + free) * r for r in range(rows + 1)
    ]
    width, height = left[-1] + PAD / 2, top[-1] + PAD / 2
    upright = [Aisle(x - free, x) for x in left]
    level = [Aisle(y - free, y, upright=False) for y in top]
    spots = {}
    for node, size, (r, c) in zip(members, own, seats, strict=True):
        x, y = left[c] + across[c] / 2, top[r] + ABOVE
        spots[node] = Spot(
            round(x, 1), round(y, 1), size.width, size.height + UNDER + 6, below=True
        )
    beside = {node: (c, c + 1) for node, (_, c) in zip(members, seats, strict=True)}
    return Shape(width, height, spots, aisles=(*upright, *level), seats=beside)
