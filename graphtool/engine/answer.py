"""What a query said: its rows in order, as records and as a matrix, and what is said beside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd

from graphtool import answers
from graphtool.errors import GraphtoolError
from graphtool.graph.tables import Record
from graphtool.language import Text, collation_key, preferred
from graphtool.queries.query import Options

if TYPE_CHECKING:
    from graphtool.queries import Query


class Answer(NamedTuple):
    """What a query said: its rows, sorted, and what has to be said beside them."""

    query: Query
    source: str
    """Name of the dataset."""
    options: Options
    """Every option with its value, given or default."""
    notes: list[Text]
    rows: pd.DataFrame

    @property
    def as_of(self) -> str | None:
        """The day that was asked for; None for all of time."""
        day: str | None = self.options.get("as_of")
        return day

    def as_matrix(self) -> Answer:
        """The same as a matrix of who is tied to whom; only of a query that has one.

        >>> from graphtool import PlanGraph, run
        >>> homes = [{"id": home, "kind": "Municipality", "name": home.title()} for home in "ab"]
        >>> needs = [{"source": "a", "relation": "DEPENDS_ON", "target": "b"}]
        >>> graph = PlanGraph.from_tables(homes, needs)
        >>> run("municipal-dependencies", graph).as_matrix().records()
        [{'municipality': 'a', 'name': 'A', 'b': 'stated 1', 'paths': 1}]
        """
        if self.query.matrix is None:
            raise GraphtoolError(f"{self.query.name} is no matrix")
        row, rows = self.query.matrix(self.rows)
        return self._replace(query=self.query._replace(row=row, order=("name",)), rows=rows)

    def records(self) -> list[Record]:
        """The rows as dicts of plain Python values; None for what is missing."""
        lists = []
        for field in self.query.fields:
            values = self.rows[field.name].astype(object).tolist()
            lists.append([_missing(v) for v in values] if field.optional else values)
        names = [field.name for field in self.query.fields]
        return [dict(zip(names, row, strict=True)) for row in zip(*lists, strict=True)]

    def __repr__(self) -> str:
        rows, notes = len(self.rows), len(self.notes)
        return (
            f"Answer({self.query.name}: {rows} row{'' if rows == 1 else 's'},"
            f" {notes} note{'' if notes == 1 else 's'})"
        )

    def _repr_html_(self) -> str:
        return answers.as_html(self, preferred())


def in_order(rows: pd.DataFrame, order: tuple[str, ...]) -> pd.DataFrame:
    """Rows by these columns, `-` before a name for the largest first, text in Norwegian order."""
    if len(rows) < 2:
        return rows.reset_index(drop=True)
    keys = [
        -_key(rows[name[1:]]) if name.startswith("-") else _key(rows[name])
        for name in reversed(order)
    ]
    return rows.take(np.lexsort(keys)).reset_index(drop=True)


def _key(column: pd.Series[Any]) -> np.ndarray:
    """Numbers by which a column is sorted: of text, the place of each word."""
    if column.dtype.kind in "ifb":
        values = column.to_numpy()
        return values.astype(np.int8) if column.dtype.kind == "b" else values
    code, words = pd.factorize(column)
    keys = [collation_key(word) for word in words]
    place = np.empty(len(words), dtype=np.int64)
    place[sorted(range(len(words)), key=keys.__getitem__)] = np.arange(len(words))
    found: np.ndarray = place[code]
    return found


def _missing(value: Any) -> Any:
    # The tables' way of saying nothing: no text, no line, no number; 0.0 is a measure like others.
    if isinstance(value, float):
        return None if value != value else value
    return None if value in ("", 0) else value
