"""Brokers by the five roles of Gould and Fernandez, Sociological Methodology 19 (1989) 89-126."""

from __future__ import annotations

from itertools import permutations, product

import networkx as nx
import numpy as np
import pytest
from scipy.sparse import csr_array

from graphtool.algorithms import brokerage
from graphtool.algorithms.brokerage import ROLES
from tests.drawing import answered, drawn, notes, of_ties

TOWNS = """
    Municipality v
    Municipality w
    Municipality x
    Actor a subkind=company
    Actor b subkind=company
    Actor c subkind=company
    v OWNS a
    v OWNS b
    w OWNS c
"""


@pytest.mark.parametrize(
    ("first", "broker", "last", "role"),
    # The five figures of Gould and Fernandez' table 1, by the groups of the three.
    [
        ("A", "A", "A", "coordinator"),
        ("B", "A", "A", "gatekeeper"),
        ("A", "A", "B", "representative"),
        ("B", "A", "B", "itinerant"),
        ("B", "A", "C", "liaison"),
    ],
)
def test_each_of_the_five_roles_is_told_by_the_groups_of_the_three(first, broker, last, role):
    way = csr_array((np.ones(2), ([0, 1], [1, 2])), shape=(3, 3))
    group = np.array([ord(letter) for letter in (first, broker, last)])
    counts = brokerage.brokerage(way, group).counts
    assert dict(zip(ROLES, counts[1].tolist(), strict=True)) == dict.fromkeys(ROLES, 0) | {role: 1}
    assert counts[[0, 2]].sum() == 0


def test_where_the_first_reaches_the_last_directly_nobody_mediates():
    triangle = csr_array((np.ones(3), ([0, 1, 0], [1, 2, 2])), shape=(3, 3))
    assert brokerage.brokerage(triangle, np.array([0, 0, 0])).counts.sum() == 0


@pytest.mark.parametrize("directed", [True, False])
@pytest.mark.parametrize("cells", [1, brokerage.CELLS])  # in two tables of bits, or in one
def test_every_way_of_two_steps_is_counted_once(monkeypatch, directed, cells):
    """As the definition says: of all threes, one by one."""
    monkeypatch.setattr(brokerage, "CELLS", cells)
    arcs = nx.gnp_random_graph(70, 0.12, seed=4, directed=directed)
    group = np.random.RandomState(4).randint(0, 4, 70)
    expected = np.zeros((70, len(ROLES)), dtype=np.int64)
    for broker in arcs:
        comes = arcs.predecessors(broker) if directed else arcs.neighbors(broker)
        for first, last in product(comes, arcs[broker]):
            if first != last and not arcs.has_edge(first, last):
                expected[broker, ROLES.index(role(group[[first, broker, last]]))] += 1
    counts = brokerage.brokerage(csr_array(nx.to_scipy_sparse_array(arcs)), group).counts
    assert counts.tolist() == expected.tolist()


def role(three: np.ndarray) -> str:
    """By the groups of the first, the broker and the last."""
    first, broker, last = three
    if first == broker:
        return "coordinator" if last == broker else "representative"
    return "gatekeeper" if last == broker else "itinerant" if last == first else "liaison"


def test_expected_is_the_mean_over_groups_dealt_out_by_lot():
    arcs = nx.gnp_random_graph(6, 0.4, seed=2, directed=True)
    matrix = csr_array(nx.to_scipy_sparse_array(arcs, format="csr"))
    dealt = [
        brokerage.brokerage(matrix, np.array(group))
        for group in {*permutations([0, 0, 0, 1, 1, 2])}
    ]
    assert len(dealt) == 60  # as likely each
    expected = dealt[0].expected
    assert expected.sum() > 5
    assert np.allclose(np.mean([one.counts for one in dealt], axis=0), expected)
    assert np.allclose(expected.sum(axis=1), dealt[0].counts.sum(axis=1))


def test_a_company_opens_its_town_to_another():
    graph = drawn(TOWNS + "a COLLABORATES_WITH b\na COLLABORATES_WITH c")
    columns = "party group between gatekeeper representative across"
    assert answered("brokers", graph, columns) == [("a", "v", 2, 1, 1, 2)]
    # All three are companies.
    assert answered("brokers", graph, "party coordinator across", by="sector") == [("a", 2, 0)]


def test_two_that_mediate_alike_are_no_winners():
    said = notes("brokers", of_ties(nx.path_graph(4)))
    assert "ingen skiller seg ut" in said
    assert "oftest" not in said


@pytest.mark.parametrize("ties", [nx.empty_graph(0), nx.empty_graph(2), nx.complete_graph(5)])
def test_nobody_mediates_where_there_is_nothing_to_mediate(ties):
    assert answered("brokers", of_ties(ties), "party") == []
    assert notes("brokers", of_ties(ties))


def test_members_of_one_council_have_it_in_common_and_still_nobody_stands_between_them():
    # Both arrows run into the council: no way runs over it, and the two are not tied themselves.
    graph = drawn("""
        Municipality a
        Municipality b
        Actor r subkind=council
        a MEMBER_OF r
        b MEMBER_OF r
    """)
    assert answered("brokers", graph, "party", relation="MEMBER_OF") == []
    assert notes("brokers", graph, relation="MEMBER_OF") == (
        "Ingen står mellom to andre: ingen vei går over en part til en tredje som den første ikke"
        " selv er knyttet til."
    )
    assert notes("brokers", graph, relation="FUNDS") == (
        "Ingen part har denne sammenhengen til en annen."
    )
