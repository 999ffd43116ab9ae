"""Shapes, lines, tables and groups as DrawingML (ECMA-376 part 1, 19 to 21).

Written out rather than by python-pptx: its connectors know four sites only, its shapes carry a
style that a template's theme colours.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import quoteattr

from graphtool.language import Language
from graphtool.maps.style import COLOURS
from graphtool.slides import letters, looks
from graphtool.slides.placing.matrix import TIGHT
from graphtool.slides.placing.tables import HIGH, INSET
from graphtool.slides.sheet import Connector, Grid, Legend, Look, Paragraph, Rect, Shape, points

SPACES = " ".join(
    f'xmlns:{name}="http://schemas.openxmlformats.org/{path}"'
    for name, path in (
        ("a", "drawingml/2006/main"),
        ("p", "presentationml/2006/main"),
        ("r", "officeDocument/2006/relationships"),
    )
)
LOCALES: dict[Language, str] = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}
_NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_GRID_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's table style without fills and lines: ours are given cell by cell."""


def clean(text: str) -> str:
    r"""The text on one line; what XML cannot hold as the replacement character.

    >>> clean("Vekst\n og\x07 velferd")
    'Vekst og\ufffd velferd'
    """
    return letters.on_one_line(_NO_XML.sub("\N{REPLACEMENT CHARACTER}", text))


def escaped(text: str) -> str:
    """The text between two tags."""
    return clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def named(number: int, name: str, about: str) -> str:
    """What every shape is known by: a number, a short name, and the words for who does not see."""
    short = clean(name)[:80] or "Shape"
    return f'<p:cNvPr id="{number}" name={quoteattr(short)} descr={quoteattr(clean(about))}/>'


def _colour(name: str) -> str:
    return COLOURS["light"].get(name, name).removeprefix("#")


def _filled(colour: str) -> str:
    if not colour:
        return "<a:noFill/>"
    return f'<a:solidFill><a:srgbClr val="{_colour(colour)}"/></a:solidFill>'


def _line(look: Look) -> str:
    if not look.line:
        return "<a:ln><a:noFill/></a:ln>"
    dash = '<a:prstDash val="dash"/>' if look.is_dashed else ""
    return f'<a:ln w="{points(look.width)}">{_filled(look.line)}{dash}</a:ln>'


def _is_from_right(text: str) -> bool:
    """Whether the first letter with a direction is of a script that runs from the right."""
    ways = (unicodedata.bidirectional(letter) for letter in text)
    return next((way in ("R", "AL") for way in ways if way in ("L", "R", "AL")), False)


def paragraph(said: Paragraph, language: Language) -> str:
    """A paragraph with its letters."""
    is_from_right = _is_from_right(said.text)
    side = "ctr" if said.centred else "r" if is_from_right else "l"
    turned = ' rtl="1"' if is_from_right else ""
    if said.bullet:
        edge = "marR" if is_from_right else "marL"
        place = f' {edge}="{points(14)}" indent="-{points(14)}"'
        mark = '<a:buFont typeface="Arial"/><a:buChar char="•"/>'
    else:
        place, mark = ' marL="0" indent="0"', "<a:buNone/>"
    mark = f'<a:spcBef><a:spcPts val="{round(said.before * 100)}"/></a:spcBef>{mark}'
    bold = ' b="1"' if said.bold else ' b="0"'
    if not said.text:  # without letters it is as high as what is not said of them: 18 points
        size = f'<a:endParaRPr lang="{LOCALES[language]}" sz="{round(said.size * 100)}"/>'
        return f'<a:p><a:pPr{place} algn="{side}"/>{size}</a:p>'
    return (
        f'<a:p><a:pPr{place} algn="{side}"{turned}>'
        f'<a:lnSpc><a:spcPct val="100000"/></a:lnSpc>{mark}</a:pPr>'
        f'<a:r><a:rPr lang="{LOCALES[language]}" sz="{round(said.size * 100)}"{bold} dirty="0">'
        f"{_filled(said.colour)}</a:rPr><a:t>{escaped(said.text)}</a:t></a:r></a:p>"
    )


