"""Names within a sentence: shortened, quoted, listed as they are spoken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graphtool.language.text import Text, same

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
