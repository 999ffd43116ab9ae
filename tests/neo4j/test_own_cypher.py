"""A question of one's own, in Cypher: any value, any format, and nothing that would write."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest

from graphtool import database
from tests.locks import locked
from tests.neo4j.conftest import Home
from tests.neo4j.test_command_line import PARTLY, Run, run
from tests.neo4j.test_facts_and_documents import NUMBER, vennesla
from tests.neo4j.test_loading import everything

__all__ = ["run"]

Ask = Callable[..., tuple[object, str, str]]


@pytest.fixture(scope="module")
def loaded(running: Home, shared: Path) -> Iterator[list[object]]:
    """What the server held after these tests' last load; nothing is left there at their end."""
    yield []
    with locked(shared / "neo4j-turn.lock"):
        running.cypher("MATCH (n) DETACH DELETE n")


@pytest.fixture
def ask(turn: Home, loaded: list[object], run: Run, tmp_path: Path) -> Ask:
    """`graphtool query FILE.cypher` with this text, of a municipality that owns a harbour.

    It is loaded once for all tests, none of which may change it; where one has, it is again.
    """
    if not loaded or everything(turn) != loaded[-1]:
        turn.cypher("MATCH (n) DETACH DELETE n")
        database.load(vennesla(NUMBER), turn.address)
        loaded.append(everything(turn))

    def call(text: str | bytes, *words: object) -> tuple[object, str, str]:
        file = tmp_path / "mitt spørsmål.cypher"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return run("query", file, turn.address, *words)

    return call


def rows(ask: Ask, text: str, *words: str) -> list[dict[str, object]]:
    code, out, err = ask(text, "--format", "json", *words)
    assert (code, err) == (0, "")
    found: list[dict[str, object]] = json.loads(out)["rows"]
    return found


def test_rows_come_in_their_own_order_with_what_the_file_says_of_itself(ask: Ask) -> None:
    text = (
        "// Hvem eier hva?\n// Alt.\nMATCH (a)-[:OWNS]->(b)\nRETURN b.name AS eid, a.name AS eier;"
    )
    code, out, _ = ask(text, "--format", "json")
    assert code == 0
    assert json.loads(out) == {
        "query": "mitt spørsmål",
        "definition": "Hvem eier hva? Alt.",
        "source": "agder",
        "as_of": None,
        "notes": [],
        "rows": [{"eid": "Havn", "eier": "Vennesla"}],
    }
    assert [row["n"] for row in rows(ask, "UNWIND [3, 1, 2] AS n RETURN n")] == [3, 1, 2]


def test_nodes_relations_and_paths_are_objects_in_json_and_names_elsewhere(ask: Ask) -> None:
    text = """MATCH path = (a:Municipality)-[owns:OWNS]->(b), (a)-[:HAS_FACT]->(f)-[:STANDS_IN]->(d)
              RETURN a, owns, path, f, d, [b, 1] AS list, {who: a.name} AS map"""
    (row,) = rows(ask, text)
    assert (row["a"]["labels"], row["a"]["properties"]["name"]) == (
        ["Municipality", "PlanNode"],
        "Vennesla",
    )
    assert (row["owns"]["type"], row["owns"]["source"], row["owns"]["target"]) == (
        "OWNS",
        "vennesla",
        "havn",
    )
    assert row["owns"]["properties"]["line"] == 9
    assert [node["properties"]["id"] for node in row["path"]["nodes"]] == ["vennesla", "havn"]
    assert [relation["type"] for relation in row["path"]["relationships"]] == ["OWNS"]
    assert row["list"][0]["properties"]["id"] == "havn"
    assert (row["list"][1], row["map"]) == (1, {"who": "Vennesla"})
    (shown,) = csv.DictReader(io.StringIO(ask(text, "--format", "csv")[1]))
    assert shown == {
        "a": "Vennesla",
        "owns": "OWNS",
        "path": "Vennesla -OWNS-> Havn",
        "f": "number: 0904",
        "d": "Strategisk plan",
        "list": "Havn; 1",
        "map": '{"who": "Vennesla"}',
    }
    back = "MATCH path = (:Resource)<-[:OWNS]-(:Municipality) RETURN path"
    assert "Havn <-OWNS- Vennesla" in ask(back)[1]


