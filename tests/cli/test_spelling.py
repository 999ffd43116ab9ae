"""Words of ours count in any capitals, hyphens and spaces; what is numbered is in order."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from graphtool import engine, formats
from graphtool.errors import GraphtoolError, UnknownName
from graphtool.maps import Settings
from tests.drawing import answered, drawn

pytestmark = pytest.mark.usefixtures("english")


@pytest.mark.parametrize(
    ("given", "ours"),
    [("owns", "OWNS"), ("responsible for", "RESPONSIBLE_FOR"), ("Responsible-For",) * 2],
)
def test_a_relation_may_be_asked_for_in_any_spelling(run, small: Path, given, ours) -> None:
    ours = ours.upper().replace("-", "_")
    words = ("query", "owners", small, "--format", "csv", "--relations")
    assert run(*words, given) == run(*words, ours)
    assert run(*words, given).code == 0


def test_a_choice_may_be_made_in_any_spelling(run, small: Path) -> None:
    words = ("query", "owners", small, "--inherit")
    assert run(*words, "Focus Area") == run(*words, "focus-area")
    assert "'focus-area'" in run(*words, "focus").err


def test_the_library_takes_any_spelling_too() -> None:
    graph = drawn("Municipality v\nGoal g\nv OWNS g")
    assert answered("owners", graph, "party", relations=["owns"]) == [("v",)]
    assert len(graph.of_kind("goal")) == len(graph.related("Owns")) == 1
    with pytest.raises(UnknownName, match="did you mean 'Goal'"):
        graph.of_kind("gaol")


def test_a_map_takes_any_spelling(run, small: Path, tmp_path: Path) -> None:
    wished = Settings(kinds=("focus area", "goal"), relations=("member-of", "tie", "nope"))
    assert wished.kinds == ("FocusArea", "Goal")
    assert wished.relations == ("MEMBER_OF", "TIE", "nope")
    out = tmp_path / "kart.html"
    assert run("map", small, "--kinds", "GOAL,municipality", "-o", out).code == 0
    assert run("map", small, "--kinds", "gaol", "-o", out).code == 2


def test_sheets_columns_kinds_and_subkinds_are_read_in_any_spelling(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in {
        "Focus Areas": [["ID", "Name", "Part of"], ["f", "Havn", "p"]],
        "PLANS": [["Id", "name", "Subkind"], ["p", "Plan", "Strategy plan"]],
        "Relations": [
            ["Source", "Relation", "Target", "Modality"],
            ["P", "based-on", "p2", "Planned"],
        ],
    }.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book["PLANS"].append(["p2", "Gammel plan", "ACTION-PLAN"])
    book.save(tmp_path / "m.xlsx")
    reading = formats.read(tmp_path / "m.xlsx")
    assert reading.problems == ()
    assert reading.graph == drawn(
        "FocusArea f name=Havn\nPlan p name=Plan subkind=strategy_plan\n"
        "Plan p2 name='Gammel plan' subkind=action_plan\n"
        "f PART_OF p\np BASED_ON p2 modality=planned",
        name="m",
    )


def test_names_with_numbers_are_in_the_order_of_the_numbers() -> None:
    rows = pd.DataFrame({"name": ["Tiltak 10", "tiltak 2", "Tiltak 1.10", "Tiltak 1.9", "Åpent"]})
    assert engine.in_order(rows, ("name",))["name"].tolist() == [
        "Tiltak 1.9",
        "Tiltak 1.10",
        "tiltak 2",
        "Tiltak 10",
        "Åpent",
    ]
    goals = drawn("Goal t10\nGoal t2\nGoal t1")
    assert answered("orphaned-goals", goals, "goal") == [("t1",), ("t2",), ("t10",)]


def test_a_word_that_is_not_ours_is_still_refused() -> None:
    with pytest.raises(GraphtoolError, match="relations cannot be 'OWNZ'"):
        engine.run("owners", drawn("Goal g"), relations=("OWNZ",))
