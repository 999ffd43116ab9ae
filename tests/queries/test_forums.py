"""Parties and activities as two modes, against published values and NetworkX.

Sources: Davis, Gardner and Gardner, Deep South (1941); Borgatti and Everett, Social Networks 19
(1997) 243-269, and Borgatti and Halgin, "Analyzing affiliation networks" (2011), table 3.
"""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphtool import PlanGraph, engine
from tests.drawing import drawn, notes


def of_two_modes(attended: nx.Graph, parties: list, activities: list) -> PlanGraph:
    return PlanGraph.from_tables(
        [
            *({"id": f"p{n}", "kind": "Actor", "name": str(n)} for n in parties),
            *({"id": f"a{n}", "kind": "Project", "name": str(n)} for n in activities),
        ],
        [
            {"source": f"p{a}", "relation": "PARTICIPATES_IN", "target": f"a{b}"}
            for a in parties
            for b in attended[a]
        ],
    )


def rows_of(graph: PlanGraph) -> dict[str, dict]:
    return {row["node"]: row for row in engine.run("forums", graph).records()}


def test_the_southern_women_are_as_borgatti_and_halgin_found_them():
    attended = nx.davis_southern_women_graph()
    women, events = attended.graph["top"], attended.graph["bottom"]
    found = rows_of(of_two_modes(attended, women, events))
    # Degree, closeness and betweenness, normalised for two modes.
    published = {
        "pEvelyn Jefferson": (0.571, 0.800, 0.097),
        "pNora Fayette": (0.571, 0.800, 0.114),
        "aE8": (0.778, 0.846, 0.244),
        "aE9": (0.667, 0.786, 0.226),
        "aE1": (0.167, 0.524, 0.002),
    }
    for node, values in published.items():
        row = found[node]
        assert [row[name] for name in ("share", "closeness", "betweenness")] == pytest.approx(
            list(values), abs=6e-4
        )
    assert found["aE8"]["degree_rank"] == found["aE8"]["degree_ties"] == 1
    assert found["pEvelyn Jefferson"]["degree_ties"] == 3


@given(st.integers(1, 7), st.integers(1, 7), st.floats(0.1, 1), st.integers(0, 10_000))
@settings(max_examples=12, deadline=None, derandomize=True)
def test_any_two_modes_have_the_values_of_networkx(n, m, p, seed):
    ties = nx.bipartite.random_graph(n, m, p, seed=seed)
    ties.remove_nodes_from(list(nx.isolates(ties)))
    parties = [node for node, data in ties.nodes(data=True) if data["bipartite"] == 0]
    activities = [node for node in ties if node not in set(parties)]
    if len(parties) < 2 or len(activities) < 2:
        return
    found = rows_of(of_two_modes(ties, parties, activities))
    for name, theirs in (
        ("share", nx.bipartite.degree_centrality(ties, parties)),
        ("closeness", nx.bipartite.closeness_centrality(ties, parties)),
        ("betweenness", nx.bipartite.betweenness_centrality(ties, parties)),
    ):
        if name == "closeness" and not nx.is_connected(ties):
            assert all(row["closeness"] <= 1 for row in found.values())
            continue
        for node, value in theirs.items():
            key = f"p{node}" if node in set(parties) else f"a{node}"
            assert found[key][name] == pytest.approx(value, abs=1e-9), (name, key)


def test_a_forum_that_meets_is_an_activity_and_no_party_of_its_own():
    graph = drawn("""
        Municipality v
        Municipality w
        Actor n name=Nettet subkind=network
        v MEMBER_OF n
        w MEMBER_OF n
    """)
    assert [(row["node"], row["mode"]) for row in engine.run("forums", graph).records()] == [
        ("n", "activity"),
        ("v", "party"),
        ("w", "party"),
    ]
    assert "2 parter, 1 aktivitet, 2 deltakelser." in notes("forums", graph)
    assert "Med i flest" not in notes("forums", graph)


def test_where_all_are_tied_to_all_centrality_points_here():
    graph = drawn(
        "\n".join(
            [
                "Actor n subkind=network",
                *(f"Municipality {m}\n{m} MEMBER_OF n" for m in "abcd"),
                "Project p",
                "a PARTICIPATES_IN p",
                "b PARTICIPATES_IN p",
            ]
        )
    )
    assert "Spørsmålet «Det partene møtes i» (forums) viser" in notes("centrality", graph)
    assert "Med i flest aktiviteter: a og b (2)." in notes("forums", graph)
