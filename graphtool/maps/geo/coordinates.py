"""Where municipalities lie: by what the data says, else by their borders."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np

from graphtool.errors import Problem
from graphtool.graph import Fact, PlanGraph
from graphtool.maps.geo import norway
from graphtool.maps.geo.borders import Borders, Rings
from graphtool.maps.geo.geojson import Ring
from graphtool.maps.geo.norway import Place


class Coordinates(NamedTuple):
    """The places that are known, and what could not be read."""

    places: dict[int, Place]
    """By the municipality's position in the graph's nodes."""
    problems: tuple[Problem, ...] = ()
    """Warnings, one a value that is no coordinate in Norway."""


def located(graph: PlanGraph, borders: Borders | None = None) -> dict[str, Place]:
    """Latitude and longitude of the graph's municipalities by id; see `coordinates`."""
    ids = graph.nodes["id"]
    return {ids.iat[at]: place for at, place in coordinates(graph, borders).places.items()}


def coordinates(graph: PlanGraph, borders: Borders | None = None) -> Coordinates:
    """Where each municipality lies; one of which nothing is known is left out.

    From the facts `lat` and `lon`, of several the latest in force; where borders are given the
    latest that lies within them, for the borders may be of another time. Without facts from the
    border: the centroid of its largest part, or a point inside where that lies outside.

    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "v", "kind": "Municipality", "name": "Vennesla"}],
    ...     facts=[{"node": "v", "property": "lat", "value": "58.33"},
    ...            {"node": "v", "property": "lon", "value": "7.83"}])
    >>> coordinates(graph).places
    {0: (58.33, 7.83)}
    """
    rings: Mapping[str, Rings] = borders.rings if borders else {}
    places: dict[int, Place] = {}
    problems: list[Problem] = []
    towns = graph.of_kind("Municipality")
    for at, node, facts in zip(towns.index, towns["id"], towns["facts"], strict=True):
        found, wrong = _said(node, facts)
        problems += wrong
        border = rings.get(node, ())
        within = [place for place in found if border and inside(place, border)]
        if within or found:
            places[int(at)] = (within or found)[0]
        elif border and norway.contains(place := middle(border)):
            places[int(at)] = place
    return Coordinates(places, tuple(problems))


def _said(node: str, facts: Iterable[Fact]) -> tuple[list[Place], list[Problem]]:
    """The places that the facts of one node give, the latest first, and the values amiss."""
    values: dict[str, dict[tuple[bool, str], float]] = {"lat": {}, "lon": {}}
    problems = []
    for fact in facts:
        if fact.property not in values:
            continue
        try:
            values[fact.property][not fact.valid_to, fact.valid_from] = float(fact.value)
        except ValueError:
            said = f"{node}: {fact.property} {fact.value!r} is no number of degrees, as 58.19"
            problems.append(Problem("warning", "no-coordinate", said))
    lat, lon = values["lat"], values["lon"]
    if bool(lat) != bool(lon) and not problems:
        said = f"{node}: lat and lon go together, and only one is given"
        problems.append(Problem("warning", "no-coordinate", said))
    found = []
    for period in sorted(lat, reverse=True) if lon else ():
        place = lat[period], lon.get(period, lon[max(lon)])
        if norway.contains(place):
            found.append(place)
        else:
            said = f"{node}: lat {place[0]}, lon {place[1]} is not in Norway"
            problems.append(Problem("warning", "no-coordinate", said))
    return found, problems


def inside(place: Place, rings: Rings) -> bool:
    """Whether a place lies within the borders: an odd number of them to the east of it.

    >>> square = ((0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0), (0.0, 0.0))
    >>> inside((1, 1), (square,)), inside((1, 3), (square,))
    (True, False)
    """
    lat, lon = place
    return sum(int((_crossings(ring, lat) > lon).sum()) for ring in rings) % 2 == 1


def _crossings(ring: Ring, lat: float) -> np.ndarray:
    """Longitudes at which a border crosses a latitude."""
    x, y = np.array(ring, dtype=np.float64).T
    across = (y[:-1] > lat) != (y[1:] > lat)
    x0, x1, y0, y1 = x[:-1][across], x[1:][across], y[:-1][across], y[1:][across]
    return np.asarray(x0 + (lat - y0) / (y1 - y0) * (x1 - x0))


def middle(rings: Rings) -> Place:
    """The centroid of the largest part (by the shoelace formula), or a place in it.

    >>> middle((((0.0, 58.0), (2.0, 58.0), (2.0, 60.0), (0.0, 60.0), (0.0, 58.0)),))
    (59.0, 1.0)
    """
    weighed = [_centroid(ring) for ring in rings]
    (lat, lon), _ = max(weighed, key=lambda found: found[1])
    if not inside((lat, lon), rings):
        # The widest stretch of land on the centroid's latitude.
        shores = np.sort(np.concatenate([_crossings(ring, lat) for ring in rings]))
        if len(shores) > 1:
            widest = int((shores[1::2] - shores[: len(shores) // 2 * 2 : 2]).argmax())
            lon = float(shores[2 * widest] + shores[2 * widest + 1]) / 2
    return round(lat, 5), round(lon, 5)


def _centroid(ring: Ring) -> tuple[Place, float]:
    """A ring's centroid, and its area in square degrees.

    Degrees do for both: a plane map is an even stretch of them, which moves no centroid.
    """
    points = np.array(ring, dtype=np.float64)
    corner = points[0].copy()
    x, y = (points - corner).T
    cross = x[:-1] * y[1:] - x[1:] * y[:-1]
    total = float(cross.sum())
    if abs(total) < 1e-15:
        return (float(corner[1]), float(corner[0])), 0.0
    lon = float(((x[:-1] + x[1:]) * cross).sum()) / (3 * total) + float(corner[0])
    lat = float(((y[:-1] + y[1:]) * cross).sum()) / (3 * total) + float(corner[1])
    return (lat, lon), abs(total) / 2
