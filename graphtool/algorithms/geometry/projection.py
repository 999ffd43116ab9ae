"""Degrees to metres on a plane: Lambert's conformal conic projection, as Norway is drawn best.

With two standard parallels a sixth of the way in from the southern and the northern end, distances
over all of mainland Norway (58 to 71 degrees north) are true within 0.5 %, over a region of two
degrees within 0.01 %; angles are true everywhere. A plain grid with one cos(latitude) would err by
3 % in such a region and by 25 % in the country. The price is that north is straight up on the
middle meridian only: 1 degree of longitude away it leans by 0.9 degrees.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from graphtool.algorithms.arrays import Array

AXIS, SQUARED = 6_378_137.0, 0.006_694_380_022_9
"""The ellipsoid of WGS 84 and GRS 80: half its greater axis in metres, eccentricity squared."""
LEAST = 0.1
"""Degrees between south and north at least, so that there is a cone."""


class Lambert(NamedTuple):
    """A projection, by its constants; angles in radians.

    Snyder 1987, "Map projections: a working manual", USGS Professional Paper 1395, pages 107-109.
    """

    cone: float
    """n, equation 15-8."""
    scale: float
    """a F, equation 15-10, in metres."""
    origin: float
    """The radius of the parallel through the origin, equation 15-7a, in metres."""
    meridian: float
    squared: float

    def __call__(self, lon: Array, lat: Array) -> Array:
        """East and north of the origin in metres, `n` x 2, of degrees (equations 15-7, 14-1..4)."""
        radius = self.scale * _t(np.radians(lat), self.squared) ** self.cone
        angle = self.cone * (np.radians(lon) - self.meridian)
        return np.column_stack([radius * np.sin(angle), self.origin - radius * np.cos(angle)])


def _lambert(
    standard: tuple[float, float],
    origin: tuple[float, float],
    *,
    axis: float = AXIS,
    squared: float = SQUARED,
) -> Lambert:
    """The projection with two standard parallels (which differ), and an origin as (lat, lon).

    Snyder's own example (page 296), on Clarke's ellipsoid of 1866:

    >>> projection = _lambert((33, 45), (23, -96), axis=6_378_206.4, squared=0.00676866)
    >>> projection(np.array([-75.0]), np.array([35.0])).round(1).tolist()
    [[1894410.9, 1564649.5]]
    """
    south, north, middle = np.radians([*standard, origin[0]])
    cone = (np.log(_m(south, squared)) - np.log(_m(north, squared))) / (
        np.log(_t(south, squared)) - np.log(_t(north, squared))
    )
    scale = axis * _m(south, squared) / (cone * _t(south, squared) ** cone)
    radius = scale * _t(middle, squared) ** cone
    return Lambert(float(cone), float(scale), float(radius), float(np.radians(origin[1])), squared)


def around(lat: Array, lon: Array) -> Lambert:
    """The projection that fits these places (at least one) best: its origin amid them.

    >>> here = around(np.array([58.0, 59.0]), np.array([8.0, 8.0]))
    >>> np.ptp(here(np.array([8.0, 8.0]), np.array([58.0, 59.0])), axis=0).round(-2).tolist()
    [0.0, 111400.0]
    """
    south, north = float(lat.min()), float(lat.max())
    middle = ((south + north) / 2, (float(lon.min()) + float(lon.max())) / 2)
    part = max(north - south, LEAST) / 3
    return _lambert((middle[0] - part, middle[0] + part), middle)


def _m(lat: Array, squared: float) -> Array:
    """Equation 14-15."""
    return np.asarray(np.cos(lat) / np.sqrt(1 - squared * np.sin(lat) ** 2))


def _t(lat: Array, squared: float) -> Array:
    """Equation 15-9."""
    part = np.sqrt(squared) * np.sin(lat)
    flat = ((1 - part) / (1 + part)) ** (np.sqrt(squared) / 2)
    return np.asarray(np.tan(np.pi / 4 - lat / 2) / flat)
