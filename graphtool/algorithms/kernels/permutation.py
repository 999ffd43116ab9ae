"""How many ties stay within a group."""

from __future__ import annotations

from graphtool.algorithms.arrays import AnyIntegers
from graphtool.algorithms.kernels.compiling import compiled


@compiled
def within(one: AnyIntegers, other: AnyIntegers, group: AnyIntegers) -> int:
    """Ties whose ends, in the one table and the other, have the same group."""
    found = 0
    for tie in range(len(one)):
        found += group[one[tie]] == group[other[tie]]
    return found
