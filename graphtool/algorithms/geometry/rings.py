"""Closed lines: what of them lies in a window, and what they enclose."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from graphtool.algorithms.arrays import Array
from graphtool.algorithms.geometry.polyline import Point

Window = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def clipped(ring: Sequence[Point], window: Window) -> list[Point]:
    """The part of a closed ring in the window (Sutherland and Hodgman 1974), closed; [] for none.

    >>> clipped([(-1, 1), (1, 1), (1, 3), (-1, 3), (-1, 1)], (0, 0, 9, 9))
    [(0, 1.0), (1, 1), (1, 3), (0, 3.0), (0, 1.0)]
    """
    loop = list(ring[:-1])
    for side, border in enumerate(window):
        axis, inward = side % 2, 1 if side < 2 else -1
        made: list[Point] = []
        for one, other in zip(loop, loop[1:] + loop[:1], strict=True):
            inside = [(point[axis] - border) * inward >= 0 for point in (one, other)]
            if inside[0] != inside[1]:
                part = (border - one[axis]) / (other[axis] - one[axis])
                across = one[1 - axis] + part * (other[1 - axis] - one[1 - axis])
                made.append((across, border) if axis else (border, across))
            if inside[1]:
                made.append(other)
        loop = made
    if loop:
        first = loop.index(min(loop))
        loop = loop[first:] + loop[:first]
        loop.append(loop[0])
    return loop


def area(ring: Sequence[Point]) -> float:
    """The area that a closed ring encloses, by the shoelace formula; 0 for no points.

    >>> area([(0, 0), (2, 0), (2, 3), (0, 3), (0, 0)])
    6.0
    """
    return abs(_centroid(ring)[1]) if ring else 0.0


def contains(rings: Sequence[Sequence[Point]], point: Point) -> bool:
    """Whether a point lies within closed rings: an odd number of their sides to the right of it.

    >>> square = ((0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0), (0.0, 0.0))
    >>> contains((square,), (1, 1)), contains((square,), (3, 1))
    (True, False)
    """
    x, y = point
    return sum(int((_crossings(ring, y) > x).sum()) for ring in rings) % 2 == 1


def middle(rings: Sequence[Sequence[Point]]) -> Point:
    """The centroid of the largest of at least one ring, or where it lies in none a point in one.

    >>> middle([((0.0, 58.0), (2.0, 58.0), (2.0, 60.0), (0.0, 60.0), (0.0, 58.0))])
    (1.0, 59.0)
    """
    (x, y), _ = max((_centroid(ring) for ring in rings), key=lambda found: abs(found[1]))
    if not contains(rings, (x, y)):
        # The widest stretch within the rings at the centroid's height.
        sides = np.sort(np.concatenate([_crossings(ring, y) for ring in rings]))
        if len(sides) > 1:
            widest = int((sides[1::2] - sides[: len(sides) // 2 * 2 : 2]).argmax())
            x = float(sides[2 * widest] + sides[2 * widest + 1]) / 2
    return x, y


def _crossings(ring: Sequence[Point], height: float) -> Array:
    """Where a ring crosses a height: x of each crossing."""
    x, y = np.array(ring, dtype=np.float64).T
    across = (y[:-1] > height) != (y[1:] > height)
    x0, x1, y0, y1 = x[:-1][across], x[1:][across], y[:-1][across], y[1:][across]
    return np.asarray(x0 + (height - y0) / (y1 - y0) * (x1 - x0))


def _centroid(ring: Sequence[Point]) -> tuple[Point, float]:
    """A ring's centroid (its first point where it encloses nothing), and its area, signed."""
    points = np.array(ring, dtype=np.float64)
    corner = points[0].copy()
    x, y = (points - corner).T
    cross = x[:-1] * y[1:] - x[1:] * y[:-1]
    total = float(cross.sum())
    if abs(total) < 1e-15:
        return (float(corner[0]), float(corner[1])), 0.0
    middle_x = float(((x[:-1] + x[1:]) * cross).sum()) / (3 * total) + float(corner[0])
    middle_y = float(((y[:-1] + y[1:]) * cross).sum()) / (3 * total) + float(corner[1])
    return (middle_x, middle_y), total / 2
