"""The shapes in which people keep their plans, each as they would make it, and what is in it."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from graphtool import formats
from graphtool.errors import SourceNotFound
from graphtool.formats import Reading
from graphtool.graph import PlanGraph, interchange
from tests.workbooks import workbook

PLAN = [
    ["Numedal – handlingsplan 2025-2027"],
    ["Vedtatt 12.02.2025, sist oppdatert 03.11.2025"],
    [],
    ["Mål", "Tiltak", "Ansvarlig", "Samarbeidspartnere", "Frist", "Status"],
    [
        "Mål 1: Flere i arbeid",
        "1.1 Fond",
        "Kongsberg kommune",
        "Alle kommunene",
        datetime.datetime(2025, 6, 30),
        "Pågår",
    ],
    [None, "1.2 Kurs", "Numedal Vekst AS", "Rollag, Nore og Uvdal, Flesberg", "Q3 2025", "Pågår"],
    [None, "1.3 Reiseliv", "[Navn]", "Nore og Uvdal; Besøk Numedal", "01.09.25", None],
    ["Mål 2: Bedre buss", "2.1 Uttalelse", "Rådet", "Notodden/Hjartdal/Tinn", "16.04.15", "Ferdig"],
    [None, "2.2 Ny rute", "TBD", "Brakar", "Løpende", "Avhenger av 2.1"],
    ["Mål 3: Beredskap", "3.1 Øvelse", "Alle kommunene", None, "Høst 2025", None],
    [None, "3.2 Analyse", "Notodden kommune og Tinn kommune", None, "2015-2017", None],
    ["Mål 4: Gode bygder"],
    [],
    ["* TBD = avklares i rådet"],
]


def kept(path: Path, merged: tuple[str, ...] = (), **sheets: list[list[Any]]) -> Path:
    """A workbook with these sheets, ranges of its first one merged; where it lies."""
    book = workbook(path, **sheets)
    for reference in merged:
        book.worksheets[0].merge_cells(reference)
    book.save(path)
    return path


def edges(graph: PlanGraph, relation: str) -> dict[str, list[str]]:
    """By the target's name, the names of the sources."""
    names = graph.nodes["name"]
    found: dict[str, list[str]] = {}
    for row in graph.related(relation).itertuples():
        found.setdefault(names.iat[row.target], []).append(names.iat[row.source])
    return {target: sorted(sources) for target, sources in found.items()}


def facts(graph: PlanGraph, name: str) -> dict[str, str]:
    nodes = zip(graph.nodes["name"], graph.nodes["facts"], strict=True)
    return {node: f.value for node, several in nodes for f in several if f.property == name}


@pytest.fixture
def plan(tmp_path: Path) -> Reading:
    merged = ("A1:F1", "A5:A7", "A8:A9", "A10:A11")
    return formats.read(kept(tmp_path / "plan.xlsx", merged, Handlingsplan=PLAN))


def test_an_action_plan_has_its_goals_and_the_measures_of_each(plan: Reading) -> None:
    graph = plan.graph
    assert len(graph.of_kind("Goal")) == 4
    assert edges(graph, "PART_OF") == {
        "Mål 1: Flere i arbeid": ["1.1 Fond", "1.2 Kurs", "1.3 Reiseliv"],
        "Mål 2: Bedre buss": ["2.1 Uttalelse", "2.2 Ny rute"],
        "Mål 3: Beredskap": ["3.1 Øvelse", "3.2 Analyse"],
    }
    assert graph.title.nb == "Numedal – handlingsplan 2025-2027"


def test_room_for_a_name_is_no_goal_and_the_goal_above_it_has_ended(tmp_path: Path) -> None:
    named = [["Mål", "Tiltak"], ["Vekst", "Vei"]]
    unnamed = [["[Nytt mål]", "Bro"], [None, "Kai"], ["-", "Buss"]]
    read = formats.read(kept(tmp_path / "plan.xlsx", Plan=[*named, *unnamed]))
    assert edges(read.graph, "PART_OF") == {"Vekst": ["Vei"]}
    assert read.graph.of_kind("Measure")["name"].tolist() == ["Bro", "Buss", "Kai", "Vei"]
    assert [(one.rule, one.file, one.row, one.column) for one in read.problems] == [
        ("placeholder", "Plan", 3, "Mål")
    ]


def test_who_answers_is_who_is_named_and_nobody_where_nobody_is(plan: Reading) -> None:
    assert edges(plan.graph, "RESPONSIBLE_FOR") == {
        "1.1 Fond": ["Kongsberg"],
        "1.2 Kurs": ["Numedal Vekst AS"],
        "2.1 Uttalelse": ["Rådet"],
        "3.1 Øvelse": ["Alle kommunene"],
        "3.2 Analyse": ["Notodden", "Tinn"],
    }
    groups = plan.graph.of_kind("Actor").query("subkind == 'group'")
    assert groups["name"].tolist() == ["Alle kommunene"]


