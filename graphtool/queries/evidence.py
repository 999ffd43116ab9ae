"""Where it stands: the places that an answer cites, and those by which people count for others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphtool.graph import representation

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph


def places(graph: PlanGraph) -> list[str]:
    """For each assertion `document:line`, only the document where no line is said, or nothing."""
    edges = graph.edges
    return [
        f"{document}:{line}" if line else document
        for document, line in zip(edges["document"].astype(object), edges["line"], strict=True)
    ]


def standing(graph: PlanGraph, level: str) -> dict[tuple[int, int], set[str]]:
    """For everybody who counts for another at this level, where it stands that they do."""
    cited = places(graph)
    steps = representation.first_steps(graph, level, representation.counted(graph, level))
    found: dict[tuple[int, int], set[str]] = {}
    for who, party, edge in steps.itertuples(index=False):
        found.setdefault((who, party), set()).add(cited[edge])
    return found
