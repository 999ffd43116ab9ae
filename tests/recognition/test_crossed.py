"""Tables whose headings no list of words knows: roles above parties, names of municipalities."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graphtool import formats
from graphtool.errors import SourceNotFound
from tests.recognition.test_shapes import edges, facts, kept
from tests.recognition.test_sheets_of_the_office import named, read, said

pytestmark = pytest.mark.usefixtures("english")

PARTIES = ["Tinn", "Vinje", "Visit Telemark"]
MARKS = [["Vei", "x", None, None, None, "x", "x"], ["Bru", None, "x", None, "x", None, None]]


@pytest.mark.parametrize("merged", [(), ("B1:D1", "E1:G1")])
@pytest.mark.parametrize("corner", [("Tiltak", None), (None, "Tiltak")])
def test_roles_above_parties_say_who_is_what(
    tmp_path: Path, corner: tuple[Any, Any], merged: tuple[str, ...]
) -> None:
    heads = [[corner[0], "Ansvarlig", None, None, "Deltar", None, None]]
    heads += [[corner[1], *PARTIES, *PARTIES]]
    reading = formats.read(kept(tmp_path / "m.xlsx", merged, Ark1=[*heads, *MARKS]))
    assert edges(reading.graph, "RESPONSIBLE_FOR") == {"Vei": ["Tinn"], "Bru": ["Vinje"]}
    assert edges(reading.graph, "PARTICIPATES_IN") == {
        "Vei": ["Vinje", "Visit Telemark"],
        "Bru": ["Tinn"],
    }
    assert said(reading) == []
    (table,) = (one for count in reading.intake for one in count.understood)
    assert table.columns[3] == ("Visit Telemark", "responsible")


def test_yes_and_no_below_roles_and_parties(tmp_path: Path) -> None:
    heads = [["Tiltak", "Eier", None, "Støtter", None], [None, "Tinn", "Vinje", "Tinn", "Vinje"]]
    graph = read(tmp_path, *heads, ["Vei", "Ja", "Nei", "Nei", "Ja"]).graph
    assert edges(graph, "OWNS") == {"Vei": ["Tinn"]}
    assert edges(graph, "SUPPORTS") == {"Vei": ["Vinje"]}


def test_roles_above_measures_say_who_is_what(tmp_path: Path) -> None:
    heads = [["Ansvar 2025"], [None, "Eier", None, "Støtter", None]]
    rows = [*heads, ["Kommune", "Vei", "Bru", "Vei", "Bru"], ["Tinn", "x", None, None, "x"]]
    graph = read(tmp_path, *rows, ["Vinje", None, "x", "x", None]).graph
    assert edges(graph, "OWNS") == {"Vei": ["Tinn"], "Bru": ["Vinje"]}
    assert edges(graph, "SUPPORTS") == {"Vei": ["Vinje"], "Bru": ["Tinn"]}


def test_municipalities_below_no_heading_have_the_figures_beside_them(tmp_path: Path) -> None:
    rows = [["KOSTRA nøkkeltall 2024"], [None, "Netto lånegjeld", "Årsverk"]]
    rows += [["Tinn", "45 000", "12"], ["3336 Rollag", "35 000", "7,5"], ["Sum", "80 000", "19,5"]]
    reading = read(tmp_path, *rows)
    assert named(reading.graph, "Municipality") == ["Rollag", "Tinn"]
    assert facts(reading.graph, "Netto lånegjeld") == {"Tinn": "45000", "Rollag": "35000"}
    assert facts(reading.graph, "Årsverk") == {"Tinn": "12", "Rollag": "7.5"}
    (table,) = (one for count in reading.intake for one in count.understood)
    assert str(table.lines()[1]).startswith("  (no heading) → Municipality; Netto lånegjeld")
    assert said(reading) == []


def test_years_below_what_is_counted_are_one_heading_with_it(tmp_path: Path) -> None:
    heads: list[list[Any]] = [[None, "Innbyggere", None, "Årsverk"], [None, 2023, 2024, 2024]]
    graph = read(tmp_path, *heads, ["Tinn", 5510, 5500, 3], ["Vinje", 3710, 3700, 4]).graph
    assert facts(graph, "Innbyggere 2023") == {"Tinn": "5510", "Vinje": "3710"}
    assert facts(graph, "Årsverk 2024") == {"Tinn": "3", "Vinje": "4"}


def test_names_that_are_no_municipalities_below_no_heading_are_not_read(tmp_path: Path) -> None:
    rows = [[None, "Lån", "Årsverk"], ["Lønn", "45", "12"], ["Drift", "35", "7"]]
    with pytest.raises(SourceNotFound, match="nothing in it was understood"):
        read(tmp_path, *rows)


def test_several_figures_a_municipality_below_each_other_are_a_column_each(tmp_path: Path) -> None:
    rows = [[None, None, "2022", "2023"], ["3818 Tinn", "Lån", 5, 6], [None, "Drift", 1, 2]]
    rows += [["3825 Vinje", "Lån", 7, 8], [None, "Drift", 3, 4], ["Kilde: SSB"]]
    reading = read(tmp_path, ["12134: Nøkkeltall"], [], *rows)
    assert facts(reading.graph, "Lån 2023") == {"Tinn": "6", "Vinje": "8"}
    assert facts(reading.graph, "Drift 2022") == {"Tinn": "1", "Vinje": "3"}
    assert facts(reading.graph, "2022") == {}
    assert reading.problems == ()


def test_who_was_there_from_a_municipality_is_no_figure_of_it(tmp_path: Path) -> None:
    rows = [[None, None, "Oppmøte"], ["Tinn", "Kari Hansen", "x"], [None, "Ola Moen", "x"]]
    reading = read(tmp_path, *rows, ["Vinje", "Per Berg", "x"])
    assert not any("Oppmøte" in name for name in reading.graph.nodes["name"])
    assert "Ark1:2: 'Kari Hansen' stands under no heading and is not read" in said(reading)
