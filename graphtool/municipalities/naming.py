"""What a name or a number means, as people write it, and how municipalities are called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from graphtool.language import folded, normalised
from graphtool.municipalities.classification import (
    Municipality,
    by_number,
    county_key,
    county_of,
    entries,
)
from graphtool.municipalities.history import after, are_several

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


@lru_cache(maxsize=1 << 14)
def find(word: str) -> tuple[Municipality, ...]:
    """Whatever a name or a number may mean, as a person writes it, the latest first; () for none.

    A number that has lost its zero, number and name together, a name in either language, with
    «kommune» or its county after it.

    >>> [one.number for one in find("KONGSBERG kommune")]
    ['3303', '3006', '0604']
    >>> [find(word)[0].name for word in ("301", "0633 - Nore og Uvdal", "Karasjok")]
    ['Oslo', 'Nore og Uvdal', 'Kárášjohka - Karasjok']
    >>> [find(word)[0].number for word in ("Unjárga-Nesseby", "Deatnu - Tana")], find("Tinn-Vinje")
    (['5636', '5628'], ())
    >>> {one.county for one in find("Herøy (Nordland)")}, find("Kongsberg Innovasjon")
    ({'Nordland'}, ())
    """
    text = normalised(word)
    if numbered := _NUMBERED.fullmatch(text):
        found = by_number().get(numbered["number"].rjust(4, "0"), ())
        name = numbered["name"]
        return tuple(one for one in found if not name or one in _named(name))
    return tuple(_named(text))


def _named(text: str) -> list[Municipality]:
    name = bare(text)
    if found := _by_name().get(folded(name)):
        return list(found)
    for parts in (_PARTS.split(name), re.split("[-–]", name)):  # «Unjárga-Nesseby», too
        ways = {folded(bare(part)) for part in parts}
        if several := _by_name().get(folded(bare(parts[0]))):
            return [one for one in several if ways <= set(map(folded, _spellings(one)))]
    qualified = _QUALIFIED.fullmatch(name)
    if qualified is None:
        return []
    county = folded(qualified["one"] or qualified["other"])
    return [
        one for one in _by_name().get(folded(qualified["name"]), ()) if folded(one.county) == county
    ]


def bare(name: str) -> str:
    """A name without the word «kommune» behind it, in any of its forms and languages.

    >>> bare("Kongsberg kommunes"), bare("Kárášjoga gielda"), bare("Kommunerådet")
    ('Kongsberg', 'Kárášjoga', 'Kommunerådet')

    A name in which nothing of `CALLED` stands is bare.
    """
    called = _CALLED.fullmatch(name)
    return called["name"] if called else name


def names(one: Municipality) -> list[str]:
    """Its whole name, and each language's part of it.

    >>> names(find("Karasjok")[0])
    ['Kárášjohka - Karasjok', 'Kárášjohka', 'Karasjok']
    """
    return list(dict.fromkeys([one.name, *_PARTS.split(one.name)]))


def _spellings(one: Municipality) -> list[str]:
    """Its names, and how these are written besides."""
    return [said for name in names(one) for said in (name, *_ALSO.get(name, ()))]


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
def _by_name() -> dict[str, list[Municipality]]:
    """By the whole name, and by each language's part of it."""
    found: dict[str, list[Municipality]] = {}
    for one in sorted(entries(), key=lambda one: (one.since, one.number), reverse=True):
        for name in _spellings(one):
            found.setdefault(folded(name), []).append(one)
    return found
