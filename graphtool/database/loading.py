"""Loading a plan graph into Neo4j: all of it or nothing, and again without harm."""

from __future__ import annotations

import time
from contextlib import AbstractContextManager, nullcontext, suppress
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from graphtool.database import (
    bookmark,
    connection,
    constraining,
    model,
    refusals,
    rows,
    running,
    stamp,
    state,
)
from graphtool.database.address import DatabaseError
from graphtool.database.connection import Database, connect
from graphtool.database.derived import Derived
from graphtool.database.difference import Difference, differences
from graphtool.database.running import Done, Plan, Progress
from graphtool.database.state import State
from graphtool.errors import GraphtoolError
from graphtool.graph import PlanGraph
from graphtool.language import Said

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

    from graphtool.database.table import Table

BATCH = 10_000
ONE_TRANSACTION = 50_000
"""A load that writes at most so many rows is one transaction.

It then needs some 100 MB of the server's memory, which every server has to spare.
"""


class Counts(NamedTuple):
    """What a load did, or with a dry run would do, to nodes, assertions, documents or facts."""

    created: int
    changed: int
    removed: int
    unchanged: int


class LoadSummary(NamedTuple):
    """What became of a load."""

    name: str
    address: str
    database: str
    nodes: Counts
    assertions: Counts
    documents: Counts
    facts: Counts
    before: str | None
    """Name of the plan graph that was there; None where there was none."""
    resumed: bool
    """Whether it completed a load that had died."""
    transactions: int
    """How many it was written in; 0 for a dry run, and where there was nothing to write."""
    rows: int
    """Rows written, moved or removed."""
    seconds: float
    dry_run: bool

    def of_each(self) -> dict[str, Counts]:
        """The counts by what they are of, as `refusals.ROWS` calls it."""
        return {
            "node": self.nodes,
            "assertion": self.assertions,
            "document": self.documents,
            "fact": self.facts,
        }


def load(
    graph: PlanGraph,
    destination: str | Database,
    *,
    database: str | None = None,
    dry_run: bool = False,
    replace: bool = False,
    batch: int = BATCH,
    one_transaction: int = ONE_TRANSACTION,
    progress: Progress = lambda _done, _total: None,
    quiet: float = running.QUIET,
    thorough: bool = False,
) -> LoadSummary:
    """Makes a database hold this plan graph and nothing of ours besides; other data stays.

    The destination is an address or an open database.

    What is there already is left as it is, what has left the graph is removed. Up to
    `one_transaction` rows are one transaction; more are written `batch` rows at a time, and until
    the last is in, every question to the database is refused, and so is another load: one that
    has shown no sign of life for `quiet` seconds is taken for dead. Long rows count for several,
    and where the server's memory does not hold a step all the same, it is halved. A load that
    died is completed by running it again. With `dry_run` nothing is written.

    Every row that is there is compared, so what somebody has changed by hand is mended; only where
    the same graph was loaded last, and nothing at all has been written to the database since, is
    that known without (`stamp`). With `thorough` every row is compared even then.

    Raises `DatabaseError` where the database cannot be written, is being loaded by another, or
    holds a plan graph of another name and `replace` is not set.
    """
    if batch < 1:
        raise GraphtoolError(Said(refusals.NO_BATCH, batch=batch))
    started = time.monotonic()
    derived = Derived.of(graph)
    wanted = rows.tables(graph, derived)
    with _opened(destination, database) as home:
        # Asked before the constraints are made, so that a refusal leaves no trace.
        permitted = partial(_permitted, graph=graph, place=home.place, replace=replace)
        before, count = home.counted(permitted, question=dry_run)
        content = stamp.fingerprint(graph, derived)
        stamped = (
            before is not None
            and before.same_as(running.whole(graph))
            and (before.content, before.committed) == (content, count)
        )
        plan = partial(_planned, graph=graph, wanted=wanted, place=home.place, replace=replace)
        if before and stamped and not thorough:
            done = Done(Plan.nothing(before, wanted), 0, state.NOBODY, count)
        elif dry_run:
            done = Done(home.read(plan), 0, state.NOBODY, count)
        else:
            constraining.constrain(home)
            _, first = home.counted(state.find)
            run = running.Run(home, graph, batch, one_transaction, progress, quiet)
            done = run.write(plan)
            indexed = constraining.index(home)
            if done.transactions or not stamped:
                _stamp(home, done, content, first + max(done.transactions, 1) + indexed)
    made = done.plan
    documents, facts, nodes, assertions, _ = map(_counts, made.differences)
    return LoadSummary(
        graph.name,
        home.address,
        home.name,
        nodes,
        assertions,
        documents,
        facts,
        before=made.before.name if made.before else None,
        resumed=made.before is not None and made.before.state == state.LOADING and not dry_run,
        transactions=done.transactions,
        rows=made.work,
        seconds=time.monotonic() - started,
        dry_run=dry_run,
    )


