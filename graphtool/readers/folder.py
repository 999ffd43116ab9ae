"""A dataset as a folder of UTF-8 CSV files, one a kind, with `relations.csv` and `documents.csv`."""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from graphtool.errors import Problem, SourceNotFound
from graphtool.graph import tables
from graphtool.language import Text
from graphtool.readers.sheets import REQUIRED, Sheets, sheet, title_from, unknown_sheet

SUFFIXES = ("",)
METADATA = "dataset.toml"
DELIMITERS = ",;\t"


def read(path: Path) -> Sheets:
    """Every CSV file of the folder; raises `SourceNotFound` where there is none."""
    if not path.is_dir():
        raise SourceNotFound(f"{path}: is no folder of CSV files, and has no suffix that is known")
    files = sorted(file for file in path.iterdir() if file.suffix.lower() == ".csv")
    if not files:
        raise SourceNotFound(
            f"{path}: holds no CSV file; a dataset has one a kind ({', '.join(REQUIRED)}.csv)"
        )
    by_name: dict[str, pd.DataFrame] = {}
    problems: list[Problem] = []
    for file in files:
        text, trouble = _decoded(file)
        problems += trouble
        if trouble:
            continue
        name = file.stem.lower()
        if name not in REQUIRED:
            problems.append(unknown_sheet(name, file.name, next(_records(text), [])))
            continue
        header, cells, trouble = _parsed(file.name, text)
        problems += trouble
        if header:
            by_name[name], trouble = sheet(name, file.name, header, cells)
            problems += trouble
    title, trouble = _title(path / METADATA)
    return Sheets(by_name, problems + trouble, path.resolve().name, title)


def _title(file: Path) -> tuple[Text | None, list[Problem]]:
    if not file.is_file():
        return None, []
    try:
        return title_from(tomllib.loads(file.read_text(encoding="utf-8")), file.name)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return None, [Problem("error", "bad-toml", f"cannot be read: {error}", file.name)]


def _decoded(file: Path) -> tuple[str, list[Problem]]:
    try:
        data = file.read_bytes()
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            return "", [_encoding(file, 1, "it is UTF-16")]
        text = data.decode("utf-8-sig")
    except OSError as error:
        return "", [
            Problem("error", "unreadable", f"cannot be opened: {error.strerror}", file.name)
        ]
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        byte = data[error.start]
        seems = bytes([byte]).decode("cp1252", "replace")
        return "", [_encoding(file, row, f"byte 0x{byte:02x} (in Windows' own encoding «{seems}»)")]
    if "\0" in text:
        row = text[: text.index("\0")].count("\n") + 1
        return "", [
            Problem("error", "wrong-encoding", "holds a NUL byte: no text file", file.name, row)
        ]
    return text, []


def _encoding(file: Path, row: int, what: str) -> Problem:
    message = f"is not UTF-8: {what}; save it in Excel as «CSV UTF-8 (Comma delimited)»"
    return Problem("error", "wrong-encoding", message, file.name, row)


def _delimiter(text: str) -> str:
    # Norwegian Excel writes semicolons; the header tells, as no column's name holds any.
    header = text.lstrip("\r\n").split("\n", 1)[0]
    return max(DELIMITERS, key=header.count)


def _records(text: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))


def _parsed(file: str, text: str) -> tuple[list[str], pd.DataFrame, list[Problem]]:
    try:
        whole = pd.read_csv(
            io.StringIO(text, newline=""), sep=_delimiter(text), header=None, dtype=tables.TEXT,
            keep_default_na=False, skip_blank_lines=False, low_memory=False,
        )  # fmt: skip
    except pd.errors.EmptyDataError:
        return (
            [],
            pd.DataFrame(),
            [Problem("error", "empty-file", "is empty; delete it or give it a header", file)],
        )
    except pd.errors.ParserError as error:
        return _uneven(file, text, str(error))
    whole = whole.fillna("")
    whole.index = pd.RangeIndex(1, len(whole) + 1)
    return whole.iloc[0].tolist(), whole.iloc[1:], []


def _uneven(file: str, text: str, error: str) -> tuple[list[str], pd.DataFrame, list[Problem]]:
    """Rows that differ in width: empty cells beyond the header go, filled ones are problems."""
    if found := re.search(r"EOF inside string starting at row (\d+)", error):
        message = "a quotation mark opens in this row and is never closed"
        row = int(found[1]) + 1
        return [], pd.DataFrame(), [Problem("error", "open-quote", message, file, row)]
    csv.field_size_limit(max(len(text), 131_072))
    records = list(_records(text))
    width = len(records[0])
    problems = [
        Problem("error", "ragged-row",
                f"has {len(record)} cells, the header {width}; quote a cell that holds the delimiter",
                file, row)
        for row, record in enumerate(records, start=1)
        if any(record[width:])
    ]  # fmt: skip
    cells = [[*record[:width], *[""] * (width - len(record))] for record in records[1:]]
    table = pd.DataFrame(cells, index=range(2, len(cells) + 2), dtype=tables.TEXT)
    return ([] if problems else records[0]), table, problems
