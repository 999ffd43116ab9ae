"""The order of items within their columns, with few lines that cross.

Sweeps by barycentre after Sugiyama, Tagawa and Toda (1981, "Methods for visual understanding of
hierarchical system structures", IEEE Transactions on Systems, Man, and Cybernetics 11, p. 109),
then neighbours swapped while that helps (Gansner, Koutsofios, North and Vo 1993, "A technique for
drawing directed graphs", IEEE Transactions on Software Engineering 19, p. 214).
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Mapping, Sequence
from itertools import pairwise

from graphtool.algorithms import isotonic
from graphtool.algorithms.layered.graph import LayeredGraph

SWEEPS = 16
SWAPS = 6
"""Rounds of swapping neighbours."""
AWAY = 0.3
"""What one place between two joined items of one column costs, in crossings."""

Layers = list[list[int]]


def ordered(
    graph: LayeredGraph, known: Mapping[int, float], hint: Mapping[int, float] | None = None
) -> Layers:
    """The items of each column from top to bottom; those known keep the order of their numbers.

    `hint` is where to begin: how far down items stand.

    >>> from graphtool.algorithms.layered.graph import layered_graph
    >>> ordered(layered_graph([(0, 3, "A"), (1, 2, "A")], [0, 0, 1, 1]), {})
    [[0, 1], [3, 2]]
    """
    near = graph.neighbours()
    best = layers = _seeded(graph, near, known, hint or known)
    least = _cost(layers, graph, near[1])
    found: list[Layers] = []
    for sweep in range(SWEEPS):
        if least == 0:
            break
        layers = _swept(layers, near, known, sweep % 2 == 0)
        if layers in found[sweep % 2 :: 2]:  # and so would be all that follow
            break
        found.append(layers)
        cost = _cost(layers, graph, near[1])
        if cost < least:
            best, least = layers, cost
    swapped = _swapped(best, near, known) if least else best
    return swapped if _cost(swapped, graph, near[1]) <= least else best


def _seeded(
    graph: LayeredGraph,
    near: tuple[Layers, Layers, Layers],
    known: Mapping[int, float],
    hint: Mapping[int, float],
) -> Layers:
    """As a walk from the left meets them; beside what has a hint, where anything has."""
    layers: Layers = [[] for _ in range(max(graph.column, default=-1) + 1)]
    for item in _walk(graph, near):
        layers[graph.column[item]].append(item)
    if not hint:
        return layers
    key = dict(hint)
    rim = sorted(hint)
    while rim:
        reached = sorted({o for item in rim for side in near for o in side[item]} - key.keys())
        found = {}
        for item in reached:
            seen = [key[o] for side in near for o in side[item] if o in key]
            found[item] = sum(seen) / len(seen)
        key.update(found)
        rim = reached
    end = max(hint.values()) + 1
    return [_merged(layer, {item: key.get(item, end) for item in layer}, known) for layer in layers]


def _walk(graph: LayeredGraph, near: tuple[Layers, Layers, Layers]) -> list[int]:
    """Depth first, so that what hangs on an item follows it."""
    seen, order = set[int](), []
    for start in sorted(range(len(graph.column)), key=lambda item: (graph.column[item], item)):
        stack = [start]
        while stack:
            item = stack.pop()
            if item not in seen:
                seen.add(item)
                order.append(item)
                after = near[2][item] + near[0][item] + near[1][item]
                stack += [other for other in reversed(after) if other not in seen]
    return order


def _merged(
    layer: Sequence[int], key: Mapping[int, float], known: Mapping[int, float]
) -> list[int]:
    """The layer by its keys, once those of known items are moved until they keep their order."""
    firm = [item for item in layer if item in known]
    if not firm:
        return sorted(layer, key=key.__getitem__)
    firm.sort(key=known.__getitem__)
    if len(firm) == len(layer):
        return firm
    moved = dict(key)
    kept = isotonic.means([key[item] for item in firm], [1.0] * len(firm))
    moved.update(zip(firm, kept, strict=True))
    order = sorted(layer, key=moved.__getitem__)
    # Known items with the same key follow their numbers, in the places that they hold.
    firm_places = [at for at, item in enumerate(order) if item in known]
    for at, item in zip(firm_places, firm, strict=True):
        order[at] = item
    return order


def _swept(
    layers: Layers, near: tuple[Layers, Layers, Layers], known: Mapping[int, float], down: bool
) -> Layers:
    """Each column by the mean place of its items' neighbours in the column before it."""
    new = [list(layer) for layer in layers]
    where: dict[int, float] = {}
    for layer in new:
        where.update((item, (at + 0.5) / len(layer)) for at, item in enumerate(layer))
    side = near[0] if down else near[1]
    for layer in new if down else reversed(new):
        key = {}
        for item in layer:
            joined = side[item] or near[2][item]
            key[item] = sum([where[o] for o in joined]) / len(joined) if joined else where[item]
        layer[:] = _merged(layer, key, known)
        where.update((item, (at + 0.5) / len(layer)) for at, item in enumerate(layer))
    return new


def _cost(layers: Layers, graph: LayeredGraph, right: Layers) -> float:
    """Crossings, and a little for joined items of one column that stand apart."""
    place = {item: at for layer in layers for at, item in enumerate(layer)}
    away = sum(abs(place[one] - place[other]) - 1 for one, other in graph.flat)
    return crossings(layers, right) + AWAY * away


def crossings(layers: Layers, right: Layers) -> int:
    """Pairs of lines between neighbouring columns that cross.

    >>> crossings([[0, 1], [2, 3]], [[3], [2], [], []])
    1
    """
    found = 0
    for left, after in pairwise(layers):
        place = {item: at for at, item in enumerate(after)}
        seen: list[int] = []
        for item in left:
            ends = [place[other] for other in right[item]]
            for end in ends:
                found += len(seen) - bisect_right(seen, end)
            for end in ends:
                insort(seen, end)
    return found


def _swapped(
    layers: Layers, near: tuple[Layers, Layers, Layers], known: Mapping[int, float]
) -> Layers:
    """Neighbours in a column change places while that takes crossings away."""
    new = [list(layer) for layer in layers]
    place = {item: at for layer in new for at, item in enumerate(layer)}
    for _ in range(SWAPS):
        changed = False
        for layer in new:
            for at in range(len(layer) - 1):
                one, other = layer[at], layer[at + 1]
                if one in known and other in known:
                    continue
                if _gain(one, other, near, place) > 0:
                    layer[at], layer[at + 1] = other, one
                    place[one], place[other] = at + 1, at
                    changed = True
        if not changed:
            break
    return new


def _gain(
    one: int, other: int, near: tuple[Layers, Layers, Layers], place: Mapping[int, int]
) -> int:
    """How many crossings go when the other stands above the one."""
    gain = 0
    for side in near[:2]:
        above, below = side[one], side[other]
        if len(above) * len(below) > 400:  # two hubs side by side: their order hardly matters
            continue
        for a in above:
            for b in below:
                gain += (place[a] > place[b]) - (place[a] < place[b])
    return gain
