"""An open database: statements go in, rows come out, every failure is one line."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

import graphtool
from graphtool.database import bookmark, faults, packing, state
from graphtool.database.address import WAIT, DatabaseError, access, checked, repeated
from graphtool.database.state import State
from graphtool.database.trying import tried
from graphtool.database.watching import Answers, watched
from graphtool.language import Said, Text

if TYPE_CHECKING:
    from neo4j import Driver, ManagedTransaction, Result

Taken = TypeVar("Taken")
_NEEDS_DRIVER = Text(
    "Neo4j må ha driveren sin: pip install 'graphtool-regional[neo4j]'",
    "Neo4j må ha drivaren sin: pip install 'graphtool-regional[neo4j]'",
    "Neo4j needs its driver: pip install 'graphtool-regional[neo4j]'",
)
_SYSTEM = Text(
    "databasen system har ingen grafer; oppgi en annen",
    "databasen system har ingen grafar; oppgi ein annan",
    "the database system holds no graphs; name another",
)

_SETTINGS: dict[str, Any] = {
    "connection_timeout": 5,
    "connection_acquisition_timeout": 10,  # bounds the handshake with what is no Neo4j at all
    "telemetry_disabled": True,
    # An empty database knows none of our labels, and says so of each, on stderr.
    "notifications_disabled_classifications": ["UNRECOGNIZED"],
}


class Database(NamedTuple):
    """A plan graph's second home, open; made by `connect`."""

    driver: Driver
    address: str
    name: str
    """Which of the server's databases."""
    answers: Answers
    """Whether the server does, asked anew."""
    wait: float = WAIT
    """Seconds without an answer after which it is given up."""

    def execute(
        self, text: str, parameters: Mapping[str, Any] | None = None, *, loaded: State | None = None
    ) -> list[dict[str, Any]]:
        """The rows that a query of ours returns, in its order; an empty list for none.

        Runs read-only, tried again where a failure may pass. Raises `DatabaseError` where the
        database holds no plan graph, or only half of one, or where a load has come in between:
        since the state `loaded`, if that is given, else while the query ran.
        """

        def rows(found: Result) -> list[dict[str, Any]]:
            names = found.keys()
            # Not the driver's own `data()`, which looks for nodes and paths inside every value.
            return [dict(zip(names, record.values(), strict=True)) for record in found]

        return self._asked(text, parameters, loaded, rows)

    def columns(
        self,
        names: Sequence[str],
        text: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        loaded: State | None = None,
    ) -> dict[str, list[str]]:
        """As `execute`, the texts of each column, where a query returns lists of many rows.

        A row is one text, of a value for each of these names (`packing.packed`); what is not there
        is empty. Every value that comes alone costs the driver ten times what its letters do.
        """

        def taken(found: Result) -> dict[str, list[str]]:
            rows = [row for record in found for row in record[0]]
            try:
                return packing.unpacked(names, rows)
            except ValueError:
                raise DatabaseError.at(self.place, Said(packing.ODD)) from None

        return self._asked(text, parameters, loaded, taken)

    def _asked(
        self,
        text: str,
        parameters: Mapping[str, Any] | None,
        loaded: State | None,
        take: Callable[[Result], Taken],
    ) -> Taken:
        def work(transaction: ManagedTransaction) -> Taken:
            before = loaded or state.require_complete(transaction, self.place)
            found = take(run(transaction, text, parameters))
            state.require_unchanged(transaction, before, self.place)
            return found

        return self.read(work)

    def read(self, work: Callable[[ManagedTransaction], Taken]) -> Taken:
        """What `work` returns, in one transaction that may not write; tried again if need be."""
        return self._tried(work, question=True)[0]

    def write(
        self, work: Callable[[ManagedTransaction], Taken], *, seconds: float | None = None
    ) -> Taken:
        """What `work` returns, in one transaction: all of it is written or nothing.

        The server ends it after so many seconds, also where this process has fallen asleep.
        """
        return self.counted(work, seconds=seconds)[0]

    def counted(
        self,
        work: Callable[[ManagedTransaction], Taken],
        *,
        question: bool = False,
        seconds: float | None = None,
    ) -> tuple[Taken, int]:
        """As `write`, or `read`, and how many transactions the database has seen (`bookmark`)."""
        return self._tried(work, question=question, seconds=seconds)

    def write_once(self, work: Callable[[ManagedTransaction], None]) -> None:
        """As `write`, not tried again: for what does not matter where the server is gone."""
        self._tried(work, question=False, again=False)

    def _tried(
        self,
        work: Callable[[ManagedTransaction], Taken],
        *,
        question: bool,
        seconds: float | None = None,
        again: bool = True,
    ) -> tuple[Taken, int]:
        """What `work` returns, and the count; every failure is one line, every wait has an end."""
        mode = "READ" if question else "WRITE"

        def once() -> tuple[Taken, int]:
            with self.driver.session(
                database=self.name, fetch_size=10_000, default_access_mode=mode
            ) as session:
                with session.begin_transaction(timeout=seconds) as transaction:
                    # A managed transaction is one that its work cannot end; ours does not.
                    taken = work(cast("ManagedTransaction", transaction))
                    transaction.commit()
                return taken, bookmark.count(session.last_bookmarks().raw_values)

        watch = watched(self.driver, self.answers, wait=self.wait, place=self.place)
        with faults.told(self.address, self.name, question=question), watch as silent:
            return tried(once, given_up=lambda: silent.is_set() or not again)

    @property
    def place(self) -> Said:
        """Where it is, for a message."""
        return faults.at(self.address, self.name)


