"""Borders thinned: nothing further from them than the tolerance."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from graphtool.algorithms.geometry import simplification


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 400)), min_size=3, max_size=60))
def test_a_thinned_line_is_never_further_than_the_tolerance_away(points):
    kept = simplification.douglas_peucker(points, 0.5)
    for point in points:
        away = min(
            float(simplification._from_line(np.array([point], float), np.array(a, float),
                                  np.array(b, float))[0])
            for a, b in pairwise(kept)
        )  # fmt: skip
        assert away <= 0.5 + 1e-9
