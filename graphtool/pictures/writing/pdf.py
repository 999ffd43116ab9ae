"""PDF with words that can be found and copied, drawn by reportlab with the shipped fonts in it.

A .png is drawn from one too, so that both are the same picture.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from graphtool.pictures import direction, typeface
from graphtool.pictures.display import Path, Picture, Words
from graphtool.pictures.format import File, Mark, Shot, Writer
from graphtool.pictures.paper import UNIT
from graphtool.pictures.remarks import remarks
from graphtool.pictures.writing.svg import RIM
from graphtool.slides import letters
from graphtool.slides.writing.xml import LOCALES, clean

POINTS = 72 / UNIT
"""In a unit."""
AIR, LEFT = 1.0, 0.82
"""Around words over lines a field of the ground: how much larger, and how solid."""
RIMMED = 2
"""How letters are drawn that have a rim: filled and with a line around."""
FACES = {"regular": "GraphtoolSans", "bold": "GraphtoolSansBold", "arabic": "GraphtoolArabic"}


def written(shots: Sequence[Shot], dpi: int | None = None) -> File:
    """All of them as PDF, each from a new page on; the same bytes for the same pictures."""
    pictures = [picture for shot in shots for picture in shot.drawn(is_paged=True)]
    first = pictures[0]
    out = io.BytesIO()
    page = _canvas(out, lang=LOCALES[first.language], pageCompression=1)
    page.setTitle(clean(first.title))
    page.setSubject(clean(first.about))
    page.setAuthor("")
    page.setCreator("graphtool")
    for picture in pictures:
        _page(page, picture, POINTS * picture.paper.times)
        page.showPage()
    page.save()
    return File(out.getvalue(), tuple(remarks(pictures)))


def of_dots(picture: Picture, dots: tuple[int, int]) -> bytes:
    """A page with a picture on its way to dots: a point for each, and rims around its words."""
    out = io.BytesIO()
    page = _canvas(out)
    _page(page, picture, dots[0] / picture.paper.width, has_rims=True)
    page.setPageSize(dots)  # whole, where its sides are not
    page.showPage()
    page.save()
    return out.getvalue()


def _canvas(out: io.BytesIO, **options: Any) -> Any:
    from reportlab.pdfgen import canvas

    _known()
    return canvas.Canvas(out, invariant=1, **options)


def _known() -> None:
    """Tells reportlab of the fonts; it keeps them."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    for font, file in typeface.FILES.items():
        if FACES[font] not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(FACES[font], str(file), shapable=False))


def _page(page: Any, picture: Picture, share: float, *, has_rims: bool = False) -> None:
    """A picture on a page of so many points a unit; with a rim around words, or a field behind."""
    paper = picture.paper
    page.setPageSize((paper.width * share, paper.height * share))
    # Units from the upper left corner, as everything is placed.
    page.transform(share, 0, 0, -share, 0, paper.height * share)
    page.setLineJoin(1)
    page.setFillColor(_colour(picture.ground))
    page.rect(0, 0, paper.width, paper.height, stroke=0, fill=1)
    for item in picture.items:
        if isinstance(item, Path):
            _path(page, item)
        else:
            _words(page, item, has_rims=has_rims)


def _path(page: Any, path: Path) -> None:
    way = page.beginPath()
    way.moveTo(*path.points[0])
    for point in path.points[1:]:
        way.lineTo(*point)
    if path.is_closed:
        way.close()
    is_drawn = bool(path.stroke and path.width)
    if path.fill:
        page.setFillColor(_colour(path.fill))
    if is_drawn:
        page.setStrokeColor(_colour(path.stroke))
        page.setLineWidth(path.width)
        page.setDash(list(path.dash))
    page.drawPath(way, stroke=int(is_drawn), fill=int(bool(path.fill)))


def _words(page: Any, said: Words, *, has_rims: bool) -> None:
    """Words as they are read, each font's stretch by itself, kept apart from what is behind."""
    text = direction.visual(typeface.shown(clean(said.text)))
    parts = list(_parts(text, said.bold))
    width = sum(page.stringWidth(part, face, said.size) for part, face in parts)
    before = {"start": 0.0, "middle": width / 2, "end": width}[said.anchor]
    x, y = (said.x, said.y + before) if said.turned else (said.x - before, said.y)
    if said.halo and has_rims:
        page.setFillColor(_colour(said.halo))
        page.setStrokeColor(_colour(said.halo))
        page.setLineWidth(RIM)
        page.setDash([])
        _letters(page, said, parts, (x, y), RIMMED)
    elif said.halo:
        _field(page, said, x, width)
    page.setFillColor(_colour(said.fill))
    _letters(page, said, parts, (x, y))


def _field(page: Any, said: Words, x: float, width: float) -> None:
    """A field of the ground behind words: a rim would be found as the same words once more."""
    page.saveState()
    page.setFillColor(_colour(said.halo))
    page.setFillAlpha(LEFT)
    top = said.y - said.size * 0.8
    high = said.size * letters.LEADING * 0.86
    page.rect(x - AIR, top, width + 2 * AIR, high, stroke=0, fill=1)
    page.restoreState()


def _letters(
    page: Any,
    said: Words,
    parts: Sequence[tuple[str, str]],
    at: tuple[float, float],
    mode: int | None = None,
) -> None:
    """The letters of words from a place on, by default only filled."""
    x, y = at
    for part, face in parts:
        line = page.beginText()
        line.setTextTransform(*((0, -1, -1, 0) if said.turned else (1, 0, 0, -1)), x, y)
        line.setFont(face, said.size)
        if mode is not None:
            line.setTextRenderMode(mode)
        line.textOut(part)
        if mode is not None:
            line.setTextRenderMode(0)
        page.drawText(line)
        wide = page.stringWidth(part, face, said.size)
        x, y = (x, y - wide) if said.turned else (x + wide, y)


def _parts(text: str, bold: bool) -> list[tuple[str, str]]:
    """Stretches of letters that one font has."""
    parts: list[tuple[str, str]] = []
    plain = FACES["bold" if bold else "regular"]
    for letter in text:
        is_plain = ord(letter) in typeface.letters("regular")
        face = plain if is_plain else FACES["arabic"]
        if parts and parts[-1][1] == face:
            parts[-1] = parts[-1][0] + letter, face
        else:
            parts.append((letter, face))
    return parts


def _colour(colour: str) -> Any:
    from reportlab.lib.colors import HexColor

    return HexColor(colour)


def _mark(said: str) -> bytes:
    """A comment."""
    return f"% {said}\n".encode()


WRITER = Writer(".pdf", written, is_paged=True, mark=Mark(b"%%EOF\n", _mark))
