"""Cells that lead to other things: an id, a number or a title in a row yet to be read."""

from __future__ import annotations

import re

from graphtool import schema
from graphtool.language import Said, Text
from graphtool.recognition import name_forms, words
from graphtool.recognition.book import Book
from graphtool.recognition.found import Link

_NOT_LINKED = Text(
    "«{name}» er ikke noe kjent navn eller nummer, eller kan ikke stå her; ikke koblet til noe",
    "«{name}» er ikkje noko kjent namn eller nummer, eller kan ikkje stå her; ikkje kopla til noko",
    "{name!r} is no name or number that is known, or cannot stand here; not linked",
)


def link(book: Book) -> None:
    """Edges from the cells that lead to other things, now that every row is read."""
    for one in book.later:
        targets = schema.RELATIONS[one.relation].targets
        is_one = book.find(one.names, targets, one.place) is not None
        for name in [one.names] if is_one else re.split(r"[;,\n]", one.names):
            _link(book, one, name.strip())
    book.later.clear()


def _link(book: Book, one: Link, name: str) -> None:
    if not name or words.names_nobody(name):
        return
    target = book.numbers.get((one.place.sheet, name.rstrip("."))) or book.find(
        name, schema.RELATIONS[one.relation].targets, one.place
    )
    if target is None and book.knows(name):
        target = book.party(name, one.place)
    body = "company" if name_forms.is_company(name) else name_forms.forum(name)
    if target is None and body and one.relation == "MEMBER_OF":  # a board that no sheet lists
        target = book.party(name, one.place, subkind=body)
    if target is None and (unclear := book.unclear(name, one.place)):
        book.warn("unclear-id", unclear, one.place)
    elif target is None or not book.edge(one.node, one.relation, target, one.place):
        book.warn("unknown-link", Said(_NOT_LINKED, name=name), one.place)
