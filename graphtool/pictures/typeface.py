"""The fonts that pictures are drawn and measured with, and which letters they have.

Liberation Sans (SIL Open Font License 1.1) has the widths of Arial, and every letter of Norwegian,
Sámi, Greek, Cyrillic and Hebrew; the Arabic ones are DejaVu Sans'. All are in the package.
"""

from __future__ import annotations

import struct
from functools import cache
from pathlib import Path

from graphtool.pictures.display import Picture, Words

_FOLDER = Path(__file__).with_name("fonts")
FILES = {
    "regular": _FOLDER / "LiberationSans-Regular.ttf",
    "bold": _FOLDER / "LiberationSans-Bold.ttf",
    "arabic": _FOLDER / "DejaVuSans-Arabic.ttf",
}
MISSING = "\N{WHITE SQUARE}"
"""Stands for a letter that no font has."""
_NONE = 0xFFFF


@cache
def letters(font: str) -> frozenset[int]:
    """The code points that a font has glyphs for, by the tables in its file.

    >>> all(ord(letter) in letters("regular") for letter in "æøåÆØÅčđŋšŧžáČĐŊŠŦŽÁ")
    True
    """
    data = FILES[font].read_bytes()
    table = _table(data, b"cmap")
    count = struct.unpack_from(">H", data, table + 2)[0]
    places = {struct.unpack_from(">HHI", data, table + 4 + 8 * at) for at in range(count)}
    offset = next(place for system, code, place in sorted(places) if (system, code) == (3, 1))
    return frozenset(_mapped(data, table + offset))


def _table(data: bytes, name: bytes) -> int:
    """Where a table of a TrueType file begins."""
    count = struct.unpack_from(">H", data, 4)[0]
    for at in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sIII", data, 12 + 16 * at)
        if tag == name:
            return int(offset)
    raise ValueError(name)


def _mapped(data: bytes, at: int) -> set[int]:
    """The code points of a subtable of format 4: segments of the basic plane."""
    half = struct.unpack_from(">H", data, at + 6)[0] // 2

    def numbers(start: int) -> tuple[int, ...]:
        return struct.unpack_from(f">{half}H", data, start)

    ends = numbers(at + 14)
    starts = numbers(at + 16 + 2 * half)
    return {
        code
        for start, end in zip(starts, ends, strict=True)
        for code in range(start, end + 1)
        if code != _NONE
    }


def has(letter: str) -> bool:
    """Whether one of the fonts has the letter."""
    return ord(letter) in letters("regular") or ord(letter) in letters("arabic")


def missing(text: str) -> str:
    """The letters of a text that no font has, each once.

    >>> missing("Vennesla"), missing("東京")
    ('', '東京')
    """
    return "".join(dict.fromkeys(each for each in text if each.isprintable() and not has(each)))


def drawable(picture: Picture) -> Picture:
    """The picture with a square for each letter that no font has, so that none goes unseen."""
    return picture._replace(
        items=tuple(
            item._replace(text=shown(item.text)) if isinstance(item, Words) else item
            for item in picture.items
        )
    )


def shown(text: str) -> str:
    """The text with a square for each letter that no font has.

    >>> shown("Tinn 東")
    'Tinn □'
    """
    return "".join(MISSING if each in missing(text) else each for each in text)
