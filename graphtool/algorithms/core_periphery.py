"""Whether a network has a core that all are tied to, and a periphery not tied among itself.

S. P. Borgatti and M. G. Everett, "Models of core/periphery structures", Social Networks 21 (1999)
375-395: the fit is the correlation of the ties with the pattern in which those of the core are tied
to all and those of the periphery not to each other (their equations 1 and 2).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from graphtool.algorithms.arrays import Array, Flags, Integers

if TYPE_CHECKING:
    from scipy.sparse import csr_array

EXACT_UP_TO = 16
"""Nodes up to which every core is tried."""
LARGEST = 2_000
"""Nodes up to which a core is looked for at all."""


class Core(NamedTuple):
    """The core with the best fit."""

    fit: float
    """From -1 to 1; 1 where the ties are just those of the pattern."""
    members: Flags
    ways: int
    """How many cores fit as well; 1 where it is the only one, 0 where not all were tried."""


def core(matrix: csr_array) -> Core | None:
    """The core of an undirected network that fits best; None where no pattern can be told.

    So it is where nobody or everybody is tied, for fewer than three nodes and above `LARGEST`.

    >>> from scipy.sparse import csr_array
    >>> star = csr_array((np.ones(6), ([0, 0, 0, 1, 2, 3], [1, 2, 3, 0, 0, 0])))
    >>> found = core(star)
    >>> found.fit, found.members.tolist(), found.ways
    (1.0, [True, False, False, False], 1)
    """
    n = matrix.shape[0]
    ties = matrix.nnz // 2
    if n < 3 or n > LARGEST or ties in (0, n * (n - 1) // 2):
        return None
    if n <= EXACT_UP_TO:
        return _tried(matrix, ties)
    return _searched(matrix, ties)


def _fit(size: Integers, inside: Integers, n: int, ties: int) -> Array:
    """The correlation for peripheries of some sizes with some ties among themselves."""
    pairs = n * (n - 1) / 2
    apart = size * (size - 1) / 2.0
    spread = np.sqrt(apart * (pairs - apart) * ties * (pairs - ties))
    together = (ties - inside) * (apart - inside) - inside * (pairs - apart - ties + inside)
    # Both products of a fourfold table: ties where they belong, less those that do not.
    return np.divide(together, spread, out=np.full(len(apart), -2.0), where=spread > 0)


def _tried(matrix: csr_array, ties: int) -> Core:
    """Of all cores the best, the smallest of those, then the first by its members' places."""
    n = matrix.shape[0]
    near = [0] * n
    for one, other in zip(*matrix.nonzero(), strict=True):
        near[one] |= 1 << int(other)
    inside = np.zeros(1 << n, dtype=np.int64)
    subsets = np.arange(1 << n, dtype=np.int64)
    for node in range(n):
        low = subsets[: 1 << node]
        inside[1 << node : 2 << node] = inside[low] + np.bitwise_count(low & near[node])
    size = np.bitwise_count(subsets).astype(np.int64)
    fit = np.round(_fit(size, inside, n, ties), 12)
    best = np.flatnonzero(fit == fit.max())
    largest = best[size[best] == size[best].max()]
    places = [[node for node in range(n) if not chosen >> node & 1] for chosen in largest.tolist()]
    members = np.zeros(n, dtype=bool)
    members[min(places)] = True
    return Core(float(fit.max()), members, len(best))


def _searched(matrix: csr_array, ties: int) -> Core:
    """Grown one by one, each time by who has most partners outside; the best of those sizes."""
    n = matrix.shape[0]
    start, others = matrix.indptr, matrix.indices
    left = np.diff(start).astype(np.int64)
    outside = np.ones(n, dtype=bool)
    inside, found = ties, (-2.0, np.zeros(n, dtype=bool))
    for _ in range(n - 1):
        node = int(np.where(outside, left, -1).argmax())
        outside[node] = False
        inside -= int(left[node])
        left[others[start[node] : start[node + 1]]] -= 1
        size = np.array([outside.sum()])
        fit = float(_fit(size, np.array([inside]), n, ties)[0])
        if fit > found[0] + 1e-12:
            found = fit, ~outside
    return Core(round(found[0], 12), found[1], 0)
