"""Whom each node stands under on the map: a forest of parents.

Which relation places a node, at which end and how strongly, stands in its row in `schema`.
Structure decides first. What has no place in the structure stands with what it alone
belongs to: a person with the only employer, a need with the only thing that needs it. Where two
could claim a node, none gets it, for a map must not hint at an owner that no source names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from graphtool import schema
from graphtool.algorithms import forest
from graphtool.maps.layout.sheet import Edge

MOVABLE = 12
"""Only a family of at most this many nodes is placed under another by a weak relation."""
HEADS = 3
"""Who has so many parts or members heads a group, and is placed under nobody by a weak relation."""


def parents(size: int, edges: Sequence[Edge], parties: Collection[int] = ()) -> list[int]:
    """The parent of each node, -1 for none; never in a circle.

    Of `parties` none stands under what it does: by a weak relation only under another party.

    >>> parents(4, [(1, 0, "PART_OF"), (2, 1, "AFFILIATED_WITH"), (3, 0, "OWNS")])
    [3, 0, 1, -1]
    >>> parents(3, [(0, 2, "OWNS"), (1, 2, "OWNS")])
    [-1, -1, -1]
    """
    parent = [-1] * size
    claims = {name: _claims(edges, name, row.end) for name, row in schema.PLACING.items()}
    structure, *weaker = schema.PLACING
    below = {
        name: Counter(claim for found in claims[name].values() for claim in found)
        for name, row in schema.PLACING.items()
        if row.gathers
    }
    for child, wholes in sorted(claims[structure].items()):
        _adopt(parent, child, sorted(wholes, key=lambda claim: (-below[structure][claim], claim)))
    extent = forest.sizes(parent)
    for child, every in sorted(_single(edges, [claims[name] for name in weaker]).items()):
        found = [claim for claim in every if child not in parties or claim in parties]
        heads = max(count[child] for count in below.values()) >= HEADS
        if parent[child] < 0 and not heads and extent[child] <= MOVABLE:
            _adopt(parent, child, found)
    return parent


def _claims(edges: Sequence[Edge], relation: str, end: str) -> dict[int, set[int]]:
    """Whom each node would be placed under by one relation."""
    claims: dict[int, set[int]] = {}
    for source, target, name in edges:
        if name == relation and source != target:
            child, claim = (source, target) if end == "target" else (target, source)
            claims.setdefault(child, set()).add(claim)
    return claims


def _single(edges: Sequence[Edge], weaker: Sequence[dict[int, set[int]]]) -> dict[int, list[int]]:
    """By each weaker relation the only claim, those first that share most edges with the node."""
    shared = Counter((min(s, t), max(s, t)) for s, t, _ in edges)
    single: dict[int, list[int]] = {}
    for claims in weaker:
        for child, found in claims.items():
            if len(found) == 1:
                single.setdefault(child, []).extend(found)
    for child, placed in single.items():
        placed.sort(key=lambda claim: -shared[min(child, claim), max(child, claim)])
    return single


def _adopt(parent: list[int], child: int, claims: Sequence[int]) -> None:
    """Give the child the first parent that is not below it."""
    for claim in claims:
        if not forest.is_within(parent, claim, child):
            parent[child] = claim
            return
