"""Cells and workbooks as they are written: text stays text, and the bytes are the same twice."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphtool import archives
from graphtool.errors import GraphtoolError, place
from graphtool.formats.syntax.worksheet import LAST_ROW
from graphtool.graph.markup import escaped
from graphtool.language import Said, Text

if TYPE_CHECKING:
    import pandas as pd
    from openpyxl import Workbook

MAX_CELL = 32_767
"""Characters of a cell that Excel can hold."""
NARROW, WIDE = 10, 60
"""Column widths, in characters."""
SAMPLED = 200
"""Rows that a column's width is measured on."""
_TOO_MANY = Text(
    "{rows} rader og en overskrift er flere enn de {most} som et ark har plass til; skriv en mappe"
    " med CSV-filer eller .json",
    "{rows} rader og ei overskrift er fleire enn dei {most} som eit ark har plass til; skriv ei"
    " mappe med CSV-filer eller .json",
    "{rows} rows and a header are more than the {most} that a sheet holds; write a folder of CSV"
    " files or .json",
)
_TOO_LONG = Text(
    "en tekst på {length} tegn er lengre enn de {most} som en celle har plass til; skriv en mappe"
    " med CSV-filer eller .json",
    "ein tekst på {length} teikn er lengre enn dei {most} som ei celle har plass til; skriv ei"
    " mappe med CSV-filer eller .json",
    "a text of {length} characters is longer than the {most} that a cell holds; write a folder of"
    " CSV files or .json",
)


def require_room(name: str, rows: int) -> None:
    """Raises `GraphtoolError` where a sheet cannot hold so many rows below its headings."""
    if rows >= LAST_ROW:
        raise GraphtoolError.at(name, Said(_TOO_MANY, rows=rows, most=LAST_ROW))


def width(column: str, values: pd.Series[Any]) -> int:
    """How wide a column is to be, in characters, for its heading and its first values."""
    longest = max((len(str(v)) for v in [column, *values.head(SAMPLED)]), default=0)
    return min(max(longest + 2, NARROW), WIDE)


def cells(sheet: Any, record: Any, name: str, row: int, *, bold: bool = False) -> Iterator[Any]:
    """A row's cells, read once each: one cell object serves all texts, which is far quicker."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    cell = WriteOnlyCell(sheet)
    cell.number_format = "@"
    if bold:
        cell.font = Font(bold=True)
    for given in record:
        # openpyxl stores 16 digits of a number; one that has 17 is a text, so as to lose none.
        exact = not isinstance(given, float) or float(f"{given:.16g}") == given
        value = given if exact else repr(given)
        if not isinstance(value, str):
            yield value
        elif not value:
            yield None
        else:
            text = escaped(value)
            if len(text) > MAX_CELL:
                why = Said(_TOO_LONG, length=len(value), most=MAX_CELL)
                raise GraphtoolError.at(place(name, row), why)
            cell.value = text
            cell.data_type = "s"  # text, whatever it looks like
            yield cell


def save(book: Workbook, draft: Path) -> None:
    """Writes the workbook; the same content gives the same bytes."""
    out = io.BytesIO()
    book.save(out)
    draft.write_bytes(archives.unstamped(out.getvalue()))
