"""Polygons from a GeoJSON file (RFC 7946), or one clear line saying what is wrong with it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from math import isfinite
from pathlib import Path
from typing import Any, NamedTuple

from graphtool.errors import GraphtoolError, InvalidData, Problem, SourceNotFound

Point = tuple[float, float]
Ring = tuple[Point, ...]
"""A closed line of (longitude, latitude) in degrees, its last point the first."""

LARGEST = 400_000_000
"""Bytes; a file of all borders in Norway, drawn as finely as they come, has a fifth of it."""
CONVERT = "convert it to WGS 84 (EPSG:4326), as: ogr2ogr -t_srs EPSG:4326 new.geojson old.geojson"


class Feature(NamedTuple):
    """A place: what is said of it, and its borders."""

    properties: dict[str, Any]
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
        raise GraphtoolError(f"{path.name}: no GeoJSON FeatureCollection (RFC 7946)")
    if not features:
        raise GraphtoolError(f"{path.name}: no features")
    found, problems = [], []
    for number, feature in enumerate(features, start=1):
        try:
            rings = tuple(_rings(_member(feature, "geometry")))
        except (TypeError, ValueError, AttributeError) as error:
            said = f"feature {number}: {error}"
            problems.append(Problem("error", "broken-border", said, path.name))
            continue
        if rings:
            found.append(Feature(_member(feature, "properties") or {}, rings))
    if problems:
        raise InvalidData(problems)
    if not found:
        raise GraphtoolError(f"{path.name}: none of its {len(features)} features has a polygon")
    _require_degrees(path.name, found)
    return found


def _json(path: Path) -> Any:
    try:
        if path.stat().st_size > LARGEST:
            raise GraphtoolError(f"{path.name}: larger than {LARGEST // 10**6} MB; simplify it")
        return json.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        raise SourceNotFound(f"{path}: no such file") from None
    except (OSError, ValueError) as error:
        if isinstance(error, json.JSONDecodeError):
            raise GraphtoolError(f"{path.name}:{error.lineno}: no JSON: {error.msg}") from None
        if isinstance(error, UnicodeDecodeError):
            raise GraphtoolError(f"{path.name}: not UTF-8 at byte {error.start}") from None
        reason = getattr(error, "strerror", None) or str(error)
        raise SourceNotFound(f"{path}: cannot be read: {reason}") from None
    except RecursionError:
        raise GraphtoolError(f"{path.name}: nested too deeply to be GeoJSON") from None


def _member(feature: Any, name: str) -> Any:
    if not isinstance(feature, dict):
        raise TypeError("no object")
    value = feature.get(name)
    if value is not None and not isinstance(value, dict):
        raise TypeError(f"{name!r} is no object")
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
            raise ValueError(f"{str(position)[:60]} is no position")
        points.append((float(position[0]), float(position[1])))
    if points and points[0] != points[-1]:
        points.append(points[0])
    if len(points) < 4:
        raise ValueError(f"a ring of {len(points)} positions, where 4 are the least")
    return tuple(points)


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and isfinite(value)


def _require_degrees(name: str, features: list[Feature]) -> None:
    for feature in features:
        for ring in feature.rings:
            for x, y in ring:
                if abs(x) > 180 or abs(y) > 90:
                    raise GraphtoolError(
                        f"{name}: coordinates are no degrees (the first is {x:.10g}, {y:.10g}; "
                        f"UTM, perhaps): {CONVERT}"
                    )
