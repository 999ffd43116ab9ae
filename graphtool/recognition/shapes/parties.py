"""A list of parties: organisations, people or municipalities, and what is said of each."""

from __future__ import annotations

from graphtool import municipalities, schema
from graphtool.recognition import graph_words, name_forms, persons, reasons, wording, words
from graphtool.recognition.book import Book
from graphtool.recognition.details import located, tell
from graphtool.recognition.reasons import Left
from graphtool.recognition.table import Column, Table, cell

NAME = "parties"


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
    """Nothing but what the headings say."""
    return {}


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
        tell(table, row, node, book, rest)
        holds_several = book.nodes[node].subkind in (*schema.FORUMS, "company")
        forum = node if holds_several else ""
    return left
