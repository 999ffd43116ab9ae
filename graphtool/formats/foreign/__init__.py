"""Sheets that are none of a dataset's own: what is recognised in them joins what was read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from graphtool.errors import Problem, SourceNotFound
from graphtool.formats.sheets import CELLS, Ignored, Sheets
from graphtool.formats.sheets.merged import Range
from graphtool.formats.sheets.unknown import is_understood, nothing_understood, unknown_sheet
from graphtool.formats.syntax.cells import letters
from graphtool.formats.syntax.saved_text import decoded, records
from graphtool.graph.dataset import REQUIRED, column_name, sheet_name
from graphtool.language import same
from graphtool.recognition import Grid, Understanding, mapping, recognise
from graphtool.recognition.grid import Row
from graphtool.recognition.shapes import connections

TEXTS = ("csv", "tsv", "txt")
"""Suffixes of files that are one sheet."""
WHY_TOLD = ("total", "note", "beside the table")
"""Rows that are left out as a matter of course: `check` tells of them, no warning does."""


class Strange(NamedTuple):
    """A sheet that no name of a dataset's says how to read."""

    grid: Grid
    ignored: Ignored
    """What is to be said of it where nothing in it is recognised."""


class _Summed(NamedTuple):
    """What only sums up a table: an error in it takes nothing from what was read."""

    table: Understanding

    def holds(self, problem: Problem) -> bool:
        """Whether the problem is of such a cell."""
        if problem.rule not in CELLS or problem.file != self.table.sheet:
            return False
        rows = {row for row, _, why in self.table.left if why in WHY_TOLD}
        columns = {letters(at) for at in self.table.totals}
        return problem.row in rows or problem.column in columns


def _left(table: Understanding) -> list[Problem]:
    """The rows that could not be used: an error where these are all the connections there are.

    A query over what is left without any of them would answer with what is not so.
    """
    lost = [one for one in table.left if one[2] not in WHY_TOLD]
    if table.shape == connections.NAME and not table.edges and len(lost) == table.rows:
        words = f"call it 'relations', or say in a column what each row is ({lost[0][2]})"
        message = f"{_stem(table.sheet)!r} holds relations, and not one is understood; {words}"
        return [Problem("error", "unread-relations", message, table.sheet)]
    return [
        Problem("warning", "row-left", f"{text!r} is left out: {why}", table.sheet, row)
        for row, text, why in lost
    ]


def is_own(name: str, header: Iterable[object]) -> bool:
    """Whether a sheet of this name with these headings is one of a dataset's own.

    A sheet of a kind's name that has neither of the columns that it must have is somebody's own
    table under that title.
    """
    if name not in REQUIRED:
        return False
    columns = {column_name(cell) for cell in header}
    return bool(columns & set(REQUIRED[name])) or not any(columns)


def strange(sheet: str, file: str, rows: Iterable[Row], merged: Iterable[Range] = ()) -> Strange:
    """A sheet as it stands, its first row with the others; values merged downwards filled in."""
    cells = {number: list(row) for number, row in rows}
    for one in merged:
        (top, bottom), (left, right) = one.rows, one.columns
        if left != right or left >= len(cells.get(top, ())):
            continue
        for number in range(top + 1, bottom + 1):
            if left < len(cells.get(number, ())):
                cells[number][left] = cells[top][left]
    filled = [(number, row) for number, row in cells.items() if any(map(str.strip, row))]
    header = tuple(filter(None, cells.get(1, ())))
    ignored = Ignored(sheet, header, len(filled) - bool(header))
    return Strange(Grid(sheet, _stem(sheet), file, filled), ignored)


def saved(path: Path) -> Strange:
    """The cells of a text file; raises `SourceNotFound` where it is no text."""
    try:
        text = decoded(path.read_bytes())
    except OSError as error:
        raise SourceNotFound(f"{path}: cannot be opened: {error.strerror or error}") from error
    if text is None:
        raise SourceNotFound(f"{path}: holds NUL bytes and is no text file")
    return strange(path.name, path.name, enumerate(records(text), start=1))


def joined(found: Sheets, others: Sequence[Strange], source: Path) -> Sheets:
    """What was read, with what is recognised in the others; each that is not is a problem.

    Raises `SourceNotFound` where nothing at all is understood.
    """
    said, wrong = mapping.beside(source)
    recognised = recognise([one.grid for one in others], found.by_name, said)
    lost = {id(one) for one in recognised.strange}
    ignored = [one.ignored for one in others if id(one.grid) in lost and one.grid.rows]
    summed = [_Summed(table) for table in recognised.understood]
    told = [p for p in found.problems if not any(one.holds(p) for one in summed)]
    problems = [*told, *wrong, *recognised.problems]
    problems += [unknown_sheet(sheet_name(_stem(one.file)), one) for one in ignored]
    problems += [problem for table in recognised.understood for problem in _left(table)]
    by_name = dict(found.by_name)
    for name, rows in recognised.sheets.items():
        by_name[name] = pd.concat([by_name[name], rows]) if name in by_name else rows
        by_name[name] = by_name[name].fillna("").reset_index(drop=True)
    if not is_understood(by_name, problems):
        raise nothing_understood(source, [*found.ignored, *ignored])
    title = found.title
    if title is None and recognised.understood:
        first = next((one.above for one in recognised.understood if one.above), ())
        title = same(first[0]) if first else None
    return found._replace(
        by_name=by_name,
        problems=problems,
        title=title,
        ignored=[*found.ignored, *ignored],
        understood=recognised.understood,
    )


def _stem(file: str) -> str:
    """What a worksheet or a file is called, without the suffix of a file."""
    name, dot, suffix = file.rpartition("/")[2].rpartition(".")
    return name if dot and suffix.casefold() in TEXTS else file
