"""Boxes about where a map has them, none over another, and straight lines between any two."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from graphtool.algorithms import overlap
from graphtool.slides import letters, looks
from graphtool.slides.deck import Network, Tie
from graphtool.slides.placing.drawing import INSET, Placed, fitted, shape
from graphtool.slides.sheet import POINT, Connector, Rect, Side, points

SIZES = (16.0, 15.0, 14.0, 13.0, 12.0)
WIDTHS = (84.0, 104.0, 124.0, 150.0, 180.0, 210.0)
"""Of a box, in points: the least in which its name has few lines."""
LINES = 3
BESIDE, BETWEEN = 22.0, 10.0
"""Air between two boxes side by side, for lines, and over each other."""
Size = tuple[float, float]
Middle = tuple[float, float]


def placed(network: Network, room: Rect) -> Placed:
    """The boxes in the largest letters in which they have room, else cut in the smallest.

    Spread over the room as the map has them and pushed apart; where that needs more room than
    there is, in columns from the left in the map's order.
    """
    wide, high = room.width / POINT, room.height / POINT
    for size in SIZES:
        boxes = [_size(network, at, size, LINES) for at in range(len(network.boxes))]
        middles = _apart(network.spots, boxes, wide, high)
        if middles:
            return _drawn(network, room, boxes, middles, (size, LINES))
    for size, lines in [(size, LINES) for size in SIZES] + [(SIZES[-1], 2), (SIZES[-1], 1)]:
        boxes = [_size(network, at, size, lines) for at in range(len(network.boxes))]
        middles = _in_columns(network.spots, boxes, wide, high)
        if middles:
            return _drawn(network, room, boxes, middles, (size, lines))
    return _drawn(network, room, *_in_rows(network, wide, high), (SIZES[-1], 1))


def _size(network: Network, at: int, size: float, lines: int) -> Size:
    """Width and height of a box."""
    box = network.boxes[at]
    for width in WIDTHS:
        room = width - 2 * INSET - 2
        bold = box.mark == "nobody"
        count = len(letters.lines(box.label, room, size, bold=bold))
        if letters.widest(box.label, size, bold=bold) <= room and count <= min(lines, 2):
            break
    return width, fitted(box, width, size, lines)[1]


def _apart(
    spots: Sequence[Middle], boxes: Sequence[Size], wide: float, high: float
) -> list[Middle] | None:
    """The boxes where the map has them, pushed apart; None where that leaves the room."""
    size = np.array(boxes)
    at = np.array(spots, dtype=np.float64)
    low, extent = at.min(axis=0), np.ptp(at, axis=0)
    free = np.array([wide, high]) - size.max(axis=0)
    if (free < 0).any():
        return None
    # Stretched to the room: what is far apart on the map is far apart here.
    at = np.where(extent > 0, (at - low) / np.where(extent > 0, extent, 1.0), 0.5) * free
    at += size.max(axis=0) / 2
    at = overlap.removed(at, size[:, 0] + BESIDE, size[:, 1] + BETWEEN)
    left = (at - size / 2).min(axis=0)
    taken = (at + size / 2).max(axis=0) - left
    if (taken > np.array([wide, high])).any():
        return None
    at += (np.array([wide, high]) - taken) / 2 - left
    middles = [(float(x), float(y)) for x, y in at]
    return middles if not _overlap(middles, boxes) else None


def _overlap(middles: Sequence[Middle], boxes: Sequence[Size]) -> bool:
    """Whether any two boxes stand closer than two points, as they do after rounding."""
    return any(
        abs(a[0] - b[0]) < (one[0] + other[0]) / 2 + 2
        and abs(a[1] - b[1]) < (one[1] + other[1]) / 2 + 2
        for (a, one), (b, other) in combinations(list(zip(middles, boxes, strict=True)), 2)
    )


def _in_columns(
    spots: Sequence[Middle], boxes: Sequence[Size], wide: float, high: float
) -> list[Middle] | None:
    """Columns from the left, each filled from the top in the map's order; None without room.

    As few as have room, with the others spread over the width.
    """
    order = sorted(range(len(boxes)), key=lambda at: (spots[at][0], spots[at][1]))
    for count in range(1, len(boxes) + 1):
        share = -(-len(order) // count)
        columns = [order[at : at + share] for at in range(0, len(order), share)]
        widths = [max(boxes[at][0] for at in column) for column in columns]
        heights = [sum(boxes[at][1] + BETWEEN for at in column) - BETWEEN for column in columns]
        if sum(widths) + BESIDE * (len(columns) - 1) > wide:
            return None
        if max(heights) <= high:
            return _spread(spots, boxes, columns, wide, high)
    return None


def _in_rows(network: Network, wide: float, high: float) -> tuple[list[Size], list[Middle]]:
    """Boxes of one line in rows, as narrow as they must be: what always has room."""
    order = sorted(range(len(network.boxes)), key=lambda at: network.spots[at][::-1])
    tall = letters.height(1, SIZES[-1]) + 2 * INSET
    rows = max(1, int((high + 4) / (tall + 4)))
    across = -(-len(order) // rows)
    width = min((wide + 4) / across - 4, WIDTHS[-1])
    middles = [(0.0, 0.0)] * len(order)
    for place, at in enumerate(order):
        row, column = divmod(place, across)
        middles[at] = (column + 0.5) * wide / across, row * (tall + 4) + tall / 2
    return [(width, tall)] * len(order), middles


def _spread(
    spots: Sequence[Middle],
    boxes: Sequence[Size],
    columns: Sequence[Sequence[int]],
    wide: float,
    high: float,
) -> list[Middle]:
    widths = [max(boxes[at][0] for at in column) for column in columns]
    air = (wide - sum(widths)) / max(len(columns) - 1, 1)
    found: dict[int, Middle] = {}
    x = 0.0 if len(columns) > 1 else (wide - widths[0]) / 2
    for column, width in zip(columns, widths, strict=True):
        down = sorted(column, key=lambda at: (spots[at][1], spots[at][0]))
        tall = sum(boxes[at][1] for at in down)
        between = min((high - tall) / max(len(down) - 1, 1), 40.0) if len(down) > 1 else 0.0
        y = (high - tall - between * (len(down) - 1)) / 2
        for at in down:
            found[at] = x + width / 2, y + boxes[at][1] / 2
            y += boxes[at][1] + between
        x += width + air
    return [found[at] for at in range(len(boxes))]


def _drawn(
    network: Network,
    room: Rect,
    boxes: Sequence[Size],
    middles: Sequence[Middle],
    letter: tuple[float, int],
) -> Placed:
    size, lines = letter
    shapes = []
    for box, (wide, high), (x, y) in zip(network.boxes, boxes, middles, strict=True):
        words, _ = fitted(box, wide, size, lines)
        left, top = room.x + points(x - wide / 2), room.y + points(y - high / 2)
        place = Rect(left, top, points(wide), points(high))
        shapes.append(shape(box, place, words, size))
    ties = [
        _connector(tie, shapes[tie.source].place, shapes[tie.target].place) for tie in network.ties
    ]
    return Placed(shapes, ties)


def _connector(tie: Tie, source: Rect, target: Rect) -> Connector:
    return Connector(
        tie.about,
        tie.source,
        tie.target,
        tie.about,
        looks.LINE,
        is_dashed=not tie.is_firm,
        has_arrow=tie.has_arrow,
        sides=_sides(source, target),
    )


def _sides(source: Rect, target: Rect) -> tuple[Side, Side]:
    """The sides that face each other: left and right where one is beside the other."""
    if source.right <= target.x:
        return "right", "left"
    if target.right <= source.x:
        return "left", "right"
    return ("bottom", "top") if source.y < target.y else ("top", "bottom")
