"""A list of connections: from, to, and what the connection is called (Kumu, Gephi, NodeXL)."""

from __future__ import annotations

from graphtool import schema
from graphtool.recognition import graph_words, meanings, reasons, wording, words
from graphtool.recognition.book import Book
from graphtool.recognition.details import located
from graphtool.recognition.found import Cell
from graphtool.recognition.grid import Row
from graphtool.recognition.reasons import Left
from graphtool.recognition.table import Column, Table, cell

NAME = "connections"


def fits(table: Table) -> bool:
    """Whether the table has both ends of a connection."""
    return table.link("from") is not None and table.link("to") is not None


def taken(table: Table) -> dict[int, str]:
    """The ends of a connection and what it is called, by the places of the columns."""
    read = ("from", "to", "relation", "direction")
    found = ((column.at, graph_words.link(column.heading)) for column in table.columns)
    return {at: meant if meant in read else meanings.UNREAD.word for at, meant in found}


def read(table: Table, book: Book) -> list[Left]:
    """An edge a row; those whose ends or whose relation are not understood are given back."""
    one, other = table.link("from"), table.link("to")
    called = [c for c in table.columns if graph_words.link(c.heading) == "relation"]
    settled = book.relation(table.grid.sheet, table.grid.title)
    left = []
    for row in table.rows:
        ends = cell(row, one), cell(row, other)
        found = _relation(row, called) or ((settled, False) if settled else None)
        place = located(table, row, one, book)
        unclear = next(filter(None, (book.unclear(end, place) for end in ends)), None)
        if not all(ends):
            left.append((row[0], " – ".join(ends), reasons.NO_END))
        elif unclear:
            left.append((row[0], f"{ends[0]} – {ends[1]}", unclear))
        elif found is None:
            told = (cell(row, column) for column in called)
            said = ", ".join(text for text in told if text and not words.is_one("ways", text))
            why = reasons.no_relation(said) if said else reasons.NO_RELATION
            left.append((row[0], f"{ends[0]} – {ends[1]}", why))
        else:
            _connect(book, ends, found, place, is_mutual=_is_mutual(table, row), left=left)
    return left


def _relation(row: Row, called: list[Column]) -> tuple[str, bool] | None:
    """The first of the columns that names a relation which is known."""
    found = (graph_words.connection(cell(row, column)) for column in called if cell(row, column))
    return next(filter(None, found), None)


def _is_mutual(table: Table, row: Row) -> bool:
    return words.is_one("both_ways", cell(row, table.link("direction")))


def _connect(
    book: Book,
    ends: tuple[str, str],
    found: tuple[str, bool],
    place: Cell,
    *,
    is_mutual: bool,
    left: list[Left],
) -> None:
    relation, is_backwards = found
    source, target = (_end(book, name, place) for name in ends)
    if is_backwards:
        source, target = target, source
    quoted = place._replace(text=" – ".join(ends))
    # «Fond – ansvarlig – Tinn»: the vocabulary says which way it must be meant.
    done = book.edge(source, relation, target, quoted) or book.edge(
        target, relation, source, quoted
    )
    if is_mutual and not schema.RELATIONS[relation].undirected:
        done = book.edge(target, relation, source, quoted) or done
    if not done:
        kinds = book.nodes[source].kind, book.nodes[target].kind
        left.append((place.row, quoted.text, reasons.runs_not(relation, *kinds)))


def _end(book: Book, name: str, place: Cell) -> str:
    """The node that an end names; a party where nothing is called so."""
    return book.find(name, cell=place) or book.party(wording.plain(name), place)
