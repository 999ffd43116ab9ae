"""Polygons from a GeoJSON file (RFC 7946), or one clear line saying what is wrong with it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from math import isfinite
from pathlib import Path
from typing import Any, NamedTuple

from graphtool.errors import (
    CANNOT_BE_READ,
    GraphtoolError,
    InvalidData,
    Problem,
    SourceNotFound,
    place,
    reason,
)
from graphtool.language import Said, Text

Point = tuple[float, float]
Ring = tuple[Point, ...]
"""A closed line of (longitude, latitude) in degrees, its last point the first."""

LARGEST = 400_000_000
"""Bytes; a file of all borders in Norway, drawn as finely as they come, has a fifth of it."""
COMMAND = "ogr2ogr -t_srs EPSG:4326 new.geojson old.geojson"
"""What converts a file to degrees."""
_NO_COLLECTION = Text(
    "er ingen GeoJSON FeatureCollection (RFC 7946)",
    "er ingen GeoJSON FeatureCollection (RFC 7946)",
    "no GeoJSON FeatureCollection (RFC 7946)",
)
_NO_FEATURES = Text("har ingen områder", "har ingen område", "no features")
_NO_POLYGONS = Text(
    "ingen av de {n} områdene har grenser (polygoner)",
    "ingen av dei {n} områda har grenser (polygon)",
    "none of its {n} features has a polygon",
)
_TOO_LARGE = Text(
    "er større enn {size} MB; forenkle den",
    "er større enn {size} MB; forenkle ho",
    "larger than {size} MB; simplify it",
)
_NO_FILE = Text("filen finnes ikke", "fila finst ikkje", "no such file")
_NO_JSON = Text("er ikke JSON: «{why}»", "er ikkje JSON: «{why}»", "no JSON: {why}")
_NOT_UTF8 = Text(
    "er ikke UTF-8 ved byte {at}", "er ikkje UTF-8 ved byte {at}", "not UTF-8 at byte {at}"
)
_TOO_DEEP = Text(
    "er for dypt nøstet til å være GeoJSON",
    "er for djupt nøsta til å vere GeoJSON",
    "nested too deeply to be GeoJSON",
)
_FEATURE = Text("område {number}: {why}", "område {number}: {why}", "feature {number}: {why}")
_NO_OBJECT = Text("er ikke noe objekt", "er ikkje noko objekt", "no object")
_MEMBER = Text(
    "«{name}» er ikke noe objekt", "«{name}» er ikkje noko objekt", "{name!r} is no object"
)
_NO_POSITION = Text(
    "{given} er ingen posisjon", "{given} er ingen posisjon", "{given} is no position"
)
_SHORT = Text(
    "en ring av {n} posisjoner, der 4 er det minste",
    "ein ring av {n} posisjonar, der 4 er det minste",
    "a ring of {n} positions, where 4 are the least",
)
_NO_DEGREES = Text(
    "koordinatene er ikke i grader (den første er {x:.10g}, {y:.10g}; kanskje UTM): gjør filen om"
    " til WGS 84 (EPSG:4326), for eksempel med: {command}",
    "koordinatane er ikkje i gradar (den første er {x:.10g}, {y:.10g}; kanskje UTM): gjer fila om"
    " til WGS 84 (EPSG:4326), til dømes med: {command}",
    "coordinates are no degrees (the first is {x:.10g}, {y:.10g}; UTM, perhaps): convert it to WGS"
    " 84 (EPSG:4326), as: {command}",
)


class _Broken(GraphtoolError):
    """What is wrong with one feature."""


class Feature(NamedTuple):
    """A place: what is said of it, and its borders."""

    properties: dict[str, object]
    rings: tuple[Ring, ...]
    """Outer and inner ones of all its polygons; never empty."""


def read(path: Path) -> list[Feature]:
    """The features that have polygons, in the file's order.

    Raises `SourceNotFound` for a file that is not there or cannot be read, `GraphtoolError` for
    one that is no GeoJSON or has other coordinates than degrees, `InvalidData` with every broken
    polygon.
    """
    content = _json(path)
    features = content.get("features") if isinstance(content, dict) else None
    if not isinstance(features, list) or content.get("type") != "FeatureCollection":
        raise GraphtoolError.at(path.name, Said(_NO_COLLECTION))
    if not features:
        raise GraphtoolError.at(path.name, Said(_NO_FEATURES))
    found, problems = [], []
    for number, feature in enumerate(features, start=1):
        try:
            rings = tuple(_rings(_member(feature, "geometry")))
        except (_Broken, TypeError, ValueError, AttributeError) as error:
            why = error.message if isinstance(error, _Broken) else str(error)
            said = Said(_FEATURE, number=number, why=why)
            problems.append(Problem("error", "broken-border", said, path.name))
            continue
        if rings:
            found.append(Feature(_member(feature, "properties") or {}, rings))
    if problems:
        raise InvalidData(problems)
    if not found:
        raise GraphtoolError.at(path.name, Said(_NO_POLYGONS, n=len(features)))
    _require_degrees(path.name, found)
    return found


def _json(path: Path) -> Any:
    try:
        if path.stat().st_size > LARGEST:
            raise GraphtoolError.at(path.name, Said(_TOO_LARGE, size=LARGEST // 10**6))
        return json.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        raise SourceNotFound.at(path, Said(_NO_FILE)) from None
    except (OSError, ValueError) as error:
        if isinstance(error, json.JSONDecodeError):
            where = place(path.name, error.lineno)
            raise GraphtoolError.at(where, Said(_NO_JSON, why=error.msg)) from None
        if isinstance(error, UnicodeDecodeError):
            raise GraphtoolError.at(path.name, Said(_NOT_UTF8, at=error.start)) from None
        raise SourceNotFound.at(path, Said(CANNOT_BE_READ, why=reason(error))) from None
    except RecursionError:
        raise GraphtoolError.at(path.name, Said(_TOO_DEEP)) from None


def _member(feature: Any, name: str) -> Any:
    if not isinstance(feature, dict):
        raise _Broken(Said(_NO_OBJECT))
    value = feature.get(name)
    if value is not None and not isinstance(value, dict):
        raise _Broken(Said(_MEMBER, name=name))
    return value


def _rings(geometry: dict[str, Any] | None) -> Iterator[Ring]:
    """Every ring of a geometry; none for points and lines."""
    kind = (geometry or {}).get("type")
    if geometry is None or kind is None:
        return
    if kind == "GeometryCollection":
        for inner in geometry.get("geometries") or ():
            yield from _rings(inner)
    elif kind in ("Polygon", "MultiPolygon"):
        given = geometry.get("coordinates") or []
        for polygon in [given] if kind == "Polygon" else given:
            for ring in polygon:
                yield _ring(ring)


def _ring(positions: Any) -> Ring:
    """A closed ring; one that was left open is closed."""
    points = []
    for position in positions:
        pair = position[:2] if isinstance(position, list) else []
        if len(pair) < 2 or not all(map(_is_number, pair)):
            raise _Broken(Said(_NO_POSITION, given=str(position)[:60]))
        points.append((float(position[0]), float(position[1])))
    if points and points[0] != points[-1]:
        points.append(points[0])
    if len(points) < 4:
        raise _Broken(Said(_SHORT, n=len(points)))
    return tuple(points)


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and isfinite(value)


def _require_degrees(name: str, features: list[Feature]) -> None:
    for feature in features:
        for ring in feature.rings:
            for x, y in ring:
                if abs(x) > 180 or abs(y) > 90:
                    raise GraphtoolError.at(name, Said(_NO_DEGREES, x=x, y=y, command=COMMAND))