def _place(place: Rect, tag: str = "a:xfrm", turned: str = "") -> str:
    return (
        f'<{tag}{turned}><a:off x="{place.x}" y="{place.y}"/>'
        f'<a:ext cx="{place.width}" cy="{place.height}"/></{tag}>'
    )


def shape(one: Shape, number: int, language: Language, *, spaces: str = SPACES) -> str:
    """A shape with its words in it."""
    look, corner = one.look, looks.corner(one.look.outline, one.place)
    inset = max(points(one.inset) - corner, 0)
    high = max(points(min(one.inset, 4.0)) - corner, 0) if one.paragraphs else 0
    is_text = ' txBox="1"' if not look.fill and not look.line else ""
    anchor = "ctr" if one.is_middle else "t"
    said = "".join(paragraph(each, language) for each in one.paragraphs)
    empty = f'<a:p><a:endParaRPr lang="{LOCALES[language]}" sz="1200"/></a:p>'
    return (
        f"<p:sp {spaces}><p:nvSpPr>{named(number, one.name, one.about)}"
        f"<p:cNvSpPr{is_text}/><p:nvPr/></p:nvSpPr>"
        f'<p:spPr>{_place(one.place)}<a:prstGeom prst="{look.outline}"><a:avLst/></a:prstGeom>'
        f"{_filled(look.fill)}{_line(look)}</p:spPr>"
        f'<p:txBody><a:bodyPr wrap="square" lIns="{inset}" tIns="{high}"'
        f' rIns="{inset + points(one.beside)}"'
        f' bIns="{high}" anchor="{anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
        f"{said or empty}</p:txBody></p:sp>"
    )


def connector(one: Connector, number: int, ends: tuple[int, int], places: Sequence[Rect]) -> str:
    """A line glued to two shapes, known by these numbers and standing at these places."""
    (x, y), (x2, y2) = (p.site(side) for p, side in zip(places, one.sides, strict=True))
    turned = "".join(
        f' {name}="1"' for name, is_so in (("flipH", x2 < x), ("flipV", y2 < y)) if is_so
    )
    place = Rect(min(x, x2), min(y, y2), abs(x2 - x), abs(y2 - y))
    outline, bend = "straightConnector1", "<a:avLst/>"
    if one.is_elbow:
        outline = "bentConnector3"
        bend = f'<a:avLst><a:gd name="adj1" fmla="val {round(one.bend * 100000)}"/></a:avLst>'
    dash = '<a:prstDash val="dash"/>' if one.is_dashed else ""
    arrow = '<a:tailEnd type="triangle"/>' if one.has_arrow else ""
    return (
        f"<p:cxnSp {SPACES}><p:nvCxnSpPr>{named(number, one.name, one.about)}<p:cNvCxnSpPr>"
        f'<a:stCxn id="{ends[0]}" idx="{looks.SITES[one.sides[0]]}"/>'
        f'<a:endCxn id="{ends[1]}" idx="{looks.SITES[one.sides[1]]}"/></p:cNvCxnSpPr><p:nvPr/>'
        f"</p:nvCxnSpPr><p:spPr>{_place(place, turned=turned)}"
        f'<a:prstGeom prst="{outline}">{bend}</a:prstGeom>'
        f'<a:ln w="{points(one.width)}">{_filled(one.colour)}{dash}<a:round/>{arrow}</a:ln>'
        "</p:spPr></p:cxnSp>"
    )


