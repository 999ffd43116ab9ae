"""Loading into Neo4j against bare `UNWIND ... MERGE`, and a question there against in memory.

Run as `python -m tests.benchmarks.database`, in the repository's folder; it starts a server of its
own (Java 17 and Maven), or uses that of NEO4J_URI if it is empty. Ratios are of one run.
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from graphtool import PlanGraph, database, engine
from graphtool.database import Database
from graphtool.graph.interchange import named_ends, records
from tests.benchmarks.nation import nation
from tests.neo4j import server

NODES, EDGES = 100_000, 300_000
BATCH = 10_000
AT_LEAST = 0.8
"""Of the rate of the bare statements."""


def bare(home: Database, graph: PlanGraph) -> float:
    """Seconds that the same data takes with the statements that a tutorial shows."""
    with home.driver.session(database=home.name) as session:
        session.run(
            "CREATE CONSTRAINT bare IF NOT EXISTS FOR (n:Bare) REQUIRE n.id IS UNIQUE"
        ).consume()
        started = time.perf_counter()
        for batch in batches(records(graph.nodes.drop(columns="facts"))):
            session.run(
                "UNWIND $rows AS row MERGE (n:Bare {id: row.id}) SET n += row", rows=batch
            ).consume()
        by_relation: dict[str, list[dict[str, Any]]] = {}
        for edge in named_ends(graph):
            ends = {"source": edge.pop("source"), "target": edge.pop("target")}
            by_relation.setdefault(edge.pop("relation"), []).append({**ends, "said": edge})
        for relation, edges in by_relation.items():
            text = (
                "UNWIND $rows AS row MATCH (a:Bare {id: row.source}), (b:Bare {id: row.target})"
                f" MERGE (a)-[r:{relation}]->(b) SET r += row.said"
            )
            for batch in batches(iter(edges)):
                session.run(text, rows=batch).consume()
        taken = time.perf_counter() - started
        session.run("MATCH (n:Bare) CALL (n) { DETACH DELETE n } IN TRANSACTIONS").consume()
        session.run("DROP CONSTRAINT bare").consume()
    return taken


def batches(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    batch: list[dict[str, Any]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def seconds(ask: Any) -> float:
    started = time.perf_counter()
    ask()
    return time.perf_counter() - started


def measure(address: str) -> bool:
    graph = PlanGraph.from_tables(*nation(NODES, EDGES), name="nation")
    size = len(graph.nodes) + len(graph.edges)
    with database.connect(address) as home:
        bare(home, PlanGraph.from_tables(*nation(2000, 6000)))  # so that both find a warm server
        plain = bare(home, graph)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        ours = seconds(lambda: database.load(graph, home))
        more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
        again = seconds(lambda: database.load(graph, home))
        back = seconds(lambda: database.read(home))
    print(f"bare UNWIND ... MERGE   {size / plain:10,.0f} rows/s")
    print(
        f"graphtool load          {size / ours:10,.0f} rows/s   {plain / ours:.2f} of the bare rate"
    )
    print(f"  memory of the client  {more:10,} MiB more than before")
    print(f"  again, nothing to do  {size / again:10,.0f} rows/s")
    print(f"read back               {size / back:10,.0f} rows/s")
    with engine.server(address) as there:
        for name in ("orphaned-goals", "owners"):
            first = seconds(lambda name=name: engine.run(name, there))
            server_side = seconds(lambda name=name: engine.run(name, there))
            memory = seconds(lambda name=name: engine.run(name, graph))
            print(f"{name:<23} {memory:9.2f} s in memory, {server_side:.2f} s on the server"
                  f" ({first:.2f} s the first time)")  # fmt: skip
    return plain / ours >= AT_LEAST


def main() -> int:
    if address := os.environ.get("NEO4J_URI"):
        return 0 if measure(address) else 1
    if reason := server.missing():
        print(f"no Neo4j to measure: NEO4J_URI is not set, and {reason}")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        own = server.start(Path(folder), run=os.getpid())
        try:
            os.environ.update(NEO4J_USER="neo4j", NEO4J_PASSWORD=own.password)
            return 0 if measure(own.address) else 1
        finally:
            own.kill()


if __name__ == "__main__":
    sys.exit(main())
