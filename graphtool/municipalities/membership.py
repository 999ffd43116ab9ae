"""The municipalities that a region is said to have: by name or number, or by their county."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graphtool.errors import GraphtoolError, did_you_mean
from graphtool.language import OR, Said, Text, together
from graphtool.municipalities.classification import (
    Municipality,
    counties,
    county_key,
    county_of,
    entries,
)
from graphtool.municipalities.history import after, in_force
from graphtool.municipalities.naming import find

_SEVERAL = Text(
    "flere kommuner heter det; oppgi nummeret, {numbers}",
    "fleire kommunar heiter det; oppgi nummeret, {numbers}",
    "several municipalities are called so; give the number, {numbers}",
)
_NEVER = Text(
    "ingen kommune heter eller har hett det{hint}",
    "ingen kommune heiter eller har heitt det{hint}",
    "no municipality is or was called so{hint}",
)
_NO_LONGER = Text(
    "er ingen kommune siden {until}; den ble {became}",
    "er ingen kommune sidan {until}; han blei {became}",
    "is no municipality since {until}; it became {became}",
)
_ELSEWHERE = Text(
    "{member}: er ingen kommune i {county}, men i {other}",
    "{member}: er ingen kommune i {county}, men i {other}",
    "{member}: is no municipality of {county} but of {other}",
)
_NOT_YET = Text(
    "er en kommune først fra {since}",
    "er ein kommune først frå {since}",
    "is a municipality only from {since} on",
)


def county_called(name: str, day: str) -> str | None:
    """The county of that name on a day; None where there is none.

    >>> county_called("Agder fylke", "2024-01-01"), county_called("Agder", "2015-01-01")
    ('Agder', None)
    """
    key = county_key(name)
    for one in counties().values():
        if county_key(one.name) == key and one.since <= day <= (one.until or "9999"):
            return one.name
    return None


def of_county(county: str, day: str) -> list[Municipality]:
    """The municipalities of a county on a day, by its name as `county_called` gives it.

    >>> len(of_county("Agder", "2024-01-01"))
    25
    """
    there = (one for one in entries() if in_force([one], day))
    return [one for one in there if county_of(one) == county]


def named(members: Iterable[str], day: str) -> list[Municipality]:
    """The municipalities of these names or numbers on a day, each once.

    Raises `GraphtoolError` with every one that is unknown, ambiguous or not there that day.

    >>> [one.number for one in named(["Valle", "4222"], "2024-01-01")]
    ['4221', '4222']
    """
    found, wrong = [], []
    for word in members:
        meant = find(word)
        there = [one for one in meant if in_force([one], day)]
        if meant and not there:  # a number of another year, of one that has its name still
            same_name = find(meant[0].name)
            there = [one for one in same_name if in_force([one], day)]
        if len(there) == 1:
            found += [one for one in there if one not in found]
        else:
            wrong.append(together([f"{word}: ", _why_not(word, meant, there, day)]))
    if wrong:
        raise GraphtoolError(together(wrong, "\n"))
    return found


def require_within(towns: Iterable[Municipality], county: str) -> None:
    """Raises `GraphtoolError` with every municipality that is of another county."""
    others = [(one.name, county_of(one)) for one in towns]
    wrong = [
        Said(_ELSEWHERE, member=name, county=county, other=other)
        for name, other in others
        if other != county
    ]
    if wrong:
        raise GraphtoolError(together(wrong, "\n"))


def _why_not(
    word: str, meant: Sequence[Municipality], there: Sequence[Municipality], day: str
) -> Said:
    if there:
        called = [f"{one.number} ({county_of(one)})" for one in there]
        return Said(_SEVERAL, numbers=together([w for one in called for w in (OR, one)][1:]))
    if not meant:
        known = {one.name for one in entries() if not one.until}
        return Said(_NEVER, hint=did_you_mean(word, known))
    last = meant[0]
    if last.until and last.until < day:
        became = ", ".join(one.name for one in after(last))
        return Said(_NO_LONGER, until=last.until, became=became)
    return Said(_NOT_YET, since=last.since)
