"""Where graphs are written: whole or not at all, over our own files only, always the same bytes."""

from __future__ import annotations

import csv
import os
import zipfile
from dataclasses import replace
from pathlib import Path

import networkx as nx
import openpyxl
import pytest

from graphtool import formats
from graphtool.errors import GraphtoolError
from graphtool.graph import PlanGraph
from graphtool.language import Text
from tests.drawing import drawn

FORMATS = [f"region{suffix}" for suffix in formats.writable()]


@pytest.fixture
def graph() -> PlanGraph:
    return PlanGraph.from_tables(
        [
            {"id": "0928", "kind": "Municipality", "name": "Birkenes"},
            {
                "id": "vekst",
                "kind": "Goal",
                "name": "=2+3",
                "quote": "@vekst",
                "line": 7,
                "document": "plan",
                "valid_from": "2015-04",
            },
        ],
        [
            {
                "source": "0928",
                "target": "vekst",
                "relation": "OWNS",
                "share": 0.25,
                "quote": "+47 eier målet",
                "note": "-",
            }
        ],
        [{"id": "plan", "title": "Strategisk næringsplan"}],
        [{"node": "0928", "property": "number", "value": "0928"}],
        name="region",
        title=Text("Regionen", "Regionen", "The region"),
    )


def in_bytes(path: Path) -> dict[str, bytes]:
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return {file.name: file.read_bytes() for file in files}


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_graph_gives_the_same_bytes_at_any_time(
    graph: PlanGraph, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = in_bytes(formats.write(graph, tmp_path / name))
    with monkeypatch.context() as later:
        later.setattr("time.time", lambda: 2_000_000_000.0)
        again = formats.write(graph, tmp_path / f"later-{name}")
    assert [*first.values()] == [*in_bytes(again).values()]
    assert first == in_bytes(formats.write(formats.read(tmp_path / name).graph, tmp_path / name))


@pytest.mark.parametrize("name", FORMATS)
def test_a_failure_leaves_what_stood_there_and_nothing_beside_it(
    graph: PlanGraph, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    formats.write(graph, tmp_path / name)
    before = in_bytes(tmp_path / name)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    known = {key: replace(one, write=full) for key, one in formats.FORMATS.items()}
    monkeypatch.setattr(formats, "FORMATS", known)
    with pytest.raises(GraphtoolError, match=r"region.*: cannot be written: No space left"):
        formats.write(drawn("Goal annet"), tmp_path / name)
    assert in_bytes(tmp_path / name) == before
    assert os.listdir(tmp_path) == [name]


def test_a_folder_whose_files_cannot_all_be_replaced_is_left_as_it_was(
    graph: PlanGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = formats.write(graph, tmp_path / "region")
    before = in_bytes(folder)
    rename, moves = Path.rename, []

    def third_time_refused(self: Path, target: Path) -> Path:
        moves.append(self)
        if len(moves) == 7:
            raise PermissionError(13, "Permission denied")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", third_time_refused)
    with pytest.raises(GraphtoolError, match="cannot be written: Permission denied"):
        formats.write(drawn("Goal annet"), folder)
    assert in_bytes(folder) == before


def test_a_dataset_is_replaced_whole_and_what_else_lies_in_its_folder_stays(
    graph: PlanGraph, tmp_path: Path
) -> None:
    folder = formats.write(graph, tmp_path / "region")
    (folder / "lesmeg.txt").write_text("vårt", encoding="utf-8")
    title = '[title]\nnb = "Regionen"\nnn = "Regionen"\nen = "The region"\n'
    toml = f'# vår\n{title}\n[description]\nnb = "Sju kommuner"\n'
    (folder / "dataset.toml").write_text(toml, encoding="utf-8")
    other = PlanGraph.from_tables([{"id": "p", "kind": "Plan"}], name="region", title=graph.title)
    formats.write(other, folder)
    assert sorted(os.listdir(folder)) == [
        "dataset.toml",
        "lesmeg.txt",
        "plans.csv",
        "relations.csv",
    ]
    assert (folder / "dataset.toml").read_text(encoding="utf-8") == toml
    assert formats.read(folder).graph == other


def test_a_new_title_keeps_the_rest_of_the_metadata(graph: PlanGraph, tmp_path: Path) -> None:
    folder = formats.write(graph, tmp_path / "region")
    (folder / "dataset.toml").write_text(
        'title = "Gammel"\nyear = 2015\nday = 2015-04-16\n\n[description]\nnb = "Sju «kommuner»"\n',
        encoding="utf-8",
    )
    formats.write(graph, folder)
    assert (folder / "dataset.toml").read_text(encoding="utf-8") == (
        'year = 2015\nday = 2015-04-16\n[title]\nnb = "Regionen"\nnn = "Regionen"\n'
        'en = "The region"\n\n[description]\nnb = "Sju «kommuner»"\n'
    )


def test_a_folder_of_other_csv_files_is_refused_untouched(graph: PlanGraph, tmp_path: Path) -> None:
    (tmp_path / "kunder.csv").write_text("navn\nKari\n", encoding="utf-8")
    with pytest.raises(GraphtoolError) as refused:
        formats.write(graph, tmp_path)
    assert str(refused.value) == (
        f"{tmp_path}: holds kunder.csv, so it is no dataset; name a new or an empty folder"
    )
    assert os.listdir(tmp_path) == ["kunder.csv"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "region.xls",
            "cannot write '.xls'; did you mean '.xlsx'?; known are .graphml, .json, "
            ".xlsx, and a folder of CSV files, whose name has no suffix",
        ),
        ("no/where/region.json", "make it first"),
        ("file/region.json", "make it first"),
        ("file", "is a file; a folder of CSV files needs another name"),
        ("x" * 300 + ".json", "cannot be written: File name too long"),
    ],
    ids=["suffix", "no folder", "a file as folder", "a file for a folder", "long name"],
)
def test_a_place_that_cannot_be_written_is_said_in_one_line(
    graph: PlanGraph, tmp_path: Path, name: str, expected: str
) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(GraphtoolError) as refused:
        formats.write(graph, tmp_path / name)
    assert str(refused.value).endswith(expected)
    assert "\n" not in str(refused.value)


def test_a_link_goes_on_pointing_to_the_file(graph: PlanGraph, tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text("{}", encoding="utf-8")
    (tmp_path / "region.json").symlink_to("real.json")
    formats.write(graph, tmp_path / "region.json")
    assert (tmp_path / "region.json").is_symlink()
    assert formats.read(tmp_path / "real.json").graph == graph


def test_csv_opens_in_excel_with_norwegian_letters_and_holds_the_data_verbatim(
    graph: PlanGraph, tmp_path: Path
) -> None:
    folder = formats.write(graph, tmp_path / "region")
    assert sorted(os.listdir(folder)) == [
        "dataset.toml",
        "documents.csv",
        "facts.csv",
        "goals.csv",
        "municipalities.csv",
        "relations.csv",
    ]
    data = (folder / "relations.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in data
    assert [*csv.reader(data.decode("utf-8-sig").splitlines())] == [
        ["source", "relation", "target", "modality", "share", "quote", "note"],
        ["0928", "OWNS", "vekst", "stated", "0.25", "+47 eier målet", "-"],
    ]


def test_in_a_workbook_text_is_text_and_the_header_stays_in_sight(
    graph: PlanGraph, tmp_path: Path
) -> None:
    book = openpyxl.load_workbook(formats.write(graph, tmp_path / "region.xlsx"))
    assert book.sheetnames == [
        "municipalities",
        "goals",
        "relations",
        "facts",
        "documents",
        "dataset",
    ]
    goals = book["goals"]
    assert goals.freeze_panes == "A2"
    assert goals.auto_filter.ref == "A1:F2"
    assert all(cell.font.bold for cell in goals[1])
    assert [(c.value, c.data_type, c.number_format) for c in goals[2]] == [
        ("vekst", "s", "@"),
        ("=2+3", "s", "@"),
        ("2015-04", "s", "@"),
        ("plan", "s", "@"),
        (7, "n", "General"),
        ("@vekst", "s", "@"),
    ]
    assert book["facts"]["C2"].value == "0928"
    assert book["relations"]["E2"].value == 0.25


def test_a_text_that_excel_would_cut_short_is_refused(tmp_path: Path) -> None:
    graph = PlanGraph.from_tables([{"id": "g", "kind": "Goal", "quote": "å" * 32_768}])
    with pytest.raises(GraphtoolError, match=r"goals:2: a text of 32768 characters is longer than"):
        formats.write(graph, tmp_path / "region.xlsx")
    assert os.listdir(tmp_path) == []


def test_a_workbook_tells_no_time(graph: PlanGraph, tmp_path: Path) -> None:
    with zipfile.ZipFile(formats.write(graph, tmp_path / "region.xlsx")) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"dcterms:" not in archive.read("docProps/core.xml").split(b">", 2)[2]


def test_graphml_is_read_by_networkx_with_labels_and_one_edge_an_assertion(
    graph: PlanGraph, tmp_path: Path
) -> None:
    found = nx.read_graphml(
        formats.write(graph, tmp_path / "region.graphml"), force_multigraph=True
    )
    assert found.nodes["0928"]["label"] == "Birkenes"
    assert found.nodes["0928"]["facts"] == '[{"property": "number", "value": "0928"}]'
    assert list(found.edges(keys=True)) == [("0928", "vekst", "e0")]
    assert found.edges["0928", "vekst", "e0"]["share"] == 0.25


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_graph_is_one_too(tmp_path: Path, name: str) -> None:
    empty = PlanGraph.from_tables([], name="region")
    assert formats.read(formats.write(empty, tmp_path / name)).graph == empty


@pytest.mark.parametrize("name", FORMATS)
def test_a_graph_without_a_name_gets_the_name_of_its_file(tmp_path: Path, name: str) -> None:
    graph = formats.read(formats.write(drawn("Goal vekst"), tmp_path / name)).graph
    assert (graph.name, graph.title.nb) == ("region", "region")


@pytest.mark.parametrize("name", FORMATS)
def test_what_a_day_carried_over_comes_back_marked(tmp_path: Path, name: str) -> None:
    graph = drawn(
        """
        Municipality sogne
        Municipality kristiansand
        Goal vekst
        sogne SUCCEEDED_BY kristiansand valid_from=2020
        sogne OWNS vekst
        """,
        name="region",
    ).as_of("2020")
    back = formats.read(formats.write(graph, tmp_path / name)).graph
    assert back.edges["carried_from"].tolist() == ["sogne"]
    assert back == graph
