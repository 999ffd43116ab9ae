"""From what a deck says to sheets with everything in its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphtool.slides import letters, words
from graphtool.slides.deck import Cover, Deck, Drawing, Lanes, Matrix, Network, Points, Slide, Table
from graphtool.slides.placing import drawing, lanes, matrix, network, tables
from graphtool.slides.placing import points as panels
from graphtool.slides.placing.drawing import Placed
from graphtool.slides.placing.legend import HIGH as LEGEND
from graphtool.slides.placing.legend import legend
from graphtool.slides.sheet import POINT, Frame, Grid, Legend, Paragraph, Rect, Shape, Sheet, points

TITLES, COVERS = (28.0, 26.0, 24.0, 22.0, 20.0), (44.0, 40.0, 36.0, 32.0, 28.0, 24.0)
CAPTION, SUBTITLE, COUNTS, FOOTER = 14.0, 20.0, 16.0, 10.0
CAPTION_HIGH = 24.0
"""Of the line under the title, in points."""


def sheets(deck: Deck, frame: Frame) -> list[Sheet]:
    """The slides of the deck, one or more sheets each."""
    found: list[Sheet] = []
    for slide in deck.slides:
        found += _sheets(deck, slide, frame)
    return found


def _sheets(deck: Deck, slide: Slide, frame: Frame) -> list[Sheet]:
    if isinstance(slide.body, Cover):
        return [_cover(deck, slide, slide.body, frame)]
    if isinstance(slide.body, Points):
        caption, room = _captioned(slide.caption, frame.body)
        made = panels.pages(slide.body.themes, room)
        return [
            _sheet(deck, slide, frame, shapes=[*caption, *shapes], page=(at, len(made)))
            for at, shapes in enumerate(made, start=1)
        ]
    if isinstance(slide.body, Matrix):
        parts = matrix.parts(slide.body, frame.body)
        return [
            _matrix(deck, slide, body, frame, (at, len(parts)))
            for at, body in enumerate(parts, start=1)
        ]
    if isinstance(slide.body, Network):
        return _network(deck, slide, slide.body, frame)
    return [_one(deck, slide, frame)]


def _network(deck: Deck, slide: Slide, body: Network, frame: Frame) -> list[Sheet]:
    """A network under its caption and over its legend, in parts where its lines need that."""
    # In parts it says so, which may take a line more: there is room for it from the start.
    said = (slide.caption, words.LINES_IN_PARTS.in_(deck.language).format(n=9))
    _, room = _captioned(" ".join(filter(None, said)), frame.body)
    under, above = _legend_room(room, bool(body.legend))
    made = network.parts(body, above)
    parted = words.LINES_IN_PARTS.in_(deck.language).format(n=len(made))
    said = (slide.caption, parted if len(made) > 1 else "")
    caption, _ = _captioned(" ".join(filter(None, said)), frame.body)
    name = words.LEGEND.in_(deck.language)
    return [
        _drawn(
            _sheet(
                deck,
                slide,
                frame,
                shapes=[*caption, *placed.shapes],
                legends=tuple(legend(part.legend, under, name)),
                page=(at, len(made)),
            ),
            placed,
            len(caption),
        )._replace(has_lines_behind=True)
        for at, (part, placed) in enumerate(made, start=1)
    ]


def _drawn(sheet: Sheet, made: Placed, first: int) -> Sheet:
    """The sheet with the lines of what is drawn on it; its boxes begin at `first`."""
    return sheet._replace(
        connectors=tuple(
            line._replace(source=line.source + first, target=line.target + first)
            for line in made.connectors
        )
    )


def _matrix(deck: Deck, slide: Slide, body: Matrix, frame: Frame, page: tuple[int, int]) -> Sheet:
    """A matrix under its caption and over what its signs stand for."""
    caption, room = _captioned(slide.caption, frame.body)
    size = matrix.SIZE
    high = points(
        letters.height(len(letters.lines(body.legend, room.width / POINT - 4, size)), size)
    )
    above = Rect(room.x, room.y, room.width, room.height - high - points(6))
    grid, is_cut = matrix.placed(body, above)
    place = Rect(room.x, grid.place.bottom + points(6), room.width, high)
    signs = Shape(
        words.LEGEND.in_(deck.language),
        place,
        (Paragraph(body.legend, size, colour="soft"),),
        body.legend,
        inset=0.0,
        is_middle=False,
    )
    whole = (words.WHOLE_NAMES.in_(deck.language), *is_cut) if is_cut else ()
    shapes = [*caption, signs]
    return _sheet(deck, slide, frame, shapes=shapes, grids=(grid,), notes=whole, page=page)


def _one(deck: Deck, slide: Slide, frame: Frame) -> Sheet:
    """A slide of a table, a drawing or lanes, under its caption and over its legend."""
    body = slide.body
    assert isinstance(body, Table | Drawing | Lanes)
    caption, room = _captioned(slide.caption, frame.body)
    under, above = _legend_room(room, not isinstance(body, Table) and bool(body.legend))
    made = None
    if isinstance(body, Drawing):
        made = drawing.placed(body, above)
    elif isinstance(body, Lanes):
        made = lanes.placed(body, above)
        if made is None:
            return _one(deck, replace(slide, caption="", body=body.instead), frame)
    if isinstance(body, Table):
        fitted = tables.fitted(body, room)
        said = _counted(deck, slide.caption, body, fitted)
        if said != slide.caption:
            # A line more leaves room for fewer rows: they are counted when it has its room.
            _, room = _captioned(said, frame.body)
            fitted = tables.fitted(body, room)
            caption, _ = _captioned(_counted(deck, slide.caption, body, fitted), frame.body)
        notes = _rest(deck, body, fitted)
        return _sheet(deck, slide, frame, shapes=caption, grids=(fitted.grid,), notes=notes)
    assert made is not None
    name = words.LEGEND.in_(deck.language)
    shapes = [*caption, *made.shapes]
    legends = tuple(legend(body.legend, under, name))
    sheet = _sheet(deck, slide, frame, shapes=shapes, legends=legends)
    return _drawn(sheet, made, len(caption))


def _counted(deck: Deck, caption: str, table: Table, fitted: tables.Fitted) -> str:
    """The caption of a table, ending with how many of its rows there is room for."""
    total = len(table.rows) + table.left_out
    before, now = (
        words.shown_of(shown, total).in_(deck.language)
        for shown in (len(table.rows), len(fitted.grid.rows) - 1)
    )
    return " ".join(filter(None, (caption.removesuffix(before).rstrip(), now)))


def _captioned(caption: str, body: Rect) -> tuple[list[Shape], Rect]:
    """The line under the title as a shape, and the room that it leaves."""
    if not caption:
        return [], body
    room = body.width / POINT - 4
    size = next((s for s in (CAPTION, 13.0, 12.0) if letters.width(caption, s) <= room), 12.0)
    high = letters.height(len(letters.lines(caption, room, size)), size) + 6
    place = Rect(body.x, body.y, body.width, points(max(high, CAPTION_HIGH)))
    said = (Paragraph(caption, size, colour="soft"),)
    shape = Shape(caption, place, said, caption, inset=0.0, is_middle=False)
    below = place.height + points(4)
    return [shape], Rect(body.x, body.y + below, body.width, body.height - below)


def _legend_room(room: Rect, is_there: bool) -> tuple[Rect, Rect]:
    """The row of the legend at the bottom, and what is left above it."""
    high = points(LEGEND) if is_there else 0
    above = Rect(room.x, room.y, room.width, room.height - high - (points(6) if is_there else 0))
    return Rect(room.x, room.bottom - high, room.width, high), above


def _rest(deck: Deck, table: Table, fitted: tables.Fitted) -> tuple[str, ...]:
    """Of a table, what its slide does not show: rows without room, cells that are cut."""
    said: list[str] = []
    if fitted.left_out:
        said.append(words.NOT_SHOWN.in_(deck.language))
        said += [" – ".join(filter(None, row)) for row in fitted.left_out]
    if fitted.is_cut:
        long = [cell for row in table.rows for cell in row if len(cell) > 40]
        said += [words.WHOLE_NAMES.in_(deck.language), *dict.fromkeys(long)]
    return tuple(said)


def _cover(deck: Deck, slide: Slide, cover: Cover, frame: Frame) -> Sheet:
    title = _fitting(slide.title, frame.cover_title, COVERS, 3)
    room = frame.cover_subtitle.width / POINT - 16
    subtitle = letters.cut(cover.subtitle, room, SUBTITLE, 2)
    lines = (
        Paragraph(subtitle, SUBTITLE, colour="soft"),
        *(
            Paragraph(letters.cut(line, room, COUNTS, 1), COUNTS, colour="soft", before=8.0)
            for line in cover.lines
        ),
    )
    footer = _footer(deck, frame)
    return Sheet("cover", title, lines, (), (), (), (), footer, _notes(slide, title, ()))


def _sheet(
    deck: Deck,
    slide: Slide,
    frame: Frame,
    *,
    shapes: Sequence[Shape],
    grids: tuple[Grid, ...] = (),
    legends: tuple[Legend, ...] = (),
    notes: tuple[str, ...] = (),
    page: tuple[int, int] = (1, 1),
) -> Sheet:
    text = slide.title
    if page[1] > 1:
        form = words.CONTINUED.in_(deck.language)
        text = form.format(title=text, n=page[0], total=page[1])
    title = _fitting(text, frame.title, TITLES, 3)
    return Sheet(
        "title",
        title,
        (),
        tuple(shapes),
        (),
        grids,
        legends,
        _footer(deck, frame),
        _notes(slide, title, notes),
    )


def _fitting(text: str, place: Rect, sizes: Sequence[float], most: int) -> Paragraph:
    """A title in the largest letters in which it fits its place, else cut in the smallest."""
    room, high = place.width / POINT - 16, place.height / POINT - 8
    for size in sizes:
        count = len(letters.lines(text, room, size, bold=True))
        if count <= most and letters.height(count, size) <= high:
            return Paragraph(text, size, bold=True)
    size = sizes[-1]
    lines = max(1, int(high / letters.height(1, size)))
    return Paragraph(letters.cut(text, room, size, min(lines, most), bold=True), size, bold=True)


def _footer(deck: Deck, frame: Frame) -> str:
    """The footer where it fits, else its beginning: all of it is in the notes."""
    lines = max(1, int(frame.footer.height / POINT / letters.height(1, FOOTER)))
    return letters.cut(deck.footer, frame.footer.width / POINT - 16, FOOTER, lines)


def _notes(slide: Slide, title: Paragraph, more: tuple[str, ...]) -> tuple[str, ...]:
    whole = () if title.text == slide.title else (slide.title,)
    return (*whole, *slide.notes, *more) or (slide.title,)
