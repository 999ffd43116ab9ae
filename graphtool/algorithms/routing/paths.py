"""Lines along free strips: the shortest way between two nodes with few bends.

Edges of one relation that end at the same node form a bundle, whose ways are one tree of shortest
ways from that node (Dijkstra 1959, "A note on two problems in connexion with graphs"; ways along
strips after Wybrow, Marriott and Stuckey 2009, "Orthogonal connector routing").
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
"""What a step of no length costs: a matrix of ways holds no zeros."""
TOGETHER = 64
"""So many bundles are routed at a time, for the sake of memory."""

APART = 2000
"""Of more sources of one relation than this, relations no longer have bundles of their own."""

Bundle = tuple[int, str, bool]
"""The node where all its edges end, their relation, and whether that node is their target."""
Way = tuple[int, ...]
"""Strips from the bundle's node to the other, each meeting the next."""


class Ways(NamedTuple):
    """The way of each edge, and the bundle that it is in."""

    bundle: dict[int, Bundle]
    """By the edge's place in the list given."""
    way: dict[tuple[Bundle, int], Way]
    """By bundle and other end."""


def ways(edges: Sequence[Edge], wanted: Sequence[int], made: Network, at: Sequence[Point]) -> Ways:
    """The ways of the wanted edges, by their places; an edge with no way is left out."""
    bundles = bundled(edges, wanted)
    ends: dict[int, set[int]] = {}
    for edge, (hub, _, _) in bundles.items():
        ends.setdefault(hub, set()).add(_other(edges[edge], hub))
    net = _net(made, at)
    found = {}
    hubs = sorted(ends)
    for start in range(0, len(hubs), TOGETHER):
        part = hubs[start : start + TOGETHER]
        for hub, tree in zip(part, _trees(net, part), strict=True):
            for other in sorted(ends[hub]):
                found[hub, other] = _way(net, tree, hub, other)
    way, bundle = {}, {}
    for edge, key in bundles.items():
        other = _other(edges[edge], key[0])
        if found[key[0], other]:
            bundle[edge], way[key, other] = key, found[key[0], other]
    return Ways(bundle, way)


def bundled(edges: Sequence[Edge], wanted: Sequence[int]) -> dict[int, Bundle]:
    """For each wanted edge the end where most edges of its relation end, of equals its target.

    >>> bundled([(1, 0, "PART_OF"), (2, 0, "PART_OF")], [0, 1])[1]
    (0, 'PART_OF', True)
    """
    ends: list[tuple[Bundle, Bundle] | None] = []
    for at in wanted:
        source, target, relation = edges[at]
        ends.append(((target, relation, True), (source, relation, False)))
    found = [key for key in larger(ends) if key]
    apart = len({(edges[at][0], edges[at][2]) for at in wanted}) <= APART
    return {
        at: key if apart else (key[0], "", key[2]) for at, key in zip(wanted, found, strict=True)
    }


def _other(edge: Edge, hub: int) -> int:
    return edge[1] if edge[0] == hub else edge[0]


_Tree = NDArray[np.int32]


class _Net(NamedTuple):
    """The strips as a graph: a state is a place on a strip, or a node being left or reached."""

    matrix: object
    strip: list[int]
    """Of each state; -1 for a node."""
    via: list[int]
    """The row by which a node is left or reached at a state; -1 where there is none."""
    leave: dict[int, int]
    reach: dict[int, int]


def _net(made: Network, at: Sequence[Point]) -> _Net:
    from scipy.sparse import coo_array

    strip: list[int] = []
    via: list[int] = []
    steps: list[tuple[int, int, float]] = []
    stations: dict[int, list[tuple[float, int]]] = {}

    def state(on: int, where: float, row: int = -1) -> int:
        strip.append(on)
        via.append(row)
        if on >= 0:
            stations.setdefault(on, []).append((where, len(strip) - 1))
        return len(strip) - 1

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
    size = len(strip)
    matrix = coo_array((costs, (rows.astype(int), columns.astype(int))), shape=(size, size))
    return _Net(matrix.tocsr(), strip, via, leave, reach)


def _trees(net: _Net, hubs: Sequence[int]) -> _Tree:
    """For each hub the state before each state on the shortest way from it; negative for none."""
    from scipy.sparse.csgraph import dijkstra

    _, before = dijkstra(
        net.matrix, indices=[net.leave[hub] for hub in hubs], return_predecessors=True
    )
    return before


def _way(net: _Net, tree: _Tree, hub: int, other: int) -> Way:
    """The strips from a hub to another node; () where no way leads there."""
    states = []
    here = int(tree[net.reach[other]])
    while here >= 0 and here != net.leave[hub]:
        states.append(here)
        here = int(tree[here])
    if not states:
        return ()
    states.reverse()
    found = [net.via[states[0]], *(net.strip[state] for state in states), net.via[states[-1]]]
    strips = [strip for strip in found if strip >= 0]
    return tuple(s for at, s in enumerate(strips) if not at or strips[at - 1] != s)
