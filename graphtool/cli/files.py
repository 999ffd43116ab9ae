"""What help says of the files that are read and written, without importing what does it.

A format's call of `Format` is read as text: with pandas, `graphtool --help` would take a second.
"""

from __future__ import annotations

import ast
from pathlib import Path
from typing import NamedTuple

from graphtool.language import LANGUAGES, Text, either, joined, same

FORMATS = Path(__file__).parents[1] / "formats"
_FILE = Text("en {suffixes}fil", "ei {suffixes}fil", "a {suffixes} file")
_OF_FILE = Text("{suffix}-", "{suffix}-", "{suffix}")


class Said(NamedTuple):
    """What a format says of itself in literals."""

    order: int
    suffix: str
    called: Text | None
    ways: frozenset[str]
    """`read`, `write` or both."""


def filled(text: Text) -> Text:
    """A help text with the formats in place of `{read}` and `{written}`.

    >>> filled(Text("Grafen som {written}.", "Grafen som {written}.", "The graph as {written}.")).en
    'The graph as a folder of CSV files, .xlsx, .json or .graphml.'
    """
    for words, what in (("{read}", _read), ("{written}", _written)):
        if words in text.en:
            names = what()
            text = Text(*(text[at].replace(words, names[at]) for at in range(len(LANGUAGES))))
    return text


def _read() -> Text:
    found = [one for one in _formats() if "read" in one.ways]
    plain = [_OF_FILE.format(suffix=one.suffix) for one in found if not one.called]
    files = [_FILE.format(suffixes=either(plain))] if plain else []
    called = [*(one.called for one in found if one.called), *files]
    return joined(called)


def _written() -> Text:
    written = [one for one in _formats() if "write" in one.ways]
    return either([same(one.suffix) if one.suffix else one.called or same("") for one in written])


def _formats() -> list[Said]:
    """Every format, in the order in which they are listed for people."""
    trees = (ast.parse(file.read_bytes()) for file in FORMATS.glob("*.py"))
    return sorted(
        (
            _said(node.value)
            for tree in trees
            for node in tree.body
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "FORMAT"
        ),
        key=lambda one: (one.order, one.suffix),
    )


def _said(call: ast.expr) -> Said:
    given = {word.arg: word.value for word in getattr(call, "keywords", ())}
    order, suffix = (ast.literal_eval(given[name]) for name in ("order", "suffix"))
    called = given.get("called")
    words = Text(*map(ast.literal_eval, getattr(called, "args", ()))) if called else None
    return Said(order, suffix, words, frozenset({"read", "write"} & given.keys()))
