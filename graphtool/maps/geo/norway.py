"""Where Norway lies: what is elsewhere was mistyped."""

from __future__ import annotations

Place = tuple[float, float]
"""Latitude and longitude in degrees (WGS 84)."""

NORWAY = ((57.7, 71.5, 4.0, 31.6), (74.0, 81.0, 10.0, 34.0), (70.7, 71.3, -9.3, -7.7))
"""South, north, west and east of the mainland with its islands, of Svalbard, of Jan Mayen.

From Pysen (57.96) to Knivskjelodden (71.19), from Holmebåen (4.50) to Hornøya (31.17).
"""


def contains(place: Place) -> bool:
    """Whether a place lies in one of the boxes of `NORWAY`; parts of the neighbours do, too.

    >>> [contains(place) for place in ((58.1, 7.7), (7.7, 58.1), (78.2, 15.6))]
    [True, False, True]
    """
    lat, lon = place
    return any(s <= lat <= n and w <= lon <= e for s, n, w, e in NORWAY)
