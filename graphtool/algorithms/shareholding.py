"""How much of each company an owner has, directly and by way of others, and what it controls.

A share may be known as an interval only, from the least to the most that it can be; the shares of
one company add up to 1 at most. Integrated ownership is `A (I - A)^-1` of the direct shares `A`
(F. Brioschi, L. Buzzacchi and M. G. Colombo, "Risk capital financing and the separation of
ownership and control in business groups", Journal of Banking and Finance 13 (1989) 747-772). Of an
owner that lies on a circle itself, what comes back to it counts once: its row over one more than
its own value there (S. Baldone, F. Brioschi and S. Paleari, "Ownership measures among firms
connected by cross-shareholdings and a further analogy with input-output theory" (1998)).

It is worked out owner by owner: what the owner has of a company is its direct share, and of what
others hold of it their share times what the owner has of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from graphtool.algorithms.arrays import Array, Flags, Integers
from graphtool.algorithms.components import connected, within_cycles

TOLERANCE = 1e-9
DENSE = 200
"""Companies up to which equations are solved without regard to how few shares there are."""
MAJORITY = 0.5


class Holding(NamedTuple):
    """What an owner has of a company, from 0 to 1."""

    least: float
    most: float


Owners = Mapping[int, Holding]
"""The owners of one company, each with what it holds."""


def within_whole(owners: Owners) -> dict[int, Holding]:
    """The same with no share larger than the others leave; nothing sure if they exceed the whole.

    >>> within_whole({1: Holding(0.75, 0.75), 2: Holding(0.0, 1.0)})[2]
    Holding(least=0.0, most=0.25)
    >>> within_whole({1: Holding(0.75, 0.75), 2: Holding(0.5, 0.5)})[1]
    Holding(least=0.0, most=0.75)
    """
    sure = sum(held.least for held in owners.values())
    if sure > 1 + TOLERANCE:
        return {owner: Holding(0.0, held.most) for owner, held in owners.items()}
    return {
        owner: Holding(held.least, max(held.least, min(held.most, 1 - sure + held.least)))
        for owner, held in owners.items()
    }


class Shareholdings:
    """The owners of each company; owners and companies are numbers of one kind."""

    def __init__(self, owners: Mapping[int, Owners]) -> None:
        """From the owners of each company, as they are said."""
        self.owners = {company: within_whole(held) for company, held in owners.items()}
        self._held: dict[int, list[int]] = {}
        for company, holders in sorted(self.owners.items()):
            for owner, part in holders.items():
                if part.most > 0:
                    self._held.setdefault(owner, []).append(company)

    def reached(self, owner: int) -> dict[int, int]:
        """The companies that it may have a part in, with the fewest holdings on the way there.

        >>> whole = Holding(1.0, 1.0)
        >>> Shareholdings({2: {1: whole}, 3: {2: whole}}).reached(1)
        {2: 1, 3: 2}
        """
        found = {owner: 0}
        front, steps = [owner], 0
        while front:
            steps += 1
            ahead = {company for one in front for company in self._held.get(one, ())}
            front = sorted(ahead - found.keys())
            found.update(dict.fromkeys(front, steps))
        del found[owner]
        return found

    def closed_rings(self) -> list[list[int]]:
        """Companies that surely own each other wholly, so that nobody else has any part in them.

        There `I - A` has no inverse.

        >>> whole = Holding(1.0, 1.0)
        >>> Shareholdings({1: {2: whole}, 2: {1: whole}, 3: {2: whole}}).closed_rings()
        [[1, 2]]
        """
        ends = [
            (owner, company)
            for company, holders in self.owners.items()
            for owner, part in holders.items()
            if part.least > 0
        ]
        known = sorted({node for pair in ends for node in pair})
        pairs = np.searchsorted(known, np.array(ends, dtype=np.int64).reshape(-1, 2))
        circling = within_cycles(pairs[:, 0], pairs[:, 1], len(known))
        parts = connected(len(known), [(a, b) for a, b in pairs[circling].tolist()])
        rings = [{known[at] for at in part} for part in parts]
        return [sorted(ring) for ring in rings if all(self._inside(c, ring) for c in ring)]

    def _inside(self, company: int, ring: set[int]) -> bool:
        """Whether all of a company is surely held within a ring."""
        held = self.owners.get(company, {})
        return sum(part.least for one, part in held.items() if one in ring) >= 1 - TOLERANCE

    def integrated(self, owner: int) -> dict[int, Holding]:
        """What an owner has of each company that it may have a part in, itself left out.

        The least is with every share at its least, the most with what is not known dealt out as it
        gives most: both exact, the latter by policy iteration (R. A. Howard, Dynamic Programming
        and Markov Processes (1960)).

        >>> known = {2: {1: Holding(0.5, 0.5)}, 3: {2: Holding(0.5, 0.5), 1: Holding(0.0, 1.0)}}
        >>> Shareholdings(known).integrated(1)
        {2: Holding(least=0.5, most=0.5), 3: Holding(least=0.25, most=0.75)}
        """
        reached = list(self.reached(owner))
        shares = _Dealing(self.owners, owner, reached)
        least = shares.had(shares.least)
        most = shares.largest() if shares.open else least
        return {
            company: Holding(_rounded(least[at]), _rounded(max(least[at], most[at])))
            for at, company in enumerate(reached)
        }

    def controlled(self, owner: int, *, surely: bool) -> set[int]:
        """The companies in which an owner, with those it controls, has more than half.

        Surely: with every share at its least; else with what is not known dealt out in its favour.

        >>> known = {2: {1: Holding(0.6, 0.6)}, 3: {2: Holding(0.3, 0.3), 1: Holding(0.21, 0.21)}}
        >>> Shareholdings(known).controlled(1, surely=True)
        {2, 3}
        """
        group, fresh = {owner}, [owner]
        while fresh:
            near = {company for one in fresh for company in self._held.get(one, ())} - group
            fresh = sorted(c for c in near if self._votes(c, group, surely=surely) > MAJORITY)
            group.update(fresh)
        return group - {owner}

    def _votes(self, company: int, group: set[int], *, surely: bool) -> float:
        holders = self.owners[company]
        mine = [part for one, part in holders.items() if one in group]
        sure = sum(part.least for part in mine)
        if surely:
            return round(sure, 9)
        free = 1 - sum(part.least for part in holders.values())
        return round(sure + min(max(free, 0), sum(part.most - part.least for part in mine)), 9)


class _Dealing:
    """The shares of the companies that an owner reaches, and ways to deal out what is not known.

    Columns are the companies, rows who holds them: the companies, and last the owner itself.
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


def _rounded(value: float) -> float:
    return float(min(max(round(float(value), 9), 0.0), 1.0))
