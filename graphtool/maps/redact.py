"""People who are not to be named: no text of the file holds any of their names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from graphtool import language, schema
from graphtool.graph import PlanGraph
from graphtool.language import Text

Part = TypeVar("Part")

HIDDEN = Text("[navn utelatt]", "[namn utelate]", "[name left out]")
NAMES = ("name", "name_nb", "name_nn", "name_en", "aliases")
FOLDED = ("find", "file", "url")
"""Fields in which letters may be folded to a-z."""

PLAIN = ("lang", "theme", "as_of", "rest")
"""Fields of the settings that are no text."""

_WORD = re.compile(r"[^\W_]+")


def people(graph: PlanGraph) -> set[str]:
    """The ids of a graph's people."""
    return set(graph.nodes.loc[graph.nodes["subkind"] == schema.PERSON, "id"])


def unsaid(graph: PlanGraph) -> list[str]:
    """Names of actors of whom it is not said what they are; [] where there are none.

    Any of them may be somebody's own.
    """
    nodes = graph.nodes
    rows = nodes[(nodes["kind"] == "Actor") & (nodes["subkind"] == "")]
    return [str(name) for name in rows["name"]]


class Redaction:
    """A map with the names of people left out, and nothing else changed.

    >>> from graphtool.maps.records import Assertion
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "o", "kind": "Actor", "subkind": "person", "name": "Ola Nordmann"}])
    >>> Redaction([graph], "nb").of(Assertion("stated", quote="Ola Nordmanns utvalg")).quote
    '[navn utelatt]s utvalg'
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

    def of(self, part: Part) -> Part:
        """The same without the names: of a record, or of anything made of records and texts."""
        found: Part = self._cleaned(part, "")
        return found

    def _cleaned(self, part: Any, field: str) -> Any:
        """`part` as it stands in a field of this name."""
        if isinstance(part, Text):
            return Text(*map(self._plainly, part))
        if isinstance(part, str):
            return self._text(part, field)
        if isinstance(part, dict):
            named = self._activity if field == "activities" else str
            return {named(name): self._cleaned(inner, "") for name, inner in part.items()}
        if isinstance(part, tuple) and not hasattr(part, "_fields"):
            return tuple([self._cleaned(inner, field) for inner in part])
        return self._record(part)

    def _record(self, part: Any) -> Any:
        """A dataclass or a named tuple without the names; anything else as it is."""
        if is_dataclass(part) and not isinstance(part, type):
            return replace(part, **self._fields(part, [each.name for each in fields(part)]))
        if isinstance(part, tuple):
            return part._replace(**self._fields(part, part._fields))  # type: ignore[attr-defined]
        return part

    def _fields(self, part: Any, names: Iterable[str]) -> dict[str, object]:
        return {
            name: getattr(part, name) if name in PLAIN else self._cleaned(getattr(part, name), name)
            for name in names
        }

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
    rows = graph.nodes[graph.nodes["subkind"] == schema.PERSON]
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
