"""Amounts in thousands or millions: what a heading or a note says that they are in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graphtool import formats
from graphtool.formats import Reading
from graphtool.recognition import mapping
from tests.recognition.test_shapes import kept
from tests.recognition.test_sheets_of_the_office import named, read, said

pytestmark = pytest.mark.usefixtures("english")

HEAD = ["Tiltak", "Ansvarlig", "Kostnad"]
ROWS = [["Vei", "Tinn", 500], ["Bru", "Vinje", "1 250,5"]]


def amounts(reading: Reading, name: str = "Kostnad") -> dict[str, tuple[str, str]]:
    """By node, the value of a fact and its unit."""
    nodes = zip(reading.graph.nodes["name"], reading.graph.nodes["facts"], strict=True)
    return {
        node: (str(fact.value), fact.unit)
        for node, several in nodes
        for fact in several
        if fact.property == name
    }


KRONER = {"Vei": ("500000", "kr"), "Bru": ("1250500", "kr")}


@pytest.mark.parametrize(
    "note",
    [
        "Beløp i 1000 kr",
        "(tall i 1 000 kr)",
        "Handlingsprogram 2026-2029, tall i tusen kroner",
        "tkr",
        "Alle beløp i hele tusen kr",
        "Alle tall er oppgitt i 1.000 kr.",
    ],
)
def test_thousands_that_are_said_above_the_table(tmp_path: Path, note: str) -> None:
    reading = read(tmp_path, [note], [], HEAD, *ROWS)
    assert amounts(reading) == KRONER
    assert said(reading) == []


@pytest.mark.parametrize("note", ["Alle beløp i 1000 kr", "* Tall i 1000 kr", "Beløp i tkr"])
def test_thousands_that_are_said_below_it(tmp_path: Path, note: str) -> None:
    reading = read(tmp_path, HEAD, *ROWS, [note])
    assert amounts(reading) == KRONER
    assert named(reading.graph, "Measure") == ["Bru", "Vei"]


@pytest.mark.parametrize(
    "heading", ["Kostnad (1000 kr)", "Kostnad i 1 000 kr", "Kostnad, tkr", "Kostnad (tusen kroner)"]
)
def test_thousands_that_a_heading_says(tmp_path: Path, heading: str) -> None:
    reading = read(tmp_path, [*HEAD[:2], heading], *ROWS)
    assert amounts(reading) == KRONER
    (table,) = (one for count in reading.intake for one in count.understood)
    assert table.columns[2] == (heading, "1000 kr")


def test_a_heading_that_is_nothing_else(tmp_path: Path) -> None:
    reading = read(tmp_path, [*HEAD[:2], "NOK 1000"], *ROWS)
    assert amounts(reading, "NOK")["Vei"] == ("500000", "NOK")


@pytest.mark.parametrize("heading", ["Kostnad mill. kr", "Kostnad (mill. kr)"])
def test_millions_are_kept_as_they_are_in_a_cell(tmp_path: Path, heading: str) -> None:
    reading = read(tmp_path, [*HEAD[:2], heading], ["Vei", "Tinn", "91,5"])
    assert amounts(reading) == {"Vei": ("91.5", "mill. kr")}
    above = read(tmp_path, ["Beløp i mill. kr"], [], HEAD, ["Vei", "Tinn", "91,5"])
    assert amounts(above) == {"Vei": ("91.5", "mill. kr")}


def test_years_are_amounts_and_counts_are_none(tmp_path: Path) -> None:
    head = ["Tiltak", "2026", "2027", "Antall møter", "Andel (%)"]
    reading = read(tmp_path, ["Tall i 1000 kr"], [], head, ["Vei", 200, 300, 12, 50])
    assert amounts(reading, "2026") == {"Vei": ("200000", "kr")}
    assert amounts(reading, "Antall møter") == {"Vei": ("12", "")}
    assert amounts(reading, "Andel") == {"Vei": ("50", "%")}
    assert said(reading) == []


def test_a_cell_with_its_own_unit_is_what_it_says(tmp_path: Path) -> None:
    rows = [["Vei", "Tinn", "2 mill. kr"], ["Bru", "Tinn", "kr 500"]]
    reading = read(tmp_path, ["Beløp i 1000 kr"], [], HEAD, *rows)
    assert amounts(reading) == {"Vei": ("2", "mill. kr"), "Bru": ("500", "kr")}
    assert [problem.rule for problem in reading.problems] == ["guessed-amount"]


def test_of_a_column_that_may_be_of_money_it_is_asked(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["Beløp i 1000 kr"], [], ["Tiltak", "Fra fylket"], ["Vei", 40]]
    path = kept(tmp_path / "m.xlsx", Ark1=rows)
    asked = formats.read(path)
    assert amounts(asked, "Fra fylket") == {"Vei": ("40", "")}
    (line,) = said(asked)
    assert '--columns "Fra fylket=1000 kr"' in line
    for word, value in (("1000 kr", ("40000", "kr")), ("kr", ("40", "kr")), ("tall", ("40", ""))):
        (tmp_path / mapping.FILE).write_text(
            f'[columns]\n"Fra fylket" = "{word}"\n', encoding="utf-8"
        )
        settled = formats.read(path)
        assert amounts(settled, "Fra fylket") == {"Vei": value}
        assert said(settled) == []


@pytest.mark.parametrize(
    "heading", ["Budsjett (kr)", "Budsjett i kr", "Budsjett, NOK", "Tilskudd kr."]
)
def test_of_a_column_that_says_kroner_itself_it_is_asked(tmp_path: Path, heading: str) -> None:
    head = ["Tiltak", "Kostnad", heading]
    reading = read(tmp_path, ["Beløp i 1000 kr"], [], head, ["Vei", 1500, 1500000])
    assert amounts(reading, "Kostnad") == {"Vei": ("1500000", "kr")}
    kept_as = heading.removesuffix(" (kr)")
    assert amounts(reading, kept_as)["Vei"][0] == "1500000"
    (line,) = said(reading)
    assert f'--columns "{heading}=1000 kr"' in line


def test_a_sum_in_a_title_says_nothing_of_the_others(tmp_path: Path) -> None:
    reading = read(tmp_path, ["Vi fikk 500 tusen kroner"], [], HEAD, *ROWS)
    assert amounts(reading)["Vei"] == ("500", "")
