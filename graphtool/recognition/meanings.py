"""What a column may hold: each meaning, the words for it, and what it is called."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from graphtool import schema
from graphtool.language import Text, same
from graphtool.recognition import wording, words

Group = Literal["thing", "party", "role", "relation", "detail", "link"]
GROUPS: dict[str, Group] = {
    "things": "thing",
    "parties": "party",
    "roles": "role",
    "relations": "relation",
    "details": "detail",
    "links": "link",
}


class Meaning(NamedTuple):
    """What a column holds."""

    group: Group
    word: str
    """A kind, a role, a relation in small letters, or what a detail or an end of a link is."""
    subkind: str = ""

    def __str__(self) -> str:
        """As a person writes it after `=`: `Goal.main`, `responsible`."""
        return f"{self.word}.{self.subkind}" if self.subkind else self.word


UNREAD = Meaning("detail", "not read")
"""Of a column of which nothing is kept."""
FIGURE = Meaning("detail", "figure")
"""Of a column of numbers that are no amounts of money, whatever its sheet says of these."""
AMOUNTS = ("kr", "1000 kr", "mill. kr")
"""What a person may say that the amounts of a column are in."""


def by_word() -> dict[str, Meaning]:
    """Every meaning that a column may have, by the word that a person writes for it."""
    own = (UNREAD, FIGURE, *(Meaning("detail", word) for word in AMOUNTS))
    return {str(one): one for one in by_key().values()} | {one.word: one for one in own}


@lru_cache(maxsize=1)
def by_key() -> dict[str, Meaning]:
    """What a column may hold, by the headings that say so, as `wording.key` has these."""
    found: dict[str, Meaning] = {}
    for name, group in GROUPS.items():
        if group != "link":
            for meant, named in words.lists(name).items():
                word, _, subkind = meant.partition(".")
                for one in (*named, *own_words(group, word, subkind)):
                    found.setdefault(wording.key(one), Meaning(group, word, subkind))
    for role in schema.ROLES:
        found.setdefault(wording.key(role.replace("_", " ")), Meaning("role", role))
    for relation in schema.RELATIONS:
        found.setdefault(
            wording.key(relation.replace("_", " ")), Meaning("relation", relation.lower())
        )
    return found


def own_words(group: str, word: str, subkind: str) -> Iterator[str]:
    """The vocabulary's own words for a kind or a relation."""
    if group in ("thing", "party") and not subkind:
        yield from (*schema.KINDS[word].label, *schema.KINDS[word].plural)
    elif group in ("thing", "party"):
        yield from schema.KINDS[word].subkinds[subkind]


def label(meant: str) -> Text:
    """What a column was taken for as a person reads it; in English the word of the meaning itself.

    >>> label("Goal.main").nb, label("responsible").nn, label("Goal, Measure").nb
    ('hovedmål', 'ansvarleg', 'mål, tiltak')
    """
    several = [_label(one) for one in meant.split(", ")]
    return Text(*(", ".join(words) for words in zip(*several, strict=True)))


def _label(meant: str) -> Text:
    word, _, subkind = meant.partition(".")
    norwegian = words.lists("labels").get(meant)
    if norwegian:
        return Text(norwegian[0], norwegian[1], meant)
    if word in schema.KINDS:
        kind = schema.KINDS[word]
        own = kind.subkinds.get(subkind, kind.label)
        return Text(own.nb, own.nn, meant)
    if meant.upper() in schema.RELATIONS:
        own = schema.RELATIONS[meant.upper()].label
        if not {own.nb, own.nn} & _of_roles():  # «leder» is who leads, and not whom one leads
            return Text(own.nb, own.nn, meant)
    return same(meant)


@lru_cache(maxsize=1)
def _of_roles() -> frozenset[str]:
    """What roles, and other meanings with labels of their own, are called in Norwegian."""
    return frozenset(word for several in words.lists("labels").values() for word in several)


@lru_cache(maxsize=1)
def labelled() -> dict[str, Meaning]:
    """Every meaning by what it is called in bokmål and nynorsk, compared as `key` has it."""
    found: dict[str, Meaning] = {}
    for meant, one in by_word().items():
        for called in label(meant)[:2]:
            found.setdefault(wording.key(called), one)
    return found
