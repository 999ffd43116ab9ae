"""Matrices of ownership: who has which part of which company."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import pytest

from graphtool import formats
from graphtool.formats import Reading
from graphtool.graph import PlanGraph
from tests.recognition.test_shapes import edges, facts, kept
from tests.recognition.test_sheets_of_the_office import named, read, said
from tests.workbooks import workbook

pytestmark = pytest.mark.usefixtures("english")


def shares(graph: PlanGraph) -> dict[tuple[str, str], float]:
    names = graph.nodes["name"]
    owns = graph.related("OWNS").itertuples()
    return {(names.iat[row.source], names.iat[row.target]): row.share for row in owns}


@pytest.mark.parametrize(
    ("corner", "title"),
    [("Eier", "Ark1"), ("Eier/selskap", "Ark1"), ("", "Eierandeler"), ("Kommune", "Eigardelar")],
)
@pytest.mark.parametrize("cells", [("25 %", "75 %"), ("25", "75"), (0.25, 0.75)])
def test_owners_down_and_companies_across_have_their_shares(
    tmp_path: Path, corner: str, title: str, cells: tuple[Any, Any]
) -> None:
    rows = [[corner, "Kongsberg IKS", "Vind AS"], ["Flesberg", cells[0], None]]
    reading = read(tmp_path, *rows, ["Rollag", cells[1], cells[0]], title=title)
    assert shares(reading.graph) == {
        ("Flesberg", "Kongsberg IKS"): 0.25,
        ("Rollag", "Kongsberg IKS"): 0.75,
        ("Rollag", "Vind AS"): 0.25,
    }
    assert said(reading) == []


def test_companies_down_and_owners_across(tmp_path: Path) -> None:
    rows = [["Eierskap, prosent"], ["Selskap", "Flesberg", "Rollag"], ["Kraft AS", 40, 60]]
    graph = read(tmp_path, *rows, ["Vind AS", "-", 100]).graph
    assert edges(graph, "OWNS") == {"Kraft AS": ["Flesberg", "Rollag"], "Vind AS": ["Rollag"]}


def test_more_than_the_whole_is_told_and_the_owners_are_kept(tmp_path: Path) -> None:
    rows = [["Eier", "Kraft AS"], ["Flesberg", "50 %"], ["Rollag", "60 %"], ["Sum", "110 %"]]
    reading = read(tmp_path, *rows)
    assert said(reading) == [
        "Ark1:1: Kraft AS: the shares in 'Kraft AS' are 110 per cent together, more than the whole;"
        " its owners are kept without a share until they are corrected"
    ]
    assert edges(reading.graph, "OWNS") == {"Kraft AS": ["Flesberg", "Rollag"]}
    assert reading.graph.related("OWNS")["share"].isna().all()


def test_shares_that_are_rounded_up_are_no_more_than_the_whole(tmp_path: Path) -> None:
    rows = [["Eier", "Kraft AS"], *([town, "33,4 %"] for town in ("Flesberg", "Rollag", "Tinn"))]
    reading = read(tmp_path, *rows)
    assert sum(shares(reading.graph).values()) == pytest.approx(1, abs=1e-5)
    assert said(reading) == []


def test_how_many_shares_there_are_is_no_company(tmp_path: Path) -> None:
    rows = [["Kommune", "Antall aksjer"], ["Flesberg", 40], ["Rollag", 60]]
    graph = read(tmp_path, *rows, title="Eiere").graph
    assert edges(graph, "OWNS") == {}
    assert facts(graph, "Antall aksjer") == {"Flesberg": "40", "Rollag": "60"}


def test_years_are_no_companies(tmp_path: Path) -> None:
    rows = [["Eiere i Kraft AS"], ["Kommune", "2023", "2024"], ["Tinn", "40", "45"]]
    graph = read(tmp_path, *rows).graph
    assert named(graph, "Municipality") == ["Tinn"]
    assert facts(graph, "2024") == {"Tinn": "45"}


def test_per_cent_of_what_nobody_owns_are_figures(tmp_path: Path) -> None:
    rows = [["Kommune", "Andel eldre (%)", "Andel barn (%)"], ["Tinn", "22", "14"]]
    graph = read(tmp_path, *rows).graph
    assert edges(graph, "OWNS") == {}
    assert facts(graph, "Andel eldre") == {"Tinn": "22"}


def in_percent(path: Path, title: str, rows: list[list[Any]]) -> PlanGraph:
    """The rows in a workbook in which all numbers are formatted as percent."""
    book = workbook(path, **{title: rows})
    for row in book[title].iter_rows():
        for cell in row:
            if isinstance(cell.value, int | float):
                cell.number_format = "0.0%"
    book.save(path)
    return formats.read(path).graph


def test_numbers_that_are_formatted_as_percent_are_percent(tmp_path: Path) -> None:
    head = ["Selskap", "Eier", "Eierandel"]
    rows = [["Vei AS", "Tinn", 0.005], ["Vei AS", "Vinje", 0.995], ["Bru AS", "Tinn", 1]]
    assert shares(in_percent(tmp_path / "m.xlsx", "Ark1", [head, *rows])) == {
        ("Tinn", "Vei AS"): 0.005,
        ("Vinje", "Vei AS"): 0.995,
        ("Tinn", "Bru AS"): 1,
    }


def test_a_status_in_percent_is_what_a_person_sees(tmp_path: Path) -> None:
    rows = [["Tiltak", "Framdrift", "Andel"], ["Vei", 0.35, 0.02027], ["Bru", 1, -0.004]]
    graph = in_percent(tmp_path / "m.xlsx", "Ark1", rows)
    assert facts(graph, "status") == {"Vei": "35 %", "Bru": "100 %"}
    assert facts(graph, "Andel") == {"Vei": "2.027", "Bru": "-0.4"}


@pytest.mark.parametrize(("one", "other"), [("25 %", "75 %"), (25, 75), (0.25, 0.75)])
def test_parts_of_companies_that_are_the_whole_are_shares_whatever_the_sheet_is_called(
    tmp_path: Path, one: Any, other: Any
) -> None:
    rows = [[None, "Kongsberg IKS", "Vind AS"], ["Flesberg", one, other], ["Rollag", other, one]]
    assert shares(read(tmp_path, *rows).graph) == {
        ("Flesberg", "Kongsberg IKS"): 0.25,
        ("Flesberg", "Vind AS"): 0.75,
        ("Rollag", "Kongsberg IKS"): 0.75,
        ("Rollag", "Vind AS"): 0.25,
    }


@pytest.mark.parametrize("title", ["Omsetning", "Ansatte bor i", "Kunder 2025"])
def test_parts_of_what_the_title_says_are_no_shares_of_the_company(
    tmp_path: Path, title: str
) -> None:
    rows = [["Kommune", "Vinje Kraft AS", "Bø AS"], ["Tinn", "60 %", "50 %"]]
    graph = read(tmp_path, *rows, ["Vinje", "40 %", "50 %"], title=title).graph
    assert edges(graph, "OWNS") == {}
    assert facts(graph, "Bø AS") == {"Tinn": "50", "Vinje": "50"}


def test_what_companies_were_paid_are_figures(tmp_path: Path) -> None:
    rows = [[None, "Kongsberg IKS", "Vind AS"], ["Flesberg", 25, 10], ["Rollag", 70, 20]]
    graph = read(tmp_path, *rows).graph
    assert edges(graph, "OWNS") == {}
    assert facts(graph, "Vind AS") == {"Flesberg": "10", "Rollag": "20"}


OF_ONE = [["Aksjonær", "Antall aksjer", "Eierandel"], ["Tinn kommune", 600, "60 %"]]
OF_ONE += [["Vinje kommune", 400, "40 %"], ["Sum", 1000, "100 %"]]


@pytest.mark.parametrize(
    ("file", "sheet", "above"),
    [
        ("m.xlsx", "Vinje Kraft AS", []),
        ("m.xlsx", "Ark1", [["Eiere i Vinje Kraft AS"]]),
        ("m.xlsx", "Ark1", [["Aksjonærer i Vinje Kraft AS, 2025"], []]),
    ],
)
def test_owners_of_the_company_that_the_sheet_or_what_stands_above_names(
    tmp_path: Path, file: str, sheet: str, above: list[list[Any]]
) -> None:
    reading = formats.read(kept(tmp_path / file, **{sheet: [*above, *OF_ONE]}))
    assert shares(reading.graph) == {
        ("Tinn", "Vinje Kraft AS"): 0.6,
        ("Vinje", "Vinje Kraft AS"): 0.4,
    }
    assert facts(reading.graph, "Antall aksjer") == {"Tinn": "600", "Vinje": "400"}
    assert reading.problems == ()


@pytest.mark.parametrize("cells", [("1 mill. kr", "2 mill. kr"), ("1 stk", "1 stk")])
def test_an_amount_is_no_share_of_the_company_that_somebody_owns(
    tmp_path: Path, cells: tuple[str, str]
) -> None:
    rows = [["Eier", "Eierandel"], ["Tinn", cells[0]], ["NAV", cells[1]]]
    reading = formats.read(kept(tmp_path / "m.xlsx", **{"Vinje Kraft AS": rows}))
    assert edges(reading.graph, "OWNS") == {"Vinje Kraft AS": ["NAV", "Tinn"]}
    assert all(math.isnan(share) for share in shares(reading.graph).values())
    assert facts(reading.graph, "Eierandel") == dict(zip(("Tinn", "NAV"), cells, strict=True))
    assert reading.problems == ()


def parted(path: Path) -> Reading:
    """Whose 60 and 40 per cent of something are, in a file that is called so."""
    rows = [["Kommune", "Eierandel"], ["Tinn", "60 %"], ["Vinje", "40 %"]]
    if path.suffix == ".csv":
        path.write_text("".join(f"{';'.join(row)}\n" for row in rows), encoding="utf-8")
        return formats.read(path)
    return formats.read(kept(path, Ark1=rows))


@pytest.mark.parametrize("name", ["Vinje Kraft AS", "Eiere i Vinje_Kraft_AS 2025"])
@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_that_a_company_is_that_which_the_file_is_called_by_is_told_as_a_guess(
    tmp_path: Path, name: str, suffix: str
) -> None:
    reading = parted(tmp_path / f"{name}{suffix}")
    assert shares(reading.graph) == {
        ("Tinn", "Vinje Kraft AS"): 0.6,
        ("Vinje", "Vinje Kraft AS"): 0.4,
    }
    [problem] = reading.problems
    assert problem.rule == "guessed-company"
    assert "taken for shares in 'Vinje Kraft AS', since the file is called so" in str(problem)


@pytest.mark.parametrize("name", ["Styremøte Vinje Kraft AS", "Kraft AS om skog"])
@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_a_file_that_is_called_by_more_than_a_company_makes_nobody_its_owner(
    tmp_path: Path, name: str, suffix: str
) -> None:
    reading = parted(tmp_path / f"{name}{suffix}")
    assert edges(reading.graph, "OWNS") == {}
    assert [problem.rule for problem in reading.problems] == ["shares-of-nothing"]
    assert facts(reading.graph, "Eierandel") == {"Tinn": "60", "Vinje": "40"}


def test_what_stands_above_the_headings_goes_before_what_the_file_is_called(tmp_path: Path) -> None:
    path = kept(tmp_path / "Tinn Bygg AS.xlsx", Ark1=[["Eiere i Vinje Kraft AS"], *OF_ONE])
    reading = formats.read(path)
    assert edges(reading.graph, "OWNS") == {"Vinje Kraft AS": ["Tinn", "Vinje"]}
    assert reading.problems == ()


def test_shares_of_a_company_that_is_not_named_are_asked_about(tmp_path: Path) -> None:
    reading = read(tmp_path, ["Navn", "Eierandel"], ["Tinn kommune", 60], ["NAV", 40])
    assert [problem.rule for problem in reading.problems] == ["shares-of-nothing"]
    assert edges(reading.graph, "OWNS") == {}
    assert facts(reading.graph, "Eierandel") == {"Tinn": "60", "NAV": "40"}


def test_shares_of_several_companies_below_each_other_are_no_list_of_one(tmp_path: Path) -> None:
    rows = [["Selskap", "Eier", "Eierandel"], ["Vei AS", "Tinn", 60], ["Vei AS", "Vinje", 40]]
    graph = read(tmp_path, *rows, title="Renovest IKS").graph
    assert edges(graph, "OWNS") == {"Vei AS": ["Tinn", "Vinje"]}
