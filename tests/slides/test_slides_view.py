"""A view of the map as a slide: native, glued, readable; what has no room is folded, and said."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn

from graphtool.graph import PlanGraph
from graphtool.maps import Settings, excerpt
from graphtool.maps.build import build
from graphtool.maps.story.steps import State
from graphtool.slides import letters, words
from graphtool.slides.build import Shown, of_map
from graphtool.slides.chapters.alike import gathered
from graphtool.slides.chapters.boxes import between, things
from graphtool.slides.sheet import POINT
from graphtool.slides.writing.file import written
from tests.drawing import drawn
from tests.slides import graphs
from tests.slides import test_slides_structure as structure
from tests.slides.conftest import GRAPHS
from tests.slides.reading import Read, opened, read

PLAIN = ("one goal", "long names", "chain of forty", "from the right", "crowd", "kongsbergregionen")


@cache
def slides_of(name: str) -> tuple[Read, ...]:
    made = build(GRAPHS[name](), Settings(is_single=True, told=()))
    deck = of_map(made, [Shown(excerpt.whole(scene)) for scene in made.scenes])
    return tuple(read(slide) for slide in opened(written(deck)).slides)


@pytest.mark.combined
@pytest.mark.parametrize("name", PLAIN)
@pytest.mark.parametrize(
    "holds",
    [
        structure.test_every_line_is_glued_to_two_shapes_and_ends_at_their_sites,
        structure.test_nothing_lies_outside_its_slide_and_nothing_overlaps,
        structure.test_no_words_are_larger_than_what_they_stand_in,
        structure.test_all_is_told_to_who_does_not_see_and_noted_for_who_speaks,
        structure.test_letters_are_large_enough_and_slides_are_not_crowded,
        structure.test_numbers_of_shapes_are_not_used_twice,
    ],
)
def test_a_slide_of_a_view_is_as_every_slide(name, holds):
    holds(list(slides_of(name)))


@pytest.mark.combined
@pytest.mark.parametrize("name", PLAIN)
def test_every_node_is_a_box_or_in_the_notes(name):
    made = build(GRAPHS[name](), Settings(is_single=True, told=()))
    slide, *_ = of_map(made, [Shown(excerpt.whole(made.scenes[0]))]).slides
    told = (box.about.split(": ", 1)[-1] for box in slide.body.boxes)
    boxes = {about.removesuffix(" er foldet sammen på kartet") for about in told}
    for symbol in made.scenes[0].symbols:
        assert symbol.words.nb in boxes or symbol.words.nb in slide.notes


def test_what_is_folded_is_counted_in_its_box():
    """A plan with more goals than a slide has room for."""
    nodes = [{"id": "p", "kind": "Plan", "name": "Plan"}]
    nodes += [{"id": f"g{n:02}", "kind": "Goal", "name": f"Mål nummer {n}"} for n in range(45)]
    edges = [{"source": f"g{n:02}", "relation": "PART_OF", "target": "p"} for n in range(45)]
    made = build(PlanGraph.from_tables(nodes, edges), Settings(views=("goals",), told=()))
    [slide] = of_map(made, [Shown(excerpt.whole(made.scenes[0]))]).slides
    drawn = len(slide.body.boxes)
    assert drawn <= 32
    assert f"Plan +{46 - drawn}" in {box.label for box in slide.body.boxes}
    assert f"Viser {drawn} av 46 noder. {46 - drawn} til er talt med" in slide.caption
    assert "I boksen «Plan»:" in slide.notes


def test_the_legend_of_a_part_has_the_signs_of_that_part():
    """Who answers for what in three parts: only the first has what is planned or wished."""
    made = build(GRAPHS["kristiansandsregionen"](), Settings(views=("ownership",), is_single=True))
    written_ = written(of_map(made, [Shown(excerpt.whole(made.scenes[0]))]))
    parts = [read(slide) for slide in opened(written_).slides]
    looks = []
    for part in parts:
        dashes = {
            line._element.find(".//" + qn("a:prstDash")) is not None for line in part.connectors
        }
        [legend] = [shape for shape in part.solid if shape.shape_type == MSO_SHAPE_TYPE.GROUP]
        said = {shape.text_frame.text for shape in legend.shapes if shape.has_text_frame}
        assert (words.FIRM.nb in said, words.LOOSE.nb in said) == (False in dashes, True in dashes)
        looks.append(dashes)
    assert looks[-1] == {False}
    assert {False, True} in looks


def test_lines_lie_behind_the_boxes_that_they_may_cross():
    slide, *_ = slides_of("crowd")
    tags = [each.tag.split("}")[1] for each in slide.slide.shapes._spTree]
    assert "cxnSp" in tags
    assert tags.index("cxnSp") < len(tags) - 1 - tags[::-1].index("sp")


def test_boxes_that_have_no_room_even_in_columns_stand_in_rows():
    assert graphs.LONG
    slide, *_ = slides_of("long names")
    assert len(slide.boxes) > 5


def test_a_map_that_is_too_much_for_a_slide_stands_in_its_boxes():
    """Each box of the map says what it holds; a line between two, what it stands for."""
    made = build(GRAPHS["kristiansandsregionen"](), Settings(views=("overview",), told=()))
    scene = made.scenes[0]
    slide, *_ = of_map(made, [Shown(excerpt.whole(scene))]).slides
    boxes = {box.label: box.holds for box in slide.body.boxes}
    assert len(boxes) == len(scene.hulls)
    names = "Birkenes, Iveland, Kristiansand, Lillesand, Søgne, Songdalen og Vennesla"
    assert f"7\u00a0kommuner: {names}" in boxes["Kristiansandsregionen"]
    assert boxes["Byregionprogrammet"] == (
        "2\u00a0programmer, 1\u00a0prosjekt, 7\u00a0mål og 4\u00a0effekter",
        "uten ansvarlig: 5\u00a0mål",
    )
    assert boxes["12\u00a0aktører"] == ()
    assert slide.caption.startswith("Viser 94 av 94 noder. De står i 9 bokser.")
    pairs = {frozenset(tie[:2]) for tie in slide.body.ties}
    assert len(pairs) == len(slide.body.ties) == len(scene.strands)
    said = [note for note in slide.notes if note.startswith("Birkenes deltar i")]
    assert said == ["Birkenes deltar i Byregionprogrammet"]


SHIRES = """
    Municipality Nes · Municipality Ås · Municipality Å · Municipality Vik
    Actor rådet · Actor havna · Plan plan · Programme program
    Nes MEMBER_OF rådet · Ås MEMBER_OF rådet · Å MEMBER_OF rådet
    Nes ADOPTED plan · Ås ADOPTED plan · Å ADOPTED plan
    Nes PARTICIPATES_IN program · Ås PARTICIPATES_IN program · Å PARTICIPATES_IN program
    Nes OWNS havna · Vik ADOPTED plan
