"""What of a graph goes on the map: the most connected nodes of a large one, and whose is what."""

from __future__ import annotations

import numpy as np

from graphtool.graph import PlanGraph

LIMIT = 2000
"""Nodes that a map shows at most; more can neither be read nor drawn at once."""
STRUCTURE = "PART_OF"


def most_connected(graph: PlanGraph, limit: int = LIMIT) -> PlanGraph:
    """The graph itself up to the limit, else its nodes with most distinct edges, all edges between.

    Of equals the earlier in the graph's order (kind, then id) is kept.
    """
    size = len(graph.nodes)
    if size <= limit:
        return graph
    edges = graph.edges[["source", "target", "relation"]].drop_duplicates()
    ends = np.concatenate([edges["source"].to_numpy(), edges["target"].to_numpy()])
    degree = np.bincount(ends, minlength=size)
    kept = np.zeros(size, dtype=bool)
    kept[np.lexsort((np.arange(size), -degree))[:limit]] = True
    return graph.within(kept)


def places(graph: PlanGraph) -> dict[int, set[int]]:
    """What concerns each municipality and region, by the place's position; {} without places.

    A municipality concerns itself, what has an edge to it, the parts of those, and the regions
    that it is part of. A region concerns what its municipalities and its own parts concern as
    well. A successor is another place.
    """
    kinds = graph.nodes["kind"].astype(str).tolist()
    near: list[set[int]] = [set() for _ in kinds]
    parts: list[set[int]] = [set() for _ in kinds]
    wholes: list[set[int]] = [set() for _ in kinds]
    rows = graph.edges[["source", "target", "relation"]].drop_duplicates()
    for source, target, relation in rows.itertuples(index=False):
        if relation == STRUCTURE:
            parts[target].add(source)
            wholes[source].add(target)
        elif relation != "SUCCEEDED_BY":
            near[source].add(target)
            near[target].add(source)
    spots = [at for at, kind in enumerate(kinds) if kind in ("Municipality", "Region")]
    found = {}
    for place in spots:
        inside = _below({place}, parts)
        close = {other for spot in inside for other in near[spot] if other not in spots}
        found[place] = inside | _below(close, parts) | wholes[place]
    return found


def _below(start: set[int], parts: list[set[int]]) -> set[int]:
    reached, stack = set(start), sorted(start)
    while stack:
        for part in parts[stack.pop()]:
            if part not in reached:
                reached.add(part)
                stack.append(part)
    return reached
