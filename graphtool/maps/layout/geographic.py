"""Municipalities where they lie: symbols at their true places, borders behind, words beside.

Places are projected by `projection`. Symbols stay where they are; words stand to the right or
below (`lettering`), and where no choice of sides fits, the map is drawn larger.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from graphtool.algorithms import labelling, packing, stress
from graphtool.algorithms.arrays import Array
from graphtool.algorithms.geometry import projection
from graphtool.algorithms.geometry.rings import Window, area, clipped
from graphtool.algorithms.geometry.simplification import thinned
from graphtool.language import Text
from graphtool.maps.layout import outline
from graphtool.maps.layout.network import community
from graphtool.maps.layout.sheet import Area, Heading, Layout, Point, Spot

Place = tuple[float, float]
"""Latitude and longitude in degrees (WGS 84)."""
Rings = Sequence[Sequence[Point]]
"""Closed borders, outer and inner, as (longitude, latitude) in degrees."""

SHEET = (1100.0, 750.0)
"""The room for a region of up to `REGION` municipalities; more have more."""
REGION = 14
LARGEST = 2.2
"""How much larger than that a map may grow for its words' sake."""
TOLERANCE = 0.5
"""Pixels by which a border may be drawn beside the true one."""
ISLET = 3.0
"""Square pixels; smaller islands are left out, unless a place has nothing larger."""
MARGIN = 24.0
APART = 2 * community.RADIUS + 4
"""From the middle of one symbol to that of another, at least."""
MISSING = Text("Uten koordinater", "Utan koordinatar", "Without coordinates")


class _Frame(NamedTuple):
    """How metres become pixels."""

    scale: float
    left: float
    top: float

    def __call__(self, metres: Array) -> Array:
        return (metres * (1, -1) - (self.left, self.top)) * self.scale + MARGIN


def arrange(
    names: Sequence[str],
    places: Sequence[Place | None],
    *,
    borders: Sequence[tuple[int, Rings]] = (),
    start: Mapping[int, Point] | None = None,
) -> Layout:
    """The map of places with these names (the widest each has); empty for none.

    `borders` are those of the places, by position, and of land around them (-1), which is cut
    off at the sheet's edge. Who has no place stands in rows beside the map, under a heading.
    `start` changes nothing: what lies somewhere stays there.

    >>> sheet = arrange(["Vennesla", "Søgne"], [(58.33, 7.83), (58.10, 7.74)])
    >>> sheet.spots[0].y < sheet.spots[1].y, sheet.spots[0].x > sheet.spots[1].x
    (True, True)
    """
    if not names:
        return Layout((), {})
    lost = [at for at, place in enumerate(places) if place is None]
    found = [at for at, place in enumerate(places) if place is not None]
    spots: dict[int, Spot] = {}
    areas: tuple[Area, ...] = ()
    size = (0.0, 0.0)
    if found:
        spots, areas, size = _map(names, found, places, borders)
    headings: tuple[Heading, ...] = ()
    if lost:
        beside, heading, size = _rows(names, lost, size)
        spots, headings = spots | beside, (heading,)
    return Layout(
        tuple(spots[node] for node in range(len(names))),
        {},
        (),
        headings,
        areas,
        round(size[0], 1),
        round(size[1], 1),
    )


