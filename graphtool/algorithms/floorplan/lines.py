"""The lines of all edges between the rows of a drawing, and the room that they ask for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from graphtool.algorithms.floorplan import channels
from graphtool.algorithms.floorplan.outline import Spot
from graphtool.algorithms.geometry.polyline import Point, Route
from graphtool.algorithms.routing import paths, tracks
from graphtool.algorithms.routing.channel import End
from graphtool.algorithms.routing.hyperedges import Edge
from graphtool.algorithms.routing.network import Network

MOST = 500
"""Of more edges between boxes than this none gets a line: the drawing would be black with them."""


class Drawn(NamedTuple):
    """Lines by the places of their edges, and what would give each a track of its own."""

    routes: dict[int, Route]
    gutters: dict[int, float]
    """Width of gutters, by number."""
    aisles: dict[int, list[float]]
    """What is missing in width left of each column, and last below the heading, by group."""
    paths: paths.Paths


def structural(
    spots: Mapping[int, Spot], parent: Sequence[int], edges: Sequence[Edge]
) -> dict[int, Route]:
    """The outline's way from a node to its parent, given to the first edge between them.

    >>> spots = {0: Spot(0, 0, 9, 9), 1: Spot(20, 20, 9, 9, route=((20, 20), (0, 20), (0, 0)))}
    >>> structural(spots, [-1, 0], [(0, 1, "OWNS")])  # drawn from the parent, as the edge runs
    {0: ((0, 0), (0, 20), (20, 20))}
    """
    left = {(node, parent[node]): spot.route for node, spot in spots.items() if spot.route}
    found = {}
    for at, (source, target, _) in enumerate(edges):
        way = left.pop((source, target), None)
        if way is None and (backwards := left.pop((target, source), None)):
            way = backwards[::-1]
        if way:
            found[at] = way
    return found


def wanted(
    edges: Sequence[Edge],
    done: Mapping[int, Route],
    home: Mapping[int, int],
    links: set[tuple[int, int]],
) -> list[int]:
    """The edges that are to get a line; of too many between boxes only the `links` do.

    >>> wanted([(0, 1, "OWNS"), (1, 1, "OWNS"), (0, 2, "OWNS")], {2: ()}, {0: 0, 1: 0, 2: 1}, set())
    [0]
    """
    found = [at for at, (a, b, _) in enumerate(edges) if at not in done and a != b]
    crossing = sum(home[edges[at][0]] != home[edges[at][1]] for at in found)
    if crossing <= MOST:
        return found
    return [
        at
        for at in found
        if home[edges[at][0]] == home[edges[at][1]]
        or edges[at][:2] in links
        or edges[at][1::-1] in links
    ]


def drawn(
    edges: Sequence[Edge],
    chosen: Sequence[int],
    placement: channels.Placement,
    before: Drawn | None = None,
    *,
    pitch: float = tracks.PITCH,
) -> Drawn:
    """The lines of the chosen edges, each along channels on a track, tracks `pitch` apart.

    A line between two of one box stays within it. An end beyond the last node is a box, by its
    number from there on: its lines meet in its middle. After what was drawn `before` with other
    widths, lines keep their paths. Tracks are put in order only then, for to count them they need
    none.

    >>> from graphtool.algorithms.floorplan import content
    >>> from graphtool.algorithms.sizes import Size
    >>> edges, room = [(0, 1, "OWNS")], [Size(60.0, 22.0)] * 2
    >>> group = content.Group((0, 1), -1, False, -1)
    >>> both = content.content_of(content.Labels(room, room), edges, [-1, -1], [group])
    >>> drawn(edges, [0], content.set_out(both, content.planned(both, {}), {}, {})).routes[0]
    ((22.0, 50.0), (7.0, 50.0), (7.0, 72.0), (22.0, 72.0))
    """
    size = len(placement.parent)
    ends = sorted({end for at in chosen for end in edges[at][:2]})
    nodes, groups = [at for at in ends if at < size], [at - size for at in ends if at >= size]
    within = _within(edges, chosen, placement)
    between = [one for one in chosen if one not in within]
    made = channels.network(placement, nodes, gutters=bool(between), groups=groups)
    at = [placement.spots[node][:2] for node in range(size)]
    at += [
        channels.gate(cell, holds=group in placement.plan.held)
        for group, cell in enumerate(placement.plan.cells)
    ]
    if before:
        routed = before.paths
    else:
        # Without ways out of the boxes the channels are the same, by the same numbers.
        inner = channels.network(placement, nodes, gutters=False) if between else made
        routed = paths.routed(edges, sorted(within), inner, at)
        routed = routed.joined(paths.routed(edges, between, made, at))
    found = tracks.tracks(
        routed,
        made.channels,
        at,
        _fixed(made, placement),
        rounds=tracks.ROUNDS if before else 1,
        pitch=pitch,
    )
    gutters: dict[int, float] = {}
    aisles: dict[int, list[float]] = {}
    for channel, need in found.need.items():
        kind, one, two = made.channels[channel].key
        if kind == "gutter":
            gutters[one] = need
        elif kind == "aisle" and (columns := placement.boxes[one].shape.columns):
            missing = aisles.setdefault(one, [0.0] * (len(columns) + 1))
            own = made.channels[channel]
            missing[two] = max(0.0, need - (own.high - own.low))
    routes = tracks.routes(routed, edges, made.channels, at, found.across)
    return Drawn(routes, gutters, aisles, routed)


def _within(
    edges: Sequence[Edge], chosen: Sequence[int], placement: channels.Placement
) -> set[int]:
    """Those of the chosen edges with both ends in one box, by their places."""
    home = {node: at for at, box in enumerate(placement.boxes) for node in box.shape.spots}
    # A box that is an end has no home, and is joined to another box.
    return {at for at in chosen if home.get(edges[at][0], -1) == home.get(edges[at][1], -2)}


def _fixed(made: Network, placement: channels.Placement) -> dict[int, list[End]]:
    """The ends of lines to parents, which run in the middle of channels."""
    below: dict[Point, list[End]] = {}
    across: dict[int, list[End]] = {}
    home = {node: at for at, box in enumerate(placement.boxes) for node in box.shape.spots}
    for node, spot in placement.spots.items():
        if len(spot.route) == 3:
            below.setdefault(spot.route[-1], []).append((spot.y, 1))
        elif spot.route:
            across.setdefault(home[node], [(spot.route[-1][0], -1)]).append((spot.route[2][0], 1))
    found: dict[int, list[End]] = {}
    for at, channel in enumerate(made.channels):
        kind, one, _ = channel.key
        spot = placement.spots.get(one, Spot(0, 0, 0, 0))
        if kind == "row" and spot.route:
            found[at] = [(spot.x, 0), (spot.route[1][0], -1)]
        elif kind == "trunk" and spot[:2] in below:
            found[at] = [(spot.y, 0), *below[spot[:2]]]
        elif kind == "aisle" and not channel.upright and one in across:
            found[at] = across[one]
    return found
