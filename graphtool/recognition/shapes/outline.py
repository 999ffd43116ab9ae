"""Goals and measures in one column, told apart by number, by word or by how far in they are.

«Mål 1 Vekst» and «Tiltak 1.1 Fond», «1 Vekst» and «1.1 Fond», or measures some spaces further in.
A row of which none of these says what it is, is given back: it is not guessed.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from graphtool.recognition import graph_words, heading_words, reasons, wording
from graphtool.recognition.book import Book
from graphtool.recognition.details import located, tell
from graphtool.recognition.grid import Row
from graphtool.recognition.meanings import Meaning
from graphtool.recognition.reasons import Left
from graphtool.recognition.shapes import plan
from graphtool.recognition.table import Column, Table, cell, indent_of

NAME = "outline"
_WORD = re.compile(r"(?P<word>[^\W\d]+)\s*(?P<number>\d+(?:[.]\d+)*)?(?P<end>\s*[.:–-])?\s+\S.*")
_NUMBER = re.compile(r"(?P<number>\d+(?:[.]\d+)*)[.:)]?\s+\S.*")
_PARTS = re.compile(r"[/,&+\n]|\s(?:og|and|med)\s")


class _Title(NamedTuple):
    """What a cell says of its place in the plan."""

    text: str
    kind: Meaning | None
    """By the word that it begins with."""
    number: str
    """Empty for none."""
    indent: int
    """Spaces before it."""


def fits(table: Table) -> bool:
    """Whether one column holds things of two kinds at least, and its cells say which is which."""
    column = _column(table)
    if column is None:
        return False
    levels = {str(meant) for meant in _levels(table, column).values() if meant}
    return len(levels) > 1


def taken(table: Table) -> dict[int, str]:
    """The kinds that the column holds."""
    column = _column(table)
    assert column is not None
    found = dict.fromkeys(str(meant) for meant in _levels(table, column).values() if meant)
    return {column.at: ", ".join(sorted(found, key=plan.ORDER.index))}


def _column(table: Table) -> Column | None:
    """The only column of things of the table."""
    things = [column for column, meant in plan.chain(table) if str(meant) in plan.ORDER]
    return things[0] if len(things) == 1 else None


def read(table: Table, book: Book) -> list[Left]:
    """A node a row, part of what stands above it in the plan; rows that are not clear come back."""
    column = _column(table)
    assert column is not None
    levels = _levels(table, column)
    others = [one for one in table.columns if one.at != column.at]
    above: dict[int, str] = {}
    left = []
    for row in table.rows:
        meant, text = levels.get(row[0]), wording.plain(cell(row, column))
        if meant is None or not text:
            why = reasons.NO_LEVEL if text else reasons.NO_TITLE
            left.append((row[0], text or next(t for t in row[1] if t.strip()), why))
            continue
        where, own = located(table, row, column, book), cell(row, table.one("id"))
        node = book.node(meant.word, text, where, subkind=meant.subkind, own_id=own)
        book.listed_in(node, where)
        rank = plan.ORDER.index(str(meant))
        number = _title(row, column, table).number
        if number:
            book.numbers.setdefault((table.grid.sheet, number), node)
        nearest = next((above[at] for at in range(rank - 1, -1, -1) if at in above), None)
        whole = book.numbers.get((table.grid.sheet, number.rpartition(".")[0])) or nearest
        if whole is not None:
            relation = plan.part_of(meant.word, book.nodes[whole].kind)
            if relation:
                book.edge(node, relation, whole, where)
        above = {at: one for at, one in above.items() if at < rank} | {rank: node}
        tell(table, row, node, book, others)
    return left


def _levels(table: Table, column: Column) -> dict[int, Meaning | None]:
    """What each row is about, by its number; None where nothing in it says so."""
    titles = {row[0]: _title(row, column, table) for row in table.rows if cell(row, column)}
    kinds = _kinds(column)
    depths = sorted({title.number.count(".") for title in titles.values() if title.number})
    indents = sorted({title.indent for title in titles.values()})
    found: dict[int, Meaning | None] = {}
    for number, title in titles.items():
        level = None
        if title.number and len(depths) > 1:
            level = depths.index(title.number.count("."))
        elif not title.number and len(indents) > 1:
            level = indents.index(title.indent)
        by_place = kinds[min(level, len(kinds) - 1)] if level is not None and kinds else None
        found[number] = title.kind or by_place
    return found


def _kinds(column: Column) -> list[Meaning]:
    """The kinds that a heading names, from the whole to its parts: «Mål/tiltak»; [] for one."""
    parts = (heading_words.meaning(part) for part in _PARTS.split(column.heading))
    found = {meant for meant in parts if meant and str(meant) in plan.ORDER}
    return sorted(found, key=lambda one: plan.ORDER.index(str(one))) if len(found) > 1 else []


def _title(row: Row, column: Column, table: Table) -> _Title:
    indent, text = indent_of(row, column), wording.plain(cell(row, column))
    own = cell(row, table.one("id")).rstrip(".")
    number = own if re.fullmatch(r"\d+(?:[.]\d+)*", own) else ""
    if found := _WORD.fullmatch(text):
        kind = graph_words.kind(found["word"])
        if (
            kind
            and (found["number"] or found["end"])
            and str(Meaning("thing", *kind)) in plan.ORDER
        ):
            return _Title(text, Meaning("thing", *kind), found["number"] or number, indent)
    if found := _NUMBER.fullmatch(text):
        number = number or found["number"]
    return _Title(text, None, number, indent)
