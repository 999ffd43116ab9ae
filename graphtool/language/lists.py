"""Names within a sentence: shortened, quoted, listed as they are spoken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graphtool.language.text import Text, same, together

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


def joined(words: Iterable[str | Text], between: str = ", ") -> Text:
    """Words one after the other, as each language has them; empty for none.

    >>> joined([Text("mål", "mål", "goals"), "Vekst"], ": ").en
    'goals: Vekst'
    """
    return together(words, between).text


def either(words: Sequence[Text]) -> Text:
    """The words as alternatives; the empty text for none.

    >>> either([Text("mål", "mål", "goals"), Text("tiltak", "tiltak", "measures")]).en
    'goals or measures'
    """
    return listed(words, most=None, last=OR)


def listed(words: Sequence[Text], most: int | None = SHOWN, last: Text = AND) -> Text:
    """A list as it is spoken: the first few, `last` and how many more; empty for none.

    All of them where `most` is None.

    >>> listed(plain(["Iveland", "Søgne"])).nb, listed(plain("abcde")).en
    ('Iveland og Søgne', 'a, b, c and 2 more')
    >>> listed(plain("abcd")).en
    'a, b, c and d'
    """
    *before, final = _shown(words, most, MORE) or [same("")]
    return joined([joined(before), last, final], "") if before else final


def side_by_side(clauses: Sequence[Text], most: int | None = None) -> Text:
    """Clauses with semicolons between them: all, or the first few and how many more."""
    return joined(_shown(clauses, most, AND_MORE), "; ")


def _shown(words: Sequence[Text], most: int | None, form: Text) -> list[Text]:
    """The first few and how many more; that is the last where only one is left, no longer."""
    more = 0 if most is None else len(words) - most
    return [*words[:most], form.format(n=more)] if more > 1 else list(words)
