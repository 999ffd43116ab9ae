"""From members of groups to pairs that share a group, as M. E. J. Newman weighs them.

A group of n members gives each pair 1/(n-1), so that a member's sum is the number of its groups
with anybody else in them ("Scientific collaboration networks. II", Physical Review E 64, 016132,
2001, equation 2).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from graphtool.algorithms import compiled
from graphtool.algorithms.arrays import Array, Integers

SECONDS = 2e-7
"""About what a pair in a group takes, uncompiled."""


class Memberships(NamedTuple):
    """Who is in which groups, each once."""

    names: Integers
    """The members' numbers as they were given, sorted; below a member is its place here."""
    start: Integers
    """Of member m the groups are those from start[m] to start[m + 1]."""
    groups: Integers
    begun: Integers
    """Of group g the members are those from begun[g] to begun[g + 1]."""
    members: Integers

    @property
    def sizes(self) -> Integers:
        """How many members each group has."""
        sizes: Integers = np.diff(self.begun)
        return sizes

    @property
    def pairs(self) -> int:
        """How many pairs the groups have, one that shares several counted in each."""
        sizes = self.sizes
        return int((sizes * (sizes - 1) // 2).sum())


class Shared(NamedTuple):
    """Pairs of members that share a group; arrays with one value a pair, sorted by both."""

    one: Integers
    """Place of the member that comes first."""
    other: Integers
    groups: Integers
    """How many groups they share."""
    weight: Array
    """Newman's weight: the sum of 1/(n-1) over these, not rounded."""


def memberships(member: Integers, group: Integers) -> Memberships:
    """From a member and a group a row, any numbers from 0, the same pair once or several times.

    >>> found = memberships(np.array([7, 5, 7]), np.array([0, 0, 0]))
    >>> found.names.tolist(), found.sizes.tolist(), found.pairs
    ([5, 7], [2], 1)
    """
    from scipy.sparse import csr_array

    member, group = member.astype(np.int64), group.astype(np.int64)
    if fast := compiled.kernel("projection.memberships", 1e-7 * len(member)):
        return Memberships(*fast(member, group))
    names, row = _numbered(member)
    groups, column = _numbered(group)
    table = csr_array((np.ones(len(row)), (row, column)), shape=(len(names), len(groups)))
    turned = table.T.tocsr()
    turned.sort_indices()
    return Memberships(names, *compiled.rows(table), *compiled.rows(turned))


def _numbered(values: Integers) -> tuple[Integers, Integers]:
    """The different ones, sorted, and which of them each is."""
    there = np.zeros(values.max(initial=-1) + 1, dtype=bool)
    there[values] = True
    return np.flatnonzero(there), (there.cumsum() - 1)[values]


def shared(found: Memberships) -> Shared:
    """Every pair that shares a group.

    >>> pairs = shared(memberships(np.array([3, 5, 7]), np.array([0, 0, 0])))
    >>> list(zip(pairs.one.tolist(), pairs.other.tolist(), pairs.weight.tolist()))
    [(0, 1, 0.5), (0, 2, 0.5), (1, 2, 0.5)]
    """
    from scipy.sparse import csr_array, triu

    if fast := compiled.kernel("projection.shared", SECONDS * found.pairs):
        return Shared(*fast(*found[1:], found.pairs))
    sizes = found.sizes
    shape = (len(found.names), len(sizes))
    ones = csr_array((np.ones(len(found.groups)), found.groups, found.start), shape=shape)
    # Number and weight as real and imaginary part: one product instead of two.
    both = ones * (1 + 1j * (1 / np.maximum(sizes - 1, 1)))
    product = triu(both @ ones.T, k=1, format="csr")
    product.sort_indices()
    return Shared(
        one=np.repeat(np.arange(len(found.names)), np.diff(product.indptr)),
        other=product.indices.astype(np.int64),
        groups=product.data.real.astype(np.int64),
        weight=product.data.imag.copy(),
    )
