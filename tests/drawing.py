"""Graphs written as one would draw them, a line for each node and each assertion, and asked."""

from __future__ import annotations

import shlex
from typing import Any

import networkx as nx

from graphtool import PlanGraph, engine, schema


def drawn(text: str, **extra: Any) -> PlanGraph:
    """The graph of a drawing: `Kind id field=value ...`, `source RELATION target field=value ...`.

    A node is called by its id unless it has a name; every document that is cited is listed.

    >>> drawn('''
    ...     Goal g name="Flere arbeidsplasser"
    ...     Municipality v
    ...     v OWNS g modality=planned document=plan line=7
    ... ''')
    PlanGraph(2 nodes, 1 edge, 1 document)
    """
    nodes, edges = [], []
    for line in text.splitlines():
        words = shlex.split(line)
        if not words:
            continue
        places = 2 if words[0] in schema.KINDS else 3
        fields = dict(word.split("=", 1) for word in words[places:])
        if places == 2:
            nodes.append({"name": words[1], **fields, "kind": words[0], "id": words[1]})
        else:
            source, relation, target = words[:3]
            edges.append({**fields, "source": source, "relation": relation, "target": target})
    cited = dict.fromkeys(row["document"] for row in (*nodes, *edges) if "document" in row)
    documents = extra.pop("documents", [{"id": name} for name in cited])
    return PlanGraph.from_tables(nodes, edges, documents, **extra)


def answered(name: str, graph: PlanGraph, columns: str, **options: Any) -> list[tuple[Any, ...]]:
    """The rows of a query, in its order, of these columns only; None for what is missing."""
    records = engine.run(name, graph, **options).records()
    return [tuple(record[column] for column in columns.split()) for record in records]


def notes(name: str, graph: PlanGraph, language: str = "nb", **options: Any) -> str:
    """What a query says beside its rows, a line a note."""
    return "\n".join(getattr(note, language) for note in engine.run(name, graph, **options).notes)


def of_ties(ties: nx.Graph) -> PlanGraph:
    """Actors that collaborate as the graph says, each tie of weight 1; its loners own a measure."""
    actors = [{"id": str(n), "kind": "Actor", "name": str(n)} for n in ties]
    alone = [{"id": f"m {n}", "kind": "Measure", "name": "m"} for n in nx.isolates(ties)]
    tied = [
        {"source": str(a), "relation": "COLLABORATES_WITH", "target": str(b)} for a, b in ties.edges
    ]
    kept = [{"source": str(n), "relation": "OWNS", "target": f"m {n}"} for n in nx.isolates(ties)]
    return PlanGraph.from_tables([*actors, *alone], [*tied, *kept])
