"""Where every node of a plan graph stands on the sheet: groups as outlines, laid out as a plan.

Pure functions from names and edges to numbers; no random numbers, so the same graph always gives
the same picture. Lengths are pixels at zoom 1.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from graphtool.maps import families, floorplan, groups, outline, stress

Point = tuple[float, float]
Route = tuple[Point, ...]


class Hull(NamedTuple):
    """The box around one group."""

    x: float
    y: float
    width: float
    height: float
    root: int
    """The node whose name heads it; -1 where it has a title of its own, or none."""
    members: tuple[int, ...]
    net: bool
    inside: int
    """Place in the list of the box that it stands in; -1 for none."""
    depth: int
    """In how many other boxes it stands."""


class Layout(NamedTuple):
    """The picture of one graph."""

    spots: tuple[outline.Spot, ...]
    """One a node, in the graph's order."""
    routes: dict[tuple[int, int], Route]
    """Corners of the line from a node to its parent, by (node, parent)."""
    hulls: tuple[Hull, ...]
    width: float
    height: float


def arrange(names: Sequence[str], edges: Sequence[families.Edge]) -> Layout:
    """The layout of nodes with these names, in order; nothing for no nodes.

    >>> sheet = arrange(["Plan", "Mål"], [(1, 0, "PART_OF")])
    >>> len(sheet.hulls), sheet.routes[1, 0][0] == sheet.spots[1][:2]
    (1, True)
    """
    parent, boxes = groups.groups(len(names), edges)
    below = families.children(parent)
    heads = {group.root for group in boxes}
    room = [outline.words(name, head=node in heads) for node, name in enumerate(names)]
    pairs = [(source, target) for source, target, _ in edges if source != target]
    joined = set(pairs) | {(target, source) for source, target in pairs}
    options = [
        [outline.net(group.members, pairs, room)]
        if group.net
        else outline.shapes([m for m in group.members if parent[m] < 0], below, group.root, room)
        for group in boxes
    ]
    place = {group.root: at for at, group in enumerate(boxes) if group.root >= 0}
    inside = [place.get(group.inside, -1) for group in boxes]
    cells = floorplan.place(
        _group_positions(boxes, pairs),
        [[(shape.width, shape.height) for shape in found] for found in options],
        inside,
        _pulls(boxes, pairs),
    )
    spots: dict[int, outline.Spot] = {}
    for at, cell in enumerate(cells):
        shape = options[at][cell.option]
        holds = at in inside
        height = shape.height if holds else cell.height
        for node, spot in outline.stretched(shape, cell.width, height, room).spots.items():
            spots[node] = _moved(spot, cell.x, cell.y)
    routes = {(node, parent[node]): spot.route for node, spot in spots.items() if spot.route}
    for at, group in enumerate(boxes):
        if inside[at] >= 0 and (group.root, group.inside) in joined:
            ends = spots[group.root][:2], spots[group.inside][:2]
            routes[group.root, group.inside] = _link(at, cells, *ends)
    return Layout(
        tuple(spots[node] for node in range(len(names))),
        routes,
        tuple(
            Hull(*cell[:4], group.root, group.members, group.net, inside[at], _depth(inside, at))
            for at, (cell, group) in enumerate(zip(cells, boxes, strict=True))
        ),
        max((cell.x + cell.width for cell in cells), default=0.0),
        max((cell.y + cell.height for cell in cells), default=0.0),
    )


def _depth(inside: Sequence[int], at: int) -> int:
    return 0 if inside[at] < 0 else 1 + _depth(inside, inside[at])


def _moved(spot: outline.Spot, x: float, y: float) -> outline.Spot:
    route = tuple((round(px + x, 1), round(py + y, 1)) for px, py in spot.route)
    return spot._replace(
        x=round(spot.x + x, 1), y=round(spot.y + y, 1), route=route,
        width=round(spot.width, 1), height=round(spot.height, 1),
    )  # fmt: skip


def _link(at: int, cells: Sequence[floorplan.Placed], head: Point, above: Point) -> Route:
    """From the head of a box to what holds it, between the other boxes where there is a way.

    Either along the gap above the box and up beside all others, or up the gap at its left and
    along the one below the holder's own rows.
    """
    cell, half = cells[at], floorplan.GAP / 2
    trunk = above[0] - outline.PAD
    over = cell.y - half
    top = min(other.y for other in _beside(at, cells)) - half
    ways: list[Route] = [
        (head, (head[0], over), (trunk, over), (trunk, above[1]), above),
        (
            head,
            (cell.x - half, head[1]),
            (cell.x - half, top),
            (trunk, top),
            (trunk, above[1]),
            above,
        ),
    ]
    for way in ways:
        if not any(_crosses(way[1:], other) for other in _beside(at, cells)):
            break
    else:
        way = ways[0]
    return tuple((round(x, 1), round(y, 1)) for x, y in way)


def _beside(at: int, cells: Sequence[floorplan.Placed]) -> list[floorplan.Placed]:
    """The boxes in the smallest box that holds this one, itself included."""
    mine = cells[at]
    holders = [c for c in cells if c is not mine and _holds(c, mine)]
    holder = min(holders, key=lambda c: c.width * c.height)
    inner = [c for c in cells if c is not holder and _holds(holder, c)]
    return [c for c in inner if not any(o is not c and _holds(o, c) for o in inner)]


def _holds(outer: floorplan.Placed, inner: floorplan.Placed) -> bool:
    return (
        outer.x <= inner.x
        and outer.y <= inner.y
        and inner.x + inner.width <= outer.x + outer.width
        and inner.y + inner.height <= outer.y + outer.height
    )


def _crosses(way: Sequence[Point], cell: floorplan.Placed) -> bool:
    """Whether a line of level and upright pieces runs through a box."""
    return any(
        min(a[0], b[0]) < cell.x + cell.width - 1
        and max(a[0], b[0]) > cell.x + 1
        and min(a[1], b[1]) < cell.y + cell.height - 1
        and max(a[1], b[1]) > cell.y + 1
        for a, b in pairwise(way)
    )


def _pulls(
    boxes: Sequence[groups.Group], pairs: Sequence[tuple[int, int]]
) -> Counter[tuple[int, int]]:
    """How many edges run between two groups."""
    home = {node: at for at, group in enumerate(boxes) for node in group.members}
    found = Counter((min(home[a], home[b]), max(home[a], home[b])) for a, b in pairs)
    return Counter({pair: found[pair] for pair in sorted(found) if pair[0] != pair[1]})


def _group_positions(
    boxes: Sequence[groups.Group], pairs: Sequence[tuple[int, int]]
) -> list[Point]:
    """Stress positions of the groups, joined where any of their members are."""
    place = stress.positions(len(boxes), list(_pulls(boxes, pairs)))
    return [(float(x), float(y)) for x, y in place]
