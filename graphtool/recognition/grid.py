"""A worksheet as its cells, and the tables in it: where the headings stand and what they mean."""

from __future__ import annotations

import sys
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from graphtool import schema
from graphtool.recognition import (
    amounts,
    crossed,
    headers,
    initials,
    leaving,
    legends,
    moments,
    names,
    periods,
    reasons,
    sections,
    words,
)
from graphtool.recognition.figures import figure, has_decimal_point
from graphtool.recognition.reasons import Left
from graphtool.recognition.words import Meaning

STEP = 2
"""Spaces by which a part of something is set in at least."""
LISTED = frozenset(("Municipality", "Actor", "FocusArea", "Strategy", "Goal", "Measure", "Need"))
"""Kinds of which a list in one column may stand above another table: below «Plan» is its title."""
_OTHER_ORDERS = ("month", "mixed")
LONGEST = 120
"""Letters of a cell from which its row holds no headings."""
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
        return next((one for one in self.columns if words.link(one.heading) == end), None)

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
        said = {one.at: self.dates.get(words.key(one.heading)) for one in may_be}
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
        found = filter(None, map(words.connection, said))
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
            set_in = [indent(row, column) for row in self.rows if cell(row, column)]
            steps = sorted(set(set_in))
            are_wide = all(other - one >= STEP for one, other in pairwise(steps))
            if len(steps) > 1 and are_wide and set_in[0] == steps[0]:
                found.add(column.at)
        return frozenset(found)

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


def indent(row: Row, column: Column) -> int:
    """How many spaces a cell is set in, a tab counted as four; 0 where it is empty."""
    text = row[1][column.at].expandtabs(4) if column.at < len(row[1]) else ""
    return len(text) - len(text.lstrip()) if text.strip() else 0


def tables(grid: Grid, known: Mapping[str, Meaning], header: int | None = None) -> list[Table]:
    """The tables of a sheet, from the top; [] where no row holds headings that are known.

    `known` says what headings mean, before the list of words does; `header` which row holds them.
    """
    if headers.is_pivot(grid.rows) and not any(_is_header(r, _score(r, known)) for r in grid.rows):
        return []
    several = legends.blocks(grid.rows)
    found, legend = _beside(grid, known, header, several)
    while several and len(kept := legends.apart(several, _under(found), grid.rows)) < len(several):
        several = kept
        found, legend = _beside(grid, known, header, several)
    if not legend.cells:
        return found
    kept_rows = {number for number, _ in legends.without(grid.rows, legend)}
    rows = [
        (number, next(filter(None, row))) for number, row in grid.rows if number not in kept_rows
    ]
    below = [(number, text, reasons.LEGEND) for number, text in rows if number > found[-1].header]
    found = [replace(table, legend=legend) for table in found]
    return [*found[:-1], replace(found[-1], left=(*found[-1].left, *below))]


def _beside(
    grid: Grid, known: Mapping[str, Meaning], header: int | None, several: Iterable[legends.Block]
) -> tuple[list[Table], legends.Legend]:
    """The tables without these legends, and what they say; with them where else there is none."""
    legend = legends.legend(
        one for one in several if all(number != header for number, _ in one.cells)
    )
    legend = legend._replace(cells=legend.cells | grid.initials.cells)
    found = _tables(grid, legends.without(grid.rows, legend), known, header)
    if found or not legend.cells:
        return found, legend
    return _tables(grid, grid.rows, known, header), legends.NONE


def _under(tables: Sequence[Table]) -> list[legends.Under]:
    """These tables, as far as they bear on what may be a legend within them."""
    heads = sorted({table.header for table in tables})
    ends = dict(zip(heads, [*heads[1:], sys.maxsize], strict=True))
    return [
        legends.Under(
            range(table.header + 1, ends[table.header]),
            {number: sum(map(bool, map(str.strip, row))) for number, row in table.rows},
            frozenset(
                one.at for one in table.columns if one.meaning and one.meaning.word != "note"
            ),
            frozenset(
                one.at
                for one in table.columns
                if not one.meaning or one.meaning.group in ("party", "link")
            ),
        )
        for table in tables
    ]


