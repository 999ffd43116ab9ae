"""What the other columns of a row say of its node: who is what to it, where, when, how much."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graphtool import schema
from graphtool.recognition import words
from graphtool.recognition.book import Book, Cell
from graphtool.recognition.figures import figure
from graphtool.recognition.grid import Column, Row, Table, cell
from graphtool.recognition.moments import moment

PRIVATE = ("contact", words.UNREAD.word)
"""What is never read: how to reach people, and what a person does not want read."""
FALLBACK = "PARTICIPATES_IN"
"""What somebody who is named beside a thing does where the role itself is not allowed there."""
_UNIT = re.compile(r"\s*\([^()]*\)\s*$")


def located(table: Table, row: Row, column: Column | None, book: Book) -> Cell:
    """A cell as evidence."""
    grid = table.grid
    heading = column.heading if column else ""
    document = book.document(grid.file, grid.sheet)
    return Cell(document, grid.sheet, row[0], heading, words.plain(cell(row, column)))


def tell(table: Table, row: Row, node: str, book: Book, columns: Iterable[Column]) -> None:
    """Edges and facts from these columns of the row."""
    for column in columns:
        text = cell(row, column)
        if not text:
            continue
        place = located(table, row, column, book)
        meant = column.meaning
        if meant is None:
            _free(book, node, place, is_decimal=column.at in table.decimal)
        elif meant.group == "role":
            parties(book, node, schema.ROLES[meant.word], place)
        elif meant.group == "party":
            _party(book, node, meant.word, place)
        elif meant.group in ("relation", "thing"):
            pass  # read when all rows are known: see `links`
        elif meant.word not in PRIVATE:
            _detail(book, node, meant.word, place)


def links(table: Table, row: Row, node: str, book: Book) -> None:
    """Edges from the columns that lead to other things, once every row is read."""
    for column in table.of("relation"):
        if text := cell(row, column):
            place = located(table, row, column, book)
            relation = column.meaning.word.upper() if column.meaning else ""
            targets = schema.RELATIONS[relation].targets
            for name in [text] if book.find(text, targets) else re.split(r"[;,\n]", text):
                _link(book, node, relation, name.strip(), place)
    for column in table.columns:
        if found := _depending(cell(row, column)):
            _link(book, node, "DEPENDS_ON", found, located(table, row, column, book))


_DEPENDING = re.compile(r"(?:avhenger av|avhengig av|forutsetter|depends on)\s+(.+)", re.IGNORECASE)


def _depending(text: str) -> str:
    """What a cell says that its row depends on: «Avhenger av 2.1»."""
    found = _DEPENDING.fullmatch(words.plain(text).rstrip("."))
    return found[1] if found else ""


def _link(book: Book, node: str, relation: str, name: str, place: Cell) -> None:
    if not name or words.names_nobody(name):
        return
    target = book.numbers.get((place.sheet, name.rstrip("."))) or book.find(
        name, schema.RELATIONS[relation].targets
    )
    if target is None and book.knows(name):
        target = book.party(name, place)
    if target is None or not book.edge(node, relation, target, place):
        message = (
            f"{name!r} is no name or number that is known, or cannot stand here; it is not linked"
        )
        book.warn("unknown-link", message, place)


def parties(book: Book, node: str, relation: str, place: Cell) -> None:
    """Who is named in a cell, each with this relation to the node."""
    if not schema.RELATIONS[relation].targets & {book.nodes[node].kind}:
        relation = FALLBACK
    for one in book.named(place):
        party = book.party(one.name, place, group=one.is_group)
        if not book.edge(party, relation, node, place) and party != node:
            kind = book.nodes[node].kind
            message = f"{one.name!r} cannot be {place.column!r} of a {kind}; it is kept as a fact"
            book.warn("not-allowed", message, place)
            book.fact(node, place.column, one.name, place)


def _party(book: Book, node: str, kind: str, place: Cell) -> None:
    """A column of municipalities or organisations beside the row's own thing."""
    own = book.nodes[node].kind
    for one in book.named(place):
        other = (
            book.node(kind, one.name, place)
            if kind == "Region"
            else book.party(one.name, place, group=one.is_group)
        )
        if other == node:
            continue
        relation = FALLBACK if kind == "Actor" else "LOCATED_IN"
        done = (
            book.edge(other, relation, node, place)
            if kind == "Actor"
            else book.edge(node, relation, other, place)
        )
        if not done and kind == "Actor" and own in schema.PARTIES:
            done = book.edge(node, "MEMBER_OF", other, place)
        if not done:
            book.fact(node, place.column, one.name, place)


def _detail(book: Book, node: str, word: str, place: Cell) -> None:
    if word == "aliases":
        for name in place.text.split(";"):
            book.alias(node, name)
    elif word == "id":
        if place.text != node:
            book.fact(node, "number", place.text, place)
    elif word == "tags":
        for tag in re.split(r"[|;,]", place.text):
            if tag.strip():
                book.fact(node, "tag", tag.strip(), place)
    else:
        value = moment(place.text) if word == "deadline" else None
        book.fact(node, word, value or place.text, place)


def _free(book: Book, node: str, place: Cell, *, is_decimal: bool) -> None:
    """A fact under its own heading: a figure with its unit, a date, or words."""
    heading = place.column
    if not heading:
        message = f"{place.text!r} stands under no heading and is not read"
        book.warn("nameless-column", message, place)
        return
    found = figure(place.text, heading, is_decimal=is_decimal)
    if found is None:
        book.fact(node, heading, moment(place.text) or place.text, place)
        return
    if found.may_be_decimal:
        message = f"{place.text!r} is read as {found.value}; write it without the point if it is so"
        book.warn("guessed-number", message, place)
    name = _UNIT.sub("", heading) if found.unit and found.unit in heading else heading
    book.fact(node, name, found.value, place, unit=found.unit)
