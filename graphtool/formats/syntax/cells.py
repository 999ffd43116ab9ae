"""The cells of a worksheet as the text that a person sees in them.

A date that shows no day is a month, 928 that shows as 0928 keeps its zero, a formula is its
stored result.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

import pandas as pd

from graphtool.errors import Problem, SourceNotFound
from graphtool.formats.sheets.merged import letters
from graphtool.formats.syntax.worksheet import MOST_PLACES, Cells, Held, TooWide
from graphtool.graph import cleaning, tables
from graphtool.language import Said, Text

_LITERALS = re.compile(r'"[^"]*"|\[[^]]*\]|\\.')

_NO_RESULT = Text(
    "{formula} har ikke noe lagret svar og leses som tom; åpne arbeidsboken i Excel og lagre den",
    "{formula} har ikkje noko lagra svar og blir lesen som tom; opne arbeidsboka i Excel og lagre"
    " ho",
    "{formula} has no stored result and is read as empty; open the workbook in Excel and save it",
)
_FORMULA = Text("formelen {formula}", "formelen {formula}", "the formula {formula}")
_ITS_FORMULA = Text("formelen", "formelen", "its formula")
_YEAR = Text(
    "er lest som året {year}, selv om cellen viser en dato i 1905; skriv året som tekst, eller hele"
    " datoen",
    "er lese som året {year}, sjølv om cella viser ein dato i 1905; skriv året som tekst, eller"
    " heile datoen",
    "is read as the year {year}, though the cell shows a day of 1905; write the year as text, or"
    " the whole date",
)
_ERROR = Text(
    "{value} er en feil fra Excel og leses som tom",
    "{value} er ein feil frå Excel og blir lesen som tom",
    "{value} is an error of Excel's and is read as empty",
)


class Sheet(NamedTuple):
    """The cells of a worksheet as text: those of its first row, and of the others by number."""

    title: str
    header: list[str]
    rows: list[tuple[int, list[str]]]
    """Those that are not blank, each as wide as its last cell that is not."""
    problems: list[Problem]
    percents: dict[tuple[int, int], str]
    """By row and place, how numbers are seen that are formatted as percent: 0.35 as «35 %»."""

    def framed(self) -> tuple[list[str], pd.DataFrame]:
        """The header and the other rows as a table, both as wide as the widest row.

        Raises `SourceNotFound` where that is more than a computer should be asked to hold.
        """
        width = max(map(len, [self.header, *(cells for _, cells in self.rows)]))
        if width * len(self.rows) > MOST_PLACES:
            raise SourceNotFound.at(self.title, TooWide(width).message)
        table = pd.DataFrame(
            [cells + [""] * (width - len(cells)) for _, cells in self.rows],
            index=pd.Index([number for number, _ in self.rows], dtype="int64"),
            columns=range(width),
            dtype=tables.TEXT,
        )
        return self.header + [""] * (width - len(self.header)), table


def texts(sheet: str, rows: Iterable[tuple[int, Cells]]) -> Sheet:
    """The cells of a worksheet of this title, and what in them cannot be read."""
    found = Sheet(sheet, [], [], [], {})
    for number, row in rows:
        cells = []
        for held in row:
            if isinstance(held, str):
                cells.append(held)
                continue
            text, trouble = _cell(held)
            if "%" in held.shown_as and isinstance(held.value, (int, float)):
                found.percents[number, len(cells)] = _percent(held.value)
            cells.append(text)
            if trouble:
                at = len(cells) - 1
                column = found.header[at] if at < len(found.header) else ""
                column = column or letters(at)
                found.problems.append(Problem("warning", *trouble, sheet, number, column))
        while cells and not cells[-1].strip():
            cells.pop()
        if number == 1:
            found.header.extend(cells)
        elif cells:
            found.rows.append((number, cells))
    return found


def _cell(cell: Held) -> tuple[str, tuple[str, Said] | None]:
    """A cell as text, and the rule and message where it holds something that cannot be read."""
    value = cell.value
    if value is None:
        has_text = cell.formula != "="
        formula = Said(_FORMULA, formula=cell.formula) if has_text else Said(_ITS_FORMULA)
        return "", ("no-result", Said(_NO_RESULT, formula=formula))
    if cell.is_error:
        return "", ("cell-error", Said(_ERROR, value=value))
    if cell.is_year:
        return str(value), ("guessed-year", Said(_YEAR, year=value))
    if isinstance(value, datetime.datetime):
        return _day(value, cell.shown_as), None
    if isinstance(value, int) and not isinstance(value, bool):
        zeros = len(cell.shown_as) if not cell.shown_as.strip("0") else 0
        return str(value).zfill(zeros), None
    return cleaning.as_text(value), None


def _percent(number: float) -> str:
    """A number as it is seen in percent, with a comma, which is never one between thousands.

    >>> _percent(0.35), _percent(1), _percent(0.02027)
    ('35 %', '100 %', '2,027 %')
    """
    return cleaning.as_text(round(number * 100, 9)).replace(".", ",") + " %"


@lru_cache(maxsize=1 << 14)
def _day(moment: datetime.datetime, shown_as: str) -> str:
    r"""A moment as precise as its cell shows it, so that 2015-04 typed into Excel stays a month.

    >>> april = datetime.datetime(2015, 4, 1)
    >>> _day(april, "yyyy-mm-dd"), _day(april, "mmm\\.yy"), _day(april.replace(month=1), "yyyy")
    ('2015-04-01', '2015-04', '2015')
    """
    letters = _LITERALS.sub("", shown_as).casefold()
    first = datetime.datetime(moment.year, moment.month, 1)
    if "d" in letters or "h" in letters or moment != first:
        return cleaning.as_text(moment)
    if "m" in letters or moment.month != 1:
        return f"{moment:%Y-%m}"
    return f"{moment:%Y}"
