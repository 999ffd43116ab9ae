"""Goals and measures that nobody answers for, marked by how nearly somebody does."""

from __future__ import annotations

from graphtool import queries
from graphtool.graph import PlanGraph

QUERIES = ("orphaned-goals", "orphaned-measures")


def grades(graph: PlanGraph, as_of: str | None = None) -> dict[str, str]:
    """The grade of each orphaned goal and measure, by id; {} where all have an owner.

    >>> graph = PlanGraph.from_tables([{"id": "g", "kind": "Goal", "name": "Vekst"}])
    >>> grades(graph)
    {'g': 'none'}
    """
    found: dict[str, str] = {}
    for name in QUERIES:
        rows = queries.ask(graph, name, as_of=as_of)
        found |= dict(zip(rows.iloc[:, 0], rows["grade"], strict=True))
    return found
