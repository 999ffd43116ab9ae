"""What each party's value is by each measure of `centralities`, in a network or each part of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from graphtool.algorithms import positions, structural_holes
from graphtool.algorithms.betweenness import betweenness
from graphtool.algorithms.distances import Distances, distances
from graphtool.algorithms.weighted_betweenness import weighted_betweenness
from graphtool.queries import measures
from graphtool.queries.networks import Network
from graphtool.queries.position_measures import POSITIONS

if TYPE_CHECKING:
    from graphtool.algorithms.arrays import Array, Integers

DIGITS = 12
MOST_STEPS = 20_000_000
"""Parties times ties, above which no ways with lengths or directions are counted."""


class Measured(Network):
    """A network, and what several measures of it rest on, worked out once."""

    @cached_property
    def parts(self) -> Integers:
        """For each party the number of the part that it hangs together with, whichever way."""
        from scipy.sparse.csgraph import connected_components

        if not len(self.names):
            return np.zeros(0, dtype=np.int64)
        found: Integers = connected_components(self.matrix, directed=False)[1]
        return found

    @cached_property
    def size_of_part(self) -> Integers:
        """How many parties are in the part that each is in."""
        size: Integers = np.bincount(self.parts)[self.parts]
        return size

    @cached_property
    def away(self) -> Distances:
        """How far all are from all."""
        return distances(self.matrix)


def values(name: str, net: Measured, *, per_component: bool = False) -> Array | None:
    """A measure's value of each party, NaN where it has none; None where it is not for this net.

    With `per_component` what a value is a share of is the part that the party is in; who is alone
    in one has no `STANDINGS` in it.

    >>> import pandas as pd
    >>> from scipy.sparse import csr_array
    >>> two_pairs = csr_array(([1.0] * 4, ([0, 1, 2, 3], [1, 0, 3, 2])), shape=(4, 4))
    >>> net = Measured(pd.Series(list("ABCD"), index=list("abcd")), two_pairs, directed=False)
    >>> values("harmonic", net).round(3).tolist()
    [0.333, 0.333, 0.333, 0.333]
    >>> values("harmonic", net, per_component=True).tolist()
    [1.0, 1.0, 1.0, 1.0]
    """
    directed = POSITIONS[name].directed
    if directed is not None and directed != net.directed:
        return None
    if name in FAR and not within_reach(name, net):
        return None
    measured = OF_A_PART.get(name, MEASURED[name]) if per_component else MEASURED[name]
    found: Array = np.asarray(measured(net), dtype=np.float64)
    if per_component and name in OF_THE_WHOLE:
        found = found * OF_THE_WHOLE[name](found, net)
    if per_component and name in STANDINGS:
        found = np.where(net.size_of_part > 1, found, np.nan)
    return found.round(DIGITS)


def within_reach(name: str, net: Network) -> bool:
    """Whether ways can be counted in a network of this size.

    >>> import pandas as pd
    >>> from scipy.sparse import csr_array
    >>> net = Network(pd.Series(["A"] * 2_001), csr_array((2_001, 2_001)), directed=False)
    >>> within_reach("betweenness", net)  # counted up to `EXACT_UP_TO`, whatever their ties
    False
    >>> within_reach("weighted_betweenness", net)  # nobody is tied to anybody
    True
    """
    n = len(net.names)
    if name == "betweenness" and not net.directed:
        return n <= measures.EXACT_UP_TO
    return n * net.matrix.nnz <= MOST_STEPS


def _between(net: Measured) -> Array:
    if not net.directed:
        between, _ = betweenness(net.matrix)
        return between
    return weighted_betweenness(net.unweighted, directed=True)


def _between_weighted(net: Measured) -> Array:
    lengths = net.matrix.copy()
    lengths.data = 1 / lengths.data
    return weighted_betweenness(lengths, directed=False)


def _closeness(net: Measured) -> Array:
    away = net.away
    others = max(len(net.names) - 1, 1)
    near = np.where(away.total > 0, away.reached / np.where(away.total > 0, away.total, 1), 0)
    return near * away.reached / others


def _harmonic(net: Measured) -> Array:
    return net.away.harmonic / max(len(net.names) - 1, 1)


def _tied(net: Network) -> measures.TieGraph:
    return measures.TieGraph(np.arange(len(net.names)), net.matrix)


FAR = ("betweenness", "weighted_betweenness")
"""Measures of all ways, which take the number of parties times that of the ties."""
MEASURED: dict[str, Callable[[Measured], Any]] = {
    "in_degree": lambda net: net.unweighted.sum(axis=0),
    "out_degree": lambda net: net.unweighted.sum(axis=1),
    "degree": lambda net: (
        net.unweighted.sum(axis=1) + (net.unweighted.sum(axis=0) if net.directed else 0)
    ),
    "strength": lambda net: np.round(net.matrix.sum(axis=1), 9),
    "betweenness": _between,
    "weighted_betweenness": _between_weighted,
    "closeness": _closeness,
    "harmonic": _harmonic,
    "eigenvector": lambda net: _tied(net).eigenvector(),
    "pagerank": lambda net: positions.pagerank(net.matrix),
    "katz": lambda net: positions.katz(net.matrix),
    "constraint": lambda net: structural_holes.constraint(net.matrix, directed=net.directed),
    "effective_size": lambda net: structural_holes.effective_size(net.matrix),
    "core": lambda net: positions.core_numbers(net.matrix, directed=net.directed),
    "clustering": lambda net: positions.clustering(net.matrix),
}
"""How each measure is worked out."""


def _others(_values: Array, net: Measured) -> Array:
    """How many times more others there are in all than in the party's part."""
    return max(len(net.names) - 1, 1) / np.maximum(net.size_of_part - 1, 1)


def _pairs(_values: Array, net: Measured) -> Array:
    """How many times more pairs of others there are in all than in the party's part."""
    n, size = len(net.names), net.size_of_part
    return max((n - 1) * (n - 2), 1) / np.maximum((size - 1) * (size - 2), 1)


def _sum(values: Array, net: Measured) -> Array:
    return 1 / np.bincount(net.parts, values)[net.parts]


def _katz(net: Measured) -> Array:
    return positions.katz(net.matrix, net.parts)


OF_THE_WHOLE: dict[str, Callable[[Array, Measured], Array]] = {
    "betweenness": _pairs,
    "weighted_betweenness": _pairs,
    "closeness": _others,
    "harmonic": _others,
    "pagerank": _sum,
}
"""Measures that are shares of the whole network, and what makes them shares of a part.

Nothing runs between parts, so that PageRank of a part alone is the same but for a factor.
"""
OF_A_PART: dict[str, Callable[[Measured], Array]] = {
    "eigenvector": lambda net: _tied(net).eigenvector(per_component=True),
    "katz": _katz,
}
"""Measures that are something else in each part than in the whole."""
STANDINGS = ("eigenvector", "pagerank", "katz")
"""Measures of which all in a part have something: who is alone would have all of it."""
