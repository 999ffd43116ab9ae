"""The text of a CSV file: its bytes as UTF-8, its delimiter, its rows; what is wrong with it."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.csv as arrow_csv

from graphtool.errors import Problem
from graphtool.graph import tables

DELIMITERS = ",;\t"
BLOCK = 1 << 24
"""Bytes read at a time; a row that is longer is read the slow way."""
_HEADER = re.compile(rb"[\r\n]*[^\n]*")


def content(file: Path) -> tuple[bytes, list[Problem]]:
    """The file as UTF-8 without a byte order mark, as bytes: text may take four times as much."""
    try:
        data = file.read_bytes().removeprefix(codecs.BOM_UTF8)
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return b"", [_encoding(file, 1, "it is UTF-16")]
        data.decode("utf-8")
    except OSError as error:
        message = f"cannot be opened: {error.strerror}"
        return b"", [Problem("error", "unreadable", message, file.name)]
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        byte = data[error.start]
        seems = bytes([byte]).decode("cp1252", "replace")
        what = f"byte 0x{byte:02x} (in Windows' own encoding «{seems}»)"
        return b"", [_encoding(file, row, what)]
    if b"\0" in data:
        row = data.count(b"\n", 0, data.index(b"\0")) + 1
        message = "holds a NUL byte: no text file"
        return b"", [Problem("error", "wrong-encoding", message, file.name, row)]
    return data, []


def _encoding(file: Path, row: int, what: str) -> Problem:
    message = f"is not UTF-8: {what}; save it in Excel as «CSV UTF-8 (Comma delimited)»"
    return Problem("error", "wrong-encoding", message, file.name, row)


def _delimiter(data: bytes) -> str:
    # Norwegian Excel writes semicolons; the header tells, as no column's name holds any.
    header = _HEADER.match(data)
    return max(DELIMITERS, key=lambda d: header[0].count(d.encode()) if header else 0)


def records(data: bytes, *, strict: bool = False) -> Iterator[list[str]]:
    """The rows, quotation marks resolved; with `strict`, one that is never closed raises."""
    # The limit is the whole process's: a cell may be as long as its file.
    csv.field_size_limit(max(len(data), csv.field_size_limit()))
    text = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8", newline="")
    return csv.reader(text, delimiter=_delimiter(data), strict=strict)


def parsed(file: str, data: bytes) -> tuple[list[str], pd.DataFrame, list[Problem]]:
    """The first row, and the others as text columns, index = row in the file."""
    if not data.strip():
        message = "is empty; delete it or give it a header"
        return [], pd.DataFrame(), [Problem("error", "empty-file", message, file)]
    whole = _columns(data, len(next(records(data))))
    if whole is None:
        return _uneven(file, data)
    whole.index = pd.RangeIndex(1, len(whole) + 1)
    return whole.iloc[0].tolist(), whole.iloc[1:], []


def _columns(data: bytes, width: int) -> pd.DataFrame | None:
    """A regular file, read in a fifth of the time and memory that Python objects would take.

    None where a row is longer or shorter than the first, or a quotation mark may be open.
    """
    if data.count(b'"') % 2:
        return None
    names = [f"f{at}" for at in range(width)]
    try:
        table = arrow_csv.read_csv(
            pa.BufferReader(data),
            arrow_csv.ReadOptions(column_names=names, block_size=BLOCK),
            arrow_csv.ParseOptions(
                delimiter=_delimiter(data), newlines_in_values=True, ignore_empty_lines=False
            ),
            arrow_csv.ConvertOptions(column_types=dict.fromkeys(names, pa.large_string())),
        )
    except pa.ArrowInvalid:
        return None
    return table.to_pandas().set_axis(range(width), axis=1).astype(tables.TEXT)


def _uneven(file: str, data: bytes) -> tuple[list[str], pd.DataFrame, list[Problem]]:
    """Rows that differ in width: empty cells beyond the header go, filled ones are problems."""
    if row := _open_quote(data):
        message = "a quotation mark opens in this row and is never closed"
        return [], pd.DataFrame(), [Problem("error", "open-quote", message, file, row)]
    rows = list(records(data))
    width = len(rows[0])
    problems = [
        Problem(
            "error",
            "ragged-row",
            f"has {len(record)} cells, the header {width}; quote a cell that holds the delimiter",
            file,
            row,
        )
        for row, record in enumerate(rows, start=1)
        if any(record[width:])
    ]
    cells = [[*record[:width], *[""] * (width - len(record))] for record in rows[1:]]
    table = pd.DataFrame(
        cells, index=range(2, len(cells) + 2), columns=range(width), dtype=tables.TEXT
    )
    return ([] if problems else rows[0]), table, problems


def _open_quote(data: bytes) -> int:
    """Row in which a quotation mark opens that is never closed; 0 where there is none."""
    rows = 0
    try:
        for _ in records(data, strict=True):
            rows += 1
    except csv.Error as error:
        return rows + 1 if "end of data" in str(error) else 0
    return 0
