"""Words for kinds of nodes, for relations and for the ends of connections."""

from __future__ import annotations

from functools import lru_cache

from graphtool import schema
from graphtool.recognition import meanings, wording, words
from graphtool.recognition.meanings import Meaning
from graphtool.recognition.wording import MANY


@lru_cache(maxsize=MANY)
def link(heading: str) -> str:
    """Which column of a list of connections this is; empty for another."""
    return _links().get(wording.key(heading), "")


@lru_cache(maxsize=1)
def _links() -> dict[str, str]:
    found: dict[str, str] = {}
    for end, several in words.lists("links").items():
        for word in several:
            found.setdefault(wording.key(word), end)
    return found


def kind(word: str) -> tuple[str, str] | None:
    """The kind and the refinement of nodes of a type, or on a sheet, of this name.

    >>> kind("Organisasjon"), kind("Kommuner"), kind("Delmål"), kind("person"), kind("tre")
    (('Actor', ''), ('Municipality', ''), ('Goal', 'sub'), ('Actor', 'person'), None)
    """
    return _kinds().get(wording.key(word))


@lru_cache(maxsize=1)
def _kinds() -> dict[str, tuple[str, str]]:
    found = {
        wording.key(word): (one.word, one.subkind)
        for one in meanings.by_key().values()
        if one.group in ("thing", "party")
        for word in (
            *words.lists(_section(one)).get(str(one), ()),
            *meanings.own_words(one.group, one.word, one.subkind),
        )
    }
    for row in schema.KINDS.values():
        for word in (row.name, row.file.replace("_", " "), *row.label, *row.plural):
            found.setdefault(wording.key(word), (row.name, ""))
        for subkind, label in row.subkinds.items():
            for word in (subkind, *label):
                found.setdefault(wording.key(word), (row.name, subkind))
    return found


def _section(one: Meaning) -> str:
    return "things" if one.group == "thing" else "parties"


def connection(word: str) -> tuple[str, bool] | None:
    """The relation of a connection that is called this, and whether it is read backwards.

    >>> connection("eier"), connection("Eies av"), connection("kjenner")
    (('OWNS', False), ('OWNS', True), None)
    >>> connection("blir eigd av") == connection("vert eigd av") == ("OWNS", True)
    True
    """
    return _connections().get(wording.key(word))


@lru_cache(maxsize=1)
def _connections() -> dict[str, tuple[str, bool]]:
    found: dict[str, tuple[str, bool]] = {}
    for row in schema.RELATIONS.values():
        for word in (
            *row.label,
            row.name.replace("_", " "),
            *words.lists("connections").get(row.name, ()),
        ):
            found.setdefault(wording.key(word.removeprefix("er ")), (row.name, False))
            for form in _forms(word):
                found.setdefault(wording.key(form), (row.name, False))
    for row in schema.RELATIONS.values():
        for word in row.inverse:
            for form in _forms(word):
                found.setdefault(wording.key(form), (row.name, True))
    return found


def _forms(word: str) -> tuple[str, str]:
    """A word of ours and how others write it: nynorsk has two verbs, we say «blir» and «blei».

    >>> _forms("blir eigd av"), _forms("eier")
    (('blir eigd av', 'vert eigd av'), ('eier', 'eier'))
    """
    begun = {"blir ": "vert ", "blei ": "vart "}
    other = next((its + word[5:] for ours, its in begun.items() if word.startswith(ours)), word)
    return word, other
