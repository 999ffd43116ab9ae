"""Every command: its help, its example, its exit code, and wrong words answered."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from graphtool import cli, formats, queries
from graphtool.cli import files
from graphtool.cli.commands import COMMANDS

DATA = Path(__file__).parents[2] / "data"
NEEDS_A_SERVER = {"load", "unload"}
STAYS = {"open"}
"""Runs until it is interrupted; its tests are in `tests/live`."""
HELPED = [*COMMANDS, *(f"query {name}" for name in sorted(queries.QUERIES))]


def example(text: str) -> list[str]:
    """The words of the last line of a help, which is an example."""
    last = text.strip().splitlines()[-1].strip()
    assert last.startswith("graphtool "), last
    return shlex.split(last)[1:]


@pytest.mark.combined
@pytest.mark.parametrize("command", HELPED)
def test_every_commands_help_ends_with_an_example_that_runs(run, command, tmp_path, monkeypatch):
    said = run(*command.split(), "--help")
    assert said.code == 0
    words = example(said.out)
    assert words[: len(command.split())] == command.split()
    if command in NEEDS_A_SERVER | STAYS:
        return
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").symlink_to(DATA)
    assert run(*words).code == 0


def test_the_groups_help_lists_every_command_with_what_it_does(run):
    said = run("--help")
    assert said.code == 0
    for name, what in COMMANDS.items():
        begins = re.escape(files.filled(what).nb[:20])
        assert re.search(rf"^  {name}\s+{begins}", said.out, re.MULTILINE)
    assert "graphtool query orphaned-goals data/kongsbergregionen" in said.out
    assert run("-h").out == said.out


@pytest.mark.parametrize("name", list(COMMANDS))
def test_short_and_long_help_agree(name):
    command = cli.group.get_command(None, name)
    assert command.short == files.filled(COMMANDS[name])
    assert all(map(str.startswith, command.said, command.short))


@pytest.mark.parametrize("name", sorted(queries.QUERIES))
def test_a_querys_help_has_definition_columns_and_options(run, name):
    said = " ".join(run("query", name, "--help").out.split())
    query = queries.QUERIES[name]
    assert query.answers.nb in said
    assert " ".join(query.definition.nb.split())[:60] in said
    for field in query.fields:
        assert f"{field.name}: {field.column.meaning.nb}"[:40] in said
    for parameter in query.parameters:
        assert f"--{parameter.name.strip('_').replace('_', '-')}" in said


def test_version(run):
    assert re.fullmatch(r"graphtool \d+\.\d+\.\d+\n", run("--version").out)


def test_queries_lists_all_of_them(run):
    said = run("queries").out
    assert all(re.search(rf"^ {name} ", said, re.MULTILINE) for name in queries.QUERIES)


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (["quer"], "did you mean 'query'"),
        (["descrbe", "x"], "did you mean 'describe'"),
        (["zzz"], "known are describe, check"),
        (["map", "{kongsberg}", "--focus", "Kongsbrg", "-o", "{tmp}/m.html"], "'Kongsberg'"),
        (["map", "{kongsberg}", "--hops", "0"], "--hops"),
        (["describe", "{tmp}/borte"], "there is no such file or folder"),
        (["describe", "{tmp}"], "holds no CSV file"),
        (["check", "{kongsberg}", "--documents", "{tmp}/borte"], "no such folder of documents"),
        (["check", "{kongsberg}", "--documents", "{tmp}"], "holds none of the documents"),
        (["export", "{kongsberg}", "{tmp}/ut.xslx"], "did you mean '.xlsx'"),
        (["export", "{kongsberg}", "{tmp}/nei/ut.xlsx"], "nei"),
        (["describe", "{kongsberg}", "--as-of", "x"], "expected a year, month or day"),
    ],
)
def test_a_wrong_word_is_answered_and_the_exit_code_is_2(run, kongsberg, tmp_path, words, answer):
    said = run(*(word.format(kongsberg=kongsberg, tmp=tmp_path) for word in words))
    assert said.code == 2
    assert answer in said.err
    assert "Traceback" not in said.err
    assert list(tmp_path.iterdir()) == []


# describe


def test_describe_counts_and_translates(run, small):
    said = run("describe", small)
    assert said.code == 0
    assert re.search(r"mål +2\n", said.out)
    assert re.search(r"har ansvar for +1 +1 +sagt som fakta 1\n", said.out)
    assert "5 noder, 4 sammenhenger, 1 dokument; 4 påstander, 4 med dokument" in said.out
    assert "5 nodar, 4 samanhengar" in run("describe", small, "--lang", "nn").out


def test_describe_says_nothing_twice_of_a_need_that_is_called_a_need(run, tmp_path):
    needs = "id,name,subkind\nn1,Bolig,need\nn2,Vei,need\nn3,Klima,challenge\n"
    (tmp_path / "needs.csv").write_text(needs, encoding="utf-8")
    lines = run("describe", tmp_path).out.splitlines()
    assert next(line.split() for line in lines if "behov" in line) == [
        "behov",
        "3",
        "utfordring",
        "1",
    ]
    found = json.loads(run("describe", tmp_path, "--format", "json").out)
    assert found["kinds"]["Need"]["subkinds"] == {"challenge": 1, "need": 2}


def test_describe_as_json(run, small):
    found = json.loads(run("describe", small, "--format", "json").out)
    assert (found["nodes"], found["edges"], found["assertions"], found["sourced"]) == (5, 4, 4, 4)
    assert found["kinds"]["Actor"] == {"nodes": 1, "subkinds": {"group": 1}}
    assert {row["file"] for row in found["files"]} >= {"goals.csv", "relations.csv"}
    assert found["period"] is None


@pytest.mark.usefixtures("english")
def test_describe_tells_what_was_refused(run, small):
    with (small / "relations.csv").open("a", encoding="utf-8") as file:
        file.write("v,OWNZ,g2,,,\n")
    said = run("describe", small)
    assert said.code == 2
    assert re.search(r"relations\.csv +3 +0 +1", said.out)
    assert "did you mean 'OWNS'" in said.err


# check


@pytest.mark.usefixtures("english")
def test_check_finds_nothing_and_says_so(run, small):
    said = run("check", small)
    assert (said.code, said.out) == (0, "0 errors, 0 warnings\n")


@pytest.mark.usefixtures("english")
def test_check_reports_every_problem_with_1(run, small):
    with (small / "relations.csv").open("a", encoding="utf-8") as file:
        file.write("v,OWNZ,g2,,,\nVaale,OWNS,g2,,,\n")
    said = run("check", small)
    assert said.code == 1
    assert "error: relations.csv:4: relation: 'OWNZ' is no relation" in said.out
    assert "warning: relations.csv:5: source: 'Vaale' matches no known party" in said.out
    assert "'Vaale' is nearly 'Våle'" in said.out  # and how that is settled
    assert said.out.endswith("1 error, 2 warnings\n")
    found = json.loads(run("check", small, "--format", "json").out)["problems"]
    assert [problem["row"] for problem in found] == [4, 5, 5]
    assert set(found[0]) == {"severity", "rule", "message", "file", "row", "column", "value"}


@pytest.mark.usefixtures("english")
def test_check_reads_the_documents(run, small, tmp_path):
    documents = tmp_path / "dokumenter"
    documents.mkdir()
    plan = documents / "plan.txt"
    plan.write_text(
        "Ærlig samarbeid\nØke folketallet\nVåle eier målet\nalle svarer for det\n", "utf-8"
    )
    said = run("check", small, "--documents", documents)
    assert (said.code, said.out) == (0, "0 errors, 0 warnings\n")
    assert "quotes compared with their documents" in said.err
    plan.write_text("\nØke folketallet\nVåle eier målet\nalle svarer for det\n", "utf-8")
    said = run("check", small, "--documents", documents)
    assert said.code == 1
    assert "goals.csv:2: quote: «Ærlig samarbeid» does not stand in plan:1" in said.out


# export


@pytest.mark.parametrize("name", [f"ut{suffix}" for suffix in formats.writable()])
def test_what_is_exported_can_be_asked(run, small, tmp_path, name):
    said = run("export", small, tmp_path / name)
    assert said.code == 0, said.err
    assert said.out == ""
    before = run("query", "owners", small, "--format", "csv").out
    assert run("query", "owners", tmp_path / name, "--format", "csv").out == before


def test_map_is_one_file_and_says_what_it_shows(run, small, tmp_path):
    said = run("map", small, "-o", tmp_path / "kart.html")
    assert said.code == 0
    assert "kart.html" in said.err
    assert (tmp_path / "kart.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
