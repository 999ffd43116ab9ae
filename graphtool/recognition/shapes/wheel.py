"""An annual wheel whose cells say what is done: months down or across, bodies or themes beside.

What stands in a cell is an activity, its month the time; a body that it stands under takes part,
and whom a column of those who answer names is responsible.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graphtool import schema
from graphtool.recognition import name_forms, periods, reasons, wording, words
from graphtool.recognition.beside_others import parties
from graphtool.recognition.book import Book
from graphtool.recognition.details import heading, located, tell
from graphtool.recognition.found import Cell
from graphtool.recognition.grid import Row
from graphtool.recognition.reasons import Left
from graphtool.recognition.table import Column, Table, cell

NAME = "wheel"
ENOUGH = 0.5
"""Share of the cells under months that must be words, and no marks."""
THEME = "tema"
"""The fact that keeps the heading of a column which is no body's."""
_BOTH = re.compile(r"[/,&+]|\s(?:og|and)\s")
_SEVERAL = re.compile(r"[\n;•]|\s\s\*\s")


class _Layout(NamedTuple):
    """Which columns of a table hold what is done."""

    activities: list[Column]
    time: Column | None
    """The column of months; None where they are headings."""
    beside: Column | None
    """Where months are headings, the column that says of whom or what the row is."""


def fits(table: Table) -> bool:
    """Whether months stand before or above cells of words, and no column is of things."""
    return _layout(table) is not None


def _layout(table: Table) -> _Layout | None:
    if any(not _is_compound(column) for column in table.of("thing")):
        return None
    first = next((column for column in table.columns if column.heading), None)
    if first and first.meaning and first.meaning.word == "period":
        others = [one for one in table.columns if one.at != first.at and one.heading]
        if any(not _is_compound(column) for column in table.of("party")):
            return None
        open_ = [c for c in others if c.meaning is None or c.meaning.group in ("thing", "party")]
        open_ = [c for c in open_ if _are_words(table, [c])]
        return _Layout(open_, first, None) if _are_words(table, open_) else None
    across = [column for column in table.columns if column.at in table.periods]
    if not _are_words(table, across):
        return None
    beside = next((c for c in table.columns if c.at < across[0].at and _says_whom(c)), None)
    return _Layout(across, None, beside)


def _is_compound(column: Column) -> bool:
    """Whether a heading of several words only begins with a kind: the theme «Plan og økonomi»."""
    return _BOTH.search(column.heading) is not None


def _says_whom(column: Column) -> bool:
    meant = column.meaning
    return meant is None or meant.group in ("party", "role") or meant.word == "name"


def _are_words(table: Table, columns: list[Column]) -> bool:
    """Whether most of what stands in these columns are words, and no marks or figures."""
    filled = [text for row in table.rows for one in columns if (text := cell(row, one))]
    told = sum(any(sign.isalpha() for sign in text) and len(text) > 2 for text in filled)
    return bool(filled) and told >= ENOUGH * len(filled)


def taken(table: Table) -> dict[int, str]:
    """The columns of what is done, by their places."""
    found = _layout(table)
    assert found is not None
    return {column.at: "Measure" for column in found.activities}


class _Activity(NamedTuple):
    """What a cell names that is done."""

    node: str
    row: Row
    column: Column
    place: Cell


def read(table: Table, book: Book) -> list[Left]:
    """A measure an activity, with its time and those whom it is beside; what says nothing back."""
    found = _layout(table)
    assert found is not None
    used = {column.at for column in (*found.activities, found.time, found.beside) if column}
    rest = [column for column in table.columns if column.at not in used]
    left: list[Left] = []
    for row in table.rows:
        done = [one for c in found.activities for one in _activities(table, row, c, book)]
        for one in done:
            _when(table, one, found, book)
            _whose(table, one, found, book)
            tell(table, row, one.node, book, rest)
        if not done:
            first = next(text for text in row[1] if text.strip())
            left.append((row[0], first, reasons.NOTHING_THEN))
    return left


def _activities(table: Table, row: Row, column: Column, book: Book) -> Iterator[_Activity]:
    """What a cell names, each on its own line or behind a semicolon."""
    text, where = cell(row, column), located(table, row, column, book)
    for part in _SEVERAL.split(text):
        name = wording.plain(part).lstrip("-–* ")
        if name and not words.names_nobody(name):
            yield _Activity(book.node("Measure", name, where), row, column, where)


def _when(table: Table, one: _Activity, found: _Layout, book: Book) -> None:
    if found.time is None:
        book.fact(one.node, "deadline", table.periods[one.column.at], one.place)
        return
    where = located(table, one.row, found.time, book)
    if where.text:
        time = periods.period(where.text, table.year) or where.text
        book.fact(one.node, "deadline", time, where)


def _whose(table: Table, one: _Activity, found: _Layout, book: Book) -> None:
    """Ties an activity to the body whose row or column it stands in; a theme is kept as a fact."""
    if found.time is not None:
        place = heading(table, one.column, one.place)
        meant, theme = one.column.meaning, THEME if len(found.activities) > 1 else ""
    elif found.beside is not None and cell(one.row, found.beside):
        place = located(table, one.row, found.beside, book)
        meant, theme = found.beside.meaning, place.column or THEME
    else:
        return
    if meant and meant.group == "role":
        parties(book, one.node, schema.ROLES[meant.word], place)
    elif (
        (meant and meant.group == "party")
        or name_forms.is_board(place.text)
        or book.knows(place.text)
    ):
        parties(book, one.node, "PARTICIPATES_IN", place)
    elif theme:
        book.fact(one.node, theme, place.text, place)
