"""The cells of a worksheet as the text that a person sees in them.

A date that shows no day is a month, 928 that shows as 0928 keeps its zero, a formula is its
stored result.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from typing import Any

import pandas as pd

from graphtool.errors import Problem
from graphtool.graph import tables
from graphtool.graph.markup import unescaped

_LITERALS = re.compile(r'"[^"]*"|\[[^]]*\]|\\.')


def grid(
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
                column = column or letters(len(cells) - 1)
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


def letters(column: int) -> str:
    """What a spreadsheet calls a column, counted from 0.

    >>> letters(0), letters(27)
    ('A', 'AB')
    """
    out, number = "", column + 1
    while number:
        number, letter = divmod(number - 1, 26)
        out = chr(ord("A") + letter) + out
    return out


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
