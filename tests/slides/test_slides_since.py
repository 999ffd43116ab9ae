"""What changed since another version: findings first, then each node and relation."""

from __future__ import annotations

from graphtool.graph import PlanGraph
from graphtool.language import same
from graphtool.slides.asked import Asked
from graphtool.slides.build import build
from graphtool.slides.chapters.since import Earlier, since
from graphtool.slides.deck import Points, Slide, Table

TINN = {"id": "tinn", "kind": "Municipality", "name": "Tinn"}
VEKST = {"id": "vekst", "kind": "Goal", "name": "Vekst"}
OWNS = {"source": "tinn", "relation": "OWNS", "target": "vekst"}
OLD = PlanGraph.from_tables([TINN, VEKST, {"id": "ro", "kind": "Goal", "name": "Ro"}])
NEW = PlanGraph.from_tables([TINN, {**VEKST, "name": "Mer vekst"}], [OWNS])


def told(new: PlanGraph, old: PlanGraph, *, hide: bool = False) -> list[Slide]:
    return since(Asked(new, "nb", hide_persons=hide), Earlier(old, same("2014")))


def rows(slides: list[Slide]) -> list[tuple[str, ...]]:
    """Of all tables, each row after the title of its slide."""
    tables = [(slide, slide.body) for slide in slides if isinstance(slide.body, Table)]
    return [(slide.title, *row) for slide, body in tables for row in body.rows]


def test_findings_that_are_new_or_over_are_told_first():
    first = told(NEW, OLD)[0]
    assert isinstance(first.body, Points)
    assert first.title.startswith("Siden 2014: ")
    said = {theme.heading: theme.sentences for theme in first.body.themes}
    over = said["Gjelder ikke lenger"]
    assert any("uten noen som svarer" in sentence for sentence in over)
    for sentence in over:
        assert sentence in first.notes


def test_each_part_that_changed_is_a_row():
    assert rows(told(NEW, OLD)) == [
        ("Én node eller sammenheng er ny siden 2014", "Tinn eier Mer vekst"),
        ("Én node eller sammenheng er borte siden 2014", "mål: Ro"),
        (
            "Én node eller sammenheng er endret siden 2014",
            "mål: Mer vekst",
            "navn: Vekst",
            "navn: Mer vekst",
        ),
    ]


def test_how_it_is_said_now_stands_beside_how_it_was():
    old = PlanGraph.from_tables([TINN, VEKST], [{**OWNS, "modality": "planned"}])
    new = PlanGraph.from_tables([TINN, VEKST], [OWNS])
    assert rows(told(new, old)) == [
        (
            "Én node eller sammenheng er endret siden 2014",
            "Tinn eier Vekst",
            "sagt som: planlagt",
            "sagt som: sagt som fakta",
        )
    ]


def test_where_nothing_changed_one_slide_says_so():
    [slide] = told(NEW, NEW)
    assert slide.title == "Ingenting er endret siden 2014"


def test_of_many_changes_the_rest_is_in_the_notes():
    nodes = [{"id": f"g{n}", "kind": "Goal", "name": f"Mål {n}"} for n in range(12)]
    slide = next(s for s in told(PlanGraph.from_tables(nodes), OLD) if isinstance(s.body, Table))
    assert slide.title == "12 noder og sammenhenger er nye siden 2014"
    assert len(slide.body.rows) == 8
    assert "mål: Mål 9" in slide.notes


def test_who_is_not_to_be_named_is_not_named():
    kari = {"id": "kari", "kind": "Actor", "subkind": "person", "name": "Kari Nordmann"}
    gone = PlanGraph.from_tables([TINN, VEKST, kari])
    deck = build(NEW, hide_persons=True, earlier=Earlier(gone, same("2014")))
    assert "Nordmann" not in str(deck)
    assert any("2014" in slide.title for slide in deck.slides)
