"""Lines as they are drawn: bowed, looped, with soft corners, and cut where something stands.

A line is its points in order; lengths have the unit of its coordinates.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import atan2, cos, hypot, pi, sin, sqrt
from typing import NamedTuple

from graphtool.algorithms.geometry.polyline import Point, Route

PIECES = 14
"""Straight pieces of a curve."""


class Along(NamedTuple):
    """A point of a line, and the way that the line has there, in radians."""

    x: float
    y: float
    angle: float


def length(line: Route) -> float:
    """How long a line is.

    >>> length(((0, 0), (3, 4), (3, 5)))
    6.0
    """
    return sum(hypot(x2 - x, y2 - y) for (x, y), (x2, y2) in pairwise(line))


def bowed(start: Point, end: Point, bend: float) -> Route:
    """A curve whose middle lies so far to the left of the straight line; straight for nearly none.

    >>> bowed((0, 0), (10, 0), 0)
    ((0, 0), (10, 0))
    >>> bowed((0, 0), (10, 0), 2)[7]
    (5.0, -2.0)
    """
    if abs(bend) < 0.5:
        return start, end
    (ax, ay), (bx, by) = start, end
    long = hypot(bx - ax, by - ay) or 1.0
    middle = (
        (ax + bx) / 2 + (by - ay) / long * bend * 2,
        (ay + by) / 2 - (bx - ax) / long * bend * 2,
    )
    return tuple(_between(start, middle, end, k / PIECES) for k in range(PIECES + 1))


def _between(start: Point, middle: Point, end: Point, t: float) -> Point:
    """A point of a quadratic curve."""
    x, y = (
        (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t * t * c
        for a, b, c in zip(start, middle, end, strict=True)
    )
    return x, y


def loop(at: Point, size: float) -> Route:
    """Most of an ellipse at the upper right of a point, open below: a line from it to itself.

    >>> [(round(x, 1), round(y, 1)) for x, y in loop((0, 0), 10)[::8]]
    [(-0.1, 5.4), (7.0, -10.0), (14.1, 5.4)]
    """
    turns = [pi * (0.75 + 1.5 * k / 16) for k in range(17)]
    x, y = at
    return tuple(
        (x + size * (cos(turn) + 0.7), y - size * (1.1 - sin(turn) * 0.9) + size) for turn in turns
    )


def softened(corners: Route, radius: float) -> Route:
    """The line with its corners as short arcs, so that a turn reads as one line.

    >>> softened(((0, 0), (9, 0)), 3)
    ((0, 0), (9, 0))
    >>> len(softened(((0, 0), (9, 0), (9, 9)), 3))
    7
    """
    made = [corners[0]]
    for (px, py), (x, y), (nx, ny) in zip(corners, corners[1:], corners[2:], strict=False):
        into, out = hypot(x - px, y - py), hypot(nx - x, ny - y)
        r = min(radius, into / 2, out / 2)
        if r < 0.5:
            made.append((x, y))
            continue
        a = (x + (px - x) * r / into, y + (py - y) * r / into)
        b = (x + (nx - x) * r / out, y + (ny - y) * r / out)
        made += [_between(a, (x, y), b, k / 4) for k in range(5)]
    return (*made, corners[-1])


def without_start(line: Route, much: float) -> Route:
    """The line without its first stretch; () where nothing is left.

    >>> without_start(((0, 0), (4, 0), (4, 4)), 5)
    ((4.0, 1.0), (4, 4))
    >>> without_start(((0, 0), (4, 0)), 5)
    ()
    """
    for at, ((x, y), (x2, y2)) in enumerate(pairwise(line)):
        step = hypot(x2 - x, y2 - y)
        if step > much:
            t = much / step
            return ((x + (x2 - x) * t, y + (y2 - y) * t), *line[at + 1 :])
        much -= step
    return ()


def without_end(line: Route, much: float) -> Route:
    """The line without its last stretch; () where nothing is left.

    >>> without_end(((0, 0), (4, 0), (4, 4)), 5)
    ((0, 0), (3.0, 0.0))
    """
    return without_start(line[::-1], much)[::-1]


def outside(line: Route, radius: float) -> Route:
    """The line from where it leaves the circle around its first point; () where it never does.

    >>> outside(((0, 0), (1, 0), (10, 0)), 4)
    ((4.0, 0.0), (10, 0))
    """
    if not line:
        return ()
    x0, y0 = line[0]
    for at, ((x, y), (x2, y2)) in enumerate(pairwise(line)):
        if hypot(x2 - x0, y2 - y0) <= radius:
            continue
        # Between a point inside and one outside the border lies where |a + t d| = radius.
        ax, ay, dx, dy = x - x0, y - y0, x2 - x, y2 - y
        a, b, c = dx * dx + dy * dy, ax * dx + ay * dy, ax * ax + ay * ay - radius * radius
        t = (-b + sqrt(max(0.0, b * b - a * c))) / a
        return ((x + dx * t, y + dy * t), *line[at + 1 :])
    return ()


def along(line: Route, share: float) -> Along:
    """Where the line is after this share of its length.

    >>> along(((0, 0), (8, 0)), 0.25)
    Along(x=2.0, y=0.0, angle=0.0)
    """
    left = length(line) * share
    for (x, y), (x2, y2) in pairwise(line):
        step = hypot(x2 - x, y2 - y)
        if step >= left and step > 0:
            t = left / step
            return Along(x + (x2 - x) * t, y + (y2 - y) * t, atan2(y2 - y, x2 - x))
        left -= step
    (x, y), (x2, y2) = line[-2:] if len(line) > 1 else line * 2
    return Along(x2, y2, atan2(y2 - y, x2 - x))


def sampled(line: Route, step: float) -> Iterator[Point]:
    """Points of the line, no further apart than this.

    >>> list(sampled(((0, 0), (4, 0)), 2))
    [(0.0, 0.0), (2.0, 0.0), (4.0, 0.0)]
    """
    for (x, y), (x2, y2) in pairwise(line):
        pieces = max(1, round(hypot(x2 - x, y2 - y) / step))
        for k in range(pieces + 1):
            yield x + (x2 - x) * k / pieces, y + (y2 - y) * k / pieces


def distance(line: Route, point: Point) -> float:
    """How far a point is from the nearest of a line.

    >>> distance(((0, 0), (4, 0)), (2, 3))
    3.0
    """
    return min(_distance(a, b, point) for a, b in pairwise(line))


def _distance(a: Point, b: Point, point: Point) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    t = ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / (dx * dx + dy * dy or 1.0)
    t = min(1.0, max(0.0, t))
    return hypot(point[0] - a[0] - t * dx, point[1] - a[1] - t * dy)