def test_every_other_value_is_plain(ask: Ask) -> None:
    text = """RETURN 0 AS nought, '' AS empty, null AS nothing, true AS yes, 58.1 AS real,
                     0.0/0.0 AS nan, 1.0/0 AS beyond, date('2015-04-16') AS day,
                     duration('P1Y2D') AS long, datetime('2015-04-16T12:00:00+02:00') AS moment,
                     localtime('12:30') AS time, [] AS none,
                     point({longitude: 8.0, latitude: 58.1}) AS place,
                     $bytes AS bytes"""
    (row,) = rows(ask, text, "--param", "bytes=[1]")
    assert row == {
        "nought": 0,
        "empty": "",
        "nothing": None,
        "yes": True,
        "real": 58.1,
        "nan": None,
        "beyond": "inf",
        "day": "2015-04-16",
        "long": "P1Y2D",
        "moment": "2015-04-16T12:00:00.000000000+02:00",
        "time": "12:30:00.000000000",
        "place": {"srid": 4326, "coordinates": [8.0, 58.1]},
        "none": [],
        "bytes": [1],
    }
    (shown,) = csv.DictReader(io.StringIO(ask(text, "--format", "csv", "--param", "bytes=[1]")[1]))
    assert shown["nought"] == "0"
    assert (shown["yes"], shown["nothing"], shown["nan"]) == ("true", "", "")
    assert shown["place"] == '{"srid": 4326, "coordinates": [8.0, 58.1]}'


def test_rows_are_written_in_every_format(ask: Ask, tmp_path: Path) -> None:
    text = "UNWIND [[1, '=1+1'], [2, 'b|c']] AS row RETURN row[0] AS n, row[1] AS `=tekst`"
    assert ask(text)[1].split()[:2] == ["n", "=tekst"]
    assert ask(text, "--format", "md")[1].splitlines()[2:] == ["| 1 | =1+1 |", "| 2 | b\\|c |"]
    lines = ask(text, "--format", "ndjson")[1].splitlines()
    assert [json.loads(line) for line in lines] == [
        {"n": 1, "=tekst": "=1+1"},
        {"n": 2, "=tekst": "b|c"},
    ]
    assert ask(text, "-o", tmp_path / "rader.xlsx")[0] == 0
    sheet = openpyxl.load_workbook(tmp_path / "rader.xlsx").worksheets[0]
    assert [[(cell.value, cell.data_type) for cell in row] for row in sheet.iter_rows()] == [
        [("n", "s"), ("=tekst", "s")],
        [(1, "n"), ("=1+1", "s")],
        [(2, "n"), ("b|c", "s")],
    ]


def test_no_rows_are_an_answer_too(ask: Ask) -> None:
    text = "MATCH (n:Goal) RETURN n.name AS name"
    assert ask(text) == (0, "Ingen rader.\n", "")
    assert ask(text, "--format", "csv")[:2] == (0, "name\n")
    assert ask("EXPLAIN MATCH (n) RETURN n")[:2] == (0, "Ingen rader.\n")


def test_what_it_is_asked_with_is_said_by_option_or_else_by_the_file(ask: Ask) -> None:
    text = ':param name => "Havn";\n:param least => 1\nRETURN $name AS name, $least AS least'
    assert rows(ask, text) == [{"name": "Havn", "least": 1}]
    assert rows(ask, text, "--param", "name=a=b", "--param", "least=[0.5, null]") == [
        {"name": "a=b", "least": [0.5, None]}
    ]
    assert rows(ask, text, "--param", 'name="0904"', "--param", "least=0904") == [
        {"name": "0904", "least": "0904"}
    ]


