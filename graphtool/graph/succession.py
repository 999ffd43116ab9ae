"""Who came after whom, from which day on: a walk through the days on which something changes.

Only what has a successor, and whom it was succeeded by, is looked at; on each day only those for
whom it may make a difference.
"""

from __future__ import annotations

from collections.abc import Sequence
from graphlib import TopologicalSorter
from typing import NamedTuple

import numpy as np

from graphtool import dates
from graphtool.algorithms.components import within_cycles

Span = tuple[int, int]
"""First day, and the first day after it."""


class Party(NamedTuple):
    """Somebody who has or is a successor: its own period, before any succession."""

    begin: int
    end: int
    """The first day on which it is over."""
    undated: bool
    """Whether no source says when it ended, so that its successor ends it."""


class Stretch(NamedTuple):
    """How it stands with somebody from one day until before another."""

    begin: int
    end: int
    exists: bool
    heirs: frozenset[int]
    """Where it is over, those that exist in its place: the last in each chain."""


def stretches(
    parties: dict[int, Party], steps: Sequence[tuple[int, int, int]]
) -> dict[int, list[Stretch]]:
    """For each that has a successor all of time in stretches that differ from each other.

    Steps are the earlier, the later and the first day of the succession; both are `parties`.

    >>> ended = Party(dates.NEVER, 20200101, undated=False)
    >>> heir = Party(20200101, dates.FOREVER + 1, undated=False)
    >>> found = stretches({0: ended, 1: heir}, [(0, 1, 20200101)])
    >>> [(one.begin, one.exists, sorted(one.heirs)) for one in found[0]]
    [(0, True, []), (20200101, False, [1])]
    """
    changes: dict[int, set[int]] = {}
    new: dict[int, list[tuple[int, int]]] = {}
    for old, heir, day in steps:
        changes.setdefault(day, set()).add(old)
        new.setdefault(day, []).append((old, heir))
    followed = {old for old, _, _ in steps}
    for at, party in parties.items():
        for day in (party.begin, party.end):
            if day <= dates.FOREVER:
                changes.setdefault(day, set()).add(at)
    state = {at: _State() for at in parties}
    found: dict[int, list[Stretch]] = {at: [] for at in sorted(followed)}
    for day in sorted(changes):
        for old, heir in new.get(day, ()):
            state[old].heirs_said.add(heir)
            state[heir].before.add(old)
        affected = _led_to(changes[day], state)
        _settle(affected, parties, state, day)
        for at in affected & followed:
            _note(found[at], state[at], day)
    return {at: [s for s in found[at] if s.begin < s.end] for at in found}


class _State:
    """How it stands with somebody on the day that the walk has come to."""

    __slots__ = ("before", "exists", "heirs", "heirs_said")

    def __init__(self) -> None:
        self.exists = False
        self.heirs: frozenset[int] = frozenset()
        self.heirs_said: set[int] = set()
        self.before: set[int] = set()


def _led_to(changed: set[int], state: dict[int, _State]) -> set[int]:
    """Those that changed, and all that were, over any number of steps, succeeded by them."""
    seen, front = set(changed), list(changed)
    while front:
        fresh = state[front.pop()].before - seen
        seen |= fresh
        front += fresh
    return seen


def _settle(
    affected: set[int], parties: dict[int, Party], state: dict[int, _State], day: int
) -> None:
    """Works out who exists on the day, and who exists in whose place.

    A circle lies wholly among those affected, since each in it leads to every other.
    """
    steps = {at: state[at].heirs_said for at in affected if state[at].heirs_said}
    steps = _without_circles(steps)
    order: TopologicalSorter[int] = TopologicalSorter()
    for at in affected:
        order.add(at, *(steps.get(at, set()) & affected))
    for at in order.static_order():
        party, here = parties[at], state[at]
        ended, begun = party.end <= day, party.begin <= day
        over = begun and bool(steps.get(at)) and (ended or party.undated)
        here.exists = begun and not ended and not over
        here.heirs = frozenset()
        if over:
            heirs = set[int]()
            for heir in steps[at]:
                heirs |= {heir} if state[heir].exists else state[heir].heirs
            here.heirs = frozenset(heirs)


def _without_circles(steps: dict[int, set[int]]) -> dict[int, set[int]]:
    """The steps that do not run in a circle."""
    pairs = np.array(
        [(old, heir) for old, heirs in steps.items() for heir in heirs], dtype=np.int64
    )
    if not len(pairs):
        return {}
    names, codes = np.unique(pairs, return_inverse=True)
    codes = codes.reshape(pairs.shape)
    straight = pairs[~within_cycles(codes[:, 0], codes[:, 1], len(names))]
    left: dict[int, set[int]] = {}
    for old, heir in straight.tolist():
        left.setdefault(old, set()).add(heir)
    return left


def _note(found: list[Stretch], state: _State, day: int) -> None:
    """Ends the stretch before where the day is unlike it, and begins another."""
    if found:
        last = found[-1]
        if (last.exists, last.heirs) == (state.exists, state.heirs):
            return
        found[-1] = last._replace(end=day)
    found.append(Stretch(day, dates.after(dates.FOREVER), state.exists, state.heirs))
