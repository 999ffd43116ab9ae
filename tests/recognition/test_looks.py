"""What a sheet says by its looks alone: colours, lines through texts, groups, hidden columns."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font, PatternFill

from graphtool import formats
from graphtool.formats import Reading
from tests.office import saved_again
from tests.recognition.test_shapes import edges
from tests.recognition.test_sheets_of_the_office import left, named
from tests.workbooks import workbook

pytestmark = pytest.mark.usefixtures("english")

GREEN, YELLOW = (PatternFill("solid", fgColor=colour) for colour in ("FF92D050", "FFFFFF00"))
ROWS = [
    ["Tiltak", "Ansvarlig", "Status"],
    ["Rydde strandsonen", "Risør kommune", None],
    ["Ladestasjoner", "Tvedestrand kommune", None],
]


def told(reading: Reading) -> list[tuple[str, int]]:
    return [(problem.rule, problem.row) for problem in reading.problems]


def last_line(reading: Reading) -> str:
    (table,) = (one for count in reading.intake for one in count.understood)
    return str(table.lines()[-1])


def test_a_status_in_colours_alone_is_told_with_its_column(tmp_path: Path) -> None:
    book = workbook(tmp_path / "m.xlsx", Plan=ROWS)
    for place, fill in (("A1", YELLOW), ("C1", YELLOW), ("C2", GREEN), ("C3", YELLOW)):
        book["Plan"][place].fill = fill
    book.save(tmp_path / "m.xlsx")
    (problem,) = formats.read(tmp_path / "m.xlsx").problems
    assert (problem.rule, problem.row) == ("colours-not-read", 1)
    assert "under Status, but its cells are coloured" in str(problem)


def test_colours_that_repeat_what_is_written_and_those_of_headings_are_no_question(
    tmp_path: Path,
) -> None:
    rows = [ROWS[0], *([*row[:2], "I rute"] for row in ROWS[1:])]
    book = workbook(tmp_path / "m.xlsx", Plan=rows)
    for place in ("A1", "B1", "C1", "C2", "C3"):
        book["Plan"][place].fill = GREEN
    book.save(tmp_path / "m.xlsx")
    assert told(formats.read(tmp_path / "m.xlsx")) == []


def test_a_row_that_is_grey_all_through_says_nothing_by_its_empty_cells(tmp_path: Path) -> None:
    book = workbook(tmp_path / "m.xlsx", Plan=ROWS)
    for place in ("A3", "B3", "C3"):
        book["Plan"][place].fill = PatternFill("solid", fgColor="FFD9D9D9")
    book.save(tmp_path / "m.xlsx")
    assert told(formats.read(tmp_path / "m.xlsx")) == []


def test_an_empty_status_without_colours_is_no_question(tmp_path: Path) -> None:
    workbook(tmp_path / "m.xlsx", Plan=ROWS)
    assert told(formats.read(tmp_path / "m.xlsx")) == []


@pytest.mark.parametrize(
    "legend",
    [
        [["Grønn", "I rute"], ["Gul", "Forsinket"]],
        [["Grønn = i rute"], ["Gul = forsinket"]],
        [["Raud: stoppa"]],
    ],
)
def test_a_legend_of_colours_lists_no_measures_and_is_told(
    tmp_path: Path, legend: list[list[str]]
) -> None:
    book = workbook(tmp_path / "m.xlsx", Plan=[*ROWS, [], *legend])
    book["Plan"]["A2"].fill = GREEN
    book.save(tmp_path / "m.xlsx")
    reading = formats.read(tmp_path / "m.xlsx")
    assert named(reading.graph, "Measure") == ["Ladestasjoner", "Rydde strandsonen"]
    assert told(reading) == [("colours-not-read", 1)]
    assert "they are in Tiltak" in str(reading.problems[0])
    assert {why for _, why in left(reading)} == {"what the colours mean"}


def test_a_focus_area_may_be_called_as_a_colour_is(tmp_path: Path) -> None:
    rows = [
        ["Satsingsområde", "Mål"],
        ["Smart", "Digital"],
        ["Grønn", "Nullutslipp"],
        ["Trygg", "Liv"],
    ]
    workbook(tmp_path / "m.xlsx", Plan=rows)
    graph = formats.read(tmp_path / "m.xlsx").graph
    assert edges(graph, "PART_OF")["Grønn"] == ["Nullutslipp"]
    assert named(graph, "FocusArea") == ["Grønn", "Smart", "Trygg"]


def test_focus_areas_may_all_be_called_as_colours_are(tmp_path: Path) -> None:
    rows = [["Satsingsområde", "Mål"], ["Grønn", "Nullutslipp"], ["Blå", "Ren fjord"]]
    workbook(tmp_path / "m.xlsx", Plan=[*rows, ["Smart", "Digital"]])
    reading = formats.read(tmp_path / "m.xlsx")
    assert named(reading.graph, "FocusArea") == ["Blå", "Grønn", "Smart"]
    assert told(reading) == []


def test_measures_of_a_colour_each_are_no_legend(tmp_path: Path) -> None:
    rows = [["Tiltak", "Ansvarlig"], ["Grønn: Elbiler", "Tinn"], ["Blå: Ren fjord", "Vinje"]]
    workbook(tmp_path / "m.xlsx", Plan=rows)
    reading = formats.read(tmp_path / "m.xlsx")
    assert named(reading.graph, "Measure") == ["Blå: Ren fjord", "Grønn: Elbiler"]
    assert told(reading) == []


def test_a_legend_right_below_a_list_is_one_where_it_says_a_state(tmp_path: Path) -> None:
    legend = [["Grønn", "I rute"], ["Gul", "Forsinket"]]
    workbook(tmp_path / "m.xlsx", Plan=[["Tiltak", "Ansvarlig"], ["Ny buss", "Tinn"], *legend])
    reading = formats.read(tmp_path / "m.xlsx")
    assert named(reading.graph, "Measure") == ["Ny buss"]
    assert {why for _, why in left(reading)} == {"what the colours mean"}


def test_a_measure_may_begin_with_a_colour(tmp_path: Path) -> None:
    workbook(tmp_path / "m.xlsx", Plan=[["Tiltak", "Ansvarlig"], ["Grønn mobilitet", "Tinn"]])
    assert named(formats.read(tmp_path / "m.xlsx").graph, "Measure") == ["Grønn mobilitet"]


def test_what_has_a_line_through_it_is_read_and_told(tmp_path: Path) -> None:
    """It may be dropped, or done: which of them only who drew the line knows."""
    book = workbook(tmp_path / "m.xlsx", Plan=ROWS)
    sheet = book["Plan"]
    sheet["A3"].font = Font(strike=True)
    whole, part = TextBlock(InlineFont(strike=True), "Arendal "), TextBlock(InlineFont(), "Risør")
    sheet["B2"] = CellRichText(whole, part)
    book.save(tmp_path / "m.xlsx")
    reading = formats.read(tmp_path / "m.xlsx")
    assert told(reading) == [("struck-through", 2), ("struck-through", 3)]
    assert [problem.column for problem in reading.problems] == ["Ansvarlig", "Tiltak"]
    assert named(reading.graph, "Measure") == ["Ladestasjoner", "Rydde strandsonen"]


def test_columns_that_nobody_sees_are_read_and_said(tmp_path: Path) -> None:
    book = workbook(tmp_path / "m.xlsx", Plan=ROWS)
    book["Plan"].column_dimensions["B"].hidden = True
    book.save(tmp_path / "m.xlsx")
    reading = formats.read(tmp_path / "m.xlsx")
    assert last_line(reading) == "  hidden columns, read too: Ansvarlig"
    assert edges(reading.graph, "RESPONSIBLE_FOR")["Ladestasjoner"] == ["Tvedestrand"]


def test_groups_of_rows_tell_measures_from_the_goal_above_them(tmp_path: Path) -> None:
    rows = [
        ["Mål og tiltak", "Ansvarlig"],
        ["Vekst"],
        ["Fond", "Tinn"],
        ["Buss"],
        ["Rute", "Vinje"],
    ]
    book = workbook(tmp_path / "m.xlsx", Plan=rows)
    for row in (3, 5):
        book["Plan"].row_dimensions[row].outlineLevel = 1
    book.save(tmp_path / "m.xlsx")
    reading = formats.read(tmp_path / "m.xlsx")
    assert edges(reading.graph, "PART_OF") == {"Vekst": ["Fond"], "Buss": ["Rute"]}
    assert named(reading.graph, "Measure") == ["Fond", "Rute"]
    assert told(reading) == []


def test_groups_of_rows_above_what_they_are_part_of_are_a_question(tmp_path: Path) -> None:
    rows = [["Mål og tiltak", "Ansvarlig"], ["Fond", "Tinn"], ["Vekst"], ["Rute", "Vinje"]]
    book = workbook(tmp_path / "m.xlsx", Plan=[*rows, ["Buss"]])
    for row in (2, 4):
        book["Plan"].row_dimensions[row].outlineLevel = 1
    book.save(tmp_path / "m.xlsx")
    reading = formats.read(tmp_path / "m.xlsx")
    assert edges(reading.graph, "PART_OF") == {}
    assert told(reading) == [("guessed-level", 1)]


def test_groups_of_rows_make_no_parts_of_a_list_of_measures(tmp_path: Path) -> None:
    rows = [["Tiltak", "Ansvarlig"], ["Fond", "Tinn"], ["Rute", "Vinje"], ["Kurs", "Tinn"]]
    book = workbook(tmp_path / "m.xlsx", Plan=rows)
    book["Plan"].row_dimensions[3].outlineLevel = 1
    book.save(tmp_path / "m.xlsx")
    assert edges(formats.read(tmp_path / "m.xlsx").graph, "PART_OF") == {}


def test_a_sheet_looks_the_same_when_libreoffice_has_saved_it(tmp_path: Path) -> None:
    rows = [["Mål og tiltak", "Ansvarlig", "Status"], ["Vekst"], ["Fond", "Tinn"], ["Kurs", "NHO"]]
    book = workbook(tmp_path / "m.xlsx", Plan=rows)
    sheet = book["Plan"]
    sheet["C3"].fill, sheet["A4"].font = GREEN, Font(strike=True)
    sheet["B3"] = CellRichText("Tinn", TextBlock(InlineFont(strike=True), ", Vinje"))
    sheet.column_dimensions["B"].hidden = True
    for row in (3, 4):
        sheet.row_dimensions[row].outlineLevel = 1
    book.save(tmp_path / "m.xlsx")
    for path in (tmp_path / "m.xlsx", saved_again(tmp_path / "m.xlsx", "ods")):
        reading = formats.read(path)
        assert told(reading) == [
            ("colours-not-read", 1),
            ("struck-through", 3),
            ("struck-through", 4),
        ]
        assert edges(reading.graph, "PART_OF") == {"Vekst": ["Fond", "Kurs"]}
        assert last_line(reading) == "  hidden columns, read too: Ansvarlig"
