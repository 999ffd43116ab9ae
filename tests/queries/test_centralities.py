"""Any centrality in any network: published facts, NetworkX, and shapes known by heart.

Krackhardt's kite: D. Krackhardt, Administrative Science Quarterly 35 (1990) 342-369, in which
degree, closeness and betweenness each have another first. Florence: Padgett and Ansell, American
Journal of Sociology 98 (1993), sixteen families, of which the Pucci married none of the others.
"""

from __future__ import annotations

from typing import Any

import igraph  # type: ignore[import-untyped]
import networkx as nx
import numpy as np
import pandas as pd
import pytest

from graphtool import PlanGraph, engine
from graphtool.algorithms import resampling
from graphtool.errors import GraphtoolError
from graphtool.queries import centralities as module
from graphtool.queries import position_values
from graphtool.queries.position_measures import POSITIONS
from tests.drawing import answered, drawn, notes, of_ties

UNDIRECTED = [name for name, position in POSITIONS.items() if position.directed is not True]
DIRECTED = [name for name, position in POSITIONS.items() if position.directed is not False]


def values(graph: PlanGraph, measure: str, **options: Any) -> dict[str, float]:
    rows = engine.run("centralities", graph, measure=(measure,), **options).records()
    return {row["party"]: row["value"] for row in rows}


def first(graph: PlanGraph, measure: str, **options: Any) -> set[str]:
    rows = engine.run("centralities", graph, measure=(measure,), **options).records()
    return {row["party"] for row in rows if row["rank"] == 1}


def funding(arrows: nx.DiGraph) -> PlanGraph:
    return PlanGraph.from_tables(
        [{"id": f"a{node}", "kind": "Actor", "name": str(node)} for node in arrows],
        [
            {"source": f"a{one}", "relation": "FUNDS", "target": f"a{other}"}
            for one, other in arrows.edges
        ],
    )


def test_in_krackhardts_kite_each_of_three_measures_has_another_first():
    kite = of_ties(nx.krackhardt_kite_graph())
    assert first(kite, "degree") == {"3"}
    assert values(kite, "degree")["3"] == 6
    assert first(kite, "closeness") == {"5", "6"}
    assert values(kite, "closeness")["5"] == pytest.approx(9 / 14)
    assert first(kite, "betweenness") == {"7"}
    assert values(kite, "betweenness")["7"] == pytest.approx(14 / 36)


def test_the_pucci_count_among_sixteen_families_when_the_lonely_are_asked_for():
    rows = of_ties(nx.florentine_families_graph())
    families = rows.nodes.to_dict("records")
    ids = rows.nodes["id"].tolist()
    ties = [
        {"source": ids[tie.source], "relation": tie.relation, "target": ids[tie.target]}
        for tie in rows.edges.itertuples()
    ]
    pucci = {"id": "Pucci", "kind": "Actor", "name": "Pucci"}
    named = [{name: row[name] for name in ("id", "kind", "name")} for row in families]
    graph = PlanGraph.from_tables([*named, pucci], ties)
    assert len(values(graph, "degree")) == 15
    all_of_them = values(graph, "degree", isolates=True)
    assert len(all_of_them) == 16
    assert all_of_them["Pucci"] == 0
    # Wasserman and Faust divide by 15 * 14 / 2, Jackson, without the Pucci, by 14 * 13 / 2.
    assert values(graph, "betweenness", isolates=True)["Medici"] == pytest.approx(47.5 / 105)
    assert values(graph, "betweenness")["Medici"] == pytest.approx(47.5 / 91)
    assert "1 is tied to nobody" in notes("centralities", graph, "en", isolates=True)
    assert "Pucci" not in values(graph, "constraint", isolates=True)


def test_zacharys_two_leaders_are_first_by_what_follows_the_ties():
    club = of_ties(nx.Graph(nx.karate_club_graph().edges))
    known = nx.pagerank(nx.karate_club_graph(), weight=None, tol=1e-14, max_iter=1000)
    found = values(club, "pagerank")
    assert found == pytest.approx({str(node): value for node, value in known.items()}, abs=1e-9)
    assert sorted(found, key=found.__getitem__)[-2:] == ["0", "33"]
    assert first(club, "constraint") == {"0"}
    assert max(values(club, "core").values()) == 4


