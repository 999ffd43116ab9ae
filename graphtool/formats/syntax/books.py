"""A workbook of whatever program, opened: its sheets as they come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from graphtool.formats.sheets import merged
from graphtool.formats.syntax import opendocument, workbook
from graphtool.formats.syntax.looks import Looks
from graphtool.formats.syntax.worksheet import Cells
from graphtool.language import Text

EXCEL, OPEN = (".xlsx", ".xlsm"), ".ods"
SUFFIXES = (*EXCEL, OPEN)
_IN_EXCEL = Text(
    "; åpne den i Excel og lagre den som .xlsx",
    "; opne ho i Excel og lagre ho som .xlsx",
    "; open it in Excel and save it as .xlsx",
)
_IN_NUMBERS = Text(
    "; åpne den i Numbers og eksporter den som .xlsx",
    "; opne ho i Numbers og eksporter ho som .xlsx",
    "; open it in Numbers and export it as .xlsx",
)
_BY_HAND = Text(
    "; et plandokument må skrives inn i arbeidsboken som graphtool template lager",
    "; eit plandokument må skrivast inn i arbeidsboka som graphtool template lagar",
    "; what a plan document says is to be entered in the workbook that graphtool template makes",
)
INSTEAD = {".xls": _IN_EXCEL, ".xlsb": _IN_EXCEL, ".numbers": _IN_NUMBERS}
"""What to do with a workbook that nothing here reads, and that is often tried."""
FOR_DOCUMENTS = dict.fromkeys((".docx", ".doc", ".odt", ".pdf", ".pptx"), _BY_HAND)
"""What to do with a plan document, which may lie beside a dataset and be none of it."""


class Worksheet(NamedTuple):
    """A sheet; all but its title and rows is whole once its rows have been read."""

    title: str
    rows: Iterator[tuple[int, Cells]]
    merged: Sequence[merged.Range]
    hidden: Sequence[int] = ()
    """Numbers of the rows that its program does not show."""
    is_hidden: bool = False
    looks: Looks | None = None


class Book(Protocol):
    """An open workbook."""

    def sheets(self) -> Iterator[Worksheet]:
        """Each sheet, those that are hidden too; one is read whole before the next is asked for."""

    def has_comments(self) -> bool:
        """Whether any cell has a comment, once all sheets have been read."""


def opened(path: Path) -> Book:
    """The workbook at a path; raises `SourceNotFound` where it is none that can be opened."""
    return _OpenDocument(path) if path.suffix.lower() == OPEN else _Excel(path)


class _Excel:
    def __init__(self, path: Path) -> None:
        workbook.require_workbook(path)
        self._path = path

    def sheets(self) -> Iterator[Worksheet]:
        for title, rows, reader, is_hidden in workbook.sheets(self._path):
            yield Worksheet(title, rows, reader.merged, reader.hidden, is_hidden, reader.looks)

    def has_comments(self) -> bool:
        return workbook.has_comments(self._path)


class _OpenDocument:
    def __init__(self, path: Path) -> None:
        self._path = path
        self._reader = opendocument.Reader()

    def sheets(self) -> Iterator[Worksheet]:
        with (
            opendocument.opened(self._path) as archive,
            archive.open(opendocument.CONTENT) as stream,
        ):
            every = list(self._reader.sheets(stream))
        for one in every:
            rows = iter(one.rows)
            yield Worksheet(one.title, rows, one.merged, one.hidden, one.is_hidden, one.looks)

    def has_comments(self) -> bool:
        return self._reader.has_comments
