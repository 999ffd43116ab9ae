"""Goals without measures, measures without goals, nodes that nothing is tied to, and no source."""

from __future__ import annotations

import pytest

from graphtool import engine, queries
from tests.drawing import answered, drawn, notes


@pytest.mark.parametrize("relation", ["PART_OF", "CONTRIBUTES_TO", "IMPLEMENTS"])
def test_a_measure_serves_the_goal_that_it_is_part_of_contributes_to_or_implements(relation):
    graph = drawn(f"""
        Goal g
        Goal lonely
        Measure m
        Measure idle
        m {relation} g
    """)
    assert answered("goals-without-measures", graph, "goal") == [("lonely",)]
    assert answered("measures-without-goals", graph, "measure") == [("idle",)]


def test_a_sub_goals_measure_serves_every_goal_above_it_and_none_below():
    graph = drawn("""
        Goal visjon
        Goal hovedmål
        Goal delmål
        Goal underdelmål
        Measure m
        hovedmål PART_OF visjon
        delmål PART_OF hovedmål
        underdelmål PART_OF delmål
        m PART_OF delmål
    """)
    assert answered("goals-without-measures", graph, "goal part_of") == [("underdelmål", "delmål")]


def test_a_part_of_a_measure_serves_what_the_measure_serves_and_not_the_other_way():
    graph = drawn("""
        Goal g
        Measure område
        Measure tiltak
        Measure deltiltak
        tiltak PART_OF område
        deltiltak PART_OF tiltak
        tiltak PART_OF g
    """)
    assert answered("measures-without-goals", graph, "measure") == [("område",)]


def test_a_measure_serves_the_goal_that_its_effects_contribute_to():
    """A results chain: buses, so more go by bus, so the air is cleaner, which is the goal."""
    graph = drawn("""
        Goal ren_luft
        Goal folkehelse
        Goal stillhet
        Measure busser
        Measure idle
        Effect flere_reiser
        Effect mindre_eksos
        Effect måling subkind=indicator
        busser CONTRIBUTES_TO flere_reiser
        flere_reiser CONTRIBUTES_TO mindre_eksos
        mindre_eksos CONTRIBUTES_TO ren_luft
        ren_luft PART_OF folkehelse
        måling INDICATES stillhet
        idle CONTRIBUTES_TO måling
    """)
    assert answered("goals-without-measures", graph, "goal") == [("stillhet",)]
    assert answered("measures-without-goals", graph, "measure") == [("idle",)]


def test_an_effect_that_a_goal_contributes_to_lends_the_goals_measures_to_nothing():
    graph = drawn("""
        Goal vekst
        Goal velferd
        Measure m
        Effect arbeid
        m PART_OF vekst
        vekst CONTRIBUTES_TO arbeid
        arbeid CONTRIBUTES_TO velferd
    """)
    assert answered("goals-without-measures", graph, "goal") == [("velferd",)]


def test_a_measure_of_a_strategy_serves_no_goal_of_it():
    graph = drawn("""
        Strategy s
        Goal g
        Measure m
        g PART_OF s
        m PART_OF s
    """)
    assert answered("goals-without-measures", graph, "goal part_of") == [("g", "s")]
    assert answered("measures-without-goals", graph, "measure part_of") == [("m", "s")]


def test_other_ties_between_measure_and_goal_are_no_service():
    graph = drawn("""
        Goal g
        Measure m
        m DEPENDS_ON g
        g DEPENDS_ON m
    """)
    assert answered("goals-without-measures", graph, "goal") == [("g",)]
    assert answered("measures-without-goals", graph, "measure") == [("m",)]


def test_a_measure_of_another_day_serves_nothing_then():
    graph = drawn("""
        Goal g
        Measure m valid_from=2016
        m PART_OF g
    """)
    assert answered("goals-without-measures", graph, "goal", as_of="2015") == [("g",)]
    assert answered("goals-without-measures", graph, "goal", as_of="2016") == []


def test_the_evidence_is_the_nodes_own():
    graph = drawn('Goal g document=plan line=4 quote="Mål: vekst"')
    assert answered("goals-without-measures", graph, "document line quote") == [
        ("plan", 4, "Mål: vekst")
    ]


def test_unconnected_are_the_nodes_without_any_tie_to_another():
    graph = drawn("""
        Municipality v
        Municipality alone
        Goal g
        Resource r
        v SUPPORTS g
        r DEPENDS_ON r
    """)
    assert answered("unconnected", graph, "node kind") == [
        ("alone", "Municipality"),
        ("r", "Resource"),
    ]


def test_a_node_whose_only_tie_has_ended_is_unconnected_on_that_day():
    graph = drawn("""
        Municipality v
        Goal g
        v SUPPORTS g valid_to=2014
    """)
    assert answered("unconnected", graph, "node") == []
    assert answered("unconnected", graph, "node", as_of="2015") == [("g",), ("v",)]


@pytest.mark.parametrize(
    ("evidence", "missing"),
    [
        ("", "document; line; quote"),
        ("document=plan", "line; quote"),
        ("document=plan line=3", "quote"),
        ('document=plan quote="vekst"', "line"),
        ('quote="vekst"', "document; line"),
        ('document=plan line=3 quote="vekst"', None),
    ],
)
def test_an_assertion_needs_document_line_and_quote(evidence, missing):
    graph = drawn(f"""
        Municipality v
        Goal g
        v OWNS g {evidence}
    """)
    assert answered("unsourced", graph, "missing") == ([(missing,)] if missing else [])


def test_an_edge_that_one_document_proves_is_listed_where_another_row_merely_claims_it():
    graph = drawn("""
        Municipality v
        Goal g
        v OWNS g document=plan line=3 quote="Vennesla eier målet"
        v OWNS g document=notat
    """)
    assert answered("unsourced", graph, "source relation target document") == [
        ("v", "OWNS", "g", "notat")
    ]
    assert notes("unsourced", graph) == "Én av 2 påstander mangler dokument, linje eller sitat."


@pytest.mark.parametrize(
    "name", ["goals-without-measures", "measures-without-goals", "unconnected"]
)
def test_an_answer_without_rows_still_says_something(name):
    said = engine.run(name, drawn("Municipality v\nRegion r\nv PART_OF r")).notes
    assert said
    assert all(text for note in said for text in note)


@pytest.mark.parametrize("name", sorted(queries.QUERIES))
def test_every_query_answers_about_an_empty_graph(name):
    answer = engine.run(name, drawn(""))
    assert answer.records() == []
    assert list(answer.rows.columns) == [field.name for field in answer.query.fields]
