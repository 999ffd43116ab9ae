"""A plan graph's tables as tables that a server can be sent, and what Neo4j cannot hold of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pyarrow.compute as pc

from graphtool.database import model, refusals
from graphtool.database.address import DatabaseError
from graphtool.database.derived import Derived
from graphtool.database.table import Column, Table
from graphtool.graph import sorted_rows
from graphtool.graph.texts import TEXT, arrow
from graphtool.language import Said

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

LONGEST = 8_000
"""Bytes; an index of Neo4j holds keys of about 8 kB."""


def tables(
    graph: PlanGraph, derived: Derived | None = None
) -> tuple[Table, Table, Table, Table, Table]:
    """Documents, facts, nodes, assertions, what is derived, in the order in which they are written.

    What is `derived` of the graph is worked out here, unless it is given.

    Raises `DatabaseError` for an id or a name that Neo4j cannot hold.
    """
    documents, nodes = graph.documents, graph.nodes
    edges, facts, ties = derived or Derived.of(graph)
    for what, found in (
        ("document", documents["id"]),
        ("node", nodes["id"]),
        ("name", nodes["name"]),
        ("property", facts["property"]),
    ):
        _require_short(what, found)
    further = edges["further"].to_numpy()
    ends = pd.concat([nodes["id"], facts["id"], documents["id"]])
    return (
        Table(
            "document",
            (*_columns(documents, "id", *model.DOCUMENT_PROPERTIES), _labelled),
            (("", 0, len(documents)),),
            np.ones(len(documents), dtype=bool),
            _sizes(documents, "id", *model.DOCUMENT_PROPERTIES),
        ),
        Table(
            "fact",
            (
                *_columns(facts, "id", *model.FACT_PROPERTIES),
                *_numbers(facts, *model.FACT_PERIOD),
                _labelled,
            ),
            (("", 0, len(facts)),),
            np.ones(len(facts), dtype=bool),
            _sizes(facts, "id", *model.FACT_PROPERTIES),
        ),
        Table(
            "node",
            (
                *_columns(nodes, "id", "kind", *model.NODE_PROPERTIES),
                *_held_in(graph.periods.nodes.assign(further=False)),
                _again(graph),
                _lone(graph),
            ),
            _spans(nodes["kind"]),
            np.ones(len(nodes), dtype=bool),
            _sizes(nodes, "id", "kind", *model.NODE_PROPERTIES),
        ),
        Table(
            "assertion",
            (
                *_ends(nodes["id"], edges),
                *_columns(edges, "relation", *model.EDGE_PROPERTIES),
                *_held_in(edges),
            ),
            _spans(edges["relation"]),
            ~further,
            _sizes(edges, "relation", *model.EDGE_PROPERTIES) + _sizes_of_ends(nodes["id"], edges),
        ),
        Table(
            "derived",
            (*_ends(ends, ties), *_columns(ties, "relation", "owners"), *_held_in(ties)),
            _spans(ties["relation"]),
            np.zeros(len(ties), dtype=bool),
            _sizes(ties, "relation", "owners") + _sizes_of_ends(ends, ties),
        ),
    )


def _require_short(what: str, texts: pd.Series[Any]) -> None:
    long = pc.greater(pc.binary_length(arrow(texts)), LONGEST).to_numpy(zero_copy_only=False)
    for text in texts[long]:
        said = refusals.INDEXED[what]
        raise DatabaseError(Said(refusals.TOO_LONG, what=said, begin=text[:40], longest=LONGEST))


def _spans(column: pd.Series[Any]) -> tuple[tuple[str, int, int], ...]:
    bounds = sorted_rows.bounds(column).tolist()
    spans = zip(column.cat.categories, bounds[:-1], bounds[1:], strict=True)
    return tuple((name, first, last) for name, first, last in spans if first < last)


def _columns(table: pd.DataFrame, *names: str) -> tuple[Column, ...]:
    return tuple(_column(table[name]) for name in names)


def _sizes(table: pd.DataFrame, *names: str) -> np.ndarray:
    """About how many bytes each row sends: its texts, and some for every value."""
    found = np.full(len(table), 8 * len(names), np.int64)
    for name in names:
        column = table[name]
        if isinstance(column.dtype, pd.CategoricalDtype):
            lengths = [*map(len, map(str, column.cat.categories)), 0]  # the last where none is said
            found += np.array(lengths)[column.cat.codes]
        elif column.dtype == TEXT:
            found += pc.binary_length(arrow(column)).to_numpy()
    return found


def _sizes_of_ends(ids: pd.Series[Any], table: pd.DataFrame) -> np.ndarray:
    found = pc.binary_length(arrow(ids)).to_numpy()
    return np.asarray(found[table["source"]] + found[table["target"]])


def _numbers(table: pd.DataFrame, *names: str) -> tuple[Column, ...]:
    """Columns of numbers, of which 0 is one too."""
    arrays = (table[name].to_numpy() for name in names)
    return tuple(lambda at, array=array: array[at].tolist() for array in arrays)


def _held_in(table: pd.DataFrame) -> tuple[Column, ...]:
    """When nodes and relations hold, and that those not `further` do in all of time, on day 0."""
    ever = np.array([0, None], dtype=object)[table["further"].to_numpy().astype(np.int8)]
    return (*_numbers(table, *model.PERIOD), lambda at: ever[at].tolist())


def _again(graph: PlanGraph) -> Column:
    """For each node its further periods, first and last days in turn; None where it has none."""
    days: dict[int, list[int]] = {}
    for node, *period in graph.periods.again[["node", "since", "until"]].itertuples(index=False):
        days.setdefault(int(node), []).extend(map(int, period))
    return lambda at: [days.get(node) for node in at.tolist()]


def _lone(graph: PlanGraph) -> Column:
    """For each node whether no assertion ties it to another; None where one does."""
    source, target = graph.edges["source"].to_numpy(), graph.edges["target"].to_numpy()
    lone = np.full(len(graph.nodes), True, dtype=object)
    for end in (source, target):
        lone[end[source != target]] = None
    return lambda at: lone[at].tolist()


def _labelled(at: np.ndarray) -> list[Any]:
    """That documents and facts have their label for those who ask."""
    return [True] * len(at)


def _ends(ids: pd.Series[Any], table: pd.DataFrame) -> tuple[Column, Column]:
    """The ids of both ends, which the table has as positions."""
    names = _column(ids)
    source, target = table["source"].to_numpy(), table["target"].to_numpy()
    return (lambda at: names(source[at]), lambda at: names(target[at]))


def _column(column: pd.Series[Any]) -> Column:
    """How to take a column's values as Python's own, None for what is empty."""
    if isinstance(column.dtype, pd.CategoricalDtype):
        words = np.array([word or None for word in column.cat.categories] or [None], dtype=object)
        codes = column.cat.codes.to_numpy()
        return lambda at: words[codes[at]].tolist()
    if column.dtype == TEXT:
        texts = arrow(column)
        return lambda at: [text or None for text in texts.take(at).to_pylist()]
    values = column.to_numpy()
    if column.dtype.kind == "f":
        return lambda at: [None if v != v else v for v in values[at].tolist()]
    return lambda at: [v or None for v in values[at].tolist()]
