"""Betweenness against networkx, worked out either way, and an estimate's error."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from scipy.sparse import csr_array

from graphtool.algorithms import betweenness as module
from graphtool.algorithms.betweenness import betweenness

pytestmark = pytest.mark.usefixtures("uncompiled")


def of(ties: nx.Graph) -> csr_array:
    return csr_array(nx.to_scipy_sparse_array(ties, weight=None, dtype=float))


GRAPHS = {
    "florence": nx.florentine_families_graph(),
    "karate": nx.karate_club_graph(),
    "in pieces": nx.gnp_random_graph(120, 0.015, seed=3),
    "dense": nx.gnp_random_graph(40, 0.4, seed=3),
    "a long path": nx.path_graph(150),
    "a grid": nx.grid_2d_graph(6, 9),
    "a short part and a long one": nx.disjoint_union(nx.complete_graph(60), nx.path_graph(90)),
}


@pytest.mark.parametrize("name", GRAPHS)
@pytest.mark.parametrize("deep", [0, 40, 1_000])
def test_is_as_networkx_has_it_whether_sources_go_together_or_alone(name, deep, monkeypatch):
    monkeypatch.setattr(module, "DEEP", deep)
    monkeypatch.setattr(module, "CELLS", 700)
    found = betweenness(of(GRAPHS[name]))
    known = list(nx.betweenness_centrality(GRAPHS[name]).values())
    assert found.values.tolist() == pytest.approx(known, abs=1e-12)
    assert not found.errors.any()


@pytest.mark.parametrize("count", [0, 1, 2])
def test_among_fewer_than_three_nobody_stands_between(count):
    matrix = of(nx.path_graph(count)) if count else csr_array((0, 0))
    assert betweenness(matrix).values.tolist() == [0] * count


@pytest.fixture(scope="module")
def hubs() -> tuple[csr_array, np.ndarray]:
    matrix = of(nx.barabasi_albert_graph(800, 3, seed=1))
    return matrix, betweenness(matrix).values


def test_an_estimate_errs_by_no_more_than_it_says_for_those_that_matter(hubs):
    matrix, known = hubs
    first = np.argsort(-known)[:25]
    held = []
    for seed in range(10):
        found = betweenness(matrix, 200, seed=seed)
        held.append((np.abs(found.values - known) <= found.errors)[first].mean())
    assert np.mean(held) > 0.93
    # And it says no more than it must: of one deviation, a third as much, two thirds would hold.
    small = betweenness(matrix, 200).errors / module.SURE
    assert (np.abs(betweenness(matrix, 200).values - known) <= small)[first].mean() < 0.85


def test_estimates_are_right_on_average_and_more_sources_halve_the_error(hubs):
    matrix, known = hubs
    top = int(known.argmax())
    found = [betweenness(matrix, 100, seed=seed).values[top] for seed in range(30)]
    one = betweenness(matrix, 100).errors[top] / module.SURE
    assert np.mean(found) == pytest.approx(known[top], abs=3 * one / 30**0.5)
    assert np.std(found) == pytest.approx(one, rel=0.5)
    # A fourth of the nodes, and one in sixteen; without replacement the error falls a bit faster.
    ratio = betweenness(matrix, 200).errors[top] / betweenness(matrix, 50).errors[top]
    assert 0.3 < ratio < 0.6


def test_all_nodes_as_sources_are_no_estimate(hubs):
    matrix, known = hubs
    found = betweenness(matrix, 800)
    assert not found.errors.any()
    assert found.values.tolist() == known.tolist()
