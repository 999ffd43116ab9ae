"""The order of the lines in one channel, and the track of each: channel routing.

Lines are ordered so that few cross and none seems to go on as another; each then takes the first
track beyond those that it must lie beyond (the left edge, Hashimoto and Stevens 1971, "Wire
routing by optimizing channel assignment within large apertures", Proceedings of the 8th Design
Automation Workshop, p. 155).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

import numpy as np

from graphtool.algorithms.arrays import Array

NEAR = 2.5
"""Places along a channel closer than this look the same."""
FALSE = 50.0
"""What a line that seems to go on as another costs, in crossings."""
ROUNDS, FEW = 8, 200
"""How often every line is moved to its best place, if there are so few; twice if there are more."""
MANY = 1500
"""Of more lines than this the order is by where they begin alone."""
SMALL = 40
"""So few lines, and most channels have no more than three, are done before an array is made."""
WITHIN = 0.05
"""A line that ends so little beyond another's end still crosses it."""

End = tuple[float, int]
"""Where along the channel a line leaves it, and to which side (-1, 1), or ends in it (0)."""
Line = Sequence[End]
"""The ends of one line, at least one; it runs from the first along the channel to the last."""


def tracks(lines: Sequence[Line], order: Sequence[int], apart: float = NEAR) -> list[int]:
    """The track of each line, 0 at side -1, in this order across the channel.

    Lines share a track where one begins so far beyond the end of the other.

    >>> tracks([[(0.0, -1), (50.0, 1)], [(10.0, -1), (60.0, 1)]], [1, 0])
    [1, 0]
    """
    if len(lines) <= SMALL:
        return _tracks_of_few(lines, order, apart)
    low, high = reach(lines)
    track = np.full(len(lines), -1)
    for at in order:
        met = (track >= 0) & (low < high[at] + apart) & (high > low[at] - apart)
        track[at] = track[met].max(initial=-1) + 1
    return [int(at) for at in track]


def _tracks_of_few(lines: Sequence[Line], order: Sequence[int], apart: float) -> list[int]:
    spans = _spans(lines)
    track = [-1] * len(lines)
    for at in order:
        begin, end = spans[at][0] - apart, spans[at][1] + apart
        met = [
            placed
            for (low, high), placed in zip(spans, track, strict=True)
            if low < end and high > begin
        ]
        track[at] = max(met, default=-1) + 1
    return track


def across(
    track: Sequence[int], middle: float, room: float, pitch: float, held: int | None = None
) -> list[float]:
    """Where each track lies in a channel with this middle and room, at most `pitch` apart.

    The line `held` lies in the very middle; without one all lines together do.

    >>> across([0, 1, 2], 50.0, 100.0, 6.0), across([0, 1, 2], 50.0, 8.0, 6.0, held=0)
    ([44.0, 50.0, 56.0], [50.0, 52.0, 54.0])
    """
    last = max(track)
    if held is None:
        centre, step = last / 2, min(pitch, room / (last + 1))
    else:
        centre = float(track[held])
        step = min(pitch, room / 2 / max(1.0, centre, last - centre))
    return [middle + (at - centre) * step for at in track]


def reach(lines: Sequence[Line]) -> tuple[Array, Array]:
    """From where to where each line runs along the channel.

    >>> [ends.tolist() for ends in reach([[(5.0, 1), (2.0, -1)], [(3.0, 1)]])]
    [[2.0, 3.0], [5.0, 3.0]]
    """
    low, high = np.array(_spans(lines), dtype=np.float64).reshape(len(lines), 2).T
    return low, high


def _spans(lines: Sequence[Line]) -> list[tuple[float, float]]:
    return [(min(ends)[0], max(ends)[0]) for ends in lines]


def ordered(lines: Sequence[Line]) -> list[int]:
    """The lines from side -1 to side 1, in an order in which few cross.

    A line that leaves to one side crosses each that runs on along that side of it.

    >>> ordered([[(0.0, 0), (90.0, 1)], [(0.0, 0), (50.0, -1)]])
    [1, 0]
    """
    if len(lines) < 2:
        return [*range(len(lines))]
    if len(lines) <= SMALL:
        few = _wishes_of_few(lines)
        signs = [sum((wish > 0) - (wish < 0) for wish in row) for row in few]
        return _few_sifted(sorted(range(len(lines)), key=signs.__getitem__), few)
    low, high = reach(lines)
    if len(lines) > MANY:
        return [int(at) for at in np.lexsort((np.arange(len(lines)), low))]
    wish = _wishes(lines, low, high)
    return _sifted(np.argsort(np.sign(wish).sum(axis=1), kind="stable"), wish)


