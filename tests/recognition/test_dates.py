"""Dates in cells: whether the day or the month stands first, as those of the column tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphtool import formats
from graphtool.errors import GraphtoolError
from tests.recognition.test_shapes import facts
from tests.recognition.test_sheets_of_the_office import read, said

pytestmark = pytest.mark.usefixtures("english")


@pytest.mark.parametrize(
    ("dates", "read_as"),
    [
        (["3/25/2026", "3/4/2026"], ["2026-03-25", "2026-03-04"]),  # as an American export
        (["25/3/2026", "3/4/2026"], ["2026-03-25", "2026-04-03"]),
        (["5/3/2026", "3/4/2026"], ["2026-03-05", "2026-04-03"]),  # nothing tells: day first
    ],
)
def test_a_date_tells_in_which_order_those_of_its_column_are(
    tmp_path: Path, dates: list[str], read_as: list[str]
) -> None:
    rows = [["Tiltak", "Frist", "Vedtatt"], *([f"T{at}", one, one] for at, one in enumerate(dates))]
    reading = read(tmp_path, *rows)
    told = {f"T{at}": one for at, one in enumerate(read_as)}
    assert facts(reading.graph, "deadline") == facts(reading.graph, "Vedtatt") == told
    assert said(reading) == []


def test_of_a_column_with_both_orders_it_is_asked(tmp_path: Path) -> None:
    rows = [["A", "3/25/2026"], ["B", "25/3/2026"], ["C", "3/4/2026"], ["D", "3/3/2026"]]
    reading = read(tmp_path, ["Tiltak", "Frist"], *rows)
    sure = {"A": "2026-03-25", "B": "2026-03-25", "D": "2026-03-03"}
    assert facts(reading.graph, "deadline") == {**sure, "C": "3/4/2026"}
    (line,) = said(reading)
    assert 'check --dates "Frist=day" or "Frist=month"' in line
    assert "25/3/2026, 3/25/2026" in line or "25/3/2026 and 3/25/2026" in line


@pytest.mark.parametrize(
    ("first", "ambiguous"), [("day", "2026-04-03"), ("Måned først", "2026-03-04")]
)
def test_what_stands_first_in_dates_of_both_orders_is_settled_for_good(
    tmp_path: Path, first: str, ambiguous: str
) -> None:
    """What can be read in one way alone is read so all the same."""
    rows = [["A", "3/25/2026"], ["B", "25/3/2026"], ["C", "3/4/2026"]]
    read(tmp_path, ["Tiltak", "Frist"], *rows)
    formats.settle(tmp_path / "m.xlsx", {"dates": {"Frist": first}})
    formats.settle(tmp_path / "m.xlsx", {"columns": {"Frist": "deadline"}})  # keeps the other
    reading = formats.read(tmp_path / "m.xlsx")
    sure = {"A": "2026-03-25", "B": "2026-03-25"}
    assert facts(reading.graph, "deadline") == {**sure, "C": ambiguous}
    assert said(reading) == []


def test_dates_that_all_can_be_read_both_ways_are_as_somebody_says(tmp_path: Path) -> None:
    read(tmp_path, ["Tiltak", "Frist"], ["A", "3/4/2026"])
    formats.settle(tmp_path / "m.xlsx", {"dates": {"m.xlsx/Frist": "month"}})
    assert facts(formats.read(tmp_path / "m.xlsx").graph, "deadline") == {"A": "2026-03-04"}


def test_neither_day_nor_month_is_refused_with_the_two(tmp_path: Path) -> None:
    read(tmp_path, ["Tiltak", "Frist"], ["A", "3/4/2026"])
    with pytest.raises(GraphtoolError, match="write day or month"):
        formats.settle(tmp_path / "m.xlsx", {"dates": {"Frist": "year"}})
