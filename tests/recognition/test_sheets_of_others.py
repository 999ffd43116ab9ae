"""Sheets as councils, networks, county governors and consultants keep them, and their tools."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graphtool import formats
from graphtool.formats import Reading
from tests.recognition.test_shapes import edges, facts, kept
from tests.recognition.test_sheets_of_the_office import left, named, read, said

pytestmark = pytest.mark.usefixtures("english")


def columns(reading: Reading) -> dict[str, str]:
    tables = [table for count in reading.intake for table in count.understood]
    return {heading: meant for table in tables for heading, meant in table.columns}


def test_the_items_of_a_board_of_monday_are_measures_of_their_groups(tmp_path: Path) -> None:
    head = ["Name", "Person", "Status", "Timeline - End"]
    rows: list[list[Any]] = [["Kysten 2026"], ["Skilting"], head, ["Kystled", "Mona Lie", "Stuck"]]
    rows += [[], ["Ferger"], head, ["Felles billett", "Jan Berg", "Done", "2026-09-30"]]
    graph = read(tmp_path, *rows).graph
    assert named(graph, "Measure") == ["Felles billett", "Kystled"]
    assert edges(graph, "RESPONSIBLE_FOR") == {
        "Kystled": ["Mona Lie"],
        "Felles billett": ["Jan Berg"],
    }
    assert facts(graph, "deadline") == {"Felles billett": "2026-09-30"}


def test_what_comes_before_a_task_is_what_it_depends_on(tmp_path: Path) -> None:
    rows = [["ID", "Task Name", "Finish", "Predecessors"], [1, "Kart", "1.2.2026", None]]
    reading = read(tmp_path, *rows, [2, "Brosjyre", "1.3.2026", 1], [3, "Trykk", None, 9])
    assert edges(reading.graph, "DEPENDS_ON") == {"Kart": ["Brosjyre"]}
    assert facts(reading.graph, "deadline") == {"Kart": "2026-02-01", "Brosjyre": "2026-03-01"}
    (line,) = said(reading)
    assert "'9' is no name or number that is known" in line


def test_tasks_of_lists_are_measures_of_those_they_are_assigned_to(tmp_path: Path) -> None:
    text = '"Tittel","Tilordnet til","Forfallsdato"\n"Bestille kart","Liv Berg","3.4.2026"\n'
    schema = 'ListSchema={"schemaXmlList":["<Field/>"]}\n'
    (tmp_path / "m.csv").write_text(f"{schema}{text}", encoding="utf-8-sig")
    graph = formats.read(tmp_path / "m.csv").graph
    assert edges(graph, "RESPONSIBLE_FOR") == {"Bestille kart": ["Liv Berg"]}


def test_what_a_consultant_recommends_are_measures_and_ratings_are_nothing(tmp_path: Path) -> None:
    rows = [["#", "Anbefaling", "Hvem må gjøre det", "Effekt (1–5)"]]
    rows += [
        [1, "Felles selskap", "Eidskog og Kongsvinger", 5],
        [2, "Én førstelinje", "Sør-Odal", 4],
    ]
    graph = read(tmp_path, *rows).graph
    assert named(graph, "Measure") == ["Felles selskap", "Én førstelinje"]
    assert edges(graph, "RESPONSIBLE_FOR")["Felles selskap"] == ["Eidskog", "Kongsvinger"]
    assert named(graph, "Effect") == []


def test_ratings_alone_are_no_things(tmp_path: Path) -> None:
    rows = [["Nr", "Tekst", "Kommune", "Effekt"], [1, "Felles selskap", "Tinn", 5]]
    assert named(read(tmp_path, *rows).graph, "Effect") == []


@pytest.mark.parametrize(
    "heading", ["Politisk ansvarlig", "Administrativt ansvarleg", "Main owner"]
)
def test_a_word_before_a_role_says_which_of_them(tmp_path: Path, heading: str) -> None:
    reading = read(
        tmp_path, ["Tiltak", heading, "Eksterne samarbeidspartnere"], ["Vei", "Tinn", "NHO"]
    )
    relation = "OWNS" if "owner" in heading else "RESPONSIBLE_FOR"
    assert edges(reading.graph, relation) == {"Vei": ["Tinn"]}
    assert edges(reading.graph, "PARTICIPATES_IN") == {"Vei": ["NHO"]}
    assert said(reading) == []


def test_who_may_work_together_is_asked_about(tmp_path: Path) -> None:
    (line,) = said(read(tmp_path, ["Tiltak", "Mulige samarbeidspartnere"], ["Vei", "NHO"]))
    assert 'check --columns "Mulige samarbeidspartnere=participants"' in line


@pytest.mark.parametrize("heading", ["Oppfølging", "Merknad", "Status"])
def test_minutes_say_in_a_cell_who_does_it_and_when(tmp_path: Path, heading: str) -> None:
    rows = [["Sak" if heading == "Oppfølging" else "Tiltak", "Drøfting", heading]]
    rows += [["Klimaplan", "Enige.", "Ansvarlig: Trine Vik, Tinn; frist: 12.05.2026"]]
    rows += [["Leder", "Valgt.", "Merk: ring Vinje"]] if heading == "Merknad" else []
    graph = read(tmp_path, *rows, title="Referat").graph
    assert edges(graph, "RESPONSIBLE_FOR") == {"Klimaplan": ["Tinn", "Trine Vik"]}
    assert facts(graph, "deadline") == {"Klimaplan": "2026-05-12"}
    if heading == "Merknad":
        assert facts(graph, "note") == {"Leder": "Merk: ring Vinje"}


@pytest.mark.parametrize(
    "note",
    [
        "Ansvar: alle må bidra for å lykkes",
        "Leder: Kari Dahl. Hun slutter til sommeren",
        "Ansvar: Tinn. Dette er viktig: husk budsjettet",
    ],
)
def test_a_note_in_sentences_stays_one_whatever_it_begins_with(tmp_path: Path, note: str) -> None:
    graph = read(tmp_path, ["Tiltak", "Merknad"], ["Klimaplan", note]).graph
    assert facts(graph, "note") == {"Klimaplan": note}
    assert graph.nodes["name"].tolist() == ["Klimaplan"]


def test_a_county_council_in_english_is_the_same(tmp_path: Path) -> None:
    rows = [["Action", "Lead partner"], ["Rail study", "Østfold County Council"]]
    graph = read(tmp_path, *rows, ["Fair", "Østfold fylkeskommune"]).graph
    assert set(map(tuple, edges(graph, "RESPONSIBLE_FOR").values())) == {("Østfold fylkeskommune",)}


def test_parties_of_an_agreement_are_in_the_measures_of_its_appendix(tmp_path: Path) -> None:
    parties = [
        ["Part", "Representert ved"],
        ["Skien kommune", "Hedda Foss"],
        ["Herøya AS", "Bo Li"],
    ]
    measures = [["Tiltak", "Ansvarlig part", "Øvrige parter", "Føreset"]]
    measures += [["Hybel", "Skien kommune", "Herøya AS"], ["Klynge", "Herøya AS", None, "Hybel"]]
    graph = formats.read(kept(tmp_path / "m.xlsx", Avtale=parties, Vedlegg=measures)).graph
    assert edges(graph, "PARTICIPATES_IN") == {"Hybel": ["Herøya AS"]}
    assert edges(graph, "DEPENDS_ON") == {"Hybel": ["Klynge"]}


SECTIONS = [
    ["Tiltak", "Ansvarlig", "Budsjett"],
    ["REISELIV"],
    ["Skilting", "Tinn kommune", "250 000"],
    ["Sum reiseliv", None, "250 000"],
    ["Gründerskap"],
    ["Kursserie", "Tinn kommune", "90 000"],
    ["Rådgivning"],
    ["Sum gründerskap", None, "90 000"],
]


def test_headings_among_measures_in_capitals_or_with_a_sum_are_focus_areas_and_told(
    tmp_path: Path,
) -> None:
    """A measure that nobody answers for stands alone too, and stays one."""
    reading = read(tmp_path, *SECTIONS)
    assert named(reading.graph, "Measure") == ["Kursserie", "Rådgivning", "Skilting"]
    assert edges(reading.graph, "PART_OF") == {
        "REISELIV": ["Skilting"],
        "Gründerskap": ["Kursserie", "Rådgivning"],
    }
    (line,) = said(reading)
    assert "as «REISELIV» and «Gründerskap», is read as the focus area" in line


def test_where_all_measures_are_in_capitals_none_is_a_heading(tmp_path: Path) -> None:
    reading = read(
        tmp_path, ["Tiltak", "Ansvarlig"], ["SKILTING", "Tinn"], ["KART"], ["BRU", "NHO"]
    )
    assert named(reading.graph, "Measure") == ["BRU", "KART", "SKILTING"]
    assert said(reading) == []


def test_measures_that_are_marked_under_goals_contribute_to_these(tmp_path: Path) -> None:
    rows = [["Tiltak", "Mål 1: Bosetting", "Mål 2: Arbeid"], ["Boligfond", "x"]]
    graph = read(tmp_path, *rows, ["Jobbmesse", "x", "x"]).graph
    assert named(graph, "Goal") == ["Mål 1: Bosetting", "Mål 2: Arbeid"]
    assert edges(graph, "CONTRIBUTES_TO") == {
        "Mål 1: Bosetting": ["Boligfond", "Jobbmesse"],
        "Mål 2: Arbeid": ["Jobbmesse"],
    }
    assert named(graph, "Actor", "Project") == []


def test_who_is_not_settled_is_named_without_that_and_check_says_so(tmp_path: Path) -> None:
    rows = [
        ["Tiltak", "Ansvarlig"],
        ["Vei", "Indre Fosen kommune (avklares)"],
        ["Bru", "NTE (evt.)"],
    ]
    reading = read(tmp_path, *rows)
    assert edges(reading.graph, "RESPONSIBLE_FOR") == {"Vei": ["Indre Fosen"], "Bru": ["NTE"]}
    assert left(reading) == [
        (2, "stands behind a name, which is kept as it is"),
        (3, "stands behind a name, which is kept as it is"),
    ]


def test_numbers_below_week_are_weeks(tmp_path: Path) -> None:
    rows = [["Uke", "Aktivitet"], [6, "Rådsmøte"], ["10-12", "Høring"], ["uke 20", "Årsmøte"]]
    assert facts(read(tmp_path, *rows, title="Årshjul 2026").graph, "deadline") == {
        "Rådsmøte": "uke 6 2026",
        "Høring": "uke 10-12 2026",
        "Årsmøte": "uke 20 2026",
    }


def test_initials_explained_with_dashes_behind_a_heading_are_those_of_the_names(
    tmp_path: Path,
) -> None:
    rows = [
        ["Tiltak", "Ansv."],
        ["Havneplan", "AB"],
        [],
        ["Ansvarlige: AB – Ada Berg, CD – Carl Dahl"],
    ]
    graph = read(tmp_path, *rows).graph
    assert named(graph, "Measure") == ["Havneplan"]
    assert edges(graph, "RESPONSIBLE_FOR") == {"Havneplan": ["Ada Berg"]}


def test_a_title_that_begins_with_letters_and_a_dash_is_a_measure(tmp_path: Path) -> None:
    rows = [["Tiltak", "Ansv."], ["IT – innføring av felles system", None], ["NU – Nore og Uvdal"]]
    assert len(named(read(tmp_path, *rows).graph, "Measure")) == 2


def test_own_contribution_is_money_where_amounts_are_in_thousands(tmp_path: Path) -> None:
    rows = [["Tall i 1000 kr"], ["Tiltak", "Kommunal egenandel", "Andel"], ["Park", 1000, 40]]
    graph = read(tmp_path, *rows).graph
    assert facts(graph, "Kommunal egenandel") == {"Park": "1000000"}
    assert facts(graph, "Andel") == {"Park": "40"}


def test_a_title_beside_given_name_and_surname_is_what_somebody_does(tmp_path: Path) -> None:
    rows = [["Fornavn", "Etternavn", "Tittel", "Virksomhet"], ["Anne", "Lie", "Rådgiver", "NHO"]]
    assert facts(read(tmp_path, *rows).graph, "role") == {"Anne Lie": "Rådgiver"}


@pytest.mark.parametrize("heading", ["Skien kommunes eierandel", "Skien kommune sin eigardel i %"])
def test_a_heading_may_say_whose_share_stands_below_it(tmp_path: Path, heading: str) -> None:
    rows: list[list[Any]] = [["Selskap", heading, "Øvrige eiere"]]
    rows += [["Havn IKS", "32,5 %", "Porsgrunn, Bamble"], ["Bad AS", "1 %"], ["Museum", "avklares"]]
    reading = read(tmp_path, *rows)
    assert edges(reading.graph, "OWNS") == {
        "Havn IKS": ["Bamble", "Porsgrunn", "Skien"],
        "Bad AS": ["Skien"],
    }
    shares = reading.graph.edges["share"].dropna().tolist()
    assert sorted(map(float, filter(None, map(str, shares)))) == [0.01, 0.325]
    assert columns(reading)[heading] == "share"


@pytest.mark.parametrize(
    "heads",
    [
        ["Mål", "Måleier", "Tiltak", "Tiltakseier"],
        ["Mål", "Eier", "Tiltak", "Eier"],
        ["Tiltak", "Tiltakseier", "Mål", "Måleier"],
    ],
)
def test_who_owns_the_goal_beside_it_owns_no_measure(tmp_path: Path, heads: list[str]) -> None:
    first = {"Mål": "Vekst", "Tiltak": "Kurs", "Måleier": "Tinn", "Tiltakseier": "NHO"}
    second = {"Mål": "Vekst", "Tiltak": "Fond", "Måleier": "Tinn", "Tiltakseier": "USN"}
    rows = [[row.get(head, "") for head in heads] for row in (first, second)]
    if heads[1] == "Eier":
        rows = [["Vekst", "Tinn", "Kurs", "NHO"], [None, None, "Fond", "USN"]]
    graph = read(tmp_path, heads, *rows).graph
    assert edges(graph, "OWNS") == {"Vekst": ["Tinn"], "Kurs": ["NHO"], "Fond": ["USN"]}


def test_who_is_responsible_between_goal_and_measure_alone_answers_for_the_measure(
    tmp_path: Path,
) -> None:
    graph = read(tmp_path, ["Mål", "Ansvarlig", "Tiltak"], ["Vekst", "Tinn", "Kurs"]).graph
    assert edges(graph, "RESPONSIBLE_FOR") == {"Kurs": ["Tinn"]}


def test_ticks_below_states_name_nobody(tmp_path: Path) -> None:
    rows = [
        ["Tiltak", "Ansvarlig", "Status", None, None],
        [None, None, "Ikke startet", "I rute", "Ferdig"],
    ]
    path = kept(
        tmp_path / "m.xlsx",
        ("C1:E1",),
        Plan=[*rows, ["Vei", "Tinn", None, "x"], ["Bru", "NHO", "x"]],
    )
    graph = formats.read(path).graph
    assert edges(graph, "RESPONSIBLE_FOR") == {"Vei": ["Tinn"], "Bru": ["NHO"]}
    assert edges(graph, "PARTICIPATES_IN") == {}
    assert named(graph, "Actor") == ["NHO"]


def test_what_is_printed_on_each_page_is_no_measure(tmp_path: Path) -> None:
    foot, head = ["Utskrift 01.02.2026", None, "Side 1 av 2"], ["Tiltak", "Ansvarlig", "Frist"]
    rows = [head, ["Havbruk", "Tinn"], foot, head, ["Oppdrett", "NHO"], ["Side 2 av 2"]]
    assert named(read(tmp_path, *rows).graph, "Measure") == ["Havbruk", "Oppdrett"]


def test_the_page_that_a_measure_is_from_is_no_page_of_the_sheet(tmp_path: Path) -> None:
    rows = [["Tiltak", "Kilde"], ["Havbruk", "Side 3 av 40"], ["Oppdrett", "s. 7/40"]]
    assert named(read(tmp_path, *rows).graph, "Measure") == ["Havbruk", "Oppdrett"]


def test_municipalities_with_dashes_between_are_several(tmp_path: Path) -> None:
    rows = [["Tiltak", "Samarbeidspartnere"], ["Vei", "Sirdal – Flekkefjord – Kvinesdal"]]
    graph = read(tmp_path, *rows, ["Elv", "Porsanger - Porsáŋgu - Porsanki"]).graph
    assert edges(graph, "PARTICIPATES_IN")["Vei"] == ["Flekkefjord", "Kvinesdal", "Sirdal"]
    assert len(edges(graph, "PARTICIPATES_IN")["Elv"]) == 1
