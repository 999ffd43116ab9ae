"""Problems as a workbook to work through: a list of them all, and the sheets with cells marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from graphtool.errors import SEVERITIES, Problem
from graphtool.formats.sheets import merged
from graphtool.formats.sheets.merged import letters
from graphtool.formats.syntax.raw import RawSheet, raw
from graphtool.formats.syntax.worksheet import LAST_COLUMN, LAST_ROW
from graphtool.graph.dataset import column_name
from graphtool.graph.markup import escaped
from graphtool.language import Language, Text, in_language
from graphtool.recognition import Understanding, wording

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.styles import PatternFill

LIST = Text("problemer", "problem", "problems")
HEADINGS = (
    Text("alvor", "alvor", "severity"),
    Text("ark", "ark", "sheet"),
    Text("rad", "rad", "row"),
    Text("kolonne", "kolonne", "column"),
    Text("verdi", "verdi", "value"),
    Text(
        "hva som er galt, og hva du kan gjøre",
        "kva som er gale, og kva du kan gjere",
        "what is wrong, and what to do",
    ),
    Text("regel", "regel", "rule"),
)
WIDTHS = (10, 24, 8, 20, 40, 90, 22)
FILLS = {"error": "FFC7CE", "warning": "FFEB9C"}
"""Red and yellow as Excel has them; a comment says the same in words."""
LONGEST_CELL, LONGEST_COMMENT, LONGEST_TITLE = 32_000, 2_000, 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_LETTERS = re.compile("[A-Z]{1,3}")


class Marked(NamedTuple):
    """A problem and the cell that it is about."""

    problem: Problem
    title: str
    """Of the sheet in the workbook; empty where the problem is of none."""
    row: int
    """0 where it is of no row that can be shown."""
    column: int
    """Counted from 0."""
    value: str


class Look(NamedTuple):
    """How problems are shown: the fill of each severity, and the language."""

    fills: Mapping[str, PatternFill]
    language: Language


def write(
    draft: Path,
    source: Path | None,
    problems: Sequence[Problem],
    understood: Iterable[Understanding] = (),
    *,
    language: Language = "en",
) -> None:
    """Writes the workbook: errors, then warnings, in the order given, each linked to its cell.

    `source` is where its cells are read from, None where it is no file or folder; `understood`
    says in which rows the headings of its tables stand.
    """
    import openpyxl
    from openpyxl.styles import PatternFill

    sheets = list(raw(source)) if source else []
    titles = _titles([sheet.name for sheet in sheets], LIST.in_(language))
    marked = placed(sheets, problems, understood, titles)
    book = openpyxl.Workbook(write_only=True)
    fills = {word: PatternFill("solid", fgColor=colour) for word, colour in FILLS.items()}
    look = Look(fills, language)
    _list(book, marked, look)
    for sheet in sheets:
        _copy(book, sheet, titles[sheet.name], marked, look)
    book.save(draft)


def placed(
    sheets: Sequence[RawSheet],
    problems: Iterable[Problem],
    understood: Iterable[Understanding] = (),
    titles: Mapping[str, str] | None = None,
) -> list[Marked]:
    """Each problem with the cell that it is about, errors first; `titles` rename the sheets."""
    named = {sheet.name: sheet.name for sheet in sheets} if titles is None else titles
    headers: dict[str, list[int]] = {}
    for one in understood:
        headers.setdefault(one.sheet, []).append(one.header)
    cells = {sheet.name: dict(sheet.rows) for sheet in sheets}
    worst_first = sorted(problems, key=lambda one: one.severity)
    return [_marked(one, named, cells, headers) for one in worst_first]


def _titles(names: Iterable[str], first: str) -> dict[str, str]:
    """By its name, what each sheet is called in the workbook: short enough, and one of a kind.

    >>> _titles(["Problems", "a/b.csv", "a:b.csv"], "problems")
    {'Problems': 'Problems 2', 'a/b.csv': 'a-b.csv', 'a:b.csv': 'a-b.csv 2'}
    """
    used = {first}
    out = {}
    for name in names:
        base = _FORBIDDEN.sub("-", escaped(name)).strip("'")[:LONGEST_TITLE] or "sheet"
        title, number = base, 1
        while title.casefold() in used:
            number += 1
            end = f" {number}"
            title = base[: LONGEST_TITLE - len(end)] + end
        used.add(title.casefold())
        out[name] = title
    return out


def _marked(
    problem: Problem,
    titles: Mapping[str, str],
    cells: dict[str, dict[int, list[str]]],
    headers: dict[str, list[int]],
) -> Marked:
    title = titles.get(problem.file, "")
    rows = cells.get(problem.file, {})
    if not title or problem.row not in rows or problem.row > LAST_ROW:
        return Marked(problem, title, 0, 0, "")
    above = [row for row in headers.get(problem.file, [1]) if row <= problem.row]
    column = _column(problem.column, rows.get(max(above, default=1), []))
    row = rows[problem.row]
    if column is None:
        filled = [at for at, text in enumerate(row) if text.strip()]
        named = [at for at in filled if repr(wording.plain(row[at])) in problem.message]
        column = next(iter([*named, *filled]), 0)
    value = row[column] if column < len(row) else ""
    return Marked(problem, title, problem.row, column, value)


def _column(name: str, header: Sequence[str]) -> int | None:
    """The place of the column that a problem names, by its heading or its letters; None for none.

    >>> _column("valid_from", ["id", "Valid from"]), _column("C", ["id"]), _column("", ["id"])
    (1, 2, None)
    """
    if not name:
        return None
    for at, heading in enumerate(header):
        if name in (heading, wording.plain(heading), column_name(heading)):
            return at
    place = merged.column(name) if _LETTERS.fullmatch(name) else LAST_COLUMN
    return place if place < LAST_COLUMN else None


def _list(book: Workbook, marked: Sequence[Marked], look: Look) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.hyperlink import Hyperlink

    sheet = book.create_sheet(LIST.in_(look.language))
    sheet.freeze_panes = "A2"
    for at, width in enumerate(WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    sheet.append([_cell(sheet, word.in_(look.language), font=Font(bold=True)) for word in HEADINGS])
    linked = Font(color="0563C1", underline="single")
    wrapped = Alignment(wrap_text=True, vertical="top")
    for one in marked[: LAST_ROW - 1]:
        problem = one.problem
        place = f"{letters(one.column)}{one.row or 1}"
        target = "'{}'!{}".format(one.title.replace("'", "''"), place) if one.title else ""
        word = SEVERITIES[problem.severity].in_(look.language)
        severity = _cell(sheet, word, fill=look.fills[problem.severity])
        where = _cell(
            sheet, in_language(problem.file, look.language), **({"font": linked} if target else {})
        )
        if target:
            where.hyperlink = Hyperlink(ref="", location=target)
        message = in_language(problem.message, look.language)
        said = [_cell(sheet, text, alignment=wrapped) for text in (one.value, message)]
        column = _cell(sheet, problem.column)
        sheet.append([severity, where, problem.row or None, column, *said, problem.rule])
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(HEADINGS))}{min(len(marked) + 1, LAST_ROW)}"


def _copy(
    book: Workbook, source: RawSheet, title: str, marked: Sequence[Marked], look: Look
) -> None:
    """The sheet's cells as texts in their places, those with problems filled and commented."""
    from openpyxl.comments import Comment

    here: dict[int, dict[int, list[Problem]]] = {}
    for one in marked:
        if one.title == title and one.row:
            here.setdefault(one.row, {}).setdefault(one.column, []).append(one.problem)
    sheet = book.create_sheet(title)
    for number, texts in _every(source.rows):
        bad = here.get(number, {})
        cells: list[Any] = [_cell(sheet, text) if text else None for text in texts[:LAST_COLUMN]]
        for column, several in bad.items():
            cells.extend([None] * (column + 1 - len(cells)))
            value = texts[column] if column < len(texts) else ""
            worst = min(several, key=lambda one: one.severity).severity
            cells[column] = _cell(sheet, value, fill=look.fills[worst])
            said = "\n\n".join(
                f"{SEVERITIES[one.severity].in_(look.language)}: "
                f"{in_language(one.message, look.language)}"
                for one in several
            )
            note = Comment(escaped(said)[:LONGEST_COMMENT], "graphtool", height=160, width=320)
            cells[column].comment = note
        sheet.append(cells)


def _every(rows: Sequence[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    """The rows with the blank ones between them, so that each has its place."""
    last = 0
    for number, texts in rows:
        if number > LAST_ROW:
            return
        yield from ((blank, []) for blank in range(last + 1, number))
        yield number, texts
        last = number


def _cell(sheet: Any, text: str, **style: Any) -> Any:
    """A cell that holds this text as a text, whatever it looks like."""
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet)
    shown = escaped(text)
    cell.value = shown if len(shown) <= LONGEST_CELL else f"{shown[:LONGEST_CELL]}…"
    cell.data_type = "s"
    cell.number_format = "@"
    for name, value in style.items():
        setattr(cell, name, value)
    return cell
