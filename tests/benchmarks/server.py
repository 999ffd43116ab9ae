"""How long every query takes on a Neo4j server, beside memory: time, growth and equal rows.

Run as `python -m tests.benchmarks.server --nodes 100000 --heap 1g`, in the repository's folder. It
starts a server of its own (Java 17 and Maven) with that heap, or uses that of NEO4J_URI if it is
empty or holds the nation of an earlier run; loads a nation of a fifth of that size and then of the
whole (with `--once` only the whole), three assertions a node; and asks each query in both places,
with its notes, as the command line does. Rows and notes are compared. Prints a Markdown table; the
exit code is 1 where a query differs or does not answer.

All of it is an hour's work. In parts: `--once --home FOLDER --part 1/6` keeps what the server holds
in the folder and asks every sixth query, the first among them; the next part finds it loaded. Or
name the queries.

Memory's time is that of the query and its notes on a graph that is read and has been asked before
(periods are worked out); the server's that on a graph that is loaded and planned for: medians of
runs that take turns. Reading the graph, which the server saves, is in neither. Ratios are of the
processor's time, client and server together, where the server is this run's own, and beside them of
the clock's, which says more of a machine that does nothing else.
"""

from __future__ import annotations

import argparse
import gc
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))

from graphtool import PlanGraph, database, engine, queries
from graphtool.errors import GraphtoolError
from tests.benchmarks.nation import nation
from tests.neo4j import server

EDGES = 3
"""Assertions for each node."""
SMALLER = 5
"""How many times as large as the smaller nation the larger is."""
AT_MOST = 10
"""Times memory's time that a query may take on the server."""


class Cost(NamedTuple):
    """Seconds that something took."""

    clock: float
    work: float
    """Of processors, client and server together."""


class Measured(NamedTuple):
    """A query on one nation, in both places."""

    rows: int
    memory: Cost
    there: Cost


Work = Callable[[], float]
"""Seconds that processors have worked so far for what is measured."""


def cost(ask: Callable[[], object], work: Work) -> Cost:
    """What a call costs; throwing away what it returns is not counted."""
    gc.collect()
    clock, worked = time.perf_counter(), work()
    kept = ask()
    taken = Cost(time.perf_counter() - clock, work() - worked)
    del kept
    return taken


def median(costs: Sequence[Cost]) -> Cost:
    """Of each kind of seconds."""
    return Cost(*(statistics.median(column) for column in zip(*costs, strict=True)))


def about(name: str, graph: PlanGraph) -> dict[str, str]:
    """Whom a question is about that is about two; it says nothing of nobody."""
    if name != "paths":
        return {}
    homes = graph.nodes.loc[graph.nodes["kind"] == "Municipality", "id"]
    return {"from_": homes.iat[0], "to": homes.iat[-1]}


def measured(
    name: str, graph: PlanGraph, home: engine.Server, runs: int, work: Work
) -> Measured | str:
    """What it costs, or what is wrong with its answer."""
    asked = about(name, graph)
    try:
        here, there = (engine.run(name, source, **asked) for source in (graph, home))
    except GraphtoolError as error:
        return str(error)
    if not here.rows.equals(there.rows):
        return "other rows than in memory"
    if here.notes != there.notes:
        return "other notes than in memory"
    turns = [
        [cost(lambda source=source: engine.run(name, source, **asked), work) for source in both]
        for both in [(graph, home)] * runs
    ]
    memory, server_side = map(median, zip(*turns, strict=True))
    return Measured(len(here.rows), memory, server_side)


def all_of(
    address: str, nodes: int, names: list[str], runs: int, work: Work
) -> dict[str, Measured | str]:
    """Every query on a nation of so many nodes, which the server then holds."""
    graph = PlanGraph.from_tables(*nation(nodes, EDGES * nodes), name="nation")
    loaded = cost(lambda: database.load(graph, address), work)
    print(f"{nodes:>9,} nodes loaded: {loaded}", file=sys.stderr, flush=True)
    found = {}
    with engine.server(address) as home:
        for name in names:
            found[name] = measured(name, graph, home, runs, work)
            print(f"{nodes:>9,} {name:<24} {found[name]}", file=sys.stderr, flush=True)
    return found


def row(name: str, small: Measured | str | None, large: Measured | str) -> str:
    """A line of the table; without growth where the smaller nation was not measured."""
    if isinstance(small, str) or isinstance(large, str):
        return f"| `{name}` | {small if isinstance(small, str) else large} ||||||"
    ratio = large.there.work / large.memory.work
    growth = f"{large.there.work / small.there.work:.1f}" if small else ""
    return (
        f"| `{name}` | {large.rows} | {large.memory.work:.2f} | {large.there.work:.2f}"
        f" | {ratio:.1f}{'' if ratio <= AT_MOST else ' **more**'}"
        f" | {large.there.clock / large.memory.clock:.1f} | {growth} |"
    )


HEADS = (
    *("query", "rows", "memory, s", "server, s", "times memory's", "by the clock"),
    f"growth of {SMALLER} ×",
)


def measure(
    address: str, nodes: int, names: list[str], runs: int, *, once: bool, work: Work
) -> bool:
    """Whether every query answered, and as in memory."""
    small = {} if once else all_of(address, nodes // SMALLER, names, runs, work)
    large = all_of(address, nodes, names, runs, work)
    print(f"| {' | '.join(HEADS)} |", "| --- " * len(HEADS) + "|", sep="\n")
    for name in names:
        print(row(name, small.get(name), large[name]))
    return not any(isinstance(found, str) for found in (*small.values(), *large.values()))


def part(text: str) -> slice:
    """Which of the queries `2/6` is: every sixth from the second on."""
    number, of = map(int, text.split("/"))
    if not 0 < number <= of:
        raise ValueError(text)
    return slice(number - 1, None, of)


def password(folder: Path) -> str:
    """That of the server which has its data there; empty before the first has been started."""
    kept = folder / "password"
    return kept.read_text(encoding="utf-8") if kept.exists() else ""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--nodes", type=int, default=100_000, help="of the larger nation")
    parser.add_argument("--heap", default="1g", help="memory of the server, as -Xmx takes it")
    parser.add_argument("--runs", type=int, default=3, help="of which the median is taken")
    parser.add_argument("--once", action="store_true", help="measure the larger nation alone")
    parser.add_argument("--home", type=Path, help="keep there what the server holds")
    parser.add_argument("--part", type=part, default=slice(None), help="as 2/6: every sixth query")
    parser.add_argument("names", nargs="*", default=list(queries.QUERIES), metavar="QUERY")
    chosen = parser.parse_args()
    asked = (chosen.nodes, chosen.names[chosen.part], chosen.runs)
    if address := os.environ.get("NEO4J_URI"):
        done = measure(address, *asked, once=chosen.once, work=time.process_time)
        return 0 if done else 1
    if reason := server.missing():
        print(f"no Neo4j to measure: NEO4J_URI is not set, and {reason}")
        return 0
    with nullcontext(chosen.home) if chosen.home else tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        known = password(place)
        own = server.start(place, run=os.getpid(), heap=chosen.heap, password=known)
        (place / "password").write_text(own.password, encoding="utf-8")
        try:
            os.environ.update(NEO4J_USER="neo4j", NEO4J_PASSWORD=own.password)

            def both() -> float:
                return time.process_time() + own.worked()

            return 0 if measure(own.address, *asked, once=chosen.once, work=both) else 1
        finally:
            own.stop()


if __name__ == "__main__":
    sys.exit(main())
