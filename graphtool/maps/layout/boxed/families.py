"""Whom each node stands under on the map: a forest of parents.

Structure (`PART_OF`) decides first. What has no place in the structure stands with what it alone
belongs to: a person with the only employer, a need with the only thing that needs it. Where two
could claim a node, none gets it, for a map must not hint at an owner that no source names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from graphtool import schema
from graphtool.algorithms import forest
from graphtool.maps.layout.sheet import Edge

_PLACING = [
    (relation.parent.order, name, relation.parent.end)
    for name, relation in schema.RELATIONS.items()
    if relation.parent
]
RULES: tuple[tuple[str, str], ...] = tuple((name, end) for _, name, end in sorted(_PLACING))
"""Relations by how strongly they place a node, and the end that is the parent."""

MOVABLE = 12
"""Only a family of at most this many nodes is placed under another by a weak relation."""
HEADS = 3
"""Who has so many parts or members heads a group, and is placed under nobody by a weak relation."""


def parents(size: int, edges: Sequence[Edge]) -> list[int]:
    """The parent of each node, -1 for none; never in a circle.

    >>> parents(4, [(1, 0, "PART_OF"), (2, 1, "AFFILIATED_WITH"), (3, 0, "OWNS")])
    [3, 0, 1, -1]
    >>> parents(3, [(0, 2, "OWNS"), (1, 2, "OWNS")])
    [-1, -1, -1]
    """
    parent = [-1] * size
    structure = _claims(edges, "PART_OF", "target")
    family = Counter(claim for found in structure.values() for claim in found)
    for child, claims in sorted(structure.items()):
        _adopt(parent, child, sorted(claims, key=lambda claim: (-family[claim], claim)))
    members = Counter(target for _, target, name in edges if name == "MEMBER_OF")
    extent = forest.sizes(parent)
    for child, found in sorted(_weak_claims(edges).items()):
        heads = max(family[child], members[child]) >= HEADS
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


def _weak_claims(edges: Sequence[Edge]) -> dict[int, list[int]]:
    """By each weak relation the only claim, those first that share most edges with the node."""
    shared = Counter((min(s, t), max(s, t)) for s, t, _ in edges)
    single: dict[int, list[int]] = {}
    for relation, end in RULES[1:]:
        for child, claims in _claims(edges, relation, end).items():
            if len(claims) == 1:
                single.setdefault(child, []).extend(claims)
    for child, found in single.items():
        found.sort(key=lambda claim: -shared[min(child, claim), max(child, claim)])
    return single


def _adopt(parent: list[int], child: int, claims: Sequence[int]) -> None:
    """Give the child the first parent that is not below it."""
    for claim in claims:
        if not forest.is_within(parent, claim, child):
            parent[child] = claim
            return
