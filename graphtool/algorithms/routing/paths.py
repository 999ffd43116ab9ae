"""Lines along channels: the shortest path between two nodes with few bends.

Edges of one class that end at the same node form a hyperedge, whose paths are one tree of
shortest paths from that node (Dijkstra 1959, "A note on two problems in connexion with graphs";
along channels after Wybrow, Marriott and Stuckey 2009, "Orthogonal connector routing").
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from graphtool.algorithms.geometry.polyline import Point
from graphtool.algorithms.routing.hyperedges import Edge, larger
from graphtool.algorithms.routing.network import Network

BEND = 30.0
"""A bend counts as so many pixels."""
TINY = 0.01
"""What a step of no length costs: a matrix of paths holds no zeros."""
TOGETHER = 64
"""So many hubs are routed at a time, for the sake of memory."""

APART = 2000
"""Of more sources and classes than this, classes no longer have hyperedges of their own."""

Hyperedge = tuple[int, str, bool]
"""The node where all its edges end, their class, and whether that node is their target."""
Path = tuple[int, ...]
"""Channels from the hyperedge's node to the other, each meeting the next."""


class Paths(NamedTuple):
    """The path of each edge, and the hyperedge that it is in."""

    hyperedge: dict[int, Hyperedge]
    """By the edge's place in the list given."""
    path: dict[tuple[Hyperedge, int], Path]
    """By hyperedge and other end."""

    def joined(self, others: Paths) -> Paths:
        """These and the paths of other edges.

        >>> line = (1, "OWNS", True)
        >>> Paths({0: line}, {(line, 0): (3,)}).joined(Paths({}, {})).hyperedge
        {0: (1, 'OWNS', True)}
        """
        return Paths(self.hyperedge | others.hyperedge, self.path | others.path)


def routed(
    edges: Sequence[Edge], wanted: Sequence[int], made: Network, at: Sequence[Point]
) -> Paths:
    """The paths of the wanted edges, by their places; an edge without is left out.

    >>> from graphtool.algorithms.routing.network import Channel, Port
    >>> rows = [Channel(("row", at, 0), False, 50.0 * at - 5, 50.0 * at + 5) for at in (0, 1)]
    >>> aisle = Channel(("aisle", 0, 0), True, -20.0, -10.0)
    >>> made = Network([*rows, aisle], [], {0: [Port(0, (2,))], 1: [Port(1, (2,))]})
    >>> routed([(0, 1, "OWNS")], [0], made, [(0.0, 0.0), (0.0, 50.0)]).path
    {((1, 'OWNS', True), 0): (1, 2, 0)}
    """
    if not wanted:
        return Paths({}, {})
    gathered = hyperedges(edges, wanted)
    ends: dict[int, set[int]] = {}
    for edge, (hub, _, _) in gathered.items():
        ends.setdefault(hub, set()).add(_other(edges[edge], hub))
    graph = _states(made, at)
    found = {}
    hubs = sorted(ends)
    for start in range(0, len(hubs), TOGETHER):
        part = hubs[start : start + TOGETHER]
        for hub, tree in zip(part, _trees(graph, part), strict=True):
            for other in sorted(ends[hub]):
                found[hub, other] = _path(graph, tree, hub, other)
    path, hyperedge = {}, {}
    for edge, key in gathered.items():
        other = _other(edges[edge], key[0])
        if found[key[0], other]:
            hyperedge[edge], path[key, other] = key, found[key[0], other]
    return Paths(hyperedge, path)


def hyperedges(edges: Sequence[Edge], wanted: Sequence[int]) -> dict[int, Hyperedge]:
    """For each wanted edge the end where most edges of its class end, of equals its target.

    >>> hyperedges([(1, 0, "PART_OF"), (2, 0, "PART_OF")], [0, 1])[1]
    (0, 'PART_OF', True)
    """
    ends: list[tuple[Hyperedge, Hyperedge] | None] = []
    for at in wanted:
        source, target, class_ = edges[at]
        ends.append(((target, class_, True), (source, class_, False)))
    found = [key for key in larger(ends) if key]
    apart = len({(edges[at][0], edges[at][2]) for at in wanted}) <= APART
    return {
        at: key if apart else (key[0], "", key[2]) for at, key in zip(wanted, found, strict=True)
    }


def _other(edge: Edge, hub: int) -> int:
    return edge[1] if edge[0] == hub else edge[0]


_Tree = NDArray[np.int32]


class _States(NamedTuple):
    """The channels as a graph: a state is a place on a channel, or a node being left or reached."""

    matrix: object
    channel: list[int]
    """Of each state; -1 for a node."""
    via: list[int]
    """The row by which a node is left or reached at a state; -1 where there is none."""
    leave: dict[int, int]
    reach: dict[int, int]


def _states(made: Network, at: Sequence[Point]) -> _States:
    from scipy.sparse import coo_array

    channel: list[int] = []
    via: list[int] = []
    steps: list[tuple[int, int, float]] = []
    stations: dict[int, list[tuple[float, int]]] = {}

    def state(on: int, where: float, row: int = -1) -> int:
        channel.append(on)
        via.append(row)
        if on >= 0:
            stations.setdefault(on, []).append((where, len(channel) - 1))
        return len(channel) - 1

    for upright, level, cost in made.meets:
        one = state(upright, made.channels[level].middle)
        two = state(level, made.channels[upright].middle)
        steps += [(one, two, BEND + cost), (two, one, BEND + cost)]
    leave, reach = {}, {}
    for node, ports in made.ports.items():
        leave[node], reach[node] = state(-1, 0.0), state(-1, 0.0)
        for port in ports:
            for on in port.onto or (port.channel,):
                one = state(on, at[node][1], port.channel if port.onto else -1)
                cost = abs(made.channels[on].middle - at[node][0]) + BEND if port.onto else TINY
                steps += [(leave[node], one, cost), (one, reach[node], cost)]
    for on, found in stations.items():
        for (a, one), (b, two) in pairwise(sorted(found)):
            cost = (b - a) * made.channels[on].weight + TINY
            steps += [(one, two, cost), (two, one, cost)]
    rows, columns, costs = (np.array(column) for column in zip(*steps, strict=True))
    size = len(channel)
    matrix = coo_array((costs, (rows.astype(int), columns.astype(int))), shape=(size, size))
    return _States(matrix.tocsr(), channel, via, leave, reach)


def _trees(graph: _States, hubs: Sequence[int]) -> _Tree:
    """For each hub the state before each state on the shortest path from it; negative for none."""
    from scipy.sparse.csgraph import dijkstra

    _, before = dijkstra(
        graph.matrix, indices=[graph.leave[hub] for hub in hubs], return_predecessors=True
    )
    return before


def _path(graph: _States, tree: _Tree, hub: int, other: int) -> Path:
    """The channels from a hub to another node; () where none leads there."""
    states = []
    here = int(tree[graph.reach[other]])
    while here >= 0 and here != graph.leave[hub]:
        states.append(here)
        here = int(tree[here])
    if not states:
        return ()
    states.reverse()
    via = graph.via[states[0]], graph.via[states[-1]]
    found = [via[0], *(graph.channel[state] for state in states), via[1]]
    channels = [channel for channel in found if channel >= 0]
    return tuple(s for at, s in enumerate(channels) if not at or channels[at - 1] != s)
