"""Dates as plans state them: a year, a month or a day, kept as precise as they were said.

A partial date is text, `2015`, `2015-04` or `2015-04-16`. As a beginning it means its first day,
as an end its last day, and as a day to look at (`--as-of 2015`) its last day: the state at the
end of that year. Where days are compared they are whole numbers, 20150416: `first_number` of a
beginning, `last_number` of an end or of the day that is looked at.
"""

from __future__ import annotations

import calendar
import datetime
import re

from graphtool.errors import GraphtoolError
from graphtool.language import Said, Text

_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)

ALWAYS, FOREVER = 1_01_01, 9999_12_31
"""The numbers of an open beginning and of an open end: the first and the last day there are."""
NEVER = 0
"""As the last day of a period: there is none. It is before every day."""

EXPECTED = Text(
    "et år, en måned eller en dag, som 2015, 2015-04 eller 2015-04-16",
    "eit år, ein månad eller ein dag, som 2015, 2015-04 eller 2015-04-16",
    "a year, month or day as 2015, 2015-04 or 2015-04-16",
)
NO_DATE = Text(
    "«{value}» er ingen dato; ventet {expected}",
    "«{value}» er ingen dato; venta {expected}",
    "{value!r} is no date; expected {expected}",
)


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


def first_number(valid_from: str) -> int:
    """The first day that a beginning means, as a number; the first there is where it is empty.

    >>> [first_number(text) for text in ("2015", "2015-04", "2015-04-16", "")]
    [20150101, 20150401, 20150416, 10101]
    """
    if not valid_from:
        return ALWAYS
    return int((valid_from + "-01-01")[: len("2015-04-16")].replace("-", ""))


def last_number(valid_to: str) -> int:
    """The last day that an end, or a day to look at, means, as a number.

    The last there is where it is empty.

    >>> [last_number(text) for text in ("2015", "2016-02", "2015-04-16", "")]
    [20151231, 20160229, 20150416, 99991231]
    """
    return int(last_day(valid_to).replace("-", "")) if valid_to else FOREVER


def after(day: int) -> int:
    """The number of the next day: after the last of all a greater number, after `NEVER` the first.

    >>> after(20151231), after(20160228), after(FOREVER) > FOREVER, after(NEVER)
    (20160101, 20160229, True, 10101)
    """
    if day < ALWAYS:
        return ALWAYS
    return _moved(day, 1) if day < FOREVER else FOREVER + 1


def before(day: int) -> int:
    """The number of the day before; the inverse of `after`, and `NEVER` before the first of all.

    >>> before(20160101), before(after(FOREVER)) == FOREVER, before(ALWAYS)
    (20151231, True, 0)
    """
    if day <= ALWAYS:
        return NEVER
    return _moved(day, -1) if day <= FOREVER else FOREVER


def _moved(day: int, by: int) -> int:
    date = datetime.date(day // 10_000, day // 100 % 100, day % 100) + datetime.timedelta(by)
    return date.year * 10_000 + date.month * 100 + date.day


def require_day(day: str) -> str:
    """The day itself; raises `GraphtoolError` where it is none."""
    if not is_partial_date(day):
        raise GraphtoolError(Said(NO_DATE, value=day, expected=EXPECTED))
    return day


def has_begun(valid_from: str, day: str) -> bool:
    """Whether something that is valid from a date is so on a day; empty means always.

    >>> has_begun("2015-04", "2015-04-01"), has_begun("2015-04", "2015"), has_begun("2016", "2015")
    (True, True, False)
    """
    return first_number(valid_from) <= last_number(day)


def has_ended(valid_to: str, day: str) -> bool:
    """Whether something that is valid up to and including a date is over on a day.

    >>> has_ended("2015", "2015-12-31"), has_ended("2015-04", "2015"), has_ended("", "2015")
    (False, True, False)
    """
    return last_number(valid_to) < last_number(day)


def runs_backwards(valid_from: str, valid_to: str) -> bool:
    """Whether the end lies before the beginning, both given.

    >>> runs_backwards("2015-04", "2015"), runs_backwards("2015-04", "2015-03-31")
    (False, True)
    """
    return last_number(valid_to) < first_number(valid_from)


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
