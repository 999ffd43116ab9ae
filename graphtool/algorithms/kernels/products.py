"""Sums over a product of two matrices, without the product."""

from __future__ import annotations

import numpy as np

from graphtool.algorithms.arrays import AnyIntegers, Array
from graphtool.algorithms.kernels.compiling import compiled


@compiled
def sums_where(
    start: AnyIntegers,
    ends: AnyIntegers,
    values: Array,
    turned_start: AnyIntegers,
    turned_ends: AnyIntegers,
    turned: Array,
    where_start: AnyIntegers,
    where_ends: AnyIntegers,
    where: Array,
    width: int,
    first: int,
    last: int,
) -> Array:
    """As `products.sums_where`, of the rows from the first to the last.

    The second matrix is turned, its columns as rows; each row of all three is in order, and of the
    first as wide as `width`.
    """
    found = np.zeros(last - first)
    mine = np.zeros(width)
    for row in range(first, last):
        for entry in range(start[row], start[row + 1]):
            mine[ends[entry]] = values[entry]
        total = 0.0
        for place in range(where_start[row], where_start[row + 1]):
            column, through = where_ends[place], 0.0
            for entry in range(turned_start[column], turned_start[column + 1]):
                through += mine[turned_ends[entry]] * turned[entry]
            total += through * where[place]
        found[row - first] = total
        for entry in range(start[row], start[row + 1]):
            mine[ends[entry]] = 0.0
    return found
