"""What headings mean: by themselves, by a word in them, and beside each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple, cast

from graphtool import municipalities
from graphtool.recognition import meanings, wording, words
from graphtool.recognition.meanings import Meaning
from graphtool.recognition.wording import MANY

_QUALIFIED = re.compile(r"[^\s\[\]()]+\[([A-ZÆØÅ][^\[\]]{2,})\]")
"""A column as a data model calls it, behind its table: `Plan[Tiltak]`."""
_ONE_OF = re.compile(
    r"(?P<word>[^\W\d]+)[ .]*(?:(?:i|for|mot|innen) )?\d{1,2}(?:\d\d(?:-\d{2,4})?)?"
)
"""A heading that is one of several, or of a year: «Delmål 1», «Mål 2030», «Mål for 2025-2028»."""
_HUMPS = re.compile("(?<=[a-zæøå])(?=[A-ZÆØÅ])")
"""Where a program joins words: «AnsvarligEnhet»."""
_NAME = re.compile(r"((.{3,}?)s?)na[vm]n")
_NO_HINT = ("omrade", "omradet", "omrader", "dato", "sum", "status")
"""Ends of headings that are no role, whatever else is in them: «ansvarsområde»."""
MUNICIPALITIES = "@municipalities"
"""Stands in a context for headings that are names of municipalities."""


@lru_cache(maxsize=MANY)
def meaning(heading: str) -> Meaning | None:
    """What a column of this heading holds; None where it is not known.

    Of several words with a stroke, «og» or a comma between them, the first that is known counts.

    >>> str(meaning("Hovedmål")), str(meaning("Ansvarleg*")), meaning("Farge")
    ('Goal.main', 'responsible', None)
    >>> str(meaning("Ansvarlig/eier")), str(meaning("Når?"))
    ('responsible', 'deadline')
    >>> str(meaning("Plan[Tiltak]")), str(meaning("Bedriftsnavn")), meaning("Stedsnavn")
    ('Measure', 'Actor', None)
    >>> str(meaning("Politisk ansvarlig")), meaning("Mulige samarbeidspartnere")
    ('responsible', None)
    """
    known = meanings.by_key()
    qualified = _QUALIFIED.fullmatch(heading.strip())
    found = meaning(qualified[1]) if qualified else None
    if found and found.word != "name":
        return found
    said = wording.key(heading)
    if found := known.get(said) or _named(said) or _begun(said) or _unqualified(said):
        return found
    found = next((known[part] for part in several(heading) if part in known), None)
    if found is None and _HUMPS.search(heading):
        return meaning(_HUMPS.sub(" ", heading))
    return found


def several(heading: str) -> list[str]:
    """The words that a stroke, «og» or a comma parts in a heading, as `key` has them; [] for one.

    >>> several("Tiltak/kommunikasjon"), several("Mål")
    (['tiltak', 'kommunikasjon'], [])
    """
    parts = [wording.key(part) for part in re.split(r"[/,&+\n]|\s(?:og|and)\s", heading)]
    return parts if len(parts) > 1 and len(parts[0].split()) <= 2 else []


def _named(heading: str) -> Meaning | None:
    """What «bedriftsnavn» holds: that of which it says that it is the name; None for another."""
    found = _NAME.fullmatch(heading)
    meant = meanings.by_key().get(found[1]) or meanings.by_key().get(found[2]) if found else None
    return meant if meant and meant.group in ("thing", "party") else None


def _begun(heading: str) -> Meaning | None:
    """What a heading in a whole sentence holds, by its first words; None for another."""
    several = _begins().get(heading.partition(" ")[0], ())
    return next((meant for begin, meant in several if heading.startswith(begin)), None)


@lru_cache(maxsize=1)
def _begins() -> dict[str, list[tuple[str, Meaning]]]:
    """By its first word, the beginnings of headings and what these hold."""
    known = meanings.by_word()
    found: dict[str, list[tuple[str, Meaning]]] = {}
    for meant, several in words.lists("begins").items():
        for begin in map(wording.key, several):
            found.setdefault(begin.partition(" ")[0], []).append((begin, known[meant]))
    return found


@lru_cache(maxsize=MANY)
def hint(heading: str) -> Meaning | None:
    """What a heading that is not known may mean, by a word in it; None for nothing.

    >>> str(hint("Ansvarlig for dialog")), hint("Ansvarsområde"), hint("Farge")
    ('responsible', None, None)
    >>> str(hint("Delmål 1"))
    'Goal.sub'
    """
    said = wording.key(heading)
    one = _ONE_OF.fullmatch(said)
    if one and (found := meaning(one["word"])) and found.group == "thing":
        return found
    if not said or said.endswith(_NO_HINT):
        return None
    for meant, several in words.lists("hints").items():
        if any(wording.key(word) in said for word in several):
            return meanings.by_word()[meant]
    return None


def context(headings: Iterable[str]) -> dict[str, Meaning | None]:
    """By the keys of headings, what they mean beside these others; None for as they stand.

    >>> found = context(["Interessent", "Interesse", "Strategi"])
    >>> found["strategi"] is None, context(["Mål", "Strategi"])
    (True, {})
    """
    said = {found: meaning(one) for one in headings if (found := wording.key(one))}
    names = set(said)
    if sum(bool(municipalities.find(one)) for one in headings if one[:1].isupper()) > 1:
        names.add(MUNICIPALITIES)
    known = meanings.by_word()
    out: dict[str, Meaning | None] = {}
    for one in _contexts():
        is_so = all(not names.isdisjoint(several) for several in one.when)
        if is_so and names.isdisjoint(one.unless) and _signs(said, one).isdisjoint(one.unless):
            out |= {heading: known[word] if word else None for heading, word in one.means.items()}
    return out


def _signs(said: Mapping[str, Meaning | None], one: _Context) -> set[str]:
    """What stands in `unless` for headings that mean something of their own in this context."""
    found = [meant for heading, meant in said.items() if meant and heading not in one.means]
    signs = {f"@{meant.word}" for meant in found}
    signs |= {f"@{meant.group}" for meant in found if meant.group in ("thing", "party")}
    first = next((meant for meant in said.values() if not meant or meant.word != "id"), None)
    return signs | ({f"@{first.group} first"} if first else set())


class _Context(NamedTuple):
    when: tuple[frozenset[str], ...]
    means: dict[str, str]
    unless: frozenset[str]


@lru_cache(maxsize=1)
def _contexts() -> tuple[_Context, ...]:
    raw = cast("list[dict[str, Any]]", words.table()["contexts"])
    return tuple(
        _Context(
            tuple(map(_words, row["when"])),
            {wording.key(heading): word for heading, word in row["means"].items()},
            _words(row.get("unless", ())),
        )
        for row in raw
    )


def _words(several: Iterable[str]) -> frozenset[str]:
    """The words of a list of a context as they are compared."""
    return frozenset(one if one[0] == "@" else wording.key(one) for one in several)


def _unqualified(heading: str) -> Meaning | None:
    """The role that «politisk ansvarlig» is one of; None for another heading."""
    first, _, rest = heading.partition(" ")
    meant = meanings.by_key().get(rest) if rest and first in words.listed("qualifiers") else None
    return meant if meant and meant.group == "role" else None


def whose(heading: str) -> str:
    """The kind of thing that a heading of a role says it is a role of; empty for none.

    >>> whose("Måleier"), whose("Ansvarlig")
    ('Goal', '')
    """
    said = wording.key(heading)
    lists = words.lists("whose").items()
    return next((kind for kind, several in lists if said in map(wording.key, several)), "")
