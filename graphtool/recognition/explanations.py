"""What explains a sign in a text: «A = Ansvarlig; D = Deltar», «Ansvar: KH = Kari Hansen»."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple


class Explanation(NamedTuple):
    """A sign and what is said of it."""

    sign: str
    said: str
    is_equal: bool
    """Whether «=» stands between them, which nobody writes in a title."""


class _Patterns(NamedTuple):
    one: re.Pattern[str]
    """A sign and what it means, behind words that end in a colon."""
    between: re.Pattern[str]
    """What parts one from the next: a comma only where a sign follows."""


def explanations(text: str, sign: str) -> list[Explanation | str]:
    """Each sign that a text explains, in its order, and as text what stands between and is none.

    Not what leads to them and ends in a colon: «Ansvar: KH = Kari Hansen».

    `sign` is the expression that a sign matches, as `[A-ZÆØÅ]{1,2}`.

    >>> explanations("A=Ansvarlig, leder, D - Deltar", "[A-Z]")
    [Explanation(sign='A', said='Ansvarlig, leder', is_equal=True), \
Explanation(sign='D', said='Deltar', is_equal=False)]
    >>> explanations("Ansvar: KH = Kari Hansen", "[A-Z]{2}")[0].said, explanations("", "[A-Z]")
    ('Kari Hansen', [])
    """
    patterns = _patterns(sign)
    pieces = map(str.strip, patterns.between.split(text))
    return [_one(one, patterns.one) for one in pieces if one and not one.endswith(":")]


def _one(piece: str, pattern: re.Pattern[str]) -> Explanation | str:
    found = pattern.fullmatch(piece)
    return Explanation(found["sign"], found["said"], "=" in found["is"]) if found else piece


@lru_cache(maxsize=4)
def _patterns(sign: str) -> _Patterns:
    within = rf"\(?(?:{sign})\)?"
    return _Patterns(
        re.compile(
            rf"(?:[^=:]*:\s*)?\(?(?P<sign>{sign})\)?"
            r"(?P<is>\s*[=:]\s*|\s+[-–—]\s*|[-–—]\s+)(?P<said>\S.*)"
        ),
        re.compile(
            rf"[;|\n]|,\s*(?={within}(?:\s*[=:]|\s+[-–—]|[-–—]\s))|\s(?={within}\s?[=:]\s?\S)"
        ),
    )
