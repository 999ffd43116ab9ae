"""A folder of what people keep, a file each, as one source: who is one in it, and what clashes."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from graphtool import formats
from graphtool.errors import InvalidData
from graphtool.formats import template
from graphtool.graph import interchange
from tests.office import saved_again
from tests.recognition.test_shapes import edges, kept
from tests.workbooks import workbook

pytestmark = pytest.mark.usefixtures("english")

TINN = [
    ["Tinn kommune: handlingsplan"],
    [],
    ["Mål", "Tiltak", "Ansvarlig"],
    ["Flere i arbeid", "Fond", "Tinn kommune"],
    [None, "Kurs", "Vekst AS"],
]
ROLLAG = [["Mål", "Tiltak", "Ansvarleg"], ["Flere i arbeid", "Kai", "Rollag"], [None, "Vei", "?"]]
WHO = "Organisasjon;Kommune\nVEKST AS;Tinn\nUSN;Kongsberg\n"
ATTENDANCE = [["Organisasjon", "Rådsmøte", "Dialog"], ["Vekst as", "x", None], ["USN", "x", "x"]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two municipalities' plans, a list of stakeholders and who came to which meeting."""
    path = tmp_path / "regionen"
    path.mkdir()
    kept(path / "Tinn.xlsx", Plan=TINN)
    kept(path / "Rollag.xlsx", Plan=ROLLAG, Oppmøte=ATTENDANCE)
    (path / "interessenter.csv").write_bytes(WHO.encode("cp1252"))
    return path


def said(folder: Path) -> list[str]:
    return [f"{p.severity}: {p}" for p in formats.examine(folder)[1]]


def test_all_files_are_one_graph_and_a_party_is_one_in_all_of_them(folder: Path) -> None:
    graph = formats.read(folder).graph
    assert edges(graph, "RESPONSIBLE_FOR") == {
        "Fond": ["Tinn"],
        "Kurs": ["VEKST AS"],
        "Kai": ["Rollag"],
    }
    assert edges(graph, "PARTICIPATES_IN") == {"Rådsmøte": ["USN", "VEKST AS"], "Dialog": ["USN"]}
    assert edges(graph, "LOCATED_IN") == {"Tinn": ["VEKST AS"], "Kongsberg": ["USN"]}
    assert (graph.name, graph.title.nb) == ("regionen", "regionen")


def test_evidence_and_problems_name_file_sheet_and_row(folder: Path) -> None:
    reading = formats.read(folder)
    rows = interchange.with_ids(reading.graph).set_index("target")
    assert rows.loc["kurs", ["document", "line", "quote"]].tolist() == [
        "Tinn.xlsx#Plan",
        5,
        "Vekst AS",
    ]
    documents = reading.graph.documents.set_index("id")
    assert documents.loc["Tinn.xlsx#Plan", "file"] == "Tinn.xlsx"
    assert [str(problem) for problem in reading.problems] == [
        "Tinn.xlsx/Plan:4: Mål: 'Flere i arbeid' stands in Rollag.xlsx/Plan:2 (Rollag),"
        " Tinn.xlsx/Plan:4 (Tinn); these are different municipalities or plans, and they are taken"
        ' for 2; if they are one and the same, say so with check --alias "Flere i arbeid=Flere i'
        ' arbeid"'
    ]


def test_check_says_of_each_file_and_sheet_what_it_was_taken_for(folder: Path, run) -> None:
    lines = run("check", folder).out.splitlines()
    assert [line for line in lines if "headings in row" in line] == [
        "Rollag.xlsx/Plan: headings in row 1, read as plan; rows: 2, nodes: 4, edges: 3",
        "Rollag.xlsx/Oppmøte: headings in row 1, read as matrix; rows: 2, nodes: 2, edges: 3",
        "Tinn.xlsx/Plan: headings in row 3, read as plan; rows: 2, nodes: 3, edges: 4",
        "interessenter.csv: headings in row 1, read as parties; rows: 2, nodes: 4, edges: 2",
    ]


@pytest.mark.parametrize("file", ["._Tinn.xlsx", "~$Tinn.xlsx", ".DS_Store", "Thumbs.db", "a.txt"])
def test_what_a_system_leaves_beside_them_and_what_is_no_sheet_is_not_looked_at(
    folder: Path, file: str
) -> None:
    before = said(folder)
    (folder / file).write_bytes(b"\0\5\x16\7")
    assert said(folder) == before


