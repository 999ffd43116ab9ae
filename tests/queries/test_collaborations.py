"""Who works with whom, through what, and how closely: Newman's weight worked out by hand."""

from __future__ import annotations

import pytest

from tests.drawing import answered, drawn, notes

PAIRS = "party partner activities weight"

THREE_IN_ONE_AND_TWO_IN_ANOTHER = """
    Municipality a
    Municipality b
    Municipality c
    Programme felles name=Fellesprogrammet
    Project bru name=Brua
    a PARTICIPATES_IN felles document=d line=1
    b PARTICIPATES_IN felles document=d line=2
    c LEADS felles document=e line=3
    a PARTICIPATES_IN bru document=f line=4
    b OWNS bru document=f
"""


def test_newmans_weight_is_the_sum_of_one_over_the_others_in_each_activity():
    # The project of three gives each pair 1/2; the bridge of two gives its pair 1/1.
    assert answered("collaborations", drawn(THREE_IN_ONE_AND_TWO_IN_ANOTHER), PAIRS) == [
        ("a", "b", 2, 1.5),
        ("a", "c", 1, 0.5),
        ("b", "c", 1, 0.5),
    ]


def test_the_activities_are_named_and_every_sentence_behind_them_cited():
    graph = drawn(THREE_IN_ONE_AND_TWO_IN_ANOTHER)
    assert answered("collaborations", graph, "shared evidence") == [
        ("Fellesprogrammet; Brua", "d:1; d:2; f; f:4"),
        ("Fellesprogrammet", "d:1; e:3"),
        ("Fellesprogrammet", "d:2; e:3"),
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
    [
        "LEADS",
        "HOSTS",
        "OWNS",
        "RESPONSIBLE_FOR",
        "COORDINATES",
        "SUPPORTS",
        "PARTICIPATES_IN",
        "APPLIED_FOR",
        "FUNDS",
    ],
)
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


def test_a_network_is_tied_to_each_of_its_members_and_to_those_in_its_project():
    graph = drawn("""
        Municipality k1
        Municipality k2
        Municipality k3
        Actor n1 subkind=network
        Actor a1 subkind=company
        Project j1
        k1 MEMBER_OF n1
        k2 MEMBER_OF n1
        k3 MEMBER_OF n1
        n1 SUPPORTS j1
        k1 SUPPORTS j1
        a1 RESPONSIBLE_FOR j1
    """)
    found = {frozenset(row[:2]): row[2:] for row in answered("collaborations", graph, PAIRS)}
    # The network of four gives each pair 1/3, the project of three 1/2.
    assert found == {
        frozenset({"k1", "n1"}): (2, 0.833333333),
        frozenset({"k2", "n1"}): (1, 0.333333333),
        frozenset({"k3", "n1"}): (1, 0.333333333),
        frozenset({"k1", "k2"}): (1, 0.333333333),
        frozenset({"k1", "k3"}): (1, 0.333333333),
        frozenset({"k2", "k3"}): (1, 0.333333333),
        frozenset({"a1", "k1"}): (1, 0.5),
        frozenset({"a1", "n1"}): (1, 0.5),
    }
    strength = dict(answered("centrality", graph, "party strength"))
    assert strength == {"k1": 2, "n1": 2, "k2": 1, "k3": 1, "a1": 1}


def test_a_forums_tie_to_a_member_rests_on_what_is_said_of_that_member():
    graph = drawn("""
        Municipality a
        Municipality b
        Actor nett subkind=network name=Nettverket
        a MEMBER_OF nett document=d line=1
        b MEMBER_OF nett document=d line=2
    """)
    assert answered("collaborations", graph, "party partner shared evidence") == [
        ("a", "b", "Nettverket", "d:1; d:2"),
        ("a", "nett", "Nettverket", "d:1"),
        ("b", "nett", "Nettverket", "d:2"),
    ]
    columns = "party activity document line"
    assert answered("participations", graph, columns) == [
        ("a", "nett", "d", 1),
        ("b", "nett", "d", 2),
        ("nett", "nett", None, None),
    ]


@pytest.mark.parametrize(
    "members",
    [
        "",
        "nett MEMBER_OF nett",
        "a MEMBER_OF nett modality=planned",
        "alle MEMBER_OF nett",
        "kari AFFILIATED_WITH nett\nkari MEMBER_OF nett",
    ],
)
def test_a_forum_that_nobody_else_is_in_meets_nobody(members):
    graph = drawn(f"""
        Municipality a
        Actor alle subkind=group
        Actor kari subkind=person
        Actor nett subkind=network
        {members}
    """)
    assert answered("collaborations", graph, PAIRS) == []
    takes = answered("participations", graph, "party activity")
    assert ("nett", None) in takes
    assert ("nett", "nett") not in takes


def test_who_hosts_a_forum_that_counts_for_it_is_cited_for_hosting_it():
    graph = drawn("""
        Municipality k
        Municipality l
        Actor nett subkind=network
        Goal g
        k HOSTS nett modality=derived document=d line=1
        l MEMBER_OF nett document=d line=2
        g DEPENDS_ON g document=d line=3
    """)
    columns = "party activity document line"
    assert answered("participations", graph, columns, level="municipality") == [
        ("k", "nett", "d", 1),
        ("l", "nett", "d", 2),
    ]


