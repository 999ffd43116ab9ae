"""What chance alone would give: statistics of a network whose nodes are shuffled.

The ties stay, the nodes change places (L. Hubert and J. Schultz, "Quadratic assignment as a
general data analysis strategy", British Journal of Mathematical and Statistical Psychology 29
(1976) 190-241). Seeded, so that an answer can be given again.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from graphtool.algorithms import compiled
from graphtool.algorithms.arrays import Array, Integers

REPEATS, FEWEST = 2_000, 200
LOOKS = 100_000_000
"""Ties looked at in all shufflings together: of a larger network there are fewer of them."""
SEED = 1988
CELLS = 2_000_000
"""Numbers in one table: it stays small enough to be quick."""
SECONDS = 8e-9
"""About what a look at a tie takes, uncompiled."""


class Chance(NamedTuple):
    """A statistic, and what shuffling gives."""

    value: float
    expected: float
    """The mean over all shufflings there are, worked out."""
    p: float
    """The share of those drawn, the network itself among them, that lie as far from that mean."""


def external_internal(
    ties: tuple[Integers, Integers], group: Integers, *, repeats: int | None = None
) -> Chance | None:
    """The E-I index: ties between groups less those within, of all.

    None without ties, with one group only, and where no two are in the same. Shuffled as often as
    `repeats` says, else `shufflings`.

    D. Krackhardt and R. N. Stern, "Informal networks and organizational crises", Social Psychology
    Quarterly 51 (1988) 123-140. `group` has a number a node. From -1, all ties within
    groups, to 1, all between them. Over all shufflings the two ends of a tie fall on each pair of
    nodes as often, so that its mean is that over all pairs (N. Mantel, "The detection of disease
    clustering and a generalized regression approach", Cancer Research 27 (1967) 209-220).

    >>> ends = np.array([0, 0, 1, 2]), np.array([1, 2, 2, 3])
    >>> found = external_internal(ends, np.array([7, 7, 7, 8]), repeats=50)
    >>> found.value, found.expected  # three of four ties, of pairs three of six
    (-0.5, 0.0)
    """
    one, other = ties
    number, sizes = np.unique(group, return_inverse=True, return_counts=True)[1:]
    if not len(one) or len(sizes) in (1, len(group)):
        return None
    number = number.astype(np.int32)
    random = np.random.RandomState(SEED)
    repeats = repeats or shufflings(len(one))
    drawn = np.empty(repeats)
    block = max(1, CELLS // max(len(one), len(group)))
    if fast := compiled.kernel("permutation.within", SECONDS * repeats * len(one)):
        narrow = [numbers.astype(np.int32) for numbers in ties]
    for first in range(0, repeats, block):
        count = min(block, repeats - first)
        shuffled = number[random.random_sample((count, len(group))).argsort(axis=1)]
        if fast:
            within = np.array([fast(*narrow, groups) for groups in shuffled])
        else:
            within = (shuffled[:, one] == shuffled[:, other]).sum(axis=1)
        drawn[first : first + count] = 1 - 2 * (within / len(one))
    share = int((sizes * (sizes - 1)).sum()) / (len(group) * (len(group) - 1))
    return judged(float(1 - 2 * (group[one] == group[other]).mean()), drawn, 1 - 2 * share)


def shufflings(ties: int, *, most: int = REPEATS, looks: int | None = None) -> int:
    """How often a network with so many ties is shuffled, so that it takes seconds.

    `looks` at ties in all, else `LOOKS`.

    >>> shufflings(50_000), shufflings(200_000), shufflings(3_000_000)
    (2000, 500, 200)
    """
    return max(FEWEST, min(most, (looks or LOOKS) // max(ties, 1)))


def judged(value: float, drawn: Array, mean: float) -> Chance:
    """A value beside those that chance gave: two-sided, by the distance from the mean of all.

    The mean of those drawn lies a little beside that, so that of two values equally far from it
    one would count and one not.

    >>> judged(3.0, np.array([0.0, 1.0, -1.0]), 0.0).p
    0.25
    """
    as_far = int((np.abs(drawn - mean) >= abs(value - mean) - 1e-12).sum())
    return Chance(value, mean, (as_far + 1) / (len(drawn) + 1))
