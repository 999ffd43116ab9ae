"""Every deck: lines are glued, nothing overlaps or lies outside, all can be read and heard."""

from __future__ import annotations

import zipfile
from io import BytesIO
from itertools import combinations

import pytest
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn

from graphtool.graph import PlanGraph
from graphtool.slides import letters
from graphtool.slides.build import build
from graphtool.slides.sheet import POINT
from graphtool.slides.writing.base import HEIGHT, WIDTH
from graphtool.slides.writing.file import written
from tests.slides import graphs
from tests.slides.conftest import GRAPHS, REGIONS, deck, slides_of
from tests.slides.reading import SITES, Place, about, ends, opened, place, read


def test_every_line_is_glued_to_two_shapes_and_ends_at_their_sites(slides):
    for one in slides:
        known = {shape.shape_id: place(shape) for shape in one.solid}
        for line in one.connectors:
            reached = (line.begin_x, line.begin_y), (line.end_x, line.end_y)
            for (number, site), (x, y) in zip(ends(line), reached, strict=True):
                box, (across, down) = known[number], SITES[site]
                assert abs(box.x + box.width * across - x) <= 2
                assert abs(box.y + box.height * down - y) <= 2


def test_nothing_lies_outside_its_slide_and_nothing_overlaps(slides):
    page = Place(0, 0, WIDTH, HEIGHT)
    for one in slides:
        for shape in (*one.every, *one.connectors):
            assert page.holds(place(shape)), (one.title, about(shape))
        lanes = {shape.shape_id for shape in one.boxes if shape.width > WIDTH * 0.9}
        for first, other in combinations(one.solid, 2):
            a, b = place(first), place(other)
            in_lane = first.shape_id in lanes and a.holds(b)
            assert in_lane or not a.overlaps(b), (one.title, about(first), about(other))


def test_no_line_runs_through_a_box_that_it_does_not_end_at(slides):
    for one in slides:
        for line in one.connectors:
            left, right = sorted((line.begin_x, line.end_x))
            low, high = sorted((line.begin_y, line.end_y))
            reached = {number for number, _ in ends(line)}
            for box in map(place, (b for b in one.boxes if b.shape_id not in reached)):
                beside = left < box.x + box.width and box.x < right and box.width < WIDTH * 0.9
                assert not (beside and low < box.y + box.height and box.y < high)


def test_no_words_are_larger_than_what_they_stand_in(slides):
    for one in slides:
        for shape in one.every:
            if shape.has_text_frame and shape.text_frame.text:
                assert _high(shape) <= shape.height, (one.title, about(shape))
        for table in one.tables:
            for row in table.table.rows:
                for cell, column in zip(row.cells, table.table.columns, strict=True):
                    room = (column.width - cell.margin_left - cell.margin_right) / POINT
                    high = _words(cell.text_frame, room)
                    assert high + cell.margin_top + cell.margin_bottom <= row.height + 2, cell.text


def _high(shape) -> float:
    frame = shape.text_frame
    room = (shape.width - frame.margin_left - frame.margin_right) / POINT
    return _words(frame, room) + frame.margin_top + frame.margin_bottom


def _words(frame, room: float) -> float:
    """The height of paragraphs in so wide a room, in EMU."""
    total = 0.0
    for said in frame.paragraphs:
        size = said.runs[0].font.size.pt if said.runs else 10
        bold = bool(said.runs and said.runs[0].font.bold)
        margin = int(said._p.pPr.get("marL", 0)) / POINT if said._p.pPr is not None else 0
        count = len(letters.lines(said.text, room - margin, size, bold=bold))
        total += letters.height(count, size) + (said.space_before.pt if said.space_before else 0)
    return total * POINT


def test_all_is_told_to_who_does_not_see_and_noted_for_who_speaks(slides):
    for one in slides:
        assert one.title
        assert one.notes.strip()
        for shape in one.every:
            assert shape.shape_type != MSO_SHAPE_TYPE.PICTURE
            assert about(shape).strip()


