"""The queries that there are, by name, and how one asks another, wherever the graph is kept."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from graphtool.errors import UnknownName
from graphtool.graph import PlanGraph
from graphtool.language import Text
from graphtool.queries.query import Askable, Query, Reads

if TYPE_CHECKING:
    import pandas as pd

Function = TypeVar("Function", bound=Callable[..., Any])
QUERIES: dict[str, Query] = {}


def query(
    row: type,
    *,
    order: Sequence[str],
    notes: Callable[..., list[Text]] | None = None,
    reads: Reads = None,
) -> Callable[[Function], Function]:
    """Makes a function a query: it is listed, and the command line and the docs know it."""

    def register(function: Function) -> Function:
        name = function.__name__.replace("_", "-")
        QUERIES[name] = Query(name, function, row, tuple(order), notes, reads)
        return function

    return register


def find(name: str) -> Query:
    """The query of that name; raises `UnknownName` with the nearest ones."""
    try:
        return QUERIES[name.replace("_", "-")]
    except KeyError:
        raise UnknownName("query", name, QUERIES) from None


def ask(
    graph: PlanGraph | Askable, name: str, *, only: Collection[str] = (), **options: Any
) -> pd.DataFrame:
    """The rows of another query, wherever the graph is kept.

    Who needs a few columns names them as `only`: a database then sends little else. In memory all
    are there.

    What is computed from rows (a measure, a note) goes through here, so that it needs no graph in
    memory.
    """
    found = find(name)
    if isinstance(graph, PlanGraph):
        return found.function(graph, **found.checked(options))
    return graph.ask(name, only=only, **found.checked(options))


def count(graph: PlanGraph | Askable, name: str, **options: Any) -> int:
    """How many rows another query has; a database counts them where they are."""
    if isinstance(graph, PlanGraph):
        return len(ask(graph, name, **options))
    return graph.count(name, **find(name).checked(options))
