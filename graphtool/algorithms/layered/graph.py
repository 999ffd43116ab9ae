"""A proper layering: edges that share an end as hyperedges, dummy nodes where they pass a column.

A hyperedge that spans several columns gets a place of its own between two rows in each column that
it passes, so that it runs through no label (the dummy nodes of Sugiyama, Tagawa and Toda
1981, "Methods for visual understanding of hierarchical system structures", IEEE Transactions on
Systems, Man, and Cybernetics 11, p. 109; shared by the edges of one hyperedge).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from graphtool.algorithms.routing.hyperedges import Edge, larger

Key = tuple[str, bool, int, int]


class Hyperedge(NamedTuple):
    """A line from one node, the hub, to the others that hang on it by edges of one class."""

    hub: int
    side: int
    """Where the others stand: 1 right of the hub, -1 left of it, 0 in its own column."""
    leaves: tuple[int, ...]
    chain: dict[int, int]
    """By column, the item that the line runs through: the hub, then dummy nodes."""


class LayeredGraph(NamedTuple):
    """Items in columns: the nodes, then the dummy nodes of hyperedges that pass between rows."""

    nodes: int
    column: list[int]
    """Of every item."""
    hyperedges: list[Hyperedge]
    hyperedge_of: list[int]
    """The hyperedge of each edge; -1 for a self-loop."""
    links: list[tuple[int, int]]
    """Items in neighbouring columns that a line joins, the left one first."""
    flat: list[tuple[int, int]]
    """Nodes of one column that a line joins."""

    def neighbours(self) -> tuple[list[list[int]], list[list[int]], list[list[int]]]:
        """Of every item the items it is joined to: at its left, at its right, in its column.

        >>> layered_graph([(0, 1, "OWNS"), (0, 2, "OWNS")], [0, 1, 1]).neighbours()
        ([[], [0], [0]], [[1, 2], [], []], [[], [], []])
        """
        found: tuple[list[list[int]], list[list[int]], list[list[int]]] = (
            [[] for _ in self.column],
            [[] for _ in self.column],
            [[] for _ in self.column],
        )
        for left, right in self.links:
            found[0][right].append(left)
            found[1][left].append(right)
        for one, other in self.flat:
            found[2][one].append(other)
            found[2][other].append(one)
        return found


def layered_graph(edges: Sequence[Edge], column: Sequence[int]) -> LayeredGraph:
    """The edges as hyperedges between nodes in these columns; the same for any order of the edges.

    >>> layered_graph([(0, 1, "OWNS"), (0, 2, "OWNS")], [0, 1, 2]).hyperedges
    [Hyperedge(hub=0, side=1, leaves=(1, 2), chain={0: 0, 1: 3})]
    """
    keys = _keys(edges, column)
    leaves: dict[Key, set[int]] = {}
    for (source, target, _), key in zip(edges, keys, strict=True):
        if key:
            leaves.setdefault(key, set()).add(target if key[3] == source else source)
    place = {key: at for at, key in enumerate(sorted(leaves))}
    columns, made = list(column), []
    for key in place:
        made.append(_hyperedge(key, tuple(sorted(leaves[key])), columns))
    home = [place[key] if key else -1 for key in keys]
    links, level = _links(made, columns)
    return LayeredGraph(len(column), columns, made, home, links, level)


def _keys(edges: Sequence[Edge], column: Sequence[int]) -> list[Key | None]:
    """The hyperedge of each edge: of its source or its target, whichever has more leaves."""
    return larger([None if edge[0] == edge[1] else _both(*edge, column) for edge in edges])


def _both(source: int, target: int, class_: str, column: Sequence[int]) -> tuple[Key, Key]:
    """The hyperedge with the target as its hub, and the one with the source."""
    way = (column[target] > column[source]) - (column[target] < column[source])
    return (class_, False, -way, target), (class_, True, way, source)


def _hyperedge(key: Key, leaves: tuple[int, ...], columns: list[int]) -> Hyperedge:
    """The hyperedge, its dummy nodes added to the items."""
    _, _, side, hub = key
    chain = {columns[hub]: hub}
    if side:
        reach = max(abs(columns[leaf] - columns[hub]) for leaf in leaves)
        for step in range(1, reach):
            chain[columns[hub] + side * step] = len(columns)
            columns.append(columns[hub] + side * step)
    return Hyperedge(hub, side, leaves, chain)


def _links(
    hyperedges: Sequence[Hyperedge], column: Sequence[int]
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    links: set[tuple[int, int]] = set()
    level: set[tuple[int, int]] = set()
    for hyperedge in hyperedges:
        for leaf in hyperedge.leaves:
            if hyperedge.side == 0:
                level.add((min(leaf, hyperedge.hub), max(leaf, hyperedge.hub)))
                continue
            near = hyperedge.chain[column[leaf] - hyperedge.side]
            links.add((near, leaf) if hyperedge.side > 0 else (leaf, near))
        for at, item in hyperedge.chain.items():
            if item != hyperedge.hub:
                near = hyperedge.chain[at - hyperedge.side]
                links.add((near, item) if hyperedge.side > 0 else (item, near))
    return sorted(links), sorted(level)
