"""An answer as text: JSON and CSV for programs, Markdown and HTML for people."""

from __future__ import annotations

import csv
import io
import json
from html import escape
from typing import TYPE_CHECKING

from graphtool.answers.tables import cells, heading, in_cell, shown
from graphtool.language import Language

if TYPE_CHECKING:
    from graphtool.engine import Answer


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
    writer.writerows(map(in_cell, record.values()) for record in answer.records())
    return out.getvalue()


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


def _spelled_out(record: dict[str, object]) -> dict[str, object]:
    """A row for JSON, in which each step of a path is an object of its own."""
    return {
        name: [step._asdict() for step in value] if isinstance(value, tuple) else value
        for name, value in record.items()
    }


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _markdown_cell(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")
    return " ".join(escaped.split())
