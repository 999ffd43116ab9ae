"""Lists in one column that stand above a table, and what else stands there and is no title."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from graphtool import schema
from graphtool.recognition import headed, headers, heading_rows, names, reasons, wording, words
from graphtool.recognition.grid import Grid, Row
from graphtool.recognition.meanings import Meaning
from graphtool.recognition.reasons import Left
from graphtool.recognition.table import Table, cell

LISTED = frozenset(("Municipality", "Actor", "FocusArea", "Strategy", "Goal", "Measure", "Need"))
"""Kinds of which a list in one column may stand above another table: below «Plan» is its title."""


def found(
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
        begin = next((at for at in range(headers.TITLES) if is_list(block[at:], given)), None)
        one = None
        if begin is not None:
            one = headed.below(grid, block[begin], block[begin + 1 :], given)
        if one and is_apart and _is_named(one, listed):
            lists.append(one)
            continue
        why = reasons.APART if is_apart and _is_headed(block, given) else reasons.ABOVE
        for number, cells in block:
            filled = [text for text in cells if text.strip()]
            if len(filled) > 1 or len(block) > headers.TITLES:
                left.append((number, wording.plain(filled[0]), why))
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
    meant = [heading_rows.meaning(text, given, {}) for text in firsts]
    width = [sum(map(bool, map(str.strip, cells))) for _, cells in rows]
    is_listing = meant[0] is not None and meant[0].word in LISTED
    return len(rows) > 2 and min(width) > 1 and is_listing and not any(meant[1:])


def _is_dated(text: str) -> bool:
    """Whether a text says when, as what stands below a title does and few names do."""
    return any(sign.isdecimal() for sign in text)


_KIND_NAMES = frozenset(
    wording.key(name) for kind in schema.KINDS.values() for name in (*kind.label, *kind.plural)
)
"""What kinds are called: that a lone heading may say «what» is not enough to know a list by."""


def is_list(rows: Sequence[Row], given: Mapping[str, Meaning]) -> bool:
    """Whether all stands in one column, below a heading that says what sort of things they are."""
    filled = [[at for at, text in enumerate(cells) if text.strip()] for _, cells in rows]
    if len(rows) < 2 or any(len(places) != 1 or places != filled[0] for places in filled):
        return False
    heading = rows[0][1][filled[0][0]].strip()
    return (
        wording.key(heading) in _KIND_NAMES and heading_rows.meaning(heading, given, {}) is not None
    )
