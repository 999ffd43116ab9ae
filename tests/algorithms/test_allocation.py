"""Which pairs have most in common, against NetworkX's index of resource allocation."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array

from graphtool.algorithms import allocation
from graphtool.algorithms.allocation import allocated
from tests.strategies import EXAMPLES


def matrix(ties: nx.Graph) -> csr_array:
    return csr_array(nx.to_scipy_sparse_array(ties, nodelist=range(len(ties)), dtype=float))


@EXAMPLES
@given(
    st.integers(0, 1_000),
    st.integers(2, 12),
    st.sampled_from([0, 1, 3, 99]),
    st.sampled_from([1, 9, allocation.WAYS]),
    st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=4),
)
def test_the_best_pairs_are_those_of_networkx_in_whatever_pieces_they_are_summed(
    seed: int, nodes: int, most: int, ways: int, left_out: list[tuple[int, int]]
) -> None:
    ties = nx.gnp_random_graph(nodes, 0.3, seed=seed)
    gone = {tuple(sorted(pair)) for pair in left_out if max(pair) < nodes}
    known = [
        (-round(score, 9), min(pair), max(pair))
        for *pair, score in nx.resource_allocation_index(ties)
        if score and tuple(sorted(pair)) not in gone
    ]
    keys = np.array([one * nodes + other for one, other in gone], dtype=np.int64)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(allocation, "WAYS", ways)
        found = allocated(matrix(ties), most, keys)
    told = zip((-found.score).tolist(), found.one.tolist(), found.other.tolist(), strict=True)
    assert list(told) == sorted(known)[:most]
    assert found.pairs == len(known)


def test_where_nobody_is_tied_no_pair_has_anybody_in_common() -> None:
    assert allocated(matrix(nx.empty_graph(3)), 5).pairs == 0
    assert allocated(csr_array((0, 0)), 5).pairs == 0


def test_in_a_crowd_of_six_hundred_each_pair_is_told_once() -> None:
    crowd = nx.complete_graph(600)
    crowd.add_edges_from((node, 600 + node) for node in range(600))
    found = allocated(matrix(crowd), 1)
    assert found.pairs == 600 * 599  # each with what hangs on the others
    assert (found.one[0], found.other[0], found.score[0]) == (0, 601, round(1 / 600, 9))
