"""Which lines of a layered layout are drawn at rest: as many as can be followed one by one.

Of several lines between the same two the one that says most is drawn; the others wait on its way
until somebody asks for them. Where that is still a crowd, those wait that pass by most columns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from graphtool.algorithms.floorplan.rest import MOST, PARALLEL
from graphtool.algorithms.geometry.parallels import crowded
from graphtool.algorithms.geometry.polyline import Route
from graphtool.maps.layout.sheet import Edge, Layout, scale

SHARES = (1.0, 0.75, 0.5, 0.3, 0.15)
"""Of the lines that are not any node's best, how many are tried."""


def followed(
    edges: Sequence[Edge],
    column: Sequence[int],
    rank: Callable[[str], int],
    arrange: Callable[[Sequence[int]], Layout],
) -> Layout:
    """The layout of these edges in which as many are drawn as can be followed, the rest waiting.

    `rank` says how much a relation says, the least first; `arrange` gives the layout of some edges,
    by their places in the list. All are drawn where they can be followed. Where not even the best
    of each node can, or do not fit on a screen, these are drawn; all where there are too many.
    """
    whole = arrange(range(len(edges))) if len(edges) <= MOST else None
    if whole and is_calm(whole.routes):
        return whole
    first, more = ordered(edges, column, rank)
    if len(first) > MOST:
        return whole or arrange(range(len(edges)))

    def some(beside: int) -> tuple[Layout, bool]:
        """The layout with so many beside the best, and whether it can be followed."""
        kept = [*first, *more[:beside]]
        found = arrange(kept)
        routes = {kept[at]: route for at, route in found.routes.items()}
        waiting = frozenset(range(len(edges))) - frozenset(kept)
        made = found._replace(routes=on_the_way(edges, routes), waiting=waiting)
        return made, is_calm(routes) and scale(found) == 1.0

    # The fewest first: where these are too much, more are too, and a layout takes its time.
    fewest, is_good = some(0)
    if not is_good:
        return fewest
    # Of a few lines several shares are as many, or none.
    for beside in dict.fromkeys(round(share * len(more)) for share in SHARES):
        if beside and len(first) + beside <= MOST:
            made, is_good = some(beside)
            if is_good:
                return made
    return fewest


def is_calm(routes: Mapping[int, Route]) -> bool:
    """Whether these lines are few enough, and no stretch has too many side by side.

    >>> is_calm({y: ((0.0, 9.0 * y), (90.0, 9.0 * y)) for y in range(4)})
    True
    >>> is_calm({y: ((0.0, 9.0 * y), (90.0, 9.0 * y)) for y in range(5)})
    False
    """
    return len(routes) <= MOST and not crowded(routes, PARALLEL)


def ordered(
    edges: Sequence[Edge], column: Sequence[int], rank: Callable[[str], int]
) -> tuple[list[int], list[int]]:
    """One edge for each two nodes: those that are the best of some node, and the others.

    Better is what passes by fewer columns that are used, then what says more.

    >>> edges = [(0, 1, "OWNS"), (1, 2, "PART_OF"), (0, 2, "FUNDS"), (1, 0, "FUNDS")]
    >>> ordered(edges, [0, 1, 2], ["PART_OF", "OWNS", "FUNDS"].index)
    ([1, 0], [2])
    """
    place = {used: at for at, used in enumerate(sorted(set(column)))}

    def key(at: int) -> tuple[int, int, int]:
        source, target, relation = edges[at]
        return abs(place[column[source]] - place[column[target]]), rank(relation), at

    best: dict[frozenset[int], int] = {}
    for at in sorted(range(len(edges)), key=key):
        if edges[at][0] != edges[at][1]:
            best.setdefault(frozenset(edges[at][:2]), at)
    of_nodes: dict[int, int] = {}
    for at in best.values():
        for node in edges[at][:2]:
            of_nodes.setdefault(node, at)
    first = set(of_nodes.values())
    return sorted(first, key=key), [at for at in best.values() if at not in first]


def on_the_way(edges: Iterable[Edge], routes: Mapping[int, Route]) -> dict[int, Route]:
    """These routes, and of each edge without one that of another between the same two.

    >>> on_the_way([(0, 1, "OWNS"), (1, 0, "FUNDS")], {0: ((0.0, 0.0), (9.0, 0.0))})[1]
    ((9.0, 0.0), (0.0, 0.0))
    """
    known = list(edges)
    ways: dict[tuple[int, int], Route] = {}
    for at, route in routes.items():
        source, target, _ = known[at]
        ways.setdefault((source, target), route)
        ways.setdefault((target, source), route[::-1])
    made = dict(routes)
    for at, (source, target, _) in enumerate(known):
        if at not in made and (source, target) in ways:
            made[at] = ways[source, target]
    return made
