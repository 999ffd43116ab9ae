"""What is compiled gives the bytes that the other way gives, over any number of threads."""

from __future__ import annotations

import subprocess
import sys

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numba.core import caching
from scipy.sparse import csr_array

from graphtool.algorithms import (
    betweenness,
    compiled,
    distances,
    permutation,
    positions,
    products,
    projection,
    structural_holes,
)
from graphtool.algorithms.kernels import compiling
from graphtool.algorithms.kernels import projection as projections
from tests.algorithms.test_betweenness import GRAPHS
from tests.algorithms.test_distances import ALL
from tests.algorithms.test_positions import SHAPES, matrix_of

MEASURES = {
    "betweenness": betweenness.betweenness,
    "betweenness from a sample": lambda matrix: betweenness.betweenness(matrix, 70),
    "distances": distances.distances,
    "constraint": lambda matrix: [structural_holes.constraint(matrix)],
    "constraint of ties": lambda matrix: [structural_holes.constraint(matrix, directed=False)],
    "effective size": lambda matrix: [structural_holes.effective_size(matrix)],
    "clustering": lambda matrix: [positions.clustering(matrix)],
    "core numbers": lambda matrix: [positions.core_numbers(matrix)],
    "core numbers of ties": lambda matrix: [positions.core_numbers(matrix, directed=False)],
}
UNDIRECTED = (
    "betweenness",
    "betweenness from a sample",
    "constraint of ties",
    "core numbers of ties",
)


def layered(layers: int, width: int) -> nx.Graph:
    """Layer after layer, most of each tied to most of the next."""
    within = nx.gnp_random_graph(layers * width, 0.8, seed=1)
    return within.edge_subgraph(
        (one, other) for one, other in within.edges if abs(one // width - other // width) == 1
    )


OF_MANY = {
    **GRAPHS,
    **ALL,
    "many pieces": nx.barabasi_albert_graph(300, 3, seed=2),
    "a long circle": nx.cycle_graph(200),
    "more ways than a number holds exactly": layered(40, 5),
    "random, in pieces": nx.gnp_random_graph(250, 0.006, seed=5),
}


@pytest.fixture
def both(monkeypatch):
    """Works something out with what is compiled, and without."""

    def of(measure):
        known = compiled.kernel
        with monkeypatch.context() as without:
            without.setattr(compiled, "kernel", lambda name, seconds: None)
            slow = measure()
        with monkeypatch.context() as using:
            asked = []
            using.setattr(
                compiled, "kernel", lambda name, _: asked.append(name) or known(name, np.inf)
            )
            fast = measure()
            assert asked
        return [[(of.dtype, of.tobytes()) for of in found] for found in (fast, slow)]

    return of


def of_ties(graph: nx.Graph) -> csr_array:
    return matrix_of(nx.convert_node_labels_to_integers(graph))


@pytest.mark.combined
@pytest.mark.parametrize("name", OF_MANY)
@pytest.mark.parametrize("measure", MEASURES)
def test_networks_of_every_shape_have_the_same_bytes(measure, name, both):
    matrix = of_ties(OF_MANY[name])
    fast, slow = both(lambda: MEASURES[measure](matrix))
    assert fast == slow


@pytest.mark.parametrize("deep", [0, 1, 6, 1_000])
def test_so_have_distances_however_deep_they_are_searched_together(deep, both, monkeypatch):
    monkeypatch.setattr(distances, "DEEP", deep)
    fast, slow = both(lambda: distances.distances(of_ties(OF_MANY["in pieces"])))
    assert fast == slow


@pytest.mark.parametrize(
    ("measure", "name"),
    [
        (measure, name)
        for measure in MEASURES
        for name, graph in SHAPES.items()
        if not (graph.is_directed() and measure.startswith(UNDIRECTED))
        # Of fewer than three nodes, and of no ties, betweenness asks nothing.
        if not (measure.startswith("betw") and (graph.size() == 0 or len(graph) < 3))
    ],
)
def test_so_have_small_weighted_and_directed_ones(measure, name, both):
    matrix = matrix_of(SHAPES[name])
    fast, slow = both(lambda: MEASURES[measure](matrix))
    assert fast == slow


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("measure", [name for name in MEASURES if not name.startswith("betw")])
def test_so_have_matrices_out_of_order_with_zeros_and_entries_said_twice(measure, directed, both):
    random = np.random.RandomState(4)
    one, other = random.randint(0, 40, 160), random.randint(0, 40, 160)
    one, other = one[one != other], other[one != other]
    weight = random.randint(0, 3, len(one)) / 3.0
    if measure == "distances":
        weight += 1
    if measure in UNDIRECTED or not directed:
        one, other, weight = np.r_[one, other], np.r_[other, one], np.r_[weight, weight]
    order = np.argsort(one, kind="stable")
    start = np.r_[0, np.bincount(one, minlength=40).cumsum()]
    matrix = csr_array((weight[order], other[order], start), shape=(40, 40))
    assert not matrix.has_canonical_format
    fast, slow = both(lambda: MEASURES[measure](matrix.copy()))
    assert fast == slow


@pytest.mark.parametrize("measure", MEASURES)
def test_any_number_of_threads_gives_the_same_bytes(measure, monkeypatch):
    matrix = of_ties(OF_MANY["many pieces"])
    monkeypatch.setattr(compiled, "WORTH", 0)
    monkeypatch.setattr(compiled, "WORTH_LOADED", 0)
    monkeypatch.setattr(distances, "PIECE", 7)
    monkeypatch.setattr(structural_holes, "SECONDS", 0.001)
    monkeypatch.setattr(products, "SECONDS", 0.001)
    found = set()
    for threads in (1, 2, 5):
        monkeypatch.setattr(compiled, "_threads", lambda nodes, threads=threads: threads)
        found.add(tuple(of.tobytes() for of in MEASURES[measure](matrix)))
    assert len(found) == 1


@pytest.mark.parametrize("groups", [2, 7, 299])
def test_shuffled_groups_hold_as_many_ties_however_they_are_counted(groups, both):
    ties = np.array(OF_MANY["many pieces"].edges, dtype=np.int64).T
    group = np.arange(300) % groups + 1_000  # of any numbers
    fast, slow = both(
        lambda: np.array([permutation.external_internal(tuple(ties), group, repeats=9)])
    )
    assert fast == slow


ROWS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 9)), max_size=60)


