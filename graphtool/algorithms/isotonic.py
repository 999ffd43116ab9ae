"""Numbers moved as little as possible until each is at least as large as the one before it.

By pools of adjacent violators (Barlow, Bartholomew, Bremner and Brunk 1972, "Statistical inference
under order restrictions", p. 13): for squares with means, for distances with medians.
"""

from __future__ import annotations

from collections.abc import Sequence


def means(values: Sequence[float], weights: Sequence[float]) -> list[float]:
    """The rising numbers with the least weighted sum of squared moves.

    In one pass (Busing 2022, "Monotone regression: a simple and fast O(n) PAVA implementation",
    Journal of Statistical Software 102, code snippet 1, p. 1).

    >>> means([1, 3, 2], [1, 1, 1])
    [1.0, 2.5, 2.5]
    """
    pools: list[tuple[float, float, int]] = []  # the mean of each, its weight, where it ends
    at, count = 0, len(values)
    while at < count:
        mean, weight = float(values[at]), weights[at]
        at += 1
        if pools and pools[-1][0] >= mean:
            above, more, _ = pools.pop()
            total = more * above + weight * mean
            weight += more
            mean = total / weight
            while at < count and mean >= values[at]:
                total += weights[at] * values[at]
                weight += weights[at]
                mean = total / weight
                at += 1
            while pools and pools[-1][0] >= mean:
                above, more, _ = pools.pop()
                total += more * above
                weight += more
                mean = total / weight
        pools.append((mean, weight, at))
    found: list[float] = []
    for mean, _, end in pools:
        found += [mean] * (end - len(found))
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
