"""What a query is called where people read it, what it answers, and by which names it is asked."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from graphtool.language import Text, same, slug, tables


class Called(NamedTuple):
    """The title of a query, its further names, and what it answers in Norwegian."""

    title: Text
    also: tuple[str, ...] = ()
    answers: Text | None = None
    """In Norwegian; in English it is the first line of the function's docstring."""


OTHERS = {
    "compare": Called(
        Text("Hva som er endret", "Kva som er endra", "What changed"),
        answers=Text(
            "Hva som er kommet til, falt bort, flyttet, har andre til å svare for seg, eller sier"
            " noe annet enn før.",
            "Kva som er kome til, falle bort, flytta, har andre til å svare for seg, eller seier"
            " noko anna enn før.",
            "",
        ),
    )
}
"""What answers that are no queries' are called."""


@cache
def called() -> dict[str, Called]:
    """What every query is called, by its name, from `titles.toml`.

    >>> called()["goals-without-measures"].title.nn
    'Mål utan tiltak'
    """
    return {
        name: Called(
            Text.of(said),
            tuple(said.get("also", ())),
            Text.of(said["answers"] | {"en": ""}) if "answers" in said else None,
        )
        for name, said in tables("graphtool.queries", "titles").items()
    }


def title(name: str) -> Text:
    """What a query is called; its own name where nothing else is said.

    >>> title("goals-without-measures").nn, title("brand-new").nb
    ('Mål utan tiltak', 'Brand new')
    """
    known = called().get(name) or OTHERS.get(name)
    return known.title if known else same(name.replace("-", " ").capitalize())


def answers(name: str, english: str) -> Text:
    """What a query answers, in one line; in English alone where nothing else is said.

    >>> answers("unsourced", "Edges without document, line or quote.").nn
    'Samanhengar utan dokument, linje eller sitat.'
    >>> answers("brand-new", "What is new.").nb
    'What is new.'
    """
    known = called().get(name) or OTHERS.get(name)
    return known.answers._replace(en=english) if known and known.answers else same(english)


@cache
def words() -> dict[str, str]:
    """The query that each name means, as written: its own, its titles, its further names.

    >>> words()["Mål utan tiltak"], words()["goals-without-measures"]
    ('goals-without-measures', 'goals-without-measures')
    """
    return {word: name for name, one in called().items() for word in (*one.title, *one.also, name)}


@cache
def _by_slug() -> dict[str, str]:
    return {slug(word): name for word, name in words().items()}


def resolve(word: str) -> str:
    """The name of the query that a word means, however it is written; the word where none is.

    >>> resolve("Eierløse mål"), resolve("mal-uten-tiltak"), resolve("orphaned_goals"), resolve("x")
    ('orphaned-goals', 'goals-without-measures', 'orphaned-goals', 'x')
    """
    return _by_slug().get(slug(word.replace("_", "-")), word.replace("_", "-"))
