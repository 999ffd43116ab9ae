"""The rows of the two classifications: municipalities and counties, each while it had one name.

`municipalities.csv` has a row for each time that a number had one name, with its first and last
day and the numbers that came after it; `counties.csv` has the counties in the same way.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from graphtool.language import folded

SOURCE = "Statistisk sentralbyrå, Standard for kommuneinndeling (klassifikasjon 131), NLOD"
"""Whom the numbers are from, as their licence asks."""
LINK = "https://www.ssb.no/klass/klassifikasjoner/131"


class Municipality(NamedTuple):
    """A municipality while it had one number and one name."""

    number: str
    """Four digits, the first two the county's."""
    name: str
    county: str
    """The county, of those that share their name with another."""
    since: str
    """First day; empty if before 1972."""
    until: str
    """Last day; empty if it is so now."""
    successors: tuple[str, ...]
    """Numbers of what came after it: several where it was split, its own after a new name."""


@lru_cache(maxsize=1)
def entries() -> tuple[Municipality, ...]:
    """Every row of the list, by number and first day."""
    text = (
        files("graphtool.municipalities").joinpath("municipalities.csv").read_text(encoding="utf-8")
    )
    _, *rows = csv.reader(text.splitlines())
    return tuple(
        Municipality(number, name, county, since, until, tuple(successors.split()))
        for number, name, county, since, until, successors in rows
    )


@lru_cache(maxsize=1)
def by_number() -> dict[str, list[Municipality]]:
    """All that had a number, the latest first.

    >>> [one.name for one in by_number()["3303"]]
    ['Kongsberg']
    """
    found: dict[str, list[Municipality]] = {}
    for one in reversed(entries()):
        found.setdefault(one.number, []).append(one)
    return found


class County(NamedTuple):
    """A county while it had one number and one name."""

    number: str
    name: str
    since: str
    """First day; empty if before 1972."""
    until: str
    """Last day; empty if it is so now."""


@lru_cache(maxsize=1)
def counties() -> dict[str, County]:
    """Every county since 1972, by its number.

    >>> counties()["33"].name, counties()["30"].until
    ('Buskerud', '2023-12-31')
    """
    text = files("graphtool.municipalities").joinpath("counties.csv").read_text(encoding="utf-8")
    _, *rows = csv.reader(text.splitlines())
    return {row[0]: County(*row) for row in rows}


def is_county(word: str) -> bool:
    """Whether a name is a county's, with «fylke» or «fylkeskommune» behind it or without.

    >>> is_county("Agder fylke"), is_county("Vest-Agder"), is_county("Kongsbergregionen")
    (True, True, False)
    """
    return county_key(word) in _county_names()


@lru_cache(maxsize=1)
def _county_names() -> frozenset[str]:
    return frozenset(folded(county.name) for county in counties().values())


def county_key(word: str) -> str:
    """A county's name as it is compared: without «fylke» and «fylkeskommune».

    >>> county_key("Telemark fylkeskommune")
    'telemark'
    """
    return folded(word).removesuffix(" fylkeskommune").removesuffix(" fylke")


def county_of(one: Municipality) -> str:
    """The name of the county in which it lay; empty for Bergen when it was its own.

    >>> from graphtool.municipalities import find
    >>> [county_of(one) for one in find("Kongsberg")]
    ['Buskerud', 'Viken', 'Buskerud']
    """
    county = counties().get(one.number[:2])
    return county.name if county else ""
