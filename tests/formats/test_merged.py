"""Merged ranges, one by one: which cells they fill, and what is refused with the range's name."""

from __future__ import annotations

import pandas as pd
import pytest

from graphtool.formats.sheets.merged import Range, filled, named
from graphtool.graph import tables

HEADER = ["id", "name", "owner", ""]


def grid(*rows: str) -> pd.DataFrame:
    """Rows of a sheet from the second on, cells between strokes; a blank row is none."""
    cells = {at: row.split("|") for at, row in enumerate(rows, start=2) if row}
    return pd.DataFrame(list(cells.values()), index=list(cells), dtype=tables.TEXT)


def read(cells: pd.DataFrame, *ranges: str) -> tuple[list[str], list[str]]:
    """The rows with what merged ranges fill in, and what is wrong, as it is printed."""
    merged = [named(reference) for reference in ranges]
    out, problems = filled("mål", HEADER, cells, [one for one in merged if one])
    return ["|".join(row) for row in out.to_numpy()], [f"{p.rule} {p}" for p in problems]


@pytest.mark.parametrize(
    ("reference", "rows", "columns"),
    [
        ("A1:A1", (1, 1), (0, 0)),
        ("B2:C14", (2, 14), (1, 2)),
        ("Z9:AA9", (9, 9), (25, 26)),
        ("AZ1:BA10", (1, 10), (51, 52)),
        ("ZZ1:AAA1", (1, 1), (701, 702)),
    ],
)
def test_a_range_by_its_name(reference, rows, columns):
    assert named(reference) == Range(reference, rows, columns)


@pytest.mark.parametrize("reference", ["", "A1", "A:B", "a1:b2", "A1:B2 ", "1:2", "A1:B2:C3"])
def test_what_is_no_range(reference):
    assert named(reference) is None


def test_a_merged_value_counts_for_every_row_of_its_range_and_for_no_other():
    cells = grid("a|A|Ås|", "b|B||", "c|C||", "d|D||x")
    assert read(cells, "C2:C4") == (["a|A|Ås|", "b|B|Ås|", "c|C|Ås|", "d|D||x"], [])
    assert cells[2].tolist() == ["Ås", "", "", ""], "the cells that were given stay as they are"


def test_several_ranges_of_one_column_and_of_others():
    cells = grid("a|Vekst|Ås|", "b|||", "c||Bø|", "d|D||")
    assert read(cells, "C2:C3", "C4:C5", "B2:B4") == (
        ["a|Vekst|Ås|", "b|Vekst|Ås|", "c|Vekst|Bø|", "d|D|Bø|"],
        [],
    )


def test_a_range_reaches_over_blank_rows_and_past_the_last():
    assert read(grid("a|A|Ås|", "", "c|C||"), "C2:C900") == (["a|A|Ås|", "c|C|Ås|"], [])


def test_a_range_whose_first_row_is_blank_holds_nothing():
    assert read(grid("a|A|Ås|", "", "c|C||"), "C3:C4") == (["a|A|Ås|", "c|C||"], [])


def test_ranges_beside_and_below_the_cells_fill_nothing():
    cells = grid("a|A|Ås|", "b|B||")
    assert read(cells, "E2:E3", "C7:C9", "A1:A1", "C2:C3") == (["a|A|Ås|", "b|B|Ås|"], [])


def test_a_range_over_two_columns_of_which_one_has_a_heading_is_that_ones():
    assert read(grid("a|A|Ås|", "b|B||"), "C2:D3") == (["a|A|Ås|", "b|B|Ås|"], [])


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        (
            "B2:C3",
            "mål:2: 'A' is merged over B2:C3, which are the columns name, owner; unmerge it,"
            " and write each column's own value",
        ),
        ("C3:C4", "mål:3: 'Bø' is hidden under 'Ås' in the merged range C3:C4; unmerge it"),
        (
            "B1:B3",
            "mål:1: the heading 'name' is merged over B1:B3; unmerge it, so that one row"
            " holds the headings",
        ),
    ],
)
def test_what_cannot_be_one_value_of_one_column_is_refused(reference, message):
    cells = grid("a|A||", "b||Ås|", "c||Bø|")
    assert read(cells, reference) == (["a|A||", "b||Ås|", "c||Bø|"], [f"merged-range {message}"])


def test_what_is_refused_keeps_nothing_else_from_being_filled():
    rows, problems = read(grid("a|A|Ås|", "b|B||"), "A2:B3", "C2:C3")
    assert rows == ["a|A|Ås|", "b|B|Ås|"]
    assert len(problems) == 1


def test_a_heading_may_be_merged_over_columns_or_over_no_rows():
    cells = grid("a|A|Ås|", "b|B||")
    assert read(cells, "A1:C1")[1] == []  # what stands under no name is reported by the sheet
    assert read(cells, "D1:D3")[1] == []  # over cells that have no heading
    assert read(cells, "E1:E3")[1] == []  # beyond all headings
    assert read(cells.iloc[:0], "A1:A3")[1] == []


def test_space_is_no_value_and_no_heading():
    cells = grid("a|A|Ås|  ", "b|B|  |")
    assert read(cells, "C2:D3") == (["a|A|Ås|  ", "b|B|Ås|"], [])
    whole = named("C2:D3")
    assert whole is not None
    assert filled("mål", [*HEADER[:3], " "], cells, [whole])[1] == []
