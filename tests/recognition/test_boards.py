"""What task boards export, headings between the rows of a list, and headings over two rows."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from graphtool import formats
from graphtool.graph import interchange
from tests.recognition.test_shapes import edges, kept

pytestmark = pytest.mark.usefixtures("english")


def facts(path: Path, node: str) -> dict[str, str]:
    nodes = formats.read(path).graph.nodes.set_index("id")
    return {name: value for name, value, *_ in nodes.loc[node, "facts"]}


def test_the_tasks_that_planner_exports_are_measures_of_those_they_are_assigned_to(
    tmp_path: Path,
) -> None:
    about = [["Plan-navn", "Omstilling"], ["Dato for eksport", "28.11.2026"]]
    head = ["Oppgave-ID", "Oppgavenavn", "Samlingsnavn", "Fremdrift", "Tilordnet til"]
    more = ["Opprettet av", "Forfallsdato", "Etiketter", "Beskrivelse"]
    row = ["aB1", "Kartlegge areal", "Areal", "Pågår", "Kari Nordmann;Ola Hansen"]
    tasks = [[*head, *more], [*row, "Per Li", "31.12.2026", "Kart", "Svadde"]]
    path = kept(tmp_path / "planner.xlsx", **{"Plan-navn": about, "Oppgaver": tasks})
    graph = formats.read(path).graph
    assert edges(graph, "RESPONSIBLE_FOR") == {"Kartlegge areal": ["Kari Nordmann", "Ola Hansen"]}
    assert "Per Li" not in list(graph.nodes["name"])
    assert facts(path, "aB1") == {
        "Samlingsnavn": "Areal",
        "status": "Pågår",
        "deadline": "2026-12-31",
        "tag": "Kart",
        "note": "Svadde",
    }


def test_the_cards_of_trello_are_measures_in_which_their_members_take_part(tmp_path: Path) -> None:
    path = tmp_path / "trello.csv"
    path.write_text(
        "Card ID,Card Name,Labels,Members,Due Date,List Name\n"
        '61,Ny kai,Havn,"Kari Nordmann, Ola Hansen",2026-12-31T11:00:00.000Z,Pågår\n',
        encoding="utf-8",
    )
    graph = formats.read(path).graph
    assert edges(graph, "PARTICIPATES_IN") == {"Ny kai": ["Kari Nordmann", "Ola Hansen"]}
    assert facts(path, "ny-kai")["deadline"] == "2026-12-31"


def test_the_issues_of_jira_are_measures_parts_of_their_epic(tmp_path: Path) -> None:
    path = tmp_path / "jira.csv"
    path.write_text(
        "Summary,Issue key,Issue Type,Status,Assignee,Reporter,Parent summary\n"
        "Digital byggesak,DIG-1,Epic,In Progress,Anne Lie,Per Li,\n"
        "Kartløsning,DIG-2,Task,To Do,,Per Li,Digital byggesak\n",
        encoding="utf-8",
    )
    graph = formats.read(path).graph
    assert graph.of_kind("Measure")["id"].tolist() == ["DIG-1", "DIG-2"]
    assert edges(graph, "PART_OF") == {"Digital byggesak": ["Kartløsning"]}
    assert edges(graph, "RESPONSIBLE_FOR") == {"Digital byggesak": ["Anne Lie"]}


SECTIONS = [
    ["#", "Tiltak", "Ansvarlig"],
    ["A", "HOVEDMÅL A: Robust næringsliv", None],
    ["A1", "Gründerhus", "Tinn"],
    ["A2", "Mål: møte alle bedrifter", "Tinn"],
    ["B", "Hovedmål B – Grønt skifte", None],
    ["B1", "Biogass", "Rollag"],
]


def test_a_goal_alone_in_a_row_among_measures_is_the_goal_of_those_below(tmp_path: Path) -> None:
    graph = formats.read(kept(tmp_path / "plan.xlsx", Ark1=SECTIONS)).graph
    assert graph.of_kind("Goal")[["name", "subkind"]].to_numpy().tolist() == [
        ["HOVEDMÅL A: Robust næringsliv", "main"],
        ["Hovedmål B – Grønt skifte", "main"],
    ]
    rows = interchange.with_ids(graph)
    parts = rows[rows["relation"] == "PART_OF"][["source", "target"]].to_numpy().tolist()
    assert parts == [["A1", "A"], ["A2", "A"], ["B1", "B"]]


def test_headings_over_two_rows_are_those_of_the_lower_one(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Mål", "Tiltak", "Ansvar", None])
    sheet.append([None, None, "Hovedansvar", "Samarbeid"])
    for place in ("A1:A2", "B1:B2", "C1:D1"):
        sheet.merge_cells(place)
    sheet.append(["Vekst", "Kurs", "Rollag kommune", "Visit Kongsberg AS og Tinn kommune"])
    book.save(tmp_path / "plan.xlsx")
    graph = formats.read(tmp_path / "plan.xlsx").graph
    assert edges(graph, "RESPONSIBLE_FOR") == {"Kurs": ["Rollag"]}
    assert edges(graph, "PARTICIPATES_IN") == {"Kurs": ["Tinn", "Visit Kongsberg AS"]}
