"""Stress positions, and boxes that give way."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from graphtool.algorithms import overlap, stress


def test_stress_keeps_steps_as_distances():
    chain = [(n, n + 1) for n in range(9)]
    place = stress.positions(10, chain)
    steps = np.hypot(*(place[1:] - place[:-1]).T)
    assert np.allclose(steps, 1, atol=0.05)


def test_pushed_boxes_no_longer_overlap():
    place = overlap.removed(np.zeros((6, 2)), np.full(6, 80.0), np.full(6, 20.0), rounds=500)
    for a, b in combinations(place, 2):
        assert abs(a[0] - b[0]) > 79 or abs(a[1] - b[1]) > 19


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(-50, 50), st.integers(-50, 50)), min_size=1, max_size=30))
def test_boxes_pushed_apart_never_overlap(points):
    place = np.array(points, dtype=float)
    width, height = np.full(len(points), 40.0), np.full(len(points), 18.0)
    moved = overlap.removed(place, width, height)
    for (ax, ay), (bx, by) in combinations(moved.tolist(), 2):
        assert abs(ax - bx) > 39.4 or abs(ay - by) > 17.4
