"""The parts that notes and findings are made of: how many of how many, pronouns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from graphtool.language import SHOWN, Text, listed, quoted, same

NO_PARTIES = Text(
    "Ingen parter deltar i noe.", "Ingen partar deltek i noko.", "No party takes part in anything."
)
"""Of a network in which nobody is."""


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
    "goal": (
        Text("mål", "mål", "goals"),
        Text("målet", "målet", "goal"),
        Text("målene", "måla", "goals"),
    ),
    "measure": (
        Text("tiltak", "tiltak", "measures"),
        Text("tiltaket", "tiltaket", "measure"),
        Text("tiltakene", "tiltaka", "measures"),
    ),
}
COMMON = {
    "dependency": (
        Text("avhengigheter", "avhengnader", "dependencies"),
        Text("avhengigheten", "avhengnaden", "dependency"),
        Text("avhengighetene", "avhengnadene", "dependencies"),
    ),
    "assertion": (
        Text("påstander", "påstandar", "assertions"),
        Text("påstanden", "påstanden", "assertion"),
        Text("påstandene", "påstandane", "assertions"),
    ),
    "party": (
        Text("parter", "partar", "parties"),
        Text("parten", "parten", "party"),
        Text("partene", "partane", "parties"),
    ),
}
"""Things of either gender: several, the one, the several."""


def _noun(several: Text, the_one: Text, the_several: Text, *, neuter: bool) -> Noun:
    det, ett, eitt = ("Det", "Ett", "Eitt") if neuter else ("Den", "Én", "Éin")
    words = {"several": several, "the_one": the_one, "the_several": the_several}
    forms = (
        Text(f"{det} eneste {{the_one}}", f"{det} einaste {{the_one}}", "The only {the_one}"),
        Text("Begge {the_several}", "Begge {the_several}", "Both {the_several}"),
        Text("Alle de {n} {the_several}", "Alle dei {n} {the_several}", "All {n} {the_several}"),
        Text(
            f"{ett} av {{total}} {{several}}",
            f"{eitt} av {{total}} {{several}}",
            "One of {total} {several}",
        ),
        Text("{n} av {total} {several}", "{n} av {total} {several}", "{n} of {total} {several}"),
    )
    return Noun(*(form.format(**words, n="{n}", total="{total}") for form in forms))


NOUNS = {name: _noun(*words, neuter=True) for name, words in NEUTER.items()} | {
    name: _noun(*words, neuter=False) for name, words in COMMON.items()
}
"""Goals, measures, dependencies, assertions and parties, as they are counted."""


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


PARTIES = Text("1 part", "1 part", "1 party"), Text("{n} parter", "{n} partar", "{n} parties")
TIES = (
    Text("1 forbindelse", "1 samband", "1 tie"),
    Text("{n} forbindelser", "{n} samband", "{n} ties"),
)
PAIRS = Text("1 par", "1 par", "1 pair"), Text("{n} par", "{n} par", "{n} pairs")
POSSIBLE = (
    Text("1 mulig", "1 mogleg", "1 possible"),
    Text("{n} mulige", "{n} moglege", "{n} possible"),
)
"""Words for `number`: one, and several."""
BOTH = Text("begge", "begge", "both")
ALL = Text("alle {n}", "alle {n}", "all {n}")


def absent(what: Text, as_of: str | None) -> Text:
    """That there is nothing to answer about, in the data or on the day."""
    if as_of is None:
        return Text(
            "Ingen {what} i dataene.", "Ingen {what} i dataa.", "No {what} in the data."
        ).format(what=what)
    return Text(
        "Ingen {what} er i kraft {day}.",
        "Ingen {what} er i kraft {day}.",
        "No {what} are in force as of {day}.",
    ).format(what=what, day=as_of)


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
            "them": Text("det", "det", "it"),
            "they": Text("det", "det", "it"),
            "has": Text("har", "har", "has"),
            "are": Text("er", "er", "is"),
            "lack": Text("mangler", "manglar", "lacks"),
        }
    return {
        "them": Text("dem", "dei", "them"),
        "they": Text("de", "dei", "they"),
        "has": Text("har", "har", "have"),
        "are": Text("er", "er", "are"),
        "lack": Text("mangler", "manglar", "lack"),
    }
