"""Where a long Norwegian word may be broken: between the parts of a compound, else by syllables."""

from __future__ import annotations

import re
from functools import lru_cache

LEAST = 3
"""Letters of a word that stand on each side of a break by syllables; one more at a joint."""
HEADS = (
    "analyse",
    "arbeid",
    "befolkning",
    "beredskap",
    "departement",
    "direktorat",
    "forening",
    "forretning",
    "forskning",
    "forvaltning",
    "fylkeskommun",
    "infrastruktur",
    "institutt",
    "kommun",
    "kompetanse",
    "nettverk",
    "næring",
    "område",
    "organisasjon",
    "plasser",
    "program",
    "prosjekt",
    "region",
    "samarbeid",
    "samferdsel",
    "samfunn",
    "satsing",
    "senter",
    "skole",
    "strategi",
    "struktur",
    "tenest",
    "tilbud",
    "tilbod",
    "tiltak",
    "tjeneste",
    "utdanning",
    "utvikling",
    "verksemd",
    "virksomhet",
)
"""What the last part of a compound begins with in plans and names of bodies."""
_HEAD = re.compile("|".join(HEADS))
_SYLLABLE = re.compile(
    "[aeiouyæøå][b-df-hj-np-tv-xz]*?(?=(?:skj|kj|sj|gj|tj|hj|[b-df-hj-np-tv-xz])[aeiouyæøå])"
)
"""A vowel and what ends its syllable: the consonants before the next vowel but the last of them, or
but those that are one sound."""


@lru_cache(maxsize=1 << 14)
def breaks(word: str) -> tuple[int, ...]:
    """The numbers of letters after which a word may be broken with a hyphen; () for none.

    At the joints of a compound, where it has a part that is known; else between syllables, one
    consonant on the next line (Språkrådet's rules of division, "enkonsonantregelen").

    >>> breaks("Kongsbergregionsamarbeidet")
    (9, 15)
    >>> breaks("Kristiansand"), breaks("Ås")
    ((4, 8), ())
    """
    folded = word.casefold()
    if len(folded) != len(word):
        return ()
    joints = tuple(
        found.start()
        for found in _HEAD.finditer(folded)
        if found.start() > LEAST and folded[found.start() - 1].isalpha()
    )
    return joints or tuple(
        found.end()
        for found in _SYLLABLE.finditer(folded)
        if LEAST <= found.end() <= len(word) - LEAST
    )
