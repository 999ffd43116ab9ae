"""Harmonic closeness against networkx, 64 nodes at a time, many words at a time, or one by one."""

from __future__ import annotations

import networkx as nx
import pytest
from scipy.sparse import csr_array

from graphtool.algorithms import distances
from tests.algorithms.test_betweenness import GRAPHS, of

pytestmark = pytest.mark.usefixtures("uncompiled")

ALL = {**GRAPHS, "with some alone": nx.compose(nx.star_graph(70), nx.empty_graph(range(68, 100)))}


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("deep", [0, 40, 1_000])
@pytest.mark.parametrize("cells", [1, 4_000_000])
def test_is_as_networkx_has_it_however_many_are_searched_from_at_once(
    name, deep, cells, monkeypatch
):
    monkeypatch.setattr(distances, "DEEP", deep)
    monkeypatch.setattr(distances, "WORDS", cells)
    ties = ALL[name]
    known = nx.harmonic_centrality(ties)
    found = distances.distances(of(ties)).harmonic.tolist()
    assert found == pytest.approx([known[node] for node in ties], abs=1e-12)


@pytest.mark.parametrize("count", [0, 1, 3])
def test_where_nobody_is_tied_nobody_is_near(count):
    assert distances.distances(csr_array((count, count))).harmonic.tolist() == [0] * count
