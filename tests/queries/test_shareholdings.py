"""Who has what part of which company, and who controls it: through chains, circles and gaps."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphtool.algorithms.dealing import Holding
from graphtool.algorithms.shareholding import Shareholdings
from tests.drawing import answered, drawn, notes

PARTS = "owner owned direct integrated control"


def known(shares: np.ndarray) -> Shareholdings:
    """Holdings of a matrix, owners as rows."""
    return Shareholdings(
        {
            company: {int(one): Holding(column[one], column[one]) for one in np.flatnonzero(column)}
            for company, column in enumerate(shares.T)
        }
    )


def test_what_a_textbook_on_group_accounts_finds_for_a_parent_and_three_companies():
    # A textbook on direct consolidation, section 3.6 (chunks 144 to 149 of its text in
    # github.com/sergiosaraiva/fc-kb): of A the parent has 86 %, of B 60 %, of C 56.4 %.
    graph = drawn("""
        Actor p
        Actor a
        Actor b
        Actor c
        p OWNS a share=0.8
        p OWNS b share=0.6
        p OWNS c share=0.1
        a OWNS c share=0.4
        b OWNS a share=0.1
        b OWNS c share=0.2
    """)
    found = [row for row in answered("shareholdings", graph, PARTS) if row[0] == "p"]
    assert found == [
        ("p", "a", "0.8", "0.86", "majority"),
        ("p", "b", "0.6", "0.6", "majority"),
        ("p", "c", "0.1", "0.564", "majority"),
    ]


def test_what_two_hold_of_each_other_counts_once_for_those_behind_them():
    # Of b, a has 0.5; of a, v has 0.5 and by b half of what it has of b, so 0.5/(1 - 0.25).
    graph = drawn("""
        Municipality v
        Municipality k
        Actor a
        Actor b
        v OWNS a share=0.5
        k OWNS b share=0.5
        a OWNS b share=0.5
        b OWNS a share=0.5
    """)
    of_a = {
        owner: (least, most)
        for owner, owned, least, most in answered(
            "shareholdings", graph, "owner owned integrated_least integrated_most"
        )
        if owned == "a"
    }
    assert of_a["v"] == (pytest.approx(2 / 3, abs=1e-9),) * 2
    assert of_a["k"] == (pytest.approx(1 / 3, abs=1e-9),) * 2
    assert of_a["b"] == (0.5, 0.5)


def test_companies_that_own_each_other_wholly_are_told_and_nothing_is_worked_out_for_them():
    graph = drawn("""
        Actor a name="Alfa AS"
        Actor b name="Beta AS"
        Actor c
        a OWNS b share=1
        b OWNS a share=1
        b OWNS c share=0.5
    """)
    assert {row[3] for row in answered("shareholdings", graph, PARTS)} == {None}
    assert "Alfa AS og Beta AS eier hverandre helt, så det de eier, kan ikke regnes gjennom" in (
        notes("shareholdings", graph)
    )


def test_a_share_that_nobody_says_is_anything_that_the_others_leave():
    graph = drawn("""
        Municipality v
        Municipality k
        Actor a
        Actor b
        v OWNS a share=0.3
        k OWNS a
        a OWNS b share=0.9
    """)
    assert answered("shareholdings", graph, PARTS) == [
        ("v", "a", "0.3", "0.3", None),
        ("k", "a", "0–0.7", "0–0.7", "possible"),
        ("a", "b", "0.9", "0.9", "majority"),
        ("k", "b", None, "0–0.63", "possible"),
        ("v", "b", None, "0.27", None),
    ]
    assert "Ikke oppgitt, eller ikke sikkert: 1 eierandel." in notes("shareholdings", graph)


def test_two_unknown_shares_of_one_company_are_not_both_all_that_is_left():
    # What v has of c: through a and b, which share c between them, so never more than one whole.
    graph = drawn("""
        Municipality v
        Actor a
        Actor b
        Actor c
        v OWNS a share=0.5
        v OWNS b share=0.8
        a OWNS c
        b OWNS c
    """)
    assert ("v", "c", None, "0–0.8", None) not in answered("shareholdings", graph, PARTS)
    rows = {row[:2]: row for row in answered("shareholdings", graph, PARTS)}
    assert rows["v", "c"][3] == "0–0.8"
    assert rows["v", "c"][4] == "possible"  # it controls b, which may have all of c


def test_sources_that_disagree_give_the_interval_between_them():
    graph = drawn("""
        Municipality v
        Actor a
        v OWNS a share=0.4 document=gammel
        v OWNS a share=0.6 document=ny
        v OWNS a document=uten
    """)
    assert answered("shareholdings", graph, PARTS) == [("v", "a", "0.4–0.6", "0.4–0.6", "possible")]


def test_what_is_over_or_only_planned_is_no_holding_and_that_is_said():
    graph = drawn("""
        Municipality v
        Municipality k
        Municipality i
        Actor a
        v OWNS a share=0.6 valid_to=2019
        k OWNS a share=0.6 valid_from=2020
        i OWNS a share=0.4 modality=planned
    """)
    assert answered("shareholdings", graph, "owner direct") == [("k", "0.6")]
    assert answered("shareholdings", graph, "owner direct", as_of="2018") == [("v", "0.6")]
    said = notes("shareholdings", graph)
    assert "Ikke i kraft, og derfor ikke regnet med: 1 påstand om eierskap." in said
    assert "Bare planlagt eller ønsket, og derfor ikke regnet med: 1 påstand om eierskap." in said


MERGED = """
    Municipality a
    Municipality b
    Municipality n
    Actor kraft
    a SUCCEEDED_BY n valid_from=2020
    b SUCCEEDED_BY n valid_from=2020
    a OWNS kraft share=0.3
    b OWNS kraft share=0.2
