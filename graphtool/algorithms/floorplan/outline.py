"""One group as an indented outline in one or more columns: what stands where, and how wide it is.

All lengths are pixels at zoom 1. A symbol stands at the left of its row, its words to the right.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from graphtool.algorithms.geometry.polyline import Point, Route
from graphtool.algorithms.packing import balanced
from graphtool.algorithms.sizes import PAD, ROW, SYMBOL, Size

INDENT, COLUMN_GAP = 20.0, 20.0
ACROSS = 11.0
"""Height of the free channel between a heading and several columns."""
FREE = 10.0
"""From the middle of a symbol to where lines may pass at its left."""
COLUMNS = 12
DEEPEST = 10
"""Levels that are indented; what lies deeper stands level with it."""

Columns = tuple[tuple[tuple[int, int], ...], ...]
"""(node, depth) row by row, column by column."""


class Spot(NamedTuple):
    """A node's place in its group: symbol's centre, room for words, way to its parent."""

    x: float
    y: float
    width: float
    height: float
    """Room for words: beside the symbol, centred on it, or below it."""
    route: Route = ()
    """Corners of the line to its parent, from the node; empty for a head."""
    below: bool = False
    """Words centred below the symbol rather than to its right."""


class Aisle(NamedTuple):
    """A channel of a group in which no words or symbols stand, left of a column or between rows."""

    low: float
    high: float
    """Its borders across: x of an upright one, y of a level one."""
    upright: bool = True


class Shape(NamedTuple):
    """One way to set a group: its size and every node's spot."""

    width: float
    height: float
    spots: dict[int, Spot]
    least: float = 0.0
    """What the columns need of the width, where a heading needs more."""
    root: int = -1
    columns: Columns = ()
    """Empty for a grid."""
    aisles: tuple[Aisle, ...] = ()
    """One left of each column, then one below the heading of several; in a grid also one right of
    the last column, then those between the rows."""
    seats: Mapping[int, tuple[int, ...]] = {}  # never written
    """For each node the aisles that it stands next to, the one at its left first."""


def shapes(
    members: Sequence[int], below: Sequence[Sequence[int]], root: int, room: Sequence[Size]
) -> list[Shape]:
    """Every sensible setting of a group, from one tall column to many short ones.

    `members` are those that stand under nobody. `root` heads the group, and what else stands
    under nobody comes last, level with it; -1 means that they stand side by side under a title.

    >>> from graphtool.algorithms.sizes import Size
    >>> room = [Size(60.0, 20.0)] * 3  # a head, and two under it
    >>> [len(shape.columns) for shape in shapes([0], [[1, 2], [], []], 0, room)]
    [1, 2]
    """
    units = [_rows(top, below, 1) for top in (members if root < 0 else below[root])]
    if root >= 0:
        units += [_rows(top, below, 0) for top in members if top != root]
    heights = [sum(room[node].height for node, _ in unit) for unit in units]
    made = []
    for count in range(1, min(COLUMNS, max(1, len(units))) + 1):
        parts = balanced(heights, count)
        if len(parts) == count or count == 1:
            columns = tuple(tuple(row for i in part for row in units[i]) for part in parts)
            made.append(_set(root, columns, room, More()))
    return made


class More(NamedTuple):
    """What a setting gets beyond what it needs, in pixels."""

    column: float = 0.0
    row: float = 0.0
    width: float = 0.0
    """Least width of the whole."""
    aisles: Sequence[float] = ()
    """More for the free channel left of each column."""
    across: float = 0.0
    """More for the free channel below the heading of several columns."""


def stretched(
    shape: Shape, width: float, height: float, room: Sequence[Size], aisles: Sequence[float] = ()
) -> Shape:
    """The same setting in a larger cell: the room to spare goes to the words and between rows.

    `aisles` is what the free channel left of each column gets, and last the one below the heading.

    >>> room = [Size(60.0, 22.0)]
    >>> [alone] = shapes([0], [[]], -1, room)
    >>> stretched(alone, alone.width + 20, alone.height, room).spots[0].width
    80.0
    """
    if not shape.columns:
        return shape
    *aside, across = aisles or (0.0,)
    rows = max(len(column) for column in shape.columns) or 1
    wider = (width - shape.least - sum(aside)) / len(shape.columns)
    taller = min(max(0.0, height - shape.height - across) / rows, ROW * 0.3)
    more = More(max(0.0, wider), taller, width, aside, across)
    return _set(shape.root, shape.columns, room, more)


def _rows(top: int, below: Sequence[Sequence[int]], level: int) -> list[tuple[int, int]]:
    """A subtree as (node, depth) from this depth, each node before its children."""
    rows, stack = [], [(top, level)]
    while stack:
        node, depth = stack.pop()
        rows.append((node, depth))
        stack += [(child, min(depth + 1, DEEPEST)) for child in reversed(below[node])]
    return rows


def _set(root: int, columns: Columns, room: Sequence[Size], more: More) -> Shape:
    """The rows put in place."""
    head = room[root] if root >= 0 else Size(0, ROW)
    spots: dict[int, Spot] = {}
    left, top = PAD + 6, PAD + head.height / 2 - 5
    under = top + head.height / 2 + 1
    start = under + (ACROSS + more.across + 1 if len(columns) > 1 else 5)
    link = (under + start - 1) / 2
    x, bottom, aisles, free = left - COLUMN_GAP, start, [], left - FREE
    for at, column in enumerate(columns):
        aisle = more.aisles[at] if more.aisles else 0.0
        x += COLUMN_GAP + aisle
        left += 0.0 if at else aisle
        aisles.append((x - (COLUMN_GAP if at else free + FREE) - aisle + 2, x - FREE))
        # Without a head, the first level needs no indent.
        indent = [INDENT * (depth if root >= 0 else depth - 1) for _, depth in column]
        own = [aside + SYMBOL + room[n].width for aside, (n, _) in zip(indent, column, strict=True)]
        widest = max(own, default=0.0) + more.column
        anchor = (left, top) if root >= 0 else None
        y, trunk = start, {0: anchor or (x, link)}
        for aside, (node, depth) in zip(indent, column, strict=True):
            tall = room[node].height + more.row
            spot = (x + aside, y + tall / 2)
            way = _route(spot, depth, trunk, (x, link), anchor)
            spots[node] = Spot(*spot, widest - aside - SYMBOL, tall, way)
            trunk[depth] = spot
            y += tall
        bottom, x = max(bottom, y), x + widest
    least = width = x + PAD if columns else 0.0
    if root >= 0:
        width = max(width, more.width, left + SYMBOL + 4 + head.width + PAD)
        spots[root] = Spot(left, top, width - left - SYMBOL - 4 - PAD, head.height)
    channels = tuple(Aisle(low, high) for low, high in aisles)
    if len(columns) > 1:
        channels += (Aisle(under, start - 1, upright=False),)
    seats = {node: (at,) for at, column in enumerate(columns) for node, _ in column}
    if root >= 0:
        seats[root] = (0,)
    return Shape(width, bottom + PAD - 6, spots, least, root, columns, channels, seats)


def _route(
    at: Point, depth: int, trunk: Mapping[int, Point], column: Point, head: Point | None
) -> Route:
    """Sideways to the parent's line, up along it; from a later column under the head's words."""
    if depth == 0 or (head is None and depth == 1):
        return ()
    above = trunk[depth - 1]
    if above == head and column[0] != head[0]:
        return (at, (column[0], at[1]), column, (head[0], column[1]), head)
    return (at, (above[0], at[1]), above)
