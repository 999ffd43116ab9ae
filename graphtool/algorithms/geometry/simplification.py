"""Borders drawn with few points: what two neighbours share stays shared.

Rings are cut where three borders meet (as TopoJSON does, Bostock 2013), each arc is thinned once,
whichever ring it belongs to, and the rings are put together again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from graphtool.algorithms.arrays import Array
from graphtool.algorithms.geometry.polyline import Point


def thinned(rings: Sequence[Sequence[Point]], tolerance: float) -> list[list[Point]]:
    """Closed rings (last point = first) with no point further than the tolerance from its line.

    A border shared by two rings, point for point, stays one line. Rings that shrink to nothing
    become empty.

    >>> square = [(0, 0), (5, 0.1), (9, 0), (9, 9), (0, 9), (0, 0)]
    >>> thinned([square], 0.5)
    [[(0, 0), (9, 0), (9, 9), (0, 9), (0, 0)]]
    """
    nodes = junctions(rings)
    kept: dict[tuple[Point, ...], list[Point]] = {}
    made = []
    for ring in rings:
        corners: list[Point] = []
        for arc in cut(ring, nodes):
            # One direction for both neighbours, so that both keep the same points.
            backwards = arc[::-1] < arc
            key = tuple(arc[::-1] if backwards else arc)
            if key not in kept:
                kept[key] = douglas_peucker(key, tolerance)
            some = kept[key][::-1] if backwards else kept[key]
            corners += some[1:] if corners else some
        made.append(corners if len(corners) > 3 else [])
    return made


def junctions(rings: Sequence[Sequence[Point]]) -> set[Point]:
    """Points with more than two neighbours: there borders meet or part.

    >>> west, east = [(0, 0), (1, 0), (1, 1), (0, 0)], [(1, 0), (2, 0), (1, 1), (1, 0)]
    >>> sorted(junctions([west, east]))  # where the border between them begins and ends
    [(1, 0), (1, 1)]
    """
    beside: dict[Point, set[Point]] = defaultdict(set)
    for ring in rings:
        for one, other in pairwise(ring):
            beside[one].add(other)
            beside[other].add(one)
    return {point for point, near in beside.items() if len(near) > 2}


def cut(ring: Sequence[Point], nodes: set[Point]) -> list[list[Point]]:
    """A closed ring as arcs from junction to junction; without any, as two from its least point.

    >>> cut([(0, 0), (1, 0), (1, 1), (0, 0)], {(1, 0), (1, 1)})
    [[(1, 0), (1, 1)], [(1, 1), (0, 0), (1, 0)]]
    """
    loop = list(ring[:-1])
    if len(loop) < 3:
        return []
    at = [n for n, point in enumerate(loop) if point in nodes]
    if len(at) < 2:
        first = at[0] if at else min(range(len(loop)), key=lambda n: loop[n])
        x, y = loop[first]
        far = max(
            range(len(loop)), key=lambda n: ((loop[n][0] - x) ** 2 + (loop[n][1] - y) ** 2, loop[n])
        )
        at = sorted({first, far})
    loop = loop[at[0] :] + loop[: at[0]]
    cuts = [n - at[0] for n in at] + [len(loop)]
    loop.append(loop[0])
    return [loop[a : b + 1] for a, b in pairwise(cuts)]


def douglas_peucker(line: Sequence[Point], tolerance: float) -> list[Point]:
    """The line with only those points that it needs, its ends included.

    Douglas and Peucker 1973, "Algorithms for the reduction of the number of points required to
    represent a digitized line or its caricature", method 2.

    >>> douglas_peucker([(0, 0), (4, 0.2), (5, 3), (9, 0)], 0.5)
    [(0, 0), (4, 0.2), (5, 3), (9, 0)]
    """
    points = np.array(line, dtype=np.float64).reshape(-1, 2)
    keep = np.zeros(len(points), dtype=bool)
    keep[[0, -1]] = True
    todo = [(0, len(points) - 1)]
    while todo:
        first, last = todo.pop()
        if last - first < 2:
            continue
        away = _from_line(points[first + 1 : last], points[first], points[last])
        furthest = int(away.argmax())
        if away[furthest] > tolerance:
            middle = first + 1 + furthest
            keep[middle] = True
            todo += [(first, middle), (middle, last)]
    return [point for point, wanted in zip(line, keep.tolist(), strict=True) if wanted]


def _from_line(points: Array, start: Array, end: Array) -> Array:
    """Distance of each point from the piece of line between two."""
    along = end - start
    long = float(along @ along)
    part = ((points - start) @ along / long).clip(0, 1) if long else np.zeros(len(points))
    return np.asarray(np.hypot(*(points - start - part[:, None] * along).T))
