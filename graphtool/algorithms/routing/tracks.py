"""Lines side by side in a strip, each in a lane of its own, in an order in which few cross.

A line that leaves a strip to one side crosses each line that runs on along that side of it; in
each strip the lines are put in the order that the most of these ends ask for, again and again,
for the order in one strip decides where the lines of the next come from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from graphtool.algorithms.geometry.polyline import Point, Route, rounded, straightened
from graphtool.algorithms.routing.hyperedges import Edge
from graphtool.algorithms.routing.network import Channel
from graphtool.algorithms.routing.paths import Bundle, Way, Ways

LANE, CLOSE, WIDE = 3.2, 2.2, 10
"""Pixels from lane to lane; those beyond so many lanes lie closer."""
MARGIN = 4.0
"""Between the outermost lanes and what borders a strip."""
ROUNDS = 5
"""So often the order in all strips is mended; to count the lanes once is enough."""
APART = 5.0
"""Lines share a lane where one begins so far after the other's end."""
PIN: Bundle = (-1, "", False)
"""The line of structure in the middle of a strip."""

Turn = tuple[float, int]
"""Where along a strip a line ends or leaves it, and to which side (-1, 0, 1)."""
Line = tuple[int, Bundle]
"""A bundle in a strip."""


class Tracks(NamedTuple):
    """Where each line runs across its strip, and how wide strips should be."""

    lane: dict[Line, float]
    need: dict[int, float]


def needed(lanes: int) -> float:
    """How wide a strip should be for so many lanes; 0 for none.

    >>> needed(0), needed(4)
    (0.0, 17.6)
    """
    if not lanes:
        return 0.0
    return 2 * MARGIN + LANE * (min(lanes, WIDE) - 1) + CLOSE * max(0, lanes - WIDE)


def tracks(
    found: Ways,
    strips: Sequence[Channel],
    at: Sequence[Point],
    pins: Mapping[int, Sequence[Turn]],
    *,
    rounds: int = ROUNDS,
) -> Tracks:
    """A lane for each line; `pins` says where the lines of structure turn, by strip."""
    turns = _turns(found, strips, at)
    fixed = {(strip, PIN): list(ends) for strip, ends in pins.items()}
    lane = {line: strips[line[0]].middle for line in (*turns, *fixed)}
    lines: dict[int, list[Line]] = {}
    for line in sorted(lane):
        lines.setdefault(line[0], []).append(line)
    need = {}
    for _ in range(rounds):
        for strip, mine in lines.items():
            ends = [
                [(lane[to] if isinstance(to, tuple) else to, side) for to, side in turns[line]]
                if line in turns
                else fixed[line]
                for line in mine
            ]
            placed = _lanes(mine, ends, strips[strip])
            lines[strip] = [mine[i] for i in placed.order]
            lane.update(zip(mine, placed.across, strict=True))
            need[strip] = needed(placed.lanes)
    return Tracks(lane, need)


def _turns(
    found: Ways, strips: Sequence[Channel], at: Sequence[Point]
) -> dict[Line, list[tuple[float | Line, int]]]:
    """For each line where it ends, or the line it turns into and to which side."""
    turns: dict[Line, dict[tuple[float | Line, int], None]] = {}
    for (bundle, other), way in found.way.items():
        ends = at[bundle[0]], at[other]
        stops = [
            ends[0][strips[way[0]].upright],
            *(strips[strip].middle for strip in way),
            ends[1][strips[way[-1]].upright],
        ]
        for step, strip in enumerate(way):
            mine = turns.setdefault((strip, bundle), {})
            for near, beyond in ((step - 1, step - 1), (step + 1, step + 3)):
                if 0 <= near < len(way):
                    side = int(np.sign(stops[beyond] - strips[strip].middle))
                    mine[(way[near], bundle), side] = None
                else:
                    mine[stops[0] if near < 0 else stops[-1], 0] = None
    return {line: list(ends) for line, ends in turns.items()}


