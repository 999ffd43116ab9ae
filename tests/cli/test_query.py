"""`graphtool query`: rows in every format, notes where they belong, wrong words answered."""

from __future__ import annotations

import csv
import io
import json
import sys

import openpyxl
import pytest

from graphtool import formats, queries
from tests.cli.conftest import DATA


def test_json_is_one_object_with_the_promised_keys(run, small):
    said = run("query", "orphaned-goals", small, "--format", "json", "--as-of", "2015-04-16")
    whole = json.loads(said.out)
    assert list(whole) == ["query", "definition", "source", "as_of", "notes", "rows"]
    assert whole["query"] == "orphaned-goals"
    assert whole["source"] == "småregionen"
    assert whole["as_of"] == "2015-04-16"
    assert whole["definition"].startswith("En part svarer for et mål")
    assert "\n" not in whole["definition"]
    assert whole["notes"][0].startswith("Ett av 2 mål")
    (row,) = whole["rows"]
    assert row == {
        "goal": "g2",
        "name": "Øke folketallet",
        "part_of": "Strategiplan",
        "grade": "collective",
        "parties": "Alle aktører",
        "through": None,
        "document": "plan",
        "line": 4,
        "quote": "alle svarer for det",
        "coordinators": None,
        "coordination": None,
        "measures": 0,
        "measures_owned": 0,
        "measure_parties": None,
    }
    assert (said.code, said.err) == (0, "")


def test_without_a_day_json_says_null(run, small):
    assert json.loads(run("query", "owners", small, "--format", "json").out)["as_of"] is None


@pytest.mark.parametrize("form", ["csv", "ndjson"])
def test_csv_and_ndjson_are_rows_only_and_the_notes_go_to_stderr(run, small, form):
    said = run("query", "orphaned-goals", small, "--format", form)
    assert said.err.startswith("Ett av 2 mål har ingen navngitt part")
    assert "1 av 2" not in said.out
    if form == "csv":
        (row,) = csv.DictReader(io.StringIO(said.out))
        assert row["line"] == "4"
    else:
        (row,) = map(json.loads, said.out.splitlines())
        assert row["line"] == 4
    assert list(row) == [field.name for field in queries.find("orphaned-goals").fields]
    assert row["name"] == "Øke folketallet"


def test_a_table_has_headings_and_words_in_the_language(run, small):
    nb = run("query", "orphaned-goals", small).out
    nn = run("query", "orphaned-goals", small, "--lang", "nn").out
    en = run("query", "orphaned-goals", small, "--lang", "en").out
    assert all(word in nb for word in ("navn", "bare kollektivt", "Ett av 2 mål"))
    assert all(word in nn for word in ("namn", "berre kollektivt", "namngitt"))
    assert all(word in en for word in ("name", "collective", "One of 2 goals"))
    assert "plan:4" in nb  # document and line are one column


def test_the_language_may_come_from_the_environment(run, small, monkeypatch):
    monkeypatch.setenv("GRAPHTOOL_LANG", "en")
    assert "One of 2 goals" in run("query", "orphaned-goals", small).out
    monkeypatch.setenv("GRAPHTOOL_LANG", "swedish")
    refused = run("query", "orphaned-goals", small)
    assert refused.code == 2
    assert "«--lang» kan ikke være «swedish»; velg blant nb, nn, en" in refused.err


def test_the_language_is_else_that_of_the_system(run, small, monkeypatch):
    monkeypatch.delenv("GRAPHTOOL_LANG", raising=False)
    for system, said in (("nn_NO.UTF-8", "namngitt"), ("en_GB", "One of 2"), ("C", "navngitt")):
        monkeypatch.setenv("LC_ALL", system)
        assert said in run("query", "orphaned-goals", small).out, system


def test_a_system_that_names_no_language_is_spoken_to_in_norwegian(console, small):
    nothing = dict.fromkeys(("GRAPHTOOL_LANG", "LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANG"), "")
    said = console("query", "orphaned-goals", small, env=nothing).stdout.decode()
    assert "navngitt" in said


def test_the_language_stands_before_the_command_or_after_it(run, small):
    assert "namngitt" in run("--lang", "nn", "query", "orphaned-goals", small).out
    both = run("--lang", "nn", "query", "orphaned-goals", small, "--lang", "en").out
    assert "One of 2 goals" in both  # the nearer one


