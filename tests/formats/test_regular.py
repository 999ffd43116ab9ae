"""Regular CSV files, read block by block: no row is lost or cut where two blocks meet."""

from __future__ import annotations

import codecs
import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphtool.formats.syntax import regular

CALM = settings(max_examples=150, deadline=None, derandomize=True)
CELLS = st.text(alphabet='aå",;\n 1', max_size=6)
TABLES = st.integers(1, 3).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=12)
)


def read_in_blocks(data: bytes, size: int) -> list[list[str]] | None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(regular, "BLOCK", size)
        found = regular.read(io.BytesIO(data))
    return found and [found.header, *found.cells.to_numpy(dtype=object).tolist()]


@CALM
@given(TABLES, st.sampled_from([1, 2, 5, 8, 13, 40]), st.sampled_from(["\n", "\r\n"]))
def test_a_table_reads_back_whatever_the_size_of_a_block(table, size, end):
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator=end).writerows(table)
    data = text.getvalue().encode()
    # The header tells the delimiter: the one that it holds most often.
    if regular.delimiter(data) == ",":
        assert read_in_blocks(data, size) == table


@CALM
@given(st.text(alphabet='a",\n', max_size=30), st.sampled_from([1, 2, 3, 5, 8, 40]))
def test_whatever_stands_in_a_file_is_read_as_python_reads_it_or_left_to_it(text, size):
    data = f"a,b\n{text}".encode()
    found = read_in_blocks(data, size)
    rows = csv.reader(io.StringIO(data.decode(), newline=""))
    assert found is None or found == [row or ["", ""] for row in rows]


def test_a_text_that_a_block_would_cut_is_not_cut_by_stray_quotation_marks():
    # Two marks stand before the line break, and so one might take the text for closed.
    data = b'height,note\n5","first\nsecond"\n6,"c"\n'
    for size in range(1, len(data) + 1):
        found = read_in_blocks(data, size)
        assert found is None or found[1] == ['5"', "first\nsecond"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n\n",
        b"id,name\nt1\n",
        b"id,name\nt1,Les,mer\n",
        b'id,name\nt1,"Les\n',
        b"id,name\nt1,L\xe6r\n",
        b"id,name\nt1,\0\n",
        "id,name\nt1,Lær\n".encode("utf-16"),
    ],
    ids=["empty", "blank", "short", "long", "open", "Windows", "NUL", "UTF-16"],
)
@pytest.mark.parametrize("size", [4, 1 << 20])
def test_what_is_not_regular_is_left_to_who_can_say_why(data, size):
    assert read_in_blocks(data, size) is None


def test_a_byte_order_mark_is_no_part_of_the_first_heading():
    data = codecs.BOM_UTF8 + "id;navn\nt1;Lær\n".encode()
    assert read_in_blocks(data, 9) == [["id", "navn"], ["t1", "Lær"]]
