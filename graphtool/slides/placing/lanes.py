"""A lane a municipality, boxes in two columns of it, and lines across the lanes."""

from __future__ import annotations

from graphtool.slides import letters, looks
from graphtool.slides.deck import Box, Lanes
from graphtool.slides.placing.drawing import INSET, Placed, fitted, shape
from graphtool.slides.placing.stacking import BETWEEN
from graphtool.slides.sheet import POINT, Connector, Look, Paragraph, Rect, Shape, points

SIZES = (14.0, 13.0, 12.0)
LABEL = 130.0
"""Width of a lane's name, in points."""
GAP, PAD = 150.0, 6.0
"""Between the columns of boxes, for lines; and around boxes in a lane."""


def placed(lanes: Lanes, room: Rect) -> Placed | None:
    """The lanes in the largest letters in which all boxes fit, names cut at three lines at most.

    None where they do not fit in the smallest: then the rows are for a table.
    """
    width = (room.width / POINT - LABEL - GAP - 4 * PAD) / 2
    for lines, size in [(3, size) for size in SIZES] + [(n, SIZES[-1]) for n in (2, 1)]:
        heights = [_height(lanes, at, width, size, lines) for at in range(len(lanes.lanes))]
        if sum(heights) + PAD * (len(heights) - 1) <= room.height / POINT:
            break
    else:
        return None
    spare = room.height / POINT - sum(heights) - PAD * (len(heights) - 1)
    more = min(spare / len(heights), 28.0)
    shapes: list[Shape] = []
    boxes: dict[int, Shape] = {}
    top = 0.0
    for at, name in enumerate(lanes.lanes):
        high = heights[at] + more
        band = Rect(room.x, room.y + points(top), room.width, points(high))
        shapes.append(_band(name, band))
        for column in (0, 1):
            for place, box, words in _stack(lanes, at, column, band, (width, size, lines)):
                boxes[place] = shape(box, words[0], words[1], size)
        top += high + PAD
    first = len(shapes)
    shapes += [boxes[at] for at in range(len(lanes.boxes))]
    connectors = [
        Connector(
            tie.about,
            first + tie.source,
            first + tie.target,
            tie.about,
            looks.LINE,
            is_dashed=not tie.is_firm,
            has_arrow=True,
        )
        for tie in lanes.ties
    ]
    return Placed(shapes, connectors)


def _members(lanes: Lanes, lane: int, column: int) -> list[int]:
    return [at for at, box in enumerate(lanes.boxes) if box.lane == lane and box.column == column]


def _height(lanes: Lanes, lane: int, width: float, size: float, lines: int) -> float:
    """Of a lane: that of its fuller column."""
    stacks = []
    for column in (0, 1):
        tall = [
            fitted(lanes.boxes[at], width, size, lines)[1] for at in _members(lanes, lane, column)
        ]
        stacks.append(sum(tall) + BETWEEN * max(len(tall) - 1, 0))
    name = len(letters.lines(lanes.lanes[lane], LABEL - 2 * INSET, size, bold=True))
    return max(*stacks, letters.height(min(name, 2), size)) + 2 * PAD


def _band(name: str, band: Rect) -> Shape:
    """The lane, its name at the left."""
    size = SIZES[-1]
    lines = int((band.height / POINT - 2 * PAD) / letters.height(1, size))
    words = letters.cut(name, LABEL - 2 * INSET, size, max(lines, 2), bold=True)
    said = (Paragraph(words, size, bold=True, colour="soft"),)
    look = Look("rect", looks.PANEL, looks.RULE, 0.75)
    # The words keep to the left, where no box hides them.
    return Shape(name, band, said, name, look, INSET, beside=band.width / POINT - LABEL)


def _stack(
    lanes: Lanes, lane: int, column: int, band: Rect, sizes: tuple[float, float, int]
) -> list[tuple[int, Box, tuple[Rect, str]]]:
    """The boxes of one column of a lane, in the middle of its height."""
    width, size, lines = sizes
    members = _members(lanes, lane, column)
    made = [fitted(lanes.boxes[at], width, size, lines) for at in members]
    tall = sum(high for _, high in made) + BETWEEN * max(len(made) - 1, 0)
    left = band.x + points(LABEL + PAD + column * (width + GAP))
    top = band.y / POINT + (band.height / POINT - tall) / 2
    found = []
    for at, (words, high) in zip(members, made, strict=True):
        place = Rect(left, points(top), points(width), points(high))
        found.append((at, lanes.boxes[at], (place, words)))
        top += high + BETWEEN
    return found
