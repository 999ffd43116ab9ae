"""All best partitions of a few nodes, each subset looked at once.

Dynamic programming over subsets: the best of a set is its best part with the last node, and the
best of what is left. It takes 3 to the power of the nodes (every pair of a set and a subset of
it): for a dozen less time than the solver of linear programs needs to be loaded.
"""

from __future__ import annotations

import numpy as np

FEW = 15
"""Nodes at most; a tenth of a second."""
MOST = 2_000
"""Partitions that are counted."""
LARGEST = 2**60
"""Of gains together: more has no room in a machine's whole number."""


def partitions(gain: np.ndarray) -> list[tuple[int, ...]] | None:
    """The partitions whose pairs within parts have the largest sum of gains, in order.

    `gain` is a symmetric array of whole numbers, nothing on the diagonal. Each partition has its
    nodes' labels, from 0 as they come. None where the nodes, the gains or the partitions are many.

    >>> partitions(np.array([[0, 3, -1], [3, 0, -1], [-1, -1, 0]]))
    [(0, 0, 1)]
    >>> partitions(np.array([[0, 0], [0, 0]]))
    [(0, 0), (0, 1)]
    """
    count = len(gain)
    if not 0 < count <= FEW or int(np.abs(gain).sum()) > LARGEST:
        return None
    worth = _worth(gain.astype(np.int64))
    # Of each set but those with the last node, its subsets.
    within = [np.zeros(1, dtype=np.int64)]
    best = np.zeros(1 << count, dtype=np.int64)
    last = 1 << (count - 1)
    for mask in range(1, last):
        top = 1 << (mask.bit_length() - 1)
        rest = within[mask ^ top]
        best[mask] = (worth[top | rest] + best[(mask ^ top) ^ rest]).max()
        within.append(np.concatenate([rest, rest | top]))
    whole = within[last - 1]
    best[-1] = (worth[last | whole] + best[(last - 1) ^ whole]).max()
    return _all(count, worth, best, within)


def _worth(gain: np.ndarray) -> np.ndarray:
    """Of each subset, a bit a node, the gains of its pairs together."""
    worth = np.zeros(1, dtype=np.int64)
    for node in range(len(gain)):
        adds = np.zeros(1, dtype=np.int64)
        for other in range(node):
            adds = np.concatenate([adds, adds + gain[node, other]])
        worth = np.concatenate([worth, worth + adds])
    return worth


def _all(
    count: int, worth: np.ndarray, best: np.ndarray, within: list[np.ndarray]
) -> list[tuple[int, ...]] | None:
    """The partitions that are as good as the best; None if too many."""
    found: list[tuple[int, ...]] = []
    waiting: list[tuple[int, tuple[int, ...]]] = [((1 << count) - 1, ())]
    while waiting:
        mask, parts = waiting.pop()
        if not mask:
            found.append(_labels(count, parts))
            if len(found) > MOST:
                return None
            continue
        top = 1 << (mask.bit_length() - 1)
        rest = within[mask ^ top]
        are_best = worth[top | rest] + best[(mask ^ top) ^ rest] == best[mask]
        waiting += [((mask ^ top) ^ one, (*parts, top | one)) for one in rest[are_best].tolist()]
    return sorted(found)


def _labels(count: int, parts: tuple[int, ...]) -> tuple[int, ...]:
    """The part of each node, numbered as they come."""
    home = [next(part for part in parts if part >> node & 1) for node in range(count)]
    number: dict[int, int] = {}
    return tuple(number.setdefault(part, len(number)) for part in home)
