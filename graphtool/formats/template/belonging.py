"""Whose the things in the workbook's rows are: by the plan that a row is part of, and by its place.

Two rows of one title are two things where these differ, as in people's own sheets (`namesakes`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from graphtool import municipalities
from graphtool.formats.sheets import Place
from graphtool.formats.template import layout, marked
from graphtool.formats.template.marked import Marked
from graphtool.formats.template.statements import Record
from graphtool.graph.checker import FILE, ROW
from graphtool.language import folded
from graphtool.recognition import namesakes
from graphtool.recognition.book import Book
from graphtool.recognition.grid import Row

_PARTS = re.compile(r"[;,\n]")


def tell(book: Book, sheets: Iterable[Marked]) -> None:
    """Makes known to a book whose what stands in each row of these sheets is."""
    things = [sheet for sheet in sheets if _kind(sheet) in namesakes.KINDS]
    wholes = _Wholes(things)
    for sheet in things:
        book.titles.sheets[sheet.sheet] = namesakes.whose(sheet.table)
        for row in sheet.rows:
            place = (sheet.sheet, row[0])
            if town := _town(sheet, row):
                book.titles.towns[place] = town
            if plan := wholes.plan(place):
                book.titles.under(plan, place)


def known(book: Book, listed: Mapping[str, Record]) -> None:
    """Makes known whose the things are that have an id, by the rows that list them."""
    for node, record in listed.items():
        kind = book.nodes[node].kind
        if kind in namesakes.KINDS and not namesakes.is_proper(book.nodes[node].name):
            place = str(record[FILE]), int(str(record[ROW]))
            book.titles.belongs(node, book.titles.at(kind, *place))


class _Wholes:
    """What each row says that it is part of."""

    def __init__(self, sheets: Iterable[Marked]) -> None:
        self._part_of: dict[Place, list[str]] = {}
        self._rows: dict[str, list[Place]] = {}
        """By name, the rows that list it."""
        self._plans: dict[str, str] = {}
        for sheet in sheets:
            for row in sheet.rows:
                place, name = (sheet.sheet, row[0]), sheet.fields(row).get("name", "")
                self._part_of[place] = [*_named(sheet, row, "PART_OF")]
                self._rows.setdefault(folded(name), []).append(place)
                if _kind(sheet) == "Plan":
                    self._plans.setdefault(folded(name), name)

    def plan(self, place: Place) -> str:
        """The one plan that a row belongs to over whatever lies between; empty for none."""
        seen: set[str] = set()
        names = [*self._part_of[place]]
        while names:
            name = folded(names.pop())
            if name not in seen:
                seen.add(name)
                if name not in self._plans:
                    names += [one for row in self._rows.get(name, ()) for one in self._part_of[row]]
        found = [self._plans[name] for name in seen if name in self._plans]
        return found[0] if len(found) == 1 else ""


def _kind(sheet: Marked) -> str:
    kind = layout.kind_of(sheet.name)
    return kind.name if kind else ""


def _named(sheet: Marked, row: Row, relation: str) -> Iterator[str]:
    """The names in a row's column of a relation."""
    for at, column in sheet.asked.items():
        if column.what == "relation" and column.name == relation and column.end == "source":
            yield from filter(None, map(str.strip, _PARTS.split(marked.text(row, at))))


def _town(sheet: Marked, row: Row) -> str:
    """The one municipality that a row has its place in; empty for none or several."""
    found = {
        town
        for name in _named(sheet, row, "LOCATED_IN")
        if municipalities.find(name) and (town := namesakes.official(name))
    }
    return found.pop() if len(found) == 1 else ""
