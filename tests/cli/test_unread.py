"""What was not read or not understood is said on every output, and nothing is answered over it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import openpyxl
import pytest

from graphtool import formats
from tests.workbooks import workbook

KNOWN = {
    "actors.csv": "id,name\nr,Rådet\n",
    "goals.csv": "id,name,responsible\ng1,Vekst,Rådet\ng2,Handel,Rådets utvalg\n",
}
LEFT = {
    "frister.csv": "Frist,Farge\n2025,rød\n2026,blå\n",
    "documents.csv": "id,arkiv\nplan,2025/14\n",
}
SAID = (
    "Ikke lest: frister.csv (2 rader; kolonner: Frist, Farge).",
    "Kolonner i documents.csv som svarene ikke bygger på: arkiv.",
    "Navn som ikke passer på noen kjent part, og regnes som uavklart: Rådets utvalg.",
)


def dataset(folder: Path, files: dict[str, str]) -> Path:
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def partly(tmp_path: Path) -> Path:
    """A dataset of which one file, one column and one name are not understood."""
    return dataset(tmp_path / "delvis", KNOWN | LEFT)


def test_an_answer_says_what_it_does_not_rest_on(run, partly: Path, tmp_path: Path) -> None:
    table = run("query", "owners", partly).out
    assert all(line in table.splitlines() for line in SAID)
    notes = json.loads(run("query", "owners", partly, "--format", "json").out)["notes"]
    assert notes[-3:] == list(SAID)
    markdown = run("query", "owners", partly, "--format", "md").out
    assert all(f"- {line}" in markdown for line in SAID)
    for form in ("csv", "ndjson"):  # rows and nothing else
        said = run("query", "owners", partly, "--format", form)
        assert all(line in said.err and line not in said.out for line in SAID)
    run("query", "owners", partly, "-o", tmp_path / "svar.xlsx")
    about = openpyxl.load_workbook(tmp_path / "svar.xlsx")["definisjon"]
    assert {row[1].value for row in about.rows} >= set(SAID)


def test_an_answer_over_data_that_was_read_whole_says_nothing_more(run, tmp_path: Path) -> None:
    whole = dataset(tmp_path / "hel", {**KNOWN, "goals.csv": "id,name,responsible\ng1,Vekst,r\n"})
    assert formats.read(whole).graph.unread == ()
    assert "Ikke" not in run("query", "owners", whole).out


@pytest.mark.parametrize("name", [f"ut{suffix}" for suffix in formats.writable()])
def test_what_is_exported_still_says_what_is_not_in_it(
    run, partly: Path, tmp_path: Path, name: str
) -> None:
    assert run("export", partly, tmp_path / name).code == 0
    graph = formats.read(tmp_path / name).graph
    assert [one.said().nb for one in graph.unread] == list(SAID)
    assert "frister.csv" in run("query", "owners", tmp_path / name).out
    again = formats.write(graph, tmp_path / f"igjen-{name}")
    assert formats.read(again).graph.unread == graph.unread


def test_a_map_says_it_on_its_page(run, partly: Path, tmp_path: Path) -> None:
    assert run("map", partly, "-o", tmp_path / "kart.html").code == 0
    page = (tmp_path / "kart.html").read_text(encoding="utf-8")
    data = json.loads(re.search(r'id="gt-data">(.*?)</script>', page)[1])
    assert [nb for nb, _, _ in data["meta"]["unread"]] == list(SAID)


def test_describe_counts_the_rows_that_were_not_read(run, partly: Path) -> None:
    said = run("describe", partly)
    assert said.code == 0
    assert "ikke lest" in said.out.splitlines()[0]
    assert all(line in said.out for line in SAID)
    files = json.loads(run("describe", partly, "--format", "json").out)["files"]
    assert {row["file"]: row["unread"] for row in files}["frister.csv"] == 2


NOTHING = {
    "a sheet of something else": (
        {"Tiltak": [["Rute", "Farge"], ["Vekst", "rød"]]},
        ["m.xlsx: ", "Tiltak (1 row; Rute, Farge)", "graphtool check FILE --header-row"],
    ),
    "connections that do not say what they are": (
        {
            "Elements": [["Label", "Type"], ["Rådet", "Actor"]],
            "Connections": [["From", "To"], ["Rådet", "Vekst"]],
        },
        ["Connections: 'Connections' holds relations, and not one is understood"],
    ),
    "a sheet of goals without a goal": (
        {"goals": [["id", "name"]]},
        ["m.xlsx: ", "goals (0 rows; id, name)"],
    ),
    "an empty sheet": ({"Ark1": []}, ["m.xlsx: ", "nothing in it was understood"]),
}


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize("what", NOTHING)
@pytest.mark.parametrize(
    "words",
    [
        ["query", "orphaned-goals", "{}"],
        ["map", "{}"],
        ["export", "{}", "ut"],
        ["load", "{}", "neo4j://localhost:1"],
    ],
    ids=lambda words: words[0],
)
def test_nothing_is_answered_over_a_source_of_which_nothing_was_understood(
    run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str, words: list[str]
) -> None:
    sheets, expected = NOTHING[what]
    monkeypatch.chdir(tmp_path)
    workbook(Path("m.xlsx"), **sheets)
    said = run(*(word.format("m.xlsx") for word in words))
    assert (said.code, said.out) == (2, "")
    assert all(part in said.err for part in expected)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["m.xlsx"]


@pytest.mark.usefixtures("english")
def test_relations_under_an_unknown_name_are_read_or_refused(run, tmp_path: Path) -> None:
    source = dataset(
        tmp_path / "r",
        {
            "actors.csv": "id,name\nr,Rådet\n",
            "goals.csv": "id,name\ng,Vekst\n",
            "relasjoner.csv": "Source,Relation,Target\nr,RESPONSIBLE_FOR,g\n",
        },
    )
    assert formats.read(source).graph.edge_count == 1
    (source / "relasjoner.csv").write_text("Source,Target\nr,g\n", encoding="utf-8")
    said = run("query", "orphaned-goals", source)
    assert (said.code, said.out) == (2, "")
    assert "relasjoner.csv: 'relasjoner' holds relations, and not one is understood" in said.err


@pytest.mark.parametrize("key", ["edges", "links", "relationships"])
def test_a_list_of_relations_is_read_whatever_program_named_it(
    run, tmp_path: Path, key: str
) -> None:
    nodes = [{"id": "r", "kind": "Actor", "name": "Rådet"}, {"id": "g", "kind": "goal"}]
    edges = [{"source": "r", "target": "g", "key": "RESPONSIBLE_FOR"}]
    content = {"directed": True, "multigraph": True, "graph": {"name": "region"}}
    path = tmp_path / "m.json"
    path.write_text(json.dumps({**content, "nodes": nodes, key: edges}), encoding="utf-8")
    graph = formats.read(path).graph
    assert (graph.name, graph.edge_count, graph.unread) == ("region", 1, ())


def test_a_list_of_relations_under_any_other_name_is_refused(run, tmp_path: Path) -> None:
    content = {
        "nodes": [{"id": "g", "kind": "Goal"}],
        "ties": [{"source": "g", "target": "g"}],
        "tags": [{"tag": "hav"}],
    }
    path = tmp_path / "m.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    said = run("query", "orphaned-goals", path, "--lang", "en")
    assert said.code == 2
    assert "m.json#/ties: 'ties' holds relations; call the list 'edges'" in said.err
    del content["ties"]
    path.write_text(json.dumps(content), encoding="utf-8")
    said = run("query", "orphaned-goals", path)
    assert said.code == 0
    assert "Ikke lest: m.json#/tags (1 rad; kolonner: tag)." in said.out


@pytest.mark.usefixtures("english")
def test_a_check_finds_that_nothing_was_read(run, tmp_path: Path) -> None:
    """What a query refuses is no clean bill of health either."""
    empty = dataset(tmp_path / "tomt", {"goals.csv": "id,name\n"})
    checked = run("check", empty)
    assert checked.code == 1
    assert "nothing in it was understood: not one node. There are headings only" in checked.out
    assert run("query", "owners", empty).code == 2
