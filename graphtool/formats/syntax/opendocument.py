"""The rows of an OpenDocument spreadsheet as they come (ODF 1.3, part 3, 9 and 19).

Read here and not by a library: `odfpy` holds the whole document as Python objects, and a compiled
reader does not say how a date is shown, by which 2015-04 is told from the first of April.
"""

from __future__ import annotations

import datetime
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from graphtool.errors import SourceNotFound, unopened
from graphtool.formats.sheets import merged
from graphtool.formats.sheets.merged import letters
from graphtool.formats.syntax import workbook
from graphtool.formats.syntax.looks import Looks
from graphtool.formats.syntax.package import MOST_STEPS
from graphtool.formats.syntax.streamed import fed
from graphtool.formats.syntax.worksheet import LAST_COLUMN, LAST_ROW, STEP, YEARS, Cells, Held
from graphtool.language import Said, Text

CONTENT = "content.xml"
MOST_REPEATED = 5_000_000
"""Cells that a sheet may hold by saying that a filled row is there again."""
MOST_LIKE = 100
"""Cells beside each other of one look that are kept in mind."""
_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
TABLE, OFFICE, TEXT, STYLE, FORMAT = (
    f"{_ODF}{name}:1.0 " for name in ("table", "office", "text", "style", "xsl-fo-compatible")
)
_CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
_BLANKS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
_ASIDE = (f"{OFFICE}annotation", f"{TABLE}tracked-changes", f"{TABLE}table-source")
POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4}
POINTS_A_STEP = 10
DAY_NOUGHT = datetime.datetime(1899, 12, 30)
"""From which LibreOffice counts days."""
_LENGTH = re.compile(r"(\d{1,6}(?:[.]\d{1,9})?)(pt|in|cm|mm)")
_SPACES = re.compile(r"[ \t\r\n]+")
_DIGITS = re.compile(r"\d+")
_NO_DOCUMENT = Text(
    "er ingen OpenDocument-arbeidsbok, eller en som er skadet; lagre den i LibreOffice som .ods",
    "er inga OpenDocument-arbeidsbok, eller ei som er skadd; lagre ho i LibreOffice som .ods",
    "is no OpenDocument workbook, or a damaged one; save it in LibreOffice as .ods",
)


