"""What changed since another version: sentences and rows of the comparison, then findings."""

from __future__ import annotations

from graphtool import answers
from graphtool.comparison import compare
from graphtool.graph import PlanGraph
from graphtool.slides.asked import Asked
from graphtool.slides.build import build
from graphtool.slides.chapters.since import since
from graphtool.slides.deck import Points, Slide, Table
from tests.drawing import drawn

OLD = drawn("Municipality tinn name=Tinn\nGoal vekst name=Vekst\nGoal ro name=Ro\n", name="i fjor")
NEW = drawn(
    """
    Municipality tinn name=Tinn
    Goal vekst name="Mer vekst"
    tinn OWNS vekst document=plan line=3 quote="Tinn eier veksten"
    """,
    name="i år",
)


def told(new: PlanGraph, old: PlanGraph, *, hide: bool = False) -> list[Slide]:
    return since(Asked(new, "nb", hide_persons=hide), compare(old, new))


def rows(slides: list[Slide]) -> list[tuple[str, ...]]:
    """Of all tables, each row after the title of its slide."""
    tables = [(slide, slide.body) for slide in slides if isinstance(slide.body, Table)]
    return [(slide.title, *row) for slide, body in tables for row in body.rows]


def sentences(slide: Slide) -> dict[str, tuple[str, ...]]:
    assert isinstance(slide.body, Points)
    return {theme.heading: theme.sentences for theme in slide.body.themes}


def test_the_sentences_of_the_comparison_are_told_first():
    first = told(NEW, OLD)[0]
    found = compare(OLD, NEW).findings
    assert first.title == "Fra i fjor til i år: 4 endringer"
    assert sentences(first) == {"Hva som er endret": tuple(one.text.nb for one in found[1:])}


def test_each_kind_of_change_is_a_table_under_its_sentence():
    assert rows(told(NEW, OLD)) == [
        ("Borte: 1 mål («Ro»)", "mål", "Ro"),
        (
            "Hvem som svarer, er endret for: «Mer vekst» (før: ingen, nå: Tinn)",
            "mål",
            "Mer vekst",
            "ingen",
            "Tinn",
            "plan:3",
        ),
        (
            "Bedre svart for enn før: «Mer vekst» (før: ingen, nå: har ansvarlig)",
            "mål",
            "Mer vekst",
            "ingen",
            "har ansvarlig",
        ),
        (
            "Nytt navn: «Vekst» heter nå «Mer vekst»",
            "mål",
            "Mer vekst",
            "navn",
            "Vekst",
            "Mer vekst",
        ),
    ]


def test_of_a_sentence_that_is_too_long_for_a_title_the_title_says_what_changed():
    names = "".join(
        f'Goal g{n} name="Et mål med et svært langt navn, nummer {n}"\n' for n in range(3)
    )
    towns = "Municipality tinn name=Tinn\nMunicipality nes name=Nes\n"
    old, new = (
        drawn(names + towns + "".join(f"{town} OWNS g{n}\n" for n in range(3)))
        for town in ("tinn", "nes")
    )
    _, owner = told(new, old)[:2]
    assert owner.title == "Hvem som svarer: 3 endringer"
    assert any("nummer 2» (før: Tinn, nå: Nes)" in note for note in owner.notes)


def test_every_row_of_the_comparison_is_in_the_tables():
    found = compare(OLD, NEW).answer
    names = [row[2] for row in rows(told(NEW, OLD))]
    assert names == [row["name"] for row in found.records()]
    assert len(answers.shown(found, "nb").rows) == len(names)


def test_what_a_source_says_of_a_change_is_in_the_notes():
    slide = next(one for one in told(NEW, OLD) if one.title.startswith("Hvem som svarer"))
    assert any("Tinn eier veksten" in note for note in slide.notes)


def test_findings_that_are_new_or_over_come_last():
    last = told(NEW, OLD)[-1]
    assert last.title.startswith("Fra i fjor til i år: ")
    over = sentences(last)["Gjelder ikke lenger"]
    assert any("uten noen som svarer" in sentence for sentence in over)
    assert set(over) <= set(last.notes)


def test_where_nothing_changed_one_slide_says_so_and_what_is_so_still():
    [slide] = told(
        drawn("Goal vekst name=Vekst", name="i dag"), drawn("Goal vekst name=Vekst", name="i går")
    )
    assert slide.title == "Fra i går til i dag er ingenting endret"
    assert sentences(slide).keys() == {"Gjelder fortsatt"}


def test_of_many_changes_the_rest_is_in_the_notes():
    goals = "\n".join(f'Goal g{n} name="Mål {n}"' for n in range(12))
    slide = next(s for s in told(drawn(goals), OLD) if isinstance(s.body, Table))
    assert slide.title == "Nytt: 12 mål («Mål 0», «Mål 1», «Mål 2» og 9 til)"
    assert len(slide.body.rows) == 8
    assert "mål – Mål 9" in slide.notes


def test_who_is_not_to_be_named_is_not_named():
    kari = 'Actor kari name="Kari Nordmann" subkind=person\n'
    gone = drawn(f"Municipality tinn name=Tinn\nGoal vekst name=Vekst\n{kari} kari OWNS vekst")
    deck = build(NEW, hide_persons=True, compared=compare(gone, NEW))
    assert "Nordmann" not in str(deck)
    assert any("nå: Tinn" in slide.title for slide in deck.slides)
