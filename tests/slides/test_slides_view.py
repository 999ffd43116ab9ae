"""A view of the map as a slide: native, glued, readable; what has no room is folded, and said."""

from __future__ import annotations

from functools import cache

import pytest

from graphtool.graph import PlanGraph
from graphtool.maps import Settings, excerpt
from graphtool.maps.build import build
from graphtool.slides.build import Shown, of_map
from graphtool.slides.writing.file import written
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


def test_lines_lie_behind_the_boxes_that_they_may_cross():
    [slide] = slides_of("crowd")
    tags = [each.tag.split("}")[1] for each in slide.slide.shapes._spTree]
    assert "cxnSp" in tags
    assert tags.index("cxnSp") < len(tags) - 1 - tags[::-1].index("sp")


def test_boxes_that_have_no_room_even_in_columns_stand_in_rows():
    assert graphs.LONG
    [slide] = slides_of("long names")
    assert len(slide.boxes) > 5
