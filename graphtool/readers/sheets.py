"""Sheets: what every reader of tables hands on, whether they came from CSV files or a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from graphtool import schema
from graphtool.errors import Problem, SourceNotFound, did_you_mean
from graphtool.graph import tables
from graphtool.graph.checker import FILE, ROW
from graphtool.graph.dataset import (
    COLUMNS,
    FIXED,
    NODE_SHEET,
    REQUIRED,
    SHEETS,
    column_name,
    known_fields,
    sheet_name,
)
from graphtool.language import Text, same
from graphtool.recognition import Understanding

SEEN = 20
"""A message lists so many sheets that were seen, and counts the rest."""
ANY_KIND = "nodes"
"""Sheet of a reader whose nodes say their kind themselves, in a column `kind`."""


Place = tuple[str, int]
"""File (or sheet, or JSON pointer) and row (or line; 0 where there is none)."""


class Ignored(NamedTuple):
    """A file, a worksheet or a list that holds rows and has a name that no sheet has."""

    file: str
    columns: tuple[str, ...]
    rows: int


class Sheets(NamedTuple):
    """A dataset as text tables, each with the columns `file` and `row`, and what was wrong.

    A place that has no row number, as a JSON pointer, stands in `file` with row 0.
    """

    by_name: dict[str, pd.DataFrame]
    problems: list[Problem]
    name: str = ""
    title: Text | None = None
    ignored: Sequence[Ignored] = ()
    understood: Sequence[Understanding] = ()
    """What people's own tables were taken for."""


def sheet(
    name: str, file: str, header: Iterable[object], cells: pd.DataFrame
) -> tuple[pd.DataFrame, list[Problem]]:
    """Rows of text under checked column names, blank rows left out, with `file` and `row`.

    `cells` has one column a header cell, and as index each row's number in the file.
    """
    columns = [column_name(cell) for cell in header]
    problems = _header_problems(name, file, columns)
    table = cells.set_axis(range(cells.shape[1]), axis=1)
    named = [at for at, column in enumerate(columns) if column]
    lost = [at for at in table.columns if at not in named and (table[at] != "").any()]
    problems += [
        Problem("error", "nameless-column", f"column {at + 1} has cells but no name", file, 1)
        for at in lost
    ]
    first = [at for at in named if columns.index(columns[at]) == at]
    table = table[first].set_axis([columns[at] for at in first], axis=1)
    for column in table:
        table[column] = table[column].astype(tables.TEXT).fillna("").str.strip()
    blank = (table == "").all(axis=1) if len(table.columns) else pd.Series(True, index=table.index)
    table = table[~blank].copy()
    table[FILE] = pd.Series([file] * len(table), index=table.index, dtype=tables.TEXT)
    table[ROW] = table.index
    return table.reset_index(drop=True), problems


NORWEGIAN = {
    "navn": "name",
    "namn": "name",
    "eier": "owner",
    "eigar": "owner",
    "ansvarlig": "responsible",
    "ansvarleg": "responsible",
    "koordinator": "coordinator",
    "leder": "leader",
    "leiar": "leader",
    "medlemmer": "members",
    "medlemer": "members",
    "deltakere": "participants",
    "deltakarar": "participants",
    "vert": "host",
    "søker": "applicants",
    "søkere": "applicants",
    "søkjar": "applicants",
    "søkjarar": "applicants",
    "indikator": "indicators",
    "indikatorer": "indicators",
    "indikatorar": "indicators",
    "møter": "addresses",
    "bidrar_til": "contributes_to",
    "bidreg_til": "contributes_to",
    "del_av": "part_of",
    "avhenger_av": "depends_on",
    "dokument": "document",
    "linje": "line",
    "sitat": "quote",
    "merknad": "note",
    "fra": "source",
    "til": "target",
}
"""What people call our columns in their own sheets: only a hint is made of it."""


def _hint(word: str, known: Iterable[str]) -> str:
    """The end of a message: what was meant in Norwegian, or the nearest known word."""
    if word in set(known):
        return ""
    if word in NORWEGIAN and NORWEGIAN[word] in known:
        return f"; did you mean {NORWEGIAN[word]!r}?"
    if norwegian := [own for own in known if NORWEGIAN.get(own) == word]:
        return f"; did you mean {norwegian[0]!r} by it?"
    return did_you_mean(word, known)