@pytest.mark.parametrize("name", REGIONS)
def test_there_is_no_picture_in_the_file(name):
    with zipfile.ZipFile(BytesIO(deck(name))) as archive:
        assert not [name for name in archive.namelist() if name.endswith((".jpeg", ".jpg", ".png"))]


def test_letters_are_large_enough_and_slides_are_not_crowded(slides):
    for one in slides:
        assert len(one.boxes) <= 40
        for shape in one.every:
            is_foot = shape.is_placeholder and shape.placeholder_format.type in (13, 15)
            sizes = [int(each.get("sz")) for each in shape._element.iter(qn("a:rPr"))]
            is_small = is_foot or (one is slides[-1] and one.tables)  # of sources
            assert min(sizes, default=1200) >= (1000 if is_small else 1200), about(shape)
        for table in one.tables:
            assert len(table.table.rows) <= 9


def test_numbers_of_shapes_are_not_used_twice(slides):
    for one in slides:
        numbers = [int(each.get("id")) for each in one.slide._element.iter(qn("p:cNvPr"))]
        assert len(numbers) == len(set(numbers))


def test_all_lengths_are_whole(slides):
    for one in slides:
        for tag, names in (("a:off", "xy"), ("a:ext", ("cx", "cy")), ("a:gridCol", "w")):
            for each in one.slide._element.iter(qn(tag)):
                assert all(each.get(name).isdigit() for name in names)


@pytest.mark.parametrize("name", [*REGIONS, "crowd"])
def test_the_same_graph_gives_the_same_bytes(name):
    assert written(build(GRAPHS[name]())) == deck(name)


@pytest.mark.parametrize("goals", [8, 9, 12])
def test_as_many_rows_are_shown_as_the_caption_says(goals):
    rows = [{"id": f"g{n}", "kind": "Goal", "name": f"{n} {graphs.LONG}"} for n in range(goals)]
    data = written(build(PlanGraph.from_tables(rows)))
    (one,) = (one for one in map(read, opened(data).slides) if one.tables)
    (table,) = one.tables
    assert len(table.table.rows) - 1 == 6
    said = f"Viser 6 av {goals}; de andre står i notatene."
    assert said in [box.text_frame.text for box in one.boxes]


@pytest.mark.parametrize("name", REGIONS)
def test_words_keep_clear_of_rounded_corners(name):
    for one in slides_of(name):
        for shape in one.boxes:
            outline = shape._element.spPr.find(qn("a:prstGeom")).get("prst")
            if outline in ("roundRect", "flowChartAlternateProcess"):
                # A sixth of the lesser side is the radius; words keep 1 - 1/sqrt(2) of it away.
                corner = min(shape.width, shape.height) / 6 * (1 - 0.5**0.5)
                frame = shape.text_frame
                room = shape.width - frame.margin_left - frame.margin_right - 2 * corner
                high = _words(frame, room / POINT) + frame.margin_top + frame.margin_bottom
                assert high + 2 * corner <= shape.height + 4 * POINT, about(shape)


def test_no_box_hides_the_name_of_its_lane():
    lanes = [
        (band, box)
        for one in slides_of("across borders")
        for band in one.boxes
        for box in one.boxes
        if box.shape_id != band.shape_id and place(band).holds(place(box))
    ]
    assert lanes
    for band, box in lanes:
        assert band.left + band.width - band.text_frame.margin_right <= box.left


def test_the_legend_is_one_group(slides):
    for one in slides:
        groups = [shape for shape in one.solid if shape.shape_type == MSO_SHAPE_TYPE.GROUP]
        assert len(groups) <= 1


def test_words_from_the_right_are_set_from_the_right():
    said = [
        paragraph
        for one in slides_of("from the right")
        for shape in one.boxes
        for paragraph in shape.text_frame.paragraphs
        if paragraph.text.startswith(("النمو", "שיתוף"))
    ]
    assert said
    assert all(paragraph._p.pPr.get("rtl") == "1" for paragraph in said)


def test_a_name_of_300_letters_is_whole_for_who_does_not_see():
    told = [about(shape) for one in slides_of("long names") for shape in one.boxes]
    assert any(("G" + graphs.LONG[:299]).strip() in words for words in told)
