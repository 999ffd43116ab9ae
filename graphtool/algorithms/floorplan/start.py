"""Where the search for a floor plan begins: a place for each group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphtool.algorithms import stress
from graphtool.algorithms.geometry.polyline import Point

Box = tuple[float, float, float, float]
"""Left, upper, right and lower border."""


def middles(
    size: int,
    pulls: Mapping[tuple[int, int], int],
    saved: Mapping[int, Box],
    lengths: Sequence[float] | None = None,
) -> list[Point]:
    """By stress, or in the middle of the box where a group lay before.

    `pulls` says how strongly two of the groups are joined; `lengths` how far each such pair is to
    be apart, 1 without. Where others have places, a new group begins amid those that pull at it.

    >>> middles(3, {(1, 2): 1}, {0: (0, 0, 8, 6), 1: (10, 0, 18, 6)})
    [(4.0, 3.0), (14.0, 3.0), (14.0, 3.0)]
    """
    if not saved:
        place = stress.positions(size, list(pulls), lengths)
        return [(float(x), float(y)) for x, y in place]
    middle = {at: ((a + c) / 2, (b + d) / 2) for at, (a, b, c, d) in saved.items()}
    near: dict[int, list[Point]] = {at: [point] for at, point in middle.items()}
    for (one, two), count in pulls.items():
        for at, other in ((one, two), (two, one)):
            if at not in middle and other in middle:
                near.setdefault(at, []).extend([middle[other]] * count)
    points = []
    for at in range(size):
        x, y = zip(*near.get(at, middle.values()), strict=True)
        points.append((sum(x) / len(x), sum(y) / len(y)))
    return points


def around(one: Box, two: Box) -> Box:
    """The box around two.

    >>> around((0, 0, 1, 1), (2, 0, 3, 2))
    (0, 0, 3, 2)
    """
    return min(one[0], two[0]), min(one[1], two[1]), max(one[2], two[2]), max(one[3], two[3])
