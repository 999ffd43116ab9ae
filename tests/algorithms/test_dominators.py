"""What everything passes through, and how many lead to a node: against NetworkX."""

from __future__ import annotations

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from graphtool.algorithms import reaching
from graphtool.algorithms.dominators import dominated, immediate_dominators

ARCS = st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=20)
SOME = settings(max_examples=60, derandomize=True, deadline=None)


def graph_of(arcs: set[tuple[int, int]]) -> tuple[nx.DiGraph, list[list[int]]]:
    graph = nx.DiGraph()
    graph.add_nodes_from(range(8))
    graph.add_edges_from(sorted(arcs))
    return graph, [sorted(graph[node]) for node in range(8)]


@SOME
@given(ARCS)
def test_dominators_are_those_without_which_the_root_leads_there_no_more(arcs):
    graph, ahead = graph_of(arcs)
    there = nx.descendants(graph, 0) | {0}
    over = {
        node: {
            other
            for other in there - {node, 0}
            if node != 0 and other not in nx.descendants(graph.subgraph(there - {node}), 0)
        }
        for node in there
    }
    over[0] = there - {0}
    assert dominated(ahead, 0) == [len(over.get(node, ())) for node in range(8)]
    above = immediate_dominators(ahead, 0)
    assert {node for node in range(8) if above[node] >= 0} == there - {0}
    assert all(node in over[above[node]] for node in there - {0})


@SOME
@given(ARCS)
def test_those_who_lead_to_a_node_are_its_ancestors(arcs):
    graph, ahead = graph_of(arcs)
    expected = [len(nx.ancestors(graph, node) - {node}) for node in range(8)]
    assert reaching.leading_to(ahead) == expected


def test_they_are_counted_block_by_block(monkeypatch):
    monkeypatch.setattr(reaching, "BLOCK", 3)
    assert reaching.leading_to([[at + 1] for at in range(9)] + [[]]) == list(range(10))


def test_a_long_chain_is_no_deep_recursion():
    chain = [[at + 1] for at in range(5_000)] + [[]]
    assert dominated(chain, 0)[:2] == [5_000, 4_999]
