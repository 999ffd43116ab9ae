"""What chance alone would give: statistics of a network whose nodes are shuffled.

The ties stay, the nodes change places (L. Hubert and J. Schultz, "Quadratic assignment as a
general data analysis strategy", British Journal of Mathematical and Statistical Psychology 29
(1976) 190-241). Seeded, so that an answer can be given again.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from graphtool.algorithms.arrays import Array, Integers

REPEATS, FEWEST = 2_000, 200
LOOKS = 100_000_000
"""Ties looked at in all shufflings together: of a larger network there are fewer of them."""
SEED = 1988
CELLS = 2_000_000
"""Numbers in one table: it stays small enough to be quick."""


class Chance(NamedTuple):
    """A statistic, and what shuffling gives."""

    value: float
    expected: float
    """The mean over the shufflings."""
    p: float
    """The share of shufflings, the network itself among them, that lie as far from the mean."""


def external_internal(
    ties: tuple[Integers, Integers], group: Integers, *, repeats: int | None = None
) -> Chance | None:
    """The E-I index: ties between groups less those within, of all.

    None without ties, with one group only, and where no two are in the same. Shuffled as often as
    `repeats` says, else `shufflings`.

    D. Krackhardt and R. N. Stern, "Informal networks and organizational crises", Social Psychology
    Quarterly 51 (1988) 123-140. `group` has a number a node. From -1, all ties within
    groups, to 1, all between them.

    >>> ends = np.array([0, 0, 1]), np.array([1, 2, 2])
    >>> external_internal(ends, np.array([7, 7, 8]), repeats=50).value.__round__(4)
    0.3333
    """
    one, other = ties
    if not len(one) or len(np.unique(group)) in (1, len(group)):
        return None
    random = np.random.RandomState(SEED)
    repeats = repeats or shufflings(len(one))
    drawn = np.empty(repeats)
    block = max(1, CELLS // max(len(one), len(group)))
    for first in range(0, repeats, block):
        count = min(block, repeats - first)
        shuffled = group[random.random_sample((count, len(group))).argsort(axis=1)]
        same = (shuffled[:, one] == shuffled[:, other]).mean(axis=1)
        drawn[first : first + count] = 1 - 2 * same
    return judged(float(1 - 2 * (group[one] == group[other]).mean()), drawn)


def shufflings(ties: int, *, most: int = REPEATS, looks: int | None = None) -> int:
    """How often a network with so many ties is shuffled, so that it takes seconds.

    `looks` at ties in all, else `LOOKS`.

    >>> shufflings(50_000), shufflings(200_000), shufflings(3_000_000)
    (2000, 500, 200)
    """
    return max(FEWEST, min(most, (looks or LOOKS) // max(ties, 1)))


def judged(value: float, drawn: Array, mean: float | None = None) -> Chance:
    """A value beside those that chance gave: two-sided, by the distance from their mean.

    Where the mean of all that chance can give is known it is that: the mean of those drawn lies a
    little beside it, so that of two values equally far from it one would count and one not.

    >>> judged(3.0, np.array([0.0, 1.0, -1.0])).p
    0.25
    """
    mean = float(drawn.mean()) if mean is None else mean
    as_far = int((np.abs(drawn - mean) >= abs(value - mean) - 1e-12).sum())
    return Chance(value, mean, (as_far + 1) / (len(drawn) + 1))
