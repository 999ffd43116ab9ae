"""Centralities of a network of weighted ties, as `centrality` defines them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

import numpy as np
import pandas as pd

from graphtool.algorithms.betweenness import Betweenness, betweenness
from graphtool.algorithms.distances import distances
from graphtool.queries.projection import Ties, ties
from graphtool.queries.query import Askable
from graphtool.queries.registry import ask

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    from graphtool.graph import PlanGraph

EXACT_UP_TO = 2_000
"""Parties up to which betweenness is exact; it takes their number times that of the ties."""
SOURCES = 1_024
"""Sources that a larger network's betweenness is estimated from, drawn with a fixed seed."""
DIGITS = 12
TIES = ("party", "party_name", "activity", "activity_name")
"""Columns of `participations` that a network is made of."""


def sources(nodes: int) -> int | None:
    """From how many sources betweenness of so many is estimated; None where it is exact.

    >>> sources(2_000), sources(2_001)
    (None, 1024)
    """
    return SOURCES if nodes > EXACT_UP_TO else None


def asked(
    graph: PlanGraph | Askable, *, level: str, **options: Any
) -> tuple[TieGraph, pd.Series[str]]:
    """The network of those that work together, and their names by id.

    The options are those of `participations`.

    >>> from graphtool.graph import examples
    >>> graph = examples.three_in_a_row()
    >>> net, names = asked(graph, level="party")
    >>> names.tolist(), net.degree().tolist()
    (['A', 'B', 'C'], [1, 2, 1])
    """
    return network(ask(graph, "participations", only=TIES, level=level, **options), level=level)


class TieGraph:
    """Parties and the ties between them; each measure of centrality gives one value a party.

    Without parties every such measure is an empty array.

    >>> from graphtool.graph import examples
    >>> net, _ = asked(examples.three_in_a_row(), level="party")
    >>> net.degree().tolist(), net.strength().tolist(), net.eigenvector().tolist()
    ([1, 2, 1], [1.0, 2.0, 1.0], [0.5, 0.707106781, 0.5])
    >>> net.betweenness(exact=True).values.tolist(), net.harmonic().tolist()
    ([0.0, 1.0, 0.0], [0.75, 1.0, 0.75])
    >>> net.estimated(exact=False)
    False
    """

    def __init__(self, parties: np.ndarray, matrix: csr_array) -> None:
        """From positions of the parties and the symmetric matrix of their ties' weights."""
        self.parties, self.matrix = parties, matrix

    @classmethod
    def of(cls, parties: np.ndarray, ties: Ties) -> Self:
        """From positions of all parties, sorted, and the ties between some of them.

        >>> shared = ties(pd.DataFrame({"party": [3, 5], "activity": [0, 0]}))
        >>> TieGraph.of(np.array([3, 5, 7]), shared).degree().tolist()
        [1, 1, 0]
        """
        from scipy.sparse import csr_array

        one = np.searchsorted(parties, ties.party)
        other = np.searchsorted(parties, ties.partner)
        ends = np.concatenate([one, other]), np.concatenate([other, one])
        weight = np.concatenate([ties.weight, ties.weight])
        return cls(parties, csr_array((weight, ends), shape=(len(parties), len(parties))))

    def estimated(self, *, exact: bool) -> bool:
        """Whether betweenness is an estimate."""
        return not exact and sources(len(self.parties)) is not None

    @cached_property
    def _parts(self) -> np.ndarray:
        from scipy.sparse.csgraph import connected_components

        if not len(self.parties):
            return np.zeros(0, dtype=np.int64)
        labels: np.ndarray = connected_components(self.matrix, directed=False)[1]
        return labels

    @property
    def components(self) -> int:
        """How many parts the network falls into; a party without ties is one."""
        return len(set(self._parts.tolist()))

    def degree(self) -> np.ndarray:
        """Number of partners."""
        return np.diff(self.matrix.indptr).astype(np.int64)

    def strength(self) -> np.ndarray:
        """Sum of the weights of the ties."""
        total: np.ndarray = np.round(self.matrix.sum(axis=1), 9)
        return total

    def betweenness(self, *, exact: bool) -> Betweenness:
        """Freeman's betweenness, unweighted, normalised by (n-1)(n-2)/2, and its errors."""
        drawn = None if exact else sources(len(self.parties))
        values, errors = betweenness(self.matrix, drawn)
        return Betweenness(np.round(values, DIGITS), np.round(errors, DIGITS))

    def harmonic(self) -> np.ndarray:
        """Sum of 1/distance, unweighted, divided by n-1."""
        others = max(len(self.parties) - 1, 1)
        return np.round(distances(self.matrix).harmonic / others, DIGITS)

    @cached_property
    def _vectors(self) -> list[tuple[float, np.ndarray, np.ndarray]]:
        """Of each part with ties the largest eigenvalue, its unit vector, and the members."""
        found = []
        for label in np.flatnonzero(np.bincount(self._parts) > 1):
            members = np.flatnonzero(self._parts == label)
            found.append((*_perron(self.matrix[members][:, members]), members))
        return found

    @cached_property
    def _leading(self) -> list[tuple[float, np.ndarray, np.ndarray]]:
        """The parts with the largest eigenvalue, each with its members and vector."""
        largest = max((value for value, _, _ in self._vectors), default=0.0)
        return [part for part in self._vectors if part[0] >= largest * (1 - 1e-9)]

    @property
    def leading_parts(self) -> int:
        """How many parts share the largest eigenvalue; the eigenvector is unique with one."""
        return len(self._leading)

    def eigenvector(self, *, per_component: bool = False) -> np.ndarray:
        """Bonacich's eigenvector of the weights, length 1; 0 where it is not defined.

        With `per_component` each part has its own, of length 1.
        """
        values = np.zeros(len(self.parties))
        if per_component or len(self._leading) == 1:
            for _, vector, members in self._vectors if per_component else self._leading:
                values[members] = vector
        return np.round(values, 9)


def network(participations: pd.DataFrame, *, level: str) -> tuple[TieGraph, pd.Series[str]]:
    """The parties that take part in something, tied by what they share, and their names by id.

    From the rows of `participations`, in any order; sorted by id. At level municipality those
    that take part in nothing count too.

    >>> rows = pd.DataFrame({"party": ["b", "a"], "party_name": ["B", "A"], "activity": ["p", "p"]})
    >>> net, names = network(rows, level="party")
    >>> names.tolist(), net.degree().tolist()
    (['A', 'B'], [1, 1])
    """
    rows = participations
    if level != "municipality":
        rows = rows[rows["activity"] != ""]
    names = rows.drop_duplicates("party").set_index("party")["party_name"].sort_index()
    rows = rows[rows["activity"] != ""]
    found = pd.DataFrame(
        {
            "party": names.index.get_indexer(rows["party"]),
            "activity": pd.factorize(rows["activity"], sort=True)[0],
        }
    )
    return TieGraph.of(np.arange(len(names)), ties(found)), names


def _perron(matrix: csr_array) -> tuple[float, np.ndarray]:
    """Largest eigenvalue of a connected symmetric matrix and its positive unit vector."""
    n = matrix.shape[0]
    if n <= 500:
        values, vectors = np.linalg.eigh(matrix.toarray())
        value, vector = float(values[-1]), vectors[:, -1]
    else:
        from scipy.sparse.linalg import eigsh

        found, vectors = eigsh(matrix, k=1, which="LA", v0=np.full(n, n**-0.5))
        value, vector = float(found[0]), vectors[:, 0]
    return value, np.abs(vector)
