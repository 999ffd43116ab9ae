"""Components below each other in the same columns: how wide these and the channels between are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from graphtool.algorithms.layered import wrapping
from graphtool.algorithms.layered.component import Component, First, Placed, place, spread
from graphtool.algorithms.routing import channel
from graphtool.algorithms.sizes import SYMBOL, Size

RADIUS = 8.0
"""Of a symbol, with its outline."""
PITCH, ROOM = 6.0, 220.0
"""Between two tracks, and the room for all of them; more lines than it holds move closer."""
BARE, HEADED = 12.0, 28.0
"""Between tracks and labels or symbols; the latter where there is to be room for an arrowhead."""
HEADING, HEADING_WIDTH = 34.0, 280.0
"""Height of the headings' row; the room that a column makes for one at most."""


class Channel(NamedTuple):
    """The room at the left of a column, where lines turn."""

    start: float
    room: float

    def track(self, at: int, count: int) -> float:
        """The middle of one of so many tracks.

        >>> channel = Channel(start=10.0, room=100.0)
        >>> [channel.track(at, 3) for at in range(3)]
        [54.0, 60.0, 66.0]
        """
        middle = self.start + self.room / 2
        return channel.across([at, count - 1], middle, self.room, PITCH)[0]


class Stack(NamedTuple):
    """Components from top to bottom."""

    placed: list[tuple[Component, Placed, float]]
    """Each component with its upper edge."""
    x: list[float]
    """The symbols of each column."""
    channels: list[Channel]
    """Left of each column."""
    heads: dict[int, tuple[float, float]]
    """Left and right end of each heading, by the column given."""
    width: float
    height: float


class Columns(NamedTuple):
    """Components of a stack in columns broken as a plan says, before anything has its place."""

    parts: Sequence[tuple[Component, First]]
    used: list[tuple[int, int]]
    """The columns from left to right: the one given, and which part of it; none of nobody."""
    column: list[list[int]]
    """Of each component's nodes, by its place in `used`."""

    @property
    def firsts(self) -> dict[int, int]:
        """By the column given, the place of its first part."""
        found: dict[int, int] = {}
        for at, (c, _) in enumerate(self.used):
            found.setdefault(c, at)
        return found


def columns(parts: Sequence[tuple[Component, First]], broken: Mapping[int, int]) -> Columns:
    """The components in columns broken as the plan says; columns of nobody take no room.

    >>> from graphtool.algorithms.layered.component import connected, first_order
    >>> edges = [(node, 4, "") for node in range(4)]
    >>> [star] = connected([Size(9, 22)] * 5, edges, [0, 0, 0, 0, 1], {}, {})
    >>> found = columns([(star, first_order(star))], {0: 2, 1: 1})
    >>> found.used, found.column
    ([(0, 0), (0, 1), (1, 0)], [[1, 1, 0, 0, 2]])
    """
    strips = _strips(parts, broken)
    spreads = [spread(component, first, broken, strips) for component, first in parts]
    homes = [
        [*zip(component.column, found, strict=True)]
        for (component, _), found in zip(parts, spreads, strict=True)
    ]
    used = sorted({one for home in homes for one in home})
    position = {one: at for at, one in enumerate(used)}
    return Columns(parts, used, [[position[one] for one in home] for home in homes])


def least(found: Columns, heads: Mapping[int, float]) -> Size:
    """The room that a stack takes at least, whichever way its lines run; known before they do.

    >>> from graphtool.algorithms.layered.component import connected, first_order
    >>> [pair] = connected([Size(30, 22)] * 2, [(0, 1, "")], [0, 1], {}, {})
    >>> least(columns([(pair, first_order(pair))], {0: 1, 1: 1}), heads={})
    Size(width=136.0, height=22.0)
    """
    high = (HEADING if heads else 0.0) - wrapping.COMPONENT_GAP
    for (component, _), column in zip(found.parts, found.column, strict=True):
        tall = [0.0] * len(found.used)
        for at, words in zip(column, component.room, strict=True):
            tall[at] += words.height
        high += max(tall) + wrapping.COMPONENT_GAP
    wide = sum(_widths(found, heads))
    return Size(RADIUS + wide + (len(found.used) - 1) * (BARE + HEADED), high)


def stacked(found: Columns, heads: Mapping[int, float]) -> Stack:
    """The components in these columns, everything in its place.

    >>> from graphtool.algorithms.layered.component import connected, first_order
    >>> [pair] = connected([Size(30, 22)] * 2, [(0, 1, "")], [0, 1], {}, {})
    >>> found = stacked(columns([(pair, first_order(pair))], {0: 1, 1: 1}), heads={})
    >>> found.x, found.width, found.height  # the second symbol stands `SYMBOL` before its label
    ([8.0, 92.0], 136.0, 22.0)
    """
    placed, y = [], HEADING if heads else 0.0
    for (component, first), column in zip(found.parts, found.column, strict=True):
        placed.append((component, place(component, first, column), y))
        y += placed[-1][1].height + wrapping.COMPONENT_GAP
    firsts, wide = found.firsts, _widths(found, heads)
    x, channels = _across(placed, wide)
    width = x[-1] + wide[-1]
    ends = [x[at] - RADIUS - BARE for at in [*firsts.values()][1:]] + [width]
    spans = {
        c: (x[at] - RADIUS, end)
        for (c, at), end in zip(firsts.items(), ends, strict=True)
        if c in heads
    }
    return Stack(placed, x, channels, spans, width, y - wrapping.COMPONENT_GAP)


def _strips(
    parts: Sequence[tuple[Component, First]], broken: Mapping[int, int]
) -> dict[int, list[float]]:
    """Where the parts of each column stood, if they were as many as now."""
    places: dict[int, set[float]] = {}
    for component, _ in parts:
        for node, (x, _) in component.start.items():
            places.setdefault(component.column[node], set()).add(round(x))
    return {c: sorted(xs) for c, xs in sorted(places.items()) if len(xs) == broken[c]}


def _widths(found: Columns, heads: Mapping[int, float]) -> list[float]:
    """From the middle of a column's symbols to the end of its widest words, or its heading."""
    wide = [0.0] * len(found.used)
    for (component, _), column in zip(found.parts, found.column, strict=True):
        for at, words in zip(column, component.room, strict=True):
            wide[at] = max(wide[at], SYMBOL + words.width)
    for c, at in found.firsts.items():
        if c in heads:
            wide[at] = max(wide[at], min(heads[c], HEADING_WIDTH))
    return wide


def _across(
    placed: Sequence[tuple[Component, Placed, float]], wide: Sequence[float]
) -> tuple[list[float], list[Channel]]:
    """The symbols of each column and the channel at its left."""
    tracks, before = [0] * len(wide), [BARE] * len(wide)
    for component, one, _ in placed:
        for gap, number in one.tracks.total.items():
            tracks[gap] = max(tracks[gap], number)
        for source, target, _ in component.edges:
            start, end = one.graph.column[source], one.graph.column[target]
            if end < start:
                before[end + 1] = HEADED
    x: list[float] = []
    channels: list[Channel] = []
    edge = 0.0
    for at, words in enumerate(wide):
        room = min(ROOM, tracks[at] * PITCH)
        channels.append(Channel(edge + (before[at] if at else 0.0), room))
        x.append(channels[-1].start + room + (HEADED if at or room else RADIUS))
        edge = x[-1] + words
    return x, channels
