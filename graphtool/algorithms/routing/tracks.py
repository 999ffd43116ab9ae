"""Lines side by side in a strip, each in a lane of its own, in an order in which few cross.

A line that leaves a strip to one side crosses each line that runs on along that side of it; in
each strip the lines are put in the order that the most of these ends ask for, again and again,
for the order in one strip decides where the lines of the next come from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from graphtool.algorithms.geometry.polyline import Point, Route, through
from graphtool.algorithms.routing import channel
from graphtool.algorithms.routing.hyperedges import Edge
from graphtool.algorithms.routing.network import Channel
from graphtool.algorithms.routing.paths import Bundle, Ways

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
            order = channel.ordered(ends)
            track = channel.tracks(ends, order, APART)
            held = [i for i, line in enumerate(mine) if line[1] == PIN]
            places = channel.across(
                track,
                strips[strip].middle,
                strips[strip].high - strips[strip].low,
                LANE,
                held[0] if held else None,
            )
            lines[strip] = [mine[i] for i in order]
            lane.update(zip(mine, places, strict=True))
            need[strip] = needed(max(track) + 1)
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
        pieces = [(strips[strip].upright, lane[strip, bundle]) for strip in way]
        drawn[bundle, other] = through(at[bundle[0]], pieces, at[other])
    made = {}
    for edge, bundle in found.bundle.items():
        source, target, _ = edges[edge]
        line = drawn[bundle, target if bundle[0] == source else source]
        made[edge] = line[::-1] if bundle[2] else line
    return made
