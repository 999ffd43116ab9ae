"""Tables above another on one sheet: read, or told of with what to do; never lost in silence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.recognition.test_shapes import edges
from tests.recognition.test_sheets_of_the_office import left, named, read, said

pytestmark = pytest.mark.usefixtures("english")

PLAN = [[], ["Tiltak", "Ansvarlig"], ["Vei", "Tinn"], ["Bru", "NAV"]]


@pytest.mark.parametrize("title", [[], [["Det vi vil"]]])
def test_a_list_in_one_column_above_a_table_is_read(tmp_path: Path, title: list[Any]) -> None:
    graph = read(tmp_path, *title, ["Mål"], ["Flere jobber"], ["Bedre skole"], *PLAN).graph
    assert named(graph, "Goal") == ["Bedre skole", "Flere jobber"]
    assert edges(graph, "RESPONSIBLE_FOR") == {"Vei": ["Tinn"], "Bru": ["NAV"]}


@pytest.mark.parametrize(
    "above",
    [
        [["Tiltak"], ["Vest-Telemark"], ["Vedtatt i regionrådet"]],
        [["Mål"], ["Handlingsplan 2025"], ["Oppdatert 3.2.2025"]],
        [["Plan"], ["Næring"], ["Vest-Telemark"]],
    ],
)
def test_titles_above_a_table_are_no_list(tmp_path: Path, above: list[Any]) -> None:
    graph = read(tmp_path, *above, *PLAN).graph
    assert named(graph, "Measure") == ["Bru", "Vei"]
    assert named(graph, "Goal", "Plan") == []


@pytest.mark.parametrize(
    "above",
    [
        [["Tiltak"], ["Vest-Telemark"], ["Vedtatt i regionrådet"]],
        [["Satsingsområde"], ["Sist oppdatert av Kari"], ["Vest-Telemark"]],
        [["Kommuner"], ["Vest-Telemark"], ["Dalen og fjellet"]],
    ],
)
def test_titles_above_another_sort_of_table_are_no_list_either(
    tmp_path: Path, above: list[Any]
) -> None:
    rows = [[], ["Mål", "Ansvarlig"], ["Flere jobber", "Tinn"], ["Bedre skole", "NAV"]]
    graph = read(tmp_path, *above, *rows).graph
    assert sorted(graph.nodes["name"]) == ["Bedre skole", "Flere jobber", "NAV", "Tinn"]


def test_what_is_said_of_a_plan_above_it_is_told_by_check(tmp_path: Path) -> None:
    reading = read(tmp_path, ["Utarbeidet av", "Kari Hansen"], ["Dato", "1.2.2025"], *PLAN)
    assert left(reading) == [(1, "above the table"), (2, "above the table")]
    assert reading.problems == ()


def test_a_table_of_one_known_heading_above_another_is_told_of(tmp_path: Path) -> None:
    rows = [["Mål", "Hvorfor"], ["Flere jobber", "folk flytter"], ["Bo", "lite hus"]]
    assert said(read(tmp_path, *rows, *PLAN)) == [
        f"Ark1:{row}: {text!r} is left out: stands in a table above another; move it to a sheet of"
        " its own"
        for row, text in ((1, "Mål"), (2, "Flere jobber"), (3, "Bo"))
    ]


def test_a_table_that_is_not_understood_beside_one_that_is_is_told_of(tmp_path: Path) -> None:
    reading = read(tmp_path, ["Deltakere", "E-post"], ["Kari Hansen", "k@x.no"], *PLAN)
    assert said(reading) == [
        "Ark1:1: the table with the headings Deltakere and E-post is not understood, and not read;"
        " say what its columns hold with check --columns"
    ]
    assert named(reading.graph, "Measure") == ["Bru", "Vei"]
