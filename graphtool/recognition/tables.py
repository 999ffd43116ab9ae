"""The tables of a worksheet: where each begins and ends, below each other and side by side."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from graphtool.recognition import (
    crossed,
    headed,
    headers,
    heading_rows,
    legends,
    lists_above,
    reasons,
)
from graphtool.recognition.grid import Grid, Row
from graphtool.recognition.meanings import Meaning
from graphtool.recognition.table import Column, Table


def of(grid: Grid, known: Mapping[str, Meaning], header: int | None = None) -> list[Table]:
    """The tables of a sheet, from the top; [] where no row holds headings that are known.

    `known` says what headings mean, before the list of words does; `header` which row holds them.
    """
    if headers.is_pivot(grid.rows) and not any(
        heading_rows.is_header(r, heading_rows.score(r, known)) for r in grid.rows
    ):
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
        return [headed.below(grid, top, every[first:], known)]
    if both := crossed.first(every, grid.wide):
        table = headed.below(grid, both.header, every[both.begins :], known)
        return [_below(replace(table, roles=both.roles), every, both.begins - 2)]
    may_head = [at for at, row in enumerate(every) if heading_rows.may_head(row, known)]
    starts = [
        at
        for at in may_head
        if heading_rows.is_header(every[at], heading_rows.score(every[at], known))
    ]
    scores = [] if starts else [heading_rows.score(row, known) for row in every]
    if not starts and (not any(scores) or crossed.begins(every) is not None):
        return _by_content(grid, every, known, is_square=not any(scores))
    if not starts and headers.is_turned(every):
        return []
    starts = starts or [heading_rows.best(every, scores, known)]
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
    lists, left = lists_above.found(grid, every[: starts[0]], begun[0], known)
    begun[0] = replace(begun[0], left=(*left, *begun[0].left))
    return [*lists, *begun, *(one for several in found[1:] for one in several)]


def _by_content(
    grid: Grid, every: Sequence[Row], known: Mapping[str, Meaning], *, is_square: bool
) -> list[Table]:
    """The table of a sheet of which no heading is known, told by its names; [] for none."""
    start = headers.square(every) if is_square else None
    start = crossed.begins(every) if start is None else start
    if start is not None:
        table = headed.below(grid, crossed.headings(every, start), every[start + 1 :], known)
        return [_below(table, every, start)]
    return (
        [headed.below(grid, every[0], every[1:], known)]
        if lists_above.is_list(every, known)
        else []
    )


def _below(table: Table, every: Sequence[Row], start: int) -> Table:
    """The table, whose headings begin at a place, with what stands above these."""
    return replace(table, above=tuple(" ".join(filter(None, row[1])) for row in every[:start]))


def _side_by_side(
    grid: Grid, header: Row, rows: Sequence[Row], known: Mapping[str, Meaning]
) -> list[Table]:
    """The table below a row of headings, or those that stand beside each other there.

    Between them is an empty column, and each begins with a column of things or of actors: a gap
    alone parts nothing.
    """
    table = headed.below(grid, header, rows, known)
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
        replace(
            headed.below(grid, _within(header, *ends), _some(rows, *ends), known), is_beside=True
        )
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
