"""Nodes that stand alike in a graph whose edges have labels, to a given depth.

Two nodes are alike to depth 0 if they begin alike, and to depth k + 1 if they are to depth k and
each edge of the one has a counterpart at the other, of the same label and direction, whose far ends
are alike to depth k; how many there are does not matter. This is k-bisimilarity (R. Kaushik and
others, "Exploiting local similarity for indexing paths in graph-structured data", ICDE 2002) taken
in both directions; without a bound it is regular equivalence (D. R. White and K. P. Reitz, "Graph
and semigroup homomorphisms on networks of relations", Social Networks 5 (1983) 193-234).
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence


def classes(
    start: Sequence[Hashable], edges: Iterable[tuple[int, int, Hashable]], depth: int | None = None
) -> list[int]:
    """Of each node the class of those that are alike, numbered from 0 by their first node.

    `start` says which nodes begin alike; `edges` are source, target and label, by position; `depth`
    None is until nothing more is told apart. [] for no nodes.

    >>> town, firm = "town", "firm"
    >>> classes([town, town, firm, firm], [(0, 2, "owns"), (1, 3, "owns")])
    [0, 0, 1, 1]
    >>> classes([town, town, firm, firm], [(0, 2, "owns"), (1, 3, "leads")])
    [0, 1, 2, 3]
    >>> classes([town, town, firm, firm], [(0, 2, "owns"), (1, 3, "leads")], depth=0)
    [0, 0, 1, 1]
    """
    around: list[list[tuple[int, bool, Hashable]]] = [[] for _ in start]
    for source, target, label in edges:
        around[source].append((target, True, label))
        around[target].append((source, False, label))
    found = _numbered(start)
    rounds = len(start) if depth is None else depth
    for _ in range(rounds):
        finer = _numbered(
            (found[node], frozenset((found[far], out, label) for far, out, label in ties))
            for node, ties in enumerate(around)
        )
        if finer == found:
            break
        found = finer
    return found


def _numbered(keys: Iterable[Hashable]) -> list[int]:
    """A number for each key, equal ones alike, in the order in which they come."""
    numbers: dict[Hashable, int] = {}
    return [numbers.setdefault(key, len(numbers)) for key in keys]
