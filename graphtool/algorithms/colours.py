"""An order of a graph's nodes by their place in it, whatever they are called.

Colour refinement, and where it does not tell nodes apart, individualisation: one of them is set
apart, and what follows from it is refined (B. D. McKay and A. Piperno, "Practical graph
isomorphism, II", Journal of Symbolic Computation 60 (2014) 94-112). Of the candidates that one is
set apart after which the graph reads first; where several read alike, which as a rule are images of
each other, the first as given. No further search: it is an order to begin from, not a proof.
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from scipy.sparse import csr_array

WORK = 8_000_000
"""Ties to look at in all; in larger graphs the order as given decides sooner."""
ROUNDS = 200
"""Rounds of one refinement; a path of thousands of nodes is not refined from end to end."""


class Order(NamedTuple):
    """Nodes in an order by their place in the graph."""

    nodes: np.ndarray
    canonical: bool
    """Whether the graph alone tells it; else the order as given decided between some."""


def order(matrix: csr_array) -> Order:
    """The nodes of a graph, weights whole numbers, in the order of their place in it.

    >>> from scipy.sparse import csr_array
    >>> path = csr_array(([1, 1, 1, 1], ([0, 1, 1, 2], [1, 0, 2, 1])))
    >>> order(path)  # the middle has a place of its own, the ends share one
    Order(nodes=array([1, 0, 2]), canonical=False)
    """
    search = _Refinement(matrix)
    colour, canonical = search.refined(np.zeros(matrix.shape[0], dtype=np.int64)), True
    while len(colour) and (cell := _first_cell(colour)) is not None:
        readings = []
        for node in cell.tolist():
            if search.work > WORK:
                break
            apart = 2 * colour
            apart[node] -= 1
            found = search.refined(apart)
            readings.append((search.reading(found), node, found))
        if not readings:
            return Order(np.argsort(colour, kind="stable"), canonical=False)
        reading, _, colour = min(readings, key=itemgetter(0, 1))
        whole = len(readings) == len(cell)
        canonical = canonical and whole and sum(read == reading for read, *_ in readings) == 1
    return Order(np.argsort(colour, kind="stable"), canonical)


def signature(matrix: csr_array, labels: np.ndarray) -> tuple[int, ...]:
    """What a partition looks like in the graph, the same for all images of it in itself.

    >>> from scipy.sparse import csr_array
    >>> path = csr_array(([1, 1, 1, 1], ([0, 1, 1, 2], [1, 0, 2, 1])))
    >>> first, last, middle = (signature(path, np.array(labels))
    ...                        for labels in ([1, 0, 0], [0, 0, 1], [0, 1, 0]))
    >>> first == last, first == middle
    (True, False)
    """
    search = _Refinement(matrix, labels)
    colour = search.refined(np.zeros(matrix.shape[0], dtype=np.int64))
    return search.reading(colour)


def _first_cell(colour: np.ndarray) -> np.ndarray | None:
    """The nodes of the first colour that several have."""
    several = np.flatnonzero(np.bincount(colour) > 1)
    return np.flatnonzero(colour == several[0]) if len(several) else None


class _Refinement:
    """The refinement of a graph's colours, and the work that it has taken."""

    def __init__(self, matrix: csr_array, labels: np.ndarray | None = None) -> None:
        self.start, self.other = matrix.indptr, matrix.indices
        self.weight = _mixed(matrix.data.astype(np.uint64))
        if labels is not None:
            # A tie within a part is another than one between parts.
            row = np.repeat(np.arange(len(labels)), np.diff(matrix.indptr))
            self.weight = _mixed(self.weight + (labels[row] == labels[self.other]))
        self.work = 0

    def _around(self, colour: np.ndarray) -> np.ndarray:
        """For each node a number that stands for its ties and their ends' colours."""
        ties = _mixed(_mixed(colour.astype(np.uint64))[self.other] ^ self.weight)
        sums = np.concatenate([np.zeros(1, np.uint64), np.cumsum(ties, dtype=np.uint64)])
        self.work += len(ties) + len(colour)
        return sums[self.start[1:]] - sums[self.start[:-1]]

    def refined(self, colour: np.ndarray) -> np.ndarray:
        """The colours, from 0, split until equal ones have equal neighbours."""
        colour = np.unique(colour, return_inverse=True)[1]
        for _ in range(ROUNDS):
            around = self._around(colour)
            by = np.lexsort((around, colour))
            new = (np.diff(colour[by]) != 0) | (around[by][1:] != around[by][:-1])
            finer = np.empty_like(colour)
            finer[by] = np.concatenate([[0], np.cumsum(new)])
            if len(colour) == 0 or finer.max() == colour.max():
                break
            colour = finer
        return colour

    def reading(self, colour: np.ndarray) -> tuple[int, ...]:
        """Numbers by which two colourings of the graph are compared."""
        whole = _mixed(_mixed(colour.astype(np.uint64)) ^ self._around(colour))
        return (-int(colour.max(initial=0)), int(whole.sum(dtype=np.uint64)))


def _mixed(numbers: np.ndarray) -> np.ndarray:
    """Scattered over 64 bits (G. L. Steele and others, SplitMix, OOPSLA 2014)."""
    found = numbers + np.uint64(0x9E3779B97F4A7C15)
    found = (found ^ (found >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    found = (found ^ (found >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed: np.ndarray = found ^ (found >> np.uint64(31))
    return mixed
