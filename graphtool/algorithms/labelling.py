"""Words beside symbols that must not move: to the right or below, so that nothing is covered.

With two places a word that is a satisfiability problem with two literals a clause, which is
solved exactly (Formann and Wagner 1991, "A packing problem with applications to lettering of
maps"; the search with propagation is that of Even, Itai and Shamir 1976).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from graphtool.algorithms.arrays import Array

Literal = tuple[int, int]
"""A word and one of its two places."""


def sides(first: Array, second: Array, symbols: Array) -> NDArray[np.bool_] | None:
    """For each word whether it stands at its second place; None where no choice fits.

    `first` and `second` are each word's rectangle in its two places, `symbols` those that are
    fixed, all `n` x 4: left, top, right, bottom. The first place is taken wherever it can be.

    >>> one = np.array([[0.0, 0.0, 9.0, 2.0], [5.0, 1.0, 14.0, 3.0]])
    >>> sides(one, one + (0, 5, 0, 5), np.zeros((0, 4))).tolist()
    [False, True]
    """
    against = _conflicts((first, second), symbols)
    chosen: dict[int, int] = {}
    for word in range(len(first)):
        if word in chosen:
            continue
        for place in (0, 1):
            found = _forced((word, place), chosen, against)
            if found is not None:
                chosen |= found
                break
        else:
            return None
    return np.array([chosen[word] == 1 for word in range(len(first))], dtype=bool)


def _conflicts(places: Sequence[Array], symbols: Array) -> dict[Literal, set[Literal]]:
    """What cannot be together; a place that covers a symbol cannot be with itself."""
    against: dict[Literal, set[Literal]] = defaultdict(set)
    for p, one in enumerate(places):
        for word in np.flatnonzero(_overlapping(one, symbols).any(axis=1)).tolist():
            against[word, p].add((word, p))
        for q, other in enumerate(places):
            for a, b in zip(
                *map(np.ndarray.tolist, np.nonzero(_overlapping(one, other))), strict=True
            ):
                if a != b:
                    against[a, p].add((b, q))
    return against


def _overlapping(one: Array, other: Array) -> NDArray[np.bool_]:
    """Which rectangles of the one list overlap which of the other, `n` x `m`.

    >>> one, other = np.array([[0.0, 0, 2, 2]]), np.array([[1.0, 1, 3, 3], [2.0, 0, 4, 2]])
    >>> _overlapping(one, other).tolist()  # those that only touch do not
    [[True, False]]
    """
    return np.asarray(
        (one[:, None, 0] < other[None, :, 2])
        & (other[None, :, 0] < one[:, None, 2])
        & (one[:, None, 1] < other[None, :, 3])
        & (other[None, :, 1] < one[:, None, 3])
    )


def _forced(
    start: Literal, chosen: dict[int, int], against: dict[Literal, set[Literal]]
) -> dict[int, int] | None:
    """All that follows from one choice; None where it contradicts itself."""
    found, todo = {start[0]: start[1]}, [start]
    while todo:
        literal = todo.pop()
        for word, place in sorted(against.get(literal, ())):
            settled = found.get(word, chosen.get(word))
            if settled == place:
                return None
            if settled is None:
                found[word] = 1 - place
                todo.append((word, 1 - place))
    return found
