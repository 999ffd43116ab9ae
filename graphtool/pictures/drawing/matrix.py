"""A matrix: a grid, a sign where a row meets a column, and turned names over the columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from graphtool import schema
from graphtool.algorithms.geometry.boxes import Box
from graphtool.algorithms.geometry.polyline import Point
from graphtool.maps.layout.matrix import BROAD, HALF, LETTERS
from graphtool.maps.layout.matrix import SIGN as STEP
from graphtool.maps.scene import Head, Line, Symbol
from graphtool.maps.style import BORDERS, DERIVED, SHAPES
from graphtool.pictures.display import Item, Named, Path, Words
from graphtool.pictures.drawing.edges import GONE
from graphtool.pictures.drawing.frame import SMALLEST, Frame, clamp, look, rounded_box, transformed
from graphtool.slides import letters

LEADING = 1.08
WHOLE = SMALLEST / 16.0
"""Zoom at which all letters are as large as the least names on a map: of a matrix that would be
smaller, parts are drawn (`tiling`)."""
LEAST = 4.0
"""Letters of names over columns that are still drawn, in units."""
SHRUNK = 0.7
"""How much smaller than other names those over columns may be, so that all are whole."""
BACK = 0.2
"""How much is left of a sign where others stand out."""


class Drawn(NamedTuple):
    """The parts of a matrix, and the names over its columns that are not whole."""

    grid: tuple[Path, ...]
    signs: tuple[Item, ...]
    heads: tuple[Item, ...]
    numbered: tuple[Named, ...]
    hidden: int
    """Edges without a column."""


def drawn(frame: Frame, *, first: int = 1) -> Drawn:
    """The matrix of an excerpt; names that are cut are numbered from `first`."""
    rule = frame.colours["rule"]
    grid = tuple(
        Path(frame.line(way), "", rule, 0.7, is_closed=False) for way in frame.excerpt.scene.grid
    )
    places = _places(frame)
    signs = [item for line, at in places.values() for item in _edge(frame, line, frame.at(*at))]
    heads: list[Item] = []
    numbered: list[Named] = []
    over = [(symbol, symbol.head) for symbol in frame.excerpt.symbols if symbol.head]
    size = _letters(frame, over)
    for symbol, head in sorted(over, key=lambda one: one[1]):
        heads += _symbol(frame, symbol, head)
        items, name = _name(frame, symbol, head, size, first + len(numbered))
        heads += items
        numbered += [name] if name else []
    hidden = len(frame.excerpt.lines) - len(places)
    return Drawn(grid, tuple(signs), tuple(heads), tuple(numbered), hidden)


def _places(frame: Frame) -> dict[tuple[str, str, str], tuple[Line, Point]]:
    """Where each edge's sign stands, in the scene's coordinates."""
    at = frame.excerpt.at
    cells: dict[tuple[str, str], list[Line]] = {}
    # All of the scene: a sign keeps its place when its neighbour is left out.
    for line in frame.excerpt.scene.lines:
        cells.setdefault((line.source, line.target), []).append(line)
    place = {
        line.key: (number - (len(alike) - 1) / 2) * STEP
        for alike in cells.values()
        for number, line in enumerate(alike)
    }
    return {
        line.key: (line, (head.x + place[line.key], at[line.source].y))
        for line in frame.excerpt.lines
        if (head := at[line.target].head)
    }


def _edge(frame: Frame, line: Line, at: Point) -> Iterator[Item]:
    emphasis = frame.excerpt.emphasis
    is_strong = emphasis is not None and line.key in emphasis.edges
    left = 1.0 if emphasis is None or is_strong else BACK
    change = line.change.change if line.change else ""
    colour = frame.faded(frame.colours[change or look(line.relation).family], left)
    dash = GONE if change == "removed" else BORDERS[line.modality]
    yield from sign(frame, line.relation, at, HALF * frame.scale, colour, dash)


def sign(  # noqa: PLR0917
    frame: Frame,
    relation: str,
    at: Point,
    size: float,
    colour: str,
    dash: tuple[float, ...] | None = None,
) -> Iterator[Item]:
    """The letter of a relation in a box, or its shape; filled, or a border with these dashes."""
    page = frame.colours["page"]
    fill = colour if dash is None else page
    x, y = at
    form = DERIVED[relation].get("sign") if relation in DERIVED else None
    letter = None if form else schema.relation(relation).letter
    text = frame.say(letter) if letter else ""
    # As high as its box where it would be too small, which is wider for two letters then.
    high = max(size * LETTERS, min(SMALLEST, 2 * size))
    wide = max(size * BROAD, letters.width(text, high, bold=True) / 2 if len(text) > 1 else 0.0)
    if form:
        border = transformed(SHAPES[str(form)], x, y, size * 0.8)
    else:
        border = rounded_box(Box(x - wide, y - size, 2 * wide, 2 * size), size * 0.4)
    yield Path(border, fill, colour, clamp(size * 0.16, 0.5, 1.3), dash or ())
    if text:
        ink = page if dash is None else colour
        yield Words(text, x, y + high * 0.36, high, True, ink, "middle")


def _letters(frame: Frame, over: Sequence[tuple[Symbol, Head]]) -> float:
    """The largest letters in which all names over columns are whole, though not much smaller."""
    size, least = frame.letters, max(SMALLEST, SHRUNK * frame.letters)
    while size > least:
        rooms = (_room(frame, head, size) for _, head in over)
        names = (letters.on_one_line(frame.say(symbol.words)) for symbol, _ in over)
        if all(
            name == letters.cut(name, long, size, most)
            for name, (long, most) in zip(names, rooms, strict=True)
        ):
            return size
        size -= 0.5
    return min(frame.letters, least)


def _room(frame: Frame, head: Head, size: float) -> tuple[float, int]:
    """How long a turned name may be, and in how many lines."""
    most = int((head.across * frame.scale + 1) / (size * LEADING))
    return head.length * frame.scale + 4, max(1, most)


def _symbol(frame: Frame, symbol: Symbol, head: Head) -> Iterator[Path]:
    """That of a node which stands in a row too; others are drawn as nodes are."""
    if not symbol.is_row:
        return
    left = 0.22 if frame.excerpt.stands_back(symbol.node.id) else 1.0
    fill = frame.faded(frame.excerpt.scene.fill(symbol, frame.theme), left)
    rim = frame.faded(frame.colours["outline"], left)
    border = transformed(SHAPES[symbol.shape], *frame.at(head.x, head.y), frame.radius)
    yield Path(border, fill, rim, clamp(frame.radius / 7, 0.4, 1.2))


def _name(
    frame: Frame, symbol: Symbol, head: Head, size: float, number: int
) -> tuple[list[Item], Named | None]:
    """The turned name over a column; and the whole name where it is cut, or has no room."""
    name = letters.on_one_line(frame.say(symbol.words))
    size = min(size, head.across * frame.scale / LEADING)
    if size < LEAST:
        return [], Named(0, name)
    long, most = _room(frame, head, size)
    text = letters.cut(name, long, size, most)
    is_cut = text != name
    if is_cut:
        mark = f" [{number}]"
        text = letters.cut(name, long - letters.width(mark, size) / most, size, most) + mark
    x, y = frame.at(head.x, head.y)
    foot = y - frame.radius * (1.8 if frame.excerpt.grade(symbol) else 1.0) - 4
    lines = letters.lines(text, long, size)[:most]
    left = x - len(lines) * size * LEADING / 2
    ink = frame.faded(
        frame.colours["ink"], 0.28 if frame.excerpt.stands_back(symbol.node.id) else 1.0
    )
    return [
        Words(line, left + (at + 0.8) * size * LEADING, foot, size, fill=ink, turned=True)
        for at, line in enumerate(lines)
    ], Named(number, name) if is_cut else None
