"""A CSV file whose rows are all as wide as its first, read block by block into whole columns.

A block is checked, parsed and added to the columns while it is near the processor, and the file as
a whole is never in memory: to be given memory takes longer than to read.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.csv as arrow_csv

from graphtool.graph.growing import Growing
from graphtool.graph.texts import TEXT

DELIMITERS = ",;\t"
BLOCK = 1 << 20
"""Bytes that are read at a time; twice as many, and so on, where a row is longer."""
WIDEST = 1000
"""Columns of a file that is read so: every one takes a while in every block."""
SPARE = 1.1
"""Times the room that a column takes in the first block, for every block there is."""
_QUOTE, _NEW_LINE = ord('"'), ord("\n")
_HEADER = re.compile(rb"[\r\n]*[^\n]*")


class Regular(NamedTuple):
    """The rows of a file."""

    header: list[str]
    cells: pd.DataFrame
    """Those below the header as text columns, index = row in the file."""
    delimiter: str


def read(file: BinaryIO) -> Regular | None:
    r"""The rows of UTF-8; None where it begins with nothing, or is in doubt.

    In doubt is what is damaged, holds a NUL, has rows that differ in width, or a quotation mark
    that is perhaps never closed.

    >>> found = read(io.BytesIO(b'id;name\nt1;"Les\nmer"\n'))
    >>> found.header, found.cells.values.tolist(), found.cells.index.tolist()
    (['id', 'name'], [['t1', 'Les\nmer']], [2])
    >>> read(io.BytesIO(b"id;name\nt1\n")) is None
    True
    """
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    file.seek(len(codecs.BOM_UTF8) if file.read(len(codecs.BOM_UTF8)) == codecs.BOM_UTF8 else 0)
    columns = None
    for block in _blocks(file, min(BLOCK, size + 1)):
        if not _is_text(block):
            return None
        if columns is None:
            head = bytes(block)
            if not head.strip():
                return None
            columns = _Columns(next(records(head), []), delimiter(head), size / len(head))
        if not columns.add(block):
            return None
    return columns.done() if columns else None


def delimiter(data: bytes) -> str:
    """The sign that parts the cells of a file.

    >>> delimiter(b"id;name"), delimiter(b"")
    (';', ',')
    """
    # Norwegian Excel writes semicolons; the header tells, as no column's name holds any.
    header = _HEADER.match(data)
    return max(DELIMITERS, key=lambda d: header[0].count(d.encode()) if header else 0)


def records(data: bytes, *, strict: bool = False) -> Iterator[list[str]]:
    """The rows, quotation marks resolved; with `strict`, one that is never closed raises.

    >>> list(records(b'id;"na;me"'))
    [['id', 'na;me']]
    """
    # The limit is the whole process's: a cell may be as long as its file.
    csv.field_size_limit(max(len(data), csv.field_size_limit()))
    text = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8", newline="")
    return csv.reader(text, delimiter=delimiter(data), strict=strict)


def _blocks(file: BinaryIO, size: int) -> Iterator[memoryview]:
    """Whole rows of so many bytes, as far as quotation marks tell, each time in the same memory.

    What is left at the end comes last.
    """
    room, held = bytearray(size), 0
    while got := file.readinto(memoryview(room)[held:]):  # type: ignore[attr-defined]
        held += got
        rows = _whole_rows(room, held)
        if rows:
            yield memoryview(room)[:rows]
            room[: held - rows] = room[rows:held]
            held -= rows
        elif held == len(room):
            room = room + bytes(len(room))
    if held:
        yield memoryview(room)[:held]


def _whole_rows(room: bytearray, held: int) -> int:
    """Bytes up to the last end of a line before which quotation marks are closed; 0 for none."""
    end = room.rfind(b"\n", 0, held) + 1
    quotes = _quotes(memoryview(room)[:end])
    while quotes % 2:
        before = room.rfind(b"\n", 0, room.rfind(b'"', 0, end)) + 1
        quotes -= room.count(b'"', before, end)
        end = before
    return end


def _quotes(block: memoryview) -> int:
    return int(np.count_nonzero(np.frombuffer(block, dtype=np.uint8) == _QUOTE))


def _is_text(block: memoryview) -> bool:
    """Whether it is UTF-8, with every quotation mark closed and no NUL."""
    signs = np.frombuffer(block, dtype=np.uint8)
    if not signs.all() or _quotes(block) % 2:
        return False
    ends = np.array([0, len(signs)], dtype=np.int64)
    parts = [None, pa.py_buffer(ends), pa.py_buffer(block)]
    try:
        # In half the time that Python takes to make a text of it.
        pa.Array.from_buffers(pa.large_binary(), 1, parts).cast(pa.large_string())
    except pa.ArrowInvalid:
        return False
    return True


class _Columns:
    """The columns of a file, which grow block by block."""

    def __init__(self, header: list[str], delimiter: str, blocks: float) -> None:
        """Of a file of about so many blocks."""
        self._header, self._delimiter = header, delimiter
        self._names = [f"f{at}" for at in range(len(header))]
        self._texts: list[Growing] = []
        self._room = blocks * SPARE
        # That it is UTF-8 has been seen, see `_is_text`.
        self._as_text = arrow_csv.ConvertOptions(
            column_types=dict.fromkeys(self._names, pa.string()), check_utf8=False
        )
        self._parsing = arrow_csv.ParseOptions(
            delimiter=delimiter, newlines_in_values=True, ignore_empty_lines=False
        )
        self._last = f"{delimiter * (len(header) - 1)}\n".encode()
        """A row of empty cells."""

    def add(self, block: memoryview) -> bool:
        """Takes in whole rows; False where they are none, or not as wide as the header."""
        if not 0 < len(self._header) <= WIDEST:
            return False
        # Behind an open quotation mark a row of empty cells would be part of a text.
        rows = b"".join([block, b"" if block[-1] == _NEW_LINE else b"\n", self._last])
        reading = arrow_csv.ReadOptions(
            column_names=self._names,
            block_size=len(rows),
            skip_rows_after_names=0 if self._texts else 1,  # the header
            use_threads=False,  # they would take half as much work again
        )
        try:
            found = arrow_csv.read_csv(
                pa.BufferReader(rows), reading, self._parsing, self._as_text
            ).combine_chunks()
        except pa.ArrowInvalid:
            return False
        if found[self._names[-1]][-1].as_py():
            return False
        parts = [found[name].chunk(0)[:-1] for name in self._names]
        if not self._texts:
            room = self._room
            self._texts = [Growing(int(len(p) * room), int(p.nbytes * room)) for p in parts]
        for column, part in zip(self._texts, parts, strict=True):
            column.add(part)
        return True

    def done(self) -> Regular:
        """All of them."""
        held = [column.array() for column in self._texts]
        columns = {at: TEXT.__from_arrow__(array) for at, array in enumerate(held)}
        index = pd.RangeIndex(2, 2 + len(held[0]))
        return Regular(
            self._header, pd.DataFrame(columns, index=index, copy=False), self._delimiter
        )
