"""Three languages for everything that a reader sees, and Norwegian letters everywhere.

A `Text` stands where the thing that it names is defined, so that a label and its translations
cannot drift apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple, get_args

Language = Literal["nb", "nn", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

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

_NUMBER = re.compile("[0-9]+")
LONGEST_NUMBER = 12
"""Digits up to which numbers within texts are put in their own order."""


class Text(NamedTuple):
    """The same words in bokmål, nynorsk and English.

    >>> Text("mål", "mål", "goal").in_("en")
    'goal'
    >>> Text("{n} mål", "{n} mål", "{n} goals").format(n=3).en
    '3 goals'
    """

    nb: str
    nn: str
    en: str

    def in_(self, language: Language) -> str:
        """The words in one language."""
        text: str = getattr(self, language)
        return text

    def format(self, **values: object) -> Text:
        """The text with `{names}` filled in; a value that is a `Text` is filled in per language."""
        return Text(
            *(
                words.format(
                    **{
                        name: value.in_(language) if isinstance(value, Text) else value
                        for name, value in values.items()
                    }
                )
                for language, words in zip(LANGUAGES, self, strict=True)
            )
        )


def number(n: int, one: Text, many: Text) -> Text:
    """The words for one, or those for several with `{n}` filled in.

    >>> words = Text("1 part", "1 part", "1 party"), Text("{n} parter", "{n} partar", "{n} parties")
    >>> number(1, *words).nb, number(0, *words).nn
    ('1 part', '0 partar')
    """
    return one if n == 1 else many.format(n=n)


def same(words: str) -> Text:
    """A text that reads the same in all three languages (a name, a figure)."""
    return Text(words, words, words)


def normalised(text: str) -> str:
    """Composed letters (NFC) and single spaces, so that NFD input names the same thing.

    >>> normalised("Ska\u030anland  kommune ") == "Skånland kommune"
    True
    """
    return " ".join(unicodedata.normalize("NFC", text).split())


def folded(text: str) -> str:
    """The text as it is compared when a name is looked up: case and accents folded, NFC.

    Norwegian letters stay letters of their own: Våle is not Vale.

    >>> folded("KÅRÁŠJOHKA  Gielda"), folded("Våle") == folded("Vale")
    ('kårášjohka gielda', False)
    """
    return normalised(text).casefold()


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
    words = normalised(text).casefold().translate(LETTERS)
    bare = "".join(c for c in unicodedata.normalize("NFD", words) if not unicodedata.combining(c))
    return bare.replace("aa", "a").replace("oe", "o").replace("ae", "a")


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


LONGEST = 60
"""Letters of a name before it is shortened; goals are named by whole sentences."""
SHOWN = 3
"""Names that a sentence lists before it says how many more there are."""
AND = Text(" og ", " og ", " and ")
MORE = Text("{n} til", "{n} til", "{n} more")
AND_MORE = Text("og {n} til", "og {n} til", "and {n} more")
QUOTED = Text("«{name}»", "«{name}»", "“{name}”")


def shortened(name: str) -> str:
    """A long name cut after a word.

    >>> shortened("Tilrettelegge for en effektiv implementering av den strategiske næringsplanen")
    'Tilrettelegge for en effektiv implementering av den…'
    """
    words = " ".join(name.split())
    if len(words) <= LONGEST:
        return words
    kept = words[: LONGEST - 1]
    whole, space, _ = kept.rpartition(" ")
    return f"{(whole if space else kept).rstrip(' ,;:.–-')}…"


def quoted(names: Iterable[str]) -> list[Text]:
    """Names that are sentences or titles, shortened and in quotation marks."""
    return [QUOTED.format(name=shortened(name)) for name in names]


def plain(names: Iterable[str]) -> list[Text]:
    """Names of parties, shortened."""
    return [same(shortened(name)) for name in names]


def listed(words: Sequence[Text], most: int = SHOWN) -> Text:
    """A list as it is spoken: the first few, and how many more; empty for none.

    >>> listed(plain(["Iveland", "Søgne"])).nb, listed(plain("abcde")).en
    ('Iveland og Søgne', 'a, b, c and 2 more')
    >>> listed(plain("abcd")).en
    'a, b, c and d'
    """
    if not words:
        return same("")
    most = _most(len(words), most)
    shown = list(words[:most])
    if len(words) > most:
        shown.append(MORE.format(n=len(words) - most))
    return Text(
        *(
            and_.join(filter(None, (", ".join(word[at] for word in shown[:-1]), shown[-1][at])))
            for at, and_ in enumerate(AND)
        )
    )


def _most(count: int, most: int) -> int:
    """One more than `most` where only one is left: to name it takes no more room than "1 more"."""
    return count if count == most + 1 else most


def side_by_side(clauses: Sequence[Text], most: int) -> Text:
    """Clauses with semicolons between them: the first few, and how many more."""
    most = _most(len(clauses), most)
    more = len(clauses) - most
    shown = [*clauses[:most], *([AND_MORE.format(n=more)] if more > 0 else [])]
    return Text(*("; ".join(clause[at] for clause in shown) for at in range(3)))
