"""Numbers moved as little as possible until each is at least as large as the one before it.

For squares with means, by scipy; for distances with medians by pools of adjacent violators
(Barlow, Bartholomew, Bremner and Brunk 1972, "Statistical inference under order restrictions",
p. 13), which scipy lacks.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise


def means(values: Sequence[float], weights: Sequence[float]) -> list[float]:
    """The rising numbers with the least weighted sum of squared moves.

    >>> means([1, 3, 2], [1, 1, 1])
    [1.0, 2.5, 2.5]
    """
    if all(one < other for one, other in pairwise(values)):
        return [float(value) for value in values]  # most are, and scipy takes its time to say so
    from scipy.optimize import isotonic_regression

    found: list[float] = isotonic_regression(values, weights=weights).x.tolist()
    return found


def medians(values: Sequence[float | None]) -> list[float]:
    """The rising numbers with the least sum of moves; most keep their value. None has no wish.

    >>> medians([1, 5, 2, 2, None])
    [1, 2, 2, 2, 2]
    """
    pools: list[tuple[list[float], int]] = []
    for value in values:
        if value is None and pools:
            pools[-1] = (pools[-1][0], pools[-1][1] + 1)
            continue
        pool = ([] if value is None else [value], 1)
        while pools and (
            not pools[-1][0] or (pool[0] and _median(pools[-1][0]) > _median(pool[0]))
        ):
            before = pools.pop()
            pool = (sorted(before[0] + pool[0]), before[1] + pool[1])
        pools.append(pool)
    return [_median(pool) if pool else 0.0 for pool, count in pools for _ in range(count)]


def _median(pool: Sequence[float]) -> float:
    return pool[(len(pool) - 1) // 2]
