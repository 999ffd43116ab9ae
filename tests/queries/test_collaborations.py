"""Who works with whom, through what, and how closely: Newman's weight worked out by hand."""

from __future__ import annotations

import pytest

from tests.drawing import answered, drawn, notes

PAIRS = "party partner activities weight"

THREE_IN_ONE_AND_TWO_IN_ANOTHER = """
    Municipality a
    Municipality b
    Municipality c
    Actor nett subkind=network name=Nettverket
    Project bru name=Brua
    a MEMBER_OF nett document=d line=1
    b MEMBER_OF nett document=d line=2
    c LEADS nett document=e line=3
    a PARTICIPATES_IN bru document=f line=4
    b OWNS bru document=f
"""


def test_newmans_weight_is_the_sum_of_one_over_the_others_in_each_activity():
    # The network of three gives each pair 1/2; the bridge of two gives its pair 1/1.
    assert answered("collaborations", drawn(THREE_IN_ONE_AND_TWO_IN_ANOTHER), PAIRS) == [
        ("a", "b", 2, 1.5),
        ("a", "c", 1, 0.5),
        ("b", "c", 1, 0.5),
    ]


def test_the_activities_are_named_and_every_sentence_behind_them_cited():
    graph = drawn(THREE_IN_ONE_AND_TWO_IN_ANOTHER)
    assert answered("collaborations", graph, "shared evidence") == [
        ("Nettverket; Brua", "d:1; d:2; f; f:4"),
        ("Nettverket", "d:1; e:3"),
        ("Nettverket", "d:2; e:3"),
    ]


def test_a_stated_tie_is_an_activity_of_two_however_often_it_is_said():
    graph = drawn("""
        Municipality a
        Actor b
        a COLLABORATES_WITH b document=x line=1
        b COLLABORATES_WITH a document=y line=2
    """)
    assert answered("collaborations", graph, f"{PAIRS} shared evidence") == [
        ("a", "b", 1, 1.0, "COLLABORATES_WITH", "x:1; y:2")
    ]


@pytest.mark.parametrize(
    "relation",
    ["LEADS", "HOSTS", "OWNS", "RESPONSIBLE_FOR", "COORDINATES", "SUPPORTS", "PARTICIPATES_IN",
     "FUNDS"],
)  # fmt: skip
def test_every_way_of_taking_part_counts(relation):
    graph = drawn(f"""
        Municipality a
        Municipality b
        Programme p
        a {relation} p
        b PARTICIPATES_IN p
    """)
    assert answered("collaborations", graph, "party partner shared") == [("a", "b", "p")]


@pytest.mark.parametrize(
    ("kind", "relation", "collaborate"),
    [
        ("Programme", "SUPPORTS", True),
        ("Project", "SUPPORTS", True),
        ("Plan", "ADOPTED", True),
        ("Measure", "SUPPORTS", True),
        ("Actor subkind=network", "MEMBER_OF", True),
        ("Actor subkind=council", "MEMBER_OF", True),
        ("Actor subkind=association", "MEMBER_OF", True),
        ("Actor subkind=company", "OWNS", False),
        ("Actor subkind=group", "MEMBER_OF", False),
        ("Goal", "OWNS", False),
        ("Strategy", "RESPONSIBLE_FOR", False),
        ("Resource", "FUNDS", False),
    ],
)
def test_what_is_an_activity(kind, relation, collaborate):
    kind, _, rest = kind.partition(" ")
    graph = drawn(f"""
        Municipality a
        Municipality b
        {kind} x {rest}
        a {relation} x
        b {relation} x
    """)
    assert bool(answered("collaborations", graph, PAIRS)) is collaborate


def test_being_of_one_region_or_in_one_place_is_no_collaboration():
    graph = drawn("""
        Municipality a
        Municipality b
        Region r
        a PART_OF r
        b PART_OF r
        Actor x
        Actor y
        x LOCATED_IN a
        y LOCATED_IN a
    """)
    assert answered("collaborations", graph, PAIRS) == []
    assert notes("collaborations", graph) == "Ingen to parter deler noen aktivitet."


def test_groups_that_name_nobody_are_left_out_and_make_nobody_less_close():
    graph = drawn("""
        Municipality a
        Municipality b
        Actor alle subkind=group
        Project p
        a SUPPORTS p
        b SUPPORTS p
        alle SUPPORTS p
        alle COLLABORATES_WITH a
    """)
    assert answered("collaborations", graph, PAIRS) == [("a", "b", 1, 1.0)]


@pytest.mark.parametrize("modality", ["planned", "aspiration"])
def test_what_is_only_planned_counts_only_when_asked_for(modality):
    graph = drawn(f"""
        Municipality a
        Municipality b
        Municipality c
        Project p
        a SUPPORTS p
        b SUPPORTS p modality=derived
        c SUPPORTS p modality={modality}
    """)
    assert answered("collaborations", graph, PAIRS) == [("a", "b", 1, 1.0)]
    assert answered("collaborations", graph, PAIRS, planned=True) == [
        ("a", "b", 1, 0.5),
        ("a", "c", 1, 0.5),
        ("b", "c", 1, 0.5),
    ]


def test_taking_part_twice_in_one_activity_counts_once():
    graph = drawn("""
        Municipality a
        Municipality b
        Project p
        a SUPPORTS p
        a LEADS p
        b SUPPORTS p
    """)
    assert answered("collaborations", graph, PAIRS) == [("a", "b", 1, 1.0)]


