"""Groups as outlines in boxes, the boxes laid out as a floor plan: all of a graph, readable."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from graphtool.maps.layout import outline, stress
from graphtool.maps.layout.boxed import families, floorplan, lines, nets, rows, slicing
from graphtool.maps.layout.boxed import groups as grouping
from graphtool.maps.layout.boxed.channels import Box, Sheet
from graphtool.maps.layout.boxed.groups import Group, Grouping
from graphtool.maps.layout.boxed.slicing import Choice
from graphtool.maps.layout.sheet import Edge, Hull, Layout, Point, Route, Spot, rounded

__all__ = ["Grouping", "arrange"]


def arrange(
    names: Sequence[str],
    edges: Sequence[Edge],
    *,
    groups: Sequence[Grouping] | None = None,
    start: Mapping[int, Point] | None = None,
    routed: bool = True,
) -> Layout:
    """The layout of nodes with these names, in order; nothing for no nodes.

    `groups` says what stands together instead of the families. `start` says where some nodes
    stood on an earlier sheet: their boxes keep their sides, so that little moves. Where
    lines are not `routed` only those within an outline have corners, which is five times as quick.

    >>> sheet = arrange(["Plan", "Mål"], [(1, 0, "PART_OF")])
    >>> len(sheet.hulls), sheet.routes[0][0] == sheet.spots[1][:2]
    (1, True)
    """
    if not names:
        return Layout((), {})
    content = _content(names, edges, groups)
    choice = _choice(content, start or {})
    sheet = _set(content, choice, {}, {})
    chosen = lines.wanted(
        edges, lines.structural(sheet.spots, content.parent, edges), content.home, content.links
    )
    if not chosen or not routed:
        return _layout(content, sheet, lines.structural(sheet.spots, content.parent, edges))
    # Once to see where many lines run, and again with the room that they ask for there.
    asked = lines.drawn(edges, chosen, sheet)
    sheet = _set(content, choice, asked.gutters, asked.aisles)
    routes = lines.drawn(edges, chosen, sheet, asked).routes
    routes.update(lines.structural(sheet.spots, content.parent, edges))
    return _layout(content, sheet, {at: routes[at] for at in sorted(routes)})


class _Content(NamedTuple):
    """What is laid out: groups with their settings, and the room for each name."""

    room: list[outline.Words]
    parent: list[int]
    groups: list[Group]
    inside: list[int]
    """For each group the one that holds it; -1 for none."""
    options: list[list[rows.Shape]]
    pairs: list[tuple[int, int]]
    """Sources and targets that differ."""

    @property
    def home(self) -> dict[int, int]:
        """The group of each node."""
        return {node: at for at, group in enumerate(self.groups) for node in group.members}

    @property
    def links(self) -> set[tuple[int, int]]:
        """Heads of groups and of those that hold them."""
        return {(group.root, group.inside) for group in self.groups if group.inside >= 0}


def _content(
    names: Sequence[str], edges: Sequence[Edge], given: Sequence[Grouping] | None
) -> _Content:
    if given is None:
        parent, found = grouping.groups(len(names), edges)
    else:
        parent, found = grouping.given(len(names), edges, given)
    below = families.children(parent)
    heads = {group.root for group in found}
    room = [outline.words(name, head=node in heads) for node, name in enumerate(names)]
    pairs = [(source, target) for source, target, _ in edges if source != target]
    options = [
        nets.nets(group.members, pairs, room)
        if group.net
        else rows.shapes([m for m in group.members if parent[m] < 0], below, group.root, room)
        for group in found
    ]
    place = {group.root: at for at, group in enumerate(found) if group.root >= 0}
    inside = [place.get(group.inside, -1) for group in found]
    return _Content(room, parent, found, inside, options, pairs)


def _choice(content: _Content, start: Mapping[int, Point]) -> Choice:
    """The floor plan: new, or as near to the earlier sheet as can be."""
    saved = _saved(content, start)
    return floorplan.chosen(
        _near(content, saved) if saved else _group_positions(content),
        [[(shape.width, shape.height) for shape in found] for found in content.options],
        content.inside,
        _pulls(content),
        saved,
    )


def _set(
    content: _Content,
    choice: Choice,
    gutters: Mapping[int, float],
    aisles: Mapping[int, Sequence[float]],
) -> Sheet:
    """Every node in its place, with gutters and aisles as wide as asked for."""
    count = len(content.groups)
    grown = {at: (sum(more[:-1]), more[-1]) for at, more in aisles.items()}
    plan = slicing.fitted(choice, count, gutters, grown)
    boxes, spots = [], {}
    for at, cell in enumerate(plan.cells):
        shape = content.options[at][cell.option]
        height = shape.height + grown.get(at, (0, 0))[1] if at in plan.held else cell.height
        shape = rows.stretched(shape, cell.width, height, content.room, aisles.get(at, ()))
        boxes.append(Box(shape, cell.x, cell.y))
        for node, spot in shape.spots.items():
            spots[node] = _moved(spot, cell.x, cell.y)
    return Sheet(plan, boxes, spots, content.parent)


def _moved(spot: rows.Spot, x: float, y: float) -> rows.Spot:
    return spot._replace(
        x=round(spot.x + x, 1),
        y=round(spot.y + y, 1),
        width=round(spot.width, 1),
        height=round(spot.height, 1),
        route=rounded(tuple((px + x, py + y) for px, py in spot.route)),
    )


def _layout(content: _Content, sheet: Sheet, routes: dict[int, Route]) -> Layout:
    spots = sheet.spots
    return Layout(
        tuple(Spot(*spots[node][:4], spots[node].below) for node in range(len(content.room))),
        routes,
        tuple(
            Hull(
                *cell[:4],
                group.members,
                group.root,
                group.title,
                group.net,
                content.inside[at],
                _depth(content.inside, at),
                centre=group.centre,
            )
            for at, (cell, group) in enumerate(zip(sheet.plan.cells, content.groups, strict=True))
        ),
        width=round(sheet.plan.width, 1),
        height=round(sheet.plan.height, 1),
    )


def _depth(inside: Sequence[int], at: int) -> int:
    return 0 if inside[at] < 0 else 1 + _depth(inside, inside[at])


def _pulls(content: _Content) -> Counter[tuple[int, int]]:
    """How many edges run between two groups."""
    home = content.home
    found = Counter((min(home[a], home[b]), max(home[a], home[b])) for a, b in content.pairs)
    return Counter({pair: found[pair] for pair in sorted(found) if pair[0] != pair[1]})


def _group_positions(content: _Content) -> list[Point]:
    """Stress positions of the groups, joined where any of their members are."""
    place = stress.positions(len(content.groups), list(_pulls(content)))
    return [(float(x), float(y)) for x, y in place]


def _saved(content: _Content, start: Mapping[int, Point]) -> dict[int, floorplan.Box]:
    """The boxes, as far as their members were on the earlier sheet."""
    found: dict[int, floorplan.Box] = {}
    for at, group in enumerate(content.groups):
        for node in group.members:
            if node in start:
                x, y = start[node]
                mine = (
                    x - outline.PAD,
                    y - outline.PAD,
                    x + outline.SYMBOL + content.room[node].width,
                    y + outline.PAD,
                )
                # A box that holds others reaches around them.
                holder = at
                while holder >= 0:
                    found[holder] = _around(found.get(holder, mine), mine)
                    holder = content.inside[holder]
    return found


def _around(one: floorplan.Box, two: floorplan.Box) -> floorplan.Box:
    return min(one[0], two[0]), min(one[1], two[1]), max(one[2], two[2]), max(one[3], two[3])


def _near(content: _Content, saved: Mapping[int, floorplan.Box]) -> list[Point]:
    """The middles of the saved boxes; a new one begins between those that pull at it."""
    middle = {at: ((a + c) / 2, (b + d) / 2) for at, (a, b, c, d) in saved.items()}
    pulls: dict[int, list[Point]] = {}
    for (one, two), count in _pulls(content).items():
        for at, other in ((one, two), (two, one)):
            if other in middle:
                pulls.setdefault(at, []).extend([middle[other]] * count)
    points = []
    for at in range(len(content.groups)):
        near = [middle[at]] if at in middle else pulls.get(at) or list(middle.values())
        points.append((sum(x for x, _ in near) / len(near), sum(y for _, y in near) / len(near)))
    return points
