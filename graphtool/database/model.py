"""How a plan graph lies in Neo4j: labels, properties, and the statements for them.

Every node has the label `PlanNode` and its kind's, every document `PlanDocument` and `Document`,
every fact `PlanFact` and `Fact`; an assertion is one relation whose type is the vocabulary's. All
text here is made of the vocabulary and the tables' columns, never of data, which travels as
parameters.

Nodes and assertions have a `rank`, whose order is that of the graph's rows: in Neo4j too the
earlier node is the earlier. An assertion's `assertion` is a digest of all that it says, so that
writing it twice is writing it once; a relation without one is somebody else's.

What is worked out of it lies there too, so that a question compares numbers. Nodes and assertions
have their period (`graph.periods`): `since`, `until` where successors carry on what there was, and
`kept` where it stays with whom it was; a node that is there again after that has its further
periods in `again`, first and last days in turn. What successors carry on are relations of their
own, of the same type; those that hold when no day is asked for, on day 0, are `ever` 0, as
nodes are. `precedence` has the
order in which one of several assertions is cited: the best said, then the earliest. Derived
relations run to municipalities (`ACTS_FOR` and `BELONGS_TO`, see `graph.belonging`), from a node to
its facts (`HAS_FACT`) and from both to the document in which they stand (`STANDS_IN`); `derived` is
the digest of one. No relation can run from a relation: where an assertion stands is one step more,
by its `document`.
"""

from __future__ import annotations

from graphtool import schema
from graphtool.database import state
from graphtool.graph import tables

NODE, DOCUMENT, FACT, GRAPH = "PlanNode", "PlanDocument", "PlanFact", "PlanGraph"
SHORT = {DOCUMENT: "Document", FACT: "Fact"}
"""The label that documents and facts have beside, for those who ask; others may use it too."""

NODE_PROPERTIES = tuple(n for n in tables.NODE_COLUMNS if n not in ("id", "kind", "facts"))
"""Text or a number, as all properties; empty ones are absent."""
EDGE_PROPERTIES = tuple(
    name for name in tables.EDGE_COLUMNS if name not in ("source", "target", "relation")
)
DOCUMENT_PROPERTIES = tuple(name for name in tables.DOCUMENT_COLUMNS if name != "id")
FACT_PROPERTIES = tables.FACT_COLUMNS
"""`node` is the id of the node that it is a fact of; a fact's own `id` is a digest of all."""
FACT_PERIOD = ("since", "until")
PERIOD = ("since", "until", "kept")
HELD_IN = (*PERIOD, "ever")
"""When it holds; `ever` is 0 where it does in all of time, and else absent."""
WORKED_OUT = (*HELD_IN, "again", "lone")
"""What is worked out of a node; `lone` is true where nothing has ever tied it to another."""
DERIVED = {
    "ACTS_FOR": (NODE, NODE),
    "BELONGS_TO": (NODE, NODE),
    "HAS_FACT": (NODE, FACT),
    "STANDS_IN": (f"{NODE}|{FACT}", DOCUMENT),
}
"""Relations that no source states, and the labels of their ends."""
DERIVED_PROPERTIES = ("owners", *HELD_IN)
RANKS_APART = 1 << 50
"""Between the precedence of what is said in one way and in the next best; no rank comes near."""


def vocabulary() -> dict[str, list[str]]:
    """The statements that make labels and property keys known to the server, and `$names`."""
    properties = {
        *NODE_PROPERTIES,
        *EDGE_PROPERTIES,
        *DOCUMENT_PROPERTIES,
        *FACT_PROPERTIES,
        *DERIVED_PROPERTIES,
        *WORKED_OUT,
        *state.PROPERTIES,
        "rank",
        "precedence",
    }
    return {
        "UNWIND $names AS name CALL db.createLabel(name)": [*schema.KINDS, *SHORT.values()],
        "UNWIND $names AS name CALL db.createProperty(name)": sorted(properties),
    }


