"""Who holds an office in each of several municipalities, named in one cell."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.recognition.test_shapes import edges
from tests.recognition.test_sheets_of_the_office import named, read

pytestmark = pytest.mark.usefixtures("english")


@pytest.mark.parametrize(
    ("offices", "office"),
    [
        ("Rådmennene", "Rådmannen"),
        ("Ordførerne", "Ordføreren"),
        ("Ordførarane", "Ordføraren"),
        ("Kommunedirektørene", "Kommunedirektøren"),
    ],
)
def test_an_office_of_several_municipalities_is_one_of_each(
    tmp_path: Path, offices: str, office: str
) -> None:
    cell = f"{offices} i Flesberg, Rollag og Nore og Uvdal"
    graph = read(tmp_path, ["Tiltak", "Ansvarlig"], ["Vei", cell]).graph
    towns = ["Flesberg", "Nore og Uvdal", "Rollag"]
    assert edges(graph, "RESPONSIBLE_FOR") == {"Vei": [f"{office} i {town}" for town in towns]}
    assert edges(graph, "AFFILIATED_WITH") == {town: [f"{office} i {town}"] for town in towns}


def test_one_office_is_of_the_first_and_others_stand_for_themselves(tmp_path: Path) -> None:
    cell = "Ordføreren i Flesberg, Rollag og NHO"
    graph = read(tmp_path, ["Tiltak", "Ansvarlig"], ["Vei", cell]).graph
    assert edges(graph, "RESPONSIBLE_FOR") == {"Vei": ["NHO", "Ordføreren i Flesberg", "Rollag"]}


@pytest.mark.parametrize("form", ["Kommunene {}", "{} kommuner", "kommunane {}"])
def test_municipalities_that_are_said_to_be_such_are_each_one(tmp_path: Path, form: str) -> None:
    cell = form.format("Flesberg, Rollag og Nore og Uvdal")
    graph = read(tmp_path, ["Tiltak", "Ansvarlig"], ["Vei", cell]).graph
    assert named(graph, "Municipality") == ["Flesberg", "Nore og Uvdal", "Rollag"]
    assert named(graph, "Actor") == []


def test_who_stands_for_a_body_without_a_name_is_told_by_check(tmp_path: Path) -> None:
    rows = [["Vei", "Vinje v/ rådmannen"], ["Bru", "NAV, Innovasjon Noreg m.fl."]]
    reading = read(tmp_path, ["Tiltak", "Ansvarlig"], *rows)
    assert edges(reading.graph, "RESPONSIBLE_FOR") == {
        "Vei": ["Vinje"],
        "Bru": ["Innovasjon Norge", "NAV"],
    }
    ((table,),) = (count.understood for count in reading.intake if count.understood)
    assert [(row, text, str(why)) for row, text, why in table.left] == [
        (2, "rådmannen", "stands for who represents it, and is no name"),
        (3, "m.fl.", "others, by no name"),
    ]
    assert reading.problems == ()


def test_others_who_are_not_named_are_nobody_whatever_stands_before_them(tmp_path: Path) -> None:
    rows = [["Vei", "Vinje og flere"], ["Bru", "NAV, andre"], ["Sti", "Bygdefolk og andre"]]
    reading = read(tmp_path, ["Tiltak", "Ansvarlig"], *rows)
    assert edges(reading.graph, "RESPONSIBLE_FOR") == {
        "Vei": ["Vinje"],
        "Bru": ["NAV"],
        "Sti": ["Bygdefolk"],
    }
    assert reading.problems == ()
