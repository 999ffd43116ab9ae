"""Centralities against published values, and against shapes whose values are known by heart.

Sources: Davis, Gardner and Gardner, Deep South (1941), and the projection in Breiger, Social Forces
53 (1974) 181-190; Padgett and Ansell, American Journal of Sociology 98 (1993), with the betweenness
in Wasserman and Faust, Social Network Analysis (1994) and Jackson, Social and Economic Networks
(2008) 2.1; Zachary, Journal of Anthropological Research 33 (1977) 452-473.
"""

from __future__ import annotations

from fractions import Fraction

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from scipy.sparse import csr_array

from graphtool import PlanGraph, engine, queries
from graphtool.queries import measures
from graphtool.queries.centrality import centrality as centrality_query
from graphtool.queries.centrality_notes import centrality_notes
from tests.drawing import answered, drawn, notes, of_ties

MEASURES = ("degree", "strength", "betweenness", "harmonic", "eigenvector")


def centrality(graph: PlanGraph, **options: object) -> dict[str, dict[str, float]]:
    return {row["party"]: row for row in engine.run("centrality", graph, **options).records()}


@pytest.fixture(scope="module")
def davis() -> tuple[nx.Graph, dict[str, dict[str, float]], dict[tuple[str, str], dict]]:
    attended = nx.davis_southern_women_graph()
    women, events = attended.graph["top"], attended.graph["bottom"]
    graph = PlanGraph.from_tables(
        [
            *({"id": w, "kind": "Actor", "name": w} for w in women),
            *({"id": e, "kind": "Project", "name": e} for e in events),
        ],
        [{"source": w, "relation": "PARTICIPATES_IN", "target": e} for w, e in attended.edges],
    )
    pairs = {
        (row["party"], row["partner"]): row for row in engine.run("collaborations", graph).records()
    }
    return attended, centrality(graph), pairs


def test_southern_women_shared_as_many_events_as_breiger_counted(davis):
    _, _, pairs = davis
    assert len(pairs) == 139  # of 153 possible
    shared = {pair: row["activities"] for pair, row in pairs.items()}
    assert shared["Evelyn Jefferson", "Laura Mandeville"] == 6
    assert shared["Evelyn Jefferson", "Theresa Anderson"] == 7
    assert shared["Brenda Rogers", "Evelyn Jefferson"] == 6
    assert shared["Dorothy Murchison", "Evelyn Jefferson"] == 2
    assert ("Charlotte McDowd", "Flora Price") not in shared


def test_southern_women_weigh_their_events_by_the_others_who_came(davis):
    # Evelyn and Laura met at events 1, 2, 3, 5, 6 and 8, of 3, 3, 6, 8, 8 and 14 women.
    weight = sum(Fraction(1, came - 1) for came in (3, 3, 6, 8, 8, 14))
    _, _, pairs = davis
    assert pairs["Evelyn Jefferson", "Laura Mandeville"]["weight"] == pytest.approx(float(weight))


def test_newmans_strength_is_the_number_of_events_that_a_woman_came_to(davis):
    attended, women, _ = davis
    assert {name: row["strength"] for name, row in women.items()} == {
        name: attended.degree[name] for name in women
    }
    assert women["Evelyn Jefferson"]["strength"] == 8
    assert women["Flora Price"]["strength"] == 2
    assert sum(row["strength"] for row in women.values()) == 89


def test_southern_women_are_as_networkx_projects_them(davis):
    attended, women, pairs = davis
    met = nx.bipartite.projected_graph(attended, attended.graph["top"])
    assert {name: row["degree"] for name, row in women.items()} == dict(met.degree)
    for name, between in nx.betweenness_centrality(met).items():
        assert women[name]["betweenness"] == pytest.approx(between)
    newman = nx.bipartite.collaboration_weighted_projected_graph(attended, attended.graph["top"])
    for one, other, weight in newman.edges(data="weight"):
        assert pairs[min(one, other), max(one, other)]["weight"] == pytest.approx(weight)


