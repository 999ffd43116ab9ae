"""A server that stands still or dies in the middle, and one that takes no writes."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from graphtool import database, engine, formats
from graphtool.cli import group
from graphtool.database import trying
from graphtool.database.address import DatabaseError
from graphtool.graph import PlanGraph
from tests.neo4j.conftest import Home
from tests.neo4j.server import Server, guarded

GRAPH = PlanGraph.from_tables(
    [
        {"id": "v", "kind": "Municipality", "name": "Vennesla"},
        *({"id": f"g{at}", "kind": "Goal", "name": f"Mål {at}"} for at in range(60)),
    ],
    [{"source": "v", "relation": "OWNS", "target": f"g{at}", "line": at + 1} for at in range(60)],
    name="agder",
)


@pytest.fixture(scope="module")
def mortal(
    tmp_path_factory: pytest.TempPathFactory, start: Callable[..., Server]
) -> Iterator[Callable[..., Server]]:
    """A server of these tests' own, started again in the same home where it has ended."""
    home = tmp_path_factory.mktemp("mortal") / "neo4j"
    running: list[Server] = []
    environment = pytest.MonkeyPatch()

    def started(settings: str = "") -> Server:
        if not running or running[-1].process.poll() is not None:
            password = running[0].password if running else ""
            running.append(start(home, password=password, settings=settings))
            environment.setenv("NEO4J_USER", "neo4j")
            environment.setenv("NEO4J_PASSWORD", running[-1].password)
        return running[-1]

    yield started
    environment.undo()
    if running:
        running[-1].kill()


@contextmanager
def paused(home: Home) -> Iterator[None]:
    """The server stands still: its machine takes connections, nobody answers them."""
    java = guarded(home.guardian)
    os.kill(java, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(java, signal.SIGCONT)


PAUSED = r"the server has not answered for 4 s \(NEO4J_WAIT\): it is paused, or cut off"


def test_a_server_that_is_paused_is_not_waited_for_without_end(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the middle of a load, and of a question; afterwards both can be asked for again."""
    if not home.guardian:
        pytest.skip("the server of NEO4J_URI is not ours to pause")
    monkeypatch.setenv("NEO4J_WAIT", "4")
    database.load(GRAPH, home.address)
    with engine.server(home.address) as asked, paused(home):
        begun = time.monotonic()
        with pytest.raises(DatabaseError, match=PAUSED) as told:
            asked.ask("owners")
        assert time.monotonic() - begun < 12  # nor is a wait that was ended begun again
        assert "\n" not in str(told.value)

    pauses = ExitStack()

    def pause(done: int, total: int) -> None:
        if done >= total // 2:
            pauses.enter_context(paused(home))

    with pauses, pytest.raises(DatabaseError, match=PAUSED):
        database.load(other(), home.address, one_transaction=10, batch=10, progress=pause)
    assert database.load(other(), home.address, quiet=1).resumed
    assert database.read(home.address) == other()


@pytest.mark.rare  # a server of its own is started three times
def test_a_load_that_died_is_reported_and_completed(
    mortal: Callable[..., Server], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(trying, "SECONDS", 1)  # it is tried again, though not for long
    server = mortal()

    def kill(done: int, total: int) -> None:
        if done >= total // 2:
            server.kill()

    with pytest.raises(DatabaseError, match=r"gone, or cannot be reached|nothing answers there"):
        database.load(GRAPH, server.address, one_transaction=20, batch=10, progress=kill)

    server = mortal()
    half = Home(server.address, "neo4j", server.password).cypher(
        "MATCH (n:PlanNode) RETURN count(n) AS n"
    )
    assert 0 < half[0]["n"] <= 61
    unfinished = "a load of 'agder' is under way, or was not finished"
    with pytest.raises(DatabaseError, match=unfinished):
        database.read(server.address)
    with database.connect(server.address) as base, pytest.raises(DatabaseError, match=unfinished):
        base.execute("MATCH (g:PlanNode:Goal) RETURN count(g) AS goals")

    summary = database.load(GRAPH, server.address, one_transaction=20, batch=10, quiet=3)
    assert summary.resumed
    assert 0 < summary.rows < 121
    assert database.read(server.address) == GRAPH

    server.stop()  # a server that died just after a load builds its indexes anew, so it must write
    server = mortal("server.databases.default_to_read_only=true")
    assert database.read(server.address) == GRAPH
    commanded(server.address, tmp_path)
    refused(server.address)
    assert database.read(server.address) == GRAPH


def commanded(address: str, folder: Path) -> None:
    """Every command that reads a source says of such a server what it says of a file."""
    file, own = folder / "agder.json", folder / "own.cypher"
    formats.write(GRAPH, file)
    own.write_text("MATCH (g:Goal) RETURN count(g) AS goals", encoding="utf-8")
    assert outcome("query", own, address, "--format", "csv") == (0, "goals\n60\n")
    for words in (("query", "owners"), ("query", "participations"), ("check",)):
        here, there = (outcome(*words, source) for source in (file, address))
        assert here == there
    assert outcome("export", address, folder / "there.json")[0] == 0
    assert (folder / "there.json").read_bytes() == file.read_bytes()
    assert outcome("report", address, "-o", folder / "report")[0] == 0
    assert {"map.html", "slides.pptx"} <= {made.name for made in (folder / "report").iterdir()}


def outcome(*words: object) -> tuple[int, str]:
    """Exit code and what is printed, of a command."""
    result = CliRunner().invoke(group, [*map(str, words)])
    return result.exit_code, result.stdout


def refused(address: str) -> None:
    """Who would write is told in one line; what would be written is told all the same."""
    less = PlanGraph.from_tables(
        [{"id": "v", "kind": "Municipality", "name": "Vennesla"}], name="agder"
    )
    assert database.load(less, address, dry_run=True).nodes.removed == 60
    assert database.unload(address, dry_run=True).nodes.removed == 61
    assert not database.load(GRAPH, address).rows  # it is there: nothing is written
    for write in (partial(database.load, less), database.unload):
        with pytest.raises(DatabaseError, match=r"only questions; nothing was changed$") as told:
            write(address)
        assert "\n" not in str(told.value)


def other() -> PlanGraph:
    """Another state of the same dataset."""
    return PlanGraph.from_tables(
        [{"id": f"m{at}", "kind": "Measure", "name": f"Tiltak {at}"} for at in range(60)],
        [],
        name="agder",
    )
