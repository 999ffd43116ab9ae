"""Municipalities in people's own sheets: whichever they mean, and what is known of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graphtool import formats, municipalities
from graphtool.formats import Reading
from tests.recognition.test_shapes import facts, kept


def read(path: Path, *rows: list[Any]) -> Reading:
    return formats.read(kept(path / "m.xlsx", Ark1=[*rows]))


def towns(reading: Reading) -> list[str]:
    return sorted(reading.graph.of_kind("Municipality")["name"])


def rules(reading: Reading) -> list[tuple[str, int]]:
    return [(problem.rule, problem.row) for problem in reading.problems]


def test_what_is_official_is_known_of_a_municipality_with_its_time_and_its_source(
    tmp_path: Path,
) -> None:
    graph = read(tmp_path, ["Tiltak", "Ansvarlig"], ["Fond", "Kongsberg kommune"]).graph
    (found,) = graph.of_kind("Municipality")["facts"]
    assert sorted((f.property, f.value, f.valid_from, f.valid_to) for f in found) == [
        ("county", "Buskerud", "", "2019-12-31"),
        ("county", "Buskerud", "2024-01-01", ""),
        ("county", "Viken", "2020-01-01", "2023-12-31"),
        ("number", "0604", "", "2019-12-31"),
        ("number", "3006", "2020-01-01", "2023-12-31"),
        ("number", "3303", "2024-01-01", ""),
    ]
    assert {fact.document for fact in found} == {"klass-131"}
    titles = graph.documents.set_index("id")["title"]
    assert titles["klass-131"] == municipalities.SOURCE


SPELLINGS = (
    "0633 - Nore og Uvdal",
    "633",
    "3338 Nore og Uvdal",
    "NORE OG UVDAL",
    "Nore og Uvdal kommune",
    "nore og uvdal kommunes",
    "3052",
)


@pytest.mark.parametrize("cell", SPELLINGS)
def test_a_municipality_is_the_same_by_every_number_and_name(tmp_path: Path, cell: str) -> None:
    reading = read(tmp_path, ["Tiltak", "Ansvarlig"], ["Fond", cell])
    assert towns(reading) == ["Nore og Uvdal"]
    assert reading.problems == ()


@pytest.mark.parametrize(
    ("heading", "beside", "meant"),
    [
        ("Fylke", "Nordland", "Herøy (Nordland)"),
        ("Fylke", "Møre og Romsdal fylke", "Herøy (Møre og Romsdal)"),
        ("Kommunenr", 1818, "Herøy (Nordland)"),
        ("Nr", "1515", "Herøy (Møre og Romsdal)"),
    ],
)
def test_namesakes_are_told_apart_by_what_stands_beside(tmp_path, heading, beside, meant) -> None:
    reading = read(tmp_path, ["Kommune", heading], ["Herøy", beside])
    assert towns(reading) == [meant]
    assert reading.problems == ()


@pytest.mark.parametrize("beside", ["Agder", 1900, "4601", None])
def test_a_namesake_that_nothing_tells_apart_is_a_question(tmp_path: Path, beside: Any) -> None:
    reading = read(tmp_path, ["Kommune", "Fylke"], ["Herøy", beside])
    assert rules(reading) == [("ambiguous-municipality", 2)]
    assert "1515 Møre og Romsdal, 1818 Nordland" in reading.problems[0].message
    assert facts(reading.graph, "number") == {}


def test_a_sheet_of_numbers_alone_is_one_of_municipalities(tmp_path: Path) -> None:
    reading = read(tmp_path, ["Kommunenr.", "Innbyggere"], [604, 27481], ["0633", 2448], [301, 7e5])
    assert towns(reading) == ["Kongsberg", "Nore og Uvdal", "Oslo"]
    assert facts(reading.graph, "Innbyggere")["Kongsberg"] == "27481"
    assert facts(reading.graph, "number")["Oslo"] == "0301"


def test_a_sheet_that_mixes_years_is_reported(tmp_path: Path) -> None:
    rows = [["Kommune", "Folk"], ["Tinn", 1], ["Songdalen", 2], ["Midt-Telemark", 3], ["Søgne", 4]]
    reading = read(tmp_path, *rows)
    assert rules(reading) == [("mixed-years", 4)]
    assert reading.problems[0].message == (
        "'Midt-Telemark' (from 2020) and 'Songdalen' (until 2019) were never there at one time;"
        " write names and numbers of one year"
    )


def test_a_sheet_of_one_year_is_not_reported_nor_are_two_sheets_of_two(tmp_path: Path) -> None:
    old = [["Kommune", "Folk"], ["0604 Kongsberg", 1], ["1017", 2], ["Tinn", 3]]
    new = [["Kommune", "Folk"], ["3303 Kongsberg", 1], ["Midt-Telemark", 2], ["Tinn", 3]]
    assert formats.read(kept(tmp_path / "m.xlsx", Da=old, No=new)).problems == ()


def test_numbers_of_two_years_are_a_mixture(tmp_path: Path) -> None:
    rows = [["Kommune", "Folk"], ["0604 Kongsberg", 1], ["3818 Tinn", 2]]
    assert rules(read(tmp_path, *rows)) == [("mixed-years", 3)]


def test_what_was_parted_is_asked_about_and_not_guessed(tmp_path: Path) -> None:
    reading = read(tmp_path, ["Kommune", "Folk"], ["1507", 1])
    assert rules(reading) == [("ambiguous-municipality", 2)]
    assert reading.problems[0].message == (
        "1507 Ålesund was parted after 2023-12-31; it is kept as it was; write which is meant:"
        " 1508 Ålesund, 1580 Haram"
    )
    assert towns(reading) == ["Ålesund"]


def test_bergen_which_was_in_no_county_before_1972_can_be_named(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text("Mål;Ansvarlig\nVekst;Bergen kommune\nRo;4601 Bergen\n", encoding="utf-8")
    graph = formats.read(path).graph
    [bergen] = graph.of_kind("Municipality").itertuples(index=False)
    counties = {fact.value for fact in bergen.facts if fact.property == "county"}
    assert counties == {"Hordaland", "Vestland"}
