"""Boxes of a network: how large, spread in columns, and as shapes with lines between any two."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from graphtool.slides import letters, looks
from graphtool.slides.deck import Box, Network, Tie
from graphtool.slides.placing.clear import Middle, Room, cleared
from graphtool.slides.placing.drawing import INSET, Placed, fitted, shape
from graphtool.slides.sheet import POINT, Connector, Rect, Side, points

WIDTHS = (84.0, 104.0, 124.0, 150.0, 180.0, 210.0)
"""Of a box, in points: the least in which its name has few lines."""
HOLDING = (150.0, 180.0, 210.0, 240.0, 270.0)
"""The same of a box that holds something: the least in which it is lower than wide."""
LONGEST = 270.0
"""Of a box with one long word, which is not broken."""
BESIDE, BETWEEN = 22.0, 10.0
"""Air between two boxes side by side, for lines, and over each other."""
Size = tuple[float, float]


def sized(network: Network, at: int, size: float, lines: int, rows: int = 2) -> Size:
    """Width and height of a box, as narrow as its name has room for in so many rows."""
    box = _shown(network.boxes[at], lines)
    bold = box.mark == "nobody" or bool(box.holds)
    words = max(letters.widest(text, size, bold=bold) for text in (box.label, *box.holds))
    least = min(words + 2 * INSET + 2, LONGEST)
    for wish in HOLDING if box.holds else WIDTHS:
        width = max(wish, least)
        if box.holds:
            is_right = fitted(box, width, size, lines)[1] <= width / 1.5
        else:
            count = len(letters.lines(box.label, width - 2 * INSET - 2, size, bold=bold))
            is_right = count <= min(lines, rows)
        if is_right:
            break
    return width, fitted(box, width, size, lines)[1]


def _shown(box: Box, lines: int) -> Box:
    """The box as it is drawn with a name of so many lines: with one there is no room for more."""
    return box if lines > 1 else box._replace(holds=())


def spread(
    spots: Sequence[Middle],
    boxes: Sequence[Size],
    columns: Sequence[Sequence[int]],
    wide: float,
    high: float,
) -> list[Middle]:
    """The middles of boxes in columns from the left, which take the whole width."""
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


def drawn(
    network: Network,
    room: Rect,
    boxes: Sequence[Size],
    middles: Sequence[Middle],
    letter: tuple[float, int],
    *,
    bands: Sequence[tuple[float, float]] | None = None,
) -> Placed:
    """Boxes at their middles within the room, in letters of a size and so many lines; and lines.

    Boxes give way to lines, each between the left and the right edge of its band if it has one.
    """
    size, lines = letter
    edges = np.array(bands or [(0.0, room.width / POINT)] * len(boxes), dtype=np.float64)
    free = Room(edges[:, 0], edges[:, 1], room.height / POINT, BESIDE, BETWEEN)
    ties = [(tie.source, tie.target) for tie in network.ties]
    made = cleared(boxes, middles, ties, free)
    shapes = []
    for whole, (wide, high), (x, y) in zip(network.boxes, boxes, made.middles, strict=True):
        box = _shown(whole, lines)
        words, _ = fitted(box, wide, size, lines)
        left, top = room.x + points(x - wide / 2), room.y + points(y - high / 2)
        place = Rect(left, top, points(wide), points(high))
        shapes.append(shape(box, place, words, size))
    found = [
        _connector(tie, made.sides[at], made.bends.get(at)) for at, tie in enumerate(network.ties)
    ]
    return Placed(shapes, found, [at for at, bend in made.bends.items() if bend is None])


def _connector(tie: Tie, sides: tuple[Side, Side], bend: float | None) -> Connector:
    return Connector(
        tie.about,
        tie.source,
        tie.target,
        tie.about,
        looks.LINE,
        is_dashed=not tie.is_firm,
        is_elbow=bend is not None,
        bend=bend or 0.5,
        has_arrow=tie.has_arrow,
        width=1.5 * (1 + tie.strength),
        sides=sides,
    )
