"""A table in the room there is: as many rows as fit, cells cut at so many lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from graphtool.slides import letters
from graphtool.slides.deck import Table
from graphtool.slides.sheet import POINT, Grid, Rect, points

SIZES = (18.0, 16.0, 14.0, 13.0, 12.0)
SMALL = 10.0
"""Letters of the smallest table of sources."""
LINES = 3
"""Of a cell at most; of a row alone on its slide more."""
INSET, HIGH = 5.0, 3.5
"""Room beside and above the words of a cell, in points."""


class Fitted(NamedTuple):
    """A table as it fits, and the rows that do not."""

    grid: Grid
    left_out: tuple[tuple[str, ...], ...]
    is_cut: bool
    """Whether any cell is cut."""


def fitted(table: Table, room: Rect) -> Fitted:
    """The table in the largest letters in which all rows fit whole, else as many as fit, cut."""
    sizes = (*SIZES, 11.0, SMALL) if table.is_small else SIZES
    widths = _widths(table, room.width)
    for size in sizes:
        rows = _cut(table, widths, size, LINES * 2)
        heights = _heights(rows, widths, size)
        whole = _cut(table, widths, size, 99)
        is_last = size <= SIZES[-1]
        fits = whole == rows and sum(heights) <= room.height
        if fits and (is_last or not _is_broken(table, widths, size)):
            return Fitted(_grid(table, room, widths, (rows, heights), size), (), False)
    size = sizes[-1]
    rows = _cut(table, widths, size, LINES)
    heights = _heights(rows, widths, size)
    count = len(rows)
    while count > 2 and sum(heights[:count]) > room.height:
        count -= 1
    is_cut = rows[:count] != _cut(table, widths, size, 99)[:count]
    grid = _grid(table, room, widths, (rows[:count], heights[:count]), size)
    return Fitted(grid, table.rows[count - 1 :], is_cut)


def _widths(table: Table, width: int) -> list[int]:
    """Of the columns, as their shares say, and together as wide as the room."""
    total = sum(column.share for column in table.columns)
    wish = [width * column.share / total for column in table.columns]
    # A column is as wide as its longest word, up to a third of the table; the others give.
    least = [min(_least(table, at), width / 3) for at in range(len(wish))]
    given = sum(max(need - has, 0) for need, has in zip(least, wish, strict=True))
    spare = sum(max(has - need, 0) for need, has in zip(least, wish, strict=True))
    part = min(given / spare, 1.0) if spare else 0.0
    found = [
        int(max(has, need) - part * max(has - need, 0))
        for need, has in zip(least, wish, strict=True)
    ]
    found[-1] += width - sum(found)
    return found


def _least(table: Table, at: int) -> float:
    """The width of the longest word of a column in the smallest letters, in EMU."""
    cells = [row[at] for row in table.rows]
    head = letters.widest(table.columns[at].heading, SIZES[-1], bold=True)
    words = [letters.widest(cell, SIZES[-1], bold=at == 0) for cell in cells]
    return points(max([head, *words]) + 2 * INSET + 1)


def _is_broken(table: Table, widths: Sequence[int], size: float) -> bool:
    """Whether any word is too long for its column."""
    heads = tuple(column.heading for column in table.columns)
    return any(
        letters.widest(cell, size, bold=is_head or at == 0) > _room(widths[at])
        for row, is_head in ((heads, True), *((row, False) for row in table.rows))
        for at, cell in enumerate(row)
    )


def _cut(table: Table, widths: Sequence[int], size: float, most: int) -> list[tuple[str, ...]]:
    """The headings and the rows, each cell cut at so many lines."""
    heads = tuple(column.heading for column in table.columns)
    return [
        tuple(
            letters.cut(cell, _room(width), size, most, bold=at == 0 or place == 0)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for at, row in enumerate((heads, *table.rows))
    ]


def _room(width: int) -> float:
    return width / POINT - 2 * INSET


def _heights(rows: Sequence[Sequence[str]], widths: Sequence[int], size: float) -> list[int]:
    return [_height(row, widths, size, is_head=at == 0) for at, row in enumerate(rows)]


def _height(row: Sequence[str], widths: Sequence[int], size: float, *, is_head: bool) -> int:
    """Of a row in EMU; headings and the first column are bold."""
    most = max(
        len(letters.lines(cell, _room(width), size, bold=is_head or at == 0))
        for at, (cell, width) in enumerate(zip(row, widths, strict=True))
    )
    return points(letters.height(max(most, 1), size) + 2 * HIGH)


def _grid(
    table: Table,
    room: Rect,
    widths: Sequence[int],
    shown: tuple[Sequence[tuple[str, ...]], Sequence[int]],
    size: float,
) -> Grid:
    """The rows that are shown, with their heights, as a grid."""
    rows, heights = shown
    place = Rect(room.x, room.y, room.width, sum(heights))
    return Grid("Table", place, tuple(widths), tuple(heights), tuple(rows), size, table.about)
