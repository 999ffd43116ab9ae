"""An answer as people read it: a table of texts, without what says nothing to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from graphtool.language import Language, Text
from graphtool.queries.columns import SEPARATOR
from graphtool.queries.phrases import significant

if TYPE_CHECKING:
    from graphtool.engine import Answer
    from graphtool.queries.signature import Field


SHARED = Text(" (delt av {n})", " (delt av {n})", " (shared by {n})")
"""Behind a rank, how many have it."""


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
    value = in_cell(value)
    return word(field, value, language) if isinstance(value, str) else str(value)


def word(field: Field, value: str, language: Language) -> str:
    """A value as people read it, where it is one of our own words or a list that holds some."""
    words = field.column.words
    if not words:
        return value
    parts = value.split(SEPARATOR)
    return SEPARATOR.join(words[p].in_(language) if p in words else p for p in parts)


def in_cell(value: Any) -> Any:
    """A value for one cell; of the steps of a path where each is said."""
    if not isinstance(value, tuple):
        return value
    return SEPARATOR.join(
        f"{step.document}:{step.line}" if step.line else step.document or "–" for step in value
    )