@settings(derandomize=True, max_examples=60, deadline=None, database=None)
@given(ROWS)
def test_members_of_groups_are_paired_alike_and_as_networkx_pairs_them(rows):
    member, group = np.array(rows, dtype=np.int64).reshape(-1, 2).T
    found = []
    for seconds in (np.inf, None):
        with pytest.MonkeyPatch.context() as patched:
            known = compiled.kernel
            patched.setattr(
                compiled,
                "kernel",
                lambda name, _, known=known, seconds=seconds: seconds and known(name, seconds),
            )
            who = projection.memberships(member, group)
            found.append([*who, *projection.shared(who)])
    fast, slow = ([(of.dtype, of.tobytes()) for of in arrays] for arrays in found)
    assert fast == slow
    graph = nx.Graph([(m, ("group", g)) for m, g in rows])
    names = sorted(set(member.tolist()))
    tied = nx.bipartite.collaboration_weighted_projected_graph(graph, names)
    expected = {tuple(sorted(pair)): tied.edges[pair]["weight"] for pair in tied.edges}
    one, other, _, weight = found[0][5:]
    pairs = zip(who.names[one].tolist(), who.names[other].tolist(), strict=True)
    assert dict(zip(pairs, weight.tolist(), strict=True)) == pytest.approx(expected)


def test_a_small_network_is_answered_without_numba():
    """Loading it would take longer than the answer."""
    code = (
        "import sys, numpy as np\n"
        "from scipy.sparse import csr_array\n"
        "from graphtool.algorithms import betweenness, compiled, distances, positions\n"
        "ring = np.arange(100)\n"
        "ends = np.r_[ring, np.roll(ring, 1)], np.r_[np.roll(ring, 1), ring]\n"
        "net = csr_array((np.ones(200), ends))\n"
        "betweenness.betweenness(net), distances.distances(net), positions.core_numbers(net)\n"
        "assert 'numba' not in sys.modules\n"
        "assert compiled.kernel('positions.core_numbers', 60) and 'numba' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_without_numba_and_where_it_may_not_compile_the_other_way_answers(monkeypatch):
    name = "graphtool.algorithms.kernels.positions"
    monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.delitem(sys.modules, compiling.__name__)
    with monkeypatch.context() as missing:
        missing.setitem(sys.modules, "numba", None)
        assert compiled.kernel("positions.core_numbers", np.inf) is None
    # As with NUMBA_DISABLE_JIT.
    monkeypatch.setattr("numba.njit", lambda **options: lambda function: function)
    assert compiled.kernel("positions.core_numbers", np.inf) is None


def test_where_nothing_may_be_kept_it_is_compiled_each_time(monkeypatch):
    monkeypatch.setattr(caching.CompileResultCacheImpl, "_locator_classes", [])
    afresh = compiling.compiled(projections._numbered.py_func)
    names, row = afresh(np.array([5, 3, 5]))
    assert (names.tolist(), row.tolist()) == ([3, 5], [1, 0, 1])


def test_a_full_disk_does_not_stop_an_answer(monkeypatch):
    def full(*arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(projections, "_numbered", compiling.compiled(projections._numbered.py_func))
    monkeypatch.setattr(caching.FunctionCache, "load_overload", lambda *arguments: None)
    monkeypatch.setattr(caching.FunctionCache, "save_overload", full)
    numbered = compiled.kernel("projection._numbered", np.inf)
    assert numbered(np.array([5, 3, 5]))[0].tolist() == [3, 5]
