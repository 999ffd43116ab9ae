"""The text of a CSV file that is not `regular`: its bytes as UTF-8, its rows, what is wrong."""

from __future__ import annotations

import codecs
import csv
import io
import re
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa

from graphtool.errors import CANNOT_BE_OPENED, Problem, reason
from graphtool.formats.syntax import regular
from graphtool.formats.syntax.regular import records
from graphtool.formats.syntax.saved_text import decoded
from graphtool.graph import tables
from graphtool.language import Said, Text

BLANK = 4096
"""A file that holds something does so in its first bytes, and is not searched to its end."""
MOST_PLACES = 1 << 25
"""Cells of a file whose rows differ in width: every one takes memory, also the empty."""
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LETTERS = re.compile(rb"\xc3[\x80-\xbf]|\xc5[\x80-\xbf]|\xc4[\x80-\xbf]")
"""Letters beyond a to z as UTF-8 has them; in other encodings hardly any text has such pairs."""
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


def parsed(file: str, data: bytes) -> tuple[list[str], pd.DataFrame, list[Problem]]:
    """The first row, and the others as text columns, index = row in the file."""
    if not data[:BLANK].strip() and not data.strip():
        return [], pd.DataFrame(), [Problem("error", "empty-file", Said(_EMPTY), file)]
    found = regular.read(io.BytesIO(data))
    return (found.header, found.cells, []) if found else _uneven(file, data)


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
