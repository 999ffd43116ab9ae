"""What must hold of every query, on graphs that hold the relations that it reads."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from graphtool import PlanGraph, engine, queries
from graphtool.algorithms import resampling
from graphtool.language import collation_key
from graphtool.queries.query import Query
from graphtool.queries.signature import Field
from tests.drawing import drawn, notes
from tests.queries.answers.fjords import fjords
from tests.related import related_rows
from tests.strategies import PlanRows, days_to_look_at

EVERY = pytest.mark.parametrize("query", queries.QUERIES.values(), ids=list(queries.QUERIES))
FEW = settings(
    max_examples=6,
    derandomize=True,
    deadline=None,
    database=None,
    phases=(Phase.explicit, Phase.generate),
)
OF_A_LEVEL = (
    "bridges",
    "brokers",
    "centralities",
    "centrality",
    "cohesion",
    "collaborations",
    "communities",
    "cut-points",
    "forums",
    "missing-ties",
    "robustness",
    "roles",
    "similarity-of-relations",
)
DATA = st.data()
DAYS = st.none() | days_to_look_at()
FJORDS = fjords()
SERVED = drawn("""
    Municipality a
    Municipality b
    Region r subkind=region
    Goal g
    Goal h
    Plan p
    Measure m
    Project o
    Plan q
    a OWNS g
    a OWNS p
    b OWNS m
    b OWNS o
    b OWNS q
    m CONTRIBUTES_TO g
    o IMPLEMENTS p
    q BASED_ON p
    a PART_OF r
    r SUPPORTS h
    h DEPENDS_ON b
""")
"""What few graphs that are drawn by chance have: goals and plans that others' work serves."""
CROSSED = drawn("""
    Municipality a
    Municipality b
    Region s subkind=region
    a PART_OF s
    Actor c subkind=company
    Goal g
    a HOSTS c
    c OWNS g
    b RESPONSIBLE_FOR g
    Goal h
    Measure m
    Resource r
    m IMPLEMENTS h
    r LOCATED_IN a
    h DEPENDS_ON r
    Municipality d
    FocusArea f
    Goal k
    d COLLABORATES_WITH a
    d RESPONSIBLE_FOR f
    k PART_OF f
""")
"""Nor have they: what is owned by the body of one municipality and answered for by another, what
is needed of what lies in one, and a goal whose focus area somebody answers for who has one tie."""
ID = re.compile(r"\b[a-m]\d\d\b")
"""An id in a text; no name, quote or word of ours looks like one."""


