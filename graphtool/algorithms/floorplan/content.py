"""What a floor plan is made of: groups in the shapes that they can take, set out in their boxes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from graphtool.algorithms import forest
from graphtool.algorithms.floorplan import grid, search, slicing
from graphtool.algorithms.floorplan import outline as rows
from graphtool.algorithms.floorplan.channels import Box, Placement
from graphtool.algorithms.floorplan.slicing import Tree
from graphtool.algorithms.floorplan.start import Box as Saved
from graphtool.algorithms.floorplan.start import around, middles
from graphtool.algorithms.geometry.polyline import Point, rounded
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


class Content(NamedTuple):
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


def content_of(
    labels: Labels, edges: Sequence[Edge], parent: Sequence[int], groups: Sequence[Group]
) -> Content:
    """Each group with the shapes that it can take: those of a grid, or of an outline.

    >>> room = [Size(60.0, 22.0)] * 2
    >>> both = Group((0, 1), root=-1, gridded=False, inside=-1)
    >>> found = content_of(Labels(room, room), [(0, 1, "OWNS")], [-1, -1], [both])
    >>> [len(shape.columns) for shape in found.options[0]]  # below each other, or side by side
    [1, 2]
    """
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
    return Content(labels.beside, parent, groups, options, pairs)


def planned(content: Content, start: Mapping[int, Point]) -> Tree:
    """The floor plan: new, or as near to the earlier drawing as can be.

    >>> room, apart = [Size(60.0, 22.0)] * 2, [Group((at,), -1, False, -1) for at in (0, 1)]
    >>> tree = planned(content_of(Labels(room, room), [(0, 1, "OWNS")], [-1, -1], apart), {})
    >>> tree.how, tree.width, tree.height  # two boxes of 112 x 71, and a gutter
    ('beside', 240.0, 71.0)
    """
    saved, pulls = _saved(content, start), _pulls(content)
    return search.chosen(
        middles(len(content.groups), pulls, saved),
        [[(shape.width, shape.height) for shape in found] for found in content.options],
        content.inside,
        pulls,
        saved,
    )


def set_out(
    content: Content,
    tree: Tree,
    gutters: Mapping[int, float],
    aisles: Mapping[int, Sequence[float]],
) -> Placement:
    """Every node in its place, with gutters and aisles as wide as asked for.

    >>> room, apart = [Size(60.0, 22.0)] * 2, [Group((at,), -1, False, -1) for at in (0, 1)]
    >>> content = content_of(Labels(room, room), [(0, 1, "OWNS")], [-1, -1], apart)
    >>> [spot.x for spot in set_out(content, planned(content, {}), {}, {}).spots.values()]
    [22.0, 150.0]
    >>> wider = set_out(content, planned(content, {}), {4: 50.0}, {})  # the gutter between the two
    >>> [spot.x for spot in wider.spots.values()]
    [22.0, 184.0]
    """
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


def _saved(content: Content, start: Mapping[int, Point]) -> dict[int, Saved]:
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


def _pulls(content: Content) -> Counter[tuple[int, int]]:
    """How many edges run between two groups."""
    home = content.home
    found = Counter((min(home[a], home[b]), max(home[a], home[b])) for a, b in content.pairs)
    return Counter({pair: found[pair] for pair in sorted(found) if pair[0] != pair[1]})
