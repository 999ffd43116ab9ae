"""Centralities in a network of two modes, where ties run between the modes only.

Normalised by what a node of its mode can have at most: S. P. Borgatti and M. G. Everett, "Network
analysis of 2-mode data", Social Networks 19 (1997) 243-269; S. P. Borgatti and D. S. Halgin,
"Analyzing affiliation networks", in The SAGE Handbook of Social Network Analysis (2011) 417-433.
NetworkX has the same in `algorithms.bipartite`, but for closeness where not all hang together:
there it can exceed 1 in a small part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from graphtool.algorithms.arrays import Array, Integers
from graphtool.algorithms.betweenness import betweenness
from graphtool.algorithms.distances import distances

if TYPE_CHECKING:
    from scipy.sparse import csr_array


class TwoMode(NamedTuple):
    """Of each node, those of the first mode first."""

    degree: Integers
    share: Array
    """Of the nodes of the other mode, how large a part it is tied to."""
    closeness: Array
    """The least possible sum of distances to those that it reaches over their sum, times the part
    of all nodes that they are (as Wasserman and Faust 1994, p. 201, do): 1 the most."""
    betweenness: Array
    """Share of the shortest paths that run through it, 1 the most that its mode allows."""


def two_mode(incidence: csr_array, sources: int | None = None) -> TwoMode:
    """From a row a node of the first mode and a column a node of the second.

    Betweenness is estimated from so many sources where they are fewer than the nodes.

    >>> from scipy.sparse import csr_array
    >>> found = two_mode(csr_array(np.array([[1, 1], [1, 0], [0, 1]])))
    >>> found.degree.tolist(), found.share.tolist()
    ([2, 1, 1, 2, 2], [1.0, 0.5, 0.5, 0.6666666666666666, 0.6666666666666666])
    """
    from scipy.sparse import block_array
    from scipy.sparse.csgraph import connected_components

    rows, cols = incidence.shape
    other = np.repeat([cols, rows], [rows, cols])
    ties = block_array([[None, incidence], [incidence.T, None]], format="csr")
    degree = np.diff(ties.indptr).astype(np.int64)
    away = distances(ties)
    count = rows + cols
    part = connected_components(ties, directed=False)[1]
    first = np.bincount(part[:rows], minlength=count)[part]
    second = np.bincount(part[rows:], minlength=count)[part]
    # The least possible within its part: 1 to all of the other mode, 2 to all of its own.
    is_first = np.arange(count) < rows
    least = np.where(is_first, second + 2.0 * (first - 1), first + 2.0 * (second - 1))
    near = np.divide(least, away.total, out=np.zeros(count), where=away.total > 0)
    near *= away.reached / max(count - 1, 1)
    between = betweenness(ties, sources)[0] * ((count - 1) * (count - 2) / 2)
    most = np.array([_most(rows, cols)] * rows + [_most(cols, rows)] * cols)
    return TwoMode(
        degree,
        np.divide(degree, other, out=np.zeros(count), where=other > 0),
        near,
        np.divide(between, most, out=np.zeros(count), where=most > 0),
    )


def _most(own: int, other: int) -> float:
    """The most paths between others that can run through one node (Borgatti and Everett 1997)."""
    if not own or not other:
        return 0.0
    s, t = divmod(own - 1, other)
    return (other**2 * (s + 1) ** 2 + other * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2
