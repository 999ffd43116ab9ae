"""How a scene lies on a page: how large it is there, where, and in which colours."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, sin

from graphtool import schema
from graphtool.algorithms.geometry.boxes import Box
from graphtool.algorithms.geometry.polyline import Point, Route
from graphtool.algorithms.geometry.strokes import softened
from graphtool.language import Language, Text
from graphtool.maps.excerpt import Excerpt
from graphtool.maps.scene import Symbol
from graphtool.maps.style import COLOURS, DERIVED, SHAPES, SYMBOL_RADIUS, Polygon, Theme
from graphtool.pictures.display import Path

SMALLEST, LARGEST = 7.0, 20.0
"""Letters of names, in units: what is read on paper, and what is enough."""
LETTERS = 13.5
"""Letters for which a layout makes room, at zoom 1."""
NEAREST = 1.9
"""How much larger than at zoom 1 a small map is drawn."""
LEADING = 1.16
"""Height of a line, in sizes of its letters."""
BEHIND = 0.6, 0.3
"""Where the symbols behind one that stands for several lie, in shares of its size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """An excerpt of a scene in its place on a page."""

    excerpt: Excerpt
    region: Box
    """Of the page, for the map."""
    scale: float
    x: float
    """Of the scene's 0, 0 on the page."""
    y: float
    letters: float
    """Size of the letters of names, in units."""
    theme: Theme
    language: Language

    @property
    def colours(self) -> dict[str, str]:
        """By use."""
        return COLOURS[self.theme]

    @property
    def radius(self) -> float:
        """Half the height of a symbol of usual size."""
        return clamp(SYMBOL_RADIUS * self.scale, 0.42 * self.letters, 13.0)

    def at(self, x: float, y: float) -> Point:
        """A place of the scene on the page."""
        return x * self.scale + self.x, y * self.scale + self.y

    def line(self, route: Route) -> Route:
        """A line of the scene on the page."""
        return tuple(self.at(x, y) for x, y in route)

    def box(self, x: float, y: float, width: float, height: float) -> Box:
        """A box of the scene on the page."""
        return Box(*self.at(x, y), width * self.scale, height * self.scale)

    def size(self, symbol: Symbol) -> float:
        """Half the height of this symbol."""
        head = 1.25 if symbol.node.id in self.excerpt.heads else 1.0
        return self.radius * symbol.size * head

    def reach(self, symbol: Symbol) -> float:
        """How far it reaches to the right of its middle, with those behind one that is a fold."""
        return self.size(symbol) * (1 + max(BEHIND) if symbol.fold else 1)

    def around(self, symbol: Symbol) -> Box:
        """The box of a symbol, without its words."""
        x, y = self.at(symbol.x, symbol.y)
        size = self.size(symbol)
        return Box(x - size, y - size, 2 * size, 2 * size)

    def faded(self, colour: str, left: float) -> str:
        """The colour when only so much of it is left on the page; solid, for every format."""
        return mixed(colour, self.colours["page"], left)

    def say(self, text: Text) -> str:
        """The words in the picture's language."""
        return text.in_(self.language)

    def ground(self, symbol: Symbol) -> str:
        """The colour behind a symbol."""
        hull = self.excerpt.hull_of.get(symbol.node.id)
        return self.colours["page" if hull is None or hull.depth % 2 else "hull"]


def fitted(excerpt: Excerpt, region: Box, theme: Theme, language: Language) -> Frame:
    """The excerpt as large as the region has room for, in its middle."""
    whole, scale = excerpt.box(), zoom(excerpt, region)
    (x, y), (cx, cy) = region.middle, whole.middle
    return Frame(
        excerpt=excerpt,
        region=region,
        scale=scale,
        x=x - cx * scale,
        y=y - cy * scale,
        letters=clamp(LETTERS * scale, SMALLEST, LARGEST),
        theme=theme,
        language=language,
    )


def zoom(excerpt: Excerpt, region: Box) -> float:
    """How large the excerpt is drawn in a region."""
    whole = excerpt.box()
    return min(
        region.width / max(whole.width, 1.0), region.height / max(whole.height, 1.0), NEAREST
    )


def clamp(value: float, low: float, high: float) -> float:
    """The value, or the nearest of the two where it lies outside."""
    return min(high, max(low, value))


def mixed(colour: str, ground: str, left: float) -> str:
    """So much of a colour, the rest of the ground.

    >>> mixed("#000000", "#ffffff", 0.5)
    '#808080'
    """
    if left >= 1:
        return colour
    parts = ((int(colour[at : at + 2], 16), int(ground[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(
        f"{int(one * left + other * (1 - left) + 0.5):02x}" for one, other in parts
    )


def transformed(polygon: Polygon, x: float, y: float, size: float, angle: float = 0.0) -> Route:
    """A shape at this place, so large, and turned.

    >>> transformed(((1, 0), (0, 1)), 10, 20, 2)
    ((12.0, 20.0), (10.0, 22.0))
    """
    c, s = cos(angle) * size, sin(angle) * size
    return tuple((x + px * c - py * s, y + px * s + py * c) for px, py in polygon)


def rounded_box(box: Box, radius: float) -> Route:
    """A box with rounded corners, from the middle of its upper side."""
    x, y = box.x + box.width / 2, box.y
    upper_left, upper_right, lower_right, lower_left = box.corners
    way = ((x, y), upper_right, lower_right, lower_left, upper_left, (x, y))
    return softened(way, radius)


def glyph(shape: str, at: Point, size: float, colour: str, ground: str) -> tuple[Path, Path]:
    """A sign in a disc."""
    return (
        Path(transformed(SHAPES["dot"], *at, size), ground, colour, 1.2),
        Path(transformed(SHAPES[shape], *at, size * 0.55), colour, colour, 0.6),
    )


def look(relation: str) -> schema.Line:
    """How a relation is drawn, also one that is derived."""
    if relation not in DERIVED:
        return schema.relation(relation).line
    drawn = DERIVED[relation]
    return schema.Line(drawn["family"], drawn["width"], drawn["arrow"], drawn["dash"])  # type: ignore[arg-type]
