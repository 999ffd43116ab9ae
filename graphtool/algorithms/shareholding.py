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

import numpy as np

from graphtool.algorithms.components import connected, within_cycles
from graphtool.algorithms.dealing import TOLERANCE, Dealing, Holding, Owners

MAJORITY = 0.5


def _within_whole(owners: Owners) -> dict[int, Holding]:
    """The same with no share larger than the others leave; nothing sure if they exceed the whole.

    >>> _within_whole({1: Holding(0.75, 0.75), 2: Holding(0.0, 1.0)})[2]
    Holding(least=0.0, most=0.25)
    >>> _within_whole({1: Holding(0.75, 0.75), 2: Holding(0.5, 0.5)})[1]
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
        self.owners = {company: _within_whole(held) for company, held in owners.items()}
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
        shares = Dealing(self.owners, owner, reached)
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


def _rounded(value: float) -> float:
    return float(min(max(round(float(value), 9), 0.0), 1.0))
