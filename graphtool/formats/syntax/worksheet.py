"""The rows of an Excel worksheet as they come: what its cells show, hold and are drawn over."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import IO, Any, NamedTuple

from graphtool.errors import GraphtoolError
from graphtool.formats.sheets import merged
from graphtool.formats.syntax.looks import Looks
from graphtool.formats.syntax.package import GENERAL, MAIN, Package, Runs, Style, shown
from graphtool.formats.syntax.streamed import fed
from graphtool.language import Said, Text

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
"""Of a sheet, as Excel has them; what says that it lies beyond is no workbook."""
MOST_PLACES = 1 << 25
"""Cells that the rows of a sheet may have places for: every one takes memory, also the empty."""
KEPT = 1 << 14
"""Different numbers of a sheet whose meaning is kept in mind."""
YEARS = range(1900, 2101)
"""What is a year where it stands as a date: nobody plans from spring to autumn of 1905."""
STEP = " " * 4
"""How a text that a style sets in is told by its spaces, one step of it."""
MOST_LEVELS = 7
"""Groups of rows within each other that Excel makes."""
TAGS = ("c", "v", "f", "row", "mergeCell", "col")
_TRUE = ("1", "true")
_NAMES = {f"{one} {tag}": tag for one in MAIN for tag in TAGS}
_PLAIN = Style(GENERAL, is_date=False, is_duration=False)

_TOO_WIDE = Text(
    "for mange rader går helt til kolonne {column}; slett det som står langt til høyre",
    "for mange rader går heilt til kolonne {column}; slett det som står langt til høgre",
    "too many rows reach to column {column}; delete what stands far to the right",
)


class TooWide(GraphtoolError):
    """So many rows reach so far to the right that no computer should be asked to hold them."""

    def __init__(self, width: int) -> None:
        last = merged.letters(width - 1)
        super().__init__(Said(_TOO_WIDE, column=last))


class Held(NamedTuple):
    """A cell that holds another thing than a text."""

    value: Any
    """A number, a truth, a date, an error's name; None for none."""
    shown_as: str = GENERAL
    is_error: bool = False
    formula: str = ""
    """Of a cell that has one but no result."""
    is_year: bool = False
    """It is a year, typed where a date is shown: as a date it would be a day of 1905."""


Cells = list["str | Held"]
"""Of a row, from the first column; the empty text where there is none."""


