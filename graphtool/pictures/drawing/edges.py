"""Edges: lines with their heads, and a mark where a source does not state them as a fact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import hypot, sqrt
from typing import NamedTuple

from graphtool.algorithms.geometry import strokes
from graphtool.algorithms.geometry.boxes import Box
from graphtool.algorithms.geometry.polyline import Point, Route
from graphtool.maps.excerpt import Excerpt, pair
from graphtool.maps.scene import Line
from graphtool.maps.style import ARROWS, CHANGES, MARKS, SHAPES
from graphtool.pictures.display import Path
from graphtool.pictures.drawing.frame import Frame, clamp, glyph, look, transformed

GONE = (1.5, 3.5)
"""Dashes of an edge that is gone, whatever its relation."""
CHANGED = {"added": 1.5, "removed": 0.9, "changed": 1.2}
"""How much wider what is new is drawn, and how much thinner what is gone."""
APART = 1000
"""Lines on a million square units that can be told apart at their full width."""
BACK = 0.16
"""How much is left of a line where others stand out."""


class Drawn(NamedTuple):
    """The shapes of the edges, and how many of them are not to be seen."""

    paths: tuple[Path, ...]
    covered: int
    """Edges between symbols that touch."""


def drawn(frame: Frame, names: Mapping[str, Box]) -> Drawn:
    """Every edge of an excerpt that is a line of its own.

    `names` are the boxes of words at the right of symbols.
    """
    excerpt = frame.excerpt
    thin = _thinness(frame, len(excerpt.drawn))
    widest = _widest(excerpt)
    behind: list[Path] = []
    above: list[Path] = []
    heads: list[Path] = []
    covered = 0
    for line in excerpt.drawn:
        is_strong = excerpt.emphasis is not None and line.key in excerpt.emphasis.edges
        made = list(_shapes(frame, line, names, thin=thin, widest=widest, is_strong=is_strong))
        covered += not made
        (above if is_strong else behind).extend(made[:1])
        (above if is_strong else heads).extend(made[1:])
    return Drawn((*behind, *heads, *above), covered)


def route(excerpt: Excerpt, line: Line) -> Route:
    """An edge's line in the scene's coordinates, from its source to its target."""
    source, target = excerpt.at[line.source], excerpt.at[line.target]
    a, b = (source.x, source.y), (target.x, target.y)
    if line.source == line.target:
        return strokes.loop(a, 16)
    if line.corners:
        return strokes.softened(line.corners, 7)
    free = [other for other in excerpt.beside[pair(line)] if not other.corners]
    bend = _bend(excerpt, line, a, b, free)
    if len(excerpt.beside[pair(line)]) > len(free):
        bend += -12 if bend < 0 else 12
    return strokes.bowed(a, b, bend if line.source < line.target else -bend)


def _bend(excerpt: Excerpt, line: Line, a: Point, b: Point, free: list[Line]) -> float:
    """Parallel edges lie side by side; a single one is bowed a little, off the rows of words."""
    long = hypot(b[0] - a[0], b[1] - a[1])
    if len(free) > 1:
        place = next(at for at, other in enumerate(free) if other.key == line.key)
        return (place - (len(free) - 1) / 2) * clamp(long * 0.16, 16, 46)
    if not line.derived.weight:
        return clamp(long * 0.07, 0, 40)
    # A tie is straight, unless it would run through a third and seem to end there.
    others = [each for each in excerpt.symbols if each.node.id not in (line.source, line.target)]
    if len(others) > 150:
        return 0.0
    is_in_the_way = any(strokes.distance((a, b), (each.x, each.y)) < 22 for each in others)
    return clamp(long * 0.12, 26, 60) if is_in_the_way else 0.0


def _shapes(
    frame: Frame,
    line: Line,
    names: Mapping[str, Box],
    *,
    thin: float,
    widest: float,
    is_strong: bool,
) -> Iterator[Path]:
    """The line, its head and its mark; nothing where nothing of it is to be seen."""
    drawn = look(line.relation)
    way = _seen(frame, line, names)
    if not way:
        return
    tie = line.derived.weight
    is_firm = line.modality == "stated" or bool(tie)
    excerpt = frame.excerpt
    left = BACK if excerpt.emphasis is not None and not is_strong else 1.0
    colour = frame.faded(frame.colours[_colour(excerpt, line)], left)
    width = 0.8 + 2.8 * _breadth(line) / widest if tie else drawn.width
    width *= (1.0 if is_firm else 0.85) * clamp(frame.scale + 0.25, 0.7, 1.15)
    width *= 1.5 if is_strong else thin
    change = line.change.change if line.change else ""
    size = clamp(frame.scale * 1.1, 0.62, 1.1) * (1.15 if is_strong else 1.0)
    head = ARROWS[drawn.arrow]
    tail = -min((x for x, _ in head), default=0.0) * size
    yield Path(
        strokes.without_end(way, tail * 0.8) or way,
        "",
        colour,
        width * CHANGED.get(change, 1.0),
        GONE if change == "removed" else drawn.dash,
        is_closed=False,
    )
    if head:
        end = strokes.along(way, 1.0)
        border = transformed(head, end.x, end.y, size, end.angle)
        yield Path(
            border, colour if is_firm else frame.colours["page"], colour, 0 if is_firm else 1.2
        )
    middle = strokes.along(way, 0.22 if line.corners else 0.5)
    yield from _mark(frame, line, (middle.x, middle.y), colour)


def _mark(frame: Frame, line: Line, at: Point, colour: str) -> Iterator[Path]:
    """What is planned, wished for, derived or circular carries a hollow mark."""
    page = frame.colours["page"]
    if line.change:
        yield from glyph(str(CHANGES[line.change.change]["shape"]), at, 5.4, colour, page)
        return
    mark = "ring" if line.derived.circular else "" if line.derived.weight else MARKS[line.modality]
    if mark:
        size = (4.6 if mark == "star" else 3.4) * clamp(frame.scale * 1.2, 0.7, 1.2)
        yield Path(transformed(SHAPES[mark], *at, size), page, colour, 1.2)


def _colour(excerpt: Excerpt, line: Line) -> str:
    """In a comparison what changed has the colour of its change, and all else steps back."""
    if excerpt.scene.is_compared:
        return line.change.change if line.change else "bundle"
    return "alarm" if line.derived.circular else look(line.relation).family


def _seen(frame: Frame, line: Line, names: Mapping[str, Box]) -> Route:
    """The line without what lies under the symbols and the words at its ends."""
    way = frame.line(route(frame.excerpt, line))
    ends = [frame.excerpt.at[end] for end in (line.source, line.target)]
    radii = [frame.size(symbol) + 1.2 for symbol in ends]
    there = way
    for symbol, radius in zip(ends, radii, strict=True):
        label = names.get(symbol.node.id)
        if line.corners and not symbol.room.below:
            there = _from_words(there, frame.at(symbol.x, symbol.y)[0] + radius, label, radius)
        else:
            there = strokes.outside(there, radius)
        there = there[::-1]
    if there:
        return there
    # Rather through a name than not at all: a line may be shorter than the words at its ends.
    return strokes.outside(strokes.outside(way, radii[0])[::-1], radii[1])[::-1]


def _from_words(way: Route, rim: float, label: Box | None, radius: float) -> Route:
    """A route from where it meets the words at the right of its first symbol, or the symbol.

    It keeps clear of the room that any name may need there, and begins at its end. `rim` is where
    the symbol ends.
    """
    if not way or way[0][0] < rim + 10:
        return strokes.outside(way, radius)
    start = label.right + 4 if label else rim + 2
    if start <= way[0][0]:
        return ((start, way[0][1]), *way)
    return strokes.without_start(way, start - way[0][0])


def _thinness(frame: Frame, count: int) -> float:
    """How much thinner lines are where they stand so close that they would run together."""
    area = frame.excerpt.scene.width * frame.excerpt.scene.height * frame.scale**2
    return clamp(sqrt(APART * max(area, 1.0) / 1e6 / max(count, 1)), 0.35, 1.0)


def _breadth(line: Line) -> float:
    """How many activities two share, which says more to a reader than the weight."""
    return len(line.derived.shared) or line.derived.weight


def _widest(excerpt: Excerpt) -> float:
    """What the widest tie shares: where all share the same, none is drawn as if it were more."""
    found = {_breadth(line) for line in excerpt.scene.lines if line.derived.weight}
    return max(found) if len(found) > 1 else max(found, default=1.0) * 3
