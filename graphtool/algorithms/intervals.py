"""Sets of half-open intervals of whole numbers, many at once, each belonging to a key.

Intervals are three arrays of one length: `key` (from 0), `begin` and `end`, where `end` is the
first number that is no longer in it. Numbers lie between 0 and `TOP`.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

TOP = 10**8
"""Above every number that an interval may hold."""


class Intervals(NamedTuple):
    """Half-open intervals with the key of each."""

    key: np.ndarray
    begin: np.ndarray
    end: np.ndarray

    def take(self, at: np.ndarray) -> Intervals:
        """Those at these places, or where a mask is true.

        >>> given = Intervals(np.array([0, 1]), np.array([5, 1]), np.array([9, 3]))
        >>> given.take(given.begin < 5).end.tolist()
        [3]
        """
        return Intervals(self.key[at], self.begin[at], self.end[at])


def joined(*parts: Intervals) -> Intervals:
    """All of them, one after the other.

    >>> one = Intervals(np.array([0]), np.array([1]), np.array([2]))
    >>> joined(one, one).end.tolist()
    [2, 2]
    """
    key, begin, end = (np.concatenate([part[at] for part in parts]) for at in range(3))
    return Intervals(key, begin, end)


def union(given: Intervals) -> Intervals:
    """Per key the fewest intervals that hold the same numbers, sorted; empty ones are left out.

    >>> key, begin, end = np.array([0, 0, 0, 1]), np.array([5, 1, 3, 7]), np.array([9, 3, 4, 7])
    >>> [part.tolist() for part in union(Intervals(key, begin, end))]
    [[0, 0], [1, 5], [4, 9]]
    """
    given = given.take(given.begin < given.end)
    given = given.take(np.lexsort((given.begin, given.key)))
    if not len(given.key):
        return given
    new_key = np.append(True, given.key[1:] != given.key[:-1])
    # The furthest end so far of the same key: keys are numbered upwards, above every end.
    number = np.cumsum(new_key) * np.int64(TOP)
    reach = np.maximum.accumulate(number + given.end) - number
    starts = new_key.copy()
    starts[1:] |= given.begin[1:] > reach[:-1]
    first = np.flatnonzero(starts)
    last = np.append(first[1:], len(starts)) - 1
    return Intervals(given.key[first], given.begin[first], reach[last])


def within(inner: Intervals, outer: Intervals) -> np.ndarray:
    """Which of the inner ones lie wholly in one of the outer, which are a `union`.

    >>> outer = Intervals(np.array([0, 0]), np.array([1, 5]), np.array([4, 9]))
    >>> inner = Intervals(np.array([0, 0, 1]), np.array([2, 3, 5]), np.array([4, 6, 6]))
    >>> within(inner, outer).tolist()
    [True, False, False]
    """
    keys, rank = np.unique(outer.key, return_inverse=True)
    if not len(keys):
        return np.zeros(len(inner.key), dtype=bool)
    own = np.minimum(np.searchsorted(keys, inner.key), len(keys) - 1)
    at = np.searchsorted(rank * TOP + outer.begin, own * TOP + inner.begin, side="right") - 1
    found: np.ndarray = (at >= 0) & (outer.key[at] == inner.key) & (outer.end[at] >= inner.end)
    return found


def pieces(given: Intervals) -> tuple[np.ndarray, Intervals]:
    """Every interval cut wherever another of its key begins or ends; first, whose pieces they are.

    >>> key, begin, end = np.array([0, 0]), np.array([1, 3]), np.array([9, 5])
    >>> of, cut = pieces(Intervals(key, begin, end))
    >>> of.tolist(), cut.begin.tolist(), cut.end.tolist()
    ([0, 0, 0, 1], [1, 3, 5, 3], [3, 5, 9, 5])
    """
    rank = np.unique(given.key, return_inverse=True)[1] * TOP
    bounds = np.unique(np.concatenate([rank + given.begin, rank + given.end]))
    first = np.searchsorted(bounds, rank + given.begin)
    of, at = spread(first, np.searchsorted(bounds, rank + given.end) - first)
    return of, Intervals(given.key[of], bounds[at] % TOP, bounds[at + 1] % TOP)


def spread(first: np.ndarray, count: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Runs of whole numbers one after the other: of which run each is, and the numbers.

    >>> [part.tolist() for part in spread(np.array([7, 2]), np.array([2, 1]))]
    [[0, 0, 1], [7, 8, 2]]
    """
    of = np.repeat(np.arange(len(first)), count)
    return of, np.arange(len(of)) - np.repeat(np.cumsum(count) - count, count) + first[of]