# Persons count for whom they represent


AN_ADVISER = """
    Municipality k name=Birkenes
    Municipality l name=Vennesla
    Actor kari subkind=person name="Kari Ek"
    Project p name=Smartskog
    kari AFFILIATED_WITH k document=d line=8
    kari SUPPORTS p document=d line=9
    l SUPPORTS p document=e line=1
"""


def test_an_adviser_is_no_other_than_the_municipality_that_he_works_for():
    graph = drawn(AN_ADVISER)
    assert answered("collaborations", graph, "party partner shared through evidence") == [
        ("k", "l", "Smartskog", "Kari Ek", "d:8; d:9; e:1")
    ]
    assert answered("participations", graph, "party activity through line") == [
        ("k", "p", "Kari Ek", 9),
        ("l", "p", None, 1),
    ]
    alone = answered("collaborations", graph, "party partner through evidence", level="party")
    assert alone == [("l", "kari", None, "d:9; e:1")]


def test_where_a_party_takes_part_itself_too_its_people_are_named_beside_it():
    graph = drawn(AN_ADVISER + "k LEADS p document=f")
    assert answered("participations", graph, "party activity through document") == [
        ("k", "p", "Kari Ek", "f"),
        ("l", "p", None, "e"),
    ]
    assert answered("collaborations", graph, f"{PAIRS} evidence") == [
        ("k", "l", 1, 1.0, "d:8; d:9; e:1; f")
    ]


@pytest.mark.parametrize(
    ("lines", "partners"),
    [
        ("", {"kari"}),
        ("kari AFFILIATED_WITH k", {"k"}),
        ("kari AFFILIATED_WITH k\nkari AFFILIATED_WITH verk", {"k", "verk"}),
        ("kari AFFILIATED_WITH k modality=planned", {"kari"}),
        ("kari AFFILIATED_WITH alle", {"kari"}),  # a group names nobody
        ("kari AFFILIATED_WITH ola\nola AFFILIATED_WITH verk", {"verk"}),
        ("kari AFFILIATED_WITH ola", {"ola"}),
        ("kari AFFILIATED_WITH ola\nola AFFILIATED_WITH kari", {"kari"}),
        # The works are no person: hosted by the municipality, they are another organisation.
        ("k OWNS verk\nkari AFFILIATED_WITH verk", {"verk"}),
    ],
)
def test_whom_a_person_counts_for(lines, partners):
    graph = drawn(f"""
        Municipality k
        Municipality l
        Actor alle subkind=group
        Actor kari subkind=person
        Actor ola subkind=person
        Actor verk subkind=company
        Project p
        kari SUPPORTS p
        l SUPPORTS p
        {lines}
    """)
    found = answered("collaborations", graph, "party partner")
    assert {end for pair in found if "l" in pair for end in pair} - {"l"} == partners


def test_a_municipality_does_not_work_with_its_own_adviser():
    graph = drawn("""
        Municipality k
        Municipality l
        Actor rådgiver subkind=position
        Project p
        rådgiver AFFILIATED_WITH k
        rådgiver SUPPORTS p
        k SUPPORTS p
        l SUPPORTS p
    """)
    assert answered("collaborations", graph, "party partner") == [("k", "l")]


def test_who_is_affiliated_is_a_person_unless_something_else_is_said():
    graph = drawn("""
        Municipality k
        Municipality l
        Actor kari
        Actor etat subkind=department
        Project p
        kari AFFILIATED_WITH k
        etat AFFILIATED_WITH k
        kari SUPPORTS p
        etat SUPPORTS p
        l SUPPORTS p
    """)
    parties = {end for row in answered("collaborations", graph, "party partner") for end in row}
    assert parties == {"k", "l", "etat"}


def test_a_person_who_counts_for_another_takes_part_in_nothing_alone():
    graph = drawn("Municipality k\nActor kari subkind=person\nkari AFFILIATED_WITH k")
    assert answered("participations", graph, "party activity") == [("k", None)]
    assert answered("participations", graph, "party", level="party") == [("k",), ("kari",)]


def test_people_who_stand_alone_are_told_to():
    for name in ("collaborations", "centrality", "communities", "cut-points", "roles"):
        assert "Her står én person for seg" in notes(name, drawn(AN_ADVISER), level="party"), name
        assert "for seg" not in notes(name, drawn(AN_ADVISER)), name


def test_how_many_people_stand_alone_is_said_in_the_plural_of_several():
    one = (
        "Municipality k\nActor kari subkind=person\nkari AFFILIATED_WITH k\nkari OWNS m\nMeasure m"
    )
    two = f"{one}\nActor ola subkind=person\nola AFFILIATED_WITH k\nola OWNS m"
    said = [notes("roles", drawn(people), "en", level="party") for people in (one, two)]
    assert "Here one person stands alone, not" in said[0]
    assert "Here 2 people stand alone, not" in said[1]


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
    assert len(answered("collaborations", graph, PAIRS, level="party")) == 6
    columns = f"{PAIRS} through"
    assert answered("collaborations", graph, columns, level="municipality") == [
        ("a", "b", 1, 1.0, "kari; ola")
    ]


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


