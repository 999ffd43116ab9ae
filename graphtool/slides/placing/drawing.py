"""Boxes in columns and lines between them, in the largest letters in which all fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from graphtool.slides import letters, looks
from graphtool.slides.deck import Box, Drawing
from graphtool.slides.placing import stacking
from graphtool.slides.placing.connectors import connectors
from graphtool.slides.placing.stacking import BETWEEN
from graphtool.slides.sheet import POINT, Connector, Paragraph, Rect, Shape, points

SIZES = (16.0, 15.0, 14.0, 13.0, 12.0)
HEADING = 13.0
GAP, LEAST = 44.0, 30.0
"""Between columns, for lines: as a rule, and where there are many."""
INSET = 5.0
WIDEST = 320.0
"""Of a box, in points."""
LINES = 8
"""Of a box's name; a longer one is cut, and whole in the notes and the alt text."""
UNDER, HELD = 2.0, 4
"""Above what a box holds, in points, and lines of each."""
HEAD = 24.0
"""Height of the row of headings."""


class Placed(NamedTuple):
    """The shapes of a drawing, headings first, and its lines."""

    shapes: list[Shape]
    connectors: list[Connector]
    behind: Sequence[int] = ()
    """Places of those that run behind a box that they are not tied to."""

    @property
    def faults(self) -> tuple[int, int]:
        """How many lines run behind a box, and how many turn so that they do not."""
        return len(self.behind), sum(line.is_elbow for line in self.connectors)


class _Columns(NamedTuple):
    """Where columns stand, in points from the left of the room, and how wide each is."""

    left: list[float]
    width: list[float]


def placed(drawing: Drawing, room: Rect) -> Placed:
    """The drawing within the room; in a column that is too full names are cut at fewer lines."""
    width, height = room.width / POINT, room.height / POINT - HEAD
    columns = _columns(drawing, width)
    size, lines = _letters(drawing, columns, height)
    heights = [
        fitted(box, columns.width[box.column], size, lines[box.column])[1] for box in drawing.boxes
    ]
    tops = stacking.tops(drawing, heights, height)
    shapes = [_heading(text, columns, at, room) for at, text in enumerate(drawing.headings)]
    first = len(shapes)
    for box, top, high in zip(drawing.boxes, tops, heights, strict=True):
        wide = columns.width[box.column]
        place = Rect(
            room.x + points(columns.left[box.column]),
            room.y + points(HEAD + top),
            points(wide),
            points(high),
        )
        words, _ = fitted(box, wide, size, lines[box.column])
        shapes.append(shape(box, place, words, size))
    return Placed(shapes, connectors(drawing, shapes, first))


def _letters(drawing: Drawing, columns: _Columns, height: float) -> tuple[float, list[int]]:
    """The largest letters in which no name is cut and no word broken, else the smallest.

    With the lines of a name in each column.
    """
    count = len(drawing.headings)
    for size in SIZES:
        rooms = [columns.width[box.column] - 2 * INSET - 2 for box in drawing.boxes]
        is_whole = all(
            letters.widest(box.label, size, bold=box.mark == "nobody") <= room
            and len(letters.lines(box.label, room, size)) <= LINES
            for box, room in zip(drawing.boxes, rooms, strict=True)
        )
        if is_whole and all(
            _fits(drawing, columns, at, size=size, lines=LINES, height=height)
            for at in range(count)
        ):
            return size, [LINES] * count
    size = SIZES[-1]
    return size, [
        next(
            (
                n
                for n in range(LINES, 1, -1)
                if _fits(drawing, columns, at, size=size, lines=n, height=height)
            ),
            1,
        )
        for at in range(count)
    ]


def shape(box: Box, place: Rect, words: str, size: float) -> Shape:
    """A box as a shape with its words in it."""
    look = looks.box(box.kind, box.mark)
    if box.holds:
        held = (
            Paragraph(text, size, before=UNDER) for text in _held(box, place.width / POINT, size)
        )
        said = (Paragraph(words, size, bold=True), *held)
        return Shape(words, place, said, box.about, look, INSET, is_middle=False)
    said = (Paragraph(words, size, bold=box.mark == "nobody", centred=True),)
    return Shape(words, place, said, box.about, look, INSET)


