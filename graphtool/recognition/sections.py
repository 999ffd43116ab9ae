"""Headings among the rows of a list that say no word of what they are: «REISELIV», alone.

They stand alone in capitals, as no other row does, or have a sum of their own: «Sum reiseliv». They
are read as the focus areas of what stands below them, which is a guess that is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphtool.errors import Problem
from graphtool.language import Said, Text, listed, plain
from graphtool.recognition import reasons, wording
from graphtool.recognition.meanings import Meaning

if TYPE_CHECKING:
    from graphtool.recognition.grid import Row
    from graphtool.recognition.table import Column, Table

MEANT = Meaning("thing", "FocusArea")
"""What such a heading is."""
LEAST = 4
"""Letters of a word in capitals that is no abbreviation."""
MOST = 5
"""Such headings that are named in a warning."""
_GUESSED = Text(
    "det som står alene i sin rad, som {titles}, er lest som satsingsområde for det som står under;"
    " er det et tiltak, så skriv det med små bokstaver, og er det et satsingsområde, så skriv"
    " «Satsingsområde:» foran",
    "det som står åleine i si rad, som {titles}, er lese som satsingsområde for det som står under;"
    " er det eit tiltak, så skriv det med små bokstavar, og er det eit satsingsområde, så skriv"
    " «Satsingsområde:» framfor",
    "what stands alone in its row, as {titles}, is read as the focus area of what stands below; if"
    " it is a measure, write it in small letters, and if it is a focus area, write 'Focus area:'"
    " before it",
)


def of(table: Table) -> frozenset[int]:
    """Numbers of the rows that are such headings; empty where more than measures is listed.

    >>> from graphtool.recognition import tables
    >>> from graphtool.recognition.grid import Grid
    >>> rows = [(1, ["Tiltak", "Ansvarlig"]), (2, ["REISELIV"]), (3, ["Skilting", "Tinn"])]
    >>> of(tables.of(Grid("Ark1", "Ark1", "a.xlsx", rows), {})[0])
    frozenset({2})
    """
    things = table.of("thing")
    if len(things) != 1 or str(things[0].meaning) not in ("Measure", "Project"):
        return frozenset()
    column = things[0]
    alone = {row[0]: text for row in table.rows if (text := _alone(table, row, column))}
    others = [row for row in table.rows if row[0] not in alone and _text(row, column)]
    if not alone or not others:
        return frozenset()
    summed = {
        wording.key(text.partition(" ")[2]) for _, text, why in table.left if why is reasons.TOTAL
    }
    may_be_loud = not any(_is_loud(_text(row, column)) for row in others)
    return frozenset(
        number
        for number, text in alone.items()
        if number < table.rows[-1][0]
        and (wording.key(text) in summed or (may_be_loud and _is_loud(text)))
    )


def _text(row: Row, column: Column) -> str:
    return wording.plain(row[1][column.at]) if column.at < len(row[1]) else ""


def _alone(table: Table, row: Row, column: Column) -> str:
    """The title of a row that holds nothing else; empty for another."""
    named = {column.at, *(one.at for one in table.numbers)}
    if any(text.strip() for at, text in enumerate(row[1]) if at not in named):
        return ""
    return _text(row, column)


def _is_loud(text: str) -> bool:
    """Whether a title is in capitals, and no mere abbreviation.

    >>> _is_loud("REISELIV OG KULTUR"), _is_loud("NAV"), _is_loud("Reiseliv")
    (True, False, False)
    """
    return text.isupper() and any(len(word) >= LEAST for word in text.split())


def problems(table: Table) -> list[Problem]:
    """What is to be said of these headings of a table; [] where it has none."""
    column = table.of("thing")[:1]
    titles = [_text(row, column[0]) for row in table.rows if row[0] in table.sections]
    if not titles:
        return []
    several = [f"«{title}»" for title in titles]
    named = listed(plain([*several[:MOST], *(["…"] if len(several) > MOST else [])]))
    where = table.grid.sheet, min(table.sections), column[0].heading
    return [Problem("warning", "guessed-section", Said(_GUESSED, titles=named), *where)]
