"""What of a source is not read or not understood: said with its name, its columns and its rows."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from graphtool import formats
from graphtool.errors import Problem, SourceNotFound
from graphtool.formats.assembly.leftovers import leftovers
from graphtool.formats.sheets import Ignored
from graphtool.formats.sheets.unknown import is_understood, nothing_understood
from graphtool.graph.unread import Unread

KNOWN = {"actors.csv": "id,name\nr,Rådet\n", "goals.csv": "id,name\ng,Vekst\n"}


def dataset(folder: Path, **files: str) -> Path:
    for name, text in {**KNOWN, **{f"{stem}.csv": text for stem, text in files.items()}}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def said(path: Path) -> list[str]:
    return [f"{p.severity}: {p}" for p in formats.examine(path)[1]]


def unread(path: Path) -> tuple[Unread, ...]:
    return formats.read(path).graph.unread


def test_a_file_of_something_else_is_left_with_its_columns_and_rows(tmp_path: Path) -> None:
    source = dataset(tmp_path, frister="Frist,Farge\n2025,rød\n,\n2026,blå\n")
    assert said(source) == [
        "warning: frister.csv: 'frister' is not understood, and not read; say what its"
        " columns hold with check --columns, or which sheets are to be read with check --sheet"
    ]
    assert unread(source) == (Unread("sheet", "frister.csv", ("Frist", "Farge"), 2),)


def test_rows_of_a_file_that_is_not_read_are_neither_read_nor_merged_nor_refused(
    tmp_path: Path,
) -> None:
    source = dataset(tmp_path, frister="Frist,Farge\n2025,rød\n2025,rød\n")
    (count,) = (count for count in formats.read(source).intake if count.file == "frister.csv")
    assert count == ("frister.csv", 0, 0, 0, 2, ())


def test_of_what_was_left_the_gravest_is_said_first(tmp_path: Path) -> None:
    source = dataset(
        tmp_path,
        documents="id,arkiv,mappe\nplan,14,3\n",
        goals="id,name,owner\ng,Vekst,Ukjent råd\nh,Handel,Ukjent råd;Utvalget\n",
        frister="Frist\n2025\n",
    )
    assert unread(source) == (
        Unread("sheet", "frister.csv", ("Frist",), 1),
        Unread("columns", "documents.csv", ("arkiv", "mappe"), 2),
        Unread("strangers", "", ("Ukjent råd", "Utvalget"), 2),
    )


def test_cells_that_show_an_error_are_counted_by_sheet(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "goals"
    for row in (["id", "name", "note"], ["g", "Vekst", "#N/A"], ["h", "Handel", "=1+1"]):
        book.active.append(row)
    book.active["A2"].comment = openpyxl.comments.Comment("se planen", "leser")
    book.save(tmp_path / "m.xlsx")
    assert unread(tmp_path / "m.xlsx") == (
        Unread("cells", "goals", ("note",), 2),
        Unread("comments", "m.xlsx"),
    )


def test_only_warnings_of_their_own_kind_are_left_over() -> None:
    problems = [
        Problem("error", "unknown-column", "?", "a.csv", 1, "frist"),  # stops the answer itself
        Problem("warning", "bad-date", "?", "a.csv", 1, "frist"),
        Problem("warning", "free-column", "?", "m.json#/nodes/3", 1, "a;b"),
        Problem("warning", "overlooked-column", "?", "m.json#/nodes/9", 1),
        Problem("warning", "no-place", "?", "m.graphml", 1, "port"),
        Problem("warning", "no-result", "?", "ark", 2, "note"),
        Problem("warning", "cell-error", "?", "ark", 3),
        Problem("warning", "cell-error", "?", "ark", 4, "note"),
    ]
    assert leftovers(problems, [], []) == (
        Unread("columns", "m.json", ("a,b", "-"), 2),
        Unread("cells", "ark", ("note", "-"), 3),
        Unread("others", "m.graphml", ("port",)),
    )
    assert leftovers([], [], []) == ()


def test_what_was_left_once_is_kept_beside_what_is_left_now(tmp_path: Path) -> None:
    source = dataset(
        tmp_path,
        unread="what,file,names,number\nsheet,frister.csv,Frist;Tiltak,2\nnoe,,,\n",
        documents="id,arkiv\nplan,14\n",
    )
    assert unread(source) == (
        Unread("sheet", "frister.csv", ("Frist", "Tiltak"), 2),
        Unread("columns", "documents.csv", ("arkiv",), 1),
        Unread("noe"),
    )


# Names that a sheet does not have

MEANT = {
    "dokumenter": "error: dokumenter.csv: 'dokumenter' is no kind's sheet; did you mean 'docu",
    "measurs": "error: measurs.csv: 'measurs' is no kind's sheet; did you mean 'measures' or",
}


@pytest.mark.parametrize("name", MEANT)
def test_a_sheet_of_nodes_under_another_name_is_refused_with_the_one_meant(
    tmp_path: Path, name: str
) -> None:
    (only,) = said(dataset(tmp_path, **{name: "id,name\nx,X\n"}))
    assert only.startswith(MEANT[name])


@pytest.mark.parametrize(("name", "kind"), [("tiltak", "Measure"), ("kommunar", "Municipality")])
def test_a_sheet_of_nodes_under_its_norwegian_name_is_read_with_its_ids(
    tmp_path: Path, name: str, kind: str
) -> None:
    source = dataset(tmp_path, **{name: "id,name\nx,Tinn\n"})
    assert said(source) == []
    assert formats.read(source).graph.of_kind(kind)["id"].tolist()[-1:] == ["x"]


ENDS = ("source,relation,target\nr,g,x", "From,To\nr,g", "fra,til\nr,g", "Frå,Til,hva\nr,g,x")


@pytest.mark.parametrize("text", ENDS)
def test_relations_of_which_not_one_is_understood_are_refused(tmp_path: Path, text: str) -> None:
    last = said(dataset(tmp_path, koblinger=f"{text}\n"))[-1]
    assert last.startswith("error: koblinger.csv: 'koblinger' holds relations, and not one is und")


def test_relations_under_another_name_are_read_where_each_says_what_it_is(tmp_path: Path) -> None:
    source = dataset(tmp_path, koblinger="fra,til,relasjon\nr,g,eier\nr,g,kjenner\n")
    assert formats.read(source).graph.related("OWNS").shape[0] == 1
    assert unread(source) == (Unread("rows", "koblinger.csv", ("3",), 1),)


def test_one_end_alone_is_no_relation(tmp_path: Path) -> None:
    source = dataset(tmp_path, avganger="fra,kl\nr,12\n")
    assert said(source) == [
        "warning: avganger.csv: 'avganger' is not understood, and not read; say what its"
        " columns hold with check --columns, or which sheets are to be read with check --sheet"
    ]


def test_a_dataset_is_understood_if_any_sheet_is_or_would_be_but_for_an_error() -> None:
    def of(severity: str, rule: str) -> list[Problem]:
        return [Problem(severity, rule, "?", "a.csv")]

    assert is_understood({"goals": None}, [])
    assert is_understood({}, of("error", "wrong-encoding"))
    assert not is_understood({}, [])
    assert not is_understood({}, of("warning", "unknown-file"))
    assert not is_understood({}, of("error", "unknown-kind"))
    assert not is_understood({}, of("error", "unread-relations"))


@pytest.mark.parametrize("name", ["relasjoner", "relasjonar"])
def test_a_sheet_is_near_to_what_it_is_called_in_norwegian(tmp_path: Path, name: str) -> None:
    assert said(dataset(tmp_path, **{name: "hvem\nr\n"})) == [
        f"warning: {name}.csv: '{name}' is not understood, and not read; say what its"
        " columns hold with check --columns, or which sheets are to be read with check --sheet;"
        " did you mean 'relations'?"
    ]


HEADER = "m.xlsx: nothing in it was understood: not one node"
OWN = "A dataset has a sheet or file a kind, with the columns id and name: relations, documents"
HERS = (
    "Say where the headings stand and what the columns are: graphtool check FILE --header-row"
    ' "Sheet1=5" --columns "Case=measure". Or begin with graphtool template -o plan.xlsx, a'
    " workbook to fill in"
)


def refused(*seen: Ignored, footer: str = HERS) -> list[str]:
    *lines, last = f"m.xlsx: {nothing_understood(seen)}".splitlines()
    assert last.startswith(footer)
    return lines


def test_what_was_seen_where_nothing_was_understood() -> None:
    assert f"m.xlsx: {nothing_understood([])}" == (
        f"{HEADER}; it is empty: graphtool template -o plan.xlsx makes a workbook to fill in"
    )
    assert refused(
        Ignored("Tiltak", ("Mål", "Ansvarlig", "Konsern"), 1),
        Ignored("lag/mål.csv", ("id", "quot"), 2),
        Ignored("Ark1", (), 0),
        footer=OWN,
    ) == [
        f"{HEADER}. Seen were:",
        "Tiltak (1 row; Mål, Ansvarlig, Konsern)",
        "lag/mål.csv (2 rows; id, quot); did you mean 'goals'?; column 'quot'; did you mean"
        " 'quote'?",
        "Ark1 (0 rows; no headings)",
    ]


def test_of_many_sheets_and_columns_the_first_are_listed_and_the_rest_counted() -> None:
    many = [Ignored(f"x{at}zz", ("qq",), 3) for at in range(7)]
    lines = refused(*many)
    assert lines[1:] == [*(f"x{at}zz (3 rows; qq)" for at in range(5)), "and 2 more"]
    assert refused(*many[:5])[-1] == "x4zz (3 rows; qq)"
    wide = Ignored("Ark1", tuple(f"k{at}" for at in range(9)), 3)
    assert refused(wide)[-1] == "Ark1 (3 rows; k0, k1, k2, k3, k4, k5 and 3 more)"


def test_a_source_with_sheets_but_not_one_node_is_no_source(tmp_path: Path) -> None:
    (tmp_path / "goals.csv").write_text("id,name\n", encoding="utf-8")
    (tmp_path / "frister.csv").write_text("Frist\n2025\n", encoding="utf-8")
    assert len(formats.read(tmp_path).graph.nodes) == 0
    with pytest.raises(SourceNotFound) as error:
        formats.understood(tmp_path)
    assert str(error.value).splitlines()[:3] == [
        f"{tmp_path}: nothing in it was understood: not one node. Seen were:",
        "frister.csv (1 row; Frist)",
        "goals (0 rows; id, name)",
    ]
    reading, problems, _ = formats.examine(tmp_path)
    assert reading is not None
    assert str(problems[0]).startswith(
        f"{tmp_path}: nothing in it was understood: not one node. Seen were: frister.csv (1 row;"
        " Frist); goals (0 rows; id, name); A dataset has a sheet"
    )
    assert (problems[0].severity, problems[0].rule) == ("error", "nothing-read")


def test_a_source_with_a_node_is_understood(tmp_path: Path) -> None:
    source = dataset(tmp_path)
    assert formats.understood(source).graph == formats.read(source).graph
    assert said(source) == []


def test_of_a_whole_page_in_a_cell_a_message_says_the_beginning(tmp_path: Path) -> None:
    rows = f"source,relation,target\ng,PART_OF,{'x' * 20_000}\n"
    (wrong,) = said(dataset(tmp_path, goals="id,name\ng,Vekst\n", relations=rows))
    assert f"target: '{'x' * 200}…' is no node" in wrong


def test_where_there_is_no_document_at_all_none_is_offered(tmp_path: Path) -> None:
    goals = "id,name,document\ng,Vekst,planen\n"
    assert said(dataset(tmp_path, goals=goals))[0].endswith(
        "'planen' is no document that documents.csv lists"
    )


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("m.xls", "; open it in Excel and save it as .xlsx"),
        ("m.xlsb", "; open it in Excel and save it as .xlsx"),
        (
            "m.doc",
            "; what a plan document says is to be entered in the workbook that graphtool"
            " template makes",
        ),
        ("m.pages", ""),
    ],
)
def test_a_file_that_no_reader_reads(tmp_path: Path, name: str, hint: str) -> None:
    (tmp_path / name).touch()
    with pytest.raises(SourceNotFound) as error:
        formats.read(tmp_path / name)
    assert str(error.value) == (
        f"{tmp_path / name}: no reader for this; known are a folder of CSV files, .csv,"
        f" .graphml, .json, .ods, .tsv, .txt, .xlsm, .xlsx{hint}"
    )


def test_a_file_that_is_not_there_is_said_with_its_folder_if_that_is_there(tmp_path: Path) -> None:
    for path, where in ((tmp_path / "m.xlsx", f" in {tmp_path}"), (tmp_path / "a" / "m.xlsx", "")):
        with pytest.raises(SourceNotFound) as error:
            formats.read(path)
        assert str(error.value) == f"{path}: there is no such file or folder{where}"


@pytest.mark.parametrize("name", ["m.xlsx", "m.json", "m.graphml"])
def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch, name: str) -> None:
    (tmp_path / name).touch()

    def refused(path: Path, mode: str = "rb") -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refused)
    monkeypatch.setattr(Path, "read_bytes", refused)
    with pytest.raises(SourceNotFound) as error:
        formats.read(tmp_path / name)
    assert str(error.value) == f"{tmp_path / name}: cannot be opened: Permission denied"


def test_a_suffix_in_capitals_is_the_same_suffix(tmp_path: Path) -> None:
    path = tmp_path / "M.JSON"
    path.write_text('{"nodes": [{"id": "g", "kind": "Goal", "name": "Vekst"}]}', encoding="utf-8")
    assert formats.read(path).graph.nodes["id"].tolist() == ["g"]


# Lists in JSON under other names

NODES = [{"id": "r", "kind": "Actor", "name": "Rådet"}, {"id": "g", "kind": "Goal", "name": "G"}]
ANSWERS = {"source": "r", "target": "g"}


def saved(path: Path, **content: object) -> Path:
    (path / "m.json").write_text(json.dumps({"nodes": NODES, **content}), encoding="utf-8")
    return path / "m.json"


@pytest.mark.parametrize("key", ["edges", "links", "relations", "relationships"])
def test_relations_in_json_are_read_whatever_program_named_them(tmp_path: Path, key: str) -> None:
    path = saved(
        tmp_path,
        **{key: [{**ANSWERS, "key": "RESPONSIBLE_FOR"}]},
        directed=True,
        multigraph=True,
        graph={"name": "region", "ukjent": 1},
    )
    assert said(path) == []
    graph = formats.read(path).graph
    assert (graph.name, graph.edge_count, graph.unread) == ("region", 1, ())
    wrong = saved(tmp_path, **{key: [{**ANSWERS, "relation": "OWNZ"}]})
    assert said(wrong)[0].startswith(f"error: m.json#/{key}/0: relation: 'OWNZ' is no relation")


def test_a_key_that_numbers_an_edge_says_nothing_of_it(tmp_path: Path) -> None:
    path = saved(tmp_path, edges=[{**ANSWERS, "relation": "OWNS", "key": "FUNDS"}])
    assert (said(path), formats.read(path).graph.edges["relation"].tolist()) == ([], ["OWNS"])
    for key in (0, "0"):
        assert said(saved(tmp_path, edges=[{**ANSWERS, "key": key}])) == [
            "error: m.json#/edges/0: relation: no relation given"
        ]


def test_two_lists_of_relations_are_not_one(tmp_path: Path) -> None:
    edge = {**ANSWERS, "relation": "OWNS"}
    path = saved(tmp_path, edges=[edge], links=[{**edge, "relation": "FUNDS"}])
    assert said(path) == [
        "error: m.json#: links: 'links' and 'edges' both hold relations; put them into one list"
    ]
    assert said(saved(tmp_path, edges=[edge], links=[])) == []
    assert said(saved(tmp_path, edges=[], links=[edge])) == []


def test_other_lists_and_keys_in_json(tmp_path: Path) -> None:
    path = saved(tmp_path, tags=[{"tag": "hav"}, {"farge": "blå"}], ties=[ANSWERS], nods=[1])
    assert said(path) == [
        "warning: m.json#: nods: 'nods' is not read; did you mean 'nodes'?",
        "warning: m.json#: tags: 'tags' is not read",
        "error: m.json#/ties: 'ties' holds relations; call the list 'edges'",
    ]
    left = unread(saved(tmp_path, tags=[{"tag": "hav"}, {"farge": "blå"}]))
    assert left == (Unread("sheet", "m.json#/tags", ("tag", "farge"), 2),)
    (only,) = said(saved(tmp_path, actors=[{"id": "x"}]))
    assert only.startswith("error: m.json#/actors: 'actors' is no kind's sheet")


def test_a_field_that_is_not_read_is_said_once_for_its_list(tmp_path: Path) -> None:
    edge = {**ANSWERS, "relation": "OWNS"}
    path = saved(
        tmp_path,
        edges=[{**edge, "vekt": 1}, {**edge, "vekt": 2, "linje": 3}],
        documents=[{"id": "plan", "vekt": 1}],
    )
    assert said(path) == [
        "warning: m.json#/documents/0: vekt: 'vekt' is not read",
        "warning: m.json#/edges/0: vekt: 'vekt' is not read",
        "warning: m.json#/edges/1: linje: 'linje' is not read; did you mean 'line'?",
    ]
