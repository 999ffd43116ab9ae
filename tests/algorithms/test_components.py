"""What hangs together, compared with NetworkX."""

from __future__ import annotations

from unittest.mock import patch

import networkx as nx
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from graphtool.algorithms import components

CALM = settings(max_examples=100, deadline=None, derandomize=True)
PAIRS = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=12)


@CALM
@given(PAIRS)
def test_connected_parts_are_those_of_networkx_in_order(edges):
    graph = nx.Graph(edges)
    graph.add_nodes_from(range(9))
    found = components.connected(9, edges)
    assert found == sorted(sorted(part) for part in nx.connected_components(graph))


@CALM
@given(PAIRS)
def test_an_edge_lies_on_a_cycle_if_a_path_leads_back(edges):
    graph = nx.DiGraph(edges)
    ends = np.array(edges, dtype=np.int64).reshape(-1, 2)
    for few in (0, len(edges)):  # counted by scipy alone, or without it where there is no cycle
        with patch.object(components, "FEW", few):
            found = components.within_cycles(ends[:, 0], ends[:, 1], 9).tolist()
        assert found == [nx.has_path(graph, target, source) for source, target in edges]


def test_nothing_has_no_parts():
    assert components.connected(0, []) == []
