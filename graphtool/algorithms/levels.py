"""Levels of a directed graph: what leads nowhere first, each other after all that it leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from graphtool.algorithms.components import strong

if TYPE_CHECKING:
    from graphtool.algorithms.arrays import Flags, Integers


class Levels(NamedTuple):
    """Of each node its level, and whether it is in a circle."""

    level: Integers
    """1 where it leads nowhere, else one more than the highest that it leads to."""
    in_circle: Flags
    """Whether it leads back to itself; nodes that all lead to each other have one level."""


def levels(source: Integers, target: Integers, size: int) -> Levels:
    """The levels of the condensation: the longest chain from each node on, in nodes.

    An edge a place, its ends positions of `size` nodes; empty arrays for no nodes.

    >>> found = levels(np.array([0, 1, 1]), np.array([1, 0, 2]), 4)
    >>> found.level.tolist(), found.in_circle.tolist()
    ([2, 2, 1, 1], [True, True, False, False])
    """
    part = strong(source, target, size)
    count = int(part.max(initial=-1)) + 1
    one, other = part[source], part[target]
    in_circle = np.zeros(size, dtype=bool)
    in_circle[source[one == other]] = in_circle[target[one == other]] = True
    apart = one != other
    return Levels(_of_parts(one[apart], other[apart], count)[part], in_circle)


def _of_parts(source: Integers, target: Integers, size: int) -> Integers:
    """The same where there is no circle, from what leads nowhere on."""
    order = np.argsort(target, kind="stable")
    begins = np.searchsorted(target[order], np.arange(size + 1)).tolist()
    behind = source[order].tolist()
    left = np.bincount(source, minlength=size).tolist()
    level = [1] * size
    done = [part for part in range(size) if not left[part]]
    for part in done:  # grows while it is walked
        above = level[part] + 1
        for before in behind[begins[part] : begins[part + 1]]:
            level[before] = max(level[before], above)
            left[before] -= 1
            if not left[before]:
                done.append(before)
    return np.array(level, dtype=np.int64)
