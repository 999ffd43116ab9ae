"""What a workbook says, as the sheets of a dataset: added to what was read besides."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from graphtool.errors import Problem
from graphtool.formats.sheets import Sheets, added, title_from
from graphtool.formats.template import layout
from graphtool.formats.template.listing import Listing
from graphtool.formats.template.marked import Marked
from graphtool.formats.template.statements import Record, Statements
from graphtool.graph import dataset, tables
from graphtool.graph.checker import FILE, ROW
from graphtool.language import LANGUAGES, Text
from graphtool.recognition import TEMPLATE, Understanding, gathered


def joined(
    found: Sheets, sheets: Sequence[Marked], listing: Listing, statements: Statements
) -> Sheets:
    """What was read besides, with what stands in these sheets."""
    book = listing.book
    found_by = {name: table.to_dict("records") for name, table in gathered.sheets(book).items()}
    if "documents" not in found_by:  # where nothing else of the book's own cites them
        found_by["documents"] = [
            {**row, FILE: row["title"], ROW: 0} for row in book.documents.values()
        ]
    rows: dict[str, list[Record]] = {}
    for name, table in found_by.items():
        is_kind = layout.kind_of(name) is not None
        for row in table:
            rest = listing.nodes.get(str(row["id"]), ("", {}))[1] if is_kind else {}
            rows.setdefault(name, []).append({**row, **rest})
    for name, record in listing.nodes.values():
        if "id" in record:
            rows.setdefault(name, []).append(record)
    for name, more in (
        ("relations", statements.related),
        ("facts", statements.stated),
        ("documents", listing.sources.documents.values()),
    ):
        if more:
            rows.setdefault(name, []).extend(more)
    about = {
        sheet.key(row, layout.mark(dataset.METADATA)): sheet.fields(row).get("value", "")
        for sheet in _of(sheets, dataset.METADATA)
        for row in sheet.rows
    }
    left = [
        {**sheet.fields(row), FILE: sheet.sheet, ROW: row[0]}
        for sheet in _of(sheets, dataset.UNREAD)
        for row in sheet.rows
    ]
    if left:
        rows[dataset.UNREAD] = left
    if len({sheet.table.grid.file for sheet in sheets}) > 1:
        about = {}  # of several files none says what all of them are called
    title, wrong = _title(about)
    return found._replace(
        by_name=added(found.by_name, {name: _frame(some) for name, some in rows.items()}),
        problems=[*found.problems, *book.problems, *wrong],
        name=about.get("name") or found.name,
        title=title or found.title,
        understood=[*found.understood, *(_understood(one, listing, statements) for one in sheets)],
    )


def _of(sheets: Sequence[Marked], name: str) -> list[Marked]:
    return [sheet for sheet in sheets if sheet.name == name]


def _understood(sheet: Marked, listing: Listing, statements: Statements) -> Understanding:
    taken = [
        (column.heading, str(sheet.asked.get(column.at) or column.meaning or ""))
        for column in sheet.table.columns
        if column.heading and column.at not in sheet.hidden.values()
    ]
    edges = sum(row[FILE] == sheet.sheet for row in statements.related)
    edges += sum(
        cell.sheet == sheet.sheet
        for edge, cell in listing.book.assertions()
        if edge not in listing.book.derived
    )
    left = tuple(sorted(sheet.left))
    header, nodes = sheet.table.header, listing.first.get(sheet.sheet, 0)
    rows = len(sheet.rows)  # those that are left out stand beside them
    return Understanding(sheet.sheet, header, TEMPLATE, tuple(taken), rows, nodes, edges, left)


def _title(about: dict[str, str]) -> tuple[Text | None, list[Problem]]:
    said = {word: text for word in LANGUAGES if (text := about.get(f"title_{word}"))}
    title: object = about.get("title") or said
    return title_from({"title": title} if title else {}, dataset.METADATA)


def _frame(rows: list[Record]) -> pd.DataFrame:
    table = pd.DataFrame(rows).fillna("")
    for column in table.columns:
        if column != ROW:
            table[column] = table[column].astype(tables.TEXT)
    return table
