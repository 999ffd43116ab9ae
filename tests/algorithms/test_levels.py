"""Levels of a directed graph: each after all that it leads to, circles as one."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from graphtool.algorithms.levels import levels


def of(graph: nx.DiGraph) -> tuple[list[int], list[bool]]:
    """The level of each node, and whether it is in a circle."""
    ends = np.array(list(graph.edges), dtype=np.int64).reshape(-1, 2)
    found = levels(ends[:, 0], ends[:, 1], len(graph))
    return found.level.tolist(), found.in_circle.tolist()


def expected(graph: nx.DiGraph) -> tuple[list[int], list[bool]]:
    """The same as NetworkX has it: the generations of the reversed condensation."""
    whole = nx.condensation(graph)
    level, in_circle = [0] * len(graph), [False] * len(graph)
    for number, parts in enumerate(nx.topological_generations(whole.reverse()), start=1):
        for part in parts:
            members = whole.nodes[part]["members"]
            for node in members:
                level[node] = number
                in_circle[node] = len(members) > 1 or graph.has_edge(node, node)
    return level, in_circle


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("density", [0.01, 0.03, 0.06, 0.3])
def test_they_are_networkx_generations_of_the_condensation(density, seed):
    graph = nx.gnp_random_graph(60, density, seed=seed, directed=True)
    graph.add_edge(seed, seed)
    assert of(graph) == expected(graph)


@pytest.mark.parametrize(
    ("graph", "level"),
    [
        (nx.DiGraph(), []),
        (nx.empty_graph(3, create_using=nx.DiGraph), [1, 1, 1]),
        (nx.path_graph(4, create_using=nx.DiGraph), [4, 3, 2, 1]),
        (nx.cycle_graph(3, create_using=nx.DiGraph), [1, 1, 1]),
        (nx.DiGraph([(0, 1), (0, 2), (1, 2)]), [3, 2, 1]),  # the longest way counts
    ],
    ids=["nothing", "no edge", "path", "circle", "short cut"],
)
def test_shapes_known_by_heart(graph, level):
    assert of(graph)[0] == level


def test_a_long_chain_is_no_deeper_than_it_may_be():
    size = 20_000
    found = levels(np.arange(size - 1), np.arange(1, size), size)
    assert found.level[0] == size
    assert not found.in_circle.any()
