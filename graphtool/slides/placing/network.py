"""Boxes about where a map has them, none over another, and straight lines between any two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, islice

import numpy as np

from graphtool.algorithms import overlap
from graphtool.slides import letters
from graphtool.slides.deck import Network
from graphtool.slides.placing.clear import Middle
from graphtool.slides.placing.drawing import INSET, SIZES, Placed
from graphtool.slides.placing.headed import headed
from graphtool.slides.placing.sized import BESIDE, BETWEEN, WIDTHS, Size, drawn, sized, spread
from graphtool.slides.placing.split import split
from graphtool.slides.sheet import POINT, Rect

LINES = 3
TRIES = 3
"""Ways to place a network that are tried, where lines run behind boxes."""
MOST, FEW = 28, 10
"""Lines under headings on one slide, and of what has headings but no room under them."""


def parts(network: Network, room: Rect) -> list[tuple[Network, Placed]]:
    """The network in its place, in as many parts as it takes to draw each line apart from boxes.

    What the map has in columns, is parted until it stands under their headings too.
    """
    if len(network.ties) < 2:
        return [(network, placed(network, room))]
    if not network.headings or len(network.ties) <= MOST:
        made = placed(network, room)
        is_right = not network.headings or _is_headed(network, made) or len(network.ties) <= FEW
        if is_right and not made.behind:
            return [(network, made)]
    return [part for half in split(network) for part in parts(half, room)]


def _is_headed(network: Network, made: Placed) -> bool:
    return len(made.shapes) > len(network.boxes)


def placed(network: Network, room: Rect) -> Placed:
    """The boxes in the largest letters in which they have room and no line runs behind them.

    Under the headings of the map's columns, where it has some and they have room; else spread
    over the room as the map has them and pushed apart; where that needs more room than there is,
    in columns from the left in the map's order.
    """
    found: list[Placed] = []
    for made in islice(_ways(network, room), TRIES):
        found.append(made)
        if not any(made.faults):
            break
    return min(found, key=lambda made: made.faults)


def _ways(network: Network, room: Rect) -> Iterator[Placed]:
    """Ways to place a network, the best first."""
    wide, high = room.width / POINT, room.height / POINT
    is_any = False
    for made in headed(network, room):
        is_any = True
        yield made
    if is_any:
        return
    for size in SIZES:
        boxes = [sized(network, at, size, LINES) for at in range(len(network.boxes))]
        middles = _apart(network.spots, boxes, wide, high)
        if middles:
            is_any = True
            yield drawn(network, room, boxes, middles, (size, LINES))
    if is_any:
        return
    for size, lines in [(size, LINES) for size in SIZES] + [(SIZES[-1], 2), (SIZES[-1], 1)]:
        boxes = [sized(network, at, size, lines) for at in range(len(network.boxes))]
        middles = _in_columns(network.spots, boxes, wide, high)
        if middles:
            yield drawn(network, room, boxes, middles, (size, lines))
            return
    yield drawn(network, room, *_in_rows(network, wide, high), (SIZES[-1], 1))


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
            return spread(spots, boxes, columns, wide, high)
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
