"""Columns across lanes: what belongs together lies in one lane, and a line that leaves it is seen.

A line turns only in the gaps between columns, and passes a column only between two lanes, so that
none runs through a name. Lines to one node share their way.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from graphtool.algorithms.geometry.polyline import Point, Route, rounded, straightened
from graphtool.language import Text
from graphtool.maps.layout import outline
from graphtool.maps.layout.sheet import Edge, Hull, Layout, Spot, largest

TITLE, MARGIN = 30.0, 14.0
"""Room for a lane's name above its rows; and around all that stands in it."""
WIDTHS = (outline.LABEL, 180.0, 150.0)
"""How wide names may be: as wide as a screen has room for."""
AIR = 9.0
"""Between two rows."""
BETWEEN, APART = 26.0, 8.0
"""Between two lanes, or a column's words and the next column; and from line to line there."""


class Lane(NamedTuple):
    """Nodes that stand in one lane, by position."""

    members: tuple[int, ...]
    title: Text


class _Sheet(NamedTuple):
    """Where lanes and columns lie, and the ways that lines may take there."""

    left: list[float]
    """The middle of the symbols of each column."""
    top: list[float]
    """The upper border of each lane."""
    gaps: dict[tuple[int, int], float]
    """Where lines to a node run down before a column, by column and node."""
    ways: dict[tuple[int, int], float]
    """Where they run across above a lane, by lane and node."""


def arrange(
    names: Sequence[str], edges: Sequence[Edge], column: Sequence[int], lanes: Sequence[Lane]
) -> Layout:
    """The layout of nodes in the columns given (0 at the left), each in one of the lanes.

    Every edge has a route but a self-loop. Empty for no names.

    >>> here, there = Lane((0,), Text("Nes", "Nes", "Nes")), Lane((1,), Text("Ås", "Ås", "Ås"))
    >>> sheet = arrange(["Kurs", "Fond"], [(0, 1, "DEPENDS_ON")], [0, 1], [here, there])
    >>> len(sheet.hulls), sheet.spots[0].y < sheet.spots[1].y, sheet.routes[0][-1]
    (2, True, (119.0, 120.0))
    """
    if not names:
        return Layout((), {})
    rooms = ([outline.words(name, widest=wide) for name in names] for wide in WIDTHS)
    return largest(_arranged(room, edges, column, lanes) for room in rooms)


def _arranged(
    room: Sequence[outline.Words],
    edges: Sequence[Edge],
    column: Sequence[int],
    lanes: Sequence[Lane],
) -> Layout:
    """The layout of words of these sizes."""
    home = {node: at for at, lane in enumerate(lanes) for node in lane.members}
    sheet, heights, width = _measured(room, edges, column, lanes, home)
    spots: dict[int, Spot] = {}
    hulls = []
    for at, lane in enumerate(lanes):
        down: dict[int, float] = {}
        for node in lane.members:
            tall = room[node].height
            y = down.get(column[node], sheet.top[at] + TITLE)
            down[column[node]] = y + tall + AIR
            place = sheet.left[column[node]], y + tall / 2
            spots[node] = Spot(*rounded([place])[0], round(room[node].width, 1), round(tall, 1))
        hulls.append(
            Hull(0.0, round(sheet.top[at], 1), width, heights[at], lane.members, title=lane.title)
        )
    routes = {
        at: _route(spots, sheet, column, home, edge)
        for at, edge in enumerate(edges)
        if edge[0] != edge[1]
    }
    bottom = max(hull.y + hull.height for hull in hulls)
    return Layout(
        tuple(spots[node] for node in range(len(room))),
        routes,
        tuple(hulls),
        width=width,
        height=round(bottom, 1),
    )


def _measured(
    room: Sequence[outline.Words],
    edges: Sequence[Edge],
    column: Sequence[int],
    lanes: Sequence[Lane],
    home: dict[int, int],
) -> tuple[_Sheet, list[float], float]:
    """Lanes and columns with room for the lines between, the lanes' heights, and the width."""
    before: dict[int, list[int]] = {}
    above: dict[int, list[int]] = {}
    for source, target, _ in edges:
        for gap in {column[source] + 1, column[target]}:
            _noted(before, gap, target)
        if column[target] != column[source] + 1:
            _noted(above, home[target], target)
    x = MARGIN
    left: list[float] = []
    gaps: dict[tuple[int, int], float] = {}
    for at in range(max(column) + 2):
        lines = before.get(at, [])
        gaps |= {(at, node): x + BETWEEN / 2 + n * APART for n, node in enumerate(lines)}
        x += (BETWEEN + (len(lines) - 1) * APART if lines else 0.0) + outline.SYMBOL
        left.append(round(x, 1))
        wide = [words.width for node, words in enumerate(room) if column[node] == at]
        x += outline.SYMBOL + max(wide, default=0.0)
    titles = [outline.text_width(words, outline.SIZE) for lane in lanes for words in lane.title]
    width = round(max(x, max(titles, default=0.0)) + MARGIN, 1)
    y = 0.0
    top: list[float] = []
    heights: list[float] = []
    ways: dict[tuple[int, int], float] = {}
    for at, lane in enumerate(lanes):
        lines = above.get(at, [])
        ways |= {(at, node): y + BETWEEN / 2 + n * APART for n, node in enumerate(lines)}
        y += BETWEEN + (len(lines) - 1) * APART if lines else (BETWEEN / 2 if at else 0.0)
        top.append(round(y, 1))
        stacks: dict[int, float] = {}
        for node in lane.members:
            stacks[column[node]] = stacks.get(column[node], 0.0) + room[node].height + AIR
        heights.append(round(TITLE + max(stacks.values()) + MARGIN - AIR, 1))
        y += heights[-1]
    return _Sheet(left, top, gaps, ways), heights, width


def _noted(among: dict[int, list[int]], key: int, node: int) -> None:
    """The node once among those of this key."""
    known = among.setdefault(key, [])
    if node not in known:
        known.append(node)


def _route(
    spots: dict[int, Spot], sheet: _Sheet, column: Sequence[int], home: dict[int, int], edge: Edge
) -> Route:
    """From the source's words to the gap before the target; over its lane where that is far."""
    source, target, _ = edge
    start, end = spots[source], spots[target]
    first, last = (sheet.gaps[gap, target] for gap in (column[source] + 1, column[target]))
    words = start.x + outline.SYMBOL + start.width
    corners: list[Point] = [(words, start.y), (first, start.y)]
    if column[target] != column[source] + 1:
        over = sheet.ways[home[target], target]
        corners += [(first, over), (last, over)]
    corners += [(last, end.y), (end.x, end.y)]
    return straightened(rounded(corners))