"""
"""Three that share a council, a plan and a programme, one of them a port too; and Vik, a plan."""


def test_parties_that_have_much_the_same_to_do_with_others_are_one_box():
    made = build(drawn(SHIRES.replace(" · ", "\n")), Settings(views=("chain",), told=()))
    there = excerpt.whole(made.scenes[0])
    found, lines = gathered(things(there, "nb"), between(there, "nb"), "nb")
    names = {thing.id: thing.name for thing in found}
    assert sorted(names.values()) == [
        "3\u00a0kommuner: Nes, Å og Ås",
        "Vik",
        "havna",
        "plan",
        "program",
        "rådet",
    ]
    assert {frozenset(names[end] for end in line.ends): line.weight for line in lines} == {
        frozenset(["3\u00a0kommuner: Nes, Å og Ås", "rådet"]): 3,
        frozenset(["3\u00a0kommuner: Nes, Å og Ås", "plan"]): 3,
        frozenset(["3\u00a0kommuner: Nes, Å og Ås", "program"]): 3,
        frozenset(["3\u00a0kommuner: Nes, Å og Ås", "havna"]): 1,
        frozenset(["Vik", "plan"]): 1,
    }


@pytest.mark.parametrize("name", ["kongsbergregionen", "kristiansandsregionen"])
def test_no_word_of_a_box_is_broken(name):
    """Not even Kongsbergregionsamarbeidet, by another program than PowerPoint."""
    for slide in slides_of(name):
        for shape in slide.boxes:
            frame = shape.text_frame
            room = (shape.width - frame.margin_left - frame.margin_right) / POINT
            for said in frame.paragraphs:
                for run in said.runs:
                    size, bold = run.font.size.pt, bool(run.font.bold)
                    assert letters.widest(run.text, size, bold=bold) <= room, run.text


@pytest.mark.parametrize("view", ["chain", "goals", "ownership"])
def test_boxes_stand_under_the_headings_of_the_map(view):
    made = build(GRAPHS["kongsbergregionen"](), Settings(views=(view,), told=()))
    deck = of_map(made, [Shown(excerpt.whole(made.scenes[0]))])
    slide, page = deck.slides[0], read(opened(written(deck)).slides[0])
    shapes = {shape.text_frame.text: shape for shape in page.boxes}
    middles = [
        (box.column, shapes[box.label].left + shapes[box.label].width / 2)
        for box in slide.body.boxes
        if box.label in shapes
    ]
    assert len(middles) > 8
    columns = sorted({column for column, _ in middles})
    ends = [
        (min(x for at, x in middles if at == column), max(x for at, x in middles if at == column))
        for column in columns
    ]
    assert all(left[1] < right[0] for left, right in pairwise(ends))
    assert {slide.body.headings[column] for column in columns} <= set(shapes)


def test_municipalities_lie_on_the_slide_as_they_lie_in_the_land():
    """Tinn in the west and Kongsberg in the south-east, not in a column under the map's credit."""
    made = build(GRAPHS["kongsbergregionen"](), Settings(views=("municipalities",), told=()))
    deck = of_map(made, [Shown(excerpt.whole(made.scenes[0]))])
    assert deck.slides[0].body.headings == ()
    page = read(opened(written(deck)).slides[0])
    at = {shape.text_frame.text: (shape.left, shape.top) for shape in page.boxes}
    assert at["Tinn"][0] < at["Rollag"][0] < at["Kongsberg"][0]
    assert at["Nore og Uvdal"][1] < at["Rollag"][1] < at["Kongsberg"][1]


