"""Lists of names with commas between them and nothing else to ask about, as most cells have them.

What stands in such a list is the same as `names_in_cells` finds, in a tenth of the time: a plan of
twenty thousand rows has nearly as many lists, of the same few hundred names.
"""

from __future__ import annotations

import re
from functools import lru_cache

from graphtool.recognition import name_forms, wording, words
from graphtool.recognition.names_in_cells import Named

SIGN = ","
_PLAIN = re.compile(r"[^\W\d_](?:[^\W_]|[ .-])*")
"""Letters, digits, points and hyphens: no sign that may part names, or say anything of one."""
_TELLING = frozenset(("og", "and", "samt", "i", "med", "with", "-"))
"""Words by which a name may be several, an office somewhere, or done with another."""
_BY = "ved"


def named(cell: str) -> list[Named] | None:
    """Whom a plain list of two or more names; None for a cell that is to be looked at closely.

    Only where no name that is known holds a comma: such a name would stay whole in the list.

    >>> [one.name for one in named("Tinn, Numedal Bedrift AS") or ()]
    ['Tinn', 'Numedal Bedrift AS']
    >>> named("Tinn"), named("Tinn, Nore og Uvdal"), named("Tinn, alle"), named("Tinn, Kari Dahl")
    (None, None, None, None)
    """
    if SIGN not in cell:
        return None
    found: list[Named] = []
    for part in cell.split(SIGN):
        one = _name(part.lstrip())
        if one is None:
            return None
        found.append(one)
    return found


@lru_cache(maxsize=wording.MANY)
def _name(part: str) -> Named | None:
    """A part of a list that is a name by itself, whatever stands beside it; None for another."""
    if not _PLAIN.fullmatch(part) or not part[0].isalpha() or wording.title(part) != part:
        return None
    several = part.casefold().split()
    if any(word in _TELLING or word.startswith(_BY) for word in several):
        return None
    is_other = (
        words.is_nobody_yet(part)
        or words.names_everybody(part)
        or words.is_one("present", part)
        or words.is_one("municipalities", several[0])
        or words.is_one("municipalities_behind", several[-1])
        or name_forms.may_be_person(part)
    )
    return None if is_other else Named(part)
