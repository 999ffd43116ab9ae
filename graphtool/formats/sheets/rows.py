"""Rows of text as tables, each with its place: under checked headings, or from named fields."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd

from graphtool.errors import Problem
from graphtool.formats.sheets import Place, headings
from graphtool.graph import tables, texts
from graphtool.graph.checker import FILE, ROW
from graphtool.graph.dataset import column_name, known_fields
from graphtool.language import Said, Text

_NAMELESS = Text(
    "kolonne {number} har celler, men ingen overskrift",
    "kolonne {number} har celler, men inga overskrift",
    "column {number} has cells but no name",
)


def sheet(
    name: str, file: str, header: Iterable[object], cells: pd.DataFrame
) -> tuple[pd.DataFrame, list[Problem]]:
    """Rows of text under checked column names, blank rows left out, with `file` and `row`.

    `cells` has one column a header cell, and as index each row's number in the file.
    """
    columns = [column_name(cell) for cell in header]
    problems = headings.problems(name, file, columns)
    table = cells.set_axis(range(cells.shape[1]), axis=1)
    named = [at for at, column in enumerate(columns) if column]
    lost = [at for at in table.columns if at not in named and (table[at] != "").any()]
    problems += [
        Problem("error", "nameless-column", Said(_NAMELESS, number=at + 1), file, 1) for at in lost
    ]
    first = [at for at in named if columns.index(columns[at]) == at]
    rows = table.index
    held = {columns[at]: texts.trimmed(table[at].astype(tables.TEXT)).array for at in first}
    blank = _blank(held.values(), len(rows))
    if blank.any():
        rows, held = rows[~blank], {name: array[~blank] for name, array in held.items()}
    place = {FILE: texts.repeated(file, len(rows)), ROW: rows.to_numpy()}
    return pd.DataFrame({**held, **place}, copy=False), problems


def _blank(columns: Iterable[Any], size: int) -> np.ndarray:
    """Which rows have nothing in any column; a column is only looked at where those before do."""
    blank = np.ones(size, dtype=bool)
    for column in columns:
        if not blank.any():
            break
        blank &= np.asarray(column == "", dtype=bool)
    return blank


def located(rows: Iterable[tuple[Place, dict[str, str]]]) -> pd.DataFrame:
    """Rows of text with the place of each as a table, a column for every field that any has."""
    places, fields = [], []
    for place, row in rows:
        places.append(place)
        fields.append(known_fields(row))
    columns = dict.fromkeys(column for row in fields for column in row)
    table = pd.DataFrame(
        {column: [row.get(column, "") for row in fields] for column in columns},
        index=range(len(fields)),
        dtype=tables.TEXT,
    ).apply(lambda column: column.str.strip())
    table[FILE] = pd.Series([file for file, _ in places], dtype=tables.TEXT)
    table[ROW] = pd.Series([number for _, number in places], dtype="int64")
    return table
