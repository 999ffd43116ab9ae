"""The times of an annual wheel or a schedule: months, quarters, weeks and years as headings.

A sheet says the year once, in its title, and below it only «Jan», «Feb», «Q3», «Mai/juni».
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from graphtool.language import folded
from graphtool.recognition import wording, words
from graphtool.recognition.moments import QUARTER, moment

ENOUGH = 2
"""So many columns of times make a schedule; a single one is a column like another."""
MONTHS = 6
"""So many names of months in a row make it a row of headings."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_DAY = re.compile(r"\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2,4}|\d{4}-\d{2}-\d{2}")
"""A date in a title says when it was written or adopted, and not what year it is about."""
_SPAN = re.compile(r"(?<!\d)(?:19|20)\d{2}\s*[-–—/]\s*(?:(?:19|20)\d{2}|\d{2})(?!\d)")
_QUARTER = re.compile(QUARTER)
_PART = re.compile(
    r"(?:[1-3][.]?\s*(?:tertial|halvår|halvdel)|(?:uke|veke|week)\s*\d{1,2}(?:\s*[-–,]\s*\d{1,2})*)(?:\s*(?:19|20)\d{2})?"
)
_NUMBERS = re.compile(r"\d{1,2}(?:\s*[-–,]\s*\d{1,2})*")
_WEEKS, _PARTS = ("uke", "veke", "week"), ("kvartal", "tertial", "halvår")
_MONTH_WORDS = ("måned", "månad", "mnd", "month")
_MONTH_OF = re.compile(r"([^\W\d]{3,9})[.]? (\d{2})")
"""«jan 25» beside «feb 25», which are headings: months of a year, and no days."""
_BETWEEN = re.compile(r"\s*(?:[/–—-]|\bog\b|\btil\b)\s*")


@lru_cache(maxsize=wording.MANY)
def month(text: str) -> int:
    """The number of the month that a word names; 0 for none.

    >>> month("Jan."), month("AUGUST"), month("Mål")
    (1, 8, 0)
    """
    return words.months().get(folded(wording.plain(text)).rstrip(". "), 0)


@lru_cache(maxsize=wording.MANY)
def period(text: str, year: str = "") -> str:
    """The time that a heading or a cell names, as ISO 8601 writes it where its year is known.

    Without a year it stays in its own words. Empty where it is no time.

    >>> [period(text, "2025") for text in ("Jan", "Mai/juni", "2. kvartal", "Q1 2026", "Uke 12")]
    ['2025-01', '2025-05/2025-06', '2025-Q2', '2026-Q1', 'Uke 12 2025']
    >>> period("Jan"), period("2026"), period("Høst", "2025"), period("Kongsberg")
    ('Jan', '2026', 'Høst 2025', '')
    """
    said = wording.plain(text)
    if number := month(said):
        return f"{year}-{number:02}" if year else said
    whole = folded(said)
    if found := _QUARTER.fullmatch(whole):
        return f"{year}-Q{found['one'] or found['two']}" if year else said
    if _PART.fullmatch(whole) or words.is_one("seasons", said):
        return said if _YEAR.search(said) or not year else f"{said} {year}"
    if known := moment(said):
        return known if any(_YEAR.finditer(known)) else ""
    ends = [month(part) for part in _BETWEEN.split(said)]
    if len(ends) == 2 and all(ends):
        return run([f"{year}-{one:02}" for one in ends]) if year else said
    return ""


def numbered(heading: str, text: str) -> str:
    """A mere number below «Uke», «Kvartal» or «Tertial» in words; any other text as it stands.

    >>> numbered("Uke", "6"), numbered("Kvartal", "2"), numbered("Uke", "uke 20"), numbered("", "6")
    ('uke 6', '2. kvartal', 'uke 20', '6')
    >>> numbered("Veke", "10-12"), numbered("Måned", "3")
    ('veke 10-12', 'mar')
    """
    if not _NUMBERS.fullmatch(text):
        return text
    word = folded(wording.plain(heading)).rstrip(". ")
    if word in _WEEKS:
        return f"{word} {text}"
    if word in _PARTS:
        return f"{text}. {word}"
    names = {number: name for name, number in reversed(words.months().items())}
    is_month = word in _MONTH_WORDS and text.isdecimal()
    return names.get(int(text), text) if is_month else text


def run(times: Sequence[str]) -> str:
    """Times that follow each other as one: from the first to the last.

    >>> run(["2025-08", "2025-09", "2025-10"]), run(["Aug", "Sep"]), run(["2026"])
    ('2025-08/2025-10', 'Aug – Sep', '2026')
    """
    first, last = times[0], times[-1]
    if first == last:
        return first
    return (
        f"{first}/{last}" if first[:4].isdecimal() and last[:4].isdecimal() else f"{first} – {last}"
    )


def year_of(texts: Iterable[str]) -> str:
    """The year that the first of these texts names which names one alone; empty for none.

    >>> year_of(["Vedtatt 12.12.2024", "Årshjul 2025"]), year_of(["2025-2028"]), year_of(["24/25"])
    ('2025', '', '')
    """
    for text in (_DAY.sub("", one) for one in texts):
        if not _SPAN.search(text) and len(found := set(_YEAR.findall(text))) == 1:
            return found.pop()
    return ""


def columns(headings: Mapping[int, str], year: str) -> dict[int, str]:
    """The places of the columns that are times, and which; {} where there are too few for that.

    >>> columns({0: "Tiltak", 1: "Jan", 2: "Feb"}, "2025"), columns({0: "Tiltak", 1: "Mai"}, "")
    ({1: '2025-01', 2: '2025-02'}, {})
    >>> columns(dict(enumerate("JFMAMJJASOND")), "")[11]
    'des'
    """
    dated = {at: _MONTH_OF.sub(r"\1-\2", text) for at, text in headings.items()}
    found = {at: time for at, heading in dated.items() if (time := period(heading, year))}
    if len(set(found.values())) < ENOUGH or len(set(found.values())) < len(found):
        found = _by_initials(headings, year)
    return found


def _by_initials(headings: Mapping[int, str], year: str) -> dict[int, str]:
    """Twelve columns in a row that are called J, F, M, A, ..."""
    names = _names()
    initials = "".join(name[0] for name in names)
    places = sorted(headings)
    letters = "".join(
        text.casefold() if len(text := wording.plain(headings[at])) == 1 else "." for at in places
    )
    start = letters.find(initials)
    if start < 0:
        return {}
    return {places[start + at]: period(name, year) for at, name in enumerate(names)}


@lru_cache(maxsize=1)
def _names() -> tuple[str, ...]:
    """What the months are called for short, in their order."""
    short: dict[int, str] = {}
    for name, number in words.months().items():
        short.setdefault(number, name)
    return tuple(short[number] for number in sorted(short))


def is_header(cells: Iterable[str]) -> bool:
    """Whether these cells are headings because of the months that most of them are.

    >>> is_header(["", "Jan", "Feb", "Mar", "Apr", "Mai", "Jun"]), is_header(["Kai", "jan", "mai"])
    (True, False)
    """
    names = words.months()  # looked up as they stand: every row of a sheet is asked
    return len({names.get(cell.strip(" .").casefold(), 0) for cell in cells} - {0}) >= MONTHS
