"""The stages of a layered drawing: layers, their order, and numbers that rise."""

from __future__ import annotations

from itertools import combinations, combinations_with_replacement

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import isotonic_regression

from graphtool.algorithms import isotonic
from graphtool.algorithms.layered import crossings, layering, stack
from graphtool.algorithms.layered.component import connected, first_order
from graphtool.algorithms.layered.graph import layered_graph
from graphtool.algorithms.sizes import Size

CALM = settings(max_examples=60, deadline=None, derandomize=True)
PAIRS = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=30)


def test_what_hangs_together_stands_together_and_no_lines_cross():
    # Municipalities 0 to 2 own goals 3 to 8, whose order is all mixed up.
    edges = [
        (0, 8, "OWNS"),
        (0, 3, "OWNS"),
        (1, 7, "OWNS"),
        (1, 4, "OWNS"),
        (2, 5, "OWNS"),
        (2, 6, "OWNS"),
    ]
    graph = layered_graph([*edges, (0, 4, "FUNDS"), (1, 6, "FUNDS")], [0] * 3 + [1] * 6)
    layers = crossings.ordered(graph, {})
    assert crossings.crossings(layers, graph.neighbours()[1]) == 0
    assert layers == [[0, 1, 2], [3, 8, 4, 7, 6, 5]]


@CALM
@given(PAIRS)
def test_all_edges_lead_to_a_later_layer_once_some_on_circles_are_turned(edges):
    layer, turned = layering.layers(9, edges)
    on_cycle = layering.on_cycle(9, edges)
    for at, (source, target) in enumerate(edges):
        if source == target:
            assert at in turned
        else:
            assert (layer[target] < layer[source]) == (at in turned)
            assert layer[target] != layer[source]
        assert on_cycle[at] or at not in turned


@CALM
@given(PAIRS)
def test_an_edge_lies_on_a_circle_if_a_way_leads_back(edges):
    ways = nx.MultiDiGraph(edges)
    assert layering.on_cycle(9, edges) == [nx.has_path(ways, t, s) for s, t in edges]


def test_one_edge_is_turned_where_one_is_enough():
    # Two circles that share 0 -> 1: turning that edge opens both.
    edges = [(0, 1), (1, 2), (2, 0), (1, 3), (3, 0)]
    assert layering.layers(4, edges)[1] == [0]


def test_a_layer_is_the_longest_way_there():
    assert layering.layers(4, [(0, 3), (0, 1), (1, 2), (2, 3)]) == ([0, 1, 2, 3], [])


@CALM
@given(PAIRS, st.lists(st.integers(20, 240), min_size=9, max_size=9), st.integers(1, 3))
def test_no_stack_takes_less_room_than_was_said_before_its_lines_ran(pairs, widths, parts):
    edges = [(a, b, "OWNS") for a, b in pairs]
    sizes = [Size(float(width), 22.0) for width in widths]
    made = [
        (component, first_order(component))
        for component in connected(sizes, edges, [0, 0, 0, 0, 1, 1, 1, 2, 2], {}, {})
    ]
    found = stack.columns(made, {0: parts, 1: 1, 2: 1})
    least, stacked = stack.least(found, {1: 90.0}), stack.stacked(found, {1: 90.0})
    assert least.width <= stacked.width + 1e-6
    assert least.height <= stacked.height + 1e-6


@CALM
@given(PAIRS)
def test_crossings_are_pairs_of_lines_whose_ends_are_swapped(edges):
    lines = sorted({(a, 9 + b) for a, b in edges})
    right: list[list[int]] = [[b for a, b in lines if a == item] for item in range(18)]
    swapped = sum((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(lines, 2))
    assert crossings.crossings([list(range(9)), list(range(9, 18))], right) == swapped


@CALM
@given(st.lists(st.integers(-20, 20), min_size=1))
def test_least_squares_moves_rise_keep_the_sum_and_leave_what_rises(values):
    found = isotonic.means(values, [1.0] * len(values))
    assert found == sorted(found)
    assert sum(found) == pytest.approx(sum(values))
    assert isotonic.means(sorted(values), [1.0] * len(values)) == sorted(values)


@CALM
@given(st.lists(st.tuples(st.integers(-20, 20), st.sampled_from([0.5, 1.0, 6.0])), min_size=1))
def test_least_squares_moves_are_those_of_scipy(pairs):
    values, weights = (list(column) for column in zip(*pairs, strict=True))
    theirs = isotonic_regression(values, weights=weights).x
    assert isotonic.means(values, weights) == pytest.approx(theirs, abs=1e-9)


@CALM
@given(st.lists(st.integers(0, 4), min_size=1, max_size=5))
def test_no_rising_numbers_are_nearer_than_the_medians(values):
    found = isotonic.medians(values)
    assert found == sorted(found)
    moved = sum(abs(a - b) for a, b in zip(values, found, strict=True))
    for other in combinations_with_replacement(range(5), len(values)):
        assert moved <= sum(abs(a - b) for a, b in zip(values, other, strict=True))
