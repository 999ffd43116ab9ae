"""What whoever asked for a picture should know: names without room, small letters, missing ones."""

from __future__ import annotations

from collections.abc import Sequence

from graphtool.language import Said, Text
from graphtool.pictures import typeface, words
from graphtool.pictures.display import Picture, Words
from graphtool.pictures.paper import UNIT

READABLE = 6.0
"""Points of letters that can be read on paper without effort."""
POINT = 72 / UNIT
"""In a unit."""


def remarks(pictures: Sequence[Picture], *, is_drawn: bool = True) -> list[str]:
    """In a line each; [] where all is well. `is_drawn` says whether our fonts draw the letters."""
    found: list[str] = []
    for picture in pictures:
        lost = len(picture.unlisted)
        if lost:
            form = words.LOST[lost > 1]
            found.append(Said(form, n=lost, advice=words.ADVICE))
        if picture.parts > 1:
            found.append(Said(words.ONE_PART, n=picture.parts))
        points = picture.letters * POINT
        if 0 < points < READABLE:
            found.append(Said(words.SMALL, points=_size(points), advice=words.ADVICE))
    text = "".join(i.text for p in pictures for i in p.items if isinstance(i, Words))
    missing = typeface.missing(text) if is_drawn else ""
    if missing:
        shown = ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in missing[:5])
        more = " …" if len(missing) > 5 else ""
        found.append(Said(words.LACKING, letters=shown + more, sign=typeface.MISSING))
    return list(dict.fromkeys(found))


def _size(points: float) -> Text:
    """To a tenth, with the decimal sign of each language.

    >>> _size(5.23).nb, _size(5.23).en
    ('5,2', '5.2')
    """
    english = f"{points:.1f}"
    norwegian = english.replace(".", ",")
    return Text(norwegian, norwegian, english)
