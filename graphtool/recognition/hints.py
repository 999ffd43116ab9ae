"""Columns whose headings are not known and sound like what would matter: who does it, with whom."""

from __future__ import annotations

from collections.abc import Mapping

from graphtool.errors import Problem
from graphtool.language import Said, Text
from graphtool.recognition import heading_words, meanings
from graphtool.recognition.figures import figure
from graphtool.recognition.shapes import plan
from graphtool.recognition.table import Column, Table, cell

LONGEST = 60
"""Letters of a cell that may be names; what is longer is told in sentences."""
_MAY_MEAN = Text(
    "kolonnen er tatt med som en opplysning, uten at noen er koblet til noe; står det {meant} i"
    ' den, så si det med check --columns "{heading}={word}"',
    "kolonnen er teken med som ei opplysning, utan at nokon er kopla til noko; står det {meant} i"
    ' han, så sei det med check --columns "{heading}={word}"',
    "the column is kept as a fact, and ties nobody to anything; if it holds {meant}, say so with"
    ' check --columns "{heading}={word}"',
)


def problems(table: Table, taken: Mapping[int, str]) -> list[Problem]:
    """A question for each column of a table of things that may well say who is what to them."""
    if not plan.chain(table):
        return []
    known = {one.meaning for one in table.columns if one.meaning}
    found = []
    for column in table.columns:
        meant = heading_words.hint(column.heading) if column.meaning is None else None
        is_asked = (
            meant is not None
            and meant not in known
            and column.at not in table.periods
            and column.at not in taken
        )
        is_told = meant is not None and meant.group != "thing" and not _may_be_names(table, column)
        if meant is None or not is_asked or is_told:
            continue
        label = meanings.label(str(meant))
        said = {"meant": label, "word": label, "heading": column.heading}
        sheet = table.grid.sheet
        found.append(
            Problem(
                "warning",
                "guessed-column",
                Said(_MAY_MEAN, **said),
                sheet,
                table.header,
                column.heading,
            )
        )
    return found


def _may_be_names(table: Table, column: Column) -> bool:
    """Whether most of what stands in a column is short, and no figure."""
    filled = [text for row in table.rows if (text := cell(row, column))]
    short = sum(len(text) <= LONGEST and figure(text) is None for text in filled)
    return bool(filled) and 2 * short > len(filled)
