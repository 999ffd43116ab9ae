"""All answers as one Excel workbook: contents with links, a sheet a table, and what each says."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from graphtool import answers, archives
from graphtool.formats.template import layout
from graphtool.language import Language
from graphtool.report.texts import TEXTS

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from graphtool.engine import Answer
    from graphtool.queries.signature import Field

LONGEST = 50_000
"""Rows of a sheet."""
WIDEST = 60
"""Characters of a column."""


def workbook(found: Iterable[Answer], lang: Language) -> bytes:
    """The answers in their order, as people read them.

    Each sheet has a filter and headings that stay; the first leads to all others, the last says
    what the tables say of themselves. An answer above `LONGEST` rows is cut, and says so. Read as
    a source, none of it is taken for data.
    """
    import openpyxl

    book = openpyxl.Workbook()
    assert book.active is not None
    book.remove(book.active)
    _add(book, found, lang)
    _mark(book.worksheets[-1], layout.ONLY_ANSWERS)
    return _saved(book)


def beside(data: bytes, found: Iterable[Answer], lang: Language) -> bytes:
    """A workbook's bytes with the sheets of the answers behind its own."""
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data))
    own = len(book.worksheets)
    _add(book, found, lang)
    for sheet in book.worksheets[own:]:
        _mark(sheet, layout.ANSWERS)
    return _saved(book)


def _add(book: Workbook, found: Iterable[Answer], lang: Language) -> None:
    from openpyxl.worksheet.hyperlink import Hyperlink

    contents = book.create_sheet(TEXTS["contents"].in_(lang))
    about: list[list[str]] = []
    for answer in found:
        sheet = book.create_sheet(answer.query.name[:31])
        _fill(sheet, answer, lang)
        about += _about(answer, lang)
        contents.append([answer.query.title.in_(lang), len(answer.rows)])
        link = contents.cell(contents.max_row, 1)
        link.hyperlink = Hyperlink(ref=link.coordinate, location=f"'{sheet.title}'!A1")
        link.style = "Hyperlink"
        _plain(link)
    contents.column_dimensions["A"].width = WIDEST
    _write(book.create_sheet(TEXTS["about"].in_(lang)), about)


def _saved(book: Workbook) -> bytes:
    for sheet in book.worksheets:
        _set_print(sheet)
    out = io.BytesIO()
    book.save(out)
    return archives.unstamped(out.getvalue())


def _set_print(sheet: Worksheet) -> None:
    """Each page as wide as the sheet, under the headings that stay on the screen too."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = int(sheet.PAPERSIZE_A4)
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    if sheet.freeze_panes:
        sheet.print_title_rows = "1:1"


def _mark(sheet: Worksheet, what: str) -> None:
    """Says in a hidden column that these are answers, for whoever reads the file as a source."""
    from openpyxl.utils import get_column_letter

    at = max(sheet.max_column, 1) + 1
    sheet.cell(1, at, layout.mark(what))
    sheet.column_dimensions[get_column_letter(at)].hidden = True


def _fill(sheet: Worksheet, answer: Answer, lang: Language) -> None:
    from openpyxl.styles import Font

    some = answer._replace(rows=answer.rows.head(LONGEST))
    table = answers.shown(some, lang)
    rows = [
        [
            _exact(field, record[field.name], cell, lang)
            for field, cell in zip(table.fields, row, strict=True)
        ]
        for record, row in zip(some.records(), table.rows, strict=True)
    ]
    _write(sheet, [table.headings, *rows])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    if table.rows:
        sheet.auto_filter.ref = sheet.dimensions


def _about(answer: Answer, lang: Language) -> list[list[str]]:
    """What a table says of itself, in the language, with its definition at length."""
    query = answer.query
    lines = [[query.title.in_(lang), query.answers.in_(lang)]]
    if definition := " ".join(query.definition.in_(lang).split()):
        lines.append([answers.DEFINITION.in_(lang), definition])
    lines += [["", note.in_(lang)] for note in answer.notes]
    if len(answer.rows) > LONGEST:
        cut = TEXTS["cut_book"].format(shown=LONGEST, total=len(answer.rows))
        lines.append(["", cut.in_(lang)])
    fields = [field for field in answer.query.fields if field.column.in_tables]
    return [*lines, *([answers.heading(f, lang), f.column.meaning.in_(lang)] for f in fields)]


def _write(sheet: Worksheet, rows: Sequence[Sequence[Any]]) -> None:
    """The rows as plain values, in columns as wide as what stands in them."""
    from openpyxl.utils import get_column_letter

    widths: dict[int, int] = {}
    for at, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            cell = sheet.cell(at, column, answers.storable(value))
            _plain(cell)
            widths[column] = max(widths.get(column, 8), len(str(value)))
    for column, width in widths.items():
        sheet.column_dimensions[get_column_letter(column)].width = min(width + 2, WIDEST)


def _plain(cell: Any) -> None:
    """A name that begins with = is no formula."""
    if isinstance(cell.value, str):
        cell.data_type = "s"


def _exact(field: Field, value: Any, cell: str, lang: Language) -> Any:
    """A number as it is, not as it is shortened for the eye; what says more than it as text."""
    is_number = isinstance(value, (int, float)) and cell == answers.cell(field, value, lang)
    return value if is_number else cell
