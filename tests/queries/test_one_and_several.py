"""What is said of one thing, of two, and of nothing: no sentence speaks of "1 goals"."""

from __future__ import annotations

import re

import pytest

from graphtool import engine, queries, schema
from graphtool.errors import GraphtoolError
from graphtool.findings import findings
from graphtool.language import LANGUAGES
from graphtool.maps.texts import TEXTS
from graphtool.pictures import words
from tests.drawing import drawn, notes

SEVERAL = {
    "nb": "parter forbindelser personer påstander ringer kjeder noder sammenhenger dokumenter"
    " avhengigheter mulige grupper inndelinger aktiviteter",
    "nn": "partar personar påstandar ringar kjeder nodar samanhengar avhengnader moglege grupper"
    " inndelingar aktivitetar",
    "en": "parties ties pairs people assertions circles chains nodes edges documents"
    " relations dependencies groups others partitions steps activities",
}
"""Words that no single thing takes, beside the plurals of the vocabulary's kinds."""
SMALL = {
    "one goal": "Municipality v\nGoal g\nv OWNS g",
    "one goal of nobody, and a plan that may tell": """
        Goal g
        Plan felles subkind=strategy_plan
        Plan egen subkind=action_plan
        egen IMPLEMENTS felles
    """,
    "one measure": "Municipality v\nMeasure m\nv OWNS m modality=planned",
    "a pair": "Municipality a\nMunicipality b\na COLLABORATES_WITH b",
    "one alone": "Municipality a\nGoal g\na SUPPORTS g",
    "a path": """
        Municipality a
        Municipality b
        Municipality c
        Municipality d
        a COLLABORATES_WITH b
        b COLLABORATES_WITH c
        d SUPPORTS e
        Measure e
    """,
    "one dependency": "Measure m\nMeasure n\nm DEPENDS_ON n status=pending",
    "a circle": "Measure m\nMeasure n\nm DEPENDS_ON n\nn DEPENDS_ON m",
    "one person": "Municipality v\nActor kari subkind=person\nkari AFFILIATED_WITH v\nGoal g"
    "\nkari SUPPORTS g\nv SUPPORTS g",
}


def of_one(language: str) -> re.Pattern[str]:
    at = LANGUAGES.index(language)
    plurals = {kind.plural[at] for kind in schema.KINDS.values() if kind.plural != kind.label}
    plurals -= {kind.label[at] for kind in schema.KINDS.values()}
    words = "|".join(sorted({*plurals, *SEVERAL[language].split()}))
    return re.compile(rf"(?<![0-9.,])\b1 (?:andre |mindre |smaller |other )?(?:{words})\b")


@pytest.mark.combined
@pytest.mark.parametrize("graph", SMALL.values(), ids=SMALL)
def test_no_sentence_speaks_of_one_in_the_plural(graph):
    plan = drawn(graph)
    told = [found.text for found in findings(plan)]
    for name in queries.QUERIES:
        told += engine.run(name, plan).notes
    assert told
    for language in LANGUAGES:
        wrong = of_one(language)
        assert [text for text in told if wrong.search(getattr(text, language))] == []


def test_the_pattern_knows_a_wrong_sentence_when_it_sees_one():
    assert of_one("nb").search("1 parter, 0 forbindelser")
    assert of_one("nb").search("1 forbindelse av 1 mulige")
    assert not of_one("nb").search("1 av 2 parter, 1 part, 21 parter")
    assert of_one("en").search("1 goals")


