"""A deck about one municipality: counted among what concerns it, told of nobody else."""

from __future__ import annotations

import pytest

from graphtool.errors import GraphtoolError
from graphtool.graph import PlanGraph
from graphtool.maps import Settings
from graphtool.slides.build import build
from graphtool.slides.deck import Cover, Deck, Drawing, Points, Table
from graphtool.slides.part import Part
from graphtool.slides.writing.file import written
from tests.drawing import drawn
from tests.slides.reading import opened, read


def valley() -> PlanGraph:
    """Nes answers for one of its two goals; Vik, with which it has a course, for none of its own.

    Ås has a goal of its own. Nes waits for what Vik owns.
    """
    return drawn(
        """
        Municipality Nes
        Municipality Vik
        Municipality Ås
        Project kurs
        Project fond
        Nes PARTICIPATES_IN kurs
        Vik PARTICIPATES_IN kurs
        Vik PARTICIPATES_IN fond
        Ås PARTICIPATES_IN fond
        Plan n
        Plan v
        Plan å
        Nes ADOPTED n
        Vik ADOPTED v
        Ås ADOPTED å
        Goal svart
        Goal uten
        Goal vest
        Goal øst
        svart PART_OF n
        uten PART_OF n
        vest PART_OF v
        øst PART_OF å
        Nes RESPONSIBLE_FOR svart
        Measure vei
        vei PART_OF vest
        Vik OWNS vei
        Measure buss
        buss PART_OF svart
        buss DEPENDS_ON vei
        Nes OWNS buss
        """
    )


def of(*places: str, **options: object) -> Deck:
    return build(valley(), municipalities=places, **options)


def titles(deck: Deck) -> list[str]:
    return [slide.title for slide in deck.slides]


def test_goals_are_counted_among_those_that_concern_it():
    assert "3 av 4 mål står uten noen som svarer for dem" in titles(build(valley()))
    assert "Ett av 2 mål står uten noen som svarer for det" in titles(of("Nes"))
    assert "Det eneste målet står uten noen som svarer for det" in titles(of("Ås"))


def test_a_region_of_two_is_counted_as_both():
    assert "2 av 3 mål står uten noen som svarer for dem" in titles(of("Nes", "Vik"))


def test_whom_it_is_together_with_is_kept_though_the_filter_has_none_of_their_own():
    deck = of("Nes")
    slide = next(slide for slide in deck.slides if "sammen med" in slide.title)
    assert slide.title == "Nes er sammen med én annen part om én ting"
    assert isinstance(slide.body, Drawing)
    labels = [box.label for box in slide.body.boxes]
    assert {"Nes", "Vik"} <= set(labels)
    assert not any("fond" in label for label in labels)


def test_what_two_share_with_nobody_else_is_not_counted_as_shared_with_others():
    """Nes and Vik have the course between themselves, and Vik the fund with Ås."""
    assert "Nes og Vik er sammen med én annen part om én ting" in titles(of("Nes", "Vik"))
    alone = drawn(
        "Municipality a\nMunicipality b\nProject k\na PARTICIPATES_IN k\nb PARTICIPATES_IN k"
    )
    deck = build(alone, municipalities=["a", "b"])
    assert "Ingen andre er med i det som a og b har sammen: én ting" in titles(deck)


def test_only_dependencies_of_it_and_on_it_are_told():
    """Nes depends on Vik: both have it, and Ås has none, of which nothing is said."""
    sentence = "Nes er avhengig av Vik"
    assert any(title.startswith(sentence) for title in titles(of("Nes")))
    assert any(title.startswith(sentence) for title in titles(of("Vik")))
    assert not any("avhengig" in title for title in titles(of("Ås")))


def test_every_slide_says_whose_it_is_and_what_is_left_out():
    deck = of("Ås")
    assert deck.title == "Ås" or deck.title.endswith("– Ås")
    # Ås, the fund, its plan and its goal stay; so does Vik, with whom it shares the fund.
    assert deck.footer.endswith("bare det som angår Ås: 9 av 14 noder er utelatt")
    cover, *rest = deck.slides
    assert isinstance(cover.body, Cover)
    assert "Bare det som angår Ås: 9 av 14 noder er utelatt" in cover.body.lines
    assert all(slide.caption.startswith("Bare det som angår Ås.") for slide in rest)
    assert any(isinstance(slide.body, Points) for slide in rest)
    _, *written_ = [read(slide) for slide in opened(written(deck)).slides]
    for slide in written_:
        texts = [shape.text_frame.text for shape in slide.every if shape.has_text_frame]
        assert any(text.startswith("Bare det som angår Ås.") for text in texts)


def test_what_is_shown_as_the_other_end_of_a_tie_is_not_said_to_be_left_out():
    """Nes, its course, plan, goals and bus concern it; Vik and its road are tied to that."""
    said = "bare det som angår Nes: {n} av 14 noder er utelatt"
    assert of("Nes").footer.endswith(said.format(n=6))
    assert of("Nes", queries=["orphaned-goals"]).footer.endswith(said.format(n=8))
    assert of("Nes", queries=["participations"]).footer.endswith(said.format(n=7))


def test_a_query_has_the_rows_that_are_about_it():
    [slide] = of("Nes", queries=["orphaned-goals"]).slides
    assert isinstance(slide.body, Table)
    assert [row[0] for row in slide.body.rows] == ["uten"]


def test_what_is_counted_in_all_is_no_title_of_a_part_and_is_told_as_such():
    """Three of four goals have nobody; of these one is of Nes."""
    [slide] = of("Nes", queries=["orphaned-goals"]).slides
    assert not any(sign.isdecimal() for sign in slide.title)
    at = slide.notes.index("Regnet for hele grafen, med det som er utelatt her:")
    assert slide.notes[at + 1].startswith("3 av 4 mål")


def test_rows_whose_first_column_is_no_node_are_of_the_party_beside_it():
    [slide] = of("Nes", queries=["centralities"]).slides
    assert isinstance(slide.body, Table)
    assert {"Nes"} < {cell for row in slide.body.rows for cell in row}
    assert not {"Vik", "Ås"} & {cell for row in slide.body.rows for cell in row}


def test_a_query_about_everybody_together_has_no_rows_of_one():
    with pytest.raises(GraphtoolError, match="cohesion has no rows about Nes"):
        of("Nes", queries=["cohesion"])


def test_what_is_no_place_is_refused_and_a_name_without_a_node_too():
    with pytest.raises(GraphtoolError, match="is no municipality or region"):
        of("kurs")
    with pytest.raises(GraphtoolError, match="does not exist"):
        of("Nesset")


def test_of_a_region_its_municipalities_are_meant_and_of_none_everything():
    graph = drawn(
        "Region r\nMunicipality a\nMunicipality b\nMunicipality c\na PART_OF r\nb PART_OF r"
    )
    found = Part.found(graph, ["r"])
    assert found
    assert found.municipalities == {"a", "b"}
    assert Part.found(graph, []) is None


def test_a_view_and_a_step_are_narrowed_as_the_map_is(tmp_path):
    from graphtool import slides

    path = tmp_path / "d.pptx"
    settings = Settings(views=("ownership",), municipalities=("Nes",))
    made = slides.write_map(valley(), path, settings)
    [slide] = made.deck.slides
    assert slide.title.endswith("– Nes – Ansvar")
    assert slide.caption.startswith("Bare det som angår Nes: ")
