"""What the signs of a drawing stand for, in a row."""

from __future__ import annotations

from collections.abc import Sequence

from graphtool.slides import letters, looks
from graphtool.slides.sheet import Legend, Paragraph, Rect, Shape, points

SIZE = 12.0
HIGH = 20.0
"""Of the row, in points."""
SIGN, GAP, BETWEEN = 26.0, 5.0, 18.0
"""Width of a sign, room between it and its words, and between two."""


def legend(signs: Sequence[tuple[str, str]], room: Rect, name: str) -> list[Legend]:
    """The signs with their words, from the left of the room; [] for none.

    Signs that the row has no room for are left out, the last first.
    """
    shapes: list[Shape] = []
    left = 0.0
    for sign, text in signs:
        wide = letters.width(text, SIZE) + 10
        if points(left + SIGN + GAP + wide) > room.width:
            break
        look = looks.sign(sign)
        is_line = sign in ("firm", "loose")
        tall = 2.0 if is_line else 12.0
        top = (HIGH - tall) / 2
        place = Rect(room.x + points(left), room.y + points(top), points(SIGN), points(tall))
        shapes.append(Shape(f"{text} ({name})", place, (), text, look))
        words = Rect(room.x + points(left + SIGN + GAP), room.y, points(wide), points(HIGH))
        said = (Paragraph(text, SIZE, colour="soft"),)
        shapes.append(Shape(text, words, said, text, inset=2.0))
        left += SIGN + GAP + wide + BETWEEN
    about = "; ".join(text for _, text in signs)
    return [Legend(name, tuple(shapes), f"{name}: {about}")] if shapes else []
