"""A presentation with the sheets as its slides, as bytes: the same bytes for the same deck."""

from __future__ import annotations

import copy
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from graphtool import archives
from graphtool.language import Language
from graphtool.slides import letters
from graphtool.slides.deck import Deck
from graphtool.slides.placing.sheets import FOOTER as FOOTER_SIZE
from graphtool.slides.placing.sheets import sheets
from graphtool.slides.sheet import Paragraph, Rect, Sheet
from graphtool.slides.writing import appending, base, layouts, xml


class Ground(NamedTuple):
    """What slides are put on."""

    made: Any
    """A presentation: without slides, or somebody's own, after whose slides these come."""
    layouts: layouts.Layouts
    own: Path | None = None
    """Where somebody's own was read."""
    before: bytes = b""
    """What was read there."""

    @classmethod
    def of(cls, template: Path | None = None, onto: Path | None = None) -> Ground:
        """Our own master or a template's; with `onto`, the presentation there.

        Raises `GraphtoolError` where one of these is none, cannot be read, holds macros, or leaves
        no room, and where the presentation is open elsewhere.
        """
        before = appending.read(onto) if onto else b""
        if onto:
            made = base.opened(onto, before)
        else:
            made = base.template(template) if template else base.own()
        return cls(made, layouts.found(made), onto, before)


def written(deck: Deck, template: Path | None = None) -> bytes:
    """The deck as a .pptx, on our own master or on a template's.

    Raises `GraphtoolError` where the template is none, or leaves no room.
    """
    return put(deck, Ground.of(template))[0]


def put(deck: Deck, ground: Ground) -> tuple[bytes, tuple[str, ...]]:
    """The deck as a .pptx on its ground, and what its slides are titled there.

    What a presentation had stays as it was, and is not among the titles.
    """
    made = ground.made
    known = appending.numbers(made)
    with letters.in_font(base.font(made)):
        placed = sheets(deck, ground.layouts.frame)
    for sheet in placed:
        _Slide(made, ground.layouts, sheet, deck.language).written()
    if ground.own:
        appending.in_last_section(made, appending.numbers(made)[len(known) :])
    else:
        about = made.core_properties
        about.title, about.author = xml.clean(deck.title)[:255], "graphtool"
        about.last_modified_by, about.revision = "", 1
    return _saved(made), tuple(sheet.title.text for sheet in placed)


def _saved(made: Any) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return archives.unstamped(out.getvalue())


class _Slide:
    """One slide as it is made."""

    def __init__(self, made: Any, found: layouts.Layouts, sheet: Sheet, language: Language) -> None:
        self.layout = found.cover if sheet.layout == "cover" else found.title
        self.frame, self.sheet, self.language = found.frame, sheet, language
        self.slide = made.slides.add_slide(self.layout)
        self.tree = self.slide.shapes._spTree
        self.number = 1

    def written(self) -> None:
        """Everything of the sheet, in the order in which it is read aloud."""
        is_cover = self.sheet.layout == "cover"
        place = self.frame.cover_title if is_cover else self.frame.title
        kept = [self._words(("CENTER_TITLE", "TITLE"), (self.sheet.title,), place)]
        if is_cover:
            below = self.frame.cover_subtitle
            kept.append(self._words(("SUBTITLE", "BODY"), self.sheet.subtitle, below))
        self._without_the_rest(kept)
        self._numbered()
        numbers = [self._next() for _ in self.sheet.shapes]
        drawn = [
            xml.shape(shape, number, self.language)
            for shape, number in zip(self.sheet.shapes, numbers, strict=True)
        ]
        lines = [
            xml.connector(
                line,
                self._next(),
                (numbers[line.source], numbers[line.target]),
                [self.sheet.shapes[end].place for end in (line.source, line.target)],
            )
            for line in self.sheet.connectors
        ]
        for each in (*lines, *drawn) if self.sheet.has_lines_behind else (*drawn, *lines):
            self.tree.append(xml.element(each))
        for grid in self.sheet.grids:
            self.tree.append(xml.element(xml.table(grid, self._next(), self.language)))
        for legend in self.sheet.legends:
            self.tree.append(xml.element(xml.group(legend, self._next(), self.language)))
            self.number += len(legend.shapes)
        self._foot()
        self._noted()

    def _next(self) -> int:
        self.number += 1
        return self.number

    def _numbered(self) -> None:
        """Goes on after the numbers that placeholders have."""
        known = self.tree.iter(base.tag("p", "cNvPr"))
        self.number = max(int(each.get("id")) for each in known)

    def _words(self, kinds: Sequence[str], said: Sequence[Paragraph], place: Rect) -> Any:
        """A placeholder with these words, in its place where the layout has none; its element."""
        holder = layouts.placeholder(self.slide, *kinds)
        if holder is None:
            number = max(int(each.get("id")) for each in self.tree.iter(base.tag("p", "cNvPr")))
            kind = "title" if "TITLE" in kinds else "body"
            holder_xml = xml.element(_PLACEHOLDER.format(xml.SPACES, number + 1, kind))
            self.tree.append(holder_xml)
            element = holder_xml
        else:
            element = holder._element
        _say(element, said, self.language)
        _set_place(element, place)
        return element

    def _without_the_rest(self, kept: Sequence[Any]) -> None:
        """Placeholders that would show "click to add" are no part of the slide."""
        for holder in list(self.slide.placeholders):
            if holder._element not in kept:
                self.tree.remove(holder._element)

    def _foot(self) -> None:
        """The footer and the slide's number, as the layout has them, or the footer by itself."""
        footer = Paragraph(self.sheet.footer, FOOTER_SIZE, colour="soft")
        for kind in ("FOOTER", "SLIDE_NUMBER"):
            model = layouts.placeholder(self.layout, kind)
            if model is None and kind == "SLIDE_NUMBER":
                continue
            number = self._next()
            if model is None:
                element = xml.element(_FREE.format(xml.SPACES, number))
            else:
                element = copy.deepcopy(model._element)
                properties = element.find(".//" + base.tag("p", "cNvPr"))
                properties.set("id", str(number))
                for inherited in element.spPr.findall(base.tag("a", "xfrm")):
                    element.spPr.remove(inherited)
            if kind == "FOOTER":
                _say(element, (footer,), self.language)
                _set_place(element, self.frame.footer)
            else:
                _say_number(element, self.language)
            self.tree.append(element)

    def _noted(self) -> None:
        """The notes, a paragraph a line."""
        page = self.slide.notes_slide
        frame = page.notes_text_frame
        lines = [xml.clean(line) for line in self.sheet.notes]
        if frame is None:  # a template whose notes have no room for words
            page.shapes._spTree.append(xml.element(_PLACEHOLDER.format(xml.SPACES, 90, "body")))
            frame = page.notes_text_frame
        said = [Paragraph(line, 12) for line in lines if line]
        body = frame._txBody
        for old in body.findall(base.tag("a", "p")):
            body.remove(old)
        for each in said:
            body.append(_paragraph(each, self.language))