def test_what_graphtool_cypher_prints_is_a_file_that_can_be_asked(ask: Ask, run: Run) -> None:
    found = rows(ask, run("cypher", "assertions")[1])
    assert [(row["source"], row["relation"], row["target"]) for row in found] == [
        ("vennesla", "OWNS", "havn")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "CREATE (:Goal)",
        "MATCH (n) DETACH DELETE n",
        "MATCH (n:PlanNode) SET n.name = 'x' RETURN n",
        "MATCH (n) CALL (n) { SET n.name = 'x' } IN TRANSACTIONS",
        "DROP CONSTRAINT plan_node",
        "CREATE INDEX mine FOR (n:Goal) ON (n.subkind)",
        "CALL db.createLabel('Mine')",
        "CREATE USER tyv SET PASSWORD 'hemmelig ord'",
        "DROP DATABASE neo4j IF EXISTS",
    ],
)
def test_what_would_write_is_refused_and_writes_nothing(turn: Home, ask: Ask, text: str) -> None:
    before = everything(turn), turn.cypher("SHOW INDEXES YIELD name")
    code, out, err = ask(text)
    assert (code, out) == (2, "")
    assert re.fullmatch(r"graphtool: .*mitt spørsmål.cypher: dette ville endre .* endret\n", err)
    assert (everything(turn), turn.cypher("SHOW INDEXES YIELD name")) == before


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("RETURN 1; RETURN 2", "holds 2 statements; expected one statement, which asks"),
        ("// bare ord\n/* ; */", "holds no Cypher; expected one statement"),
        (b"RETURN '\xe6'", "is not text in UTF-8"),
        (":param name => 'Vennesla'\nRETURN $name", r"""as 5 or "Agder", not 'Vennesla'"""),
        ("SHOW DATABASES", "mitt spørsmål.cypher: this is no question about what is there; what"),
        (
            "MATCH (n) CALL (n) { RETURN 1 AS x } IN TRANSACTIONS RETURN x",
            r"mitt spørsmål.cypher: .* CALL \.\.\. IN TRANSACTIONS are to be run in Neo4j itself$",
        ),
        ("\nRETRN 1", r"cypher, line 2, column 1: Invalid input 'RETRN'$"),
        ("MATCH (n)", "line 1, column 1: Query cannot conclude with MATCH"),
        (
            "RETURN $hvem, $hva",
            r"Expected parameter\(s\): .*hva.*; give each as --param NAME=VALUE",
        ),
        ("RETURN 1 / 0 AS n", ": / by zero$"),
        ("RETURN [1].navn", "Type mismatch"),
        ("CALL finnes.ikke()", "no procedure with the name `finnes.ikke`"),
    ],
)
def test_what_is_wrong_with_it_is_one_line(ask: Ask, text: str | bytes, told: str) -> None:
    code, out, err = ask(text)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert err.startswith("graphtool: ")
    assert re.search(told, err.rstrip("\n")), err


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--param", "navn"), "expected NAME=VALUE"),
        (("--param", "=1"), "expected NAME=VALUE"),
        (("--param", "a=1", "--param", "a=2"), "--param is given twice for a"),
        (("--param", "a=9223372036854775808"), "a value that Neo4j cannot hold"),
        (("--database", "finnes-ikke"), "there is no database of that name"),
        (("--as-of", "2015"), "No such option"),
        (("-o", "rader.txt"), "cannot write '.txt'"),
    ],
)
def test_wrong_words_are_answered(ask: Ask, words: tuple[str, ...], told: str) -> None:
    code, out, err = ask(":param a => 1;\nRETURN $a AS n", *words)
    assert (code, out) == (2, "")
    assert told in err


def test_the_database_may_be_named(ask: Ask) -> None:
    assert ask("RETURN 1 AS n", "--database", "neo4j", "--format", "csv")[1] == "n\n1\n"


def test_half_a_graph_and_none_are_not_asked(turn: Home, ask: Ask) -> None:
    turn.cypher("MATCH (graph:PlanGraph) SET graph.state = 'loading'")
    assert "ble ikke ferdig" in ask("RETURN 1 AS n")[2]
    turn.cypher("MATCH (graph:PlanGraph) DELETE graph")
    assert "merket, noden PlanGraph, er borte" in ask("RETURN 1 AS n")[2]


def test_what_was_not_read_is_said_here_too(home: Home, run: Run, tmp_path: Path) -> None:
    for name, text in PARTLY.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert run("load", tmp_path, home.address)[0] == 0
    (tmp_path / "q.cypher").write_text("MATCH (g:Goal) RETURN count(g) AS n", encoding="utf-8")
    assert "Ikke lest" in run("query", tmp_path / "q.cypher", home.address)[1]
