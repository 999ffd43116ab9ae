"""How much room words take, measured by the widths of a font's letters.

The widths are those of Liberation Sans (SIL Open Font License 1.1), which has the same as Arial:
PowerPoint has the one, LibreOffice the other, and no font has to be shipped or read.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from pathlib import Path

from graphtool.hyphenation import ways

UNITS = 2048
"""Of the table, per em."""
OTHER, IDEOGRAPH = 0.75, 1.0
"""Widths in em of letters that the table lacks."""
SLACK = 1.04
"""What programs differ in kerning and rounding, and what another font of a template may take."""
LEADING = 1.2
"""Height of a line, in sizes of its letters."""
WIDER, HIGHER = 1.16, 1.16
"""How much more room is left for another font: as Verdana, Noto Sans or Open Sans need."""
LIKE_ARIAL = ("arial", "arimo", "calibri", "carlito", "helvetica", "liberation sans")
"""Fonts that need no more room than is measured."""
_in_other_font = ContextVar("in_other_font", default=False)
ELLIPSIS = "…"
_BREAKS = re.compile(r"[ \t\n\r\f\v]+")
_PARTS = re.compile(r"[^/-]*[/-]|[^/-]+")
"""Of a word, after which programs break it before they break between letters."""


@contextmanager
def in_font(name: str) -> Iterator[None]:
    """Measures within the block for a font of this name, which need not be installed.

    >>> plain = width("Mål", 12)
    >>> with in_font("Verdana"):
    ...     width("Mål", 12) > plain
    True
    """
    token = _in_other_font.set(name.casefold() not in LIKE_ARIAL)
    try:
        yield
    finally:
        _in_other_font.reset(token)


@cache
def _widths() -> dict[str, tuple[float, float]]:
    with (Path(__file__).parent / "letters.csv").open(encoding="utf-8", newline="") as table:
        return {
            letter: (int(row["regular"]) / UNITS, int(row["bold"]) / UNITS)
            for row in csv.DictReader(table)
            for letter in row["letters"]
        }


@cache
def _width(letter: str, bold: bool) -> float:
    known = _widths().get(letter)
    if known:
        return known[bold]
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Cf", "Cc"):
        return 0.0
    return IDEOGRAPH if unicodedata.east_asian_width(letter) in "WF" else OTHER


def on_one_line(text: str) -> str:
    r"""The text with single spaces for its breaks; spaces that keep words together stay.

    >>> on_one_line(" Vekst\n\tlinje\xa07 ")
    'Vekst linje\xa07'
    """
    return _BREAKS.sub(" ", text).strip(" ")


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide the text is on one line, in points as its size.

    >>> round(width("Mål", 12, bold=True), 1)
    20.8
    """
    font = WIDER if _in_other_font.get() else 1.0
    return _ems(text, bold) * size * SLACK * font


@lru_cache(maxsize=1 << 16)
def _ems(text: str, bold: bool) -> float:
    """The width of words, which slides repeat, in em."""
    return sum(_width(letter, bold) for letter in text)


def lines(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """The text broken into lines of at most this width; a word that is too long is broken too.

    >>> lines("Styrke konkurranseevnen", 80, 12)
    ['Styrke', 'konkurransee', 'vnen']
    >>> lines("", 80, 12)
    []
    """
    found: list[str] = []
    space, used = width(" ", size, bold=bold), 0.0
    for word in text.split(" "):
        if not word:
            continue
        wide = width(word, size, bold=bold)
        if found and used + space + wide <= room:
            found[-1] += f" {word}"
            used += space + wide
            continue
        found += [word] if wide <= room else _pieces(word, room, size, bold)
        used = wide if wide <= room else width(found[-1], size, bold=bold)
    return found


def _pieces(word: str, room: float, size: float, bold: bool) -> list[str]:
    """The pieces of a word that each fit, of whole parts where it can; at least a letter each.

    >>> _pieces("interkommunale/regionale", 100, 12, False)
    ['interkommunale/', 'regionale']
    """
    pieces, used = [""], 0.0
    for part in _PARTS.findall(word):
        for at, letter in enumerate(part):
            wide = width(letter, size, bold=bold)
            if pieces[-1] and used + (wide if at else width(part, size, bold=bold)) > room:
                pieces.append("")
                used = 0.0
            pieces[-1] += letter
            used += wide
    return pieces


def hyphenated(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """The text with words that are wider than the room in pieces, each but the last with a hyphen.

    >>> hyphenated("Regionrådet for Kongsbergregionsamarbeidet", 120, 12)
    'Regionrådet for Kongsbergregion- samarbeidet'
    """
    return " ".join(
        piece for word in text.split(" ") for piece in _hyphenated(word, room, size, bold)
    )


def _hyphenated(word: str, room: float, size: float, bold: bool) -> list[str]:
    """Each piece as long as has room, where the word may be broken; longer where it may not.

    Of a part that is too long for the room, its syllables.

    >>> _hyphenated("moderniseringsdepartementet", 80, 12, False)
    ['modernise-', 'rings-', 'departemen-', 'tet']
    """
    pieces, start = [], 0
    while width(word[start:], size, bold=bold) > room:
        left = [[at for at in way if at > start] for way in ways(word)]
        fits = (
            at
            for way in left
            for at in reversed(way)
            if width(f"{word[start:at]}-", size, bold=bold) <= room
        )
        end = next(fits, min((way[0] for way in left if way), default=0))
        if not end:
            break
        pieces.append(f"{word[start:end]}-")
        start = end
    return [*pieces, word[start:]]


def widest(text: str, size: float, *, bold: bool = False) -> float:
    """The width of the longest word; 0 for none."""
    return max((width(word, size, bold=bold) for word in text.split(" ")), default=0.0)


def height(count: int, size: float) -> float:
    """How high so many lines are, in points."""
    return count * size * LEADING * (HIGHER if _in_other_font.get() else 1.0)


def cut(text: str, room: float, size: float, most: int, *, bold: bool = False) -> str:
    """The text if it takes at most so many lines, else its beginning and an ellipsis.

    >>> cut("Vekst i befolkning og sysselsetting", 90, 12, 1)
    'Vekst i befolk…'
    """
    words = on_one_line(text)
    if len(lines(words, room, size, bold=bold)) <= most:
        return words
    low, high = 0, len(words)
    while high - low > 1:
        middle = (low + high) // 2
        if len(lines(_ended(words[:middle]), room, size, bold=bold)) <= most:
            low = middle
        else:
            high = middle
    begun, space, _ = words[:low].rpartition(" ")
    # After a whole word, unless that leaves half of what there is room for.
    return _ended(begun if space and len(begun) > low / 2 else words[:low])


def _ended(text: str) -> str:
    return text.rstrip(" ,;:.–-") + ELLIPSIS
