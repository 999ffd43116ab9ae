"""What a query is called where people read it, and by which names it may be asked for."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from graphtool.language import LANGUAGES, Text, same, slug


class Called(NamedTuple):
    """The title of a query, and its further names."""

    title: Text
    also: tuple[str, ...] = ()


OTHERS = {
    "changes": Text("Hva som er endret", "Kva som er endra", "What changed"),
    "compare": Text("Hva som er endret", "Kva som er endra", "What changed"),
}
"""Titles of answers that are no queries'."""


@cache
def called() -> dict[str, Called]:
    """What every query is called, by its name, from `titles.toml`."""
    text = files("graphtool.queries").joinpath("titles.toml").read_text(encoding="utf-8")
    return {
        name: Called(Text(*(said[lang] for lang in LANGUAGES)), tuple(said.get("also", ())))
        for name, said in tomllib.loads(text).items()
    }


def title(name: str) -> Text:
    """What a query is called; its own name where nothing else is said.

    >>> title("goals-without-measures").nn, title("brand-new").nb
    ('Mål utan tiltak', 'Brand new')
    """
    known = called().get(name)
    if known:
        return known.title
    return OTHERS.get(name) or same(name.replace("-", " ").capitalize())


@cache
def words() -> dict[str, str]:
    """The query that each name means, as written: its own, its titles, its further names."""
    return {word: name for name, one in called().items() for word in (*one.title, *one.also, name)}


@cache
def _by_slug() -> dict[str, str]:
    return {slug(word): name for word, name in words().items()}


def meant(word: str) -> str:
    """The name of the query that a word means, however it is written; the word where none is.

    >>> meant("Eierløse mål"), meant("mal-uten-tiltak"), meant("orphaned_goals"), meant("x")
    ('orphaned-goals', 'goals-without-measures', 'orphaned-goals', 'x')
    """
    return _by_slug().get(slug(word.replace("_", "-")), word.replace("_", "-"))
