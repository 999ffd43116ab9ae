"""Upright lanes in the gap between two columns: which line turns where.

Lines in one gap are ordered so that few cross and none seems to go on as another; each then takes
the leftmost lane right of those that it must stand right of (channel routing by the left edge,
Hashimoto and Stevens 1971, "Wire routing by optimizing channel assignment within large apertures",
Proceedings of the 8th Design Automation Workshop, p. 155).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np

NEAR = 2.5
"""Heights closer than this look the same."""
FALSE = 50.0
"""What a line that seems to go on as another costs, in crossings."""
ROUNDS, FEW = 8, 200
"""How often every line is moved to its best place, if there are so few; twice if there are more."""
MANY = 1500
"""Of more lines than this the order is by height alone."""

Pins = tuple[tuple[float, ...], tuple[float, ...]]
"""Heights at which one line meets the left and the right edge of the gap."""


def lanes(pins: Sequence[Pins]) -> list[int]:
    """The lane of each line, 0 at the left; -1 for one that runs straight through.

    >>> lanes([((0.0,), (50.0,)), ((10.0,), (60.0,)), ((80.0,), (80.0,))])
    [1, 0, -1]
    """
    found = [-1] * len(pins)
    bent = [at for at, (left, right) in enumerate(pins) if len({*left, *right}) > 1]
    if not bent:
        return found
    low = np.array([min(pins[at][0] + pins[at][1]) for at in bent])
    high = np.array([max(pins[at][0] + pins[at][1]) for at in bent])
    order = _order([pins[at] for at in bent], low, high)
    lane = np.full(len(bent), -1)
    for at in order:
        met = (lane >= 0) & (low < high[at] + NEAR) & (high > low[at] - NEAR)
        lane[at] = lane[met].max(initial=-1) + 1
    for place, at in enumerate(bent):
        found[at] = int(lane[place])
    return found


def confused(pins: Sequence[Pins], lane: Sequence[int]) -> list[tuple[int, int]]:
    """Lines that seem to go on as another: the line, and which of its pins at the right.

    >>> confused([((0.0,), (50.0,)), ((50.0,), (0.0,))], [0, 1])
    [(0, 0)]
    """
    starts = sorted((y, at) for at, (left, _) in enumerate(pins) for y in left if lane[at] >= 0)
    found = []
    for at, (_, right) in enumerate(pins):
        for place, y in enumerate(right):
            near = starts[bisect_left(starts, (y - NEAR, -1)) : bisect_left(starts, (y + NEAR, -1))]
            if lane[at] >= 0 and any(o != at and lane[o] > lane[at] for _, o in near):
                found.append((at, place))
    return found


def _order(pins: Sequence[Pins], low: np.ndarray, high: np.ndarray) -> list[int]:
    """From left to right, by how many crossings each would rather have it."""
    count = len(pins)
    if count > MANY:
        return [int(at) for at in np.lexsort((np.arange(count), low))]
    left, right = (_table(pins, side) for side in (0, 1))
    # Line i left of line j: j comes from the left through i, i goes on to the right through j.
    cost = _inside(left, low, high) + _inside(right, low, high).T
    cost += FALSE * _meet(right, left, count)
    wish = np.sign(cost - cost.T)
    met = (low[:, None] < high + NEAR) & (high[:, None] > low - NEAR)
    wish[~met] = 0
    return _sifted([int(at) for at in np.argsort(wish.sum(axis=1), kind="stable")], cost)


def _table(pins: Sequence[Pins], side: int) -> tuple[np.ndarray, np.ndarray]:
    """Heights on one side and the line of each."""
    owner = np.array([at for at, pin in enumerate(pins) for _ in pin[side]], dtype=int)
    return np.array([y for pin in pins for y in pin[side]], dtype=float), owner


def _inside(side: tuple[np.ndarray, np.ndarray], low: np.ndarray, high: np.ndarray) -> np.ndarray:
    """[i, j]: how many pins of line j lie within the upright part of line i."""
    heights, owner = side
    within = (heights > low[:, None] + 0.5) & (heights < high[:, None] - 0.5)
    found = np.zeros((len(low), len(low)))
    for at in range(len(heights)):
        found[:, owner[at]] += within[:, at]
    return found


def _meet(
    right: tuple[np.ndarray, np.ndarray], left: tuple[np.ndarray, np.ndarray], count: int
) -> np.ndarray:
    """[i, j]: how often a pin of i on the right lies level with one of j on the left."""
    found = np.zeros((count, count))
    near = np.abs(right[0][:, None] - left[0]) < NEAR
    np.add.at(found, (right[1][np.nonzero(near)[0]], left[1][np.nonzero(near)[1]]), 1)
    np.fill_diagonal(found, 0)
    return found


def _sifted(order: list[int], cost: np.ndarray) -> list[int]:
    """Each line in turn moved to where it costs least, until none moves."""
    place = np.array(order)
    before = np.ascontiguousarray((cost - cost.T).T)  # [i, j]: what j before i costs beyond after
    for _ in range(ROUNDS if len(order) <= FEW else 2):
        moved = False
        for line in range(len(order)):
            sums = np.concatenate([[0.0], np.cumsum(before[line, place])])
            at = int(np.flatnonzero(place == line)[0])
            least = sums.min() + 1e-9
            if sums[at] <= least:
                continue
            best = np.flatnonzero(sums <= least)
            to = int(best[np.abs(best - at).argmin()])
            place = np.insert(np.delete(place, at), to - (to > at), line)
            moved = True
        if not moved:
            break
    return [int(line) for line in place]
