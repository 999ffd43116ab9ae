"""Who owns, answers for and coordinates every goal and measure, and through what."""

from __future__ import annotations

import pytest

from tests.drawing import answered, drawn, notes

COLUMNS = "item relation party through"


def test_every_relation_and_party_is_a_row_and_a_lonely_measure_one_too():
    graph = drawn("""
        Goal g
        Measure m
        Municipality v
        Municipality w
        v RESPONSIBLE_FOR g
        w RESPONSIBLE_FOR g
        v OWNS g
        v COORDINATES g
        v SUPPORTS m
    """)
    assert answered("owners", graph, COLUMNS) == [
        ("g", "COORDINATES", "v", None),
        ("g", "OWNS", "v", None),
        ("g", "RESPONSIBLE_FOR", "v", None),
        ("g", "RESPONSIBLE_FOR", "w", None),
        ("m", None, None, None),
    ]


def test_who_is_tied_to_the_item_itself_hides_who_is_tied_above():
    graph = drawn("""
        FocusArea f
        Goal g
        Measure m
        Municipality v
        Municipality w
        m PART_OF g
        g PART_OF f
        v RESPONSIBLE_FOR f
        w COORDINATES m
    """)
    assert answered("owners", graph, COLUMNS) == [
        ("g", "RESPONSIBLE_FOR", "v", "f"),
        ("m", "COORDINATES", "w", None),
    ]


def test_everybody_tied_to_the_nearest_thing_above_is_listed():
    graph = drawn("""
        FocusArea f
        Strategy s
        Goal g
        Municipality u
        Municipality v
        Municipality w
        g PART_OF s
        s PART_OF f
        u RESPONSIBLE_FOR f
        v RESPONSIBLE_FOR s
        w COORDINATES s
    """)
    assert answered("owners", graph, COLUMNS) == [
        ("g", "COORDINATES", "w", "s"),
        ("g", "RESPONSIBLE_FOR", "v", "s"),
    ]


def test_at_equal_distance_the_earlier_node_lends():
    graph = drawn("""
        Strategy s1
        Strategy s2
        Goal g
        Municipality v
        Municipality w
        g PART_OF s2
        g PART_OF s1
        v OWNS g valid_to=2010
        v RESPONSIBLE_FOR s2
        w RESPONSIBLE_FOR s1
    """)
    assert answered("owners", graph, COLUMNS, as_of="2015") == [("g", "RESPONSIBLE_FOR", "w", "s1")]


@pytest.mark.parametrize(
    ("inherit", "party"), [("none", None), ("focus-area", None), ("plan", "v")]
)
def test_the_plans_owner_is_named_only_with_inherit_plan(inherit, party):
    graph = drawn("""
        Plan p
        Goal g
        Municipality v
        g PART_OF p
        v OWNS p
    """)
    assert answered("owners", graph, "party", inherit=inherit) == [(party,)]


def test_which_relations_count_is_an_option():
    graph = drawn("""
        Measure m
        Municipality v
        v FUNDS m
        v OWNS m
    """)
    assert answered("owners", graph, "relation", relations=("FUNDS",)) == [("FUNDS",)]
    assert answered("owners", graph, "relation", relations=()) == [(None,)]


def test_of_several_documents_the_best_said_is_cited_then_the_earliest():
    graph = drawn("""
        Goal g
        Municipality v
        v OWNS g modality=planned document=a line=1
        v OWNS g modality=derived document=b line=2
        v OWNS g modality=stated document=d line=9
        v OWNS g modality=stated document=c line=5 quote="eig målet"
        v OWNS g modality=stated document=c line=7
    """)
    assert answered("owners", graph, "modality document line quote") == [
        ("stated", "c", 5, "eig målet")
    ]


def test_a_merged_municipalitys_measures_are_its_successors():
    graph = drawn("""
        Measure m
        Municipality songdalen valid_to=2019-12-31
        Municipality kristiansand
        songdalen SUCCEEDED_BY kristiansand valid_from=2020-01-01
        songdalen OWNS m
    """)
    assert answered("owners", graph, "party") == [("songdalen",)]
    assert answered("owners", graph, "party", as_of="2020") == [("kristiansand",)]
    assert answered("owners", graph, "party", as_of="2020", successors="keep") == [("songdalen",)]


def test_a_split_county_leaves_the_measure_to_each_part():
    graph = drawn("""
        Measure m
        Actor viken valid_to=2023
        Actor akershus valid_from=2024
        Actor buskerud valid_from=2024
        viken SUCCEEDED_BY akershus valid_from=2024
        viken SUCCEEDED_BY buskerud valid_from=2024
        viken OWNS m
    """)
    assert answered("owners", graph, "party", as_of="2024") == [("akershus",), ("buskerud",)]


def test_kind_and_names_stand_beside_the_ids():
    graph = drawn("""
        Measure m name="Bygge Čáhcesuolu bru"
        Municipality k name="Kárášjohka"
        k OWNS m
    """)
    assert answered("owners", graph, "item kind name party party_name") == [
        ("m", "Measure", "Bygge Čáhcesuolu bru", "k", "Kárášjohka")
    ]


def test_no_goals_and_no_measures_give_no_rows():
    assert answered("owners", drawn("Municipality v"), COLUMNS) == []
    assert answered("owners", drawn(""), COLUMNS) == []


def test_the_notes_say_that_groups_and_plans_are_counted_in():
    graph = drawn("""
        Goal a
        Goal b
        Goal c
        Goal d
        Municipality v
        Actor alle subkind=group
        v OWNS a
        v OWNS b modality=planned
        alle OWNS c
    """)
    assert notes("owners", graph) == (
        "3 av 4 mål og tiltak har noen, direkte eller gjennom det de er del av; også grupper uten"
        " navn, ukjente navn og det som bare er planlagt, er regnet med."
    )
