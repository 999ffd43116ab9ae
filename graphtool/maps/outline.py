"""One group as an indented outline in one or more columns: what stands where, and how wide it is.

All lengths are pixels at zoom 1. A symbol stands at the left of its row, its words to the right.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from graphtool.maps import stress

ROW, LINE, HEAD_LINE = 22.0, 13.5, 19.0
"""Height of a row with one line of words, and of each further line; the latter in a heading."""
INDENT = 20.0
SYMBOL = 14.0
"""From the middle of a symbol to its words."""
LABEL = 200.0
"""Widest line of words; longer ones are broken."""
LINES = 3
PAD, COLUMN_GAP = 16.0, 20.0
COLUMNS = 12
DEEPEST = 10
"""Levels that are indented; what lies deeper stands level with it."""
_NARROW, _WIDE = set("iljtfrI.,:;|'!() -"), set("mwMWÆŒ@%—")


Point = tuple[float, float]
Route = tuple[Point, ...]
Columns = tuple[tuple[tuple[int, int], ...], ...]
"""(node, depth) row by row, column by column."""


class Words(NamedTuple):
    """The room that a node's words take."""

    width: float
    lines: int
    leading: float = LINE

    @property
    def height(self) -> float:
        """Of the whole row."""
        return ROW + self.leading * (self.lines - 1)


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


class Shape(NamedTuple):
    """One way to set a group: its size and every node's spot."""

    width: float
    height: float
    spots: dict[int, Spot]
    root: int = -1
    columns: Columns = ()
    """Empty for a net."""


def text_width(text: str, size: float = 12.5) -> float:
    """Roughly how wide the text is in a sans serif, in pixels; on the generous side.

    >>> text_width("ill") < text_width("mow")
    True
    """
    em = sum(
        0.31 if c in _NARROW else 0.88 if c in _WIDE else 0.68 if c.isupper() else 0.57
        for c in text
    )
    return em * size


def words(text: str, *, head: bool = False) -> Words:
    """The room for a name: as few lines as it needs, at most `LINES`."""
    width = text_width(text, 17 if head else 13.5)
    room = LABEL * 1.4 if head else LABEL
    if width <= room:
        return Words(width + 4, 1)
    lines = min(LINES, 2 if width <= room * 1.8 else 3)
    return Words(min(room, width / lines * 1.12 + 16), lines, HEAD_LINE if head else LINE)


def shapes(
    members: Sequence[int], below: Sequence[Sequence[int]], root: int, room: Sequence[Words]
) -> list[Shape]:
    """Every sensible setting of a group, from one tall column to many short ones.

    `root` heads the group; -1 means that its members stand side by side under a title.
    """
    tops = members if root < 0 else below[root]
    units = [_rows(top, below) for top in tops]
    heights = [sum(room[node].height for node, _ in unit) for unit in units]
    made = []
    for count in range(1, min(COLUMNS, max(1, len(units))) + 1):
        parts = balanced(heights, count)
        if len(parts) == count or count == 1:
            columns = tuple(tuple(row for i in part for row in units[i]) for part in parts)
            made.append(_set(root, columns, room))
    return made


def stretched(shape: Shape, width: float, height: float, room: Sequence[Words]) -> Shape:
    """The same setting in a larger cell: the room to spare goes to the words and between rows."""
    if not shape.columns:
        return shape
    rows = max(len(column) for column in shape.columns) or 1
    wider = (width - shape.width) / len(shape.columns)
    taller = min(max(0.0, height - shape.height) / rows, ROW * 0.3)
    return _set(shape.root, shape.columns, room, (max(0.0, wider), taller, width))


