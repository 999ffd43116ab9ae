"""Goes through the lists of a JSON object: its rows, what is wrong with them, and where.

Places are JSON pointers (RFC 6901) into the file: `plan.json#/nodes/17`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeGuard

from graphtool import schema
from graphtool.errors import Problem, did_you_mean
from graphtool.formats.sheets import Ignored, Place
from graphtool.formats.sheets.unknown import unknown_sheet
from graphtool.graph import cleaning
from graphtool.graph.dataset import FIXED, known_fields
from graphtool.language import Said, Text

KEYS = ("name", "title", "documents", "nodes", "edges", "unread")
SYNONYMS = {"links": "edges", "relations": "edges", "relationships": "edges"}
"""What other programs call our lists: `links` in node-link JSON, as of NetworkX and D3."""
NODE_LINK = ("directed", "multigraph", "graph")
"""Keys of node-link JSON that say how it is written, not what: `graph` holds what we read."""
LISTS = frozenset({"aliases", *schema.ROLES, *map(str.lower, schema.RELATIONS)})
"""Fields of a node that may hold several words, as a list or in one text between semicolons."""
COLUMNS = {
    "documents": FIXED["documents"],
    "edges": FIXED["relations"],
    "facts": tuple(c for c in FIXED["facts"] if c != "node"),
    "unread": FIXED["unread"],
}
"""Lists whose objects have these fields and no others; a node may have any."""
SHOWN = 60
"""Characters of a wrong value that a message shows."""
NOT_READ = Text(
    "«{name}» blir ikke lest{hint}", "«{name}» blir ikkje lese{hint}", "{name!r} is not read{hint}"
)
TWICE = Text(
    "«{name}» står der to ganger", "«{name}» står der to gonger", "{name!r} stands there twice"
)
_BOTH = Text(
    "både «{key}» og «{ours}» har sammenhenger; samle dem i én liste",
    "både «{key}» og «{ours}» har samanhengar; samle dei i éi liste",
    "{key!r} and {ours!r} both hold relations; put them into one list",
)
_CALL_IT = Text(
    "«{key}» har sammenhenger; kall listen «edges»",
    "«{key}» har samanhengar; kall lista «edges»",
    "{key!r} holds relations; call the list 'edges'",
)
_LIST = Text(
    "er {found}; ventet en liste med objekter",
    "er {found}; venta ei liste med objekt",
    "is {found}; expected a list of objects",
)
_OBJECT = Text(
    "er {found}; ventet et objekt", "er {found}; venta eit objekt", "is {found}; expected an object"
)
_TEXT = Text(
    "er {found}; ventet en tekst eller et tall",
    "er {found}; venta ein tekst eller eit tal",
    "is {found}; expected a text or a number",
)
_IS_OBJECT = Text("et objekt", "eit objekt", "an object")
_IS = {
    list: Text("en liste", "ei liste", "a list"),
    dict: _IS_OBJECT,
    bool: Text("sant eller usant (true, false)", "sant eller usant (true, false)", "true or false"),
    type(None): Text("null", "null", "null"),
}
_IS_TEXT = Text("teksten «{text}»", "teksten «{text}»", "the text {text!r}")


class JsonObject(dict[str, object]):
    """A JSON object that knows which of its keys stood there twice."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        keys = [key for key, _ in pairs]
        self.doubled = [key for key in self if keys.count(key) > 1] if len(self) < len(keys) else []


