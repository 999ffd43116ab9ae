"""The graph, node and edge elements of a GraphML file, each with its data and its line."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple
from xml.parsers import expat

from graphtool.errors import CANNOT_BE_READ, Problem, reason, unopened
from graphtool.formats.syntax.json_walk import TWICE
from graphtool.graph.markup import unescaped
from graphtool.language import Said, Text

APPEARANCE = frozenset(
    {
        "label",
        "labels",
        "Label",
        "Edge Label",
        "x",
        "y",
        "z",
        "size",
        "r",
        "g",
        "b",
        "a",
        "weight",
        "Weight",
        "fixed",
    }
)
"""What Gephi and yEd add to a drawing, and a database's labels: beside what is told, not read."""

_NO_PLACE = Text(
    "{tag} har ingen plass i en plangraf; det blir ikke lest",
    "{tag} har ingen plass i ein plangraf; det blir ikkje lese",
    "a {tag} has no place in a plan graph; it is not read",
)
_NO_XML = Text(
    "er ikke XML: «{why}» (tegn {column} i linjen)",
    "er ikkje XML: «{why}» (teikn {column} i linja)",
    "is no XML: {why} (column {column})",
)
_ENTITY = Text(
    "har en entitet, som GraphML ikke har bruk for; fjern den",
    "har ein entitet, som GraphML ikkje har bruk for; fjern han",
    "declares an entity, which GraphML has no use for; remove the declaration",
)


class _Entity(Exception):
    """The file declares an entity."""


class Element(NamedTuple):
    """A graph, node or edge: its attributes and data by name, and the line on which it begins."""

    tag: str
    line: int
    fields: dict[str, str]


class Handler:
    """Collects elements as expat meets them; nested graphs lie flat."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.elements: list[Element] = []
        self.problems: list[Problem] = []
        self.own_ids: dict[str, str] = {}
        """By the id that edges call a node by, the id that is among its data, where it has one."""
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.EntityDeclHandler = self._entity
        self._open: list[Element] = []
        self._names: dict[str, str] = {}
        self._defaults: dict[tuple[str, str], str] = {}
        self._key: tuple[str, str, str] | None = None
        self._text: list[str] = []
        self._depth = 0

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        tag = tag.rpartition(" ")[2]
        self._depth += self._key is not None  # within data, or a default within a key
        if self._key is not None:
            return  # a program's own drawing instructions, or a default
        if tag in ("graph", "node", "edge"):
            drop = ("edgedefault",) if tag == "graph" else ()
            fields = {k: unescaped(v) for k, v in attributes.items() if k not in drop}
            self._open.append(Element(tag, self.parser.CurrentLineNumber, fields))
            self.elements.append(self._open[-1])
        elif tag == "key":
            name = attributes.get("attr.name", attributes.get("id", ""))
            self._names[attributes.get("id", "")] = name
            self._key = (tag, name, attributes.get("for", "all"))
        elif tag == "data":
            name = attributes.get("key", "")
            self._key, self._text = (tag, self._names.get(name, name), ""), []
        elif tag in ("hyperedge", "port"):
            self._report("warning", "no-place", Said(_NO_PLACE, tag=tag), tag)

    def _end(self, tag: str) -> None:
        tag = tag.rpartition(" ")[2]
        if self._depth:
            self._depth -= 1
            if tag == "default" and self._key and self._key[0] == "key":
                self._defaults[self._key[2], self._key[1]] = unescaped("".join(self._text))
        elif self._key is not None and tag == self._key[0]:
            if tag == "data" and self._open:
                self._set(self._key[1], unescaped("".join(self._text)))
            self._key = None
        elif self._open and tag == self._open[-1].tag:
            done = self._open.pop()
            for (what, name), value in self._defaults.items():
                if what in (done.tag, "all"):
                    done.fields.setdefault(name, value)
        self._text = [] if self._key is None else self._text

    def _set(self, name: str, value: str) -> None:
        fields = self._open[-1].fields
        if name == "id" and self._open[-1].tag == "node" and value.strip():
            called = fields.get("id", "")
            if called not in self.own_ids:
                self.own_ids[called] = fields["id"] = value
                return
        if name in fields and fields[name] != value and name not in APPEARANCE and value.strip():
            self._report("error", "doubled-column", Said(TWICE, name=name), name)
        if value.strip() or name not in fields:
            fields[name] = value

    def _report(self, severity: str, rule: str, message: Said, column: str = "") -> None:
        line = self.parser.CurrentLineNumber
        self.problems.append(Problem(severity, rule, message, self.file, line, column))

    def _characters(self, text: str) -> None:
        if self._key is not None and self._depth == (self._key[0] == "key"):
            self._text.append(text)

    def _entity(self, *_: Any) -> None:
        raise _Entity


def parse(path: Path, handler: Handler) -> list[Problem]:
    """Hands the file to the parser; the one problem that stops it, or none."""
    try:
        with path.open("rb") as stream:
            handler.parser.ParseFile(stream)
    except expat.ExpatError as error:
        said = expat.ErrorString(error.code)
        message = Said(_NO_XML, why=said, column=error.offset + 1)
        return [Problem("error", "bad-xml", message, path.name, error.lineno)]
    except _Entity:
        line = handler.parser.CurrentLineNumber
        return [Problem("error", "bad-xml", Said(_ENTITY), path.name, line)]
    except (LookupError, ValueError) as error:  # an encoding that Python does not know
        return [
            Problem(
                "error", "wrong-encoding", Said(CANNOT_BE_READ, why=reason(error)), path.name, 1
            )
        ]
    except OSError as error:
        raise unopened(path, error) from error
    return []
