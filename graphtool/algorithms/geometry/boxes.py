"""Boxes, and which places are taken, so that no words cover others; lengths in one unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np

from graphtool.algorithms.geometry.polyline import Point, Route

SHARED = 1.0
"""Of a line's height, what is air and may be shared, in units."""


class Box(NamedTuple):
    """Left, top, width and height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Of its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Of its lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> Point:
        """Of the whole box."""
        return self.x + self.width / 2, self.y + self.height / 2

    @property
    def corners(self) -> Route:
        """From the upper left, clockwise."""
        return (
            (self.x, self.y),
            (self.right, self.y),
            (self.right, self.bottom),
            (self.x, self.bottom),
        )

    def overlaps(self, other: Box) -> bool:
        """Whether the two have more than a rim in common.

        >>> Box(0, 0, 9, 9).overlaps(Box(8, 0, 9, 9)), Box(0, 0, 9, 9).overlaps(Box(9, 0, 9, 9))
        (True, False)
        """
        return (
            self.x < other.right
            and other.x < self.right
            and self.y + SHARED < other.bottom
            and other.y + SHARED < self.bottom
        )

    def holds(self, other: Box) -> bool:
        """Whether all of the other lies within.

        >>> Box(0, 0, 9, 9).holds(Box(1, 1, 8, 8)), Box(0, 0, 9, 9).holds(Box(1, 1, 9, 9))
        (True, False)
        """
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def grown(self, by: float) -> Box:
        """So much larger on every side.

        >>> Box(5, 5, 2, 1).grown(2)
        Box(x=3, y=3, width=6, height=5)
        """
        return Box(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)


def around(boxes: Iterable[Box]) -> Box | None:
    """The least box that holds all of these; None around nothing.

    >>> around([Box(0, 0, 1, 1), Box(4, 2, 1, 1)])
    Box(x=0, y=0, width=5, height=3)
    """
    found = list(boxes)
    if not found:
        return None
    x, y = min(box.x for box in found), min(box.y for box in found)
    right, bottom = max(box.right for box in found), max(box.bottom for box in found)
    return Box(x, y, right - x, bottom - y)


def of_points(points: Iterable[Point]) -> Box:
    """The least box that holds these points, at least one.

    >>> of_points([(4, 1), (0, 3)])
    Box(x=0, y=1, width=4, height=2)
    """
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


class Taken:
    """Boxes that are taken, found again quickly by a grid.

    >>> taken = Taken()
    >>> taken.take(Box(0, 0, 9, 9))
    >>> taken.is_free(Box(8, 0, 9, 9)), taken.is_free(Box(9, 0, 9, 9))
    (False, True)
    """

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[Box]] = {}

    def is_free(self, box: Box) -> bool:
        """Whether a box overlaps none of those."""
        return not any(
            box.overlaps(other) for cell in _cells(box) for other in self._cells.get(cell, ())
        )

    def take(self, box: Box) -> None:
        """From now on taken."""
        for cell in _cells(box):
            self._cells.setdefault(cell, []).append(box)


class Crowd:
    """Points of lines, to see how many run through a place."""

    def __init__(self, page: Box, points: Iterable[Point]) -> None:
        """Counted on a grid over the page; points outside are left out."""
        self._page = page
        shape = int(page.width // FINE) + 2, int(page.height // FINE) + 2
        cells = np.zeros(shape, dtype=np.int64)
        where = np.array(list(points), dtype=np.float64).reshape(-1, 2)
        at = ((where - (page.x, page.y)) // FINE).astype(np.int64)
        at = at[((at >= 0) & (at < (shape[0] - 1, shape[1] - 1))).all(axis=1)]
        np.add.at(cells, (at[:, 0] + 1, at[:, 1] + 1), 1)
        # Sums from the corner on: any box is then four of them (Crow 1984, summed-area tables).
        self._sums = cells.cumsum(axis=0).cumsum(axis=1)

    def within(self, box: Box) -> int:
        """How many of the points lie in the cells of a box, roughly.

        >>> Crowd(Box(0, 0, 90, 90), [(10, 10), (80, 80)]).within(Box(6, 6, 12, 12))
        1
        """
        x, y = (self._at(box.x, self._page.x, 0), self._at(box.y, self._page.y, 1))
        right, bottom = self._at(box.right, self._page.x, 0), self._at(box.bottom, self._page.y, 1)
        sums = self._sums
        return int(sums[right, bottom] - sums[x, bottom] - sums[right, y] + sums[x, y])

    def _at(self, value: float, start: float, axis: int) -> int:
        return min(max(int((value - start) // FINE), 0), self._sums.shape[axis] - 1)


FINE = 3.0
"""Of a cell in which points are counted."""
WIDE, HIGH = 90.0, 30.0
"""Of a cell of the grid."""


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    for x in range(int(box.x // WIDE), int(box.right // WIDE) + 1):
        for y in range(int(box.y // HIGH), int(box.bottom // HIGH) + 1):
            yield x, y