def test_women_who_came_to_equally_many_events_share_a_rank(davis):
    # Rounding each weight would tell 7.000000001 from 7.000000002.
    _, women, _ = davis
    ranks = {name: (row["strength_rank"], row["strength_ties"]) for name, row in women.items()}
    eight = {"Evelyn Jefferson", "Theresa Anderson", "Nora Fayette"}
    seven = {"Laura Mandeville", "Brenda Rogers", "Sylvia Avondale"}
    assert {name for name, rank in ranks.items() if rank == (1, 3)} == eight
    assert {name for name, rank in ranks.items() if rank == (4, 3)} == seven


FLORENCE = {"Medici": 0.522, "Guadagni": 0.255, "Albizzi": 0.212, "Strozzi": 0.103}
"""Betweenness in marriages, as Jackson gives it (the fifteen families that married)."""


def test_the_medici_stand_between_the_families_of_florence():
    found = centrality(of_ties(nx.florentine_families_graph()))
    for family, published in FLORENCE.items():
        assert found[family]["betweenness"] == pytest.approx(published, abs=6e-4)
    assert found["Medici"]["betweenness"] == pytest.approx(47.5 / 91)
    ranks = {family: found[family]["betweenness_rank"] for family in found}
    assert ranks["Medici"] == 1
    assert ranks["Guadagni"] == 2
    assert found["Medici"]["degree"] == 6
    assert found["Strozzi"]["degree"] == found["Guadagni"]["degree"] == 4


def test_the_pucci_who_married_nobody_count_among_the_families():
    marriages = nx.florentine_families_graph()
    marriages.add_node("Pucci")
    found = centrality(of_ties(marriages))
    # Wasserman and Faust divide by 15 * 14 / 2.
    assert found["Medici"]["betweenness"] == pytest.approx(0.452, abs=6e-4)
    assert {measure: found["Pucci"][measure] for measure in MEASURES} == dict.fromkeys(MEASURES, 0)
    assert "2 deler" in notes("centrality", of_ties(marriages))


def test_zacharys_karate_club_has_two_leaders():
    found = centrality(of_ties(nx.relabel_nodes(nx.karate_club_graph(), lambda n: n + 1)))
    assert [found[n]["degree"] for n in ("1", "34", "33")] == [16, 17, 12]
    assert [round(found[n]["betweenness"], 4) for n in ("1", "34", "33")] == [
        0.4376,
        0.3041,
        0.1452,
    ]
    assert [found[n]["betweenness_rank"] for n in ("1", "34", "33")] == [1, 2, 3]
    # Unweighted eigenvector centralities, length 1.
    assert [round(found[n]["eigenvector"], 4) for n in ("34", "1", "33")] == [
        0.3734,
        0.3555,
        0.3086,
    ]
    # An activity of two gives each pair 1, so that strength is degree here.
    assert all(row["strength"] == row["degree"] for row in found.values())


# Shapes


@pytest.mark.parametrize("n", [2, 3, 5, 7])
def test_in_a_complete_graph_everybody_is_equal_and_nobody_is_named(n):
    graph = of_ties(nx.complete_graph(n))
    for row in centrality(graph).values():
        assert row["degree"] == row["strength"] == n - 1
        assert row["betweenness"] == 0
        assert row["harmonic"] == 1
        assert row["eigenvector"] == pytest.approx(n**-0.5)
        assert all(row[f"{measure}_rank"] == 1 for measure in MEASURES)
        assert all(row[f"{measure}_ties"] == n for measure in MEASURES)
    said = notes("centrality", graph, "en")
    tied = "The two are tied to each other" if n == 2 else f"All {n} are tied to all"
    assert f"{tied}: by degree" in said
    assert "so measured nobody is more central" in said
    assert "First by" not in said


