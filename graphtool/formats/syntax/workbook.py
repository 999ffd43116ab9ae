"""Opens an Excel workbook: refuses what is none, and hands on each sheet's cells, row by row."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from graphtool.archives import BOMB_RATIO, bomb
from graphtool.errors import SourceNotFound, unopened
from graphtool.formats.syntax.package import opened
from graphtool.formats.syntax.worksheet import Cells, Reader, TooWide
from graphtool.language import Said, Text

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How an old .xls begins, and also a workbook that is locked with a password."""
BOMB_SIZE = 1 << 30
"""A file that unpacks to more than so many bytes, and to far more than it has, is refused."""
_COMMENTS = re.compile(r"xl/(comments|threadedComments)[^/]*(/.*)?\.xml")

EXCEL = "Excel"
LOCKED = Text(
    "er låst med passord; åpne den i {program} og lagre den uten",
    "er låst med passord; opne ho i {program} og lagre ho utan",
    "is locked with a password; open it in {program} and save it without",
)
_OLD = Text(
    "er en gammel Excel-arbeidsbok (.xls); åpne den i Excel og lagre den som .xlsx",
    "er ei gammal Excel-arbeidsbok (.xls); opne ho i Excel og lagre ho som .xlsx",
    "is an old Excel workbook (.xls); open it in Excel and save it as .xlsx",
)
_NO_WORKBOOK = Text(
    "er ingen Excel-arbeidsbok, eller en som er skadet; åpne den i Excel og lagre den som .xlsx",
    "er inga Excel-arbeidsbok, eller ei som er skadd; opne ho i Excel og lagre ho som .xlsx",
    "is no Excel workbook, or a damaged one; open it in Excel and save it as .xlsx",
)
_BOMB = Text(
    "ville blitt {size} MiB pakket ut; det blir ingen arbeidsbok",
    "ville blitt {size} MiB pakka ut; det blir inga arbeidsbok",
    "would unpack to {size} MiB; no workbook does that",
)
_DAMAGED = Text(
    "er skadet ({error}: {said}); åpne og lagre den i {program}",
    "er skadd ({error}: {said}); opne og lagre ho i {program}",
    "is damaged ({error}: {said}); open and save it in {program}",
)


class Worksheet(NamedTuple):
    """A worksheet's title and its rows; `reader` knows of merged cells once these are read."""

    title: str
    rows: Iterator[tuple[int, Cells]]
    reader: Reader
    is_hidden: bool


def require_workbook(path: Path) -> None:
    """Raises `SourceNotFound`, with what to do, where the file is no workbook or a zip bomb."""
    try:
        with path.open("rb") as file:
            begins = file.read(len(OLE))
        if begins == OLE:
            locked = "EncryptedPackage".encode("utf-16-le") in path.read_bytes()
            raise SourceNotFound.at(path, Said(LOCKED, program=EXCEL) if locked else Said(_OLD))
        with zipfile.ZipFile(path) as archive:
            require_no_bomb(path, archive)
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        raise SourceNotFound.at(path, Said(_NO_WORKBOOK)) from None
    except OSError as error:
        raise unopened(path, error) from error


def require_no_bomb(path: Path, archive: zipfile.ZipFile) -> None:
    """Raises `SourceNotFound` for an archive that unpacks to far more than any workbook does."""
    if size := bomb(archive, path.stat().st_size, BOMB_SIZE, BOMB_RATIO):
        raise SourceNotFound.at(path, Said(_BOMB, size=size >> 20))


def sheets(path: Path) -> Iterator[Worksheet]:
    """Every worksheet of a workbook, in order, those that are hidden too.

    Rows are read as they are asked for: all of a sheet, before the next sheet is.
    """
    with complaints(path), zipfile.ZipFile(path) as archive:
        package = opened(archive)
        for part in package.sheets:
            reader = Reader(package)
            rows = _rows(path, archive, part.member, reader)
            yield Worksheet(part.title, rows, reader, part.is_hidden)


def has_comments(path: Path) -> bool:
    """Whether any cell of the workbook has a comment."""
    with zipfile.ZipFile(path) as archive:
        return any(_COMMENTS.fullmatch(name) for name in archive.namelist())


@contextmanager
def complaints(path: Path, program: str = EXCEL) -> Iterator[None]:
    """Says of whatever reading raises that the workbook is damaged, and in what to mend it."""
    try:
        yield
    except SourceNotFound:
        raise
    except TooWide as error:
        raise SourceNotFound.at(path, error.message) from error
    except Exception as error:
        # A damaged workbook makes its parts raise whatever the damage leads to, of any type.
        said = str(error).strip("'\"").partition("\n")[0]
        why = Said(_DAMAGED, error=type(error).__name__, said=said, program=program)
        raise SourceNotFound.at(path, why) from error


def _rows(
    path: Path, archive: zipfile.ZipFile, member: str, reader: Reader
) -> Iterator[tuple[int, Cells]]:
    with complaints(path), archive.open(member) as stream:
        yield from reader.rows(stream)
