"""When, as people write it in a cell: a date in any of its forms, or words that are kept."""

from __future__ import annotations

import re
from functools import lru_cache

from graphtool import dates
from graphtool.language import folded
from graphtool.recognition import words

TURN = 70
"""A year of two digits from here on lies in the last century."""
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


@lru_cache(maxsize=words.MANY)
def moment(cell: str) -> str | None:
    """A year, month, day, quarter or span of years as ISO 8601 writes it; None where it is none.

    >>> [moment(cell) for cell in ("16.04.15", "1. jan 2015", "juni 2016", "2026")]
    ['2015-04-16', '2015-01-01', '2016-06', '2026']
    >>> [moment(cell) for cell in ("Q3 2025", "2. kvartal 2016", "2015-2017", "2015/16", "Årlig")]
    ['2025-Q3', '2016-Q2', '2015/2017', '2015/2016', None]
    """
    text = folded(words.plain(cell)).rstrip(".")
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
