"""Workbooks as LibreOffice saves them: repeated and merged cells, dates, formulas, damage."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from graphtool import formats
from graphtool.errors import SourceNotFound
from graphtool.formats import template
from graphtool.formats.syntax import opendocument
from graphtool.formats.syntax.cells import texts
from graphtool.graph import PlanGraph, interchange
from tests.office import saved_again
from tests.workbooks import workbook

NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (("o", "office"), ("t", "table"), ("x", "text"), ("d", "drawing"))
)


def cell(text: str = "", kind: str = "string", **given: str) -> str:
    """A cell that shows this text; what else it holds by attribute."""
    said = "".join(
        f" {name.replace('__', ':').replace('_', '-')}='{v}'" for name, v in given.items()
    )
    held = f" o:value-type='{kind}'" if kind else ""
    return f"<t:table-cell{held}{said}>{f'<x:p>{text}</x:p>' if text else ''}</t:table-cell>"


def row(*cells: str, again: int = 1) -> str:
    inside = "".join(one if one.startswith("<") else cell(one) for one in cells)
    return f"<t:table-row t:number-rows-repeated='{again}'>{inside}</t:table-row>"


def document(path: Path, **sheets: list[str]) -> Path:
    """A spreadsheet with these rows, and nothing else that LibreOffice would write."""
    tables = "".join(
        f"<t:table t:name='{name}'>{''.join(rows)}</t:table>" for name, rows in sheets.items()
    )
    body = f"<o:body><o:spreadsheet>{tables}</o:spreadsheet></o:body>"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("content.xml", f"<o:document-content {NAMES}>{body}</o:document-content>")
    return path


def shown(path: Path) -> list[tuple[int, list[str]]]:
    """The rows of the first sheet as text."""
    with zipfile.ZipFile(path) as archive, archive.open("content.xml") as stream:
        sheet = next(opendocument.Reader().sheets(stream))
    held = texts(sheet.title, sheet.rows)
    return [(1, held.header), *held.rows]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "plan.ods"


@pytest.mark.parametrize(
    ("held", "read_as"),
    [
        (cell("Kárášjohka"), "Kárášjohka"),
        (cell("a<x:s x:c='2'/>b<x:tab/>c<x:line-break/>d"), "a  b\tc\nd"),
        (cell("en\n    linje"), "en linje"),
        (
            "<t:table-cell o:value-type='string'><x:p>to</x:p><x:p>linjer</x:p></t:table-cell>",
            "to\nlinjer",
        ),
        (cell("<x:span>Kongs</x:span><x:a>berg</x:a>"), "Kongsberg"),
        (cell("0928", "float", o__value="928"), "0928"),
        (cell("928,00", "float", o__value="928"), "928"),
        (cell("91,5", "float", o__value="91.5"), "91.5"),
        (cell("25 %", "percentage", o__value="0.25"), "0.25"),
        (cell("16.04.15", "date", o__date_value="2015-04-16"), "2015-04-16"),
        (cell("1. april 2015", "date", o__date_value="2015-04-01"), "2015-04-01"),
        (cell("apr. 2015", "date", o__date_value="2015-04-01"), "2015-04"),
        (cell("2015-04", "date", o__date_value="2015-04-01"), "2015-04"),
        (cell("2015", "date", o__date_value="2015-01-01"), "2015"),
        (
            cell("16.04.15 10:30", "date", o__date_value="2015-04-16T10:30:00"),
            "2015-04-16T10:30:00",
        ),
        (cell("SANN", "boolean", o__boolean_value="true"), "true"),
        (cell("10:30", "time", o__time_value="PT10H30M00S"), "10:30"),
        (cell("4", "float", o__value="4", t__formula="of:=2+2"), "4"),
        (cell("", "string", o__string_value="Tinn"), "Tinn"),
    ],
)
def test_a_cell_is_read_as_a_person_sees_it(path: Path, held: str, read_as: str) -> None:
    assert shown(document(path, Ark1=[row("Navn", held)])) == [(1, ["Navn", read_as])]


def test_rows_and_cells_that_are_there_again_are_there_so_often(path: Path) -> None:
    rows = [
        row("Navn", cell("x", t__number_columns_repeated="2")),
        row(cell("", "", t__number_columns_repeated="16384"), again=3),
        row(cell("", "", t__number_columns_repeated="2"), "y", again=2),
        row(cell("", "", t__number_columns_repeated="16384"), again=1_048_570),
    ]
    assert shown(document(path, Ark1=rows)) == [
        (1, ["Navn", "x", "x"]),
        (5, ["", "", "y"]),
        (6, ["", "", "y"]),
    ]


def test_a_merged_goal_counts_for_the_rows_below_it(path: Path) -> None:
    covered = "<t:covered-table-cell/>"
    rows = [
        row("Mål", "Tiltak", "Ansvarlig"),
        row(cell("Vekst", t__number_rows_spanned="2"), "Fond", "Tinn"),
        row(covered, "Kurs", "Rollag kommune"),
    ]
    graph = formats.read(document(path, Plan=rows)).graph
    parts = [
        (e["source"], e["target"])
        for e in interchange.named_ends(graph)
        if e["relation"] == "PART_OF"
    ]
    assert sorted(parts) == [("fond", "vekst"), ("kurs", "vekst")]
    cited = graph.documents["id"].tolist()
    assert "plan.ods#Plan" in cited


def test_what_cannot_be_read_in_a_cell_is_said_with_its_place(path: Path) -> None:
    note = "<t:table-cell o:value-type='string'><o:annotation><x:p>Se her</x:p></o:annotation>"
    error = " xmlns:c='urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0'"
    rows = [
        row("id", "name", "valid_from", "note"),
        row(
            "v",
            note + "<x:p>Vekst</x:p></t:table-cell>",
            cell("", "", t__formula="of:=A1"),
            f"<t:table-cell{error} o:value-type='string' c:value-type='error'><x:p>#REF!</x:p>"
            "</t:table-cell>",
        ),
    ]
    _, problems, _ = formats.examine(document(path, goals=rows))
    assert [str(problem) for problem in problems] == [
        "goals:2: note: #REF! is an error of Excel's and is read as empty",
        "goals:2: valid_from: the formula =A1 has no stored result and is read as empty; open the"
        " workbook in Excel and save it",
        "plan.ods: the comments on its cells are not read",
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK", "is no OpenDocument workbook"),
        (b"", "is no OpenDocument workbook"),
        ("<o:document-content", "is damaged"),
        ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "declares an entity"),
        (f"<a {NAMES}><t:table t:name='A'>{row('a', again=1_048_577)}</t:table></a>", "is there"),
        (
            f"<a {NAMES}><t:table t:name='A'>"
            f"{row(cell('a', t__number_columns_repeated='9000'), again=9000)}</t:table></a>",
            "is there",
        ),
        (
            f"<a {NAMES}><t:table t:name='A'>"
            f"{row(cell('a', t__number_columns_repeated='99999'))}</t:table></a>",
            "more than 16384",
        ),
        (
            f"<a {NAMES}><t:table t:name='A'>"
            f"{row(cell('a', 'float', o__value='mye'))}</t:table></a>",
            "is damaged",
        ),
    ],
)
def test_a_file_that_is_none_is_refused_in_one_line(
    path: Path, content: str | bytes, said: str
) -> None:
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("content.xml", content)
    with pytest.raises(SourceNotFound) as error:
        formats.read(path)
    assert said in str(error.value)
    assert "\n" not in str(error.value)


def test_one_that_is_locked_says_what_to_do(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
        archive.writestr("content.xml", b"\x00\x01")
    with pytest.raises(SourceNotFound, match="locked with a password; open it in LibreOffice"):
        formats.read(path)


def test_what_libreoffice_saves_reads_as_the_workbook_does(
    tmp_path: Path, kongsberg: formats.Reading
) -> None:
    exported = formats.write(kongsberg.graph, tmp_path / "kongsbergregionen.xlsx")
    assert formats.read(saved_again(exported, "ods")).graph == kongsberg.graph
    filled = template.write(tmp_path / "filled.xlsx", "nb", kongsberg.graph)
    assert formats.read(saved_again(filled, "ods")).graph == kongsberg.graph
    own = tmp_path / "handlingsplan.xlsx"
    workbook(own, Plan=[["Tiltak", "Ansvarlig", "Frist"], ["Fond", "Tinn kommune", "juni 2026"]])
    one, other = (formats.read(path).graph for path in (own, saved_again(own, "ods")))
    assert isinstance(one, PlanGraph)
    assert one.nodes["id"].tolist() == other.nodes["id"].tolist() == ["tinn", "fond"]
    assert [f.value for f in other.nodes["facts"][1]] == ["2026-06"]
