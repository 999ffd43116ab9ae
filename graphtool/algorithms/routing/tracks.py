"""Lines along paths of channels: the track of each in every channel, and so its corners.

The order in one channel decides where the lines of the next come from, so that all channels are
put in order again and again (`channel`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from graphtool.algorithms.geometry.polyline import Point, Route, through
from graphtool.algorithms.routing import channel
from graphtool.algorithms.routing.channel import End
from graphtool.algorithms.routing.hyperedges import Edge
from graphtool.algorithms.routing.network import Channel
from graphtool.algorithms.routing.paths import Hyperedge, Paths

PITCH, CLOSE, WIDE = 3.2, 2.2, 10
"""Pixels from track to track; those beyond so many tracks lie closer."""
MARGIN = 4.0
"""Between the outermost tracks and what borders a channel."""
ROUNDS = 5
"""So often the order in all channels is mended; to count the tracks once is enough."""
APART = 5.0
"""Lines share a track where one begins so far after the other's end."""
FIXED: Hyperedge = (-1, "", False)
"""The line that was there before, in the middle of a channel."""

Line = tuple[int, Hyperedge]
"""A hyperedge in a channel."""


class Tracks(NamedTuple):
    """Where each line runs across its channel, and how wide channels should be."""

    across: dict[Line, float]
    need: dict[int, float]


def needed(count: int, pitch: float = PITCH) -> float:
    """How wide a channel should be for so many tracks this far apart; 0 for none.

    >>> needed(0), needed(4)
    (0.0, 17.6)
    """
    if not count:
        return 0.0
    return 2 * MARGIN + pitch * (min(count, WIDE) - 1) + CLOSE * max(0, count - WIDE)


def tracks(
    found: Paths,
    channels: Sequence[Channel],
    at: Sequence[Point],
    fixed: Mapping[int, Sequence[End]],
    *,
    rounds: int = ROUNDS,
    pitch: float = PITCH,
) -> Tracks:
    """A track for each line; `fixed` has the ends of lines that are there already, by channel.

    >>> aisle, line = Channel(("aisle", 0, 0), True, -20.0, -10.0), (1, "OWNS", True)
    >>> found = Paths({0: line}, {(line, 0): (0,)})  # from node 1 along the aisle to node 0
    >>> tracks(found, [aisle], [(-15.0, 0.0), (-15.0, 50.0)], {})  # in its middle, 8 wide
    Tracks(across={(0, (1, 'OWNS', True)): -15.0}, need={0: 8.0})
    """
    ends_of = _ends(found, channels, at)
    ends_of.update({(one, FIXED): list(ends) for one, ends in fixed.items()})
    across = {line: channels[line[0]].middle for line in ends_of}
    lines: dict[int, list[Line]] = {}
    for line in sorted(across):
        lines.setdefault(line[0], []).append(line)
    need = {}
    for _ in range(rounds):
        for one, mine in lines.items():
            ends = [
                [(across[to] if isinstance(to, tuple) else to, side) for to, side in ends_of[line]]
                for line in mine
            ]
            order = channel.ordered(ends)
            track = channel.tracks(ends, order, APART)
            held = mine.index((one, FIXED)) if one in fixed else None
            low, high = channels[one].low, channels[one].high
            places = channel.across(track, channels[one].middle, high - low, pitch, held)
            across.update(zip(mine, places, strict=True))
            lines[one] = [mine[i] for i in order]
            need[one] = needed(max(track) + 1, pitch)
    return Tracks(across, need)


def _ends(
    found: Paths, channels: Sequence[Channel], at: Sequence[Point]
) -> dict[Line, list[tuple[float | Line, int]]]:
    """For each line where it ends, or the line it goes on as and to which side."""
    ends: dict[Line, dict[tuple[float | Line, int], None]] = {}
    for (hyperedge, other), path in found.path.items():
        first, last = at[hyperedge[0]], at[other]
        stops = [
            first[channels[path[0]].upright],
            *(channels[one].middle for one in path),
            last[channels[path[-1]].upright],
        ]
        for step, one in enumerate(path):
            mine = ends.setdefault((one, hyperedge), {})
            for near, beyond in ((step - 1, step - 1), (step + 1, step + 3)):
                if 0 <= near < len(path):
                    side = int(np.sign(stops[beyond] - channels[one].middle))
                    mine[(path[near], hyperedge), side] = None
                else:
                    mine[stops[0] if near < 0 else stops[-1], 0] = None
    return {line: list(found) for line, found in ends.items()}


def routes(
    found: Paths,
    edges: Sequence[Edge],
    channels: Sequence[Channel],
    at: Sequence[Point],
    across: Mapping[Line, float],
) -> dict[int, Route]:
    """The corners of each edge's line, from its source to its target.

    >>> aisle, line = Channel(("aisle", 0, 0), True, -20.0, -10.0), (1, "OWNS", True)
    >>> found, at = Paths({0: line}, {(line, 0): (0,)}), [(0.0, 0.0), (0.0, 50.0)]
    >>> routes(found, [(0, 1, "OWNS")], [aisle], at, {(0, line): -15.0})
    {0: ((0.0, 0.0), (-15.0, 0.0), (-15.0, 50.0), (0.0, 50.0))}
    """
    drawn: dict[tuple[Hyperedge, int], Route] = {}
    for (hyperedge, other), path in found.path.items():
        pieces = [(channels[one].upright, across[one, hyperedge]) for one in path]
        drawn[hyperedge, other] = through(at[hyperedge[0]], pieces, at[other])
    made = {}
    for edge, hyperedge in found.hyperedge.items():
        source, target, _ = edges[edge]
        line = drawn[hyperedge, target if hyperedge[0] == source else source]
        made[edge] = line[::-1] if hyperedge[2] else line
    return made
