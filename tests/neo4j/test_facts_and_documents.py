"""Facts and documents are nodes in the database, to be followed; what is read back is whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphtool import database, dates, formats
from graphtool.database import state
from graphtool.database.address import DatabaseError
from graphtool.database.loading import Counts
from graphtool.errors import InvalidData
from graphtool.graph import PlanGraph
from tests.neo4j.conftest import Home
from tests.neo4j.test_loading import everything

DATA = Path(__file__).parents[2] / "data"
REGIONS = sorted(folder.name for folder in DATA.iterdir() if folder.is_dir())

PLACES = [
    {"id": "vennesla", "kind": "Municipality", "name": "Vennesla", "document": "plan", "line": 2},
    {"id": "havn", "kind": "Resource", "name": "Havn"},
]
OWNED = [{"source": "vennesla", "relation": "OWNS", "target": "havn", "document": "ssb", "line": 9}]
DOCUMENTS = [{"id": "plan", "title": "Strategisk plan"}, {"id": "ssb", "title": "Tall fra SSB"}]
NUMBER = {"node": "vennesla", "property": "number", "value": "0904", "document": "plan", "line": 4}
PEOPLE = {
    "node": "vennesla",
    "property": "population",
    "value": "14425",
    "document": "ssb",
    "line": 7,
    "quote": "14 425",
    "valid_from": "2016",
    "valid_to": "2016",
}


def vennesla(*facts: dict[str, object]) -> PlanGraph:
    """A municipality that owns a harbour, and what is said of it."""
    return PlanGraph.from_tables(PLACES, OWNED, DOCUMENTS, facts, name="agder")


@pytest.mark.combined
@pytest.mark.parametrize("region", REGIONS)
def test_the_facts_of_a_region_are_followed_to_where_they_stand(home: Home, region: str) -> None:
    graph = formats.read(DATA / region).graph
    database.load(graph, home.address)
    found = home.cypher("""MATCH (n:PlanNode)-[held:HAS_FACT]->(f:Fact)-[:STANDS_IN]->(d:Document)
                           RETURN n.id AS node, f.property AS property, f.value AS value,
                                  f.line AS line, f.quote AS quote, d.id AS document,
                                  held.since AS since, f.until AS until""")
    assert sorted(tuple(row.values()) for row in found) == sorted(
        (
            *(node, fact.property, fact.value, fact.line, fact.quote, fact.document),
            dates.first_number(fact.valid_from),
            dates.last_number(fact.valid_to),
        )
        for node, facts in zip(graph.nodes["id"], graph.nodes["facts"], strict=True)
        for fact in facts
    )
    assert len(found) > 100


@pytest.mark.combined
@pytest.mark.parametrize("region", REGIONS)
def test_nodes_and_assertions_are_followed_to_where_they_stand(home: Home, region: str) -> None:
    graph = formats.read(DATA / region).graph
    database.load(graph, home.address)
    titles = dict(zip(graph.documents["id"], graph.documents["title"], strict=True))
    stood = home.cypher("""MATCH (n:PlanNode)-[:STANDS_IN]->(d:Document)
                           RETURN n.id AS id, d.title AS title ORDER BY n.rank""")
    expected = zip(graph.nodes["id"], graph.nodes["document"], strict=True)
    assert [tuple(row.values()) for row in stood] == [
        (name, titles[document]) for name, document in expected if document in titles
    ]
    said = home.cypher("""MATCH ()-[r {ever: 0}]->() WHERE r.assertion IS NOT NULL
                          MATCH (d:Document {id: r.document})
                          RETURN d.title AS title ORDER BY r.rank""")
    documents = [name for name in graph.edges["document"] if name in titles]
    assert [row["title"] for row in said] == [titles[name] for name in documents]
    assert documents


def test_a_fact_more_or_less_is_so_many_rows(home: Home) -> None:
    summary = database.load(vennesla(NUMBER), home.address)
    assert (summary.facts, summary.documents) == (Counts(1, 0, 0, 0), Counts(2, 0, 0, 0))
    summary = database.load(vennesla(NUMBER, PEOPLE), home.address)
    assert (summary.facts, summary.nodes) == (Counts(1, 0, 0, 1), Counts(0, 0, 0, 2))
    assert summary.rows == 3  # the fact, whose it is, and where it stands
    summary = database.load(vennesla(PEOPLE), home.address)
    assert (summary.facts, summary.rows) == (Counts(0, 0, 1, 1), 3)
    assert database.read(home.address) == vennesla(PEOPLE)
    assert home.cypher("MATCH (f:PlanFact) RETURN count(*) AS n") == [{"n": 1}]


CHANGES = (
    "MATCH (f:PlanFact {property: 'number'}) SET f.value = '4223'",
    "MATCH (f:PlanFact {property: 'number'}) SET f.node = 'havn'",
    "MATCH (f:PlanFact {property: 'number'}) SET f.since = 0",
    "MATCH (f:PlanFact {property: 'number'}) SET f.id = 'en annen'",
    "MATCH (f:PlanFact {property: 'number'}) REMOVE f:Fact",
    "MATCH (f:PlanFact {property: 'number'}) DETACH DELETE f",
    "MATCH (:PlanNode)-[r:HAS_FACT]->() DELETE r",
    "MATCH ()-[r:STANDS_IN]->() SET r.since = 1",
    "MATCH (f:Fact {value: '0904'}) CREATE (:PlanNode)-[:HAS_FACT {derived: 'x'}]->(f)",
    "MATCH (d:PlanDocument {id: 'ssb'}) REMOVE d:Document",
    "CREATE (:PlanFact:Fact {id: 'x', node: 'havn', property: 'dybde', value: '3', rank: 1})",
)


def test_what_somebody_changed_by_hand_is_mended(home: Home) -> None:
    """Whatever it was: all is as it was before."""
    graph = vennesla(NUMBER, PEOPLE)
    database.load(graph, home.address)
    known = "MATCH (n) RETURN labels(n) AS l, properties(n) AS p ORDER BY n.id"
    tied = """MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS type, b.id AS b, properties(r) AS p
              ORDER BY type, a, b"""
    before = home.cypher(tied), [row for row in home.cypher(known) if "PlanGraph" not in row["l"]]
    for change in CHANGES:
        home.cypher(change)
        assert database.load(graph, home.address).rows > 0, change
        assert database.read(home.address) == graph, change
        after = (
            home.cypher(tied),
            [row for row in home.cypher(known) if "PlanGraph" not in row["l"]],
        )
        assert after == before, change


def test_facts_that_somebody_broke_are_not_answered_over(home: Home) -> None:
    database.load(vennesla(NUMBER), home.address)
    for change in ("f.node = 'finnes ikke'", "f.node = null", "f.property = null"):
        home.cypher(f"MATCH (f:Fact) SET {change}")
        with pytest.raises(InvalidData, match="facts"):
            database.read(home.address)
        database.load(vennesla(NUMBER), home.address)
        assert database.read(home.address) == vennesla(NUMBER), change


@pytest.mark.replans
def test_facts_and_documents_of_others_are_left_alone(home: Home) -> None:
    home.cypher("""CREATE (:Fact {id: 'mitt', property: 'number'})-[:STANDS_IN {derived: 'x'}]->
                          (:Document {id: 'plan', title: 'Min egen'})""")
    before = everything(home)[:2]
    database.load(vennesla(NUMBER), home.address)
    assert database.read(home.address) == vennesla(NUMBER)
    database.unload(home.address)
    assert everything(home)[:2] == before


@pytest.mark.parametrize(
    ("held", "told"),
    [
        ("PlanFact {property: 'number'}", "'vennesla: number'"),
        ("PlanDocument {id: 'plan'}", "'plan'"),
    ],
)
def test_what_other_data_holds_is_not_torn_out(home: Home, held: str, told: str) -> None:
    database.load(vennesla(NUMBER), home.address)
    home.cypher(f"MATCH (n:{held}) CREATE (:Note)-[:ABOUT]->(n)")
    before = everything(home)
    places = [{**place, "document": ""} for place in PLACES]
    less = PlanGraph.from_tables(places, OWNED, DOCUMENTS[1:], name="agder")
    for leave in (lambda: database.load(less, home.address), lambda: database.unload(home.address)):
        with pytest.raises(DatabaseError, match=f"{told} has left the source, but .* by ABOUT"):
            leave()
    assert everything(home) == before


def test_what_an_earlier_format_had_is_taken_away(home: Home) -> None:
    """It had the facts of a node as texts of its own."""
    database.load(vennesla(NUMBER), home.address)
    home.cypher("MATCH (f:PlanFact) DETACH DELETE f")
    home.cypher("MATCH (n:PlanNode {id: 'vennesla'}) SET n.facts = ['{}']")
    home.cypher("MATCH (g:PlanGraph) SET g.format = $earlier", earlier=state.FORMAT - 1)
    with pytest.raises(DatabaseError, match="another version of graphtool"):
        database.load(vennesla(NUMBER), home.address)
    database.load(vennesla(NUMBER), home.address, replace=True)
    assert database.read(home.address) == vennesla(NUMBER)
    assert home.cypher("MATCH (n:PlanNode) WHERE n.facts IS NOT NULL RETURN n") == []
