"""Folders of CSV files as Excel, git and people leave them, and ones spoilt at random."""

from __future__ import annotations

import os
import random
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graphtool import formats
from graphtool.errors import GraphtoolError, SourceNotFound
from tests.strategies import EXAMPLES, PlanRows, plan_rows

DATA = Path(__file__).parents[2] / "data"
REGIONS = ("kristiansandsregionen", "kongsbergregionen")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "region"
    path.mkdir()
    return path


def put(folder: Path, **files: str | bytes) -> Path:
    for stem, content in files.items():
        data = content.encode("utf-8") if isinstance(content, str) else content
        (folder / f"{stem}.csv").write_bytes(data)
    return folder


def said(folder: Path) -> list[str]:
    return [f"{p.severity}: {p}" for p in formats.examine(folder)[1]]


@pytest.mark.parametrize("region", REGIONS)
def test_the_regions_of_the_project_are_read_and_written_without_loss(
    region: str, tmp_path: Path
) -> None:
    reading = formats.read(DATA / region)
    assert [p for p in reading.problems if p.severity == "error"] == []
    for name in (f"{region}{suffix}" for suffix in formats.writable()):
        assert formats.read(formats.write(reading.graph, tmp_path / name)).graph == reading.graph


@pytest.mark.parametrize(
    "content",
    [
        "id,name\nvekst,Vekst og mål\n",
        "\ufeffid,name\r\nvekst,Vekst og mål\r\n",
        "id;name\nvekst;Vekst og mål\n",
        "id\tname\nvekst\tVekst og mål",
        'id,name\n"vekst","Vekst og mål"\n',
        "id,name,,\nvekst,Vekst og mål,,\n,,,\n",
        "ID , Name\n\nvekst,  Vekst og mål \n\n",
        "id,name\nvekst,Vekst og ma\u030al\n",
        "id,name,note\nvekst,Vekst og mål\n",
        "id,name\rvekst,Vekst og mål\r",
    ],
    ids=[
        "plain",
        "excel",
        "semicolons",
        "tabs",
        "quoted",
        "empty columns",
        "blank rows",
        "nfd",
        "short row",
        "old mac",
    ],
)
def test_one_goal_however_it_was_saved(folder: Path, content: str) -> None:
    graph = formats.read(put(folder, goals=content)).graph
    assert graph.nodes[["id", "name"]].to_numpy().tolist() == [["vekst", "Vekst og mål"]]


def test_rows_are_counted_as_a_spreadsheet_counts_them(folder: Path) -> None:
    put(folder, goals='id,name,valid_from\na,"to\nlinjer",2015\n\nb,B,i fjor\n')
    assert [line[:20] for line in said(folder)] == ["error: goals.csv:4: "]


def test_a_column_may_be_called_what_the_program_calls_its_own(folder: Path) -> None:
    put(folder, goals="id,name,file,row,kind,words\nvekst,Vekst,a.txt,7,stort,ett to\n")
    facts = formats.read(folder).graph.nodes["facts"].iat[0]
    assert [(f.property, f.value) for f in facts] == [
        ("file", "a.txt"),
        ("kind", "stort"),
        ("row", "7"),
        ("words", "ett to"),
    ]


def test_a_documents_own_file_is_kept(folder: Path) -> None:
    put(folder, documents="id,file\nplan,plan.txt\n")
    assert formats.read(folder).graph.documents["file"].tolist() == ["plan.txt"]


def test_names_in_a_column_are_found_whatever_their_case_and_composition(folder: Path) -> None:
    put(
        folder,
        municipalities="id,name,aliases\nnesseby,Unjárga - Nesseby,Unjárga;Nesseby\n",
        goals="id,name,owner\nvekst,Vekst,UNJA\u0301RGA; Ukjent råd\n",
    )
    graph = formats.read(folder).graph
    names = graph.nodes["name"].take(graph.related("OWNS")["source"]).tolist()
    assert names == ["Unjárga - Nesseby", "Ukjent råd"]
    assert graph.of_kind("Actor")["subkind"].tolist() == ["unresolved"]


def test_a_name_that_two_have_is_not_guessed(folder: Path) -> None:
    put(
        folder,
        municipalities="id,name\nk-09,Våler\nk-34,Våler\n",
        goals="id,name,owner\nvekst,Vekst,Våler\n",
    )
    assert said(folder) == ["error: goals.csv:2: owner: 'Våler' may mean k-09, k-34; write the id"]


