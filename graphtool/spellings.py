"""When two spellings are one name: surely, or perhaps.

What is sure is folded at once: case, spaces, Unicode forms, invisible characters, `&` for «og»,
and an abbreviation with its full name. What is only near is never merged: it is a question, with
how near it is, for a person to settle.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from graphtool.language import folded, normalised, searchable, visible

NEAR = 86
"""Of 100; two names that are less alike are not asked about."""
ALIKE = 80
"""Of 100; two words within them that are less alike are two words."""
SHORT = 4
"""Letters of a word below which it is no misspelling of another."""
MOST = 4_000
"""Names that are held against each other; of more the near ones are not looked for."""
FORMS = frozenset(["as", "asa", "sa", "ba", "ans", "da", "iks", "kf", "fkf", "hf", "ks"])
"""What a company's name may have or lack."""
PLAIN = "[-A-Za-z0-9 .,/()ÆØÅæøåÁáÄäÖöÉéÈèÜüČčĐđŊŋŠšŦŧŽž]*"
"""A name of these signs and single spaces within has itself in small letters as its key."""
_AND = re.compile(r"\s*&\s*")
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
_QUOTES = "\"'«»“”„‚‘’"
_IN_BRACKETS = re.compile(r"(?P<one>[^()]*[^()\s])\s*\((?P<other>[^()]+)\)")
_SHORT_FORM = re.compile(r"[^\W\d_](?:[.-]?[^\W_]){1,7}[.]?")
_WORD = re.compile(r"[^\W_]+")
_DIGITS = re.compile(r"\d+")


class Near(NamedTuple):
    """Two of several names that may be one, by their places, and how near they are, of 100."""

    one: int
    other: int
    score: int


@lru_cache(maxsize=1 << 16)
def key(name: str) -> str:
    r"""What all spellings that surely are one name have in common.

    >>> key("Vekst & Vilje"), key("«VEKST\u00a0og vi\u00adlje»") == key("Vekst & Vilje")
    ('vekst og vilje', True)
    >>> key("Vest\u2013Agder"), key("Våle") == key("Vale")
    ('vest-agder', False)
    """
    text = folded(name) if name.isascii() else folded(unicodedata.normalize("NFKC", name))
    text = text if text.isascii() else text.translate(_DASHES)
    text = _AND.sub(" og ", text).strip() if "&" in text else text
    return text.strip(_QUOTES) or text


def abbreviation(name: str) -> tuple[str, str] | None:
    """The full name and the abbreviation where one stands in brackets behind the other.

    Only where the letters show that it is one: in its order, the first being the name's first.

    >>> abbreviation("Kongsberg Innovasjon (KI)"), abbreviation("KI (Kongsberg Innovasjon)")
    (('Kongsberg Innovasjon', 'KI'), ('Kongsberg Innovasjon', 'KI'))
    >>> abbreviation("Herøy (Nordland)"), abbreviation("Kari Nordmann (NAV)")
    (None, None)
    """
    found = _IN_BRACKETS.fullmatch(normalised(visible(name)))
    if found is None:
        return None
    one, other = found["one"], found["other"].strip()
    if is_short_form(other, of=one):
        return one, other
    return (other, one) if is_short_form(one, of=other) else None


def is_short_form(short: str, *, of: str) -> bool:
    """Whether a word is made of the capitals of a name, in their order, from its first word on."""
    capitals = sum(letter.isupper() for letter in short)
    letters = [searchable(letter) for letter in short if letter.isalnum()]
    if not _SHORT_FORM.fullmatch(short) or 2 * capitals <= len(letters) or len(short) >= len(of):
        return False
    words = [searchable(word) for word in _WORD.findall(of)]
    if not words or not words[0].startswith(letters[0]):
        return False
    left = iter("".join(words))  # each letter is looked for behind the one before it
    return all(letter in left for letter in letters)


def near(names: Sequence[str]) -> list[Near]:
    """Which of these names may be one, the nearest first; [] for more than `MOST` of them.

    Alike are the words of both in any order, without forms of companies, æ, ø and å written in
    any way (Indel similarity, as rapidfuzz counts it); names with other numbers, or that differ in
    a whole word, are not asked about.

    >>> near(["Kongsberg Innovasjon", "Innovasjn Kongsberg AS", "Vest-Agder", "Aust-Agder"])
    [Near(one=0, other=1, score=97)]
    """
    import numpy as np
    from rapidfuzz import fuzz, process

    if len(names) > MOST:
        return []
    words = [_words(name) for name in names]
    texts = [" ".join(sorted(some)) for some in words]
    found = process.cdist(texts, texts, scorer=fuzz.ratio, score_cutoff=NEAR, dtype=np.uint8)
    # Of names that are alike but for a number there may be millions of pairs: all at once.
    numbers = [" ".join(sorted(_DIGITS.findall(text))) for text in texts]
    codes = np.unique(np.array(numbers, dtype=object), return_inverse=True)[1]
    ones, others = np.nonzero(np.triu(found * (codes[:, None] == codes[None, :]), 1))
    pairs = [
        Near(one, other, int(found[one, other]))
        for one, other in zip(ones.tolist(), others.tolist(), strict=True)
        if key(names[one]) != key(names[other]) and _may_be_one(words[one], words[other])
    ]
    return sorted(pairs, key=lambda pair: (-pair.score, pair.one, pair.other))


def _words(name: str) -> list[str]:
    """The words of a name as near spellings are compared."""
    every = _WORD.findall(folded(name))  # Ås is no AS
    return [searchable(word) for word in every if word not in FORMS or len(every) == 1]


def _may_be_one(one: list[str], other: list[str]) -> bool:
    """Whether the words differ only as misspelt, bent or parted words do."""
    from rapidfuzz import fuzz

    if len(one) != len(other):
        return "".join(one) == "".join(other)
    rest = [word for word in other if word not in one]
    for word in (word for word in one if word not in other):
        alike = [
            (fuzz.ratio(word, candidate), candidate)
            for candidate in rest
            if candidate[0] == word[0] and min(len(word), len(candidate)) >= SHORT
        ]
        score, best = max(alike, default=(0.0, ""))
        if score < ALIKE:
            return False
        rest.remove(best)
    return not rest