def test_a_query_is_asked_by_what_it_is_called_too(run, small):
    asked = run("query", "orphaned-goals", small).out
    for called in ("eierløse-mål", "Mål uten navngitt ansvarlig", "eigarlause_mål"):
        assert run("query", called, small).out == asked, called
    assert "mente du «eierløse-mål»" in run("query", "eierløse-mol", small).err


def test_the_list_of_queries_is_in_the_language(run):
    assert "Mål utan tiltak" in run("queries", "--lang", "nn").out
    assert "Goals that no measure is part of" in run("queries", "--lang", "en").out


def test_the_command_alone_says_what_to_do_next(run):
    said = run("--lang", "nn")
    assert said.code == 0
    assert "graphtool template -o plan.xlsx" in said.out
    assert "ei arbeidsbok" in said.out


def test_a_stated_tie_is_told_in_words_in_a_table_and_by_its_name_in_data(run, tmp_path):
    (tmp_path / "municipalities.csv").write_text("id,name\na,A\nb,B\n", encoding="utf-8")
    edges = "source,relation,target\na,COLLABORATES_WITH,b\n"
    (tmp_path / "relations.csv").write_text(edges, encoding="utf-8")
    assert "samarbeider med" in run("query", "collaborations", tmp_path).out
    assert "COLLABORATES_WITH" in run("query", "collaborations", tmp_path, "--format", "csv").out
    assert "dokument; linje; sitat" in run("query", "unsourced", tmp_path).out


def test_an_answer_without_rows_is_not_silence(run, small):
    said = run("query", "referred-plans", small)
    assert said.out.strip() == "Ingen rader."
    assert said.code == 0


def test_options_are_those_of_the_query(run, small):
    every = run("query", "orphaned-goals", small, "--all", "--format", "csv").out
    assert every.count("\n") == 3
    funds = run("query", "owners", small, "--relations", "FUNDS", "--format", "csv").out
    assert "v" not in [row["party"] for row in csv.DictReader(io.StringIO(funds))]
    two = run(
        "query",
        "owners",
        small,
        "--relations",
        "OWNS",
        "--relations",
        "RESPONSIBLE_FOR",
        "--format",
        "csv",
    ).out
    assert two.count("\n") == 3


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize("suffix", ["csv", "json", "ndjson", "md", "xlsx"])
def test_the_outputs_suffix_says_the_format(run, small, tmp_path, suffix):
    out = tmp_path / f"svar.{suffix}"
    said = run("query", "orphaned-goals", small, "-o", out)
    assert (said.code, said.out) == (0, "")
    assert f"{out}: 1 rows" in said.err or f"{out}: 1 row" in said.err
    if suffix == "xlsx":
        book = openpyxl.load_workbook(out)
        assert book.sheetnames == ["orphaned-goals", "definition"]
        assert book["orphaned-goals"]["B2"].value == "Øke folketallet"
        assert book["orphaned-goals"]["H2"].value == 4
    else:
        assert "Øke folketallet" in out.read_text(encoding="utf-8")
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


def test_markdown_is_a_table_and_a_list_of_notes(run, small):
    lines = run("query", "orphaned-goals", small, "--format", "md").out.splitlines()
    assert lines[0].startswith("| mål-id | navn |")
    assert set(lines[1]) <= set("| -")
    assert "bare kollektivt" in lines[2]
    assert lines[-1].startswith("- Ett av 2 mål")


def test_an_output_that_cannot_be_written_leaves_what_stood_there(run, small, tmp_path):
    assert run("query", "owners", small, "-o", tmp_path / "nei" / "svar.csv").code == 2
    folder = tmp_path / "svar.csv"
    folder.mkdir()
    said = run("query", "owners", small, "-o", folder)
    assert said.code == 2
    assert "svar.csv" in said.err


