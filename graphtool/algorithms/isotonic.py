"""Numbers moved as little as possible until each is at least as large as the one before it.

The pool of adjacent violators (Barlow, Bartholomew, Bremner and Brunk 1972, "Statistical inference
under order restrictions", p. 13), for squares with means and for distances with medians.
"""

from __future__ import annotations

from collections.abc import Sequence


def means(values: Sequence[float], weights: Sequence[float]) -> list[float]:
    """The rising numbers with the least weighted sum of squared moves.

    >>> means([1, 3, 2], [1, 1, 1])
    [1, 2.5, 2.5]
    """
    pools: list[tuple[float, float, int]] = []
    for value, weight in zip(values, weights, strict=True):
        pool = (value, weight, 1)
        while pools and pools[-1][0] > pool[0]:
            before = pools.pop()
            total = before[1] + pool[1]
            mean = (before[0] * before[1] + pool[0] * pool[1]) / total
            pool = (mean, total, before[2] + pool[2])
        pools.append(pool)
    return [value for value, _, count in pools for _ in range(count)]


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


def _violated(before: Sequence[float], pool: Sequence[float]) -> bool:
    """Whether two pools become one; a pool without wishes goes with the next."""
    return not before or (bool(pool) and _median(before) > _median(pool))


def _median(pool: Sequence[float]) -> float:
    return pool[(len(pool) - 1) // 2]
