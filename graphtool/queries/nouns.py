"""The nouns that notes count with: one and several, and their gender."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from graphtool.language import Text


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


def the_only(there: Mapping[str, int]) -> Text:
    """The only thing that there is, of kinds with how many there are of each, as a sentence begins.

    >>> the_only({"Goal": 0, "Measure": 1}).nb
    'Det eneste tiltaket'
    """
    return share(1, 1, next(kind for kind, n in there.items() if n).lower())