def test_burts_example_has_the_redundancy_that_he_and_borgatti_found():
    """R. S. Burt, Structural Holes (1992), p. 56, figure 2.2, as S. P. Borgatti has it, Connections
    20 (1997) 35-38: of G's six contacts 4.67 are left, 78 in a hundred."""
    example = of_ties(nx.Graph(["AB", "AE", "AF", "AG", "BD", "BG", "DG", "EG", "FG", "CG"]))
    size = values(example, "effective_size")
    assert size["G"] == pytest.approx(4.67, abs=0.005)
    assert size["G"] / values(example, "degree")["G"] == pytest.approx(0.78, abs=0.005)
    assert (size["A"], size["C"]) == (2.5, 1)
    found = values(example, "constraint")
    assert [round(found[node], 3) for node in "GAC"] == [0.4, 0.595, 1]
    assert first(example, "constraint") == first(example, "effective_size") == {"G"}


@pytest.mark.parametrize("seed", range(3))
def test_a_relation_has_a_direction_and_networkx_agrees(seed):
    arrows = nx.gnp_random_graph(9, 0.25, seed=seed, directed=True)
    graph = funding(arrows)
    tied = arrows.subgraph([node for node in arrows if arrows.degree(node)])
    expected = {
        "in_degree": dict(tied.in_degree),
        "out_degree": dict(tied.out_degree),
        "degree": dict(tied.degree),
        "betweenness": nx.betweenness_centrality(tied),
        "closeness": nx.closeness_centrality(tied.reverse()),
        "harmonic": {
            node: value / (len(tied) - 1)
            for node, value in nx.harmonic_centrality(tied.reverse()).items()
        },
        "pagerank": nx.pagerank(tied, tol=1e-14, max_iter=1000),
        "constraint": nx.constraint(tied),
        "core": nx.core_number(nx.Graph(tied)),
    }
    for measure, known in expected.items():
        found = values(graph, measure, relation="FUNDS")
        assert found == pytest.approx({f"a{n}": v for n, v in known.items()}, abs=1e-9), measure
    told = {row["measure"] for row in engine.run("centralities", graph, relation="FUNDS").records()}
    assert told <= set(DIRECTED)


def test_a_strong_tie_is_a_short_way():
    # a and b share two projects of their own, b and c too; a and c meet among many once.
    graph = drawn(
        "\n".join(
            [
                *(f"Municipality {m}" for m in "abcdef"),
                *(f"Project p{at}" for at in range(5)),
                *("a LEADS p0\nb LEADS p0\na LEADS p1\nb LEADS p1".splitlines()),
                *("b LEADS p2\nc LEADS p2\nb LEADS p3\nc LEADS p3".splitlines()),
                *(f"{m} PARTICIPATES_IN p4" for m in "acdef"),
            ]
        )
    )
    assert values(graph, "betweenness")["b"] == 0
    assert values(graph, "weighted_betweenness")["b"] > 0


def test_arrows_may_be_taken_as_ties():
    # a funds b and b a: one tie, and c has one too.
    arrows = nx.DiGraph([(0, 1), (1, 0), (2, 1)])
    graph, asked = funding(arrows), {"relation": "FUNDS", "undirected": True}
    assert values(graph, "degree", **asked) == {"a0": 1, "a1": 2, "a2": 1}
    assert values(graph, "strength", **asked) == {"a0": 1, "a1": 2, "a2": 1}
    assert values(graph, "betweenness", **asked)["a1"] == 1
    assert values(graph, "in_degree", **asked) == {}
    said = notes("centralities", graph, "en", **asked)
    assert "3 parties, 2 ties of 3 possible" in said
    assert "Every arrow counts as a tie" in said


