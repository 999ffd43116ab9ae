"""Nodes that hang together without a head, set in a net: rows and columns with free strips between.

Each takes the seat nearest to its stress position, so that neighbours stay neighbours, and lines
have a way between the words wherever they go.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, sqrt

import numpy as np

from graphtool.maps.layout import stress
from graphtool.maps.layout.boxed.rows import Aisle, Shape, Spot
from graphtool.maps.layout.outline import LABEL, LINE, PAD, ROW, Words

ABOVE, UNDER = 11.0, 9.0
"""From the middle of a symbol to the free strip above it, and to the words below it."""
NARROWER = 0.7
"""How wide words below a symbol may be, of those beside one."""
LEAST, MOST = 14.0, 64.0
"""Width of the free strips; wider where more lines run."""


def nets(
    members: Sequence[int], edges: Sequence[tuple[int, int]], room: Sequence[Words]
) -> list[Shape]:
    """Every sensible setting of the members, in few columns or many.

    >>> wide = nets([0, 1, 2], [(0, 1), (1, 2)], [Words(50, 1)] * 3)[-1]
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


def _seats(where: stress.Array, rows: int, columns: int) -> list[tuple[int, int]]:
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
    size: tuple[int, int],
    free: float,
    room: Sequence[Words],
) -> Shape:
    rows, columns = size
    wide = [min(room[node].width, LABEL * NARROWER) for node in members]
    # Words that are narrowed take more lines.
    lines = [
        min(3, ceil(room[n].lines * room[n].width / w)) for n, w in zip(members, wide, strict=True)
    ]
    across = [
        max((w for w, (_, c) in zip(wide, seats, strict=True) if c == at), default=20.0)
        for at in range(columns)
    ]
    tall = [
        max((LINE * n for n, (r, _) in zip(lines, seats, strict=True) if r == at), default=0.0)
        for at in range(rows)
    ]
    left = [PAD / 2 + free + sum(across[:c]) + free * c for c in range(columns + 1)]
    top = [
        PAD + ROW + free + sum(tall[:r]) + (ABOVE + UNDER + 6 + free) * r for r in range(rows + 1)
    ]
    width, height = left[-1] + PAD / 2, top[-1] + PAD / 2
    upright = [Aisle(x - free, x) for x in left]
    level = [Aisle(y - free, y, upright=False) for y in top]
    spots = {}
    for node, w, n, (r, c) in zip(members, wide, lines, seats, strict=True):
        x, y = left[c] + across[c] / 2, top[r] + ABOVE
        spots[node] = Spot(round(x, 1), round(y, 1), w, LINE * n + UNDER + 6, below=True)
    beside = {node: (c, c + 1) for node, (_, c) in zip(members, seats, strict=True)}
    return Shape(width, height, spots, aisles=(*upright, *level), seats=beside)
