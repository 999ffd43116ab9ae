"""Nodes as symbols, with the sign of what nobody answers for, or of what became of them."""

from __future__ import annotations

from collections.abc import Iterator

from graphtool.maps.scene import Symbol
from graphtool.maps.style import BADGES, CHANGES, SHAPES
from graphtool.pictures.display import Path
from graphtool.pictures.drawing.frame import BEHIND, Frame, clamp, glyph, transformed

BACK = 0.22
"""How much is left of a symbol where others stand out."""


def drawn(frame: Frame) -> Iterator[Path]:
    """Every symbol of an excerpt, those that stand out last."""
    symbols = frame.excerpt.symbols
    for symbol in sorted(symbols, key=lambda one: not frame.excerpt.stands_back(one.node.id)):
        yield from _symbol(frame, symbol)


def _symbol(frame: Frame, symbol: Symbol) -> Iterator[Path]:
    x, y = frame.at(symbol.x, symbol.y)
    size = frame.size(symbol)
    left = BACK if frame.excerpt.stands_back(symbol.node.id) else 1.0
    is_gone = symbol.change is not None and symbol.change.change == "removed"
    colours = frame.colours
    fill = frame.excerpt.scene.fill(symbol, frame.theme)
    for away in BEHIND if symbol.fold else ():
        yield Path(
            transformed(SHAPES[symbol.shape], x + size * away, y - size * away, size),
            frame.faded(fill, left),
            frame.faded(colours["outline"], left),
            0.7,
        )
    yield Path(
        transformed(SHAPES[symbol.shape], x, y, size),
        colours["page"] if is_gone else frame.faded(fill, left),
        frame.faded(colours["removed" if is_gone else "outline"], left),
        clamp(frame.scale * 1.4, 0.7, 1.4),
        (3, 2) if is_gone else (),
        about=frame.say(symbol.words),
    )
    sign = _sign(frame, symbol)
    if sign:
        at, small = (x - size * 0.85, y - size * 0.85), clamp(0.8 * size, 2.4, 7.0)
        yield from glyph(sign[0], at, small, frame.faded(colours[sign[1]], left), colours["page"])


def _sign(frame: Frame, symbol: Symbol) -> tuple[str, str] | None:
    """Shape and use of colour: in a comparison what became of it, else who answers for it."""
    if frame.excerpt.scene.is_compared:
        if symbol.change is None:
            return None
        found = CHANGES[symbol.change.change]
        return str(found["shape"]), str(found["colour"])
    return BADGES.get(frame.excerpt.grade(symbol))
