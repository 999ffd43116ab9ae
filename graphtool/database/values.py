"""What a statement of somebody's own returns, as plain values: for programs, and for people."""

from __future__ import annotations

import json
import math
from typing import Any


def plain(value: Any) -> Any:
    """A value as JSON has it: nodes, relationships and paths are objects, dates are texts.

    What is no number is null, and what is beyond all numbers is a text.

    >>> plain([1, 0.5, float("nan"), float("inf"), {"a": None}])
    [1, 0.5, None, 'inf', {'a': None}]
    """
    if isinstance(value, float):
        return value if math.isfinite(value) else None if value != value else str(value)
    if isinstance(value, dict):
        return {name: plain(one) for name, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return value if isinstance(value, (bool, int, str, type(None))) else _object(value)


def readable(value: Any, separator: str) -> Any:
    """A value as a cell of a table has it: a number, or a text that a person can read.

    A node is what it is called, a relationship its type, a path what lies along it, a list its
    values with the separator between them; nothing is None.

    >>> readable([1, True, None, [0.5, "x"]], "; "), readable({"a": [1]}, "; "), readable(2, "; ")
    ('1; true; ; 0.5; x', '{"a": [1]}', 2)
    """
    from neo4j.graph import Node, Path, Relationship

    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Node):
        return _called(value)
    if isinstance(value, Relationship):
        return value.type
    if isinstance(value, Path):
        return _along(value)
    if isinstance(value, list):
        texts = (readable(one, separator) for one in value)
        return separator.join("" if text is None else str(text) for text in texts)
    found = plain(value)
    return json.dumps(found, ensure_ascii=False) if isinstance(found, dict) else found


def _object(value: Any) -> Any:
    """Days, times and durations as ISO 8601 has them, points by their coordinates, bytes in hex."""
    from neo4j.graph import Node, Path, Relationship

    if isinstance(value, Node):
        return {"labels": sorted(value.labels), "properties": _properties(value)}
    if isinstance(value, Relationship):
        source, target = (_known_by(end) for end in value.nodes)
        ends = {"source": source, "target": target}
        return {"type": value.type, **ends, "properties": _properties(value)}
    if isinstance(value, Path):
        parts = {"nodes": value.nodes, "relationships": value.relationships}
        return {name: [plain(one) for one in part] for name, part in parts.items()}
    if hasattr(value, "srid"):
        return {"srid": value.srid, "coordinates": [plain(number) for number in value]}
    if hasattr(value, "iso_format"):
        return value.iso_format()
    return value.hex() if isinstance(value, (bytes, bytearray)) else str(value)


def _properties(entity: Any) -> dict[str, Any]:
    return {name: plain(value) for name, value in sorted(entity.items())}


def _known_by(node: Any) -> Any:
    """The id of an end of a relationship; the server's own where the node came without any."""
    return plain(node.get("id", node.element_id))


def _called(node: Any) -> str:
    for name in ("name", "title", "id"):
        if name == "id" and "property" in node and "value" in node:  # a fact's id says nothing
            return f"{node['property']}: {node['value']}"
        if node.get(name):
            return str(plain(node[name]))
    return f"({''.join(f':{label}' for label in sorted(node.labels))})"


def _along(path: Any) -> str:
    """`Vennesla -OWNS-> Mål <-PART_OF- Tiltak`."""
    said = [_called(path.start_node)]
    for before, relation, node in zip(
        path.nodes[:-1], path.relationships, path.nodes[1:], strict=True
    ):
        forwards = relation.start_node.element_id == before.element_id
        arrow = f"-{relation.type}->" if forwards else f"<-{relation.type}-"
        said += [arrow, _called(node)]
    return " ".join(said)