def test_two_files_that_differ_in_capitals_are_not_silently_one(folder: Path) -> None:
    put(folder, goals="id,name\na,A\n", Goals="id,name\nb,B\n")
    assert said(folder) == ["error: goals.csv: another file is called goals too, but for capitals"]


def test_a_file_that_cannot_be_used_does_not_hide_those_after_it(folder: Path) -> None:
    put(folder, Goals="id,name\na,A\n", goals="id,name\nb,B\n", needs=b"\0", plans="id,name\n,P\n")
    put(folder, frister="frist\n2025\n")
    assert [line.split("; ")[0] for line in said(folder)] == [
        "error: goals.csv: another file is called goals too, but for capitals",
        "error: needs.csv:1: holds a NUL byte: no text file",
        "warning: frister.csv: 'frister' is not understood, and not read",
        "error: plans.csv:2: id: the id is missing",
    ]


@pytest.mark.parametrize(
    ("content", "row"),
    [('id,name\na,"A\n', 2), ('id,name\n"a","A\n', 2), ('id,name\na,"A"\n"b",B\nc,"C\nd,D\n', 4)],
)
def test_the_quotation_mark_left_open_is_the_last_of_an_odd_number(
    folder: Path, content: str, row: int
) -> None:
    assert said(put(folder, goals=content)) == [
        f"error: goals.csv:{row}: a quotation mark opens in this row and is never closed"
    ]


@pytest.mark.parametrize(
    ("content", "row"),
    [(b"\nid,\xc3\xa5\na,\xc5s\n", 3), (b"\xd8,\xc3\xa5\n", 1), (b"\n\0", 2), (b"\0\n", 1)],
)
def test_the_row_of_a_wrong_byte_is_counted_from_the_first_byte(
    folder: Path, content: bytes, row: int
) -> None:
    (line,) = said(put(folder, goals=content))
    assert line.startswith(f"error: goals.csv:{row}: ")


def test_of_several_files_that_are_not_read_each_is_told_by_what_it_holds(folder: Path) -> None:
    put(folder, goals="id,name\ng,Vekst\n", frister="frist\n2025\n", ties="fra,til\ng,g\n")
    assert said(folder) == [
        "warning: frister.csv: 'frister' is not understood, and not read; say what its"
        " columns hold with check --columns, or which sheets are to be read with check --sheet",
        "error: ties.csv: 'ties' holds relations, and not one is understood; call it 'relations',"
        " or say in a column what each row is (its relation is not said), or for all of them with"
        ' check --relation "ties=samarbeid"',
    ]


def test_rows_of_a_file_with_short_and_long_rows_are_counted_as_they_stand(folder: Path) -> None:
    put(folder, goals="id,name,valid_from,valid_to\na,A\nb,B,i fjor\nc,C,2015,2016,,\n")
    assert [line[:32] for line in said(folder)] == ["error: goals.csv:3: valid_from: "]


def test_a_folder_called_as_a_file_and_a_file_that_may_not_be_read(folder: Path) -> None:
    (folder / "goals.csv").mkdir()
    put(folder, plans="id,name\np,P\n")
    assert said(folder) == ["error: goals.csv: cannot be opened: Is a directory"]


def test_a_folder_that_may_not_be_looked_into(folder: Path, monkeypatch) -> None:
    def refused(path: Path) -> list[os.DirEntry[str]]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refused)
    with pytest.raises(SourceNotFound, match="region: cannot be opened: Permission denied"):
        formats.read(folder)


def test_a_title_that_may_not_be_read(folder: Path, monkeypatch) -> None:
    put(folder, goals="id,name\na,A\n")
    (folder / "dataset.toml").touch()

    def refused(path: Path, encoding: str) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_text", refused)
    assert said(folder) == ["error: dataset.toml: cannot be read: Permission denied"]


def test_text_after_a_closed_quotation_mark_is_part_of_its_cell(folder: Path) -> None:
    put(folder, goals='id,name,note\na,"A" og B\nb,B\n')
    assert formats.read(folder).graph.nodes["name"].tolist() == ["A og B", "B"]