def _tables(
    grid: Grid, every: Sequence[Row], known: Mapping[str, Meaning], header: int | None
) -> list[Table]:
    if header is not None:
        start = next((at for at, row in enumerate(every) if row[0] == header), None)
        if start is None:
            return []
        top, first = headers.both(every, start, grid.wide, len(every))
        return [_table(grid, top, every[first:], known)]
    if both := crossed.first(every, grid.wide):
        table = _table(grid, both.header, every[both.begins :], known)
        return [_below(replace(table, roles=both.roles), every, both.begins - 2)]
    may_head = [at for at, row in enumerate(every) if _may_head(row, known)]
    starts = [at for at in may_head if _is_header(every[at], _score(every[at], known))]
    scores = [] if starts else [_score(row, known) for row in every]
    if not starts and (not any(scores) or crossed.begins(every) is not None):
        return _by_content(grid, every, known, is_square=not any(scores))
    if not starts and headers.is_turned(every):
        return []
    starts = starts or [_best(every, scores, known)]
    tops = {start: headers.both(every, start, grid.wide, len(every)) for start in starts}
    lower = {at for start, (_, first) in tops.items() for at in range(start + 1, first)}
    heads = [(start, *tops[start]) for start in starts if start not in lower]
    found: list[list[Table]] = []
    for at, (start, top, first) in enumerate(heads):
        end, after = len(every), found[-1][0].header if found else 0
        if at + 1 < len(heads):
            end = heads[at + 1][0] - len(headers.titles(every, heads[at + 1][0], top[0]))
        titles = headers.titles(every, start, after)
        several = _side_by_side(grid, top, every[first:end], known)
        found.append([replace(one, titles=titles) for one in several])
    begun = [_below(one, every, starts[0]) for one in found[0]]
    lists, left = _lists_above(grid, every[: starts[0]], begun[0], known)
    begun[0] = replace(begun[0], left=(*left, *begun[0].left))
    return [*lists, *begun, *(one for several in found[1:] for one in several)]


def _lists_above(
    grid: Grid, rows: Sequence[Row], below: Table, given: Mapping[str, Meaning]
) -> tuple[list[Table], list[Left]]:
    """Lists in one column that stand above a table, and the rows there that are no mere titles."""
    blocks: list[list[Row]] = []
    for row in rows:
        if not blocks or row[0] > blocks[-1][-1][0] + 1:
            blocks.append([])
        blocks[-1].append(row)
    lists: list[Table] = []
    left: list[Left] = []
    listed = {one.meaning.word for one in below.of("thing", "party") if one.meaning}
    for block in blocks:
        is_apart = block[-1][0] + 1 < below.header
        begin = next((at for at in range(headers.TITLES) if _is_list(block[at:], given)), None)
        one = _table(grid, block[begin], block[begin + 1 :], given) if begin is not None else None
        if one and is_apart and _is_named(one, listed):
            lists.append(one)
            continue
        why = reasons.APART if is_apart and _is_headed(block, given) else reasons.ABOVE
        for number, cells in block:
            filled = [text for text in cells if text.strip()]
            if len(filled) > 1 or len(block) > headers.TITLES:
                left.append((number, words.plain(filled[0]), why))
    return lists, left


def _is_named(table: Table, others: Container[str]) -> bool:
    """Whether a list in one column above a table is of several, and of what that does not list."""
    (column,) = table.columns
    word = column.meaning.word if column.meaning else ""
    named = [cell(row, column) for row in table.rows]
    if any(_is_dated(text) or words.is_of_sheet(text) for text in named):
        return False
    if word == "Municipality" and not all(map(names.is_official, named)):
        return False
    return len(named) > 1 and word in LISTED and word not in others


def _is_headed(rows: Sequence[Row], given: Mapping[str, Meaning]) -> bool:
    """Whether rows are a table of which one heading alone is known, what it lists."""
    firsts = [next(text for text in cells if text.strip()).strip() for _, cells in rows]
    meant = [_meaning(text, given, {}) for text in firsts]
    width = [sum(map(bool, map(str.strip, cells))) for _, cells in rows]
    is_listing = meant[0] is not None and meant[0].word in LISTED
    return len(rows) > 2 and min(width) > 1 and is_listing and not any(meant[1:])


def _is_dated(text: str) -> bool:
    """Whether a text says when, as what stands below a title does and few names do."""
    return any(sign.isdecimal() for sign in text)


def _by_content(
    grid: Grid, every: Sequence[Row], known: Mapping[str, Meaning], *, is_square: bool
) -> list[Table]:
    """The table of a sheet of which no heading is known, told by its names; [] for none."""
    start = headers.square(every) if is_square else None
    start = crossed.begins(every) if start is None else start
    if start is not None:
        table = _table(grid, crossed.headings(every, start), every[start + 1 :], known)
        return [_below(table, every, start)]
    return [_table(grid, every[0], every[1:], known)] if _is_list(every, known) else []


def _below(table: Table, every: Sequence[Row], start: int) -> Table:
    """The table, whose headings begin at a place, with what stands above these."""
    return replace(table, above=tuple(" ".join(filter(None, row[1])) for row in every[:start]))


