"""Marks of a matrix: what x, words and letters in its cells say.

What letters mean is said by the sheet's own legend (`legends`). Where none does, the letters of
RACI are read as everybody reads them, and what is left is a guess that is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from graphtool.recognition import role_words, wording, words

RACI = frozenset("RASCI")
"""Letters that mean the same to all who use them together."""


@lru_cache(maxsize=wording.MANY)
def letters(text: str) -> tuple[str, ...]:
    """The letters of a mark: «A/R» is two.

    >>> letters("A/R"), letters("**D**, K")
    (('A', 'R'), ('D', 'K'))
    """
    plain = wording.plain(text).upper()
    return tuple(part for part in re.split(r"[\s/,;+&]+", plain) if part)


def roles(text: str, meant: Mapping[str, str | None]) -> list[str] | None:
    """The roles that a mark gives, none for «nei» and the like; None where it is no mark.

    `meant` says what letters mean here.

    >>> roles("x", {}), roles("A/D", {"A": "owner", "D": ""}), roles("Deltek", {}), roles("Q", {})
    (['participants'], ['owner'], ['participants'], None)
    """
    several = [meant.get(letter) for letter in letters(text)]
    if several and None not in several:
        return [role for role in dict.fromkeys(several) if role]
    if words.is_one("present", text):
        return ["participants"]
    if words.is_one("absent", text):
        return []
    role = role_words.part(text, is_whole=True)
    return None if role is None else [role] if role else []


def is_raci(used: Iterable[str]) -> bool:
    """Whether these letters are RACI's, with who is responsible and who is accountable.

    >>> is_raci("RAC"), is_raci("ACI"), is_raci("RAK")
    (True, False, False)
    """
    return {"R", "A"} <= set(used) <= RACI
