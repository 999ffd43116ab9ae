"""The parts that notes and findings are made of: how many of how many, pronouns."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from graphtool.language import SHOWN, Text, listed, quoted, same

NO_PARTIES = Text(
    "Ingen parter deltar i noe.", "Ingen partar deltek i noko.", "No party takes part in anything."
)
"""Of a network in which nobody is."""
NO_SUCH_TIE = Text(
    "Ingen part har denne sammenhengen til en annen.",
    "Ingen part har denne samanhengen til ein annan.",
    "No party has this relation to another.",
)
"""Of the network of a relation that no two parties have."""


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
    "programme": (
        Text("programmer", "program", "programmes"),
        Text("programmet", "programmet", "programme"),
        Text("programmene", "programma", "programmes"),
    ),
    "project": (
        Text("prosjekter", "prosjekt", "projects"),
        Text("prosjektet", "prosjektet", "project"),
        Text("prosjektene", "prosjekta", "projects"),
    ),
    "focusarea": (
        Text("satsingsområder", "satsingsområde", "focus areas"),
        Text("satsingsområdet", "satsingsområdet", "focus area"),
        Text("satsingsområdene", "satsingsområda", "focus areas"),
    ),
}
COMMON = {
    "plan": (
        Text("planer", "planar", "plans"),
        Text("planen", "planen", "plan"),
        Text("planene", "planane", "plans"),
    ),
    "strategy": (
        Text("strategier", "strategiar", "strategies"),
        Text("strategien", "strategien", "strategy"),
        Text("strategiene", "strategiane", "strategies"),
    ),
    "effect": (
        Text("effekter", "effektar", "effects"),
        Text("effekten", "effekten", "effect"),
        Text("effektene", "effektane", "effects"),
    ),
    "resource": (
        Text("ressurser", "ressursar", "resources"),
        Text("ressursen", "ressursen", "resource"),
        Text("ressursene", "ressursane", "resources"),
    ),
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
    "municipality": (
        Text("kommuner", "kommunar", "municipalities"),
        Text("kommunen", "kommunen", "municipality"),
        Text("kommunene", "kommunane", "municipalities"),
    ),
}
"""Things of either gender, a kind by its name in small letters: several, the one, the several."""


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
"""All of them, as they are counted."""


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


def figure(number: str) -> Text:
    """A number as each language writes it.

    >>> figure("1.50")
    Text(nb='1,50', nn='1,50', en='1.50')
    """
    comma = number.replace(".", ",")
    return Text(comma, comma, number)


def significant(value: float, digits: int) -> str:
    """So many digits of a number, never fewer than its whole part has, and never with an exponent.

    >>> significant(612.25, 2), significant(0.0000231, 2), significant(1.50, 3), significant(0.0, 2)
    ('612', '0.000023', '1.5', '0')
    """
    size = abs(value)
    if not 0 < size < 1e-4 and not 10**digits - 1 < size < math.inf:
        return f"{value:.{digits}g}"
    places = max(0, digits - 1 - math.floor(math.log10(float(f"{size:.{digits - 1}e}"))))
    text = f"{value:.{places}f}"
    return text.rstrip("0").rstrip(".") if places else text


def absent(what: Text, as_of: str | None) -> Text:
    """That there is nothing to answer about, in the data or on the day.

    >>> goals = Text("mål", "mål", "goals")
    >>> absent(goals, None).en, absent(goals, "2016").nb
    ('No goals in the data.', 'Ingen mål er i kraft 2016.')
    """
    if as_of is None:
        return Text(
            "Ingen {what} i dataene.", "Ingen {what} i dataa.", "No {what} in the data."
        ).format(what=what)
    return Text(
        "Ingen {what} er i kraft {day}.",
        "Ingen {what} er i kraft {day}.",
        "No {what} are in force as of {day}.",
    ).format(what=what, day=as_of)


def either(words: Sequence[Text]) -> Text:
    """The words as alternatives; the empty text for none.

    >>> either([Text("mål", "mål", "goals"), Text("tiltak", "tiltak", "measures")]).en
    'goals or measures'
    """
    *before, last = words or [same("")]
    if not before:
        return last
    form = Text("{some} eller {last}", "{some} eller {last}", "{some} or {last}")
    some = Text(*(", ".join(word[at] for word in before) for at in range(3)))
    return form.format(some=some, last=last)


def named(names: Sequence[str]) -> Text:
    """What follows a sentence about these: all of a few, or some of many.

    >>> named(["Vekst"]).nb, named([]).nb
    (': «Vekst»', '')
    """
    if not names:
        return same("")
    if len(names) <= SHOWN:
        return Text(": {names}", ": {names}", ": {names}").format(names=listed(quoted(names)))
    few = listed(quoted(names[:2]))
    return Text(", blant dem {few}", ", mellom dei {few}", ", among them {few}").format(few=few)


def them(n: int, noun: str = "goal") -> dict[str, Text]:
    """Pronouns and verbs that go with so many of these; without a noun, of goals or measures.

    >>> them(1)["they"].nb, them(2)["they"].nb
    ('det', 'de')
    """
    if n == 1:
        it = Text("det", "det", "it") if noun in NEUTER else Text("den", "den", "it")
        return {
            "them": it,
            "they": it,
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