def test_at_level_municipality_a_forums_host_takes_part_in_what_the_forum_does():
    graph = drawn("""
        Municipality a
        Municipality b
        Actor nett subkind=network
        Actor kari subkind=person
        Project p
        a HOSTS nett document=d line=1
        kari AFFILIATED_WITH nett document=d line=2
        kari LEADS p document=d line=3
        b SUPPORTS p document=d line=4
    """)
    columns = "party partner shared through evidence"
    assert answered("collaborations", graph, columns, level="municipality") == [
        ("a", "b", "p", "kari", "d:2; d:3; d:4")
    ]
    hosted = drawn("""
        Municipality a
        Municipality b
        Actor nett subkind=network
        a HOSTS nett document=d line=1
        b MEMBER_OF nett document=d line=2
    """)
    assert answered("collaborations", hosted, columns, level="municipality") == [
        ("a", "b", "nett", None, "d:1; d:2")
    ]


def test_an_intermunicipal_company_takes_part_for_each_of_its_owners():
    graph = drawn("""
        Municipality a
        Municipality b
        Municipality c
        Actor havn subkind=company name=Havna
        Actor kai subkind=company name=Kaia
        Project p
        a OWNS havn document=d line=1
        b OWNS havn document=d line=2
        havn OWNS kai document=d line=3
        kai LEADS p document=d line=4
        c SUPPORTS p document=d line=5
    """)
    columns = "party partner weight through evidence"
    assert answered("collaborations", graph, columns, level="municipality") == [
        ("a", "b", 0.5, "Kaia", "d:3; d:4"),
        ("a", "c", 0.5, "Kaia", "d:3; d:4; d:5"),
        ("b", "c", 0.5, "Kaia", "d:3; d:4; d:5"),
    ]


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
    assert [set(row[:2]) for row in found] == [{"øyer", "åmot"}, {"alta", "øyer"}, {"alta", "åmot"}]


def test_a_weight_has_nine_decimals():
    graph = drawn("\n".join(f"Municipality {m}\n{m} SUPPORTS p" for m in "abcd") + "\nProject p")
    assert set(answered("collaborations", graph, "activities weight")) == {(1, 0.333333333)}


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
        ("b OWNS avdelingen\navdelingen OWNS ola", True),
        # What an employee owns is her own.
        ("eva AFFILIATED_WITH b\neva OWNS ola", False),
    ],
)
def test_who_belongs_to_a_municipality_and_who_does_not(between, counts):
    graph = drawn(f"""
        Municipality a
        Municipality b
        Actor avdelingen subkind=department
        Actor ola subkind=company
        Actor eva subkind=person
        Actor nettverket subkind=network
        a MEMBER_OF nettverket
        ola MEMBER_OF nettverket
        {between}
    """)
    expected = [("a", "b", 1, 1.0)] if counts else []
    assert answered("collaborations", graph, PAIRS, level="municipality") == expected


TWO_WAYS_TO_WORK_TOGETHER = """
    Municipality v
    Municipality w
    Municipality x
    Actor n subkind=network
    Project p
    v MEMBER_OF n
    w MEMBER_OF n
    v LEADS p
    x PARTICIPATES_IN p
    v COLLABORATES_WITH w
"""


@pytest.mark.parametrize(
    ("options", "pairs"),
    [
        (
            {},
            [
                ("v", "w", 2, "both"),
                ("v", "n", 1, "derived"),
                ("w", "n", 1, "derived"),
                ("v", "x", 1, "derived"),
            ],
        ),
        ({"through": ("COLLABORATES_WITH",)}, [("v", "w", 1, "stated")]),
        ({"through": ("LEADS", "PARTICIPATES_IN")}, [("v", "x", 1, "derived")]),
        ({"through": ("LEADS",)}, []),
        ({"kinds": ("Project",)}, [("v", "x", 1, "derived")]),
        (
            {"kinds": ("forum",)},
            [("v", "w", 1, "derived"), ("v", "n", 1, "derived"), ("w", "n", 1, "derived")],
        ),
    ],
)
def test_collaboration_by_some_relations_or_in_some_kinds_of_activity(options, pairs):
    found = answered(
        "collaborations",
        drawn(TWO_WAYS_TO_WORK_TOGETHER),
        "party partner activities said",
        **options,
    )
    assert sorted(found) == sorted(pairs)


def test_jaccard_is_what_two_share_of_all_that_either_takes_part_in():
    # v takes part in the network, the project and the stated tie; w in the network and the tie.
    found = answered("collaborations", drawn(TWO_WAYS_TO_WORK_TOGETHER), "party partner jaccard")
    assert ("v", "w", pytest.approx(2 / 3)) in found
    assert ("v", "x", pytest.approx(1 / 3)) in found


def test_what_is_stated_and_what_is_derived_are_counted_apart():
    assert "om 1 av dem sier en kilde det selv, resten er utledet" in notes(
        "collaborations", drawn(TWO_WAYS_TO_WORK_TOGETHER)
    )
