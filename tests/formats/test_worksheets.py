"""What Excel may write into a worksheet beside what our own writer does, and disorder in it."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from graphtool import formats
from graphtool.errors import InvalidData, SourceNotFound
from graphtool.formats.syntax import cells, delimited, worksheet
from tests.workbooks import workbook

MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
GOALS = [["id", "name", "note"], ["g1", "Vekst", None], ["g2", "Mer", None]]


def changed(path: Path, *changes: tuple[bytes, bytes], member: str = "sheet1.xml") -> Path:
    """The workbook with every first match of these patterns replaced in one of its parts."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name in [one for one in parts if one.endswith(member)]:
        for pattern, by in changes:
            parts[name], times = re.subn(pattern, by, parts[name])
            assert times
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    workbook(tmp_path / "m.xlsx", goals=GOALS)
    return tmp_path / "m.xlsx"


def names(path: Path) -> list[str]:
    return formats.read(path).graph.nodes["name"].tolist()


def test_a_strict_open_xml_workbook_is_read_as_any_other(path: Path) -> None:
    changed(path, (re.escape(MAIN), STRICT))
    assert names(changed(path, (re.escape(MAIN), STRICT), member="workbook.xml")) == [
        "Vekst",
        "Mer",
    ]


def test_tags_with_a_prefix_are_the_same_tags(path: Path) -> None:
    changed(path, (rb"<(/?)(\w)", rb"<\1x:\2"), (rb"xmlns=", rb"xmlns:x="))
    assert names(path) == ["Vekst", "Mer"]


def test_a_text_is_all_its_runs_without_how_it_is_spoken(path: Path) -> None:
    runs = b"<r><t>Ve</t></r><r><t>kst</t></r><rPh><t>vekst</t></rPh>"
    assert names(changed(path, (rb"<t>Vekst</t>", runs))) == ["Vekst", "Mer"]


def test_shared_texts_are_read_by_their_numbers(path: Path) -> None:
    texts = b"<sst xmlns='%s'><si><t>Alt</t></si><si><r><t>Ve</t></r><r><t>kst</t></r></si></sst>"
    changed(path, (rb't="inlineStr"><is><t>Vekst</t></is>', b't="s"><v>1</v>'))
    related = b'<Relationship Id="r9" Type="x/sharedStrings" Target="texts.xml"/></Relationships>'
    changed(path, (rb"</Relationships>", related), member="workbook.xml.rels")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/texts.xml", texts % MAIN)
    assert names(path) == ["Vekst", "Mer"]


def test_rows_and_cells_that_say_no_place_follow_each_other(path: Path) -> None:
    assert names(changed(path, (rb' r="[A-Z]*\d+"', b""))) == ["Vekst", "Mer"]


@pytest.mark.parametrize(
    ("pattern", "by", "said"),
    [
        (rb'<row r="3"', b'<row r="2"', "row 2 follows row 2"),
        (rb'<row r="3"', b'<row r="1048577"', "row 1048577 follows row 2"),
        (rb'r="B3"', b'r="A3"', "cell A3 follows cell 1 of row 3"),
        (rb'r="B3"', b'r="XFE3"', "cell XFE3 follows cell 1 of row 3"),
        (rb'r="B3"', b'r="b3"', "there is no column b"),
    ],
)
def test_a_row_or_a_cell_that_would_hide_another_is_refused(
    path: Path, pattern: bytes, by: bytes, said: str
) -> None:
    with pytest.raises(SourceNotFound, match=re.escape(said)):
        names(changed(path, (pattern, by)))


def test_dates_of_the_calendar_of_1904_are_the_days_that_excel_shows(tmp_path: Path) -> None:
    path = tmp_path / "m.xlsx"
    book = workbook(path, goals=[["id", "name", "valid_from"], ["g1", "Vekst", 40000]])
    book["goals"]["C2"].number_format = "yyyy-mm-dd"
    book.save(path)
    assert formats.read(path).graph.nodes["valid_from"].tolist() == ["2009-07-06"]
    changed(path, (rb"<workbookPr(?!o)", b'<workbookPr date1904="1"'), member="workbook.xml")
    assert formats.read(path).graph.nodes["valid_from"].tolist() == ["2013-07-07"]


@pytest.mark.parametrize("headings", ["Tiltak", "id"])
def test_many_rows_that_reach_far_to_the_right_are_refused_before_memory_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, headings: str
) -> None:
    monkeypatch.setattr(worksheet, "MOST_PLACES", 100)
    path = tmp_path / "m.xlsx"
    rows = [[headings, "name"], *([None] * 19 + ["x"] for _ in range(4))]
    workbook(path, goals=[*rows, rows[-1]])
    with pytest.raises(SourceNotFound, match="too many rows reach to column T; delete what stands"):
        formats.examine(path)
    workbook(path, goals=rows)  # 82 places
    with pytest.raises(InvalidData, match="column 20 has cells but no name"):
        formats.read(path)


def test_one_far_cell_in_a_sheet_of_many_rows_is_refused_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cells, "MOST_PLACES", 100)
    path = tmp_path / "m.xlsx"
    workbook(path, goals=[["id", "name"], *([f"g{at}"] for at in range(5)), [None] * 19 + ["x"]])
    with pytest.raises(SourceNotFound, match="goals: too many rows reach to column T"):
        formats.examine(path)


def test_a_csv_file_with_a_wide_first_row_and_many_short_ones_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delimited, "MOST_PLACES", 100)
    wide = "id,name," + ",".join(f"c{at}" for at in range(20))
    (tmp_path / "goals.csv").write_text(f"{wide}\n" + "g,Vekst\n" * 5, encoding="utf-8")
    _, problems, _ = formats.examine(tmp_path)
    assert [str(one) for one in problems] == [
        "goals.csv:1: has 22 columns in the first row and fewer in others; name only those in use"
    ]
