"""The sheets of a source as they stand, before anything is understood of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from graphtool.errors import SourceNotFound
from graphtool.formats.syntax import books, folders
from graphtool.formats.syntax.cells import texts
from graphtool.formats.syntax.saved_text import decoded, records
from graphtool.formats.syntax.worksheet import Cells

TEXTS = (".csv", ".tsv", ".txt")


def is_sheet(name: str) -> bool:
    """Whether a file of this name in a folder is read as sheets.

    >>> [is_sheet(name) for name in ("Tinn.XLSX", "~$Tinn.xlsx", "._goals.csv", "notat.txt")]
    [True, False, False, False]
    """
    return Path(name).suffix.lower() in folders.SHEETS and folders.is_shown(name)


def within(file: str, title: str) -> str:
    """What a worksheet is called where its workbook lies in a folder with others.

    >>> within("Tinn.xlsx", "Handlingsplan")
    'Tinn.xlsx/Handlingsplan'
    """
    return f"{file}/{title}"


class RawSheet(NamedTuple):
    """A worksheet or a file, called as problems call it, and its rows with their numbers."""

    name: str
    rows: list[tuple[int, list[str]]]


def raw(source: Path) -> Iterator[RawSheet]:
    """Every sheet of a workbook, a text file or a folder of these; none of another source.

    A file that cannot be opened is passed over: it has no cell to show.
    """
    if source.is_dir():
        for name in folders.found(source).files:
            for sheet in _sheets(source / name):
                is_book = Path(name).suffix.lower() in books.SUFFIXES
                yield sheet._replace(name=within(name, sheet.name) if is_book else name)
    else:
        yield from _sheets(source)


def _sheets(file: Path) -> Iterator[RawSheet]:
    if file.suffix.lower() in books.SUFFIXES:
        with suppress(SourceNotFound):
            for one in books.opened(file).sheets():
                yield _worksheet(one.title, one.rows)
    elif file.suffix.lower() in TEXTS:
        yield from _text(file)


def _worksheet(title: str, rows: Iterable[tuple[int, Cells]]) -> RawSheet:
    held = texts(title, rows)
    return RawSheet(title, [(1, held.header), *held.rows])


def _text(file: Path) -> Iterator[RawSheet]:
    with suppress(OSError):
        text = decoded(file.read_bytes())
        if text is not None:
            yield RawSheet(file.name, list(enumerate(records(text), start=1)))
