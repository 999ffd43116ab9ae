"""Workbooks as people make them: dates, numbers, blanks, formulas, locks and damage."""

from __future__ import annotations

import datetime
import io
import re
import warnings
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import PatternFill

from graphtool import formats
from graphtool.errors import SourceNotFound
from graphtool.formats.syntax import workbook as module
from tests.workbooks import workbook

GOALS = [["id", "name", "valid_from"], ["vekst", "Vekst", None]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "region.xlsx"


def said(path: Path) -> list[str]:
    return [f"{p.severity}: {p}" for p in formats.examine(path)[1]]


def test_a_workbook_without_more_is_named_after_its_file(path: Path) -> None:
    workbook(path, goals=GOALS)
    graph = formats.read(path).graph
    assert (graph.name, graph.nodes["id"].tolist()) == ("region", ["vekst"])


def test_problems_are_placed_by_sheet_and_row(path: Path) -> None:
    workbook(
        path,
        goals=[["id", "name", "valid_from"], ["vekst", "Vekst", "i fjor"], ["", "Mer", None]],
        relations=[["source", "relation", "target"], ["vekst", "PART_OV", "vekst"]],
        gaols=[["id", "name"]],
    )
    assert [line.split(";")[0] for line in said(path)] == [
        "error: gaols: 'gaols' is no kind's sheet",
        "error: goals:2: valid_from: 'i fjor' is no date",
        "error: goals:3: id: the id is missing",
        "error: relations:2: relation: 'PART_OV' is no relation",
    ]


@pytest.mark.parametrize(
    ("value", "shown_as", "read_as"),
    [
        (datetime.date(2015, 4, 16), "dd.mm.yyyy", "2015-04-16"),
        (datetime.date(2015, 4, 1), "yyyy-mm-dd", "2015-04-01"),
        (datetime.date(2015, 4, 1), 'mmm" "yyyy', "2015-04"),
        (datetime.date(2015, 4, 1), "DD.MM.YYYY", "2015-04-01"),
        (datetime.date(2015, 1, 1), "YYYY-MM", "2015-01"),
        (datetime.date(2015, 4, 1), "hh:mm", "2015-04-01"),
        (datetime.date(2015, 4, 1), "yyyy", "2015-04"),
        (datetime.date(2015, 1, 1), '[Red]yyyy" dag"', "2015"),
        (datetime.date(2015, 1, 1), "yyyy", "2015"),
        (datetime.date(2015, 4, 16), "yyyy", "2015-04-16"),
        (2015, "General", "2015"),
        (2015.0, "0", "2015"),
        ("2015-04", "@", "2015-04"),
    ],
)
def test_a_date_is_as_precise_as_its_cell_shows_it(
    path: Path, value: Any, shown_as: str, read_as: str
) -> None:
    book = workbook(path, goals=[["id", "name", "valid_from"], ["vekst", "Vekst", value]])
    book["goals"]["C2"].number_format = shown_as
    book.save(path)
    assert formats.read(path).graph.nodes["valid_from"].tolist() == [read_as]


@pytest.mark.parametrize(
    ("value", "shown_as", "read_as"),
    [
        (928, "General", "928"),
        (928, "0000", "0928"),
        ("0928", "General", "0928"),
        (12.0, "General", "12"),
        (0.1, "0%", "0.1"),
        (True, "General", "true"),
        (datetime.datetime(2015, 4, 16, 12, 30), "dd.mm.yyyy hh:mm", "2015-04-16T12:30:00"),
        ("side_x000D_skift", "General", "side\nskift"),
        ("  luft  ", "General", "luft"),
    ],
)
def test_other_cells_are_read_as_they_show(
    path: Path, value: Any, shown_as: str, read_as: str
) -> None:
    book = workbook(path, municipalities=[["id", "name", "number"], ["b", "Birkenes", value]])
    book["municipalities"]["C2"].number_format = shown_as
    book.save(path)
    assert [f.value for f in formats.read(path).graph.nodes["facts"].iat[0]] == [read_as]


def test_blank_rows_and_columns_that_were_once_formatted_are_nothing(path: Path) -> None:
    book = workbook(path, goals=[*GOALS, [None], ["mer", "Mer", None]])
    for row in (*range(5, 60), 2000):
        for column in range(1, 30):
            book["goals"].cell(row, column).fill = PatternFill("solid", fgColor="FFEEEE")
    book["goals"]["A60"] = "   "
    book.save(path)
    reading = formats.read(path)
    assert reading.graph.nodes["id"].tolist() == ["mer", "vekst"]
    assert [tuple(count)[:5] for count in reading.intake] == [("goals", 2, 0, 0, 0)]


def test_a_merged_header_leaves_a_column_without_a_name(path: Path) -> None:
    book = workbook(path, goals=[["id", "name", None], ["vekst", "Vekst", "viktig"]])
    book["goals"].merge_cells("B1:C1")
    book.save(path)
    assert said(path) == ["error: goals:1: column 3 has cells but no name"]


def test_a_formula_is_its_stored_result_and_one_without_is_a_warning(path: Path) -> None:
    workbook(path, goals=[["id", "name"], ["vekst", "=1+1"]])
    assert said(path) == [
        "warning: goals:2: id: 'vekst' has no name; its id stands in",
        "warning: goals:2: name: the formula =1+1 has no stored result and is read as empty; "
        "open the workbook in Excel and save it",
    ]
    _patch(path, "xl/worksheets/sheet1.xml", b"<v></v>", b"<v>2</v>")
    _patch(path, "xl/worksheets/sheet1.xml", b"<v/>", b"<v>2</v>")
    _patch(path, "xl/worksheets/sheet1.xml", b"<v />", b"<v>2</v>")
    assert said(path) == []
    assert formats.read(path).graph.nodes["name"].tolist() == ["2"]


def test_an_error_of_excels_is_a_warning(path: Path) -> None:
    workbook(path, goals=[["id", "name", "note"], ["vekst", "Vekst", "#N/A"]])
    assert said(path) == [
        "warning: goals:2: note: #N/A is an error of Excel's and is read as empty"
    ]


def test_two_sheets_of_one_name_and_a_sheet_of_something_else(path: Path) -> None:
    workbook(path, goals=GOALS, **{"GOALS ": GOALS, "Ark1": [["vår tabell"]], "tomt": []})
    assert said(path) == [
        "error: GOALS : another sheet is called goals too",
        "warning: Ark1: 'Ark1' is not understood, and not read; say what its"
        " columns hold with check --columns, or which sheets are to be read with check --sheet",
    ]


def _patch(path: Path, member: str, old: bytes, new: bytes) -> None:
    with zipfile.ZipFile(path) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    content[member] = content[member].replace(old, new)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in content.items():
            archive.writestr(name, data)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def _zip(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "is no Excel workbook, or a damaged one"),
        (b"<html><table>", "is no Excel workbook, or a damaged one"),
        (b"PK\x03\x04 cut off", "is no Excel workbook, or a damaged one"),
        (OLE, "is an old Excel workbook (.xls); open it in Excel and save it as .xlsx"),
        (
            OLE + "EncryptedPackage".encode("utf-16-le"),
            "is locked with a password; open it in Excel and save it without",
        ),
        (_zip(a=b""), "is damaged"),
        (_zip(**{"[Content_Types].xml": b"<Types"}), "is damaged"),
    ],
    ids=["empty", "html", "cut off", "xls", "password", "other zip", "broken xml"],
)
def test_what_is_no_workbook_is_said_in_one_line(path: Path, content: bytes, expected: str) -> None:
    path.write_bytes(content)
    with pytest.raises(SourceNotFound) as refused:
        formats.read(path)
    assert str(refused.value).startswith(f"{path}: {expected}")
    assert "\n" not in str(refused.value)


