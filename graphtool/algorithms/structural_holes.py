"""Structural holes: whose contacts have each other too, and whose have nobody but it.

R. S. Burt, Structural Holes (1992). Matrices are as in `positions`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graphtool.algorithms import compiled, products
from graphtool.algorithms.arrays import Array
from graphtool.algorithms.positions import mutual_ties

if TYPE_CHECKING:
    from scipy.sparse import csr_array

SECONDS = 8e-9
"""About what one of a contact's contacts takes in `constraint`, uncompiled."""


def constraint(matrix: csr_array, *, directed: bool = True) -> Array:
    """How much all that a node puts into its contacts comes back to the same ones; NaN alone.

    R. S. Burt, Structural Holes (1992), equation 2.4: over its contacts j the sum of (p_ij + over
    others q the sum of p_iq * p_qj) squared, p_ij its share of what runs between the two, both
    ways, of all that runs between it and anybody.

    >>> from scipy.sparse import csr_array
    >>> path = csr_array(([1.0, 1, 1, 1], ([0, 1, 1, 2], [1, 0, 2, 1])))
    >>> constraint(path).tolist()
    [1.0, 0.5, 1.0]
    """
    mutual, alone = mutual_ties(matrix, directed=directed)
    contacts = np.diff(mutual.indptr).astype(np.float64)
    seconds = SECONDS * float((contacts**2).sum())
    if fast := compiled.kernel("positions.constraint", seconds):
        shares = compiled.kernel("positions.shares", np.inf)
        assert shares is not None
        start, ends = compiled.rows(mutual)
        own, given = shares(start, ends, mutual.data)
        found = compiled.joined(
            lambda first, last: fast(start, ends, own, given, first, last), len(alone), seconds
        )
        return np.where(alone, np.nan, found)
    # Products with ones, as they add one entry after another, as the compiled way does.
    ones = np.ones(matrix.shape[0])
    share = _by_row(mutual, mutual @ ones)
    sums: list[Array] = [np.zeros(0)]
    for begin, end in products.runs(products.ways(share, share)):
        some = share[begin:end]
        held = (some + some @ share).multiply(mutual[begin:end] != 0).tocsr()
        held.sort_indices()
        sums.append(held.power(2) @ ones)
    return np.where(alone, np.nan, np.concatenate(sums))


def effective_size(matrix: csr_array) -> Array:
    """How many contacts a node has, less what they are the same to it; NaN where it has none.

    R. S. Burt, Structural Holes (1992), equation 2.2: over its contacts j the sum of 1 less, over
    others q, the sum of p_iq * m_jq, with p as in `constraint` and m_jq what runs between j and q
    over the most that runs between j and anybody. Where all ties weigh alike it is n - 2t/n, of n
    contacts with t ties between them (S. P. Borgatti, Connections 20 (1997) 35-38).

    >>> from scipy.sparse import csr_array
    >>> path = csr_array(([1.0, 1, 1, 1], ([0, 1, 1, 2], [1, 0, 2, 1])))
    >>> effective_size(path).tolist()
    [1.0, 2.0, 1.0]
    """
    mutual, alone = mutual_ties(matrix)
    share = _by_row(mutual, mutual.sum(axis=1))
    strongest = np.asarray(mutual.max(axis=1).todense()).ravel() if mutual.nnz else np.zeros(0)
    marginal = _by_row(mutual, strongest if mutual.nnz else np.zeros(mutual.shape[0]))
    redundant = products.sums_where(share, marginal.T.tocsr(), (mutual != 0).tocsr())
    return np.where(alone, np.nan, np.diff(mutual.indptr) - redundant)


def _by_row(matrix: csr_array, divisor: np.ndarray) -> csr_array:
    """Every row over its number; rows of nothing stay."""
    factor = np.where(divisor > 0, 1 / np.where(divisor > 0, divisor, 1), 0)
    return matrix.multiply(factor[:, None]).tocsr()
