"""Borders in little room: arcs of whole numbers that neighbours share, as TopoJSON has them.

`python -m graphtool.maps.geo.packing NEW.topojson.xz NOW.geojson [EARLIER.geojson NUMBER ...]`
makes the file that is in the package from files of borders in degrees (WGS 84), in which a property
`kommunenummer` says whose each is; of the earlier ones only those numbers are taken.
"""

from __future__ import annotations

import json
import lzma
import sys
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

from graphtool.algorithms.geometry import rings as rings_
from graphtool.algorithms.geometry import simplification
from graphtool.maps.geo import geojson
from graphtool.maps.geo.borders import Rings
from graphtool.maps.geo.geojson import Point, Ring

STEPS = 1000
"""Places are kept to a thousandth of a degree: about 110 m to the north, 50 m to the east."""
TOLERANCE = 4.0
"""Steps by which a border may be drawn beside the true one: about 450 m."""
ISLET = 350.0
"""Square steps, about 2 km²; smaller islands are left out, unless a place has nothing larger."""
NARROW = 0.5
"""A degree to the east by one to the north, in the middle of Norway."""


def packed(places: Mapping[str, Sequence[Ring]]) -> bytes:
    """Closed borders by whose they are, simplified, as compressed TopoJSON.

    >>> square = ((8.0, 58.0), (8.1, 58.0), (8.1, 58.1), (8.0, 58.1), (8.0, 58.0))
    >>> unpacked(packed({"4223": [square]}))["4223"][0][0]
    (8.0, 58.0)
    """
    owners, lines = _simplified(places)
    nodes = simplification.junctions(lines)
    arcs: dict[tuple[Point, ...], int] = {}
    shapes: dict[str, list[list[list[int]]]] = {owner: [] for owner in places}
    for owner, line in zip(owners, lines, strict=True):
        ring = []
        for arc in simplification.cut(line, nodes):
            forth, back = tuple(arc), tuple(reversed(arc))
            ring.append(~arcs[back] if back in arcs else arcs.setdefault(forth, len(arcs)))
        shapes[owner].append([ring])
    topology = {
        "type": "Topology",
        "transform": {"scale": [1 / STEPS, 1 / STEPS], "translate": [0, 0]},
        "objects": {
            "municipalities": {
                "type": "GeometryCollection",
                "geometries": [
                    {"type": "MultiPolygon", "id": owner, "arcs": shape}
                    for owner, shape in shapes.items()
                ],
            }
        },
        "arcs": [_differences(arc) for arc in arcs],
    }
    text = json.dumps(topology, separators=(",", ":"))
    return lzma.compress(text.encode("ascii"), preset=9 | lzma.PRESET_EXTREME)


def unpacked(content: bytes) -> dict[str, Rings]:
    """What `packed` kept: closed rings in degrees by whose they are, in the order of the file."""
    topology = json.loads(lzma.decompress(content))
    arcs = [_line(arc, topology["transform"]) for arc in topology["arcs"]]
    geometries = topology["objects"]["municipalities"]["geometries"]
    return {
        one["id"]: tuple(_ring(ring, arcs) for polygon in one["arcs"] for ring in polygon)
        for one in geometries
    }


def _simplified(
    places: Mapping[str, Sequence[Ring]],
) -> tuple[list[str], list[list[tuple[int, int]]]]:
    """Rings of whole steps with few points, and whose each is; of each place at least one."""
    owners = [owner for owner, rings in places.items() for _ in rings]
    flat = [
        [(x * STEPS * NARROW, y * STEPS) for x, y in ring]
        for rings in places.values()
        for ring in rings
    ]
    thin = simplification.thinned(flat, TOLERANCE)
    kept_owners, kept = [], []
    for owner in places:
        mine = [at for at, one in enumerate(owners) if one == owner]
        largest = max(mine, key=lambda at: rings_.area(flat[at]))
        for at in mine:
            line = _whole(thin[at]) or (_whole(flat[at]) if at == largest else [])
            if line and (at == largest or rings_.area(flat[at]) >= ISLET):
                kept_owners.append(owner)
                kept.append(line)
    return kept_owners, kept


def _whole(ring: Sequence[Point]) -> list[tuple[int, int]]:
    """A ring in whole steps, doubled points once; [] where it has shrunk to nothing."""
    points: list[tuple[int, int]] = []
    for x, y in ring:
        point = round(x / NARROW), round(y)
        if not points or points[-1] != point:
            points.append(point)
    return points if len(points) > 3 else []


def _differences(arc: Sequence[Point]) -> list[list[Any]]:
    """The first point, and each other as a step from the one before it."""
    return [[*arc[0]], *([b[0] - a[0], b[1] - a[1]] for a, b in pairwise(arc))]


def _line(arc: Iterable[Sequence[int]], transform: Mapping[str, Sequence[float]]) -> list[Point]:
    """The arc's points in degrees."""
    (east, north), (left, low) = transform["scale"], transform["translate"]
    steps = list(arc)
    xs, ys = accumulate(x for x, _ in steps), accumulate(y for _, y in steps)
    return [
        (round(x * east + left, 6), round(y * north + low, 6)) for x, y in zip(xs, ys, strict=True)
    ]


def _ring(which: Iterable[int], arcs: Sequence[Sequence[Point]]) -> Ring:
    """Arcs one after the other; a number below nought is an arc backwards."""
    points: list[Point] = []
    for at in which:
        line = arcs[at] if at >= 0 else arcs[~at][::-1]
        points += line[1:] if points else line
    return tuple(points)


def _read(path: str, numbers: Sequence[str] = ()) -> dict[str, Sequence[Ring]]:
    features = geojson.read(Path(path))
    found = {str(one.properties["kommunenummer"]).zfill(4): one.rings for one in features}
    return {number: found[number] for number in sorted(numbers or found)}


if __name__ == "__main__":
    new, now, *earlier = sys.argv[1:]
    places = _read(now)
    if earlier:
        places |= _read(earlier[0], earlier[1:])
    Path(new).write_bytes(packed(places))