def test_who_takes_part_is_parted_as_it_is_meant(plan: Reading) -> None:
    found = edges(plan.graph, "PARTICIPATES_IN")
    assert found["1.2 Kurs"] == ["Flesberg", "Nore og Uvdal", "Rollag"]
    assert found["1.3 Reiseliv"] == ["Besøk Numedal", "Nore og Uvdal"]
    assert found["2.1 Uttalelse"] == ["Hjartdal", "Notodden", "Tinn"]


def test_what_depends_on_a_number_depends_on_what_has_it(plan: Reading) -> None:
    assert edges(plan.graph, "DEPENDS_ON") == {"2.1 Uttalelse": ["2.2 Ny rute"]}


def test_a_deadline_is_a_date_where_it_is_one(plan: Reading) -> None:
    assert facts(plan.graph, "deadline") == {
        "1.1 Fond": "2025-06-30",
        "1.2 Kurs": "2025-Q3",
        "1.3 Reiseliv": "2025-09-01",
        "2.1 Uttalelse": "2015-04-16",
        "2.2 Ny rute": "Løpende",
        "3.1 Øvelse": "Høst 2025",
        "3.2 Analyse": "2015/2017",
    }


def test_every_edge_leads_back_to_its_cell(plan: Reading) -> None:
    rows = interchange.with_ids(plan.graph)
    assert (rows["document"] == "plan.xlsx#Handlingsplan").all()
    fund = rows[(rows["relation"] == "RESPONSIBLE_FOR") & (rows["target"] == "1-1-fond")]
    assert fund[["line", "quote"]].to_numpy().tolist() == [[5, "Kongsberg kommune"]]


def test_it_is_said_what_was_understood_and_what_was_left(plan: Reading) -> None:
    (one,) = (table for count in plan.intake for table in count.understood)
    assert (one.sheet, one.header, one.shape, one.rows) == ("Handlingsplan", 4, "plan", 8)
    assert dict(one.columns)["Ansvarlig"] == "responsible"
    assert one.left == ((14, "* TBD = avklares i rådet", "note"),)
    assert plan.problems == ()


ELEMENTS = [
    ["Label", "Type", "Description", "Tags"],
    ["Tinn kommune", "Kommune", None, "offentlig"],
    ["Vekst AS", "Organisasjon", "Inkubator", "næring|FoU"],
    ["Fond", "Tiltak", None, None],
    ["Flere i arbeid", "Mål", None, None],
    ["Kari Nordmann", "Person", None, None],
    ["Noe", "Greie", None, None],
]
CONNECTIONS = [
    ["From", "To", "Direction", "Type"],
    ["Tinn kommune", "Fond", "directed", "eier"],
    ["Fond", "Flere i arbeid", "directed", "bidrar til"],
    ["Vekst AS", "Tinn", "mutual", "samarbeid"],
    ["Kari Nordmann", "Tinn kommune", "directed", "ansatt i"],
    ["Telemark fylkeskommune", "Fond", "directed", "finansierer"],
    ["Fond", "Vekst AS", "directed", "eies av"],
    ["Vekst AS", "Fond", "directed", "liker"],
]


def test_elements_and_connections_are_nodes_and_edges_by_their_types(tmp_path: Path) -> None:
    path = kept(tmp_path / "kart.xlsx", Elements=ELEMENTS, Connections=CONNECTIONS)
    reading = formats.read(path)
    graph = reading.graph
    kinds = dict(zip(graph.nodes["name"], graph.nodes["kind"], strict=True))
    assert kinds == {
        "Tinn": "Municipality",
        "Vekst AS": "Actor",
        "Fond": "Measure",
        "Flere i arbeid": "Goal",
        "Kari Nordmann": "Actor",
        "Telemark fylkeskommune": "Actor",
    }
    assert edges(graph, "OWNS") == {"Fond": ["Tinn", "Vekst AS"]}
    assert edges(graph, "FUNDS") == {"Fond": ["Telemark fylkeskommune"]}
    assert edges(graph, "AFFILIATED_WITH") == {"Tinn": ["Kari Nordmann"]}
    assert graph.edge_count == 6
    assert [str(problem) for problem in reading.problems] == [
        "Connections:8: 'Vekst AS – Fond' is left out: 'liker' is no relation that is known",
        "Elements:7: 'Noe' is left out: 'Greie' is no kind that is known",
    ]


