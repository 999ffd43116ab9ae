"""How sure ranks are if ties are missing: ties drawn anew with replacement, and ranked each time.

The bootstrap of B. Efron, Annals of Statistics 7 (1979) 1-26, over the ties; what missing ties do
to centralities is asked by E. Costenbader and T. W. Valente, Social Networks 25 (2003) 283-307.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from graphtool.algorithms.arrays import Integers

if TYPE_CHECKING:
    from scipy.sparse import csr_array

REPEATS = 200
SEED = 1979


class Places(NamedTuple):
    """The places that a node takes in 95 of 100 draws."""

    best: Integers
    worst: Integers


def redrawn(
    matrix: csr_array, *, directed: bool, repeats: int, seed: int = SEED
) -> Iterator[csr_array]:
    """The network with as many ties drawn from it with replacement; one that is not drawn misses.

    A tie that is drawn, once or more, weighs what it does. Of an undirected network both of a
    tie's entries are drawn as one.

    >>> from scipy.sparse import csr_array
    >>> pair = csr_array(([2.0, 2.0], ([0, 1], [1, 0])), shape=(2, 2))
    >>> next(redrawn(pair, directed=False, repeats=1)).toarray().tolist()
    [[0.0, 2.0], [2.0, 0.0]]
    """
    from scipy.sparse import csr_array, triu

    random = np.random.RandomState(seed)
    ties = (matrix if directed else triu(matrix, k=1)).tocoo()
    one, other = (ends.astype(np.int64) for ends in ties.coords)
    for _ in range(repeats):
        kept = np.unique(random.randint(0, len(one), len(one))) if len(one) else np.zeros(0, int)
        ends = one[kept], other[kept]
        weight = ties.data[kept]
        if not directed:
            ends = np.concatenate(ends), np.concatenate(ends[::-1])
            weight = np.concatenate([weight, weight])
        yield csr_array((weight, ends), shape=matrix.shape)


def places(
    draws: Iterator[csr_array], ranks: Callable[[csr_array], tuple[Integers, Integers]]
) -> Places:
    """Between which places each node is in 95 of 100 draws, the shared ones to their last.

    `ranks` gives of a network the best place and how many share it, see `queries.ranking`.

    >>> ranked = [[1, 2, 3], [1, 3, 2]]  # of two draws
    >>> drawn = iter([(np.array(best), np.ones(3, dtype=int)) for best in ranked])
    >>> found = places(drawn, lambda ranks: ranks)
    >>> found.best.tolist(), found.worst.tolist()
    ([1, 2, 2], [1, 3, 3])
    """
    best, worst = [], []
    for drawn in draws:
        rank, shared = ranks(drawn)
        best.append(rank)
        worst.append(rank + shared - 1)
    low = np.floor(np.percentile(np.array(best), 2.5, axis=0)).astype(np.int64)
    high = np.ceil(np.percentile(np.array(worst), 97.5, axis=0)).astype(np.int64)
    return Places(low, high)
