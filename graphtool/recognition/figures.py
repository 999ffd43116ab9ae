"""How much, as Norwegians write it in a cell: decimal comma, thousands, a unit behind it."""

from __future__ import annotations

import re
from typing import NamedTuple

from graphtool.recognition.wording import plain
from graphtool.recognition.words import is_one

_FIGURE = re.compile(
    r"(?:(?P<before>kr|nok|€|eur)[.]?\s*)?"
    r"(?P<number>[-−]?\d{1,3}(?:[ '.]\d{3})+(?:,\d+)?|[-−]?\d+(?:[.,]\d+)?)"
    r"(?:,-)?\s*(?P<unit>[^\d\s][^\d]*)?",
    re.IGNORECASE,
)
_UNIT = re.compile(r"\((?P<unit>[^()]*)\)\s*$")
_THOUSANDS = re.compile(r"[-−]?[1-9]\d{0,2}(?:[ '.]\d{3})+(?:,\d+)?")
_DECIMAL = re.compile(r"[-−]?\d+[.]\d+")
_MAYBE = re.compile(r"[-−]?[1-9]\d{0,2}[.]\d{3}")


class Figure(NamedTuple):
    """A number and what it counts."""

    value: str
    """As Python writes it."""
    unit: str
    may_be_decimal: bool = False
    """Whether the point may as well be a decimal point: 2.027 was taken for two thousand."""


def figure(cell: str, heading: str = "", *, is_decimal: bool = False) -> Figure | None:
    """The number that a cell holds, its unit from the cell or else from the heading; None for none.

    `is_decimal` says that a point is a decimal point, as other cells of the column show.

    >>> [figure(cell)[:2] for cell in ("91,5 mill. kr", "1 200,50", "33,3 %", "2.027 km²")]
    [('91.5', 'mill. kr'), ('1200.5', ''), ('33.3', '%'), ('2027', 'km²')]
    >>> figure("0.333")[:2]  # no thousand begins with a nought
    ('0.333', '')
    >>> figure("0,25", "Andel (%)")[:2], figure("1.1 Fond"), figure("12. mars")
    (('0.25', '%'), None, None)
    """
    found = _FIGURE.fullmatch(plain(cell))
    if found is None:
        return None
    digits = found["number"].replace("−", "-")
    is_guess = bool(_MAYBE.fullmatch(digits))
    if _THOUSANDS.fullmatch(digits) and not (is_guess and is_decimal):
        plainer = re.sub(r"[ '.]", "", digits)
    else:
        plainer, is_guess = digits, False
    number = float(plainer.replace(",", "."))
    value = str(int(number)) if number.is_integer() else repr(number)
    unit = (found["unit"] or found["before"] or unit_of(heading)).strip()
    if found["unit"] and not _is_unit(unit):
        return None
    return Figure(value, unit, is_guess and not found["unit"])


def has_decimal_point(cell: str) -> bool:
    """Whether a point in a cell can be nothing but a decimal point.

    >>> [has_decimal_point(cell) for cell in ("8.0297", "8.03", "2.027", "1.1 Fond")]
    [True, True, False, False]
    """
    text = plain(cell)
    return bool(_DECIMAL.fullmatch(text)) and not _MAYBE.fullmatch(text)


def _is_unit(unit: str) -> bool:
    """Whether these words are units and not the rest of a sentence."""
    return all(is_one("units", word.strip(".,")) for word in unit.split())


def unit_of(heading: str) -> str:
    """The unit in brackets behind a heading; empty for none.

    >>> unit_of("Ramme (kr)"), unit_of("Ramme (utkast)")
    ('kr', '')
    """
    found = _UNIT.search(heading)
    return found["unit"] if found and _is_unit(found["unit"]) else ""
