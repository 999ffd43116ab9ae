"""A dataset as an Excel workbook: a sheet a kind, the same columns as the CSV files.

A cell is read as a person sees it, and a merged value counts for every row that it is drawn over.
Places are the sheet's name and the row. Every text is stored as text and formatted as text: 0928
keeps its zero, 2015-04 does not become the first of April, and what begins with `=` is no formula,
also after someone has edited it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from graphtool.formats.foreign import worksheets
from graphtool.formats.format import Format
from graphtool.formats.sheets import written
from graphtool.formats.syntax import written_cells
from graphtool.graph import dataset
from graphtool.graph.markup import escaped
from graphtool.language import Text

if TYPE_CHECKING:
    from openpyxl import Workbook

    from graphtool.graph import PlanGraph


def write(graph: PlanGraph, draft: Path) -> None:
    """The workbook; the same graph gives the same bytes.

    Raises `GraphtoolError` where a sheet has more rows or a cell more text than Excel can hold.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    book.properties.creator = "graphtool"
    book.properties.title = escaped(graph.title.nb)
    for name, rows in written.sheets(graph):
        _add(book, name, rows)
    about = {"name": graph.name, **{f"title_{k}": v for k, v in graph.title._asdict().items()}}
    _add(book, dataset.METADATA, pd.DataFrame(about.items(), columns=["field", "value"]))
    written_cells.save(book, draft)


def _add(book: Workbook, name: str, rows: pd.DataFrame) -> None:
    from openpyxl.utils import get_column_letter

    written_cells.require_room(name, len(rows))
    sheet = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    for at, column in enumerate(rows, start=1):
        dimension = sheet.column_dimensions[get_column_letter(at)]
        dimension.width = written_cells.width(str(column), rows[column])
        dimension.number_format = "@"  # for the cells that are yet to be filled in
    sheet.append(written_cells.cells(sheet, rows.columns, name, 1, bold=True))
    records = zip(*(rows[column].tolist() for column in rows), strict=True)
    for number, record in enumerate(records, start=2):
        sheet.append(written_cells.cells(sheet, record, name, number))
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(rows.columns))}{len(rows) + 1}"


FORMAT = Format(
    order=2,
    called=Text(
        "en Excel-arbeidsbok (.xlsx)", "ei Excel-arbeidsbok (.xlsx)", "an Excel workbook (.xlsx)"
    ),
    suffix=".xlsx",
    also_read=(".xlsm",),
    read=worksheets.read,
    write=write,
)
