"""A file of one's own Cypher, and what Browser is given: what needs no server to be told."""

from __future__ import annotations

import pytest

from graphtool import schema
from graphtool.algorithms.contrast import contrast
from graphtool.database import model
from graphtool.maps.style import COLOURS, fill

pytestmark = pytest.mark.usefixtures("english")


def test_cypher_of_ones_own_is_asked_of_a_server_only(run, small, tmp_path):
    file = tmp_path / "q.cypher"
    file.write_text("RETURN 1 AS n", encoding="utf-8")
    said = run("query", file, small)
    assert (said.code, said.out) == (2, "")
    assert "load it there with graphtool load SOURCE neo4j://host:7687" in said.err
    assert said.err.count("\n") == 1


def test_a_file_that_is_not_there_is_told(run, tmp_path):
    said = run("query", tmp_path / "finnes ikke.cypher", "neo4j://localhost")
    assert (said.code, said.out) == (2, "")
    assert said.err == f"graphtool: {tmp_path / 'finnes ikke.cypher'}: No such file or directory\n"


def test_its_help_says_what_it_takes(run, tmp_path):
    said = run("query", tmp_path / "q.cypher", "--help")
    assert said.code == 0
    assert all(word in said.out for word in ("--param", "--database", "--format", "may only ask"))


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("dya", "has no $dya; did you mean 'day'?"),
        ("navn", "has no $navn; it has $day, $the name"),
        ("note", "has no $note"),
    ],
)
def test_what_the_statement_does_not_ask_for_is_not_ignored(run, tmp_path, given, told):
    """Before any server is asked; in a comment or a text nothing is asked for."""
    (tmp_path / "q.cypher").write_text(
        ":param day => 1;\nRETURN $day, $`the name`, '$note' // $note", encoding="utf-8"
    )
    said = run("query", tmp_path / "q.cypher", "neo4j://localhost", "--param", f"{given}=2015")
    assert (said.code, said.out) == (2, "")
    assert told in said.err


def test_the_questions_to_explore_with_are_printed_all_or_one(run):
    whole = run("cypher", "--explore").out
    assert whole.count("// ") == whole.count(";\n\n") + 1 == 10
    assert run("cypher", "whose-goals").out.rstrip() in whole


def test_what_is_printed_with_parameters_says_how_browser_runs_it(run):
    """Of several statements at once it shows no rows."""
    for name in ("owners", "path-between", "--explore"):
        assert "run the lines :param first" in run("cypher", name).err
    assert run("cypher", "whose-goals").err == ""


@pytest.mark.parametrize("words", [(), ("--explore", "--style"), ("owners", "--style")])
def test_one_thing_is_printed_at_a_time(run, words):
    said = run("cypher", *words)
    assert (said.code, said.out) == (2, "")
    assert "expected the name of a query (graphtool queries), --explore or --style" in said.err


def test_a_misspelt_question_is_answered_with_the_nearest(run):
    assert "did you mean 'whose-goals'" in run("cypher", "whose-goal").err


def test_what_is_printed_may_be_a_file(run, tmp_path):
    assert run("cypher", "--style", "-o", tmp_path / "plan.grass").code == 0
    assert run("cypher", "owners", "-o", tmp_path / "owners.cypher").code == 0
    sheet = (tmp_path / "plan.grass").read_text(encoding="utf-8")
    assert sheet == run("cypher", "--style").out
    assert (tmp_path / "owners.cypher").read_text(encoding="utf-8") == run("cypher", "owners").out
    assert run("cypher", "--style", "-o", tmp_path / "plan.cypher").code == 2
    assert run("cypher", "owners", "-o", tmp_path / "owners.grass").code == 2


def as_browser_reads(sheet: str) -> dict[str, dict[str, str]]:
    """The rules of a style sheet, read letter by letter as Neo4j Browser does.

    Quotes are left out wherever they stand, and a value that holds a colon is lost.
    """
    rules: dict[str, dict[str, str]] = {}
    selector = values = ""
    in_text = in_rule = False
    for letter in sheet:
        if letter in "'\"":
            in_text = not in_text
        elif letter == "{" and not in_text:
            in_rule = True
        elif letter == "}" and not in_text:
            pairs = (value.split(":") for value in values.split(";"))
            rules[selector] = {pair[0].strip(): pair[1].strip() for pair in pairs if len(pair) == 2}
            selector, values, in_rule = "", "", False
        elif in_rule:
            values += letter
        elif not letter.isspace():
            selector += letter
    assert not in_text
    assert (selector, values) == ("", "")
    return rules


def test_browser_finds_the_colours_of_the_map_and_names_in_the_sheet(run):
    rules = as_browser_reads(run("cypher", "--style").out)
    light = COLOURS["light"]
    for kind in schema.KINDS:
        rule = rules[f"node.{kind}"]
        assert (rule["color"], rule["caption"]) == (fill(kind, "light"), "{name}")
    for name, relation in schema.RELATIONS.items():
        assert rules[f"relationship.{name}"]["color"] == light[relation.line.family]
        assert rules[f"relationship.{name}"]["shaft-width"] == f"{relation.line.width}px"
    assert rules["relationship"]["caption"] == "<type>"
    assert rules["node.Document"]["caption"] == "{title}"
    assert rules["node.Fact"]["caption"] == "{property} {value}"
    assert {f"relationship.{name}" for name in model.DERIVED} <= {*rules}
    assert "node.PlanNode" not in rules  # which all have, and would outdo their kinds'
    for selector, rule in rules.items():
        if selector.startswith("node"):
            assert contrast(rule["text-color-internal"], rule["color"]) >= 4.5, selector