def test_the_middle_of_a_star_is_first_by_every_measure():
    found = centrality(of_ties(nx.star_graph(4)))
    middle, ray = found["0"], found["1"]
    assert [middle[m] for m in MEASURES[:4]] == [4, 4, 1, 1]
    assert [ray[m] for m in MEASURES[:4]] == [1, 1, 0, pytest.approx((1 + 3 / 2) / 4)]
    assert middle["eigenvector"] == pytest.approx(0.5**0.5)
    assert ray["eigenvector"] == pytest.approx(0.5**0.5 / 2)
    assert all(middle[f"{m}_rank"] == 1 and middle[f"{m}_ties"] == 1 for m in MEASURES)
    assert all(ray[f"{m}_rank"] == 2 and ray[f"{m}_ties"] == 4 for m in MEASURES)


def test_along_a_path_of_five():
    found = centrality(of_ties(nx.path_graph(5)))
    # Of the 6 pairs of others, the middle lies between 4, its neighbours between 3.
    assert [found[n]["betweenness"] for n in "01234"] == pytest.approx([0, 0.5, 4 / 6, 0.5, 0])
    assert found["0"]["harmonic"] == pytest.approx((1 + 1 / 2 + 1 / 3 + 1 / 4) / 4)
    assert found["2"]["harmonic"] == pytest.approx((1 + 1 + 1 / 2 + 1 / 2) / 4)
    assert [found[n]["betweenness_rank"] for n in "01234"] == [4, 2, 1, 2, 4]
    assert [found[n]["betweenness_ties"] for n in "01234"] == [2, 2, 1, 2, 2]


def test_without_ties_every_measure_is_nought_and_a_ranking_means_nothing():
    graph = of_ties(nx.empty_graph(3))
    for row in centrality(graph).values():
        assert [row[m] for m in MEASURES] == [0] * 5
        assert [row[f"{m}_ties"] for m in MEASURES] == [3] * 5
    assert "Ingen er knyttet til noen: en rangering sier ingenting." in notes("centrality", graph)
    assert "først" not in notes("centrality", graph).casefold()


def test_a_single_party_that_is_alone_is_central_by_no_measure():
    (row,) = centrality(of_ties(nx.empty_graph(1))).values()
    assert [row[m] for m in MEASURES] == [0] * 5


def test_nobody_at_all():
    assert answered("centrality", drawn("Goal g"), "party") == []
    assert notes("centrality", drawn("Goal g"), "nn") == "Ingen partar deltek i noko."


def test_a_lonely_participant_is_listed_and_a_bystander_is_not():
    graph = drawn("""
        Municipality alone
        Municipality bystander
        Project p
        alone SUPPORTS p
    """)
    assert answered("centrality", graph, "party degree") == [("alone", 0)]
    assert answered("centrality", graph, "party degree", level="municipality") == [
        ("alone", 0),
        ("bystander", 0),
    ]


def test_of_two_equally_strong_parts_neither_has_the_eigenvector():
    graph = of_ties(nx.disjoint_union(nx.complete_graph(3), nx.complete_graph(3)))
    found = centrality(graph)
    assert {row["eigenvector"] for row in found.values()} == {0}
    assert {row["harmonic"] for row in found.values()} == {0.4}
    said = notes("centrality", graph)
    assert "2 deler uten forbindelse" in said
    assert "2 deler er like sterke, så egenvektoren er ikke entydig; alle får 0." in said


def test_of_two_unequal_parts_the_stronger_has_the_eigenvector():
    found = centrality(of_ties(nx.disjoint_union(nx.complete_graph(4), nx.complete_graph(3))))
    assert [found[str(n)]["eigenvector"] for n in range(7)] == pytest.approx([0.5] * 4 + [0] * 3)


def test_an_even_and_a_bipartite_tie_are_no_trouble_for_the_eigenvector():
    # A path has eigenvalues of both signs and equal size; power iteration would not settle.
    found = centrality(of_ties(nx.path_graph(2)))
    assert [found[n]["eigenvector"] for n in "01"] == pytest.approx([0.5**0.5] * 2)


