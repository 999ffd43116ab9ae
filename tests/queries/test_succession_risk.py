"""Whose leaving would leave goals with nobody to answer for them, alone or together."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphtool.algorithms import removal
from graphtool.errors import GraphtoolError
from tests.drawing import answered, drawn, notes

FOUR_GOALS = """
    Municipality a name=Arendal
    Municipality b name=Birkenes
    Municipality c name=Cappelen
    Goal g1
    Goal g2
    Goal g3
    Goal g4
    Goal lone
    a OWNS g1
    a OWNS g2
    b RESPONSIBLE_FOR g2
    b OWNS g3
    c OWNS g4
    c OWNS g1 modality=planned
"""
COLUMNS = "what parties orphaned weakened items"


def test_a_goal_is_orphaned_when_all_who_answer_for_it_are_gone_and_weakened_when_some_are():
    # At least half of four: a and b together lose g1, g2 and g3; a and c two, b and c two.
    assert answered("succession-risk", drawn(FOUR_GOALS), COLUMNS) == [
        ("alone", "a", 1, 1, "g1"),
        ("alone", "b", 1, 1, "g3"),
        ("alone", "c", 1, 0, "g4"),
        ("together", "a; b", 3, 0, "g1; g2; g3"),
        ("together", "a; c", 2, 1, "g1; g4"),
        ("together", "b; c", 2, 1, "g3; g4"),
    ]
    assert notes("succession-risk", drawn(FOUR_GOALS)).splitlines() == [
        "Uten Arendal og Birkenes ville 3 av de 4 som har en navngitt ansvarlig, ikke ha noen.",
        "Uten hvert av 2 andre like små utvalg ville minst 2 ikke ha noen.",
    ]


def test_where_one_party_alone_reaches_the_share_there_is_no_set_of_several():
    rows = answered("succession-risk", drawn(FOUR_GOALS), "what parties", share=0.25)
    assert {what for what, _ in rows} == {"alone"}


def test_what_is_inherited_goes_with_the_party_that_it_is_inherited_from():
    graph = drawn("FocusArea f\nGoal g\nGoal h\nMunicipality v\ng PART_OF f\nv RESPONSIBLE_FOR f")
    assert answered("succession-risk", graph, "parties items share") == [("v", "g", 1.0)]
    assert answered("succession-risk", graph, "parties", inherit="none") == []
    assert notes("succession-risk", graph, inherit="none") == (
        "Ingen av 2 mål har en navngitt part som svarer for dem: det er ingenting å miste."
    )


def test_a_share_above_one_is_refused():
    with pytest.raises(GraphtoolError, match="share must be at most 1"):
        answered("succession-risk", drawn(FOUR_GOALS), "what", share=1.5)


def test_beyond_a_size_it_is_found_step_by_step_and_that_is_said(monkeypatch):
    monkeypatch.setattr(removal, "MOST_TRIED", 3)
    assert removal.smallest([frozenset({1}), frozenset({1, 2}), frozenset({3})], 2) == (
        removal.Smallest(((1, 2),), exact=False, more=0)
    )
    assert "det kan finnes mindre" in notes("succession-risk", drawn(FOUR_GOALS))


def test_a_share_of_next_to_nothing_is_one_goal():
    said = notes("succession-risk", drawn("Municipality v\nGoal g\nv OWNS g"), share=1e-12)
    assert said == "Uten v ville det eneste som har en navngitt ansvarlig, ikke ha noen."


def test_of_several_goals_the_only_one_that_is_answered_for_is_spoken_of_as_one():
    graph = drawn("Municipality v name=Vennesla\nGoal g\nGoal h\nv OWNS g")
    assert notes("succession-risk", graph) == (
        "Uten Vennesla ville det eneste som har en navngitt ansvarlig, ikke ha noen."
    )


SETS = st.lists(st.frozensets(st.integers(0, 5), max_size=3), max_size=7)


@given(SETS, st.integers(1, 7))
@settings(max_examples=60, deadline=None)
def test_no_fewer_members_empty_as_many_sets(sets, wanted):
    found = removal.smallest(sets, wanted)
    everybody = range(6)
    reach = [
        choice
        for size in range(7)
        for choice in combinations(everybody, size)
        if len(removal.emptied(sets, frozenset(choice))) >= wanted
    ]
    if not reach:
        assert found.choices == ()
        return
    fewest = len(reach[0])
    within = {choice for choice in reach if len(choice) == fewest}
    assert set(found.choices) <= within
    assert len(found.choices) + found.more == len(within)
    greedy = removal._greedy(Counter(s for s in sets if s), wanted)
    assert len(removal.emptied(sets, frozenset(greedy))) >= wanted
    assert len(greedy) >= fewest


def test_a_goal_whose_owner_leaves_is_weakened_where_it_then_inherits_another():
    # Without b, g still has a by what it is part of; only without both nobody answers for it.
    graph = drawn("""
        Goal whole
        Goal g
        Municipality a
        Municipality b
        g PART_OF whole
        a RESPONSIBLE_FOR whole
        b RESPONSIBLE_FOR g
    """)
    assert answered("succession-risk", graph, COLUMNS, share=1.0) == [
        ("alone", "a", 1, 0, "whole"),
        ("alone", "b", 0, 1, None),
        ("together", "a; b", 2, 0, "g; whole"),
    ]
    assert answered("succession-risk", graph, "parties items", inherit="none") == [
        ("a", "whole"),
        ("b", "g"),
    ]
    (row,) = answered("impact", graph, "effect item left", node=("b",))
    assert row == ("weakened", "g", "a")


def test_of_the_only_strategy_it_is_said_as_of_one_that_there_is_nothing_to_lose():
    said = notes("succession-risk", drawn("Strategy s"), "nb", kind=("Strategy",))
    assert said == "Den eneste strategien har ingen navngitt ansvarlig: det er ingenting å miste."
