"""The polygon around points."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from graphtool.algorithms.geometry.polyline import Point, Route


def convex(points: Sequence[Point]) -> Route:
    """The smallest convex polygon around points that do not all lie on one line.

    From its leftmost corner, of equals the upper one; clockwise, where y runs downwards.

    >>> convex([(0, 0), (2, 0), (1, 1), (2, 2), (0, 2)])
    ((0, 0), (2, 0), (2, 2), (0, 2))
    """
    from scipy.spatial import ConvexHull

    corners = [points[at] for at in ConvexHull(np.array(points, dtype=np.float64)).vertices]
    first = corners.index(min(corners))
    return tuple(corners[first:] + corners[:first])