def _map(
    names: Sequence[str],
    found: Sequence[int],
    places: Sequence[Place | None],
    borders: Sequence[tuple[int, Rings]],
) -> tuple[dict[int, Spot], tuple[Area, ...], Point]:
    """Spots and areas of those with a place, and the size of their sheet."""
    lat, lon = np.array([places[node] for node in found], dtype=np.float64).T
    projected = projection.around(lat, lon)
    metres = projected(lon, lat)
    own = [
        (n, [projected(*np.array(ring, dtype=np.float64).T) for ring in rings if len(ring) > 3])
        for n, rings in borders
    ]
    low, high = _extent(metres, [ring for n, rings in own if n in set(found) for ring in rings])
    room = community.room([names[node] for node in found], [1.0] * len(found))
    grown = 1.0
    while True:
        frame = _frame(low, high, len(found), grown)
        where = _spread(frame(metres))
        sides = _sides(where, room)
        if sides is not None or grown > LARGEST:
            break
        grown *= 1.08
    if sides is None:
        where, sides = _pushed(where, room)
    # The largest and lowest corner of land and words is the sheet's.
    words_low, words_high = community.boxes(where, room, sides)
    corner = np.maximum(frame(np.array([[high[0], low[1]]]))[0] + MARGIN, words_high.max(axis=0))
    shift = np.minimum(0, words_low.min(axis=0))
    window = (float(shift[0]), float(shift[1]), float(corner[0]), float(corner[1]))
    words = np.where(sides[:, None], room.beside, room.below)
    rows = np.round(np.hstack([where - shift, words]), 1).tolist()
    spots = {
        node: Spot(x, y, wide, tall, not right)
        for node, (x, y, wide, tall), right in zip(found, rows, sides.tolist(), strict=True)
    }
    areas = _areas([(n, [frame(ring) for ring in rings]) for n, rings in own], window)
    return spots, areas, (float(corner[0] - shift[0]), float(corner[1] - shift[1]))


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
    """The scale at which so many places fill their sheet, and grow by a factor."""
    more = max(1.0, count / REGION) ** 0.5 * grown
    across, up = np.maximum(high - low, 1.0)
    scale = min(SHEET[0] / across, SHEET[1] / up) * more
    return _Frame(float(scale), float(low[0]), float(-high[1]))


def _spread(where: Array) -> Array:
    """Symbols that would cover one another moved apart, just so far."""
    size = np.full(len(where), APART)
    return stress.apart(where, size, size)


def _sides(where: Array, room: community.Room) -> NDArray[np.bool_] | None:
    """Which words stand to the right, the rest below; None where no choice fits."""
    symbols = np.hstack([where - community.RADIUS - 1, where + community.RADIUS + 1])
    below, beside = (_words(where, room, right) for right in (False, True))
    return labelling.sides(below, beside, symbols)


def _words(where: Array, room: community.Room, right: bool) -> Array:
    """The rectangle of each node's words, `n` x 4."""
    low, high = community.boxes(where, room, np.full(len(where), right))
    low[:, 0 if right else 1] = where[:, 0 if right else 1] + community.RADIUS + 2
    return np.hstack([low + 2, high - 2])


def _pushed(where: Array, room: community.Room) -> tuple[Array, NDArray[np.bool_]]:
    """Too crowded for any map: symbols move with their words."""
    right = np.zeros(len(where), dtype=bool)
    low, high = community.boxes(where, room, right)
    moved = stress.apart((low + high) / 2, *(high - low).T)
    return moved + where - (low + high) / 2, right


def _areas(own: Sequence[tuple[int, Sequence[Array]]], window: Window) -> tuple[Area, ...]:
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
    return tuple(
        Area(node, tuple(ring for rings in drawn[node] for ring in rings)) for node in sorted(drawn)
    )


def _moved(ring: Sequence[Point], window: Window) -> tuple[Point, ...]:
    """To a tenth of a pixel from the window's corner, doubled points once."""
    made: list[Point] = []
    for x, y in ring:
        point = (round(x - window[0], 1), round(y - window[1], 1))
        if not made or made[-1] != point:
            made.append(point)
    return tuple(made)


def _rows(
    names: Sequence[str], lost: Sequence[int], size: Point
) -> tuple[dict[int, Spot], Heading, Point]:
    """Columns at the right of the map, as high as it, and the sheet's size with them."""
    room = [outline.words(names[node]) for node in lost]
    wide = max([outline.text_width(t, 15) for t in MISSING] + [w.width for w in room])
    wide += 2 * outline.SYMBOL
    alone = (sum(w.height for w in room) * wide / 1.5) ** 0.5
    left = size[0] + 2 * MARGIN if size[0] else MARGIN
    parts = packing.balanced(
        [w.height for w in room],
        max(1, int(np.ceil(sum(w.height for w in room) / max(size[1] - 60, alone, 120)))),
    )
    spots, bottom = {}, 0.0
    for column, part in enumerate(parts):
        y = MARGIN + 30
        for at in part:
            x = left + outline.SYMBOL / 2 + column * wide
            spots[lost[at]] = Spot(
                round(x, 1),
                round(y + room[at].height / 2, 1),
                round(room[at].width, 1),
                round(room[at].height, 1),
            )
            y += room[at].height
        bottom = max(bottom, y)
    heading = Heading(round(left, 1), MARGIN, round(wide, 1), MISSING)
    return spots, heading, (left + len(parts) * wide, max(size[1], bottom + MARGIN))