def test_ties_may_be_taken_as_equally_strong():
    # a and b share two projects of their own, b and c one: twice and once 1.
    graph = drawn(
        """
        Municipality a
        Municipality b
        Municipality c
        Project p
        Project q
        Project r
        a LEADS p
        b LEADS p
        a LEADS q
        b LEADS q
        b LEADS r
        c LEADS r
        """
    )
    assert values(graph, "strength") == {"a": 2, "b": 3, "c": 1}
    assert values(graph, "strength", unweighted=True) == {"a": 1, "b": 2, "c": 1}
    assert "All ties count alike" in notes("centralities", graph, "en", unweighted=True)
    assert "All ties count alike" not in notes("centralities", graph, "en")


SHARES = [name for name, position in POSITIONS.items() if position.directed is not True]


@pytest.mark.parametrize("measure", SHARES)
def test_a_part_by_itself_is_as_a_network_of_that_part_alone(measure):
    star, path, ring = nx.star_graph(4), nx.path_graph(4), nx.cycle_graph(3)
    parts = nx.disjoint_union_all([star, path, ring, nx.path_graph(2)])
    found = values(of_ties(parts), measure, per_component=True)
    alone = {}
    for members in nx.connected_components(parts):
        alone |= values(of_ties(parts.subgraph(members)), measure)
    assert found == pytest.approx(alone, abs=1e-9)


def test_who_is_alone_in_a_part_has_no_standing_in_it_and_is_first_by_nothing():
    graph = of_ties(nx.disjoint_union(nx.path_graph(3), nx.empty_graph(1)))
    for measure in position_values.STANDINGS:
        assert set(values(graph, measure, per_component=True)) == {"0", "1", "2"}
        assert set(values(graph, measure)) == {"0", "1", "2", "3"}


def test_what_is_said_of_a_measure_is_so_in_the_network_that_was_asked_for():
    two_arrows = funding(nx.DiGraph([(0, 1), (2, 1)]))
    said = notes("centralities", two_arrows, "en", relation="FUNDS", undirected=True)
    assert "number of activities" not in said
    assert "Every arrow counts as a tie" in said
    shared = of_ties(nx.path_graph(3))
    said = notes("centralities", shared, "en", undirected=True)
    assert "number of activities that it shares" in said
    assert "Every arrow" not in said
    assert "0 outside the strongest part" in said
    assert "0 outside" not in notes("centralities", shared, "en", per_component=True)
    assert "number of activities" not in notes("centralities", shared, "en", unweighted=True)


def test_closeness_of_each_part_by_itself_is_igraphs():
    pairs = [(0, 1), (1, 2), (1, 3), (4, 5), (5, 6)]
    theirs = igraph.Graph(edges=pairs).closeness(normalized=True)
    found = values(of_ties(nx.Graph(pairs)), "closeness", per_component=True)
    assert found == pytest.approx({str(node): value for node, value in enumerate(theirs)})
    said = notes("centralities", of_ties(nx.Graph(pairs)), "en", per_component=True)
    assert "Each part is worked out by itself" in said


def test_the_short_query_answers_with_the_longs_where_it_is_asked_what_only_that_knows():
    graph = funding(nx.DiGraph([(0, 1), (2, 1)]))
    short = engine.run("centrality", graph, relation="FUNDS", measure=("in_degree",))
    long = engine.run("centralities", graph, relation="FUNDS", measure=("in_degree",))
    assert short.query.name == "centralities"
    assert short.records() == long.records()
    assert short.notes == long.notes
    assert engine.run("centrality", graph, relation=None, exact=False).query.name == "centrality"
    with pytest.raises(GraphtoolError, match="exact cannot be given together with relation"):
        engine.run("centrality", graph, relation="FUNDS", exact=True)


def test_what_is_not_for_such_a_network_is_said():
    graph = of_ties(nx.path_graph(3))
    assert answered("centralities", graph, "party", measure=("in_degree",)) == []
    assert "Det krever én relasjon, som har en retning." in notes(
        "centralities", graph, measure=("in_degree",)
    )
    arrows = funding(nx.DiGraph([(0, 1)]))
    asked = {"relation": "FUNDS", "measure": ("strength", "clustering")}
    said = notes("centralities", arrows, "en", **asked)
    assert "Not worked out: strength. That needs a network without a direction." in said
    assert "Nobody has a value by local clustering." in said