@pytest.mark.parametrize("view", ["municipalities", "collaboration"])
def test_what_lines_between_municipalities_mean_and_rest_on_is_said(view):
    """That two share an activity is worked out: its sources say that each takes part."""
    made = build(GRAPHS["kristiansandsregionen"](), Settings(views=(view,), told=()))
    deck = of_map(made, [Shown(excerpt.whole(made.scenes[0]))])
    slide = deck.slides[0]
    assert ("firm", "deler aktivitet med") in slide.body.legend
    assert deck.footer.startswith("Kilder: ")
    assert "Det kildene sier:" in slide.notes


def test_the_notes_of_a_step_are_of_what_it_points_at_and_of_nothing_else():
    graph = drawn("""
        Actor nett name=Nettet subkind=network
        Plan p name=Plan
        Goal g name=Bo
        Municipality v name=Vennesla
        nett OWNS p document=plan line=14 quote="skal eie planen"
        v MEMBER_OF nett document=plan line=7 quote="er med"
        g PART_OF p document=plan line=9 quote="er et mål"
    """)
    made = build(graph, Settings(views=("overview",), is_single=True, told=()))
    (scene,) = made.scenes

    def notes(state: State) -> list[str]:
        shown = Shown(excerpt.excerpt(scene, state, ()), title="Steget")
        slide, *_ = of_map(made, [shown]).slides
        return [note.split(": ")[1] for note in slide.notes if "linje" in note]

    assert notes(State(edge=("nett", "p", "OWNS"))) == ["«skal eie planen»"]
    assert notes(State(node="g")) == ["«er et mål»"]
    assert len(notes(State())) == 3
