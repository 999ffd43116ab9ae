"""What a source holds that no answer rests on: a graph carries it, so that every answer says so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from graphtool.language import Text

SHOWN = 6
"""A sentence names so many columns or names, and a list has so many sentences; the rest is
counted."""

WHAT: dict[str, Text] = {
    "sheet": Text(
        "Ikke lest: {file} ({rows}; kolonner: {names}).",
        "Ikkje lese: {file} ({rows}; kolonnar: {names}).",
        "Not read: {file} ({rows}; columns: {names}).",
    ),
    "folder": Text(
        "Ikke lest: mappen {file}.", "Ikkje lese: mappa {file}.", "Not read: the folder {file}."
    ),
    "rows": Text(
        "Rader i {file} som ikke er forstått: {names}.",
        "Rader i {file} som ikkje er forstått: {names}.",
        "Rows of {file} that are not understood: {names}.",
    ),
    "columns": Text(
        "Kolonner i {file} som svarene ikke bygger på: {names}.",
        "Kolonnar i {file} som svara ikkje byggjer på: {names}.",
        "Columns of {file} that no answer rests on: {names}.",
    ),
    "cells": Text(
        "Lest som tomt i {file}, fordi cellen viser en feil eller mangler resultatet av en formel:"
        " {number} i {names}.",
        "Lese som tomt i {file}, fordi cella viser ein feil eller manglar resultatet av ein formel:"
        " {number} i {names}.",
        "Read as empty in {file}, as the cell shows an error or lacks a formula's result:"
        " {number} in {names}.",
    ),
    "comments": Text(
        "Ikke lest: kommentarer til celler i {file}.",
        "Ikkje lese: kommentarar til celler i {file}.",
        "Not read: comments on cells of {file}.",
    ),
    "strangers": Text(
        "Navn som ikke passer på noen kjent part, og regnes som uavklart: {names}.",
        "Namn som ikkje passar på nokon kjend part, og blir rekna som uavklart: {names}.",
        "Names that match no known party, kept as unresolved actors: {names}.",
    ),
    "others": Text(
        "Ikke brukt av {file}: {names}.",
        "Ikkje brukt av {file}: {names}.",
        "Not used of {file}: {names}.",
    ),
}
"""What can be left, in the order in which it is said: `others` is what has no word of its own."""
ROW = Text("1 rad", "1 rad", "1 row")
ROWS = Text("{number} rader", "{number} rader", "{number} rows")
MORE = Text("{names} og {number} til", "{names} og {number} til", "{names} and {number} more")
STILL_MORE = Text(
    "Og mer er ikke lest eller forstått: {number} til, som describe lister opp.",
    "Og meir er ikkje lese eller forstått: {number} til, som describe listar opp.",
    "And more was not read or understood: {number} more, which describe lists.",
)


class Unread(NamedTuple):
    """Something in the source that was not read, or not understood.

    >>> Unread("sheet", "Tiltak", ("Tiltak", "Frist"), 2).said().en
    'Not read: Tiltak (2 rows; columns: Tiltak, Frist).'
    """

    what: str
    """A word of `WHAT`."""
    file: str = ""
    names: tuple[str, ...] = ()
    """Columns, or names."""
    number: int = 0
    """How many rows, cells or names it is about."""

    def said(self) -> Text:
        """It as a sentence."""
        names = ", ".join(self.names[:SHOWN]) or "-"
        shown: str | Text = names
        if len(self.names) > SHOWN:
            shown = MORE.format(names=names, number=len(self.names) - SHOWN)
        text = WHAT.get(self.what, WHAT["others"])
        rows = ROW if self.number == 1 else ROWS.format(number=self.number)
        return text.format(file=self.file, names=shown, number=self.number, rows=rows)


def sentences(unread: Iterable[Unread]) -> list[Text]:
    """What has to be said beside every answer; [] where all was read and understood.

    >>> sentences([])
    []
    >>> sheets = [Unread("sheet", f"Ark {n}", ("Navn",), 2) for n in range(SHOWN + 2)]
    >>> sentences(sheets)[-1].en
    'And more was not read or understood: 2 more, which describe lists.'
    """
    said = [one.said() for one in unread]
    rest = len(said) - SHOWN
    return said if rest <= 0 else [*said[:SHOWN], STILL_MORE.format(number=rest)]


def in_order(unread: Iterable[Unread]) -> tuple[Unread, ...]:
    """The same, each once, the gravest first.

    >>> sheet, column = Unread("sheet", "Tiltak"), Unread("column", "Mål", ("Frist",), 2)
    >>> [one.what for one in in_order([column, sheet, column])]
    ['sheet', 'column']
    """
    places = {what: at for at, what in enumerate(WHAT)}
    return tuple(sorted(set(unread), key=lambda one: (places.get(one.what, len(WHAT)), one)))


def as_rows(unread: Iterable[Unread]) -> list[dict[str, str]]:
    """As rows of text, as writers write them and `from_rows` reads them.

    >>> as_rows([Unread("sheet", "Tiltak", ("Tiltak", "Frist"), 2)])
    [{'what': 'sheet', 'file': 'Tiltak', 'names': 'Tiltak;Frist', 'number': '2'}]
    """
    return [
        {
            "what": one.what,
            "file": one.file,
            "names": ";".join(one.names),
            "number": str(one.number) if one.number else "",
        }
        for one in unread
    ]


def from_rows(rows: Iterable[dict[str, object]]) -> tuple[Unread, ...]:
    """What `as_rows` wrote; a number that is none is 0.

    >>> known = Unread("sheet", "Tiltak", ("Tiltak", "Frist"), 2)
    >>> from_rows(as_rows([known])) == (known,)
    True
    """
    return in_order(
        Unread(
            str(row.get("what") or "others"),
            str(row.get("file") or ""),
            tuple(name for name in str(row.get("names") or "").split(";") if name),
            int(number) if (number := str(row.get("number") or "")).isdecimal() else 0,
        )
        for row in rows
    )


COLUMNS = ("what", "file", "names", "number")
"""Columns of the sheet that says it."""
