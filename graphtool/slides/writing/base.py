"""The presentation that slides are added to: our own master, or a template's."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

from graphtool import archives
from graphtool.errors import CANNOT_BE_READ, GraphtoolError, reason
from graphtool.language import Said, Text
from graphtool.slides import looks
from graphtool.slides.sheet import Rect, points
from graphtool.slides.writing.xml import SPACES, element

_NO_PRESENTATION = Text(
    "er ingen PowerPoint-presentasjon som kan leses; lagre den som .pptx eller .potx i PowerPoint"
    " og prøv igjen",
    "er ingen PowerPoint-presentasjon som kan lesast; lagre han som .pptx eller .potx i PowerPoint"
    " og prøv igjen",
    "is no PowerPoint presentation that can be read; save it as .pptx or .potx in PowerPoint and"
    " try again",
)
_BOMB = Text(
    "ville blitt {size} MiB pakket ut; det blir ingen presentasjon",
    "ville blitt {size} MiB pakka ut; det blir ingen presentasjon",
    "would unpack to {size} MiB; no presentation does that",
)
_NO_LAYOUT = Text(
    "lysbildemalen har ikke noe oppsett; velg en annen mal",
    "lysbiletmalen har ikkje noko oppsett; vel ein annan mal",
    "its slide master has no layout; choose another template",
)
_MACROS = Text(
    "har makroer, som lysbilder laget av den får med seg; lagre den som .pptx eller .potx uten",
    "har makroar, som lysbilete laga av han får med seg; lagre han som .pptx eller .potx utan",
    "holds macros, which slides made from it would carry; save it as .pptx or .potx without them",
)

BOMB_SIZE = 1 << 28
"""Bytes unpacked above which a file may be no presentation: it takes more memory than there is."""
WIDTH, HEIGHT = 12192000, 6858000
"""Of a slide of 16:9."""
SIDE = points(36)
TITLE = Rect(SIDE, points(22), WIDTH - 2 * SIDE, points(76))
BODY = Rect(SIDE, points(104), WIDTH - 2 * SIDE, points(390))
FOOTER = Rect(SIDE, points(503), points(690), points(28))
DATE = Rect(SIDE + points(696), points(503), points(110), points(28))
NUMBER = Rect(WIDTH - SIDE - points(70), points(503), points(70), points(28))
COVER_TITLE = Rect(points(84), points(120), points(790), points(160))
COVER_SUBTITLE = Rect(points(84), points(300), points(790), points(130))
BAR = 7.0
"""Width of the coloured bar on every slide, in points."""
MAIN = "presentationml.presentation.main+xml"
TEMPLATE = "presentationml.template.main+xml"


def own() -> Any:
    """python-pptx's presentation made 16:9, with our letters, colours and places."""
    import pptx

    made: Any = pptx.Presentation()
    was = made.slide_width
    made.slide_width, made.slide_height = WIDTH, HEIGHT
    _leave_out(made)
    _themed(made.slide_master)
    for layout in made.slide_layouts:
        for shape in layout.placeholders:
            if shape._element.spPr.find(tag("a", "xfrm")) is not None:
                shape.left = round(shape.left * WIDTH / was)
                shape.width = round(shape.width * WIDTH / was)
    _placed(made)
    return made


def tag(space: str, name: str) -> str:
    """A name of one of the schemas as lxml writes it."""
    from pptx.oxml.ns import qn

    return qn(f"{space}:{name}")


def _leave_out(made: Any) -> None:
    """Without the picture and the printer's settings that the file comes with."""
    for part in (made.part.package, made.part):
        rels = part._rels
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(UNUSED)]:
            rels.pop(key)


UNUSED = ("/thumbnail", "/printerSettings")


def _themed(master: Any) -> None:
    from pptx.opc.constants import RELATIONSHIP_TYPE

    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    text = theme.blob.decode("utf-8")
    text = text.replace('<a:latin typeface="Calibri"/>', '<a:latin typeface="Arial"/>')
    accent = looks.ACCENT.removeprefix("#")
    text = re.sub(r"(<a:accent1>.*?val=\")\w{6}", rf"\g<1>{accent}", text, count=1, flags=re.S)
    ink = looks.INK.removeprefix("#")
    text = re.sub(r"(<a:dk2>.*?val=\")\w{6}", rf"\g<1>{ink}", text, count=1, flags=re.S)
    theme._blob = text.encode("utf-8")


def font(made: Any) -> str:
    """The font of the theme's body text; empty where it names none."""
    from pptx.opc.constants import RELATIONSHIP_TYPE

    theme = made.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob
    found = re.search(rb"<a:minorFont>.*?<a:latin typeface=\"([^\"]*)\"", theme, re.S)
    return found[1].decode("utf-8", "replace") if found else ""