def _rows(top: int, below: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """A subtree as (node, depth) from depth 1, each node before its children."""
    rows, stack = [], [(top, 1)]
    while stack:
        node, depth = stack.pop()
        rows.append((node, depth))
        stack += [(child, min(depth + 1, DEEPEST)) for child in reversed(below[node])]
    return rows


def balanced(heights: Sequence[float], columns: int) -> list[list[int]]:
    """The units in order, in at most so many columns, the tallest as short as it can be.

    >>> balanced([3, 1, 1, 1], 2)
    [[0], [1, 2, 3]]
    """
    low, high = max(heights, default=0.0), sum(heights)
    for _ in range(24):
        middle = (low + high) / 2
        if len(_filled(heights, middle)) <= columns:
            high = middle
        else:
            low = middle
    return _filled(heights, high + 1e-6)


def _filled(heights: Sequence[float], most: float) -> list[list[int]]:
    parts: list[list[int]] = [[]]
    used = 0.0
    for at, height in enumerate(heights):
        if parts[-1] and used + height > most:
            parts.append([])
            used = 0.0
        parts[-1].append(at)
        used += height
    return parts


def _set(
    root: int, columns: Columns, room: Sequence[Words], more: tuple[float, float, float] = (0, 0, 0)
) -> Shape:
    """The rows put in place; `more` widens columns, heightens rows, and widens the whole."""
    wider, taller, least = more
    head = room[root] if root >= 0 else Words(0, 1)
    spots: dict[int, Spot] = {}
    left, top = PAD + 6, PAD + head.height / 2 - 5
    start = top + head.height / 2 + 6
    x, bottom = left, start
    for column in columns:
        # Without a head, the first level needs no indent.
        indent = [INDENT * (depth if root >= 0 else depth - 1) for _, depth in column]
        both = list(zip(indent, column, strict=True))
        widest = max((aside + SYMBOL + room[n].width for aside, (n, _) in both), default=0) + wider
        y = start
        trunk: dict[int, Point] = {0: (x, start - 4)}
        for aside, (node, depth) in both:
            tall = room[node].height + taller
            spot = (x + aside, y + tall / 2)
            route = _route(spot, depth, trunk, (left, top) if root >= 0 else None)
            spots[node] = Spot(*spot, widest - aside - SYMBOL, tall, route)
            trunk[depth] = spot
            y += tall
        bottom = max(bottom, y)
        x += widest + COLUMN_GAP
    width = x - COLUMN_GAP + PAD if columns else 0.0
    if root >= 0:
        width = max(width, least, left + SYMBOL + 4 + head.width + PAD)
        spots[root] = Spot(left, top, width - left - SYMBOL - 4 - PAD, head.height)
    return Shape(width, bottom + PAD - 6, spots, root, columns)


def _route(at: Point, depth: int, trunk: Mapping[int, Point], head: Point | None) -> Route:
    """Sideways to the parent's line, up along it; from a later column under the head's words."""
    if depth > 1:
        above = trunk[depth - 1]
        return (at, (above[0], at[1]), above)
    if head is None:
        return ()
    column = trunk[0]
    if column[0] == head[0]:
        return (at, (head[0], at[1]), head)
    return (at, (column[0], at[1]), column, (head[0], column[1]), head)


def net(members: Sequence[int], edges: Sequence[tuple[int, int]], room: Sequence[Words]) -> Shape:
    """Members without a head, placed by stress, words below each, no two words on each other."""
    import numpy as np

    place = {node: at for at, node in enumerate(members)}
    inner = [(place[a], place[b]) for a, b in edges if a in place and b in place]
    width = np.array([min(room[node].width, LABEL * 0.7) + 16 for node in members])
    height = np.array([ROW + LINE * room[node].lines + 18 for node in members])
    where = stress.positions(len(members), inner) * np.array([120.0, 84.0])
    where = stress.apart(where, width, height)
    low = (where - np.column_stack([width, height]) / 2).min(axis=0)
    where = np.round(where - low + np.array([PAD, PAD + ROW + 4]), 1)
    spots = {
        node: Spot(float(where[i, 0]), float(where[i, 1]) - 8, float(width[i]) - 16,
                   float(height[i]) - 18, below=True)
        for node, i in place.items()
    }  # fmt: skip
    size = (where + np.column_stack([width, height]) / 2).max(axis=0) + PAD
    return Shape(float(size[0]), float(size[1]), spots)
