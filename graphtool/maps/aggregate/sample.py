"""Which nodes of a large graph are on the map one by one: some of each group, with their sources.

All of them together are bounded: so many nodes, and so many bytes. Where there is too much, of an
edge that is stated several times the best assertion is kept, and fewer nodes of each group.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from graphtool.maps import records, wire
from graphtool.maps.aggregate.groups import RELATIONS, Group, Ints, Whole
from graphtool.maps.content import Key
from graphtool.maps.edges import Links
from graphtool.maps.options import READABLE
from graphtool.maps.records import Assertion, Node

NODES = 12_000
"""Nodes of all groups together."""
BYTES = 2_800_000
"""What they and the edges between them may take."""
SHEETS = 110
"""Groups of which nodes are shown; of more groups the largest."""
PLACED, LED = 45, 130
"""Bytes that a place takes, and that a node's edges to other groups take, about."""


class Sample(NamedTuple):
    """The nodes that are shown, and what is known of them."""

    shown: dict[str, Ints]
    """Of each group, by its id; in the graph's order."""
    home: Ints
    """For each node the place of its group in `shown`; -1 where it is not shown."""
    ids: NDArray[np.object_]
    nodes: dict[str, Node]
    grades: Mapping[str, str]
    """How nearly somebody answers for what nobody does."""
    links: Links
    """Edges between two that one group shows."""
    leading: Links
    """All edges with an end that is shown."""
    assertions: Mapping[Key, Sequence[Assertion]]
    is_trimmed: bool = False
    """Whether of several assertions of an edge only the best is there."""

    def key(self, at: int) -> Key:
        """Of an edge by its place in the list."""
        s, t = int(self.links.source[at]), int(self.links.target[at])
        return self.ids[s], self.ids[t], RELATIONS[int(self.links.relation[at])]


def chosen(whole: Whole, leaves: Sequence[Group], grades: Mapping[str, str]) -> Sample:
    """Of the largest groups the nodes with most edges within, and those that they are named for.

    `grades` are those of what nobody answers for.
    """
    largest = sorted(leaves, key=lambda leaf: -len(leaf.rows))[:SHEETS]
    degree = _connected(whole, leaves)
    most = min(READABLE, NODES // max(1, len(largest)))
    ranked = {}
    for leaf in largest:
        first = np.lexsort((leaf.rows, *-degree[:, leaf.rows], leaf.rows != leaf.head))
        ranked[leaf.id] = leaf.rows[first[:most]]
    found = _known(whole, ranked, grades)
    if _affordable(found, ranked) < most:
        found = _trimmed(found)
        most = min(most, _affordable(found, ranked))
    cut = {leaf: np.sort(rows[:most]) for leaf, rows in ranked.items()}
    return _cut(found, cut)


def _connected(whole: Whole, leaves: Sequence[Group]) -> Ints:
    """Of each node how many edges it has, and how many of them within its group."""
    label = _homes({leaf.id: leaf.rows for leaf in leaves}, len(whole.rows))
    inside = whole.links.where(label[whole.links.source] == label[whole.links.target])
    return np.stack([links.degree(len(label)) for links in (whole.links, inside)])


def _known(whole: Whole, ranked: dict[str, Ints], grades: Mapping[str, str]) -> Sample:
    """Everything that is known of these nodes."""
    ids = whole.graph.nodes["id"].to_numpy(dtype=object)[whole.rows]
    home = _homes(ranked, len(ids))
    ends = home[whole.links.source], home[whole.links.target]
    inside = (ends[0] == ends[1]) & (ends[0] >= 0)
    links = whole.links.where(inside)
    nodes = records.nodes(whole.graph, ids[home >= 0])
    found = Sample(ranked, home, ids, nodes, grades, links, whole.links, {})
    keys = [found.key(at) for at in range(len(links.source))]
    return found._replace(assertions=records.assertions(whole.graph, keys))


def _homes(shown: dict[str, Ints], size: int) -> Ints:
    home = np.full(size, -1, dtype=np.int64)
    for at, rows in enumerate(shown.values()):
        home[rows] = at
    return home


def _affordable(found: Sample, ranked: dict[str, Ints]) -> int:
    """How many of each group's first nodes there are bytes for; at least one."""
    rank = np.zeros(len(found.ids), dtype=np.int64)
    for rows in ranked.values():
        rank[rows] = np.arange(len(rows))
    cost = np.zeros(READABLE + 1)
    for row in np.flatnonzero(found.home >= 0).tolist():
        node = found.nodes[found.ids[row]]
        graded = {"mark": found.grades[node.id]} if node.id in found.grades else {}
        cost[rank[row]] += len(json.dumps({**wire.record(node), **graded})) + PLACED + LED
    later = np.maximum(rank[found.links.source], rank[found.links.target])
    for at, last in enumerate(later.tolist()):
        key = found.key(at)
        said = [*map(wire.assertion, found.assertions.get(key, ()))]
        cost[last] += len(json.dumps([*key, said])) + PLACED
    return max(1, int(np.searchsorted(np.cumsum(cost), BYTES)))


def _trimmed(found: Sample) -> Sample:
    """With the best assertion of each edge only: the strongest, rather with a source."""
    best = {}
    for key, said in found.assertions.items():
        firm = records.strongest(said)
        ranked = sorted(said, key=lambda one: (one.modality != firm, not one.document))
        best[key] = ranked[:1]
    return found._replace(assertions=best, is_trimmed=True)


def _cut(found: Sample, shown: dict[str, Ints]) -> Sample:
    """Only these nodes, and the edges that they have."""
    home = _homes(shown, len(found.ids))
    links, leading = found.links, found.leading
    ends = home[leading.source], home[leading.target]
    return found._replace(
        shown=shown,
        home=home,
        links=links.where((home[links.source] >= 0) & (home[links.target] >= 0)),
        leading=leading.where((ends[0] >= 0) | (ends[1] >= 0)),
    )
