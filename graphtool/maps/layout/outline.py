"""The room that names take in rows; lengths in pixels at zoom 1."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from graphtool.algorithms.sizes import PAD, ROW, SYMBOL, Size

__all__ = ["PAD", "ROW", "SYMBOL", "Words", "text_width", "words"]

LINE, HEAD_LINE = 13.5, 19.0
"""Height of each further line of words; the latter in a heading."""
SIZE, HEAD_SIZE = 14.2, 19.0
"""Letters that room is made for; larger than they are drawn, for a page zoomed out keeps them
readable while its boxes shrink."""
LABEL = 205.0
"""Widest line of words; longer ones are broken."""
LINES = 3
MANY = 99
LONGEST = 185.0
"""Room that one word gets in any case before it is cut."""
LONGER = 1.3
"""How much wider the lines of a name may be that does not fit otherwise."""
_NARROW, _WIDE = set("iljtfrI.,:;|'!() -"), set("mwMWÆŒ@%—")


class Words(NamedTuple):
    """The room that a node's words take."""

    width: float
    lines: int
    leading: float = LINE

    @property
    def height(self) -> float:
        """Of the whole row."""
        return ROW + self.leading * (self.lines - 1)

    @property
    def size(self) -> Size:
        """Width and height."""
        return Size(self.width, self.height)


def text_width(text: str, size: float = 12.5) -> float:
    r"""Roughly how wide the widest line is in a sans serif, in pixels; on the generous side.

    >>> text_width("ill") < text_width("mow"), text_width("ill\nmow") == text_width("mow")
    (True, True)
    """
    return max(map(_ems, text.split("\n"))) * size


def _ems(line: str) -> float:
    return sum(
        0.31 if c in _NARROW else 0.88 if c in _WIDE else 0.68 if c.isupper() else 0.57
        for c in line
    )


def words(text: str, *, head: bool = False, widest: float = LABEL, most: int = LINES) -> Words:
    """The room for a name: as few lines as it needs, at most so many, each as short as can be.

    Of several names, a line each, what any of them needs.

    >>> words("Vennesla").lines, words("Strategisk næringsplan for hele regionen vår").lines
    (1, 2)
    """
    size, leading = (HEAD_SIZE, HEAD_LINE) if head else (SIZE, LINE)
    wide = widest * (1.4 if head else 1.0)
    room = [_room(name, size, wide, most, is_narrow=widest < LABEL) for name in text.split("\n")]
    return Words(max(width for width, _ in room), max(lines for _, lines in room), leading)


def _room(text: str, size: float, wide: float, most: int, *, is_narrow: bool) -> tuple[float, int]:
    """Width and number of lines of one name."""
    parts = [text_width(part, size) for part in text.split(" ")]
    space = text_width(" ", size)
    for lines in range(1, most + 1):
        room = wide * LONGER if lines == most else wide
        room = max(room, min(max(parts), LONGEST)) if is_narrow else room
        if _wrapped(parts, space, room) <= lines:
            return _narrowest(parts, space, lines, room) + 4, lines
    return wide * LONGER + 4, most


def is_cut(text: str, room: Words) -> bool:
    """Whether the room is too small for the whole name.

    >>> is_cut("Vennesla", words("Vennesla")), is_cut("Vennesla", Words(20.0, 1))
    (False, True)
    """
    names = [[text_width(part, SIZE) for part in name.split(" ")] for name in text.split("\n")]
    space = text_width(" ", SIZE)
    return any(_wrapped(parts, space, room.width - 4 + 0.01) > room.lines for parts in names)


def area(names: Iterable[str]) -> float:
    """The least that a sheet with these names takes, however they stand.

    >>> area(["Vennesla"]) < area(["Vennesla", "Iveland"])
    True
    """
    return sum((each.width + SYMBOL) * each.height for each in map(words, names))


def _wrapped(parts: Sequence[float], space: float, room: float) -> int:
    """How many lines the words take; a word that is too long for one counts as too many."""
    lines, used = 1, -space
    for width in parts:
        if width > room:
            return MANY
        if used + space + width > room:
            lines, used = lines + 1, -space
        used += space + width
    return lines


def _narrowest(parts: Sequence[float], space: float, lines: int, room: float) -> float:
    """The least width at which the words take so many lines, to some pixels."""
    low, high = max(parts), room
    while high - low > 4:
        middle = (low + high) / 2
        if _wrapped(parts, space, middle) <= lines:
            high = middle
        else:
            low = middle
    return high
