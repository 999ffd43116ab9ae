"""Goals and measures in one column, and who answers for each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl.styles import Alignment

from graphtool import formats
from graphtool.formats import Reading
from tests.office import PROGRAM, saved_again
from tests.recognition.test_shapes import edges, facts, kept
from tests.workbooks import workbook

pytestmark = pytest.mark.usefixtures("english")


def read(path: Path, heading: str, *titles: Any) -> Reading:
    rows = [[heading, "Ansvarlig", "Frist"]]
    rows += [[title, "Tinn" if n else None, "2025"] for n, title in enumerate(titles)]
    return formats.read(kept(path / "m.xlsx", Plan=rows))


WAYS = {
    "words and numbers": ("Tiltak", "Mål 1: A", "Tiltak 1.1 Fond", "Mål 2: Å", "Tiltak 2.1 Rute"),
    "words alone": ("Mål", "Mål: Vekst", "Tiltak: Fond", "Mål: Buss", "Tiltak – Rute"),
    "numbers": ("Mål/tiltak", "1 Vekst", "1.1 Fond", "2. Buss", "2.1. Rute"),
    "spaces": ("Mål og tiltak", "Vekst", "   Fond", "Buss", "   Rute"),
    "tabs": ("Mål/tiltak", "Vekst", "\tFond", "Buss", "\tRute"),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_goal_and_its_measures_in_one_column(tmp_path: Path, way: str) -> None:
    heading, *titles = WAYS[way]
    reading = read(tmp_path, heading, *titles)
    graph = reading.graph
    plain = [title.strip() for title in titles]
    assert graph.of_kind("Goal")["name"].tolist() == sorted([plain[0], plain[2]])
    assert edges(graph, "PART_OF") == {plain[0]: [plain[1]], plain[2]: [plain[3]]}
    assert edges(graph, "RESPONSIBLE_FOR") == {title: ["Tinn"] for title in plain[1:]}
    assert set(facts(graph, "deadline")) == set(plain)
    assert reading.problems == ()
    (table,) = (one for count in reading.intake for one in count.understood)
    assert table.shape == "outline"
    assert dict(table.columns)[heading] == "Goal, Measure"


def test_numbers_say_whose_part_a_measure_is(tmp_path: Path) -> None:
    rows = [["Nr", "Mål/tiltak"], ["1", "Vekst"], ["1.1", "Fond"], ["2", "Buss"], ["1.2", "Kurs"]]
    graph = formats.read(kept(tmp_path / "m.xlsx", Plan=rows)).graph
    assert edges(graph, "PART_OF") == {"Vekst": ["Fond", "Kurs"]}


def test_main_goals_goals_and_measures_are_three_steps(tmp_path: Path) -> None:
    titles = ("Hovedmål 1 Vekst", "Delmål 1.1 Arbeid", "Tiltak 1.1.1 Fond", "Tiltak 1.1.2 Kurs")
    graph = read(tmp_path, "Mål", *titles).graph
    assert edges(graph, "PART_OF") == {titles[0]: [titles[1]], titles[1]: sorted(titles[2:])}
    subkinds = dict(zip(graph.nodes["name"], graph.nodes["subkind"], strict=True))
    assert (subkinds[titles[0]], subkinds[titles[1]]) == ("main", "sub")


LETTERED = (
    ("Mål / delmål / tiltak", "1 Sentrum", "1.1 Butikker", "1.1.a Kurs", "1.1b Åpent", "2 Klima"),
    ("Mål/delmål/tiltak", "1 Sentrum", "1.1 Butikker", "a) Kurs", "b) Åpent", "2 Klima"),
)


@pytest.mark.parametrize("titles", LETTERED)
def test_letters_behind_numbers_are_the_last_level(tmp_path: Path, titles: tuple[str, ...]) -> None:
    reading = read(tmp_path, *titles)
    _, first, sub, *measures, second = titles
    assert edges(reading.graph, "PART_OF") == {first: [sub], sub: measures}
    assert reading.graph.of_kind("Measure")["name"].tolist() == measures
    assert set(reading.graph.of_kind("Goal")["name"]) == {first, sub, second}
    assert reading.problems == ()


def test_what_nobody_answers_for_between_goals_and_measures_is_a_goal_and_said(
    tmp_path: Path,
) -> None:
    rows = [["Nr", "Mål/tiltak", "Ansvarlig"], ["1", "Sentrum", "Tinn"], ["1.1", "Butikker"]]
    rows += [["1.1.a", "Kurs", "Vinje"], ["2", "Klima"], ["2.a", "Ombruk", "Tinn"]]
    reading = formats.read(kept(tmp_path / "m.xlsx", Plan=rows))
    assert edges(reading.graph, "PART_OF") == {
        "Sentrum": ["Butikker"],
        "Butikker": ["Kurs"],
        "Klima": ["Ombruk"],
    }
    assert reading.graph.of_kind("Measure")["name"].tolist() == ["Kurs", "Ombruk"]
    (problem,) = reading.problems
    assert problem.rule == "guessed-level"
    assert "'Butikker' and the others on level 2 are read as Goal.sub" in str(problem)


def test_what_somebody_answers_for_between_goals_and_measures_is_a_measure_and_said(
    tmp_path: Path,
) -> None:
    reading = read(tmp_path, "Mål/tiltak", "Vekst", "  Fond", "    Første runde")
    assert edges(reading.graph, "PART_OF") == {"Vekst": ["Fond"], "Fond": ["Første runde"]}
    assert [problem.rule for problem in reading.problems] == ["guessed-level"]
    assert len(reading.graph.of_kind("Goal")) == 1


def test_a_heading_of_both_over_rows_that_nothing_tells_apart_is_a_question(tmp_path: Path) -> None:
    path = kept(tmp_path / "m.xlsx", Plan=[["Mål og tiltak", "Ansvarlig"], ["Vekst"], ["Fond"]])
    assert [problem.rule for problem in formats.read(path).problems] == ["guessed-level"]
    formats.settle(path, {"columns": {"Mål og tiltak": "tiltak"}})
    reading = formats.read(path)
    assert len(reading.graph.of_kind("Measure")) == 2


def test_a_row_of_which_nothing_says_what_it_is_is_not_guessed(tmp_path: Path) -> None:
    reading = read(tmp_path, "Tiltak", "Mål 1: Vekst", "Tiltak 1.1 Fond", "Noe mer")
    assert [(p.rule, p.row) for p in reading.problems] == [("row-left", 4)]
    assert "Noe mer" not in list(reading.graph.nodes["name"])


def test_measures_say_nothing_of_themselves_where_goals_and_focus_areas_above_do(
    tmp_path: Path,
) -> None:
    titles = ("Satsingsområde: Skole", "Mål 1: Trivsel", "Ny skole", "Mål 2: Helse", "Ny bru")
    reading = read(tmp_path, "Tiltak", *titles)
    assert [problem.rule for problem in reading.problems] == []
    assert edges(reading.graph, "PART_OF") == {
        "Satsingsområde: Skole": ["Mål 1: Trivsel", "Mål 2: Helse"],
        "Mål 1: Trivsel": ["Ny skole"],
        "Mål 2: Helse": ["Ny bru"],
    }


def test_a_column_of_measures_with_numbers_is_no_outline(tmp_path: Path) -> None:
    graph = read(tmp_path, "Tiltak", "1 Fond", "1.1 Kurs", "3 nye busser").graph
    assert len(graph.of_kind("Measure")) == 3
    assert len(graph.of_kind("Goal")) == 0


def set_in(path: Path, rows: list[list[Any]], *cells: str) -> Path:
    """A workbook in which these cells are set in by Excel's own indent, one step a letter."""
    book = workbook(path, Plan=rows)
    for name in cells:
        place, _, steps = name.partition(":")
        book["Plan"][place].alignment = Alignment(indent=int(steps or 1))
    book.save(path)
    return path


