"""Who carries how much, and whether few or many carry it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphtool.algorithms.concentration import gini, herfindahl
from tests.drawing import answered, drawn, notes

SHARED = """
    Municipality v name=Vennesla
    Municipality i name=Iveland
    Actor kari subkind=person name=Kari
    Actor alle subkind=group name="Alle kommuner"
    FocusArea f
    Goal g1
    Goal g2
    Measure m1
    Measure m2
    Measure m3
    kari AFFILIATED_WITH v
    v OWNS g1
    kari RESPONSIBLE_FOR m1
    i RESPONSIBLE_FOR m1
    g2 PART_OF f
    i RESPONSIBLE_FOR f
    alle OWNS m2
    i OWNS m3 modality=planned
    i COORDINATES g1
"""
LOAD = "party items goals measures owns answers_for inherited coordinates unsettled"


def test_each_column_counts_what_its_heading_says():
    assert answered("owner-load", drawn(SHARED), LOAD) == [
        ("i", 2, 1, 1, 0, 1, 1, 1, 1),
        ("v", 2, 1, 1, 1, 1, 0, 0, 0),
        ("alle", 0, 0, 0, 0, 0, 0, 0, 1),
    ]


def test_equal_numbers_share_a_place_and_shares_add_up_to_one():
    assert answered("owner-load", drawn(SHARED), "party share rank ties") == [
        ("i", 0.5, 1, 2),
        ("v", 0.5, 1, 2),
        ("alle", None, None, None),
    ]


def test_at_level_party_a_person_carries_what_he_or_she_answers_for():
    assert answered("owner-load", drawn(SHARED), "party items", level="party") == [
        ("i", 2),
        ("kari", 1),
        ("v", 1),
        ("alle", 0),
    ]


def test_at_level_municipality_groups_stand_for_nobody():
    rows = answered("owner-load", drawn(SHARED), "party items", level="municipality")
    assert rows == [("i", 2), ("v", 2)]


def test_what_somebody_both_owns_and_is_to_answer_for_is_settled():
    graph = drawn("""
        Municipality v
        Goal g
        v OWNS g
        v RESPONSIBLE_FOR g modality=planned
    """)
    assert answered("owner-load", graph, "party items unsettled") == [("v", 1, 0)]


@pytest.mark.parametrize(
    ("drawing", "said"),
    [
        ("Municipality v", "Ingen mål eller tiltak i dataene."),
        ("Goal g", "Det eneste målet har ingen navngitt part som eier eller ansvarlig."),
        (
            "Goal g\nMunicipality v name=Vennesla\nv OWNS g",
            "Det eneste målet har Vennesla ansvaret for.",
        ),
        (
            "Goal g\nGoal h\nMunicipality v\nMunicipality i\nv OWNS g\ni OWNS h",
            "Ingen har mer enn de andre av 2 mål og tiltak: i (1) og v (1).",
        ),
        (
            "Goal g\nGoal h\nMunicipality v\nMunicipality i\nv OWNS g\nv OWNS h\ni OWNS h",
            "Flest av 2 mål og tiltak har v (2).",
        ),
    ],
)
def test_the_sentence_names_a_winner_only_where_there_is_one(drawing, said):
    assert notes("owner-load", drawn(drawing)).splitlines()[0] == said


FOUR_FIRMS = {"a": 4, "b": 3, "c": 2, "d": 1}


def owned(numbers: dict[str, int], more: str = "") -> str:
    """Parties that own so many goals each, all in the plan p."""
    lines = ["Plan p name=Plan", *(f"Municipality {who}" for who in numbers)]
    for who, n in numbers.items():
        for at in range(n):
            lines += [f"Goal {who}{at}", f"{who} OWNS {who}{at}", f"{who}{at} PART_OF p"]
    return "\n".join(lines) + more


def test_who_has_more_than_the_others_need_not_have_most_of_all():
    # Two of five is the largest part, and no majority.
    goals = "\n".join(f"Municipality {who}" for who in "abcd")
    goals += "\n" + "\n".join(f"Goal g{n}\n{who} OWNS g{n}" for n, who in enumerate("aabcd"))
    said = notes("owner-load", drawn(goals), "en").splitlines()[0]
    assert said == "Of 5 goals and measures, the most are with a (2)."


def test_four_owners_of_ten_goals_are_as_concentrated_as_three_and_a_third_equal_ones():
    # Shares .4 .3 .2 .1: .16 + .09 + .04 + .01; mean difference (1*3 + 2*2 + 3*1) / (16/2) / 2.5.
    rows = answered(
        "ownership-concentration",
        drawn(owned(FOUR_FIRMS)),
        "plan items answered parties herfindahl equal_parties gini largest largest_share",
    )
    assert rows == [
        (None, 10, 10, 4, 0.3, 3.333333333, 0.25, "a", 0.4),
        ("p", 10, 10, 4, 0.3, 3.333333333, 0.25, "a", 0.4),
    ]


def test_a_plan_counts_its_own_and_what_nobody_answers_for_is_said_beside():
    graph = drawn(owned({"a": 2, "b": 1}, "\nPlan q\nGoal lone\nlone PART_OF q\nPlan empty"))
    assert answered("ownership-concentration", graph, "plan items answered herfindahl") == [
        (None, 4, 3, 0.555555555556),
        ("p", 3, 3, 0.555555555556),
        ("q", 1, 0, None),
    ]


def test_the_numbers_are_said_in_words():
    assert notes("ownership-concentration", drawn(owned(FOUR_FIRMS)), "en") == (
        "4 parties answer for 10 of 10. It is as concentrated as if 3.3 equal ones shared it"
        " (Herfindahl 0.30; 1 is all with one), and the difference between them is 0.25 (Gini; 0 is"
        " none). Largest part: a (40%)."
    )
    assert notes("ownership-concentration", drawn(owned({"a": 2}))) == (
        "Alt som noen navngitt part svarer for, 2 av 2, ligger hos én: a."
    )
    assert notes("ownership-concentration", drawn("Goal g")) == (
        "Ingen navngitt part svarer for noe: det er ingenting å fordele."
    )


def test_where_all_have_the_same_nobody_has_most():
    graph = drawn(owned({"a": 2, "b": 2}))
    columns = "herfindahl gini largest largest_share"
    assert answered("ownership-concentration", graph, columns)[0] == (0.5, 0.0, None, 0.5)
    assert "Størst" not in notes("ownership-concentration", graph)


AMOUNTS = st.lists(st.integers(1, 1000), min_size=1, max_size=30)


def test_a_region_counts_what_its_own_answer_for_shared_among_them():
    """In the north a has three goals and b one, in the south c has two; a ministry has one."""
    owning = ("a", "a", "kari", "b", "c", "c", "dep")
    goals = "\n".join(f"Goal g{at}\n{who} OWNS g{at}" for at, who in enumerate(owning))
    graph = drawn(f"""
        Region nord
        Region sør
        Municipality a
        Municipality b
        Municipality c
        Actor dep subkind=ministry
        Actor kari subkind=person
        kari AFFILIATED_WITH a
        a PART_OF nord
        b PART_OF nord
        c PART_OF sør
        {goals}
    """)
    columns = "plan items answered parties herfindahl largest"
    assert answered("ownership-concentration", graph, columns) == [
        (None, 7, 7, 4, pytest.approx((9 + 1 + 4 + 1) / 49), "a"),
        ("nord", 4, 4, 2, 0.625, "a"),
        ("sør", 2, 2, 1, 1.0, "c"),
    ]
    alone = drawn("Region nord\nMunicipality a\na PART_OF nord\nGoal g\na OWNS g")
    assert len(answered("ownership-concentration", alone, "plan")) == 1  # of nord is all there is


@given(AMOUNTS)
@settings(max_examples=50, deadline=None)
def test_the_indices_follow_their_definitions_and_know_no_unit_or_order(amounts):
    parts = np.array(amounts, dtype=float)
    pairs = np.abs(parts[:, None] - parts[None, :]).sum()
    assert gini(parts) == pytest.approx(pairs / (2 * len(parts) ** 2 * parts.mean()), abs=1e-9)
    assert herfindahl(parts) == pytest.approx(sum((x / parts.sum()) ** 2 for x in parts))
    assert herfindahl(parts[::-1] * 7) == pytest.approx(herfindahl(parts))
    assert gini(parts[::-1] * 7) == pytest.approx(gini(parts))


def test_who_has_as_much_as_another_stands_by_id():
    graph = drawn("""
        Municipality b
        Municipality a
        Goal g
        Goal h
        b OWNS g
        a OWNS h
    """)
    assert answered("owner-load", graph, "party items rank ties") == [
        ("a", 1, 1, 2),
        ("b", 1, 1, 2),
    ]


def test_among_municipalities_nothing_is_said_of_others_who_answer():
    """A company answers for most; of the municipalities one answers for one goal, or none does."""
    rows = """
        Municipality v name=Vennesla
        Municipality i name=Iveland
        Actor bedrift name=Bedriften
        Goal g
        Goal h
        Goal k
        bedrift OWNS g
        bedrift OWNS h
    """
    graph, bare = drawn(rows + "v OWNS k"), drawn(rows)
    both = ("owner-load", "ownership-concentration")
    assert [notes(name, graph, level="municipality") for name in both] == [
        "Bare én kommune svarer for noe av 3 mål og tiltak: Vennesla (1).",
        "Alt som noen kommune svarer for, 1 av 3, ligger hos én: Vennesla.",
    ]
    assert [notes(name, bare, level="municipality") for name in both] == [
        "Ingen av 3 mål og tiltak har en kommune som eier eller svarer for dem.",
        "Ingen kommune svarer for noe: det er ingenting å fordele.",
    ]
    two = drawn(rows + "v OWNS k\ni OWNS h")
    assert notes(both[1], two, level="municipality").startswith("2 kommuner svarer for 2 av 3.")
