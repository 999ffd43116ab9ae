"""Recognition: what stands in the sheets that people keep, as the sheets of a dataset.

A worksheet is a `Grid` of cells. Its tables are found by their headings, whatever row they stand
in; each is read by the first shape that fits it (`shapes`), with the words of `words.toml`. What
comes of it are tables as a dataset has them, every row with the cell that it was read from, so
that from there on there is one way for all that is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import NamedTuple

import pandas as pd

from graphtool import schema
from graphtool.errors import Problem
from graphtool.language import shortened
from graphtool.recognition import grid, words
from graphtool.recognition.book import Book, Cell
from graphtool.recognition.details import PRIVATE, link
from graphtool.recognition.grid import Grid, Table
from graphtool.recognition.mapping import NOTHING, Settled
from graphtool.recognition.shapes import SHAPES

__all__ = ["Grid", "Recognised", "Understanding", "recognise"]


class Understanding(NamedTuple):
    """What a table was taken for, and what came of it."""

    sheet: str
    header: int
    """Number of the row that holds the headings."""
    shape: str
    columns: tuple[tuple[str, str], ...]
    """Each heading and what it was taken for; empty where it is kept as it stands."""
    rows: int
    nodes: int
    edges: int
    left: tuple[tuple[int, str, str], ...]
    """Rows that are left out: number, what stands in them and why."""
    above: tuple[str, ...] = ()
    """What stands above the headings."""
    totals: tuple[int, ...] = ()
    """Places of the columns that sum up others, counted from 0."""

    def lines(self) -> list[str]:
        """As a person reads it.

        >>> columns = (("Tiltak", "Measure"), ("Farge", ""), ("Kontakt", "contact"))
        >>> left = ((9, "Sum", "total"),)
        >>> for line in Understanding("Ark1", 4, "plan", columns, 3, 5, 4, left).lines():
        ...     print(line)
        Ark1: headings in row 4, read as plan; rows: 3, nodes: 5, edges: 4
          Tiltak → Measure; Farge → kept as it stands; Kontakt → not read
          left out: row 9 («Sum»: total)
        """
        read = f"headings in row {self.header}, read as {self.shape}"
        gave = f"rows: {self.rows}, nodes: {self.nodes}, edges: {self.edges}"
        unread = dict.fromkeys(PRIVATE, words.UNREAD.word)
        columns = (
            f"{heading} → {unread.get(meant, meant) or 'kept as it stands'}"
            for heading, meant in self.columns
        )
        out = [f"{self.sheet}: {read}; {gave}", f"  {'; '.join(columns)}"]
        if self.left:
            rows = (f"row {row} («{shortened(text)}»: {why})" for row, text, why in self.left)
            out.append(f"  left out: {', '.join(rows)}")
        return out


@dataclass(frozen=True)
class Recognised:
    """What was read of all sheets, and what was not."""

    sheets: Mapping[str, pd.DataFrame]
    """By the names of a dataset's sheets, each row with `file` and `row`."""
    problems: tuple[Problem, ...]
    understood: tuple[Understanding, ...]
    strange: tuple[Grid, ...]
    """Sheets in which no table was found that is understood."""


def recognise(
    grids: Iterable[Grid], known: Mapping[str, pd.DataFrame] | None = None, said: Settled = NOTHING
) -> Recognised:
    """What stands in these sheets; `known` are sheets of the dataset's own, whose names count.

    `said` is what a person has settled of them.

    >>> rows = [(1, ["Tiltak", "Ansvarlig"]), (2, ["Ny buss", "Tinn kommune"])]
    >>> found = recognise([Grid("Ark1", "Ark1", "plan.xlsx", rows)])
    >>> found.sheets["relations"][["source", "relation", "target"]].values.tolist()
    [['tinn', 'RESPONSIBLE_FOR', 'ny-buss']]
    >>> found.understood[0].columns
    (('Tiltak', 'Measure'), ('Ansvarlig', 'responsible'))
    """
    book = Book()
    for kind in schema.KINDS.values():
        if known and kind.file in known:
            book.seed(kind.name, known[kind.file])
    meant = {words.key(heading): meaning for heading, meaning in said.columns.items()}
    rows = {words.key(sheet): row for sheet, row in said.header_rows.items()}
    found = [
        (each, grid.tables(each, meant, rows.get(words.key(each.title))))
        for each in grids
        if said.reads(each.title)
    ]
    read = [(table, shape) for _, several in found for table in several for shape in _shape(table)]
    # Parties are listed in some sheets and only named in others: the lists come first.
    order = sorted(read, key=lambda one: _RANK[one[1].NAME])
    left = {id(table): shape.read(table, book) for table, shape in order}
    link(book)
    done = {id(table.grid) for table, _ in read}
    return Recognised(
        book.sheets(),
        tuple(book.problems),
        tuple(_understood(table, shape, left[id(table)], book) for table, shape in read),
        tuple(each for each, _ in found if id(each) not in done),
    )


_RANK = {"elements": 0, "parties": 1, "plan": 2, "matrix": 3, "connections": 4}
"""In which order tables are read: those that list parties, then things, then what ties them."""


def _shape(table: Table) -> list[ModuleType]:
    """The first shape that fits the table; [] where none does."""
    return [shape for shape in SHAPES if table.rows and shape.fits(table)][:1]


def _understood(
    table: Table, shape: ModuleType, left: Sequence[tuple[int, str, str]], book: Book
) -> Understanding:
    """What came of a table: the nodes that are met first in it, and the edges that stand there."""
    rows = range(table.header, max((row for row, _ in table.rows), default=0) + 1)

    def here(cell: Cell) -> bool:
        return cell.sheet == table.grid.sheet and cell.row in rows

    return Understanding(
        table.grid.sheet,
        table.header,
        shape.NAME,
        tuple(grid.headings(table, shape.taken(table))),
        len(table.rows),
        sum(here(node.cell) for node in book.nodes.values() if not node.is_known),
        sum(map(here, book.edges.values())),
        (*table.left, *left),
        table.above,
        table.totals,
    )
