"""What became of a municipality: what it was on a day, what came after it, on the same land."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import lru_cache

from graphtool.municipalities.classification import Municipality, by_number, entries


def are_several(found: Sequence[Municipality]) -> bool:
    """Whether these are different municipalities: two of them were there on one day.

    >>> from graphtool.municipalities import find
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

    >>> from graphtool.municipalities import find
    >>> in_force(find("Kongsberg"), "2015-04-16").number, in_force(find("Haram"), "2021-01-01")
    ('0604', None)
    """
    return next((one for one in found if one.since <= day <= (one.until or "9999")), None)


@lru_cache(maxsize=1 << 11)
def days(found: tuple[Municipality, ...]) -> frozenset[str]:
    """The days, of all on which anything changed, on which one of these was there.

    >>> from graphtool.municipalities import find
    >>> sorted(days(find("3006")))[0], days(find("0604")) & days(find("3006"))
    ('2020-01-01', frozenset())
    """
    starts = {one.since for one in entries()}
    return frozenset(day for day in starts if in_force(found, day))


def same_land(one: Municipality) -> tuple[Municipality, ...]:
    """Today's municipalities that together are what it was: itself, renumbered, or its parts.

    Empty where it became part of a larger one. Farms that changed hands are not counted.

    >>> from graphtool.municipalities import find
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

    >>> from graphtool.municipalities import find
    >>> [(next_.number, next_.name) for next_ in after(find("Songdalen")[0])]
    [('4204', 'Kristiansand')]
    """
    if not one.until:
        return ()
    day = (datetime.date.fromisoformat(one.until) + datetime.timedelta(days=1)).isoformat()
    rows = (in_force(by_number().get(number, ()), day) for number in one.successors)
    return tuple(row for row in rows if row is not None)


@lru_cache(maxsize=1)
def _before() -> dict[Municipality, list[Municipality]]:
    """By each that came of others, those."""
    found: dict[Municipality, list[Municipality]] = {}
    for one in entries():
        for next_ in after(one):
            found.setdefault(next_, []).append(one)
    return found
