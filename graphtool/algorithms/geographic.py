"""Places where they lie: symbols at their true places, borders behind, labels beside or below.

Where no choice of sides fits all labels, the map is drawn larger.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from graphtool.algorithms import labelling, overlap
from graphtool.algorithms.arrays import Array, Flags
from graphtool.algorithms.clusters.labels import RADIUS, Room, boxes
from graphtool.algorithms.geometry import projection
from graphtool.algorithms.geometry.polyline import Point, Route
from graphtool.algorithms.geometry.rings import Window, area, clipped
from graphtool.algorithms.geometry.simplification import thinned
from graphtool.algorithms.sizes import Spot

Place = tuple[float, float]
"""Latitude and longitude in degrees (WGS 84)."""
Rings = Sequence[Sequence[Point]]
"""Closed borders, outer and inner, as (longitude, latitude) in degrees."""

Area = tuple[int, tuple[Route, ...]]
"""The position of a place, and its closed borders on the drawing; -1 for other land."""

SHEET = (1100.0, 750.0)
"""The room for up to `FEW` places; more have more."""
FEW = 14
LARGEST = 2.2
"""How much larger than that a map may grow for its words' sake."""
TOLERANCE = 0.5
"""Pixels by which a border may be drawn beside the true one."""
ISLET = 3.0
"""Square pixels; smaller islands are left out, unless a place has nothing larger."""
MARGIN = 24.0
APART = 2 * RADIUS + 4
"""From the middle of one symbol to that of another, at least."""


class Drawing(NamedTuple):
    """A map; lengths in pixels."""

    spots: list[Spot]
    """One a place."""
    areas: list[Area]
    """Other land first."""
    width: float
    height: float


class _Frame(NamedTuple):
    """How metres become pixels."""

    scale: float
    left: float
    top: float

    def __call__(self, metres: Array) -> Array:
        return (metres * (1, -1) - (self.left, self.top)) * self.scale + MARGIN


def drawing(places: Sequence[Place], room: Room, borders: Sequence[tuple[int, Rings]]) -> Drawing:
    """At least one place projected; `borders` by position of their place, -1 for other land.

    >>> room = Room(np.full(2, 7.5), np.full((2, 2), 20.0), np.full((2, 2), 20.0))
    >>> south, north = drawing([(58.1, 7.7), (58.3, 7.7)], room, []).spots
    >>> south.x == north.x, south.y > north.y
    (True, True)
    """
    lat, lon = np.array(places, dtype=np.float64).T
    projected = projection.around(lat, lon)
    metres = projected(lon, lat)
    own = [
        (n, [projected(*np.array(ring, dtype=np.float64).T) for ring in rings if len(ring) > 3])
        for n, rings in borders
    ]
    low, high = _extent(metres, [ring for n, rings in own if n >= 0 for ring in rings])
    grown = 1.0
    while True:
        frame = _frame(low, high, len(places), grown)
        where = _spread(frame(metres))
        sides = _sides(where, room)
        if sides is not None or grown > LARGEST:
            break
        grown *= 1.08
    if sides is None:
        where, sides = _pushed(where, room)
    # The largest and lowest corner of land and words is the drawing's.
    words_low, words_high = boxes(where, room, sides)
    corner = np.maximum(frame(np.array([[high[0], low[1]]]))[0] + MARGIN, words_high.max(axis=0))
    shift = np.minimum(0, words_low.min(axis=0))
    window = (float(shift[0]), float(shift[1]), float(corner[0]), float(corner[1]))
    words = np.where(sides[:, None], room.beside, room.below)
    rows = np.round(np.hstack([where - shift, words]), 1).tolist()
    spots = [
        Spot(x, y, wide, tall, not right)
        for (x, y, wide, tall), right in zip(rows, sides.tolist(), strict=True)
    ]
    areas = _areas([(n, [frame(ring) for ring in rings]) for n, rings in own], window)
    return Drawing(spots, areas, float(corner[0] - shift[0]), float(corner[1] - shift[1]))


def _extent(metres: Array, rings: Sequence[Array]) -> tuple[Array, Array]:
    """South-west and north-east corners of the places and their land; far-away parts left out."""
    low, high = metres.min(axis=0), metres.max(axis=0)
    reach = max(float((high - low).max()) * 0.6, 15_000.0)
    if not rings:
        return low - reach / 20, high + reach / 20
    land = np.vstack(rings)
    # Land that reaches further is cut: an island in the Antarctic would shrink all else.
    return (
        np.maximum(np.minimum(low, land.min(axis=0)), low - reach),
        np.minimum(np.maximum(high, land.max(axis=0)), high + reach),
    )


def _frame(low: Array, high: Array, count: int, grown: float) -> _Frame:
    """The scale at which so many places fill their drawing, and grow by a factor."""
    more = max(1.0, count / FEW) ** 0.5 * grown
    across, up = np.maximum(high - low, 1.0)
    scale = min(SHEET[0] / across, SHEET[1] / up) * more
    return _Frame(float(scale), float(low[0]), float(-high[1]))


def _spread(where: Array) -> Array:
    """Symbols that would cover one another moved apart, just so far."""
    size = np.full(len(where), APART)
    return overlap.removed(where, size, size)


def _sides(where: Array, room: Room) -> Flags | None:
    """Which words stand to the right, the rest below; None where no choice fits."""
    symbols = np.hstack([where - RADIUS - 1, where + RADIUS + 1])
    below, beside = (_words(where, room, right) for right in (False, True))
    return labelling.sides(below, beside, symbols)


def _words(where: Array, room: Room, right: bool) -> Array:
    """The rectangle of each node's words, `n` x 4."""
    low, high = boxes(where, room, np.full(len(where), right))
    low[:, 0 if right else 1] = where[:, 0 if right else 1] + RADIUS + 2
    return np.hstack([low + 2, high - 2])


def _pushed(where: Array, room: Room) -> tuple[Array, Flags]:
    """Too crowded for any map: symbols move with their words."""
    right = np.zeros(len(where), dtype=bool)
    low, high = boxes(where, room, right)
    moved = overlap.removed((low + high) / 2, *(high - low).T)
    return moved + where - (low + high) / 2, right


def _areas(own: Sequence[tuple[int, Sequence[Array]]], window: Window) -> list[Area]:
    """The borders in the window, thinned and rounded, those of land around the places first."""
    reach = max(window[2] - window[0], window[3] - window[1]) * 0.05
    kept = [
        (node, [(x, y) for x, y in ring.tolist()])
        for node, rings in own
        for ring in rings
        if (ring.max(axis=0) > (window[0] - reach, window[1] - reach)).all()
        and (ring.min(axis=0) < (window[2] + reach, window[3] + reach)).all()
    ]
    drawn: dict[int, list[list[tuple[Point, ...]]]] = {}
    for (node, ring), thin in zip(kept, thinned([r for _, r in kept], TOLERANCE), strict=True):
        cut = clipped(thin, window)
        if len(cut) > 3 and (area(cut) >= ISLET or area(ring) >= ISLET):
            drawn.setdefault(node, []).append([_moved(cut, window)])
    return [
        (node, tuple(ring for rings in drawn[node] for ring in rings)) for node in sorted(drawn)
    ]


def _moved(ring: Sequence[Point], window: Window) -> tuple[Point, ...]:
    """To a tenth of a pixel from the window's corner, doubled points once."""
    made: list[Point] = []
    for x, y in ring:
        point = (round(x - window[0], 1), round(y - window[1], 1))
        if not made or made[-1] != point:
            made.append(point)
    return tuple(made)
