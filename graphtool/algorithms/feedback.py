"""The fewest arcs without which a directed graph has no circle."""

from __future__ import annotations

from collections.abc import Sequence

Arc = tuple[int, int]
EXACT_UP_TO = 14
"""Nodes up to which the fewest are found for certain; it takes two to the power of their number."""


def feedback_arcs(count: int, arcs: Sequence[Arc]) -> list[Arc]:
    """Arcs whose removal leaves no circle among nodes 0 to `count` - 1, sorted.

    The fewest there are for up to `EXACT_UP_TO` nodes: an order of the nodes is looked for against
    which the fewest arcs run, by dynamic programming over the sets that may come first (Lawler
    1964, A comment on minimum feedback arc sets). For more nodes the order is that of Eades, Lin
    and Smyth (1993), A fast and effective heuristic for the feedback arc set problem; none of the
    arcs found is then needless, but there may be fewer. An arc from a node to itself is always one.

    >>> feedback_arcs(3, [(0, 1), (1, 2), (2, 0), (1, 0)])
    [(0, 1)]
    """
    own = [arc for arc in arcs if arc[0] == arc[1]]
    others = sorted({arc for arc in arcs if arc[0] != arc[1]})
    order = _best_order(count, others) if count <= EXACT_UP_TO else _greedy_order(count, others)
    place = {node: at for at, node in enumerate(order)}
    against = [(one, other) for one, other in others if place[one] > place[other]]
    return sorted({*own, *_needed(count, others, against)})


def _best_order(count: int, arcs: Sequence[Arc]) -> list[int]:
    """The nodes in an order against which the fewest arcs run; of several the first."""
    into = [0] * count  # for each node those that have an arc to it, as bits
    for one, other in arcs:
        into[other] |= 1 << one
    full = (1 << count) - 1
    # The fewest arcs against the order among the nodes outside a set that came first, and who is
    # next: an arc runs against it to whoever is placed before the node that it comes from.
    fewest, following = [0] * (full + 1), [0] * (full + 1)
    for placed in range(full - 1, -1, -1):
        best = count * count + 1
        for node in range(count):
            if not placed >> node & 1:
                later = full & ~placed & ~(1 << node)
                cost = (into[node] & later).bit_count() + fewest[placed | 1 << node]
                if cost < best:
                    best, following[placed] = cost, node
        fewest[placed] = best
    order, placed = [], 0
    while placed != full:
        order.append(following[placed])
        placed |= 1 << order[-1]
    return order


def _greedy_order(count: int, arcs: Sequence[Arc]) -> list[int]:
    """Sinks last, sources first, else who has most arcs out beyond those in."""
    ahead: list[set[int]] = [set() for _ in range(count)]
    behind: list[set[int]] = [set() for _ in range(count)]
    for one, other in arcs:
        ahead[one].add(other)
        behind[other].add(one)
    left = set(range(count))

    def taken(nodes: list[int]) -> list[int]:
        left.difference_update(nodes)
        for node in nodes:
            for other in ahead[node]:
                behind[other].discard(node)
            for other in behind[node]:
                ahead[other].discard(node)
        return nodes

    first, last = list[int](), list[int]()
    while left:
        while ends := sorted(node for node in left if not ahead[node]):
            last += taken(ends)
        while starts := sorted(node for node in left if not behind[node]):
            first += taken(starts)
        # Whoever has most arcs out beyond those in comes next.
        richest = sorted(left, key=lambda at: (len(behind[at]) - len(ahead[at]), at))[:1]
        first += taken(richest)
    return first + last[::-1]


def _needed(count: int, arcs: Sequence[Arc], against: Sequence[Arc]) -> list[Arc]:
    """Those of the arcs against an order that close a circle with the rest, one by one."""
    ahead: list[set[int]] = [set() for _ in range(count)]
    for one, other in set(arcs) - set(against):
        ahead[one].add(other)
    needed = []
    for one, other in against:
        if _leads(ahead, other, one):
            needed.append((one, other))
        else:
            ahead[one].add(other)
    return needed


def _leads(ahead: Sequence[set[int]], start: int, end: int) -> bool:
    seen, front = {start}, [start]
    while front:
        node = front.pop()
        if node == end:
            return True
        fresh = ahead[node] - seen
        seen |= fresh
        front.extend(fresh)
    return False
