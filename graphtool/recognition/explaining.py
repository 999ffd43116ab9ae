"""Sheets that only explain letters, or initials and short names, and for which others they count.

What a sheet explains itself counts for it first, then what its workbook does, and of text files
their folder. Where two such sheets say different things of one sign, neither is believed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from graphtool.errors import Problem
from graphtool.language import Said, Text
from graphtool.recognition import initials, legends, meanings, wording
from graphtool.recognition.grid import Grid
from graphtool.recognition.table import Table

CONFLICT = "explained-twice"
_CONFLICT = Text(
    "«{sign}» er forklart som {one} i {sheet}, og som {other} her; ingen av delene gjelder for"
    " andre ark: forklar «{sign}» i arket der den står, eller på bare ett sted",
    "«{sign}» er forklart som {one} i {sheet}, og som {other} her; ingen av delane gjeld for andre"
    " ark: forklar «{sign}» i arket der han står, eller på berre éin stad",
    "{sign!r} is explained as {one} in {sheet}, and as {other} here; neither counts for other"
    " sheets: explain {sign!r} in the sheet where it stands, or in one place alone",
)


class Explaining(NamedTuple):
    """A sheet that only explains letters, or else initials and short names: it lists nobody."""

    grid: Grid
    header: int
    """Number of the row that holds its headings; 0 where none does."""
    letters: Mapping[str, str | None]
    names: Mapping[str, str]


def explaining(each: Grid) -> Explaining | None:
    """What a sheet explains of which that is all; None for another.

    >>> rows = [(1, ["Initialer", "Navn"]), (2, ["KH", "Kari Hansen"])]
    >>> found = explaining(Grid("Ark2", "Ark2", "plan.xlsx", rows))
    >>> dict(found.names) if found else None
    {'KH': 'Kari Hansen'}
    """
    header, letters = legends.of_sheet(each.title, each.rows)
    if letters:
        return Explaining(each, header, letters, {})
    header, names = initials.of_sheet(each.title, each.rows)
    return Explaining(each, header, {}, names) if names else None


@dataclass
class Explained:
    """What such sheets say, by whose tables each speaks for."""

    problems: list[Problem] = field(default_factory=list)
    """Signs of which two of them say different things."""
    _letters: dict[str, dict[str, str | None]] = field(default_factory=dict)
    _names: dict[str, dict[str, str]] = field(default_factory=dict)

    def names(self, each: Grid) -> dict[str, str]:
        """What initials and short names mean in a sheet that does not say it itself."""
        return self._names.get(_beside(each), {})

    def lettered(self, each: Grid, tables: list[Table]) -> list[Table]:
        """The tables of a sheet, with what is said of letters where the sheet says nothing."""
        letters = self._letters.get(_beside(each))
        if not letters:
            return tables
        return [
            table
            if table.legend.letters
            else replace(table, legend=table.legend._replace(letters=letters))
            for table in tables
        ]


def explained(several: Iterable[Explaining]) -> Explained:
    """What these sheets say together; nothing of what two of them say differently.

    >>> one, other = ([(1, ["Initialer", "Navn"]), (2, ["KH", name])] for name in ("Kari", "Knut"))
    >>> grids = [Grid("a", "a", "a.xlsx", one), Grid("b", "b", "a.xlsx", other)]
    >>> found = explained(filter(None, map(explaining, grids)))
    >>> found.names(grids[0]), found.problems[0].file
    ({}, 'b')
    """
    out = Explained()
    said: dict[tuple[str, str], tuple[str, str | None]] = {}
    unclear: set[tuple[str, str]] = set()
    for one in several:
        place = _beside(one.grid)
        for sign, meant in (*one.letters.items(), *one.names.items()):
            sheet, earlier = said.setdefault((place, sign), (one.grid.sheet, meant))
            if _is_other(earlier, meant):
                unclear.add((place, sign))
                out.problems.append(_conflict(one, sign, sheet, earlier, meant))
        out._letters.setdefault(place, {}).update(one.letters)
        out._names.setdefault(place, {}).update(one.names)
    for place, sign in unclear:
        if sign in out._letters[place]:
            out._letters[place][sign] = None
        out._names[place].pop(sign, None)
    return out


def _is_other(earlier: str | None, meant: str | None) -> bool:
    return earlier != meant and wording.key(earlier or "") != wording.key(meant or "")


def _conflict(
    one: Explaining, sign: str, sheet: str, earlier: str | None, meant: str | None
) -> Problem:
    first, other = (_shown(one, said) for said in (earlier, meant))
    message = Said(_CONFLICT, sign=sign, one=first, other=other, sheet=sheet)
    row = next(
        (number for number, cells in one.grid.rows if sign in map(str.strip, cells)), one.header
    )
    return Problem("warning", CONFLICT, message, one.grid.sheet, row)


def _shown(one: Explaining, meant: str | None) -> Text | str:
    """What a sign is said to mean, as a person reads it: a role, or a name as it stands."""
    return meanings.label(meant or meanings.UNREAD.word) if one.letters else f"«{meant}»"


def _beside(each: Grid) -> str:
    """Whose tables a sheet that explains letters or names speaks for: its workbook's.

    A text file is one sheet, so that it speaks for those of its folder.

    >>> _beside(Grid("Ark2", "Ark2", "a/plan.xlsx", []))
    'a/plan.xlsx'
    >>> [_beside(Grid(name, "navn", name, [])) for name in ("a/navn.csv", "navn.csv")]
    ['a/', '/']
    """
    folder = each.file.rpartition("/")[0]
    return f"{folder}/" if each.is_text else each.file
