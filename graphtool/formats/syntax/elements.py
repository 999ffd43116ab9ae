"""The graph, node and edge elements of a GraphML file, each with its data and its line."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple
from xml.parsers import expat

from graphtool.errors import Problem, SourceNotFound
from graphtool.graph.markup import unescaped

APPEARANCE = frozenset(
    {
        "label",
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
"""What Gephi and yEd add to a drawing; not about what is drawn, and not read."""


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
            message = f"a {tag} has no place in a plan graph; it is not read"
            self._report("warning", "no-place", message, tag)

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
        if name in fields and fields[name] != value and name not in APPEARANCE and value.strip():
            self._report("error", "doubled-column", f"{name!r} stands there twice", name)
        if value.strip() or name not in fields:
            fields[name] = value

    def _report(self, severity: str, rule: str, message: str, column: str = "") -> None:
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
        message = f"is no XML: {said} (column {error.offset + 1})"
        return [Problem("error", "bad-xml", message, path.name, error.lineno)]
    except _Entity:
        line = handler.parser.CurrentLineNumber
        message = "declares an entity, which GraphML has no use for; remove the declaration"
        return [Problem("error", "bad-xml", message, path.name, line)]
    except (LookupError, ValueError) as error:  # an encoding that Python does not know
        return [Problem("error", "wrong-encoding", f"cannot be read: {error}", path.name, 1)]
    except OSError as error:
        raise SourceNotFound(f"{path}: cannot be opened: {error.strerror or error}") from error
    return []
