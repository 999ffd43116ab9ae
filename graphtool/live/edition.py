"""One reading of a source: what is wrong with it at once, then the pages, then map and slides."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from graphtool import formats, worklist
from graphtool.errors import GraphtoolError, Problem, unopened
from graphtool.formats import Reading
from graphtool.formats.sheets.merged import letters
from graphtool.formats.syntax.raw import RawSheet, raw
from graphtool.language import Language, in_language
from graphtool.maps.settings import Settings
from graphtool.report.contents import Report
from graphtool.report.files import BOOK, INDEX
from graphtool.report.making import Making

AROUND = 3
"""Cells that are shown on either side of one with a problem."""
MOST = 200
"""Problems that the page lists; the rest is counted."""


class Cell(NamedTuple):
    """A cell of the row that a problem is about."""

    column: str
    """Its letters."""
    text: str
    is_meant: bool


class Told(NamedTuple):
    """A problem as the page shows it: what is wrong, where, and what stands there."""

    severity: str
    place: str
    message: str
    row: int
    cells: tuple[Cell, ...]


@dataclass
class Edition:
    """What was read of a source at one time, and what was made of it."""

    problems: tuple[Told, ...] = ()
    more: int = 0
    """Problems that are not listed."""
    failure: str = ""
    """Why nothing could be read; empty where something was."""
    is_locked: bool = False
    """Whether that is because the system would not let it be read, and may at any time."""
    made: Making | None = None
    said: Report | None = None
    """What the pages say, once it is known."""
    pages: dict[str, str] = field(default_factory=dict)
    """The pages that somebody has looked at, by path."""
    lock: Lock = field(default_factory=Lock)
    """Held by who makes a part, so that each is made once."""
    parts: dict[str, bytes] = field(default_factory=dict)
    missing: dict[str, str] = field(default_factory=dict)

    def tell(self) -> None:
        """Works out what the pages say, of what is known by now; each is written once looked at."""
        if self.made is not None:
            said = self.made.said
            self.said, self.pages = said, {INDEX: self.made.page(INDEX, said, self.missing)}

    def page(self, path: str) -> str | None:
        """A page of the report; None where there is none of that path."""
        made, said, pages = self.made, self.said, self.pages
        if path not in pages and made is not None and said is not None and path in made.paths(said):
            pages[path] = made.page(path, said, self.missing)
        return pages.get(path)

    def part(self, name: str, folder: Path) -> bytes | None:
        """The map, the slides or the workbook, made where it is not yet; None where it cannot."""
        with self.lock:
            if name not in self.parts and name not in self.missing and self.made is not None:
                self._make(self.made, name, folder)
            return self.parts.get(name)

    def _make(self, made: Making, name: str, folder: Path) -> None:
        if name == BOOK:
            self.parts[name] = made.workbook()
            return
        with tempfile.TemporaryDirectory(dir=folder) as room:  # another edition may be at its own
            path = Path(room) / name
            if why := made.write(path):
                self.missing[name] = why
            else:
                self.parts[name] = path.read_bytes()


def edition(source: Path, settings: Settings) -> Edition:
    """What a source holds now; never raises for what is wrong with it."""
    try:
        reading, problems, intake = formats.examine(source)
        sheets = list(raw(source)) if problems else []
    except GraphtoolError as error:
        is_locked = isinstance(error.__cause__, OSError)
        return Edition(failure=error.in_(settings.lang), is_locked=is_locked)
    except OSError as error:  # it was taken away in between
        return Edition(failure=unopened(source, error).in_(settings.lang), is_locked=True)
    understood = [table for one in intake for table in one.understood]
    marked = worklist.placed(sheets, problems, understood)
    said = tuple(_told(sheets, marked[:MOST], settings.lang))
    return Edition(said, len(problems) - len(said), made=_making(reading, settings, problems))


def _making(
    reading: Reading | None, settings: Settings, problems: Sequence[Problem]
) -> Making | None:
    if reading is None or not len(reading.graph.nodes):
        return None
    return Making(reading.graph, settings, problems)


def _told(
    sheets: Sequence[RawSheet], marked: Iterable[worklist.Marked], lang: Language
) -> Iterable[Told]:
    rows = {sheet.name: dict(sheet.rows) for sheet in sheets}
    for one in marked:
        problem = one.problem
        cells: tuple[Cell, ...] = ()
        if one.row:
            row = rows[one.title][one.row]
            first = max(0, one.column - AROUND)
            shown = range(first, max(one.column + 1, min(len(row), one.column + AROUND + 1)))
            cells = tuple(
                Cell(letters(at), row[at] if at < len(row) else "", at == one.column)
                for at in shown
            )
        place = problem.place.in_(lang)
        message = in_language(problem.message, lang)
        said = f"{problem.column}: {message}" if problem.column else message
        yield Told(problem.severity, place, said, one.row, cells)
