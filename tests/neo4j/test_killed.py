"""A server that dies in the middle, one that takes no writes, and what is left afterwards."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from graphtool import database, engine
from graphtool.database import trying
from graphtool.database.address import DatabaseError
from graphtool.graph import PlanGraph
from tests.neo4j.conftest import Home
from tests.neo4j.server import Server

GRAPH = PlanGraph.from_tables(
    [{"id": "v", "kind": "Municipality", "name": "Vennesla"},
     *({"id": f"g{at}", "kind": "Goal", "name": f"Mål {at}"} for at in range(300))],
    [{"source": "v", "relation": "OWNS", "target": f"g{at}", "line": at + 1} for at in range(300)],
    name="agder",
)  # fmt: skip


@pytest.fixture
def mortal(
    tmp_path: Path, start: Callable[..., Server], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Server]:
    """Starts a server of this test's own, again and again in the same home."""
    running: list[Server] = []

    def started(settings: str = "") -> Server:
        server = start(
            tmp_path / "neo4j", password=running[0].password if running else "", settings=settings
        )
        running.append(server)
        monkeypatch.setenv("NEO4J_USER", "neo4j")
        monkeypatch.setenv("NEO4J_PASSWORD", server.password)
        return server

    return started


def test_a_load_that_died_is_reported_and_completed(
    mortal: Callable[..., Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trying, "SECONDS", 1)  # it is tried again, though not for long
    server = mortal()

    def kill(done: int, total: int) -> None:
        if done >= total // 2:
            server.kill()

    with pytest.raises(DatabaseError, match=r"gone, or cannot be reached|nothing answers there"):
        database.load(GRAPH, server.address, one_transaction=100, batch=50, progress=kill)

    server = mortal()
    half = Home(server.address, "neo4j", server.password).cypher(
        "MATCH (n:PlanNode) RETURN count(n) AS n"
    )
    assert 0 < half[0]["n"] <= 301
    unfinished = "a load of 'agder' is under way, or was not finished"
    with pytest.raises(DatabaseError, match=unfinished):
        database.read(server.address)
    with database.connect(server.address) as base, pytest.raises(DatabaseError, match=unfinished):
        base.execute("MATCH (g:PlanNode:Goal) RETURN count(g) AS goals")

    summary = database.load(GRAPH, server.address, one_transaction=100, batch=50, quiet=3)
    assert summary.resumed
    assert 0 < summary.rows < 601
    assert database.read(server.address) == GRAPH

    # And in one transaction: a server that dies keeps what it had before, whole.
    def kill_at_once(_done: int, _total: int) -> None:
        server.kill()

    other = PlanGraph.from_tables([{"id": "ny", "kind": "Goal", "name": "Nytt mål"}], name="agder")
    with pytest.raises(DatabaseError, match=r"gone, or cannot be reached|nothing answers there"):
        database.load(other, server.address, batch=50, progress=kill_at_once)
    server = mortal()
    assert database.read(server.address) == GRAPH
    server.stop()  # a server that died just after a load builds its indexes anew, so it must write
    server = mortal("server.databases.default_to_read_only=true")
    assert database.read(server.address) == GRAPH
    read_only(server)
    server.kill()


def read_only(server: Server) -> None:
    """Questions are answered, a dry run too; a load is refused in one line."""
    less = PlanGraph.from_tables(
        [{"id": "v", "kind": "Municipality", "name": "Vennesla"}], name="agder"
    )
    assert database.load(less, server.address, dry_run=True).nodes.removed == 300
    with pytest.raises(DatabaseError, match="takes no writes, only questions; nothing was changed"):
        database.load(less, server.address)
    assert database.read(server.address) == GRAPH


@contextmanager
def paused(server: Server) -> Iterator[None]:
    """The server stands still: its machine takes connections, nobody answers them."""
    children = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children")
    java = int(children.read_text().split()[0])
    os.kill(java, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(java, signal.SIGCONT)


PAUSED = r"the server has not answered for 4 s \(NEO4J_WAIT\): it is paused, or cut off"


def test_a_server_that_is_paused_is_not_waited_for_without_end(
    mortal: Callable[..., Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the middle of a load, and of a question; afterwards both can be asked for again."""
    monkeypatch.setenv("NEO4J_WAIT", "4")
    server = mortal()
    database.load(GRAPH, server.address)
    with engine.server(server.address) as asked, paused(server):
        begun = time.monotonic()
        with pytest.raises(DatabaseError, match=PAUSED) as told:
            asked.ask("owners")
        assert time.monotonic() - begun < 12  # nor is a wait that was ended begun again
        assert "\n" not in str(told.value)

    pauses = ExitStack()

    def pause(done: int, total: int) -> None:
        if done >= total // 2:
            pauses.enter_context(paused(server))

    with pauses, pytest.raises(DatabaseError, match=PAUSED):
        database.load(other(), server.address, one_transaction=10, batch=50, progress=pause)
    assert database.load(other(), server.address, quiet=1).resumed
    assert database.read(server.address) == other()
    server.kill()


def other() -> PlanGraph:
    """Another state of the same dataset."""
    return PlanGraph.from_tables(
        [{"id": f"m{at}", "kind": "Measure", "name": f"Tiltak {at}"} for at in range(300)],
        [],
        name="agder",
    )
