"""An answer as text or workbook: JSON and CSV for programs, Markdown and Excel for people."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from html import escape
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, NamedTuple

from graphtool.formats.template import layout
from graphtool.language import Language, Text
from graphtool.queries.columns import SEPARATOR
from graphtool.queries.phrases import significant

if TYPE_CHECKING:
    from graphtool.engine import Answer
    from graphtool.queries.signature import Field


SOURCE = Text("kilde", "kjelde", "source")
AS_OF = Text("dag", "dag", "as of")
NOTE = Text("merknad", "merknad", "note")
DEFINITION = Text("definisjon", "definisjon", "definition")
SHARED = Text(" (delt av {n})", " (delt av {n})", " (shared by {n})")
"""Behind a rank, how many have it."""


def as_json(answer: Answer, language: Language) -> str:
    """One object `{query, definition, source, as_of, notes, rows}`; words in the language."""
    definition = answer.query.definition.in_(language)
    whole = {
        "query": answer.query.name,
        "definition": _on_one_line(definition) or answer.query.answers.in_(language),
        "source": answer.source,
        "as_of": answer.as_of,
        "notes": [note.in_(language) for note in answer.notes],
        "rows": [_spelled_out(record) for record in answer.records()],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def as_ndjson(answer: Answer, language: Language) -> str:
    """One JSON object a row, nothing else."""
    rows = (json.dumps(_spelled_out(record), ensure_ascii=False) for record in answer.records())
    return "".join(f"{row}\n" for row in rows)


def as_csv(answer: Answer, language: Language) -> str:
    """A header of field names and the rows, nothing else, each cell as the data have it.

    Also where it begins with `=`, `+`, `-` or `@`, which Excel would take for a formula: a sign put
    before it would be part of a name to the program that reads it. For Excel is `as_workbook`.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([field.name for field in answer.query.fields])
    writer.writerows(map(_in_cell, record.values()) for record in answer.records())
    return out.getvalue()


def _spelled_out(record: dict[str, object]) -> dict[str, object]:
    """A row for JSON, in which each step of a path is an object of its own."""
    return {
        name: [step._asdict() for step in value] if isinstance(value, tuple) else value
        for name, value in record.items()
    }


def _in_cell(value: Any) -> Any:
    """A value for one cell; of the steps of a path where each is said."""
    if not isinstance(value, tuple):
        return value
    return SEPARATOR.join(
        f"{step.document}:{step.line}" if step.line else step.document or "–" for step in value
    )


def as_markdown(answer: Answer, language: Language) -> str:
    """A table with headings in the language, then the notes as a list."""
    fields = answer.query.fields
    lines = [
        "| " + " | ".join(heading(field, language) for field in fields) + " |",
        "|" + " --- |" * len(fields),
        *(
            "| " + " | ".join(_markdown_cell(cell) for cell in row) + " |"
            for row in cells(answer, language)
        ),
        *([""] if answer.notes else []),
        *(f"- {note.in_(language)}" for note in answer.notes),
    ]
    return "\n".join(lines) + "\n"


def as_html(answer: Answer, language: Language) -> str:
    """A table with headings in the language, the notes below; safe whatever the data contain."""
    _, headings, rows, numbers, _ = shown(answer, language)
    sides = ["right" if at in numbers else "left" for at in range(len(headings))]

    def line(tag: str, texts: list[str]) -> str:
        told = zip(sides, texts, strict=True)
        return "".join(f'<{tag} style="text-align:{s}">{escape(t)}</{tag}>' for s, t in told)

    body = "".join(f"<tr>{line('td', row)}</tr>" for row in rows)
    notes = "".join(f"<p>{escape(note.in_(language))}</p>" for note in answer.notes)
    table = f"<table><thead><tr>{line('th', headings)}</tr></thead><tbody>{body}</tbody></table>"
    return (table if rows else "") + notes


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


FORMATS: dict[str, Callable[[Answer, Language], str | bytes]] = {
    "csv": as_csv,
    "json": as_json,
    "ndjson": as_ndjson,
    "md": as_markdown,
    "xlsx": as_workbook,
}
"""Formats beside the terminal's table."""


class Shown(NamedTuple):
    """An answer as a table for people, without what says nothing to them."""

    fields: list[Field]
    """The columns that are shown."""
    headings: list[str]
    rows: list[list[str]]
    numbers: list[int]
    """Places of the columns that hold numbers."""
    title: int
    """Place of the column that says what a row is about."""


def shown(answer: Answer, language: Language, *, is_short: bool = False) -> Shown:
    """An answer's rows as people read them.

    A rank and how many share it are one column, `1 (shared by 7)`, or `1 =7` where that has to be
    short; document and line are one, `plan:286`. Columns that are empty throughout, and ids, leave
    their room to the others.
    """
    fields = [field.name for field in answer.query.fields]
    folded = {
        name: merged
        for name in fields
        if (merged := f"{name.removesuffix('_ties')}_rank") in fields and name.endswith("_ties")
    }
    if "document" in fields and "line" in fields:
        folded["line"] = "document"
    shared = " ={n}" if is_short else SHARED.in_(language)
    rows = []
    for values in cells(answer, language):
        row = dict(zip(fields, values, strict=True))
        for name, into in folded.items():
            row[into] += _folded(name, row[name], shared)
        rows.append(row)
    kept = [
        field
        for field in answer.query.fields
        if field.name not in folded
        and field.column.in_tables
        and (not rows or any(row[field.name] for row in rows))
    ]
    names = [field.name for field in kept]
    return Shown(
        kept,
        [heading(field, language) for field in kept],
        [[row[name] for name in names] for row in rows],
        [at for at, field in enumerate(kept) if field.type in (int, float)],
        names.index("name") if "name" in names else 0,
    )


def _folded(name: str, value: str, shared: str) -> str:
    if name == "line":
        return f":{value}" if value else ""
    return shared.format(n=value) if value != "1" else ""


def heading(field: Field, language: Language) -> str:
    """A column's heading."""
    return field.column.label.in_(language)


def word(field: Field, value: str, language: Language) -> str:
    """A value as people read it, where it is one of our own words or a list that holds some."""
    words = field.column.words
    if not words:
        return value
    parts = value.split(SEPARATOR)
    return SEPARATOR.join(words[p].in_(language) if p in words else p for p in parts)


def cells(answer: Answer, language: Language) -> list[list[str]]:
    """The rows as text for people: our words in the language, numbers short, nothing as such."""
    fields = answer.query.fields
    return [
        [cell(field, value, language) for field, value in zip(fields, row.values(), strict=True)]
        for row in answer.records()
    ]


def cell(field: Field, value: Any, language: Language) -> str:
    """One value as text for people; nothing as its column calls it, else empty."""
    if value is None:
        return field.column.nothing.in_(language) if field.column.nothing else ""
    if isinstance(value, float):
        short = significant(value, 4)
        return short if language == "en" else short.replace(".", ",")
    if field.column.said:
        return field.column.said(value).in_(language)
    value = _in_cell(value)
    return word(field, value, language) if isinstance(value, str) else str(value)


def _markdown_cell(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")
    return " ".join(escaped.split())


def storable(value: Any) -> Any:
    """A value as a workbook can hold it; what it cannot is shown as the replacement character."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    return ILLEGAL_CHARACTERS_RE.sub("\ufffd", value)[:32_767] if isinstance(value, str) else value
