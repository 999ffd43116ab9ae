"""How alike two networks of the same nodes are, beside what chance alone would give.

The quadratic assignment procedure: the nodes of the one change places, its ties stay
(D. Krackhardt, "Predicting with networks: nonparametric multiple regression analysis of dyadic
data", Social Networks 10 (1988) 359-381). Seeded, so that an answer can be given again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from graphtool.algorithms.arrays import Array, Integers
from graphtool.algorithms.permutation import CELLS, REPEATS, SEED, Chance, judged, shufflings

LOOKED_UP = 400_000_000
"""Ties that are looked up in all: in very large networks the nodes change places less often."""
BITS = 2_500_000_000
"""Pairs of nodes up to which a tie is looked up in a table of them all, a bit each: 312 MB."""


class Likeness(NamedTuple):
    """Two networks side by side."""

    common: int
    """Ordered pairs of nodes that are tied in both."""
    jaccard: float
    """Those that are tied in both, of those that are tied in either; NaN where none is."""
    correlation: Chance | None
    """Pearson's, of who is tied to whom; None where either ties nobody, or everybody to all."""
    repeats: int
    """How often the nodes changed places."""


def likeness(one: Integers, other: Integers, nodes: int, *, repeats: int = REPEATS) -> Likeness:
    """How alike two networks are, each given by its ties: sorted numbers `source * nodes + target`.

    No tie is of a node to itself; one without a direction is there both ways. Few nodes have few
    ways to change places: `p` is then coarse, and never below one in so many.

    >>> path, same = np.array([1, 3, 5, 7]), np.array([1, 3])  # 0 - 1 - 2, and 0 - 1
    >>> found = likeness(path, same, 3)
    >>> found.common, found.jaccard, round(found.correlation.value, 9)
    (2, 0.5, 0.5)
    """
    common = len(np.intersect1d(one, other, assume_unique=True))
    either = len(one) + len(other) - common
    pairs = nodes * (nodes - 1)
    jaccard = common / either if either else np.nan
    if not all(0 < len(ties) < pairs for ties in (one, other)):
        return Likeness(common, jaccard, None, 0)
    few, many = sorted((one, other), key=len)
    repeats = shufflings(len(few), most=repeats, looks=LOOKED_UP)
    drawn = _shuffled(few, many, nodes, repeats)
    product = len(one) * len(other)
    spread = float(np.sqrt(float(product) * (pairs - len(one)) * (pairs - len(other))))
    # Over all changes of places every pair falls on every other as often: their mean is 0.
    chance = judged((pairs * common - product) / spread, (pairs * drawn - product) / spread, 0.0)
    return Likeness(common, jaccard, chance, repeats)


def _shuffled(few: Integers, many: Integers, nodes: int, repeats: int) -> Array:
    """How many ties the two have in common after each change of places."""
    random = np.random.RandomState(SEED)
    source, target = np.divmod(few, nodes)
    drawn = np.empty(repeats)
    tied = _lookup(many, nodes)
    block = max(1, CELLS // max(len(few), nodes))
    for first in range(0, repeats, block):
        count = min(block, repeats - first)
        place = random.random_sample((count, nodes)).argsort(axis=1)
        drawn[first : first + count] = tied(place[:, source] * nodes + place[:, target])
    return drawn


def _lookup(many: Integers, nodes: int) -> Callable[[Integers], Integers]:
    """How many of the ties of each row of a table are among these, which are sorted."""
    if nodes * nodes > BITS:
        last = len(many) - 1
        return lambda ties: (many[np.minimum(np.searchsorted(many, ties), last)] == ties).sum(
            axis=1
        )
    bits = np.zeros((nodes * nodes >> 3) + 1, dtype=np.uint8)
    np.bitwise_or.at(bits, many >> 3, (1 << (many & 7)).astype(np.uint8))
    return lambda ties: (bits[ties >> 3] >> (ties & 7).astype(np.uint8) & 1).sum(axis=1)
