"""Sheets that are none of a dataset's own: what is recognised in them joins what was read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from graphtool.errors import Problem, SourceNotFound, unopened
from graphtool.formats.sheets import CELLS, Ignored, Sheets, added
from graphtool.formats.sheets.merged import Range, letters
from graphtool.formats.sheets.unknown import is_understood, nothing_understood, unknown_sheet
from graphtool.formats.syntax.looks import Looks
from graphtool.formats.syntax.saved_text import decoded, records
from graphtool.formats.template import layout
from graphtool.formats.template import reading as template
from graphtool.graph.dataset import REQUIRED, column_name, sheet_name
from graphtool.language import Said, Text, same
from graphtool.recognition import UNREAD_SHEETS, Grid, Understanding, aliases, mapping, recognise
from graphtool.recognition.grid import ALL_SHOWN, Hidden, Row, Shown
from graphtool.recognition.reasons import AS_A_MATTER_OF_COURSE, NO_RELATION
from graphtool.recognition.shapes import connections, matrix, square

TEXTS = ("csv", "tsv", "txt")
"""Suffixes of files that are one sheet."""
TITLES = 20
"""Rows from the top in which the headings of a sheet may stand that is not understood."""
_NOT_ONE = Text(
    "«{sheet}» har sammenhenger, men ingen av dem er forstått; kall arket «relations», eller si i"
    " en kolonne hva hver rad er ({why}), eller for alle på én gang med"
    ' check --relation "{sheet}=samarbeid"',
    "«{sheet}» har samanhengar, men ingen av dei er forstått; kall arket «relations», eller sei i"
    " ei kolonne kva kvar rad er ({why}), eller for alle på éin gong med"
    ' check --relation "{sheet}=samarbeid"',
    "{sheet!r} holds relations, and not one is understood; call it 'relations', or say in a column"
    " what each row is ({why}), or for all of them with"
    ' check --relation "{sheet}=samarbeid"',
)
_LEFT_OUT = Text(
    "«{text}» er ikke med: {why}", "«{text}» er ikkje med: {why}", "{text!r} is left out: {why}"
)
_NUL = Text(
    "har NUL-byter i seg og er ingen tekstfil",
    "har NUL-byte i seg og er inga tekstfil",
    "holds NUL bytes and is no text file",
)


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
        rows = {row for row, _, why in self.table.left if why in AS_A_MATTER_OF_COURSE}
        columns = {letters(at) for at in self.table.totals}
        return problem.row in rows or problem.column in columns


def _left(table: Understanding) -> list[Problem]:
    """The rows that could not be used: an error where these are all the connections there are.

    A query over what is left without any of them would answer with what is not so.
    """
    lost = [one for one in table.left if one[2] not in AS_A_MATTER_OF_COURSE]
    is_every = len(lost) == table.rows
    if table.shape == matrix.NAME:
        is_every = bool(lost) and all(why == NO_RELATION for _, _, why in lost)
    if table.shape in (connections.NAME, square.NAME, matrix.NAME) and not table.edges and is_every:
        message = Said(_NOT_ONE, sheet=_stem(table.sheet), why=lost[0][2])
        return [Problem("error", "unread-relations", message, table.sheet)]
    return [
        Problem("warning", "row-left", Said(_LEFT_OUT, text=text, why=why), table.sheet, row)
        for row, text, why in lost
    ]


def is_own(name: str, header: Sequence[object]) -> bool:
    """Whether a sheet of this name with these headings is one of a dataset's own.

    A sheet of a kind's name that has neither of the columns that it must have is somebody's own
    table under that title.
    """
    if name not in REQUIRED or layout.marked(header):
        return False
    columns = {column_name(cell) for cell in header}
    return bool(columns & set(REQUIRED[name])) or not any(columns)


def is_furniture(header: Sequence[object]) -> bool:
    """Whether these headings are those of a sheet beside the data: help, lists, answers."""
    return layout.marked(header) in layout.UNREAD


def has_only_answers(header: Sequence[object]) -> bool:
    """Whether these headings are those of a workbook in which nothing but answers was written."""
    return layout.marked(header) == layout.ONLY_ANSWERS


def strange(
    sheet: str,
    file: str,
    rows: Iterable[Row],
    merged: Iterable[Range] = (),
    *,
    title: str = "",
    hidden: Hidden = ALL_SHOWN,
    percents: Mapping[tuple[int, int], str] | None = None,
    looks: Looks | None = None,
) -> Strange:
    """A sheet as it stands, its first row with the others; values merged downwards filled in.

    `title` is its own where it is called otherwise in messages; `percents` are numbers, by row and
    place, as they are seen; `looks` what it shows beside its texts.
    """
    cells = {number: list(row) for number, row in rows}
    for (number, at), text in (percents or {}).items():
        if number in cells and at < len(cells[number]):
            cells[number][at] = text
    numbers = sorted(cells)
    wide: dict[int, dict[int, int]] = {}
    for one in merged:
        (top, bottom), (left, right) = one.rows, one.columns
        if left >= len(cells.get(top, ())):
            continue
        if left < right:
            for number in numbers[bisect_left(numbers, top) : bisect_right(numbers, bottom)]:
                wide.setdefault(number, {})[left] = right
        for number in numbers[bisect_right(numbers, top) : bisect_right(numbers, bottom)]:
            row = cells[number]
            row.extend([""] * (left + 1 - len(row)))
            row[left] = cells[top][left]
    filled = [(number, row) for number, row in cells.items() if any(map(str.strip, row))]
    header = _headings(filled)
    ignored = Ignored(sheet, header, len(filled) - bool(header))
    looks = looks or Looks()
    shown = Shown(looks.levels, frozenset(looks.struck), looks.coloured)
    grid = Grid(sheet, title or _stem(sheet), file, filled, wide, hidden, shown)
    return Strange(grid, ignored)


def _headings(rows: Sequence[Row]) -> tuple[str, ...]:
    """What of a sheet that is not understood may be its headings: its first row, or the widest.

    A first row of one cell alone is a title, and says nothing of the columns.
    """
    found = [tuple(filter(None, map(str.strip, row))) for _, row in rows[:TITLES]]
    first = next(iter(found), ())
    return first if len(first) > 1 else max(found, key=len, default=())


def saved(path: Path, called: str = "") -> Strange:
    """The cells of a text file; raises `SourceNotFound` where it is no text.

    `called` is what it is called in messages, where that is not its name alone.
    """
    called = called or path.name
    try:
        text = decoded(path.read_bytes())
    except OSError as error:
        raise unopened(path, error) from error
    if text is None:
        raise SourceNotFound.at(path, Said(_NUL))
    return strange(called, called, enumerate(records(text), start=1))


def joined(found: Sheets, others: Sequence[Strange], source: Path) -> Sheets:
    """What was read, with what is recognised in the others; each that is not is a problem.

    Raises `SourceNotFound` where nothing at all is understood.
    """
    said, wrong = mapping.beside(source)
    spellings, _ = aliases.beside(source)  # what is wrong with them is said of every source
    found, grids = template.joined(found, [one.grid for one in others], spellings)
    recognised = recognise(grids, found.by_name, said, spellings)
    lost = {id(one) for one in recognised.strange}
    ignored = [one.ignored for one in others if id(one.grid) in lost and one.grid.rows]
    summed = [_Summed(table) for table in recognised.understood]
    told = [p for p in found.problems if not any(one.holds(p) for one in summed)]
    problems = [*told, *wrong, *recognised.problems]
    explained = {problem.file for problem in recognised.problems if problem.rule in UNREAD_SHEETS}
    problems += [
        unknown_sheet(sheet_name(title), one, title)
        for one in ignored
        for title in [_title(one.file)]
        if one.file not in explained
    ]
    understood = [*found.understood, *recognised.understood]
    problems += [problem for table in understood for problem in _left(table)]
    by_name = added(found.by_name, recognised.sheets)
    if not is_understood(by_name, problems) and not understood:
        raise SourceNotFound.at(source, nothing_understood([*found.ignored, *ignored]))
    title = found.title
    files = {one.grid.file for one in others}
    if title is None and len(files) == 1:  # what stands above one of several speaks for itself
        first = next((one.above for one in recognised.understood if one.above), ())
        title = same(first[0]) if first else None
    return found._replace(
        by_name=by_name,
        problems=problems,
        title=title,
        ignored=[*found.ignored, *ignored],
        understood=understood,
    )


def _title(sheet: str) -> str:
    """What a sheet that is called so in messages is titled itself."""
    return _stem(sheet.rpartition("/")[2])


def _stem(file: str) -> str:
    """What a worksheet or a file is called, without the suffix of a file."""
    name, dot, suffix = file.rpartition("/")[2].rpartition(".")
    return name if dot and suffix.casefold() in TEXTS else file
