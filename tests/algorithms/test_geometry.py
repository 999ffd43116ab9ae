"""Borders thinned, clipped and weighed; polygons around points; lines in rectangles."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphtool.algorithms.geometry import hull, rings, segments, simplification


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 400)), min_size=3, max_size=60))
def test_a_thinned_line_is_never_further_than_the_tolerance_away(points):
    kept = simplification.douglas_peucker(points, 0.5)
    for point in points:
        away = min(
            float(
                simplification._from_line(
                    np.array([point], float), np.array(a, float), np.array(b, float)
                )[0]
            )
            for a, b in pairwise(kept)
        )
        assert away <= 0.5 + 1e-9


POINTS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=3, max_size=30)


def turn(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


@settings(max_examples=60, deadline=None)
@given(POINTS)
def test_a_hull_turns_one_way_only_and_holds_every_point(points):
    if all(turn(points[0], one, other) == 0 for one in points for other in points):
        return
    corners = hull.convex([(float(x), float(y)) for x, y in points])
    assert corners[0] == min(corners)
    assert set(corners) <= {(float(x), float(y)) for x, y in points}
    for one, other in pairwise([*corners, corners[0]]):
        assert all(turn(one, other, point) >= 0 for point in points)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(2, 9), min_size=5, max_size=12), st.integers(-20, 20))
def test_what_is_clipped_in_two_has_the_area_of_the_whole(lengths, border):
    angles = np.arange(len(lengths)) * 2 * np.pi / len(lengths)
    star = [
        (r * float(np.cos(a)), r * float(np.sin(a))) for r, a in zip(lengths, angles, strict=True)
    ]
    star.append(star[0])
    left = rings.clipped(star, (-99, -99, border / 4, 99))
    right = rings.clipped(star, (border / 4, -99, 99, 99))
    assert rings.area(left) + rings.area(right) == pytest.approx(rings.area(star))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 9), min_size=5, max_size=12), st.integers(-50, 50))
def test_the_middle_of_a_ring_lies_in_it_however_it_is_bent(lengths, away):
    angles = np.arange(len(lengths)) * 2 * np.pi / len(lengths)
    star = [
        (away + r * float(np.cos(a)), r * float(np.sin(a)))
        for r, a in zip(lengths, angles, strict=True)
    ]
    star.append(star[0])
    assert rings.contains([star], rings.middle([star]))
    assert not rings.contains([star], (away + 99.0, 0.0))


def test_the_middle_of_several_rings_is_that_of_the_largest():
    small, large = (
        [(x, 0.0), (x + side, 0.0), (x + side, side), (x, side), (x, 0.0)]
        for x, side in ((0.0, 1.0), (5.0, 2.0))
    )
    assert rings.middle([small, large]) == (6.0, 1.0)


@settings(max_examples=60, deadline=None)
@given(POINTS, st.integers(0, 30), st.integers(0, 30))
def test_the_length_of_lines_in_a_rectangle_is_what_many_points_on_them_say(points, left, top):
    place = np.array(points, dtype=float)
    pairs = np.array(list(pairwise(range(len(points)))), dtype=np.int64)
    low, high = np.array([[left, top]], dtype=float), np.array([[left + 10.5, top + 10.5]])
    found = float(segments.length_within(place, pairs, low, high)[0])
    part = (np.arange(2000)[:, None] + 0.5) / 2000
    total = 0.0
    for a, b in pairs:
        on = place[a] + part * (place[b] - place[a])
        inside = ((on >= low[0]) & (on <= high[0])).all(axis=1).mean()
        total += float(inside * np.hypot(*(place[b] - place[a])))
    assert found == pytest.approx(total, abs=0.1 * len(pairs))