def _stamp(home: Database, done: Done, content: str, expected: int) -> None:
    """Writes the stamp, if the database has seen as many transactions as are our own."""
    found, count = home.counted(state.find)
    if count != bookmark.UNKNOWN and count == expected and found and found.loader == done.loader:
        write = partial(state.stamp, loader=done.loader, content=content, committed=count + 1)
        with suppress(DatabaseError):  # the next load has only more to compare
            home.write_once(write)


def unload(
    destination: str | Database, *, database: str | None = None, dry_run: bool = False
) -> LoadSummary:
    """Takes the plan graph out of a database, and its constraints and indexes; other data stays.

    The destination is an address or an open database. Locks, batches and what is told of it are
    those of a load of nothing, which it begins with; one that died is completed by running it
    again. Raises `DatabaseError` where there is no plan graph, where another load is under way,
    and where other data is related to a node of it.
    """
    with _opened(destination, database) as home:
        nothing = PlanGraph.from_tables([], [])
        there = home.read(partial(_permitted, graph=nothing, place=home.place, replace=True))
        if there is None and not home.read(_ours):
            raise DatabaseError.at(home.place, Said(refusals.NO_GRAPH))
        summary = load(nothing, home, replace=True, dry_run=dry_run)
        if not dry_run:
            home.write(partial(state.forget, place=home.place))
            constraining.release(home)
    return summary._replace(name=there.name if there else "")


def _ours(transaction: ManagedTransaction) -> int:
    """How many nodes a load has made."""
    return int(connection.run(transaction, model.STRANGERS).single()["ours"])


def _opened(destination: str | Database, database: str | None) -> AbstractContextManager[Database]:
    if isinstance(destination, Database):
        return nullcontext(destination)
    return connect(destination, database)


def _counts(found: Difference) -> Counts:
    """Of what was said; what is worked out of it counts nowhere but among the rows written."""
    said = found.table.said
    created, changed = int(said[found.created].sum()), len(found.restated)
    return Counts(created, changed, found.left, int(said.sum()) - created - changed)


def _permitted(
    transaction: ManagedTransaction, *, graph: PlanGraph, place: str, replace: bool
) -> State | None:
    """What the database holds; raises `DatabaseError` where that is not to be overwritten."""
    before = state.find(transaction)
    if before is None:
        ours, strangers = connection.run(transaction, model.STRANGERS).single()
        if strangers:
            labels = {"node": model.NODE, "document": model.DOCUMENT, "fact": model.FACT}
            raise DatabaseError.at(place, Said(refusals.STRANGERS, n=strangers, **labels))
        if ours and not replace:
            raise DatabaseError.at(
                place, Said(refusals.UNMARKED, mark=model.GRAPH, name=graph.name)
            )
        return None
    if replace:
        return before
    if before.name != graph.name:
        raise DatabaseError.at(
            place, Said(refusals.HOLDS_ANOTHER, there=before.name, name=graph.name)
        )
    state.require_format(before, place)
    return before


def _planned(
    transaction: ManagedTransaction,
    *,
    graph: PlanGraph,
    wanted: tuple[Table, ...],
    place: str,
    replace: bool,
) -> Plan:
    before = _permitted(transaction, graph=graph, place=place, replace=replace)
    return Plan(before, differences(transaction, wanted, place))
