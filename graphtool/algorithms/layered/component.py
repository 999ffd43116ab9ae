"""A connected component of a layered graph: ordered, given heights, its lines on tracks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from graphtool.algorithms import components
from graphtool.algorithms.geometry.polyline import Point
from graphtool.algorithms.layered import channels, coordinates, crossings, wrapping
from graphtool.algorithms.layered.graph import LayeredGraph, layered_graph
from graphtool.algorithms.routing.hyperedges import Edge
from graphtool.algorithms.sizes import Size

DUMMY = 8.0
"""Height of a dummy node: room for a line between two rows."""
LOW = 80.0
"""A component whose rows in a column are no higher than this keeps them in one."""


class Component(NamedTuple):
    """Nodes that hang together, by their places in this list, and the edges between them."""

    nodes: list[int]
    edges: list[Edge]
    """Ends as places in `nodes`."""
    places: list[int]
    """Of the edges, in the list given for the whole placement."""
    column: list[int]
    room: list[Size]
    known: dict[int, float]
    """Order to keep, by place in `nodes`."""
    start: dict[int, Point]
    """Where nodes stood before, by place in `nodes`."""


class First(NamedTuple):
    """The order of a component before its columns are broken."""

    place: dict[int, float]
    """How far down its column each node stands, 0 to 1."""
    hub: list[int]
    """Of each node the one that it hangs on, itself where on none."""
    passing: dict[int, int]
    """Lines that pass a column between its rows."""


class Placed(NamedTuple):
    """A component with every height and track; columns are those of the stack."""

    graph: LayeredGraph
    level: list[float]
    """The middle of each item, y from the component's upper edge."""
    height: float
    tracks: channels.Tracks


def connected(
    room: Sequence[Size],
    edges: Sequence[Edge],
    column: Sequence[int],
    known: Mapping[int, float],
    start: Mapping[int, Point],
) -> list[Component]:
    """The components of a graph, large ones first; nodes without edges are one together, last.

    Where places are saved, the order is theirs.

    >>> from graphtool.algorithms.sizes import Size
    >>> edges = [(1, 2, "OWNS"), (2, 3, "OWNS")]
    >>> [part.nodes for part in connected([Size(9, 9)] * 5, edges, [0, 0, 1, 2, 0], {}, {})]
    [[1, 2, 3], [0, 4]]
    """
    groups = components.connected(len(room), [edge[:2] for edge in edges])
    alone = [group[0] for group in groups if len(group) == 1]
    groups = sorted((g for g in groups if len(g) > 1), key=lambda g: (-len(g), g))
    groups = _as_saved([*groups, alone] if alone else groups, start)
    home = {node: at for at, group in enumerate(groups) for node in group}
    place = {node: at for group in groups for at, node in enumerate(group)}
    inner: list[list[int]] = [[] for _ in groups]
    for at, (source, _, _) in enumerate(edges):
        inner[home[source]].append(at)
    return [
        Component(
            group,
            [(place[edges[k][0]], place[edges[k][1]], edges[k][2]) for k in ks],
            ks,
            [column[node] for node in group],
            [room[node] for node in group],
            {place[node]: known[node] for node in group if node in known},
            {place[node]: start[node] for node in group if node in start},
        )
        for group, ks in zip(groups, inner, strict=True)
    ]


def _as_saved(groups: list[list[int]], start: Mapping[int, Point]) -> list[list[int]]:
    """Stack by stack as they were, each from top to bottom; what is new stays in its order, last.

    Stacks are told apart by the empty strips between them.
    """
    kept = [(group, [start[n] for n in group if n in start]) for group in groups]
    spans = sorted((min(p), max(p), at) for at, (_, p) in enumerate(kept) if p)
    stack, edge, order = 0, float("-inf"), {}
    for (left, _), (right, _), at in spans:
        stack += left > edge
        edge = max(edge, right)
        points = kept[at][1]
        order[at] = (stack, sum(y for _, y in points) / len(points))
    end = (stack + 1, 0.0)
    ranked = sorted((order.get(at, end), at) for at in range(len(groups)))
    return [groups[at] for _, at in ranked]


def first_order(component: Component) -> First:
    """The order of the component while all of a column stands in one.

    >>> from graphtool.algorithms.sizes import Size
    >>> [chain] = connected([Size(9, 9)] * 3, [(0, 1, ""), (1, 2, "")], [0, 1, 2], {}, {})
    >>> first_order(chain).place  # each is alone in its column
    {0: 0.5, 1: 0.5, 2: 0.5}
    """
    plain = layered_graph(component.edges, component.column)
    place: dict[int, float] = {}
    passing: dict[int, int] = {}
    for column, layer in enumerate(crossings.ordered(plain, component.known)):
        place.update((item, (at + 0.5) / len(layer)) for at, item in enumerate(layer))
        passing[column] = sum(item >= plain.nodes for item in layer)
    order = {node: place[node] for node in range(plain.nodes)}
    return First(order, _hubs(plain), passing)


