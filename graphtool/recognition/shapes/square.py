"""A square matrix: the same parties down and across, and a mark or a figure where two are tied."""

from __future__ import annotations

from graphtool.recognition import marks, reasons, wording
from graphtool.recognition.book import Book
from graphtool.recognition.details import heading, located
from graphtool.recognition.figures import figure
from graphtool.recognition.grid import Row
from graphtool.recognition.headers import is_square
from graphtool.recognition.reasons import Left
from graphtool.recognition.table import Column, Table, cell

NAME = "square"


def fits(table: Table) -> bool:
    """Whether the names of the rows are those of the columns, and what stands there are marks."""
    first = next(iter(table.columns), None)
    if first is None or (first.meaning and first.meaning.group not in ("party", "detail")):
        return False
    names = [cell(row, first) for row in table.rows]
    return is_square([column.heading for column in table.columns[1:]], names)


def taken(table: Table) -> dict[int, str]:
    """The columns that hold marks, by their places."""
    return {column.at: "marks" for column in _across(table)}


def _across(table: Table) -> list[Column]:
    names = {wording.key(cell(row, table.columns[0])) for row in table.rows}
    return [column for column in table.columns[1:] if wording.key(column.heading) in names]


def read(table: Table, book: Book) -> list[Left]:
    """An edge for each two that are marked; all rows are given back where nothing says which."""
    first = table.columns[0]
    relation = book.relation(table.grid.sheet, table.grid.title) or table.relation
    if not relation:
        named = ((row[0], cell(row, first)) for row in table.rows)
        return [(number, name, reasons.NO_RELATION) for number, name in named]
    across, left = _across(table), []
    for row in table.rows:
        name = wording.plain(cell(row, first))
        if not name:
            left.append((row[0], "", reasons.NO_NAME))
            continue
        node = book.party(name, located(table, row, first, book))
        for column in across:
            if not cell(row, column):
                continue
            other, is_understood = _tie(table, row, node, column, book)
            if not is_understood:
                left.append((row[0], cell(row, column), reasons.no_mark(column.heading)))
            elif other and (other, relation, node) not in book.edges:
                book.edge(node, relation, other, located(table, row, column, book))
    return left


def _tie(table: Table, row: Row, node: str, column: Column, book: Book) -> tuple[str, bool]:
    """The other whom a cell ties a party to, empty for none; whether the cell is understood."""
    text = cell(row, column)
    found, number = marks.roles(text, table.letters), figure(text)
    is_tied = bool(found) if number is None else float(number.value) != 0
    other = book.party(column.heading, heading(table, column, located(table, row, column, book)))
    is_understood = found is not None or number is not None or other == node
    return other if is_tied and other != node else "", is_understood
