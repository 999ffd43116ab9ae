"""Indexes for those who ask in Cypher of their own: made of the vocabulary."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graphtool import database, formats, schema
from graphtool.database import rules
from graphtool.database.address import DatabaseError
from tests.neo4j.conftest import Home
from tests.neo4j.test_loading import small

pytestmark = pytest.mark.replans

DATA = Path(__file__).parents[2] / "data"
SHOW = "SHOW INDEXES YIELD name, type, labelsOrTypes, properties, state, owningConstraint"


def indexes(home: Home) -> dict[str, dict[str, Any]]:
    """Those that no constraint made, by their names, filled."""
    home.cypher("CALL db.awaitIndexes(60)")
    return {row["name"]: row for row in home.cypher(SHOW) if row["owningConstraint"] is None}


@pytest.fixture
def bare(home: Home) -> Iterator[Home]:
    """The server without any index of ours, before and after."""
    home.all_of(f"DROP INDEX {name} IF EXISTS" for name in rules.indexes())
    yield home
    ours = (name for name in indexes(home) if not name.startswith("index_"))
    home.all_of(f"DROP INDEX {name}" for name in ours)  # the server's own are by labels and types


INDEXED = {
    "(m:Municipality {name: 'Vennesla'})": "m:Municipality(name)",
    "(n:PlanNode {name: 'Vennesla'})": "n:PlanNode(name)",
    "(d:Document {id: 'plan'})": "d:Document(id)",
    "(f:Fact {property: 'population'})": "f:Fact(property)",
}
"""What is asked for, and the index that it is found by."""


def test_a_load_makes_them_and_the_next_puts_back_what_is_missing(bare: Home) -> None:
    database.load(small(), bare.address)
    made = indexes(bare)
    assert {*rules.indexes()} <= {*made}
    assert {row["state"] for row in made.values()} == {"ONLINE"}
    for kind in schema.KINDS:
        row = made[f"plan_{kind.lower()}_name"]
        assert (row["labelsOrTypes"], row["properties"]) == ([kind], ["name"])
    assert set(made["plan_quotes"]["labelsOrTypes"]) == {*schema.RELATIONS}
    for asked, index in INDEXED.items():
        plan = bare.plan(f"MATCH {asked} RETURN *")
        assert any(f"INDEX {index}" in step for step in plan), plan
    bare.cypher("DROP INDEX plan_words")
    assert database.load(small(), bare.address).rows == 0
    assert "plan_words" in indexes(bare)


def test_a_dry_run_and_a_refusal_make_none(bare: Home) -> None:
    database.load(small(), bare.address, dry_run=True)
    bare.cypher("CREATE (:PlanFact {id: 'fremmed'})")
    with pytest.raises(DatabaseError, match="1 nodes labelled PlanNode, PlanDocument or PlanFact"):
        database.load(small(), bare.address)
    assert not {*rules.indexes()} & {*indexes(bare)}


def test_words_are_found_in_names_aliases_quotes_titles_and_facts(bare: Home) -> None:
    graph = formats.read(DATA / "kristiansandsregionen").graph
    database.load(graph, bare.address)
    indexes(bare)
    nodes = (
        "CALL db.index.fulltext.queryNodes('plan_words', $words) YIELD node RETURN node.id AS id"
    )
    said = """CALL db.index.fulltext.queryRelationships('plan_quotes', $words)
              YIELD relationship AS r RETURN r.rank AS rank"""
    words = "samarbeidskommune"  # as `Samarbeidskommuner` in quotes: endings do not count
    found = {row["id"] for row in bare.cypher(nodes, words=words)}
    quoted = graph.nodes[graph.nodes["quote"].str.lower().str.contains("samarbeidskommuner")]
    assert found >= {*quoted["id"]}
    assert len(quoted) > 2
    aliased = graph.nodes[graph.nodes["aliases"].str.contains("Vennesla kommune")]["id"]
    assert {*aliased} <= {row["id"] for row in bare.cypher(nodes, words='"vennesla kommune"')}
    relations = graph.edges["quote"].str.lower().str.contains("samarbeidskommuner")
    assert len(bare.cypher(said, words=words)) >= relations.sum() > 0
    for text in (graph.documents["title"][0], graph.nodes["facts"].map(list).sum()[0].value):
        assert bare.cypher(nodes, words=f'"{text}"'), text


def test_an_index_of_others_with_our_name_is_not_taken_for_ours(bare: Home) -> None:
    for name, made, dropped in (
        ("plan_name", "INDEX plan_name FOR (n:Fremmed) ON (n.name)", "INDEX"),
        ("plan_goal_name", "FULLTEXT INDEX plan_goal_name FOR (n:Goal) ON EACH [n.name]", "INDEX"),
        (
            "plan_words",
            "CONSTRAINT plan_words FOR (n:Fremmed) REQUIRE n.id IS UNIQUE",
            "CONSTRAINT",
        ),
    ):
        bare.cypher(f"CREATE {made}")
        with pytest.raises(DatabaseError, match=f"index there is called {name} and is not ours"):
            database.load(small(), bare.address)
        assert bare.nodes() == 0
        bare.cypher(f"DROP {dropped} {name}")


def test_an_index_of_an_earlier_vocabulary_is_made_anew(bare: Home) -> None:
    """It was over fewer relations; a load and an unload know it for ours."""
    earlier = "CREATE FULLTEXT INDEX plan_quotes FOR ()-[r:OWNS|LEADS]-() ON EACH [r.quote]"
    bare.cypher(earlier)
    database.load(small(), bare.address)
    assert set(indexes(bare)["plan_quotes"]["labelsOrTypes"]) == {*schema.RELATIONS}
    bare.cypher("DROP INDEX plan_quotes")
    bare.cypher(earlier)
    database.unload(bare.address)
    assert "plan_quotes" not in indexes(bare)


def test_an_index_of_others_that_does_what_ours_would_is_enough_and_stays(bare: Home) -> None:
    bare.cypher("CREATE INDEX mine FOR (n:Goal) ON (n.name)")
    database.load(small(), bare.address)
    assert "plan_goal_name" not in indexes(bare)
    assert "plan_name" in indexes(bare)
    database.unload(bare.address)
    assert not {*rules.indexes()} & {*indexes(bare)}
    assert "mine" in indexes(bare)
