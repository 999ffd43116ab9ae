"""An SVG as any reader of XML has it: what is drawn, and which words stand where."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple
from xml.etree import ElementTree

from reportlab.pdfbase.ttfonts import TTFont

from graphtool.pictures import typeface
from graphtool.pictures.direction import visual

SVG = "{http://www.w3.org/2000/svg}"


class Text(NamedTuple):
    """Words, and the box that their letters take with the shipped font."""

    words: str
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Text) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@cache
def font(name: str) -> TTFont:
    return TTFont(name, str(typeface.FILES[name]), shapable=False)


def width(words: str, size: float, face: str) -> float:
    """Of the letters themselves, by the font's own table rather than by ours."""
    known = typeface.letters("regular")
    return sum(
        font(face if ord(letter) in known else "arabic").stringWidth(letter, size)
        for letter in visual(words)
    )


def texts(svg: bytes | str) -> list[Text]:
    """Every text of a picture once, without the rims behind."""
    return list(_texts(ElementTree.fromstring(svg)))


def _texts(root: ElementTree.Element) -> Iterator[Text]:
    for each in root.iter(f"{SVG}text"):
        if each.get("stroke"):
            continue
        size = float(each.get("font-size", 0))
        x, y = float(each.get("x", 0)), float(each.get("y", 0))
        words = each.text or ""
        wide = width(words, size, "bold" if each.get("font-weight") == "bold" else "regular")
        if "transform" in each.attrib:  # turned, read upwards
            yield Text(words, x - 0.72 * size, y - wide, x + 0.2 * size, y)
            continue
        left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[each.get("text-anchor", "start")]
        # The height of capitals, and what hangs below the line.
        yield Text(words, left, y - 0.72 * size, left + wide, y + 0.2 * size)


def said(svg: bytes | str) -> str:
    """All words in the order in which they are drawn, lines of a name after each other."""
    return " ".join(text.words for text in texts(svg))
