"""A sheet of the workbook as it was found: its rows by what each column holds, its hidden keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from graphtool.formats.template import layout
from graphtool.recognition import Grid, reasons, tables, words
from graphtool.recognition.grid import Row
from graphtool.recognition.reasons import Left
from graphtool.recognition.table import Column, Table

SEARCHED = 50
"""Rows from the top in which the headings may stand."""


@dataclass(frozen=True)
class Marked:
    """A sheet of the workbook."""

    name: str
    """As a dataset calls it."""
    table: Table
    asked: dict[int, layout.Column]
    """The columns that the workbook has, by place."""
    own: tuple[Column, ...]
    """Columns that somebody has added."""
    hidden: dict[str, int]
    """Places of the hidden columns, by heading."""
    rows: tuple[Row, ...]
    left: list[Left] = field(default_factory=list)
    """Rows that are left out: number, what stands in them and why."""

    @property
    def sheet(self) -> str:
        """What the worksheet is called."""
        return self.table.grid.sheet

    def key(self, row: Row, heading: str) -> str:
        """What stands in a hidden column of the row."""
        return text(row, self.hidden.get(heading, -1))

    def heading(self, at: int) -> str:
        """What stands above a column."""
        return next((one.heading for one in self.table.columns if one.at == at), "")

    def fields(self, row: Row) -> dict[str, str]:
        """The row's fields, as they stand."""
        return {
            column.name: text(row, at)
            for at, column in self.asked.items()
            if column.what == "field"
        }

    def filled(self, row: Row, what: str) -> Iterator[tuple[int, layout.Column, str]]:
        """The row's columns of relations or of facts that are filled in: place, column, text."""
        for at, column in self.asked.items():
            if column.what == what and text(row, at):
                yield at, column, text(row, at)


def text(row: Row, at: int) -> str:
    """The text of a cell; empty where there is none."""
    return row[1][at].strip() if 0 <= at < len(row[1]) else ""


def found(one: Grid) -> Marked | None:
    """The sheet that the cells are; None where they are none of the workbook's."""
    for number, cells in one.rows[:SEARCHED]:
        if name := layout.marked(cells):
            return _read(one, name, number)
    return None


def _read(one: Grid, name: str, header: int) -> Marked:
    (table,) = tables.of(one, {}, header=header)
    hidden: dict[str, int] = {}
    asked: dict[int, layout.Column] = {}
    for column in table.columns:
        meant = layout.meant(column.heading, name) if name not in layout.UNREAD else None
        if column.heading.startswith(layout.MARK):
            hidden.setdefault(column.heading, column.at)
        elif meant and meant not in asked.values():
            asked[column.at] = meant
    own = [c for c in table.columns if c.at not in asked and c.at not in hidden.values()]
    if name in layout.UNREAD:
        return Marked(name, table, asked, (), hidden, ())
    mark = hidden[layout.mark(name)]
    usual = dict(table.rows)  # as its columns are, given names and surnames as one
    everything = sorted((at, usual.get(at, cells)) for at, cells in one.rows if at > header)
    why = {number: (shown, reason) for number, shown, reason in table.left}
    rows, left = [], []
    for row in everything:
        shown = [cell for at, cell in enumerate(row[1]) if at not in hidden.values()]
        first = next((cell for cell in shown if cell.strip()), "")
        keyed = any(text(row, at) for at in hidden.values())
        if not first:
            is_nameless = text(row, mark) and not text(row, hidden.get(layout.FORMER, -1))
            if layout.kind_of(name) and is_nameless:
                rows.append(row)  # what never had a name
            else:
                left.append((row[0], text(row, mark), reasons.CLEARED))
        elif not keyed and words.is_example(first):
            left.append((row[0], first, reasons.EXAMPLE))
        elif keyed or row[0] in usual:
            rows.append(row)
        else:
            left.append((row[0], *why[row[0]]))
    return Marked(name, table, asked, tuple(own), hidden, tuple(rows), left)


def first_text(row: Row) -> str:
    """The first text of a row; empty for none."""
    return next((cell.strip() for cell in row[1] if cell.strip()), "")
