"""An answer as an Excel workbook."""

from __future__ import annotations

import io
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from graphtool.answers.tables import cell, heading
from graphtool.formats.template import layout
from graphtool.language import Language, Text

if TYPE_CHECKING:
    from graphtool.engine import Answer


SOURCE = Text("kilde", "kjelde", "source")
AS_OF = Text("dag", "dag", "as of")
NOTE = Text("merknad", "merknad", "note")
DEFINITION = Text("definisjon", "definisjon", "definition")


def as_workbook(answer: Answer, language: Language) -> bytes:
    """An Excel workbook: the rows under bold, frozen headings, and a sheet that defines them."""
    import openpyxl
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    def written(value: object) -> Any:
        """A cell in which a text stays one, whatever it looks like: a name is no formula."""
        stored = WriteOnlyCell(rows, storable(None if value == "" else value))
        if value and isinstance(value, str):
            stored.data_type = "s"
        return stored

    book = openpyxl.Workbook(write_only=True)
    rows = book.create_sheet(answer.query.name[:31])
    rows.freeze_panes = "A2"
    headings = [written(heading(field, language)) for field in answer.query.fields]
    for heading_cell in headings:
        heading_cell.font = Font(bold=True)
    rows.append(headings)
    for record in answer.records():
        row = []
        for field, value in zip(answer.query.fields, record.values(), strict=True):
            is_number = isinstance(value, (int, float))
            row.append(written(value if is_number else cell(field, value, language)))
        rows.append(row)
    about = book.create_sheet(DEFINITION.in_(language))
    about.column_dimensions["C"].hidden = True
    mark = layout.mark(layout.ONLY_ANSWERS)  # so that nobody reads an answer as data
    for line, marked in zip_longest(_about(answer, language), [mark]):
        about.append([*map(written, line), marked])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _about(answer: Answer, language: Language) -> list[tuple[str, str]]:
    """What an answer says of itself: what was asked of which data, how it is defined, its notes."""
    query = answer.query
    return [
        (query.name, query.answers.in_(language)),
        (SOURCE.in_(language), answer.source),
        (AS_OF.in_(language), answer.as_of or ""),
        (DEFINITION.in_(language), query.definition.in_(language)),
        *((NOTE.in_(language), note.in_(language)) for note in answer.notes),
        *((heading(f, language), f.column.meaning.in_(language)) for f in query.fields),
    ]


def storable(value: Any) -> Any:
    """A value as a workbook can hold it; what it cannot is shown as the replacement character."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    return ILLEGAL_CHARACTERS_RE.sub("\ufffd", value)[:32_767] if isinstance(value, str) else value
