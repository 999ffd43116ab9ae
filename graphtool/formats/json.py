"""A plan graph as one JSON object `{name, title, documents, nodes, edges}`, a row a line.

A node holds its facts; an edge is one assertion, its ends the ids of nodes; what is empty is
left out. A list `unread` says what of an earlier source is not in it. Places are JSON pointers
(RFC 6901) into the file: `plan.json#/nodes/17`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from graphtool.errors import Problem, unopened
from graphtool.formats.format import Format
from graphtool.formats.sheets import ANY_KIND, Sheets, title_from
from graphtool.formats.sheets.rows import located
from graphtool.formats.syntax.json_walk import KEYS, LISTS, JsonObject, Walk, named
from graphtool.graph import interchange, unread
from graphtool.graph.tables import Record
from graphtool.language import Said, Text

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

_NOT_UTF8 = Text(
    "er ikke UTF-8: byte 0x{byte}", "er ikkje UTF-8: byte 0x{byte}", "is not UTF-8: byte 0x{byte}"
)
_NO_JSON = Text(
    "er ikke JSON: «{why}» (tegn {column} i linjen)",
    "er ikkje JSON: «{why}» (teikn {column} i linja)",
    "is no JSON: {why} (column {column})",
)
_TOO_DEEP = Text(
    "er for dypt nøstet til å være en plangraf",
    "er for djupt nøsta til å vere ein plangraf",
    "is nested too deep to be a plan graph",
)
_ONE_OBJECT = Text(
    "er {found}; ventet ett objekt {keys}",
    "er {found}; venta eitt objekt {keys}",
    "is {found}; expected one object {keys}",
)
_NO_NODES = Text("listen «nodes» mangler", "lista «nodes» manglar", "there is no list 'nodes'")
_EXPECTED_TEXT = Text(
    "er {found}; ventet en tekst", "er {found}; venta ein tekst", "is {found}; expected a text"
)


def read(path: Path) -> Sheets:
    """The file's rows; what is not as it should be is a problem with a place."""
    content, problems = _parsed(path)
    if content is None:
        return Sheets({}, problems, path.stem)
    return sheets_of(content, path.name, path.stem)


def _parsed(path: Path) -> tuple[JsonObject | None, list[Problem]]:
    def trouble(rule: str, message: Said, row: int = 0) -> tuple[None, list[Problem]]:
        return None, [Problem("error", rule, message, path.name, row)]

    try:
        data = path.read_bytes()
    except OSError as error:
        raise unopened(path, error) from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        byte = f"{data[error.start]:02x}"
        return trouble("wrong-encoding", Said(_NOT_UTF8, byte=byte), row)
    try:
        # Numbers stay the text that they are: 0.10 of a share loses nothing, 10**9999 neither.
        content = json.loads(text, object_pairs_hook=JsonObject, parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        message = Said(_NO_JSON, why=error.msg, column=error.colno)
        return trouble("bad-json", message, error.lineno)
    except RecursionError:
        return trouble("bad-json", Said(_TOO_DEEP))
    if not isinstance(content, JsonObject):
        keys = f"{{{', '.join(KEYS[:-1])}}}"
        return trouble("bad-type", Said(_ONE_OBJECT, found=named(content), keys=keys))
    return content, []


def sheets_of(content: dict[str, object], file: str, stem: str) -> Sheets:
    """The rows of an object whose pointers begin at `file`."""
    walk = Walk(file)
    content = walk.lists(content)
    if "nodes" not in content:
        walk.report("missing-column", Said(_NO_NODES), f"{file}#", "nodes")
    nodes = list(walk.rows(content.get("nodes"), "nodes"))
    facts = [
        fact
        for pointer, node in nodes
        for fact in walk.facts(node.pop("facts", None), pointer, node.get("id"))
    ]
    by_name = {
        ANY_KIND: located(walk.texts(nodes, LISTS)),
        "facts": located(facts),
        "relations": located(walk.texts(walk.edges(content.get("edges")))),
        "documents": located(walk.texts(walk.rows(content.get("documents"), "documents"))),
        "unread": located(walk.texts(walk.rows(content.get("unread"), "unread"))),
    }
    name = content.get("name") or stem
    if not isinstance(name, str):
        walk.report("bad-type", Said(_EXPECTED_TEXT, found=named(name)), f"{file}#", "name")
        name = stem
    title, trouble = title_from(content, f"{file}#")
    return Sheets(by_name, walk.problems + trouble, name, title, walk.ignored)


def write(graph: PlanGraph, draft: Path) -> None:
    """The file, in UTF-8, rows in the graph's own order."""
    with draft.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f'{{\n"name": {_text(graph.name)},\n"title": {_text(graph.title._asdict())}')
        left = unread.as_rows(graph.unread)
        lists: list[tuple[str, Iterable[Mapping[str, object]]]] = [
            ("documents", interchange.records(graph.documents)),
            ("nodes", _nodes(graph)),
            ("edges", interchange.named_ends(graph)),
            *([("unread", left)] if left else []),
        ]
        for key, rows in lists:
            file.write(f',\n"{key}": [')
            file.writelines(_lines(rows))
            file.write("]")
        file.write("\n}\n")


def _nodes(graph: PlanGraph) -> Iterator[Record]:
    for node in interchange.records(graph.nodes):
        if "facts" in node:
            node["facts"] = [fact.as_dict() for fact in node["facts"]]
        yield node


def _lines(rows: Iterable[Mapping[str, object]]) -> Iterator[str]:
    before = "\n"
    for row in rows:
        yield before + _text(row)
        before = ",\n"
    if before != "\n":
        yield "\n"


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


FORMAT = Format(order=3, suffix=".json", read=read, write=write)
