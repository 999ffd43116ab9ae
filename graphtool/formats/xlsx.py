"""A dataset as an Excel workbook: a sheet a kind, the same columns as the CSV files.

A cell is read as a person sees it, and a merged value counts for every row that it is drawn over.
Places are the sheet's name and the row. Every text is stored as text and formatted as text: 0928
keeps its zero, 2015-04 does not become the first of April, and what begins with `=` is no formula,
also after someone has edited it.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from graphtool.errors import GraphtoolError, Problem
from graphtool.formats import foreign
from graphtool.formats.format import Format
from graphtool.formats.sheets import Sheets, merged, title_from
from graphtool.formats.sheets.rows import sheet
from graphtool.formats.sheets.written import sheets
from graphtool.formats.syntax import workbook
from graphtool.formats.syntax.cells import grid
from graphtool.graph import dataset
from graphtool.graph.markup import escaped
from graphtool.language import LANGUAGES

if TYPE_CHECKING:
    from openpyxl import Workbook

    from graphtool.graph import PlanGraph

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


def read(path: Path) -> Sheets:
    """Every sheet of the workbook; raises `SourceNotFound` where it is none that can be opened."""
    workbook.require_workbook(path)
    by_name: dict[str, pd.DataFrame] = {}
    problems: list[Problem] = []
    about: dict[str, str] = {}
    others: list[foreign.Strange] = []
    for title, drawn, rows in workbook.sheets(path):
        name = dataset.sheet_name(title)
        header, cells, trouble = grid(title, rows)
        if name == dataset.METADATA:
            about, trouble = _about(title, header, cells, trouble)
        elif not foreign.is_own(name, header):
            below = zip(cells.index.tolist(), cells.to_numpy(dtype=object).tolist(), strict=True)
            others.append(foreign.strange(title, path.name, [(1, header), *below], drawn))
        elif name in by_name:
            message = f"another sheet is called {name} too"
            trouble = [Problem("error", "doubled-sheet", message, title)]
        else:
            cells, more = merged.filled(title, header, cells, drawn)
            by_name[name], wrong = sheet(name, title, header, cells)
            trouble += more + wrong
        problems += trouble
    if workbook.has_comments(path):
        message = "the comments on its cells are not read"
        problems.append(Problem("warning", "comments", message, path.name))
    said = {word: about[f"title_{word}"] for word in LANGUAGES if f"title_{word}" in about}
    text, trouble = title_from({"title": said} if said else {}, dataset.METADATA)
    found = Sheets(by_name, problems + trouble, about.get("name", path.stem), text)
    return foreign.joined(found, others, path)


def _about(
    title: str, header: list[str], cells: pd.DataFrame, problems: list[Problem]
) -> tuple[dict[str, str], list[Problem]]:
    """The dataset's name and title: what stands in column `value` beside each `field`."""
    columns = [dataset.column_name(cell) for cell in header]
    if not {"field", "value"} <= set(columns):
        message = "is to have the columns field and value; it is not read"
        return {}, [*problems, Problem("warning", "unknown-file", message, title, 1)]
    fields, values = (cells[columns.index(column)] for column in ("field", "value"))
    about = dict(zip(fields.map(dataset.column_name), values.str.strip(), strict=True))
    return {field: value for field, value in about.items() if value}, problems


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


FORMAT = Format(
    order=2,
    called="an Excel workbook (.xlsx)",
    suffix=".xlsx",
    also_read=(".xlsm",),
    read=read,
    write=write,
)
