"""What help says of the files that are read and written, without importing what does it.

A format's call of `Format` is read as text: with pandas, `graphtool --help` would take a second.
"""

from __future__ import annotations

import ast
from pathlib import Path
from typing import NamedTuple

FORMATS = Path(__file__).parents[1] / "formats"


class Said(NamedTuple):
    """What a format says of itself in literals."""

    order: int
    suffix: str
    called: str
    ways: frozenset[str]
    """`read`, `write` or both."""


def filled(text: str) -> str:
    """A help text with the formats in place of `{read}` and `{written}`.

    >>> filled("The graph as {written}.")
    'The graph as a folder of CSV files, .xlsx, .json or .graphml.'
    """
    for words, what in (("{read}", _read), ("{written}", _written)):
        text = text.replace(words, what()) if words in text else text
    return text


def _read() -> str:
    found = [one for one in _formats() if "read" in one.ways]
    plain = [one.suffix for one in found if not one.called]
    files = [f"a {_either(plain)} file"] if plain else []
    return ", ".join([*(one.called for one in found if one.called), *files])


def _written() -> str:
    return _either([one.suffix or one.called for one in _formats() if "write" in one.ways])


def _either(words: list[str]) -> str:
    return " or ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _formats() -> list[Said]:
    """Every format, in the order in which they are listed for people."""
    trees = (ast.parse(file.read_bytes()) for file in FORMATS.glob("*.py"))
    return sorted(
        _said(node.value)
        for tree in trees
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "FORMAT"
    )


def _said(call: ast.expr) -> Said:
    given = {word.arg: word.value for word in getattr(call, "keywords", ())}
    order, suffix = (ast.literal_eval(given[name]) for name in ("order", "suffix"))
    called = ast.literal_eval(given["called"]) if "called" in given else ""
    return Said(order, suffix, called, frozenset({"read", "write"} & given.keys()))