def find_nodes() -> str:
    """Every node: where it is, rank, nothing, then id, kind labels, properties and periods."""
    return (
        f"MATCH (n:{NODE}) RETURN elementId(n), n.rank, null, n.id,"
        f" [label IN labels(n) WHERE label IN $kinds],"
        f" {_listed('n', (*NODE_PROPERTIES, *WORKED_OUT))}"
    )


def find_edges() -> str:
    """Every assertion: where it is, rank, digest, then ends' ids, relation, properties and period.

    Only of ours, which have a digest: others are other data.
    """
    types = "|".join(schema.RELATIONS)
    return (
        f"MATCH (a:{NODE})-[r:{types}]->(b:{NODE}) WHERE r.assertion IS NOT NULL"
        " RETURN elementId(r), r.rank, r.assertion, a.id, b.id, type(r),"
        f" {_listed('r', (*EDGE_PROPERTIES, *HELD_IN))}"
    )


def find_derived() -> str:
    """Every derived relation: where it is, nothing, digest, then ends' ids, type and properties."""
    return (
        f"MATCH (a:{NODE}|{FACT})-[r:{'|'.join(DERIVED)}]->(b:{_ANY}) WHERE r.derived IS NOT NULL"
        " RETURN elementId(r), null, r.derived, a.id, b.id, type(r),"
        f" {_listed('r', DERIVED_PROPERTIES)}"
    )


def find_documents() -> str:
    """Every document: where it is, rank, nothing, then id, properties, whether it has `SHORT`."""
    return _find(DOCUMENT, DOCUMENT_PROPERTIES)


def find_facts() -> str:
    """Every fact: where it is, rank, nothing, then id, properties, period and whether `SHORT`."""
    return _find(FACT, (*FACT_PROPERTIES, *FACT_PERIOD))


def _find(label: str, properties: tuple[str, ...]) -> str:
    return (
        f"MATCH (n:{label}) RETURN elementId(n), n.rank, null, n.id,"
        f" {_listed('n', properties)}, n:{SHORT[label]}"
    )


def put_nodes(kind: str) -> str:
    """Makes or mends nodes of a kind; `$rows` are lists of id, kind, properties, periods, rank."""
    others = "".join(f":{other}" for other in schema.KINDS if other != kind)
    properties = (*NODE_PROPERTIES, *WORKED_OUT, "rank")
    return (
        f"UNWIND $rows AS row MERGE (n:{NODE} {{id: row[0]}})"
        f" SET n:{schema.kind(kind).name}, {_set('n', properties, 2)} REMOVE n{others}"
    )


def put_edges(relation: str) -> str:
    """Makes or mends assertions.

    `$rows` are lists of ends' ids, relation, properties, period, rank, digest.
    """
    return (
        f"UNWIND $rows AS row MATCH (a:{NODE} {{id: row[0]}}) MATCH (b:{NODE} {{id: row[1]}})"
        f" MERGE (a)-[r:{schema.relation(relation).name} {{assertion: row[-1]}}]->(b)"
        f" SET {_set('r', (*EDGE_PROPERTIES, *HELD_IN, 'rank'), 3)} {_PRECEDENCE}"
    )


def put_derived(relation: str) -> str:
    """Makes derived relations; `$rows` are lists of ends' ids, type, properties, digest."""
    source, target = DERIVED[relation]
    return (
        f"UNWIND $rows AS row MATCH (a:{source} {{id: row[0]}}) MATCH (b:{target} {{id: row[1]}})"
        f" MERGE (a)-[r:{relation} {{derived: row[-1]}}]->(b)"
        f" SET {_set('r', DERIVED_PROPERTIES, 3)}"
    )


def put_documents() -> str:
    """Makes or mends documents; `$rows` are lists of id, properties, true, rank."""
    return _put(DOCUMENT, DOCUMENT_PROPERTIES)