class Reader:
    """Reads one worksheet; what it holds beside the rows is whole once these have been read."""

    def __init__(self, package: Package) -> None:
        self.merged: list[merged.Range] = []
        self.hidden: list[int] = []
        """Numbers of the rows that Excel does not show."""
        self.looks = Looks()
        self._not_shown = 0
        """Where the last column ends of which it has been said that it is not shown."""
        self._package = package
        self._seen = {
            str(number): style
            for number, style in enumerate(package.styles)
            if style.colour or style.is_struck
        }
        """By the number of a style, how it looks, where it looks like something."""
        self._set_in = {
            str(number): STEP * style.indent
            for number, style in enumerate(package.styles)
            if style.indent
        }
        """By the number of a style, the spaces that stand for how far it sets a text in."""
        self._columns: dict[str, int] = {}
        self._numbers: dict[tuple[str, str], Held] = {}
        """By a number as it stands and its style, what it is: days stand in many rows."""
        self._done: list[tuple[int, Cells]] = []
        self._row = 0
        self._places = 0
        self._cells: Cells = []
        self._cell: dict[str, str] = {}
        self._runs = Runs()
        self._heard = self._runs.heard
        self._value: str | None = None
        self._formula: str | None = None

    def rows(self, stream: IO[bytes]) -> Iterator[tuple[int, Cells]]:
        """Each row that has cells, with its number; raises `ValueError` where they are in disorder.

        A row or a cell that is there twice, or before the one that it follows, would hide another.
        """
        for _ in fed(stream, self._start, self._end, self._heard.append):
            yield from self._done
            self._done.clear()

    def _start(self, tag: str, given: dict[str, str]) -> None:
        name = _NAMES.get(tag)
        if name == "c":
            self._cell = given
            self._value = self._formula = None
            self._runs.runs.clear()
            self._runs.is_struck = False
        elif name in {"v", "f"}:
            self._heard.clear()
        elif name == "row":
            self._begin(given)
        elif name == "col":
            self._column_looks(given)
        elif name is None:
            self._runs.start(tag, given)
        elif one := merged.named(given.get("ref", "")):
            self.merged.append(one)

    def _begin(self, given: dict[str, str]) -> None:
        """Begins a row."""
        number = int(given.get("r", self._row + 1))
        if not self._row < number <= LAST_ROW:
            raise ValueError(f"row {number} follows row {self._row}")
        self._row, self._cells = number, []
        if given.get("hidden", "0") in _TRUE:
            self.hidden.append(number)
        if (level := given.get("outlineLevel", "0")) != "0" and level.isdecimal():
            self.looks.levels[number] = min(int(level), MOST_LEVELS)

    def _column_looks(self, given: dict[str, str]) -> None:
        """Takes in columns, which may not be shown."""
        first, last = given.get("min", ""), given.get("max", "")
        if given.get("hidden", "0") in _TRUE and first.isdecimal() and last.isdecimal():
            begins = max(int(first) - 1, self._not_shown)  # each is told of once
            self._not_shown = max(min(int(last), LAST_COLUMN), self._not_shown)
            self.looks.columns.update(range(begins, self._not_shown))

    def _end(self, tag: str) -> None:
        name = _NAMES.get(tag)
        if name == "v":
            self._value = "".join(self._heard)
        elif name == "c":
            self._keep()
        elif name == "f":
            self._formula = "".join(self._heard)
        elif name == "row":
            self._places += len(self._cells)
            if self._places > MOST_PLACES:
                raise TooWide(len(self._cells))
            if self._cells:
                self._done.append((self._row, self._cells))
        elif name is None:
            self._runs.end(tag)

    def _keep(self) -> None:
        cells, place = self._cells, self._cell.get("r")
        at = len(cells) if place is None else self._column(place)
        if not len(cells) <= at < LAST_COLUMN:
            raise ValueError(f"cell {place or at + 1} follows cell {len(cells)} of row {self._row}")
        is_struck = self._runs.is_struck or (bool(self._package.struck) and self._is_struck())
        value = self._read()
        seen = self._seen.get(self._cell.get("s", "")) if self._seen else None
        if seen and seen.colour:
            self.looks.colour(at, seen.colour, self._row)
        if value != "" and (is_struck or (seen and seen.is_struck)):
            self.looks.strike(self._row, at)
        if value == "":
            return
        if self._set_in and isinstance(value, str):
            value = self._set_in.get(self._cell.get("s", ""), "") + value
        if at > len(cells):
            cells.extend([""] * (at - len(cells)))
        cells.append(value)

    def _is_struck(self) -> bool:
        """Whether a line is drawn through a part of a text that the cell shares with others."""
        is_shared = self._cell.get("t") == "s" and bool(self._value)
        return is_shared and int(self._value or "0") in self._package.struck

    def _column(self, place: str) -> int:
        letters = place.rstrip("0123456789")
        known = self._columns.get(letters)
        if known is None:
            known = self._columns[letters] = merged.column(letters)
        return known

    def _read(self) -> str | Held:
        kind, value = self._cell.get("t", "n"), self._value
        if kind == "inlineStr":
            return self._runs.taken()
        if not value:
            # A formula that gives the empty text has the type of a text, and a result.
            has_result = self._formula is None or kind == "str"
            return "" if has_result else Held(None, formula=f"={self._formula}")
        if kind == "s":
            return self._package.texts[int(value)]
        return shown(value) if kind == "str" else self._held(kind, value)

    def _held(self, kind: str, value: str) -> Held:
        if kind == "e":
            return Held(value, is_error=True)
        if kind == "b":
            return Held(bool(int(value)))
        if kind == "d":
            return self._dated(value)
        place = (value, self._cell.get("s", "0"))
        found = self._numbers.get(place)
        if found is None:
            found = self._number(value)
            if len(self._numbers) < KEPT:
                self._numbers[place] = found
        return found

    def _style(self) -> Style:
        number, styles = int(self._cell.get("s", 0)), self._package.styles
        return styles[number] if 0 <= number < len(styles) else _PLAIN

    def _dated(self, value: str) -> Held:
        from openpyxl.utils.datetime import from_ISO8601

        return Held(_moment(from_ISO8601(value)), self._style().shown_as)

    def _number(self, value: str) -> Held:
        style = self._style()
        number = int(value) if value.lstrip("-").isdecimal() else float(value)
        if not style.is_date:
            return Held(number, style.shown_as)
        if number in YEARS and not style.is_duration:
            return Held(int(number), is_year=True)
        from openpyxl.utils.datetime import from_excel

        try:
            found = from_excel(number, self._package.epoch, timedelta=style.is_duration)
        except (OverflowError, ValueError):
            return Held("#VALUE!", is_error=True)
        return Held(found, style.shown_as)


def _moment(value: object) -> object:
    """A day as the moment that it begins."""
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return datetime.datetime(value.year, value.month, value.day)
    return value
