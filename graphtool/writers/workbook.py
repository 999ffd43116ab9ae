"""A dataset as an Excel workbook: a sheet a kind in use, the same columns as the CSV files.

Every text is stored as text and formatted as text: 0928 keeps its zero, 2015-04 does not become
the first of April, and what begins with `=` is no formula, also after someone has edited it.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from graphtool.errors import GraphtoolError
from graphtool.graph import dataset
from graphtool.graph.markup import escaped
from graphtool.writers.sheets import sheets

if TYPE_CHECKING:
    from openpyxl import Workbook

    from graphtool.graph import PlanGraph

SUFFIXES = (".xlsx",)
MAX_ROWS = 1_048_576
MAX_CELL = 32_767
"""Rows of a sheet and characters of a cell that Excel can hold."""
NARROW, WIDE = 10, 60
"""Column widths, in characters."""
SAMPLED = 200
"""Rows that a column's width is measured on."""
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file knows."""
_STAMPS = re.compile(rb"<dcterms:(created|modified)\b.*?</dcterms:\1>")


def write(graph: PlanGraph, draft: Path) -> None:
    """The workbook; the same graph gives the same bytes.

    Raises `GraphtoolError` where a sheet has more rows or a cell more text than Excel can hold.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    book.properties.creator = "graphtool"
    book.properties.title = escaped(graph.title.nb)
    for name, rows in sheets(graph):
        _add(book, name, rows)
    about = {"name": graph.name, **{f"title_{k}": v for k, v in graph.title._asdict().items()}}
    _add(book, dataset.METADATA, pd.DataFrame(about.items(), columns=["field", "value"]))
    stamped = draft.with_name("stamped")
    book.save(stamped)
    _unstamped(stamped, draft)


def _add(book: Workbook, name: str, rows: pd.DataFrame) -> None:
    from openpyxl.utils import get_column_letter

    if len(rows) >= MAX_ROWS:
        raise GraphtoolError(
            f"{name}: {len(rows)} rows and a header are more than the {MAX_ROWS} that a sheet "
            "holds; write a folder of CSV files or .json"
        )
    sheet = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    for at, column in enumerate(rows, start=1):
        dimension = sheet.column_dimensions[get_column_letter(at)]
        dimension.width = _width(str(column), rows[column])
        dimension.number_format = "@"  # for the cells that are yet to be filled in
    sheet.append(_cells(sheet, rows.columns, name, 1, bold=True))
    records = zip(*(rows[column].tolist() for column in rows), strict=True)
    for number, record in enumerate(records, start=2):
        sheet.append(_cells(sheet, record, name, number))
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(rows.columns))}{len(rows) + 1}"


def _width(column: str, values: pd.Series[Any]) -> int:
    longest = max((len(str(v)) for v in [column, *values.head(SAMPLED)]), default=0)
    return min(max(longest + 2, NARROW), WIDE)


def _cells(sheet: Any, record: Any, name: str, row: int, *, bold: bool = False) -> Iterator[Any]:
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
                raise GraphtoolError(
                    f"{name}:{row}: a text of {len(value)} characters is longer than the "
                    f"{MAX_CELL} that a cell holds; write a folder of CSV files or .json"
                )
            cell.value = text
            cell.data_type = "s"  # text, whatever it looks like
            yield cell


def _unstamped(stamped: Path, draft: Path) -> None:
    """The same workbook without the time of its making, which is no part of the data."""
    with zipfile.ZipFile(stamped) as old, zipfile.ZipFile(draft, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _STAMPS.sub(b"", content)
            info = zipfile.ZipInfo(name, EPOCH)
            info.external_attr = 0o600 << 16
            new.writestr(info, content, zipfile.ZIP_DEFLATED)
