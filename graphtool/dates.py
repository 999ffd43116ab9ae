"""Dates as plans state them: a year, a month or a day, kept as precise as they were said.

A partial date is text, `2015`, `2015-04` or `2015-04-16`. As a beginning it means its first day,
as an end its last day, and as a day to look at (`--as-of 2015`) its last day: the state at the
end of that year. Text compares right once it is cut to the shorter length, in Python and in
Cypher alike, so no calendar is needed after validation.
"""

from __future__ import annotations

import calendar
import datetime
import re

_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)

EXPECTED = "a year, month or day as 2015, 2015-04 or 2015-04-16"


def is_partial_date(text: str) -> bool:
    """Whether the text is a year, month or day that exists.

    >>> [is_partial_date(t) for t in ("2015", "2015-04", "2016-02-29", "2015-02-29", "16.04.15")]
    [True, True, True, False, False]
    """
    match = _SHAPE.fullmatch(text)
    if match is None:
        return False
    year, month, day = (int(part) if part else 1 for part in match.groups())
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True


def has_begun(valid_from: str, day: str) -> bool:
    """Whether something that is valid from a date is so on a day; empty means always.

    >>> has_begun("2015-04", "2015-04-01"), has_begun("2015-04", "2015"), has_begun("2016", "2015")
    (True, True, False)
    """
    return valid_from[: len(day)] <= day


def has_ended(valid_to: str, day: str) -> bool:
    """Whether something that is valid up to and including a date is over on a day.

    >>> has_ended("2015", "2015-12-31"), has_ended("2015-04", "2015"), has_ended("", "2015")
    (False, True, False)
    """
    return bool(valid_to) and valid_to < last_day(day)[: len(valid_to)]


def runs_backwards(valid_from: str, valid_to: str) -> bool:
    """Whether the end lies before the beginning, both given.

    >>> runs_backwards("2015-04", "2015"), runs_backwards("2015-04", "2015-03-31")
    (False, True)
    """
    shorter = min(len(valid_from), len(valid_to))
    return bool(valid_to) and valid_to[:shorter] < valid_from[:shorter]


def last_day(day: str) -> str:
    """The last day that a year, month or day means.

    >>> last_day("2015"), last_day("2016-02"), last_day("2015-04-16")
    ('2015-12-31', '2016-02-29', '2015-04-16')
    """
    if len(day) == len("2015"):
        return f"{day}-12-31"
    if len(day) == len("2015-04"):
        year, month = int(day[:4]), int(day[5:])
        return f"{day}-{calendar.monthrange(year, month)[1]}"
    return day
