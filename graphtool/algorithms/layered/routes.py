"""The corners of an edge's line, once every column, row and track has its place."""

from __future__ import annotations

from graphtool.algorithms.geometry.polyline import Point, Route, through
from graphtool.algorithms.layered.component import Component, Placed
from graphtool.algorithms.layered.stack import Stack
from graphtool.algorithms.sizes import SYMBOL


def route(stack: Stack, corner: Point, part: tuple[Component, Placed], at: int) -> Route:
    """From the source to the target of one of a component's edges, its own corner being here.

    It leaves and meets a node at the end of its label where it runs on to the right of it, and
    at its symbol where it runs to the left.

    >>> from graphtool.algorithms.layered.component import connected, first_order
    >>> from graphtool.algorithms.layered.stack import columns, stacked
    >>> from graphtool.algorithms.sizes import Size
    >>> [pair] = connected([Size(30, 22)] * 2, [(0, 1, "")], [0, 1], {}, {})
    >>> stack = stacked(columns([(pair, first_order(pair))], {0: 1, 1: 1}), {})
    >>> route(stack, (0, 0), stack.placed[0][:2], 0)  # from the one's label to the other's symbol
    ((52.0, 11.0), (92.0, 11.0))
    """
    (left, top), (component, placed) = corner, part
    graph, height = placed.graph, placed.tracks.height
    source, target, _ = component.edges[at]
    home = graph.hyperedge_of[at]
    hyperedge = graph.hyperedges[home]
    leaf = source if target == hyperedge.hub else target

    def port(node: int, right: bool) -> Point:
        x = stack.x[graph.column[node]]
        end = x + SYMBOL + component.room[node].width
        return left + (end if right else x), top + height[home, node]

    pieces: list[tuple[bool, float]] = []
    column = graph.column[hyperedge.hub]
    while not pieces or column != graph.column[leaf]:
        gap = max(column, column + hyperedge.side)
        column += hyperedge.side
        track = placed.tracks.track.get((home, gap))
        if track is not None:
            pieces.append((True, left + stack.channels[gap].track(track, placed.tracks.total[gap])))
        item = leaf if column == graph.column[leaf] else hyperedge.chain[column]
        pieces.append((False, top + height[home, item]))
    line = through(port(hyperedge.hub, hyperedge.side > 0), pieces, port(leaf, hyperedge.side < 0))
    return line if source == hyperedge.hub else line[::-1]