def _best(rows: Sequence[Row], scores: Sequence[int], given: Mapping[str, Meaning]) -> int:
    """The place of the row with most headings that are known, one that recurs counted once."""
    apart = [
        len({key for key in map(words.key, row[1]) if key in given or _is_heading(key)})
        if score
        else 0
        for row, score in zip(rows, scores, strict=True)
    ]
    return apart.index(max(apart)) if any(apart) else scores.index(max(scores))


_KIND_NAMES = frozenset(
    words.key(name) for kind in schema.KINDS.values() for name in (*kind.label, *kind.plural)
)
"""What kinds are called: that a lone heading may say «what» is not enough to know a list by."""


def _is_list(rows: Sequence[Row], given: Mapping[str, Meaning]) -> bool:
    """Whether all stands in one column, below a heading that says what sort of things they are."""
    filled = [[at for at, text in enumerate(cells) if text.strip()] for _, cells in rows]
    if len(rows) < 2 or any(len(places) != 1 or places != filled[0] for places in filled):
        return False
    heading = rows[0][1][filled[0][0]].strip()
    return words.key(heading) in _KIND_NAMES and _meaning(heading, given, {}) is not None


def _side_by_side(
    grid: Grid, header: Row, rows: Sequence[Row], known: Mapping[str, Meaning]
) -> list[Table]:
    """The table below a row of headings, or those that stand beside each other there.

    Between them is an empty column, and each begins with a column of things or of actors: a gap
    alone parts nothing.
    """
    table = _table(grid, header, rows, known)
    parts: list[list[Column]] = []
    for column in table.columns:
        last = parts[-1][-1].at if parts else -2
        if column.at > last + 1 and not any(map(str.strip, header[1][last + 1 : column.at])):
            parts.append([])
        parts[-1].append(column)
    whole: list[list[Column]] = []
    for part in parts:
        if whole and not (_is_anchored(part) and _is_anchored(whole[0])):
            whole[-1] += part
        else:
            whole.append(part)
    if len(whole) < 2:
        return [table]
    starts = [part[0].at for part in whole]
    width = max(len(cells) for _, cells in (header, *rows))
    return [
        replace(_table(grid, _within(header, *ends), _some(rows, *ends), known), is_beside=True)
        for ends in pairwise([*starts, width])
    ]


def _is_anchored(columns: Sequence[Column]) -> bool:
    """Whether columns are a table of their own: two headings at least, the first what it lists."""
    headed = [column for column in columns if column.heading]
    if len(headed) < 2:
        return False
    meant = headed[0].meaning
    return meant is not None and (meant.group == "thing" or meant.word == "Actor")


def _within(row: Row, first: int, end: int) -> Row:
    """The row with nothing outside these places."""
    return row[0], [text if first <= at < end else "" for at, text in enumerate(row[1])]


def _some(rows: Iterable[Row], first: int, end: int) -> list[Row]:
    """The rows that hold something within these places, and it alone."""
    parts = (_within(row, first, end) for row in rows)
    return [row for row in parts if any(text.strip() for text in row[1])]


def _meaning(
    heading: str, given: Mapping[str, Meaning], beside: Mapping[str, Meaning | None]
) -> Meaning | None:
    """What a heading means, as a person has said, or beside the others, or by itself."""
    if not heading.strip():
        return None
    key = words.key(heading)
    if key in given:
        return given[key]
    several = [key, *words.several(heading)] if beside else []
    said = next((one for one in several if one in beside), None)
    return words.meaning(heading) if said is None else beside[said]


def _score(row: Row, given: Mapping[str, Meaning]) -> int:
    """How many of a row's cells are headings that are known."""
    filled = [bare for text in row[1] if (bare := text.strip())]
    if len(filled) < 2 or any(len(text) > LONGEST for text in filled):
        return 0
    months = len(filled) if len(filled) >= periods.MONTHS and periods.is_header(filled) else 0
    return months or sum(_is_known(text, given) for text in filled)


def _may_head(row: Row, given: Mapping[str, Meaning]) -> bool:
    """Whether half of a row's cells may be headings: the shortest are looked at first.

    In most rows these are none, and the sentences beside them need not be understood.
    """
    filled = [bare for text in row[1] if (bare := text.strip())]
    if len(filled) >= periods.MONTHS and periods.is_header(filled):
        return True
    others = len(filled) // 2
    for text in sorted(filled, key=len):
        others -= not _is_known(text, given)
        if others < 0:
            return False
    return True


