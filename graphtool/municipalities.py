"""The municipalities of Norway, under every name and number that they have had since 1972.

From Statistics Norway's classification 131, Standard for kommuneinndeling, and its list of changes
(open data, NLOD): `municipalities.csv` has a row for each time that a number had one name, with
its first and last day and the numbers that came after it. `counties.csv` has the counties, from
classification 104 in the same way.
"""

from __future__ import annotations

import csv
import datetime
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from graphtool.language import folded, normalised

_NUMBERED = re.compile(r"(?P<number>\d{3,4})(?:\s*[-–:.,]?\s*(?P<name>\D.*))?")
CALLED = ("kommun", "herad", "gielda", "suohkan", "tjïelte", "municipality")
"""Without it no word behind a name says that it is a municipality."""
_CALLED = re.compile(
    r"(?P<name>.+?)[\s-]+(?:kommunes?|kommunen|herads?|gielda|suohkan|tjïelte|municipality)",
    re.IGNORECASE,
)
_ALSO = {
    "Guovdageaidnu": ("Guovdageainnu",),
    "Kárášjohka": ("Kárášjoga",),
    "Porsángu": ("Porsáŋgu", "Porsáŋggu"),
    "Deatnu": ("Deanu",),
    "Unjárga": ("Unjárgga",),
    "Gáivuotna": ("Gáivuona",),
    "Omasvuotna": ("Omasvuona",),
    "Loabák": ("Loabága",),
    "Snåase": ("Snåasen",),
    "Raarvihke": ("Raarvihken",),
}
"""Sámi names as they stand before the word for a municipality, in the genitive, or are spelled."""
_PARTS = re.compile(r"\s+[-–]\s+|/")
_QUALIFIED = re.compile(r"(?P<name>.+?)\s*(?:\((?P<one>[^()]+)\)|\s[iI]\s(?P<other>.+))")


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
    text = files("graphtool").joinpath("municipalities.csv").read_text(encoding="utf-8")
    _, *rows = csv.reader(text.splitlines())
    return tuple(
        Municipality(number, name, county, since, until, tuple(successors.split()))
        for number, name, county, since, until, successors in rows
    )


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
    text = files("graphtool").joinpath("counties.csv").read_text(encoding="utf-8")
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

    >>> [county_of(one) for one in find("Kongsberg")]
    ['Buskerud', 'Viken', 'Buskerud']
    """
    county = counties().get(one.number[:2])
    return county.name if county else ""


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


def bare(name: str) -> str:
    """A name without the word «kommune» behind it, in any of its forms and languages.

    >>> bare("Kongsberg kommunes"), bare("Kárášjoga gielda"), bare("Kommunerådet")
    ('Kongsberg', 'Kárášjoga', 'Kommunerådet')

    A name in which nothing of `CALLED` stands is bare.
    """
    called = _CALLED.fullmatch(name)
    return called["name"] if called else name


def _named(text: str) -> list[Municipality]:
    name = bare(text)
    if found := _by_name().get(folded(name)):
        return list(found)
    parts = [bare(part) for part in _PARTS.split(name)]
    if several := _by_name().get(folded(parts[0])):
        ways = {folded(part) for part in parts}
        return [one for one in several if ways <= set(map(folded, _spellings(one)))]
    qualified = _QUALIFIED.fullmatch(name)
    if qualified is None:
        return []
    county = folded(qualified["one"] or qualified["other"])
    return [
        one for one in _by_name().get(folded(qualified["name"]), ()) if folded(one.county) == county
    ]


def names(one: Municipality) -> list[str]:
    """Its whole name, and each language's part of it.

    >>> names(find("Karasjok")[0])
    ['Kárášjohka - Karasjok', 'Kárášjohka', 'Karasjok']
    """
    return list(dict.fromkeys([one.name, *_PARTS.split(one.name)]))


def _spellings(one: Municipality) -> list[str]:
    """Its names, and how these are written besides."""
    return [said for name in names(one) for said in (name, *_ALSO.get(name, ()))]


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


def in_force(found: Sequence[Municipality], day: str) -> Municipality | None:
    """The one of these that was there on a day, as 2015-04-16; None where none was.

    >>> in_force(find("Kongsberg"), "2015-04-16").number, in_force(find("Haram"), "2021-01-01")
    ('0604', None)
    """
    return next((one for one in found if one.since <= day <= (one.until or "9999")), None)


@lru_cache(maxsize=1 << 11)
def days(found: tuple[Municipality, ...]) -> frozenset[str]:
    """The days, of all on which anything changed, on which one of these was there.

    >>> sorted(days(find("3006")))[0], days(find("0604")) & days(find("3006"))
    ('2020-01-01', frozenset())
    """
    starts = {one.since for one in entries()}
    return frozenset(day for day in starts if in_force(found, day))


def same_land(one: Municipality) -> tuple[Municipality, ...]:
    """Today's municipalities that together are what it was: itself, renumbered, or its parts.

    Empty where it became part of a larger one. Farms that changed hands are not counted.

    >>> [now.name for now in same_land(find("0604")[0])], same_land(find("Songdalen")[0])
    (['Kongsberg'], ())
    >>> [now.name for now in same_land(find("1507")[0])]
    ['Ålesund', 'Haram']
    """
    if not one.until:
        return (one,)
    land = [same_land(next_) for next_ in after(one) if len(_before()[next_]) == 1]
    whole = len(land) == len(after(one)) and all(land)
    return tuple(now for part in land for now in part) if whole else ()


@lru_cache(maxsize=1 << 11)
def after(one: Municipality) -> tuple[Municipality, ...]:
    """What it became on the day after its last; () for one that is there now.

    >>> [(next_.number, next_.name) for next_ in after(find("Songdalen")[0])]
    [('4204', 'Kristiansand')]
    """
    if not one.until:
        return ()
    day = (datetime.date.fromisoformat(one.until) + datetime.timedelta(days=1)).isoformat()
    rows = (in_force(_by_number().get(number, ()), day) for number in one.successors)
    return tuple(row for row in rows if row is not None)


@lru_cache(maxsize=1)
def _before() -> dict[Municipality, list[Municipality]]:
    """By each that came of others, those."""
    found: dict[Municipality, list[Municipality]] = {}
    for one in entries():
        for next_ in after(one):
            found.setdefault(next_, []).append(one)
    return found


def told_apart(found: Sequence[Municipality], words: Iterable[str]) -> tuple[Municipality, ...]:
    """Of municipalities of one name those whose number or county is among words beside it.

    All of them where none is.

    >>> [one.number for one in told_apart(find("Herøy"), ("Nordland fylke", "2024"))]
    ['1818']
    """
    said = {county_key(word) for word in words}
    numbers = {word.rjust(4, "0") for word in said if word.isdecimal()}
    fitting = [one for one in found if one.number in numbers or folded(county_of(one)) in said]
    if not fitting or are_several(fitting):
        return tuple(found)  # nothing beside it tells, or too much
    same = set(fitting)
    for _ in found:  # whatever came before and after under the same name
        same |= {one for one in found if same & {*after(one)} or any(one in after(s) for s in same)}
    return tuple(one for one in found if one in same)


@lru_cache(maxsize=1 << 14)
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
        for name in _spellings(one):
            found.setdefault(folded(name), []).append(one)
    return found