def test_figures_have_twelve_digits_and_the_eigenvector_nine():
    found = answered("centrality", of_ties(nx.path_graph(4)), "party betweenness harmonic")
    assert sorted(found) == [
        ("0", 0.0, 0.611111111111),
        ("1", 0.666666666667, 0.833333333333),
        ("2", 0.666666666667, 0.833333333333),
        ("3", 0.0, 0.611111111111),
    ]
    found = answered("centrality", of_ties(nx.path_graph(3)), "party eigenvector")
    assert sorted(found) == [("0", 0.5), ("1", 0.707106781), ("2", 0.5)]


def test_the_network_is_the_same_from_rows_in_any_order():
    graph = drawn("""
        Municipality a name=Å
        Municipality b
        Municipality c
        Municipality idle
        Municipality lazy
        Project p
        Project q
        b SUPPORTS p
        c SUPPORTS p
        a SUPPORTS q
        b SUPPORTS q
    """)
    rows = queries.ask(graph, "participations", level="municipality")
    for some in (rows, rows[::-1]):
        net, names = measures.network(some, level="municipality")
        assert list(names.items()) == [
            ("a", "Å"),
            ("b", "b"),
            ("c", "c"),
            ("idle", "idle"),
            ("lazy", "lazy"),
        ]
        assert net.degree().tolist() == [1, 2, 1, 0, 0]
        assert net.components == 3
    nothing, _ = measures.network(rows[:0], level="municipality")
    assert nothing.components == 0


def test_equal_values_share_the_best_place_and_the_next_one_is_counted_on():
    graph = of_ties(nx.Graph([("a", "b"), ("a", "c"), ("b", "c"), ("c", "d"), ("c", "e")]))
    found = centrality(graph)
    ranks = {name: (row["degree_rank"], row["degree_ties"]) for name, row in found.items()}
    assert ranks == {"c": (1, 1), "a": (2, 2), "b": (2, 2), "d": (4, 2), "e": (4, 2)}


def test_strength_is_the_number_of_activities_shared_with_anybody():
    graph = drawn("""
        Municipality a
        Municipality b
        Municipality c
        Project p
        Project q
        Project own
        a SUPPORTS p
        b SUPPORTS p
        c SUPPORTS p
        a SUPPORTS q
        b SUPPORTS q
        a SUPPORTS own
    """)
    assert answered("centrality", graph, "party strength") == [("a", 2.0), ("b", 2.0), ("c", 1.0)]


UNEQUALLY_CLOSE = """
    Municipality a
    Municipality b
    Municipality c
    Project p
    Project q
    a SUPPORTS p
    b SUPPORTS p
    c SUPPORTS p
    a SUPPORTS q
    b SUPPORTS q
"""


def test_where_all_are_tied_to_all_strength_may_still_tell_them_apart():
    said = [notes("centrality", drawn(UNEQUALLY_CLOSE), lang) for lang in ("nb", "nn", "en")]
    for words, told in zip(
        (
            "nærhet står alle likt; det er styrken som skiller.",
            "nærleik står alle likt; det er styrken som skil.",
            "everyone is equal; it is strength that tells.",
        ),
        said,
        strict=True,
    ):
        assert words in told
    assert "Først etter styrke (2) og egenvektor (0,6572): a og b, delt av 2." in said[0]
    assert "ingen er mer sentral" not in said[0]


def test_who_is_first_by_several_measures_is_named_once():
    graph = drawn("""
        Actor a
        Actor b
        Actor c
        Project p
        Project q
        a SUPPORTS p
        b SUPPORTS p
        b SUPPORTS q
        c SUPPORTS q
    """)
    said = [
        notes("centrality", graph, language).splitlines()[1:-1] for language in ("nb", "nn", "en")
    ]
    assert said == [
        [
            "Først etter antall partnere (2), styrke (2), mellomposisjon (1), "
            "nærhet (1) og egenvektor"
            " (0,7071): b."
        ],
        [
            "Først etter tal på partnarar (2), styrke (2), mellomposisjon (1), nærleik (1) og"
            " eigenvektor (0,7071): b."
        ],
        [
            "First by degree (2), strength (2), betweenness (1), harmonic closeness (1) and"
            " eigenvector (0.7071): b."
        ],
    ]


