"""The room that symbols and their labels take, beside or below them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from graphtool.algorithms.arrays import Array, Flags, Integers
from graphtool.algorithms.geometry.segments import length_within

RADIUS = 7.5
"""Of a symbol whose size is 1."""
AIR = 5.0
"""Around a symbol and its label, so that two never touch."""


class Room(NamedTuple):
    """What each node needs, one value a node: its symbol's radius, its label in two settings."""

    radius: Array
    beside: Array
    """Width and height of a label to the right, `n` x 2."""
    below: Array
    """Width and height of a label below, `n` x 2."""

    def of(self, nodes: Sequence[int]) -> Room:
        """That of some nodes, in this order.

        >>> Room(np.array([5.0, 9.0]), np.zeros((2, 2)), np.zeros((2, 2))).of([1]).radius.tolist()
        [9.0]
        """
        return Room(*(part[list(nodes)] for part in self))


def boxes(place: Array, own: Room, beside: Flags) -> tuple[Array, Array]:
    """Upper left and lower right corners of symbols with their labels, air included, `n` x 2.

    >>> own = Room(np.array([5.0]), np.array([[40.0, 12.0]]), np.array([[30.0, 12.0]]))
    >>> low, high = boxes(np.array([[0.0, 0.0]]), own, np.array([True]))
    >>> (low + AIR).tolist(), (high - AIR).tolist()  # symbol, gap and label side by side
    ([[-5.0, -6.0]], [[51.5, 6.0]])
    """
    radius = own.radius
    over = np.maximum(radius, np.where(beside, own.beside[:, 1] / 2, 0.0))
    left = np.maximum(radius, np.where(beside, 0.0, own.below[:, 0] / 2))
    right = np.where(beside, radius + 6.5 + own.beside[:, 0], left)
    under = np.where(beside, over, radius + 3 + own.below[:, 1])
    low = place - np.column_stack([left, over]) - AIR
    return low, place + np.column_stack([right, under]) + AIR


def beside_at(place: Array, pairs: Integers, own: Room) -> Flags:
    """For each node whether its label is crossed by less of the ties to the right than below.

    >>> own = Room(np.full(2, 5.0), np.array([[40.0, 12.0]] * 2), np.array([[30.0, 12.0]] * 2))
    >>> place = np.array([[0.0, 0.0], [0.0, 90.0]])  # the tie runs down through what is below
    >>> beside_at(place, np.array([[0, 1]]), own).tolist()
    [True, False]
    """
    return is_won(*crossed(place, pairs, own))


def is_won(now: Array, then: Array) -> Flags:
    """Whether so much less of the ties crosses words on another side that they go there.

    >>> is_won(np.array([90.0, 90.0]), np.array([45.0, 80.0])).tolist()
    [True, False]
    """
    # Labels on one side hold a picture together; they go to another only where much is won.
    return np.asarray(then < now * 0.6 - 4)


def crossed(place: Array, pairs: Integers, own: Room) -> tuple[Array, Array]:
    """How much of the ties crosses each node's label below its symbol, and to the right of it.

    >>> own = Room(np.full(2, 5.0), np.array([[40.0, 12.0]] * 2), np.array([[30.0, 12.0]] * 2))
    >>> below, beside = crossed(np.array([[0.0, 0.0], [0.0, 90.0]]), np.array([[0, 1]]), own)
    >>> below.round().tolist(), beside.tolist()
    ([12.0, 0.0], [0.0, 0.0])
    """
    found = []
    for right in (False, True):
        low = place + np.column_stack(
            [
                own.radius + 6.5 if right else -own.below[:, 0] / 2,
                -own.beside[:, 1] / 2 if right else own.radius + 3,
            ]
        )
        found.append(length_within(place, pairs, low, low + (own.beside if right else own.below)))
    return found[0], found[1]
