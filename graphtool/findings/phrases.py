"""The parts that sentences are made of: how many of how many, lists of names, pronouns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from graphtool.language import Text, same

LONGEST = 60
"""Letters of a name before it is shortened; goals are named by whole sentences."""
SHOWN = 3
"""Names that a sentence lists before it says how many more there are."""
AND = Text(" og ", " og ", " and ")
MORE = Text("{n} til", "{n} til", "{n} more")
AND_MORE = Text("og {n} til", "og {n} til", "and {n} more")
QUOTED = Text("«{name}»", "«{name}»", "“{name}”")


class Noun(NamedTuple):
    """How a thing is counted; `{n}` and `{total}` are filled in."""

    only: Text
    """Where there is one in all."""
    both: Text
    """Two of two."""
    all: Text
    """Each of three or more."""
    one: Text
    """One of several."""
    some: Text
    """Several of more."""


NEUTER = {
    "goal": (Text("mål", "mål", "goals"), Text("målet", "målet", "goal"),
             Text("målene", "måla", "goals")),
    "measure": (Text("tiltak", "tiltak", "measures"), Text("tiltaket", "tiltaket", "measure"),
                Text("tiltakene", "tiltaka", "measures")),
}  # fmt: skip
COMMON = {
    "dependency": (Text("avhengigheter", "avhengnader", "dependencies"),
                   Text("avhengigheten", "avhengnaden", "dependency"),
                   Text("avhengighetene", "avhengnadene", "dependencies")),
    "assertion": (Text("påstander", "påstandar", "statements"),
                  Text("påstanden", "påstanden", "statement"),
                  Text("påstandene", "påstandane", "statements")),
}  # fmt: skip
"""Things of either gender: several, the one, the several."""


def _noun(several: Text, the_one: Text, the_several: Text, *, neuter: bool) -> Noun:
    det, ett, eitt = ("Det", "Ett", "Eitt") if neuter else ("Den", "Én", "Éin")
    words = {"several": several, "the_one": the_one, "the_several": the_several}
    forms = (
        Text(f"{det} eneste {{the_one}}", f"{det} einaste {{the_one}}", "The only {the_one}"),
        Text("Begge {the_several}", "Begge {the_several}", "Both {the_several}"),
        Text("Alle de {n} {the_several}", "Alle dei {n} {the_several}", "All {n} {the_several}"),
        Text(f"{ett} av {{total}} {{several}}", f"{eitt} av {{total}} {{several}}",
             "One of {total} {several}"),
        Text("{n} av {total} {several}", "{n} av {total} {several}", "{n} of {total} {several}"),
    )  # fmt: skip
    return Noun(*(form.format(**words, n="{n}", total="{total}") for form in forms))


NOUNS = {name: _noun(*words, neuter=True) for name, words in NEUTER.items()} | {
    name: _noun(*words, neuter=False) for name, words in COMMON.items()
}
"""Goals, measures, dependencies and assertions, as they are counted."""


def share(n: int, total: int, noun: str) -> Text:
    """How many of how many, as a sentence begins.

    >>> [share(n, 14, "goal").nb for n in (1, 3, 14)]
    ['Ett av 14 mål', '3 av 14 mål', 'Alle de 14 målene']
    >>> share(1, 1, "goal").nn, share(2, 2, "dependency").nn
    ('Det einaste målet', 'Begge avhengnadene')
    """
    forms = NOUNS[noun]
    if n == total:
        form = forms.only if n == 1 else forms.both if n == 2 else forms.all
    else:
        form = forms.one if n == 1 else forms.some
    return form.format(n=n, total=total)


def number(n: int, one: Text, many: Text) -> Text:
    """The words for one, or those for several with `{n}` filled in."""
    return one if n == 1 else many.format(n=n)


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
    """
    if not words:
        return same("")
    shown = list(words[:most])
    if len(words) > most:
        shown.append(MORE.format(n=len(words) - most))
    return Text(*(
        and_.join(filter(None, (", ".join(word[at] for word in shown[:-1]), shown[-1][at])))
        for at, and_ in enumerate(AND)
    ))  # fmt: skip


def side_by_side(clauses: Sequence[Text], most: int) -> Text:
    """Clauses with semicolons between them: the first few, and how many more."""
    more = len(clauses) - most
    shown = [*clauses[:most], *([AND_MORE.format(n=more)] if more > 0 else [])]
    return Text(*("; ".join(clause[at] for clause in shown) for at in range(3)))


def named(names: Sequence[str]) -> Text:
    """What follows a sentence about these: all of a few, or some of many."""
    if not names:
        return same("")
    if len(names) <= SHOWN:
        return Text(": {names}", ": {names}", ": {names}").format(names=listed(quoted(names)))
    few = listed(quoted(names[:2]))
    return Text(", blant dem {few}", ", mellom dei {few}", ", among them {few}").format(few=few)


def them(n: int) -> dict[str, Text]:
    """Pronouns and verbs that go with so many goals or measures."""
    if n == 1:
        return {
            "them": Text("det", "det", "it"), "they": Text("det", "det", "it"),
            "has": Text("har", "har", "has"), "are": Text("er", "er", "is"),
            "lack": Text("mangler", "manglar", "lacks"),
        }  # fmt: skip
    return {
        "them": Text("dem", "dei", "them"), "they": Text("de", "dei", "they"),
        "has": Text("har", "har", "have"), "are": Text("er", "er", "are"),
        "lack": Text("mangler", "manglar", "lack"),
    }  # fmt: skip