def test_in_kongsberg_the_eight_of_the_council_are_named_once(kongsberg):
    said = notes("centrality", kongsberg.graph)
    assert said.count("Nore og Uvdal") == 1
    assert (
        "Først etter antall partnere (7), styrke (1), nærhet (0,875) og egenvektor (0,3536):"
        " Flesberg, Hjartdal, Kongsberg, Nore og Uvdal, Notodden, Regionrådet for"
        " Kongsbergregionen, Rollag og Tinn, delt av 8."
    ) in said


def test_of_those_that_are_first_alike_the_roles_are_told():
    graph = drawn(UNEQUALLY_CLOSE + "b LEADS q")
    assert "b skiller seg ut ved rollene: leder q. a har ingen slike roller." in notes(
        "centrality", graph
    )
    # c shares less: it is not among those whom the ranks leave equal
    led = drawn(UNEQUALLY_CLOSE + "c LEADS p")
    assert "Ingen av de 2 skiller seg ut ved rollene" in notes("centrality", led)
    alone = drawn(UNEQUALLY_CLOSE + "b LEADS p\nProject r\nb SUPPORTS r\nc SUPPORTS r")
    assert "rollene" not in notes("centrality", alone)


@pytest.mark.parametrize(("first", "more"), [(9, "7 og 8"), (10, "7 og 2 til")])
def test_of_many_that_are_first_eight_are_named(first, more):
    graph = of_ties(nx.disjoint_union(nx.complete_graph(first), nx.empty_graph(1)))
    said = notes("centrality", graph).splitlines()[1]
    assert said.startswith(f"Først etter antall partnere ({first - 1}), ")
    assert said.endswith(f": 0, 1, 2, 3, 4, 5, 6, {more}, delt av {first}.")


def test_numbers_in_the_notes_are_written_as_the_language_writes_them():
    graph = of_ties(nx.path_graph(3))
    assert "tetthet 0,67" in notes("centrality", graph, "nb")
    assert "tettleik 0,67" in notes("centrality", graph, "nn")
    assert "density 0.67" in notes("centrality", graph, "en")
    assert "(0,7071" in notes("centrality", graph, "nb")


# Estimates


@pytest.fixture
def estimated(monkeypatch) -> PlanGraph:
    """A network of 400 whose betweenness is estimated from 200 of them."""
    monkeypatch.setattr(measures, "EXACT_UP_TO", 300)
    monkeypatch.setattr(measures, "SOURCES", 200)
    return of_ties(nx.barabasi_albert_graph(400, 2, seed=7))


def test_an_estimate_says_its_error_and_exact_has_none(estimated):
    answer = engine.run("centrality", estimated)
    said = "\n".join(note.en for note in answer.notes)
    largest = answer.rows["betweenness_error"].max()
    assert 0 < largest < 0.1
    assert "estimated from 200 of 400 parties (Brandes and Pich 2007, Int. J. Bif" in said
    assert f"the error is at most ± {largest:.1g}," in said
    known = nx.betweenness_centrality(nx.barabasi_albert_graph(400, 2, seed=7))
    exact = engine.run("centrality", estimated, exact=True)
    assert dict(zip(exact.rows["party"], exact.rows["betweenness"], strict=True)) == pytest.approx(
        {str(node): value for node, value in known.items()}
    )
    assert not exact.rows["betweenness_error"].any()
    assert "estimate" not in "\n".join(note.en for note in exact.notes)