GOALS = [
    ["Mål", "Ansvarlig"],
    ["Vekst", "Tinn"],
    ["Arbeid", "USN"],
    ["Lærlinger", "NHO"],
    ["Buss", "Rollag"],
]


def test_goals_that_are_set_in_are_part_of_those_above_them(tmp_path: Path) -> None:
    path = set_in(tmp_path / "m.xlsx", GOALS, "A3:1", "A4:2")
    reading = formats.read(path)
    assert edges(reading.graph, "PART_OF") == {"Vekst": ["Arbeid"], "Arbeid": ["Lærlinger"]}
    subkinds = dict(zip(reading.graph.nodes["name"], reading.graph.nodes["subkind"], strict=True))
    assert [subkinds[name] for name in ("Vekst", "Arbeid", "Buss")] == ["", "sub", ""]
    (table,) = (one for count in reading.intake for one in count.understood)
    assert dict(table.columns)["Mål"] == "Goal, Goal.sub"
    if PROGRAM:
        again = formats.read(saved_again(path, "ods")).graph
        assert edges(again, "PART_OF") == edges(reading.graph, "PART_OF")


def test_measures_stand_under_the_innermost_goal(tmp_path: Path) -> None:
    rows = [["Mål", "Tiltak"], ["Vekst", None], ["    Arbeid", "Fond"], [None, "Kurs"]]
    graph = formats.read(kept(tmp_path / "m.xlsx", Plan=[*rows, ["Buss", "Rute"]])).graph
    assert edges(graph, "PART_OF") == {
        "Vekst": ["Arbeid"],
        "Arbeid": ["Fond", "Kurs"],
        "Buss": ["Rute"],
    }


