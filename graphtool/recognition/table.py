"""A table in a worksheet: rows under headings, and what its columns hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from graphtool.recognition import (
    amounts,
    graph_words,
    legends,
    moments,
    periods,
    sections,
    wording,
    words,
)
from graphtool.recognition.figures import figure, has_decimal_point
from graphtool.recognition.grid import Grid, Row
from graphtool.recognition.meanings import Meaning
from graphtool.recognition.reasons import Left

_OTHER_ORDERS = ("month", "mixed")
STEP = 2
"""Spaces by which a part of something is set in at least."""


class Column(NamedTuple):
    """A column of a table."""

    at: int
    heading: str
    meaning: Meaning | None


@dataclass(frozen=True)
class Table:
    """Rows under headings."""

    grid: Grid
    header: int
    """Number of the row that holds the headings."""
    columns: tuple[Column, ...]
    """Those with a heading, or with cells under none."""
    rows: tuple[Row, ...]
    """Those below the headings that are neither a note nor a total."""
    left: tuple[Left, ...] = ()
    """Rows that are left out: number, first cell and why."""
    above: tuple[str, ...] = ()
    """What stands above the headings."""
    titles: tuple[tuple[int, str], ...] = ()
    """What stands alone in the rows right above the headings, and their numbers."""
    roles: Mapping[int, str] = field(default_factory=dict)
    """By place, the role that a heading over several columns of parties or things gives."""
    is_beside: bool = False
    """Whether another table stands beside it, under headings in the same row."""
    said: Mapping[str, str] = field(default_factory=dict)
    """What a person has said that letters in a matrix mean: a role, empty for none."""
    legend: legends.Legend = legends.NONE
    """What the sheet itself says of letters in its cells."""
    dates: Mapping[str, moments.Order] = field(default_factory=dict)
    """What a person has said that stands first in dates, by the keys of headings."""

    def of(self, *groups: str) -> list[Column]:
        """The columns whose meaning is of one of these groups."""
        return [one for one in self.columns if one.meaning and one.meaning.group in groups]

    def one(self, word: str) -> Column | None:
        """The first column of this meaning; None where there is none."""
        return self._first.get(word)

    @cached_property
    def _first(self) -> dict[str, Column]:
        return {one.meaning.word: one for one in reversed(self.columns) if one.meaning}

    def link(self, end: str) -> Column | None:
        """The column of a list of connections that is this end of it; None where there is none."""
        return next((one for one in self.columns if graph_words.link(one.heading) == end), None)

    @cached_property
    def decimal(self) -> frozenset[int]:
        """Places of the columns in which a point is a decimal point, as one cell at least shows."""
        return frozenset(
            column.at
            for column in self.columns
            if any(has_decimal_point(cell(row, column)) for row in self.rows)
        )

    @cached_property
    def of_hundred(self) -> frozenset[int]:
        """Places of the columns in which numbers are percent: one at least is above 1.

        Excel keeps what it shows as 34 % as 0.34, whatever the heading says.
        """
        shares = [one for one in self.columns if one.meaning and one.meaning.word == "share"]
        numbers = ((one.at, figure(cell(row, one))) for one in shares for row in self.rows)
        bare = ((at, float(found.value)) for at, found in numbers if found and not found.unit)
        return frozenset(at for at, number in bare if number > 1)

    @cached_property
    def date_orders(self) -> Mapping[int, moments.Order]:
        """By place, whether the day or the month stands first in dates that are not day first.

        What a person has said of a heading counts before what the dates tell.
        """
        may_be = [one for one in self.columns if not one.meaning or one.meaning.group == "detail"]
        told = {one.at: moments.order(cell(row, one) for row in self.rows) for one in may_be}
        said = {one.at: self.dates.get(wording.key(one.heading)) for one in may_be}
        found = {at: said[at] or order for at, order in told.items()}
        return {at: order for at, order in found.items() if said[at] or order in _OTHER_ORDERS}

    @cached_property
    def amounts(self) -> Mapping[int, amounts.Scale]:
        """By place, what the figures of a column count: thousands of kroner, or millions."""
        return amounts.of_columns(self)

    @property
    def about(self) -> tuple[str, ...]:
        """What says what all of it is about: the corner, the title, what stands above."""
        return (self.columns[0].heading, self.grid.title, *self.above)

    @cached_property
    def relation(self) -> str:
        """The relation that the corner, the title or what stands above names; empty for none."""
        said = (word.strip(" .,:()") for text in self.about for word in text.split())
        found = filter(None, map(graph_words.connection, said))
        return next((relation for relation, is_backwards in found if not is_backwards), "")

    @cached_property
    def year(self) -> str:
        """The year that the titles above, of the sheet or of the file name; empty for none."""
        return periods.year_of((*self.above, self.grid.title, self.grid.file))

    @cached_property
    def periods(self) -> dict[int, str]:
        """Places of the columns that are times in which something is done, and which.

        Years over amounts are none of these: «2026» over 1 200 is what it costs in that year.
        """
        unknown = {one.at: one.heading for one in self.columns if one.heading and not one.meaning}
        found = periods.columns(unknown, self.year)
        times = [column for column in self.columns if column.at in found]
        filled = [text for row in self.rows for one in times if (text := cell(row, one))]
        is_budget = bool(filled) and all(
            figure(text) or words.names_nobody(text) for text in filled
        )
        return {} if is_budget else found

    @cached_property
    def nested(self) -> frozenset[int]:
        """Places of the columns of things that tell parts from wholes by setting them in.

        The first cell is the least set in, by Excel's indent or spaces; a space too many is no
        step.
        """
        found = set()
        for column in self.of("thing"):
            set_in = [indent_of(row, column) for row in self.rows if cell(row, column)]
            steps = sorted(set(set_in))
            are_wide = all(other - one >= STEP for one, other in pairwise(steps))
            if len(steps) > 1 and are_wide and set_in[0] == steps[0]:
                found.add(column.at)
        return frozenset(found)

    @cached_property
    def outlined(self) -> Mapping[int, int]:
        """By row, how many groups of its program's outline it lies in; {} where that is unclear.

        A plan that begins within a group may have its goals below their measures, as sums are.
        """
        levels = self.grid.shown.levels
        of_rows = [levels.get(row, 0) for row, _ in self.rows] if levels else []
        return levels if of_rows and of_rows[0] == min(of_rows) else {}

    @cached_property
    def telling(self) -> tuple[Column, ...]:
        """The columns that tell municipalities of one name apart: of regions and of numbers."""
        return tuple(
            one
            for one in self.columns
            if one.meaning and one.meaning.word in ("Region", "id", "number")
        )

    @cached_property
    def numbers(self) -> tuple[Column, ...]:
        """The columns of numbers or ids of what a row holds."""
        return tuple(one for one in self.columns if one.meaning and one.meaning.word == "id")

    @cached_property
    def sections(self) -> frozenset[int]:
        """Numbers of the rows that are headings of those below, and do not say of what sort."""
        return sections.of(self)

    @cached_property
    def letters(self) -> dict[str, str | None]:
        """What letters in the cells of a matrix mean: as a person, the legend or all say."""
        said = self.legend.letters or words.letters()
        return {**said, **self.said}

    @property
    def totals(self) -> tuple[int, ...]:
        """Places of the columns that sum up the others."""
        return tuple(c.at for c in self.columns if words.is_one("totals", c.heading))


def cell(row: Row, column: Column | None) -> str:
    """The text of a cell; empty where the column or the cell is not there."""
    if column is None:
        return ""
    cells, at = row[1], column.at
    return cells[at].strip() if at < len(cells) else ""


def indent_of(row: Row, column: Column) -> int:
    """How many spaces a cell is set in, a tab counted as four; 0 where it is empty."""
    text = row[1][column.at].expandtabs(4) if column.at < len(row[1]) else ""
    return len(text) - len(text.lstrip()) if text.strip() else 0


def taken_for(table: Table, taken: Mapping[int, str]) -> Iterator[tuple[str, str]]:
    """What each column was taken for: its heading and the word of its meaning, empty for none.

    `taken` says what a shape took columns for, by their places.
    """
    for column in table.columns:
        if column.heading or column.meaning:
            meant = "total" if column.at in table.totals else column.meaning or ""
            if column.at in table.periods:
                meant = "period"
            elif not meant and column.at in table.amounts:
                meant = amounts.name(table.amounts[column.at])
            yield column.heading, taken.get(column.at) or str(meant)
