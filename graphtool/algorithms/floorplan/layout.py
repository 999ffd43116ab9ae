"""Groups as outlines or grids in boxes, the boxes a floor plan, lines in the channels between."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from graphtool.algorithms import forest
from graphtool.algorithms.floorplan import grid, lines, rest, search, slicing
from graphtool.algorithms.floorplan import outline as rows
from graphtool.algorithms.floorplan.channels import Box, Placement
from graphtool.algorithms.floorplan.slicing import Placed, Tree
from graphtool.algorithms.floorplan.start import Box as Saved
from graphtool.algorithms.floorplan.start import around, middles
from graphtool.algorithms.geometry.parallels import crowded
from graphtool.algorithms.geometry.polyline import Point, Route, rounded
from graphtool.algorithms.routing import tracks
from graphtool.algorithms.routing.hyperedges import Edge
from graphtool.algorithms.sizes import PAD, SYMBOL, Size


class Group(NamedTuple):
    """Nodes that stand in one box."""

    members: tuple[int, ...]
    root: int
    """The member that heads them; -1 for none."""
    gridded: bool
    """Whether they stand in a grid with labels below, rather than as an outline."""
    inside: int
    """Position of the group in whose box this one's stands; -1 for none."""


class Labels(NamedTuple):
    """The room for each node's label: at the right of its symbol, and below it."""

    beside: Sequence[Size]
    below: Sequence[Size]


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
) -> Drawing:
    """The drawing of at least one node, every one in just one group and under one of its own.

    `start` says where some nodes stood before: their boxes keep their sides, so that little
    moves. Where lines are not `routed` only those within an outline have corners, which is five
    times as quick. Of more lines than can be followed those between groups are gathered, and
    within one only edges of the `foremost` classes are drawn, in that order.

    >>> labels = Labels([Size(40, 22)] * 2, [Size(40, 14)] * 2)
    >>> group = Group((0, 1), 0, gridded=False, inside=-1)
    >>> drawing(labels, [(1, 0, "")], [-1, 0], [group], {}).routes
    {0: ((42.0, 50.0), (22.0, 50.0), (22.0, 22.0))}
    """
    content = _content(labels, edges, parent, groups)
    tree = _plan(content, start)
    placement = _set(content, tree, {}, {})
    structural = lines.structural(placement.spots, content.parent, edges)
    chosen = lines.wanted(edges, structural, content.home, content.links)
    if not chosen or not routed:
        return _drawing(placement, structural)
    if len(chosen) <= FEW:
        placement, found = _routed(content, tree, edges, chosen, tracks.PITCH)
        routes = found.routes | lines.structural(placement.spots, content.parent, edges)
        if not crowded(routes, rest.PARALLEL):
            return _drawing(placement, routes)
    return _at_rest(content, tree, edges, structural, foremost)


def _routed(
    content: _Content, tree: Tree, edges: Sequence[Edge], chosen: Sequence[int], pitch: float
) -> tuple[Placement, lines.Drawn]:
    """The chosen lines with the room that they ask for, where many run."""
    placement = _set(content, tree, {}, {})
    asked = lines.drawn(edges, chosen, placement, pitch=pitch)
    placement = _set(content, tree, asked.gutters, asked.aisles)
    return placement, lines.drawn(edges, chosen, placement, asked, pitch=pitch)


def _at_rest(
    content: _Content,
    tree: Tree,
    edges: Sequence[Edge],
    structural: Mapping[int, Route],
    foremost: Sequence[str],
) -> Drawing:
    """A drawing of few lines; the others lie where there is room for one at a time."""
    home, size, parent = content.home, len(content.parent), content.parent
    placed = {at for at, (a, b, _) in enumerate(edges) if {(a, b), (b, a)} & content.links}
    told = placed | {at for at, (a, b, _) in enumerate(edges) if a == b} | {*structural}
    strands = rest.gathered(edges, home, content.inside, told)[: rest.STRANDS]
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
            return _set(content, tree, {}, {}), {}
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


