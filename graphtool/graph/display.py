"""How a plan graph shows itself in a notebook: counts by kind and relation, and a few names."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from graphtool import schema

if TYPE_CHECKING:
    from graphtool.graph.plangraph import PlanGraph

NAMES_SHOWN = 5


def as_html(graph: PlanGraph) -> str:
    """A small table, safe to show whatever the names contain.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables([{"id": "v", "kind": "Municipality", "name": "<Vennesla>"}])
    >>> "&lt;Vennesla&gt;" in as_html(graph)
    True
    """
    rows = []
    for kind in schema.KINDS.values():
        nodes = graph.of_kind(kind.name)
        if len(nodes):
            names = ", ".join(nodes["name"].head(NAMES_SHOWN))
            more = ", …" if len(nodes) > NAMES_SHOWN else ""
            rows.append((kind.plural.en, len(nodes), names + more))
    for relation in schema.RELATIONS.values():
        edges = graph.related(relation.name)
        if len(edges):
            distinct = len(edges[["source", "target"]].drop_duplicates())
            said = "" if distinct == len(edges) else f"{len(edges)} assertions"
            rows.append((relation.name, distinct, said))
    body = "".join(
        f"<tr><th style='text-align:left'>{escape(what)}</th><td>{count}</td>"
        f"<td style='text-align:left'>{escape(names)}</td></tr>"
        for what, count, names in rows
    )
    return f"<table><caption>{escape(repr(graph))}</caption>{body}</table>"
