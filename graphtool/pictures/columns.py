"""Rows that flow through columns, and the rooms that columns leave for the map."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from graphtool.algorithms.geometry.boxes import Box
from graphtool.pictures.display import Item

SIDE, GAP = 212.0, 26.0
"""Width of a column, and the air beside it."""
MORE = 3
"""Columns at the sides at most."""
LOWEST, STEP, HIGHER = 44.0, 8.0, 1.12
"""Height of columns at the foot, and by how much more it is tried, in units and as a share."""
SHARE = 0.5
"""Of the page's height that they take at most."""


class Row(NamedTuple):
    """Part of a column: as high as it is, and drawn within a width."""

    height: float
    draw: Callable[[float, float, float], Iterable[Item]]
    """From its left, its top and its width."""
    is_heading: bool = False
    """Whether it begins a section, which is kept together where a column has room for it."""
    air: float = 0.0
    """Of its height, what is above it and not needed at the top of a column."""


class Division(NamedTuple):
    """A page's room, divided."""

    region: Box
    """For the map."""
    columns: tuple[Box, ...]
    """For the legend, and the names that have no room on the map."""


def sides(room: Box) -> list[Division]:
    """A column at the left, then one more at the right, and another.

    >>> [len(way.columns) for way in sides(Box(0, 0, 1200, 600))]
    [1, 2, 3]
    """
    found = []
    for more in range(MORE):
        left = Box(room.x, room.y, SIDE, room.height)
        rest = room.width - (SIDE + GAP) * (1 + more)
        region = Box(room.x + SIDE + GAP, room.y, rest, room.height)
        right = [
            Box(region.right + GAP + at * (SIDE + GAP), room.y, SIDE, room.height)
            for at in range(more)
        ]
        if rest > SIDE:
            found.append(Division(region, (left, *right)))
    return found


def feet(room: Box) -> list[Division]:
    """Columns side by side under the map, lower ones first."""
    across = max(2, int((room.width + GAP) / (SIDE + GAP)))
    wide = (room.width - GAP * (across - 1)) / across
    found = []
    high = LOWEST
    while high <= room.height * SHARE:
        top = room.bottom - high
        columns = [Box(room.x + at * (wide + GAP), top, wide, high) for at in range(across)]
        region = Box(room.x, room.y, room.width, room.height - high - 12)
        found.append(Division(region, tuple(columns)))
        high = max(high + STEP, high * HIGHER)
    return found


def both(room: Box) -> list[Division]:
    """A column at the left, and others side by side under the map, lower ones first."""
    left = Box(room.x, room.y, SIDE, room.height)
    rest = Box(left.right + GAP, room.y, room.width - SIDE - GAP, room.height)
    if rest.width < SIDE:
        return []
    return [Division(way.region, (left, *way.columns)) for way in feet(rest)]


class Flow(NamedTuple):
    """What of the rows stands in the columns."""

    items: tuple[Item, ...]
    placed: int
    """How many of the rows."""
    is_split: bool
    """Whether a section begins in one column and goes on in another."""


def flow(rows: Sequence[Row], columns: Sequence[Box]) -> Flow:
    """The rows from the top of the first column on.

    A section goes on in the next column only where none has room for all of it.
    """
    items: list[Item] = []
    at, done = 0, 0
    y = columns[0].y
    is_split = False
    for place, row in enumerate(rows):
        while at < len(columns) and not _fits(rows, place, y, columns[at]):
            at += 1
            y = columns[at].y if at < len(columns) else y
        if at == len(columns):
            break
        is_split |= y == columns[at].y and not row.is_heading
        air = row.air if y == columns[at].y else 0.0
        items += row.draw(columns[at].x, y - air, min(columns[at].width, SIDE))
        y += row.height - air
        done += 1
    return Flow(tuple(items), done, is_split)


def _fits(rows: Sequence[Row], place: int, y: float, column: Box) -> bool:
    """Whether a row may stand at this height of a column, and with it the section it begins."""
    left = column.bottom - y + 0.5
    row = rows[place]
    is_top = y == column.y
    if row.height - (row.air if is_top else 0.0) > left:
        return False
    if not row.is_heading:
        return True
    end = next((n for n in range(place + 1, len(rows)) if rows[n].is_heading), len(rows))
    section = sum(each.height for each in rows[place:end])
    if not is_top and left < section <= column.height:
        return False
    return left >= sum(each.height for each in rows[place : min(place + 2, end)]) - row.air
