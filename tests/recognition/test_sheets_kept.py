"""Sheets as strategists keep them: headings in two rows, titled tables, exports, odd cells."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graphtool import formats
from graphtool.errors import InvalidData
from tests.recognition.test_shapes import edges, facts, kept
from tests.recognition.test_sheets_of_the_office import left, named, read, said

pytestmark = pytest.mark.usefixtures("english")

TWO_ROWS = [
    ["Mål", "Tiltak", "Ansvar", None, "Kostnad", None],
    [None, None, "Hovedansvar", "Medansvar", 2025, 2026],
    ["Flere unge", "Ungdomsråd", "Flesberg kommune", "Rollag kommune", "100", "200"],
]


@pytest.mark.parametrize("merged", [(), ("C1:D1", "E1:F1"), ("A1:A2", "B1:B2", "C1:D1", "E1:F1")])
def test_headings_in_two_rows_are_one(tmp_path: Path, merged: tuple[str, ...]) -> None:
    graph = formats.read(kept(tmp_path / "m.xlsx", merged, Plan=TWO_ROWS)).graph
    assert edges(graph, "RESPONSIBLE_FOR") == {"Ungdomsråd": ["Flesberg"]}
    assert edges(graph, "PARTICIPATES_IN") == {"Ungdomsråd": ["Rollag"]}
    assert edges(graph, "PART_OF") == {"Flere unge": ["Ungdomsråd"]}
    assert facts(graph, "Kostnad 2026") == {"Ungdomsråd": "200"}


def test_headings_in_three_rows_are_one(tmp_path: Path) -> None:
    rows = [
        ["Aktivitet", "Roller", None, None, "Gjennomføring", None, None],
        [None, "Ansvarlig", "Samarbeidspartnere", None, "1. halvår", None, "2. halvår"],
        [None, None, "Kommune", "Andre", "1. kvartal", "2. kvartal", "3. kvartal"],
        ["Næringsfrokost", "Kragerø kommune", "Bamble", "USN, NHO", "x", None, "x"],
    ]
    merged = ("A1:A3", "B1:D1", "B2:B3", "C2:D2", "E1:G1", "E2:F2")
    graph = formats.read(kept(tmp_path / "m.xlsx", merged, **{"Årsplan 2026": rows})).graph
    assert named(graph, "Measure") == ["Næringsfrokost"]
    assert edges(graph, "RESPONSIBLE_FOR") == {"Næringsfrokost": ["Kragerø"]}
    assert edges(graph, "PARTICIPATES_IN") == {"Næringsfrokost": ["Bamble", "NHO", "USN"]}
    assert graph.of_kind("Municipality")["name"].tolist() == ["Bamble", "Kragerø"]
    assert edges(graph, "LOCATED_IN") == {}
    times = [f.value for several in graph.nodes["facts"] for f in several]
    assert {"2026-Q1", "2026-Q3"} <= set(times)


@pytest.mark.parametrize("merged", [("B1:D1",), ("B1:C1",), ()])
def test_who_stands_below_what_the_letters_are_about_has_them(
    tmp_path: Path, merged: tuple[str, ...]
) -> None:
    """In RACI with a heading over those who have a part, drawn over some of them or none."""
    rows = [["Tiltak", "Hvem gjør hva"], [None, "Ås kommune", "Vestby kommune", "Follorådet"]]
    rows += [["Boligplan", "A", "R", "C"], ["Jobbmesse", "R", "I", "A"]]
    graph = formats.read(kept(tmp_path / "m.xlsx", merged, RACI=rows)).graph
    assert edges(graph, "RESPONSIBLE_FOR") == {"Boligplan": ["Ås"], "Jobbmesse": ["Follorådet"]}
    assert edges(graph, "PARTICIPATES_IN") == {
        "Boligplan": ["Follorådet", "Vestby"],
        "Jobbmesse": ["Ås"],
    }


def test_a_row_of_data_is_no_second_row_of_headings(tmp_path: Path) -> None:
    rows = [
        ["Tiltak", "Ansvarlig", None],
        [None, "Tinn kommune", "Rollag kommune"],
        ["Vei", "Tinn"],
    ]
    assert named(read(tmp_path, *rows).graph, "Measure") == ["Vei"]


def test_headings_drawn_over_two_columns_each_leave_the_first_row_alone(tmp_path: Path) -> None:
    rows = [["Tiltak", None, "Ansvarlig", None, "Frist"], ["Bru", None, "Tinn", None, None]]
    rows += [["Vei", None, "Vinje", None, "2027"]]
    graph = formats.read(kept(tmp_path / "m.xlsx", ("A1:B1", "C1:D1"), Ark1=rows)).graph
    assert edges(graph, "RESPONSIBLE_FOR") == {"Bru": ["Tinn"], "Vei": ["Vinje"]}


def test_each_table_is_part_of_the_goal_above_it(tmp_path: Path) -> None:
    heads = ["Tiltak", "Ansvarlig"]
    rows = [["MÅL 1: Gode bygder"], heads, ["Boligmesse", "Flesberg kommune"], ["Pakke", "Rollag"]]
    rows += [[], ["MÅL 2: Sterkt næringsliv"], heads, ["Fond", "Kongsberg kommune"]]
    graph = read(tmp_path, *rows).graph
    assert edges(graph, "PART_OF") == {
        "MÅL 1: Gode bygder": ["Boligmesse", "Pakke"],
        "MÅL 2: Sterkt næringsliv": ["Fond"],
    }


def test_focus_areas_that_stand_as_headings_in_the_column_of_numbers(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Satsingsområde: Næring"],
        ["Nr", "Tiltak", "Ansv."],
        [1, "Gründerkurs", "Næringshagen"],
        ["Sum Næring", None, 300],
        ["Satsingsområde: Samferdsel"],
        [3, "Rv40", "Statens vegvesen"],
    ]
    reading = read(tmp_path, *rows)
    assert edges(reading.graph, "PART_OF") == {
        "Satsingsområde: Næring": ["Gründerkurs"],
        "Satsingsområde: Samferdsel": ["Rv40"],
    }
    assert reading.problems == ()


def test_strategies_right_of_goals_serve_them_and_bullets_are_one_each(tmp_path: Path) -> None:
    heads = ["Satsingsområde", "Hovudmål", "Delmål", "Strategiar"]
    rows = [["Klima", "Nullutslepp", "Kutte 55 %", "- Elbilar\n- Sykkelvegar"]]
    graph = read(tmp_path, heads, *rows).graph
    assert edges(graph, "CONTRIBUTES_TO") == {"Kutte 55 %": ["Elbilar", "Sykkelvegar"]}
    assert edges(graph, "PART_OF") == {"Klima": ["Nullutslepp"], "Nullutslepp": ["Kutte 55 %"]}


def test_headings_that_run_down_are_told_and_not_read_as_measures(tmp_path: Path) -> None:
    rows = [["Tiltak", "Ny gangvei"], ["Mål", "Trygg skolevei"], ["Ansvarlig", "Teknisk etat"]]
    with pytest.raises(InvalidData, match="below each other in the first column"):
        read(tmp_path, *rows, ["Frist", "2026"], title="Tiltakskort")


def test_a_card_beside_a_plan_is_one_warning(tmp_path: Path) -> None:
    card = [["Mål", "Trygg skolevei"], ["Ansvarlig", "Teknisk etat"], ["Frist", "2026"]]
    plan = [["Tiltak", "Ansvarlig"], ["Ny bru", "Tinn"]]
    reading = formats.read(kept(tmp_path / "m.xlsx", Kort=card, Ark1=plan))
    assert [problem.rule for problem in reading.problems] == ["turned-table"]
    assert named(reading.graph, "Measure") == ["Ny bru"]


@pytest.mark.parametrize("corner", ["", "Kommune"])
def test_a_matrix_of_the_same_names_ties_them_as_its_title_says(
    tmp_path: Path, corner: str
) -> None:
    rows = [[corner, "Tinn", "Vinje", "Tokke"], ["Tinn", "-", "x", ""], ["Vinje", "x", "-", "x"]]
    graph = read(tmp_path, *rows, ["Tokke", "", "x", "-"], title="Samarbeid").graph
    pairs = edges(graph, "COLLABORATES_WITH").items()
    assert {frozenset((one, other)) for one, several in pairs for other in several} == {
        frozenset(("Tinn", "Vinje")),
        frozenset(("Vinje", "Tokke")),
    }
    assert named(graph, "Project") == []


def test_a_matrix_of_pairs_of_which_nothing_says_what_they_are_is_a_question(
    tmp_path: Path,
) -> None:
    rows = [["", "USN", "NHO"], ["USN", 0, 3], ["NHO", 3, 0]]
    path = kept(tmp_path / "m.xlsx", Ark1=rows)
    with pytest.raises(InvalidData, match="check --relation"):
        formats.read(path)
    formats.settle(path, {"relations": {"Ark1": "samarbeid"}})
    assert len(formats.read(path).graph.related("COLLABORATES_WITH")) == 1


def test_an_anonymous_survey_is_of_the_municipalities_that_answered(tmp_path: Path) -> None:
    heads = ["ID", "E-post", "Navn", "Hvilken kommune representerer du?"]
    heads.append("Hvilke andre kommuner samarbeider dere med?")
    reading = read(tmp_path, heads, [1, "anonymous", None, "Rollag", "Flesberg;Nore og Uvdal;"])
    ties = edges(reading.graph, "COLLABORATES_WITH")
    assert sorted({*ties, *(name for several in ties.values() for name in several)}) == [
        "Flesberg",
        "Nore og Uvdal",
        "Rollag",
    ]
    assert "1" not in facts(reading.graph, "number").values()


@pytest.mark.parametrize(
    "cell", ['["Flesberg","Rollag"]', "Flesberg;#4;#Rollag;#7", "Flesberg;#Rollag"]
)
def test_a_list_of_sharepoint_has_measures_and_several_choices(tmp_path: Path, cell: str) -> None:
    heads = ["Tittel", "Tiltakseier", "Berørte kommuner"]
    graph = read(tmp_path, heads, ["Felles plankontor", "Kari Hansen", cell], title="query").graph
    assert edges(graph, "OWNS") == {"Felles plankontor": ["Kari Hansen"]}
    assert set(edges(graph, "LOCATED_IN")) == {"Flesberg", "Rollag"}


def test_agreements_have_their_host_and_members(tmp_path: Path) -> None:
    heads = ["Navn på samarbeidet", "Organisasjonsform", "Vertskommune", "Deltakende kommuner"]
    graph = read(tmp_path, heads, ["Numedal barnevern", "§ 20", "Rollag", "Rollag, Flesberg"]).graph
    assert edges(graph, "HOSTS") == {"Numedal barnevern": ["Rollag"]}
    assert edges(graph, "MEMBER_OF") == {"Numedal barnevern": ["Flesberg", "Rollag"]}


def test_what_is_done_towards_a_stakeholder_is_no_measure(tmp_path: Path) -> None:
    heads = ["Interessent", "Interesse", "Innflytelse", "Tiltak/kommunikasjon"]
    graph = read(tmp_path, heads, ["NHO Viken", "Høy", "Høy", "Månedlige møter"]).graph
    assert named(graph, "Measure") == []


def test_the_day_of_a_meeting_is_no_deadline(tmp_path: Path) -> None:
    heads = ["Saksnr.", "Dato", "Sak", "Vedtak", "Ansvarlig for oppfølging", "Frist"]
    row = ["PS 12/25", "03.02.2025", "Transportplan", "Innspill", "Sekretariatet", "1.3.2025"]
    graph = read(tmp_path, heads, row).graph
    assert facts(graph, "deadline") == {"Transportplan": "2025-03-01"}
    assert edges(graph, "RESPONSIBLE_FOR") == {"Transportplan": ["Sekretariatet"]}


@pytest.mark.parametrize(
    ("cell", "deadline"),
    [("Oppvekst / juni 2026", "2026-06"), ("Oppvekst, høst 2025", "høst 2025")],
)
def test_a_time_among_names_is_when_and_nobody(tmp_path: Path, cell: str, deadline: str) -> None:
    graph = read(tmp_path, ["Tiltak", "Ansvarlig / frist"], ["Sommerskole", cell]).graph
    assert edges(graph, "RESPONSIBLE_FOR") == {"Sommerskole": ["Oppvekst"]}
    assert facts(graph, "deadline") == {"Sommerskole": deadline}


def test_how_much_effect_there_is_is_no_effect(tmp_path: Path) -> None:
    rows = [["Tiltak", "Effekt"], ["Bompenger", "H"], ["Sykkelvei", "Færre biler"]]
    assert named(read(tmp_path, *rows).graph, "Effect") == ["Færre biler"]


def test_priorities_below_municipalities_are_no_roles_and_asked_about(tmp_path: Path) -> None:
    rows = [["Tiltak", "Kongsberg", "Flesberg"], ["Vei", "A", "B"], ["Fiber", "B", "C"]]
    reading = read(tmp_path, *rows)
    assert named(reading.graph, "Municipality") == []
    assert [problem.rule for problem in reading.problems] == ["unread-marks"]


def test_initials_explained_below_the_table_are_no_measures(tmp_path: Path) -> None:
    rows = [["Tiltak", "Ansv."], ["Kystplan", "KH"], [], ["Initialer:"], ["KH", "Kari Hansen"]]
    reading = read(tmp_path, *rows)
    assert named(reading.graph, "Measure") == ["Kystplan"]
    assert left(reading) == [(4, "below the table"), (5, "what the letters mean")]


def test_in_a_list_of_parties_one_of_an_unknown_type_is_a_party(tmp_path: Path) -> None:
    rows = [["Navn", "Type"], ["Brakar", "Selskap"], ["NHO", "Interesseorganisasjon"]]
    reading = read(tmp_path, *rows)
    assert named(reading.graph, "Actor") == ["Brakar", "NHO"]
    assert facts(reading.graph, "type") == {"NHO": "Interesseorganisasjon"}
    assert said(reading) == []


@pytest.mark.parametrize("sign", [".", "-", " "])
def test_a_schedule_of_short_months_is_when_and_no_parties(tmp_path: Path, sign: str) -> None:
    months = [f"{month}{sign}25" for month in ("jan", "feb", "mar")]
    rows = [["Aktivitet", "Ansvarlig", *months], ["Rapport", "USN", "x", "x"]]
    graph = read(tmp_path, *rows).graph
    assert named(graph, "Actor") == ["USN"]
    assert facts(graph, "deadline") == {"Rapport": "2025-01/2025-02"}


def test_pictures_beside_headings_say_nothing(tmp_path: Path) -> None:
    graph = read(tmp_path, ["✅ Tiltak", "👤 Ansvarlig"], ["Ny skole", "Oppvekst"]).graph
    assert edges(graph, "RESPONSIBLE_FOR") == {"Ny skole": ["Oppvekst"]}


@pytest.mark.parametrize(
    "cell", ["Turlaget (v/ Per)", "Turlaget v/ leder", "Turlaget v/Kari Hansen"]
)
def test_who_represents_a_body_is_no_part_of_its_name(tmp_path: Path, cell: str) -> None:
    graph = read(tmp_path, ["Tiltak", "Ansvarlig"], ["Turkart", cell]).graph
    assert edges(graph, "RESPONSIBLE_FOR") == {"Turkart": ["Turlaget"]}


def test_companies_have_owners_with_their_shares_a_row_each(tmp_path: Path) -> None:
    heads = ["Selskap", "Eier", "Eierandel", "Styreleder"]
    rows = [["Numedalsutvikling IKS", "Flesberg kommune", "33,3 %", "Kari Hansen"]]
    graph = read(tmp_path, heads, *rows, [None, "Rollag kommune", "66,7 %", None]).graph
    owns = graph.related("OWNS")
    names = graph.nodes["name"]
    shares = {names.iat[row.source]: row.share for row in owns.itertuples()}
    assert shares == {"Flesberg": pytest.approx(0.333), "Rollag": pytest.approx(0.667)}
    assert edges(graph, "LEADS") == {"Numedalsutvikling IKS": ["Kari Hansen"]}


def test_a_share_of_several_owners_together_is_a_fact(tmp_path: Path) -> None:
    rows = [["Selskap", "Eier", "Eierandel"], ["Kraft AS", "Tinn, Vinje", "100 %"]]
    graph = read(tmp_path, *rows).graph
    assert graph.related("OWNS")["share"].isna().all()
    assert facts(graph, "Eierandel") == {"Kraft AS": "100"}


def test_footnotes_are_no_part_of_names_and_no_measures(tmp_path: Path) -> None:
    rows = [["Tiltak", "Ansvarlig"], ["Ny bru*", "Statens vegvesen¹"]]
    notes = [["* forutsetter bevilgning"], ["¹ i samarbeid med fylket"]]
    reading = read(tmp_path, *rows, *notes)
    assert edges(reading.graph, "RESPONSIBLE_FOR") == {"Ny bru": ["Statens vegvesen"]}
    assert left(reading) == [(3, "note"), (4, "note")]


def test_measures_name_their_goals_by_the_ids_of_another_sheet(tmp_path: Path) -> None:
    measures = [
        ["TiltakID", "MålID", "Tiltak", "AnsvarligEnhet"],
        ["T-01", "M-01", "Elbil", "Drift"],
    ]
    goals = [["MålID", "Mål"], ["M-01", "Lavutslipp"]]
    graph = formats.read(kept(tmp_path / "m.xlsx", Ark1=measures, Ark2=goals)).graph
    assert edges(graph, "PART_OF") == {"Lavutslipp": ["Elbil"]}
    assert edges(graph, "RESPONSIBLE_FOR") == {"Elbil": ["Drift"]}


def test_a_person_of_the_municipality_in_brackets(tmp_path: Path) -> None:
    rows = [["Nettverk", "Leder"], ["Rådmannsforum", "Kari Hansen (Flesberg)"]]
    graph = read(tmp_path, *rows).graph
    assert edges(graph, "LEADS") == {"Rådmannsforum": ["Kari Hansen"]}
    assert edges(graph, "AFFILIATED_WITH") == {"Flesberg": ["Kari Hansen"]}


def test_words_that_stand_again_and_again_in_a_row_are_no_headings(tmp_path: Path) -> None:
    rows = [["Tiltak", "Kongsberg", "Flesberg"], ["Beredskap", "Pågår", "Utsatt"]]
    rows += [["ROS-analyse", "Ferdig", "Ferdig"]]
    assert named(read(tmp_path, *rows).graph, "Measure") == ["Beredskap", "ROS-analyse"]


def test_each_level_of_a_plan_has_the_numbers_that_stand_left_of_it(tmp_path: Path) -> None:
    heads = ["Nr", "Mål", "Nr", "Tiltak", "Avhenger av"]
    rows = [["1", "Økt bosetting", "1.1", "Tomtesalg", None], [None, None, "1.2", "Hus", "1.1"]]
    graph = read(tmp_path, heads, *rows).graph
    assert facts(graph, "number") == {"Tomtesalg": "1.1", "Hus": "1.2"}
    assert edges(graph, "DEPENDS_ON") == {"Tomtesalg": ["Hus"]}


@pytest.mark.parametrize("head", ["Tiltaksbeskrivelse", "Slik gjør vi det"])
def test_measures_may_stand_in_sentences_where_no_column_has_them_by_name(
    tmp_path: Path, head: str
) -> None:
    row = ["Tidlig innsats", "Foreldreveiledning", "Helsestasjonen"]
    graph = read(tmp_path, ["Delmål", head, "Ansvarlig"], row).graph
    assert edges(graph, "RESPONSIBLE_FOR") == {"Foreldreveiledning": ["Helsestasjonen"]}
    beside = read(tmp_path, ["Tiltak", head, "Ansvarlig"], row).graph
    assert named(beside, "Measure") == ["Tidlig innsats"]


def test_a_mark_below_a_role_is_nobody(tmp_path: Path) -> None:
    rows = [["Tiltak", "Ansvarlig", "Deltakere"], ["Vei", "x", "Tinn"]]
    assert named(read(tmp_path, *rows).graph, "Actor") == []


def test_milestones_depend_on_each_other(tmp_path: Path) -> None:
    rows = [
        ["Milepæl", "Dato", "Avhenger av"],
        ["Oppstart", "1.1.2025"],
        ["Høring", None, "Oppstart"],
    ]
    assert edges(read(tmp_path, *rows).graph, "DEPENDS_ON") == {"Oppstart": ["Høring"]}


def test_numbered_columns_of_goals_are_asked_about(tmp_path: Path) -> None:
    rows = [
        ["Hovedmål", "Delmål 1", "Tiltak"],
        ["Reduserte utslipp", "Fossilfri transport", "Elbil"],
    ]
    path = kept(tmp_path / "m.xlsx", Ark1=rows)
    assert [problem.rule for problem in formats.read(path).problems] == ["guessed-column"]
    formats.settle(path, {"columns": {"Delmål 1": "delmål"}})
    graph = formats.read(path).graph
    assert edges(graph, "PART_OF") == {
        "Reduserte utslipp": ["Fossilfri transport"],
        "Fossilfri transport": ["Elbil"],
    }


def test_people_with_whom_they_are_of_are_people(tmp_path: Path) -> None:
    heads = ["Navn", "Organisasjon", "Rolle"]
    rows = [["Kari Hansen", "Flesberg kommune", "Leder"], ["Ola Berg", "NHO", "Medlem"]]
    graph = read(tmp_path, heads, *rows, ["Jo Moe", "NHO", None], title="Deltakere").graph
    assert edges(graph, "AFFILIATED_WITH") == {
        "Flesberg": ["Kari Hansen"],
        "NHO": ["Jo Moe", "Ola Berg"],
    }
    assert facts(graph, "role") == {"Kari Hansen": "Leder", "Ola Berg": "Medlem"}


@pytest.mark.parametrize(
    ("heads", "row", "measures"),
    [
        (["Tiltaksnr", "Tiltak", "Navn", "Frist"], ["1", "Vei", "Kari Nordmann", "2027"], ["Vei"]),
        (["Tiltak", "Tiltaksansvarlig", "Navn"], ["Vei", "Tinn", "Kari Nordmann"], ["Vei"]),
        (["Tiltak", "Tittel", "Oppfølgingsansvar"], ["Vei", "Rådgiver", "Tinn"], ["Vei"]),
        (["Tiltak", "Hvem", "Når", "Forventninger"], ["Vei", "Tinn", "2027", "Høye"], ["Vei"]),
        (["Tiltak", "Interessent", "Forventninger"], ["Vei", "Tinn", "Høye"], ["Vei"]),
        (["Saksnr", "Vedtak", "Oppfølgingsansvar"], ["1/25", "Ny vei", "Tinn"], ["Ny vei"]),
        (["Tiltak", "Sak", "Oppfølgingsansvar"], ["Vei", "12/25", "Tinn"], ["Vei"]),
        (["Oppgave", "Tiltaksbeskrivelse"], ["Vei", "Fra by til bygd"], ["Vei"]),
        (["Navn", "Organisasjon", "Tiltaksansvarlig"], ["Kari Berg", "Tinn", "Ola Moe"], []),
    ],
)
def test_who_and_when_beside_measures_are_no_measures(
    tmp_path: Path, heads: list[str], row: list[str], measures: list[str]
) -> None:
    graph = read(tmp_path, heads, row).graph
    assert named(graph, "Measure") == measures


def test_a_project_is_what_its_row_is_about_whatever_it_is_to_lead_to(tmp_path: Path) -> None:
    heads = ["Prosjekt", "Ønsket situasjon", "Ansvarlig"]
    graph = read(tmp_path, heads, ["Fiber", "Alle har nett", "Tinn"]).graph
    assert edges(graph, "RESPONSIBLE_FOR") == {"Fiber": ["Tinn"]}


def test_who_leads_beside_a_measure_of_a_company_leads_no_measure(tmp_path: Path) -> None:
    heads = ["Tiltak", "Selskap", "Eier", "Daglig leder"]
    reading = read(tmp_path, heads, ["Ny linje", "Kraft AS", "Tinn", "Kari Hansen"])
    assert facts(reading.graph, "Daglig leder") == {"Ny linje": "Kari Hansen"}
    assert edges(reading.graph, "LEADS") == {}
    assert reading.problems == ()


@pytest.mark.parametrize("head", ["År", "Dato"])
def test_a_year_beside_when_in_it_is_a_deadline_too(tmp_path: Path, head: str) -> None:
    graph = read(tmp_path, ["Tiltak", head, "Når"], ["Vei", 2026, "2. kvartal"]).graph
    times = [f.value for several in graph.nodes["facts"] for f in several]
    assert sorted(times) == ["2. kvartal", "2026"]
    assert set(facts(graph, "deadline")) == {"Vei"}
    assert facts(graph, head) == {}


@pytest.mark.parametrize(
    ("head", "cells", "shares"),
    [
        ("Eierandel (%)", [0.34, 0.66], [0.34, 0.66]),  # as Excel keeps what it shows as 34 %
        ("Eierandel (%)", [99.5, 0.5], [0.995, 0.005]),
        ("Eierandel", [60, 39, 1], [0.6, 0.39, 0.01]),
        ("Eierandel", [0.25, 0.75], [0.25, 0.75]),
        ("Eierandel", ["99 %", "1 %"], [0.99, 0.01]),
        ("Eierandel", ["34 %", 0.66], [0.34, 0.66]),
        ("Eierandel i prosent", [34, 66], [0.34, 0.66]),
        ("Eierandel %", [34, 66], [0.34, 0.66]),
    ],
)
def test_shares_of_a_column_are_all_parts_of_a_hundred_or_of_one(
    tmp_path: Path, head: str, cells: list[Any], shares: list[float]
) -> None:
    owners = zip(["Tinn", "Vinje", "Tokke"], cells, strict=False)
    reading = read(tmp_path, ["Selskap", "Eier", head], *(["Kraft AS", *one] for one in owners))
    names, owns = reading.graph.nodes["name"], reading.graph.related("OWNS")
    found = {names.iat[row.source]: row.share for row in owns.itertuples()}
    assert [found[name] for name in ("Tinn", "Vinje", "Tokke") if name in found] == shares
    assert reading.problems == ()


def test_a_share_above_the_whole_is_told_and_kept_as_a_fact(tmp_path: Path) -> None:
    rows = [["Selskap", "Eier", "Eierandel"], ["Kraft AS", "Tinn", 120]]
    reading = read(tmp_path, *rows)
    assert facts(reading.graph, "Eierandel") == {"Kraft AS": "120"}
    assert [(one.rule, one.row) for one in reading.problems] == [("not-a-share", 2)]


@pytest.mark.parametrize("head", ["Hvem eier tiltaket?", "Kven eig tiltaket?", "Tiltakseier"])
def test_who_owns_a_measure_is_its_owner_however_it_is_asked(tmp_path: Path, head: str) -> None:
    graph = read(tmp_path, ["Tiltak", head, "Frist"], ["Vei", "Tinn", 2027]).graph
    assert edges(graph, "OWNS") == {"Vei": ["Tinn"]}
    assert edges(graph, "RESPONSIBLE_FOR") == {}


@pytest.mark.parametrize(
    "guide",
    [
        [
            ["Mål", "Det vi vil oppnå"],
            ["Tiltak", "Det vi gjør"],
            ["Ansvarlig", "Den som svarer for det"],
            ["Frist", "Når tiltaket skal være ferdig"],
        ],
        [["Tiltak", "Kort og presist"], ["Ansvarlig", "Én etat"], ["Frist", "Dag og måned"]],
    ],
)
def test_a_sheet_that_explains_the_headings_is_not_to_be_turned(
    tmp_path: Path, guide: list[list[str]]
) -> None:
    plan = [["Tiltak", "Ansvarlig", "Frist"], ["Ny bru", "Tinn", "2027"]]
    reading = formats.read(kept(tmp_path / "m.xlsx", Veiledning=guide, Ark1=plan))
    assert named(reading.graph, "Measure") == ["Ny bru"]
    assert [problem.rule for problem in reading.problems] == ["unknown-file"]


def test_a_card_with_the_headings_of_a_plan_beside_it_is_still_told(tmp_path: Path) -> None:
    card = [["Tiltak", "Ny gangvei"], ["Ansvarlig", "Teknisk etat"], ["Frist", "2026"]]
    plan = [["Tiltak", "Ansvarlig", "Frist"], ["Ny bru", "Tinn", "2027"]]
    reading = formats.read(kept(tmp_path / "m.xlsx", Kort=card, Ark1=plan))
    assert [problem.rule for problem in reading.problems] == ["turned-table"]


def test_of_two_titles_above_a_table_the_inner_is_part_of_the_outer(tmp_path: Path) -> None:
    heads = ["Tiltak", "Ansvarlig"]
    rows = [["Satsingsområde 1: Næring"], ["Mål 1: Flere jobber"], heads, ["Vei", "Tinn"]]
    rows += [[], ["Satsingsområde 2: Folk"], ["Mål 2: Bo"], heads, ["Bru", "Vinje"]]
    assert edges(read(tmp_path, *rows).graph, "PART_OF") == {
        "Satsingsområde 1: Næring": ["Mål 1: Flere jobber"],
        "Mål 1: Flere jobber": ["Vei"],
        "Satsingsområde 2: Folk": ["Mål 2: Bo"],
        "Mål 2: Bo": ["Bru"],
    }


def test_a_strategy_below_a_goal_above_a_table_serves_it(tmp_path: Path) -> None:
    rows = [["Mål 1: Flere jobber"], ["Strategi A: Reiseliv"], ["Tiltak", "Ansvarlig"]]
    graph = read(tmp_path, *rows, ["Vei", "Tinn"]).graph
    assert edges(graph, "CONTRIBUTES_TO") == {"Mål 1: Flere jobber": ["Strategi A: Reiseliv"]}
    assert edges(graph, "PART_OF") == {"Strategi A: Reiseliv": ["Vei"]}


@pytest.mark.parametrize("between", [["Sti"], ["Sti", "Rollag"]])
def test_a_goal_right_above_headings_needs_no_blank_row_before_it(
    tmp_path: Path, between: list[str]
) -> None:
    heads = ["Tiltak", "Ansvarlig"]
    rows = [["Mål 1: Jobb"], heads, ["Vei", "Tinn"], between, ["Mål 2: Bo"], heads]
    graph = read(tmp_path, *rows, ["Bru", "Vinje"]).graph
    assert edges(graph, "PART_OF") == {"Mål 1: Jobb": ["Sti", "Vei"], "Mål 2: Bo": ["Bru"]}


def test_the_last_goal_of_a_list_is_no_title_of_the_measures_below_it(tmp_path: Path) -> None:
    goals = [["Mål", "Frist"], ["Mål 1: Jobb", 2027], ["Mål 2: Bo"]]
    graph = read(tmp_path, *goals, ["Tiltak", "Ansvarlig"], ["Bru", "Vinje"]).graph
    assert named(graph, "Goal") == ["Mål 1: Jobb", "Mål 2: Bo"]
    assert edges(graph, "PART_OF") == {}


def test_of_a_cell_that_names_thousands_each_has_the_part_that_names_it(tmp_path: Path) -> None:
    """All of it, once for each, would be kept as often as it has names."""
    names = "; ".join(f"Lag {number}" for number in range(1000, 3000))
    plan = [["Mål", "Ansvarlig"], ["Flere unge", names]]
    graph = formats.read(kept(tmp_path / "m.xlsx", Plan=plan)).graph
    rows = graph.related("RESPONSIBLE_FOR").itertuples()
    quotes = {graph.nodes["name"].iat[row.source]: row.quote for row in rows}
    assert len(quotes) == 2000
    assert all(name in quote and quote in names for name, quote in quotes.items())
    assert max(map(len, quotes.values())) <= 2000 < len(names)