def test_a_source_that_cannot_be_read_leaves_the_output_as_it_was(run, tmp_path):
    out = tmp_path / "svar.csv"
    out.write_text("før", encoding="utf-8")
    assert run("query", "owners", tmp_path / "borte", "-o", out).code == 2
    assert out.read_text(encoding="utf-8") == "før"


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (["orphand-goals"], "did you mean 'orphaned-goals'"),
        (["xyz"], "known are alignment"),
        (["owners", "{small}", "--inherits", "plan"], "--inherit"),
        (["owners", "{small}", "--inherit", "plans"], "'plan'"),
        (["owners", "{small}", "--relations", "OWN"], "'OWNS'"),
        (["owners", "{small}", "--lang", "no"], "'nb'"),
        (["owners", "{small}", "--format", "cvs"], "'csv'"),
        (["owners", "{small}", "--as-of", "april"], "expected a year, month or day"),
        (["owners", "{small}", "--as-of", "2015-02-30"], "expected a year, month or day"),
        (["dependencies", "{small}", "--steps", "0"], "--steps"),
        (["owners", "{small}", "-o", "svar.doc"], "known are .csv, .json"),
        (["owners", "{small}", "--format", "xlsx"], "-o rows.xlsx"),
        (["owners", "{small}", "--format", "table", "-o", "svar.txt"], "table is for the terminal"),
        (["owners"], "Missing argument 'SOURCE'"),
        (["owners", "borte"], "borte: there is no such file or folder"),
    ],
)
def test_a_wrong_word_is_answered_in_one_line_and_with_2(run, small, words, answer):
    said = run("query", *(word.format(small=small) for word in words))
    assert said.code == 2
    assert said.out == ""
    assert answer in said.err
    assert "Traceback" not in said.err


@pytest.mark.usefixtures("english")
def test_wrong_data_is_refused_with_every_problem(run, small):
    (small / "relations.csv").write_text(
        "source,relation,target\nv,OWN,g1\ng1,OWNS,v\nv,SUPPORTS,g9\n", encoding="utf-8"
    )
    said = run("query", "owners", small)
    assert said.code == 2
    assert "relations.csv:2: relation: 'OWN' is no relation; did you mean 'OWNS'?" in said.err
    assert "relations.csv:3" in said.err
    assert "relations.csv:4: target: 'g9' is no node" in said.err


@pytest.mark.usefixtures("english")
def test_a_warning_stops_nothing(run, small):
    (small / "relations.csv").write_text(
        "source,relation,target\nVaale,OWNS,g1\n", encoding="utf-8"
    )
    said = run("query", "orphaned-goals", small, "--format", "csv")
    assert said.code == 0
    assert "warning: relations.csv:2: source: 'Vaale' matches no known party" in said.err
    assert "unresolved" in said.out


def test_names_that_steer_a_terminal_are_made_harmless(run, small):
    goals = "id,name\ng1,\x1b[2Jborte\ng2,a\u202eb\n"
    (small / "goals.csv").write_text(goals, encoding="utf-8")
    for words in (["orphaned-goals"], ["centrality"], ["owners", "--format", "md"]):
        said = run("query", *words[:1], small, *words[1:])
        if words[-1] != "md":
            assert "\x1b" not in said.out + said.err
            assert "\u202e" not in said.out + said.err


def test_what_a_note_names_as_a_setting_is_an_option_here(run):
    region = DATA / "kristiansandsregionen"
    asked = "query", "missing-ties", region, "--most", "3", "--lang", "en"
    assert "--most shows more" in run(*asked).out
    said = run(*asked, "--format", "json")
    assert "--most shows more" in json.loads(said.out)["notes"][-1]


@pytest.mark.parametrize(
    ("words", "lacking"),
    [
        (["query", "paths"], "--from NODE and --to NODE"),
        (["query", "paths", "--to", "g1"], "--from NODE"),
        (["query", "impact", "--format", "json"], "--node NODE"),
        (["changes", "impact", "--from", "2015"], "--node NODE"),
    ],
)
def test_what_is_about_certain_nodes_and_told_none_is_refused(run, small, words, lacking):
    said = run(*words, small, "--lang", "en")
    assert (said.code, said.out) == (2, "")
    assert said.err.splitlines()[-1] == f"Error: say who or what is meant, with {lacking}"


def test_where_memory_ends_one_line_says_so(run, small, monkeypatch) -> None:
    """Wherever that is: as where a source is read that is larger than any machine."""
    monkeypatch.setattr(formats, "understood", lambda _: bytes(sys.maxsize - 64))
    found = run("query", "owners", small)
    assert (found.code, found.out) == (2, "")
    assert found.err == (
        "graphtool: minnet tok slutt; prøv en mindre graf eller en maskin med mer minne\n"
    )