def _is_known(text: str, given: Mapping[str, Meaning]) -> bool:
    """Whether a cell is a heading that a person has said or the list of words has."""
    may_be = text[0].isalpha() or text[0] in "*#(" or text[0] > "\u2000"
    return may_be and (_is_heading(text) or (bool(given) and words.key(text) in given))


@lru_cache(maxsize=words.MANY)
def _is_heading(text: str) -> bool:
    is_listed = words.is_one("totals", text) or words.is_one("headings", text)
    return is_listed or bool(words.meaning(text) or words.link(text))


def _is_header(row: Row, score: int) -> bool:
    """Whether a row surely holds headings: most of its cells are known ones, and different."""
    if score < 2:
        return False
    filled = [words.key(text) for text in row[1] if text.strip()]
    return 2 * score >= len(filled) == len(set(filled))


def _table(grid: Grid, header: Row, rows: Iterable[Row], given: Mapping[str, Meaning]) -> Table:
    rows = list(rows)
    width = max(len(cells) for _, cells in [header, *rows])
    headings = [*header[1], *[""] * (width - len(header[1]))]
    for start, end in grid.wide.get(header[0], {}).items():
        headings[start : end + 1] = [name or headings[start] for name in headings[start : end + 1]]
    filled = {at for _, cells in rows for at, text in enumerate(cells) if text.strip()}
    beside = words.context(headings)
    columns = tuple(
        Column(at, words.plain(heading), _meaning(heading, given, beside))
        for at, heading in enumerate(headings)
        if heading.strip() or at in filled
    )
    if not any(one.meaning and one.meaning.group in ("thing", "party") for one in columns):
        places = crossed.unnamed(headings, rows[: crossed.SOME])
        if places is not None and header[0] not in grid.wide:
            long = crossed.unfolded(headings, rows, places)
            if long:
                return _table(grid, (header[0], long[0]), long[1], given)
        towns = words.meanings()["Municipality"]
        columns = tuple(one._replace(meaning=towns) if one.at == places else one for one in columns)
    columns = tuple(_as_filled(one, rows) for one in columns)
    rows = [
        _drawn_over(row, columns, grid.wide[row[0]]) if row[0] in grid.wide else row for row in rows
    ]
    rows, columns = _with_whole_names(rows, columns, given)
    kept, left = leaving.parted(rows, columns)
    return Table(grid, header[0], columns, tuple(kept), tuple(left))


def _as_filled(column: Column, rows: Sequence[Row]) -> Column:
    """The column; not one of deadlines where nothing but ticks stand under «Ferdig»."""
    if column.meaning is None or column.meaning.word != "deadline":
        return column
    is_ticked = False
    for row in rows:
        text = cell(row, column)
        if not text or words.is_one("absent", text):
            continue
        if text.isdecimal() or not words.is_one("present", text):
            return column
        is_ticked = True
    return column._replace(meaning=None) if is_ticked else column


def _with_whole_names(
    rows: list[Row], columns: tuple[Column, ...], given: Mapping[str, Meaning]
) -> tuple[list[Row], tuple[Column, ...]]:
    """Given names and surnames of two columns as one column of persons."""
    keys = ((words.key(column.heading), column) for column in columns)
    named = {key: column for key, column in keys if key not in given}
    pairs = ((named.get(one), named.get(other)) for one, other in words.name_pairs())
    first, last = next((pair for pair in pairs if all(pair)), (None, None))
    if first is None or last is None:
        return rows, columns
    person = Column(first.at, f"{first.heading} {last.heading}", words.meanings()["Actor.person"])
    others = [person if one == first else one for one in columns if one != last]
    out: list[Row] = []
    for number, cells in rows:
        wide = [*cells, *[""] * (1 + max(first.at, last.at) - len(cells))]
        wide[first.at] = f"{wide[first.at]} {wide[last.at]}".strip()
        wide[last.at] = ""
        if any(text.strip() for text in wide):
            out.append((number, wide))
    return out, tuple(others)


def _drawn_over(row: Row, columns: Sequence[Column], ranges: Mapping[int, int]) -> Row:
    """The row with what is drawn over several columns in each that holds the same sort of thing.

    Not in a column of goals or measures: a title is drawn over what belongs to it.
    """
    sorts = {column.at: column.meaning.group if column.meaning else "" for column in columns}
    width = 1 + max(sorts, default=-1)
    cells = [*row[1], *[""] * (width - len(row[1]))]
    for first, last in ranges.items():
        sort = sorts.get(first)
        for at in range(first + 1, min(last + 1, width)):
            if not cells[at] and sort != "thing" and sorts.get(at, "thing") == sort:
                cells[at] = cells[first]
    return row[0], cells


def headings(table: Table, taken: Mapping[int, str]) -> Iterator[tuple[str, str]]:
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
