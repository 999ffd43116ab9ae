"""The shares by which an owner reaches companies, and how to deal out what is not known of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from graphtool.algorithms.arrays import Array, Flags, Integers

TOLERANCE = 1e-9
DENSE = 200
"""Companies up to which equations are solved without regard to how few shares there are."""


class Holding(NamedTuple):
    """What an owner has of a company, from 0 to 1."""

    least: float
    most: float


Owners = Mapping[int, Holding]
"""The owners of one company, each with what it holds."""


class Dealing:
    """The shares of the companies that an owner reaches, and ways to deal out what is not known.

    Columns are the companies, rows who holds them: the companies, and last the owner itself.

    >>> owners = {0: {9: Holding(0.2, 0.5)}, 1: {0: Holding(0.5, 0.5)}}  # 9 has of 0, 0 has of 1
    >>> dealing = Dealing(owners, owner=9, reached=[0, 1])
    >>> dealing.had(dealing.least).tolist(), dealing.largest().tolist()
    ([0.2, 0.1], [0.5, 0.25])
    """

    def __init__(self, owners: Mapping[int, Owners], owner: int, reached: list[int]) -> None:
        size = len(reached)
        place = {company: at for at, company in enumerate(reached)} | {owner: size}
        rows, columns, parts = [], [], []
        free = np.zeros(size)
        for at, company in enumerate(reached):
            holders = owners[company]
            free[at] = max(0.0, 1 - sum(part.least for part in holders.values()))
            for one, part in holders.items():
                if one in place:
                    rows.append(place[one])
                    columns.append(at)
                    parts.append(part)
        self.rows = np.array(rows, dtype=np.int64)
        self.columns = np.array(columns, dtype=np.int64)
        self.least = np.array([part.least for part in parts], dtype=np.float64)
        self._room = np.array([part.most - part.least for part in parts], dtype=np.float64)
        self._free, self._size = free, size

    @property
    def open(self) -> bool:
        """Whether any share is not known."""
        return bool((self._room > TOLERANCE).any())

    def had(self, shares: Array) -> Array:
        """What the owner has of each company if these are the shares."""
        counted = (shares > 0) & self._leading(shares)[self.columns]
        rows, columns, shares = self.rows[counted], self.columns[counted], shares[counted]
        direct = rows == self._size
        found = np.zeros(self._size)
        np.add.at(found, columns[direct], shares[direct])
        return self._solved(rows[~direct], columns[~direct], shares[~direct], found)

    def _solved(self, rows: Integers, columns: Integers, shares: Array, direct: Array) -> Array:
        from scipy.sparse import csc_array, eye_array
        from scipy.sparse.linalg import spsolve

        shape = (self._size, self._size)
        if self._size <= DENSE:
            system = np.eye(self._size)
            np.subtract.at(system, (columns, rows), shares)
            return np.asarray(np.linalg.solve(system, direct))
        system = eye_array(self._size, format="csc") - csc_array((shares, (columns, rows)), shape)
        return np.asarray(spsolve(system, direct))

    def _leading(self, shares: Array) -> Flags:
        """Which companies the owner has any part in if these are the shares."""
        led: Flags = np.isfinite(self._distance(shares > 0))
        return led

    def _distance(self, there: Flags) -> Array:
        """For each company the fewest holdings from the owner to it; infinite where none lead."""
        rows, columns = self.rows[there], self.columns[there]
        away = np.full(self._size + 1, np.inf)
        away[self._size] = 0
        for step in range(1, self._size + 1):
            front = columns[(away[rows] == step - 1) & np.isinf(away[columns])]
            if not len(front):
                break
            away[front] = step
        return away[:-1]

    def largest(self) -> Array:
        """What the owner has at most of each company, one dealing for each."""
        # The first dealing leads everywhere, so that no circle keeps all to itself.
        shares = self._dealt(-self._distance(self.least + self._room > 0))
        value = self.had(shares)
        while True:
            better = self._dealt(value)
            gain = self._worth(better, value) > self._worth(shares, value) + TOLERANCE
            if not gain.any():
                return value
            shares = np.where(gain[self.columns], better, shares)
            value = self.had(shares)

    def _worth(self, shares: Array, value: Array) -> Array:
        """Of each company what shares are worth where its holders have this value."""
        whole = np.append(value, 1.0)
        found = np.zeros(self._size)
        np.add.at(found, self.columns, shares * whole[self.rows])
        return found

    def _dealt(self, value: Array) -> Array:
        """Shares with what is not known dealt to the holders of most value first."""
        whole = np.append(value, np.inf)
        order = np.lexsort((np.arange(len(self.rows)), -whole[self.rows], self.columns))
        room = self._room[order]
        before = np.cumsum(room) - room
        starts = np.searchsorted(self.columns[order], np.arange(self._size))
        before = before - before[np.minimum(starts, len(before) - 1)][self.columns[order]]
        shares = self.least.copy()
        shares[order] += np.clip(self._free[self.columns[order]] - before, 0, room)
        return shares
