"""How a plan graph lies in Neo4j: labels, properties, constraints, and the statements for them.

Every node has the label `PlanNode` and its kind's, every document `PlanDocument`; an assertion is
one relation whose type is the vocabulary's. All text here is made of the vocabulary and the
tables' columns, never of data, which travels as parameters.

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
relations, `ACTS_FOR` and `BELONGS_TO`, run to municipalities (`graph.belonging`); `derived` is the
digest of one.
"""

from __future__ import annotations

from graphtool import schema
from graphtool.graph import tables

NODE, DOCUMENT, GRAPH = "PlanNode", "PlanDocument", "PlanGraph"

NODE_PROPERTIES = tuple(name for name in tables.NODE_COLUMNS if name not in ("id", "kind"))
"""`facts` is a list of JSON texts; all else is text or a number. Empty ones are absent."""
EDGE_PROPERTIES = tuple(
    name for name in tables.EDGE_COLUMNS if name not in ("source", "target", "relation")
)
DOCUMENT_PROPERTIES = tuple(name for name in tables.DOCUMENT_COLUMNS if name != "id")
PERIOD = ("since", "until", "kept")
HELD_IN = (*PERIOD, "ever")
"""When it holds; `ever` is 0 where it does in all of time, and else absent."""
WORKED_OUT = (*HELD_IN, "again", "lone")
"""What is worked out of a node; `lone` is true where nothing has ever tied it to another."""
DERIVED = ("ACTS_FOR", "BELONGS_TO")
DERIVED_PROPERTIES = ("owners", *HELD_IN)
RANKS_APART = 1 << 50
"""Between the precedence of what is said in one way and in the next best; no rank comes near."""


def constrained() -> dict[str, tuple[str, str]]:
    """What the constraints make unique, a label or type and a property, by the constraints' names.

    >>> constrained()["plan_owns"]
    ('OWNS', 'assertion')
    """
    return {
        "plan_graph": (GRAPH, "only"),
        "plan_node": (NODE, "id"),
        "plan_document": (DOCUMENT, "id"),
        **{f"plan_{name.lower()}": (name, "assertion") for name in schema.RELATIONS},
        **{f"plan_{name.lower()}": (name, "derived") for name in DERIVED},
    }


def constraints() -> dict[str, str]:
    """The statements that make the constraints, by the constraints' names.

    They also make the indexes by which nodes and assertions are found.

    >>> constraints()["plan_owns"]
    'CREATE CONSTRAINT plan_owns IF NOT EXISTS FOR ()-[r:OWNS]-() REQUIRE r.assertion IS UNIQUE'
    """
    nodes = (GRAPH, NODE, DOCUMENT)
    return {
        name: f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR "
        + (f"(n:{what}) REQUIRE n.{key}" if what in nodes else f"()-[r:{what}]-() REQUIRE r.{key}")
        + " IS UNIQUE"
        for name, (what, key) in constrained().items()
    }


def vocabulary() -> dict[str, list[str]]:
    """The statements that make labels and property keys known to the server, and `$names`."""
    properties = {
        *NODE_PROPERTIES,
        *EDGE_PROPERTIES,
        *DOCUMENT_PROPERTIES,
        *DERIVED_PROPERTIES,
        *WORKED_OUT,
        "rank",
        "precedence",
    }
    return {
        "UNWIND $names AS name CALL db.createLabel(name)": list(schema.KINDS),
        "UNWIND $names AS name CALL db.createProperty(name)": sorted(properties),
    }


def constraints_file() -> str:
    """What `cypher/constraints.cypher` holds."""
    head = "// Uniqueness, and with it the indexes, of a plan graph. Made from graphtool/schema.py."
    return "\n".join([head, *(f"{text};" for text in constraints().values())]) + "\n"


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
        f"MATCH (a:{NODE})-[r:{'|'.join(DERIVED)}]->(b:{NODE}) WHERE r.derived IS NOT NULL"
        " RETURN elementId(r), null, r.derived, a.id, b.id, type(r),"
        f" {_listed('r', DERIVED_PROPERTIES)}"
    )


