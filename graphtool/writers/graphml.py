"""A plan graph as GraphML for Gephi, yEd and the like: one edge an assertion, scalar attributes.

Edges have ids of their own, as some programs merge edges without. `label`, which programs show,
repeats the name or the relation. Facts and documents, which GraphML has no place for, are JSON
texts; characters that XML cannot hold are written `_xHHHH_`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphtool.graph import interchange, unread
from graphtool.graph.markup import escaped

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

SUFFIXES = (".graphml",)


def write(graph: PlanGraph, draft: Path) -> None:
    """The file, in UTF-8, nodes and edges in the graph's own order."""
    import networkx as nx

    out: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        name=escaped(graph.name),
        title=_json(graph.title._asdict()),
        documents=_json(list(interchange.records(graph.documents))),
        **({"unread": _json(unread.as_rows(graph.unread))} if graph.unread else {}),
    )
    for node in interchange.records(graph.nodes):
        if "facts" in node:
            node["facts"] = json.dumps([f.as_dict() for f in node["facts"]], ensure_ascii=False)
        out.add_node(escaped(node.pop("id")), label=escaped(node["name"]), **_scalars(node))
    for at, edge in enumerate(interchange.named_ends(graph)):
        source, target = escaped(edge.pop("source")), escaped(edge.pop("target"))
        out.add_edge(source, target, f"e{at}", label=edge["relation"], **_scalars(edge))
    # Not `write_graphml`: that one writes other bytes where lxml happens to be installed.
    nx.write_graphml_xml(out, draft)


def _scalars(fields: dict[str, Any]) -> dict[str, Any]:
    return {
        name: escaped(value) if isinstance(value, str) else value for name, value in fields.items()
    }


def _json(value: object) -> str:
    return escaped(json.dumps(value, ensure_ascii=False))