def test_a_workbook_that_unpacks_to_gigabytes_is_refused_unread(path: Path) -> None:
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/sharedStrings.xml", "w", force_zip64=True) as member,
    ):
        for _ in range(1100):
            member.write(bytes(1 << 20))
    with pytest.raises(SourceNotFound, match="would unpack to 1100 MiB; no workbook does that"):
        formats.read(path)


def test_damage_anywhere_in_a_workbook_is_no_traceback(path: Path) -> None:
    workbook(path, goals=GOALS, relations=[["source", "relation", "target"]])
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    for spoilt in members:
        for content in (b"", b"<a/>", members[spoilt][: len(members[spoilt]) // 2]):
            path.write_bytes(_zip(**{**members, spoilt: content}))
            with suppress(SourceNotFound):  # nothing else may be raised
                formats.examine(path)


def test_entities_that_multiply_are_not_expanded(path: Path) -> None:
    workbook(path, goals=GOALS)
    bomb = b'<!DOCTYPE a [<!ENTITY a "' + b"x" * 1000 + b'">'
    for letter, before in zip(b"bcdefgh", b"abcdefg", strict=True):
        bomb += b'<!ENTITY %c "%s">' % (letter, b"&%c;" % before * 10)
    with zipfile.ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    _patch(path, "xl/worksheets/sheet1.xml", sheet, bomb + b"]>" + sheet.replace(b"Vekst", b"&h;"))
    with pytest.raises(SourceNotFound, match="is damaged"):
        formats.read(path)


def test_what_a_damaged_workbook_lacks_is_said_without_further_quotation_marks(path: Path) -> None:
    path.write_bytes(_zip(a=b""))
    missing = r"is damaged \(KeyError: There is no item named [^\"]*[^\"']\); open and save it"
    with pytest.raises(SourceNotFound, match=missing):
        formats.read(path)


def test_of_a_long_complaint_the_first_line_is_said(path: Path) -> None:
    with pytest.raises(SourceNotFound) as refused, module.complaints(path):
        raise ValueError("'no such style\nsee the schema\nor not'")
    assert str(refused.value) == (
        f"{path}: is damaged (ValueError: no such style); open and save it in Excel"
    )


def test_of_several_sheets_that_are_not_read_each_is_told_by_what_it_holds(path: Path) -> None:
    workbook(path, goals=GOALS, frister=[["frist"], [2025]], ties=[["fra", "til"], ["a", "b"]])
    assert said(path) == [
        "warning: frister: 'frister' is not understood, and not read; say what its"
        " columns hold with check --columns, or which sheets are to be read with check --sheet",
        "error: ties: 'ties' holds relations, and not one is understood; call it 'relations', or"
        " say in a column what each row is (its relation is not said), or for all of them with"
        ' check --relation "ties=samarbeid"',
    ]


def test_what_a_workbook_lacks_of_styles_is_not_spoken_of(path: Path) -> None:
    workbook(path, goals=GOALS)
    _patch(path, "xl/styles.xml", b"<cellStyles", b"<!--<cellStyles")
    _patch(path, "xl/styles.xml", b"</cellStyles>", b"</cellStyles>-->")
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        openpyxl.load_workbook(path, read_only=True).close()
        assert len(told) == 1
        assert said(path) == []
    assert len(told) == 1


def test_a_file_is_a_bomb_only_if_it_is_large_and_far_larger_than_when_packed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workbook(path, goals=GOALS)
    monkeypatch.setattr(module, "BOMB_SIZE", 10)
    assert said(path) == []
    monkeypatch.setattr(module, "BOMB_RATIO", 0)
    with pytest.raises(SourceNotFound, match="would unpack to"):
        formats.read(path)
    monkeypatch.setattr(module, "BOMB_SIZE", 1 << 30)
    assert said(path) == []


@pytest.mark.parametrize("note", ["se planen", "=1+1"])
def test_cells_beyond_what_a_sheet_says_of_its_own_size_are_read(path: Path, note: str) -> None:
    workbook(path, goals=[["id", "name", "note"], ["vekst", "Vekst", note], ["mer", "Mer", None]])
    _patch(path, "xl/worksheets/sheet1.xml", b'ref="A1:C3"', b'ref="A1:B2"')
    with zipfile.ZipFile(path) as archive:
        assert b'<dimension ref="A1:B2"' in archive.read("xl/worksheets/sheet1.xml")
    assert formats.read(path).graph.nodes["id"].tolist() == ["mer", "vekst"]


def test_a_workbook_without_a_sheet_of_ours(path: Path) -> None:
    workbook(path, dataset=[["field", "value"], ["name", "region"]])
    with pytest.raises(SourceNotFound, match="not one node; it is empty"):
        formats.read(path)


OWNED = [["id", "name", "responsible"], ["g1", "Mål 1", "a1"], ["g2", "Mål 2"], ["g3", "Mål 3"]]
COUNCIL = [["id", "name"], ["a1", "Rådet"]]


def merged(path: Path, *ranges: str, sheet: str = "goals", **sheets: list[list[Any]]) -> None:
    book = workbook(path, **sheets)
    for reference in ranges:
        book[sheet].merge_cells(reference)
    book.save(path)


def test_an_owner_drawn_over_three_goals_owns_all_three(path: Path) -> None:
    merged(path, "C2:C4", goals=OWNED, actors=COUNCIL)
    assert said(path) == []
    assert formats.read(path).graph.related("RESPONSIBLE_FOR")["target"].nunique() == 3


def test_a_range_ends_where_it_ends_and_makes_no_rows(path: Path) -> None:
    merged(
        path,
        "C2:C3",
        "D2:D900",
        goals=[[*OWNED[0], "note"], [*OWNED[1], "se planen"], *OWNED[2:]],
        actors=COUNCIL,
    )
    assert said(path) == []
    graph = formats.read(path).graph
    assert graph.nodes["note"].tolist() == ["", "se planen", "se planen", "se planen"]
    assert graph.related("RESPONSIBLE_FOR")["target"].nunique() == 2


def test_merged_cells_that_hold_nothing_say_nothing(path: Path) -> None:
    merged(path, "C3:C4", "A7:C7", goals=OWNED, actors=COUNCIL)
    assert said(path) == []
    assert formats.read(path).graph.edge_count == 1


@pytest.mark.parametrize(
    ("ranges", "message"),
    [
        (["A2:C2"], "goals:2: 'g1' is merged over A2:C2, which are the columns id, name, respons"),
        (["C1:C2"], "goals:1: the heading 'responsible' is merged over C1:C2; unmerge it"),
    ],
)
def test_what_is_merged_over_columns_or_headings_is_refused_by_its_name(
    path: Path, ranges: list[str], message: str
) -> None:
    merged(path, *ranges, goals=OWNED, actors=COUNCIL)
    assert any(f"error: {message}" in line for line in said(path))


def test_a_value_hidden_under_a_merged_one_is_not_dropped(path: Path) -> None:
    merged(path, "C2:C3", goals=OWNED, actors=COUNCIL)
    rewritten = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(rewritten, "w") as new:
        for item in old.infolist():
            text = old.read(item)
            if item.filename.endswith("sheet1.xml"):
                hidden = rb'\1<c r="C3" t="inlineStr"><is><t>v</t></is></c></row>'
                text, times = re.subn(rb'(<row r="3".*?)</row>', hidden, text)
                assert times == 1
            new.writestr(item, text)
    path.write_bytes(rewritten.getvalue())
    assert said(path)[:1] == [
        "error: goals:2: 'v' is hidden under 'a1' in the merged range C2:C3; unmerge it"
    ]


def test_comments_are_not_read_and_that_is_said(path: Path) -> None:
    book = workbook(path, goals=GOALS)
    book["goals"]["B2"].comment = openpyxl.comments.Comment("Rådet svarer for dette", "leser")
    book.save(path)
    assert said(path) == ["warning: region.xlsx: the comments on its cells are not read"]
