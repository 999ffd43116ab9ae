"""Where a long Norwegian word may be broken: between the parts of a compound, else by syllables."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

LEAST = 3
"""Letters of a word that stand on each side of a break by syllables; one more at a joint."""
HEADS = (
    "analyse",
    "anlegg",
    "arbeid",
    "avtal",
    "befolkning",
    "beredskap",
    "bolig",
    "bustad",
    "departement",
    "direktorat",
    "effekt",
    "energi",
    "forening",
    "forretning",
    "forskning",
    "forsyning",
    "forvaltning",
    "fylkeskommun",
    "handling",
    "industri",
    "infrastruktur",
    "institutt",
    "kommun",
    "kompetanse",
    "kontor",
    "kultur",
    "landbruk",
    "miljø",
    "nettverk",
    "næring",
    "område",
    "organisasjon",
    "plan",
    "plasser",
    "program",
    "prosjekt",
    "rapport",
    "region",
    "ressurs",
    "rådgiv",
    "rådgjev",
    "samarbeid",
    "samferdsel",
    "samfunn",
    "satsing",
    "selskap",
    "senter",
    "skole",
    "strategi",
    "struktur",
    "tenest",
    "tilbod",
    "tilbud",
    "tiltak",
    "tjeneste",
    "transport",
    "universitet",
    "utdanning",
    "utval",
    "utvikling",
    "vekst",
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
    return next(iter(ways(word)), ())


@lru_cache(maxsize=1 << 14)
def ways(word: str) -> tuple[tuple[int, ...], ...]:
    """Where a word may be broken, the best way first: at its joints, then between all syllables.

    The second is for a part that is too long for its line; what has no joints has one way, and
    what cannot be broken none.

    >>> ways("regionarbeidet"), ways("Kristiansand"), ways("Ås")
    (((6,), (6, 11)), ((4, 8),), ())
    """
    folded = word.casefold()
    if len(folded) != len(word):
        return ()
    joints = tuple(
        found.start()
        for found in _HEAD.finditer(folded)
        if found.start() > LEAST and folded[found.start() - 1].isalpha()
    )
    within = tuple(
        start + found.end()
        for start, end in pairwise((0, *joints, len(word)))
        for found in _SYLLABLE.finditer(folded[start:end])
        if LEAST <= found.end() <= end - start - LEAST
    )
    found = (joints, tuple(sorted((*joints, *within))) if within else ())
    return tuple(filter(None, found))
