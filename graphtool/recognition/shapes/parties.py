"""A list of parties: organisations, people or municipalities, and what is said of each."""

from __future__ import annotations

from graphtool import schema
from graphtool.recognition import words
from graphtool.recognition.book import Book
from graphtool.recognition.details import located, tell
from graphtool.recognition.grid import Column, Table, cell

NAME = "parties"


def fits(table: Table) -> bool:
    """Whether the table has a column of parties, or of names on a sheet that is called so."""
    return _column(table) is not None


def _column(table: Table) -> Column | None:
    """The column whose parties the rows are about: of actors, else of names, else of places."""
    own = table.of("party")
    actors = [one for one in own if one.meaning and one.meaning.word == "Actor"]
    titled = words.kind(table.grid.title)
    may_be_names = own or (titled and titled[0] in (*schema.PARTIES, "Region"))
    names = [table.one("name")] if may_be_names else []
    return next(filter(None, [*actors, *names, *own]), None)


def taken(table: Table) -> dict[int, str]:
    """Nothing but what the headings say."""
    return {}


def read(table: Table, book: Book) -> list[tuple[int, str, str]]:
    """A party a row; rows that name none are given back."""
    column = _column(table)
    assert column is not None
    titled = words.kind(table.grid.title)
    kind, subkind = "Actor", ""
    if column.meaning and column.meaning.group == "party":
        kind, subkind = column.meaning.word, column.meaning.subkind
    elif titled:
        kind, subkind = titled
    left = []
    for row in table.rows:
        name = words.plain(cell(row, column))
        if not name or words.names_nobody(name):
            left.append((row[0], name, "names nobody"))
            continue
        place, own = located(table, row, column, book), cell(row, table.one("id"))
        if kind == "Region" or subkind == schema.PERSON:
            node = book.node(kind, name, place, subkind=subkind, own_id=own)
        else:
            group = words.is_one("everybody", name)
            node = book.party(name, place, subkind=subkind, group=group, own_id=own)
        tell(table, row, node, book, [c for c in table.columns if c.at != column.at])
    return left
