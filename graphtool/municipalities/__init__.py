"""The municipalities of Norway, under every name and number that they have had since 1972.

From Statistics Norway's classification 131, Standard for kommuneinndeling, and its list of changes,
and from classification 104 for the counties (open data, NLOD).
"""

from __future__ import annotations

from graphtool.municipalities.classification import (
    LINK,
    SOURCE,
    County,
    Municipality,
    counties,
    county_key,
    county_of,
    entries,
    is_county,
)
from graphtool.municipalities.history import after, are_several, days, in_force, same_land
from graphtool.municipalities.naming import CALLED, bare, find, names, title, told_apart

__all__ = [
    "CALLED",
    "LINK",
    "SOURCE",
    "County",
    "Municipality",
    "after",
    "are_several",
    "bare",
    "counties",
    "county_key",
    "county_of",
    "days",
    "entries",
    "find",
    "in_force",
    "is_county",
    "names",
    "same_land",
    "title",
    "told_apart",
]
