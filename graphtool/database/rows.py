"""A plan graph's tables as rows that the driver can send, a slice at a time, and their digests.

A row is a list of plain values, None for what is empty. No list of all rows is ever made.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from collections.abc import Callable
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd
import pyarrow.compute as pc

from graphtool.database import model
from graphtool.database.address import DatabaseError
from graphtool.graph.belonging_in_time import acts_for_in_time, belongs_to_in_time
from graphtool.graph.edge_order import in_order
from graphtool.graph.tables import TEXT, arrow

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

Column = Callable[[np.ndarray], list[Any]]

SLICE = 10_000
LONGEST_ID = 8_000
"""Bytes; an index of Neo4j holds keys of about 8 kB."""
DIGEST = np.dtype("S16")


class Table(NamedTuple):
    """Documents, nodes, assertions or what is derived, ready to be compared and written."""

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

    def identity(self, row: list[Any]) -> Any:
        """By what a row is known: an id, what is said, or all that is worked out.

        What is said stays what it is when its period changes.
        """
        if not self.are_relations:
            return row[0]
        return row if is_worked_out(self.noun, row) else row[: -len(model.HELD_IN)]

    def rows(self, at: np.ndarray) -> list[list[Any]]:
        """The rows at these positions."""
        return [list(row) for row in zip(*(column(at) for column in self.columns), strict=True)]

    def digests(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """For every row, what it is known by, all that it says, and how many bytes that is."""
        known, said = np.empty(self.length, DIGEST), np.empty(self.length, DIGEST)
        sizes = np.empty(self.length, np.int64)
        for first in range(0, self.length, SLICE):
            at = np.arange(first, min(first + SLICE, self.length))
            rows = self.rows(at)
            packed = [_json(row) for row in rows]
            said[at] = [_digested(text) for text in packed]
            sizes[at] = [len(text) for text in packed]
            known[at] = [digest(self.identity(row)) for row in rows]
        return known, said, sizes


def digest(said: object) -> bytes:
    """96 bits of a row or an id, as text: the same in every run and on every machine.

    >>> digest(["v", "g", "OWNS", None, 0.5])
    b'YvI1LTehjIyHV9ef'
    """
    return _digested(_json(said))


def _json(said: object) -> bytes:
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()


def _digested(packed: bytes) -> bytes:
    return urlsafe_b64encode(blake2b(packed, digest_size=12).digest())


def is_worked_out(noun: str, row: list[Any]) -> bool:
    """Whether a row is worked out of others: derived, or carried on by successors (not `ever`)."""
    return noun == "derived" or (noun == "assertion" and row[-1] is None)


def tables(graph: PlanGraph) -> tuple[Table, Table, Table, Table]:
    """Documents, nodes, assertions and what is derived, in the order in which they are written.

    Raises `DatabaseError` for an id that Neo4j cannot hold.
    """
    documents, nodes = graph.documents, graph.nodes
    for noun, ids in (("document", documents["id"]), ("node", nodes["id"])):
        _require_short(noun, ids)
    edges, derived = in_time(graph), worked_out(graph)
    further = edges["further"].to_numpy()
    return (
        Table(
            "document",
            _columns(documents, "id", *model.DOCUMENT_PROPERTIES),
            (("", 0, len(documents)),),
            np.ones(len(documents), dtype=bool),
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
                *_ends(graph, edges),
                *_columns(edges, "relation", *model.EDGE_PROPERTIES),
                *_held_in(edges),
            ),
            _spans(edges["relation"]),
            ~further,
        ),
        Table(
            "derived",
            (*_ends(graph, derived), *_columns(derived, "relation", "owners"), *_held_in(derived)),
            _spans(derived["relation"]),
            np.zeros(len(derived), dtype=bool),
        ),
    )


def in_time(graph: PlanGraph) -> pd.DataFrame:
    """Every assertion with its period, and what successors carry on of it (`further`), in order."""
    rows, edges = graph.periods.edges, graph.edges
    taken = edges.take(rows["edge"].to_numpy()).reset_index(drop=True)
    names = ("source", "target", "carried_from", *model.PERIOD, "further")
    table = taken.assign(**{name: rows[name].array for name in names})
    return in_order(table) if len(rows) > len(edges) else table


def worked_out(graph: PlanGraph) -> pd.DataFrame:
    """Who acts for which municipality and what belongs to which, and when (`graph.belonging`)."""
    found = [acts_for_in_time(graph), belongs_to_in_time(graph).assign(owners=0)]
    named = [table.assign(relation=name) for name, table in zip(model.DERIVED, found, strict=True)]
    table = pd.concat(named, ignore_index=True)
    table["relation"] = pd.Categorical(table["relation"], categories=list(model.DERIVED))
    return table


def _require_short(noun: str, ids: pd.Series[Any]) -> None:
    long = pc.greater(pc.binary_length(arrow(ids)), LONGEST_ID).to_numpy(zero_copy_only=False)
    for name in ids[long]:
        raise DatabaseError(
            f"the {noun} id {name[:40]!r}... is longer than the {LONGEST_ID} bytes that Neo4j can"
            " hold in an index; give it a shorter one"
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


def _ends(graph: PlanGraph, table: pd.DataFrame) -> tuple[Column, Column]:
    """The ids of both ends, which the table has as positions."""
    names = _column(graph.nodes["id"])
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
    if column.dtype.kind == "i":
        return lambda at: [v or None for v in values[at].tolist()]
    return lambda at: [[_packed(f) for f in facts] or None for facts in values[at]]


def _packed(fact: Any) -> str:
    return json.dumps(fact.as_dict(), ensure_ascii=False)
