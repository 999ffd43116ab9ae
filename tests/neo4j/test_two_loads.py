"""Two loads into one database, and questions beside a load: one state or the other, never a mix."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graphtool import database, engine, formats
from graphtool.database import constraining
from graphtool.database.address import DatabaseError
from graphtool.graph import PlanGraph
from tests.neo4j.conftest import Home

GOALS = 1_000

# A load in many transactions, as of a graph that is too large for one.
LOAD = """
import sys
from graphtool import database, formats
from graphtool.errors import GraphtoolError
folder, address, quiet = sys.argv[1:]
graph = formats.read(folder).graph
print("read", flush=True)
sys.stdin.readline()
try:
    database.load(graph, address, one_transaction=0, batch=100, quiet=float(quiet))
except GraphtoolError as error:
    sys.exit(str(error))
"""


def state(owner: str, goals: int = GOALS) -> PlanGraph:
    """Goals that are all owned by one municipality, and part of the first of them."""
    return PlanGraph.from_tables(
        [
            {"id": owner, "kind": "Municipality", "name": owner},
            *({"id": f"g{at}", "kind": "Goal", "name": f"Mål {at}"} for at in range(goals)),
        ],
        [
            *({"source": owner, "relation": "OWNS", "target": f"g{at}"} for at in range(goals)),
            *(
                {"source": f"g{at}", "relation": "PART_OF", "target": "g0"}
                for at in range(1, goals)
            ),
        ],
        name="agder",
    )


STATES = {name: state(name) for name in ("Vennesla", "Iveland")}
SMALL = {name: state(name, goals=50) for name in STATES}


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("states")
    for name, graph in STATES.items():
        (folder / name).mkdir()
        formats.write(graph, folder / name / "agder")
    return {name: folder / name / "agder" for name in STATES}


class Load:
    """A load in a process of its own, which has read its source and waits for the word."""

    def __init__(self, folder: Path, address: str, quiet: float = 2) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", LOAD, str(folder), address, str(quiet)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        assert self.process.stdout.readline() == "read\n"

    def go(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write("\n")
        self.process.stdin.flush()

    def kill(self) -> None:
        """Gone at once, without a word."""
        self.process.kill()
        self.process.communicate()

    def said(self) -> str:
        """What it said at its end; nothing where it was done."""
        return self.process.communicate(timeout=120)[1].strip()


@pytest.mark.replans
@pytest.mark.combined
@pytest.mark.parametrize("apart", [0.0, 0.3, 1.0, 3.0])
def test_of_two_loads_at_once_one_is_whole(
    home: Home, folders: dict[str, Path], apart: float
) -> None:
    """The later stops in one line while the earlier lives, or waits its turn.

    Also where both find a database without constraints, and make them.
    """
    if not apart:
        with database.connect(home.address) as base:
            constraining.release(base)
    loads = [Load(folders[name], home.address) for name in STATES]
    loads[0].go()
    time.sleep(apart)
    loads[1].go()
    said = dict(zip(STATES, (load.said() for load in loads), strict=True))

    done = [name for name, error in said.items() if not error]
    assert done, said
    assert all(
        "another load of 'agder' is under way" in error for error in said.values() if error
    ), said
    assert database.read(home.address) in [STATES[name] for name in done]


def test_what_a_killed_load_left_is_taken_over(home: Home, folders: dict[str, Path]) -> None:
    dying, next_one = (Load(folders[name], home.address) for name in STATES)
    dying.go()
    wait_until_loading(home)
    dying.kill()
    next_one.go()
    assert next_one.said() == ""
    assert database.read(home.address) == STATES["Iveland"]


def test_a_load_that_was_asleep_notices_that_it_was_taken_over(
    home: Home, folders: dict[str, Path]
) -> None:
    # The server grants a batch twelve times as long; nobody else is there to be taken for dead.
    sleeper, other = (Load(folders[name], home.address, quiet=0.5) for name in STATES)
    sleeper.go()
    wait_until_loading(home)
    sleeper.process.send_signal(signal.SIGSTOP)
    other.go()
    assert other.said() == ""
    sleeper.process.send_signal(signal.SIGCONT)
    assert "another load has taken over there" in sleeper.said()
    assert database.read(home.address) == STATES["Iveland"]


def test_a_load_that_ended_early_is_taken_over_at_once(home: Home) -> None:
    def interrupt(done: int, _total: int) -> None:
        if done > 20:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        database.load(
            SMALL["Vennesla"], home.address, one_transaction=0, batch=10, progress=interrupt
        )
    started = time.monotonic()
    small = PlanGraph.from_tables([{"id": "g", "kind": "Goal", "name": "Mål"}], name="agder")
    assert database.load(small, home.address, quiet=3600).resumed
    assert time.monotonic() - started < 60
    assert database.read(home.address) == small


def test_a_load_is_complete_only_with_all_its_rows(home: Home) -> None:
    """Somebody else deletes a goal behind its back, after it was written."""
    graph = SMALL["Vennesla"]

    def meddle(done: int, total: int) -> None:
        if done == total:
            home.cypher("MATCH (g:PlanNode {id: 'g7'}) DETACH DELETE g")

    with pytest.raises(DatabaseError, match=r"holds 50 nodes .* the graph has 51"):
        database.load(graph, home.address, one_transaction=0, batch=20, progress=meddle)
    with pytest.raises(DatabaseError, match="was not finished"):
        database.read(home.address)
    database.load(graph, home.address)
    assert database.read(home.address) == graph


def test_a_question_beside_a_load_is_answered_from_one_state(
    home: Home, folders: dict[str, Path]
) -> None:
    """Or it says that a load is under way."""
    database.load(STATES["Vennesla"], home.address)
    load = Load(folders["Iveland"], home.address)
    load.go()
    answers: set[str] = set()
    while load.process.poll() is None:
        try:
            with engine.server(home.address) as server:
                owners = engine.run("owners", server).rows["party"]
        except DatabaseError as error:
            answers.add(str(error).partition(": ")[2][:30])
        else:
            assert owners.nunique() == 1, "owners of both states in one answer"
            assert len(owners) == GOALS
    assert load.said() == ""
    assert any("is under way" in answer or "was loaded anew" in answer for answer in answers)


def test_an_answer_is_of_the_state_that_was_opened(home: Home) -> None:
    """A second question, after another load, is not answered from the new state."""
    database.load(SMALL["Vennesla"], home.address)
    with engine.server(home.address) as server:
        assert engine.run("owners", server).rows["party"].unique().tolist() == ["Vennesla"]
        database.load(SMALL["Iveland"], home.address)
        with pytest.raises(DatabaseError, match="'agder' was loaded anew"):
            engine.run("owners", server)


def wait_until_loading(home: Home) -> None:
    for _ in range(600):
        if home.cypher("MATCH (g:PlanGraph {state: 'loading'}) RETURN g.loader AS loader"):
            return
        time.sleep(0.05)
    pytest.fail("the load did not begin")