def put_facts() -> str:
    """Makes or mends facts; `$rows` are lists of id, properties, period, true, rank."""
    return _put(FACT, (*FACT_PROPERTIES, *FACT_PERIOD))


def _put(label: str, properties: tuple[str, ...]) -> str:
    return (
        f"UNWIND $rows AS row MERGE (n:{label} {{id: row[0]}})"
        f" SET n:{SHORT[label]}, {_set('n', properties, 1)}, n.rank = row[-1]"
    )


def rank_nodes(label: str) -> str:
    """Gives nodes, documents or facts another rank; `$rows` are lists of id and rank."""
    return f"UNWIND $rows AS row MATCH (n:{label} {{id: row[0]}}) SET n.rank = row[1]"


def rank_edges(relation: str) -> str:
    """Gives assertions another rank; `$rows` are lists of digest and rank."""
    name = schema.relation(relation).name
    return (
        f"UNWIND $rows AS row MATCH (:{NODE})-[r:{name} {{assertion: row[0]}}]->(:{NODE})"
        f" SET r.rank = row[1] {_PRECEDENCE}"
    )


def drop_nodes(label: str) -> str:
    """Removes nodes, documents or facts, where `$rows` say; fails where relations hold one."""
    return f"UNWIND $rows AS row MATCH (n:{label}) WHERE elementId(n) = row DELETE n"


def drop_edges() -> str:
    """Removes relations; `$rows` say where they are."""
    return "UNWIND $rows AS row MATCH ()-[r]->() WHERE elementId(r) = row DELETE r"


_ANY = f"{NODE}|{DOCUMENT}|{FACT}"

STRANGERS = f"""MATCH (n:{_ANY})
RETURN count(n.rank) AS ours, count(*) - count(n.rank) AS strangers"""
"""How many nodes carry our labels, those with a rank, which only a load gives, and others."""

COUNT = {
    "document": f"RETURN COUNT {{ (:{DOCUMENT}) }} AS there",
    "fact": f"RETURN COUNT {{ (:{FACT}) }} AS there",
    "node": f"RETURN COUNT {{ (:{NODE}) }} AS there",
    "assertion": f"MATCH (:{NODE})-[r:{'|'.join(schema.RELATIONS)}]->(:{NODE})"
    " WHERE r.assertion IS NOT NULL RETURN count(r) AS there",
    "derived": f"MATCH (:{NODE}|{FACT})-[r:{'|'.join(DERIVED)}]->(:{_ANY})"
    " WHERE r.derived IS NOT NULL RETURN count(r) AS there",
}
"""How many rows of each table the database holds."""

HELD = f"""UNWIND $rows AS row MATCH (n:{_ANY}) WHERE elementId(n) = row
MATCH (n)-[r]-() WHERE r.assertion IS NULL AND r.derived IS NULL
RETURN CASE WHEN n:{FACT} THEN n.node + ': ' + n.property ELSE n.id END AS id,
       type(r) AS relation LIMIT 1"""
"""What is to be removed, a node, document or fact, that other data is related to, and how."""

OUTDATED = f"MATCH (n:{NODE}) WHERE n.facts IS NOT NULL REMOVE n.facts"
"""Takes away what earlier formats had that this one does not: facts as texts of their node."""


def _listed(name: str, properties: tuple[str, ...]) -> str:
    return ", ".join(f"{name}.{key}" for key in properties)


def _set(name: str, properties: tuple[str, ...], first: int) -> str:
    # One by one: about a third faster than `+=` with a map, whose keys travel with every row.
    return ", ".join(f"{name}.{key} = row[{at}]" for at, key in enumerate(properties, start=first))


_STEPS = ", ".join(f"{word}: {at * RANKS_APART}" for at, word in enumerate(schema.BEST_SAID_FIRST))
# A clause of its own: within one, values are those from before it.
_PRECEDENCE = f"SET r.precedence = r.rank + {{{_STEPS}}}[r.modality]"