"""


def test_a_merged_municipality_has_what_both_had():
    assert answered("shareholdings", drawn(MERGED), "owner direct", as_of="2021") == [("n", "0.5")]
    assert answered("shareholdings", drawn(MERGED), "owner direct") == [("n", "0.5")]
    assert answered("shareholdings", drawn(MERGED), "owner direct", as_of="2019") == [
        ("a", "0.3"),
        ("b", "0.2"),
    ]


def test_what_is_said_of_a_successor_from_then_on_stands_instead_of_what_it_took_over():
    graph = drawn(MERGED + "n OWNS kraft share=0.45 valid_from=2020")
    assert answered("shareholdings", graph, "owner direct", as_of="2021") == [("n", "0.45")]


def test_what_it_had_before_is_added_to_what_it_took_over():
    graph = drawn(MERGED + "n OWNS kraft share=0.25 valid_from=2010")
    assert answered("shareholdings", graph, "owner direct", as_of="2021") == [("n", "0.75")]


def test_what_several_take_over_from_one_is_not_known_of_each():
    graph = drawn("""
        Municipality a
        Municipality b
        Municipality c
        Actor kraft
        a SUCCEEDED_BY b valid_from=2020
        a SUCCEEDED_BY c valid_from=2020
        a OWNS kraft share=0.3
    """)
    assert answered("shareholdings", graph, "owner direct", as_of="2021") == [
        ("b", "0–0.3"),
        ("c", "0–0.3"),
    ]


def test_control_runs_through_those_who_are_controlled_not_through_parts():
    # v has 0.26 of c in all but controls it; k has as much in all and controls nothing.
    graph = drawn("""
        Municipality v
        Municipality k
        Actor a
        Actor b
        Actor c
        v OWNS a share=0.51
        k OWNS b share=0.49
        a OWNS c share=0.51
        b OWNS c share=0.49
    """)
    rows = {row[:2]: row[2:] for row in answered("shareholdings", graph, PARTS)}
    assert rows["v", "c"] == (None, "0.2601", "majority")
    assert rows["k", "c"] == (None, "0.2401", None)
    assert "Sikkert flertall: v i a og v i c." in notes("shareholdings", graph)


def test_at_level_municipality_only_what_municipalities_have_is_shown():
    graph = drawn("Municipality v\nActor a\nActor b\nv OWNS a share=1\na OWNS b share=0.5")
    assert answered("shareholdings", graph, PARTS, level="municipality") == [
        ("v", "a", "1", "1", "majority"),
        ("v", "b", None, "0.5", None),
    ]
    lone = drawn("Actor a\nActor b\na OWNS b")
    assert notes("shareholdings", lone, level="municipality").startswith(
        "Ingen kommune er sagt å eie noe av et selskap eller en ressurs."
    )


MATRICES = st.integers(2, 7).flatmap(
    lambda n: st.lists(st.lists(st.integers(0, 3), min_size=n, max_size=n), min_size=n, max_size=n)
)


@given(numbers=MATRICES)
@settings(max_examples=60, deadline=None)
def test_in_all_is_what_brioschi_buzzacchi_and_colombo_define(numbers):
    shares = np.array(numbers, dtype=float)
    np.fill_diagonal(shares, 0)
    shares /= np.maximum(shares.sum(axis=0), 1) * 1.25  # a fifth at least is nobody's
    whole = shares @ np.linalg.inv(np.eye(len(shares)) - shares)
    for owner in range(len(shares)):
        found = known(shares).integrated(owner)
        for company in set(range(len(shares))) - {owner}:
            once = whole[owner, company] / (1 + whole[owner, owner])
            part = found.get(company, Holding(0, 0))
            assert part == (pytest.approx(once, abs=2e-9),) * 2


@given(numbers=MATRICES, unknown=st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_however_the_unknown_is_dealt_out_what_an_owner_has_lies_within(numbers, unknown):
    shares = np.array(numbers, dtype=float)
    np.fill_diagonal(shares, 0)
    shares /= np.maximum(shares.sum(axis=0), 1) * 1.25
    hidden = {(a, b) for a, b in np.argwhere(shares > 0).tolist() if unknown.random() < 0.4}
    said = {
        company: {
            int(one): Holding(0.0, 1.0) if (one, company) in hidden else Holding(part, part)
            for one, part in enumerate(column)
            if part > 0
        }
        for company, column in enumerate(shares.T)
    }
    sure = known(shares)
    for owner in range(len(shares)):
        wide, narrow = Shareholdings(said).integrated(owner), sure.integrated(owner)
        for company, part in narrow.items():
            assert wide[company].least <= part.least + 2e-9
            assert wide[company].most >= part.most - 2e-9
        controlled = Shareholdings(said).controlled(owner, surely=True)
        assert controlled <= sure.controlled(owner, surely=True)
        assert sure.controlled(owner, surely=True) <= Shareholdings(said).controlled(
            owner, surely=False
        )


def test_two_that_control_each_other_have_a_sure_majority():
    graph = drawn("""
        Actor a
        Actor b
        Actor c
        a OWNS b share=0.6
        b OWNS a share=0.6
        b OWNS c share=0.6
    """)
    assert "Sikkert flertall: a i b, a i c, b i a og b i c." in notes("shareholdings", graph)


def test_of_municipalities_alone_no_other_owners_majority_is_told():
    graph = drawn("""
        Municipality v
        Actor e
        Actor k
        e OWNS k share=0.8
        v OWNS k share=0.2
    """)
    assert "Sikkert flertall: e i k." in notes("shareholdings", graph)
    said = notes("shareholdings", graph, level="municipality")
    assert "Ingen kommune har et sikkert flertall." in said
    assert "e i k" not in said


def test_what_a_company_holds_of_itself_is_not_said_to_be_out_of_force():
    graph = drawn("""
        Actor v
        Actor k
        v OWNS k share=0.7
        k OWNS k share=0.3
    """)
    assert answered("shareholdings", graph, PARTS) == [("v", "k", "0.7", "0.7", "majority")]
    assert "Ikke i kraft" not in notes("shareholdings", graph)
