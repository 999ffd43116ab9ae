"""What a sheet shows beside its texts: colours, lines through them, groups and hidden columns."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

MOST = 10_000
"""Cells of a sheet with a line through them that are kept in mind."""


class Span(NamedTuple):
    """The first and the last row in which something is seen."""

    first: int
    last: int


@dataclass
class Looks:
    """As it is gathered while the rows of a sheet are read.

    >>> looks = Looks()
    >>> looks.colour(2, "FF92D050", 4); looks.colour(2, "FF92D050", 9); looks.coloured
    {2: {'FF92D050': Span(first=4, last=9)}}
    """

    columns: set[int] = field(default_factory=set)
    """Places of the columns that its program does not show."""
    levels: dict[int, int] = field(default_factory=dict)
    """By row, how many groups of rows it lies in, where in any."""
    struck: list[tuple[int, int]] = field(default_factory=list)
    """Rows and places of the texts with a line through them, or through a part of them."""
    coloured: dict[int, dict[str, Span]] = field(default_factory=dict)
    """By place, each colour behind its cells and where it is seen."""

    def colour(self, at: int, colour: str, row: int) -> None:
        """A cell in this place and row has this colour behind it."""
        seen = self.coloured.setdefault(at, {})
        known = seen.get(colour)
        seen[colour] = Span(known.first if known else row, row)

    def strike(self, row: int, at: int) -> None:
        """A text in this row and place has a line through it."""
        if len(self.struck) < MOST:
            self.struck.append((row, at))
