"""What is measured is the same: NetworkX loops and graphtool give equal rows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pandas as pd
import pytest

import graphtool
from graphtool import PlanGraph
from graphtool.queries.projection import incidence, ties
from tests.benchmarks import folder, loops
from tests.benchmarks.nation import nation

SEEDS = (1, 2)


@pytest.fixture(scope="module", params=SEEDS)
def graph(request: pytest.FixtureRequest) -> PlanGraph:
    return PlanGraph.from_tables(*nation(1200, 3600, seed=request.param))


def rows(graph: PlanGraph, query: str) -> list[tuple[object, ...]]:
    return sorted((tuple(row.values()) for row in graphtool.run(query, graph).records()), key=str)


@pytest.mark.parametrize("remember", [False, True])
@pytest.mark.parametrize(
    ("query", "loop"), [("orphaned-goals", loops.orphaned_goals), ("owners", loops.owners)]
)
def test_loops_give_the_rows_of_the_query(
    graph: PlanGraph, query: str, loop: Callable[..., list[loops.Row]], remember: bool
) -> None:
    found = loop(graph.to_networkx(), remember=remember)
    assert rows(graph, query) == sorted(found, key=str)


@pytest.mark.parametrize("remember", [False, True])
def test_loops_and_query_agree_where_it_can_be_drawn(remember: bool) -> None:
    """One goal, coordinated twice, with a measure of each sort and one that only waits for it."""
    parties = {"a": "Arendal", "b": "Birkenes"}
    measures = {"m1": "Måle", "m2": "Telle", "m3": "Vente"}
    graph = PlanGraph.from_tables(
        [{"id": node, "kind": "Municipality", "name": name} for node, name in parties.items()]
        + [{"id": node, "kind": "Measure", "name": name} for node, name in measures.items()]
        + [{"id": "g", "kind": "Goal", "name": "Lese"}],
        [
            {"source": "a", "relation": "COORDINATES", "target": "g", "modality": "aspiration"},
            {"source": "b", "relation": "COORDINATES", "target": "g", "modality": "derived"},
            {"source": "m1", "relation": "IMPLEMENTS", "target": "g"},
            {"source": "m2", "relation": "PART_OF", "target": "g"},
            {"source": "m2", "relation": "CONTRIBUTES_TO", "target": "g"},
            {"source": "m3", "relation": "DEPENDS_ON", "target": "g"},
            {"source": "b", "relation": "OWNS", "target": "m1"},
            {"source": "a", "relation": "OWNS", "target": "m3"},
        ],
    )
    (row,) = loops.orphaned_goals(graph.to_networkx(), remember=remember)

    assert row[9:] == ("Arendal; Birkenes", "derived", 2, 1, "Birkenes")
    assert rows(graph, "orphaned-goals") == [row]


def test_every_grade_occurs_that_needs_no_day() -> None:
    graph = PlanGraph.from_tables(*nation(4000, 12_000))

    grades = {row[3] for row in loops.orphaned_goals(graph.to_networkx())}

    assert grades == {"inherited", "collective", "planned", "unresolved", "none"}


def test_networkx_projects_the_same_ties_with_the_same_weights(graph: PlanGraph) -> None:
    found, ids = ties(incidence(graph, level="party")), graph.nodes["id"].tolist()
    ours = {
        frozenset((ids[one], ids[other])): weight
        for one, other, weight in zip(found.party, found.partner, found.weight, strict=True)
    }
    bipartite, parties = loops.affiliations(graph.to_networkx())
    theirs = loops.collaborations(bipartite, parties)

    assert nx.is_bipartite(bipartite)
    assert ours == pytest.approx({frozenset(ends): w for *ends, w in theirs.edges(data="weight")})


def test_a_nation_is_as_large_as_asked_and_the_same_for_the_same_seed() -> None:
    first, again, other = nation(1500, 4000), nation(1500, 4000), nation(1500, 4000, seed=7)

    graph = PlanGraph.from_tables(*first)
    assert (len(graph.nodes), graph.edge_count) == (1500, 4000)
    assert len(graph.edges) > 4000  # here and there two documents say the same
    for one, same in zip(first, again, strict=True):
        pd.testing.assert_frame_equal(one, same)
    assert not first.edges.equals(other.edges)


def test_most_networks_are_small_and_a_few_are_large() -> None:
    edges = nation(20_000, 60_000).edges
    members = edges[edges["relation"] == "MEMBER_OF"]["target"].value_counts()

    assert members.max() > 5 * members.median()


def test_a_nation_comes_back_from_its_folder(tmp_path: Path) -> None:
    made = nation(1200, 3600)
    folder.write(made, tmp_path / "nation")

    assert graphtool.read(tmp_path / "nation") == PlanGraph.from_tables(*made, name="nation")
    assert folder.cost(tmp_path / "nation")["rows"] == sum(map(len, made))
