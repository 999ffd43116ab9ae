"""A part of the plan graph that a database holds: what a question that is computed here reads."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from graphtool import schema
from graphtool.database import model, packing
from graphtool.database.connection import Database
from graphtool.database.state import State
from graphtool.graph import PlanGraph, cleaning, tables

NODE = ("kind", "id", "name", "subkind", "valid_from", "valid_to")
EVIDENCE = ("document", "line", "quote")
CALLED = ("aliases", "name_nb", "name_nn", "name_en")
OF_SOME = {
    "share": ("OWNS",),
    "amount": ("FUNDS", "APPLIED_FOR"),
    "currency": ("FUNDS", "APPLIED_FOR"),
    "status": ("DEPENDS_ON",),
}
"""What is said of these relations, and read where they are."""
UNREAD = (*OF_SOME, "note")
"""What is said of relations that no question reads which is worked out here, but of some."""
EDGE = tuple(name for name in model.EDGE_PROPERTIES if name not in UNREAD)
_DOCUMENTS = f"""MATCH (d:{model.DOCUMENT})
RETURN collect({packing.packed(["d.id", "d.date"])}) AS rows"""
TIME = ("SUCCEEDED_BY", "PART_OF")
"""Relations that periods follow from."""


def part(
    home: Database,
    relations: Sequence[str],
    *,
    among: Sequence[str] = (),
    dated: bool,
    stands: bool = True,
    cited: bool = False,
    named: bool = False,
    quoted: bool = True,
    loaded: State | None = None,
) -> PlanGraph:
    """The assertions of these relations, and the nodes of the kinds that they run between.

    Without facts and what else no question reads of nodes; documents with their dates, by which
    that of a status is known, only with dependencies; shares only with ownership, amounts with
    funding (`OF_SOME`). `dated` where periods are asked for: then that includes what they follow
    from; `stands` where it is asked where an assertion stands and `quoted` with its quote; `cited`
    where it is asked where a node does, `named` where nodes are looked up by any of their names.
    With `among` only nodes of these kinds, and what is said between them. Raises `DatabaseError`
    where a load has come in since the state `loaded`.
    """
    wanted = [name for name in schema.RELATIONS if name in relations or (dated and name in TIME)]
    kinds = [kind for kind in schema.KINDS if any(_ends(name, kind) for name in wanted)]
    kinds = [kind for kind in kinds if not among or kind in among]
    names = NODE + (EVIDENCE if cited else ()) + (CALLED if named else ())
    more = [name for name, relations in OF_SOME.items() if any(r in wanted for r in relations)]
    nodes: dict[str, list[str]] = {}
    edges: dict[str, list[str]] = {}
    documents: dict[str, list[str]] = {}
    if wanted:
        nodes = home.columns(names, _nodes(names, kinds), {"kinds": kinds}, loaded=loaded)
        unasked = () if stands and quoted else EVIDENCE if not stands else ("quote",)
        said = [name for name in EDGE if name not in unasked] + more
        edges = home.columns(
            ("source", "target", "relation", *said), _edges(wanted, said, among), loaded=loaded
        )
    if "status" in more:
        documents = home.columns(("id", "date"), _DOCUMENTS, loaded=loaded)
    return PlanGraph.from_valid(
        cleaning.frame(pd.DataFrame(nodes), (*(n for n in tables.NODE_COLUMNS if n != "facts"),)),
        cleaning.frame(pd.DataFrame(edges), tables.EDGE_COLUMNS),
        cleaning.frame(pd.DataFrame(documents), tables.DOCUMENT_COLUMNS),
        cleaning.frame((), tables.FACT_COLUMNS),
    )


def _ends(relation: str, kind: str) -> bool:
    known = schema.relation(relation)
    return kind in known.sources or kind in known.targets


def _nodes(names: Sequence[str], kinds: Sequence[str]) -> str:
    """The nodes of these kinds, many a record; the server holds no list of all rows."""
    kind = "[label IN labels(n) WHERE label IN $kinds][0]"
    row = packing.packed([kind, *(f"n.{name}" for name in names[1:])])
    return f"""MATCH (n:{model.NODE}&({"|".join(kinds)}))
WITH collect(n) AS nodes
UNWIND range(0, size(nodes) - 1, 1000) AS at
RETURN [n IN nodes[at..at + 1000] | {row}]"""


def _edges(relations: Sequence[str], said: Sequence[str], among: Sequence[str]) -> str:
    """The assertions of these relations between these kinds, those of many sources a record."""
    node = f"{model.NODE}&({'|'.join(among)})" if among else model.NODE
    row = packing.packed(["a.id", "b.id", "type(r)", *(f"r.{name}" for name in said)])
    return f"""MATCH (n:{node})
WITH collect(n) AS nodes
UNWIND range(0, size(nodes) - 1, 500) AS at
CALL (nodes, at) {{
  UNWIND nodes[at..at + 500] AS a
  MATCH (a)-[r:{"|".join(relations)}]->(b:{node})
  WHERE r.ever = 0
  RETURN collect({row}) AS rows
}}
RETURN rows"""
