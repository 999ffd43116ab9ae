"""What other programs write: SharePoint, Jira, pivot tables, registers, text pasted from Word."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphtool import formats
from graphtool.errors import GraphtoolError
from graphtool.graph import interchange
from tests.recognition.test_shapes import edges, facts, kept
from tests.recognition.test_sheets_of_the_office import named, read, said

pytestmark = pytest.mark.usefixtures("english")


def test_the_items_of_a_list_in_sharepoint_are_measures(tmp_path: Path) -> None:
    head = ["Title", "Ansvarlig", "Samarbeidspartnere", "Modified By", "Item Type", "Path"]
    row = ["Felles arkiv", "Ola Hansen;#13", "Tinn kommune;#4;#Vinje kommune;#7", "Eva Lie"]
    graph = read(tmp_path, head, [*row, "Item", "sites/plan"], title="query").graph
    assert edges(graph, "RESPONSIBLE_FOR") == {"Felles arkiv": ["Ola Hansen"]}
    assert edges(graph, "PARTICIPATES_IN") == {"Felles arkiv": ["Tinn", "Vinje"]}
    assert "Eva Lie" not in named(graph, "Actor")


def test_issues_are_measures_of_their_project_and_not_the_project(tmp_path: Path) -> None:
    head = ["Project", "Key", "Summary", "Issue Type", "Assignee", "Parent"]
    rows = [["Regionplan", "RP-1", "Felles innkjøp", "Epic", "Kari Nordmann", None]]
    rows += [["Regionplan", "RP-2", "Markedsdialog", "Task", "Ola Hansen", "RP-1"]]
    graph = read(tmp_path, head, *rows).graph
    parts = interchange.with_ids(graph).query("relation == 'PART_OF'")
    assert sorted(parts[["source", "target"]].to_numpy().tolist()) == [
        ["RP-1", "regionplan"],
        ["RP-2", "RP-1"],
        ["RP-2", "regionplan"],
    ]
    assert edges(graph, "RESPONSIBLE_FOR") == {
        "Felles innkjøp": ["Kari Nordmann"],
        "Markedsdialog": ["Ola Hansen"],
    }


PIVOT = [
    ["Kommune", "(Alle)"],
    [],
    ["Antall av Tiltak", "Kolonneetiketter"],
    ["Radetiketter", "Ferdig", "Pågår", "Totalsum"],
    ["Næring", 2, 3, 5],
]


def test_a_pivot_table_is_none_of_the_data_that_it_counts(tmp_path: Path) -> None:
    data = [["Tiltak", "Kommune"], ["Fond", "Tinn"]]
    reading = formats.read(kept(tmp_path / "m.xlsx", Pivot=PIVOT, Data=data))
    assert named(reading.graph, "Measure") == ["Fond"]
    assert named(reading.graph, "Actor") == []
    assert [(one.rule, one.file) for one in reading.problems] == [("pivot-table", "Pivot")]


def test_a_pivot_table_alone_is_refused_with_what_to_take_along(tmp_path: Path) -> None:
    with pytest.raises(GraphtoolError, match="take along the sheet that it is made of"):
        formats.read(kept(tmp_path / "m.xlsx", Pivot=PIVOT))


def test_who_sits_on_a_board_is_a_member_of_it_for_a_municipality(tmp_path: Path) -> None:
    head = ["Selskap", "Kommune", "Styremedlem", "Verv"]
    rows = [["Renovest IKS", "Vinje", "Kari Nordmann", "Styreleder"]]
    rows += [["Renovest IKS", "Tokke", "Ola Hansen", "Medlem"]]
    graph = read(tmp_path, head, *rows).graph
    assert edges(graph, "MEMBER_OF") == {"Renovest IKS": ["Kari Nordmann", "Ola Hansen"]}
    assert edges(graph, "AFFILIATED_WITH") == {"Vinje": ["Kari Nordmann"], "Tokke": ["Ola Hansen"]}
    assert edges(graph, "LOCATED_IN") == {}
    assert facts(graph, "role") == {"Kari Nordmann": "Styreleder", "Ola Hansen": "Medlem"}


def test_the_register_of_shareholders_has_owners(tmp_path: Path) -> None:
    head = ["Selskap", "Navn aksjonær", "Postnr/sted", "Antall aksjer"]
    rows = [["VINJE KRAFT AS", "VINJE KOMMUNE", "3890 VINJE", 600]]
    rows += [["VINJE KRAFT AS", "TOKKE KOMMUNE", "3880 DALEN", 400]]
    reading = read(tmp_path, head, *rows)
    assert edges(reading.graph, "OWNS") == {"VINJE KRAFT AS": ["Tokke", "Vinje"]}
    assert said(reading) == []


def test_words_broken_at_the_end_of_a_line_are_whole(tmp_path: Path) -> None:
    head = ["Tiltak", "Ansvar", "Tids-\nperspektiv"]
    rows = [["Bredbånds-\nutbygging", "Tinn kommune\nVinje kommune", "2025-\n2027"]]
    rows += [["Nærings-\nog kulturfond", "Telemark\nfylkeskommune", "2026"]]
    graph = read(tmp_path, head, *rows).graph
    assert edges(graph, "RESPONSIBLE_FOR") == {
        "Bredbåndsutbygging": ["Tinn", "Vinje"],
        "Nærings- og kulturfond": ["Telemark fylkeskommune"],
    }
    deadlines = {"Bredbåndsutbygging": "2025/2027", "Nærings- og kulturfond": "2026"}
    assert facts(graph, "deadline") == deadlines


def test_responsibility_parted_in_two_below_one_heading(tmp_path: Path) -> None:
    rows = [["Tiltak", "Ansvar", None, "Frist"], [None, "Hoved", "Med", None]]
    graph = read(tmp_path, *rows, ["Vei", "Tinn", "NAV", "2026"]).graph
    assert edges(graph, "RESPONSIBLE_FOR") == {"Vei": ["Tinn"]}
    assert edges(graph, "PARTICIPATES_IN") == {"Vei": ["NAV"]}


def test_a_goal_of_a_year_is_asked_about(tmp_path: Path) -> None:
    reading = read(tmp_path, ["Tiltak", "Mål 2030"], ["Ladestasjoner", "Halvert utslipp"])
    assert [one.rule for one in reading.problems] == ["guessed-column"]
    assert facts(reading.graph, "Mål 2030") == {"Ladestasjoner": "Halvert utslipp"}
