"""What hangs together as one band of a layered sheet: ordered, levelled, its lines in lanes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from graphtool.algorithms import components
from graphtool.algorithms.geometry.polyline import Point
from graphtool.algorithms.layered import channels, coordinates, crossings, wrapping
from graphtool.algorithms.layered.graph import Grid, grid
from graphtool.algorithms.routing.hyperedges import Edge
from graphtool.algorithms.sizes import Size

LANE_ROOM = 8.0
"""Height of the lane in which a line passes between two rows."""
LOW = 80.0
"""A band whose rows in a column are no higher than this keeps them in one."""


class Band(NamedTuple):
    """Nodes that hang together, by their places in this list, and the edges between them."""

    nodes: list[int]
    edges: list[Edge]
    """Ends as places in `nodes`."""
    places: list[int]
    """Of the edges, in the list given for the whole sheet."""
    column: list[int]
    room: list[Size]
    known: dict[int, float]
    """Order to keep, by place in `nodes`."""
    start: dict[int, Point]
    """Where nodes stood before, by place in `nodes`."""


class First(NamedTuple):
    """The order of a band before its columns are broken."""

    place: dict[int, float]
    """How far down its column each node stands, 0 to 1."""
    family: list[int]
    """Of each node the one that it hangs on, itself where on none."""
    passing: dict[int, int]
    """Lines that pass a column between its rows."""


class Laid(NamedTuple):
    """A band with every height and turn; columns are those of the panel."""

    grid: Grid
    level: list[float]
    """The middle of each item, y from the band's upper edge."""
    height: float
    turns: channels.Turns


def bands(
    room: Sequence[Size],
    edges: Sequence[Edge],
    column: Sequence[int],
    known: Mapping[int, float],
    start: Mapping[int, Point],
) -> list[Band]:
    """The connected parts of a graph, large ones first; nodes without edges are one band, last.

    Where places are saved, the order is theirs.
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
        Band(
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
    """Panel by panel as they were, each from top to bottom; what is new stays in its order, last.

    Panels are told apart by the empty strips between them.
    """
    kept = [(group, [start[n] for n in group if n in start]) for group in groups]
    spans = sorted((min(p), max(p), at) for at, (_, p) in enumerate(kept) if p)
    panel, edge, order = 0, float("-inf"), {}
    for (left, _), (right, _), at in spans:
        panel += left > edge
        edge = max(edge, right)
        points = kept[at][1]
        order[at] = (panel, sum(y for _, y in points) / len(points))
    end = (panel + 1, 0.0)
    ranked = sorted((order.get(at, end), at) for at in range(len(groups)))
    return [groups[at] for _, at in ranked]


def first_order(band: Band) -> First:
    """The order of the band while all of a column stands in one."""
    plain = grid(band.edges, band.column)
    place: dict[int, float] = {}
    passing: dict[int, int] = {}
    for column, layer in enumerate(crossings.ordered(plain, band.known)):
        place.update((item, (at + 0.5) / len(layer)) for at, item in enumerate(layer))
        passing[column] = sum(item >= plain.nodes for item in layer)
    order = {node: place[node] for node in range(plain.nodes)}
    return First(order, _families(plain), passing)


def _families(plain: Grid) -> list[int]:
    """The hub of the largest stem that each node hangs on; one family where there are no lines."""
    if not plain.stems:
        return [0] * plain.nodes
    family, size = list(range(plain.nodes)), [0] * plain.nodes
    for stem in sorted(plain.stems, key=lambda stem: stem.side == 0):
        for leaf in stem.leaves:
            same = stem.side == 0
            if len(stem.leaves) > size[leaf] and (not same or family[leaf] == leaf):
                family[leaf] = family[stem.hub] if same else stem.hub
                size[leaf] = len(stem.leaves)
    return family


def need(band: Band, first: First) -> wrapping.Need:
    """The room that the band asks for."""
    rows: dict[int, float] = {}
    wide: dict[int, float] = {}
    held: dict[int, set[int]] = {}
    for node, (column, words) in enumerate(zip(band.column, band.room, strict=True)):
        rows[column] = rows.get(column, 0.0) + words.height
        wide[column] = max(wide.get(column, 0.0), words.width)
        held.setdefault(column, set()).add(first.family[node])
    lines = {c: LANE_ROOM * len(held[c]) if band.edges else 0.0 for c in rows}
    fixed = {c: LANE_ROOM * first.passing.get(c, 0) for c in rows}
    return wrapping.Need(rows, wide, fixed, lines)


def spread(
    band: Band, first: First, parts: Mapping[int, int], strips: Mapping[int, Sequence[float]]
) -> list[int]:
    """In which part of its column each node stands, once tall columns are broken.

    `strips` are the places, from left to right, of the parts of columns broken before.
    """
    found = [0] * len(band.nodes)
    tall = [words.height for words in band.room]
    for column, count in parts.items():
        order = [node for node in first.place if band.column[node] == column]
        if count < 2 or sum(tall[node] for node in order) < LOW:
            continue
        order.sort(key=lambda node: first.place[node])
        hubs = [band.column[first.family[node]] for node in order]
        rightmost = sum((hub > column) - (hub < column) for hub in hubs) > 0
        before = {
            node: min(range(count), key=lambda at: abs(strips[column][at] - band.start[node][0]))
            for node in order
            if column in strips and node in band.start
        }
        dealt = wrapping.dealt(order, tall, first.family, count, rightmost=rightmost)
        for node, part in (wrapping.kept(order, first.family, before) or dealt).items():
            found[node] = part
    return found


def laid(band: Band, first: First, column: Sequence[int]) -> Laid:
    """The band in these columns of its panel."""
    full = grid(band.edges, column)
    saved = {node: y for node, (_, y) in band.start.items()}
    layers = crossings.ordered(full, band.known, saved or first.place)
    tall = [words.height for words in band.room]
    tall += [LANE_ROOM] * (len(full.column) - full.nodes)
    level, height = coordinates.levels(full, layers, tall, first.family, saved)
    level = [round(y, 1) for y in level]
    return Laid(full, level, height, channels.turns(full, level))
