"""What a sheet says by its looks alone, which is not read: colours, and lines through its texts."""

from __future__ import annotations

from graphtool.errors import Problem
from graphtool.language import Said, Text, listed, plain, shortened
from graphtool.recognition import reasons, words
from graphtool.recognition.table import Column, Table, cell

COLOURS = "colours-not-read"
STRUCK = "struck-through"
_EMPTY = Text(
    "ingenting står under {columns}, men cellene har farge, som ikke leses: skriv det som fargen"
    " betyr",
    "ingenting står under {columns}, men cellene har farge, som ikkje blir lesen: skriv det som"
    " fargen betyr",
    "nothing stands under {columns}, but its cells are coloured, which is not read: write what the"
    " colour means",
)
_LEGEND = Text(
    "arket forklarer farger, som ikke leses{columns}: skriv det som fargen betyr, for eksempel"
    " under «Status»",
    "arket forklarer fargar, som ikkje blir lesne{columns}: skriv det som fargen betyr, til dømes"
    " under «Status»",
    "the sheet explains colours, which are not read{columns}: write what the colour means, as below"
    " 'Status'",
)
_IN = Text("; de står i {columns}", "; dei står i {columns}", "; they are in {columns}")
_STRUCK = Text(
    "«{text}» er strøket over, helt eller delvis, og er lest som om det ikke var det; er det"
    " utgått, så slett det",
    "«{text}» er stroke over, heilt eller delvis, og er lese som om det ikkje var det; er det"
    " utgått, så slett det",
    "{text!r} has a line through it, or through a part of it, and is read as if it had none; if it"
    " is dropped, delete it",
)


def problems(table: Table) -> list[Problem]:
    """What is to be said of the looks of a table.

    >>> from graphtool.recognition import tables
    >>> from graphtool.recognition.grid import Grid, Shown
    >>> rows = [(1, ["Tiltak", "Status"]), (2, ["Ny buss"]), (3, ["Ny bru"])]
    >>> green = Shown(coloured={1: {"green": (2, 3)}}, struck={(3, 0)})
    >>> (table,) = tables.of(Grid("Ark1", "Ark1", "a.xlsx", rows, shown=green), {})
    >>> [(one.rule, one.row) for one in problems(table)]
    [('colours-not-read', 1), ('struck-through', 3)]
    """
    return [*_coloured(table), *_struck(table)]


def _coloured(table: Table) -> list[Problem]:
    seen = {one: _colours(table, one) for one in table.columns if one.heading}
    coloured = [one for one, colours in seen.items() if colours]
    if _explains_colours(table):
        columns = listed(plain([one.heading for one in coloured]))
        where = Said(_IN, columns=columns) if coloured else ""
        message = Said(_LEGEND, columns=where)
    else:
        filled = {one for one in coloured if any(cell(row, one) for row in table.rows)}
        # One colour behind what is written too is that of the row: every other one may be grey.
        rows = {colour for one in filled for colour in seen[one]}
        empty = [one for one in coloured if one not in filled]
        empty = [one for one in empty if len(seen[one]) > 1 or seen[one].isdisjoint(rows)]
        # Of columns of times it is said elsewhere.
        empty = [one for one in empty if one.at not in table.periods]
        if not empty:
            return []
        message = Said(_EMPTY, columns=listed(plain([one.heading for one in empty])))
    return [Problem("warning", COLOURS, message, table.grid.sheet, table.header)]


def _colours(table: Table, column: Column) -> frozenset[str]:
    """The colours that are seen below a heading, without those that it has itself."""
    last = max((row for row, _ in table.rows), default=0)
    seen = table.grid.shown.coloured.get(column.at, {})
    return frozenset(one for one, (first, _) in seen.items() if table.header < first <= last)


def _explains_colours(table: Table) -> bool:
    """Whether it is said above or below the table what colours mean."""
    above = any(words.explains_colour(text) for text in table.above)
    return above or any(why is reasons.COLOUR for _, _, why in table.left)


def _struck(table: Table) -> list[Problem]:
    """The first text of each row that has a line through it, where it says what or who."""
    struck = table.grid.shown.struck
    told = [one for one in table.columns if one.meaning and one.meaning.word not in ("id", "note")]
    found = []
    for row in table.rows if struck else ():
        column = next((one for one in told if (row[0], one.at) in struck), None)
        if column is not None:
            message = Said(_STRUCK, text=shortened(cell(row, column)))
            where = table.grid.sheet, row[0], column.heading
            found.append(Problem("warning", STRUCK, message, *where))
    return found
