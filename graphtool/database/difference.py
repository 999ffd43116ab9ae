"""What a load has to do: the plan graph compared with what the database holds already.

Everything that the database holds is read and compared in full, so that a load that died, one
that is repeated, and a value that somebody changed by hand all end in the same graph.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from graphtool import schema
from graphtool.database import connection, model, refusals
from graphtool.database.address import DatabaseError
from graphtool.database.digests import digest
from graphtool.database.ranks import NONE, ranks
from graphtool.database.table import SLICE, Table, is_worked_out
from graphtool.language import Said

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

FIND = {
    "document": model.find_documents(),
    "fact": model.find_facts(),
    "node": model.find_nodes(),
    "assertion": model.find_edges(),
    "derived": model.find_derived(),
}


FIRST = 3
"""Where in what is found the row itself begins."""


class Difference(NamedTuple):
    """What is to be done to make one table of the database like the graph's."""

    table: Table
    created: np.ndarray
    """Positions of rows that are not there."""
    changed: np.ndarray
    """Positions of rows that are there and say something else."""
    restated: np.ndarray
    """Those of them of which something else is said; of others other things follow."""
    moved: np.ndarray
    """Positions of rows that stay as they are but for their rank."""
    gone: list[str]
    """Where the rows are that the graph does not have."""
    left: int
    """How many of these were said, not worked out."""
    ranks: np.ndarray
    """The rank of every row."""

    @classmethod
    def none(cls, table: Table) -> Difference:
        """That all rows are there as they are to be."""
        no = np.empty(0, dtype=np.int64)
        return cls(table, no, no, no, no, [], 0, no)

    @classmethod
    def whole(cls, table: Table) -> Difference:
        """That nothing of it is there: every row is to be created."""
        no, every = np.empty(0, dtype=np.int64), np.arange(table.length)
        new = ranks(np.full(table.length, NONE, dtype=np.int64))
        return cls(table, every, no, no, no, [], 0, new)

    @property
    def work(self) -> int:
        """How many rows are to be written or removed."""
        return len(self.created) + len(self.changed) + len(self.moved) + len(self.gone)

    @property
    def size(self) -> int:
        """About how many bytes the rows have that are to be written."""
        sizes = self.table.sizes
        return int(sizes[self.created].sum() + sizes[self.changed].sum())


def differences(
    transaction: ManagedTransaction, wanted: tuple[Table, ...], place: str
) -> tuple[Difference, ...]:
    """For documents, facts, nodes, assertions and what is derived of them, what is to be done.

    Raises `DatabaseError` where other data is related to one of those that is to be removed.
    """
    found = tuple(_difference(transaction, table) for table in wanted)
    for difference in found:
        if not difference.table.are_relations:
            _require_free(transaction, difference.gone, place)
    return found


def _difference(transaction: ManagedTransaction, table: Table) -> Difference:
    there = iter(existing(transaction, table.noun))
    first = next(there, None)
    if first is None:
        return Difference.whole(table)
    known, said, follows = table.digests()
    order = np.argsort(known, kind="stable")
    ordered = known[order]
    seen, same, held = np.zeros((3, table.length), dtype=bool)
    old = np.full(table.length, NONE, dtype=np.int64)
    gone: list[str] = []
    left = 0
    for record in chain([first], there):
        element, rank, key, *row = record
        knows, *rest = map(digest, table.parts(row))
        slot = int(np.searchsorted(ordered, np.bytes_(knows)))
        at = int(order[slot]) if slot < len(ordered) and ordered[slot] == knows else -1
        damaged = table.are_relations and key != knows.decode()
        if at < 0 or seen[at] or damaged:
            gone.append(element)
            left += not is_worked_out(table.noun, row)
            continue
        seen[at], same[at] = True, rest == [said[at], follows[at]]
        held[at] = rest[0] == said[at]
        old[at] = rank if isinstance(rank, int) else NONE
    new = ranks(old) if table.ranked else old
    created, changed = np.flatnonzero(~seen), np.flatnonzero(seen & ~same)
    moved = np.flatnonzero(same & (new != old))
    restated = np.flatnonzero(seen & ~held)
    return Difference(table, created, changed, restated, moved, gone, left, new)


def existing(transaction: ManagedTransaction, noun: str) -> Iterator[list[Any]]:
    """Where it is, rank, digest and row (from `FIRST`), of all of ours that the database holds."""
    kinds = list(schema.KINDS)
    for record in connection.run(transaction, FIND[noun], {"kinds": kinds}):
        values = list(record.values())
        if noun == "node":
            values[FIRST + 1] = only(values[FIRST + 1])
        yield values


def only(kinds: list[str]) -> str | list[str]:
    """The kind of a node whose kind labels these are; the list where they are none or several."""
    return kinds[0] if len(kinds) == 1 else kinds


def _require_free(transaction: ManagedTransaction, gone: list[str], place: str) -> None:
    elements = iter(gone)
    while some := list(islice(elements, SLICE)):
        held = connection.run(transaction, model.HELD, {"rows": some}).single()
        if held is not None:
            said = Said(refusals.STILL_HELD, name=held["id"], relation=held["relation"])
            raise DatabaseError.at(place, said)
