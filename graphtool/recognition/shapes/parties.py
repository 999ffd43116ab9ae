"""A list of parties: organisations, people or municipalities, and what is said of each."""

from __future__ import annotations

import re

from graphtool import municipalities, schema
from graphtool.recognition import graph_words, name_forms, names, persons, reasons, wording, words
from graphtool.recognition.book import Book
from graphtool.recognition.details import PERCENT, heading, located, tell
from graphtool.recognition.grid import Row
from graphtool.recognition.reasons import Left
from graphtool.recognition.shapes import shares
from graphtool.recognition.table import Column, Table, cell

NAME = "parties"
_SHARE_OF = re.compile(
    r"(?P<whose>.+?)(?:s| sin)? (?:eierandel|eigardel|eierpart|andel)(?: i)?(?: %| prosent)?",
    re.IGNORECASE,
)
"""«Skien kommunes eierandel»: whose part of each company stands below."""


def fits(table: Table) -> bool:
    """Whether the table has a column of parties, or of names on a sheet that is called so."""
    return _column(table) is not None


def _column(table: Table) -> Column | None:
    """The column whose parties the rows are about: of actors, else of names, else of places.

    A column in which nothing stands is none: an anonymous survey has one of names. Numbers of
    municipalities do for their names.
    """
    own = table.of("party")
    actors = [one for one in own if one.meaning and one.meaning.word == "Actor"]
    titled = graph_words.kind(table.grid.title)
    are_people = _lists_people(table)
    may_be_names = own or are_people or (titled and titled[0] in (*schema.PARTIES, "Region"))
    names = [table.one("name")] if may_be_names else []
    firsts = [*names, *actors] if are_people else [*actors, *names]
    found = [one for one in (*firsts, *own, table.one("number")) if one]
    filled = (one for one in found if any(cell(row, one) for row in table.rows))
    return next(filled, next(iter(found), None))


def _lists_people(table: Table) -> bool:
    """Whether most of those who are named have a person's name, beside whom or what they are."""
    name = table.one("name")
    beside = (table.of("party"), table.one("role"), table.one("contact"))
    if name is None or not any(beside):
        return False
    filled = [text for row in table.rows if (text := cell(row, name))]
    return bool(filled) and 2 * sum(map(persons.is_persons, filled)) > len(filled)


def taken(table: Table) -> dict[int, str]:
    """The columns that say in their headings whose share of each company stands below."""
    return {column.at: "share" for column in table.columns if _whose(column)}


def _whose(column: Column) -> str:
    """The municipality whose shares a column holds; empty for another column."""
    found = _SHARE_OF.fullmatch(column.heading) if column.meaning is None else None
    return found["whose"] if found and names.is_official(found["whose"]) else ""


def _own(table: Table, row: Row, column: Column, node: str, book: Book) -> bool:
    """Whether a cell is the share that the heading's municipality has of a company, now kept."""
    text = cell(row, column)
    number, is_percent = shares.number(text), any(sign in text.casefold() for sign in PERCENT)
    part = number / 100 if number is not None and (is_percent or number > 1) else number
    if part is None or not 0 < part <= 1:
        return False
    where = located(table, row, column, book)
    owner = book.party(_whose(column), heading(table, column, where))
    if not book.edge(owner, "OWNS", node, where):
        return False
    book.shares[owner, "OWNS", node] = f"{part:.6g}"
    return True


def read(table: Table, book: Book) -> list[Left]:
    """A party a row; rows that name none are given back."""
    column = _column(table)
    assert column is not None
    titled = graph_words.kind(table.grid.title)
    kind, subkind = "Actor", ""
    if column.meaning and column.meaning.group == "party":
        kind, subkind = column.meaning.word, column.meaning.subkind
    elif titled:
        kind, subkind = titled
    are_people = column == table.one("name") and _lists_people(table)
    is_list = titled is not None and titled[0] == "Municipality"
    forum = ""
    held = [one for one in table.columns if _whose(one)]
    left = []
    for row in table.rows:
        name = wording.plain(cell(row, column))
        rest = [c for c in table.columns if c.at != column.at]
        if not name and forum:
            tell(table, row, forum, book, rest)  # further members of what stands above
            continue
        if not name or words.names_nobody(name) or words.is_one("present", name):
            first = next(text for text in row[1] if text.strip())
            left.append((row[0], name or wording.plain(first), reasons.NOBODY))
            continue
        place, own = located(table, row, column, book), cell(row, table.one("id"))
        if are_people:
            subkind = schema.PERSON if name_forms.may_be_person(name) else ""
        is_town = kind == "Region" and name[:1].isdecimal() and bool(municipalities.find(name))
        if (kind == "Region" and not is_town) or subkind == schema.PERSON:
            node = book.node(kind, name, place, subkind=subkind, own_id=own)
        else:
            group = words.names_everybody(name)
            node = book.party(name, place, subkind=subkind, group=group, own_id=own)
        if is_list:
            book.listed.setdefault(table.grid.sheet, {}).setdefault(node, place)
        owned = {c.at for c in held if _own(table, row, c, node, book)}
        tell(table, row, node, book, [c for c in rest if c.at not in owned])
        holds_several = book.nodes[node].subkind in (*schema.FORUMS, "company")
        forum = node if holds_several else ""
    return left
