"""What is gathered between boxes: lines from border to border with their counts."""

from __future__ import annotations

from collections.abc import Iterator
from math import log2

from graphtool.algorithms.geometry import strokes
from graphtool.algorithms.geometry.boxes import Taken
from graphtool.maps.style import SHAPES
from graphtool.pictures.display import Item, Path
from graphtool.pictures.drawing.cards import count
from graphtool.pictures.drawing.frame import Frame, clamp, transformed

BACK = 0.4
"""How much is left of a strand where something else stands out."""


def drawn(frame: Frame, taken: Taken) -> Iterator[Item]:
    """The strands of an excerpt, the thinnest first, then their counts, the largest first.

    `taken` are the boxes of words and symbols, which counts keep clear of.
    """
    left = 1.0 if frame.excerpt.emphasis is None else BACK
    colour = frame.faded(frame.colours["bundle"], left)
    found = sorted(frame.excerpt.strands, key=lambda one: one[1])
    ways = [(frame.line(strokes.softened(strand.corners, 7)), n) for strand, n in found]
    for way, n in ways:
        width = (0.8 + 0.9 * log2(n + 1)) * clamp(frame.scale + 0.25, 0.6, 1.0)
        yield Path(way, "", colour, width, is_closed=False)
        for at in (way[0], way[-1]):
            yield Path(transformed(SHAPES["dot"], *at, width * 0.6 + 1.2), colour)
    for way, n in reversed(ways):
        if n > 1:
            yield from count(frame, n, way, taken)
