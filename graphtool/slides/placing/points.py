"""Sentences by theme as panels side by side, on as many slides as they need."""

from __future__ import annotations

from collections.abc import Sequence

from graphtool.slides import letters, looks
from graphtool.slides.deck import Theme
from graphtool.slides.sheet import POINT, Look, Paragraph, Rect, Shape, points

SIZES = (18.0, 17.0, 16.0, 15.0, 14.0, 13.0, 12.0)
GAP = 12.0
"""Between panels, in points."""
INSET, BULLET, BETWEEN = 10.0, 14.0, 5.0
"""Room inside a panel, before a sentence, and above each paragraph."""


def pages(themes: Sequence[Theme], room: Rect) -> list[list[Shape]]:
    """The panels of each slide: all on one in the largest letters that fit, else on several.

    Two columns of panels from the left; a sentence is never cut, and goes to a further slide with
    its heading where there is no room.
    """
    for size in SIZES:
        columns = _columns(themes, room, size)
        if columns is not None:
            return [_drawn(columns, room, size)]
    first, rest = _split(list(themes), room)
    columns = _columns(first, room, SIZES[-1])
    here = _drawn(columns or [first], room, SIZES[-1])
    return [here, *(pages(rest, room) if rest else [])]


def _split(themes: list[Theme], room: Rect) -> tuple[list[Theme], list[Theme]]:
    """As many sentences as fit one slide in the smallest letters, at least one; and the rest."""
    flat = [(theme.heading, sentence) for theme in themes for sentence in theme.sentences]
    for count in range(len(flat) - 1, 0, -1):
        first = _themes(flat[:count])
        if count == 1 or _columns(first, room, SIZES[-1]) is not None:
            return first, _themes(flat[count:])
    return themes, []


def _themes(flat: Sequence[tuple[str, str]]) -> list[Theme]:
    found: dict[str, list[str]] = {}
    for heading, sentence in flat:
        found.setdefault(heading, []).append(sentence)
    return [Theme(heading, tuple(sentences)) for heading, sentences in found.items()]


def _columns(themes: Sequence[Theme], room: Rect, size: float) -> list[list[Theme]] | None:
    """The themes in at most two columns of which none is too high; None where there are none.

    Of all ways to share them out the one with the least high column, the first theme at the left.
    """
    high = room.height / POINT
    if len(themes) == 1:
        column = list(themes)
        return [column] if _stack(column, _width(room, 1), size) <= high else None
    width = _width(room, 2)
    ways = []
    for way in range(2 ** (len(themes) - 1)):
        sides: list[list[Theme]] = [[themes[0]], []]
        for at, theme in enumerate(themes[1:]):
            sides[way >> at & 1].append(theme)
        if sides[1]:
            ways.append((max(_stack(side, width, size) for side in sides), way, sides))
    least, _, sides = min(ways, key=lambda one: one[:2])
    return sides if least <= high else None


def _width(room: Rect, count: int) -> float:
    return (room.width / POINT - GAP * (count - 1)) / count


def _stack(themes: Sequence[Theme], width: float, size: float) -> float:
    """The height of panels over each other."""
    return sum(_height(theme, width, size) for theme in themes) + GAP * (len(themes) - 1)


def _height(theme: Theme, width: float, size: float) -> float:
    room = width - 2 * INSET
    lines = sum(len(letters.lines(s, room - BULLET, size)) for s in theme.sentences)
    head = len(letters.lines(theme.heading, room, size + 1, bold=True))
    return (
        letters.height(lines, size)
        + letters.height(head, size + 1)
        + BETWEEN * len(theme.sentences)
        + 2 * INSET
    )


def _drawn(columns: Sequence[Sequence[Theme]], room: Rect, size: float) -> list[Shape]:
    width = _width(room, len(columns))
    shapes = []
    for at, themes in enumerate(columns):
        left = room.x + points(at * (width + GAP))
        spare = room.height / POINT - _stack(themes, width, size)
        # Panels of one column end where the others do, as far as that leaves no half empty ones.
        more = min(spare / len(themes), 24.0)
        top = float(room.y)
        for theme in themes:
            high = _height(theme, width, size) + max(more, 0.0)
            place = Rect(left, round(top), points(width), points(high))
            shapes.append(_panel(theme, place, size))
            top += points(high + GAP)
    return shapes


def _panel(theme: Theme, place: Rect, size: float) -> Shape:
    head = Paragraph(theme.heading, size + 1, bold=True, colour="accent")
    said = tuple(
        Paragraph(sentence, size, bullet=True, before=BETWEEN) for sentence in theme.sentences
    )
    look = Look("rect", looks.PANEL, looks.RULE, 0.75)
    about = f"{theme.heading}: {' '.join(theme.sentences)}"
    return Shape(theme.heading, place, (head, *said), about, look, INSET, is_middle=False)
