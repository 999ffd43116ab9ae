"""A worksheet as its cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from graphtool.recognition import amounts, initials

Row = tuple[int, list[str]]
"""Its number in the sheet, and its cells as text."""


class Hidden(NamedTuple):
    """What of a worksheet its program does not show, and is read all the same."""

    sheet: bool = False
    """Whether its tab is hidden."""
    rows: tuple[int, ...] = ()
    """Numbers of rows, of a filter or hidden by hand."""
    columns: tuple[int, ...] = ()
    """Places of columns, from 0."""


ALL_SHOWN = Hidden()


class Shown(NamedTuple):
    """What a worksheet shows beside the texts of its cells."""

    levels: Mapping[int, int] = {}
    """By row, how many groups of its program's outline it lies in, where in any."""
    struck: Set[tuple[int, int]] = frozenset()
    """Rows and places of the texts with a line through them, or through a part of them."""
    coloured: Mapping[int, Mapping[str, tuple[int, int]]] = {}
    """By place, each colour behind its cells, with the first and the last row of it."""


PLAIN = Shown()


@dataclass(frozen=True)
class Grid:
    """All cells of a worksheet or a file, as text, merged ones filled in."""

    sheet: str
    """What it is called in messages: a worksheet's title or a file's name."""
    title: str
    """What it may be about: the worksheet's title, the file's stem."""
    file: str
    """The file on disk, as evidence names it."""
    rows: Sequence[Row]
    """Those that are not blank."""
    wide: Mapping[int, Mapping[int, int]] = field(default_factory=dict)
    """By row, the last column that a cell is drawn over, by the first."""
    hidden: Hidden = ALL_SHOWN
    shown: Shown = PLAIN

    @property
    def is_text(self) -> bool:
        """Whether it is a text file, which is one sheet that is called as the file is."""
        return self.sheet == self.file

    @cached_property
    def initials(self) -> initials.Initials:
        """What the sheet itself says of short names in its cells."""
        return initials.legend(self.rows)

    @cached_property
    def amounts(self) -> list[tuple[int, amounts.Scale]]:
        """What the sheet's first rows say that all amounts in it count."""
        return amounts.of_sheet(self.rows)
