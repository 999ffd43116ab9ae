"""One Neo4j for the whole test run, whatever the number of workers, empty for every test."""

from __future__ import annotations

import json
import os
import shutil
import signal
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import pytest

NEEDED = ("neo4j", "fcntl")
MISSING = [name for name in NEEDED if find_spec(name) is None]
if MISSING and not os.environ.get("CI"):  # in CI the imports of the tests say what is missing
    collect_ignore_glob = ["test_*.py"]
else:
    import neo4j

    from tests.locks import locked
    from tests.neo4j import server as neo4j_server


PATIENCE = 900
"""Seconds that the worker that started the server waits for the others to be done with it."""


PLANNED_ONCE = """dbms.cypher.min_replan_interval=1h
internal.cypher.use_parameter_size=false"""
"""Graphs of every size come and go; what is planned for one serves the next."""


class Home(NamedTuple):
    """A running server, and what to ask it behind graphtool's back."""

    address: str
    user: str
    password: str
    guardian: int = 0
    """The process that ends it; 0 where others run it."""

    @property
    def driver(self) -> neo4j.Driver:
        """Neo4j's own, with its own settings; open until the tests end."""
        if self not in OPEN:
            auth = (self.user, self.password)
            OPEN[self] = neo4j.GraphDatabase.driver(self.address, auth=auth)
        return OPEN[self]

    def cypher(
        self, text: str, database: str | None = None, **parameters: Any
    ) -> list[dict[str, Any]]:
        """The rows of any statement."""
        found = self.driver.execute_query(text, parameters_=parameters, database_=database)
        return [record.data() for record in found.records]

    def all_of(self, texts: Iterable[str]) -> None:
        """Runs several statements in one transaction."""
        with self.driver.session() as session, session.begin_transaction() as transaction:
            for text in texts:
                transaction.run(text).consume()

    def plan(self, text: str) -> list[str]:
        """What the steps of a statement's plan say that they do."""

        def details(step: dict[str, Any]) -> Iterator[str]:
            yield str(step["args"].get("Details", ""))
            for child in step.get("children", ()):
                yield from details(child)

        return list(details(self.driver.execute_query(f"EXPLAIN {text}").summary.plan))

    def nodes(self) -> int:
        """How many nodes there are, ours and others'."""
        count: int = self.cypher("MATCH (n) RETURN count(n) AS n")[0]["n"]
        return count


OPEN: dict[Home, neo4j.Driver] = {}
"""The drivers by which the tests have asked behind graphtool's back: to connect costs as much as to
ask."""


@pytest.fixture(scope="session", autouse=True)
def _closed() -> Iterator[None]:
    """Every driver, when all tests are done."""
    yield
    while OPEN:
        OPEN.popitem()[1].close()


@pytest.hookimpl(tryfirst=True)  # before the groups are read
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """With `--dist loadgroup`, all of these tests go to one worker; otherwise they take turns.

    They come first: what one worker has to do alone must not be left to the end. Of these, those
    come last that change a constraint or an index: by that the server forgets all plans that it
    has made, and to make them costs it more than all of its other work.
    """
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("neo4j"))
    items.sort(
        key=lambda item: (
            here not in item.path.parents,
            item.get_closest_marker("replans") is not None,
        )
    )


def unavailable(reason: str) -> None:
    """Skips, but never in CI, where the proof must run."""
    if os.environ.get("CI", "").lower() in ("1", "true"):
        pytest.fail(reason)
    pytest.skip(f"no Neo4j: NEO4J_URI is not set, and {reason}")


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of this run have in common."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def start() -> Callable[..., neo4j_server.Server]:
    """Starts a server that ends with the test run at the latest."""

    def started(home: Path, **wanted: str) -> neo4j_server.Server:
        # A worker's parent is the run itself, which outlives the worker.
        run = os.getppid() if "PYTEST_XDIST_WORKER" in os.environ else os.getpid()
        if reason := neo4j_server.missing():
            unavailable(reason)
        try:
            return neo4j_server.start(home, run=run, options=neo4j_server.SHORT_LIVED, **wanted)
        except neo4j_server.Unavailable as error:
            unavailable(str(error))
            raise

    return started


@pytest.fixture(scope="session")
def running(shared: Path, start: Callable[..., neo4j_server.Server]) -> Iterator[Home]:
    """The server of this run: that of `NEO4J_URI`, or one of its own that the first test starts."""
    if address := os.environ.get("NEO4J_URI"):
        user = os.environ.get("NEO4J_USER", "neo4j")
        found = Home(address, user, os.environ.get("NEO4J_PASSWORD", ""))
        if "PYTEST_XDIST_WORKER" not in os.environ and found.nodes():
            pytest.fail(f"{address} holds data already, and these tests want an empty database")
        yield found
        return
    users, note = shared / "neo4j-users", shared / "neo4j.json"
    me = users / str(os.getpid())
    started = None
    with locked(shared / "neo4j.lock"):
        users.mkdir(exist_ok=True)
        if not note.exists():
            started = start(shared / "neo4j", settings=PLANNED_ONCE)
            note.write_text(
                json.dumps([started.address, "neo4j", started.password, started.process.pid])
            )
        me.touch()
        address, user, password, guardian = json.loads(note.read_text())
    yield Home(address, user, password, guardian)
    with locked(shared / "neo4j.lock"):
        me.unlink()
        if not any(users.iterdir()):  # the last one to leave puts out the light
            os.kill(guardian, signal.SIGTERM)
            note.unlink()
    if started is not None:  # who lit it stays until it is out, whoever that is
        started.process.wait(timeout=PATIENCE)
        shutil.rmtree(shared / "neo4j", ignore_errors=True)


@pytest.fixture
def turn(running: Home, shared: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Home]:
    """The server as it was left, its credentials in the environment, for this test alone."""
    with locked(shared / "neo4j-turn.lock"):
        for name in ("NEO4J_USER", "NEO4J_PASSWORD", "NEO4J_DATABASE", "NEO4J_URI"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("NEO4J_USER", running.user)
        monkeypatch.setenv("NEO4J_PASSWORD", running.password)
        yield running


@pytest.fixture
def home(turn: Home) -> Iterator[Home]:
    """The server with nothing in it, for this test alone."""
    turn.cypher("MATCH (n) DETACH DELETE n")
    yield turn
    turn.cypher("MATCH (n) DETACH DELETE n")