@pytest.mark.parametrize("titles", [(" Vekst", "Buss", "Kai"), ("Vekst", " Buss", "Kai")])
def test_a_stray_space_makes_no_part(tmp_path: Path, titles: tuple[str, ...]) -> None:
    graph = read(tmp_path, "Mål", *titles).graph
    assert edges(graph, "PART_OF") == {}


def test_a_heading_of_both_and_excels_indent_tell_goals_from_measures(tmp_path: Path) -> None:
    rows = [["Mål/tiltak", "Ansvarlig"], ["Vekst", None], ["Fond", "Tinn"]]
    graph = formats.read(set_in(tmp_path / "m.xlsx", rows, "A3:1")).graph
    assert edges(graph, "PART_OF") == {"Vekst": ["Fond"]}
    assert graph.of_kind("Measure")["name"].tolist() == ["Fond"]


def test_texts_of_a_datasets_own_are_the_same_set_in_or_not(tmp_path: Path) -> None:
    book = workbook(tmp_path / "m.xlsx", goals=[["id", "name"], ["g1", "Vekst"]])
    book["goals"]["B2"].alignment = Alignment(indent=3)
    book.save(tmp_path / "m.xlsx")
    assert formats.read(tmp_path / "m.xlsx").graph.nodes["name"].tolist() == ["Vekst"]


def test_hidden_rows_and_sheets_are_read_and_said(tmp_path: Path) -> None:
    book = workbook(tmp_path / "m.xlsx", Plan=GOALS)
    book["Plan"].row_dimensions[3].hidden = book["Plan"].row_dimensions[4].hidden = True
    book.create_sheet("Forside")
    book["Plan"].sheet_state = "hidden"
    book.save(tmp_path / "m.xlsx")
    paths = [tmp_path / "m.xlsx", *([saved_again(tmp_path / "m.xlsx", "ods")] if PROGRAM else [])]
    for path in paths:
        reading = formats.read(path)
        assert len(reading.graph.of_kind("Goal")) == 4
        (table,) = (one for count in reading.intake for one in count.understood)
        assert [str(line) for line in table.lines()[2:]] == [
            "  the sheet is hidden, and read as others are",
            "  hidden rows, read too: 3-4",
        ]
