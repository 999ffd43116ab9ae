"""Which plan graph a database holds, whether all of it is there, and who is loading it.

One node, labelled `PlanGraph`, says so. While a load that needs several transactions is under
way it is marked `loading`, and stays so if the load dies; every question is refused then.

The node is the lock too: a load holds it for itself by naming itself there as the `loader`. Every
transaction of a load first writes to the node, which makes all others wait, and only then reads
whether it is still the loader; a statement that reads first could read what is about to change.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from graphtool.database import refusals
from graphtool.database.address import DatabaseError
from graphtool.graph.unread import Unread
from graphtool.language import Said, Text

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

COMPLETE, LOADING = "complete", "loading"
FORMAT = 5
"""How a plan graph lies in the database; one more whenever that changes."""
DAMAGED = 0
"""The format of what somebody changed by hand so that it cannot be read."""

_FIND = """MATCH (graph:PlanGraph)
WHERE graph.state IS NOT NULL
RETURN graph.name AS name, graph.title_nb AS nb, graph.title_nn AS nn, graph.title_en AS en,
       graph.state AS state, graph.format AS format, graph.loader AS loader,
       graph.renewed AS renewed, graph.unread AS unread, graph.deep AS deep,
       graph.content AS content, graph.committed AS committed"""
_WRITE = """MERGE (graph:PlanGraph {only: true})
SET graph.name = $name, graph.title_nb = $nb, graph.title_nn = $nn, graph.title_en = $en,
    graph.state = $state, graph.format = $format, graph.loader = $loader,
    graph.unread = $unread, graph.deep = $deep, graph.renewed = timestamp()"""
# A write of any kind locks; with the constraint, `MERGE` makes the node at most once.
_CLAIM = """MERGE (graph:PlanGraph {only: true})
SET graph.only = true"""
_OWN = """MATCH (graph:PlanGraph {only: true})
SET graph.only = true
WITH graph WHERE graph.loader = $loader AND graph.state = $state
SET graph.renewed = timestamp()
RETURN graph.loader AS loader"""
_RENEW = """MATCH (graph:PlanGraph {only: true})
SET graph.renewed = timestamp()"""
_ABANDON = """MATCH (graph:PlanGraph {only: true})
SET graph.loader = $nobody"""
_STAMP = """MATCH (graph:PlanGraph {only: true})
SET graph.only = true
WITH graph WHERE graph.loader = $loader AND graph.state = $state
SET graph.content = $content, graph.committed = $committed"""
_FORGET = """MATCH (graph:PlanGraph {only: true})
WHERE graph.state = 'complete' AND NOT EXISTS { (:PlanNode|PlanDocument|PlanFact) }
DELETE graph
RETURN true AS gone"""
_UNMARKED = """RETURN EXISTS { MATCH (n:PlanNode) WHERE n.rank IS NOT NULL } AS unmarked"""
NOBODY = ""
"""The loader of a load that has said itself that it will not go on."""


PROPERTIES = (
    *("only", "name", "title_nb", "title_nn", "title_en", "state", "format", "loader"),
    *("unread", "deep", "renewed", "content", "committed"),
)
"""What the node has."""


class State(NamedTuple):
    """What the database says of its plan graph."""

    name: str
    title: Text
    state: str
    format: int
    loader: str
    """Which run wrote last, so that two at once are noticed, and a change while reading."""
    renewed: int = 0
    """When it last wrote, by the server's clock, in milliseconds; a load's sign of life."""
    unread: tuple[Unread, ...] = ()
    """What its source held that no answer rests on."""
    deep: bool = False
    """Whether its nodes lie so deep in each other that Cypher is not to follow them (`depth`)."""
    content: str = ""
    """The fingerprint of what was loaded (`stamp`), as far as that is known."""
    committed: int | None = None
    """How many transactions the database had seen when that was written."""

    def same_as(self, other: State) -> bool:
        """Whether both say the same, whichever run wrote it, and when."""
        mine, theirs = (
            state._replace(loader=NOBODY, renewed=0, content="", committed=None)
            for state in (self, other)
        )
        return mine == theirs

    @property
    def held(self) -> bool:
        """Whether a load that has not said otherwise has begun and not ended."""
        return self.state == LOADING and self.loader != NOBODY


def find(transaction: ManagedTransaction) -> State | None:
    """The state; None where the database holds no plan graph."""
    record = transaction.run(_FIND).single()
    if record is None:
        return None
    title = Text(*(record[language] or "" for language in ("nb", "nn", "en")))
    layout = record["format"]
    try:
        unread = _unpacked(record["unread"] or ())
    except (TypeError, ValueError):
        unread, layout = (), DAMAGED  # what is not known to be left out must not be answered over
    return State(
        record["name"] or "",
        title,
        record["state"],
        layout,
        record["loader"] or NOBODY,
        record["renewed"] or 0,
        unread,
        bool(record["deep"]),
        record["content"] or "",
        record["committed"],
    )


def require_complete(transaction: ManagedTransaction, place: str) -> State:
    """The state; raises `DatabaseError` where there is no whole plan graph that we can read."""
    state = find(transaction)
    if state is None:
        unmarked = transaction.run(_UNMARKED).single(strict=True)["unmarked"]
        said = refusals.MARK_IT_AGAIN if unmarked else refusals.LOAD_ONE
        raise DatabaseError.at(place, Said(said))
    if state.state != COMPLETE:
        raise DatabaseError.at(place, Said(refusals.UNFINISHED, name=state.name))
    require_format(state, place)
    return state


def require_format(state: State, place: str) -> None:
    """Raises `DatabaseError` where another version of graphtool laid it out otherwise."""
    if state.format != FORMAT:
        said = Said(refusals.OTHER_FORMAT, name=state.name, there=state.format, here=FORMAT)
        raise DatabaseError.at(place, said)


def lock(transaction: ManagedTransaction) -> None:
    """Holds other loads off until the transaction ends."""
    transaction.run(_CLAIM).consume()


def renew(transaction: ManagedTransaction) -> None:
    """A sign of life, and nothing else."""
    transaction.run(_RENEW).consume()


def write(transaction: ManagedTransaction, state: State) -> None:
    """Says what the database holds from now on."""
    values: dict[str, Any] = {**state._asdict(), **state.title._asdict()}
    del values["title"], values["renewed"]
    values["unread"] = [json.dumps(one, ensure_ascii=False) for one in state.unread]
    transaction.run(_WRITE, values).consume()


def stamp(transaction: ManagedTransaction, loader: str, content: str, committed: int) -> None:
    """Says what that loader has loaded, and what the database will have seen then."""
    values = {"loader": loader, "state": COMPLETE, "content": content, "committed": committed}
    transaction.run(_STAMP, values).consume()


def _unpacked(packed: Iterable[str]) -> tuple[Unread, ...]:
    rows = (json.loads(one) for one in packed)
    return tuple(Unread(what, file, tuple(names), number) for what, file, names, number in rows)


def require_unchanged(transaction: ManagedTransaction, before: State, place: str) -> None:
    """Raises `DatabaseError` where a load has begun or ended since then.

    What was read in between may be of both states: a transaction sees what others commit.
    """
    now = find(transaction)
    if now is None or (now.loader, now.state) != (before.loader, before.state):
        raise DatabaseError.at(place, Said(refusals.LOADED_ANEW, name=before.name))


def forget(transaction: ManagedTransaction, place: str) -> None:
    """Removes the state; raises `DatabaseError` where the database is not empty of a plan graph."""
    lock(transaction)
    if transaction.run(_FORGET).single() is None:
        raise DatabaseError.at(place, Said(refusals.STAYS))


class TakenOver(DatabaseError):
    """The database is another load's now."""


def require_own(transaction: ManagedTransaction, loader: str, place: str) -> None:
    """Locks the state until the transaction ends; raises `TakenOver` unless this run holds it."""
    if transaction.run(_OWN, {"loader": loader, "state": LOADING}).single() is None:
        raise TakenOver.at(place, Said(refusals.TAKEN_OVER))


def abandon(transaction: ManagedTransaction, loader: str, place: str) -> None:
    """Says that this run will not go on, so that the next need not wait to be sure of it.

    Raises `TakenOver` where it had lost hold of the database before.
    """
    require_own(transaction, loader, place)
    transaction.run(_ABANDON, {"nobody": NOBODY}).consume()
