"""How words are compared, searched and sorted, with Norwegian letters for what they are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

LETTERS = str.maketrans(
    {
        "æ": "ae",
        "ø": "o",
        "å": "a",
        "đ": "d",
        "ŋ": "n",
        "ŧ": "t",
        "ð": "d",
        "þ": "th",
        "ß": "ss",
        "œ": "ae",
        "ə": "e",
        "ł": "l",
        "ı": "i",
    }
)
_ORDER = str.maketrans(
    {"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}", "đ": "d~", "ŋ": "n~", "ŧ": "t~"}
)

_INVISIBLE = dict.fromkeys(
    (0x00AD, 0x034F, 0x061C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, 0xFEFF)
)
_NUMBER = re.compile("[0-9]+")
LONGEST_NUMBER = 12
"""Digits up to which numbers within texts are put in their own order."""


def normalised(text: str) -> str:
    """Composed letters (NFC) and single spaces, so that NFD input names the same thing.

    >>> normalised("Ska\u030anland  kommune ") == "Skånland kommune"
    True
    """
    composed = text if text.isascii() else unicodedata.normalize("NFC", text)
    return " ".join(composed.split())


def visible(text: str) -> str:
    r"""The text without what nobody sees: soft hyphens, joiners, marks of direction and order.

    >>> visible("\u200bTi\u00adnn\ufeff")
    'Tinn'
    """
    return text if text.isascii() else text.translate(_INVISIBLE)


@lru_cache(maxsize=1 << 16)
def folded(text: str) -> str:
    r"""The text as it is compared when a name is looked up: case folded, NFC, only what is seen.

    Norwegian letters stay letters of their own: Våle is not Vale.

    >>> folded("KÅRÁŠJOHKA  Gielda"), folded("Våle") == folded("Vale"), folded("Ti\u00adnn")
    ('kårášjohka gielda', False, 'tinn')
    """
    return normalised(visible(text)).casefold()


def spelled(word: str, known: Iterable[str]) -> str:
    """The known word that differs from this one in capitals, hyphens and spaces only, else itself.

    >>> spelled("Member of", ["OWNS", "MEMBER_OF"]), spelled("focus-area", ["FocusArea"])
    ('MEMBER_OF', 'FocusArea')
    >>> spelled("owner", ["OWNS"])
    'owner'
    """
    words = known if isinstance(known, tuple) else tuple(known)
    return word if word in words else _by_key(words).get(_key(word), word)


@lru_cache(maxsize=64)
def _by_key(words: tuple[str, ...]) -> dict[str, str]:
    return {_key(word): word for word in reversed(words)}


def _key(word: str) -> str:
    return re.sub(r"[\s_-]+", "", folded(word))


def searchable(text: str) -> str:
    """The text as it is searched: æøå, `aa`, `oe`, accents and Sámi letters folded to a-z.

    >>> [searchable(word) for word in ("Søgne", "Soegne", "sogne", "SØGNE")]
    ['sogne', 'sogne', 'sogne', 'sogne']
    >>> searchable("Ålesund"), searchable("Aalesund"), searchable("Čáhcesuolu")
    ('alesund', 'alesund', 'cahcesuolu')
    """
    bare = normalised(text).casefold()
    bare = bare if bare.isascii() else bare.translate(LETTERS)
    if not bare.isascii():  # as few are beyond æ, ø and å
        apart = unicodedata.normalize("NFD", bare)
        bare = "".join(c for c in apart if not unicodedata.combining(c))
    return bare.replace("aa", "a").replace("oe", "o").replace("ae", "a")


def slug(name: str) -> str:
    """A name as an id: what `searchable` gives, with hyphens between its words; "" for no letter.

    >>> slug("Nore og Uvdal kommune"), slug("Kárášjohka - Karasjok"), slug("–")
    ('nore-og-uvdal-kommune', 'karasjohka-karasjok', '')
    """
    return re.sub(r"[^\w]+", "-", searchable(name)).strip("-")


@lru_cache(maxsize=1 << 16)
def collation_key(text: str) -> tuple[str, str]:
    """Sort key for Norwegian: æ, ø, å last; `aa` counts as two letters; accents after the plain.

    Numbers come in their own order: what stands before ten is two.

    >>> sorted(["t10", "t2", "T1", "2.10", "2.9"], key=collation_key)
    ['2.9', '2.10', 'T1', 't2', 't10']
    >>> sorted(["Åmot", "Øyer", "Ærdal", "Zulu", "Alta", "áltá"], key=collation_key)
    ['Alta', 'áltá', 'Zulu', 'Ærdal', 'Øyer', 'Åmot']
    """
    lowered = normalised(text).casefold().translate(_ORDER)
    bare = "".join(c for c in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(c))
    return natural(bare), text


def natural(text: str) -> str:
    """The text with every whole number written so long that the order of texts is theirs.

    >>> natural("t2") < natural("t10"), natural("0928") == natural("928")
    (True, True)
    """
    return _NUMBER.sub(lambda found: found[0].lstrip("0").rjust(LONGEST_NUMBER, "0"), text)
