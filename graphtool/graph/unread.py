"""What a source holds that no answer rests on: a graph carries it, so that every answer says so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from graphtool.language import Text

SHOWN = 6
"""A sentence names so many columns or names, and a list has so many sentences; the rest is
counted."""

WHAT: dict[str, Text] = {
    "sheet": Text(
        "Ikke lest: {file} ({number} rader; kolonner: {names}).",
        "Ikkje lese: {file} ({number} rader; kolonnar: {names}).",
        "Not read: {file} ({number} rows; columns: {names}).",
    ),
    "columns": Text(
        "Ikke brukt av {file}: kolonnene {names}.",
        "Ikkje brukt av {file}: kolonnane {names}.",
        "Not used of {file}: the columns {names}.",
    ),
    "cells": Text(
        "Lest som tomt i {file}: {number} celler som viser en feil eller mangler resultatet av en"
        " formel ({names}).",
        "Lese som tomt i {file}: {number} celler som viser ein feil eller manglar resultatet av ein"
        " formel ({names}).",
        "Read as empty in {file}: {number} cells that show an error or lack a formula's result"
        " ({names}).",
    ),
    "comments": Text(
        "Ikke lest: kommentarene til cellene i {file}.",
        "Ikkje lese: kommentarane til cellene i {file}.",
        "Not read: the comments on cells of {file}.",
    ),
    "strangers": Text(
        "{number} navn passer ikke på noen kjent part og regnes som uavklarte aktører: {names}.",
        "{number} namn passar ikkje på nokon kjend part og vert rekna som uavklarte aktørar:"
        " {names}.",
        "{number} names match no known party and count as unresolved actors: {names}.",
    ),
    "doubles": Text(
        "Flere parter har samme navn og regnes hver for seg: {names}.",
        "Fleire partar har same namn og vert rekna kvar for seg: {names}.",
        "Several parties have the same name and count one by one: {names}.",
    ),
    "others": Text(
        "Ikke brukt av {file}: {names}.",
        "Ikkje brukt av {file}: {names}.",
        "Not used of {file}: {names}.",
    ),
}
"""What can be left, in the order in which it is said: `others` is what has no word of its own."""
MORE = Text("{names} og {number} til", "{names} og {number} til", "{names} and {number} more")
STILL_MORE = Text(
    "Og {number} ting til som ikke er lest eller forstått.",
    "Og {number} ting til som ikkje er lesne eller forstått.",
    "And {number} more things that were not read or understood.",
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
        return text.format(file=self.file, names=shown, number=self.number)


def sentences(unread: Iterable[Unread]) -> list[Text]:
    """What has to be said beside every answer; [] where all was read and understood."""
    said = [one.said() for one in unread]
    rest = len(said) - SHOWN
    return said if rest <= 0 else [*said[:SHOWN], STILL_MORE.format(number=rest)]


def in_order(unread: Iterable[Unread]) -> tuple[Unread, ...]:
    """The same, each once, the gravest first."""
    places = {what: at for at, what in enumerate(WHAT)}
    return tuple(sorted(set(unread), key=lambda one: (places.get(one.what, len(WHAT)), one)))


def as_rows(unread: Iterable[Unread]) -> list[dict[str, str]]:
    """As rows of text, as writers write them and `from_rows` reads them."""
    return [
        {
            "what": one.what, "file": one.file, "names": ";".join(one.names),
            "number": str(one.number) if one.number else "",
        }
        for one in unread
    ]  # fmt: skip


def from_rows(rows: Iterable[dict[str, Any]]) -> tuple[Unread, ...]:
    """What `as_rows` wrote; a number that is none is 0."""
    return in_order(
        Unread(
            str(row.get("what") or "others"), str(row.get("file") or ""),
            tuple(name for name in str(row.get("names") or "").split(";") if name),
            int(number) if (number := str(row.get("number") or "")).isdecimal() else 0,
        )
        for row in rows
    )  # fmt: skip


COLUMNS = ("what", "file", "names", "number")
"""Columns of the sheet that says it."""
