"""A worksheet as its cells, and the tables in it: where the headings stand and what they mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from graphtool.recognition import words
from graphtool.recognition.figures import has_decimal_point
from graphtool.recognition.words import Meaning

LONGEST = 120
"""Letters of a cell from which its row holds no headings."""
Row = tuple[int, list[str]]
"""Its number in the sheet, and its cells as text."""


@dataclass(frozen=True)
class Grid:
    """All cells of a worksheet or a file, as text, merged ones filled in."""

    sheet: str
    """What it is called in messages: a worksheet's title or a file's name."""
    title: str
    """What it may be about: the worksheet's title, the file's stem."""
    file: str
    """The file on disk, as evidence names it."""
    rows: Sequence[Row]
    """Those that are not blank."""


class Column(NamedTuple):
    """A column of a table."""

    at: int
    heading: str
    meaning: Meaning | None


@dataclass(frozen=True)
class Table:
    """Rows under headings."""

    grid: Grid
    header: int
    """Number of the row that holds the headings."""
    columns: tuple[Column, ...]
    """Those with a heading, or with cells under none."""
    rows: tuple[Row, ...]
    """Those below the headings that are neither a note nor a total."""
    left: tuple[tuple[int, str, str], ...] = ()
    """Rows that are left out: number, first cell and why."""
    above: tuple[str, ...] = ()
    """What stands above the headings."""

    def of(self, *groups: str) -> list[Column]:
        """The columns whose meaning is of one of these groups."""
        return [one for one in self.columns if one.meaning and one.meaning.group in groups]

    def one(self, word: str) -> Column | None:
        """The first column of this meaning; None where there is none."""
        return next((one for one in self.columns if one.meaning and one.meaning.word == word), None)

    def link(self, end: str) -> Column | None:
        """The column of a list of connections that is this end of it; None where there is none."""
        return next((one for one in self.columns if words.link(one.heading) == end), None)

    @cached_property
    def decimal(self) -> frozenset[int]:
        """Places of the columns in which a point is a decimal point, as one cell at least shows."""
        return frozenset(
            column.at
            for column in self.columns
            if any(has_decimal_point(cell(row, column)) for row in self.rows)
        )

    @property
    def totals(self) -> tuple[int, ...]:
        """Places of the columns that sum up the others."""
        return tuple(c.at for c in self.columns if words.is_one("totals", c.heading))


def cell(row: Row, column: Column | None) -> str:
    """The text of a cell; empty where the column or the cell is not there."""
    cells = row[1]
    return cells[column.at].strip() if column is not None and column.at < len(cells) else ""


def tables(grid: Grid, known: Mapping[str, Meaning], header: int | None = None) -> list[Table]:
    """The tables of a sheet, from the top; [] where no row holds headings that are known.

    `known` says what headings mean, before the list of words does; `header` which row holds them.
    """
    if header is not None:
        rows = [row for row in grid.rows if row[0] >= header]
        return [_table(grid, rows[0], rows[1:], known)] if rows and rows[0][0] == header else []
    scores = [_score(row, known) for row in grid.rows]
    best = max(scores, default=0)
    if best == 0:
        return []
    scored = enumerate(zip(grid.rows, scores, strict=True))
    starts = [at for at, (row, score) in scored if _is_header(row, score)]
    starts = starts or [scores.index(best)]
    ends = [*starts[1:], len(grid.rows)]
    above = tuple(" ".join(filter(None, row[1])) for row in grid.rows[: starts[0]])
    found = [
        _table(grid, grid.rows[start], grid.rows[start + 1 : end], known)
        for start, end in zip(starts, ends, strict=True)
    ]
    return [replace(one, above=above if at == 0 else ()) for at, one in enumerate(found)]


def _meaning(heading: str, given: Mapping[str, Meaning]) -> Meaning | None:
    return given.get(words.key(heading)) or words.meaning(heading)


def _score(row: Row, given: Mapping[str, Meaning]) -> int:
    """How many of a row's cells are headings that are known."""
    filled = [text for text in row[1] if text.strip()]
    if len(filled) < 2 or any(len(text) > LONGEST for text in filled):
        return 0
    return sum(
        bool(_meaning(text, given) or words.link(text) or words.is_one("totals", text))
        for text in filled
        if text.strip()[0].isalpha() or text.strip()[0] in "*#("
    )


def _is_header(row: Row, score: int) -> bool:
    """Whether a row surely holds headings: most of its cells are known ones, and different."""
    if score < 2:
        return False
    filled = [words.key(text) for text in row[1] if text.strip()]
    return 2 * score >= len(filled) == len(set(filled))


def _table(grid: Grid, header: Row, rows: Iterable[Row], given: Mapping[str, Meaning]) -> Table:
    rows = list(rows)
    width = max(len(cells) for _, cells in [header, *rows])
    headings = [*header[1], *[""] * (width - len(header[1]))]
    filled = {at for _, cells in rows for at, text in enumerate(cells) if text.strip()}
    columns = tuple(
        Column(at, words.plain(heading), _meaning(heading, given) if heading.strip() else None)
        for at, heading in enumerate(headings)
        if heading.strip() or at in filled
    )
    kept: list[Row] = []
    left: list[tuple[int, str, str]] = []
    for row in rows:
        first = next(text for text in row[1] if text.strip())
        why = _why_left(row, first, columns)
        if why:
            left.append((row[0], words.plain(first), why))
        else:
            kept.append(row)
    return Table(grid, header[0], columns, tuple(kept), tuple(left))


def _why_left(row: Row, first: str, columns: Sequence[Column]) -> str:
    """Why a row below the headings is none of the table's; empty where it is one."""
    filled = sum(bool(text.strip()) for text in row[1])
    if words.is_one("totals", first):
        return "total"
    if first.lstrip().startswith("*") and filled == 1 and not first.rstrip().endswith("*"):
        return "note"
    head = first.partition(":")
    if filled == 1 and head[1] and words.is_one("notes", head[0]):
        return "note"
    outside = [at for at, text in enumerate(row[1]) if text.strip()]
    if outside and all(at not in {column.at for column in columns} for at in outside):
        return "beside the table"
    return ""


def headings(table: Table, taken: Mapping[int, str]) -> Iterator[tuple[str, str]]:
    """What each column was taken for: its heading and the word of its meaning, empty for none.

    `taken` says what a shape took columns for, by their places.
    """
    for column in table.columns:
        if column.heading:
            meant = "total" if column.at in table.totals else column.meaning or ""
            yield column.heading, taken.get(column.at) or str(meant)
