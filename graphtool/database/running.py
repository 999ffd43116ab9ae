"""A load under way: constraints first, then one transaction, or batches with a marker."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import uuid4

from graphtool.database import connection, model, state, writing
from graphtool.database.connection import Database
from graphtool.database.difference import Difference
from graphtool.database.state import State

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

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


def constrain(home: Database) -> None:
    """Makes the constraints that are not there yet."""

    def missing(transaction: ManagedTransaction) -> list[str]:
        found = connection.run(transaction, "SHOW CONSTRAINTS YIELD name")
        there = {record["name"] for record in found}
        return [text for name, text in model.constraints().items() if name not in there]

    def make(transaction: ManagedTransaction) -> None:
        for text in texts:
            connection.run(transaction, text).consume()

    def introduce(transaction: ManagedTransaction) -> None:
        # A query that asks for what no row has yet is then no misspelling to the server.
        for text, names in model.vocabulary().items():
            connection.run(transaction, text, {"names": names}).consume()

    if texts := home.read(missing):
        home.write(make)
        home.write(introduce)


class Run(NamedTuple):
    """One load under way."""

    home: Database
    graph: PlanGraph
    batch: int
    one_transaction: int
    progress: Progress

    def write(self, plan: Callable[[ManagedTransaction], Plan]) -> tuple[Plan, int]:
        """What was to be done, and in how many transactions it was."""
        graph, loader = self.graph, uuid4().hex
        finished = State(graph.name, graph.title, state.COMPLETE, state.FORMAT, loader)

        def begin(transaction: ManagedTransaction) -> tuple[Plan, int | None]:
            state.lock(transaction)
            made = plan(transaction)
            if made.work > self.one_transaction:
                state.write(transaction, finished._replace(state=state.LOADING))
                return made, None
            if not made.work and made.before and made.before.same_as(finished):
                return made, 0
            count = 0
            for step in writing.batches(made.differences, self.batch):
                step.run(transaction)
                count += step.size
                self.progress(count, made.work)
            state.write(transaction, finished)
            return made, 1

        made, transactions = self.home.write(begin)
        if transactions is None:
            return made, self._in_batches(made, finished)
        return made, transactions

    def _in_batches(self, made: Plan, finished: State) -> int:
        """One transaction a batch, each only as long as no other load has begun."""
        own = partial(state.require_own, loader=finished.loader, place=self.home.place)

        def write(transaction: ManagedTransaction, step: Callable[[Any], None]) -> None:
            own(transaction)
            step(transaction)

        count = 0
        steps = list(writing.batches(made.differences, self.batch))
        for step in steps:
            self.home.write(partial(write, step=step.run))
            count += step.size
            self.progress(count, made.work)
        self.home.write(partial(write, step=partial(state.write, state=finished)))
        return len(steps) + 2
