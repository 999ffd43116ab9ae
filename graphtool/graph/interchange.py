"""To NetworkX and back, nothing lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pandas as pd

from graphtool.graph import tables, unread
from graphtool.graph.tables import Record
from graphtool.language import LANGUAGES, Text

if TYPE_CHECKING:
    import networkx as nx

    from graphtool.graph.plangraph import PlanGraph


def to_networkx(graph: PlanGraph) -> nx.MultiDiGraph[str]:
    """A plain `nx.MultiDiGraph`: nodes by id with their fields, edges with key = relation.

    Empty fields are left out. A node's `facts` and an edge's `assertions` are lists of dicts;
    `graph.graph` holds `name`, `title` (three languages), `documents` and, where some of the
    source was not read, `unread`.

    >>> from graphtool.graph import examples
    >>> graph = examples.owned_goal()
    >>> out = to_networkx(graph)
    >>> out.nodes["v"]
    {'id': 'v', 'kind': 'Municipality', 'name': 'Vennesla'}
    >>> out.edges["v", "g", "OWNS"]["assertions"]
    [{'modality': 'stated', 'document': 'd', 'line': 7}]
    """
    import networkx as nx

    out: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        name=graph.name,
        title=dict(zip(LANGUAGES, graph.title, strict=True)),
        documents=list(records(graph.documents)),
        **({"unread": unread.as_rows(graph.unread)} if graph.unread else {}),
    )
    for node in records(graph.nodes):
        facts = [fact.as_dict() for fact in node.pop("facts", ())]
        out.add_node(node["id"], **node, **({"facts": facts} if facts else {}))
    for edge in named_ends(graph):
        source, target, relation = (edge.pop(end) for end in ("source", "target", "relation"))
        if not out.has_edge(source, target, relation):
            out.add_edge(source, target, relation, relation=relation, assertions=[])
        out.edges[source, target, relation]["assertions"].append(edge)
    return out


def rows_of(graph: nx.MultiDiGraph[str]) -> dict[str, Any]:
    """What `PlanGraph.from_tables` takes, of a NetworkX graph: attribute `kind`, key = relation.

    Edges may carry a list of `assertions`, or one assertion's fields of their own. Attributes
    that a plan graph has no column for become facts of the node.

    >>> import networkx as nx
    >>> given = nx.MultiDiGraph()
    >>> given.add_node("v", kind="Municipality", population=15000)
    >>> rows_of(given)["facts"]
    [{'node': 'v', 'property': 'population', 'value': 15000}]
    """
    nodes, edges, facts = [], [], []
    for node, data in graph.nodes(data=True):
        nodes.append({**data, "id": node})
        facts += [{**fact, "node": node} for fact in data.get("facts", ())]
        facts += [
            {"node": node, "property": name, "value": value}
            for name, value in data.items()
            if name not in tables.NODE_COLUMNS
        ]
    for source, target, key, data in graph.edges(keys=True, data=True):
        ends = {"source": source, "target": target, "relation": data.get("relation", key)}
        edges += [{**assertion, **ends} for assertion in data.get("assertions") or [data]]
    title = graph.graph.get("title")
    return {
        "nodes": nodes,
        "edges": edges,
        "documents": graph.graph.get("documents", ()),
        "facts": facts,
        "name": graph.graph.get("name", ""),
        "title": Text(*(title[language] for language in LANGUAGES)) if title else None,
        "unread": unread.from_rows(graph.graph.get("unread", ())),
    }


def named_ends(graph: PlanGraph) -> Iterator[Record]:
    """Every assertion as a dict, its ends as node ids, empty fields left out.

    >>> from graphtool.graph import examples
    >>> graph = examples.owned_goal()
    >>> [(edge["source"], edge["relation"], edge["target"]) for edge in named_ends(graph)]
    [('m', 'PART_OF', 'g'), ('v', 'OWNS', 'g')]
    """
    return records(with_ids(graph))


def with_ids(graph: PlanGraph) -> pd.DataFrame:
    """The graph's `edges` with node ids at their ends instead of positions.

    >>> from graphtool.graph import examples
    >>> graph = examples.owned_goal()
    >>> graph.edges["source"].tolist(), with_ids(graph)["source"].tolist()
    ([2, 0], ['m', 'v'])
    """
    ids = graph.nodes["id"]
    edges = graph.edges
    return edges.assign(
        source=ids.take(edges["source"].to_numpy()).to_numpy(dtype=object),
        target=ids.take(edges["target"].to_numpy()).to_numpy(dtype=object),
    )


def records(table: pd.DataFrame) -> Iterator[Record]:
    """Rows as dicts of plain Python values, empty ones left out.

    >>> table = pd.DataFrame({"id": ["v", "g"], "line": [0, 7], "share": [0.5, float("nan")]})
    >>> list(records(table))
    [{'id': 'v', 'share': 0.5}, {'id': 'g', 'line': 7}]
    """
    plain = {name: table[name].astype(object).tolist() for name in table}
    for values in zip(*plain.values(), strict=True):
        yield {
            name: value
            for name, value in zip(plain, values, strict=True)
            if value != ""
            and value == value
            and not (name == "line" and value == 0)
            and value != ()
        }
