"""Two rows of one title in the workbook to fill in: two things where whose they are differs."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from graphtool import formats
from graphtool.formats import template
from tests.formats.test_template import edges, fill, said

pytestmark = pytest.mark.usefixtures("english")

TITLE = "Økt verdiskaping"


def start(path: Path) -> Path:
    template.write(path, "nb")
    return path


def test_goals_of_two_plans_are_two_and_measures_are_part_of_that_of_their_own(
    tmp_path: Path,
) -> None:
    path = fill(
        start(tmp_path / "plan.xlsx"),
        Planer=[{"Navn": "Klimaplan"}, {"Navn": "Næringsplan for Tinn"}],
        Mål=[
            {"Navn": TITLE, "Del av": "Klimaplan"},
            {"Navn": TITLE, "Del av": "Næringsplan for Tinn"},
        ],
        Tiltak=[
            {"Navn": "Kurs", "Del av": f"{TITLE} (Klimaplan)"},
            {"Navn": "Kai", "Del av": f"{TITLE} (Næringsplan, Tinn)"},
        ],
    )
    reading = formats.read(path)
    assert edges(reading.graph) >= {
        ("okt-verdiskaping-klimaplan", "PART_OF", "klimaplan"),
        ("okt-verdiskaping-naringsplan-tinn", "PART_OF", "naringsplan-for-tinn"),
        ("kurs", "PART_OF", "okt-verdiskaping-klimaplan"),
        ("kai", "PART_OF", "okt-verdiskaping-naringsplan-tinn"),
    }
    (line,) = said(reading)
    assert "Mål:3 (Klimaplan)" in line
    assert "Mål:4 (Næringsplan, Tinn)" in line


def test_measures_in_two_municipalities_are_two_also_below_one_goal(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(start(tmp_path / "plan.xlsx"))
    book["Tiltak"].cell(1, book["Tiltak"].max_column + 1, "Sted")
    book.save(tmp_path / "plan.xlsx")
    path = fill(
        tmp_path / "plan.xlsx",
        Kommuner=[{"Navn": "Tinn"}, {"Navn": "Rollag"}],
        Mål=[{"Navn": TITLE}],
        Tiltak=[
            {"Navn": "Kai", "Del av": TITLE, "Sted": "Tinn"},
            {"Navn": "Kai", "Del av": TITLE, "Sted": "Rollag"},
        ],
    )
    names = sorted(formats.read(path).graph.of_kind("Measure")["name"])
    assert names == ["Kai (Rollag)", "Kai (Tinn)"]


def test_workbooks_of_two_municipalities_have_goals_of_their_own(tmp_path: Path) -> None:
    for town in ("Tinn", "Rollag"):
        rows = [{"Navn": "Kurs", "Del av": TITLE}]
        fill(start(tmp_path / f"Plan {town}.xlsx"), Mål=[{"Navn": TITLE}], Tiltak=rows)
    assert edges(formats.read(tmp_path).graph) == {
        ("kurs-tinn", "PART_OF", "okt-verdiskaping-tinn"),
        ("kurs-rollag", "PART_OF", "okt-verdiskaping-rollag"),
    }


def test_where_nothing_tells_them_apart_they_are_one_and_the_line_says_what_would(
    tmp_path: Path,
) -> None:
    goals = [{"Navn": TITLE, "Ansvarlig": "Tinn"}, {"Navn": TITLE, "Ansvarlig": "Rollag"}]
    towns = [{"Navn": "Tinn"}, {"Navn": "Rollag"}]
    reading = formats.read(fill(start(tmp_path / "plan.xlsx"), Kommuner=towns, Mål=goals))
    assert len(reading.graph.of_kind("Goal")) == 1
    assert said(reading) == [
        "warning: Mål:4: Navn: 'Økt verdiskaping' stands in Mål:3 too; they are taken for one; if"
        " they are two, let each be part of its own plan ('Part of'), or let their titles say so:"
        " 'Økt verdiskaping (Tinn)'"
    ]


def test_a_new_row_is_another_than_one_that_is_known_in_another_plan(tmp_path: Path) -> None:
    plans = [{"Navn": "Klimaplan"}, {"Navn": "Næringsplan"}]
    first = fill(
        start(tmp_path / "plan.xlsx"), Planer=plans, Mål=[{"Navn": TITLE, "Del av": "Næringsplan"}]
    )
    known = tmp_path / "kjent.xlsx"
    template.write(known, "nb", formats.read(first).graph)
    reading = formats.read(fill(known, Mål=[{"Navn": TITLE, "Del av": "Klimaplan"}]))
    goals = reading.graph.of_kind("Goal")
    assert sorted(zip(goals["id"], goals["name"], strict=True)) == [
        ("okt-verdiskaping", TITLE),
        ("okt-verdiskaping-klimaplan", f"{TITLE} (Klimaplan)"),
    ]