class Sheet:
    """A sheet as it is read: its title, then its rows; `merged` is whole once these are there."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.is_hidden = False
        self.hidden: list[int] = []
        """Numbers of the rows that LibreOffice does not show."""
        self.merged: list[merged.Range] = []
        self.rows: list[tuple[int, Cells]] = []
        self.looks = Looks()


class Reader:
    """Reads the sheets of one document; `has_comments` is known once all are read."""

    def __init__(self) -> None:
        self.has_comments = False
        self._done: list[Sheet] = []
        self._sheet: Sheet | None = None
        self._aside = 0
        """How many elements deep it is within what is no cell: a comment, a drawing."""
        self._style = ""
        self._set_in: dict[str, str] = {}
        """By a style's name, the spaces that stand for how far it sets a text in."""
        self._coloured: dict[str, str] = {}
        """By a style's name, the colour that it has behind it."""
        self._struck: set[str] = set()
        """Styles that draw a line through their text."""
        self._is_struck = False
        """Whether a part of the cell has a line through it."""
        self._columns = 0
        self._level = 0
        """How many groups of rows deep it is."""
        self._not_shown: set[str] = set()
        """Styles of sheets that are hidden."""
        self._row = 0
        self._is_shown = True
        self._again = 1
        self._cells: Cells = []
        self._width = 0
        self._repeated = 0
        self._cell: dict[str, str] | None = None
        self._paragraphs: list[str] = []
        self._within = 0
        """How many elements deep it is within a paragraph of a cell."""

    def sheets(self, stream: IO[bytes]) -> Iterator[Sheet]:
        """Each sheet, with all its rows; raises `ValueError` where it holds what no sheet can."""
        for _ in fed(stream, self._start, self._end, self._heard):
            yield from self._done
            self._done.clear()

    def _start(self, tag: str, given: dict[str, str]) -> None:
        if self._aside or tag in _ASIDE or (self._cell is not None and self._is_drawn(tag)):
            self._aside += 1
            self.has_comments = self.has_comments or tag == f"{OFFICE}annotation"
        elif tag == f"{TABLE}table":
            self._sheet, self._row = Sheet(given.get(f"{TABLE}name", "")), 0
            self._sheet.is_hidden = given.get(f"{TABLE}style-name", "") in self._not_shown
            self._repeated = self._columns = self._level = 0
        elif tag == f"{TABLE}table-column" and self._sheet is not None:
            self._column(self._sheet, given)
        elif tag == f"{TABLE}table-row-group":
            self._level += 1
        elif tag == f"{TABLE}table-row":
            self._row += 1
            self._again = _number(given, "number-rows-repeated")
            self._is_shown = given.get(f"{TABLE}visibility", "visible") == "visible"
            self._cells, self._width = [], 0
        elif tag in _CELLS:
            self._cell, self._paragraphs, self._is_struck = given, [], False
        elif self._cell is not None:
            self._spoken(tag, given)
        else:
            self._styled(tag, given)

    def _styled(self, tag: str, given: dict[str, str]) -> None:
        """Takes in what is said of styles."""
        if tag == f"{STYLE}style":
            self._style = given.get(f"{STYLE}name", "")
        elif tag == f"{STYLE}table-cell-properties":
            colour = given.get(f"{FORMAT}background-color", "transparent")
            if colour.casefold() not in ("transparent", "#ffffff"):
                self._coloured[self._style] = colour
        elif tag == f"{STYLE}text-properties":
            lines = (given.get(f"{STYLE}text-line-through-{one}") for one in ("style", "type"))
            if next(filter(None, lines), "none") != "none":  # of a part its type alone is said
                self._struck.add(self._style)
        elif tag == f"{STYLE}table-properties" and given.get(f"{TABLE}display") == "false":
            self._not_shown.add(self._style)
        elif tag == f"{STYLE}paragraph-properties":
            self._set_in[self._style] = STEP * _steps(given.get(f"{FORMAT}margin-left", ""))

    def _column(self, sheet: Sheet, given: dict[str, str]) -> None:
        """Takes in columns, which may not be shown."""
        last = min(self._columns + _number(given, "number-columns-repeated"), LAST_COLUMN)
        if given.get(f"{TABLE}visibility", "visible") != "visible":
            sheet.looks.columns.update(range(self._columns, last))
        self._columns = last

    def _is_drawn(self, tag: str) -> bool:
        """Whether an element of a cell is neither a paragraph nor within one."""
        return not self._within and tag != f"{TEXT}p"

    def _spoken(self, tag: str, given: dict[str, str]) -> None:
        self._within += 1
        if tag == f"{TEXT}p":
            self._paragraphs.append("")
        elif tag == f"{TEXT}span":
            self._is_struck = self._is_struck or given.get(f"{TEXT}style-name") in self._struck
        elif tag == f"{TEXT}s":
            self._paragraphs[-1] += "\0" * min(int(given.get(f"{TEXT}c", "1")), LAST_COLUMN)
        elif tag in _BLANKS:
            self._paragraphs[-1] += "\1" if tag == f"{TEXT}tab" else "\2"

    def _heard(self, text: str) -> None:
        if self._within and not self._aside:
            self._paragraphs[-1] += text

    def _end(self, tag: str) -> None:
        if self._aside:
            self._aside -= 1
        elif self._within:
            self._within -= 1
        elif tag in _CELLS:
            self._keep()
            self._cell = None
        elif tag == f"{TABLE}table-row":
            self._close()
        elif tag == f"{TABLE}table-row-group":
            self._level -= 1
        elif tag == f"{TABLE}table" and self._sheet is not None:
            self._done.append(self._sheet)
            self._sheet = None

    def _keep(self) -> None:
        given = self._cell or {}
        value = _value(given, "\n".join(map(_spaced, self._paragraphs)))
        again = _number(given, "number-columns-repeated")
        self._span(given)
        if self._sheet is not None:
            self._look(self._sheet.looks, given.get(f"{TABLE}style-name", ""), again, value)
        if isinstance(value, str) and value:
            value = self._set_in.get(given.get(f"{TABLE}style-name", ""), "") + value
        if value != "":
            if self._width + again > LAST_COLUMN:
                raise ValueError(f"row {self._row} has more than {LAST_COLUMN} cells")
            self._cells.extend([""] * (self._width - len(self._cells)))
            self._cells.extend([value] * again)
        self._width = min(self._width + again, LAST_COLUMN)

    def _look(self, looks: Looks, style: str, again: int, value: str | Held) -> None:
        """Keeps in mind what a cell shows beside what it holds."""
        places = range(self._width, min(self._width + min(again, MOST_LIKE), LAST_COLUMN))
        for at in places if style in self._coloured else ():
            looks.colour(at, self._coloured[style], self._row)
        is_struck = self._is_struck or style in self._struck
        for at in places if is_struck and value != "" else ():
            looks.strike(self._row, at)

    def _span(self, given: dict[str, str]) -> None:
        """Remembers a cell that is drawn over others."""
        down, across = (_number(given, f"number-{way}-spanned") for way in ("rows", "columns"))
        if (down > 1 or across > 1) and self._sheet is not None:
            rows = (self._row, self._row + down - 1)
            columns = (self._width, self._width + across - 1)
            ends = (f"{letters(at)}{row}" for at, row in zip(columns, rows, strict=True))
            self._sheet.merged.append(merged.Range(":".join(ends), rows, columns))

    def _close(self) -> None:
        """Keeps a row as often as it is there."""
        if self._cells and self._sheet is not None:
            self._repeated += (self._again - 1) * len(self._cells)
            if self._row + self._again - 1 > LAST_ROW or self._repeated > MOST_REPEATED:
                raise ValueError(f"row {self._row} is there {self._again} times")
            self._sheet.rows += [(self._row + n, self._cells) for n in range(self._again)]
            if self._level:
                self._sheet.looks.levels.update(
                    dict.fromkeys(range(self._row, self._row + self._again), self._level)
                )
            if not self._is_shown:
                self._sheet.hidden += range(self._row, self._row + self._again)
        self._row = min(self._row + self._again - 1, LAST_ROW)


