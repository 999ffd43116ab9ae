# ruff: noqa: E402
"""How fast and how large graphtool is, beside a named alternative in the same run.

`python tests/benchmarks/run.py` measures a nation of 1 000 000 nodes and 3 000 000 edges, which
takes some ten minutes and 8 GB; `--small` one of a twentieth of that, in a minute. Prints a
Markdown table with the targets beside. Targets are for the large nation: on a smaller one there
is less to save.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))  # it is run as a script, and `tests` is no installed package

from graphtool import PlanGraph, formats
from graphtool.queries.orphaned import orphaned_goals
from graphtool.queries.owners import owners
from graphtool.queries.projection import incidence, ties
from tests.benchmarks import folder, loops, maps, pictures, plan
from tests.benchmarks.measure import Line, as_markdown, call, medians, process, worked
from tests.benchmarks.nation import Nation, nation

MIB = 1 << 20


class Size(NamedTuple):
    """How much is measured, and how often."""

    nodes: int
    projected: int
    """Nodes of the nation whose parties are projected; three in ten of them are parties."""
    runs: int

    def __str__(self) -> str:
        return f"{self.nodes:_} nodes and {3 * self.nodes:_} edges".replace("_", " ")


ROWS = 20_000
"""Of the action plan."""
LARGE, SMALL = Size(1_000_000, 165_000, 5), Size(50_000, 10_000, 3)


def main() -> None:
    """Measures, and prints."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--small", action="store_true", help="a twentieth, in a minute")
    size = SMALL if parser.parse_args().small else LARGE
    lines = []
    for line in measured(size):
        print(f"{line.what}: {line.measured}", file=sys.stderr, flush=True)
        lines.append(line)
    print(as_markdown(lines))


def measured(size: Size) -> Iterator[Line]:
    """Everything, the quickest first."""
    yield from processes(size.runs + 2)
    yield from plans(size)
    yield from projection(size)
    made = nation(size.nodes, 3 * size.nodes)
    yield from reading(made, size)
    yield from queries(made, size)
    yield from maps.measured(with_nation=size is LARGE)
    yield from pictures.measured()


def processes(runs: int) -> Iterator[Line]:
    """Whole processes, from a cold start."""
    python, script = sys.executable, Path(sys.executable).with_name("graphtool")
    in_python = [python, "-c", "from graphtool.cli import main; main()"]
    start = [str(script)] if script.exists() else in_python
    query = ["query", "orphaned-goals", "data/kongsbergregionen"]
    nothing, help_, pandas, asked = medians(
        *(
            process(*command, folder=ROOT)
            for command in (
                [python, "-c", "pass"],
                [*start, "--help"],
                [python, "-c", "import pandas"],
                [*start, *query],
            )
        ),
        runs=runs,
    )
    yield _at_most("`graphtool --help`", "`python -c pass`", help_ / nothing, 5)
    what, beside = f"`graphtool {' '.join(query)}`", '`python -c "import pandas"`'
    yield _at_most(what, beside, asked / pandas, 3)


def plans(size: Size) -> Iterator[Line]:
    """An action plan of 20 000 rows as a workbook, beside openpyxl, which only reads its cells."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "plan.xlsx"
        plan.write(path, ROWS)
        ours, theirs = medians(
            worked(lambda: formats.read(path)),
            worked(lambda: plan.read_with_openpyxl(path)),
            runs=size.runs,
        )
    what = f"reading an action plan of {ROWS:_} rows, {_seconds(ours)}".replace("_", " ")
    yield _at_most(what, f"`openpyxl` alone, {_seconds(theirs)}", ours / theirs, 2)


def _seconds(taken: float) -> str:
    return f"{taken:.1f} s"


def queries(made: Nation, size: Size) -> Iterator[Line]:
    """Queries of the nation; making the NetworkX graph is not counted."""
    graph = PlanGraph.from_tables(*made)
    plain = graph.to_networkx()
    for ours, theirs in ((orphaned_goals, loops.orphaned_goals), (owners, loops.owners)):
        fast, slow, slower = medians(
            call(partial(ours, graph)),
            call(partial(theirs, plain, remember=True)),
            call(partial(theirs, plain)),
            runs=size.runs,
        )
        what = f"`{ours.__name__}`, {size}"
        yield _times(what, "plain NetworkX loops", slower / fast, 100)
        yield Line(what, "the same loops, remembering each node", f"{slow / fast:.0f} × faster")


def projection(size: Size) -> Iterator[Line]:
    """Ties between parties; NetworkX is given its bipartite graph, and takes one turn."""
    graph = PlanGraph.from_tables(*nation(size.projected, 3 * size.projected))
    bipartite, parties = loops.affiliations(graph.to_networkx())
    (fast,) = medians(call(lambda: ties(incidence(graph, level="party"))), runs=size.runs)
    (slow,) = medians(call(partial(loops.collaborations, bipartite, parties)), runs=1)
    what = f"projection of {len(parties):,} parties".replace(",", " ")
    beside = "`networkx.bipartite.collaboration_weighted_projected_graph`"
    yield _times(what, beside, slow / fast, 50)


def reading(made: Nation, size: Size) -> Iterator[Line]:
    """A folder of CSV files, read in a process of its own; beside pandas, which only parses."""
    with tempfile.TemporaryDirectory() as place:
        files = Path(place) / "nation"
        folder.write(made, files)
        command = [sys.executable, folder.__file__, str(files)]
        cost = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
        (alone,) = medians(worked(lambda: folder.read_with_pandas(files)), runs=2)
    for name, said in (("tables", "tables"), ("grown", "growth of the process")):
        mib = cost[name] / MIB
        what = f"graph in memory, {size}: {said}"
        yield Line(what, "", f"{mib:.0f} MiB", "at most 1024 MiB", mib <= 1024)
    yield Line("most memory while reading it", "", f"{cost['peak'] / MIB:.0f} MiB")
    rate = f"{cost['rows'] / cost['seconds']:,.0f} rows a second".replace(",", " ")
    what = f"reading and checking CSV files, {_seconds(cost['worked'])}; {rate}"
    beside = f"`pandas.read_csv` alone, {_seconds(alone)}"
    yield _at_most(what, beside, cost["worked"] / alone, 2.5)


def _at_most(what: str, beside: str, ratio: float, bound: float) -> Line:
    return Line(what, beside, f"{ratio:.2f} × as long", f"at most {bound:g} ×", ratio <= bound)


def _times(what: str, beside: str, ratio: float, bound: float) -> Line:
    return Line(what, beside, f"{ratio:.0f} × faster", f"at least {bound:g} ×", ratio >= bound)


if __name__ == "__main__":
    main()
