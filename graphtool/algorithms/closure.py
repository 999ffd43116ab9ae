"""Closures: what nodes have in the end that pass on what they have, over any number of steps."""

from __future__ import annotations

import numpy as np


def closure(steps: np.ndarray, pairs: np.ndarray, nodes: int) -> np.ndarray:
    """The pairs of a node and whose it is, and every pair that steps lead to from them, sorted.

    `steps` are pairs of nodes: what the first has, the second has too. Both have two columns of
    whole numbers below `nodes`.

    >>> steps = np.array([[0, 1], [1, 2]])  # 1 has what 0 has, 2 what 1 has
    >>> closure(steps, np.array([[0, 0]]), 3).tolist()
    [[0, 0], [1, 0], [2, 0]]
    """
    found = fresh = _packed(pairs, nodes)
    while len(fresh):
        near = _packed(one_step(steps, _unpacked(fresh, nodes), nodes), nodes)
        fresh = np.setdiff1d(near, found)
        found = np.union1d(found, fresh)
    return _unpacked(found, nodes)


def distinct(pairs: np.ndarray, nodes: int) -> np.ndarray:
    """Each of these pairs of numbers below `nodes` once, sorted.

    >>> distinct(np.array([[1, 0], [0, 1], [1, 0]]), 2).tolist()
    [[0, 1], [1, 0]]
    """
    return _unpacked(_packed(pairs, nodes), nodes)


def one_step(steps: np.ndarray, pairs: np.ndarray, nodes: int) -> np.ndarray:
    """Where the steps lead from the pairs, one step on, in no order; a pair as often as it is met.

    >>> one_step(np.array([[0, 1], [1, 2]]), np.array([[0, 0]]), 3).tolist()
    [[1, 0]]
    """
    steps = steps[np.argsort(steps[:, 0], kind="stable")]
    start = np.searchsorted(steps[:, 0], np.arange(nodes + 1))
    at = pairs[:, 0]
    count = start[at + 1] - start[at]
    row = np.repeat(start[at] - (np.cumsum(count) - count), count) + np.arange(count.sum())
    return np.stack([steps[row, 1], np.repeat(pairs[:, 1], count)], axis=1)


def _packed(pairs: np.ndarray, nodes: int) -> np.ndarray:
    packed: np.ndarray = np.unique(pairs[:, 0] * np.int64(nodes) + pairs[:, 1])
    return packed


def _unpacked(keys: np.ndarray, nodes: int) -> np.ndarray:
    return np.stack([keys // max(nodes, 1), keys % max(nodes, 1)], axis=1)
