"""What each stage of a map is handed of the settings: what is left out, what looks stand for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

SizeBy = Literal["none", "edges", "degree", "strength", "betweenness", "harmonic", "eigenvector"]
SIZES: tuple[SizeBy, ...] = get_args(SizeBy)
ColourBy = Literal["kind", "municipality", "community", "grade"]
COLOURINGS: tuple[ColourBy, ...] = get_args(ColourBy)
GroupBy = Literal["plan", "community", "municipality"]
GROUPINGS: tuple[GroupBy, ...] = get_args(GroupBy)
LIMIT = 2000
"""Nodes that a map shows at most; more can neither be read nor drawn at once."""
READABLE = 150
"""So many nodes can be shown one by one on a screen."""


@dataclass(frozen=True, kw_only=True)
class Filters:
    """What of a graph is shown; the defaults leave nothing out."""

    focus: str | None = None
    """Id or name of a node: only what lies within `hops` steps of it is shown."""
    hops: int = 2
    kinds: tuple[str, ...] = ()
    """Kinds to show; () for all."""
    relations: tuple[str, ...] = ()
    """Relations to show; () for all."""
    municipalities: tuple[str, ...] = ()
    """Ids or names of municipalities and regions: only what concerns one of them is shown, with
    what that is part of and who answers for it."""
    hide_persons: bool = False
    """Leave out people, and their names in quotes."""


EVERYTHING = Filters()
