"""When, as people write it in a cell: a date in any of its forms, or words that are kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal

from graphtool import dates
from graphtool.language import folded
from graphtool.recognition import wording, words

TURN = 70
"""A year of two digits from here on lies in the last century."""
MONTHS = 12
"""Of a year."""
_DAY = re.compile(r"(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>\d{4}|\d{2})")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?(?:[ t][\d:.]+z?)?")
_WORDS = re.compile(r"(?:(?P<day>\d{1,2})[.]?\s+)?(?P<name>[^\W\d]+)[.]?\s+(?P<year>\d{4})")
_SHORT = re.compile(r"(?P<name>[^\W\d]{3,9})(?:[.-]| ?['’])(?P<year>\d{2})")
"""«jan.25», «jan-25» and «jan '25»: as Excel writes a month."""
_LATER = re.compile(r"(?P<name>[^\W\d]{3,9})[.]? (?P<year>3[2-9]|[4-9]\d)")
"""«juni 35»: a number behind a month and a space that is no day of it, as in «June 30»."""
_NUMBERED = re.compile(r"(?P<month>\d{1,2})[./](?P<year>\d{4})")
QUARTER = r"(?:[qk](?P<one>[1-4])|(?P<two>[1-4])[.]?\s*(?:kvartal|kv|quarter)[.]?)"
"""A quarter of a year without its year, as part of an expression."""
_QUARTER = re.compile(
    rf"{QUARTER}\s*[-/]?\s*(?P<year>\d{{4}}|\d{{2}})"
    r"|(?P<first>\d{4})\s*[-/]?\s*[qk](?P<three>[1-4])"
)
_SPAN = re.compile(r"(?P<one>\d{4})\s*[-–—/]\s*(?P<other>\d{4}|\d{2})")


_EITHER = re.compile(r"(?P<one>\d{1,2})[/-](?P<other>\d{1,2})[/-](?P<year>\d{4}|\d{2})")
"""A day whose day or month may stand first: 3/25/2026 is what an American program writes."""
Order = Literal["day", "month", "mixed", ""]
"""What stands first in the dates of a column; empty where none of them tells."""


def order(cells: Iterable[str]) -> Order:
    """What the dates of a column tell of their order: one of the two is no month.

    >>> order(["3/4/2026", "3/25/2026"]), order(["25/3/2026"]), order(["3/4/2026", "vår"])
    ('month', 'day', '')
    """
    dated = (text for text in cells if text[:1].isdigit() and ("/" in text or "-" in text))
    found = {one for text in dated for one in _first_of(text)}
    if len(found) > 1:
        return "mixed"
    return found.pop() if found else ""


def _first_of(cell: str) -> Iterator[Literal["day", "month"]]:
    """What stands first in a date, where it can be but one of the two."""
    found = _EITHER.fullmatch(wording.plain(cell))
    if found:
        one, other = int(found["one"]), int(found["other"])
        if other <= MONTHS < one:
            yield "day"
        elif one <= MONTHS < other:
            yield "month"


def in_order(cell: str, told: Order) -> str | None:
    """The moment that a cell of a column is whose dates tell their order; None where it is none.

    Of a mixed column only what can be read in one way is one; of another, what can be read in one
    way is read so, whatever stands first in the others.

    >>> in_order("12/31/2026", "day"), in_order("31/12/2026", "month")
    ('2026-12-31', '2026-12-31')
    >>> in_order("3/4/2026", "month"), in_order("3/4/2026", ""), in_order("3/4/2026", "mixed")
    ('2026-03-04', '2026-04-03', None)
    """
    if not told or not (found := _EITHER.fullmatch(wording.plain(cell))):
        return moment(cell)
    one, other, year = found["one"], found["other"], _year(found["year"])
    first = next(_first_of(cell), "")
    if told == "mixed" and not first and one != other:
        return None
    is_month_first = told == "month" if not first else first == "month"
    day, month = (other, one) if is_month_first else (one, other)
    return _date({"day": day, "month": month, "year": year}) or None


@lru_cache(maxsize=wording.MANY)
def moment(cell: str) -> str | None:
    """A year, month, day, quarter or span of years as ISO 8601 writes it; None where it is none.

    >>> [moment(cell) for cell in ("16.04.15", "1. jan 2015", "juni 2016", "2026")]
    ['2015-04-16', '2015-01-01', '2016-06', '2026']
    >>> [moment(cell) for cell in ("Q3 2025", "2. kvartal 2016", "2015-2017", "2015/16", "Årlig")]
    ['2025-Q3', '2016-Q2', '2015/2017', '2015/2016', None]
    """
    text = folded(wording.plain(cell)).rstrip(".")
    if found := _SPAN.fullmatch(text):
        one, other = found["one"], found["other"]
        last = other if len(other) == len(one) else one[:2] + other
        if last > one:
            return f"{one}/{last}"
    if found := _QUARTER.fullmatch(text):
        quarter = found["one"] or found["two"] or found["three"]
        return f"{_year(found['year'] or found['first'])}-Q{quarter}"
    if dates.is_partial_date(text):
        return text
    for shape in (_DAY, _ISO, _WORDS, _NUMBERED, _SHORT, _LATER):
        if found := shape.fullmatch(text):
            date = _date(found.groupdict())
            if date:
                return date
    return None


def is_no_day(cell: str) -> bool:
    """Whether a cell is written as a day, and the calendar has no such day in either order.

    >>> [is_no_day(cell) for cell in ("31.06.2025", "2025-02-30", "30.6.2025", "3/25/2026", "vår")]
    [True, True, False, False, False]
    """
    text = wording.plain(cell)
    is_written_so = _DAY.fullmatch(text) or _ISO.fullmatch(folded(text))
    return bool(is_written_so) and not moment(cell) and not in_order(cell, "month")


def _year(digits: str) -> str:
    """The year of these two or four digits."""
    if len(digits) == len("2015"):
        return digits
    return f"{'19' if int(digits) >= TURN else '20'}{digits}"


def _date(parts: dict[str, str | None]) -> str:
    """The date that these parts make; empty where there is no such day."""
    year, day = _year(parts["year"] or ""), parts.get("day")
    month = (
        words.months().get(parts["name"] or "", 0) if "name" in parts else int(parts["month"] or 0)
    )
    date = f"{year}-{month:02}" + (f"-{int(day):02}" if day else "")
    return date if dates.is_partial_date(date) else ""
