"""What `check` says that letters and columns were taken for is what stands in the graph."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graphtool.formats import Reading
from tests.recognition.test_shapes import edges
from tests.recognition.test_sheets_of_the_office import named, read, said

pytestmark = pytest.mark.usefixtures("english")

TOWNS = ["Tiltak", "Tinn", "Vinje", "Tokke"]


def taken(reading: Reading) -> tuple[dict[str, str], dict[str, str]]:
    """What `check` says of the columns and of the letters of the only table."""
    (table,) = (one for count in reading.intake for one in count.understood)
    return dict(table.columns), dict(table.marks)


def test_a_measure_has_no_host_and_its_letter_says_that_it_takes_part(tmp_path: Path) -> None:
    reading = read(tmp_path, TOWNS, ["Vei", "V", "D", "A"], ["Bru", "D", "V", "A"])
    assert edges(reading.graph, "PARTICIPATES_IN")["Vei"] == ["Tinn", "Vinje"]
    assert taken(reading)[1]["V"] == "participants"
    assert "host" not in "".join(said(reading))


def test_a_column_says_what_its_role_was_kept_as(tmp_path: Path) -> None:
    heads = ["Vert", "Leder"]
    measure = read(tmp_path, ["Tiltak", *heads], ["Vei", "Tinn", "Kari Hansen"])
    assert taken(measure)[0] == {"Tiltak": "Measure", "Vert": "participants"} | {
        "Leder": "participants"
    }
    project = read(tmp_path, ["Prosjekt", *heads], ["Vei", "Tinn", "Kari Hansen"])
    assert taken(project)[0] == {"Prosjekt": "Project", "Vert": "host", "Leder": "leader"}
    assert edges(project.graph, "HOSTS") == {"Vei": ["Tinn"]}


def test_a_role_that_is_kept_in_some_rows_only_says_both(tmp_path: Path) -> None:
    heads, rows = ["Navn", "Type", "Vert"], [["Messe", "Prosjekt", "Tinn"]]
    rows += [["Vei", "Tiltak", "Vinje"]]
    assert taken(read(tmp_path, heads, *rows))[0]["Vert"] == "host, participants"


def test_in_raci_who_answers_is_a_and_who_does_it_is_r(tmp_path: Path) -> None:
    rows = [["Vei", "A", "R", "C"], ["Bru", "R", "I", "C"], ["Tunnel", "A/R", "C", None]]
    reading = read(tmp_path, TOWNS, *rows)
    assert edges(reading.graph, "RESPONSIBLE_FOR") == {
        "Vei": ["Tinn"],
        "Bru": ["Tinn"],  # nobody else answers for it
        "Tunnel": ["Tinn"],
    }
    assert edges(reading.graph, "PARTICIPATES_IN")["Vei"] == ["Tokke", "Vinje"]
    assert taken(reading)[1]["R"] == "responsible, participants"


@pytest.mark.parametrize(
    "heads", [["R", "A", "C", "I"], ["Responsible", "Accountable", "Consulted", "Informed"]]
)
def test_raci_with_a_column_a_letter(tmp_path: Path, heads: list[str]) -> None:
    reading = read(tmp_path, ["Tiltak", *heads], ["Vei", "Tinn", "Vinje", "Tokke", "USN"])
    assert edges(reading.graph, "RESPONSIBLE_FOR") == {"Vei": ["Vinje"]}
    assert edges(reading.graph, "PARTICIPATES_IN") == {"Vei": ["Tinn", "Tokke"]}


def test_who_stands_below_deltar_takes_part(tmp_path: Path) -> None:
    graph = read(tmp_path, ["Tiltak", "Ansvarlig", "Deltar"], ["Vei", "Tinn", "Vinje, NHO"]).graph
    assert edges(graph, "PARTICIPATES_IN") == {"Vei": ["NHO", "Vinje"]}


def test_a_legend_of_raci_in_norwegian_is_raci(tmp_path: Path) -> None:
    legend = "R = Ansvarlig for utføring, A = Overordnet ansvarlig, K = Konsulteres"
    reading = read(tmp_path, TOWNS, ["Vei", "R", "A", "K"], [], [legend])
    assert edges(reading.graph, "RESPONSIBLE_FOR") == {"Vei": ["Vinje"]}
    assert edges(reading.graph, "PARTICIPATES_IN") == {"Vei": ["Tinn", "Tokke"]}


@pytest.mark.parametrize(("yes", "no"), [("Ja", "Nei"), ("Yes", "No"), ("J", "N"), ("ja", None)])
def test_yes_below_a_party_is_that_it_takes_part(tmp_path: Path, yes: str, no: str | None) -> None:
    reading = read(tmp_path, TOWNS, ["Vei", yes, no, yes], ["Bru", no, yes, no])
    assert edges(reading.graph, "PARTICIPATES_IN") == {"Vei": ["Tinn", "Tokke"], "Bru": ["Vinje"]}
    assert reading.problems == ()


@pytest.mark.parametrize(
    ("title", "heads", "relation"),
    [
        ("Ark1", ["Klimanettverket", "Barnevernsforum"], "MEMBER_OF"),
        ("Hvem deltar", ["Boligmesse", "Felles kinobuss"], "PARTICIPATES_IN"),
    ],
)
def test_yes_below_a_forum_or_where_the_title_says_it(
    tmp_path: Path, title: str, heads: list[str], relation: str
) -> None:
    rows: list[list[Any]] = [["Kommune", *heads], ["Tinn", "Ja", "Nei"], ["Vinje", "Nei", "Ja"]]
    graph = read(tmp_path, *rows, title=title).graph
    assert edges(graph, relation) == {heads[0]: ["Tinn"], heads[1]: ["Vinje"]}


def test_yes_below_what_a_thing_is_or_has_ties_nobody_to_anything(tmp_path: Path) -> None:
    measures = read(tmp_path, ["Tiltak", "Lovpålagt", "Finansiert"], ["Vei", "Ja", "Nei"])
    assert named(measures.graph, "Actor") == []
    rows = [["Kommune", "Ungdomsråd", "Klimaplan"], ["Tinn", "Ja", "Nei"], ["Vinje", "Ja", "Ja"]]
    towns = read(tmp_path, *rows)
    assert edges(towns.graph, "PARTICIPATES_IN") == {}
    assert said(towns) == []
