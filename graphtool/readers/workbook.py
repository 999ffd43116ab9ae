"""A dataset as an Excel workbook: a sheet a kind, the same columns as the CSV files.

A cell is read as a person sees it: a date that shows no day is a month, 928 that shows as 0928
keeps its zero, a formula is its stored result, a merged value counts for every row that it is
drawn over. Places are the sheet's name and the row.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pandas as pd

from graphtool.errors import Problem
from graphtool.graph import dataset, tables
from graphtool.graph.markup import unescaped
from graphtool.language import LANGUAGES
from graphtool.readers import excel, foreign, merged
from graphtool.readers.sheets import Sheets, sheet, title_from

SUFFIXES = (".xlsx", ".xlsm")
_LITERALS = re.compile(r'"[^"]*"|\[[^]]*\]|\\.')


def read(path: Path) -> Sheets:
    """Every sheet of the workbook; raises `SourceNotFound` where it is none that can be opened."""
    excel.require_workbook(path)
    by_name: dict[str, pd.DataFrame] = {}
    problems: list[Problem] = []
    about: dict[str, str] = {}
    others: list[foreign.Strange] = []
    for title, drawn, rows in excel.sheets(path):
        name = dataset.sheet_name(title)
        header, cells, trouble = _grid(title, rows)
        if name == dataset.METADATA:
            about, trouble = _about(title, header, cells, trouble)
        elif not foreign.is_own(name, header):
            others.append(foreign.strange(title, path.name, header, cells, drawn))
        elif name in by_name:
            message = f"another sheet is called {name} too"
            trouble = [Problem("error", "doubled-sheet", message, title)]
        else:
            cells, more = merged.filled(title, header, cells, drawn)
            by_name[name], wrong = sheet(name, title, header, cells)
            trouble += more + wrong
        problems += trouble
    if excel.has_comments(path):
        message = "the comments on its cells are not read"
        problems.append(Problem("warning", "comments", message, path.name))
    said = {word: about[f"title_{word}"] for word in LANGUAGES if f"title_{word}" in about}
    text, trouble = title_from({"title": said} if said else {}, dataset.METADATA)
    found = Sheets(by_name, problems + trouble, about.get("name", path.stem), text)
    return foreign.joined(found, others, path)


def _grid(
    sheet: str, rows: Iterable[tuple[int, list[tuple[Any, Any]]]]
) -> tuple[list[str], pd.DataFrame, list[Problem]]:
    """Header and cells as text, as wide as the widest row that is not blank."""
    header: list[str] = []
    texts: list[list[str]] = []
    numbers: list[int] = []
    problems: list[Problem] = []
    for number, row in rows:
        cells = []
        for shown, held in row:
            text, trouble = _cell(shown, held)
            cells.append(text)
            if trouble:
                column = header[len(cells) - 1] if len(cells) <= len(header) else ""
                column = column or merged.letters(len(cells) - 1)
                problems.append(Problem("warning", *trouble, sheet, number, column))
        while cells and not cells[-1].strip():
            cells.pop()
        if number == 1:
            header = cells
        elif cells:
            texts.append(cells)
            numbers.append(number)
    width = max(map(len, [header, *texts]))
    table = pd.DataFrame(
        [cells + [""] * (width - len(cells)) for cells in texts],
        index=pd.Index(numbers, dtype="int64"),
        columns=range(width),
        dtype=tables.TEXT,
    )
    return header + [""] * (width - len(header)), table, problems


def _cell(cell: Any, beneath: Any) -> tuple[str, tuple[str, str] | None]:
    """A cell as text, and the rule and message where it holds something that cannot be read."""
    value = cell.value
    if value is None:
        # A formula that gives the empty text has the type of a text, and a result.
        if beneath is not None and beneath.data_type == "f" and cell.data_type != "str":
            formula = getattr(beneath.value, "text", beneath.value)
            return "", (
                "no-result",
                f"the formula {formula} has no stored result and is read as "
                "empty; open the workbook in Excel and save it",
            )
        return "", None
    if cell.data_type == "e":
        return "", ("cell-error", f"{value} is an error of Excel's and is read as empty")
    if isinstance(value, datetime.datetime):
        return _day(value, cell.number_format), None
    if isinstance(value, int) and not isinstance(value, bool):
        zeros = len(cell.number_format) if not cell.number_format.strip("0") else 0
        return str(value).zfill(zeros), None
    text = unescaped(value) if isinstance(value, str) else value
    return tables.as_text(text), None


def _day(moment: datetime.datetime, shown_as: str) -> str:
    r"""A moment as precise as its cell shows it, so that 2015-04 typed into Excel stays a month.

    >>> april = datetime.datetime(2015, 4, 1)
    >>> _day(april, "yyyy-mm-dd"), _day(april, "mmm\\.yy"), _day(april.replace(month=1), "yyyy")
    ('2015-04-01', '2015-04', '2015')
    """
    letters = _LITERALS.sub("", shown_as).casefold()
    first = datetime.datetime(moment.year, moment.month, 1)
    if "d" in letters or "h" in letters or moment != first:
        return tables.as_text(moment)
    if "m" in letters or moment.month != 1:
        return f"{moment:%Y-%m}"
    return f"{moment:%Y}"


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
