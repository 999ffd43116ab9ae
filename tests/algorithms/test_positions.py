"""Where nodes stand, against NetworkX and igraph on graphs of every shape."""

from __future__ import annotations

import igraph
import networkx as nx
import numpy as np
import pytest
from scipy.sparse import csr_array

from graphtool.algorithms import positions, structural_holes
from graphtool.algorithms.weighted_betweenness import weighted_betweenness

pytestmark = pytest.mark.usefixtures("uncompiled")


def weighted(graph: nx.Graph, seed: int) -> nx.Graph:
    random = np.random.RandomState(seed)
    for _, _, tie in graph.edges(data=True):
        tie["weight"] = float(random.randint(1, 5)) / 3
    return graph


SHAPES = {
    "empty": nx.empty_graph(0),
    "single": nx.empty_graph(1),
    "isolates": nx.empty_graph(4),
    "pair": nx.path_graph(2),
    "path": nx.path_graph(6),
    "star": nx.star_graph(5),
    "circle": nx.cycle_graph(7),
    "complete": nx.complete_graph(5),
    "two equal parts": nx.disjoint_union(nx.cycle_graph(4), nx.cycle_graph(4)),
    "two parts and a loner": nx.disjoint_union_all(
        [nx.star_graph(3), nx.complete_graph(4), nx.empty_graph(1)]
    ),
    "karate": nx.Graph(nx.karate_club_graph().edges),
    **{f"random {seed}": nx.gnp_random_graph(14, 0.2, seed=seed) for seed in range(4)},
    **{
        f"heavy {seed}": weighted(nx.gnp_random_graph(12, 0.3, seed=seed), seed)
        for seed in range(4)
    },
    "arrows": nx.gn_graph(9, seed=1),
    **{
        f"arrows {seed}": weighted(nx.gnp_random_graph(11, 0.2, seed=seed, directed=True), seed)
        for seed in range(4)
    },
}
EVERY = pytest.mark.parametrize("graph", SHAPES.values(), ids=list(SHAPES))


def matrix_of(graph: nx.Graph) -> csr_array:
    if not len(graph):
        return csr_array((0, 0))
    return csr_array(nx.to_scipy_sparse_array(graph, nodelist=range(len(graph)), dtype=float))


def as_igraph(graph: nx.Graph) -> igraph.Graph:
    made = igraph.Graph(n=len(graph), edges=list(graph.edges), directed=graph.is_directed())
    made.es["weight"] = [tie.get("weight", 1.0) for _, _, tie in graph.edges(data=True)]
    return made


def in_order(found: dict[int, float], graph: nx.Graph) -> list[float]:
    return [found[node] for node in range(len(graph))]


@EVERY
def test_pagerank(graph):
    found = positions.pagerank(matrix_of(graph))
    if len(graph):
        expected = nx.pagerank(graph, alpha=0.85, tol=1e-14, max_iter=10_000)
        assert found == pytest.approx(in_order(expected, graph), abs=1e-9)
        there = as_igraph(graph).pagerank(damping=0.85, weights="weight")
        assert found == pytest.approx(there, abs=1e-9)
    assert sum(found) == pytest.approx(1 if len(graph) else 0)


@EVERY
def test_katz(graph):
    found = positions.katz(matrix_of(graph))
    degrees = graph.in_degree if graph.is_directed() else graph.degree
    most = max((degree for _, degree in degrees), default=0)
    if len(graph) > 1:  # NetworkX solves no system of one
        expected = nx.katz_centrality_numpy(graph, 0.85 / most if most else 0.1, weight=None)
        assert found == pytest.approx(in_order(expected, graph), abs=1e-9)


@EVERY
def test_constraint(graph):
    found = structural_holes.constraint(matrix_of(graph))
    if len(graph):
        expected = in_order(nx.constraint(graph, weight="weight"), graph)
        assert found == pytest.approx(expected, abs=1e-9, nan_ok=True)
        there = as_igraph(graph).constraint(weights="weight")
        assert found == pytest.approx(there, abs=1e-9, nan_ok=True)


@EVERY
def test_effective_size(graph):
    found = structural_holes.effective_size(matrix_of(graph))
    general = nx.DiGraph(graph)
    # Asked of all nodes at once, NetworkX 3.6.1 divides by the column's largest weight, not the
    # row's; asked of some it does as Burt does, but for nodes that no arc leaves.
    sending = [node for node in general if general[node]]
    expected = nx.effective_size(general, nodes=sending, weight="weight")
    assert found[sending] == pytest.approx([expected[node] for node in sending], abs=1e-9)
    alone = {node for node in general if not general.degree(node)}
    assert {*np.flatnonzero(np.isnan(found)).tolist()} == alone
    alike = {tie.get("weight", 1.0) for _, _, tie in graph.edges(data=True)} <= {1.0}
    if alike and len(graph) and not graph.is_directed():
        short = in_order(nx.effective_size(graph), graph)  # Borgatti's n - 2t/n
        assert found == pytest.approx(short, abs=1e-9, nan_ok=True)


@EVERY
def test_core_numbers(graph):
    found = positions.core_numbers(matrix_of(graph)).tolist()
    ties = nx.Graph(graph)
    assert found == in_order(nx.core_number(ties), graph)
    assert found == as_igraph(ties).coreness()


@EVERY
def test_clustering(graph):
    found = positions.clustering(matrix_of(graph))
    ties = nx.Graph(graph)
    there = as_igraph(ties).transitivity_local_undirected(mode="nan")
    assert found == pytest.approx(there, nan_ok=True)
    none = {node: 0.0 for node, degree in ties.degree if degree < 2}
    expected = in_order(nx.clustering(ties) | none, graph)
    assert np.nan_to_num(found) == pytest.approx(expected)


@EVERY
def test_weighted_betweenness(graph):
    matrix = matrix_of(graph)
    lengths = matrix.copy()
    lengths.data = 1 / lengths.data
    found = weighted_betweenness(lengths, directed=graph.is_directed())
    away = as_igraph(graph)
    away.es["length"] = [1 / weight for weight in away.es["weight"]]
    n = len(graph)
    pairs = max((n - 1) * (n - 2), 1) / (1 if graph.is_directed() else 2)
    assert found == pytest.approx([value / pairs for value in away.betweenness(weights="length")])


def test_ways_whose_lengths_differ_by_rounding_alone_are_equally_long():
    # 1/3 three times over, and 1 at once: a float apart, but one length.
    third, one = 1 / 3, 1.0
    ties = {(0, 1): third, (1, 2): third, (2, 3): third + 1e-17, (0, 4): one / 2, (4, 3): one / 2}
    ends = [*ties, *((b, a) for a, b in ties)]
    values = [*ties.values()] * 2
    lengths = csr_array((values, tuple(zip(*ends, strict=True))), shape=(5, 5))
    assert third + third + third == 1.0 or abs(3 * third - 1) < 1e-12
    found = weighted_betweenness(lengths, directed=False)
    assert found[1] == pytest.approx(found[2])
    assert found[4] == pytest.approx(0.5 / 6)  # half of the ways between 0 and 3


def test_kites_and_karate_have_the_published_core_and_clustering():
    kite = nx.krackhardt_kite_graph()
    matrix = matrix_of(kite)
    # Diane (3) has six contacts with eight ties among them: 8 of 15 pairs.
    assert positions.clustering(matrix)[3] == pytest.approx(8 / 15)
    assert structural_holes.effective_size(matrix)[3] == pytest.approx(6 - 2 * 8 / 6)
    assert positions.core_numbers(matrix).tolist() == in_order(nx.core_number(kite), kite)
