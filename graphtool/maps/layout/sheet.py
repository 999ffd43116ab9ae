"""What every layout returns: where nodes, boxes, lines and headings stand on the sheet.

Lengths are pixels at zoom 1, y downwards. A layout is a pure function from names and edges to
these numbers; it uses no random numbers, so that the same graph always gives the same picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, Protocol

from graphtool.algorithms.geometry.polyline import Point, Route
from graphtool.algorithms.routing.hyperedges import Edge
from graphtool.algorithms.sizes import Spot
from graphtool.language import Text

__all__ = [
    "SCREEN",
    "Area",
    "Edge",
    "Heading",
    "Hull",
    "Layout",
    "Point",
    "Route",
    "Spot",
    "Strand",
    "largest",
    "scale",
]

SCREEN = 1104.0, 610.0
"""So large a scene may be for a projector of 1280 x 720 pixels, beside the legend and above the
slider, to show its words 14 pixels high."""


class Hull(NamedTuple):
    """What is drawn around nodes that stand together."""

    x: float
    y: float
    width: float
    height: float
    members: tuple[int, ...]
    root: int = -1
    """The node whose name heads it; -1 where it has a title of its own, or none."""
    title: Text | None = None
    """Words that head it where no node does; None leaves them to the page's data."""
    is_cluster: bool = False
    """Members stand as a cluster with words below each, not as rows of an outline."""
    inside: int = -1
    """Place in the list of the hull that it stands in; -1 for none."""
    depth: int = 0
    """In how many other hulls it stands."""
    outline: tuple[Point, ...] = ()
    """Corners of a convex polygon to draw instead of the box; empty for the box."""
    centre: int = -1
    """The node that a cluster without other words is named by; -1 for none."""


class Heading(NamedTuple):
    """Words above a column, or beside a row, of the sheet."""

    x: float
    y: float
    """Upper left corner."""
    width: float
    """Room for the words; they are shortened or broken to fit."""
    text: Text


class Area(NamedTuple):
    """The border of a place, drawn behind everything."""

    node: int
    """The place's node; -1 for one that is not on the map."""
    rings: tuple[tuple[Point, ...], ...]
    """Closed outer and inner borders."""


class Strand(NamedTuple):
    """Edges between two hulls, drawn as one line while nobody asks for one of them."""

    ends: tuple[int, int]
    """The hulls, by their places in the list."""
    edges: tuple[int, ...]
    """By their places in the list given."""
    route: Route
    """From border to border."""


class Layout(NamedTuple):
    """The picture of one graph; empty for no nodes."""

    spots: tuple[Spot, ...]
    """One a node, in the order given."""
    routes: dict[int, Route]
    """Corners of an edge's line from its source to its target, by the edge's place in the list
    given; an edge without is drawn straight, bowed a little."""
    hulls: tuple[Hull, ...] = ()
    """Every node is a member of at most one. An inner one comes after the one that holds it."""
    headings: tuple[Heading, ...] = ()
    areas: tuple[Area, ...] = ()
    width: float = 0.0
    height: float = 0.0
    strands: tuple[Strand, ...] = ()
    """What is gathered at rest; empty where every edge can be followed by itself."""
    waiting: frozenset[int] = frozenset()
    """Edges in no strand that are drawn when somebody asks for them."""
    placed: frozenset[int] = frozenset()
    """Edges that a hull tells by standing within another."""
    heads: Mapping[int, Spot] = {}
    """Nodes that head a column of a matrix, by their place in the list given: where the symbol
    stands, and the room for its words, which are turned and rise from it. One that stands in no
    row has this as its spot too."""
    grid: tuple[Route, ...] = ()
    """The lines between rows and columns of a matrix; empty for what is none."""


class Sized(Protocol):
    """What is so wide and so high."""

    @property
    def width(self) -> float: ...
    @property
    def height(self) -> float: ...


def scale(made: Sized) -> float:
    """How large a layout or a scene may be drawn on a screen; 1 where all of it fits.

    >>> scale(Layout((), {}, width=2 * SCREEN[0]))
    0.5
    """
    return min(SCREEN[0] / max(made.width, 1.0), SCREEN[1] / max(made.height, 1.0), 1.0)


def largest(made: Iterable[Layout]) -> Layout:
    """The first that fits on a screen, none after it being made; else the one drawn largest.

    >>> layouts = (Layout((), {}, width=share * SCREEN[0]) for share in (3, 2, 1, 0.5))
    >>> largest(layouts).width == SCREEN[0], next(layouts).width == 0.5 * SCREEN[0]
    (True, True)
    """
    best, most = Layout((), {}), 0.0
    for one in made:
        if (size := scale(one)) > most:
            best, most = one, size
        if most == 1.0:
            break
    return best
