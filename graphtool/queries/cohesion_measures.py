"""The measures of `cohesion`: what each is called, what it means, how it is defined."""

from __future__ import annotations

from typing import NamedTuple

from graphtool.language import Text, tables


class Measure(NamedTuple):
    """A measure of a whole network, in words."""

    label: Text
    meaning: Text
    definition: Text
    """A formula, its source, and what other programs call it."""


MEASURES = {
    name: Measure(**{part: Text.of(said[part]) for part in Measure._fields})
    for name, said in tables("graphtool.queries", "cohesion_measures").items()
}
"""By name, in the order in which they are answered."""


def defined(english: str) -> Text:
    """The definition that in English is this, as a reader has it.

    >>> defined("degree 0; networkx isolates").nn
    'grad 0; networkx isolates'
    """
    return _DEFINED[english]


_DEFINED = {measure.definition.en: measure.definition for measure in MEASURES.values()}