def test_a_network_is_no_partner_of_its_own_members_but_of_those_in_its_project():
    graph = drawn("""
        Municipality a
        Municipality b
        Actor nett subkind=network
        Project p
        a MEMBER_OF nett
        nett SUPPORTS p
        b SUPPORTS p
    """)
    found = {frozenset(row) for row in answered("collaborations", graph, "party partner")}
    assert found == {frozenset({"b", "nett"})}


def test_at_level_municipality_people_and_bodies_count_for_their_municipality():
    graph = drawn("""
        Municipality a
        Municipality b
        Actor kari subkind=person
        Actor etat subkind=department
        Actor ola subkind=person
        Actor fremmed subkind=person
        Actor nett subkind=network
        kari AFFILIATED_WITH a
        b HOSTS etat
        ola AFFILIATED_WITH etat
        kari MEMBER_OF nett
        ola MEMBER_OF nett
        fremmed MEMBER_OF nett
    """)
    assert len(answered("collaborations", graph, PAIRS)) == 3
    assert answered("collaborations", graph, PAIRS, level="municipality") == [("a", "b", 1, 1.0)]


def test_two_people_of_one_municipality_are_one_participant():
    graph = drawn("""
        Municipality a
        Municipality b
        Actor kari subkind=person
        Actor ola subkind=person
        Actor nett subkind=network
        kari AFFILIATED_WITH a
        ola AFFILIATED_WITH a
        kari MEMBER_OF nett
        ola MEMBER_OF nett
        b MEMBER_OF nett
    """)
    assert answered("collaborations", graph, PAIRS, level="municipality") == [("a", "b", 1, 1.0)]


def test_a_networks_people_do_not_belong_to_its_host():
    graph = drawn("""
        Municipality a
        Municipality b
        Actor nett subkind=network
        Actor kari subkind=person
        Project p
        a HOSTS nett
        kari AFFILIATED_WITH nett
        kari LEADS p
        b SUPPORTS p
    """)
    assert answered("collaborations", graph, PAIRS, level="municipality") == []


def test_at_level_municipality_a_tie_with_somebody_else_ties_no_municipalities():
    graph = drawn("""
        Municipality a
        Actor fond subkind=fund
        a COLLABORATES_WITH fond
    """)
    assert len(answered("collaborations", graph, PAIRS)) == 1
    assert answered("collaborations", graph, PAIRS, level="municipality") == []


def test_who_has_left_collaborates_no_longer_and_a_merged_one_through_its_successor():
    graph = drawn("""
        Municipality a
        Municipality b
        Municipality søgne valid_to=2019
        Project p
        a SUPPORTS p valid_to=2015
        b SUPPORTS p
        søgne SUPPORTS p
        søgne SUCCEEDED_BY a valid_from=2020
    """)
    assert len(answered("collaborations", graph, PAIRS)) == 3
    assert answered("collaborations", graph, "party partner", as_of="2016") == [("b", "søgne")]
    assert answered("collaborations", graph, "party partner", as_of="2020") == [("a", "b")]
    # kept, the predecessor stands for itself
    kept = answered("collaborations", graph, "party partner", as_of="2020", successors="keep")
    assert kept == [("b", "søgne")]


def test_the_closest_pairs_come_first_then_norwegian_order():
    graph = drawn("""
        Municipality åmot
        Municipality øyer
        Municipality alta
        Project p
        Project q
        åmot SUPPORTS p
        øyer SUPPORTS p
        alta SUPPORTS p
        øyer SUPPORTS q
        åmot SUPPORTS q
    """)
    found = answered("collaborations", graph, "party partner weight")
    assert [set(row[:2]) for row in found] == [
        {"øyer", "åmot"}, {"alta", "øyer"}, {"alta", "åmot"}
    ]  # fmt: skip


def test_the_notes_count_pairs_and_name_nobody_where_all_are_alike():
    graph = drawn("""
        Municipality a
        Municipality b
        Municipality c
        Project p
        a SUPPORTS p
        b SUPPORTS p
        c SUPPORTS p
    """)
    assert notes("collaborations", graph) == (
        "3 par blant 3 parter som samarbeider med noen, av 3 mulige.\n"
        "Alle arbeider like mye sammen med alle: ingen par skiller seg ut."
    )
    assert "ingen par" not in notes("collaborations", drawn(THREE_IN_ONE_AND_TWO_IN_ANOTHER))


@pytest.mark.parametrize(
    ("between", "counts"),
    [
        ("b HOSTS avdelingen\nola AFFILIATED_WITH avdelingen", True),
        ("b HOSTS avdelingen modality=planned\nola AFFILIATED_WITH avdelingen", False),
        ("b HOSTS avdelingen\nola AFFILIATED_WITH avdelingen modality=aspiration", False),
        # What an employee owns is her own, and so is what a company of the municipality owns.
        ("avdelingen AFFILIATED_WITH b\navdelingen OWNS ola", False),
        ("b OWNS avdelingen\navdelingen OWNS ola", False),
    ],
)
def test_who_belongs_to_a_municipality_and_who_does_not(between, counts):
    graph = drawn(f"""
        Municipality a
        Municipality b
        Actor avdelingen subkind=department
        Actor ola subkind=person
        Actor nettverket subkind=network
        a MEMBER_OF nettverket
        ola MEMBER_OF nettverket
        {between}
    """)
    expected = [("a", "b", 1, 1.0)] if counts else []
    assert answered("collaborations", graph, PAIRS, level="municipality") == expected
