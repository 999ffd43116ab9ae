"""Groups as outlines or grids in boxes, the boxes a floor plan, lines in the channels between."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from graphtool.algorithms.floorplan import lines, rest
from graphtool.algorithms.floorplan import outline as rows
from graphtool.algorithms.floorplan.channels import Placement
from graphtool.algorithms.floorplan.content import (
    Content,
    Group,
    Labels,
    content_of,
    planned,
    set_out,
)
from graphtool.algorithms.floorplan.slicing import Placed, Tree
from graphtool.algorithms.geometry.parallels import crowded
from graphtool.algorithms.geometry.polyline import Point, Route
from graphtool.algorithms.routing import tracks
from graphtool.algorithms.routing.hyperedges import Edge


class Drawing(NamedTuple):
    """Where everything stands; lengths in pixels."""

    spots: list[rows.Spot]
    """One a node."""
    routes: dict[int, Route]
    """By the edge's place in the list given, from source to target."""
    cells: list[Placed]
    """One a group."""
    width: float
    height: float
    strands: tuple[Strand, ...] = ()
    """What is gathered between boxes; empty where every line can be followed by itself."""
    waiting: frozenset[int] = frozenset()
    """Edges in no strand that are drawn when somebody asks for them."""
    placed: frozenset[int] = frozenset()
    """Edges that a group tells by standing within another's box."""


class Strand(NamedTuple):
    """Edges between two groups, drawn as one line."""

    ends: tuple[int, int]
    """The groups, by number."""
    edges: tuple[int, ...]
    """By their places in the list given."""
    route: Route
    """From the first group's border to the second's."""


FEW = 24
"""So many lines beside those to parents are drawn one by one, if none is lost in a crowd."""
PITCH = 14.0
"""Between two lines at rest."""


def drawing(
    labels: Labels,
    edges: Sequence[Edge],
    parent: Sequence[int],
    groups: Sequence[Group],
    start: Mapping[int, Point],
    *,
    routed: bool = True,
    foremost: Sequence[str] = (),
    counts: Sequence[int] | None = None,
) -> Drawing:
    """The drawing of at least one node, every one in just one group and under one of its own.

    `start` says where some nodes stood before: their boxes keep their sides, so that little
    moves. Where lines are not `routed` only those within an outline have corners, which is five
    times as quick. Of more lines than can be followed those between groups are gathered, and
    within one only edges of the `foremost` classes are drawn, in that order. `counts` says how
    many each edge stands for: then only as many are gathered as join every group to another.

    >>> from graphtool.algorithms.sizes import Size
    >>> labels = Labels([Size(40, 22)] * 2, [Size(40, 14)] * 2)
    >>> group = Group((0, 1), 0, gridded=False, inside=-1)
    >>> drawing(labels, [(1, 0, "")], [-1, 0], [group], {}).routes
    {0: ((42.0, 50.0), (22.0, 50.0), (22.0, 22.0))}
    """
    content = content_of(labels, edges, parent, groups)
    tree = planned(content, start)
    placement = set_out(content, tree, {}, {})
    structural = lines.structural(placement.spots, content.parent, edges)
    chosen = lines.wanted(edges, structural, content.home, content.links)
    if not chosen or not routed:
        return _drawing(placement, structural)
    if len(chosen) <= FEW:
        placement, found = _routed(content, tree, edges, chosen, tracks.PITCH)
        routes = found.routes | lines.structural(placement.spots, content.parent, edges)
        if not crowded(routes, rest.PARALLEL):
            return _drawing(placement, routes)
    return _at_rest(content, tree, edges, structural, foremost=foremost, counts=counts)


def _routed(
    content: Content, tree: Tree, edges: Sequence[Edge], chosen: Sequence[int], pitch: float
) -> tuple[Placement, lines.Drawn]:
    """The chosen lines with the room that they ask for, where many run."""
    placement = set_out(content, tree, {}, {})
    asked = lines.drawn(edges, chosen, placement, pitch=pitch)
    placement = set_out(content, tree, asked.gutters, asked.aisles)
    return placement, lines.drawn(edges, chosen, placement, asked, pitch=pitch)


def _at_rest(
    content: Content,
    tree: Tree,
    edges: Sequence[Edge],
    structural: Mapping[int, Route],
    *,
    foremost: Sequence[str],
    counts: Sequence[int] | None,
) -> Drawing:
    """A drawing of few lines; the others lie where there is room for one at a time."""
    home, size, parent = content.home, len(content.parent), content.parent
    placed = {at for at, (a, b, _) in enumerate(edges) if {(a, b), (b, a)} & content.links}
    told = placed | {at for at, (a, b, _) in enumerate(edges) if a == b} | {*structural}
    strands = rest.gathered(edges, home, content.inside, told)
    strands = rest.heaviest(strands, counts) if counts else strands[: rest.STRANDS]
    trunks = len({parent[node] for at in structural for node in edges[at][:2] if parent[node] >= 0})
    single = [
        at
        for name in foremost
        for at, (a, b, relation) in enumerate(edges)
        if relation == name and at not in told and home[a] == home[b]
    ][: max(0, rest.MOST - trunks - len(strands))]

    @lru_cache(maxsize=1)  # the last choice that is tried is the one that is taken
    def drawn(choice: rest.Choice) -> tuple[Placement, dict[object, Route]]:
        every = [*edges, *((size + a, size + b, "") for a, b in rest.towards_hubs(choice.strands))]
        chosen = [*choice.single, *range(len(edges), len(every))]
        if not chosen:
            return set_out(content, tree, {}, {}), {}
        placement, found = _routed(content, tree, every, chosen, PITCH)
        cells = placement.plan.cells
        ways: dict[object, Route] = {at: found.routes[at] for at in choice.single}
        for at, strand in enumerate(choice.strands, start=len(edges)):
            if at in found.routes:
                a, b = (end - size for end in every[at][:2])
                way = rest.outside(found.routes[at], cells[a], cells[b])
                ways[strand] = way if (a, b) == strand.ends else way[::-1]
        return placement, ways

    def seen(choice: rest.Choice) -> dict[object, Route]:
        placement, ways = drawn(choice)
        kept = lines.structural(placement.spots, parent, edges)
        return ways | {("to its parent", at): way for at, way in kept.items()}

    choice = rest.thinned(rest.Choice(tuple(strands), tuple(single)), seen)
    placement, ways = drawn(choice)
    found = tuple(
        Strand(strand.ends, strand.edges, ways[strand])
        for strand in choice.strands
        if strand in ways
    )
    lasting = told | set(choice.single)
    waiting = lines.wanted(edges, dict.fromkeys(lasting - placed, ()), home, content.links)
    routes = lines.drawn(edges, waiting, placement).routes if waiting else {}
    routes |= {at: ways[at] for at in choice.single}
    routes |= lines.structural(placement.spots, parent, edges)
    among = {at for strand in found for at in strand.edges}
    return _drawing(placement, {at: routes[at] for at in sorted(routes)})._replace(
        strands=found,
        waiting=frozenset(range(len(edges))) - lasting - among,
        placed=frozenset(placed),
    )


def _drawing(placement: Placement, routes: dict[int, Route]) -> Drawing:
    spots = [placement.spots[node] for node in range(len(placement.spots))]
    plan = placement.plan
    return Drawing(spots, routes, plan.cells, round(plan.width, 1), round(plan.height, 1))
