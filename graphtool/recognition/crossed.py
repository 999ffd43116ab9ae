"""Headings that no list of words knows, told by what stands below them.

Two rows over marks, the upper a role and the lower who has it; and a column of municipalities with
nothing above it, as Statistics Norway writes its tables.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from graphtool.recognition import marks, names, role_words, wording, words
from graphtool.recognition.figures import figure

if TYPE_CHECKING:
    from graphtool.recognition.grid import Row

FIRST = 8
"""Rows from the top in which such headings may begin."""
SOME = 500
"""Rows that are looked at to tell what a column holds."""
MOST = 40
"""So many different figures at most stand below each other for each municipality."""
LEAST = 2
"""So many municipalities below each other at least make a column of them."""
MOSTLY = 0.6
"""Share of the cells below that must be municipalities."""


class Crossed(NamedTuple):
    """Headings in two rows, the upper one of roles."""

    header: Row
    """Who or what each column is for."""
    roles: Mapping[int, str]
    """By place, the role that the upper heading gives."""
    begins: int
    """Place of the first row below both."""


def first(rows: Sequence[Row], wide: Mapping[int, Mapping[int, int]]) -> Crossed | None:
    """The first such headings of a sheet; None where it has none."""
    found = (crossed(rows, at, wide) for at in range(min(len(rows), FIRST)))
    return next(filter(None, found), None)


def crossed(rows: Sequence[Row], at: int, wide: Mapping[int, Mapping[int, int]]) -> Crossed | None:
    """The headings of this row, of roles, and of the one below it; None where they are no such.

    >>> rows = [(1, ["", "Ansvarlig", "", "Deltar", ""]), (2, ["Tiltak", "Tinn", "NHO", "Tinn"])]
    >>> found = crossed([*rows, (3, ["Vei", "x", "", "", ""])], 0, {})
    >>> found.header[1], list(found.roles.values())
    (['Tiltak', 'Tinn', 'NHO', 'Tinn', ''], ['responsible', 'responsible', 'participants'])
    """
    if at + 2 >= len(rows) or rows[at + 1][0] != rows[at][0] + 1:
        return None
    upper, lower = rows[at], rows[at + 1]
    width = max(len(upper[1]), len(lower[1]))
    above, below = (
        [*map(str.strip, row[1])] + [""] * (width - len(row[1])) for row in (upper, lower)
    )
    over = _roles(above, wide.get(upper[0], {}))
    roles = {place: role for place, role in over.items() if below[place]}
    if len(roles) <= len({*over} & {place for place, text in enumerate(above) if text}):
        return None  # none of them stands over two
    cells = [row[1][place] for row in rows[at + 2 :] for place in roles if place < len(row[1])]
    filled = [text for text in cells if text.strip()]
    said = [marks.roles(text, {}) for text in filled]
    are_marks = any(said) and all(one in ([], ["participants"]) for one in said)
    if not are_marks or any(marks.roles(below[place], {}) is not None for place in roles):
        return None
    header = [below[at] if at in roles else below[at] or above[at] for at in range(width)]
    return Crossed((lower[0], header), roles, at + 2)


def _roles(above: Sequence[str], drawn: Mapping[int, int]) -> dict[int, str]:
    """By place, the role whose heading stands there, is drawn over it, or stands left of it."""
    out: dict[int, str] = {}
    role, until = "", -1
    for place, text in enumerate(above):
        if text and place > until:
            role, until = role_words.part(text, is_whole=True) or "", drawn.get(place, -1)
        if role:
            out[place] = role
    return out


def unnamed(header: Sequence[str], rows: Sequence[Row]) -> int | None:
    """The place of a column of municipalities with no heading, left of all others; None for none.

    >>> unnamed(["", "Innbyggere"], [(2, ["3336 Rollag", "1 400"]), (3, ["Flesberg", "2 700"])])
    0
    """
    places = (at for _, cells in rows for at, text in enumerate(cells) if text.strip())
    place = min(places, default=0)
    if place < len(header) and header[place].strip():
        return None
    filled = (wording.plain(cells[place]) for _, cells in rows if place < len(cells))
    found = [text for text in filled if text and not words.is_one("totals", text)]
    official = sum(map(names.is_official, found))
    return place if official >= LEAST and official >= MOSTLY * len(found) else None


def unfolded(
    header: Sequence[str], rows: Sequence[Row], place: int
) -> tuple[list[str], list[Row]] | None:
    """A table of several rows a municipality, each of another figure, with a column a figure.

    What is counted stands behind the municipality in a column with nothing above it, as Statistics
    Norway writes tables of several variables. None for another table.

    >>> rows = [(4, ["Tinn", "Lån", "5"]), (5, ["", "Drift", "7"]), (6, ["Vinje", "Lån", "2"])]
    >>> unfolded(["", "", "2023"], rows, 0)[0]
    ['', '', 'Lån 2023', 'Drift 2023']
    >>> unfolded(["", "", "2023"], rows, 0)[1][1]
    (5, ['Tinn', '', '', '7'])
    """
    said, figures = place + 1, [at for at, text in enumerate(header) if text.strip()]
    if not figures or min(figures) <= said:
        return None
    told = [row[1][said].strip() if said < len(row[1]) else "" for row in rows]
    names_of = list(dict.fromkeys(filter(None, told)))
    if not 2 <= len(names_of) <= MOST or any(map(figure, names_of)):
        return None
    untold = [row for row, name in zip(rows, told, strict=True) if not name]
    if any(text.strip() for _, cells in untold for text in cells[said:]):
        return None
    cells_of = (cells[at] for _, cells in rows for at in figures if at < len(cells))
    filled = [text for text in cells_of if any(map(str.isalnum, text))]  # «..» is none yet
    if 2 * sum(figure(text) is not None for text in filled) < len(filled):
        return None  # what stands behind is no figure's name, but perhaps who was there
    heads = [f"{name} {header[at].strip()}" for name in names_of for at in figures]
    out: list[Row] = []
    town = ""
    for (number, cells), name in zip(rows, told, strict=True):
        if not name:  # a source below the table
            out.append((number, cells))
            continue
        town = cells[place].strip() or town
        wide = [""] * (said + 1) + [""] * len(heads)
        wide[place] = town
        first = said + 1 + names_of.index(name) * len(figures)
        wide[first : first + len(figures)] = [
            cells[at] if at < len(cells) else "" for at in figures
        ]
        out.append((number, wide))
    return [*[""] * (said + 1), *heads], out


def begins(rows: Sequence[Row]) -> int | None:
    """The place of the row of headings above municipalities in an unnamed column; None for none.

    >>> begins([(1, ["KOSTRA"]), (2, ["", "Lån"]), (3, ["Tinn", "5"]), (4, ["Vinje", "7"])])
    1
    """
    found = None
    for at, (_, cells) in enumerate(rows[:FIRST]):
        if any(map(str.strip, cells)) and unnamed(cells, rows[at + 1 : at + SOME]) is not None:
            found = at
        elif found is not None:
            break
    return found


def headings(rows: Sequence[Row], at: int) -> Row:
    """The row of headings at a place, years in it with what stands above them.

    >>> headings([(1, ["", "Folketall", "", "Lån"]), (2, ["", "2023", "2024", "2024"])], 1)[1]
    ['', 'Folketall 2023', 'Folketall 2024', 'Lån 2024']
    """
    number, cells = rows[at]
    filled = [text for text in cells if text.strip()]
    above = rows[at - 1][1] if at and rows[at - 1][0] == number - 1 else []
    are_years = all(text.strip().isdecimal() for text in filled)
    if not are_years or sum(bool(text.strip()) for text in above) < 2:
        return number, cells
    out, last = [], ""
    for place, text in enumerate(cells):
        last = (above[place].strip() if place < len(above) else "") or last
        out.append(f"{last} {text}".strip() if text.strip() else text)
    return number, out
