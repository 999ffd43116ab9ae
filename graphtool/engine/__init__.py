"""Asks a plan graph a query by name, in memory or in Neo4j, and puts the answer in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from graphtool import queries
from graphtool.engine.answer import Answer, in_order
from graphtool.engine.remote import Server, in_time, server
from graphtool.errors import NOTHING, GraphtoolError
from graphtool.graph import unread
from graphtool.graph.carrying import SUCCESSION
from graphtool.language import Said, Text, with_names
from graphtool.queries import dated
from graphtool.queries.query import Options

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph
    from graphtool.queries import Query

__all__ = [
    "Answer",
    "Server",
    "dated_notes",
    "in_order",
    "in_time",
    "noted",
    "rows",
    "run",
    "server",
]

_NO_MEMORY = Text(
    "grafen er for stor for minnet på denne maskinen; spør på en dag{fewer} eller på en maskin med"
    " mer minne",
    "grafen er for stor for minnet på denne maskina; spør på ein dag{fewer} eller på ei maskin med"
    " meir minne",
    "the graph is too large for the memory of this machine; ask on a day{fewer} or on a machine"
    " with more",
)
_FEWER = Text(", med level municipality,", ", med level municipality,", ", at level municipality,")


@contextmanager
def _within_memory(query: Query, values: Options) -> Iterator[None]:
    """Says what to do where memory ends: what a measure needs may grow faster than the graph."""
    try:
        yield
    except MemoryError:
        fewer = _FEWER if values.get("level", "municipality") != "municipality" else NOTHING
        raise GraphtoolError.at(query.name, Said(_NO_MEMORY, fewer=fewer)) from None


def run(name: str, graph: PlanGraph | Server, **options: Any) -> Answer:
    """The answer to the query of that name, with the same rows wherever the graph is kept.

    Its notes end with what of the source was not read, which the rows do not rest on.

    Raises `UnknownName` with the nearest names where there is no such query, `GraphtoolError` for
    an option that it does not take or a value that is not allowed, and where memory ends.

    >>> from graphtool import PlanGraph
    >>> goals = [{"id": "g", "kind": "Goal", "name": "Vekst"}]
    >>> run("orphaned-goals", PlanGraph.from_tables(goals)).records()[0]["grade"]
    'none'
    """
    return noted(rows(name, graph, **options), graph)


def noted(
    answer: Answer, graph: PlanGraph | Server, *, say: Callable[[Text], Text] = with_names
) -> Answer:
    """The answer of `rows` with its notes, about the graph that it was asked of.

    `say` says how the notes name settings: as they are called, unless they are asked for otherwise.
    """
    query, values = answer.query, answer.options
    with _within_memory(query, values):
        notes = query.notes(graph, answer.rows, **values) if query.notes else []
    notes = [*notes, *dated_notes(query, graph, values), *unread.sentences(graph.unread)]
    notes = [say(note) for note in notes]
    return answer._replace(notes=notes)


def rows(name: str, graph: PlanGraph | Server, **options: Any) -> Answer:
    """As `run`, without the notes: they ask as much again.

    The answer's query is a wider one than named where an option is given that only that has.

    >>> from graphtool import PlanGraph
    >>> goals = [{"id": "g", "kind": "Goal", "name": "Vekst"}]
    >>> rows("orphaned-goals", PlanGraph.from_tables(goals)).notes
    []
    """
    query, given = queries.answering(name, options)
    values = query.checked(given)
    with _within_memory(query, values):
        found = in_order(queries.ask(graph, query.name, **values), query.order)
    return Answer(query, graph.name, values, [], found)


def dated_notes(query: Query, graph: PlanGraph | Server, options: Options) -> list[Text]:
    """What an answer for a day owes to what has no date; nothing where no day is asked for."""
    day, relations = options.get("as_of"), query.relations(options)
    if not day or not relations:
        return []
    successors = options.get("successors", "carry")
    if relations == (SUCCESSION,):
        successors = "keep"  # nobody carries on that somebody was succeeded
    if isinstance(graph, Server):
        return dated.dated_note(graph.dating(relations, day, successors), day)
    return dated.dated_note(dated.dating(graph, relations, day, successors), day)
