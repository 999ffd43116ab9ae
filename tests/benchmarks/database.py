"""Loading into Neo4j against bare `UNWIND ... MERGE` of the same rows; questions there and here.

Run as `python -m tests.benchmarks.database`, in the repository's folder; it starts a server of its
own (Java 17 and Maven), or uses that of NEO4J_URI if it is empty. Loads take turns; ratios are of
their medians.
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
from neo4j import ManagedTransaction

sys.path.insert(0, str(Path(__file__).parents[2]))

from graphtool import PlanGraph, database, engine
from graphtool.database import Database, connection, constraining, model, rows
from tests.benchmarks.nation import nation
from tests.neo4j import server

NODES, EDGES = 100_000, 300_000
BATCH = 10_000
RUNS = 3
AT_LEAST = 0.9
"""Of the rate of the bare statements."""


COLUMNS = {
    "document": ("id", *model.DOCUMENT_PROPERTIES),
    "fact": ("id", *model.FACT_PROPERTIES, *model.FACT_PERIOD),
    "node": ("id", "kind", *model.NODE_PROPERTIES, *model.WORKED_OUT),
    "assertion": ("source", "target", "type", *model.EDGE_PROPERTIES, *model.HELD_IN),
    "derived": ("source", "target", "type", *model.DERIVED_PROPERTIES),
}
"""What the values of a row are called, without those that only ours has (`rows.tables`)."""
NODES_OF = {
    "document": f"{model.DOCUMENT}:{model.SHORT[model.DOCUMENT]}",
    "fact": f"{model.FACT}:{model.SHORT[model.FACT]}",
}
NOT_SAID = ("id", "kind", "source", "target", "type")


def bare(home: Database, graph: PlanGraph) -> float:
    """Seconds that the same rows take with the statements that a tutorial shows.

    The same labels, types, properties and keys, under the same constraints, which are there
    before; in batches as large. Keys and ranks are running numbers, which cost nothing.
    """
    constraining.constrain(home)
    started = time.perf_counter()
    with home.driver.session(database=home.name) as session:
        for table in rows.tables(graph):
            for name, first, last in table.spans:
                text = _bare(table, name)
                for start in range(first, last, BATCH):
                    some = list(_records(table, start, min(start + BATCH, last)))
                    session.run(text, rows=some).consume()
    return time.perf_counter() - started


def _bare(table: rows.Table, name: str) -> str:
    if not table.are_relations:
        labels = NODES_OF.get(table.noun, f"{model.NODE}:{name}")
        label, _, other = labels.partition(":")
        return f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n:{other}, n += row.said"
    source, target = model.DERIVED.get(name, (model.NODE, model.NODE))
    return (
        f"UNWIND $rows AS row MATCH (a:{source} {{id: row.source}})"
        f" MATCH (b:{target} {{id: row.target}})"
        f" MERGE (a)-[r:{name} {{{table.noun}: row.key}}]->(b) SET r += row.said"
    )


def _records(table: rows.Table, first: int, last: int) -> Iterator[dict[str, Any]]:
    names = COLUMNS[table.noun]
    for at, row in enumerate(table.rows(np.arange(first, last)), start=first):
        record = {name: value for name, value in zip(names, row, strict=False) if value is not None}
        said = {name: value for name, value in record.items() if name not in NOT_SAID}
        if table.ranked:
            said["rank"] = at
        if table.noun == "assertion":
            said["precedence"] = at
        ends = {name: record[name] for name in NOT_SAID if name in record}
        yield {**ends, "key": f"{at:016}", "said": said}


def emptied(home: Database) -> None:
    """Nothing is there, no constraint or index either."""
    for text in (
        "MATCH ()-[r]->() WITH r LIMIT 20000 DELETE r RETURN count(*) AS gone",
        "MATCH (n) WITH n LIMIT 20000 DELETE n RETURN count(*) AS gone",
    ):
        while home.write(partial(_gone, text)):
            pass
    constraining.release(home)


def seconds(ask: Any) -> float:
    started = time.perf_counter()
    ask()
    return time.perf_counter() - started


def _gone(text: str, transaction: ManagedTransaction) -> int:
    return int(connection.run(transaction, text).single()["gone"])


def write_one(write: Any, home: Database, graph: PlanGraph) -> None:
    """Writes it, and takes it away again."""
    write(home, graph) if write is bare else write(graph, home)
    emptied(home)


def measure(address: str) -> bool:
    graph = PlanGraph.from_tables(*nation(NODES, EDGES), name="nation")
    size = len(graph.nodes) + len(graph.edges)
    with database.connect(address) as home:
        small = PlanGraph.from_tables(*nation(2000, 6000))
        for write in (bare, database.load):  # so that both find a warm server
            write_one(write, home, small)
        turns = []
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for _ in range(RUNS):
            plain = bare(home, graph)
            emptied(home)
            ours = seconds(lambda: database.load(graph, home))
            more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
            turns.append((plain, ours))
            again = seconds(lambda: database.load(graph, home))
            thorough = seconds(lambda: database.load(graph, home, thorough=True))
            back = seconds(lambda: database.read(home))
            print(
                f"bare {plain:.1f} s, load {ours:.1f} s: {plain / ours:.2f} of the bare rate;"
                f" nothing to do {again:.2f} s, every row compared {thorough:.1f} s",
                flush=True,
            )
            if len(turns) < RUNS:
                emptied(home)
    plain, ours = (median(times) for times in zip(*turns, strict=True))
    print(f"bare UNWIND ... MERGE   {size / plain:10,.0f} rows/s")
    print(
        f"graphtool load          {size / ours:10,.0f} rows/s   {plain / ours:.2f} of the bare rate"
    )
    print(f"  memory of the client  {more:10,} MiB more than before")
    print(f"  again, nothing to do  {again:10.2f} s, {thorough:.1f} where every row is compared")
    print(f"read back               {size / back:10,.0f} rows/s")
    with engine.server(address) as there:
        for name in ("orphaned-goals", "owners"):
            first = seconds(lambda name=name: engine.run(name, there))
            server_side = seconds(lambda name=name: engine.run(name, there))
            memory = seconds(lambda name=name: engine.run(name, graph))
            print(
                f"{name:<23} {memory:9.2f} s in memory, {server_side:.2f} s on the server"
                f" ({first:.2f} s the first time)"
            )
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
