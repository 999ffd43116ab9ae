"""Nodes that may change places without anything changing: of sets that differ by them, one will do.

In a star all leaves are such twins, in a complete bipartite graph all nodes of a side: it has
millions of sets of nodes, but only some hundred that are not images of each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, product
from math import comb, prod

import numpy as np


class Twins:
    """Classes of nodes that are alike to all others.

    >>> star = np.array([[0, 2, 2], [2, 0, -1], [2, -1, 0]])
    >>> alike = Twins(star, range(3))
    >>> sets = np.array([[True, False, True]])  # the middle with its second leaf
    >>> alike.classes, alike.counts(sets).tolist(), alike.predecessor(2)
    ([[0], [1, 2]], [[1.0, 1.0]], 1)
    >>> alike.first(sets).tolist()
    [[True, True, False]]
    >>> [image.tolist() for _, image in alike.images(sets, most=2)]
    [[True, True, False], [True, False, True]]
    >>> alike.dealt(np.array([[1, 1], [0, 1]])).tolist()  # of each class one, and one leaf more
    [0, 0, 1]
    """

    def __init__(self, gain: np.ndarray, order: Iterable[int]) -> None:
        """From what each pair gains, symmetric; `order` says who of a class comes first."""
        self.classes: list[list[int]] = []
        for node in order:
            for alike in self.classes:
                if _are_twins(gain, alike[0], node):
                    alike.append(node)
                    break
            else:
                self.classes.append([node])
        self.of = np.zeros((len(gain), len(self.classes)))
        self.home, self.place = np.zeros((2, len(gain)), dtype=np.int64)
        for at, alike in enumerate(self.classes):
            self.of[alike, at], self.home[alike], self.place[alike] = 1, at, range(len(alike))
        self.sizes = self.of.sum(axis=0)

    def counts(self, sets: np.ndarray) -> np.ndarray:
        """How many of each class are in each set."""
        counts: np.ndarray = sets @ self.of
        return counts

    def first(self, sets: np.ndarray) -> np.ndarray:
        """Of each set the image that takes the first of every class; each only once."""
        images: np.ndarray = self.counts(sets)[:, self.home] > self.place
        return np.unique(images, axis=0)

    def predecessor(self, node: int) -> int | None:
        """The twin that the first image of a set with this node has too; None for the first."""
        place = int(self.place[node])
        return self.classes[self.home[node]][place - 1] if place else None

    def images(self, sets: np.ndarray, most: int) -> Iterator[tuple[int, np.ndarray]]:
        """All images of these sets, each with the position of its own; none if too many."""
        counts = self.counts(sets).astype(int).tolist()
        sizes = [len(alike) for alike in self.classes]
        if sum(prod(map(comb, sizes, count)) for count in counts) > most:
            return
        for at, count in enumerate(counts):
            for chosen in product(*map(combinations, self.classes, count)):
                image = np.zeros(len(self.home), dtype=bool)
                image[[node for some in chosen for node in some]] = True
                yield at, image

    def dealt(self, counts: np.ndarray) -> np.ndarray:
        """A label for every node, so that so many of each class have the first label, and so on."""
        labels = np.empty(len(self.home), dtype=np.int64)
        for alike, some in zip(self.classes, counts.T, strict=True):
            labels[alike] = np.repeat(np.arange(len(some)), some)
        return labels


def _are_twins(gain: np.ndarray, one: int, other: int) -> bool:
    same = gain[one] == gain[other]
    same[[one, other]] = True
    return bool(same.all())
