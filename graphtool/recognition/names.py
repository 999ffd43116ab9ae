"""How names in people's own sheets compare: what tells one from another, and what does not."""

from __future__ import annotations

import re
from functools import lru_cache

from graphtool import municipalities, schema, spellings
from graphtool.recognition import graph_words, wording

_NUMBER = re.compile(
    r"(?:(?P<word>[^\W\d]+)\s+)?(?P<number>\d+(?:[.]\d+)*[a-z]?)(?P<end>[.:)]*)\s+(?P<name>.+)"
)
LISTING = re.compile("[,;+]")
"""Signs that part the names of a list, and that few names hold."""


@lru_cache(maxsize=wording.MANY)
def numbered(name: str) -> tuple[str, str] | None:
    """The number that a title begins with, and the rest of it; None where it has none.

    >>> numbered("1.2 Etablererkurs"), numbered("Mål 1: Vekst"), numbered("3 nye busser")
    (('1.2', 'Etablererkurs'), ('1', 'Vekst'), None)
    """
    found = _NUMBER.fullmatch(name)
    if found is None or (found["word"] and graph_words.kind(found["word"]) is None):
        return None
    is_title = bool(found["word"] or found["end"] or "." in found["number"])
    return (found["number"], found["name"]) if is_title else None


def family(kind: str) -> str:
    """Municipalities and actors are looked up together.

    >>> family("Municipality"), family("Goal")
    ('party', 'Goal')
    """
    return "party" if kind in schema.PARTIES else kind


@lru_cache(maxsize=wording.MANY)
def is_official(name: str) -> bool:
    """Whether a name is a municipality's or a county's.

    >>> [is_official(name) for name in ("Nore og Uvdal", "Agder", "Visit Numedal")]
    [True, True, False]
    """
    if name[:1].isalpha() and LISTING.search(name):
        return False  # no official name holds these signs
    return bool(municipalities.find(name)) or municipalities.is_county(name)


@lru_cache(maxsize=wording.MANY)
def key(kind: str, name: str) -> str:
    """What names of a kind that are the same have in common.

    >>> key("Municipality", "Tinn kommune"), key("Goal", "Økt vekst.")
    ('tinn', 'økt vekst')
    """
    text = spellings.key(wording.plain(name))
    if kind in schema.PARTIES:
        return text.removesuffix(" kommune") if kind == "Municipality" else text
    return text.rstrip(" .:")
