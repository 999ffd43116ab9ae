"""A matrix: parties down, meetings or measures across (or the other way), marks in the cells."""

from __future__ import annotations

from collections.abc import Iterator

from graphtool import schema
from graphtool.recognition import names, reasons, words
from graphtool.recognition.book import Book
from graphtool.recognition.details import FALLBACK, located, tell
from graphtool.recognition.found import Cell
from graphtool.recognition.grid import Column, Row, Table, cell
from graphtool.recognition.moments import moment
from graphtool.recognition.reasons import Left
from graphtool.recognition.shapes import plan

NAME = "matrix"
ENOUGH = 0.8
"""Share of a column's cells that must be marks."""
OF_TOWN = 0.5
"""The same under a municipality's name, where other signs than marks are told of and not read."""
SURE = ("x", "✓", "✔", "●", "•", "r", "a", "c", "i")
"""Marks of which one at least must be there: ones and noughts alone may be figures."""


def fits(table: Table) -> bool:
    """Whether the first column names parties or things and two others at least hold marks."""
    return _first(table) is not None and len(_marked(table)) >= 2


def _first(table: Table) -> Column | None:
    """The column that says what the rows are: of things the last in a plan's order."""
    things = plan.chain(table)
    first = things[-1][0] if things else next(iter(table.columns), None)
    meant = first.meaning if first else None
    return first if meant and (meant.group in ("party", "thing") or meant.word == "name") else None


def _marked(table: Table) -> list[Column]:
    """The columns whose cells are marks."""
    found = []
    sure = False
    times = table.periods if plan.chain(table) else {}  # when a thing is done, and not by whom
    for column in table.columns[1:]:
        if column.at in times:
            continue
        if column.meaning and column.meaning.group in ("thing", "role", "detail", "relation"):
            continue
        if not column.heading or column.at in table.totals:
            continue
        cells = [cell(row, column) for row in table.rows if cell(row, column)]
        marks = sum(_is_mark(text) for text in cells)
        enough = OF_TOWN if names.is_official(column.heading) else ENOUGH
        if cells and marks >= enough * len(cells):
            found.append(column)
            sure = sure or any(words.plain(text).casefold() in SURE for text in cells)
    return found if sure else []


def _is_mark(text: str) -> bool:
    whole = words.is_one("present", text) or words.is_one("absent", text)
    return whole or all(words.letter(part) is not None for part in _letters(text))


def _letters(text: str) -> list[str]:
    return [part for part in words.plain(text).replace("/", " ").replace(",", " ").split() if part]


def taken(table: Table) -> dict[int, str]:
    """The columns that hold marks, by their places."""
    return {column.at: "marks" for column in _marked(table)}


def read(table: Table, book: Book) -> list[Left]:
    """A node a row and a column, and an edge a mark; marks that say nothing are given back."""
    first = _first(table)
    assert first is not None
    marked = _marked(table)
    things = plan.chain(table)
    used = (first, *marked, *(column for column, _ in things))
    rest = [c for c in table.columns if c not in used and c.at not in table.totals]
    above = plan.Above()
    left = []
    for row in table.rows:
        text = words.plain(cell(row, first))
        node: str | None = None
        if things:
            node = plan.thing(table, row, things, above, book)
        elif text and not words.names_nobody(text):
            where = located(table, row, first, book)
            subkind = first.meaning.subkind if first.meaning else ""
            node = book.party(text, where, subkind=subkind, group=words.names_everybody(text))
        if node is None:
            left.append((row[0], text, reasons.NOBODY))
            continue
        tell(table, row, node, book, rest)
        for column in marked:
            left += _mark(table, row, node, column, book, is_things=bool(things))
    return left


def _mark(
    table: Table, row: Row, node: str, column: Column, book: Book, *, is_things: bool
) -> Iterator[Left]:
    text = cell(row, column)
    if not text:
        return
    if words.is_one("present", text):
        roles = ["participants"]
    elif words.is_one("absent", text):
        return
    else:
        roles = list(dict.fromkeys(words.letter(part) or "" for part in _letters(text)))
        if not all(words.letter(part) is not None for part in _letters(text)):
            yield row[0], text, reasons.no_mark(column.heading)
            return
    where = located(table, row, column, book)
    head = where._replace(row=table.header, text=column.heading)
    # Municipalities across networks and agreements are those that are in them.
    is_forum = book.nodes[node].subkind in schema.FORUMS and book.knows(column.heading)
    is_things = is_things or is_forum
    other = _across(table, column, head, book, is_things=is_things)
    party, thing = (other, node) if is_things else (node, other)
    for role in filter(None, roles):
        relations = (schema.ROLES[role], FALLBACK, "MEMBER_OF")
        any(book.edge(party, relation, thing, where) for relation in relations)


def _across(table: Table, column: Column, head: Cell, book: Book, *, is_things: bool) -> str:
    """The node that a column stands for: a party of a matrix of measures, else an activity."""
    if is_things:
        return book.party(column.heading, head, group=words.names_everybody(column.heading))
    known = book.find(column.heading, ("Measure", "Project", "Goal", "Plan", "Programme"), head)
    if known:
        return known
    if unclear := book.unclear(column.heading, head):
        book.warn("unclear-id", unclear, head)
    name = column.heading
    first = name.split()[0].strip(".").casefold()
    if first[:1].isdigit() or first in words.months():  # a date alone is no name
        name = f"{table.grid.title} {moment(name) or name}"
    return book.node("Project", name, head)