def test_ranks_that_an_estimate_does_not_tell_apart_are_shared(estimated):
    rows = engine.run("centrality", estimated).records()
    known = nx.betweenness_centrality(nx.barabasi_albert_graph(400, 2, seed=7))
    low = {row["party"]: row["betweenness"] - row["betweenness_error"] for row in rows}
    high = {row["party"]: row["betweenness"] + row["betweenness_error"] for row in rows}
    for row in rows[:60]:
        mine = row["party"]
        surely = sum(low[other] > high[mine] for other in low)
        unlike = sum(high[other] < low[mine] for other in low)
        assert row["betweenness_rank"] == surely + 1
        assert row["betweenness_ties"] == len(rows) - surely - unlike
    # Who is truly first is among those that may be.
    first = max(known, key=known.__getitem__)
    assert next(row for row in rows if row["party"] == str(first))["betweenness_rank"] == 1
    assert any(row["betweenness_ties"] > 1 for row in rows[:20])


def test_of_those_that_an_estimate_does_not_tell_apart_the_largest_is_named_first():
    """Four tied to each other, 3 of them to a path of five: 4 parts 4 from 4, 3 and 5 3 from 5."""
    graph = of_ties(nx.lollipop_graph(4, 5))
    answer = engine.run("centrality", graph, exact=True)
    foremost = answer.rows["betweenness"] > 0.5
    assert answer.rows["party"][foremost].tolist() == ["3", "4", "5"]
    rows = answer.rows.assign(betweenness_error=0.03, betweenness_rank=np.where(foremost, 1, 4))
    said = [note.en for note in centrality_notes(graph, rows, **answer.options)]
    assert (
        "First by betweenness: 4, 3 and 5 (0.5714 ± 0.03, shared by 3)." in said
    )  # 16 of 28 pairs


def test_those_that_are_first_by_several_measures_stand_in_the_order_of_the_first_of_these():
    """Along a path of five the three inner have two ties each; the middle has most between."""
    graph = of_ties(nx.path_graph(5))
    answer = engine.run("centrality", graph, exact=True)
    inner = answer.rows["party"].isin(["1", "2", "3"])
    rows = answer.rows.assign(betweenness_error=0.1, betweenness_rank=np.where(inner, 1, 4))
    said = [note.en for note in centrality_notes(graph, rows, **answer.options)]
    first = (
        "First by degree (2), strength (2) and betweenness (0.6667 ± 0.1): 1, 2 and 3, shared by 3."
    )
    assert first in said


def test_small_networks_are_exact_and_say_nothing_of_errors():
    answer = engine.run("centrality", of_ties(nx.path_graph(5)))
    assert not answer.rows["betweenness_error"].any()
    assert not any("±" in note.en for note in answer.notes)


def test_networks_are_exact_up_to_the_size_that_the_help_says():
    most, sources = (f"{n:,}".replace(",", " ") for n in (2_000, measures.SOURCES))
    help_text = " ".join(str(centrality_query.__doc__).split())
    assert f"Above {most} parties betweenness is estimated from {sources} of them" in help_text
    for parties, estimated in ((2_000, False), (2_001, True)):
        net = measures.TieGraph(np.arange(parties), csr_array((parties, parties)))
        assert net.estimated(exact=False) == estimated
        assert not net.estimated(exact=True)


class Rows:
    """A plan graph that gives nothing but the rows of one query, as a server does."""

    def __init__(self, graph: PlanGraph) -> None:
        self.graph = graph

    def ask(self, name: str, **options: object) -> pd.DataFrame:
        assert name == "participations"
        return queries.ask(self.graph, name, **options)


def test_exact_betweenness_is_worked_out_from_rows_where_the_graph_is_elsewhere(estimated):
    here = engine.run("centrality", estimated, exact=True)
    there = centrality_query(Rows(estimated), exact=True)
    assert engine.in_order(there, here.query.order).equals(here.rows)
    said = [note.en for note in centrality_notes(Rows(estimated), there, **here.options)]
    assert said == [note.en for note in here.notes]


def test_where_the_measures_are_explained_is_said():
    pair = of_ties(nx.path_graph(2))
    assert notes("centrality", pair, "en").endswith("igraph, the query centralities says.")
    assert "centralities" not in notes("centrality", drawn("Goal g"), "en")
