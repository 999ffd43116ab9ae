"""Paths as people read them: names with the vocabulary's words for the relations between them."""

from __future__ import annotations

import re
from typing import Annotated

from graphtool import schema
from graphtool.language import Text
from graphtool.queries.fields import col
from graphtool.queries.links import PathStep

STEP = re.compile(r" (?:—([A-Z_]+)→|←([A-Z_]+)—) ")


def in_words(path: str) -> Text:
    """A path with its relations in words; one that is walked backwards by its inverse.

    >>> in_words("Kari —AFFILIATED_WITH→ Iveland ←LEADS— Ola").en
    'Kari —is affiliated with→ Iveland —is led by→ Ola'
    """

    def said(found: re.Match[str], at: int) -> str:
        forwards, backwards = found.groups()
        relation = schema.RELATIONS.get(forwards or backwards)
        if relation is None:
            return found[0]
        words = relation.label if forwards else relation.inverse
        return f" —{words[at]}→ "

    return Text(*(STEP.sub(lambda found, at=at: said(found, at), path) for at in range(3)))  # type: ignore[misc]


StepEvidence = Annotated[
    tuple[PathStep, ...],
    col(
        ("belegg", "hvor hvert steg er sagt"),
        ("belegg", "kvar kvart steg er sagt"),
        ("evidence", "where each step is said"),
        in_tables=False,
    ),
]
"""Where each step of a path is said."""