@pytest.mark.parametrize(
    ("file", "data", "why"),
    [
        ("a.xlsx", b"no zip", "is no Excel workbook, or a damaged one; open it in Excel and save"),
        ("a.ods", b"no zip", "is no OpenDocument workbook, or a damaged one; save it in LibreOff"),
        ("a.xls", b"\xd0\xcf\x11\xe0", "no reader for this; open it in Excel and save it as .xlsx"),
        ("a.csv", b"\0\0", "holds NUL bytes and is no text file"),
    ],
)
def test_nothing_is_answered_over_a_file_that_cannot_be_read(
    folder: Path, run, file: str, data: bytes, why: str
) -> None:
    (folder / file).write_bytes(data)
    errors = [line for line in said(folder) if line.startswith("error")]
    assert [line[: len(f"error: {file}: {why}")] for line in errors] == [f"error: {file}: {why}"]
    assert run("check", folder).code == 1
    code, output, error = run("query", "owners", folder)
    assert (code, output) == (2, "")
    assert f"{file}: {why}" in error


def test_a_person_may_say_which_files_and_sheets_are_meant(folder: Path, run) -> None:
    (folder / "gammelt.xls").write_bytes(b"\xd0\xcf\x11\xe0")
    asked = ("--sheet", "Tinn.xlsx", "--sheet", "Rollag.xlsx/Oppmøte")
    assert run("check", folder, *asked).code == 0
    graph = formats.read(folder).graph
    assert graph.of_kind("Measure")["name"].tolist() == ["Fond", "Kurs"]
    assert "Rådsmøte" in list(graph.nodes["name"])


def test_what_is_settled_of_one_file_counts_there_alone(tmp_path: Path, run) -> None:
    for name in ("Tinn", "Rollag"):
        rows = [["Skjema"], ["Tiltak", "Avdeling"], [f"Fond i {name}", name]]
        kept(tmp_path / f"{name}.xlsx", Ark1=rows)
    settled = ("--columns", "Tinn.xlsx/Avdeling=owner", "--header-row", "Tinn.xlsx/Ark1=2")
    assert run("check", tmp_path, *settled).code == 0
    assert edges(formats.read(tmp_path).graph, "OWNS") == {"Fond i Tinn": ["Tinn"]}


def listed(path: Path, own: list[list[Any]], ties: list[list[Any]]) -> None:
    kept(
        path, Elements=[["Id", "Label", "Type"], *own], Connections=[["From", "To", "Type"], *ties]
    )


def test_an_id_is_that_of_its_own_file_and_of_a_third_a_question(tmp_path: Path) -> None:
    listed(tmp_path / "a.xlsx", [["t1", "Fond", "Tiltak"]], [["USN", "t1", "eier"]])
    listed(tmp_path / "b.xlsx", [["t1", "Kurs", "Tiltak"]], [["NHO", "t1", "eier"]])
    assert edges(formats.read(tmp_path).graph, "OWNS") == {"Fond": ["USN"], "Kurs": ["NHO"]}
    (tmp_path / "c.csv").write_text("From;To;Type\nLO;t1;eier\nLO;Kurs;eier\n", encoding="utf-8")
    reading = formats.read(tmp_path)
    assert edges(reading.graph, "OWNS") == {"Fond": ["USN"], "Kurs": ["LO", "NHO"]}
    assert [str(p) for p in reading.problems] == [
        "c.csv:2: 'LO – t1' is left out: 't1' is the id of different things in several files; write"
        " the name"
    ]


def test_what_two_files_say_has_the_evidence_of_both(tmp_path: Path) -> None:
    plan = [["Mål", "Tiltak", "Ansvarlig"], ["Flere boliger", "Tomter", "Fylkesrådet"]]
    for file in ("a", "b"):
        kept(tmp_path / f"{file}.xlsx", Plan=[*plan, plan[1]])  # within a file once
    reading = formats.read(tmp_path)
    rows = reading.graph.edges[["relation", "document", "line"]]
    assert rows.to_numpy().tolist() == [
        [relation, f"{file}.xlsx#Plan", 2]
        for relation in ("PART_OF", "RESPONSIBLE_FOR")
        for file in ("a", "b")
    ]
    assert reading.graph.edge_count == 2
    assert [sheet.edges for one in reading.intake for sheet in one.understood] == [2, 2]


def test_a_column_called_by_the_id_of_several_is_none_of_them(tmp_path: Path) -> None:
    for name, title in (("a", "Fond"), ("b", "Kurs")):
        listed(tmp_path / f"{name}.xlsx", [["t1", title, "Tiltak"]], [["USN", "t1", "eier"]])
    marks = [["Organisasjon", "t1", "Dialog"], ["LO", "x", None], ["NHO", "x", "x"]]
    kept(tmp_path / "c.xlsx", Oppmøte=marks)
    reading = formats.read(tmp_path)
    assert edges(reading.graph, "PARTICIPATES_IN") == {"t1": ["LO", "NHO"], "Dialog": ["NHO"]}
    assert [(p.rule, p.file, p.row) for p in reading.problems] == [
        ("unclear-id", "c.xlsx/Oppmøte", 1)
    ]


