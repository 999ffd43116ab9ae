"""Circles, layers and reach of what depends on what, beside scipy and NetworkX, in processor time.

`python -m tests.benchmarks.dependencies` measures 100 000 and 1 000 000 dependencies, most of them
of what comes soon after, one in two thousand backwards, and how the time grows; it takes some two
minutes. scipy has strongly connected components and who is reached, of positions in a matrix; we
find the same by names. It has no layers: there NetworkX' condensation and its generations stand.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator
from functools import partial

import networkx as nx
import numpy as np
import pandas as pd
from scipy.sparse import csr_array
from scipy.sparse.csgraph import breadth_first_order, connected_components

from graphtool import PlanGraph, engine
from graphtool.algorithms.levels import levels
from graphtool.queries import chains
from graphtool.queries.leaving import Spread
from graphtool.queries.links import Names, best_said
from graphtool.queries.needs import NeedGraph
from tests.benchmarks.measure import Line, as_markdown, medians, worked

SIZES, RUNS = (100_000, 1_000_000), 3
TIMES_NETWORKX = 10
"""By how much layers are to be faster: the loop over edges is Python on both sides."""
QUERIES = ("dependency-cycles", "dependency-layers")


def dependencies(number: int) -> tuple[np.ndarray, np.ndarray, int]:
    """So many dependencies of a third as many measures, about: both ends, and how many measures."""
    random = np.random.RandomState(1)
    size = number * 3 // 10
    source = random.randint(0, size - 1, number * 2)
    ahead = random.randint(1, 2 + random.zipf(1.8, len(source)) % 2_000)
    target = np.minimum(source + ahead, size - 1)
    back = random.random_sample(len(source)) < 1 / 2_000
    pairs = np.unique(np.where(back, target * size + source, source * size + target))
    pairs = pairs[pairs // size != pairs % size]
    some = np.sort(random.permutation(pairs)[:number])
    return some // size, some % size, size


def measured(number: int) -> Iterator[tuple[str, float, list[Line]]]:
    """What was measured, how long ours takes, and how that stands beside the others."""
    source, target, size = dependencies(number)
    of = f"{size} measures and {len(source)} dependencies"
    matrix = csr_array((np.ones(len(source), dtype=np.int8), (source, target)), shape=(size, size))
    plain = nx.DiGraph(zip(source.tolist(), target.tolist(), strict=True))
    names = np.array([f"m{at}" for at in range(size)], dtype=object)
    rows = {"source": names[source], "relation": "DEPENDS_ON", "target": names[target]}
    nodes = pd.DataFrame({"id": names, "kind": "Measure", "name": names})
    graph = PlanGraph.from_tables(nodes, pd.DataFrame(rows))
    links = NeedGraph.asked(graph).links
    ahead = Names(graph).adjacency((best_said(graph, graph.edges), True))
    strong = partial(connected_components, matrix, connection="strong")
    ours, theirs, slow = medians(
        worked(lambda: chains.circles(links)),
        worked(strong),
        worked(lambda: list(nx.strongly_connected_components(plain))),
        runs=RUNS,
    )
    yield "circles by name", ours, [_as_long(of, ours, theirs), _faster(of, ours, slow)]
    ours, theirs, slow = medians(
        worked(lambda: levels(source, target, size)),
        worked(strong),
        worked(lambda: list(nx.topological_generations(nx.condensation(plain)))),
        runs=RUNS,
    )
    held = slow / ours >= TIMES_NETWORKX
    faster = _faster(of, ours, slow)._replace(target=f"at least {TIMES_NETWORKX} times", held=held)
    yield "layers", ours, [_as_long(of, ours, theirs, "scipy's components alone"), faster]
    ours, theirs, slow = medians(
        worked(lambda: Spread.over(ahead, {0: ()}, size)),
        worked(lambda: breadth_first_order(matrix, 0)),
        worked(lambda: nx.descendants(plain, 0)),
        runs=RUNS,
    )
    yield (
        "reach with the step that leads to each",
        ours,
        [_as_long(of, ours, theirs), _faster(of, ours, slow)],
    )
    for query in QUERIES:
        (ours,) = medians(worked(lambda name=query: engine.rows(name, graph)), runs=1)
        yield f"`{query}`", ours, [Line(of, "", f"{ours:.2g} s")]


def _as_long(of: str, ours: float, theirs: float, beside: str = "scipy, by positions") -> Line:
    return Line(f"{of}, {ours:.2g} s", beside, f"{ours / theirs:.1f} × as long")


def _faster(of: str, ours: float, slow: float) -> Line:
    return Line(f"{of}, {ours:.2g} s", f"NetworkX, {slow:.2g} s", f"{slow / ours:.1f} × faster")


def lines(sizes: tuple[int, ...] = SIZES) -> Iterator[Line]:
    """All of them; growth is from the smallest number of dependencies to the largest."""
    grown: dict[str, list[float]] = {}
    for number in sizes:
        for name, ours, found in measured(number):
            grown.setdefault(name, []).append(ours)
            yield from (line._replace(what=f"{name}, {line.what}") for line in found)
    for name, taken in grown.items():
        exponent = math.log(taken[-1] / taken[0]) / math.log(sizes[-1] / sizes[0])
        said = f"{sizes[0]} to {sizes[-1]} dependencies"
        yield Line(f"{name}, growth", said, f"exponent {exponent:.2f}")


def main() -> None:
    """Measures, and prints."""
    found = []
    for line in lines():
        print(f"{line.what}: {line.measured} ({line.beside})", file=sys.stderr, flush=True)
        found.append(line)
    print(as_markdown(found))


if __name__ == "__main__":
    main()