PARTIES = [
    ["Organisasjon", "Kommune", "Rolle", "Kontakt"],
    ["Tinn kommune", "Tinn", "Eier", "Per Hansen, per@example.no"],
    ["Vekst AS", "Kongsberg ", "Partner", None],
    ["USN", "Kongsberg/Notodden", None, "ukjent"],
]
ATTENDANCE = [
    ["Oppmøte 2025"],
    [],
    ["Organisasjon", datetime.datetime(2025, 1, 15), "12. mars", "Rådsmøte juni", "Sum"],
    ["Tinn kommune", "X", "X", None, '=COUNTIF(B4:D4,"X")'],
    ["Vekst AS", None, "x", "X", '=COUNTIF(B5:D5,"X")'],
    ["USN", "-", None, "X", 1],
    ["Sum", 1, 2, 2, None],
]


def test_parties_and_who_was_where(tmp_path: Path) -> None:
    path = kept(tmp_path / "hvem.xlsx", Interessenter=PARTIES, Oppmøte=ATTENDANCE)
    reading = formats.read(path)
    graph = reading.graph
    assert graph.of_kind("Actor")["name"].tolist() == ["USN", "Vekst AS"]
    assert edges(graph, "LOCATED_IN") == {"Kongsberg": ["USN", "Vekst AS"], "Notodden": ["USN"]}
    assert edges(graph, "PARTICIPATES_IN") == {
        "Oppmøte 2025-01-15": ["Tinn"],
        "Oppmøte 12. mars": ["Tinn", "Vekst AS"],
        "Rådsmøte juni": ["USN", "Vekst AS"],
    }
    assert reading.problems == ()
    assert not any("Hansen" in str(row) for row in graph.nodes.to_dict("records"))


RACI = [
    ["Tiltak", "Tinn kommune", "Rollag", "USN"],
    ["Fond", "A", "C", "I"],
    ["Kurs", "R", "A/R", None],
]


def test_a_matrix_of_responsibility(tmp_path: Path) -> None:
    graph = formats.read(kept(tmp_path / "raci.xlsx", Ansvar=RACI)).graph
    assert edges(graph, "RESPONSIBLE_FOR") == {"Fond": ["Tinn"], "Kurs": ["Rollag"]}
    assert edges(graph, "PARTICIPATES_IN") == {"Fond": ["Rollag"], "Kurs": ["Tinn"]}