@contextmanager
def opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """The document as an archive; raises `SourceNotFound`, with what to do, where it cannot be."""
    with workbook.complaints(path, "LibreOffice"):
        try:
            with zipfile.ZipFile(path) as archive:
                workbook.require_no_bomb(path, archive)
                if is_locked(archive):
                    why = Said(workbook.LOCKED, program="LibreOffice")
                    raise SourceNotFound.at(path, why)
                yield archive
        except zipfile.BadZipFile:
            raise SourceNotFound.at(path, Said(_NO_DOCUMENT)) from None
        except OSError as error:
            raise unopened(path, error) from error


def is_locked(archive: zipfile.ZipFile) -> bool:
    """Whether the document can only be read with a password."""
    try:
        manifest = archive.read("META-INF/manifest.xml")
    except KeyError:
        return False
    return b"encryption-data" in manifest


def _number(given: dict[str, str], name: str) -> int:
    return max(1, int(given.get(f"{TABLE}{name}", "1")))


def _steps(margin: str) -> int:
    """How many steps a text is set in: LibreOffice makes one of 10 points, as of Excel's.

    >>> _steps("0.353cm"), _steps("20pt"), _steps("")
    (1, 2, 0)
    """
    found = _LENGTH.fullmatch(margin)
    points = float(found[1]) * POINTS[found[2]] if found else 0
    return min(max(0, round(points / POINTS_A_STEP)), MOST_STEPS)


def _spaced(paragraph: str) -> str:
    """A paragraph with the spaces that count: those that are spelled out, and one for many."""
    text = _SPACES.sub(" ", paragraph)
    return text.replace("\0", " ").replace("\1", "\t").replace("\2", "\n")


def _value(given: dict[str, str], shown: str) -> str | Held:
    """What a cell holds: its text, or a number, a date or a truth with how it is shown."""
    kind = given.get(f"{OFFICE}value-type", "")
    if any(name.endswith(" value-type") and said == "error" for name, said in given.items()):
        return Held(shown or "#N/A", is_error=True)
    if not kind:
        formula = given.get(f"{TABLE}formula", "")
        return Held(None, formula=f"={formula.partition('=')[2]}") if formula else shown
    if kind in ("float", "percentage", "currency"):
        return _figure(given.get(f"{OFFICE}value", ""), shown, kind)
    if kind == "date":
        return _moment(given.get(f"{OFFICE}date-value", ""), shown)
    if kind == "boolean":
        return Held(given.get(f"{OFFICE}boolean-value") == "true")
    return shown or given.get(f"{OFFICE}string-value", "")


def _figure(value: str, shown: str, kind: str) -> str | Held:
    number = float(value)
    if kind == "percentage":
        return Held(number, "0%")
    if shown.isdecimal() and shown.startswith("0") and int(shown) == number:
        return shown  # 928 that shows as 0928
    return Held(int(number) if number.is_integer() else number)


def _moment(value: str, shown: str) -> str | Held:
    """A date, as precise as it is shown: by how many numbers there are in what is seen."""
    try:
        moment = datetime.datetime.fromisoformat(value)
    except ValueError:
        return shown or value
    days = (moment.replace(tzinfo=None) - DAY_NOUGHT).total_seconds() / 86_400
    if days in YEARS:
        return Held(int(days), is_year=True)
    parts = len(_DIGITS.findall(shown)) + bool(re.search(r"[^\W\d_]{3}", shown))
    precise = {1: "yyyy", 2: "yyyy-mm"}.get(parts, "yyyy-mm-dd")
    return Held(moment.replace(tzinfo=None), precise)
