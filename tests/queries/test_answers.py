"""What the queries answer on the two regions and on a small one, as it was when somebody read it.

An answer that changes is either mended or broken: read the difference, and if it is as it should
be, write the answers anew with `python -m tests.queries.answers`.
"""

from __future__ import annotations

import difflib
from functools import cache

import pytest

from graphtool import PlanGraph, queries, schema
from tests.queries.answers import kept
from tests.queries.answers.fjords import fjords

EVERY = sorted(queries.QUERIES)
WITH_OPTIONS = [(name, *pair) for name in EVERY for pair in kept.asked(queries.find(name))]
PARTS = 8
"""Into which the answers with options are cut, for those who ask several at once."""


@cache
def graph(name: str) -> PlanGraph:
    return kept.GRAPHS[name]()


def compared(there: list[str], answer: list[str], query: str) -> None:
    """Fails with what differs, line by line."""
    if there == answer:
        return
    unlike = difflib.unified_diff(there, answer, "kept", "answered", lineterm="", n=0)
    pytest.fail(
        "\n".join(unlike)
        + f"\n\nIf this is what it is to answer: python -m tests.queries.answers {query}"
    )


def lines(name: str, query: str) -> list[str]:
    return kept.path(name, query).read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("query", EVERY)
@pytest.mark.parametrize("name", kept.GRAPHS)
def test_a_query_answers_as_it_did(name, query):
    answer = kept.plain(name, graph(name), queries.find(query)).splitlines()
    compared(lines(name, query)[: len(answer)], answer, query)


@pytest.mark.many
@pytest.mark.parametrize("part", range(PARTS))
def test_a_query_answers_as_it_did_with_each_option_and_on_each_day(part, some):
    for query, options, beside in some(WITH_OPTIONS[part::PARTS]):
        there = lines("fjordane", query)
        begins = there.index(kept.heading(options, beside)) + 1
        ends = there.index("", begins) if "" in there[begins:] else len(there)
        answer = kept.differing(graph("fjordane"), queries.find(query), options, beside)
        compared(there[begins:ends], answer, f"{query}  # {kept.said(options)}")


def test_answers_are_kept_of_every_query_and_of_no_other():
    assert set(kept.HERE.glob("*/*.txt")) == {kept.path(*pair) for pair in kept.every()}
    for query in EVERY:
        headings = [line for line in lines("fjordane", query) if line.startswith("## ")]
        assert headings == [kept.heading(*pair) for pair in kept.asked(queries.find(query))]


@pytest.mark.parametrize("query", EVERY)
def test_every_option_is_asked_at_each_of_its_values(query):
    asked = [options for options, _ in kept.asked(queries.find(query))]
    for option in queries.find(query).parameters:
        values = {options[option.name] for options in asked if option.name in options}
        if option.choices and not option.multiple:
            assert values | {option.default} == {*option.choices, option.default}
        else:
            assert values, option.name


def test_the_small_region_holds_all_of_the_vocabulary():
    nodes, edges = fjords().nodes, fjords().edges
    assert set(nodes["kind"]) == set(schema.KINDS)
    assert set(edges["relation"]) == set(schema.RELATIONS)
    assert set(edges["modality"]) == set(schema.MODALITIES)
    assert set(edges["status"].astype(object)) == {"", *schema.STATUSES}
    for name, kind in schema.KINDS.items():
        there = set(nodes.loc[nodes["kind"] == name, "subkind"].astype(object))
        assert there >= set(kind.subkinds), name