SAVED = (
    "Tiltak;Ansvarlig;Samarbeidspartner(e);Kommune;Budsjett (mill. kr);Andel;Frist\r\n"
    "Fond;Tinn kommune;Rollag, Nore og Uvdal;Kongsberg;91,5;33,3 %;30.06.2025\r\n"
    "Buss;;Brakar;Rollag;1 200,50;0,25;16.04.15\r\n"
    "Språkløft – Ærlig;Søren Ås;Alle kommunene;Tinn;0,5;;Løpende\r\n"
)


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_a_csv_file_is_read_in_whatever_way_it_was_saved(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    path = tmp_path / "fra_excel.csv"
    path.write_bytes(SAVED.replace(";", delimiter).encode(encoding))
    reading = formats.read(path)
    graph = reading.graph
    assert edges(graph, "RESPONSIBLE_FOR") == {"Fond": ["Tinn"], "Språkløft – Ærlig": ["Søren Ås"]}
    assert edges(graph, "PARTICIPATES_IN")["Fond"] == ["Nore og Uvdal", "Rollag"]
    assert facts(graph, "Budsjett") == {
        "Fond": "91.5",
        "Buss": "1200.5",
        "Språkløft – Ærlig": "0.5",
    }
    assert facts(graph, "Andel") == {"Fond": "33.3", "Buss": "0.25"}
    assert reading.problems == ()


def test_rows_that_were_quoted_as_a_whole_and_a_first_line_that_names_the_delimiter(
    tmp_path: Path,
) -> None:
    path = tmp_path / "plan.csv"
    for text in ('"Tiltak;Ansvarlig"\n"Fond;Tinn"\n', "sep=;\nTiltak;Ansvarlig\nFond;Tinn\n"):
        path.write_text(text, encoding="utf-8")
        assert edges(formats.read(path).graph, "RESPONSIBLE_FOR") == {"Fond": ["Tinn"]}


def test_a_folder_of_such_files_is_one_source(tmp_path: Path) -> None:
    (tmp_path / "Tiltak.csv").write_text("Navn;Ansvarlig\nFond;Tinn\n", encoding="utf-8")
    (tmp_path / "Aktører.csv").write_text("Navn;Kommune\nUSN;Tinn\n", encoding="cp1252")
    (tmp_path / "._Tiltak.csv").write_bytes(b"\x00\x05\x16\x07")
    graph = formats.read(tmp_path).graph
    assert sorted(graph.nodes["name"]) == ["Fond", "Tinn", "USN"]
    assert edges(graph, "LOCATED_IN") == {"Tinn": ["USN"]}


def test_a_party_is_one_under_all_spellings_that_surely_mean_it(tmp_path: Path) -> None:
    spellings = ["Tinn kommune", "TINN", "Tinn\u00a0kommune", "4026 Tinn", "Ti\u00adnn"]
    rows = [["Tiltak", "Ansvarlig"], *([f"Tiltak {n}", s] for n, s in enumerate(spellings))]
    rows += [["Tiltak 8", "Vekst & Vilje"], ["Tiltak 9", "vekst og vilje"]]
    graph = formats.read(kept(tmp_path / "m.xlsx", Ark1=rows)).graph
    assert sorted(set(graph.nodes["name"][graph.nodes["kind"] != "Measure"])) == [
        "Tinn",
        "Vekst & Vilje",
    ]


def test_a_name_of_several_municipalities_is_a_question(tmp_path: Path) -> None:
    rows = [["Tiltak", "Ansvarlig"], ["Fond", "Herøy kommune"], ["Kai", "1818 Herøy"]]
    problems = formats.read(kept(tmp_path / "m.xlsx", Ark1=rows)).problems
    assert [(p.rule, p.row) for p in problems] == [("ambiguous-municipality", 2)]


def test_one_file_of_a_dataset_is_not_answered_over_alone(tmp_path: Path) -> None:
    (tmp_path / "goals.csv").write_text("id,name\ng,Vekst\n", encoding="utf-8")
    with pytest.raises(SourceNotFound, match="is a part of a dataset; name the folder"):
        formats.read(tmp_path / "goals.csv")


@pytest.mark.parametrize(
    "rows", [[["a", "b"], ["c", "d"]], [["Farge", "Lengde"], ["rød", 3]], [[1]]]
)
def test_what_is_not_understood_is_refused(tmp_path: Path, rows: list[list[Any]]) -> None:
    with pytest.raises(SourceNotFound, match="nothing in it was understood"):
        formats.understood(kept(tmp_path / "m.xlsx", Ark1=rows))


def test_a_list_of_names_with_their_region_is_of_those_who_are_named(tmp_path: Path) -> None:
    rows = [
        ["region", "name", "lat_2019"],
        ["Agder", "Iveland", "58.457"],
        ["Agder", "Risør", 58.72],
    ]
    reading = formats.read(kept(tmp_path / "m.xlsx", Ark1=rows))
    assert reading.graph.of_kind("Municipality")["name"].tolist() == ["Iveland", "Risør"]
    assert facts(reading.graph, "lat_2019") == {"Iveland": "58.457", "Risør": "58.72"}
    assert reading.problems == ()


def test_municipalities_of_one_name_are_two_where_their_numbers_say_so(tmp_path: Path) -> None:
    rows = [["Kommune", "Innbyggere"], ["1515 Herøy", 8900], ["1818 Herøy", 1800]]
    graph = formats.read(kept(tmp_path / "m.xlsx", Ark1=rows)).graph
    assert facts(graph, "Innbyggere") == {
        "Herøy (Møre og Romsdal)": "8900",
        "Herøy (Nordland)": "1800",
    }


def test_a_list_of_parties_may_say_what_they_are_members_of(tmp_path: Path) -> None:
    rows = [["Organisasjon", "Medlem av"], ["Rådet", None], ["USN", "Rådet; Klubben"]]
    reading = formats.read(kept(tmp_path / "m.xlsx", Ark1=rows))
    assert edges(reading.graph, "MEMBER_OF") == {"Rådet": ["USN"]}
    assert [(p.rule, p.row, p.column) for p in reading.problems] == [
        ("unknown-link", 3, "Medlem av")
    ]


def test_what_is_needed_may_stand_in_a_sheet_that_is_read_later(tmp_path: Path) -> None:
    first = [["Tiltak", "Avhenger av"], ["Rute", "Kai"], ["Buss", "Avhenger av Kai"]]
    later = [["Navn", "Eier"], ["Kai", "Tinn"]]
    graph = formats.read(kept(tmp_path / "m.xlsx", Ark1=first, Tiltak=later)).graph
    assert edges(graph, "DEPENDS_ON") == {"Kai": ["Buss", "Rute"]}


def test_a_matrix_of_measures_keeps_the_goals_that_they_are_part_of(tmp_path: Path) -> None:
    rows = [["Mål", "Tiltak", "Tinn", "Rollag"], ["Vekst", "Fond", "A", None]]
    rows += [[None, "Kurs", "C", "A"]]
    graph = formats.read(kept(tmp_path / "m.xlsx", Ark1=rows)).graph
    assert edges(graph, "PART_OF") == {"Vekst": ["Fond", "Kurs"]}
    assert edges(graph, "RESPONSIBLE_FOR") == {"Fond": ["Tinn"], "Kurs": ["Rollag"]}
