"""The partition of the highest modularity: proved where the network is small, else looked for.

M. E. J. Newman and M. Girvan, Physical Review E 69 (2004) 026113, with the resolution of
J. Reichardt and S. Bornholdt, Physical Review E 74 (2006) 016110. Finding the best partition is
NP-hard (U. Brandes and others, "On modularity clustering", IEEE Transactions on Knowledge and Data
Engineering 20 (2008) 172-188), and there may be several.
"""

from __future__ import annotations

from functools import lru_cache
from math import prod
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from graphtool.algorithms import clique_partition, colours, louvain

if TYPE_CHECKING:
    from scipy.sparse import csr_array

LARGEST = 40
"""Nodes that a connected part may have for its best partition to be proved."""
PARTS = 50
"""Parts, no two of them alike, that are proved; further ones are looked for."""


_Key = tuple[int, bytes, bytes, bytes]
"""A network as its number of nodes and the bytes of its matrix."""


class Division(NamedTuple):
    """A partition, and how sure it is."""

    labels: np.ndarray
    """The community of each node, numbered from 0."""
    proved: bool
    """Whether no other has a higher modularity."""
    ways: int | None
    """How many have the same, itself among them; None where that is not known."""
    canonical: bool
    """Whether the network alone tells which is chosen, whatever its nodes are called."""


def best(matrix: csr_array, resolution: float = 1.0) -> Division:
    """The partition of highest modularity, as far as that can be told; loners stand alone.

    `matrix` holds the ties' weights, symmetric, nothing on the diagonal. Each connected part is
    divided by itself, for no best community reaches over two: up to `LARGEST` nodes by
    `clique_partition`, else by `louvain`, from an order of the nodes that does not hang on what
    they are called. Of several partitions as good, that with the fewest communities is taken, then
    the one whose sizes differ most, then the one whose `signature` comes first; where these do
    not tell, they are as a rule images of each other, and the order as given decides.

    >>> from scipy.sparse import csr_array
    >>> path = csr_array(([1, 1, 1, 1], ([0, 1, 1, 2], [1, 0, 2, 1])))
    >>> best(path)
    Division(labels=array([0, 0, 0]), proved=True, ways=1, canonical=True)
    """
    from scipy.sparse.csgraph import connected_components

    nodes = matrix.shape[0]
    if not matrix.nnz:
        return Division(np.arange(nodes), proved=True, ways=1, canonical=True)
    weights = louvain.whole(matrix)
    scale = louvain.scale(int(weights.data.sum()), resolution)
    home = connected_components(weights, directed=False)[1]
    by_part = np.argsort(home, kind="stable")
    parts = np.split(by_part, np.cumsum(np.bincount(home))[:-1])
    labels, last = np.empty(nodes, dtype=np.int64), 0
    found: list[Division] = []
    solved: set[_Key] = set()
    for members in sorted(parts, key=len):
        if len(members) == 1:
            labels[members] = last
            last += 1
            continue
        small = weights[members][:, members]
        order = colours.order(small)
        ordered = small[order.nodes][:, order.nodes]
        ordered.sort_indices()
        key = (
            len(members),
            *(
                a.astype(np.int64).tobytes()
                for a in (ordered.indptr, ordered.indices, ordered.data)
            ),
        )
        exact = len(members) <= LARGEST and (key in solved or len(solved) < PARTS)
        if exact:
            solved.add(key)
            part = _proved(key, scale)
        else:
            part = Division(_looked_for(ordered, scale), proved=False, ways=None, canonical=False)
        labels[members[order.nodes]] = part.labels + last
        last += int(part.labels.max()) + 1
        found.append(part._replace(canonical=part.canonical or order.canonical))
    ways = [part.ways for part in found]
    return Division(
        np.unique(labels, return_inverse=True)[1],
        proved=all(part.proved for part in found),
        ways=None if None in ways else prod(one or 0 for one in ways),
        canonical=all(part.canonical for part in found),
    )


def _looked_for(matrix: csr_array, scale: louvain.Scale) -> np.ndarray:
    return louvain.divided(louvain.level(matrix), scale)


@lru_cache(maxsize=256)
def _proved(key: _Key, scale: louvain.Scale) -> Division:
    """The division of a small connected network; canonical where only one is the first choice."""
    from scipy.sparse import csr_array

    count = key[0]
    start, others, data = (np.frombuffer(part, dtype=np.int64) for part in key[1:])
    matrix = csr_array((data, others, start), shape=(count, count))
    ties = matrix.toarray().astype(object)
    strength = ties.sum(axis=1)
    gain = scale.total * ties - scale.load * np.outer(strength, strength)
    np.fill_diagonal(gain, 0)
    found = clique_partition.best(gain, _looked_for(matrix, scale))
    if not found.complete:
        labels = _joined(gain, np.array(found.partitions[0]))
        return Division(labels, found.proved, None, canonical=False)
    ranks = {
        labels: (len(sizes := np.bincount(labels)), *sorted((-sizes).tolist()))
        for labels in found.partitions
    }
    first = min(ranks.values())
    kept = [labels for labels, rank in ranks.items() if rank == first]
    signs = {labels: colours.signature(matrix, np.array(labels)) for labels in kept}
    sign = min(signs.values())
    chosen = sorted(labels for labels in kept if signs[labels] == sign)
    return Division(np.array(chosen[0]), True, len(found.partitions), canonical=len(chosen) == 1)


def _joined(gain: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """The communities, those that lose nothing by it put together."""
    while (count := int(labels.max()) + 1) > 1:
        of = (labels[:, None] == np.arange(count)).astype(object)
        between = of.T @ gain @ of
        pairs = [(between[a, b], -a, -b) for a in range(count) for b in range(a + 1, count)]
        most, one, other = max(pairs)
        if most < 0:
            break
        labels = np.where(labels == -other, -one, labels)
        labels = np.unique(labels, return_inverse=True)[1]
    return labels