@pytest.fixture(autouse=True, scope="module")
def few_draws() -> Iterator[None]:
    """What holds of every query holds with 3 draws of the ties as with 200, and sooner."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(resampling, "REPEATS", 3)
        yield


def drawn_rows(data: st.DataObject, query: Query) -> PlanRows:
    return data.draw(related_rows(query.relations()))


def drawn_options(data: st.DataObject, query: Query) -> dict[str, Any]:
    """A day or none, and for every option with choices one of them."""
    options: dict[str, Any] = {}
    for parameter in query.parameters:
        if parameter.name == "as_of":
            options["as_of"] = data.draw(DAYS)
        elif parameter.choices and not parameter.multiple:
            words = dict.fromkeys([parameter.default, *parameter.choices])
            options[parameter.name] = data.draw(st.sampled_from([*words]))
        elif parameter.type is bool:
            options[parameter.name] = data.draw(st.booleans())
    return options


def ends_of(graph: PlanGraph, query: Query, *relations: str) -> dict[str, Any]:
    """What a query that asks of nodes is asked of: the ends of the first such edge there is.

    Of one that asks of any number both ends.
    """
    edges = graph.related(*relations) if relations else graph.edges
    edges = edges[edges["relation"] != "SUCCEEDED_BY"]
    named = [parameter for parameter in query.parameters if parameter.node == "any"]
    if edges.empty or not named:
        return {}
    ends = [graph.nodes["id"].iat[edges[end].iat[0]] for end in ("source", "target")]
    if named[0].multiple:
        return {named[0].name: tuple(dict.fromkeys(ends))}
    return {parameter.name: end for parameter, end in zip(named, ends, strict=True)}


def contents(graph: PlanGraph) -> dict[str, Any]:
    """All that a graph holds, what it has worked out and kept for later included."""
    for name, member in vars(PlanGraph).items():
        if isinstance(member, cached_property):
            getattr(graph, name)
    return copy.deepcopy(vars(graph))


def same(one: Any, other: Any) -> bool:
    if isinstance(one, (pd.DataFrame, pd.Series)):
        return one.equals(other)
    if isinstance(one, np.ndarray):
        return np.array_equal(one, other)
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, tuple):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)


@pytest.mark.combined
@EVERY
@given(data=DATA)
@FEW
def test_a_query_answers_in_declared_columns_and_leaves_the_graph_as_it_was(query, data):
    rows = drawn_rows(data, query)
    graph = rows.graph()
    before = contents(graph)
    options = drawn_options(data, query) | ends_of(graph, query)
    answer = engine.run(query.name, graph, **options)
    after = contents(graph)
    assert [name for name in before | after if not same(before[name], after[name])] == []
    check_order(query, answer)
    check_that_the_order_is_total(query, answer)
    check_values(query, answer, rows)


def check_order(query: Query, answer: engine.Answer) -> None:
    """Each row is at or after the one before it, by the first declared column that differs."""
    for earlier, later in pairwise(answer.rows.to_dict("records")):
        for name in query.order:
            column = name.removeprefix("-")
            one, other = (
                collation_key(value) if isinstance(value, str) else value
                for value in (earlier[column], later[column])
            )
            if one != other:
                assert (one > other) == name.startswith("-"), name
                break


def check_that_the_order_is_total(query: Query, answer: engine.Answer) -> None:
    """Rows that agree in all columns that they are sorted by agree in all others too."""
    sorted_by = [name.removeprefix("-") for name in query.order]
    tied = answer.rows.duplicated(sorted_by, keep=False)
    assert answer.rows[tied & ~answer.rows.duplicated(keep=False)].empty


def check_values(query: Query, answer: engine.Answer, rows: PlanRows) -> None:
    """Plain values of the declared types; ids are of nodes and documents of the graph."""
    assert list(answer.rows.columns) == [field.name for field in query.fields]
    nodes = {node["id"] for node in rows.nodes}
    documents = {document["id"] for document in rows.documents}
    for record in answer.records():
        for field in query.fields:
            value = record[field.name]
            assert (value is None and field.optional) or type(value) is field.base, field.name
            if value is not None and is_id(field):
                assert set(re.split("; | – ", value)) <= nodes, field.name
            if value is not None and field.name == "document":
                assert value in documents


def is_id(field: Field) -> bool:
    """Ids stand in columns that people are not shown; so do names beside names (or a path of
    names) that they are, and words of ours for what somebody is.
    """
    return (
        field.base is str
        and not field.column.in_tables
        and not field.name.endswith(("_name", "_sort"))
        and field.name not in ("through", "path")
    )


@pytest.mark.combined
@EVERY
@given(data=DATA)
@FEW
def test_other_ids_and_another_order_of_writing_change_nothing_but_the_ids(query, data):
    rows, options = drawn_rows(data, query), drawn_options(data, query)
    random = data.draw(st.randoms(use_true_random=True))
    # In the order that they had, but longer, further apart, and with a letter beyond a to z.
    renamed = {old: f"{old[0]}ø{3 * int(old[1:]) + 100}" for old in (n["id"] for n in rows.nodes)}

    def anew(table: list[dict[str, Any]]) -> list[dict[str, Any]]:
        ends = ("id", "source", "target", "node")
        other = [{k: renamed.get(v, v) if k in ends else v for k, v in r.items()} for r in table]
        random.shuffle(other)
        return other

    def translated(value: Any) -> Any:
        if isinstance(value, tuple):  # the steps of a path
            ends = ({"source": translated(s.source), "target": translated(s.target)} for s in value)
            return tuple(step._replace(**to) for step, to in zip(value, ends, strict=True))
        return ID.sub(lambda found: renamed[found[0]], value) if isinstance(value, str) else value

    other = rows._replace(nodes=anew(rows.nodes), edges=anew(rows.edges), facts=anew(rows.facts))
    ends = ends_of(rows.graph(), query)
    renamed_ends = {
        name: tuple(map(translated, value)) if isinstance(value, tuple) else translated(value)
        for name, value in ends.items()
    }
    answer = engine.run(query.name, rows.graph(), **options | ends)
    again = engine.run(query.name, other.graph(), **options | renamed_ends)
    assert again.records() == [
        {name: translated(value) for name, value in record.items()} for record in answer.records()
    ]
    if not ends:  # a note names what was asked for
        assert again.notes == answer.notes


@pytest.mark.combined
@EVERY
def test_what_is_drawn_for_a_query_holds_each_relation_that_it_reads_and_has_answers(query):
    answered = []

    @given(data=DATA)
    @FEW
    def ask(data):
        rows, options = drawn_rows(data, query), drawn_options(data, query)
        assert {edge["relation"] for edge in rows.edges} >= set(query.relations())
        graph = rows.graph()
        options |= ends_of(graph, query)
        answered.append(len(engine.run(query.name, graph, **options).rows) > 0)

    ask()
    # Graphs of which a query has nothing to say would prove nothing of it.
    assert any(answered)


READ = [(query, relation) for query in queries.QUERIES.values() for relation in query.relations()]


def without(graph: PlanGraph, relation: str) -> PlanGraph:
    edges = graph.edges[graph.edges["relation"] != relation]
    return PlanGraph(graph.nodes, edges.reset_index(drop=True), graph.documents)


def differs(query: Query, relation: str, graph: PlanGraph) -> bool:
    fewer = without(graph, relation)
    ends = ends_of(graph, query, relation)
    each = [ends]
    if any(isinstance(nodes, tuple) for nodes in ends.values()):
        each = [{name: (node,)} for name, nodes in ends.items() for node in nodes]
    return not all(
        queries.ask(graph, query.name, **asked).equals(queries.ask(fewer, query.name, **asked))
        for asked in each
    )


def differs_somewhere(query: Query, relation: str, drawn: tuple[str, ...]) -> bool:
    """Whether the query answers otherwise without the relation on a graph with those drawn."""
    found = []

    @given(rows=related_rows(drawn))
    @settings(FEW, max_examples=20)
    def ask(rows):
        if not found and differs(query, relation, rows.graph()):
            found.append(rows)

    ask()
    return bool(found)


@pytest.mark.combined
@pytest.mark.parametrize(
    ("query", "relation"), READ, ids=[f"{query.name} {relation}" for query, relation in READ]
)
def test_each_relation_that_a_query_reads_makes_a_difference(query, relation):
    assert (
        differs(query, relation, FJORDS)
        or differs(query, relation, SERVED)
        or differs(query, relation, CROSSED)
        or differs_somewhere(query, relation, (relation,))
        or differs_somewhere(query, relation, query.relations())
    )


@pytest.mark.parametrize("name", OF_A_LEVEL)
def test_where_there_is_no_municipality_to_ask_of_that_is_said(name):
    """Actors meet, but no municipality is in the data: nobody is said to take part in nothing."""
    meeting = drawn("Actor a\nActor b\nActor n subkind=network\na MEMBER_OF n\nb MEMBER_OF n")
    there = notes(name, meeting, "en", level="municipality")
    assert there == "No municipalities in the data."
    assert notes(name, meeting, "en").splitlines()[0] != there
    later = drawn("Municipality a valid_from=2000")
    said = notes(name, later, "nb", level="municipality", as_of="1999")
    assert said == "Ingen kommuner er i kraft per 1999."


def test_a_network_that_no_municipality_is_in_is_said_to_be_so():
    two = drawn("Municipality a\nMunicipality b")
    assert notes("forums", two, level="municipality") == "Ingen kommuner deltar i noe."
