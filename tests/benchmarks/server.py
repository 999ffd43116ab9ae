"""How long every query takes on a Neo4j server, beside memory: time, growth and equal rows.

Run as `python -m tests.benchmarks.server --nodes 100000 --heap 1g`, in the repository's folder. It
starts a server of its own (Java 17 and Maven) with that heap, or uses that of NEO4J_URI if it is
empty or holds the nation of an earlier run; loads a nation of a fifth of that size and then of the
whole (with `--once` only the whole, which stays loaded for the next run), three assertions a node;
and asks each query in both places, with its notes, as the command line does. Rows and notes are
compared. Prints a Markdown table; the exit code is 1 where a query differs or does not answer.

Memory's time is that of the query and its notes on a graph that is read and has been asked before
(periods are worked out); the server's that on a graph that is loaded and planned for: medians of
runs that take turns. Reading the graph, which the server saves, is in neither.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))

from graphtool import PlanGraph, database, engine, queries
from graphtool.errors import GraphtoolError
from tests.benchmarks.measure import call, medians
from tests.benchmarks.nation import nation
from tests.neo4j import server

EDGES = 3
"""Assertions for each node."""
SMALLER = 5
"""How many times as large as the smaller nation the larger is."""
AT_MOST = 10
"""Times memory's time that a query may take on the server."""


class Measured(NamedTuple):
    """A query on one nation, in both places."""

    rows: int
    memory: float
    """Seconds."""
    there: float


def about(name: str, graph: PlanGraph) -> dict[str, str]:
    """Whom a question is about that is about two; it says nothing of nobody."""
    if name != "paths":
        return {}
    homes = graph.nodes.loc[graph.nodes["kind"] == "Municipality", "id"]
    return {"from_": homes.iat[0], "to": homes.iat[-1]}


def measured(name: str, graph: PlanGraph, home: engine.Server, runs: int) -> Measured | str:
    """How long it takes, or what is wrong with its answer."""
    asked = about(name, graph)
    try:
        here, there = (engine.run(name, source, **asked) for source in (graph, home))
    except GraphtoolError as error:
        return str(error)
    if here.records() != there.records():
        return "other rows than in memory"
    if here.notes != there.notes:
        return "other notes than in memory"
    memory, server_side = medians(
        call(lambda: engine.run(name, graph, **asked)),
        call(lambda: engine.run(name, home, **asked)),
        runs=runs,
    )
    return Measured(len(here.rows), memory, server_side)


def all_of(address: str, nodes: int, names: list[str], runs: int) -> dict[str, Measured | str]:
    """Every query on a nation of so many nodes, which the server then holds."""
    graph = PlanGraph.from_tables(*nation(nodes, EDGES * nodes), name="nation")
    database.load(graph, address)
    found = {}
    with engine.server(address) as home:
        for name in names:
            found[name] = measured(name, graph, home, runs)
            print(f"{nodes:>9,} {name:<24} {found[name]}", file=sys.stderr, flush=True)
    return found


def row(name: str, small: Measured | str | None, large: Measured | str) -> str:
    """A line of the table; without growth where the smaller nation was not measured."""
    if isinstance(small, str) or isinstance(large, str):
        return f"| `{name}` | {small if isinstance(small, str) else large} |||||"
    ratio = large.there / large.memory
    growth = f"{large.there / small.there:.1f}" if small else ""
    return (
        f"| `{name}` | {large.rows} | {large.memory:.2f} | {large.there:.2f}"
        f" | {ratio:.1f}{'' if ratio <= AT_MOST else ' **more**'} | {growth} |"
    )


HEADS = ("query", "rows", "memory, s", "server, s", "times memory's", f"growth of {SMALLER} ×")


def measure(address: str, nodes: int, names: list[str], runs: int, *, once: bool) -> bool:
    """Whether every query answered, and as in memory."""
    small = {} if once else all_of(address, nodes // SMALLER, names, runs)
    large = all_of(address, nodes, names, runs)
    print(f"| {' | '.join(HEADS)} |", "| --- " * len(HEADS) + "|", sep="\n")
    for name in names:
        print(row(name, small.get(name), large[name]))
    return not any(isinstance(found, str) for found in (*small.values(), *large.values()))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--nodes", type=int, default=100_000, help="of the larger nation")
    parser.add_argument("--heap", default="1g", help="memory of the server, as -Xmx takes it")
    parser.add_argument("--runs", type=int, default=3, help="of which the median is taken")
    parser.add_argument("--once", action="store_true", help="measure the larger nation alone")
    parser.add_argument("names", nargs="*", default=list(queries.QUERIES), metavar="QUERY")
    chosen = parser.parse_args()
    asked = (chosen.nodes, chosen.names, chosen.runs)
    if address := os.environ.get("NEO4J_URI"):
        return 0 if measure(address, *asked, once=chosen.once) else 1
    if reason := server.missing():
        print(f"no Neo4j to measure: NEO4J_URI is not set, and {reason}")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        own = server.start(Path(folder), run=os.getpid(), heap=chosen.heap)
        try:
            os.environ.update(NEO4J_USER="neo4j", NEO4J_PASSWORD=own.password)
            return 0 if measure(own.address, *asked, once=chosen.once) else 1
        finally:
            own.kill()


if __name__ == "__main__":
    sys.exit(main())
