"""The nation as a folder of CSV files, and what it costs to read: run as a process of its own.

`python tests/benchmarks/folder.py FOLDER` reads the folder and prints, as JSON, seconds of the
clock and of the processor, the rows read, and how many bytes the graph takes: those of its tables,
and those by which the process has grown once all else is let go. Memory of a process is read from
/proc, which Linux has.
"""

from __future__ import annotations

import ctypes
import gc
import json
import resource
import sys
import time
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.csv

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # see run.py

from graphtool import formats, schema
from graphtool.graph import PlanGraph
from tests.benchmarks.nation import Nation


def write(nation: Nation, folder: Path) -> None:
    """One file a kind, and the relations and documents."""
    folder.mkdir()
    for kind, rows in nation.nodes.groupby("kind", sort=False):
        _write(rows.drop(columns="kind"), folder / f"{schema.KINDS[str(kind)].file}.csv")
    _write(nation.edges, folder / "relations.csv")
    _write(nation.documents, folder / "documents.csv")


def _write(rows: pd.DataFrame, file: Path) -> None:
    pa.csv.write_csv(pa.Table.from_pandas(rows, preserve_index=False), file)


def read_with_pandas(folder: Path) -> list[pd.DataFrame]:
    """The files as they are, nothing checked and nothing joined."""
    return [pd.read_csv(file) for file in sorted(folder.glob("*.csv"))]


def cost(folder: Path) -> dict[str, float]:
    """What it takes to read the folder."""
    before, begun, idle = _resident(), time.perf_counter(), time.process_time()
    reading = formats.read(folder)
    seconds, worked = time.perf_counter() - begun, time.process_time() - idle
    graph, rows = reading.graph, sum(file.read for file in reading.intake)
    del reading
    return {
        "seconds": seconds,
        "worked": worked,
        "rows": rows,
        "tables": _bytes(graph),
        "grown": _resident() - before,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
    }


def _bytes(graph: PlanGraph) -> int:
    tables = graph.nodes, graph.edges, graph.documents
    return sum(int(table.memory_usage(deep=True).sum()) for table in tables)


def _resident() -> int:
    """Bytes of the process that are in memory, once its allocators have given back what is free."""
    gc.collect()
    pa.default_memory_pool().release_unused()
    ctypes.CDLL(None).malloc_trim(0)
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize()


if __name__ == "__main__":
    print(json.dumps(cost(Path(sys.argv[1]))))
