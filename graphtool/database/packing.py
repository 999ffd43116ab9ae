"""Rows as they travel: a row is one text, its values with a NUL between them.

The driver takes as long for each value of an answer, in Python, as the server for finding it: to
tell apart a hundred thousand rows of ten values took longer than all the rest. A text costs it as
much as a number, however long it is, and is split here at once. No text of a plan graph has a NUL
(`graph.cleaning`), so nothing in it can be taken for the end of a value.
"""

from __future__ import annotations

from collections.abc import Sequence

from graphtool.language import Text

BETWEEN = "\0"
"""Stands between two values of a row."""
ODD = Text(
    "noen har skrevet en tekst med et NUL-tegn i databasen; last grafen inn igjen med graphtool"
    " load",
    "nokon har skrive ein tekst med eit NUL-teikn i databasen; last grafen inn igjen med graphtool"
    " load",
    "somebody has written a text with a NUL into the database; load the graph again with graphtool"
    " load",
)


def packed(values: Sequence[str]) -> str:
    """The Cypher of one text of these expressions, each a text, a number or null.

    >>> packed(["a.id"])
    "coalesce(toString(a.id), '')"
    """
    return r" + '\u0000' + ".join(f"coalesce(toString({value}), '')" for value in values)


def joined(words: str, separator: str) -> str:
    """The Cypher of a list of texts as one text with this between them; null for none.

    >>> joined("successors", "; ")
    "head(successors) + reduce(said = '', word IN tail(successors) | said + '; ' + word)"
    """
    return f"head({words}) + reduce(said = '', word IN tail({words}) | said + '{separator}' + word)"


def unpacked(names: Sequence[str], rows: Sequence[str]) -> dict[str, list[str]]:
    r"""The values of each column of such texts.

    Raises `ValueError` where a value has a NUL itself, which only somebody else can have written
    there.

    >>> unpacked(["id", "name"], ["v\0Vennesla", "i\0"])
    {'id': ['v', 'i'], 'name': ['Vennesla', '']}
    >>> unpacked(["id"], [])
    {'id': []}
    """
    values = BETWEEN.join(rows).split(BETWEEN) if rows else []
    if len(values) != len(names) * len(rows):
        raise ValueError("a value has a NUL")
    return {name: values[at :: len(names)] for at, name in enumerate(names)}
