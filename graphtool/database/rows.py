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
from graphtool.graph.tables import TEXT, arrow

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

Column = Callable[[np.ndarray], list[Any]]

SLICE = 10_000
LONGEST_ID = 8_000
"""Bytes; an index of Neo4j holds keys of about 8 kB."""
DIGEST = np.dtype("S16")


class Table(NamedTuple):
    """Documents, nodes or assertions, ready to be compared and written."""

    noun: str
    columns: tuple[Column, ...]
    """The values of a column at positions. First columns: the id, or ends and relation."""
    spans: tuple[tuple[str, int, int], ...]
    """Kind or relation, its first row and the row after its last."""
    length: int

    @property
    def are_assertions(self) -> bool:
        """Whether its rows become relations; else they become nodes and are known by an id."""
        return self.noun == "assertion"

    def rows(self, at: np.ndarray) -> list[list[Any]]:
        """The rows at these positions."""
        return [list(row) for row in zip(*(column(at) for column in self.columns), strict=True)]

    def digests(self) -> tuple[np.ndarray, np.ndarray]:
        """For every row, what it is known by, and all that it says."""
        known, said = np.empty(self.length, DIGEST), np.empty(self.length, DIGEST)
        for first in range(0, self.length, SLICE):
            at = np.arange(first, min(first + SLICE, self.length))
            rows = self.rows(at)
            said[at] = [digest(row) for row in rows]
            known[at] = said[at] if self.are_assertions else [digest(row[0]) for row in rows]
        return known, said


def digest(said: object) -> bytes:
    """96 bits of a row or an id, as text: the same in every run and on every machine.

    >>> digest(["v", "g", "OWNS", None, 0.5])
    b'YvI1LTehjIyHV9ef'
    """
    packed = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
    return urlsafe_b64encode(blake2b(packed, digest_size=12).digest())


def tables(graph: PlanGraph) -> tuple[Table, Table, Table]:
    """Documents, nodes and assertions, in the order in which they are to be written.

    Raises `DatabaseError` for an id that Neo4j cannot hold.
    """
    documents, nodes, edges = graph.documents, graph.nodes, graph.edges
    for noun, ids in (("document", documents["id"]), ("node", nodes["id"])):
        _require_short(noun, ids)
    names = _column(nodes["id"])
    source, target = edges["source"].to_numpy(), edges["target"].to_numpy()
    return (
        Table("document", _columns(documents, "id", *model.DOCUMENT_PROPERTIES),
              (("", 0, len(documents)),), len(documents)),
        Table("node", _columns(nodes, "id", "kind", *model.NODE_PROPERTIES),
              _spans(nodes["kind"]), len(nodes)),
        Table("assertion",
              (lambda at: names(source[at]), lambda at: names(target[at]),
               *_columns(edges, "relation", *model.EDGE_PROPERTIES)),
              _spans(edges["relation"]), len(edges)),
    )  # fmt: skip


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