class _Content(NamedTuple):
    """What is laid out: groups with their settings."""

    sizes: Sequence[Size]
    parent: Sequence[int]
    groups: Sequence[Group]
    options: list[list[rows.Shape]]
    pairs: list[tuple[int, int]]
    """Sources and targets that differ."""

    @property
    def home(self) -> dict[int, int]:
        """The group of each node."""
        return {node: at for at, group in enumerate(self.groups) for node in group.members}

    @property
    def inside(self) -> list[int]:
        """For each group the one that holds it; -1 for none."""
        return [group.inside for group in self.groups]

    @property
    def links(self) -> set[tuple[int, int]]:
        """Heads of groups and of those that hold them."""
        return {
            (group.root, self.groups[group.inside].root)
            for group in self.groups
            if group.inside >= 0
        }


def _content(
    labels: Labels, edges: Sequence[Edge], parent: Sequence[int], groups: Sequence[Group]
) -> _Content:
    below = forest.children(parent)
    pairs = [(source, target) for source, target, _ in edges if source != target]
    options = [
        grid.shapes(group.members, pairs, labels.below)
        if group.gridded
        else rows.shapes(
            [m for m in group.members if parent[m] < 0], below, group.root, labels.beside
        )
        for group in groups
    ]
    return _Content(labels.beside, parent, groups, options, pairs)


def _plan(content: _Content, start: Mapping[int, Point]) -> Tree:
    """The floor plan: new, or as near to the earlier drawing as can be."""
    saved, pulls = _saved(content, start), _pulls(content)
    return search.chosen(
        middles(len(content.groups), pulls, saved),
        [[(shape.width, shape.height) for shape in found] for found in content.options],
        content.inside,
        pulls,
        saved,
    )


def _set(
    content: _Content,
    tree: Tree,
    gutters: Mapping[int, float],
    aisles: Mapping[int, Sequence[float]],
) -> Placement:
    """Every node in its place, with gutters and aisles as wide as asked for."""
    count = len(content.groups)
    grown = {at: (sum(more[:-1]), more[-1]) for at, more in aisles.items()}
    plan = slicing.fitted(tree, count, gutters, grown)
    boxes, spots = [], {}
    for at, cell in enumerate(plan.cells):
        shape = content.options[at][cell.option]
        height = shape.height + grown.get(at, (0, 0))[1] if at in plan.held else cell.height
        shape = rows.stretched(shape, cell.width, height, content.sizes, aisles.get(at, ()))
        boxes.append(Box(shape, cell.x, cell.y))
        for node, spot in shape.spots.items():
            spots[node] = _moved(spot, cell.x, cell.y)
    return Placement(plan, boxes, spots, content.parent)


def _moved(spot: rows.Spot, x: float, y: float) -> rows.Spot:
    return spot._replace(
        x=round(spot.x + x, 1),
        y=round(spot.y + y, 1),
        width=round(spot.width, 1),
        height=round(spot.height, 1),
        route=rounded(tuple((px + x, py + y) for px, py in spot.route)),
    )


def _saved(content: _Content, start: Mapping[int, Point]) -> dict[int, Saved]:
    """The boxes, as far as their members were on the earlier drawing."""
    found: dict[int, Saved] = {}
    for at, group in enumerate(content.groups):
        for node in group.members:
            if node in start:
                x, y = start[node]
                mine = (x - PAD, y - PAD, x + SYMBOL + content.sizes[node].width, y + PAD)
                # A box that holds others reaches around them.
                holder = at
                while holder >= 0:
                    found[holder] = around(found.get(holder, mine), mine)
                    holder = content.inside[holder]
    return found


def _pulls(content: _Content) -> Counter[tuple[int, int]]:
    """How many edges run between two groups."""
    home = content.home
    found = Counter((min(home[a], home[b]), max(home[a], home[b])) for a, b in content.pairs)
    return Counter({pair: found[pair] for pair in sorted(found) if pair[0] != pair[1]})
