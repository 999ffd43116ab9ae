"""Edges gathered into stems: lines of one relation that share a node and branch off to the others.

A stem that spans several columns gets a place of its own in each column that it passes, a lane
between two rows, so that it runs through no name (the dummy nodes of Sugiyama, Tagawa and Toda
1981, "Methods for visual understanding of hierarchical system structures", IEEE Transactions on
Systems, Man, and Cybernetics 11, p. 109; shared by the edges of one stem).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from graphtool.algorithms.routing.hyperedges import Edge, larger

Key = tuple[str, bool, int, int]


class Stem(NamedTuple):
    """A line from one node, the hub, to the others that hang on it by one relation."""

    hub: int
    side: int
    """Where the others stand: 1 right of the hub, -1 left of it, 0 in its own column."""
    leaves: tuple[int, ...]
    trunk: dict[int, int]
    """By column, the item that the line runs through: the hub, then the lanes it passes in."""


class Grid(NamedTuple):
    """Items in columns: the nodes, then the lanes in which stems pass between rows."""

    nodes: int
    column: list[int]
    """Of every item."""
    stems: list[Stem]
    home: list[int]
    """The stem of each edge; -1 for a self-loop."""
    links: list[tuple[int, int]]
    """Items in neighbouring columns that a line joins, the left one first."""
    level: list[tuple[int, int]]
    """Nodes of one column that a line joins."""

    def neighbours(self) -> tuple[list[list[int]], list[list[int]], list[list[int]]]:
        """Of every item the items it is joined to: at its left, at its right, in its column."""
        found: tuple[list[list[int]], list[list[int]], list[list[int]]] = (
            [[] for _ in self.column],
            [[] for _ in self.column],
            [[] for _ in self.column],
        )
        for left, right in self.links:
            found[0][right].append(left)
            found[1][left].append(right)
        for one, other in self.level:
            found[2][one].append(other)
            found[2][other].append(one)
        return found


def grid(edges: Sequence[Edge], column: Sequence[int]) -> Grid:
    """The edges as stems between nodes in these columns; the same for any order of the edges.

    >>> grid([(0, 1, "OWNS"), (0, 2, "OWNS")], [0, 1, 2]).stems
    [Stem(hub=0, side=1, leaves=(1, 2), trunk={0: 0, 1: 3})]
    """
    keys = _keys(edges, column)
    leaves: dict[Key, set[int]] = {}
    for (source, target, _), key in zip(edges, keys, strict=True):
        if key:
            leaves.setdefault(key, set()).add(target if key[3] == source else source)
    place = {key: at for at, key in enumerate(sorted(leaves))}
    columns, made = list(column), []
    for key in place:
        made.append(_stem(key, tuple(sorted(leaves[key])), columns))
    home = [place[key] if key else -1 for key in keys]
    links, level = _links(made, columns)
    return Grid(len(column), columns, made, home, links, level)


def _keys(edges: Sequence[Edge], column: Sequence[int]) -> list[Key | None]:
    """The stem of each edge: that of its source or of its target, whichever has more leaves."""
    return larger([None if edge[0] == edge[1] else _both(*edge, column) for edge in edges])


def _both(source: int, target: int, relation: str, column: Sequence[int]) -> tuple[Key, Key]:
    """The stem with the target as its hub, and the one with the source."""
    way = (column[target] > column[source]) - (column[target] < column[source])
    return (relation, False, -way, target), (relation, True, way, source)


def _stem(key: Key, leaves: tuple[int, ...], columns: list[int]) -> Stem:
    """The stem, its lanes added to the items."""
    _, _, side, hub = key
    trunk = {columns[hub]: hub}
    if side:
        reach = max(abs(columns[leaf] - columns[hub]) for leaf in leaves)
        for step in range(1, reach):
            trunk[columns[hub] + side * step] = len(columns)
            columns.append(columns[hub] + side * step)
    return Stem(hub, side, leaves, trunk)


def _links(
    stems: Sequence[Stem], column: Sequence[int]
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    links: set[tuple[int, int]] = set()
    level: set[tuple[int, int]] = set()
    for stem in stems:
        for leaf in stem.leaves:
            if stem.side == 0:
                level.add((min(leaf, stem.hub), max(leaf, stem.hub)))
                continue
            near = stem.trunk[column[leaf] - stem.side]
            links.add((near, leaf) if stem.side > 0 else (leaf, near))
        for at, item in stem.trunk.items():
            if item != stem.hub:
                near = stem.trunk[at - stem.side]
                links.add((near, item) if stem.side > 0 else (item, near))
    return sorted(links), sorted(level)
