"""The corners of an edge's line, once every column, row and lane has its place."""

from __future__ import annotations

from graphtool.algorithms.geometry.polyline import Point, Route, straightened
from graphtool.algorithms.layered.component import Band, Laid
from graphtool.algorithms.layered.stack import Panel
from graphtool.algorithms.sizes import SYMBOL


def course(panel: Panel, band: Band, laid: Laid, at: int) -> Route:
    """From the source to the target of one of the band's edges, y from the band's upper edge.

    It leaves and meets a node at the end of its words where it runs on to the right of it, and
    at its symbol where it runs to the left.
    """
    grid, height = laid.grid, laid.turns.height
    source, target, _ = band.edges[at]
    home = grid.home[at]
    stem = grid.stems[home]
    leaf = source if target == stem.hub else target

    def pin(node: int, right: bool) -> Point:
        x = panel.x[grid.column[node]]
        end = x + SYMBOL + band.room[node].width
        return (end if right else x), height[home, node]

    way = [pin(stem.hub, stem.side > 0)]
    column = grid.column[stem.hub]
    while True:
        on = column + stem.side
        last = on == grid.column[leaf]
        y = height[home, leaf if last else stem.trunk[on]]
        lane = _lane(panel, laid, home, max(column, on))
        if lane is not None:
            way += [(lane, way[-1][1]), (lane, y)]
        if last:
            break
        column = on
        way.append((panel.x[column], y))
    line = straightened([*way, pin(leaf, stem.side < 0)])
    return line if source == stem.hub else line[::-1]


def _lane(panel: Panel, laid: Laid, stem: int, gap: int) -> float | None:
    """Where a stem turns in a gap; None where it runs straight on."""
    lane = laid.turns.lane.get((stem, gap))
    if lane is None:
        return None
    return panel.gaps[gap].lane(lane, laid.turns.lanes[gap])