def _header_problems(name: str, file: str, columns: list[str]) -> list[Problem]:
    problems = [
        Problem("error", "doubled-column", f"column {column!r} stands there twice", file, 1, column)
        for column in dict.fromkeys(c for c in columns if c and columns.count(c) > 1)
    ]
    missing = [column for column in REQUIRED[name] if column not in columns]
    found = ", ".join(column for column in columns if column) or "no column names"
    problems += [
        Problem(
            "error",
            "missing-column",
            f"column {column!r} is missing; the first row holds {found}{_hint(column, columns)}",
            file,
            1,
            column,
        )
        for column in missing
    ]
    known = FIXED.get(name) or (*NODE_SHEET, *schema.ROLES, *map(str.lower, schema.RELATIONS))
    for column in columns:
        if not column or column in known:
            continue
        if name in FIXED:
            rule = "unknown-column"
            message = f"column {column!r} is not read{_hint(column, known)}"
        elif hint := _hint(column, known):
            rule = "free-column"
            message = f"column {column!r} is kept as a free attribute{hint}"
        else:
            continue
        problems.append(Problem("warning", rule, message, file, 1, column))
    return problems


ENDS = ({"source", "target"}, {"from", "to"}, {"fra", "til"}, {"frå", "til"})
"""Columns by which a sheet is known to hold relations, whatever it is called."""


def unknown_sheet(name: str, ignored: Ignored) -> Problem:
    """What to say of a sheet whose name no kind has: an error where it holds nodes or relations.

    A query over what is left without them would answer with what is not so.
    """
    columns = [column_name(column) for column in ignored.columns]
    hint = _sheet_hint(name)
    known = f"; known are {', '.join(SHEETS)}"
    if "id" in columns:
        message = f"{name!r} is no kind's sheet{hint}{known}"
        return Problem("error", "unknown-kind", message, ignored.file)
    if any(ends <= set(columns) for ends in ENDS):
        message = f"{name!r} holds relations, and is not read; call it 'relations'"
        return Problem("error", "unread-relations", message, ignored.file)
    message = f"{name!r} is no kind's sheet{hint}; it is not read"
    return Problem("warning", "unknown-file", message, ignored.file)


def _sheet_hint(name: str) -> str:
    called = {label: kind.file for kind in schema.KINDS.values() for label in kind.plural[:2]}
    return f"; did you mean {called[name]!r}?" if name in called else did_you_mean(name, SHEETS)


def is_understood(by_name: Mapping[str, object], problems: Iterable[Problem]) -> bool:
    """Whether any sheet has a name that is known, or is to be, but for what is wrong with it."""
    unknown = ("unknown-kind", "unread-relations")
    return bool(by_name) or any(p.severity == "error" and p.rule not in unknown for p in problems)


def nothing_understood(path: object, seen: Iterable[Ignored]) -> SourceNotFound:
    """What to raise of a source of which not one node was read: what was seen, what is near."""
    lines = []
    for one in seen:
        hint = _sheet_hint(sheet_name(one.file.rpartition("/")[2].removesuffix(".csv")))
        near = {column: _hint(column_name(column), COLUMNS) for column in one.columns}
        hints = [f"column {column!r}{said}" for column, said in near.items() if said]
        count = f"{one.rows} row{'' if one.rows == 1 else 's'}"
        columns = ", ".join(one.columns) or "no headings"
        lines.append(f"{one.file} ({count}; {columns}){'; '.join([hint, *hints])}")
    shown = [*lines[:SEEN], *([f"and {len(lines) - SEEN} more"] if len(lines) > SEEN else [])]
    where = ". Seen were:" if shown else "; it is empty"
    return SourceNotFound(
        "\n".join(
            [
                f"{path}: nothing in it was understood: not one node{where}",
                *shown,
                "A dataset has a sheet or file a kind, with the columns id and name:"
                f" {', '.join(SHEETS)}",
            ]
        )
    )


def title_from(metadata: dict[str, Any], file: str) -> tuple[Text | None, list[Problem]]:
    """The dataset's title from `{"title": {"nb": ..., "nn": ..., "en": ...}}` or one string."""
    title = metadata.get("title")
    if title is None:
        return None, []
    if isinstance(title, str):
        return same(title), []
    if (
        not isinstance(title, dict)
        or not title
        or not all(isinstance(v, str) for v in title.values())
    ):
        message = "the title is to be one text, or one for each of nb, nn, en"
        return None, [Problem("error", "bad-title", message, file, 0, "title")]
    said = {language: words for language, words in title.items() if words.strip()}
    if not said:
        return None, []
    any_language = next(iter(said.values()))
    return Text(*(said.get(language, any_language) for language in Text._fields)), []


def located(rows: Iterable[tuple[Place, dict[str, str]]]) -> pd.DataFrame:
    """Rows of text with the place of each as a table, a column for every field that any has."""
    places, fields = [], []
    for place, row in rows:
        places.append(place)
        fields.append(known_fields(row))
    columns = dict.fromkeys(column for row in fields for column in row)
    table = pd.DataFrame(
        {column: [row.get(column, "") for row in fields] for column in columns},
        index=range(len(fields)),
        dtype=tables.TEXT,
    ).apply(lambda column: column.str.strip())
    table[FILE] = pd.Series([file for file, _ in places], dtype=tables.TEXT)
    table[ROW] = pd.Series([number for _, number in places], dtype="int64")
    return table
