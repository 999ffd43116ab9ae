"""A plan graph as sheets: one a kind in use, and the relations, facts and documents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from graphtool import schema
from graphtool.graph import dataset, interchange, tables, unread

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph


def sheets(graph: PlanGraph) -> Iterator[tuple[str, pd.DataFrame]]:
    """Each sheet's name and its rows as plain Python values, an empty cell as the empty text.

    Sheets without rows are left out, but for the relations: an empty graph is one too. Columns
    that are empty throughout are left out, but for those that a sheet cannot be read without.
    The last says what of an earlier source is not in it.
    """
    for kind in schema.KINDS.values():
        yield from _sheet(kind.file, graph.of_kind(kind.name), dataset.NODE_SHEET)
    yield (
        "relations",
        _filled("relations", interchange.with_ids(graph)[list(dataset.RELATION_SHEET)]),
    )
    yield from _sheet("facts", _facts(graph), tables.FACT_COLUMNS)
    yield from _sheet("documents", graph.documents, tables.DOCUMENT_COLUMNS)
    left = pd.DataFrame(unread.as_rows(graph.unread), columns=list(unread.COLUMNS), dtype=object)
    yield from _sheet(dataset.UNREAD, left, unread.COLUMNS)


def _sheet(
    name: str, rows: pd.DataFrame, columns: tuple[str, ...]
) -> Iterator[tuple[str, pd.DataFrame]]:
    if len(rows):
        yield name, _filled(name, rows[list(columns)])


def _facts(graph: PlanGraph) -> pd.DataFrame:
    rows = [
        (node, *fact)
        for node, facts in zip(graph.nodes["id"], graph.nodes["facts"], strict=True)
        for fact in facts
    ]
    return pd.DataFrame(rows, columns=list(tables.FACT_COLUMNS), dtype=object)


def _filled(name: str, rows: pd.DataFrame) -> pd.DataFrame:
    cells = {str(column): _cells(str(column), rows[column]) for column in rows}
    needed = dataset.REQUIRED[name]
    return pd.DataFrame(
        {
            column: values
            for column, values in cells.items()
            if column in needed or bool((values != "").any())
        }
    )


def _cells(name: str, column: pd.Series[Any]) -> np.ndarray:
    values = column.astype(object).to_numpy(copy=True)
    empty = pd.isna(values) | ((values == 0) if name == "line" else np.zeros(len(values), bool))
    values[empty] = ""
    return values
