"""A matrix in parts that can be read: some rows and some columns of it each.

All of a large matrix on one page has letters that nobody reads. Its parts have the names of their
rows and columns, and say which they are of how many.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil
from typing import NamedTuple

from graphtool.algorithms.geometry.boxes import Box
from graphtool.language import Text
from graphtool.maps.excerpt import Excerpt
from graphtool.maps.layout.matrix import MARGIN
from graphtool.maps.layout.sheet import Heading, Route
from graphtool.maps.scene import Symbol
from graphtool.pictures import words
from graphtool.pictures.drawing.frame import LETTERS, zoom

READ = 8.6
"""Letters of names in a matrix at least, in units: somewhat over 6 points."""
LEAST = READ / LETTERS
"""Zoom of a matrix, or a part of it, at least: at which letters have the room that was made."""
SLACK = 0.97
"""Of a region: the legend of a part may take another column than that of the whole."""
NARROWEST = 150.0
"""Of the columns of a part, with their heading."""


class Part(NamedTuple):
    """A part of a matrix, and which it is; empty for the whole."""

    excerpt: Excerpt
    said: Text | None = None
    of: int = 1
    """How many parts there are."""


class _Span(NamedTuple):
    """Rows or columns that follow each other, from where to where, and from which place on."""

    symbols: list[Symbol]
    start: float
    end: float
    first: int


def parts(excerpt: Excerpt, region: Box) -> list[Part]:
    """The parts of a matrix that can be read in a region; the whole where it can, or is no matrix.

    Parts in which no row meets a column are left out.
    """
    if not excerpt.scene.grid or zoom(excerpt, region) >= LEAST:
        return [Part(excerpt)]
    rows = sorted((each for each in excerpt.symbols if each.is_row), key=lambda each: each.y)
    heads = sorted((each for each in excerpt.symbols if each.head), key=_x)
    down = [(each.y - _high(each) / 2, each.y + _high(each) / 2) for each in rows]
    across = [(_x(each) - _broad(each) / 2, _x(each) + _broad(each) / 2) for each in heads]
    if not rows or not heads:
        return [Part(excerpt)]
    left, top = across[0][0], down[0][0]
    high = region.height * SLACK / LEAST - top - MARGIN
    wide = region.width * SLACK / LEAST - left - MARGIN
    found = [
        (one, other)
        for one in _spans(rows, down, high)
        for other in _spans(heads, across, wide)
        if _meet(excerpt, one, other)
    ]
    return [
        Part(
            _cut(excerpt, one, other, left, top),
            words.PART.format(
                n=at,
                of=len(found),
                a=one.first,
                b=one.first + len(one.symbols) - 1,
                rows=len(rows),
                c=other.first,
                d=other.first + len(other.symbols) - 1,
                columns=len(heads),
            ),
            len(found),
        )
        for at, (one, other) in enumerate(found, start=1)
    ]


def fullest(found: Sequence[Part]) -> Part:
    """The part that shows most, the first of those alike."""
    return max(found, key=lambda part: len(part.excerpt.lines))


def _x(symbol: Symbol) -> float:
    return symbol.head.x if symbol.head else symbol.x


def _high(symbol: Symbol) -> float:
    return max(25.0, symbol.room.height)


def _broad(symbol: Symbol) -> float:
    return symbol.head.across if symbol.head else 0.0


def _spans(
    symbols: Sequence[Symbol], ends: Sequence[tuple[float, float]], room: float
) -> Iterator[_Span]:
    """Those that follow each other in as few spans as have room, about as long each."""
    whole = ends[-1][1] - ends[0][0]
    share = whole / max(1, ceil(whole / max(room, 1.0)))
    begun = 0
    for at, (_, end) in enumerate(ends):
        is_last = at + 1 == len(ends)
        # With half of the next it is nearer to its share, if there is room for that.
        longer = 0.0 if is_last else ends[at + 1][1] - ends[begun][0]
        nearer = 0.0 if is_last else (end + ends[at + 1][1]) / 2 - ends[begun][0]
        if is_last or longer > room or nearer > share:
            yield _Span(list(symbols[begun : at + 1]), ends[begun][0], end, begun + 1)
            begun = at + 1


def _meet(excerpt: Excerpt, rows: _Span, heads: _Span) -> bool:
    down, across = ({each.node.id for each in span.symbols} for span in (rows, heads))
    return any(line.source in down and line.target in across for line in excerpt.lines)


def _cut(excerpt: Excerpt, rows: _Span, heads: _Span, left: float, top: float) -> Excerpt:
    """Only these rows and columns, moved to where the first stand."""
    scene = excerpt.scene
    dx, dy = heads.start - left, rows.start - top
    down, across = ({each.node.id for each in span.symbols} for span in (rows, heads))
    symbols = tuple(
        _moved(each, each.node.id in down, each.node.id in across, dx, dy)
        for each in scene.symbols
        if each.node.id in down or each.node.id in across
    )
    kept = {each.node.id for each in excerpt.symbols}
    right, bottom = left + heads.end - heads.start, top + rows.end - rows.start
    lines = [each for each in scene.lines if each.source in down and each.target in across]
    drawn = {each.key for each in lines}
    made = replace(
        scene,
        symbols=symbols,
        lines=tuple(lines),
        grid=tuple(_grid(scene.grid, rows, heads, (dx, dy), (right, bottom))),
        headings=tuple(_headings(scene.headings, heads, left)),
        width=max(right, left + NARROWEST) + MARGIN,
        height=bottom + MARGIN,
    )
    return replace(
        excerpt,
        scene=made,
        symbols=tuple(each for each in symbols if each.node.id in kept),
        lines=tuple(each for each in excerpt.lines if each.key in drawn),
    )


def _moved(symbol: Symbol, is_row: bool, is_head: bool, dx: float, dy: float) -> Symbol:
    """The symbol in its row, over its column, or both, as far as the part has these."""
    head = symbol.head._replace(x=symbol.head.x - dx) if symbol.head and is_head else None
    if is_row:
        return replace(symbol, y=symbol.y - dy, head=head)
    assert head is not None
    return replace(symbol, x=head.x, y=head.y, head=head)


def _grid(
    grid: Sequence[Route],
    rows: _Span,
    heads: _Span,
    by: tuple[float, float],
    corner: tuple[float, float],
) -> Iterator[Route]:
    """The lines beside these rows and columns, no longer than the part."""
    (dx, dy), (right, bottom) = by, corner
    for (x, y), (_, y2) in grid:
        if y == y2 and rows.start - 1 <= y <= rows.end + 1:
            yield (x, y - dy), (right, y - dy)
        elif y != y2 and heads.start - 1 <= x <= heads.end + 1:
            yield (x - dx, y), (x - dx, bottom)


def _headings(headings: Sequence[Heading], heads: _Span, left: float) -> Iterator[Heading]:
    """Over the columns of each heading that are in the part."""
    order = sorted(headings, key=lambda heading: heading.x)
    starts = [heading.x for heading in order] + [float("inf")]
    for heading, start, end in zip(order, starts, starts[1:], strict=False):
        own = [each for each in heads.symbols if start <= _x(each) < end]
        if own:
            begun = _x(own[0]) - _broad(own[0]) / 2
            wide = _x(own[-1]) + _broad(own[-1]) / 2 - begun
            yield heading._replace(x=left + begun - heads.start, width=wide)
