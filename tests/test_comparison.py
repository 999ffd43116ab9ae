"""What changed between two datasets or two days, worked out by hand."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import given, settings

from graphtool import PlanGraph, answers
from graphtool.comparison import compare
from graphtool.maps.redact import Redaction
from tests.drawing import drawn
from tests.strategies import EXAMPLES, plan_graphs

OLD = """
    Municipality tinn name=Tinn
    Municipality hjartdal name=Hjartdal
    Plan naering name=Næringsplan
    Plan klima name=Klimaplan
    Goal vekst name=Vekst
    Goal ro name=Ro
    Measure buss name=Buss valid_from=2018
    vekst PART_OF naering
    ro PART_OF naering
    tinn OWNS vekst document=plan line=3 quote="Tinn eier"
    hjartdal COLLABORATES_WITH tinn
"""
NEW = """
    Municipality tinn name=Tinn
    Municipality hjartdal name=Hjartdal
    Plan naering name=Næringsplan
    Plan klima name=Klimaplan
    Goal vekst name="Grønn vekst"
    Goal tid name=Tid
    Measure buss name=Buss valid_from=2020
    vekst PART_OF klima document=ny line=9 quote="Vekst hører til klima"
    tid PART_OF klima
    hjartdal RESPONSIBLE_FOR vekst modality=planned document=ny line=12
    hjartdal OWNS buss
    hjartdal SUPPORTS klima
