"""How many lines run side by side: what an eye that follows one of them has to tell it from."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple, TypeVar

from graphtool.algorithms.geometry.polyline import Route

Name = TypeVar("Name", bound=Hashable)

NEAR = 16.0
"""Lines no farther apart than this run side by side."""
LONG = 24.0
"""Of a stretch that counts; shorter ones are corners."""
SAME = 0.6
"""Lines no farther apart than this lie on each other and look as one."""


class _Piece(NamedTuple):
    """A straight piece: where it lies across, and from where to where it runs."""

    across: float
    low: float
    high: float


class Stretch(NamedTuple):
    """Lines that run side by side for a while."""

    lines: int
    """How many can be told apart; those that lie on each other are one."""
    names: frozenset[Hashable]


def crowded(routes: Mapping[Name, Route], most: int) -> list[Stretch]:
    """The stretches with more than so many lines side by side, the fullest first.

    Only level and upright pieces count.

    >>> side_by_side = {y: ((0.0, float(y)), (90.0, float(y))) for y in (0, 9, 18)}
    >>> [stretch.lines for stretch in crowded(side_by_side, 2)], crowded(side_by_side, 3)
    ([3], [])
    """
    found: list[Stretch] = []
    for axis in (0, 1):
        pieces = _pieces(routes, axis)
        ends = sorted({end for piece, _ in pieces for end in piece[1:]})
        open_: dict[frozenset[Hashable], tuple[int, float]] = {}
        for low, high in pairwise(ends):
            there = sorted(
                (one for one in pieces if one[0].low <= low and one[0].high >= high),
                key=lambda one: one[0].across,
            )
            now: dict[frozenset[Hashable], tuple[int, float]] = {}
            for count, names in _side_by_side(there):
                if count <= most:
                    continue
                long = high - low + open_.get(names, (0, 0.0))[1]
                now[names] = (count, long)
                if long >= LONG:
                    found.append(Stretch(count, names))
            open_ = now
    kept = dict.fromkeys(found)
    return sorted(kept, key=lambda one: -one.lines)


def _pieces(routes: Mapping[Name, Route], axis: int) -> list[tuple[_Piece, Name]]:
    """The pieces along one axis (0 for level ones), each with the name of its line."""
    made = []
    for name, route in routes.items():
        for one, two in pairwise(route):
            if one[1 - axis] == two[1 - axis] and one[axis] != two[axis]:
                low, high = sorted((one[axis], two[axis]))
                made.append((_Piece(one[1 - axis], low, high), name))
    return made


def _side_by_side(
    there: Iterable[tuple[_Piece, Hashable]],
) -> list[tuple[int, frozenset[Hashable]]]:
    """Pieces at one place, in order across, parted where two lie far apart."""
    found: list[tuple[int, frozenset[Hashable]]] = []
    count, names, last = 0, set[Hashable](), float("-inf")
    for piece, name in there:
        if piece.across - last > NEAR:
            if names:
                found.append((count, frozenset(names)))
            count, names = 1, {name}
        else:
            count += piece.across - last > SAME
            names.add(name)
        last = piece.across
    if names:
        found.append((count, frozenset(names)))
    return found
