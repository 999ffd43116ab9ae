"""Where a network would fall apart: articulation points, and the parts that each leaves.

R. Tarjan, "Depth-first search and linear graph algorithms", SIAM Journal on Computing 1 (1972),
pp. 146-160. networkx finds the points, not the parts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from graphtool.algorithms.arrays import Array

if TYPE_CHECKING:
    from scipy.sparse import csr_array


class _Search(NamedTuple):
    """A search in depth; lists by place, which is the order in which nodes were found."""

    order: list[int]
    """The node at each place."""
    parent: list[int]
    """The place that it was found from; -1 for the first of a component."""
    first: list[int]
    """The place of the first of its component."""
    end: list[int]
    """Up to which place, excluded, everything was found from it."""
    low: list[int]
    """The lowest place that is tied to it or to anything found from it, its parent left out."""


class Split(NamedTuple):
    """What a component falls into without one of its nodes."""

    parts: int
    lost: list[list[int]]
    """The nodes of all parts but the largest; of all where several are. Each sorted."""


def splits(matrix: csr_array, counted: Array | None = None) -> dict[int, Split]:
    """Each articulation point, with the parts that its component falls into without it.

    `matrix` is symmetric, with nothing on the diagonal; its weights mean nothing here. What is
    found from a neighbour, and leads back no further than to the node itself, is such a part
    (Tarjan, lemma 5); what is left of the component is one more. With `counted`, a truth for each
    node, others hold the network together but are no part of it: a point is one whose leaving
    parts nodes that count. The largest part is counted, not listed: nearly all points of a large
    network leave nearly all of it.

    >>> from scipy.sparse import csr_array
    >>> path = csr_array(([1, 1, 1, 1, 1, 1], ([0, 1, 1, 2, 2, 3], [1, 0, 2, 1, 3, 2])))
    >>> splits(path)
    {1: Split(parts=2, lost=[[0]]), 2: Split(parts=2, lost=[[3]])}
    """
    order, parent, first, end, low = _searched(matrix)
    below: dict[int, list[int]] = {}
    for child, above in enumerate(parent):
        if above >= 0 and low[child] >= above:
            below.setdefault(above, []).append(child)
    counts = np.ones(len(order), dtype=bool) if counted is None else np.asarray(counted)
    before = np.concatenate(([0], np.cumsum(counts[order]))).tolist()
    found = {}
    for place, children in below.items():
        # Runs of places: of each child all that was found from it, and what lies between.
        parts = [[(child, end[child])] for child in children]
        start, last = first[place], end[first[place]]
        ends = [place + 1, *(end[child] for child in children)]
        parts.append([(start, place), *zip(ends, [*children, last], strict=True)])
        sizes = [sum(before[stop] - before[at] for at, stop in runs) for runs in parts]
        if sum(size > 0 for size in sizes) > 1:
            found[order[place]] = _split(parts, sizes, order, counts)
    return dict(sorted(found.items()))


def _split(
    parts: list[list[tuple[int, int]]], sizes: list[int], order: list[int], counts: Array
) -> Split:
    largest = max(sizes)
    alone = sizes.count(largest) == 1
    lost = [
        sorted(node for at, stop in runs for node in order[at:stop] if counts[node])
        for runs, size in zip(parts, sizes, strict=True)
        if size and not (alone and size == largest)
    ]
    return Split(sum(size > 0 for size in sizes), sorted(lost))


def _searched(matrix: csr_array) -> _Search:
    count = matrix.shape[0]
    start, others = matrix.indptr.tolist(), matrix.indices.tolist()
    place, at = [-1] * count, start[:-1]
    order, parent, first, end, low = found = _Search([], [], [], [0] * count, [])
    for root in range(count):
        # Not by recursion: a chain of a thousand nodes would be too deep.
        path = [(root, -1)] if place[root] < 0 else []
        while path:
            node, above = path[-1]
            if place[node] < 0:
                place[node] = len(order)
                first.append(place[root])
                order.append(node)
                parent.append(above)
                low.append(place[node])
            here = place[node]
            if at[node] < start[node + 1]:
                other = others[at[node]]
                at[node] += 1
                if place[other] < 0:
                    path.append((other, here))
                elif place[other] != above:
                    low[here] = min(low[here], place[other])
            else:
                path.pop()
                end[here] = len(order)
                if above >= 0:
                    low[above] = min(low[above], low[here])
    return found
