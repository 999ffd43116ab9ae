"""A load under way: constraints first, then one transaction, or batches under a lock.

Of two loads at once the later waits for a transaction of the earlier to end. Where the earlier
needs several, it holds the database between them (see `state`): the later watches it, stops as
soon as it shows a sign of life, and takes over where it shows none for a while. Whoever was taken
over notices in its next transaction, before it has written anything in it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import uuid4

from graphtool.database import connection, faults, model, refusals, state, writing
from graphtool.database.address import DatabaseError
from graphtool.database.connection import Database
from graphtool.database.depth import is_deep
from graphtool.database.difference import Difference
from graphtool.database.state import State
from graphtool.database.watching import Silent
from graphtool.language import Said

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

    from graphtool.database.table import Table
    from graphtool.graph import PlanGraph

Progress = Callable[[int, int], None]
"""Told how many rows are done, of how many."""


class Plan(NamedTuple):
    """What the database holds, and what is to be done to it."""

    before: State | None
    differences: tuple[Difference, ...]

    @property
    def work(self) -> int:
        """How many rows are to be written, moved or removed."""
        return sum(difference.work for difference in self.differences)

    @property
    def size(self) -> int:
        """About how many bytes these rows have."""
        return sum(difference.size for difference in self.differences)

    @classmethod
    def nothing(cls, before: State, tables: Iterable[Table]) -> Plan:
        """That there is nothing to do."""
        return cls(before, tuple(map(Difference.none, tables)))

    @property
    def loader(self) -> str:
        """Who loaded what is there."""
        return self.before.loader if self.before else state.NOBODY

    def settle(self, transaction: ManagedTransaction) -> None:
        """Takes away what another format has that this one does not know."""
        if self.before and self.before.format != state.FORMAT:
            connection.run(transaction, model.OUTDATED).consume()


ROW = 400
"""Bytes of a row as they usually are: a load with longer quotes is cut as if it had more rows."""
QUIET = 10.0
"""Seconds without a sign of life after which a load is taken for dead.

A load writes between two signs of life only what it has at hand: the work of a transaction is
done under the lock, which nobody can take over.
"""
_LOOKS = 20
"""How often it is looked for a sign of life in that time."""
_ASLEEP = 12
"""How many times as long the server grants a batch: who falls asleep in one holds it no longer."""


class Done(NamedTuple):
    """What a load has done."""

    plan: Plan
    transactions: int
    """In how many it was written."""
    loader: str
    """Who has loaded what is there now: this run, or where there was nothing to do an earlier."""
    seen: int
    """How many transactions the database had seen after the last of them (`bookmark`)."""


class Run(NamedTuple):
    """One load under way."""

    home: Database
    graph: PlanGraph
    batch: int
    one_transaction: int
    progress: Progress
    quiet: float = QUIET

    def write(self, plan: Callable[[ManagedTransaction], Plan]) -> Done:
        """Does what is to be done.

        Raises `DatabaseError` where another load is under way, or takes over from this one.
        """
        loader = uuid4().hex
        finished = whole(self.graph)._replace(loader=loader)

        def begin(transaction: ManagedTransaction) -> tuple[Plan, int | None] | State:
            state.lock(transaction)
            holder = state.find(transaction)
            if holder is not None and holder.held and holder != dead:
                return holder
            made = plan(transaction)
            made.settle(transaction)
            if made.work > self.one_transaction or made.size > self.one_transaction * ROW:
                state.write(transaction, finished._replace(state=state.LOADING))
                return made, None
            if not made.work and made.before and made.before.same_as(finished):
                # Servers differ in whether the lock alone counts as a write; this does in all.
                state.renew(transaction)
                return made, 0
            count = 0
            for step in writing.ahead(writing.batches(made.differences, self.batch)):
                step.run(transaction)
                count += step.size
                self.progress(count, made.work)
            state.write(transaction, finished)
            return made, 1

        dead: State | None = None
        try:
            begun, count = self.home.counted(begin)
            while isinstance(begun, State):
                dead = self._watched(begun)
                begun, count = self.home.counted(begin)
        except faults.Exhausted:
            if not self.one_transaction:
                raise
            return self._replace(one_transaction=0).write(plan)
        made, transactions = begun
        if transactions is None:
            with self._letting_go(loader):
                return self._in_batches(made, finished)
        return Done(made, transactions, loader if transactions else made.loader, count)

    def _watched(self, holder: State) -> State | None:
        """The load that holds the database, if it is dead; None where it has just ended.

        Raises `DatabaseError` as soon as it, or another, is seen to live.
        """
        last = time.monotonic() + self.quiet
        while (left := last - time.monotonic()) > 0:
            time.sleep(min(left, self.quiet / _LOOKS))
            now = self.home.read(state.find)
            if now is None or not now.held:
                return None
            if now != holder:
                raise DatabaseError.at(self.home.place, Said(refusals.ANOTHER_LOAD, name=now.name))
        return holder

    @contextmanager
    def _letting_go(self, loader: str) -> Iterator[None]:
        """Says so where the load ends before its time, if the server can still be told.

        Raises `TakenOver` where a failure came of having lost hold of the database: the server
        ends the transaction of a process that slept in the middle of it.
        """
        try:
            yield
        except Silent:
            raise  # nor would it hear that
        except BaseException as error:
            try:
                self.home.write_once(partial(state.abandon, loader=loader, place=self.home.place))
            except state.TakenOver as taken:
                if isinstance(error, DatabaseError):
                    raise taken from error
            except DatabaseError:
                pass  # it cannot be told: the next load finds no sign of life
            raise

    def _in_batches(self, made: Plan, finished: State) -> Done:
        """One transaction a batch, each only as long as this load holds the database."""
        own = partial(state.require_own, loader=finished.loader, place=self.home.place)

        def write(transaction: ManagedTransaction, step: Callable[[Any], None]) -> None:
            own(transaction)
            step(transaction)

        def finish(transaction: ManagedTransaction) -> None:
            _require_all(transaction, made.differences, self.home.place)
            state.write(transaction, finished)

        count, done, seconds = 0, 0, self.quiet * _ASLEEP
        for step in writing.ahead(writing.batches(made.differences, self.batch)):
            pieces = [step]
            while pieces:
                piece = pieces.pop()
                try:
                    self.home.write(partial(write, step=piece.run), seconds=seconds)
                except faults.Exhausted:
                    if piece.size == 1:
                        raise
                    pieces += reversed(piece.halves())
                    continue
                count, done = count + piece.size, done + 1
                self.progress(count, made.work)
        _, seen = self.home.counted(partial(write, step=finish), seconds=seconds)
        return Done(made, done + 2, finished.loader, seen)


def whole(graph: PlanGraph) -> State:
    """What the database says when it holds all of this graph, whoever loaded it."""
    return State(
        graph.name,
        graph.title,
        state.COMPLETE,
        state.FORMAT,
        state.NOBODY,
        unread=graph.unread,
        deep=is_deep(graph),
    )


def _require_all(
    transaction: ManagedTransaction, differences: tuple[Difference, ...], place: str
) -> None:
    """Raises `DatabaseError` unless exactly as many rows are there as the graph has."""
    for difference in differences:
        noun, wanted = difference.table.noun, difference.table.length
        there = connection.run(transaction, model.COUNT[noun]).single()["there"]
        if there != wanted:
            said = Said(refusals.NOT_ALL, there=refusals.counted(noun, there), wanted=wanted)
            raise DatabaseError.at(place, said)
