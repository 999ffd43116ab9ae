"""A list of elements: a name, and in a column of its own what kind of thing it is."""

from __future__ import annotations

from graphtool import schema
from graphtool.recognition import graph_words, reasons, wording
from graphtool.recognition.book import Book
from graphtool.recognition.details import located, tell
from graphtool.recognition.reasons import Left
from graphtool.recognition.table import Table, cell

NAME = "elements"
ENOUGH = 0.5
"""Share of the types that must be known kinds."""


def fits(table: Table) -> bool:
    """Whether the table has names and types, most of which are kinds that are known."""
    name, kind = table.one("name"), table.one("type")
    if name is None or kind is None or table.of("thing"):
        return False
    types = [graph_words.kind(cell(row, kind)) for row in table.rows if cell(row, kind)]
    return bool(types) and len(list(filter(None, types))) >= ENOUGH * len(types)


def taken(table: Table) -> dict[int, str]:
    """Nothing but what the headings say."""
    return {}


def read(table: Table, book: Book) -> list[Left]:
    """A node a row; those of an unknown kind are given back."""
    name, type_ = table.one("name"), table.one("type")
    left = []
    types = [found for row in table.rows if (found := graph_words.kind(cell(row, type_)))]
    # In a list of parties alone a type that is not known is a party's all the same.
    are_parties = {kind for kind, _ in types} <= set(schema.PARTIES)
    for row in table.rows:
        called, word = cell(row, name), cell(row, type_)
        found = graph_words.kind(word) or (("Actor", "") if are_parties and word else None)
        if not called or found is None:
            why = reasons.no_kind(word) if called else reasons.NO_NAME
            left.append((row[0], called, why))
            continue
        kind, subkind = found
        place, own = located(table, row, name, book), cell(row, table.one("id"))
        if kind in schema.PARTIES and subkind != schema.PERSON:
            node = book.party(wording.plain(called), place, subkind=subkind, own_id=own)
        else:
            node = book.node(kind, called, place, subkind=subkind, own_id=own)
            book.listed_in(node, place)
        if word and not graph_words.kind(word):
            book.fact(node, "type", word, located(table, row, type_, book))
        used = [column.at for column in (name, type_) if column]
        tell(table, row, node, book, [c for c in table.columns if c.at not in used])
    return left
