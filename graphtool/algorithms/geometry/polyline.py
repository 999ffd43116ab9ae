"""Lines of straight pieces."""

from __future__ import annotations

from collections.abc import Sequence

Point = tuple[float, float]
Route = tuple[Point, ...]
"""The corners of a line, its ends included."""


def rounded(points: Sequence[Point]) -> Route:
    """A line to a tenth of a pixel, so that machines agree on every byte.

    >>> rounded(((0.04, 1.26),))
    ((0.0, 1.3),)
    """
    return tuple((round(x, 1), round(y, 1)) for x, y in points)


def straightened(line: Sequence[Point]) -> Route:
    """A line of level and upright pieces without the corners where it does not turn.

    >>> straightened(((0, 0), (1, 0), (2, 0), (2, 0), (2, 3)))
    ((0, 0), (2, 0), (2, 3))
    """
    kept: list[Point] = []
    for point in line:
        while len(kept) > 1 and any(kept[-2][i] == kept[-1][i] == point[i] for i in (0, 1)):
            kept.pop()
        if not kept or kept[-1] != point:
            kept.append(point)
    return tuple(kept)


def through(start: Point, pieces: Sequence[tuple[bool, float]], end: Point) -> Route:
    """The line from start to end along pieces in turn, each upright at an x or level at a y.

    It leaves the start, and meets the end, at a right angle to the first and the last piece.

    >>> through((0, 0), [(True, 5.0)], (9, 3))
    ((0, 0), (5.0, 0), (5.0, 3), (9, 3))
    """
    points = [start]
    for upright, at in pieces:
        x, y = points[-1]
        points.append((at, y) if upright else (x, at))
    x, y = points[-1]
    last = (x, end[1]) if pieces and pieces[-1][0] else (end[0], y)
    return straightened(rounded([*points, last, end]))
