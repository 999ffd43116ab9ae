"""Three languages for everything that a reader sees, and Norwegian letters everywhere.

A `Text` stands where the thing that it names is defined, so that a label and its translations
cannot drift apart.
"""

from __future__ import annotations

import locale
import os
import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, Literal, NamedTuple, Self, get_args

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

_INVISIBLE = dict.fromkeys(
    (0x00AD, 0x034F, 0x061C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, 0xFEFF)
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

    def begun(self) -> Text:
        """The words as a sentence or a heading begins: the first letter large, the rest as it is.

        >>> Text("mål i NOU", "mål i NOU", "goals in NOU").begun().en
        'Goals in NOU'
        """
        return Text(*(words[:1].upper() + words[1:] for words in self))

    def format(self, **values: object) -> Text:
        """The text with `{names}` filled in; a value that has several languages, per language."""
        return Text(*(_filled(self, values, language) for language in LANGUAGES))


class Said(str):
    """A message: in English a text like others, which programs may compare, and in all three.

    Values that have several languages are filled in per language. Added texts keep theirs.

    >>> GONE = Text("{what} finnes ikke", "{what} finst ikke", "there is no {what}")
    >>> said = Said(GONE, what=Text("målet", "målet", "goal")) + "!"
    >>> said == "there is no goal!", said.in_("nn")
    (True, 'målet finst ikke!')
    """

    __slots__ = ("_text", "_values")
    _text: Text
    _values: dict[str, object]

    def __new__(cls, text: Text, /, **values: object) -> Self:
        """The text with `{names}` filled in."""
        said = super().__new__(cls, _filled(text, values, "en"))
        said._text, said._values = text, values
        return said

    def in_(self, language: Language) -> str:
        """The message in one language."""
        return _filled(self._text, self._values, language)

    @property
    def text(self) -> Text:
        """The message as a text."""
        return self._text.format(**self._values)

    def __add__(self, more: str) -> Said:
        """Both, one after the other."""
        return together([self, more])

    def __reduce__(self) -> tuple[Any, ...]:
        """How it is copied: its words in English alone would lose the others."""
        return _made, (self._text, self._values)


def _made(text: Text, values: dict[str, object]) -> Said:
    return Said(text, **values)


def _filled(text: Text, values: dict[str, object], language: Language) -> str:
    own = {
        name: value if type(value) is str or type(value) is int else _own(value, language)
        for name, value in values.items()
    }
    words: str = getattr(text, language)
    return words.format(**own)


def _own(value: object, language: Language) -> object:
    if isinstance(value, Said) and language == "en":
        return str.__str__(value)  # it is filled in already
    return value.in_(language) if isinstance(value, (Text, Said)) else value


def told(words: str, language: Language) -> str:
    """Words in one language where they are `Said` in several, else as they are."""
    return words.in_(language) if isinstance(words, Said) else words


def together(parts: Iterable[str | Text], between: str = "") -> Said:
    """Messages and plain words as one message.

    >>> together(["plan.xlsx", Said(Text("er tom", "er tom", "is empty"))], ": ").in_("nb")
    'plan.xlsx: er tom'
    """
    several = {f"_{at}": part for at, part in enumerate(parts)}
    return Said(same(between.join(f"{{{name}}}" for name in several)), **several)


def preferred() -> Language:
    """The language of the variable GRAPHTOOL_LANG, else the system's, else bokmål."""
    asked = os.environ.get("GRAPHTOOL_LANG", "")
    if asked in LANGUAGES:
        return asked
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    # Its own name: `getlocale` calls a system of no language, C.UTF-8, American.
    return of_locale(next(filter(None, named), None) or locale.setlocale(locale.LC_CTYPE))


def of_locale(name: str) -> Language:
    """The language that serves a locale best; bokmål where it names none of ours.

    >>> of_locale("nn_NO.UTF-8"), of_locale("en_US"), of_locale("Norwegian Bokmål_Norway")
    ('nn', 'en', 'nb')
    >>> of_locale("C.UTF-8"), of_locale("Norwegian Nynorsk_Norway"), of_locale("se_NO")
    ('nb', 'nn', 'nb')
    """
    name = name.casefold()
    if re.match("nn([_.@-]|$)", name) or "nynorsk" in name:
        return "nn"
    return "en" if re.match("en([_.@-]|$)|english", name) else "nb"


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
    composed = text if text.isascii() else unicodedata.normalize("NFC", text)
    return " ".join(composed.split())


_SETTING = re.compile("\ue000([^\ue000\ue001]*)\ue001")
"""A setting within a sentence, between two marks that no text has."""


def setting(name: str, value: str = "") -> str:
    """A setting of a question, as a sentence names it; `with_names` and `with_options` say it."""
    return f"\ue000{f'{name} {value}' if value else name}\ue001"


def with_names(text: Text) -> Text:
    """The words with their settings by name, as who asks in Python gives them.

    >>> with_names(same(f"Ask with {setting('level', 'party')}.")).en
    'Ask with level party.'
    """
    return Text(*(_SETTING.sub(r"\1", words) for words in text))


def with_options(text: Text) -> Text:
    """The words with their settings as options of the command line.

    >>> with_options(same(f"Ask with {setting('as_of')} or {setting('level', 'party')}.")).en
    'Ask with --as-of or --level party.'
    """

    def option(found: re.Match[str]) -> str:
        name, space, value = found[1].partition(" ")
        return f"--{name.replace('_', '-')}{space}{value}"

    return Text(*(_SETTING.sub(option, words) for words in text))


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
    if not bare.isascii():
        apart = unicodedata.normalize("NFD", bare.translate(LETTERS))
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


LONGEST = 60
"""Letters of a name before it is shortened; goals are named by whole sentences."""
SHOWN = 3
"""Names that a sentence lists before it says how many more there are."""
AND = Text(" og ", " og ", " and ")
OR = Text(" eller ", " eller ", " or ")
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


def listed(words: Sequence[Text], most: int = SHOWN, last: Text = AND) -> Text:
    """A list as it is spoken: the first few, `last` and how many more; empty for none.

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
            word.join(filter(None, (", ".join(each[at] for each in shown[:-1]), shown[-1][at])))
            for at, word in enumerate(last)
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
