"""Whatever stands in a sheet, it is read, or refused in words: nothing else comes of it."""

from __future__ import annotations

import random
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphtool import formats
from graphtool.errors import GraphtoolError
from graphtool.recognition import Grid, recognise
from tests.recognition.test_shapes import ATTENDANCE, CONNECTIONS, ELEMENTS, PARTIES, PLAN, SAVED
from tests.strategies import EXAMPLES

WORDS = (
    "Mål",
    "Tiltak",
    "Ansvarlig",
    "Frist",
    "Kommune",
    "Organisasjon",
    "Type",
    "Navn",
    "From",
    "To",
    "Label",
    "Id",
    "Del av",
    "Avhenger av",
    "Indikator",
    "Behov",
    "Sum",
    "X",
    "R/A",
    "TBD",
    "[Navn]",
    "Alle kommunene",
    "Nore og Uvdal",
    "Tinn kommune",
    "1.1 Fond",
    "1.1",
    "Avhenger av 1.1",
    "eier",
    "16.04.15",
    "Q3 2025",
    "91,5 mill. kr",
    "* merk",
    "2.027",
    "/",
    " og ",
    ",",
    "&",
    "()",
    "#",
    "",
    "\u200b",
    "Herøy",
    "0301 Oslo",
    "Region",
    "Person",
    "x" * 200,
)
CELLS = st.one_of(st.sampled_from(WORDS), st.text(max_size=12))
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=6), max_size=12)


def numbered(sheet: str, title: str, rows: list[list[str]]) -> Grid:
    filled = [(at, row) for at, row in enumerate(rows, 1) if any(map(str.strip, row))]
    return Grid(sheet, title, "m.xlsx", filled)


@EXAMPLES
@given(sheets=st.lists(ROWS, min_size=1, max_size=3), title=st.sampled_from(("Ark1", "Tiltak")))
def test_any_cells_are_recognised_or_left_and_no_row_is_lost(sheets, title: str) -> None:
    grids = [numbered(f"{title}{n}", title, rows) for n, rows in enumerate(sheets)]
    found = recognise(grids)
    assert len(found.strange) + len({one.sheet for one in found.understood}) == len(grids)
    ids = [node for name, rows in found.sheets.items() if "id" in rows for node in rows["id"]]
    assert len(ids) == len(set(ids))
    if "relations" in found.sheets:
        ends = found.sheets["relations"][["source", "target"]].to_numpy().ravel()
        assert set(ends) <= set(ids)


SHEETS = {
    "plan": PLAN,
    "elements": ELEMENTS,
    "ties": CONNECTIONS,
    "who": PARTIES,
    "was": ATTENDANCE,
}


@EXAMPLES
@given(seed=st.integers(0, 2**32))
def test_a_sheet_in_which_anything_was_changed_is_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    grids = []
    for name, given_rows in SHEETS.items():
        rows = [["" if cell is None else str(cell) for cell in row] for row in given_rows]
        for _ in range(chance.randint(1, 6)):
            row = chance.choice([r for r in rows if r] or [[""]])
            at = chance.randrange(len(row))
            what = chance.choice(("word", "drop", "double", "swap"))
            if what == "word":
                row[at] = chance.choice(WORDS)
            elif what == "drop":
                del row[at:]
            elif what == "double":
                rows.insert(chance.randrange(len(rows)), [*row])
            else:
                chance.shuffle(rows)
        grids.append(numbered(name, name, rows))
    recognise(grids)


@pytest.mark.parametrize("seed", range(60))
def test_bytes_that_were_changed_are_read_or_refused(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(SAVED.encode(chance.choice(("utf-8", "cp1252", "utf-16"))))
    for _ in range(chance.randint(1, 8)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    path = tmp_path / "m.csv"
    path.write_bytes(data)
    with suppress(GraphtoolError):
        formats.read(path)
