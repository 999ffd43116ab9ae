"""The corners of an edge's line, once every column, row and lane has its place."""

from __future__ import annotations

from graphtool.algorithms.geometry.polyline import Point, Route, through
from graphtool.algorithms.layered.component import Band, Laid
from graphtool.algorithms.layered.stack import Panel
from graphtool.algorithms.sizes import SYMBOL


def course(panel: Panel, corner: Point, part: tuple[Band, Laid], at: int) -> Route:
    """From the source to the target of one of a band's edges, the band's corner being here.

    It leaves and meets a node at the end of its label where it runs on to the right of it, and
    at its symbol where it runs to the left.
    """
    (left, top), (band, laid) = corner, part
    grid, height = laid.grid, laid.turns.height
    source, target, _ = band.edges[at]
    home = grid.home[at]
    stem = grid.stems[home]
    leaf = source if target == stem.hub else target

    def port(node: int, right: bool) -> Point:
        x = panel.x[grid.column[node]]
        end = x + SYMBOL + band.room[node].width
        return left + (end if right else x), top + height[home, node]

    pieces: list[tuple[bool, float]] = []
    column = grid.column[stem.hub]
    while not pieces or column != grid.column[leaf]:
        gap = max(column, column + stem.side)
        column += stem.side
        lane = laid.turns.lane.get((home, gap))
        if lane is not None:
            pieces.append((True, left + panel.gaps[gap].lane(lane, laid.turns.lanes[gap])))
        item = leaf if column == grid.column[leaf] else stem.trunk[column]
        pieces.append((False, top + height[home, item]))
    line = through(port(stem.hub, stem.side > 0), pieces, port(leaf, stem.side < 0))
    return line if source == stem.hub else line[::-1]