def _columns(drawing: Drawing, width: float) -> _Columns:
    """Columns over the room, each as wide as its longest word and then as it has words to show."""
    count = len(drawing.headings)
    gap = GAP * 4 if count == 2 else GAP if count <= 5 else LEAST
    room = width - gap * (count - 1)
    least, much = [], []
    for column in range(count):
        boxes = [box for box in drawing.boxes if box.column == column]
        words = [letters.widest(box.label, SIZES[-1], bold=box.mark == "nobody") for box in boxes]
        words.append(letters.width(drawing.headings[column], HEADING, bold=True) - LEAST / 2)
        least.append(max(words) + 2 * INSET + 4)
        # Two long names ask for more than twice what one does, but not ten times for ten.
        much.append(sum(letters.width(box.label, SIZES[-1]) for box in boxes) ** 0.5)
    least = _capped(least, room)
    spare = room - sum(least)
    wide = [
        min(one + spare * words / (sum(much) or 1.0), WIDEST)
        for one, words in zip(least, much, strict=True)
    ]
    start = (width - sum(wide) - gap * (count - 1)) / 2
    left = [start + sum(wide[:at]) + gap * at for at in range(count)]
    return _Columns(left, wide)


def _capped(wishes: Sequence[float], room: float) -> list[float]:
    """The wishes that the room has place for together: the largest give, all to the same width.

    >>> _capped([50, 300, 120], 300), _capped([50, 60], 300)
    ([50, 130.0, 120], [50, 60])
    """
    left = room
    for at, wish in enumerate(sorted(wishes)):
        share = left / (len(wishes) - at)
        if wish > share:
            return [min(each, share) for each in wishes]
        left -= wish
    return list(wishes)


def fitted(box: Box, width: float, size: float, most: int) -> tuple[str, float]:
    """The words of a box, cut at so many lines, and its height."""
    room = width - 2 * INSET - 2
    bold = box.mark == "nobody" or bool(box.holds)
    words = letters.cut(box.label, room, size, most, bold=bold)
    high = letters.height(len(letters.lines(words, room, size, bold=bold)), size) + 2 * INSET
    for text in _held(box, width, size):
        high += letters.height(len(letters.lines(text, room, size)), size) + UNDER
    return words, high


def _held(box: Box, width: float, size: float) -> list[str]:
    """What a box holds, each in a few lines."""
    return [letters.cut(text, width - 2 * INSET - 2, size, HELD) for text in box.holds]


def _fits(
    drawing: Drawing, columns: _Columns, column: int, *, size: float, lines: int, height: float
) -> bool:
    """Whether the boxes of a column fit over each other."""
    boxes = [box for box in drawing.boxes if box.column == column]
    tall = [fitted(box, columns.width[column], size, lines)[1] for box in boxes]
    return sum(tall) + BETWEEN * (len(tall) - 1) <= height


def _heading(text: str, columns: _Columns, at: int, room: Rect) -> Shape:
    width = columns.width[at] + LEAST - 4
    place = Rect(
        room.x + points(columns.left[at] - (LEAST - 4) / 2), room.y, points(width), points(HEAD - 4)
    )
    return heading(text, _within(place, room))


def heading(text: str, place: Rect) -> Shape:
    """A heading over a column, cut at one line."""
    words = letters.cut(text, place.width / POINT - 4, HEADING, 1, bold=True)
    said = (Paragraph(words, HEADING, bold=True, colour="soft", centred=True),)
    return Shape(text, place, said, text, inset=2.0)


def _within(place: Rect, room: Rect) -> Rect:
    x = max(place.x, room.x)
    return Rect(x, place.y, min(place.right, room.right) - x, place.height)
