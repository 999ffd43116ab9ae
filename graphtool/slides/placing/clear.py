"""Boxes moved a little, and lines glued to other sides, so that no line runs behind a box."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from graphtool.algorithms.arrays import Array, Integers
from graphtool.slides.sheet import Side

AIR = 3.0
"""Between a line and a box that it is not tied to, at least, in points."""
STEP = 12.0
"""How far apart places lie that are tried for a box."""
MOST = 80
"""Places that are tried for a box, the nearest."""
MOVES, PATIENCE, TABU = 60, 6, 4
"""Of boxes: at most; without freeing anything more; before a box is moved again."""
OWN = 0.5
"""As far within a box that it ends at, a line may begin."""
NARROW = 20.0
"""Points between two boxes, too few for a line from side to side."""
TURNS = np.arange(1, 32) / 32
"""Where between its ends a line may turn."""
FACING: tuple[tuple[Side, Side], ...] = (("left", "right"), ("top", "bottom"))
"""By axis, the sides that face what lies before and ahead."""
Middle = tuple[float, float]
WAYS: tuple[tuple[int, int], ...] = ((0, 0), (1, 1), (0, 1), (1, 0))
"""At which axis a line leaves its source and reaches its target: 0 beside, 1 over or under."""


class Room(NamedTuple):
    """Where a box may stand: its edges, and how far from others."""

    left: Array
    right: Array
    """Of each box."""
    high: float
    beside: float
    between: float


class Cleared(NamedTuple):
    """Where boxes stand, and at which sides lines end."""

    middles: list[Middle]
    sides: list[tuple[Side, Side]]
    bends: dict[int, float | None]
    """Of each line that would run behind a box if it were straight, where between its ends it turns
    twice; None where it would run behind one even so."""


def cleared(
    sizes: Sequence[Middle], middles: Sequence[Middle], ties: Sequence[tuple[int, int]], room: Room
) -> Cleared:
    """Boxes moved one by one, each time the one and to the place that frees most lines.

    Of places that free as many, the nearest. Where no move frees any, some are made even so, no box
    twice in a row (tabu search: F. Glover, ORSA Journal on Computing 1, 1989, 190-206), and the
    best that was seen is kept.

    >>> room = Room(np.zeros(3), np.full(3, 300.0), 100.0, 10.0, 10.0)
    >>> row = [(30.0, 50.0), (150.0, 50.0), (270.0, 50.0)]
    >>> made = cleared([(40.0, 20.0)] * 3, row, [(0, 2)], room)
    >>> made.bends, [at for at, middle in enumerate(made.middles) if middle != row[at]]
    ({}, [1])
    """
    net = _Net(sizes, middles, ties, room)
    best, before, since, rest = net.at.copy(), net.cost(), 0, deque[int](maxlen=TABU)
    least = before
    for _ in range(MOVES):
        worst = [box for box in net.worst() if box not in rest]
        if not worst or since > PATIENCE:
            break
        box, now = net.move(worst), net.cost()
        if now >= before:
            rest.append(box)
        since += 1
        if now < least - 1e-6:
            best, least, since = net.at.copy(), now, 0
        before = now
    net.at = best
    bends = net.bends()
    return Cleared([(float(x), float(y)) for x, y in net.at], net.sides(bends), bends)


class _Net:
    """Boxes and lines in points; `at` changes as boxes are moved."""

    def __init__(
        self,
        sizes: Sequence[Middle],
        middles: Sequence[Middle],
        ties: Sequence[tuple[int, int]],
        room: Room,
    ) -> None:
        self.half = np.array(sizes, dtype=np.float64).reshape(-1, 2) / 2
        self.at = np.array(middles, dtype=np.float64).reshape(-1, 2)
        self.ties = np.array(ties, dtype=np.int64).reshape(-1, 2)
        self.room = room

    def hits(self) -> Array:
        """Behind which boxes each line runs, at the sides where that is least, the usual first."""
        behind = self._all()
        return behind[np.arange(len(self.ties)), self._ways(behind)]

    def cost(self) -> float:
        """How many boxes lines run behind, and how far."""
        return float(self.hits().sum())

    def worst(self) -> list[int]:
        """Boxes that lines run behind, and those that these lines end at, the worst first."""
        hits = self.hits() > 0
        blame = hits.sum(axis=0) * 2
        np.add.at(blame, self.ties[hits.any(axis=1)], 1)
        return [int(at) for at in np.argsort(-blame, kind="stable") if blame[at]]

    def move(self, order: Sequence[int]) -> int:
        """Moves the box, of these, whose move frees most lines or, where none does, costs least.

        Gives which it was.
        """
        best = math.inf, order[0], self.at[order[0]]
        for box in order:
            spots = np.vstack([self.at[box], self._spots(box)])
            cost = self._cost(box, spots)
            if len(spots) > 1 and (least := cost[1:].min() - cost[0]) < best[0] - 1e-6:
                best = float(least), box, spots[1 + int(cost[1:].argmin())]
        _, box, spot = best
        self.at[box] = spot
        return box

    def sides(self, bends: Mapping[int, float | None]) -> list[tuple[Side, Side]]:
        """Of each line, where it leaves its source and reaches its target; some have `bends`."""
        found = []
        for line, way in enumerate(self._ways(self._all())):
            source, target = self.ties[line]
            ahead = self.at[target] > self.at[source]
            out, into = WAYS[0 if bends.get(line) else way]
            found.append((FACING[out][int(ahead[out])], FACING[into][1 - int(ahead[into])]))
        return found

    def bends(self) -> dict[int, float | None]:
        """Of the lines that run behind a box, where between its ends each turns to run free."""
        found: dict[int, float | None] = {}
        first, last = (end[:, 0] for end in self._ends(self.ties, self.at))
        for line in np.flatnonzero(self.hits().any(axis=1)):
            start, stop = first[line], last[line]
            turn = start[0] + (stop[0] - start[0]) * TURNS
            one = np.column_stack([turn, np.full(len(turn), start[1])])
            other = np.column_stack([turn, np.full(len(turn), stop[1])])
            path = np.stack([start + 0 * one, one, other, stop + 0 * one], axis=1)
            own = (self.ties[line][:, None] == np.arange(len(self.at))).any(axis=0)
            reach = self.half + np.where(own, -OWN, AIR)[:, None]
            hit = _shares(path[:, :-1, None], path[:, 1:, None], self.at, reach).any(axis=(1, 2))
            free = TURNS[~hit]
            found[int(line)] = min(free, key=lambda bend: abs(bend - 0.5), default=None)
        return found

    def _ways(self, behind: Array) -> Integers:
        """Of each line the way that runs behind fewest boxes, of several the usual, the shortest.

        `behind` says behind which boxes each line runs, each way.
        Usual is from side to side, but over and under where there is hardly room beside.
        """
        first, last = self._ends(self.ties, self.at)
        far = np.sqrt(((last - first) ** 2).sum(axis=-1))
        one, other = self.ties.T
        air = np.abs(self.at[one] - self.at[other]) - self.half[one] - self.half[other]
        is_over = (air[:, 0] < 0) | ((air[:, 0] < NARROW) & (air[:, 1] > NARROW))
        usual = is_over.astype(np.int64)
        order = far + 1e6 * behind.sum(axis=2)
        order[np.arange(len(usual)), usual] -= 1e5
        return np.asarray(order.argmin(axis=1))

    def _all(self) -> Array:
        """Behind which boxes each line runs, each way."""
        return self._behind(self.ties, self.at, np.arange(len(self.at)))

    def _spots(self, box: int) -> Array:
        """Free places for a box, the nearest first."""
        half, room = self.half[box], self.room
        across = _steps(room.left[box] + half[0], room.right[box] - half[0])
        down = _steps(half[1], room.high - half[1])
        spots = np.stack(np.meshgrid(across, down, indexing="ij"), axis=-1).reshape(-1, 2)
        others = np.arange(len(self.at)) != box
        gap = self.half[others] + half + (room.beside, room.between)
        near = np.abs(spots[:, None] - self.at[others]) < gap - 0.01
        taken = (near[..., 0] & near[..., 1]).any(axis=1)
        spots = spots[~taken]
        far = np.abs(spots - self.at[box]).sum(axis=1)
        return np.asarray(spots[np.argsort(far, kind="stable")[:MOST]])

    def _cost(self, box: int, spots: Array) -> Array:
        """How many boxes lines run behind, with the box at each of these places."""
        at = np.repeat(self.at[None], len(spots), axis=0)
        at[:, box] = spots
        own, every = (self.ties == box).any(axis=1), np.arange(len(self.at))
        mine = self._behind(self.ties[own], at, every).sum(axis=-1)
        rest = self.ties[~own]
        still = self._behind(rest, self.at, every[every != box]).sum(axis=-1)
        moving = self._behind(rest, self.at, np.array([box]), at[:, None, None, [box]])
        others = still + moving.sum(axis=-1)
        return np.asarray(mine.min(axis=-1).sum(axis=-1) + others.min(axis=-1).sum(axis=-1))

    def _ends(self, ties: Integers, at: Array) -> tuple[Array, Array]:
        """Both ends of each line, each way: `... x lines x ways x 2`."""
        one, other = at[..., ties[:, 0], :], at[..., ties[:, 1], :]
        ahead = np.sign(other - one)
        axis = np.eye(2)
        out, into = (axis[[way[end] for way in WAYS]] for end in (0, 1))
        first = one[..., None, :] + (ahead * self.half[ties[:, 0]])[..., None, :] * out
        last = other[..., None, :] - (ahead * self.half[ties[:, 1]])[..., None, :] * into
        return first, last

    def _behind(
        self, ties: Integers, at: Array, boxes: Integers, places: Array | None = None
    ) -> Array:
        """Of each line, each way, behind which boxes it runs: `... x lines x ways x boxes`.

        0 for one that it does not run behind, else 1 and the share of it that does. The boxes
        stand where all do, or at `places`. No line runs through the box that it leaves.
        """
        first, last = (end[..., None, :] for end in self._ends(ties, at))
        middle = at[..., None, None, boxes, :] if places is None else places
        is_own = (ties[:, :, None] == boxes).any(axis=1)[:, None, :]
        reach = self.half[boxes] + np.where(is_own, -OWN, AIR)[..., None]
        return _shares(first, last, middle, reach)


def _shares(first: Array, last: Array, middle: Array, reach: Array) -> Array:
    """For lines from first to last and boxes: 0 apart, else 1 and the share of the line within."""
    start: Array = np.zeros(())
    stop: Array = np.ones(())
    for axis in (0, 1):
        begin, way = first[..., axis], last[..., axis] - first[..., axis]
        apart, wide = middle[..., axis] - begin, reach[..., axis]
        # Where it does not move along an axis, it is between a box's edges there, or never.
        pace = np.where(way == 0, 1e-9, way)
        near, far = (apart - wide) / pace, (apart + wide) / pace
        start = np.maximum(start, np.minimum(near, far))
        stop = np.minimum(stop, np.maximum(near, far))
    share = stop - start
    return np.asarray(np.where(share > 1e-9, 1.0 + share, 0.0))


def _steps(low: float, high: float) -> Array:
    """Places from low to high, `STEP` apart or less; the middle where there is no room."""
    if high <= low:
        return np.array([(low + high) / 2])
    return np.linspace(low, high, int((high - low) / STEP) + 2)
