"""`check -o problems.xlsx`: every problem with its cell, and the cells where they stand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.formats.test_ods import document, row
from tests.workbooks import workbook

pytestmark = pytest.mark.usefixtures("english")

PLAN = [
    ["Handlingsplan 2025"],
    ["Tiltak", "Ansvarlig", "Frist"],
    ["Ny buss", "Herøy", "2025"],
    ["Ny vei", "Tinn kommune", "2026", "løs"],
]
GOALS = [["id", "name", "Valid from"], ["g1", "Vekst", "i fjor"], ["", "Mer", ""]]


def marks(path: Path, title: str) -> dict[str, tuple[Any, str, str]]:
    """By its place, what each marked cell holds, its fill, and how its comment begins."""
    return {
        cell.coordinate: (cell.value, cell.fill.fgColor.rgb, cell.comment.text.split(";")[0])
        for row in openpyxl.load_workbook(path)[title].iter_rows()
        for cell in row
        if cell.comment
    }


def listed(path: Path) -> list[tuple[Any, ...]]:
    rows = openpyxl.load_workbook(path)["problems"].iter_rows(min_row=2)
    return [
        (*(cell.value for cell in row[:5]), row[1].hyperlink and row[1].hyperlink.location)
        for row in rows
    ]


def test_each_problem_is_listed_errors_first_and_its_cell_is_marked(tmp_path: Path, run) -> None:
    path, made = tmp_path / "m.xlsx", tmp_path / "problems.xlsx"
    workbook(path, Plan=PLAN, goals=GOALS)
    code, _, told = run("check", path, "-o", made)
    assert (code, told) == (1, f"{made}: 4 problems, each linked to its cell\n")
    assert listed(made) == [
        ("error", "goals", 2, "valid_from", "i fjor", "'goals'!C2"),
        ("error", "goals", 3, "id", None, "'goals'!A3"),
        ("warning", "Plan", 3, "Ansvarlig", "Herøy", "'Plan'!B3"),
        ("warning", "Plan", 4, None, "løs", "'Plan'!D4"),
    ]
    assert marks(made, "goals") == {
        "C2": ("i fjor", "00FFC7CE", "error: 'i fjor' is no date"),
        "A3": (None, "00FFC7CE", "error: the id is missing"),
    }
    assert marks(made, "Plan") == {
        "B3": ("Herøy", "00FFEB9C", "warning: 'Herøy' is the name of several municipalities"),
        "D4": ("løs", "00FFEB9C", "warning: 'løs' stands under no heading and is not read"),
    }
    copied = [list(row) for row in openpyxl.load_workbook(made)["Plan"].values]
    assert copied[2] == ["Ny buss", "Herøy", "2025", None]


def test_a_csv_file_is_a_sheet_like_any_other_and_no_cell_a_formula(tmp_path: Path, run) -> None:
    path, made = tmp_path / "m.csv", tmp_path / "p.xlsx"
    path.write_text("Tiltak;Ansvarlig\n=1+1;Tinn\n\nNy buss;Herøy\n", encoding="cp1252")
    run("check", path, "-o", made)
    assert listed(made) == [("warning", "m.csv", 4, "Ansvarlig", "Herøy", "'m.csv'!B4")]
    cell = openpyxl.load_workbook(made)["m.csv"]["A2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_a_workbook_of_libreoffice_is_copied_and_marked_too(tmp_path: Path, run) -> None:
    made = tmp_path / "p.xlsx"
    path = document(
        tmp_path / "m.ods",
        Plan=[row("Handlingsplan 2025"), row("Tiltak", "Ansvarlig"), row("Ny buss", "Herøy")],
    )
    run("check", path, "-o", made)
    assert listed(made) == [("warning", "Plan", 3, "Ansvarlig", "Herøy", "'Plan'!B3")]
    assert marks(made, "Plan") == {
        "B3": ("Herøy", "00FFEB9C", "warning: 'Herøy' is the name of several municipalities")
    }


def test_a_source_without_problems_gives_an_empty_list(tmp_path: Path, run) -> None:
    (tmp_path / "goals.csv").write_text("id,name\ng1,Vekst\n", encoding="utf-8")
    made = tmp_path.parent / f"{tmp_path.name}.xlsx"
    assert run("check", tmp_path, "-o", made).code == 0
    assert listed(made) == []
    assert openpyxl.load_workbook(made).sheetnames == ["problems", "goals.csv"]


@pytest.mark.parametrize("name", ["m.xlsx", "M.XLSX", "list.csv"])
def test_it_is_written_over_no_source_and_as_no_other_format(
    tmp_path: Path, run, name: str
) -> None:
    path = tmp_path / "m.xlsx"
    workbook(path, Plan=PLAN)
    before = path.read_bytes()
    assert run("check", path, "-o", tmp_path / name).code == 2
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["m.xlsx"]