class Walk:
    """Goes through lists of objects and collects what is wrong, with its pointer."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.ignored: list[Ignored] = []
        self._warned: set[tuple[str, str]] = set()
        self._called: dict[str, str] = {}

    def report(self, rule: str, message: Said, pointer: str, field: str = "") -> None:
        """Takes down an error."""
        self.problems.append(Problem("error", rule, message, pointer, 0, field))

    def lists(self, content: dict[str, object]) -> dict[str, object]:
        """The object with its lists under our names; what else it holds is reported."""
        within = content.get("graph")
        lifted = {key: within[key] for key in KEYS if key in within} if _is_object(within) else {}
        found = {**lifted, **{key: value for key, value in content.items() if key in KEYS}}
        for key, value in content.items():
            place = f"{self.file}#"
            ours = SYNONYMS.get(key, "")
            if ours and _is_rows(value) and found.get(ours):
                message = Said(_BOTH, key=key, ours=ours)
                self.report("unread-relations", message, place, key)
            elif ours:
                found[ours], self._called[ours] = value, key
            elif _is_rows(value) and key not in KEYS:
                self._ignore(key, value)
            elif key not in NODE_LINK:
                self.unknown([key], KEYS, place)
        return found

    def _ignore(self, key: str, rows: list[dict[str, object]]) -> None:
        columns = dict.fromkeys(field for row in rows for field in row)
        self.ignored.append(Ignored(f"{self.file}#/{key}", tuple(columns), len(rows)))
        problem = unknown_sheet(key, self.ignored[-1])
        if problem.rule == "unread-relations":
            problem = problem._replace(message=Said(_CALL_IT, key=key))
        elif problem.severity == "warning":
            message = Said(NOT_READ, name=key, hint=did_you_mean(key, KEYS))
            problem = problem._replace(message=message, file=f"{self.file}#", column=key)
        self.problems.append(problem)

    def edges(self, given: Any) -> Iterator[tuple[str, dict[str, object]]]:
        """Each relation; NetworkX repeats as `key` what it is, or numbers it."""
        for pointer, row in self.rows(given, "edges"):
            key = row.pop("key", None)
            if "relation" not in row and isinstance(key, str) and not key.isdecimal():
                row["relation"] = key
            yield pointer, row

    def unknown(
        self, given: Iterable[str], known: Iterable[str], pointer: str, what: str = ""
    ) -> None:
        """A warning for each field that is not read, once for all objects of a list."""
        for field in given:
            if field not in known and (what, field) not in self._warned:
                self._warned.add((what, field))
                message = Said(NOT_READ, name=field, hint=did_you_mean(field, known))
                self.problems.append(
                    Problem("warning", "unknown-column", message, pointer, 0, field)
                )

    def rows(self, given: Any, what: str, at: str = "") -> Iterator[tuple[str, dict[str, object]]]:
        """Each object of a list and its pointer; what is no object is reported."""
        place = f"{at or self.file + '#'}/{self._called.get(what, what)}"
        if given is None:
            return
        if not isinstance(given, list):
            self.report("bad-type", Said(_LIST, found=named(given)), place)
            return
        for number, row in enumerate(given):
            pointer = f"{place}/{number}"
            if not isinstance(row, dict):
                self.report("bad-type", Said(_OBJECT, found=named(row)), pointer)
                continue
            for key in getattr(row, "doubled", ()):
                self.report("doubled-column", Said(TWICE, name=key), pointer, key)
            fields = known_fields(row)
            if what in COLUMNS:
                also = ("key",) if what == "edges" else ()
                self.unknown(fields, (*COLUMNS[what], *also), pointer, what)
            yield pointer, fields

    def facts(self, given: Any, pointer: str, node: Any) -> Iterator[tuple[Place, dict[str, str]]]:
        """The facts of one node, as rows of their own."""
        for place, fact in self.texts(self.rows(given, "facts", pointer)):
            yield place, {**fact, "node": cleaning.as_text(node)}

    def texts(
        self, rows: Iterable[tuple[str, dict[str, object]]], lists: Iterable[str] = ()
    ) -> Iterator[tuple[Place, dict[str, str]]]:
        """The rows with every value as text; a list or object in place of one is reported."""
        for pointer, row in rows:
            texts = {}
            for field, value in row.items():
                if field in lists and _is_words(value):
                    texts[field] = cleaning.as_text(";".join(value))
                elif isinstance(value, (list, dict)):
                    self.report("bad-type", Said(_TEXT, found=named(value)), pointer, field)
                else:
                    texts[field] = cleaning.as_text(value)
            yield (pointer, 0), texts


def _is_object(value: object) -> TypeGuard[dict[str, object]]:
    return isinstance(value, dict)


def _is_rows(value: object) -> TypeGuard[list[dict[str, object]]]:
    return bool(value) and isinstance(value, list) and all(map(_is_object, value))


def _is_words(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)


def named(value: Any) -> Said:
    """What a JSON value is, in words, its beginning quoted."""
    if isinstance(value, dict):
        return Said(_IS_OBJECT)
    known = _IS.get(type(value))
    return Said(known) if known else Said(_IS_TEXT, text=str(value)[:SHOWN])
