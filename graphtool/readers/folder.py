"""A dataset as a folder of UTF-8 CSV files: one a kind, `relations.csv` and `documents.csv`."""

from __future__ import annotations

import codecs
import csv
import io
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.csv as arrow_csv

from graphtool.errors import Problem, SourceNotFound
from graphtool.graph import tables
from graphtool.graph.dataset import REQUIRED, SHEETS, sheet_name
from graphtool.language import Text
from graphtool.readers import delimited, foreign
from graphtool.readers.sheets import Sheets, sheet, title_from

SUFFIXES = ("",)
METADATA = "dataset.toml"
TABLE = ".csv"
DELIMITERS = ",;\t"
BLOCK = 1 << 24
"""Bytes read at a time; a row that is longer is read the slow way."""
_HEADER = re.compile(rb"[\r\n]*[^\n]*")


def reads(name: str) -> bool:
    """Whether a file of this name in a dataset's folder is read.

    >>> reads("Goals.CSV"), reads("dataset.toml"), reads("map.html")
    (True, True, False)
    """
    return Path(name).suffix.lower() == TABLE or name.casefold() == METADATA


def read(path: Path) -> Sheets:
    """Every CSV file of the folder; raises `SourceNotFound` where there is none."""
    if not path.is_dir():
        raise SourceNotFound(f"{path}: is no folder of CSV files, and has no suffix that is known")
    try:
        files = sorted(
            file
            for file in path.iterdir()
            if file.suffix.lower() == TABLE and not file.name.startswith((".", "~$"))
        )
    except OSError as error:
        raise SourceNotFound(f"{path}: cannot be opened: {error.strerror}") from error
    if not files:
        raise SourceNotFound(
            f"{path}: holds no CSV file; a dataset has one a kind ({', '.join(SHEETS)}.csv)"
        )
    by_name: dict[str, pd.DataFrame] = {}
    problems: list[Problem] = []
    others: list[foreign.Strange] = []
    for file in files:
        name = sheet_name(file.stem)
        if name not in REQUIRED:
            others += _strange(file, problems)
            continue
        data, trouble = _content(file)
        problems += trouble
        if trouble:
            continue
        if name in by_name:
            message = f"another file is called {name} too, but for capitals"
            problems.append(Problem("error", "doubled-sheet", message, file.name))
            continue
        header, cells, trouble = _parsed(file.name, data)
        problems += trouble
        if header:
            by_name[name], trouble = sheet(name, file.name, header, cells)
            problems += trouble
    title, trouble = _title(path / METADATA)
    found = Sheets(by_name, problems + trouble, path.resolve().name, title)
    return foreign.joined(found, others, path)


def _strange(file: Path, problems: list[Problem]) -> list[foreign.Strange]:
    """A file that is none of a dataset's own; [] where it cannot be read, which is a problem."""
    try:
        return [delimited.strange(file)]
    except SourceNotFound as error:
        said = str(error).removeprefix(f"{file}: ")
        problems.append(Problem("error", "unreadable", said, file.name))
        return []


def _title(file: Path) -> tuple[Text | None, list[Problem]]:
    if not file.is_file():
        return None, []
    try:
        return title_from(tomllib.loads(file.read_text(encoding="utf-8")), file.name)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        return None, [Problem("error", "bad-toml", f"cannot be read: {error}", file.name)]


def _content(file: Path) -> tuple[bytes, list[Problem]]:
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


def _records(data: bytes, *, strict: bool = False) -> Iterator[list[str]]:
    # The limit is the whole process's: a cell may be as long as its file.
    csv.field_size_limit(max(len(data), csv.field_size_limit()))
    text = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8", newline="")
    return csv.reader(text, delimiter=_delimiter(data), strict=strict)


def _parsed(file: str, data: bytes) -> tuple[list[str], pd.DataFrame, list[Problem]]:
    """The first row, and the others as text columns, index = row in the file."""
    if not data.strip():
        message = "is empty; delete it or give it a header"
        return [], pd.DataFrame(), [Problem("error", "empty-file", message, file)]
    whole = _columns(data, len(next(_records(data))))
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
    records = list(_records(data))
    width = len(records[0])
    problems = [
        Problem(
            "error",
            "ragged-row",
            f"has {len(record)} cells, the header {width}; quote a cell that holds the delimiter",
            file,
            row,
        )
        for row, record in enumerate(records, start=1)
        if any(record[width:])
    ]
    cells = [[*record[:width], *[""] * (width - len(record))] for record in records[1:]]
    table = pd.DataFrame(
        cells, index=range(2, len(cells) + 2), columns=range(width), dtype=tables.TEXT
    )
    return ([] if problems else records[0]), table, problems


def _open_quote(data: bytes) -> int:
    """Row in which a quotation mark opens that is never closed; 0 where there is none."""
    rows = 0
    try:
        for _ in _records(data, strict=True):
            rows += 1
    except csv.Error as error:
        return rows + 1 if "end of data" in str(error) else 0
    return 0
