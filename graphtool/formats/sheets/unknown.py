"""Sheets and sources that are not understood: what to say of them, and what was near."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graphtool import schema
from graphtool.errors import Problem, SourceNotFound, did_you_mean
from graphtool.formats.sheets import Ignored
from graphtool.formats.sheets.headings import hint as meant
from graphtool.graph.dataset import COLUMNS, SHEETS, column_name, sheet_name

SEEN = 20
"""A message lists so many sheets that were seen, and counts the rest."""
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
        near = {column: meant(column_name(column), COLUMNS) for column in one.columns}
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
