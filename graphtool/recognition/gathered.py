"""What was gathered of all sheets, as the sheets of a dataset."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd
import pyarrow as pa

from graphtool import municipalities, schema
from graphtool.graph import tables
from graphtool.graph.checker import FILE, ROW
from graphtool.municipalities import Municipality
from graphtool.recognition import evidence
from graphtool.recognition.book import Book
from graphtool.recognition.found import Edge

OFFICIAL = "klass-131"
"""The id of the document that official facts are from."""


def sheets(book: Book) -> dict[str, pd.DataFrame]:
    """The nodes, edges and facts of a book, with `file` and `row` of every row; {} for none."""
    rows: dict[str, list[tuple[object, ...]]] = {}
    for node in book.nodes.values():
        if not node.is_known:
            said = (node.id, node.name, node.subkind, "; ".join(node.aliases))
            file = schema.KINDS[node.kind].file
            rows.setdefault(file, []).append((*said, *evidence.of(node.cell, node.name)))
    stated = ("", "")
    edges = [
        (
            *edge,
            *book.derived.get(edge, stated),
            *evidence.of(cell, *_names(book, edge)),
            book.shares.get(edge, ""),
        )
        for edge, cell in book.assertions()
    ]
    facts = [
        (*fact, unit, "", "", *evidence.of(cell, fact[2]))
        for fact, (unit, cell) in book.facts.items()
    ]
    official = list(_official(book))
    found = {name: _frame(_NODE, several) for name, several in rows.items()}
    if edges:
        found["relations"] = _frame(_EDGE, edges)
    if facts or official:
        found["facts"] = _frame(_FACT, facts + official)
    if found and (book.documents or official):
        cited = [(*row.values(), "", row["title"], 0) for row in book.documents.values()]
        if official:
            title = municipalities.SOURCE
            cited.append((OFFICIAL, "", title, municipalities.LINK, title, 0))
        found["documents"] = _frame(_DOCUMENT, cited)
    return found


_NODE = ("id", "name", "subkind", "aliases", *evidence.COLUMNS)
_EDGE = ("source", "relation", "target", "modality", "note", *evidence.COLUMNS, "share")
_FACT = ("node", "property", "value", "unit", "valid_from", "valid_to", *evidence.COLUMNS)
_DOCUMENT = ("id", "file", "title", "url", FILE, ROW)


def _official(book: Book) -> Iterator[tuple[object, ...]]:
    """The numbers that each municipality has had, and its counties, where it is clear which it is.

    In the row in which it is named first, so that what is wrong leads there.
    """
    meant: dict[str, tuple[Municipality, ...]] = {}
    for mentions in book.mentions.values():
        for node, found in mentions:
            if not municipalities.are_several(found) and len(found) >= len(meant.get(node, ())):
                meant[node] = found
    for node, found in meant.items():
        if node not in book.nodes or book.nodes[node].is_known:
            continue
        cell = book.nodes[node].cell
        whole = municipalities.told_apart(municipalities.find(found[0].name), [found[0].number])
        for one in reversed(whole if found[0] in whole else found):
            said_there = (OFFICIAL, "", f"{one.number} {one.name}", cell.sheet, cell.row)
            said = {"number": one.number, "county": municipalities.county_of(one)}
            for name, value in said.items():
                if not value:  # Bergen was in no county before 1972
                    continue
                yield (node, name, value, "", one.since, one.until, *said_there)


def _names(book: Book, edge: Edge) -> Iterator[str]:
    """What the ends of an edge may be called in the cell that says it."""
    source, _, target = edge
    for node in (book.nodes[target], book.nodes[source]):
        yield from (node.name, *node.aliases)


def _frame(columns: Sequence[str], rows: Sequence[tuple[object, ...]]) -> pd.DataFrame:
    cells = zip(columns, zip(*rows, strict=True), strict=True)
    # By way of Arrow: pandas takes many times as long to make texts of a list.
    return pd.DataFrame(
        {
            name: np.array(values, dtype=np.int64)
            if name == ROW
            else tables.TEXT.__from_arrow__(pa.array(values, pa.large_string()))
            for name, values in cells
        }
    )
