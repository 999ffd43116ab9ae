"""Who ought to meet, why, and who is only likely to."""

from __future__ import annotations

import networkx as nx
import pytest

from graphtool import engine
from tests.drawing import answered, drawn, notes, of_ties

VALLEY = """
    Municipality a name=Arendal
    Municipality b name=Bykle
    Municipality c name=Cappelen
    Goal vei name=Vei
    Goal bo name=Bo
    Measure buss name=Buss
    Measure sykkel name=Sykkel
    a OWNS bo document=plan line=3
    b RESPONSIBLE_FOR vei
    c COORDINATES buss
    bo DEPENDS_ON vei modality=planned
    buss PART_OF vei
    sykkel PART_OF vei
    a OWNS sykkel
    b COLLABORATES_WITH c
"""


def test_work_that_hangs_together_wants_those_together_who_have_it_in_hand():
    # Arendal's goal needs Bykle's, and its measure serves it; so does Cappelen's, who meets Bykle.
    assert answered("missing-ties", drawn(VALLEY), "reason party other cases path modality") == [
        (
            "needs",
            "a",
            "b",
            1,
            "Arendal —OWNS→ Bo —DEPENDS_ON→ Vei ←RESPONSIBLE_FOR— Bykle",
            "planned",
        ),
        (
            "serves",
            "a",
            "b",
            1,
            "Arendal —OWNS→ Sykkel —PART_OF→ Vei ←RESPONSIBLE_FOR— Bykle",
            "derived",
        ),
        (
            "same goal",
            "a",
            "c",
            1,
            "Arendal —OWNS→ Sykkel —PART_OF→ Vei ←PART_OF— Buss ←COORDINATES— Cappelen",
            "derived",
        ),
    ]
    assert notes("missing-ties", drawn(VALLEY)).splitlines() == [
        "Arbeidet til 3 par henger sammen; 1 av dem deler en aktivitet, 2 gjør det ikke.",
        "Uten felles aktivitet: Arendal og Bykle; Arendal og Cappelen. Det betyr bare at ingen"
        " kilde her nevner en møteplass, en plan, et program, et prosjekt eller et tiltak som begge"
        " har del i; samme mål er ikke nok, og de kan ha kontakt likevel.",
    ]


def test_the_first_step_is_cited_and_every_step_has_its_place():
    row = engine.run("missing-ties", drawn(VALLEY)).records()[0]
    assert (row["document"], row["line"]) == ("plan", 3)
    assert [step.relation for step in row["evidence"]] == ["OWNS", "DEPENDS_ON", "RESPONSIBLE_FOR"]


def test_what_is_only_planned_to_be_in_hand_is_in_nobodys():
    graph = drawn(VALLEY.replace("b RESPONSIBLE_FOR vei", "b RESPONSIBLE_FOR vei modality=planned"))
    reasons = {reason for (reason,) in answered("missing-ties", graph, "reason")}
    assert reasons == {"same goal"}


def test_to_lie_in_one_county_is_no_work_that_hangs_together():
    county = """
        Region f subkind=county
        Region v subkind=region
        Municipality a
        Municipality b
        a PART_OF f
        b PART_OF f
        v PART_OF f
    """
    assert answered("missing-ties", drawn(county), "reason") == []
    assert "Ingenting som to parter har hånd om" in notes("missing-ties", drawn(county))


def test_parties_that_depend_on_each_other_themselves_ought_to_meet():
    graph = drawn("Municipality a\nActor c subkind=company\na DEPENDS_ON c")
    assert answered("missing-ties", graph, "reason path") == [("needs", "a —DEPENDS_ON→ c")]


def test_a_municipality_need_not_be_told_to_meet_its_own():
    graph = drawn("""
        Municipality a
        Actor c subkind=company
        Goal g
        a OWNS c
        c OWNS g
        a DEPENDS_ON g
    """)
    assert answered("missing-ties", graph, "reason") == []


def test_people_stand_for_whom_they_represent():
    graph = drawn("""
        Municipality a name=Arendal
        Municipality b
        Actor kari subkind=person name=Kari
        Goal g
        Goal h
        kari AFFILIATED_WITH a
        kari RESPONSIBLE_FOR g
        b OWNS h
        g DEPENDS_ON h
    """)
    assert answered("missing-ties", graph, "party other path") == [
        ("a", "b", "Kari —RESPONSIBLE_FOR→ g —DEPENDS_ON→ h ←OWNS— b")
    ]
    assert answered("missing-ties", graph, "party other", level="party") == [("b", "kari")]


def test_common_partners_come_after_by_how_few_partners_these_have():
    # NetworkX has the same index; the pair of a square's corners have both others in common.
    square = nx.cycle_graph(5)
    told = answered("missing-ties", of_ties(square), "reason party other score cases")
    known = {
        tuple(sorted(map(str, pair))): score
        for *pair, score in nx.resource_allocation_index(square)
    }
    assert {(one, other): score for _, one, other, score, _ in told} == pytest.approx(known)
    assert {reason for reason, *_ in told} == {"partners"}
    fewer = answered("missing-ties", of_ties(square), "party other", most=2)
    assert fewer == [("0", "2"), ("0", "3")]
    assert "Pairs with common partners beyond these: 3" in notes(
        "missing-ties", of_ties(square), "en", most=2
    )


def test_a_single_pair_is_told_as_one():
    graph = """
        Municipality a name=Arendal
        Municipality b name=Bykle
        a DEPENDS_ON b"""
    apart, *_ = notes("missing-ties", drawn(graph)).splitlines()
    assert apart == "Arbeidet til 1 par henger sammen, uten noen felles aktivitet."
    assert notes("missing-ties", drawn(f"{graph}\na COLLABORATES_WITH b")) == (
        "Arbeidet til 1 par henger sammen, og de to har en felles aktivitet."
    )


def test_where_nothing_hangs_together_that_is_said():
    assert notes("missing-ties", drawn("Goal g")) == (
        "Ingenting som to parter har hånd om, er sagt å henge sammen."
    )


def test_to_take_part_in_one_goal_is_no_shared_activity_and_that_is_said():
    graph = drawn("""
        Municipality a
        Municipality b
        Goal g
        Measure m
        m PART_OF g
        a RESPONSIBLE_FOR g
        b RESPONSIBLE_FOR m
        b PARTICIPATES_IN g
    """)
    assert "samme mål er ikke nok, og de kan ha kontakt likevel." in notes("missing-ties", graph)