class _Placed(NamedTuple):
    order: list[int]
    across: list[float]
    lanes: int


def _lanes(mine: Sequence[Line], ends: Sequence[Sequence[Turn]], strip: Channel) -> _Placed:
    """The lines of one strip in order, and the lane of each."""
    low, high = reach(ends)
    order = ordered(ends)
    number = [0] * len(mine)
    for place, line in enumerate(order):
        for before in order[:place]:
            if low[line] < high[before] + APART and low[before] < high[line] + APART:
                number[line] = max(number[line], number[before] + 1)
    lanes = max(number) + 1
    width = strip.high - strip.low
    pinned = [i for i, line in enumerate(mine) if line[1] == PIN]
    if pinned:
        middle = float(number[pinned[0]])
        pitch = min(LANE, width / 2 / max(1.0, middle, lanes - 1 - middle))
    else:
        middle = (lanes - 1) / 2
        pitch = min(LANE, width / (lanes + 1))
    return _Placed(order, [strip.middle + (n - middle) * pitch for n in number], lanes)


def reach(ends: Sequence[Sequence[Turn]]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """From where to where each line runs along the strip."""
    low = np.array([min(where for where, _ in turns) for turns in ends])
    return low, np.array([max(where for where, _ in turns) for turns in ends])


def ordered(ends: Sequence[Sequence[Turn]]) -> list[int]:
    """The lines in an order in which ends that leave to one side find few others there.

    >>> ordered([[(0.0, 0), (90.0, 1)], [(0.0, 0), (50.0, -1)]])
    [1, 0]
    """
    low, high = reach(ends)
    owner = np.array([line for line, turns in enumerate(ends) for _ in turns])
    where = np.array([place for turns in ends for place, _ in turns])
    side = np.array([aside for turns in ends for _, aside in turns])
    within = (where[:, None] >= low - 0.05) & (where[:, None] <= high + 0.05)
    asks = np.zeros((len(ends), len(ends)))
    np.add.at(asks, owner, within * side[:, None])
    asks = asks - asks.T
    order = sorted(range(len(ends)), key=lambda line: float(asks[line].sum()))
    for _ in order:
        swapped = False
        for at, (a, b) in enumerate(pairwise(order)):
            if asks[a, b] > 0:
                order[at], order[at + 1] = b, a
                swapped = True
        if not swapped:
            break
    return order


def routes(
    found: Ways,
    edges: Sequence[Edge],
    strips: Sequence[Channel],
    at: Sequence[Point],
    lane: Mapping[Line, float],
) -> dict[int, Route]:
    """The corners of each edge's line, from its source to its target."""
    drawn: dict[tuple[Bundle, int], Route] = {}
    for (bundle, other), way in found.way.items():
        drawn[bundle, other] = _corners(way, bundle, strips, (at[bundle[0]], at[other]), lane)
    made = {}
    for edge, bundle in found.bundle.items():
        source, target, _ = edges[edge]
        line = drawn[bundle, target if bundle[0] == source else source]
        made[edge] = line[::-1] if bundle[2] else line
    return made


def _corners(
    way: Way,
    bundle: Bundle,
    strips: Sequence[Channel],
    ends: tuple[Point, Point],
    lane: Mapping[Line, float],
) -> Route:
    """Level and upright pieces from end to end, each in its lane."""
    across = [lane[strip, bundle] for strip in way]
    corners = [ends[0], _beside(ends[0], strips[way[0]], across[0])]
    for (one, two), (a, b) in zip(pairwise(way), pairwise(across), strict=True):
        corners.append((a, b) if strips[one].upright else (b, a))
        assert strips[one].upright != strips[two].upright
    corners += [_beside(ends[1], strips[way[-1]], across[-1]), ends[1]]
    return straightened(rounded(tuple(corners)))


def _beside(end: Point, strip: Channel, across: float) -> Point:
    """Where a line leaves a node: level with its symbol, or straight above or below it."""
    return (across, end[1]) if strip.upright else (end[0], across)
