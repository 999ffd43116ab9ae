"""Dates in cells: whether the day or the month stands first, as those of the column tell."""

from __future__ import annotations

from pathlib import Path

import pytest

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
    assert "25/3/2026, 3/25/2026" in line or "25/3/2026 and 3/25/2026" in line
