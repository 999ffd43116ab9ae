"""A query is defined once; everything that is derived from it is there, in three languages."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import typing
from pathlib import Path

import pytest

import graphtool
from graphtool import queries, schema
from graphtool.errors import GraphtoolError, UnknownName
from graphtool.language import LANGUAGES, slug
from graphtool.queries import option_values
from graphtool.queries.answer_options import GRADES
from graphtool.queries.links import PathStep

FOLDER = Path(queries.__file__).parent
NAMES = sorted(queries.QUERIES)
ASKED_FOR = {
    "orphaned-goals",
    "orphaned-measures",
    "owners",
    "goals-without-measures",
    "measures-without-goals",
    "unconnected",
    "collaborations",
    "centrality",
    "dependencies",
    "municipal-dependencies",
    "unsourced",
    "roles",
}


def test_every_query_that_was_promised_is_there():
    assert set(NAMES) >= ASKED_FOR


@pytest.mark.parametrize("name", NAMES)
def test_a_query_says_what_it_answers_and_how_it_is_defined(name):
    query = queries.QUERIES[name]
    assert query.name == query.function.__name__.replace("_", "-") == name
    assert query.summary.endswith(".")
    assert len(query.summary) <= 100
    assert len(query.definition.en) > 40
    assert ">>>" not in query.definition.en


@pytest.mark.parametrize("name", NAMES)
def test_every_column_has_a_meaning_and_headings_in_three_languages(name):
    for field in queries.QUERIES[name].fields:
        assert all(text.strip() for text in field.column.meaning), field.name
        assert field.column.meaning.en not in field.column.meaning[:2], field.name
        assert len(field.column.label) == len(LANGUAGES)
        assert all(text.strip() for text in field.column.label), field.name
        for said in field.column.words.values():
            assert all(text.strip() for text in said), field.name


@pytest.mark.parametrize("name", NAMES)
def test_rows_are_sorted_by_columns_that_there_are(name):
    query = queries.QUERIES[name]
    fields = [field.name for field in query.fields]
    assert query.order
    assert {column.removeprefix("-") for column in query.order} <= set(fields)


@pytest.mark.parametrize("name", NAMES)
def test_every_option_has_a_help_and_a_default_that_it_takes(name):
    query = queries.QUERIES[name]
    for parameter in query.parameters:
        assert all(parameter.help), parameter.name
        assert not any(text.endswith(".") for text in parameter.help)
    defaults = {parameter.name: parameter.default for parameter in query.parameters}
    assert query.checked({}) == defaults


def test_what_an_option_means_is_written_once():
    """Several queries share an option by sharing what it is, not by saying the same again."""
    source = "".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.py"))
    source = re.sub(r'"\s*"', "", source)  # a text of several lines
    said = {
        p.help.en.partition(";")[0][:50]
        for query in queries.QUERIES.values()
        for p in query.parameters
    }
    assert {text: source.count(text) for text in said} == dict.fromkeys(said, 1)


@pytest.mark.parametrize("name", NAMES)
def test_every_query_can_be_asked_about_a_day(name):
    assert {"as_of", "successors"} <= {p.name for p in queries.QUERIES[name].parameters}


@pytest.mark.parametrize("name", NAMES)
def test_every_query_says_which_relations_it_reads(name):
    query = queries.QUERIES[name]
    assert query.reads is not None, "reads= is missing where the query is registered"
    assert set(query.relations()) <= set(schema.RELATIONS)
    assert query.relations()


def test_what_a_query_reads_follows_from_its_options():
    assert queries.find("owners").relations({"relations": ("FUNDS",)}) == (
        "PART_OF",
        "COORDINATES",
        "FUNDS",
    )
    assert queries.find("assertions").relations() == tuple(schema.RELATIONS)
    assert queries.find("assertions").relations({"relations": ("OWNS",)}) == ("OWNS",)


@pytest.mark.parametrize("name", sorted(ASKED_FOR))
def test_every_query_has_an_example_that_doctest_runs(name):
    assert ">>> " in (queries.QUERIES[name].function.__doc__ or "")


def test_a_query_is_found_by_its_name_however_it_is_joined():
    assert queries.find("orphaned_goals") is queries.find("orphaned-goals")
    with pytest.raises(UnknownName, match="did you mean 'orphaned-goals'"):
        queries.find("orphan-goals")


def test_a_value_may_be_given_as_it_is_called_in_the_answer():
    owners, crossing = queries.find("owners"), queries.find("municipal-dependencies")
    assert owners.checked({"kind": "mål"})["kind"] == ("Goal",)
    assert owners.checked({"kind": ("Tiltak", "Goal")})["kind"] == ("Measure", "Goal")
    assert crossing.checked({"kind": "Drift og leiing"})["kind"] == ("hosted",)
    assert crossing.checked({"modality": "sagt som fakta"})["modality"] == "stated"
    assert queries.find("centrality").checked({"level": "kommune"})["level"] == "municipality"
    measure = queries.find("centralities").checked({"measure": ("nærhet", "Katz")})["measure"]
    assert measure == ("harmonic", "katz")
    with pytest.raises(GraphtoolError, match="kind cannot be 'mol'"):
        owners.checked({"kind": "mol"})


@pytest.mark.parametrize("name", NAMES)
def test_what_a_value_is_called_is_no_other_value(name):
    query = queries.QUERIES[name]
    for parameter in query.parameters:
        called = query.called(parameter)
        for choice, text in called.items():
            for said in text:
                alike = {one for one, other in called.items() if said in other}
                found = option_values.resolve(said, parameter.choices, called)
                assert found == (choice if len(alike) == 1 else said), (parameter.name, said)


def test_a_choice_may_not_be_anything_else():
    query = queries.find("owners")
    with pytest.raises(GraphtoolError, match="successors cannot be 'carri'; did you mean 'carry'"):
        query.checked({"successors": "carri"})
    with pytest.raises(GraphtoolError, match="no option 'asof'; did you mean 'as_of'"):
        query.checked({"asof": "2015"})


@pytest.mark.parametrize(
    "words",
    [
        *(kind.label for kind in schema.KINDS.values()),
        *(kind.plural for kind in schema.KINDS.values()),
        *(kind.meaning for kind in schema.KINDS.values()),
        *(said for kind in schema.KINDS.values() for said in kind.subkinds.values()),
        *(relation.label for relation in schema.RELATIONS.values()),
        *(relation.inverse for relation in schema.RELATIONS.values()),
        *(relation.meaning for relation in schema.RELATIONS.values()),
        *schema.MODALITIES.values(),
        *schema.STATUSES.values(),
        *GRADES.values(),
    ],
    ids=lambda words: words.en,
)
def test_every_word_of_the_vocabulary_is_said_in_three_languages(words):
    assert len(words) == 3
    assert all(text and text == text.strip() for text in words)


NEW_QUERY = '''
"""Which goals are visions."""

from typing import Annotated, NamedTuple

import pandas as pd

from graphtool.queries import columns
from graphtool.queries.fields import AsOf, NodeName, node_id
from graphtool.queries.registry import query

class Vision(NamedTuple):
    """A vision."""

    goal: Annotated[
        str, node_id(("mål-id", "målets id"), ("mål-id", "målets id"), ("goal", "id of the goal"))
    ]
    name: NodeName


@query(Vision, order=("goal",))
def visions(graph, *, as_of: AsOf = None) -> pd.DataFrame:
    """Goals that are visions.

    Goals of subkind vision.
    """
    goals = graph.as_of(as_of).of_kind("Goal")
    goals = goals[goals["subkind"] == "vision"]
    return columns.table(Vision, goal=goals["id"], name=goals["name"])
'''


def test_a_query_is_added_by_adding_one_file(tmp_path: Path):
    shutil.copytree(
        Path(graphtool.__file__).parent,
        tmp_path / "graphtool",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    (tmp_path / "graphtool" / "queries" / "visions.py").write_text(NEW_QUERY, encoding="utf-8")
    (tmp_path / "data").mkdir()
    goals = "id,name,subkind\na,Framtid,vision\nb,Brei veg,main\n"
    (tmp_path / "data" / "goals.csv").write_text(goals, encoding="utf-8")

    def said(*words: str) -> str:
        return subprocess.run(
            [sys.executable, "-c", "from graphtool.cli import main; main()", *words],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(tmp_path)},
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout

    assert said("query", "visions", "data", "--format", "csv") == "goal,name\na,Framtid\n"
    described = said("query", "visions", "--help")
    assert "Goals of subkind vision." in described
    assert "--as-of DATO" in described
    assert "visions" in said("queries")


def test_every_query_is_called_something_in_three_languages_and_found_by_it():
    assert set(queries.titles.called()) >= set(NAMES)
    for name in NAMES:
        called = queries.titles.called()[name]
        for word in (*called.title, *called.also, name, name.replace("-", "_")):
            assert queries.find(word).name == name, word
            assert queries.find(word.upper()).name == name, word
            assert queries.find(word.replace("-", " ")).name == name, word


def test_no_two_queries_are_called_the_same():
    meant: dict[str, str] = {}
    for name, called in queries.titles.called().items():
        for word in {slug(word) for word in (*called.title, *called.also, name)}:
            assert meant.setdefault(word, name) == name, word


def test_a_name_that_is_nearly_one_is_told_which():
    with pytest.raises(UnknownName, match="did you mean 'eierløse-mål'"):
        queries.find("eierløse-mol")


def test_types_of_columns_are_those_that_formats_can_write():
    allowed = {str, int, float, bool, type(None)}
    steps = tuple[PathStep, ...]
    for query in queries.QUERIES.values():
        for field in query.fields:
            kinds = set(typing.get_args(field.type)) or {field.type}
            assert kinds <= allowed or field.type == steps, (query.name, field.name)