GOALS = [["id", "name", "note"], ["g1", "Vekst", None]]


def test_files_of_a_dataset_that_agree_on_an_id_list_it_once(tmp_path: Path) -> None:
    workbook(tmp_path / "a.xlsx", goals=GOALS)
    workbook(tmp_path / "b.xlsx", goals=[*GOALS[:1], ["g1", "Vekst", "viktig"], ["g2", "Ro", None]])
    reading = formats.read(tmp_path)
    assert reading.problems == ()
    assert reading.graph.nodes[["id", "note"]].to_numpy().tolist() == [["g1", "viktig"], ["g2", ""]]


def test_of_the_sheets_of_one_kind_each_file_has_its_own_count(tmp_path: Path) -> None:
    tie = [["source", "relation", "target"], ["g1", "PART_OF", "g2"]]
    workbook(tmp_path / "a.xlsx", goals=[*GOALS, ["g2", "Ro", None]], relations=tie)
    workbook(tmp_path / "b.xlsx", relations=tie)
    (tmp_path / "goals.csv").write_text("id,name\ng5,Fem\n", encoding="utf-8")
    assert [(one.file, one.read, one.merged) for one in formats.read(tmp_path).intake] == [
        ("a.xlsx/goals", 2, 0),
        ("goals.csv", 1, 0),
        ("a.xlsx/relations", 1, 0),
        ("b.xlsx/relations", 1, 1),
    ]


def test_files_of_a_dataset_that_differ_on_an_id_are_refused(tmp_path: Path) -> None:
    workbook(tmp_path / "a.xlsx", goals=GOALS)
    (tmp_path / "goals.csv").write_text("id,name\ng1,Ro\n", encoding="utf-8")
    assert said(tmp_path) == ["error: goals.csv:2: id: id 'g1' is used already in a.xlsx/goals:2"]


def test_copies_of_one_filled_template_are_what_they_were(tmp_path: Path) -> None:
    folder = tmp_path / "plan"
    folder.mkdir()
    workbook(tmp_path / "m.xlsx", goals=GOALS, municipalities=[["id", "name"], ["t", "Tinn"]])
    graph = formats.read(tmp_path / "m.xlsx").graph
    template.write(folder / "Tinn.xlsx", "nb", graph)
    shutil.copy(folder / "Tinn.xlsx", folder / "Rollag.xlsx")
    reading = formats.read(folder)
    assert reading.problems == ()
    assert reading.graph.nodes["name"].tolist() == graph.nodes["name"].tolist()


def filled(path: Path, **sheets: dict[str, str]) -> Path:
    """An empty template with one row filled in, in each of these sheets."""
    template.write(path, "nb")
    book = openpyxl.load_workbook(path)
    for name, cells in sheets.items():
        columns = {cell.value: cell.column for cell in book[name][1]}
        for heading, text in cells.items():
            book[name].cell(3, columns[heading]).value = text
    book.save(path)
    return path


def test_what_templates_say_of_one_goal_is_kept_or_told(tmp_path: Path) -> None:
    for town, note, type_ in (
        ("Rollag", "", ""),
        ("Tinn", "sentrum", "Hovedmål"),
        ("Vinje", "bygda", "Delmål"),
    ):
        goal = {"Navn": "Flere boliger i Telemark", "Eier": town, "Merknad": note, "Type": type_}
        actor = {"Navn": "Regionrådet", "Type": "råd"}
        filled(tmp_path / f"{town}.xlsx", Mål=goal, Aktører=actor, Kommuner={"Navn": town})
    reading = formats.read(tmp_path)
    goals = reading.graph.of_kind("Goal")
    assert goals[["name", "subkind", "note"]].to_numpy().tolist() == [
        ["Flere boliger i Telemark", "main", "sentrum"]
    ]
    assert edges(reading.graph, "OWNS") == {"Flere boliger i Telemark": ["Rollag", "Tinn", "Vinje"]}
    assert [p.message.in_("nb").partition(";")[0] for p in reading.problems] == [
        "«Flere boliger i Telemark» står også i Rollag.xlsx/Mål, rad 3",
        "«bygda» er ikke med: «Flere boliger i Telemark» har allerede «sentrum»",
        "«Flere boliger i Telemark» står også i Rollag.xlsx/Mål, rad 3",
        "«Delmål» er ikke med: «Flere boliger i Telemark» har allerede «hovedmål»",
    ]


