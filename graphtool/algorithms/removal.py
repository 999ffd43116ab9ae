"""Which few members, if they go, leave the most sets empty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations
from math import comb
from typing import NamedTuple

MOST_TRIED = 10_000_000
"""Choices of members, times different sets, up to which the smallest are found exactly."""
MOST_SHOWN = 20
"""Smallest sets that are told."""


class Smallest(NamedTuple):
    """The fewest members that empty at least so many sets."""

    choices: tuple[tuple[int, ...], ...]
    """Each a choice of members in order, those that empty the most sets first, then in order."""
    exact: bool
    """Whether no fewer do; else found greedily, and there may be fewer."""
    more: int
    """How many equally small choices there are beside."""


def emptied(sets: Sequence[frozenset[int]], gone: frozenset[int]) -> list[int]:
    """The positions of the sets that have members, all of whom are gone.

    >>> emptied([frozenset({1}), frozenset({1, 2}), frozenset()], frozenset({1}))
    [0]
    """
    return [at for at, members in enumerate(sets) if members and members <= gone]


def smallest(sets: Sequence[frozenset[int]], wanted: int) -> Smallest:
    """The smallest choices of members that empty at least `wanted` of the sets.

    Exact as long as there are few enough choices of one size to try; beyond that one choice is made
    greedily: again and again the fewest further members that empty any set go, of several such
    those that empty the most. To find the smallest is the minimum k-union problem (Chlamtác, Dinitz
    and Makarychev 2017, SODA, p. 881), for which no quick way is exact. None where `wanted` is 0 or
    more than there are sets with members.

    >>> smallest([frozenset({1}), frozenset({1, 2}), frozenset({3})], 2).choices
    ((1, 2), (1, 3))
    """
    held = Counter(members for members in sets if members)
    if not 0 < wanted <= held.total():
        return Smallest((), exact=True, more=0)
    everybody = sorted(frozenset().union(*held))
    tried = 0
    for size in range(1, len(everybody) + 1):
        tried += comb(len(everybody), size) * len(held)
        if tried > MOST_TRIED:
            return Smallest((_greedy(held, wanted),), exact=False, more=0)
        found = []
        for choice in combinations(everybody, size):
            gone = frozenset(choice)
            number = sum(n for members, n in held.items() if members <= gone)
            if number >= wanted:
                found.append((-number, choice))
        if found:
            found.sort()
            shown = tuple(choice for _, choice in found[:MOST_SHOWN])
            return Smallest(shown, exact=True, more=len(found) - len(shown))
    raise AssertionError("all members together empty every set")  # pragma: no cover


def _greedy(held: Mapping[frozenset[int], int], wanted: int) -> tuple[int, ...]:
    gone: set[int] = set()
    rest = Counter(held)
    while sum(held.values()) - rest.total() < wanted:
        least = min(map(len, rest))
        near = [(-n, sorted(members)) for members, n in rest.items() if len(members) == least]
        gone.update(min(near)[1])
        left: Counter[frozenset[int]] = Counter()
        for members, n in rest.items():
            if missing := members - gone:
                left[missing] += n
        rest = left
    return tuple(sorted(gone))
