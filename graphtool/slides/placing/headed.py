"""Boxes of a network under the headings of the columns that the map has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from graphtool.slides.deck import Network
from graphtool.slides.placing.clear import Middle
from graphtool.slides.placing.drawing import HEAD, SIZES, Placed, heading
from graphtool.slides.placing.sized import Size, drawn, sized, spread
from graphtool.slides.sheet import POINT, Rect, points

BETWEEN = 10.0
"""Air between boxes over each other, in points."""
TALL, ROWS = (6, 3), (2, 3)
"""Lines of a name in a column, and in how many its box is narrow enough."""
PARTS = (1, 2, 3)
"""Columns side by side that one of the map may need."""
APART = 30.0
"""Between columns that have headings."""


def headed(network: Network, room: Rect) -> Iterator[Placed]:
    """The boxes under the headings of the map's columns, one way and another, the best first.

    Nothing without headings, or without room.

    A name is rather in smaller letters than cut, and a column rather than side by side in two.
    """
    wide, high = room.width / POINT, room.height / POINT - HEAD
    below = Rect(room.x, room.y + points(HEAD), room.width, room.height - points(HEAD))
    # Where the least that can be has no room, nothing else is tried.
    if not network.headings or not any(
        _columns(network, (TALL[-1], PARTS[-1], SIZES[-1], rows), room) for rows in ROWS
    ):
        return
    for lines, most, size, rows in product(TALL, PARTS, SIZES, ROWS):
        found = _columns(network, (lines, most, size, rows), room)
        if found:
            boxes, columns = found
            middles = spread(network.spots, boxes, columns, wide, high)
            made = drawn(
                network,
                below,
                boxes,
                middles,
                (size, lines),
                bands=_bands(boxes, columns, middles, wide),
            )
            yield _with_headings(network, room, columns, made)


def _bands(
    boxes: Sequence[Size], columns: Sequence[Sequence[int]], middles: Sequence[Middle], wide: float
) -> list[tuple[float, float]]:
    """The edges of each box's column, up to halfway to the next but for the air between them."""
    lefts = [min(middles[at][0] - boxes[at][0] / 2 for at in column) for column in columns]
    rights = [max(middles[at][0] + boxes[at][0] / 2 for at in column) for column in columns]
    between = [(right + left) / 2 for right, left in zip(rights, lefts[1:], strict=False)]
    starts = [0.0, *(x + APART / 2 for x in between)]
    ends = [*(x - APART / 2 for x in between), wide]
    found = {at: band for *band, column in zip(starts, ends, columns, strict=True) for at in column}
    return [(found[at][0], found[at][1]) for at in range(len(boxes))]


def _columns(
    network: Network, how: tuple[int, int, float, int], room: Rect
) -> tuple[list[Size], list[list[int]]] | None:
    """The boxes and their columns, with names in so many lines and a column in so many parts."""
    lines, most, size, rows = how
    boxes = [sized(network, at, size, lines, rows) for at in range(len(network.boxes))]
    wide, high = room.width / POINT, room.height / POINT - HEAD
    columns = _under_headings(network, boxes, wide, high, most)
    return (boxes, columns) if columns else None


def _under_headings(
    network: Network, boxes: Sequence[Size], wide: float, high: float, most: int
) -> list[list[int]] | None:
    """The columns of the map, a too full one side by side in at most so many; None without room."""
    found: list[list[int]] = []
    for column in range(len(network.headings)):
        there = [at for at, box in enumerate(network.boxes) if box.column == column]
        there.sort(key=lambda at: (network.spots[at][1], network.spots[at][0]))
        for count in range(1, most + 1):
            parts = [part for at in range(count) if (part := there[at::count])]
            tall = [sum(boxes[at][1] + BETWEEN for at in part) - BETWEEN for part in parts]
            if max(tall, default=0.0) <= high:
                found += parts
                break
        else:
            return None
    widths = [max(boxes[at][0] for at in column) for column in found]
    return found if sum(widths) + APART * (len(widths) - 1) <= wide else None


def _with_headings(
    network: Network, room: Rect, columns: Sequence[Sequence[int]], made: Placed
) -> Placed:
    """With the heading of each column over it."""
    heads = []
    for number, text in enumerate(network.headings):
        under = [
            made.shapes[at].place
            for column in columns
            for at in column
            if network.boxes[at].column == number
        ]
        if under:
            left, right = min(box.x for box in under), max(box.right for box in under)
            more = points(APART / 2 - 2)
            left, right = max(left - more, room.x), min(right + more, room.right)
            place = Rect(left, room.y, right - left, points(HEAD - 4))
            heads.append(heading(text, place))
    return Placed(
        [*heads, *made.shapes],
        [
            line._replace(source=line.source + len(heads), target=line.target + len(heads))
            for line in made.connectors
        ],
        made.behind,
    )
