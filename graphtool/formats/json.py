"""A plan graph as one JSON object `{name, title, documents, nodes, edges}`, a row a line.

A node holds its facts; an edge is one assertion, its ends the ids of nodes; what is empty is
left out. A list `unread` says what of an earlier source is not in it. Places are JSON pointers
(RFC 6901) into the file: `plan.json#/nodes/17`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphtool.errors import Problem, SourceNotFound
from graphtool.formats.format import Format
from graphtool.formats.sheets import ANY_KIND, Sheets, title_from
from graphtool.formats.sheets.rows import located
from graphtool.formats.syntax.json_walk import KEYS, LISTS, JsonObject, Walk, named
from graphtool.graph import interchange, unread

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph


def read(path: Path) -> Sheets:
    """The file's rows; what is not as it should be is a problem with a place."""
    content, problems = _parsed(path)
    if content is None:
        return Sheets({}, problems, path.stem)
    return sheets_of(content, path.name, path.stem)


def _parsed(path: Path) -> tuple[JsonObject | None, list[Problem]]:
    def trouble(rule: str, message: str, row: int = 0) -> tuple[None, list[Problem]]:
        return None, [Problem("error", rule, message, path.name, row)]

    try:
        data = path.read_bytes()
    except OSError as error:
        raise SourceNotFound(f"{path}: cannot be opened: {error.strerror or error}") from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        return trouble("wrong-encoding", f"is not UTF-8: byte 0x{data[error.start]:02x}", row)
    try:
        # Numbers stay the text that they are: 0.10 of a share loses nothing, 10**9999 neither.
        content = json.loads(text, object_pairs_hook=JsonObject, parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        return trouble("bad-json", f"is no JSON: {error.msg} (column {error.colno})", error.lineno)
    except RecursionError:
        return trouble("bad-json", "is nested too deep to be a plan graph")
    if not isinstance(content, JsonObject):
        expected = f"expected one object {{{', '.join(KEYS[:-1])}}}"
        return trouble("bad-type", f"is {named(content)}; {expected}")
    return content, []


def sheets_of(content: dict[str, Any], file: str, stem: str) -> Sheets:
    """The rows of an object whose pointers begin at `file`."""
    walk = Walk(file)
    content = walk.lists(content)
    if "nodes" not in content:
        walk.report("missing-column", "there is no list 'nodes'", f"{file}#", "nodes")
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
        walk.report("bad-type", f"is {named(name)}; expected a text", f"{file}#", "name")
        name = stem
    title, trouble = title_from(content, f"{file}#")
    return Sheets(by_name, walk.problems + trouble, name, title, walk.ignored)


def write(graph: PlanGraph, draft: Path) -> None:
    """The file, in UTF-8, rows in the graph's own order."""
    with draft.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f'{{\n"name": {_text(graph.name)},\n"title": {_text(graph.title._asdict())}')
        left = unread.as_rows(graph.unread)
        for key, rows in (
            ("documents", interchange.records(graph.documents)),
            ("nodes", _nodes(graph)),
            ("edges", interchange.named_ends(graph)),
            *([("unread", left)] if left else []),
        ):
            file.write(f',\n"{key}": [')
            file.writelines(_lines(rows))
            file.write("]")
        file.write("\n}\n")


def _nodes(graph: PlanGraph) -> Iterator[dict[str, Any]]:
    for node in interchange.records(graph.nodes):
        if "facts" in node:
            node["facts"] = [fact.as_dict() for fact in node["facts"]]
        yield node


def _lines(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    before = "\n"
    for row in rows:
        yield before + _text(row)
        before = ",\n"
    if before != "\n":
        yield "\n"


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


FORMAT = Format(order=3, suffix=".json", read=read, write=write)
