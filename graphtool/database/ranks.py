"""Ranks: numbers whose order is that of the rows, with gaps, so that most rows keep theirs.

A row that comes in between two others takes a number between theirs; only where there is no room
left are all numbered anew.
"""

from __future__ import annotations

import numpy as np

GAP = 1 << 20
"""Between neighbours that are numbered for the first time: room for twenty halvings."""
NONE = np.iinfo(np.int64).min
"""The rank of a row that has none yet."""


def ranks(old: np.ndarray) -> np.ndarray:
    """A rank for every row, rising; those that rows have already are kept where that can be.

    >>> ranks(np.array([NONE, NONE, NONE])).tolist() == [GAP, 2 * GAP, 3 * GAP]
    True
    >>> ranks(np.array([NONE, 8, NONE, 16, NONE])).tolist() == [8 - GAP, 8, 12, 16, 16 + GAP]
    True
    >>> ranks(np.array([8, NONE, 9])).tolist() == [GAP, 2 * GAP, 3 * GAP]
    True
    """
    fresh = (np.arange(len(old), dtype=np.int64) + 1) * GAP
    known = np.flatnonzero(old != NONE)
    if not len(known):
        return fresh
    first, last = known[0], known[-1]
    place = np.arange(len(old))
    # Exact: a rank stays far below 2**53 for any graph that fits a database.
    found = np.interp(place, known, old[known].astype(np.float64)).astype(np.int64)
    found[:first] = old[first] - (first - place[:first]) * GAP
    found[last + 1 :] = old[last] + (place[last + 1 :] - last) * GAP
    found[known] = old[known]
    return found if (np.diff(found) > 0).all() else fresh
