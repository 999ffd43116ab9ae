"""One cluster as a network drawing: symbols, room for labels, and the polygon around them.

Where nearly everybody is tied to everybody, the members stand on a ring; else by stress, boxes
pushed apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from graphtool.algorithms import overlap, stress
from graphtool.algorithms.arrays import Array, Flags, Integers
from graphtool.algorithms.clusters import ring
from graphtool.algorithms.clusters.labels import AIR, Room, beside_at, boxes
from graphtool.algorithms.clusters.ring import Tie
from graphtool.algorithms.geometry.hull import convex
from graphtool.algorithms.geometry.polyline import Point, Route, rounded
from graphtool.algorithms.sizes import Spot

PAD = 12.0
"""From labels to the polygon around them."""
TITLE = 24.0
"""Height of a title."""
LOOSE = 1.7
"""How much larger than its symbols and labels a drawing is before boxes are pushed apart."""
LARGE = 150
"""A cluster of more members is set in one way only, for the sake of time; and all are where
they have more than `stress.MANY` in all."""
ASPECTS = (1.0, 1.6, 2.5)
"""Widths by height in which a cluster may be set."""


class Drawing(NamedTuple):
    """A cluster in a box of its own, from its upper left corner."""

    width: float
    height: float
    spots: tuple[Spot, ...]
    """One a member, in their order."""
    hull: Route
    """The convex polygon around symbols, labels and title."""


def drawings(
    base: Array,
    members: Sequence[int],
    ties: Sequence[Tie],
    space: Room,
    *,
    title: float = 0.0,
    outward: Mapping[int, Point] | None = None,
    start: Mapping[int, Point] | None = None,
) -> list[Drawing]:
    """A cluster set in each of `ASPECTS`; in one of them where others would gain nothing.

    `base` is what `unscaled` gives; `ties` are among the members, by their places in `members`.
    `outward` tells where a member's ties to other clusters lead, as a direction; `start` has
    saved places.

    >>> own = Room(np.full(2, 5.0), np.array([[40.0, 12.0]] * 2), np.array([[30.0, 12.0]] * 2))
    >>> ties = [(0, 1, 1.0)]
    >>> [pair] = drawings(unscaled(2, ties), [0, 1], ties, own)
    >>> [(spot.x, spot.y, spot.below) for spot in pair.spots]  # side by side, names below
    [(27.0, 17.0, True), (119.0, 17.0, True)]
    """
    size, out, saved = len(members), outward or {}, start or {}
    if size == 2:
        order = sorted(range(2), key=lambda n: (saved.get(n, out.get(n, (0.0, 0.0))), n))
        shape = np.array([[order.index(n) * 2.0 - 1, 0.0] for n in range(2)])
    elif ring.is_ring(size, ties):
        shape = ring.seats(size, ties, saved, out)
    else:
        shape = base if len(saved) > 1 else _turned(base, out)
    own = space.of(members)
    return [
        _drawn(_scaled(shape, own, aspect, ring.is_ring(size, ties)), ties, own, title)
        for aspect in (
            ASPECTS if 2 < size <= LARGE and len(space.radius) <= stress.MANY else ASPECTS[1:2]
        )
    ]


def unscaled(size: int, ties: Sequence[Tie], start: Mapping[int, Point] | None = None) -> Array:
    """The stress positions of a cluster in steps, `size` x 2; zeros for what needs none.

    >>> unscaled(2, [(0, 1, 1.0)]).tolist()
    [[0.0, 0.0], [0.0, 0.0]]
    >>> unscaled(3, [(0, 1, 1.0), (1, 2, 1.0)]).shape
    (3, 2)
    """
    if size < 3 or ring.is_ring(size, ties):
        return np.zeros((size, 2))
    return stress.positions(size, [(a, b) for a, b, _ in ties], lengths(ties), start)


def lengths(ties: Sequence[Tie]) -> list[float]:
    """How long each tie should be: a strong one short, the middle one 1.

    >>> lengths([(0, 1, 4.0), (1, 2, 1.0), (2, 3, 1.0)])
    [0.6, 1.0, 1.0]
    """
    if not ties:
        return []
    weights = np.array([max(weight, 1e-9) for _, _, weight in ties])
    found = np.clip((np.median(weights) / weights) ** 0.5, 0.6, 1.5)
    return [float(length) for length in np.round(found, 6)]


def _turned(place: Array, outward: Mapping[int, Point]) -> Array:
    """Of the picture and its three mirror images the one that faces where its ties lead."""
    pull = np.array([outward.get(n, (0.0, 0.0)) for n in range(len(place))]).reshape(-1, 2)
    images = [place * (x, y) for x in (1.0, -1.0) for y in (1.0, -1.0)]
    return max(images, key=lambda image: round(float((image * pull).sum()), 6))


def _scaled(shape: Array, own: Room, aspect: float, ringed: bool) -> Array:
    """The shape in pixels: as large as its boxes need, nearly as wide by height as asked for."""
    if len(shape) < 2:
        return np.zeros((len(shape), 2))
    box = np.maximum(own.below, 2 * own.radius[:, None]) + 2 * AIR
    box[:, 1] += 2 * own.radius
    if ringed:
        return _roomy(shape * (aspect**0.35, aspect**-0.35), own)
    if len(shape) == 2:
        return shape * (box[:, 0].mean() / 2 + 26)
    spread = np.maximum(np.ptp(shape, axis=0), 1e-6)
    area = LOOSE * float(box.prod(axis=1).sum())
    wanted = np.sqrt(area * np.array([aspect, 1 / aspect]))
    # A line of nodes stays a line: neither way is stretched far more than the other.
    scale = wanted / spread
    least = float(scale.min())
    return shape * np.minimum(scale, least * 1.9)


def _roomy(shape: Array, own: Room) -> Array:
    """A ring just so large that no boxes on it overlap, nor words reach far into it."""
    radius = 64 + 9.0 * len(shape)
    for _ in range(60):
        place = shape * radius
        low, high = boxes(place, own, beside_at(place, _all_pairs(len(place)), own))
        crossed = (low[:, None] < high[None]) & (low[None] < high[:, None])
        if crossed.all(axis=2).sum() == len(shape):
            break
        radius *= 1.06
    return shape * radius


def _all_pairs(size: int) -> Integers:
    return np.array([(a, b) for a in range(size) for b in range(a)], dtype=np.int64)


def _drawn(place: Array, ties: Sequence[Tie], own: Room, title: float) -> Drawing:
    """Boxes pushed apart, the polygon around them, and all of it moved to its own corner."""
    pairs = np.array([(a, b) for a, b, _ in ties], dtype=np.int64).reshape(-1, 2)
    beside = beside_at(place, pairs, own)
    low, high = boxes(place, own, beside)
    centre = overlap.removed((low + high) / 2, *(high - low).T)
    return framed(centre - (low + high) / 2 + place, beside, own, title)


def framed(place: Array, beside: Flags, own: Room, title: float) -> Drawing:
    """The drawing of nodes at these places, with room for the title in its upper left corner.

    >>> own = Room(np.array([5.0]), np.array([[40.0, 12.0]]), np.array([[30.0, 12.0]]))
    >>> alone = framed(np.array([[0.0, 0.0]]), np.array([True]), own, title=0.0)
    >>> alone.width, alone.height, alone.spots[0].x  # `PAD` around symbol, gap and label
    (80.5, 36.0, 17.0)
    """
    low, high = (
        side + way * (PAD - AIR)
        for side, way in zip(boxes(place, own, beside), (-1, 1), strict=True)
    )
    corners = [
        (float(x), float(y))
        for a, b in zip(low, high, strict=True)
        for x in (a[0], b[0])
        for y in (a[1], b[1])
    ]
    left, top = (min(corner[axis] for corner in corners) for axis in (0, 1))
    if title:
        wide = title + 2 * PAD
        under = low[low[:, 0] < left + wide, 1].min() + PAD - AIR
        top = min(top, float(under) - TITLE)
        corners += [(x, y) for x in (left, left + wide) for y in (top, top + TITLE)]
    hull = convex(corners)
    words = np.where(beside[:, None], own.beside, own.below)
    moved = np.round(place - (left, top), 1)
    return Drawing(
        round(max(x for x, _ in hull) - left, 1),
        round(max(y for _, y in hull) - top, 1),
        tuple(
            Spot(float(x), float(y), round(float(w), 1), round(float(h), 1), not to_the_right)
            for (x, y), (w, h), to_the_right in zip(moved, words, beside, strict=True)
        ),
        rounded(tuple((x - left, y - top) for x, y in hull)),
    )
