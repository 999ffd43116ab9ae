"""Measures of a large network beside NetworkX and igraph, in processor seconds.

`python -m tests.benchmarks.networks [FILE]` measures a network of collaboration: of a file with a
tie a line, two names or numbers, as Newman's cond-mat; without one a generated one of 16 000 nodes
with a heavy tail. NetworkX takes hours for some: there it works from a sample of the nodes, and its
time is that times how many times more there are, as its lines say.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import igraph  # type: ignore[import-untyped]
import networkx as nx
import numpy as np
from scipy.sparse import csr_array

from graphtool.algorithms import positions
from graphtool.algorithms.betweenness import betweenness
from graphtool.algorithms.distances import distances
from tests.benchmarks.measure import Line, as_markdown

NODES, TIES_EACH = 16_000, 6
SAMPLE = 40
"""Nodes that NetworkX works from where all would take too long."""
TIMES_NETWORKX = 50


Work = Callable[[], object]


class Networks(NamedTuple):
    """One network in three forms."""

    matrix: csr_array
    of_networkx: nx.Graph
    of_igraph: igraph.Graph


def read(path: str | None) -> Networks:
    """The network of a file, or a generated one."""
    if path is None:
        ends = np.array(nx.powerlaw_cluster_graph(NODES, TIES_EACH, 0.6, seed=1).edges)
    else:
        rows = [line.split()[:2] for line in Path(path).read_text("utf-8").splitlines()]
        known: dict[str, int] = {}
        ends = np.array([[known.setdefault(name, len(known)) for name in row] for row in rows])
    ends = np.unique(np.sort(ends[ends[:, 0] != ends[:, 1]], axis=1), axis=0)
    n = int(ends.max()) + 1
    both = np.concatenate([ends, ends[:, ::-1]])
    matrix = csr_array((np.ones(len(both)), (both[:, 0], both[:, 1])), shape=(n, n))
    matrix.sort_indices()
    graph = nx.Graph()
    graph.add_nodes_from(range(n))
    graph.add_edges_from(ends.tolist())
    return Networks(matrix, graph, igraph.Graph(n=n, edges=ends.tolist()))


def measured(networks: Networks) -> Iterator[Line]:
    """Each measure, ours beside the others."""
    matrix, graph, other = networks
    n = len(graph)
    some = np.random.RandomState(1).choice(n, min(SAMPLE, n), replace=False).tolist()
    share = n / len(some)
    each: dict[str, tuple[Work, tuple[float, Work], Work]] = {
        "core number": (
            lambda: positions.core_numbers(matrix),
            (1, lambda: nx.core_number(graph)),
            other.coreness,
        ),
        "constraint": (
            lambda: positions.constraint(matrix),
            (share, lambda: nx.constraint(graph, nodes=some)),
            other.constraint,
        ),
        "closeness": (
            lambda: distances(matrix),
            (share, lambda: [nx.closeness_centrality(graph, u=node) for node in some]),
            other.closeness,
        ),
        "harmonic closeness": (
            lambda: distances(matrix),
            (share, lambda: nx.harmonic_centrality(graph, nbunch=some)),
            other.harmonic_centrality,
        ),
        "betweenness": (
            lambda: betweenness(matrix),
            (share, lambda: nx.betweenness_centrality(graph, k=len(some), seed=1)),
            other.betweenness,
        ),
    }
    ties = matrix.nnz // 2
    for name, (ours, (times, theirs), igraphs) in each.items():
        mine = _worked(ours)
        sampled = "" if times == 1 else f", from {len(some)} nodes"
        for called, whole in (
            (f"NetworkX{sampled}", times * _worked(theirs)),
            ("igraph", _worked(igraphs)),
        ):
            ratio = whole / mine
            least = TIMES_NETWORKX if called.startswith("NetworkX") else 1
            yield Line(
                f"{name}, {n} nodes and {ties} ties, {mine:.1f} s",
                f"{called}, {whole:.1f} s",
                f"{ratio:.1f} times as fast",
                f"at least {least} times",
                ratio >= least,
            )


def _worked(function: Callable[[], object]) -> float:
    begun = time.process_time()
    function()
    return time.process_time() - begun


def main() -> None:
    """Measures, and prints."""
    lines = []
    for line in measured(read(sys.argv[1] if len(sys.argv) > 1 else None)):
        print(f"{line.what}: {line.measured} ({line.beside})", file=sys.stderr, flush=True)
        lines.append(line)
    print(as_markdown(lines))


if __name__ == "__main__":
    main()
