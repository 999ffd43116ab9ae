"""Opens an Excel workbook: refuses what is none, and hands on each sheet's cells, row by row."""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from graphtool.errors import SourceNotFound

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How an old .xls begins, and also a workbook that is locked with a password."""
BOMB_SIZE, BOMB_RATIO = 1 << 30, 200
"""A file that unpacks to more than so many bytes and so many times its size is refused."""
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")


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


def sheets(path: Path) -> Iterator[tuple[str, Iterator[tuple[int, list[tuple[Any, Any]]]]]]:
    """Each sheet's title and rows: a number, and for each cell what it shows and what it holds."""
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
        held = load_workbook(other, read_only=True) if _has_formulas(path) else shown
        for values, formulas in zip(shown.worksheets, held.worksheets, strict=True):
            values.reset_dimensions()  # what a sheet says of its own size is often wrong
            formulas.reset_dimensions()
            yield values.title, _rows(path, values, formulas)


@contextmanager
def _complaints(path: Path) -> Iterator[None]:
    try:
        yield
    except SourceNotFound:
        raise
    except Exception as error:
        # A damaged workbook makes openpyxl raise whatever the damage leads to, of any type.
        said = str(error).strip("'\"").split("\n", 1)[0]
        raise SourceNotFound(
            f"{path}: is damaged ({type(error).__name__}: {said}); open and save it in Excel"
        ) from error


def _has_formulas(path: Path) -> bool:
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/"):
                with archive.open(name) as file:
                    before = b""
                    while chunk := file.read(1 << 20):
                        if _FORMULA.search(before + chunk):
                            return True
                        before = chunk[-64:]
    return False


def _rows(path: Path, values: Any, formulas: Any) -> Iterator[tuple[int, list[tuple[Any, Any]]]]:
    with _complaints(path):
        if values is formulas:
            for number, row in enumerate(values.iter_rows(), start=1):
                yield number, [(cell, None) for cell in row]
            return
        both = zip(values.iter_rows(), formulas.iter_rows(), strict=True)
        for number, (row, beneath) in enumerate(both, start=1):
            yield number, list(zip(row, beneath, strict=True))
