"""A text in three languages: what it is, how values are filled in, which language is meant.

A `Text` stands where the thing that it names is defined, so that a label and its translations
cannot drift apart.
"""

from __future__ import annotations

import locale
import os
import re
from collections.abc import Iterable, Mapping
from typing import Any, Literal, NamedTuple, Self, get_args

Language = Literal["nb", "nn", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


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

    @classmethod
    def of(cls, said: str | Mapping[str, str]) -> Text:
        """A text as a table has it: by language, or once where it reads the same in all.

        >>> Text.of({"nb": "mål", "nn": "mål", "en": "goal"}).en, Text.of("n").nn
        ('goal', 'n')
        """
        return same(said) if isinstance(said, str) else cls(*(said[name] for name in LANGUAGES))

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
    if language == "en" and Text not in map(type, values.values()):
        return text.en.format(**values)  # what is said already is said in English
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


def in_language(words: str, language: Language) -> str:
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
