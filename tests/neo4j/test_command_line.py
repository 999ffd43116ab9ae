"""An address is a source like any other: the commands say of it what they say of the folder."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from graphtool import cli, database, formats
from graphtool.graph import PlanGraph
from graphtool.graph.unread import Unread
from tests.neo4j.conftest import Home

FOLDER = Path(__file__).parents[2] / "data" / "kristiansandsregionen"

Run = Callable[..., tuple[object, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*words: object) -> tuple[object, str, str]:
        monkeypatch.setattr(sys, "argv", ["graphtool", *map(str, words)])
        with pytest.raises(SystemExit) as left:
            cli.main()
        return left.value.code, *capsys.readouterr()

    return call


def test_before_a_load_there_is_nothing_to_ask(home: Home, run: Run) -> None:
    code, out, err = run("query", "owners", home.address)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    place = f"{home.address}, databasen neo4j"
    assert err == f"graphtool: {place}: har ingen plangraf; last inn en med graphtool load KILDE\n"


def test_a_loaded_region_answers_every_command_as_its_folder_does(
    home: Home, run: Run, tmp_path: Path
) -> None:
    code, out, _ = run("load", FOLDER, home.address, "--dry-run")
    assert code == 0
    assert f"{home.address}: ingenting er skrevet; dette er hva en innlasting ville gjøre" in out
    assert home.nodes() == 0

    code, out, _ = run("load", FOLDER, home.address)
    assert code == 0
    assert "noder: 94 nye, 0 endret, 0 fjernet, 0 uendret" in out
    assert "kristiansandsregionen er lastet inn i neo4j, " in out
    assert "rader i sekundet" in out
    assert "i neo4j, 0 rader på" in run("load", FOLDER, home.address)[1]

    for words in (
        ("query", "orphaned-goals", "--as-of", "2021"),
        ("query", "centrality", "--level", "municipality", "--lang", "en"),
        ("query", "municipal-dependencies", "--format", "json"),
    ):
        here, there = (run(*words[:2], source, *words[2:]) for source in (FOLDER, home.address))
        assert here == there
        assert here[0] == 0

    here, there = (
        json.loads(run("describe", source, "--format", "json")[1])
        for source in (FOLDER, home.address)
    )
    assert there == {**here, "files": []}
    assert run("check", home.address)[:2] == (0, "0 feil, 0 advarsler\n")

    for name in ("map.html", "graph.json"):
        command = "map" if name.endswith(".html") else "export"
        for source, place in ((FOLDER, "here"), (home.address, "there")):
            target = tmp_path / f"{place}-{name}"
            words = ("--view", "goals", "-o", target) if command == "map" else (target,)
            assert run(command, source, *words)[0] == 0
        assert (tmp_path / f"here-{name}").read_bytes() == (tmp_path / f"there-{name}").read_bytes()


PARTLY = {
    "actors.csv": "id,name\nr,Rådet\n",
    "goals.csv": "id,name,responsible\ng1,Vekst,Rådet\ng2,Handel,Rådets utvalg; nye\n",
    "frister.csv": "Frist,Tiltak;2025\n2025,Ny rute\n2026,Nytt kai\n",
}


def test_what_was_not_read_before_the_load_is_said_of_the_database_too(
    home: Home, run: Run, tmp_path: Path
) -> None:
    """A file, a column with a semicolon in its name and a name that nobody knows."""
    folder = tmp_path / "delvis"
    folder.mkdir()
    for name, text in PARTLY.items():
        (folder / name).write_text(text, encoding="utf-8")
    assert run("load", folder, home.address)[0] == 0
    left = formats.read(folder).graph.unread
    assert len(left) >= 2
    assert database.read(home.address).unread == left

    for query in ("owners", "orphaned-goals", "centrality", "municipal-dependencies"):
        here, there = (run("query", query, source)[:2] for source in (folder, home.address))
        assert here == there
        assert all(one.said().nb in there[1] for one in left)
    said = run("describe", home.address)[1]
    assert all(one.said().nb in said for one in left)
    assert run("map", home.address, "--view", "goals", "-o", tmp_path / "kart.html")[0] == 0
    page = (tmp_path / "kart.html").read_text(encoding="utf-8")
    meta = json.loads(re.search(r'id="gt-data">(.*?)</script>', page)[1])["meta"]
    assert [nb for nb, *_ in meta["unread"]] == [one.said().nb for one in left]
    for source, place in ((folder, "here.json"), (home.address, "there.json")):
        assert run("export", source, tmp_path / place)[0] == 0
    assert (tmp_path / "there.json").read_bytes() == (tmp_path / "here.json").read_bytes()


def test_when_all_has_been_read_since_the_database_says_so(home: Home, run: Run) -> None:
    """Not a row of the graph has changed, only what was left beside it."""
    goal = [{"id": "g", "kind": "Goal", "name": "Vekst"}]
    left = (Unread("sheet", "Tiltak", ("Frist",), 2),)
    database.load(PlanGraph.from_tables(goal, name="agder", unread=left), home.address)
    assert "Ikke lest: Tiltak" in run("query", "orphaned-goals", home.address)[1]
    database.load(PlanGraph.from_tables(goal, name="agder"), home.address)
    assert "Ikke lest" not in run("query", "orphaned-goals", home.address)[1]


@pytest.mark.replans
def test_another_region_is_not_overwritten_unasked(home: Home, run: Run) -> None:
    other = FOLDER.with_name("kongsbergregionen")
    run("load", FOLDER, home.address)
    code, _, err = run("load", other, home.address)
    assert code == 2
    assert "kristiansandsregionen" in err
    assert run("load", other, home.address, "--replace")[0] == 0
    assert "143" in run("describe", home.address)[1]
    assert "noder: 143 fjernet" in run("unload", home.address, "--dry-run")[1]
    assert home.nodes() > 143
    out = run("unload", home.address)[1]
    assert f"{home.address}: kongsbergregionen er tatt ut av neo4j\n" in out
    assert home.nodes() == 0


def test_what_cypher_prints_runs_as_it_is(home: Home, run: Run) -> None:
    run("load", FOLDER, home.address)
    text = run("cypher", "orphaned-goals")[1]
    given, statement = {}, []
    for line in text.splitlines():
        if line.startswith(":param "):
            name, _, value = line.removeprefix(":param ").rstrip(";").partition(" => ")
            given[name] = json.loads(value)
        else:
            statement.append(line)
    rows = home.cypher("\n".join(statement), **given)
    expected = formats.read(FOLDER).graph.of_kind("Goal")["id"]
    assert [row["goal"] for row in rows] == sorted(expected)
