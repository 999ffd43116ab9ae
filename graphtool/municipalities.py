"""The municipalities of Norway, under every name and number that they have had since 1972.

From Statistics Norway's classification 131, Standard for kommuneinndeling, and its list of changes
(open data, NLOD): `municipalities.csv` has a row for each time that a number had one name, with
its first and last day and the numbers that came after it.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from graphtool.language import folded, normalised

_NUMBERED = re.compile(r"(?P<number>\d{3,4})(?:\s*[-–:.,]?\s*(?P<name>\D.*))?")
_CALLED = re.compile(
    r"(?P<name>.+?)[\s-]+(?:kommunes?|kommunen|gielda|suohkan|tjïelte)", re.IGNORECASE
)
_PARTS = re.compile(r"\s+[-–]\s+|/")
_QUALIFIED = re.compile(r"(?P<name>.+?)\s*(?:\((?P<one>[^()]+)\)|\s[iI]\s(?P<other>.+))")


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
    text = files("graphtool").joinpath("municipalities.csv").read_text(encoding="utf-8")
    _, *rows = csv.reader(text.splitlines())
    return tuple(
        Municipality(number, name, county, since, until, tuple(successors.split()))
        for number, name, county, since, until, successors in rows
    )


@lru_cache(maxsize=1 << 14)
def find(word: str) -> tuple[Municipality, ...]:
    """Whatever a name or a number may mean, as a person writes it, the latest first; () for none.

    A number that has lost its zero, number and name together, a name in either language, with
    «kommune» or its county after it.

    >>> [one.number for one in find("KONGSBERG kommune")]
    ['3303', '3006', '0604']
    >>> [find(word)[0].name for word in ("301", "0633 - Nore og Uvdal", "Karasjok")]
    ['Oslo', 'Nore og Uvdal', 'Kárášjohka - Karasjok']
    >>> {one.county for one in find("Herøy (Nordland)")}, find("Kongsberg Innovasjon")
    ({'Nordland'}, ())
    """
    text = normalised(word)
    if numbered := _NUMBERED.fullmatch(text):
        found = _by_number().get(numbered["number"].rjust(4, "0"), ())
        name = numbered["name"]
        return tuple(one for one in found if not name or one in _named(name))
    return tuple(_named(text))


def _named(text: str) -> list[Municipality]:
    called = _CALLED.fullmatch(text)
    name = called["name"] if called else text
    if found := _by_name().get(folded(name)):
        return list(found)
    if several := _by_name().get(folded(_PARTS.split(name)[0])):
        ways = {folded(part) for part in _PARTS.split(name)}
        return [one for one in several if ways <= {folded(part) for part in _PARTS.split(one.name)}]
    qualified = _QUALIFIED.fullmatch(name)
    if qualified is None:
        return []
    county = folded(qualified["one"] or qualified["other"])
    return [
        one for one in _by_name().get(folded(qualified["name"]), ()) if folded(one.county) == county
    ]


def are_several(found: Sequence[Municipality]) -> bool:
    """Whether these are different municipalities: two of them were there on one day.

    >>> are_several(find("Kongsberg")), are_several(find("Herøy"))
    (False, True)
    """
    rows = sorted(found, key=lambda one: one.since)
    return any(
        later.since <= (earlier.until or "9999")
        for at, earlier in enumerate(rows)
        for later in rows[at + 1 :]
    )


def title(one: Municipality) -> str:
    """Its name, with the county where others have the same name.

    >>> title(find("Kongsberg")[0]), title(find("1818")[0])
    ('Kongsberg', 'Herøy (Nordland)')
    """
    if not one.county or not are_several(_by_name()[folded(one.name)]):
        return one.name
    return f"{one.name} ({one.county})"


@lru_cache(maxsize=1)
def _by_number() -> dict[str, list[Municipality]]:
    found: dict[str, list[Municipality]] = {}
    for one in reversed(entries()):
        found.setdefault(one.number, []).append(one)
    return found


@lru_cache(maxsize=1)
def _by_name() -> dict[str, list[Municipality]]:
    """By the whole name, and by each language's part of it."""
    found: dict[str, list[Municipality]] = {}
    for one in sorted(entries(), key=lambda one: (one.since, one.number), reverse=True):
        for name in dict.fromkeys([one.name, *_PARTS.split(one.name)]):
            found.setdefault(folded(name), []).append(one)
    return found
