"""A plan graph as one JSON object `{name, title, documents, nodes, edges}`, a row a line.

A node holds its facts; an edge is one assertion, its ends the ids of nodes; what is empty is
left out. A list `unread` says what of an earlier source is not in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphtool.graph import interchange, unread

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

SUFFIXES = (".json",)


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