def test_a_missing_column_that_stands_there_in_norwegian_is_named(folder: Path) -> None:
    first, *_ = said(put(folder, goals="id,navn\nvekst,Vekst\n"))
    assert first == (
        "error: goals.csv:1: name: column 'name' is missing; the first row holds id, navn;"
        " did you mean 'navn' by it?"
    )


def test_a_cell_of_megabytes_is_a_cell(folder: Path) -> None:
    long = "å" * 3_000_000
    put(folder, goals=f"id,name,note\nvekst,Vekst,{long}\nmer,Mer\n", ark1=f"{long},b\n")
    assert len(formats.read(folder).graph.nodes["note"].iat[1]) == 3_000_000


def test_rows_that_repeat_others_are_counted(folder: Path) -> None:
    put(
        folder,
        municipalities="id,name\nsogne,Søgne\n",
        goals="id,name\nvekst,Vekst\n",
        relations="source,relation,target\n" + "sogne,OWNS,vekst\n" * 3,
        facts="node,property,value\nsogne,number,1018\nsogne,number,1018\n",
    )
    counts = {count.file: tuple(count)[1:5] for count in formats.read(folder).intake}
    assert counts["relations.csv"] == (3, 2, 0, 0)
    assert counts["facts.csv"] == (2, 1, 0, 0)


@EXAMPLES
@given(rows=plan_rows(), seed=st.randoms(use_true_random=False))
def test_lines_of_a_dataset_may_stand_in_any_order(rows: PlanRows, seed: random.Random) -> None:
    graph = rows.graph()
    with tempfile.TemporaryDirectory() as home:
        folder = formats.write(graph, Path(home) / graph.name)
        for file in folder.glob("*.csv"):
            head, *lines = file.read_bytes().split(b"\n")[:-1]
            if b'"' not in b"".join(lines):  # a quoted cell may hold several lines
                seed.shuffle(lines)
                file.write_bytes(b"\n".join([head, *lines, b""]))
        assert formats.read(folder).graph == graph


SPOILS = st.sampled_from(
    (
        b"",
        b"\xff",
        b"\0",
        b'"',
        b";",
        b",",
        b"\n",
        b"\r",
        b"\t",
        b"\xc3",
        b"=1",
        b"\xef\xbb\xbf",
        b"9" * 400,
        b"1e400",
        b"-1",
        b"nan",
        b"2015-13",
        b"2147483648",
        b"\x0c",
        b"\xc2\x85",
        b"PART_OF",
        b"OWNS",
        b"in file",
        b"in row",
        b"kind",
        b"facts",
        b"column",
        b"id",
        b"\xe2\x80\xa8",
    )
)


@EXAMPLES
@given(
    region=st.sampled_from(REGIONS),
    spoils=st.lists(
        st.tuples(st.integers(0, 99), st.floats(0, 1), st.integers(0, 40), SPOILS),
        min_size=1,
        max_size=4,
    ),
)
@example("kongsbergregionen", [(0, 0.0, 2, b"")])
@example("kristiansandsregionen", [(12, 0.0, 6, b"in file")])
def test_a_dataset_spoilt_anywhere_is_read_or_refused_but_never_a_traceback(
    region: str, spoils: list[tuple[int, float, int, bytes]]
) -> None:
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / region
        shutil.copytree(DATA / region, folder)
        files = sorted(folder.iterdir())
        for which, where, length, put_in in spoils:
            file = files[which % len(files)]
            data = file.read_bytes()
            at = int(where * len(data))
            file.write_bytes(data[:at] + put_in + data[at + length :])
        with suppress(GraphtoolError):
            reading, problems, counts = formats.examine(folder)
            assert (reading is None) == any(p.severity == "error" for p in problems)
            assert sum(count.read for count in counts) > 0


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_datasets_own_files_are_read_in_any_usual_encoding(
    folder: Path, encoding: str, delimiter: str
) -> None:
    text = "id,name\nø,Økt verdi – på Søgne\n".replace(",", delimiter)
    assert said(put(folder, goals=text.encode(encoding))) == []
    names = formats.read(folder).graph.of_kind("Goal")["name"].tolist()
    assert names == ["Økt verdi – på Søgne"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_in_the_folder_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "goals.csv").write_text("id,name\ng,Vekst\n", encoding="utf-8")
    os.mkfifo(tmp_path / "measures.csv")
    assert list(formats.read(tmp_path).graph.nodes["name"]) == ["Vekst"]
