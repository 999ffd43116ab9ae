"""Measures of a large network beside NetworkX and igraph, in processor seconds of all threads.

`python -m tests.benchmarks.networks [FILE] [--whole]` measures a network of collaboration: of a
file with a tie a line, two names or numbers, as Newman's cond-mat; without one generated ones of
1 000, 10 000 and 50 000 parties with a heavy tail, and how the time grows. Where all nodes would
take NetworkX, or igraph, minutes or hours, it works from a sample of them, and its time is that
times how many times more there are, as its lines say; with `--whole` igraph works from all of them,
which takes a quarter of an hour more. Ours is measured with its kernels loaded; what loading them
takes is the first line. The others work on one core, ours on all: its time on the clock is less.
"""

from __future__ import annotations

import argparse
import math
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import igraph  # type: ignore[import-untyped]
import networkx as nx
import numpy as np
from scipy.sparse import csr_array

from graphtool.algorithms import compiled, positions, projection, structural_holes
from graphtool.algorithms.betweenness import betweenness
from graphtool.algorithms.distances import distances
from tests.benchmarks.measure import Line, as_markdown

SIZES, TIES_EACH = (1_000, 10_000, 50_000), 3
SAMPLE, SAMPLE_OF_IGRAPH = 40, 1_000
"""Nodes that the others work from where all would take too long."""
LARGE_FOR_IGRAPH = 20_000
TIMES_NETWORKX = 50
SHORT, RUNS, ALL_RUNS = 0.5, 5, 0.05
"""What takes less is measured so often, and till all runs took so long; the fastest counts."""

Work = Callable[[], object]


class Contest(NamedTuple):
    """A measure: ours, and how many times the work of the others all would be."""

    ours: Work
    networkx: tuple[float, Work]
    igraph: tuple[float, Work]


def read(path: str) -> np.ndarray:
    """The ties of a file, a row each."""
    rows = [line.split()[:2] for line in Path(path).read_text("utf-8").splitlines()]
    known: dict[str, int] = {}
    ends = np.array([[known.setdefault(name, len(known)) for name in row] for row in rows])
    return np.unique(np.sort(ends[ends[:, 0] != ends[:, 1]], axis=1), axis=0)


def of_network(ends: np.ndarray, *, whole: bool) -> Iterator[tuple[str, Contest]]:
    """The measures of a network of these ties."""
    n = int(ends.max()) + 1
    both = np.concatenate([ends, ends[:, ::-1]])
    matrix = csr_array((np.ones(len(both)), (both[:, 0], both[:, 1])), shape=(n, n))
    graph = nx.Graph()
    graph.add_nodes_from(range(n))
    graph.add_edges_from(ends.tolist())
    other = igraph.Graph(n=n, edges=ends.tolist())
    random = np.random.RandomState(1)
    some = random.choice(n, min(SAMPLE, n), replace=False).tolist()
    more = list(range(n))
    if n > LARGE_FOR_IGRAPH and not whole:
        more = random.choice(n, SAMPLE_OF_IGRAPH, replace=False).tolist()
    share, larger = n / len(some), n / len(more)
    yield (
        "core number",
        Contest(
            lambda: positions.core_numbers(matrix, directed=False),
            (1, lambda: nx.core_number(graph)),
            (1, other.coreness),
        ),
    )
    yield (
        "constraint",
        Contest(
            lambda: structural_holes.constraint(matrix, directed=False),
            (share, lambda: nx.constraint(graph, nodes=some)),
            (1, other.constraint),
        ),
    )
    yield (
        "closeness",
        Contest(
            lambda: distances(matrix),
            (share, lambda: [nx.closeness_centrality(graph, u=node) for node in some]),
            (larger, lambda: other.closeness(more)),
        ),
    )
    yield (
        "harmonic closeness",
        Contest(
            lambda: distances(matrix),
            (share, lambda: nx.harmonic_centrality(graph, nbunch=some)),
            (larger, lambda: other.harmonic_centrality(more)),
        ),
    )
    yield (
        "betweenness",
        Contest(
            lambda: betweenness(matrix),
            (share, lambda: nx.betweenness_centrality(graph, k=len(some), seed=1)),
            (larger, lambda: other.betweenness(sources=more if larger > 1 else None)),
        ),
    )