def _hubs(plain: LayeredGraph) -> list[int]:
    """The hub of the largest hyperedge that each node hangs on; one hub of all without lines."""
    if not plain.hyperedges:
        return [0] * plain.nodes
    hub, size = list(range(plain.nodes)), [0] * plain.nodes
    for hyperedge in sorted(plain.hyperedges, key=lambda hyperedge: hyperedge.side == 0):
        for leaf in hyperedge.leaves:
            same = hyperedge.side == 0
            if len(hyperedge.leaves) > size[leaf] and (not same or hub[leaf] == leaf):
                hub[leaf] = hub[hyperedge.hub] if same else hyperedge.hub
                size[leaf] = len(hyperedge.leaves)
    return hub


def need(component: Component, first: First) -> wrapping.Need:
    """The room that the component asks for.

    >>> from graphtool.algorithms.sizes import Size
    >>> [chain] = connected([Size(9, 9)] * 3, [(0, 1, ""), (1, 2, "")], [0, 1, 2], {}, {})
    >>> need(chain, first_order(chain)).rows  # by column, how tall its nodes are
    {0: 9.0, 1: 9.0, 2: 9.0}
    """
    rows: dict[int, float] = {}
    wide: dict[int, float] = {}
    held: dict[int, set[int]] = {}
    for node, (column, words) in enumerate(zip(component.column, component.room, strict=True)):
        rows[column] = rows.get(column, 0.0) + words.height
        wide[column] = max(wide.get(column, 0.0), words.width)
        held.setdefault(column, set()).add(first.hub[node])
    lines = {c: DUMMY * len(held[c]) if component.edges else 0.0 for c in rows}
    fixed = {c: DUMMY * first.passing.get(c, 0) for c in rows}
    return wrapping.Need(rows, wide, fixed, lines)


def spread(
    component: Component,
    first: First,
    parts: Mapping[int, int],
    strips: Mapping[int, Sequence[float]],
) -> list[int]:
    """In which part of its column each node stands, once tall columns are broken.

    `strips` are the places, from left to right, of the parts of columns broken before.

    >>> from graphtool.algorithms.sizes import Size
    >>> edges = [(node, 4, "") for node in range(4)]
    >>> [star] = connected([Size(9, 22)] * 5, edges, [0, 0, 0, 0, 1], {}, {})
    >>> spread(star, first_order(star), {0: 2, 1: 1}, {})  # the leaves in two, the hub in one
    [1, 1, 0, 0, 0]
    """
    found = [0] * len(component.nodes)
    xs = {node: x for node, (x, _) in component.start.items()}
    tall = [words.height for words in component.room]
    for column, count in parts.items():
        order = [node for node in first.place if component.column[node] == column]
        if count < 2 or sum(tall[node] for node in order) < LOW:
            continue
        order.sort(key=lambda node: first.place[node])
        hubs = [component.column[first.hub[node]] for node in order]
        rightmost = sum((hub > column) - (hub < column) for hub in hubs) > 0
        before = {
            node: min(range(count), key=lambda at: abs(strips[column][at] - xs[node]))
            for node in order
            if column in strips and node in xs
        }
        dealt = wrapping.dealt(order, tall, first.hub, count, rightmost=rightmost)
        for node, part in (wrapping.kept(order, first.hub, before) or dealt).items():
            found[node] = part
    return found


def place(component: Component, first: First, column: Sequence[int]) -> Placed:
    """The component in these columns of its stack.

    >>> from graphtool.algorithms.sizes import Size
    >>> [chain] = connected([Size(9, 9)] * 3, [(0, 1, ""), (1, 2, "")], [0, 1, 2], {}, {})
    >>> placed = place(chain, first_order(chain), chain.column)
    >>> len(set(placed.level))  # one straight line
    1
    """
    full = layered_graph(component.edges, column)
    saved = {node: y for node, (_, y) in component.start.items()}
    layers = crossings.ordered(full, component.known, saved or first.place)
    tall = [words.height for words in component.room]
    tall += [DUMMY] * (len(full.column) - full.nodes)
    level, height = coordinates.coordinates(full, layers, tall, first.hub, saved)
    level = [round(y, 1) for y in level]
    return Placed(full, level, height, channels.tracks(full, level))
