"""Initials in cells, and the names that the workbook itself says they mean."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graphtool import formats
from tests.recognition.test_shapes import edges, kept
from tests.recognition.test_sheets_of_the_office import named, read, said

pytestmark = pytest.mark.usefixtures("english")

PLAN = [["Tiltak", "Ansv."], ["Kystplan", "KH"], ["Vei", "KH/SVV"], ["Bru", "KH og SVV"]]


@pytest.mark.parametrize(
    "legend",
    [
        [["Initialer:"], ["KH", "Kari Hansen"], ["SVV", "Statens vegvesen"]],
        [["Forkortelser"], ["KH = Kari Hansen; SVV = Statens vegvesen"]],
        [["Forkortelser"], ["KH: Kari Hansen"], ["SVV – Statens vegvesen"]],
    ],
)
def test_initials_are_the_names_of_the_legend(tmp_path: Path, legend: list[list[Any]]) -> None:
    reading = read(tmp_path, *PLAN, [], *legend)
    both = ["Kari Hansen", "Statens vegvesen"]
    assert edges(reading.graph, "RESPONSIBLE_FOR") == {
        "Kystplan": ["Kari Hansen"],
        "Vei": both,
        "Bru": both,
    }
    assert named(reading.graph, "Measure") == ["Bru", "Kystplan", "Vei"]
    assert said(reading) == []


def test_initials_below_no_heading_are_those_of_the_name(tmp_path: Path) -> None:
    reading = read(tmp_path, *PLAN[:2], [], ["KH = Kari Hansen"])
    assert edges(reading.graph, "RESPONSIBLE_FOR") == {"Kystplan": ["Kari Hansen"]}
    assert named(reading.graph, "Measure") == ["Kystplan"]


def test_initials_above_the_table(tmp_path: Path) -> None:
    above = ["Ansvar: KH = Kari Hansen, ON = Ola Nordmann"]
    reading = read(tmp_path, above, ["Tiltak", "Ansvarlig"], ["Vei", "KH"], ["Bru", "ON, KH"])
    assert edges(reading.graph, "RESPONSIBLE_FOR") == {
        "Vei": ["Kari Hansen"],
        "Bru": ["Kari Hansen", "Ola Nordmann"],
    }


def test_initials_in_a_list_of_people_are_theirs(tmp_path: Path) -> None:
    people = [["Navn", "Initialer", "Organisasjon"], ["Kari Hansen", "KH", "Tinn kommune"]]
    path = kept(tmp_path / "m.xlsx", Folk=people, Ark1=PLAN[:2])
    graph = formats.read(path).graph
    assert edges(graph, "RESPONSIBLE_FOR") == {"Kystplan": ["Kari Hansen"]}


def test_what_an_abbreviation_means_elsewhere_is_not_told_by_a_goal(tmp_path: Path) -> None:
    reading = read(tmp_path, ["Tiltak", "Ansv."], ["CO = Mindre utslipp", "CO"])
    assert named(reading.graph, "Measure") == ["CO = Mindre utslipp"]
    assert edges(reading.graph, "RESPONSIBLE_FOR") == {"CO = Mindre utslipp": ["CO"]}
