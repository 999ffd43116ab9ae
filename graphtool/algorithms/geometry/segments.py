"""Straight pieces of line and rectangles."""

from __future__ import annotations

import numpy as np

from graphtool.algorithms.arrays import Array, Integers


def length_within(place: Array, pairs: Integers, low: Array, high: Array) -> Array:
    """How much of the lines between these pairs of places lies in each rectangle, added up.

    `place` is `n` x 2, `pairs` are positions in it, `low` and `high` the corners of rectangles.

    Liang and Barsky 1984, "A new concept and method for line clipping".

    >>> ends, pairs = np.array([[0.0, 1.0], [9.0, 1.0]]), np.array([[0, 1]])
    >>> length_within(ends, pairs, np.array([[2.0, 0.0]]), np.array([[4.0, 2.0]])).tolist()
    [2.0]
    """
    total = np.zeros(len(low))
    for part in range(0, len(pairs), 512):
        start, end = place[pairs[part : part + 512, 0]], place[pairs[part : part + 512, 1]]
        along = end - start
        safe = np.where(np.abs(along) < 1e-9, 1e-9, along)[:, None]
        first = (low[None] - start[:, None]) / safe
        second = (high[None] - start[:, None]) / safe
        enter = np.minimum(first, second).max(axis=2).clip(0)
        leave = np.maximum(first, second).min(axis=2).clip(None, 1)
        total += ((leave - enter).clip(0) * np.hypot(*along.T)[:, None]).sum(axis=0)
    return total
