"""One community as a network drawing: symbols, room for words, and the polygon around them.

Where nearly everybody is tied to everybody, the members stand on a ring, for then no place in the
middle means anything; else by stress, boxes pushed apart.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from graphtool.algorithms import stress
from graphtool.algorithms.arrays import Array
from graphtool.algorithms.geometry.polyline import rounded
from graphtool.language import Text
from graphtool.maps.layout import outline
from graphtool.maps.layout.sheet import Point, Route, Spot

Flags = NDArray[np.bool_]
Pairs = NDArray[np.int64]
Tie = tuple[int, int, float]
"""Two parties and how closely they work together."""

RADIUS = 7.5
"""Of a symbol whose size is 1."""
WORDS = 132.0
"""Widest line of words below a symbol."""
AIR = 5.0
"""Around a symbol and its words, so that two never touch."""
PAD = 12.0
"""From words to the polygon around them."""
TITLE, TITLE_SIZE = 24.0, 13.5
RING = 16
"""So many at most stand on a ring; more would leave its middle empty."""
DENSE = 0.75
"""Share of all pairs that are tied from which a ring says more than stress."""
LOOSE = 1.7
"""How much larger than its symbols and words a drawing is before boxes are pushed apart."""
LARGE = 150
"""A community of more members is set in one way only, for the sake of time; and all are where
they have more than `stress.MANY` in all."""
ASPECTS = (1.0, 1.6, 2.5)
"""Widths by height in which a community may be set."""


class Room(NamedTuple):
    """What each node needs, one value a node: its symbol's radius, and its words' two settings."""

    radius: Array
    beside: Array
    """Width and height of words to the right, `n` x 2."""
    below: Array
    """Width and height of words below, `n` x 2."""


class Drawing(NamedTuple):
    """A community in a box of its own, from its upper left corner."""

    width: float
    height: float
    spots: tuple[Spot, ...]
    """One a member, in their order."""
    hull: Route
    """The convex polygon around symbols, words and title."""


def room(names: Sequence[str], sizes: Sequence[float]) -> Room:
    """The room for symbols of these sizes (1 = the usual radius) and words of these names."""
    beside = [outline.words(name) for name in names]
    below = []
    for name in names:
        width = outline.text_width(name, TITLE_SIZE) + 4
        longest = max((outline.text_width(w, TITLE_SIZE) + 4 for w in name.split()), default=0.0)
        lines = min(outline.LINES, int(-(-width // WORDS)))
        if lines > 1:
            width = max(min(longest, WORDS * 1.3), min(WORDS, width / lines * 1.3))
        below.append((width, outline.LINE * 1.1 * (lines + (lines == 2 and width < longest))))
    return Room(
        RADIUS * np.asarray(sizes, dtype=np.float64),
        np.array([(w.width, w.height) for w in beside], dtype=np.float64).reshape(-1, 2),
        np.array(below, dtype=np.float64).reshape(-1, 2),
    )


def drawings(
    base: Array,
    members: Sequence[int],
    ties: Sequence[Tie],
    space: Room,
    *,
    title: Text | None = None,
    outward: Mapping[int, Point] | None = None,
    start: Mapping[int, Point] | None = None,
) -> list[Drawing]:
    """A community set in each of `ASPECTS`; in one of them where others would gain nothing.

    `base` is what `unscaled` gives; `ties` are among the members, by their places in `members`.
    `outward` tells where a member's ties to other communities lead, as a direction; `start` has
    saved places.
    """
    size, out, saved = len(members), outward or {}, start or {}
    if size == 2:
        order = sorted(range(2), key=lambda n: (saved.get(n, out.get(n, (0.0, 0.0))), n))
        shape = np.array([[order.index(n) * 2.0 - 1, 0.0] for n in range(2)])
    elif is_ring(size, ties):
        shape = _ring(size, ties, saved, out)
    else:
        shape = base if len(saved) > 1 else _turned(base, out)
    own = Room(*(part[list(members)] for part in space))
    return [
        _drawn(_scaled(shape, own, aspect, is_ring(size, ties)), ties, own, title)
        for aspect in (
            ASPECTS if 2 < size <= LARGE and len(space.radius) <= stress.MANY else ASPECTS[1:2]
        )
    ]


def unscaled(size: int, ties: Sequence[Tie], start: Mapping[int, Point] | None = None) -> Array:
    """The stress positions of a community in steps, `size` x 2; zeros for what needs none."""
    if size < 3 or is_ring(size, ties):
        return np.zeros((size, 2))
    return stress.positions(size, [(a, b) for a, b, _ in ties], lengths(ties), start)


def is_ring(size: int, ties: Sequence[Tie]) -> bool:
    """Whether so many are tied that a ring says more than stress does.

    >>> is_ring(3, [(0, 1, 1.0), (1, 2, 1.0), (0, 2, 1.0)]), is_ring(4, [(0, 1, 1.0)])
    (True, False)
    """
    pairs = {(min(a, b), max(a, b)) for a, b, _ in ties if a != b}
    return 3 <= size <= RING and len(pairs) >= DENSE * size * (size - 1) / 2


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


def _ring(
    size: int, ties: Sequence[Tie], start: Mapping[int, Point], outward: Mapping[int, Point]
) -> Array:
    """Places on a circle: as saved, or so that ties are short, those to others included."""
    turn = np.arange(size) * 2 * np.pi / size - np.pi / 2
    seats = np.column_stack([np.cos(turn), np.sin(turn)])
    if len(start) == size:
        saved = np.array([start[node] for node in range(size)])
        outward = {n: (float(x), float(y)) for n, (x, y) in enumerate(saved - saved.mean(axis=0))}
        ties = ()
    pull = np.array([outward.get(node, (0.0, 0.0)) for node in range(size)])
    weight = np.zeros((size, size))
    for a, b, w in ties:
        weight[a, b] += w
        weight[b, a] += w
    chord = np.hypot(*(seats[:, None] - seats[None]).transpose(2, 0, 1))

    def length(order: list[int]) -> float:
        """Of all ties, where `order` has the seat of each node."""
        inner = float((weight * chord[np.ix_(order, order)]).sum()) / 2
        return round(inner - float((pull * seats[order]).sum()), 6)

    turned = [
        [(way * node + first) % size for node in range(size)]
        for way in (1, -1)
        for first in range(size)
    ]
    order = min(turned, key=length)
    return seats[_swapped(order, length)]


def _swapped(order: list[int], length: Callable[[list[int]], float]) -> list[int]:
    """Two seats exchanged again and again while that makes the ties shorter."""
    least, better = length(order), True
    while better:
        better = False
        for a, b in combinations(range(len(order)), 2):
            order[a], order[b] = order[b], order[a]
            found = length(order)
            if found < least - 1e-4:
                least, better = found, True
            else:
                order[a], order[b] = order[b], order[a]
    return order


def _turned(place: Array, outward: Mapping[int, Point]) -> Array:
    """Of the picture and its three mirror images the one that faces where its ties lead."""
    pull = np.array([outward.get(n, (0.0, 0.0)) for n in range(len(place))]).reshape(-1, 2)
    images = [place * (x, y) for x in (1.0, -1.0) for y in (1.0, -1.0)]
    return max(images, key=lambda image: round(float((image * pull).sum()), 6))


def _scaled(shape: Array, own: Room, aspect: float, ring: bool) -> Array:
    """The shape in pixels: as large as its boxes need, nearly as wide by height as asked for."""
    if len(shape) < 2:
        return np.zeros((len(shape), 2))
    box = np.maximum(own.below, 2 * own.radius[:, None]) + 2 * AIR
    box[:, 1] += 2 * own.radius
    if ring:
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
        low, high = boxes(place, own, _beside(place, _all_pairs(len(place)), own))
        crossed = (low[:, None] < high[None]) & (low[None] < high[:, None])
        if crossed.all(axis=2).sum() == len(shape):
            break
        radius *= 1.06
    return shape * radius


def _all_pairs(size: int) -> Pairs:
    return np.array([(a, b) for a in range(size) for b in range(a)], dtype=np.int64)


def boxes(place: Array, own: Room, beside: Flags) -> tuple[Array, Array]:
    """Upper left and lower right corners of symbols with their words, air included, `n` x 2."""
    radius = own.radius
    over = np.maximum(radius, np.where(beside, own.beside[:, 1] / 2, 0.0))
    left = np.maximum(radius, np.where(beside, 0.0, own.below[:, 0] / 2))
    right = np.where(beside, radius + 6.5 + own.beside[:, 0], left)
    under = np.where(beside, over, radius + 3 + own.below[:, 1])
    low = place - np.column_stack([left, over]) - AIR
    return low, place + np.column_stack([right, under]) + AIR


def _beside(place: Array, pairs: Pairs, own: Room) -> Flags:
    """For each node whether its words are crossed by less of the ties to the right than below."""
    crossed = []
    for beside in (False, True):
        low = place + np.column_stack(
            [
                own.radius + 6.5 if beside else -own.below[:, 0] / 2,
                -own.beside[:, 1] / 2 if beside else own.radius + 3,
            ]
        )
        crossed.append(_inside(place, pairs, low, low + (own.beside if beside else own.below)))
    # Words below hold a picture together; they go beside only where much is won.
    return np.asarray(crossed[1] < crossed[0] * 0.6 - 4)


def _inside(place: Array, pairs: Pairs, low: Array, high: Array) -> Array:
    """Length of the ties in each rectangle, in pixels.

    Liang and Barsky 1984, "A new concept and method for line clipping".
    """
    total = np.zeros(len(low))
    for part in range(0, len(pairs), 512):
        start, end = place[pairs[part : part + 512, 0]], place[pairs[part : part + 512, 1]]
        along = end - start
        safe = np.where(np.abs(along) < 1e-9, 1e-9, along)[:, None]
        first = (low[None] - start[:, None]) / safe
        second = (high[None] - start[:, None]) / safe
        enter = np.minimum(first, second).max(axis=2).clip(0)
        leave = np.maximum(first, second).min(axis=2).clip(None, 1)
        total += ((leave - enter).clip(0) * np.hypot(*along.T)[:, None]).sum(axis=0)
    return total


def _drawn(place: Array, ties: Sequence[Tie], own: Room, title: Text | None) -> Drawing:
    """Boxes pushed apart, the polygon around them, and all of it moved to its own corner."""
    pairs = np.array([(a, b) for a, b, _ in ties], dtype=np.int64).reshape(-1, 2)
    beside = _beside(place, pairs, own)
    low, high = boxes(place, own, beside)
    centre = stress.apart((low + high) / 2, *(high - low).T)
    return framed(centre - (low + high) / 2 + place, beside, own, title)


def framed(place: Array, beside: Flags, own: Room, title: Text | None) -> Drawing:
    """The drawing of nodes at these places, with room for the title in its upper left corner."""
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
        wide = max(outline.text_width(words, TITLE_SIZE) for words in title) + 2 * PAD
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


def convex(points: Sequence[Point]) -> Route:
    """The smallest convex polygon around the points, clockwise on the screen (Andrew 1979).

    >>> convex([(0, 0), (2, 0), (1, 1), (2, 2), (0, 2)])
    ((0, 0), (2, 0), (2, 2), (0, 2))
    """
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return tuple(ordered)
    halves: list[Point] = []
    for way in (ordered, ordered[::-1]):
        half: list[Point] = []
        for x, y in way:
            while len(half) > 1:
                (ax, ay), (bx, by) = half[-2:]
                if (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0:
                    break
                half.pop()
            half.append((x, y))
        halves += half[:-1]
    return tuple(halves)