def find_documents() -> str:
    """Every document: where it is, rank, nothing, then id and properties."""
    return (
        f"MATCH (n:{DOCUMENT}) RETURN elementId(n), n.rank, null, n.id,"
        f" {_listed('n', DOCUMENT_PROPERTIES)}"
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
    return (
        f"UNWIND $rows AS row MATCH (a:{NODE} {{id: row[0]}}) MATCH (b:{NODE} {{id: row[1]}})"
        f" MERGE (a)-[r:{relation} {{derived: row[-1]}}]->(b)"
        f" SET {_set('r', DERIVED_PROPERTIES, 3)}"
    )


def put_documents() -> str:
    """Makes or mends documents; `$rows` are lists of id, properties, rank."""
    return (
        f"UNWIND $rows AS row MERGE (n:{DOCUMENT} {{id: row[0]}})"
        f" SET {_set('n', (*DOCUMENT_PROPERTIES, 'rank'), 1)}"
    )


def rank_nodes(label: str) -> str:
    """Gives nodes or documents another rank; `$rows` are lists of id and rank."""
    return f"UNWIND $rows AS row MATCH (n:{label} {{id: row[0]}}) SET n.rank = row[1]"


def rank_edges(relation: str) -> str:
    """Gives assertions another rank; `$rows` are lists of digest and rank."""
    name = schema.relation(relation).name
    return (
        f"UNWIND $rows AS row MATCH (:{NODE})-[r:{name} {{assertion: row[0]}}]->(:{NODE})"
        f" SET r.rank = row[1] {_PRECEDENCE}"
    )


def drop_nodes(label: str) -> str:
    """Removes nodes or documents; `$rows` say where they are. Fails where relations hold one."""
    return f"UNWIND $rows AS row MATCH (n:{label}) WHERE elementId(n) = row DELETE n"


def drop_edges() -> str:
    """Removes relations; `$rows` say where they are."""
    return f"UNWIND $rows AS row MATCH (:{NODE})-[r]->(:{NODE}) WHERE elementId(r) = row DELETE r"


STRANGERS = f"""MATCH (n:{NODE}|{DOCUMENT})
RETURN count(n.rank) AS ours, count(*) - count(n.rank) AS strangers"""
"""How many nodes carry our labels, those with a rank, which only a load gives, and others."""

COUNT = {
    "document": f"RETURN COUNT {{ (:{DOCUMENT}) }} AS there",
    "node": f"RETURN COUNT {{ (:{NODE}) }} AS there",
    "assertion": f"MATCH (:{NODE})-[r:{'|'.join(schema.RELATIONS)}]->(:{NODE})"
    " WHERE r.assertion IS NOT NULL RETURN count(r) AS there",
    "derived": f"MATCH (:{NODE})-[r:{'|'.join(DERIVED)}]->(:{NODE})"
    " WHERE r.derived IS NOT NULL RETURN count(r) AS there",
}
"""How many rows of each table the database holds."""

HELD = f"""UNWIND $rows AS row MATCH (n:{NODE}) WHERE elementId(n) = row
MATCH (n)-[r]-() WHERE r.assertion IS NULL AND r.derived IS NULL
RETURN n.id AS id, type(r) AS relation LIMIT 1"""
"""A node to be removed that other data is related to, and by what relation."""


def _listed(name: str, properties: tuple[str, ...]) -> str:
    return ", ".join(f"{name}.{key}" for key in properties)


def _set(name: str, properties: tuple[str, ...], first: int) -> str:
    # One by one: about a third faster than `+=` with a map, whose keys travel with every row.
    return ", ".join(f"{name}.{key} = row[{at}]" for at, key in enumerate(properties, start=first))


_STEPS = ", ".join(f"{word}: {at * RANKS_APART}" for at, word in enumerate(schema.BEST_SAID_FIRST))
# A clause of its own: within one, values are those from before it.
_PRECEDENCE = f"SET r.precedence = r.rank + {{{_STEPS}}}[r.modality]"
