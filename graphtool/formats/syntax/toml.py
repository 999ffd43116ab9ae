"""TOML as text: what Python itself reads, and does not write."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping

from graphtool.graph import cleaning


def as_toml(content: Mapping[str, object]) -> str:
    """A table and the tables in it, those last; a table within those stands in one line.

    >>> print(as_toml({"title": {"nb": "Sju «kommuner»"}, "year": 2015}), end="")
    year = 2015
    [title]
    nb = "Sju «kommuner»"
    """
    lines = [f"{_key(k)} = {_toml(v)}" for k, v in content.items() if not isinstance(v, dict)]
    for key, values in content.items():
        if isinstance(values, dict):
            lines += [f"[{_key(key)}]", *(f"{_key(k)} = {_toml(v)}" for k, v in values.items()), ""]
    return "\n".join(lines).rstrip() + "\n"


def _toml(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_key(k)} = {_toml(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, float):
        return repr(value)  # inf and nan as TOML spells them, not as JSON does
    text = cleaning.as_text(value) if isinstance(value, str) else value
    # JSON's escapes are TOML's, but for DEL, which JSON leaves as it is.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _key(name: str) -> str:
    bare = name.replace("-", "").replace("_", "")
    return name if bare.isascii() and bare.isalnum() else _toml(name)
