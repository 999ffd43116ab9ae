"""Where a network would fall apart: articulation points, and the parts that each leaves.

R. Tarjan, "Depth-first search and linear graph algorithms", SIAM Journal on Computing 1 (1972),
pp. 146-160. networkx finds the points, not the parts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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


def splits(matrix: csr_array) -> dict[int, list[list[int]]]:
    """Each articulation point, with the parts, sorted, that its component falls into without it.

    `matrix` is symmetric, with nothing on the diagonal; its weights mean nothing here. What is
    found from a neighbour, and leads back no further than to the node itself, is such a part
    (Tarjan, lemma 5); what is left of the component is one more.

    >>> from scipy.sparse import csr_array
    >>> path = csr_array(([1, 1, 1, 1], ([0, 1, 1, 2], [1, 0, 2, 1])))
    >>> splits(path)
    {1: [[0], [2]]}
    """
    order, parent, first, end, low = _searched(matrix)
    parts: dict[int, list[list[int]]] = {}
    for child, above in enumerate(parent):
        if above >= 0 and low[child] >= above:
            parts.setdefault(above, []).append(sorted(order[child : end[child]]))
    found = {}
    for place, below in parts.items():
        if parent[place] >= 0:
            cut = {order[place]}.union(*below)
            component = order[first[place] : end[first[place]]]
            below.append(sorted(node for node in component if node not in cut))
        if len(below) > 1:
            found[order[place]] = sorted(below)
    return dict(sorted(found.items()))


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
