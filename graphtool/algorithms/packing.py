"""Things in order, shared out to columns."""

from __future__ import annotations

from collections.abc import Sequence


def balanced(heights: Sequence[float], columns: int) -> list[list[int]]:
    """The units in order, in at most so many columns, the tallest as short as it can be.

    >>> balanced([3, 1, 1, 1], 2)
    [[0], [1, 2, 3]]
    """
    low, high = max(heights, default=0.0), sum(heights)
    for _ in range(24):
        middle = (low + high) / 2
        if len(_filled(heights, middle)) <= columns:
            high = middle
        else:
            low = middle
    return _filled(heights, high + 1e-6)


def _filled(heights: Sequence[float], most: float) -> list[list[int]]:
    parts: list[list[int]] = [[]]
    used = 0.0
    for at, height in enumerate(heights):
        if parts[-1] and used + height > most:
            parts.append([])
            used = 0.0
        parts[-1].append(at)
        used += height
    return parts
