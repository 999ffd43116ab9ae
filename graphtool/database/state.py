"""Which plan graph a database holds, and whether all of it is there.

One node, labelled `PlanGraph`, says so. While a load that needs several transactions is under
way it is marked `loading`, and stays so if the load dies; every question is refused then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from graphtool.database.address import DatabaseError
from graphtool.language import Text

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

COMPLETE, LOADING = "complete", "loading"
FORMAT = 1
"""How a plan graph lies in the database; one more whenever that changes."""

_FIND = """MATCH (graph:PlanGraph)
WHERE graph.state IS NOT NULL
RETURN graph.name AS name, graph.title_nb AS nb, graph.title_nn AS nn, graph.title_en AS en,
       graph.state AS state, graph.format AS format, graph.loader AS loader"""
_WRITE = """MERGE (graph:PlanGraph {only: true})
SET graph.name = $name, graph.title_nb = $nb, graph.title_nn = $nn, graph.title_en = $en,
    graph.state = $state, graph.format = $format, graph.loader = $loader"""
_LOCK = """MATCH (graph:PlanGraph {only: true})
SET graph.loader = graph.loader
RETURN graph.loader AS loader"""


# A write of any kind locks; with the constraint, `MERGE` makes the node at most once.
_CLAIM = """MERGE (graph:PlanGraph {only: true})
SET graph.only = true"""


class State(NamedTuple):
    """What the database says of its plan graph."""

    name: str
    title: Text
    state: str
    format: int
    loader: str
    """Which run wrote last, so that two at once are noticed, and a change while reading."""

    def same_as(self, other: State) -> bool:
        """Whether both say the same, whichever run wrote it."""
        return self._replace(loader="") == other._replace(loader="")


def find(transaction: ManagedTransaction) -> State | None:
    """The state; None where the database holds no plan graph."""
    record = transaction.run(_FIND).single()
    if record is None:
        return None
    title = Text(*(record[language] or "" for language in ("nb", "nn", "en")))
    return State(record["name"] or "", title, record["state"], record["format"], record["loader"])


def require_complete(transaction: ManagedTransaction, place: str) -> State:
    """The state; raises `DatabaseError` where there is no whole plan graph that we can read."""
    state = find(transaction)
    if state is None:
        raise DatabaseError(f"{place}: holds no plan graph; load one with graphtool load SOURCE")
    if state.state != COMPLETE:
        raise DatabaseError(
            f"{place}: the load of {state.name!r} was not finished; run it again to complete it"
        )
    require_format(state, place)
    return state


def require_format(state: State, place: str) -> None:
    """Raises `DatabaseError` where another version of graphtool laid it out otherwise."""
    if state.format != FORMAT:
        raise DatabaseError(
            f"{place}: {state.name!r} was loaded by another version of graphtool (format"
            f" {state.format}, here {FORMAT}); load it again with --replace, or update graphtool"
        )


def lock(transaction: ManagedTransaction) -> None:
    """Holds other loads off until the transaction ends."""
    transaction.run(_CLAIM).consume()


def write(transaction: ManagedTransaction, state: State) -> None:
    """Says what the database holds from now on."""
    values: dict[str, Any] = {**state._asdict(), **state.title._asdict()}
    del values["title"]
    transaction.run(_WRITE, values).consume()


def require_own(transaction: ManagedTransaction, loader: str, place: str) -> None:
    """Locks the state until the transaction ends; raises where another run has taken over."""
    record = transaction.run(_LOCK).single()
    if record is None or record["loader"] != loader:
        raise DatabaseError(
            f"{place}: another load began there while this one was running; this one stopped."
            " Run one of them again"
        )
