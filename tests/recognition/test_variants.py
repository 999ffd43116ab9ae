"""Further ways in which people fill in and save their sheets, each with what it is to give."""

from __future__ import annotations

import datetime
from pathlib import Path

import openpyxl
import pytest

from graphtool import changes, formats
from graphtool.errors import SourceNotFound
from tests.office import PROGRAM, saved_again
from tests.recognition.test_shapes import edges, facts, kept
from tests.workbooks import workbook

pytestmark = pytest.mark.usefixtures("english")


def rules(reading: formats.Reading) -> list[tuple[str, int]]:
    return [(problem.rule, problem.row) for problem in reading.problems]


def test_names_on_lines_of_their_own_within_a_cell_are_several(tmp_path: Path) -> None:
    owners = "Tinn\nNore og Uvdal\n- Vekst AS"
    (tmp_path / "plan.csv").write_bytes(
        f'Tiltak;Ansvarlig;Merknad\r\nFond;"{owners}";"a;b ""c"""\r\n'.encode("cp1252")
    )
    kept(tmp_path / "plan.xlsx", Ark1=[["Tiltak", "Ansvarlig"], ["Fond", owners]])
    for name in ("plan.csv", "plan.xlsx"):
        graph = formats.read(tmp_path / name).graph
        found = edges(graph, "RESPONSIBLE_FOR")
        assert found == {"Fond": ["Nore og Uvdal", "Tinn", "Vekst AS"]}
        quotes = graph.related("RESPONSIBLE_FOR")["quote"]
        assert set(quotes) == {"Tinn Nore og Uvdal - Vekst AS"}


def test_a_date_with_a_time_of_day_is_that_day(tmp_path: Path) -> None:
    rows = [["Tiltak", "Frist"], ["Fond", datetime.datetime(2025, 3, 1, 14, 30)]]
    graph = formats.read(kept(tmp_path / "m.xlsx", Ark1=rows)).graph
    assert facts(graph, "deadline") == {"Fond": "2025-03-01"}


def test_a_year_that_is_typed_where_a_date_is_shown_is_that_year_and_said(tmp_path: Path) -> None:
    path = tmp_path / "m.xlsx"
    book = workbook(path, Ark1=[["Tiltak", "Frist"], ["Fond", 2015], ["Kai", 45000]])
    for name in ("B2", "B3"):
        book["Ark1"][name].number_format = "dd.mm.yyyy"
    book.save(path)
    for one in [path, *([saved_again(path, "ods")] if PROGRAM else [])]:
        reading = formats.read(one)
        assert facts(reading.graph, "deadline") == {"Fond": "2015", "Kai": "2023-03-15"}
        assert [str(problem) for problem in reading.problems] == [
            "Ark1:2: Frist: is read as the year 2015, though the cell shows a day of 1905; write"
            " the year as text, or the whole date"
        ]


def test_a_file_without_headings_is_reported_with_its_first_row(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text("Vekst;Fond;Tinn kommune\nVekst;Kurs;Rollag\n", encoding="utf-8")
    with pytest.raises(SourceNotFound, match="Vekst, Fond, Tinn kommune"):
        formats.understood(path)


def test_rows_that_are_wider_or_narrower_than_the_headings(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text("Tiltak;Ansvarlig\nFond;Tinn;mer;;\nKurs\n\nKai;Rollag;\n", encoding="utf-8")
    reading = formats.read(path)
    assert edges(reading.graph, "RESPONSIBLE_FOR") == {"Fond": ["Tinn"], "Kai": ["Rollag"]}
    assert rules(reading) == [("nameless-column", 2)]


def test_headings_that_begin_further_down_and_to_the_right(tmp_path: Path) -> None:
    rows = [
        [],
        [None, None, "TILTAK *", None, "Ansvarleg (r)", "Samarbeidspartnar/deltakarar"],
        [None, None, "Fond", None, "KONGSBERG KOMMUNE", "0633 - Nore og Uvdal; USN"],
        [],
        [None, None, "Kai", None, "Nore og Uvdal kommunes", None],
    ]
    graph = formats.read(kept(tmp_path / "m.xlsx", Ark1=rows)).graph
    assert edges(graph, "RESPONSIBLE_FOR") == {"Fond": ["Kongsberg"], "Kai": ["Nore og Uvdal"]}
    assert edges(graph, "PARTICIPATES_IN") == {"Fond": ["Nore og Uvdal", "USN"]}


def test_two_tables_in_one_sheet(tmp_path: Path) -> None:
    rows = [["Tiltak", "Ansvarlig"], ["Fond", "Tinn"], [], ["Organisasjon", "Kommune"]]
    reading = formats.read(kept(tmp_path / "m.xlsx", Ark1=[*rows, ["USN", "Kongsberg"]]))
    assert edges(reading.graph, "RESPONSIBLE_FOR") == {"Fond": ["Tinn"]}
    assert edges(reading.graph, "LOCATED_IN") == {"Kongsberg": ["USN"]}
    shapes = [one.shape for count in reading.intake for one in count.understood]
    assert shapes == ["plan", "parties"]


def test_formulas_without_results_and_errors_are_empty_and_said(tmp_path: Path) -> None:
    rows = [["Tiltak", "Ansvarlig", "Kost"], ["A", "Tinn", "=1+1"], ["B", "#N/A", 3]]
    reading = formats.read(kept(tmp_path / "m.xlsx", Ark1=rows))
    assert edges(reading.graph, "RESPONSIBLE_FOR") == {"A": ["Tinn"]}
    assert facts(reading.graph, "Kost") == {"B": "3"}
    assert rules(reading) == [("no-result", 2), ("cell-error", 3)]


@pytest.mark.parametrize(
    "name",
    ["Kautokeino - Guovdageaidnu", "Guovdageaidnu – Kautokeino", "GUOVDAGEAIDNU", "Kautokeino"],
)
def test_a_municipality_of_two_names_is_one_in_either_order(tmp_path: Path, name: str) -> None:
    rows = [["Tiltak", "Ansvarlig"], ["Fond", name], ["Kai", "5612"]]
    graph = formats.read(kept(tmp_path / "m.xlsx", Ark1=rows)).graph
    assert len(graph.of_kind("Municipality")) == 1


def test_an_edit_of_the_exported_workbook_is_all_that_changes(tmp_path: Path) -> None:
    sheets = {
        "goals": [["id", "name", "owner"], ["g1", "Vekst", "t"], ["g2", "Ro", None]],
        "municipalities": [["id", "name"], ["t", "Tinn"]],
    }
    workbook(tmp_path / "m.xlsx", **sheets)
    before = formats.read(tmp_path / "m.xlsx").graph
    path = formats.write(before, tmp_path / "eksport.xlsx")
    book = openpyxl.load_workbook(path)
    book["relations"].append(["t", "RESPONSIBLE_FOR", "g2"])
    book.save(path)
    for one in [path, *([saved_again(path)] if PROGRAM else [])]:
        after = formats.read(one).graph
        found = changes.changes("assertions", before, after)
        (row,) = found.records()
        assert (row["change"], row["column"]) == ("added", None), row
        assert "Tinn" in str(row)
        assert "Ro" in str(row)
        assert after.nodes.equals(before.nodes)