@pytest.mark.parametrize(
    ("graph", "query", "language", "said"),
    [
        (
            "one goal",
            "orphaned-goals",
            "nn",
            "Det einaste målet har ein namngitt part som svarer for det.",
        ),
        (
            "one goal",
            "owners",
            "nb",
            "Det eneste målet, regnet etter det beste som sies: har ansvarlig.",
        ),
        (
            "one goal of nobody, and a plan that may tell",
            "orphaned-goals",
            "nb",
            "Det eneste målet har ingen navngitt part som svarer direkte for det, og heller ingen"
            " annen.\n"
            "Denne planen er nevnt, men ikke lest inn; den kan si hvem som svarer: «egen».",
        ),
        (
            "one measure",
            "orphaned-measures",
            "en",
            "The only measure has no named party that answers for it directly: planned.",
        ),
        (
            "a pair",
            "collaborations",
            "nb",
            "1 par blant 2 parter som samarbeider med noen, av 1 mulig.",
        ),
        (
            "one goal",
            "unsourced",
            "nb",
            "Den eneste påstanden mangler dokument, linje eller sitat.",
        ),
        ("a path", "cut-points", "nb", "Nettet ville dele seg om b sluttet, én av 4 parter."),
    ],
)
def test_what_is_said_of_one(graph, query, language, said):
    assert notes(query, drawn(SMALL[graph]), language) == said


def test_of_two_both_share_the_first_place():
    assert "Etter styrke og egenvektor deler begge førsteplassen: ingen vinner." in notes(
        "centrality", drawn(SMALL["a pair"])
    )


@pytest.mark.parametrize(
    ("query", "now", "then"),
    [
        ("goals-without-measures", "Ingen mål i dataene.", "Ingen mål er i kraft per 1950."),
        ("measures-without-goals", "Ingen tiltak i dataene.", "Ingen tiltak er i kraft per 1950."),
        ("unsourced", "Ingen påstander i dataene.", "Ingen påstander er i kraft per 1950."),
    ],
)
def test_none_of_nothing_is_no_good_news(query, now, then):
    graph = drawn("Municipality v")
    assert notes(query, graph) == now
    assert notes(query, graph, as_of="1950") == then


def test_goals_that_all_have_measures_are_counted_as_none_without():
    graph = drawn("Goal g\nMeasure m\nm PART_OF g")
    assert notes("goals-without-measures", graph) == "Mål uten tiltak: 0."


@pytest.mark.parametrize("steps", [0, -1, 1.5, "2", True, None])
def test_a_chain_is_a_whole_number_of_steps_long(steps):
    with pytest.raises(GraphtoolError, match="steps must be a whole number above 0, not"):
        engine.run("dependencies", drawn(SMALL["one dependency"]), steps=steps)


def test_a_note_names_the_first_plans_that_may_tell_and_counts_the_rest():
    plans = "\n".join(f"Plan p{n}\np{n} IMPLEMENTS felles" for n in range(7))
    said = notes("orphaned-goals", drawn(f"Goal g\nPlan felles\n{plans}"))
    assert said.endswith("de kan si hvem som svarer: «p0», «p1», «p2» og 4 til.")


def test_a_host_whom_no_source_names_is_marked_as_derived():
    said = notes(
        "municipal-dependencies",
        drawn("""
        Municipality v
        Municipality w
        Actor b subkind=department
        Actor c subkind=department
        Actor d subkind=department
        v HOSTS b modality=derived
        w HOSTS c
        v HOSTS d
    """),
    )
    assert "Vert: v for b (utledet) og d; w for c." in said


def test_every_word_of_the_page_that_counts_has_a_form_for_one():
    for language in LANGUAGES:
        wrong = of_one(language)
        for key, text in TEXTS.items():
            form = TEXTS.get(f"{key}_1", text)
            assert not wrong.search(getattr(form, language).replace("{n}", "1")), (key, language)


def test_what_is_hidden_in_a_picture_is_said_of_one_too():
    hidden = (words.COVERED, words.GATHERED, words.WAITING, words.WEAKER, words.WITHIN)
    for language in LANGUAGES:
        wrong = of_one(language)
        for one, _ in hidden:
            assert not wrong.search(getattr(one, language).format(n=1))
            assert "1 are" not in one.en.format(n=1)
