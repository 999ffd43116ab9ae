"""The text of a CSV file: its bytes as UTF-8, its delimiter, its rows; what is wrong with it."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.csv as arrow_csv

from graphtool.errors import CANNOT_BE_OPENED, Problem, reason
from graphtool.formats.syntax.saved_text import decoded
from graphtool.graph import tables
from graphtool.language import Said, Text

DELIMITERS = ",;\t"
BLOCKS = (1 << 20, 1 << 24)
"""Bytes read at a time, more where a row is longer; one that is longer still is read slowly.

Memory of this size is used again and again, where large blocks would be asked of the system.
"""
BLANK = 4096
"""A file that holds something does so in its first bytes, and is not searched to its end."""
MOST_PLACES = 1 << 25
"""Cells of a file whose rows differ in width: every one takes memory, also the empty."""
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LETTERS = re.compile(rb"\xc3[\x80-\xbf]|\xc5[\x80-\xbf]|\xc4[\x80-\xbf]")
"""Letters beyond a to z as UTF-8 has them; in other encodings hardly any text has such pairs."""
_HEADER = re.compile(rb"[\r\n]*[^\n]*")
_DAMAGED = Text(
    "er UTF-8 unntatt byte 0x{byte}: skadet, eller satt sammen av to filer; lagre den i Excel som"
    " «CSV UTF-8 (kommadelt)»",
    "er UTF-8 bortsett frå byte 0x{byte}: skadd, eller sett saman av to filer; lagre ho i Excel som"
    " «CSV UTF-8 (kommadelt)»",
    "is UTF-8 but for byte 0x{byte}: damaged, or put together of two files; save it in Excel as"
    " «CSV UTF-8 (Comma delimited)»",
)
_NUL = Text(
    "har en NUL-byte i seg og er ingen tekstfil",
    "har ein NUL-byte i seg og er inga tekstfil",
    "holds a NUL byte: no text file",
)
_EMPTY = Text(
    "er tom; slett den, eller gi den overskrifter",
    "er tom; slett ho, eller gi ho overskrifter",
    "is empty; delete it or give it a header",
)
_OPEN = Text(
    "et anførselstegn åpner i denne raden og blir aldri lukket",
    "eit hermeteikn opnar i denne rada og blir aldri lukka",
    "a quotation mark opens in this row and is never closed",
)
_TOO_WIDE = Text(
    "har {width} kolonner i første rad og færre i andre; gi overskrift bare til dem som er i bruk",
    "har {width} kolonnar i første rad og færre i andre; gi overskrift berre til dei som er i bruk",
    "has {width} columns in the first row and fewer in others; name only those in use",
)
_RAGGED = Text(
    "har {cells} celler, overskriften {width}; sett anførselstegn om en celle som har skilletegnet"
    " i seg",
    "har {cells} celler, overskrifta {width}; set hermeteikn om ei celle som har skiljeteiknet i"
    " seg",
    "has {cells} cells, the header {width}; quote a cell that holds the delimiter",
)


def content(file: Path, called: str) -> tuple[bytes, list[Problem]]:
    """The file as UTF-8 without a byte order mark, as bytes: text may take four times as much.

    UTF-16 and Windows' own encoding are read too, but no UTF-8 of which a part is damaged.
    Problems call it `called`.
    """
    try:
        data = file.read_bytes().removeprefix(codecs.BOM_UTF8)
    except OSError as error:
        message = Said(CANNOT_BE_OPENED, why=reason(error))
        return b"", [Problem("error", "unreadable", message, called)]
    damage = _damage(data)
    if damage is None and b"\0" not in data:
        return data, []
    if damage is not None and _LETTERS.search(data):
        row = data.count(b"\n", 0, damage) + 1
        message = Said(_DAMAGED, byte=f"{data[damage]:02x}")
        return b"", [Problem("error", "wrong-encoding", message, called, row)]
    text = decoded(data) if b"\0" not in data or data.startswith(_WIDE) else None
    if text is None or "\0" in text:
        row = data.count(b"\n", 0, data.index(b"\0")) + 1
        return b"", [Problem("error", "wrong-encoding", Said(_NUL), called, row)]
    return text.encode("utf-8", "replace"), []


def _damage(data: bytes) -> int | None:
    """Where the first byte stands that is no UTF-8; None where there is none."""
    ends = np.array([0, len(data)], dtype=np.int64)
    parts = [None, pa.py_buffer(ends), pa.py_buffer(data)]
    try:
        # In half the time that Python takes to make a text of it.
        pa.Array.from_buffers(pa.large_binary(), 1, parts).cast(pa.large_string())
    except pa.ArrowInvalid:
        try:
            data.decode("utf-8")
        except UnicodeDecodeError as error:
            return error.start
    return None


def delimiter(data: bytes) -> str:
    """The sign that parts the cells of a file."""
    # Norwegian Excel writes semicolons; the header tells, as no column's name holds any.
    header = _HEADER.match(data)
    return max(DELIMITERS, key=lambda d: header[0].count(d.encode()) if header else 0)


def records(data: bytes, *, strict: bool = False) -> Iterator[list[str]]:
    """The rows, quotation marks resolved; with `strict`, one that is never closed raises."""
    # The limit is the whole process's: a cell may be as long as its file.
    csv.field_size_limit(max(len(data), csv.field_size_limit()))
    text = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8", newline="")
    return csv.reader(text, delimiter=delimiter(data), strict=strict)


def parsed(file: str, data: bytes) -> tuple[list[str], pd.DataFrame, list[Problem]]:
    """The first row, and the others as text columns, index = row in the file."""
    if not data[:BLANK].strip() and not data.strip():
        return [], pd.DataFrame(), [Problem("error", "empty-file", Said(_EMPTY), file)]
    whole = _columns(data, len(next(records(data))))
    if whole is None:
        return _uneven(file, data)
    whole.index = pd.RangeIndex(1, len(whole) + 1)
    return whole.iloc[0].tolist(), whole.iloc[1:], []


def _columns(data: bytes, width: int) -> pd.DataFrame | None:
    """A regular file, read in a fifth of the time and memory that Python objects would take.

    None where a row is longer or shorter than the first, or a quotation mark may be open.
    """
    if _quotation_marks(data) % 2:
        return None
    for block in BLOCKS:
        with suppress(pa.ArrowInvalid):
            whole = _table(data, width, block).combine_chunks().to_pandas()
            return whole.set_axis(range(width), axis=1).astype(tables.TEXT)
        if len(data) <= block:
            break
    return None


def _quotation_marks(data: bytes) -> int:
    # A part at a time: signs of a whole file at once would ask the system for as much memory.
    signs, size = np.frombuffer(data, dtype=np.uint8), BLOCKS[0]
    parts = (signs[at : at + size] for at in range(0, len(signs), size))
    return sum(int(np.count_nonzero(part == ord('"'))) for part in parts)


def _table(data: bytes, width: int, block: int) -> pa.Table:
    names = [f"f{at}" for at in range(width)]
    return arrow_csv.read_csv(
        pa.BufferReader(data),
        # Threads would take half as much work again.
        arrow_csv.ReadOptions(column_names=names, block_size=block, use_threads=False),
        arrow_csv.ParseOptions(
            delimiter=delimiter(data), newlines_in_values=True, ignore_empty_lines=False
        ),
        # That it is UTF-8 throughout is seen by now, see `content`.
        arrow_csv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.large_string()), check_utf8=False
        ),
    )


def _uneven(file: str, data: bytes) -> tuple[list[str], pd.DataFrame, list[Problem]]:
    """Rows that differ in width: empty cells beyond the header go, filled ones are problems."""
    if row := _open_quote(data):
        return [], pd.DataFrame(), [Problem("error", "open-quote", Said(_OPEN), file, row)]
    rows = list(records(data))
    width = len(rows[0])
    if width * len(rows) > MOST_PLACES:
        message = Said(_TOO_WIDE, width=width)
        return [], pd.DataFrame(), [Problem("error", "ragged-row", message, file, 1)]
    problems = [
        Problem("error", "ragged-row", Said(_RAGGED, cells=len(record), width=width), file, row)
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
