"""A plan graph read back from Neo4j, equal to the one that was loaded."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

import pandas as pd

from graphtool.database import model, state
from graphtool.database.address import DatabaseError
from graphtool.database.connection import Database, connect
from graphtool.database.difference import FIRST, existing
from graphtool.database.rows import SLICE, is_worked_out
from graphtool.graph import PlanGraph, tables

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

TRIES = 3
"""How often reading starts over because somebody loaded in the middle of it."""


def read(source: str | Database, *, database: str | None = None) -> PlanGraph:
    """The plan graph that a database holds, evidence, facts, documents, title and dates included.

    It says what of its source was not read, as the source itself does.

    Raises `DatabaseError` where there is none or only half of one, `InvalidData` where somebody
    has made it break the vocabulary's rules.
    """
    if isinstance(source, Database):
        for _ in range(TRIES):
            found = source.read(lambda transaction: _read(transaction, source.place))
            if found is not None:
                return found
        raise DatabaseError(f"{source.place}: is being loaded again and again; try later")
    with connect(source, database) as home:
        return read(home)


def _read(transaction: ManagedTransaction, place: str) -> PlanGraph | None:
    """The graph; None where it changed while it was being read."""
    before = state.require_complete(transaction, place)
    facts: list[dict[str, Any]] = []
    nodes = _table(_nodes(transaction, facts, place), ("id", "kind", *model.NODE_PROPERTIES[:-1]))
    said = (
        row
        for row in existing(transaction, "assertion")
        if not is_worked_out("assertion", row[FIRST:])
    )
    edges = _table(said, ("source", "target", "relation", *model.EDGE_PROPERTIES))
    documents = _table(existing(transaction, "document"), ("id", *model.DOCUMENT_PROPERTIES))
    if state.require_complete(transaction, place) != before:
        return None
    return PlanGraph.from_tables(
        nodes, edges, documents, facts, name=before.name, title=before.title, unread=before.unread
    )


def _nodes(
    transaction: ManagedTransaction, facts: list[dict[str, Any]], place: str
) -> Iterator[list[Any]]:
    """The nodes' rows without their facts, which are put into the list."""
    facts_at = FIRST + 2 + model.NODE_PROPERTIES.index("facts")
    for row in existing(transaction, "node"):
        name, kind, packed = row[FIRST], row[FIRST + 1], row[facts_at]
        if not isinstance(kind, str):
            raise DatabaseError(
                f"{place}: node {name!r} has {'no kind' if not kind else 'several kinds'}: somebody"
                " changed its labels; load the graph again"
            )
        facts += [{"node": name, **_unpacked(fact, name, place)} for fact in packed or ()]
        yield row


def _unpacked(fact: object, name: str, place: str) -> dict[str, Any]:
    try:
        found = json.loads(fact)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        found = None
    if not isinstance(found, dict):
        raise DatabaseError(
            f"{place}: node {name!r}: somebody changed its facts; load the graph again"
        )
    return found


def _table(rows: Iterator[list[Any]], columns: tuple[str, ...]) -> pd.DataFrame:
    """The rows as text columns, made a chunk at a time: rows take several times the room."""
    chunks = [tables.frame((), columns)]
    wanted = slice(FIRST, FIRST + len(columns))  # what is worked out follows what was said
    while some := [row[wanted] for row in islice(rows, SLICE)]:
        chunks.append(tables.frame(pd.DataFrame(some, columns=list(columns)), columns))
    return pd.concat(chunks, ignore_index=True)
