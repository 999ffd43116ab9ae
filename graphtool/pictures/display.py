"""A picture as one list of shapes and words: what every format writes, so that all look the same.

Lengths are units of `paper`, y downwards; colours are `#rrggbb`, or empty for none.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from graphtool.algorithms.geometry.polyline import Route
from graphtool.language import Language
from graphtool.pictures.paper import Paper

Anchor = Literal["start", "middle", "end"]


class Path(NamedTuple):
    """A line, or the border of a filled shape."""

    points: Route
    fill: str = ""
    stroke: str = ""
    width: float = 0.0
    dash: tuple[float, ...] = ()
    is_closed: bool = True
    about: str = ""
    """What it stands for, where that is a node: shown under the pointer."""


class Words(NamedTuple):
    """Words on one line."""

    text: str
    x: float
    y: float
    """Of the line that the letters stand on."""
    size: float
    bold: bool = False
    fill: str = "#000000"
    anchor: Anchor = "start"
    halo: str = ""
    """Colour of a rim that keeps them apart from the lines behind."""
    turned: bool = False
    """Whether they are read upwards, turned around their place."""


Item: TypeAlias = Path | Words


class Named(NamedTuple):
    """A name that has no room on a map: its number there, and the whole name."""

    number: int
    """0 for one that not even a number has room for."""
    name: str


class Picture(NamedTuple):
    """One page."""

    paper: Paper
    title: str
    about: str
    """What it shows, for who does not see it."""
    language: Language
    ground: str
    items: tuple[Item, ...]
    numbered: tuple[Named, ...] = ()
    """Names that stand in its list."""
    unlisted: tuple[Named, ...] = ()
    """Names that even the list has no room for."""
    letters: float = 0.0
    """Size of the letters of its names, in units."""
    parts: int = 1
    """Of how many parts of a matrix it shows one; 1 for the whole, and where all have pages."""
