"""People who are not to be named: no text of the file holds any of their names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from graphtool import language, schema
from graphtool.graph import PlanGraph
from graphtool.language import Text

PERSON = "person"
HIDDEN = Text("[navn utelatt]", "[namn utelate]", "[name left out]")
NAMES = ("name", "name_nb", "name_nn", "name_en", "aliases")
FOLDED = ("find", "file", "url")
"""Fields in which letters may be folded to a-z."""

_WORD = re.compile(r"[^\W_]+")


def people(graph: PlanGraph) -> set[str]:
    """The ids of a graph's people."""
    return set(graph.nodes.loc[graph.nodes["subkind"] == PERSON, "id"])


class Discretion:
    """Data with the names of people left out, and nothing else changed.

    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "o", "kind": "Actor", "subkind": "person", "name": "Ola Nordmann"}])
    >>> Discretion([graph], "nb").cleaned({"quote": "Ola Nordmanns utvalg", "line": 3})
    {'quote': '[navn utelatt]s utvalg', 'line': 3}
    """

    def __init__(self, graphs: Sequence[PlanGraph], lang: language.Language) -> None:
        """From the graphs, of all of time, whose people are not to be named."""
        self._people = set().union(*map(people, graphs))
        ids = (set(each.nodes["id"]) | set(each.documents["id"]) for each in graphs)
        # What refers to something has to go on doing so, though somebody may be called the same.
        self._referring = {*schema.KINDS, *schema.RELATIONS}.union(*ids) - self._people
        names = set().union(*map(_names, graphs))
        self._stated: dict[str, str] = {}
        self._plainly = _hiding(names, lang)
        self._folded = _hiding(names | set(map(language.searchable, names)), lang)

    def cleaned(self, part: Any, field: str = "") -> Any:
        """The same data without the names."""
        if isinstance(part, Text):
            return Text(*(self._plainly(words) for words in part))
        if isinstance(part, str):
            return self._text(part, field)
        if isinstance(part, dict):
            named = self._activity if field == "activities" else str
            return {named(name): self.cleaned(inner, name) for name, inner in part.items()}
        if isinstance(part, list | tuple):
            return type(part)([self.cleaned(inner, field) for inner in part])
        return part

    def _text(self, text: str, field: str) -> str:
        if field == "shared":
            return self._activity(text)
        if text in self._referring:
            return text
        if field == "carried_from" and text in self._people:
            return ""
        found = (self._folded if field in FOLDED else self._plainly)(text)
        # An address with words left out leads elsewhere.
        return "" if field == "url" and found != text else found

    def _activity(self, name: str) -> str:
        """What an activity is called; that of a stated tie is made of its ends' ids."""
        if name in self._referring:
            return name
        return self._stated.setdefault(name, f";stated-{len(self._stated) + 1}")


def _names(graph: PlanGraph) -> set[str]:
    rows = graph.nodes[graph.nodes["subkind"] == PERSON]
    cells = (cell for name in NAMES for cell in rows[name])
    return {name.strip() for cell in cells for name in (cell, *cell.split(";"))} - {""}


def _hiding(names: Iterable[str], lang: language.Language) -> Callable[[str], str]:
    """A function that leaves these names out of a text, however spaced, and in the genitive."""
    begun: dict[str, list[str]] = {}
    for name in sorted(names):
        begun.setdefault(next(iter(_words(name)), ""), []).append(name)

    def hidden(text: str) -> str:
        # Only names of which the text has the first word: there may be a hundred thousand.
        words = dict.fromkeys(["", *_words(text)])
        bare = [word.removesuffix("s") for word in words]
        found = {name for word in (*words, *bare) for name in begun.get(word, ())}
        if not found:
            return text
        longest = sorted(found, key=lambda name: (-len(name), name))
        pattern = "|".join(r"[\s_-]+".join(map(re.escape, name.split())) for name in longest)
        whole = rf"(?<![^\W_])(?:{pattern})(?=s?(?![^\W_]))"
        return re.sub(whole, HIDDEN.in_(lang), text, flags=re.IGNORECASE)

    return hidden


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
