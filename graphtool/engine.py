"""Asks a plan graph a query by name and puts the answer in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from graphtool import queries
from graphtool.language import Text, collation_key

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph
    from graphtool.queries import Query


class Answer(NamedTuple):
    """What a query said: its rows, sorted, and what has to be said beside them."""

    query: Query
    source: str
    """Name of the dataset."""
    options: dict[str, Any]
    """Every option with its value, given or default."""
    notes: list[Text]
    rows: pd.DataFrame

    @property
    def as_of(self) -> str | None:
        """The day that was asked for; None for all of time."""
        day: str | None = self.options.get("as_of")
        return day

    def records(self) -> list[dict[str, Any]]:
        """The rows as dicts of plain Python values; None for what is missing."""
        lists = []
        for field in self.query.fields:
            values = self.rows[field.name].astype(object).tolist()
            lists.append([_missing(v) for v in values] if field.optional else values)
        names = [field.name for field in self.query.fields]
        return [dict(zip(names, row, strict=True)) for row in zip(*lists, strict=True)]


def run(name: str, graph: PlanGraph, **options: Any) -> Answer:
    """The answer to the query of that name.

    Raises `UnknownName` with the nearest names where there is no such query, `GraphtoolError` for
    an option that it does not take or a value that is not allowed.

    >>> from graphtool import PlanGraph
    >>> goals = [{"id": "g", "kind": "Goal", "name": "Vekst"}]
    >>> run("orphaned-goals", PlanGraph.from_tables(goals)).records()[0]["grade"]
    'none'
    """
    query = queries.find(name)
    values = query.checked(options)
    rows = in_order(query.function(graph, **values), query.order)
    notes = query.notes(graph, rows, **values) if query.notes else []
    return Answer(query, graph.name, values, notes, rows)


def in_order(rows: pd.DataFrame, order: tuple[str, ...]) -> pd.DataFrame:
    """Rows by these columns, `-` before a name for the largest first, text in Norwegian order."""
    names = [name.removeprefix("-") for name in order]
    return rows.sort_values(
        names,
        ascending=[not name.startswith("-") for name in order],
        key=lambda column: column if column.dtype.kind in "ifb" else _collated(column),
        kind="stable",
        ignore_index=True,
    )


def _collated(column: pd.Series[Any]) -> pd.Series[Any]:
    words = {word: collation_key(word) for word in column.unique()}
    place = {word: at for at, word in enumerate(sorted(words, key=words.__getitem__))}
    return column.map(place)


def _missing(value: Any) -> Any:
    # The tables' way of saying nothing: no text, no line.
    return None if value == "" or value == 0 or value != value else value