def of_groups(n: int) -> tuple[str, Contest]:
    """The projection of n parties in half as many activities, a few of them large."""
    random = np.random.RandomState(1)
    sizes = np.minimum(2 + random.zipf(2.2, n // 2), 60)
    activity = np.repeat(np.arange(n // 2), sizes)
    party = (n * random.random_sample(len(activity)) ** 1.5).astype(np.int64)
    ends = np.unique(np.stack([party, activity + n], axis=1), axis=0)
    graph = nx.Graph()
    graph.add_nodes_from(range(n))
    graph.add_edges_from(ends.tolist())
    other = igraph.Graph(n=n + n // 2, edges=ends.tolist())
    kinds = [False] * n + [True] * (n // 2)
    return "projection", Contest(
        lambda: projection.shared(projection.memberships(ends[:, 0], ends[:, 1])),
        (1, lambda: nx.bipartite.collaboration_weighted_projected_graph(graph, range(n))),
        (1, lambda: other.bipartite_projection(kinds, which=0)),
    )


def measured(name: str, contest: Contest, of: str) -> tuple[float, list[Line]]:
    """How long ours takes, and how it stands beside the others."""
    contest.ours()
    mine = _worked(contest.ours)
    lines = []
    for called, least, (times, theirs) in (
        ("NetworkX", TIMES_NETWORKX, contest.networkx),
        ("igraph", 1, contest.igraph),
    ):
        whole = times * _worked(theirs)
        sampled = "" if times == 1 else ", from a sample"
        lines.append(
            Line(
                f"{name}, {of}, {mine:.3g} s",
                f"{called}{sampled}, {whole:.3g} s",
                f"{whole / mine:.1f} times as fast",
                f"at least {least} times",
                whole / mine >= least,
            )
        )
    return mine, lines


def _worked(function: Work) -> float:
    taken: list[float] = []
    while not taken or (taken[0] < SHORT and (len(taken) < RUNS or sum(taken) < ALL_RUNS)):
        begun = time.process_time()
        function()
        taken.append(time.process_time() - begun)
    return min(taken)


def loading() -> Line:
    """What the kernels take before the first answer: numba, and what was compiled before."""
    code = """if 1:
        import time
        import numpy as np
        from scipy.sparse import csr_array
        from graphtool.algorithms import betweenness, compiled
        net = csr_array(1 - np.eye(3))
        betweenness.betweenness(net)
        begun = time.process_time()
        compiled.WORTH = compiled.WORTH_LOADED = 0
        betweenness.betweenness(net)
        print(time.process_time() - begun)
    """
    command = [sys.executable, "-c", code]
    runs = [subprocess.run(command, capture_output=True, check=True) for _ in range(2)]
    return Line("loading numba and a kernel", "", f"{float(runs[1].stdout):.2g} s")


def lines(path: str | None, *, whole: bool) -> Iterator[Line]:
    """All of them, for a file or for the sizes; igraph's from the whole of each, if that is asked.

    Growth is ours from the smallest size to the largest.
    """
    yield loading()
    compiled.WORTH = compiled.WORTH_LOADED = 0
    grown: dict[str, list[tuple[int, float]]] = {}
    for n in SIZES if path is None else (0,):
        ends = (
            read(path) if path else np.array(nx.powerlaw_cluster_graph(n, TIES_EACH, 0.6, 1).edges)
        )
        contests = [*of_network(ends, whole=whole), *([of_groups(n)] if n else [])]
        for name, contest in contests:
            mine, found = measured(name, contest, f"{ends.max() + 1} nodes and {len(ends)} ties")
            grown.setdefault(name, []).append((n, mine))
            yield from found
    for name, points in grown.items() if path is None else ():
        (small, first), (large, last) = points[0], points[-1]
        exponent = math.log(last / first) / math.log(large / small)
        yield Line(f"{name}, growth", f"{small} to {large} nodes", f"exponent {exponent:.2f}")


def main() -> None:
    """Measures, and prints."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("file", nargs="?", help="a tie a line; without it networks are generated")
    parser.add_argument("--whole", action="store_true", help="igraph from all nodes of each")
    asked = parser.parse_args()
    found = []
    for line in lines(asked.file, whole=asked.whole):
        print(f"{line.what}: {line.measured} ({line.beside})", file=sys.stderr, flush=True)
        found.append(line)
    print(as_markdown(found))


if __name__ == "__main__":
    main()
