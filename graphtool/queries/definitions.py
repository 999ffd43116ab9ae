"""How each query is defined at length, in three languages.

In English it is the function's docstring. The Norwegian stands in `definitions.nb.toml` and
`definitions.nn.toml`, a table a query; `follows` there is the mark of the English that it was last
held against, so that a test notices when the two part.
"""

from __future__ import annotations

import hashlib
from functools import cache
from typing import NamedTuple

from graphtool.language import Language, Text, tables


class Translation(NamedTuple):
    """A definition in Norwegian."""

    text: str
    """Its paragraphs, with an empty line between them."""
    follows: str
    """The mark of the English that it says the same as."""


def mark(english: str) -> str:
    """What tells one definition from another, however its lines are broken.

    >>> mark("One row a pair."), mark("One  row a pair.") == mark("One row a pair.")
    ('29510afe', True)
    """
    return hashlib.sha256(" ".join(english.split()).encode()).hexdigest()[:8]


@cache
def translations(language: Language) -> dict[str, Translation]:
    """What is translated into a Norwegian language, by the query's name.

    >>> translations("nn")["unconnected"].text
    'Ein samanheng frå ein node til seg sjølv blir ikkje rekna som eit samband.'
    """
    return {
        name: Translation(one["text"].strip(), one["follows"])
        for name, one in tables("graphtool.queries", f"definitions.{language}").items()
    }


def definition(name: str, english: str) -> Text:
    """How a query is defined; in English alone where no translation follows what is said here.

    >>> definition("unconnected", "A relation of a node to itself does not count as a tie.").nb
    'En sammenheng fra en node til seg selv regnes ikke som en forbindelse.'
    >>> definition("brand-new", "One row a pair.").nb
    'One row a pair.'
    """
    here = mark(english)
    nb, nn = (translations(language).get(name) for language in ("nb", "nn"))
    return Text(
        nb.text if nb and nb.follows == here else english,
        nn.text if nn and nn.follows == here else english,
        english,
    )