_PLACEHOLDER = (
    '<p:sp {}><p:nvSpPr><p:cNvPr id="{}" name="Title"/><p:cNvSpPr/><p:nvPr><p:ph type="{}"/>'
    "</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>"
)
_FREE = (
    '<p:sp {}><p:nvSpPr><p:cNvPr id="{}" name="Footer"/><p:cNvSpPr txBox="1"/><p:nvPr/>'
    '</p:nvSpPr><p:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
    '<p:txBody><a:bodyPr wrap="square"/><a:lstStyle/><a:p/></p:txBody></p:sp>'
)


def _paragraph(said: Paragraph, language: Language) -> Any:
    """A paragraph in the letters of its size, and in the colour and weight of what it stands in."""
    text = xml.paragraph(said, language).replace("<a:p>", f"<a:p {xml.SPACES}>", 1)
    return xml.element(text)


def _say(element: Any, said: Sequence[Paragraph], language: Language) -> None:
    """Puts words into a placeholder: of ours only the size, the rest is the template's."""
    body = element.find(base.tag("p", "txBody"))
    for old in body.findall(base.tag("a", "p")):
        body.remove(old)
    for each in said:
        made = _paragraph(each, language)
        if each.bold:  # a title: weight and colour are the template's
            for letters in made.iter(base.tag("a", "rPr")):
                letters.attrib.pop("b")
                for fill in list(letters):
                    letters.remove(fill)
            own = made.find(base.tag("a", "pPr"))
            if own.get("rtl") is None:
                own.attrib.pop("algn")
        body.append(made)
    text = " ".join(each.text for each in said)
    element.find(".//" + base.tag("p", "cNvPr")).set("descr", xml.clean(text))


def _say_number(element: Any, language: Language) -> None:
    """The slide's own number, which PowerPoint fills in."""
    body = element.find(base.tag("p", "txBody"))
    for old in body.findall(base.tag("a", "p")):
        body.remove(old)
    locale = xml.LOCALES[language]
    field = (
        f'<a:p {xml.SPACES}><a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">'
        f'<a:rPr lang="{locale}" sz="1000"/><a:t>‹#›</a:t></a:fld></a:p>'
    )
    body.append(xml.element(field))
    number = {"nb": "Lysbildets nummer", "nn": "Nummeret til lysbiletet", "en": "Slide number"}
    element.find(".//" + base.tag("p", "cNvPr")).set("descr", number[language])


def _set_place(element: Any, place: Rect) -> None:
    element.x, element.y = place.x, place.y
    element.cx, element.cy = place.width, place.height
