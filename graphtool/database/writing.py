"""The statements of a load, batch by batch, in the order in which they are to run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from graphtool.database import connection, model

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

    from graphtool.database.difference import Difference


BYTES = 4_000_000
"""Of text in a batch: a tenth of what a server of 512 MB has for a transaction."""


class Batch(NamedTuple):
    """One statement and its rows, which are made only when it runs."""

    text: str
    size: int
    rows: Callable[[], list[Any]]

    def run(self, transaction: ManagedTransaction) -> None:
        """Writes it; writing it again changes nothing."""
        connection.run(transaction, self.text, {"rows": self.rows()}).consume()

    def halves(self) -> tuple[Batch, Batch]:
        """The same in two, for a server whose memory does not hold the whole."""
        rows, half = self.rows, self.size // 2
        return (
            Batch(self.text, half, lambda: rows()[:half]),
            Batch(self.text, self.size - half, lambda: rows()[half:]),
        )


def batches(differences: tuple[Difference, ...], size: int) -> Iterator[Batch]:
    """Everything that is to be done, at most `size` rows and about `BYTES` a batch.

    What has gone goes first, and relations before the nodes that they hold; then documents,
    facts, nodes, assertions and what is derived of them come, each when what it needs is there.
    """
    for difference in reversed(differences):
        yield from _removals(difference, size)
    for difference in differences:
        yield from _writes(difference, size)
    for difference in differences:
        yield from _moves(difference, size)


def ahead(steps: Iterable[Batch]) -> Iterator[Batch]:
    """The steps in their order; while one is written, the rows of the next are made."""
    with ThreadPoolExecutor(max_workers=1) as beside:
        ready: Batch | None = None
        for step in steps:
            rows = beside.submit(step.rows)
            if ready:
                yield ready
            ready = step._replace(rows=rows.result)
        if ready:
            yield ready


def _removals(difference: Difference, size: int) -> Iterator[Batch]:
    table = difference.table
    text = model.drop_edges() if table.are_relations else model.drop_nodes(_LABEL[table.noun])
    for first in range(0, len(difference.gone), size):
        some = difference.gone[first : first + size]
        yield Batch(text, len(some), lambda some=some: some)  # type: ignore[misc]


def _writes(difference: Difference, size: int) -> Iterator[Batch]:
    at = np.union1d(difference.created, difference.changed)
    for name, some in _spanned(difference, at, size):
        text = _PUT[difference.table.noun](name)
        yield Batch(text, len(some), lambda some=some: _rows(difference, some))  # type: ignore[misc]


def _rows(difference: Difference, at: np.ndarray) -> list[list[Any]]:
    rows = difference.table.rows(at)
    more = [difference.ranks[at].tolist()] if difference.table.ranked else []
    if difference.table.are_relations:
        more.append(difference.table.keys(rows))
    return [[*row, *end] for row, *end in zip(rows, *more, strict=True)]


def _moves(difference: Difference, size: int) -> Iterator[Batch]:
    noun = difference.table.noun
    for name, some in _spanned(difference, difference.moved, size):
        text = model.rank_edges(name) if noun == "assertion" else model.rank_nodes(_LABEL[noun])
        yield Batch(text, len(some), lambda some=some: _named_ranks(difference, some))  # type: ignore[misc]


def _named_ranks(difference: Difference, at: np.ndarray) -> list[tuple[str, int]]:
    table = difference.table
    names = table.keys(table.rows(at)) if table.are_relations else table.columns[0](at)
    return list(zip(names, difference.ranks[at].tolist(), strict=True))


def _spanned(difference: Difference, at: np.ndarray, size: int) -> Iterator[tuple[str, np.ndarray]]:
    """The positions, cut where the kind or relation changes and into pieces of at most `size`."""
    for name, first, last in difference.table.spans:
        some = at[np.searchsorted(at, first) : np.searchsorted(at, last)]
        ends, start = np.cumsum(difference.table.sizes[some]), 0
        while start < len(some):
            before = ends[start - 1] if start else 0
            long = int(np.searchsorted(ends, before + BYTES, side="right"))
            end = min(start + size, max(start + 1, long))
            yield name, some[start:end]
            start = end


_LABEL = {"document": model.DOCUMENT, "fact": model.FACT, "node": model.NODE}
_PUT: dict[str, Callable[[str], str]] = {
    "document": lambda _: model.put_documents(),
    "fact": lambda _: model.put_facts(),
    "node": model.put_nodes,
    "assertion": model.put_edges,
    "derived": model.put_derived,
}