def _wishes(lines: Sequence[Line], low: Array, high: Array) -> Array:
    """What it costs that one line lies before another beyond what it costs to lie after it."""
    owner = np.array([line for line, ends in enumerate(lines) for _ in ends], dtype=np.int64)
    where = np.array([place for ends in lines for place, _ in ends], dtype=np.float64)
    side = np.array([aside for ends in lines for _, aside in ends], dtype=np.int64)
    within = (where[:, None] >= low - WITHIN) & (where[:, None] <= high + WITHIN)
    cost = np.zeros((len(lines), len(lines)))  # [i, j]: of i lying before j
    right, left = side > 0, side < 0
    np.add.at(cost, owner[right], within[right].astype(np.float64))
    np.add.at(cost.T, owner[left], within[left].astype(np.float64))
    one, other = np.nonzero(np.abs(where[right][:, None] - where[left]) < NEAR)
    np.add.at(cost, (owner[right][one], owner[left][other]), FALSE)
    return cost - cost.T


def _wishes_of_few(lines: Sequence[Line]) -> list[list[float]]:
    spans = [(low - WITHIN, high + WITHIN) for low, high in _spans(lines)]
    wish = [[0.0] * len(lines) for _ in lines]
    starts = [(y, line) for line, ends in enumerate(lines) for y, side in ends if side < 0]
    for line, ends in enumerate(lines):
        for y, side in ends:
            for other, (low, high) in enumerate(spans):
                if side and low <= y <= high:
                    wish[line][other] += side
                    wish[other][line] -= side
            for start, other in starts if side > 0 else ():
                if abs(y - start) < NEAR:
                    wish[line][other] += FALSE
                    wish[other][line] -= FALSE
    return wish


def confused(lines: Sequence[Line], track: Sequence[int]) -> list[tuple[int, int]]:
    """Lines that seem to go on as another: the line, and which of its ends at side 1.

    >>> confused([[(0.0, -1), (50.0, 1)], [(50.0, -1), (0.0, 1)]], [0, 1])
    [(0, 1)]
    """
    starts = sorted((y, at) for at, ends in enumerate(lines) for y, side in ends if side < 0)
    found = []
    for at, ends in enumerate(lines):
        for place, (y, side) in enumerate(ends):
            near = starts[bisect_left(starts, (y - NEAR, -1)) : bisect_left(starts, (y + NEAR, -1))]
            if side > 0 and any(o != at and track[o] > track[at] for _, o in near):
                found.append((at, place))
    return found


def _sifted(order: np.ndarray, wish: Array) -> list[int]:
    """Each line in turn moved to where it costs least, until none moves."""
    before = np.ascontiguousarray(wish.T)  # [i, j]: what j before i costs beyond after
    for _ in range(ROUNDS if len(order) <= FEW else 2):
        moved = False
        for line in range(len(order)):
            sums = np.concatenate([[0.0], np.cumsum(before[line, order])])
            at = int(np.flatnonzero(order == line)[0])
            least = sums.min() + 1e-9
            if sums[at] <= least:
                continue
            best = np.flatnonzero(sums <= least)
            to = int(best[np.abs(best - at).argmin()])
            order = np.insert(np.delete(order, at), to - (to > at), line)
            moved = True
        if not moved:
            break
    return [int(line) for line in order]


def _few_sifted(order: list[int], wish: Sequence[Sequence[float]]) -> list[int]:
    for _ in range(ROUNDS):
        moved = False
        for line in range(len(order)):
            mine = wish[line]
            saved = [0.0, *accumulate(mine[other] for other in order)]
            at, most = order.index(line), max(saved)
            if saved[at] < most:
                best = (place for place, less in enumerate(saved) if less == most)
                to = min(best, key=lambda place: abs(place - at))
                del order[at]
                order.insert(to - (to > at), line)
                moved = True
        if not moved:
            break
    return order
