"""Chains and circles in what depends on what: pure functions of who points at whom."""

from __future__ import annotations

import itertools
from collections.abc import Hashable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from graphtool.algorithms.components import strong

if TYPE_CHECKING:
    from graphtool.algorithms.arrays import Integers

Node = TypeVar("Node", bound=Hashable)
Chain = tuple[Node, ...]


def shortest_chains(
    links: Mapping[Node, Sequence[Node]], start: Node, longest: int
) -> dict[Node, Chain[Node]]:
    """The shortest chain from the start to everything within so many steps, both ends included.

    Breadth first: of several of the same length the first in the order of the links. The start is
    among them where a chain leads back to it.

    >>> shortest_chains({"a": ["b"], "b": ["c"], "c": ["a"]}, "a", 2)
    {'b': ('a', 'b'), 'c': ('a', 'b', 'c')}
    """
    found: dict[Node, Chain[Node]] = {}
    front: list[Chain[Node]] = [(start,)]
    for _ in range(longest):
        further = []
        for chain in front:
            for node in links.get(chain[-1], ()):
                if node not in found:
                    found[node] = (*chain, node)
                    if node != start:
                        further.append(found[node])
        if not further:
            break
        front = further
    return found


def ends(links: Mapping[Node, Sequence[Node]], nodes: Sequence[Node]) -> tuple[Integers, Integers]:
    """The two ends of each link as positions of the nodes, -1 for an end that is none of them.

    For what is worked out by numbers.

    >>> [end.tolist() for end in ends({"b": ["a", "b", "c"]}, ["a", "b"])]
    [[1, 1, 1], [0, 1, -1]]
    """
    place = {node: at for at, node in enumerate(nodes)}
    lengths = [len(others) for others in links.values()]
    source = np.repeat(np.array([place.get(one, -1) for one in links], dtype=np.int64), lengths)
    others = map(place.get, itertools.chain.from_iterable(links.values()), itertools.repeat(-1))
    return source, np.fromiter(others, dtype=np.int64, count=sum(lengths))


def circles(links: Mapping[Node, Sequence[Node]]) -> list[list[Node]]:
    """The sets of nodes that all lead to each other, the largest strongly connected components.

    Each in the order in which its nodes stand in `links`; one that leads to itself alone is one.

    >>> circles({"a": ["b"], "b": ["a", "c"], "c": ["d"], "d": ["d"]})
    [['a', 'b'], ['d']]
    """
    if not any(links.values()):
        return []
    nodes = list(links)
    source, target = ends(links, nodes)
    source, target = source[target >= 0], target[target >= 0]  # only what leads on is in a circle
    label = strong(source, target, len(nodes))
    inside = np.zeros(len(nodes), dtype=bool)
    inside[source[label[source] == label[target]]] = True
    members: dict[int, list[Node]] = {}
    for at in np.flatnonzero(inside).tolist():
        members.setdefault(int(label[at]), []).append(nodes[at])
    return list(members.values())


def shortest_circle(links: Mapping[Node, Sequence[Node]], circle: Sequence[Node]) -> Chain[Node]:
    """The shortest chain within a circle's nodes that ends where it begins.

    Of several, that of the node which stands first in `circle`. A node that has been looked at is
    taken away, with all that then leads nowhere: what goes through it cannot be shorter than what
    was found for it, and a long ring is done after one of its nodes.

    >>> shortest_circle({"a": ["b"], "b": ["c"], "c": ["a", "b"]}, ["a", "b", "c"])
    ('b', 'c', 'b')
    """
    left = set(circle)
    ahead = {node: [end for end in links[node] if end in left] for node in circle}
    behind: dict[Node, list[Node]] = {node: [] for node in circle}
    for node, ends in ahead.items():
        for end in ends:
            behind[end].append(node)
    degrees = (
        {n: len(ends) for n, ends in ahead.items()},
        {n: len(starts) for n, starts in behind.items()},
    )
    best: Chain[Node] = ()
    for start in circle:
        if start not in left:
            continue
        # A chain of n nodes has n - 1 steps; only a shorter one is better.
        best = _back_to(start, ahead, left, len(best) - 2 if best else len(left)) or best
        if len(best) == 2:
            break
        _take_away(start, left, (ahead, behind), degrees)
    return best


def _back_to(
    start: Node, ahead: Mapping[Node, Sequence[Node]], left: set[Node], longest: int
) -> Chain[Node]:
    """The shortest chain back to the start among the nodes left, no longer than that; else ()."""
    before: dict[Node, Node] = {}
    front = [start]
    for _ in range(longest):
        further = []
        for node in front:
            for end in ahead[node]:
                if end == start:
                    return _walked(before, start, node)
                if end in left and end not in before:
                    before[end] = node
                    further.append(end)
        front = further
        if not front:
            break
    return ()


def _walked(before: Mapping[Node, Node], start: Node, last: Node) -> Chain[Node]:
    """The chain from the start to the last and on to the start."""
    chain = [start]
    while last != start:
        chain.append(last)
        last = before[last]
    return (*chain[:1], *reversed(chain[1:]), start)


def _take_away(
    node: Node,
    left: set[Node],
    neighbours: tuple[Mapping[Node, Sequence[Node]], Mapping[Node, Sequence[Node]]],
    degrees: tuple[dict[Node, int], dict[Node, int]],
) -> None:
    """Takes a node away, and then what has no way in or no way out any more."""
    gone = [node]
    left.discard(node)
    while gone:
        one = gone.pop()
        # What it led to has one way in less, what led to it one way out less.
        for towards, ways in ((0, degrees[1]), (1, degrees[0])):
            for other in neighbours[towards][one]:
                ways[other] -= 1
                if ways[other] == 0 and other in left:
                    left.discard(other)
                    gone.append(other)
