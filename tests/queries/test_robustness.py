"""What the network and the goals withstand as parties leave."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_array

from graphtool import engine
from graphtool.algorithms import attack
from graphtool.errors import GraphtoolError
from graphtool.queries import robustness as module
from tests.drawing import answered, drawn, notes, of_ties

STAR = """
    Municipality a name=Arendal
    Municipality b name=Bykle
    Municipality c name=Cappelen
    Municipality d name=Dal
    Goal g
    Goal h
    a COLLABORATES_WITH b
    a COLLABORATES_WITH c
    a COLLABORATES_WITH d
    a OWNS g
    a OWNS h
    b OWNS h
"""


def rows(order: str, columns: str, **options: object) -> list[tuple]:
    told = answered("robustness", drawn(STAR), f"order {columns}", **options)
    return [tuple(rest) for name, *rest in told if name == order]


def test_without_the_middle_of_a_star_nobody_reaches_anybody():
    # After a has left three parties of four are alone; then b goes, and h has nobody.
    assert rows("degree", "gone last largest reachable orphaned") == [
        (0, None, 1.0, 1.0, 0.0),
        (1, "a", 0.25, 0.0, 0.5),
        (2, "b", 0.25, 0.0, 1.0),
    ]
    assert rows("betweenness", "gone last") == rows("degree", "gone last")


def test_by_lot_it_is_the_mean_over_the_same_draws_each_time():
    # One of four leaves: by lot the middle in one case of four, and 3/4 or 1/4 hang together.
    by_lot = rows("random", "gone largest reachable largest_low")
    assert by_lot == rows("random", "gone largest reachable largest_low")
    gone, largest, reachable, low = by_lot[1]
    assert gone == 1
    assert largest == pytest.approx(0.75 * 3 / 4 + 0.25 / 4, abs=0.08)
    assert reachable == pytest.approx(0.75 * 3 / 6, abs=0.08)
    assert low == 0.25


def test_it_is_told_against_a_network_that_never_splits():
    said = notes("robustness", drawn(STAR))
    assert (
        "Flest partnere først: når 1 part er borte, henger høyst halvparten så mange sammen."
        in (said.splitlines())
    )
    assert "om de 4 som nå henger sammen, aldri delte seg" in said
    assert "ville høyst halvparten være igjen når 2 av dem var borte" in said


def test_who_is_tied_to_nobody_does_not_count_in_what_it_is_told_against():
    graph = nx.complete_graph(4)  # never splits; 4/7 and its half 2/7 are rounded
    graph.add_nodes_from("xyz")
    said = notes("robustness", of_ties(graph), "en").splitlines()
    assert "Most partners first: with 2 parties gone, no more than half as many hang together." in (
        said
    )
    assert "if the 4 that hang together now never split" in said[-2]
    assert "when 2 of them were gone" in said[-2]


def test_that_a_council_leaves_is_not_that_it_ends():
    """Its members still meet in it here; without it they would have nothing in common."""
    council = "Actor r name=Rådet subkind=council\n"
    graph = drawn(council + "".join(f"Municipality {m}\n{m} MEMBER_OF r\n" for m in "abc"))
    said = notes("robustness", graph)
    assert said.splitlines()[-1].endswith(
        "Uten «Rådet» ville 3 parter miste kontakten med hverandre."
    )
    assert "møtes i" not in notes("robustness", graph, level="municipality")  # it cannot leave
    assert "møtes i" not in notes("robustness", drawn(STAR))


def test_a_council_is_not_said_to_tie_most_where_a_project_ties_more():
    """Three stand alone without the project, two without Styret and one without Rådet."""
    members = [f"{m} LEADS {project}" for m in "abcdef" for project in ("core", "again")]
    members += [f"{m} LEADS wide" for m in "axyz"]
    members += ["b MEMBER_OF r", "u MEMBER_OF r", *(f"{m} MEMBER_OF s" for m in "cvw")]
    towns = [f"Municipality {m}" for m in "abcdefuvwxyz"]
    councils = [f"Actor {id_} name={name} subkind=council" for id_, name in COUNCILS.items()]
    graph = drawn(
        "\n".join(
            [*towns, *councils, *(f"Project {p}" for p in ("core", "again", "wide")), *members]
        )
    )
    assert "Flest, 3 parter, ville miste kontakten med de andre uten «wide»" in notes(
        "bridges", graph
    )
    said = notes("robustness", graph).splitlines()[-1]
    assert said.endswith("Uten «Styret» ville 2 parter miste kontakten med de andre.")


COUNCILS = {"r": "Rådet", "s": "Styret"}


def test_goals_that_nobody_answers_for_are_not_counted():
    graph = drawn("Municipality a\nMunicipality b\na COLLABORATES_WITH b\nGoal g")
    assert {row["orphaned"] for row in engine.run("robustness", graph).records()} == {None}


def test_a_goal_whose_holder_counts_for_no_municipality_is_not_lost_with_who_would_inherit():
    """Kari still answers for g once Vennesla, which owns the goal above it, is gone."""
    graph = drawn("""
        Municipality v
        Municipality i
        Municipality j
        Actor kari subkind=person
        Goal whole
        Goal g
        Goal h
        v OWNS whole
        g PART_OF whole
        kari OWNS g
        i OWNS h
        v COLLABORATES_WITH i
        v COLLABORATES_WITH j
    """)
    found = engine.rows("robustness", graph, level="municipality").rows
    [gone] = found[(found["order"] == "degree") & (found["gone"] == 1)].to_dict("records")
    assert (gone["last"], gone["orphaned"]) == ("v", 0.5)  # of whole and h, whole


def test_a_goal_that_somebody_of_no_municipality_answers_for_too_is_not_lost():
    """Kari answers for g together with Vennesla, and is of no municipality: she stays."""
    graph = drawn("""
        Municipality v
        Municipality i
        Municipality j
        Actor kari subkind=person
        Goal g
        Goal h
        kari OWNS g
        v OWNS g
        v OWNS h
        v COLLABORATES_WITH i
        v COLLABORATES_WITH j
    """)
    found = engine.rows("robustness", graph, level="municipality").rows
    [gone] = found[(found["order"] == "degree") & (found["gone"] == 1)].to_dict("records")
    assert (gone["last"], gone["orphaned"]) == ("v", 0.5)  # of g and h, h
    [gone, *_] = found[(found["order"] == "degree") & (found["gone"] == 2)].to_dict("records")
    assert gone["orphaned"] == 0.5


def test_nobody_and_nobody_tied():
    assert notes("robustness", drawn("Goal g")) == "Ingen parter deltar i noe."
    alone = of_ties(nx.empty_graph(3))
    assert notes("robustness", alone, "en") == (
        "Nobody is tied to anybody: there is no network to weaken."
    )


def test_too_many_are_refused_in_words(monkeypatch):
    monkeypatch.setattr(module, "MOST_PARTIES", 3)
    with pytest.raises(GraphtoolError, match="4 parties are too many"):
        engine.run("robustness", drawn(STAR))


@settings(derandomize=True, max_examples=40, deadline=None)
@given(
    st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=14),
    st.permutations(range(8)),
    st.integers(0, 8),
)
def test_what_is_left_is_what_networkx_finds(pairs, order, removals):
    graph = nx.Graph([pair for pair in pairs if pair[0] != pair[1]])
    graph.add_nodes_from(range(8))
    matrix = csr_array(nx.to_scipy_sparse_array(graph, nodelist=range(8), dtype=float))
    left = attack.remaining(matrix, order[:removals])
    for gone in range(removals + 1):
        rest = graph.subgraph(set(graph) - set(order[:gone]))
        sizes = [len(part) for part in nx.connected_components(rest)]
        assert left.largest[gone] == max(sizes, default=0)
        assert left.pairs[gone] == sum(size * (size - 1) // 2 for size in sizes)


def test_the_one_with_most_goes_first_and_of_equals_the_first():
    path = csr_array(nx.to_scipy_sparse_array(nx.path_graph(5), dtype=float))
    order = attack.most_first(path, lambda m: np.diff(m.indptr).astype(float), 3)
    assert order.tolist() == [1, 3, 0]
