"""Where everything of a deck stands: shapes, lines, tables, before a file is written.

Places and sizes are whole EMU (English Metric Units, 914 400 an inch, 12 700 a point), as a
presentation keeps them; letters are in points.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

POINT = 12700
"""EMU in a point."""
Side = Literal["top", "left", "bottom", "right"]


class Rect(NamedTuple):
    """A place: left, top, width and height."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """Of its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """Of its lower edge."""
        return self.y + self.height

    def site(self, side: Side) -> tuple[int, int]:
        """Where a line is glued to it: the middle of that side."""
        if side in ("top", "bottom"):
            return self.x + self.width // 2, self.y if side == "top" else self.bottom
        x = self.x if side == "left" else self.right
        return x, self.y + self.height // 2


def points(value: float) -> int:
    """Points as EMU."""
    return round(value * POINT)


class Paragraph(NamedTuple):
    """A paragraph in one kind of letters."""

    text: str
    size: float
    bold: bool = False
    colour: str = "ink"
    bullet: bool = False
    centred: bool = False
    before: float = 0.0
    """Room above it, in points."""


class Look(NamedTuple):
    """How a shape is drawn; colours are `#rrggbb`, or empty for none."""

    outline: str = "rect"
    """Name of a preset geometry."""
    fill: str = ""
    line: str = ""
    width: float = 1.0
    """Of its line, in points."""
    is_dashed: bool = False


PLAIN = Look()


class Shape(NamedTuple):
    """A shape and the words in it: one thing, moved as one."""

    name: str
    place: Rect
    paragraphs: tuple[Paragraph, ...]
    about: str
    look: Look = PLAIN
    inset: float = 4.0
    """Room on each side of the words, in points."""
    is_middle: bool = True
    """Whether the words stand in the middle of its height, not at the top."""
    beside: float = 0.0
    """Room at the right of the words that is kept for other shapes, in points."""


class Connector(NamedTuple):
    """A line glued to a side of one shape and a side of another."""

    name: str
    source: int
    """Place of the shape in the sheet's list."""
    target: int
    about: str
    colour: str
    is_dashed: bool = False
    is_elbow: bool = False
    bend: float = 0.5
    """Of an elbow, where between its ends it turns."""
    has_arrow: bool = False
    sides: tuple[Side, Side] = ("right", "left")
    """Of its source and of its target."""
    width: float = 1.5
    """In points."""


class Grid(NamedTuple):
    """A table."""

    name: str
    place: Rect
    widths: tuple[int, ...]
    heights: tuple[int, ...]
    """Of the headings' row first."""
    rows: tuple[tuple[str, ...], ...]
    """The headings first; all in letters of one size."""
    size: float
    about: str
    is_matrix: bool = False
    """Whether headings but the first are turned, and what stands under them is in the middle."""


class Legend(NamedTuple):
    """Signs and what they stand for, held together as a group."""

    name: str
    shapes: tuple[Shape, ...]
    about: str


Layout: TypeAlias = Literal["cover", "title"]


class Sheet(NamedTuple):
    """A slide with everything in its place."""

    layout: Layout
    title: Paragraph
    subtitle: tuple[Paragraph, ...]
    """On a cover only."""
    shapes: tuple[Shape, ...]
    connectors: tuple[Connector, ...]
    grids: tuple[Grid, ...]
    legends: tuple[Legend, ...]
    footer: str
    notes: tuple[str, ...]
    has_lines_behind: bool = False
    """Whether lines may run where shapes stand, and so lie behind them."""


class Frame(NamedTuple):
    """The room that a template leaves on its slides."""

    width: int
    height: int
    cover_title: Rect
    cover_subtitle: Rect
    title: Rect
    body: Rect
    """Between the title and the footer."""
    footer: Rect
    """Of the footer's words."""