def group(one: Legend, number: int, language: Language) -> str:
    """Shapes held together; those in it are numbered on from the group's number."""
    left = min(each.place.x for each in one.shapes)
    top = min(each.place.y for each in one.shapes)
    right = max(each.place.right for each in one.shapes)
    bottom = max(each.place.bottom for each in one.shapes)
    place = Rect(left, top, right - left, bottom - top)
    inner = "".join(
        shape(each, number + at, language, spaces="") for at, each in enumerate(one.shapes, start=1)
    )
    return (
        f"<p:grpSp {SPACES}><p:nvGrpSpPr>{named(number, one.name, one.about)}<p:cNvGrpSpPr/>"
        f'<p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="{place.x}" y="{place.y}"/>'
        f'<a:ext cx="{place.width}" cy="{place.height}"/>'
        f'<a:chOff x="{place.x}" y="{place.y}"/>'
        f'<a:chExt cx="{place.width}" cy="{place.height}"/></a:xfrm></p:grpSpPr>{inner}</p:grpSp>'
    )


def table(one: Grid, number: int, language: Language) -> str:
    """A table: bold headings over a line in the theme's colour, rows with thin lines."""
    columns = "".join(f'<a:gridCol w="{width}"/>' for width in one.widths)
    rows = "".join(
        f'<a:tr h="{height}">{_cells(one, row, at == 0, language)}</a:tr>'
        for at, (row, height) in enumerate(zip(one.rows, one.heights, strict=True))
    )
    return (
        f"<p:graphicFrame {SPACES}><p:nvGraphicFramePr>{named(number, one.name, one.about)}"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/>'
        f"</p:nvGraphicFramePr>{_place(one.place, 'p:xfrm')}<a:graphic>"
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">'
        f'<a:tbl><a:tblPr firstRow="1"><a:tableStyleId>{_GRID_STYLE}</a:tableStyleId></a:tblPr>'
        f"<a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic>"
        "</p:graphicFrame>"
    )


def _cells(one: Grid, row: Sequence[str], is_head: bool, language: Language) -> str:
    colour, width = (looks.ACCENT, points(1.5)) if is_head else (looks.RULE, points(0.75))
    under = f'<a:lnB w="{width}">{_filled(colour)}</a:lnB>'
    return "".join(
        "<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>"
        # A line a paragraph: not every program breaks turned words.
        + "".join(
            paragraph(_cell(one, line, is_head, at == 0), language) for line in cell.split("\n")
        )
        + f"</a:txBody><a:tcPr{_room(one, is_head, at == 0)}>{_sides(one)}{under}<a:noFill/>"
        "</a:tcPr></a:tc>"
        for at, cell in enumerate(row)
    )


def _cell(one: Grid, cell: str, is_head: bool, is_first: bool) -> Paragraph:
    is_sign = one.is_matrix and not is_head and not is_first
    is_bold = is_sign or (is_head and not one.is_matrix) or is_first
    return Paragraph(cell, one.size, bold=is_bold, centred=is_sign)


def _room(one: Grid, is_head: bool, is_first: bool) -> str:
    """The air around a cell's words, where they stand in it, and whether they are turned."""
    wide, high = points(INSET), points(HIGH)
    if one.is_matrix:
        high = points(TIGHT)
        wide = wide if is_first else high
    turned = ' vert="vert270"' if one.is_matrix and is_head and not is_first else ""
    anchor = "ctr" if one.is_matrix and not (is_head and is_first) else "b" if is_head else "t"
    return f' marL="{wide}" marR="{wide}" marT="{high}" marB="{high}"{turned} anchor="{anchor}"'


def _sides(one: Grid) -> str:
    """The lines at the left, the right and above: thin ones in a matrix, else none."""
    thin = f' w="{points(0.5)}">{_filled(looks.RULE)}'
    none = "><a:noFill/>"
    drawn = {"L": thin, "R": thin} if one.is_matrix else {}
    return "".join(f"<a:ln{side}{drawn.get(side, none)}</a:ln{side}>" for side in "LRT")


def element(text: str) -> Any:
    """The XML as python-pptx holds it."""
    from pptx.oxml import parse_xml

    return parse_xml(text)
