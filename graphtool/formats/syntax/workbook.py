"""Opens an Excel workbook: refuses what is none, and hands on each sheet's cells, row by row."""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from graphtool.errors import SourceNotFound
from graphtool.formats.sheets import merged

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How an old .xls begins, and also a workbook that is locked with a password."""
BOMB_SIZE, BOMB_RATIO = 1 << 30, 200
"""A file that unpacks to more than so many bytes and so many times its size is refused."""
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\s[^>]*?\bref\s*=\s*["']([^"'>]*)["']""")
_COMMENTS = re.compile(r"xl/(comments|threadedComments)[^/]*(/.*)?\.xml")
LONGEST_TAG = 256
"""Bytes within which a tag that is looked for ends."""


class Worksheet(NamedTuple):
    """A worksheet's title, its merged ranges and its rows.

    Each row is its number, and for each cell what it shows and what it holds.
    """

    title: str
    merged: list[merged.Range]
    rows: Iterator[tuple[int, list[tuple[Any, Any]]]]


def require_workbook(path: Path) -> None:
    """Raises `SourceNotFound`, with what to do, where the file is no workbook or a zip bomb."""
    try:
        with path.open("rb") as file:
            begins = file.read(len(OLE))
        if begins == OLE:
            locked = "EncryptedPackage".encode("utf-16-le") in path.read_bytes()
            what = "is locked with a password; open it in Excel and save it without"
            old = "is an old Excel workbook (.xls); open it in Excel and save it as .xlsx"
            raise SourceNotFound(f"{path}: {what if locked else old}")
        with zipfile.ZipFile(path) as archive:
            size = sum(member.file_size for member in archive.infolist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        raise SourceNotFound(
            f"{path}: is no Excel workbook, or a damaged one; open it in Excel and save it as .xlsx"
        ) from None
    except OSError as error:
        raise SourceNotFound(f"{path}: cannot be opened: {error.strerror or error}") from error
    if size > BOMB_SIZE and size > BOMB_RATIO * path.stat().st_size:
        raise SourceNotFound(f"{path}: would unpack to {size >> 20} MiB; no workbook does that")


def sheets(path: Path) -> Iterator[Worksheet]:
    """Every worksheet of a workbook, in order, those that are hidden too."""
    from openpyxl import load_workbook

    # Files are opened here, because openpyxl leaves its own open when it gives up half-way.
    with (
        _complaints(path),
        path.open("rb") as one,
        path.open("rb") as other,
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("ignore")  # of styles and extensions, none of which we read
        shown = load_workbook(one, read_only=True, data_only=True)
        formulas, ranges = _marked(path)
        held = load_workbook(other, read_only=True) if formulas else shown
        for values, beneath in zip(shown.worksheets, held.worksheets, strict=True):
            values.reset_dimensions()  # what a sheet says of its own size is often wrong
            beneath.reset_dimensions()
            # openpyxl itself reads merged ranges only where it holds all cells in memory.
            drawn = ranges.get(values._worksheet_path, [])
            yield Worksheet(values.title, drawn, _rows(path, values, beneath))


def has_comments(path: Path) -> bool:
    """Whether any cell of the workbook has a comment."""
    with zipfile.ZipFile(path) as archive:
        return any(_COMMENTS.fullmatch(name) for name in archive.namelist())


@contextmanager
def _complaints(path: Path) -> Iterator[None]:
    try:
        yield
    except SourceNotFound:
        raise
    except Exception as error:
        # A damaged workbook makes openpyxl raise whatever the damage leads to, of any type.
        said = str(error).strip("'\"").partition("\n")[0]
        raise SourceNotFound(
            f"{path}: is damaged ({type(error).__name__}: {said}); open and save it in Excel"
        ) from error


def _marked(path: Path) -> tuple[bool, dict[str, list[merged.Range]]]:
    """Whether any cell holds a formula, and each worksheet's merged ranges by its place."""
    formulas, ranges = False, {}
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if not name.startswith("xl/worksheets/"):
                continue
            found: dict[str, merged.Range] = {}
            with archive.open(name) as file:
                before = b""
                while chunk := file.read(1 << 20):
                    text = before + chunk
                    formulas = formulas or bool(_FORMULA.search(text))
                    for reference in _MERGED.findall(text):
                        one = merged.named(reference.decode("ascii", "replace"))
                        if one:
                            found[one.name] = one
                    before = chunk[-LONGEST_TAG:]
            ranges[name] = list(found.values())
    return formulas, ranges


def _rows(path: Path, values: Any, formulas: Any) -> Iterator[tuple[int, list[tuple[Any, Any]]]]:
    with _complaints(path):
        if values is formulas:
            for number, row in enumerate(values.iter_rows(), start=1):
                yield number, [(cell, None) for cell in row]
            return
        both = zip(values.iter_rows(), formulas.iter_rows(), strict=True)
        for number, (row, beneath) in enumerate(both, start=1):
            yield number, list(zip(row, beneath, strict=True))
