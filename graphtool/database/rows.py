"""A plan graph's tables as rows that the driver can send, a slice at a time, and their digests.

A row is a list of plain values, None for what is empty. No list of all rows is ever made.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd
import pyarrow.compute as pc

from graphtool.database import model
from graphtool.database.address import DatabaseError
from graphtool.database.derived import facts_of, in_time, worked_out
from graphtool.database.digests import DIGEST, digested, packed
from graphtool.graph.tables import TEXT, arrow

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

Column = Callable[[np.ndarray], list[Any]]

SLICE = 10_000
LONGEST = 8_000
"""Bytes; an index of Neo4j holds keys of about 8 kB."""


class Digests(NamedTuple):
    """Of every row, its parts' digests (`Table.parts`), and about how many bytes it has."""

    known: np.ndarray
    said: np.ndarray
    follows: np.ndarray
    sizes: np.ndarray


class Table(NamedTuple):
    """Documents, facts, nodes, assertions or what is derived, ready to be compared and written."""

    noun: str
    columns: tuple[Column, ...]
    """The values of a column at positions. First columns: the id, or ends and relation."""
    spans: tuple[tuple[str, int, int], ...]
    """Kind or relation, its first row and the row after its last."""
    said: np.ndarray
    """Which rows are the graph's own; the others are worked out of them."""

    @property
    def length(self) -> int:
        """How many rows there are."""
        return len(self.said)

    @property
    def are_relations(self) -> bool:
        """Whether its rows become relations; else they become nodes and are known by an id."""
        return self.noun in ("assertion", "derived")

    @property
    def ranked(self) -> bool:
        """Whether the order of its rows is kept."""
        return self.noun != "derived"

    def parts(self, row: list[Any]) -> tuple[Any, list[Any], list[Any]]:
        """By what a row is known, an id, what is said, or all; what else is said; what follows.

        What is said stays what it is when its period changes.
        """
        if is_worked_out(self.noun, row):
            return row, [], []
        if self.noun == "assertion":
            return row[: -len(model.HELD_IN)], [], row[-len(model.HELD_IN) :]
        if self.noun == "node":
            return row[0], row[1 : -len(model.WORKED_OUT)], row[-len(model.WORKED_OUT) :]
        return row[0], row[1:], []

    def rows(self, at: np.ndarray) -> list[list[Any]]:
        """The rows at these positions."""
        return [list(row) for row in zip(*(column(at) for column in self.columns), strict=True)]

    def digests(self) -> Digests:
        """Those of every row."""
        known, said, follows = np.empty((3, self.length), DIGEST)
        sizes = np.empty(self.length, np.int64)
        for first in range(0, self.length, SLICE):
            at = np.arange(first, min(first + SLICE, self.length))
            texts = [tuple(map(packed, self.parts(row))) for row in self.rows(at)]
            for digests, some in zip((known, said, follows), zip(*texts, strict=True), strict=True):
                digests[at] = list(map(digested, some))
            sizes[at] = [sum(map(len, parts)) for parts in texts]
        return Digests(known, said, follows, sizes)


def is_worked_out(noun: str, row: list[Any]) -> bool:
    """Whether a row is worked out of others: derived, or carried on by successors (not `ever`)."""
    return noun == "derived" or (noun == "assertion" and row[-1] is None)


def tables(graph: PlanGraph) -> tuple[Table, Table, Table, Table, Table]:
    """Documents, facts, nodes, assertions, what is derived, in the order in which they are written.

    Raises `DatabaseError` for an id or a name that Neo4j cannot hold.
    """
    documents, nodes = graph.documents, graph.nodes
    edges, facts = in_time(graph), facts_of(graph)
    for what, found in (
        ("document id", documents["id"]),
        ("node id", nodes["id"]),
        ("name", nodes["name"]),
        ("property of a fact", facts["property"]),
    ):
        _require_short(what, found)
    derived = worked_out(graph, facts)
    further = edges["further"].to_numpy()
    ends = pd.concat([nodes["id"], facts["id"], documents["id"]])
    return (
        Table(
            "document",
            (*_columns(documents, "id", *model.DOCUMENT_PROPERTIES), _labelled),
            (("", 0, len(documents)),),
            np.ones(len(documents), dtype=bool),
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
        ),
        Table(
            "derived",
            (*_ends(ends, derived), *_columns(derived, "relation", "owners"), *_held_in(derived)),
            _spans(derived["relation"]),
            np.zeros(len(derived), dtype=bool),
        ),
    )


def _require_short(what: str, texts: pd.Series[Any]) -> None:
    long = pc.greater(pc.binary_length(arrow(texts)), LONGEST).to_numpy(zero_copy_only=False)
    for text in texts[long]:
        raise DatabaseError(
            f"the {what} {text[:40]!r}... is longer than the {LONGEST} bytes that Neo4j can hold in"
            " an index; make it shorter"
        )


def _spans(column: pd.Series[Any]) -> tuple[tuple[str, int, int], ...]:
    bounds = np.searchsorted(column.cat.codes, np.arange(len(column.cat.categories) + 1)).tolist()
    spans = zip(column.cat.categories, bounds[:-1], bounds[1:], strict=True)
    return tuple((name, first, last) for name, first, last in spans if first < last)


def _columns(table: pd.DataFrame, *names: str) -> tuple[Column, ...]:
    return tuple(_column(table[name]) for name in names)


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
