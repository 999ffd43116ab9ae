"""The measures of `centralities`: what each is called, what it means, how it is defined."""

from __future__ import annotations

from typing import Any, NamedTuple

from graphtool.language import Text, tables


class Position(NamedTuple):
    """A measure of where somebody stands in a network, in words."""

    label: Text
    meaning: Text
    definition: Text
    """A formula, its source, and what other programs call it."""
    directed: bool | None = None
    """Whether it needs a network with a direction, or one without; None for either."""
    least_first: bool = False
    """Whether the least has the first place."""
    of_activities: Text | None = None
    """What it means besides in the weighted network of shared activities."""
    of_whole: Text | None = None
    """What is so besides where the whole network is measured, not each part."""


_TEXTS = ("label", "meaning", "definition", "of_activities", "of_whole")


def _position(said: dict[str, Any]) -> Position:
    words: dict[str, Any] = {
        part: Text.of(value) if part in _TEXTS else value for part, value in said.items()
    }
    return Position(**words)


POSITIONS = {
    name: _position(said) for name, said in tables("graphtool.queries", "position_measures").items()
}
"""By name, in the order in which they are answered."""
