"""Rows of text as tables, each with its place: under checked headings, or from named fields."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from graphtool.errors import Problem
from graphtool.formats.sheets import Place, headings
from graphtool.graph import tables
from graphtool.graph.checker import FILE, ROW
from graphtool.graph.dataset import column_name, known_fields


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
        Problem("error", "nameless-column", f"column {at + 1} has cells but no name", file, 1)
        for at in lost
    ]
    first = [at for at in named if columns.index(columns[at]) == at]
    table = table[first].set_axis([columns[at] for at in first], axis=1)
    for column in table:
        table[column] = table[column].astype(tables.TEXT).fillna("").str.strip()
    blank = (table == "").all(axis=1) if len(table.columns) else pd.Series(True, index=table.index)
    table = table[~blank].copy()
    table[FILE] = pd.Series([file] * len(table), index=table.index, dtype=tables.TEXT)
    table[ROW] = table.index
    return table.reset_index(drop=True), problems


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