def test_a_goal_that_each_municipality_has_in_its_own_template_is_each_ones_own(
    tmp_path: Path,
) -> None:
    for town in ("Rollag", "Tinn"):
        goal = {"Navn": "Flere boliger", "Eier": town}
        filled(tmp_path / f"{town}.xlsx", Mål=goal, Kommuner={"Navn": town})
    reading = formats.read(tmp_path)
    assert edges(reading.graph, "OWNS") == {
        "Flere boliger (Rollag)": ["Rollag"],
        "Flere boliger (Tinn)": ["Tinn"],
    }
    (problem,) = reading.problems
    assert "Rollag.xlsx/Mål, rad 3" in problem.message.in_("nb")


def test_two_goals_of_ones_own_are_meant_by_their_titles_in_one_cell(tmp_path: Path) -> None:
    for town in ("Rollag", "Tinn"):
        path = filled(tmp_path / f"{town}.xlsx", Mål={"Navn": "Vekst", "Eier": town})
        book = openpyxl.load_workbook(path)
        columns = {cell.value: cell.column for cell in book["Mål"][1]}
        book["Mål"].cell(4, columns["Navn"]).value = "Bolyst"
        columns = {cell.value: cell.column for cell in book["Tiltak"][1]}
        book["Tiltak"].cell(3, columns["Navn"]).value = f"Kurs i {town}"
        book["Tiltak"].cell(3, columns["Del av"]).value = "Vekst, Bolyst"
        book.save(path)
    reading = formats.read(tmp_path)
    part_of = edges(reading.graph, "PART_OF")
    assert part_of["Vekst (Tinn)"] == part_of["Bolyst (Tinn)"] == ["Kurs i Tinn"]


def test_a_circle_of_one_title_is_told_however_many_rows_it_has(tmp_path: Path) -> None:
    path = tmp_path / "m.xlsx"
    template.write(path, "nb")
    book = openpyxl.load_workbook(path)
    columns = {cell.value: cell.column for cell in book["Tiltak"][1]}
    for row in range(3, 33):
        book["Tiltak"].cell(row, columns["Navn"]).value = "Næring"
        book["Tiltak"].cell(row, columns["Del av"]).value = "Næring"
    book.save(path)
    with pytest.raises(InvalidData, match="PART_OF runs in a circle"):
        formats.read(path)


def test_of_copies_of_a_template_no_note_is_lost_to_another(tmp_path: Path) -> None:
    folder = tmp_path / "plan"
    folder.mkdir()
    workbook(tmp_path / "m.xlsx", goals=GOALS)
    graph = formats.read(tmp_path / "m.xlsx").graph
    for town, note in (("Rollag", ""), ("Tinn", "sentrum"), ("Vinje", "bygda")):
        template.write(folder / f"{town}.xlsx", "nb", graph)
        book = openpyxl.load_workbook(folder / f"{town}.xlsx")
        place = next(cell.column for cell in book["Mål"][1] if cell.value == "Merknad")
        row = next(cell.row for cell in book["Mål"]["A"] if cell.value == "Vekst")
        book["Mål"].cell(row, place).value = note
        book.save(folder / f"{town}.xlsx")
    reading = formats.read(folder)
    assert reading.graph.of_kind("Goal")["note"].tolist() == ["sentrum"]
    assert [str(p).partition(": ")[2] for p in reading.problems] == [
        "Merknad: 'bygda' is left out: 'Vekst' has 'sentrum' already"
    ]


def test_the_problems_are_listed_with_their_cells_of_every_file(folder: Path, run) -> None:
    place = folder.parent / "problems.xlsx"
    assert run("check", folder, "-o", place).code == 1
    book = openpyxl.load_workbook(place)
    assert book.sheetnames == [
        "problems",
        "Rollag.xlsx-Plan",
        "Rollag.xlsx-Oppmøte",
        "Tinn.xlsx-Plan",
        "interessenter.csv",
    ]
    assert book["problems"]["B2"].hyperlink.location == "'Tinn.xlsx-Plan'!A4"
    inside = run("check", folder, "-o", folder / "problems.xlsx")
    assert inside.code == 2
    assert "which this command reads; choose another name or another folder" in inside.err
    assert not (folder / "problems.xlsx").exists()


def test_several_files_on_the_command_line_are_to_be_a_folder(folder: Path, run) -> None:
    code, _, error = run("check", folder / "Tinn.xlsx", folder / "Rollag.xlsx")
    assert code == 2
    assert "name the folder in which they lie" in error


def test_a_workbook_of_libreoffice_is_one_of_the_files(folder: Path) -> None:
    before = formats.read(folder).graph
    (folder / "Tinn.xlsx").rename(folder.parent / "Tinn.xlsx")
    shutil.copy(saved_again(folder.parent / "Tinn.xlsx", "ods"), folder)
    assert edges(formats.read(folder).graph, "RESPONSIBLE_FOR") == edges(before, "RESPONSIBLE_FOR")
