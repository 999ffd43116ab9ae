"""What a drawing shows while nobody asks for more: lines that can be followed one by one.

Edges between boxes are gathered, one strand for each two boxes; strands that share an end share a
trunk. Within a box the edges of the foremost classes are drawn. Where more lines would run side by
side than an eye can follow, the weakest are left for whoever asks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from graphtool.algorithms.floorplan.slicing import Placed
from graphtool.algorithms.geometry.parallels import crowded
from graphtool.algorithms.geometry.polyline import Point, Route, straightened
from graphtool.algorithms.routing.hyperedges import Edge

MOST = 60
"""Lines at rest; the trunk on which a node's parts hang is one of them."""
STRANDS = 30
"""Strands at rest."""
PARALLEL = 4
"""Lines that may run side by side."""


class Gathered(NamedTuple):
    """The edges between two boxes."""

    ends: tuple[int, int]
    """The boxes, by number."""
    edges: tuple[int, ...]
    """By their places in the list."""


class Choice(NamedTuple):
    """What is drawn at rest beside the trunks of parents."""

    strands: tuple[Gathered, ...]
    """Those of most edges first."""
    single: tuple[int, ...]
    """Edges drawn by themselves, the foremost first."""

    def without(self, name: object) -> Choice:
        """The same but one line, named as `names` does.

        >>> Choice((Gathered((0, 1), edges=(0,)),), single=(5, 7)).without(5).single
        (7,)
        """
        return Choice(
            tuple(strand for strand in self.strands if strand != name),
            tuple(at for at in self.single if at != name),
        )


def gathered(
    edges: Sequence[Edge], home: Mapping[int, int], inside: Sequence[int], apart: set[int]
) -> list[Gathered]:
    """The edges between boxes by the two that stand side by side, most edges first.

    `home` is the box of each node, `inside` the box that holds each box (-1 for none). Edges
    `apart`, and those between a box and one that holds it, are in none.

    >>> gathered([(0, 1, ""), (1, 0, ""), (0, 0, "")], {0: 0, 1: 1}, [-1, -1], set())
    [Gathered(ends=(0, 1), edges=(0, 1))]
    """
    found: dict[tuple[int, int], list[int]] = {}
    for at, (source, target, _) in enumerate(edges):
        pair = siblings(home[source], home[target], inside)
        if at not in apart and pair[0] != pair[1]:
            found.setdefault(pair, []).append(at)
    made = [Gathered(pair, tuple(among)) for pair, among in found.items()]
    return sorted(made, key=lambda one: (-len(one.edges), one.ends))


def heaviest(strands: Sequence[Gathered], counts: Sequence[int]) -> list[Gathered]:
    """The strands that stand for most, half again as many as boxes, each box's heaviest among them.

    `counts` says how many each edge stands for. The heaviest first.

    >>> pairs = [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)]
    >>> every = [Gathered(ends, (at,)) for at, ends in enumerate(pairs)]
    >>> [strand.ends for strand in heaviest(every * 2, [9, 8, 1, 7, 6, 5])][:3]
    [(0, 1), (0, 1), (0, 2)]
    >>> [strand.ends for strand in heaviest(every[:3] + every[4:], [2, 9, 9, 9, 8, 8])]
    [(0, 2), (0, 3), (1, 3), (2, 3), (0, 1)]
    """
    ranked = sorted(strands, key=lambda one: (-sum(counts[at] for at in one.edges), one.ends))
    best: dict[int, Gathered] = {}
    for strand in ranked:
        for box in strand.ends:
            best.setdefault(box, strand)
    most = min(STRANDS, len(best) * 3 // 2)
    first = list(dict.fromkeys([*best.values(), *ranked]))[:most]
    return [strand for strand in ranked if strand in first]


def towards_hubs(strands: Sequence[Gathered]) -> list[tuple[int, int]]:
    """The boxes of each strand, last the one with more strands: there they meet, in one trunk.

    >>> towards_hubs([Gathered((0, 1), (0,)), Gathered((1, 2), (1,))])
    [(0, 1), (2, 1)]
    """
    degree = Counter(end for strand in strands for end in strand.ends)
    return [
        (a, b) if degree[a] <= degree[b] else (b, a) for a, b in (strand.ends for strand in strands)
    ]


def siblings(one: int, other: int, inside: Sequence[int]) -> tuple[int, int]:
    """The boxes that hold these, or are these, and stand side by side, in order.

    Twice the same box where one holds the other.

    >>> siblings(3, 1, [-1, -1, 0, 2]), siblings(3, 0, [-1, -1, 0, 2])
    ((0, 1), (0, 0))
    """
    ones, others = _holders(one, inside), _holders(other, inside)
    for mine, theirs in zip(ones, others, strict=False):
        if mine != theirs:
            return min(mine, theirs), max(mine, theirs)
    last = min(len(ones), len(others)) - 1
    return ones[last], ones[last]


def _holders(box: int, inside: Sequence[int]) -> list[int]:
    """A box and all that hold it, the outermost first."""
    found = [box]
    while inside[found[-1]] >= 0:
        found.append(inside[found[-1]])
    return found[::-1]


def thinned(choice: Choice, drawn: Callable[[Choice], Mapping[object, Route]]) -> Choice:
    """The choice without the weakest lines of every crowd, until no crowd is left.

    `drawn` gives every line's way by its name: an edge's place, or the strand itself, and any
    other for lines that cannot be left out.

    >>> ways = {at: ((0.0, 9.0 * at), (90.0, 9.0 * at)) for at in range(6)}
    >>> thinned(Choice((), tuple(ways)), lambda kept: {at: ways[at] for at in kept.single}).single
    (0, 1, 2, 3)
    """
    while True:
        order: dict[object, int] = {name: at for at, name in enumerate(_foremost(choice))}
        least = {
            max(mine, key=order.__getitem__)
            for stretch in crowded(drawn(choice), PARALLEL)
            if (mine := [name for name in stretch.names if name in order])
        }
        if not least:
            return choice
        # One at a time where strands are few: to leave one out may clear several crowds.
        for name in sorted(least, key=order.__getitem__)[-max(1, len(order) // 12) :]:
            choice = choice.without(name)


def _foremost(choice: Choice) -> list[object]:
    """All lines, those that say most first: strands by their edges, then what is drawn singly."""
    return [*choice.strands, *choice.single]


def outside(way: Route, one: Placed, other: Placed) -> Route:
    """A strand's way from box to box, without what of it lies within them.

    >>> left, right = Placed(0, 0, 10, 10), Placed(30, 0, 10, 10)
    >>> outside(((5, 5), (35, 5)), left, right)
    ((10, 5), (30, 5))
    """
    return _left(_left(way, one)[::-1], other)[::-1]


def _left(way: Route, box: Placed) -> Route:
    """The way from where it leaves a box for good."""
    last = max((at for at, point in enumerate(way) if _is_within(point, box)), default=-1)
    if last < 0 or last == len(way) - 1:
        return way
    (x, y), (to_x, to_y) = way[last], way[last + 1]
    if y == to_y:
        leaves: Point = (box.x + box.width if to_x > x else box.x, y)
    else:
        leaves = (x, box.y + box.height if to_y > y else box.y)
    return straightened((leaves, *way[last + 1 :]))


def _is_within(point: Point, box: Placed) -> bool:
    x, y = point
    return box.x <= x <= box.x + box.width and box.y <= y <= box.y + box.height
