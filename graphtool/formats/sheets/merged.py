"""Merged cells: a value that is drawn over several rows counts for each of them.

Excel keeps it in the range's first cell only. What cannot be one value of one column, or one
heading, is refused with the range's name; nothing is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import pandas as pd

from graphtool.errors import Problem
from graphtool.graph import tables
from graphtool.language import Said, Text

LAST = "XFD"
"""The last column that a spreadsheet has."""
_HEADING = Text(
    "overskriften «{heading}» er slått sammen over {range}; del cellene, slik at overskriftene står"
    " i én rad",
    "overskrifta «{heading}» er slått saman over {range}; del cellene, slik at overskriftene står i"
    " éi rad",
    "the heading {heading!r} is merged over {range}; unmerge it, so that one row holds the"
    " headings",
)
_COLUMNS = Text(
    "«{value}» er slått sammen over {range}, som er kolonnene {columns}; del cellene, og skriv"
    " verdien til hver kolonne",
    "«{value}» er slått saman over {range}, som er kolonnane {columns}; del cellene, og skriv"
    " verdien til kvar kolonne",
    "{value!r} is merged over {range}, which are the columns {columns}; unmerge it, and write each"
    " column's own value",
)
_HIDDEN = Text(
    "«{hidden}» er skjult under «{value}» i de sammenslåtte cellene {range}; del dem",
    "«{hidden}» er gøymt under «{value}» i dei samanslåtte cellene {range}; del dei",
    "{hidden!r} is hidden under {value!r} in the merged range {range}; unmerge it",
)
_REFERENCE = re.compile(r"([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)")


class Range(NamedTuple):
    """A merged range; rows are counted from 1, as a spreadsheet does, columns from 0."""

    name: str
    """As Excel names it: `C2:C4`."""
    rows: tuple[int, int]
    """First and last row."""
    columns: tuple[int, int]
    """First and last column."""


def named(reference: str) -> Range | None:
    """The range of that name; None where it is none.

    >>> named("C2:D14")
    Range(name='C2:D14', rows=(2, 14), columns=(2, 3))
    """
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        return None
    left, top, right, bottom = found.groups()
    return Range(reference, (int(top), int(bottom)), (column(left), column(right)))


def column(letters: str) -> int:
    """Place of the column that a spreadsheet calls so, counted from 0; raises `ValueError`.

    >>> column("A"), column("AB")
    (0, 27)
    """
    number = 0
    for letter in letters[: len(LAST) + 1]:
        if not "A" <= letter <= "Z":
            raise ValueError(f"there is no column {letters}")
        number = number * 26 + ord(letter) - ord("A") + 1
    if not letters:
        raise ValueError("a cell names no column")
    return number - 1


def letters(column: int) -> str:
    """What a spreadsheet calls a column, counted from 0.

    >>> letters(0), letters(27)
    ('A', 'AB')
    """
    out, number = "", column + 1
    while number:
        number, letter = divmod(number - 1, 26)
        out = chr(ord("A") + letter) + out
    return out


def filled(
    sheet: str, header: list[str], cells: pd.DataFrame, merged: Iterable[Range]
) -> tuple[pd.DataFrame, list[Problem]]:
    """The cells with every merged value in each row that its range covers, and what is refused.

    `cells` has as index each row's number in the sheet; rows that are blank are not in it, and a
    range that reaches over them makes none.
    """
    problems: list[Problem] = []
    columns: dict[int, np.ndarray] = {}
    for one in merged:
        wrong = _refused(header, cells, one)
        if wrong:
            problems.append(Problem("error", "merged-range", wrong, sheet, one.rows[0]))
            continue
        first, last = cells.index.searchsorted([one.rows[0], one.rows[1] + 1])
        at = one.columns[0]
        if first == last or at >= cells.shape[1]:
            continue
        if cells.index[first] == one.rows[0]:
            column = columns.setdefault(at, cells[at].to_numpy(dtype=object).copy())
            column[first:last] = column[first]
    out = cells.copy(deep=False)
    for at, values in columns.items():
        out[at] = pd.Series(values, index=cells.index, dtype=tables.TEXT)
    return out, problems


def _refused(header: list[str], cells: pd.DataFrame, one: Range) -> Said | None:
    """What to say where a range cannot be read; None where it can, or holds nothing."""
    (top, bottom), (left, right) = one.rows, one.columns
    covered = cells.loc[top:bottom].iloc[:, left : right + 1]
    if top == 1:
        heading = header[left] if left < len(header) else ""
        if heading and len(covered):
            return Said(_HEADING, heading=heading, range=one.name)
        return None
    held = [str(value) for value in covered.to_numpy(dtype=object).ravel() if str(value).strip()]
    headed = [name for name in header[left : right + 1] if name.strip()]
    if held and len(headed) > 1:
        return Said(_COLUMNS, value=held[0], range=one.name, columns=", ".join(headed))
    if len(held) > 1:
        return Said(_HIDDEN, hidden=held[1], value=held[0], range=one.name)
    return None
