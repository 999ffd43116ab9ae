"""Which layouts of a template slides are made on, found by their placeholders, and their room."""

from __future__ import annotations

from typing import Any, NamedTuple

from graphtool.errors import GraphtoolError
from graphtool.language import Said, Text
from graphtool.slides.sheet import Frame, Rect, points

_NO_ROOM = Text(
    "malen har for liten plass mellom tittel og bunntekst til en tabell eller en tegning; velg en"
    " med større lysbilder",
    "malen har for liten plass mellom tittel og botntekst til ein tabell eller ei teikning; vel ein"
    " med større lysbilete",
    "the template leaves too little room between title and footer for a table or a drawing; choose"
    " one whose slides are larger",
)

SMALLEST = points(400), points(200)
"""Width and height that must be left for what a slide shows."""
GAP = points(6)
TITLE_HIGH, TITLE_LEAST = points(100), points(40)
"""Of a title at most: a template whose title takes half of the slide leaves no room for a map."""
FOOT = points(28)


class Layouts(NamedTuple):
    """The layouts of the cover and of the other slides, and the room on them."""

    cover: Any
    title: Any
    frame: Frame


def found(presentation: Any) -> Layouts:
    """The cover: a centred title and a subtitle; the others: a title and as little else as can be.

    Where no layout has these, the nearest is taken, and what it lacks is placed by itself. Raises
    `GraphtoolError` where the slides are too small for anything.
    """
    layouts = list(presentation.slide_layouts)
    cover = min(layouts, key=lambda layout: (_unlike_cover(layout), layouts.index(layout)))
    title = min(layouts, key=lambda layout: (_unlike_title(layout), layouts.index(layout)))
    return Layouts(cover, title, _frame(presentation, cover, title))


def kinds(layout: Any) -> list[Any]:
    """What placeholders a layout has, besides date, footer and number."""
    from pptx.enum.shapes import PP_PLACEHOLDER as P

    feet = (P.DATE, P.FOOTER, P.SLIDE_NUMBER)
    found = [shape.placeholder_format.type for shape in layout.placeholders]
    return [kind for kind in found if kind not in feet]


def _unlike_cover(layout: Any) -> int:
    from pptx.enum.shapes import PP_PLACEHOLDER as P

    has = kinds(layout)
    return (
        4 * (P.CENTER_TITLE not in has)
        + 2 * (P.SUBTITLE not in has)
        + 2 * (P.CENTER_TITLE not in has and P.TITLE not in has)
        + len(has)
    )


def _unlike_title(layout: Any) -> int:
    from pptx.enum.shapes import PP_PLACEHOLDER as P

    has = kinds(layout)
    return 20 * (P.TITLE not in has) + 10 * (P.CENTER_TITLE in has) + len(has)


def placeholder(layout: Any, *wanted: str) -> Any:
    """The first placeholder of these types, by their names in `PP_PLACEHOLDER`; None for none."""
    from pptx.enum.shapes import PP_PLACEHOLDER

    for name in wanted:
        for shape in layout.placeholders:
            if shape.placeholder_format.type == getattr(PP_PLACEHOLDER, name):
                return shape
    return None


def _rect(shape: Any) -> Rect | None:
    """Where a placeholder stands, as it inherits it; None where that is not said."""
    if shape is None or None in (shape.left, shape.top, shape.width, shape.height):
        return None
    return Rect(shape.left, shape.top, shape.width, shape.height)


def _frame(presentation: Any, cover: Any, title: Any) -> Frame:
    width, height = presentation.slide_width, presentation.slide_height
    side = width // 26
    inner = width - 2 * side
    head = _rect(placeholder(title, "TITLE", "CENTER_TITLE")) or Rect(
        side, points(22), inner, points(76)
    )
    if head.y > height // 3 or head.height < TITLE_LEAST or head.width < width // 3:
        head = Rect(side, points(22), inner, points(76))
    head = Rect(head.x, head.y, head.width, min(head.height, TITLE_HIGH))
    foot = _foot(title, width, height, side)
    top = head.bottom + GAP
    body = Rect(head.x, top, head.width, foot.y - GAP - top)
    if body.width < SMALLEST[0] or body.height < SMALLEST[1]:
        raise GraphtoolError(Said(_NO_ROOM))
    first = _rect(placeholder(cover, "CENTER_TITLE", "TITLE")) or Rect(
        side, height // 4, inner, height // 4
    )
    second = _rect(placeholder(cover, "SUBTITLE", "BODY")) or Rect(
        first.x, min(first.bottom + GAP, height * 2 // 3), first.width, height // 5
    )
    return Frame(width, height, first, second, head, body, foot)


def _foot(layout: Any, width: int, height: int, side: int) -> Rect:
    """The footer of the layout where it lies low and is wide enough, else one of its own."""
    foot = _rect(placeholder(layout, "FOOTER"))
    if foot and foot.y > height * 3 // 4 and foot.width > width // 3 and foot.bottom <= height:
        return foot
    low = foot.y if foot and foot.y > height * 3 // 4 else height - FOOT - points(8)
    number = _rect(placeholder(layout, "SLIDE_NUMBER"))
    edge = number.x if number and number.x > width // 2 else width - side - points(70)
    return Rect(side, low, edge - side - GAP, min(FOOT, height - low))
