"""Loading into Neo4j against bare `UNWIND ... MERGE` of the same rows; questions there and here.

Run as `python -m tests.benchmarks.database`, in the repository's folder; it starts a server of its
own (Java 17 and Maven), or uses that of NEO4J_URI if it is empty. Loads take turns; ratios are of
their medians: by the clock, and of the processor's time, client and server together where the
server is this run's own, which says more of a machine that does other things too. `--runs` and
`--nodes` make it shorter.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from neo4j import ManagedTransaction

sys.path.insert(0, str(Path(__file__).parents[2]))

from graphtool import PlanGraph, database, engine
from graphtool.database import Database, connection, constraining, model, rows
from graphtool.database.table import Table
from tests.benchmarks.nation import nation
from tests.benchmarks.server import EDGES, Cost, Work, cost, median
from tests.neo4j import server

NODES = 100_000
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


class Bare(NamedTuple):
    """What the bare statements cost."""

    whole: Cost
    """With the making of their rows, as the load makes its own."""
    statements: Cost
    """Without: as if all rows stood ready."""


def bare(home: Database, graph: PlanGraph, work: Work) -> Bare:
    """What the same rows cost with the statements that a tutorial shows.

    The same labels, types, properties and keys, under the same constraints, which are there
    before; in batches as large. Keys and ranks are running numbers, which cost nothing.
    """
    constraining.constrain(home)
    sent: list[Cost] = []

    def write() -> None:
        with home.driver.session(database=home.name) as session:
            for table in rows.tables(graph):
                for name, first, last in table.spans:
                    text = _bare(table, name)
                    for start in range(first, last, BATCH):
                        some = list(_records(table, start, min(start + BATCH, last)))
                        clock, worked = time.perf_counter(), work()
                        session.run(text, rows=some).consume()
                        sent.append(Cost(time.perf_counter() - clock, work() - worked))

    whole = cost(write, work)
    return Bare(whole, Cost(*(sum(column) for column in zip(*sent, strict=True))))


def _bare(table: Table, name: str) -> str:
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


def _records(table: Table, first: int, last: int) -> Iterator[dict[str, Any]]:
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


def _gone(text: str, transaction: ManagedTransaction) -> int:
    return int(connection.run(transaction, text).single()["gone"])


def compared(plain: Cost, ours: Cost) -> str:
    """How large a share of the bare rate ours is, both ways of counting."""
    return f"{plain.clock / ours.clock:.2f} by the clock, {plain.work / ours.work:.2f} of the work"


def measure(address: str, nodes: int, runs: int, work: Work) -> bool:
    """Whether the load keeps up with the bare statements; prints everything."""
    graph = PlanGraph.from_tables(*nation(nodes, EDGES * nodes), name="nation")
    size = len(graph.nodes) + len(graph.edges)
    with database.connect(address) as home:
        small = PlanGraph.from_tables(*nation(2000, 6000))
        bare(home, small, work)  # so that both find a warm server
        emptied(home)
        database.load(small, home)
        emptied(home)
        turns: list[tuple[Cost, Cost, Cost]] = []
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for _ in range(runs):
            plain = bare(home, graph, work)
            emptied(home)
            ours = cost(lambda: database.load(graph, home), work)
            more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
            turns.append((*plain, ours))
            again = cost(lambda: database.load(graph, home), work)
            print(f"bare {plain}, load {ours}, nothing to do {again}", flush=True)
            if len(turns) < runs:
                emptied(home)
        thorough = cost(lambda: database.load(graph, home, thorough=True), work)
        back = cost(lambda: database.read(home), work)
    whole, statements, ours = (median(costs) for costs in zip(*turns, strict=True))
    print(f"bare UNWIND ... MERGE   {size / whole.clock:10,.0f} rows/s, making the rows included")
    print(f"graphtool load          {size / ours.clock:10,.0f} rows/s")
    print(f"  of the bare rate      {compared(whole, ours)}")
    print(f"  of the statements'    {compared(statements, ours)}, as if the rows stood ready")
    print(f"  memory of the client  {more:10,} MiB more than before")
    print(f"  again, nothing to do  {again.clock:10.2f} s by the clock, {again.work:.2f} of work")
    print(f"  every row compared    {thorough.clock:10.2f} s by the clock, {thorough.work:.2f}")
    print(f"read back               {size / back.clock:10,.0f} rows/s")
    with engine.server(address) as there:
        for name in ("orphaned-goals", "owners"):
            first, server_side, memory = (
                cost(lambda name=name, source=source: engine.run(name, source), work)
                for source in (there, there, graph)
            )
            print(
                f"{name:<23} {memory.clock:9.2f} s in memory, {server_side.clock:.2f} s on the"
                f" server ({first.clock:.2f} s the first time)"
            )
    return whole.work / ours.work >= AT_LEAST


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--nodes", type=int, default=NODES, help="of the nation that is loaded")
    parser.add_argument("--runs", type=int, default=RUNS, help="of which the median is taken")
    chosen = parser.parse_args()
    asked = (chosen.nodes, chosen.runs)
    if address := os.environ.get("NEO4J_URI"):
        return 0 if measure(address, *asked, time.process_time) else 1
    if reason := server.missing():
        print(f"no Neo4j to measure: NEO4J_URI is not set, and {reason}")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        own = server.start(Path(folder), run=os.getpid())
        try:
            os.environ.update(NEO4J_USER="neo4j", NEO4J_PASSWORD=own.password)

            def both() -> float:
                return time.process_time() + own.worked()

            return 0 if measure(own.address, *asked, both) else 1
        finally:
            own.kill()


if __name__ == "__main__":
    sys.exit(main())
