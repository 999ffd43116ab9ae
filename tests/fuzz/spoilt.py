"""Files as people keep them, spoilt: a case is a number, and the same number the same file."""

from __future__ import annotations

import csv
import io
import random
import re
import tempfile
import zipfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import openpyxl

from graphtool.formats.syntax import written_cells
from tests.recognition.test_any_input import WORDS
from tests.recognition.test_shapes import ATTENDANCE, CONNECTIONS, ELEMENTS, PARTIES, PLAN

OWN = [
    ["id", "name", "valid_from", "owner", "part_of"],
    ["g1", "Vekst", "2015-04", "a1", ""],
    ["g2", "Mer vekst", "2015", "Rådet; a1", "g1"],
]
ACTORS = [["id", "name", "subkind"], ["a1", "Kongsberg Innovasjon", "company"]]
TIES = [["source", "relation", "target", "line"], ["a1", "OWNS", "g1", "3"]]
SHEETS: dict[str, list[list[Any]]] = {
    "Handlingsplan": PLAN,
    "Elements": ELEMENTS,
    "Ties": CONNECTIONS,
    "Interessenter": PARTIES,
    "Oppmøte": ATTENDANCE,
    "goals": OWN,
    "actors": ACTORS,
    "relations": TIES,
}
XML = (
    b"<",
    b">",
    b"/",
    b'"',
    b"&",
    b"]]>",
    b"<![CDATA[",
    b"<!--",
    b"<row>",
    b"</c>",
    b"<c/>",
    b' r="XFD1048576"',
    b' r="A0"',
    b' t="s"',
    b' t="e"',
    b' t="d"',
    b' t="b"',
    b' s="99"',
    b"<v>1e999</v>",
    b"<v>-1</v>",
    b"<v>NaN</v>",
    b"<f>SUM(A1)</f>",
    b"\xff",
    b"\0",
    b"&#0;",
    b'<col min="1" max="16384" hidden="1"/>',
    b'<col min="x" hidden="1"/>',
    b' outlineLevel="99"',
    b' outlineLevel="-1"',
    b"<strike/>",
    b' fontId="1" fillId="2"',
    b'<fgColor rgb="FF92D050"/>',
    b'<mergeCell ref="A1:XFD1048576"/>',
    b'<mergeCell ref="B9:A1"/>',
    b"99999999999999999999",
    b"_x0000_",
    b"_xD800_",
    b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
)
ENCODINGS = ("utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "latin-1")


def spoilt(number: int, place: Path) -> Path:
    """The file of this number, written into a folder."""
    chance = random.Random(number)
    make = chance.choice((_bytes, _members, _members, _cells, _cells, _text, _text, _extreme))
    name, data = make(chance)
    path = place / name
    path.write_bytes(data)
    return path


@lru_cache(maxsize=1)
def _workbook() -> bytes:
    return _saved(SHEETS)


def _saved(sheets: dict[str, list[list[Any]]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "book.xlsx"
        written_cells.save(book, path)  # without the time, by which it would be another file
        return path.read_bytes()


def _bytes(chance: random.Random) -> tuple[str, bytes]:
    """Bytes of the zip file itself changed."""
    data = bytearray(_workbook())
    for _ in range(chance.randint(1, 20)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return "bytes.xlsx", bytes(data[: chance.choice((None, None, chance.randrange(len(data))))])


def _members(chance: random.Random) -> tuple[str, bytes]:
    """What stands in the files within the zip file changed, or one of them gone."""
    with zipfile.ZipFile(io.BytesIO(_workbook())) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(chance.randint(1, 4)):
        name = chance.choice([*members])
        data = members[name]
        at = chance.randrange(len(data) + 1)
        what = chance.randrange(8)
        if what == 0:
            members[name] = data[:at]
        elif what == 1 and len(members) > 1:
            del members[name]
        elif what == 2:
            members[name] = data[:at] + data[at // 2 : at] + data[at:]
        elif what <= 4:
            members[name] = data[:at] + chance.choice(XML) + data[at + chance.randrange(9) :]
        elif found := [*re.finditer(rb'="([^"]*)"', data)]:
            one = chance.choice(found)
            by = chance.choice((b"", b"0", b"-1", b"99999999", b"x", b"A1:B", b"visible", b"1e9"))
            members[name] = data[: one.start(1)] + by + data[one.end(1) :]
    return "members.xlsx", _zipped(members)


def _zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _changed(chance: random.Random, rows: list[list[Any]]) -> list[list[Any]]:
    """Rows with words, headings and rows put in, taken out and moved."""
    out = [[*row] for row in rows] or [[]]
    for _ in range(chance.randint(1, 8)):
        row = chance.choice(out)
        at = chance.randrange(len(row) + 1)
        what = chance.randrange(6)
        if what <= 1:
            row[at : at + 1] = [chance.choice((*WORDS, 0, 1.5, True, "=1+1", "#N/A", "a" * 5000))]
        elif what == 2:
            del row[at:]
        elif what == 3:
            row[at:at] = [None] * chance.randint(1, 40)
        elif what == 4:
            out.insert(chance.randrange(len(out)), [*row])
        else:
            chance.shuffle(out if chance.random() < 0.5 else row)
    return out


def _cells(chance: random.Random) -> tuple[str, bytes]:
    """Cells, headings and rows of a workbook changed."""
    titles = chance.sample([*SHEETS], chance.randint(1, 4))
    return "cells.xlsx", _saved({title: _changed(chance, SHEETS[title]) for title in titles})


def _text(chance: random.Random) -> tuple[str, bytes]:
    """A text file in any encoding and delimiter, quoted any way, bytes of it changed."""
    rows = _changed(chance, chance.choice([*SHEETS.values()]))
    out = io.StringIO()
    writer = csv.writer(
        out,
        delimiter=chance.choice(";,\t|:"),
        lineterminator=chance.choice(("\n", "\r\n", "\r")),
        quoting=chance.choice((csv.QUOTE_MINIMAL, csv.QUOTE_ALL)),
    )
    writer.writerows(rows)
    lead = chance.choice(("", "", "sep=;\n", "\n\n", '"'))
    data = bytearray((lead + out.getvalue()).encode(chance.choice(ENCODINGS), "replace"))
    for _ in range(chance.choice((0, 0, 1, 5, 40))):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return f"text.{chance.choice(('csv', 'tsv', 'txt'))}", bytes(data)


def _extreme(chance: random.Random) -> tuple[str, bytes]:
    return chance.choice(EXTREMES)(chance.choice((10, 1000, 30_000)), chance)


def _wide(many: int, chance: random.Random) -> tuple[str, bytes]:
    row = ";".join(chance.choice(WORDS).replace("\n", " ") for _ in range(many))
    return "wide.csv", "\n".join([row, *["a;b"] * chance.choice((1, 300))]).encode()


def _names(many: int, chance: random.Random) -> tuple[str, bytes]:
    sign = chance.choice((",", " og ", "/", "&", ";", "(", "[", "* "))
    return "names.csv", f'Tiltak;Ansvarlig\nA;"{sign.join(["Tinn"] * (many // 10))}"\n'.encode()


def _alike(many: int, chance: random.Random) -> tuple[str, bytes]:
    long = "et svært langt navn som er likt i alle rader og bare ender på et annet tall "
    ties = chance.choice(("Ansvarlig", "Avhenger av", "Merknad"))
    rows = (f"{long}{at};Aktør {long}{at} AS (A{at})" for at in range(many // 10))
    return "alike.csv", "\n".join([f"Tiltak;{ties}", *rows]).encode()


def _sheet(rows: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(_saved({"Ark1": [["a"]]}))) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    head = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    members["xl/worksheets/sheet1.xml"] = f"{head}{rows}</worksheet>".encode()
    return _zipped(members)


def _cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


HEADINGS = f'<row r="1">{_cell("A1", "Tiltak")}{_cell("B1", "Ansvarlig")}</row>'


def _far(many: int, chance: random.Random) -> tuple[str, bytes]:
    """A cell far to the right in many rows."""
    last = chance.choice(("XFD", "ZZ"))
    rows = (f'<row r="{at}">{_cell(f"{last}{at}", "x")}</row>' for at in range(2, many))
    return "far.xlsx", _sheet(f"<sheetData>{HEADINGS}{''.join(rows)}</sheetData>")


def _blank(many: int, chance: random.Random) -> tuple[str, bytes]:
    """Rows without cells, or with empty ones, as far down as there are."""
    cells = chance.choice(("", '<c s="1"/>' * 20))
    rows = "".join(f"<row>{cells}</row>" for _ in range(many * 30 if not cells else many))
    return "blank.xlsx", _sheet(f"<sheetData>{HEADINGS}{rows}</sheetData>")


def _drawn(many: int, chance: random.Random) -> tuple[str, bytes]:
    """Ranges that are drawn over each other."""
    rows = "".join(f'<row r="{at}">{_cell(f"A{at}", "x")}</row>' for at in range(2, many // 10 + 3))
    last = chance.choice(("1048576", "9"))
    ranges = f'<mergeCell ref="A1:A{last}"/><mergeCell ref="A2:A{last}"/>' * (many // 10)
    data = f"<sheetData>{HEADINGS}{rows}</sheetData><mergeCells>{ranges}</mergeCells>"
    return "drawn.xlsx", _sheet(data)


def _bomb(many: int, chance: random.Random) -> tuple[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(_workbook())) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members[chance.choice([*members])] = chance.choice((b" ", b"\0", b"<a>", b"<c/>")) * many * 300
    return "bomb.xlsx", _zipped(members)


EXTREMES: tuple[Callable[[int, random.Random], tuple[str, bytes]], ...] = (
    _wide,
    _names,
    _alike,
    _far,
    _blank,
    _drawn,
    _bomb,
)
