"""What a plan graph holds, in figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graphtool import schema

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph


def describe(graph: PlanGraph) -> dict[str, Any]:
    """Counts by kind, subkind, relation and modality, the period, and how much is sourced.

    `sourced` counts assertions that have document, line and quote, `unresolved` the actors that
    stand for names which match nobody. `period` is the earliest and the latest date that anything
    is valid from or to, None where nothing is dated. `unread` is what the source holds
    beside it. Kinds and relations not in use are left out.
    """
    nodes, edges = graph.nodes, graph.edges
    sourced = (edges["document"] != "") & (edges["line"] > 0) & (edges["quote"] != "")
    return {
        "name": graph.name,
        "title": graph.title._asdict(),
        "nodes": len(nodes),
        "edges": graph.edge_count,
        "assertions": len(edges),
        "documents": len(graph.documents),
        "facts": sum(map(len, nodes["facts"])),
        "sourced": int(sourced.sum()),
        "unresolved": int((nodes["subkind"] == schema.UNRESOLVED).sum()),
        "period": _period(nodes, edges),
        "unread": [one._asdict() for one in graph.unread],
        "kinds": {
            kind: {"nodes": len(rows), "subkinds": _counts(rows["subkind"])}
            for kind in schema.KINDS
            if len(rows := graph.of_kind(kind))
        },
        "relations": {
            relation: {
                "edges": len(rows[["source", "target"]].drop_duplicates()),
                "assertions": len(rows),
                "modalities": _counts(rows["modality"]),
            }
            for relation in schema.RELATIONS
            if len(rows := graph.related(relation))
        },
    }


def _counts(column: pd.Series[Any]) -> dict[str, int]:
    counts = column[column != ""].astype(object).value_counts(sort=False)
    return {str(word): int(count) for word, count in sorted(counts.items())}


def _period(nodes: pd.DataFrame, edges: pd.DataFrame) -> list[str] | None:
    dates: set[str] = set()
    for table in (nodes, edges):
        for column in ("valid_from", "valid_to"):
            dates.update(table[column].astype(object).unique())
    for facts in nodes["facts"]:
        dates.update(date for fact in facts for date in (fact.valid_from, fact.valid_to))
    dates.discard("")
    return [min(dates), max(dates)] if dates else None