"""


def graphs() -> tuple[PlanGraph, PlanGraph]:
    return drawn(OLD, name="i fjor"), drawn(NEW, name="i år")


def told(old: PlanGraph, new: PlanGraph, **days: Any) -> list[tuple[Any, ...]]:
    columns = ("change", "name", "what", "before", "after")
    rows = compare(old, new, **days).answer.records()
    return [tuple(row[name] for name in columns) for row in rows]


def test_what_became_of_each_thing_is_a_row() -> None:
    assert told(*graphs()) == [
        ("added", "Tid", None, None, "Klimaplan"),
        ("gone", "Ro", None, "Næringsplan", None),
        ("moved", "Grønn vekst", "PART_OF", "Næringsplan", "Klimaplan"),
        ("owner", "Grønn vekst", None, "Tinn", "Hjartdal"),
        ("owner", "Buss", None, "none", "Hjartdal"),
        ("worse", "Grønn vekst", None, "owned", "planned"),
        ("better", "Buss", None, "none", "owned"),
        ("renamed", "Grønn vekst", "label", "Vekst", "Grønn vekst"),
        ("changed", "Buss", "valid_from", "2018", "2020"),
        ("tied", "Hjartdal", "SUPPORTS", None, "Klimaplan"),
        ("untied", "Hjartdal", "COLLABORATES_WITH", "Tinn", None),
    ]


def test_it_is_said_in_sentences_the_gravest_first() -> None:
    assert [found.text.nb for found in compare(*graphs()).findings] == [
        "Fra i fjor til i år: 11 endringer.",
        "Nytt: 1 mål («Tid»).",
        "Borte: 1 mål («Ro»).",
        "Flyttet: «Grønn vekst» fra «Næringsplan» til «Klimaplan».",
        "Hvem som svarer, er endret for: «Grønn vekst» (før: Tinn, nå: Hjartdal);"
        " «Buss» (før: ingen, nå: Hjartdal).",
        "Dårligere svart for enn før: «Grønn vekst» (før: har ansvarlig, nå: bare planlagt).",
        "Bedre svart for enn før: «Buss» (før: ingen, nå: har ansvarlig).",
        "Nytt navn: «Vekst» heter nå «Grønn vekst».",
        "Kildene sier noe annet om: «Buss».",
        "Andre sammenhenger mellom det som er i begge: 1 ny, 1 borte.",
    ]


def test_what_only_joins_something_or_only_leaves_it_did_not_move_from_nothing() -> None:
    nodes = "Plan a name=A\nPlan b name=B\nGoal g name=Vekst\ng PART_OF a\n"
    one, both = drawn(nodes), drawn(nodes + "g PART_OF b")
    told = [compare(*pair).findings[1].text.nb for pair in ((one, both), (both, one))]
    assert told == [
        "Flyttet: «Vekst» er nå del av «B».",
        "Flyttet: «Vekst» er ikke lenger del av «B».",
    ]


def test_a_change_leads_to_the_sentence_that_says_it() -> None:
    rows = {row["change"]: row for row in compare(*graphs()).answer.records()}
    evidence = [(rows[c]["document"], rows[c]["line"], rows[c]["quote"]) for c in ("moved", "tied")]
    assert evidence == [("ny", 9, "Vekst hører til klima"), (None, None, None)]


def test_two_days_of_one_dataset_are_compared_and_what_has_no_date_is_told() -> None:
    graph = drawn("""
        Municipality tinn name=Tinn
        Municipality hjartdal name=Hjartdal
        Goal vekst name=Vekst
        Goal vern name=Vern valid_from=2018
        tinn OWNS vekst valid_to=2016
        hjartdal OWNS vekst valid_from=2017
        tinn OWNS vern
    """)
    found = compare(graph, graph, from_="2015", to="2020")
    assert [one.text.en for one in found.findings] == [
        "From 2015 to 2020: 2 changes.",
        "New: 1 goal (“Vern”).",
        "Who answers has changed for: “Vekst” (before: Tinn, now: Hjartdal).",
    ]
    assert any(note.nb.startswith("Per 2020: ") for note in found.answer.notes)


def test_what_both_were_in_before_a_merger_is_not_said_anew_of_the_one_that_is_left() -> None:
    graph = drawn("""
        Municipality k name=Kristiansand
        Municipality s name=Søgne
        Actor nett name=Nettet subkind=network
        Actor laget name=Laget subkind=association
        k MEMBER_OF nett document=plan line=7 quote="alle kommunene"
        s MEMBER_OF nett document=plan line=8 quote="og Søgne"
        s MEMBER_OF laget
        s SUCCEEDED_BY k valid_from=2020
    """)
    # Kristiansand is in the network as it was; in the association it is instead of Søgne.
    assert told(graph, graph, from_="2019", to="2020") == [
        ("gone", "Søgne", None, None, None),
        ("tied", "Kristiansand", "MEMBER_OF", None, "Laget"),
    ]


def test_two_datasets_that_share_nothing_are_said_to() -> None:
    old, new = drawn("Goal g name=Vekst", name="Nord"), drawn("Goal h name=Vern", name="Sør")
    assert compare(old, new).answer.notes[0].nn.startswith("Dei to datasetta har ingen id felles")
    assert "share no id" not in compare(old, old).answer.notes[0].en


def test_between_a_graph_and_itself_nothing_changed() -> None:
    found = compare(drawn(OLD, name="a"), drawn(OLD, name="b"))
    assert found.answer.records() == []
    assert [one.text.nn for one in found.findings] == ["Frå a til b er ingenting endra."]


def test_an_empty_graph_has_lost_or_gained_all() -> None:
    empty, full = drawn(""), drawn("Goal g name=Vekst")
    assert [row[0] for row in told(empty, full)] == ["added"]
    assert [row[0] for row in told(full, empty)] == ["gone"]


def test_names_are_told_in_each_language_in_sentences_and_tables() -> None:
    nodes = """
        Municipality karasjok name=Kárášjohka name_nb=Karasjok name_nn=Karasjok name_en=Karasjok
        Municipality tinn name=Tinn
        Goal g name=Vekst name_en=Growth
        Goal ro name=Ro name_nn=Fred
    """
    old, new = drawn(nodes + "tinn OWNS g"), drawn(nodes + "karasjok OWNS g")
    found = compare(old, new)
    assert found.findings[1].text.nb.endswith("«Vekst» (før: Tinn, nå: Karasjok).")
    assert found.findings[1].text.en.endswith("“Growth” (before: Tinn, now: Karasjok).")
    english, nynorsk = (answers.shown(found.answer, lang).rows for lang in ("en", "nn"))
    assert english == [["who answers", "goal", "Growth", "Tinn", "Karasjok"]]
    assert nynorsk == [["kven som svarer", "mål", "Vekst", "Tinn", "Karasjok"]]
    # Programs read the name that the data give it.
    assert [row["after"] for row in found.answer.records()] == ["Kárášjohka"]


def test_of_what_was_renamed_the_name_that_changed_is_told() -> None:
    found = compare(
        drawn("Goal g name=Vekst name_en=Growth"), drawn("Goal g name=Trivsel name_en=Growth")
    )
    assert found.findings[1].text.en == "Renamed: “Vekst” is now “Trivsel”."


def test_names_of_ends_and_words_of_ours_are_told_in_the_language() -> None:
    nodes = "Actor a name=Sámediggi name_nb=Sametinget\nMeasure m name=Veg\n"
    old, new = (drawn(f"{nodes} m DEPENDS_ON a status={said}") for said in ("pending", "met"))
    (row,) = answers.shown(compare(old, new).answer, "nb").rows
    assert row[2:] == ["Veg – Sametinget", "avhenger av; status", "gjenstår", "oppfylt"]


def test_people_can_be_left_out_of_all_of_it() -> None:
    nodes = """
        Actor kari-nordmann name="Kari Nordmann" subkind=person
        Actor ola name=Ola subkind=person
        Municipality tinn name=Tinn
        Goal g name="Kari Nordmanns plan"
    """
    old, new = drawn(nodes + "ola OWNS g"), drawn(nodes + "kari-nordmann OWNS g\ntinn SUPPORTS g")
    found = compare(old, new, hidden=Redaction([old, new], "nb"))
    said = f"{found.answer.records()} {[one.text for one in found.findings]}"
    assert not re.search("nordmann|ola", said, re.IGNORECASE)
    assert "«[navn utelatt]s plan» (før: [navn utelatt], nå: [navn utelatt])" in said
    assert [one.nodes for one in found.findings[1:]] == [("g",), ("tinn",)]


@settings(EXAMPLES, max_examples=10)
@given(plan_graphs(), plan_graphs())
def test_what_is_new_one_way_is_gone_the_other_way(one: PlanGraph, other: PlanGraph) -> None:
    opposite = {"added": "gone", "worse": "better", "tied": "untied"}
    opposite |= {other: one for one, other in opposite.items()}

    def changes(old: PlanGraph, new: PlanGraph) -> list[tuple[str, str, str]]:
        rows = compare(old, new).answer.records()
        return [(row["node"], row["change"], row["what"] or "") for row in rows]

    there, back = changes(one, other), changes(other, one)
    assert sorted(there) == sorted((n, opposite.get(c, c), what) for n, c, what in back)


def test_a_sheet_saved_under_another_name_says_the_same() -> None:
    def plan(name: str, more: str = "") -> PlanGraph:
        where = f"document={name} line=2 quote=Vekst"
        text = f"Municipality a\nGoal g {where}\na OWNS g {where} {more}"
        return drawn(text, documents=[{"id": name, "file": name}, {"id": "klass"}])

    assert told(plan("plan-2025.xlsx"), plan("plan-2026.xlsx")) == []
    later = plan("plan-2026.xlsx", "modality=planned")
    assert [row[:3] for row in told(plan("plan-2025.xlsx"), later)] == [
        ("worse", "g", None),
        ("changed", "a – g", "OWNS; modality"),
    ]
