"""Which local goals take up which common ones, which nobody does, and which are worded alike."""

from __future__ import annotations

import pytest

from graphtool import engine
from graphtool.errors import GraphtoolError
from graphtool.queries.likeness import alike
from tests.drawing import answered, drawn, notes

TWO_TOWNS = """
    Municipality a name=Arendal
    Municipality b name=Birkenes
    Plan felles
    Goal boliger
    Goal veier
    Goal skoler
    boliger PART_OF felles
    veier PART_OF felles
    skoler PART_OF felles
    a ADOPTED felles
    b ADOPTED felles
    Plan lokal
    Goal hus
    Measure tomt
    a ADOPTED lokal
    hus PART_OF lokal
    hus CONTRIBUTES_TO boliger
    tomt PART_OF hus
    Measure asfalt
    Strategy grep
    grep CONTRIBUTES_TO veier modality=planned
    asfalt PART_OF grep
    b RESPONSIBLE_FOR asfalt
"""
SAID = "goal what other other_homes steps modality"


def test_what_is_local_takes_up_a_common_goal_directly_or_over_what_is_common():
    # The measure under the local goal is no nearer; the strategy is nobody's alone.
    assert answered("alignment", drawn(TWO_TOWNS), SAID) == [
        ("boliger", "taken up", "hus", "Arendal", 1, "stated"),
        ("veier", "taken up", "asfalt", "Birkenes", 2, "planned"),
        ("skoler", "not taken up", None, None, None, None),
    ]
    assert notes("alignment", drawn(TWO_TOWNS)).splitlines()[:2] == [
        "Av 3 felles mål følges 2 opp av noe lokalt, så langt dataene sier.",
        "Ikke fulgt opp: «skoler».",
    ]
    assert answered("alignment", drawn(TWO_TOWNS), "path")[1] == (
        "asfalt —PART_OF→ grep —CONTRIBUTES_TO→ veier",
    )


def test_a_local_plan_that_carries_out_the_common_plan_says_nothing_of_each_goal_in_it():
    graph = drawn(TWO_TOWNS + "lokal IMPLEMENTS felles")
    assert answered("alignment", graph, SAID)[-1] == (
        ("skoler", "plan taken up", "lokal", "Arendal", 2, "derived")
    )


def test_where_nothing_is_local_no_goal_is_said_not_to_be_taken_up():
    graph = drawn("Plan p\nGoal g\ng PART_OF p")
    assert answered("alignment", graph, SAID) == []
    assert notes("alignment", graph).startswith("Ingen mål, planer eller tiltak er én kommunes")


def test_who_only_leads_a_project_of_several_does_not_make_its_goals_local():
    led = "Municipality a\nProject p\nGoal g\ng PART_OF p\nGoal own\na OWNS own\n"
    rows = answered("alignment", drawn(led + "a LEADS p"), "goal what")
    assert rows == [("g", "not taken up")]
    assert answered("alignment", drawn(led + "a OWNS p"), "goal what") == []


def test_what_lies_in_one_municipality_is_local():
    graph = drawn("""
        Municipality a
        Project p
        Goal mine
        Goal felles
        p LOCATED_IN a
        mine PART_OF p
        mine CONTRIBUTES_TO felles
    """)
    assert answered("alignment", graph, SAID) == [("felles", "taken up", "mine", "a", 1, "stated")]


WORDED = """
    Municipality a
    Municipality b
    Plan p
    Plan q
    a OWNS p
    b OWNS q
    Goal g1 name="Flere boliger i sentrum"
    Goal g2 name="Flere boliger i sentrum."
    Goal g3 name="Bedre skoler"
    g1 PART_OF p
    g2 PART_OF q
    g3 PART_OF q
"""


def test_goals_of_different_plans_that_are_worded_alike_are_a_suggestion():
    assert answered("alignment", drawn(WORDED), "what goal other score modality") == [
        ("alike", "g1", "g2", 100.0, "derived")
    ]
    assert "Det er et forslag til å se etter, ikke noe som er sagt." in notes(
        "alignment", drawn(WORDED)
    )
    assert answered("alignment", drawn(WORDED), "goal", alike=10.0) != answered(
        "alignment", drawn(WORDED), "goal"
    )


def test_goals_that_somebody_linked_or_of_one_plan_are_no_suggestion():
    assert answered("alignment", drawn(WORDED + "g1 CONTRIBUTES_TO g2"), "goal what") == []
    both = WORDED + "Goal top\ng1 CONTRIBUTES_TO top\ng2 CONTRIBUTES_TO top"
    assert [what for (what,) in answered("alignment", drawn(both), "what")] == ["taken up"] * 2
    of_both = answered("alignment", drawn(WORDED + "g1 PART_OF q"), "goal what")
    assert of_both == [("g1", "not taken up")]  # a's plan and b's: common to both


def test_words_in_another_order_or_language_are_the_same_goal():
    one = frozenset(["Flere boliger", "More homes"])
    assert alike([one, frozenset(["boliger, flere"])], 90) == {(0, 1): 100.0}
    assert alike([one, frozenset(["MORE «homes»"])], 90) == {(0, 1): 100.0}
    assert alike([one, frozenset(["Ren fjord"]), frozenset(["–"]), frozenset(["…"])], 90) == {}


def test_nothing_is_more_alike_than_the_same():
    towns = drawn("""
        Municipality a name=Arendal
        Municipality b name=Birkenes
        Goal one name="Trygge veier"
        Goal other name="Trygge veier"
        a OWNS one
        b OWNS other
    """)
    assert len(answered("alignment", towns, "goal other score", alike=100.0)) == 1
    with pytest.raises(GraphtoolError, match="alike must be at most 100, not 101"):
        engine.run("alignment", towns, alike=101.0)