@contextmanager
def connect(address: str, database: str | None = None) -> Iterator[Database]:
    """The database at a `neo4j://` or `bolt://` address, open for the block.

    Credentials come from the environment (see `address.access`); so does the database's name
    where none is given, else it is the user's home. Raises `DatabaseError` where it cannot be
    opened, and where neo4j is not installed.
    """
    place = repeated(checked(address))
    try:
        import neo4j
    except ModuleNotFoundError:
        raise DatabaseError.at(place, Said(_NEEDS_DRIVER)) from None
    # What the driver logs on its way it also raises, and we say it once.
    logging.getLogger("neo4j").addHandler(logging.NullHandler())
    wanted = access(database)
    if wanted.database == "system":
        raise DatabaseError.at(place, Said(_SYSTEM))
    auth = (wanted.user, wanted.password) if wanted.password else None
    agent = f"graphtool/{graphtool.__version__}"

    def opened(**settings: Any) -> Driver:
        settings = {**_SETTINGS, **settings}
        return neo4j.GraphDatabase.driver(address, auth=auth, user_agent=agent, **settings)

    def answers(seconds: float) -> bool:
        limits = ("connection_timeout", "connection_acquisition_timeout")
        try:
            with opened(**dict.fromkeys(limits, seconds)) as another:
                another.verify_connectivity()
        except neo4j.exceptions.DriverError as error:
            return faults.is_refused(error)  # who waits for a server that is gone is told so
        except neo4j.exceptions.Neo4jError:
            pass  # whatever it says, it answers
        return True

    with faults.told(place, wanted.database):
        driver = opened()
    with driver:
        with (
            faults.told(place, wanted.database),
            watched(driver, answers, wait=wanted.wait, place=place),
        ):
            # Without retries: a server that is down is told at once.
            driver.verify_connectivity()
            found = driver.execute_query(
                "CALL db.info() YIELD name", database_=wanted.database or None, routing_="r"
            )
        yield Database(driver, place, found.records[0]["name"], answers, wanted.wait)


def run(
    transaction: ManagedTransaction, text: str, parameters: Mapping[str, Any] | None = None
) -> Any:
    """The driver's result of one statement; its text is ours, never made of data."""
    try:
        return transaction.run(text, dict(parameters or {}))
    except (OverflowError, ValueError) as error:
        raise faults.Unholdable(str(error)) from error
