"""Bands below each other in the same columns: how wide columns and the gaps between them are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from graphtool.algorithms.layered import component, wrapping
from graphtool.algorithms.layered.component import Band, First, Laid
from graphtool.algorithms.routing import channel
from graphtool.algorithms.sizes import SYMBOL

RADIUS = 8.0
"""Of a symbol, with its outline."""
PITCH, LANES = 6.0, 220.0
"""Between two lanes, and the room for all of them; more lines than it holds move closer."""
BARE, HEADED = 12.0, 28.0
"""Between lanes and words or symbols; the latter where there is to be room for an arrowhead."""
HEADING, HEADING_WIDTH = 34.0, 280.0
"""Height of the headings' row; the room that a column makes for one at most."""


class Gap(NamedTuple):
    """The room at the left of a column, where lines turn."""

    start: float
    room: float

    def lane(self, at: int, count: int) -> float:
        """The middle of one of so many lanes."""
        middle = self.start + self.room / 2
        return channel.across([at, count - 1], middle, self.room, PITCH)[0]


class Panel(NamedTuple):
    """Bands from top to bottom."""

    laid: list[tuple[Band, Laid, float]]
    """Each band with its upper edge."""
    x: list[float]
    """The symbols of each column."""
    gaps: list[Gap]
    """Left of each column."""
    heads: dict[int, tuple[float, float]]
    """Left and right end of each heading, by the column given."""
    width: float
    height: float


def panel(
    parts: Sequence[tuple[Band, First]], broken: Mapping[int, int], heads: Mapping[int, float]
) -> Panel:
    """The bands in columns that are broken as the plan says; columns of nobody take no room."""
    strips = _strips(parts, broken)
    spreads = [component.spread(band, first, broken, strips) for band, first in parts]
    used = sorted(
        {
            (c, part)
            for (band, _), found in zip(parts, spreads, strict=True)
            for c, part in zip(band.column, found, strict=True)
        }
    )
    place = {column: at for at, column in enumerate(used)}
    laid, y = [], HEADING if heads else 0.0
    for (band, first), found in zip(parts, spreads, strict=True):
        column = [place[one] for one in zip(band.column, found, strict=True)]
        laid.append((band, component.laid(band, first, column), y))
        y += laid[-1][1].height + wrapping.BAND_GAP
    firsts: dict[int, int] = {}
    for at, (c, _) in enumerate(used):
        firsts.setdefault(c, at)
    wide = _widths(laid, len(used))
    for c, at in firsts.items():
        if c in heads:
            wide[at] = max(wide[at], min(heads[c], HEADING_WIDTH))
    x, gaps = _across(laid, wide)
    width = x[-1] + wide[-1]
    ends = [x[at] - RADIUS - BARE for at in [*firsts.values()][1:]] + [width]
    spans = {
        c: (x[at] - RADIUS, end)
        for (c, at), end in zip(firsts.items(), ends, strict=True)
        if c in heads
    }
    return Panel(laid, x, gaps, spans, width, y - wrapping.BAND_GAP)


def _strips(
    parts: Sequence[tuple[Band, First]], broken: Mapping[int, int]
) -> dict[int, list[float]]:
    """Where the parts of each column stood, if they were as many as now."""
    places: dict[int, set[float]] = {}
    for band, _ in parts:
        for node, (x, _) in band.start.items():
            places.setdefault(band.column[node], set()).add(round(x))
    return {c: sorted(xs) for c, xs in sorted(places.items()) if len(xs) == broken[c]}


def _widths(laid: Sequence[tuple[Band, Laid, float]], count: int) -> list[float]:
    """From the middle of a column's symbols to the end of its widest words."""
    wide = [0.0] * count
    for band, one, _ in laid:
        for at, words in enumerate(band.room):
            c = one.grid.column[at]
            wide[c] = max(wide[c], SYMBOL + words.width)
    return wide


def _across(
    laid: Sequence[tuple[Band, Laid, float]], wide: Sequence[float]
) -> tuple[list[float], list[Gap]]:
    """The symbols of each column and the gap at its left."""
    lanes, before = [0] * len(wide), [BARE] * len(wide)
    for band, one, _ in laid:
        for gap, number in one.turns.lanes.items():
            lanes[gap] = max(lanes[gap], number)
        for source, target, _ in band.edges:
            start, end = one.grid.column[source], one.grid.column[target]
            if end < start:
                before[end + 1] = HEADED
    x: list[float] = []
    gaps: list[Gap] = []
    edge = 0.0
    for at, words in enumerate(wide):
        room = min(LANES, lanes[at] * PITCH)
        gaps.append(Gap(edge + (before[at] if at else 0.0), room))
        x.append(gaps[-1].start + room + (HEADED if at or room else RADIUS))
        edge = x[-1] + words
    return x, gaps