def _placed(made: Any) -> None:
    """Titles at the left over the body, the footer's words under it, and a coloured bar."""
    from pptx.enum.shapes import PP_PLACEHOLDER as P

    feet = (P.FOOTER, P.DATE, P.SLIDE_NUMBER)
    places = {P.TITLE: TITLE, P.BODY: BODY, P.FOOTER: FOOTER, P.DATE: DATE, P.SLIDE_NUMBER: NUMBER}
    for shape in made.slide_master.placeholders:
        kind = shape.placeholder_format.type
        _put(shape, places[kind])
        shape._element.find(".//" + tag("a", "bodyPr")).set("lIns", "0")
        if kind in feet:
            _small(shape, "l" if kind == P.FOOTER else "r")
    for layout in made.slide_layouts:
        for shape in list(layout.placeholders):
            if shape.placeholder_format.type in feet:
                _inherit(shape)
    _titled(made.slide_master)
    _bar(made.slide_master, Rect(0, 0, WIDTH, points(BAR)))
    _covered(made.slide_layouts[0])


def _titled(master: Any) -> None:
    """Titles bold, at the left, close to what they say it of."""
    _anchored(master.placeholders[0], "b")
    style = master._element.find(".//" + tag("p", "titleStyle"))
    for level in style.iter(tag("a", "lvl1pPr")):
        level.set("algn", "l")
        for letters in level.iter(tag("a", "defRPr")):
            letters.set("sz", "2800")
            letters.set("b", "1")


def _covered(cover: Any) -> None:
    """The cover: title over subtitle, the bar at its left."""
    for shape, place in zip(cover.placeholders, (COVER_TITLE, COVER_SUBTITLE), strict=False):
        _put(shape, place)
        for level in shape._element.iter(tag("a", "lvl1pPr")):
            level.set("algn", "l")
    _anchored(cover.placeholders[0], "b")
    cover._element.set("showMasterSp", "0")
    _bar(cover, Rect(0, 0, points(24), HEIGHT))


def _put(shape: Any, place: Rect) -> None:
    shape.left, shape.top, shape.width, shape.height = place


def _inherit(shape: Any) -> None:
    """The place of the master's, not one of its own."""
    found = shape._element.spPr.find(tag("a", "xfrm"))
    if found is not None:
        shape._element.spPr.remove(found)


def _anchored(shape: Any, where: str) -> None:
    shape._element.find(".//" + tag("a", "bodyPr")).set("anchor", where)


def _small(shape: Any, side: str) -> None:
    for level in shape._element.iter(tag("a", "lvl1pPr")):
        level.set("algn", side)
        for letters in level.iter(tag("a", "defRPr")):
            letters.set("sz", "1000")


def _bar(on: Any, place: Rect) -> None:
    """A bar in the theme's first colour, behind everything; it says nothing."""
    tree = on.shapes._spTree
    number = max(int(each.get("id")) for each in tree.iter(tag("p", "cNvPr"))) + 1
    bar = element(
        f'<p:sp {SPACES}><p:nvSpPr><p:cNvPr id="{number}" name="Bar" descr=""/><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{place.x}" y="{place.y}"/>'
        f'<a:ext cx="{place.width}" cy="{place.height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln>'
        "</p:spPr></p:sp>"
    )
    tree.insert(2, bar)  # after what the tree says of itself


def template(path: Path) -> Any:
    """A presentation or template of somebody's own, without the slides that are in it.

    Raises `GraphtoolError` where it is none, cannot be read, or holds macros.
    """
    made = opened(path, read(path))
    _emptied(made)
    return made


def read(path: Path) -> bytes:
    """The bytes of a file; raises `GraphtoolError` where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise GraphtoolError.at(path, Said(CANNOT_BE_READ, why=reason(error))) from error


def opened(path: Path, data: bytes) -> Any:
    """The presentation in these bytes, read from the path, with all of its slides.

    Raises `GraphtoolError` where they are none, or hold macros.
    """
    import pptx

    try:
        data = _as_presentation(path, data)
        made = pptx.Presentation(io.BytesIO(data))
        layouts = list(made.slide_layouts)
    except GraphtoolError:
        raise
    except Exception as error:  # any broken part of a file that somebody else wrote
        raise GraphtoolError.at(path, Said(_NO_PRESENTATION)) from error
    if not layouts:
        raise GraphtoolError.at(path, Said(_NO_LAYOUT))
    return made


def _as_presentation(path: Path, data: bytes) -> bytes:
    """The file, a template (.potx) turned into a presentation; macros are refused."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if size := archives.bomb(archive, len(data), BOMB_SIZE):
            raise GraphtoolError.at(path, Said(_BOMB, size=size >> 20))
        types = archive.read("[Content_Types].xml")
        names = archive.namelist()
        if b"macroEnabled" in types or any(
            name.lower().endswith("vbaproject.bin") for name in names
        ):
            raise GraphtoolError.at(path, Said(_MACROS))
        if TEMPLATE.encode() not in types:
            return data
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
            for name in names:
                part = archive.read(name)
                if name == "[Content_Types].xml":
                    part = part.replace(TEMPLATE.encode(), MAIN.encode())
                copy.writestr(name, part)
        return out.getvalue()


def _emptied(made: Any) -> None:
    """Without its slides, and without sections that name them."""
    slides = made.slides._sldIdLst
    for slide in list(slides):
        made.part.drop_rel(slide.rId)
        slides.remove(slide)
    extensions = made.part._element.find(tag("p", "extLst"))
    if extensions is not None:
        made.part._element.remove(extensions)
