"""A plan graph read back from Neo4j, equal to the one that was loaded."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

import pandas as pd

from graphtool.database import model, refusals, state
from graphtool.database.address import DatabaseError
from graphtool.database.connection import Database, connect
from graphtool.database.difference import FIRST, existing
from graphtool.database.table import SLICE, is_worked_out
from graphtool.graph import PlanGraph, cleaning
from graphtool.language import Said

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
        raise DatabaseError.at(source.place, Said(refusals.ALWAYS_LOADED))
    with connect(source, database) as home:
        return read(home)


def _read(transaction: ManagedTransaction, place: str) -> PlanGraph | None:
    """The graph; None where it changed while it was being read."""
    before = state.require_complete(transaction, place)
    nodes = _table(_nodes(transaction, place), ("id", "kind", *model.NODE_PROPERTIES))
    said = (
        row
        for row in existing(transaction, "assertion")
        if not is_worked_out("assertion", row[FIRST:])
    )
    edges = _table(said, ("source", "target", "relation", *model.EDGE_PROPERTIES))
    documents = _table(existing(transaction, "document"), ("id", *model.DOCUMENT_PROPERTIES))
    facts = _table(existing(transaction, "fact"), ("id", *model.FACT_PROPERTIES))
    if state.require_complete(transaction, place) != before:
        return None
    return PlanGraph.from_tables(
        nodes, edges, documents, facts, name=before.name, title=before.title, unread=before.unread
    )


def _nodes(transaction: ManagedTransaction, place: str) -> Iterator[list[Any]]:
    """The nodes' rows; raises `DatabaseError` where one has another number of kinds than one."""
    for row in existing(transaction, "node"):
        name, kind = row[FIRST], row[FIRST + 1]
        if not isinstance(kind, str):
            kinds = refusals.SEVERAL_KINDS if kind else refusals.NO_KIND
            said = Said(refusals.RELABELLED, name=name, kinds=kinds)
            raise DatabaseError.at(place, said)
        yield row


def _table(rows: Iterator[list[Any]], columns: tuple[str, ...]) -> pd.DataFrame:
    """The rows as text columns, made a chunk at a time: rows take several times the room."""
    chunks = [cleaning.frame((), columns)]
    wanted = slice(FIRST, FIRST + len(columns))  # what is worked out follows what was said
    while some := [row[wanted] for row in islice(rows, SLICE)]:
        chunks.append(cleaning.frame(pd.DataFrame(some, columns=list(columns)), columns))
    return pd.concat(chunks, ignore_index=True)
