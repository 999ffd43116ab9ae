"""Closed lines: what of them lies in a window, and what they enclose."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

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
    points = np.array(ring, dtype=np.float64).reshape(-1, 2)
    x, y = points.T
    return float(abs((x[:-1] * y[1:] - x[1:] * y[:-1]).sum()) / 2)
