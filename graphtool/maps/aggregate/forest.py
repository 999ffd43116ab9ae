"""Whom each node stands under, for graphs too large for loops: the rules of `families` on arrays.

Structure decides first, then each weaker relation in its turn where it makes one claim only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from graphtool import schema
from graphtool.maps.layout.boxed.families import HEADS

if TYPE_CHECKING:
    from graphtool.maps.edges import Links

Ints = NDArray[np.int64]


def parents(size: int, links: Links) -> Ints:
    """The parent of each node, -1 for none; never in a circle.

    >>> from graphtool.maps.edges import Links
    >>> links = Links.listed([(1, 0, "PART_OF"), (2, 1, "AFFILIATED_WITH"), (3, 0, "OWNS")])
    >>> parents(4, links).tolist()
    [3, 0, 1, -1]
    """
    parent = np.full(size, -1, dtype=np.int64)
    structure, *weaker = schema.PLACING.items()
    whole = links.of(structure[0])
    family = np.bincount(whole.target, minlength=size)
    best = np.lexsort((whole.target, -family[whole.target], whole.source))
    child, claim = whole.source[best], whole.target[best]
    first = np.flatnonzero(np.diff(child, prepend=-1)) if len(child) else best
    _adopt(parent, child[first], claim[first])
    heads = np.zeros(size, dtype=bool)
    for relation, placing in schema.PLACING.items():
        if placing.gathers:
            heads |= np.bincount(getattr(links.of(relation), placing.end), minlength=size) >= HEADS
    for relation, placing in weaker:
        found = links.of(relation)
        child, claim = found.source, found.target
        if placing.end == "source":
            child, claim = claim, child
        single = np.bincount(child, minlength=size)[child] == 1
        free = single & (parent[child] < 0) & ~heads[child]
        _adopt(parent, child[free], claim[free])
    return parent


def _adopt(parent: Ints, child: Ints, claim: Ints) -> None:
    """Give each child its parent, but none of those that would stand in a circle."""
    other = child != claim
    child, claim = child[other], claim[other]
    if not len(child):
        return
    parent[child] = claim
    circling = np.zeros(len(parent), dtype=bool)
    circling[circles(parent)] = True
    parent[child[circling[child]]] = -1


def circles(parent: Ints) -> Ints:
    """The nodes that stand, however far up, under themselves.

    >>> circles(np.array([1, 0, 0])).tolist()
    [0, 1]
    """
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    below = np.flatnonzero(parent >= 0)
    ties = coo_array(
        (np.ones(len(below), dtype=np.int8), (below, parent[below])), shape=(len(parent),) * 2
    )
    count, label = connected_components(ties.tocsr(), directed=True, connection="strong")
    return np.flatnonzero(np.bincount(label, minlength=count)[label] > 1)


def roots(parent: Ints) -> Ints:
    """The topmost node above each, itself for a root.

    >>> roots(np.array([-1, 0, 1])).tolist()
    [0, 0, 0]
    """
    top = np.where(parent < 0, np.arange(len(parent)), parent)
    while not np.array_equal(top, above := top[top]):
        top = above
    return top
