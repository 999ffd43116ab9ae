"""The room that names take in rows; lengths in pixels at zoom 1."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from math import inf
from typing import NamedTuple

from graphtool.algorithms.sizes import PAD, ROW, SYMBOL, Size
from graphtool.hyphenation import breaks

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
LONGEST, WHOLE = 185.0, 200.0
"""Room that one word gets in any case before it is broken: as a rule, and where there is much."""
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


@lru_cache(maxsize=1 << 14)
def _ems(line: str) -> float:
    """The width of words, which layouts measure again and again, in sizes of their letters."""
    return sum(
        0.31 if c in _NARROW else 0.88 if c in _WIDE else 0.68 if c.isupper() else 0.57
        for c in line
    )


@lru_cache(maxsize=1 << 14)
def words(
    text: str,
    *,
    head: bool = False,
    widest: float = LABEL,
    most: int = LINES,
    longest: float = LONGEST,
) -> Words:
    """The room for a name: as few lines as it needs, at most so many, each as short as can be.

    Of several names, a line each, what any of them needs.

    >>> words("Vennesla").lines, words("Strategisk næringsplan for hele regionen vår").lines
    (1, 2)
    """
    size, leading = (HEAD_SIZE, HEAD_LINE) if head else (SIZE, LINE)
    wide = widest * (1.4 if head else 1.0)
    least = longest if widest < LABEL else 0.0
    room = [_room(name, size, (wide, least), most) for name in text.split("\n")]
    return Words(max(width for width, _ in room), max(lines for _, lines in room), leading)


def _room(text: str, size: float, widths: tuple[float, float], most: int) -> tuple[float, int]:
    """Width and lines of one name: as wide as lines may be, and as one word may in any case."""
    wide, longest = widths
    space = text_width(" ", size)
    least = min(max(text_width(word, size) for word in text.split(" ")), longest)
    for lines in range(1, most + 1):
        room = max(wide * LONGER if lines == most else wide, least)
        # Whole while lines are left for that, else broken.
        parts = _parts(text, size, room if lines == most else inf)
        if _wrapped(parts, space, room) <= lines:
            return _narrowest(parts, space, lines, room) + 4, lines
    return wide * LONGER + 4, most


@lru_cache(maxsize=1 << 14)
def is_cut(text: str, room: Words) -> bool:
    """Whether the room is too small for the whole name, even with words that are broken.

    >>> is_cut("Vennesla", words("Vennesla")), is_cut("Vennesla", Words(20.0, 1))
    (False, True)
    """
    space, wide = text_width(" ", SIZE), room.width - 4 + 0.01
    names = [_parts(name, SIZE, wide) for name in text.split("\n")]
    return any(_wrapped(parts, space, wide) > room.lines for parts in names)


def area(names: Iterable[str]) -> float:
    """The least that a sheet with these names takes, however they stand.

    >>> area(["Vennesla"]) < area(["Vennesla", "Iveland"])
    True
    """
    return sum((each.width + SYMBOL) * each.height for each in map(words, names))


def _parts(text: str, size: float, room: float) -> list[Sequence[float]]:
    """Of each word its width; of one that is wider than the room, those of what it is broken in."""
    whole = [(word, text_width(word, size)) for word in text.split(" ")]
    return [(width,) if width <= room else _pieces(word, size) for word, width in whole]


def _pieces(word: str, size: float) -> list[float]:
    """The widths of what a word may be broken in, each but the last with its hyphen."""
    at = breaks(word)
    pieces = [f"{word[i:j]}-" for i, j in pairwise((0, *at))]
    return [text_width(piece, size) for piece in (*pieces, word[at[-1] if at else 0 :])]


def _wrapped(parts: Sequence[Sequence[float]], space: float, room: float) -> int:
    """How many lines the words take; a word that is too long for one counts as too many.

    One that is broken begins a line, and its pieces go on as words do.
    """
    lines, used = 1, -space
    for pieces in parts:
        for at, width in enumerate(pieces):
            if width > room:
                return MANY
            before = 0.0 if at else space
            is_full = used + before + width > room or (not at and len(pieces) > 1 and used > 0)
            lines, used = (lines + 1, width) if is_full else (lines, used + before + width)
    return lines


def _narrowest(parts: Sequence[Sequence[float]], space: float, lines: int, room: float) -> float:
    """The least width at which the words take so many lines, to some pixels."""
    low, high = max(map(max, parts)), room
    while high - low > 4:
        middle = (low + high) / 2
        if _wrapped(parts, space, middle) <= lines:
            high = middle
        else:
            low = middle
    return high
