"""Clusters side by side as a floor plan, near those that they have strong ties to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from graphtool.algorithms.clusters import drawing as drawing_
from graphtool.algorithms.clusters.drawing import Drawing
from graphtool.algorithms.clusters.labels import Room
from graphtool.algorithms.clusters.ring import Tie
from graphtool.algorithms.floorplan import search, slicing
from graphtool.algorithms.floorplan.start import Box, middles
from graphtool.algorithms.geometry.polyline import Point

STRETCH = 1.3
"""How far a drawing may be pulled out to fill its cell."""
EDGE = 40.0
"""From a symbol to its hull's edge, roughly: what a saved place lacks of a saved hull."""


class Cluster(NamedTuple):
    """Nodes that stand together."""

    members: tuple[int, ...]
    title: float = 0.0
    """Width of its title; 0 for none."""


class Placed(NamedTuple):
    """A cluster's drawing with its upper left corner."""

    x: float
    y: float
    drawing: Drawing


def placed_clusters(
    titled: Sequence[Cluster], ties: Sequence[Tie], space: Room, start: Mapping[int, Point]
) -> list[Placed]:
    """Every cluster drawn and set in its cell of the floor plan; [] for none.

    Twice: only when the cells are known is it known which way ties to other groups lead.

    >>> own = Room(np.full(3, 5.0), np.array([[40.0, 12.0]] * 3), np.array([[30.0, 12.0]] * 3))
    >>> found = placed_clusters([Cluster((0, 1)), Cluster((2,))], [(0, 1, 1.0)], own, {})
    >>> [(at.x, at.y, at.drawing.width, at.drawing.height) for at in found]  # a gap of 16 between
    [(0.0, 0.0, 146.0, 49.0), (46.0, 65.0, 54.0, 49.0)]
    """
    if not titled:
        return []
    home = {member: at for at, (group, _) in enumerate(titled) for member in group}
    inner, between = _parted(titled, ties, home)
    pulls = {pair: max(1, round(10 * weight)) for pair, weight in between.items()}
    saved = _saved(titled, start)
    long = drawing_.lengths([(a, b, weight) for (a, b), weight in between.items()])
    middle = middles(len(titled), pulls, saved, long)
    starts = [{n: start[m] for n, m in enumerate(group) if m in start} for group, _ in titled]
    bases = [
        drawing_.unscaled(len(group), inner[at], starts[at]) for at, (group, _) in enumerate(titled)
    ]
    for _ in range(2 if between and len(titled) <= search.MANY else 1):
        outward = _outward(ties, home, middle)
        options = [
            drawing_.drawings(
                bases[at],
                group,
                inner[at],
                space,
                title=title,
                start=starts[at],
                outward={n: outward[m] for n, m in enumerate(group) if m in outward},
            )
            for at, (group, title) in enumerate(titled)
        ]
        rooms = [[(drawing.width, drawing.height) for drawing in found] for found in options]
        plan = search.chosen(middle, rooms, pulls=pulls, saved=saved)
        cells = slicing.fitted(plan, len(titled)).cells
        middle = [(cell.x + cell.width / 2, cell.y + cell.height / 2) for cell in cells]
        saved = {at: (c.x, c.y, c.x + c.width, c.y + c.height) for at, c in enumerate(cells)}
    placed = []
    for at, cell in enumerate(cells):
        group, title = titled[at]
        placed.append(_set(_filling(options[at][cell.option], cell, space.of(group), title), cell))
    return placed


def _parted(
    titled: Sequence[Cluster], ties: Sequence[Tie], home: Mapping[int, int]
) -> tuple[dict[int, list[Tie]], dict[tuple[int, int], float]]:
    """Ties within each group, by places in it, and the strength between every two."""
    inner: dict[int, list[Tie]] = defaultdict(list)
    between: dict[tuple[int, int], float] = defaultdict(float)
    place = {member: n for group, _ in titled for n, member in enumerate(group)}
    for a, b, weight in ties:
        if a not in home or b not in home:
            continue
        if home[a] == home[b]:
            inner[home[a]].append((place[a], place[b], weight))
        else:
            between[min(home[a], home[b]), max(home[a], home[b])] += weight
    return inner, {pair: between[pair] for pair in sorted(between)}


def _saved(titled: Sequence[Cluster], start: Mapping[int, Point]) -> dict[int, Box]:
    """Where groups lay whose members have saved places."""
    found: dict[int, Box] = {}
    for at, (group, _) in enumerate(titled):
        known = [start[member] for member in group if member in start]
        if known:
            x, y = zip(*known, strict=True)
            found[at] = (min(x) - EDGE, min(y) - EDGE, max(x) + EDGE, max(y) + EDGE)
    return found


def _outward(
    ties: Sequence[Tie], home: Mapping[int, int], middle: Sequence[Point]
) -> dict[int, Point]:
    """For each member with ties to other groups the direction that they pull it in."""
    pull: dict[int, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for a, b, weight in ties:
        for one, other in ((a, b), (b, a)):
            if one in home and other in home and home[one] != home[other]:
                way = np.subtract(middle[home[other]], middle[home[one]])
                far = max(float(np.hypot(way[0], way[1])), 1e-9)
                for axis in (0, 1):
                    pull[one][axis] += weight * float(way[axis]) / far
    return {node: (x, y) for node, (x, y) in pull.items()}


def _filling(drawing: Drawing, cell: slicing.Placed, own: Room, title: float) -> Drawing:
    """The drawing pulled out towards its cell's size; what stood apart still does."""
    if len(drawing.spots) < 2:
        return drawing
    place = np.array([(spot.x, spot.y) for spot in drawing.spots])
    beside = np.array([not spot.below for spot in drawing.spots])
    for axis, (has, may) in enumerate(((drawing.width, cell.width), (drawing.height, cell.height))):
        inner = float(np.ptp(place[:, axis]))
        if inner > 1:
            place[:, axis] *= min(STRETCH, 1 + (may - has) / inner)
    pulled = drawing_.framed(place, beside, own, title)
    fits = pulled.width <= cell.width + 0.2 and pulled.height <= cell.height + 0.2
    return pulled if fits else drawing


def _set(drawing: Drawing, cell: slicing.Placed) -> Placed:
    """The drawing in the middle of its cell."""
    x = round(cell.x + max(0.0, cell.width - drawing.width) / 2, 1)
    y = round(cell.y + max(0.0, cell.height - drawing.height) / 2, 1)
    return Placed(x, y, drawing)
