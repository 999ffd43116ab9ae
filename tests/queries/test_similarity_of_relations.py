"""Whether kinds of ties go together: published values, and what holds of any two networks.

Florence: who married and who did business, sixteen families (Padgett and Ansell, American Journal
of Sociology 98 (1993); the matrices of Breiger and Pattison, Social Networks 8 (1986)). Their QAP
correlation is 0.372 (UCINET's and statnet's example data; gcor of sna gives 0.3718679).
"""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphtool import PlanGraph
from graphtool.algorithms import quadratic
from graphtool.algorithms.quadratic import likeness
from tests.drawing import answered, drawn, notes

BUSINESS = """
    Barbadori Castellani
    Barbadori Ginori
    Barbadori Medici
    Barbadori Peruzzi
    Bischeri Guadagni
    Bischeri Lamberteschi
    Bischeri Peruzzi
    Castellani Lamberteschi
    Castellani Peruzzi
    Ginori Medici
    Guadagni Lamberteschi
    Lamberteschi Peruzzi
    Medici Pazzi
    Medici Salviati
    Medici Tornabuoni
"""


def florence() -> PlanGraph:
    """Marriages as collaboration, business as funding each other."""
    families = [*nx.florentine_families_graph(), "Pucci"]
    business = [line.split() for line in BUSINESS.split("\n") if line.strip()]
    return PlanGraph.from_tables(
        [{"id": name, "kind": "Actor", "name": name} for name in families],
        [
            {"source": one, "relation": "COLLABORATES_WITH", "target": other}
            for one, other in nx.florentine_families_graph().edges
        ]
        + [
            {"source": one, "relation": "FUNDS", "target": other}
            for pair in business
            for one, other in (pair, pair[::-1])
        ],
    )


def test_in_florence_marriage_and_business_go_together():
    (row,) = answered(
        "similarity-of-relations",
        florence(),
        "one other one_ties other_ties common overlap correlation p repeats",
        isolates=True,
    )
    assert row[:5] == ("TOGETHER", "FUNDS", 40, 30, 16)
    assert row[5] == pytest.approx(8 / 27)
    assert row[6] == pytest.approx(0.3718679, abs=5e-8)
    assert row[7] < 0.005
    assert row[8] == 2000
    assert "korrelasjon 0,37" in notes("similarity-of-relations", florence(), isolates=True)


def test_with_one_relation_alone_there_is_nothing_to_compare():
    graph = drawn("Actor a\nActor b\na FUNDS b")
    assert answered("similarity-of-relations", graph, "one") == []
    assert notes("similarity-of-relations", graph) == (
        "Det er bare ett slag forbindelser: finansierer. Det er ingenting å sammenligne det med."
    )


def test_what_ties_all_to_all_goes_together_with_nothing():
    graph = drawn("Actor a\nActor b\na FUNDS b\nb FUNDS a\na LEADS b")
    rows = answered(
        "similarity-of-relations", graph, "overlap correlation", relations=("LEADS", "FUNDS")
    )
    assert rows == [(0.5, None)]


def test_nobody_and_nothing():
    assert answered("similarity-of-relations", drawn("Goal g"), "one") == []
    assert notes("similarity-of-relations", drawn("Goal g")) == "Ingen parter deltar i noe."


@given(n=st.integers(3, 8), random=st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_the_correlation_is_numpys_of_the_cells_beside_the_diagonal(n, random):
    cells = [(a, b) for a in range(n) for b in range(n) if a != b]
    one, other = ([float(random.random() < 0.4) for _ in cells] for _ in range(2))
    keys = [
        np.array([a * n + b for (a, b), tie in zip(cells, ties, strict=True) if tie], dtype=int)
        for ties in (one, other)
    ]
    found = likeness(*keys, n, repeats=20)
    if 0 < sum(one) < len(cells) and 0 < sum(other) < len(cells):
        assert found.correlation.value == pytest.approx(np.corrcoef(one, other)[0, 1], abs=1e-12)
        assert 0 < found.correlation.p <= 1
    else:
        assert found.correlation is None
    with pytest.MonkeyPatch.context() as patched:  # as where a table of all pairs is too large
        patched.setattr(quadratic, "BITS", 0)
        assert likeness(*keys, n, repeats=20).correlation == found.correlation
    same = likeness(keys[0], keys[0], n, repeats=20)
    assert same.common == len(keys[0])


def test_chance_counts_what_lies_as_far_on_either_side() -> None:
    # Over all 120 changes of places: 0.5 in 20 of a hundred, -0.5 in 20, and nothing farther.
    def ties(*pairs: tuple[int, int]) -> np.ndarray:
        return np.sort([5 * a + b for one, other in pairs for a, b in ((one, other), (other, one))])

    five = ties((3, 1), (3, 2), (4, 0), (4, 1), (4, 2))
    found = likeness(five, ties((3, 1), (3, 2)), 5).correlation
    assert found is not None
    assert found.value == pytest.approx(0.5)
    assert found.p == pytest.approx(0.4, abs=0.03)