def test_each_measure_has_its_meaning_and_its_definition_beside_its_numbers():
    graph = of_ties(nx.path_graph(4))
    for language in ("nb", "nn", "en"):
        said = notes("centralities", graph, language)
        for name in UNDIRECTED:
            assert getattr(POSITIONS[name].meaning, language) in said
            assert getattr(POSITIONS[name].definition, language) in said


def test_nothing_is_named_a_winner_where_all_are_alike():
    said = notes("centralities", of_ties(nx.cycle_graph(5)), "en", measure=("betweenness",))
    assert "all 5 alike" in said
    assert "no winner" in said
    assert "first" not in said


def test_the_least_constrained_is_first_and_shared_places_are_shared():
    star = of_ties(nx.star_graph(3))
    columns = "party rank ties"
    assert answered("centralities", star, columns, measure=("constraint",)) == [
        ("0", 1, 1),
        ("1", 2, 3),
        ("2", 2, 3),
        ("3", 2, 3),
    ]


def test_places_vary_with_which_ties_are_known_and_the_same_each_time():
    ties = of_ties(nx.barbell_graph(4, 1))
    asked = {"measure": ("degree", "betweenness"), "confidence": True}
    columns = "measure party rank best worst"
    rows = answered("centralities", ties, columns, **asked)
    assert rows == answered("centralities", ties, columns, **asked)
    assert all(best <= rank <= worst or best <= worst for *_, rank, best, worst in rows)
    assert any(best < worst for *_, best, worst in rows)
    assert "95 of 100 draws" in notes("centralities", ties, "en", **asked)
    # A single tie is in every draw: both ends share the first place, from 1 to 2.
    pair = of_ties(nx.path_graph(2))
    assert answered("centralities", pair, "best worst", measure=("degree",), confidence=True) == [
        (1, 2),
        (1, 2),
    ]


def test_a_network_too_large_is_not_drawn_anew_and_its_ways_are_not_counted(monkeypatch):
    monkeypatch.setattr(module, "MOST_REDRAWN", 2)
    monkeypatch.setattr(position_values, "MOST_STEPS", 2)
    path = of_ties(nx.path_graph(3))
    with pytest.raises(GraphtoolError, match="at most 2"):
        values(path, "degree", confidence=True)
    assert "weighted betweenness. The network is too large" in notes("centralities", path, "en")


@pytest.mark.parametrize(
    "graph",
    [
        nx.empty_graph(0),
        nx.empty_graph(3),
        nx.path_graph(1),
        nx.path_graph(2),
        nx.complete_graph(4),
        nx.disjoint_union(nx.cycle_graph(3), nx.cycle_graph(3)),
    ],
)
def test_no_shape_gives_what_is_no_number(graph, monkeypatch):
    monkeypatch.setattr(resampling, "REPEATS", 5)
    for otherwise in ({}, {"per_component": True}):
        asked = {"isolates": True, "confidence": True, **otherwise}
        answer = engine.run("centralities", of_ties(graph), **asked)
        assert np.isfinite(answer.rows["value"]).all()
    assert isinstance(answer.rows, pd.DataFrame)
    assert answer.notes


def test_those_who_share_what_they_take_part_in_with_nobody_are_listed_and_told_of():
    graph = drawn("""
        Municipality a
        Municipality b
        Municipality c
        Municipality d
        Measure m
        a COLLABORATES_WITH b
        c OWNS m
    """)
    assert values(graph, "degree") == {"a": 1, "b": 1, "c": 0}
    assert notes("centralities", graph).startswith(
        "3 parter, 1 forbindelse av 3 mulige; 1 er ikke knyttet til noen; parter som ikke deltar i"
        " noe her, er utelatt (isolates tar dem med)."
    )
    assert values(graph, "degree", isolates=True)["d"] == 0
