"""Who in people's own sheets is a person: who has such a name, with a common given name first.

A sheet says whom a task is assigned to, hardly ever that this is a person. It matters: a person
counts for whom he or she is affiliated with, and may have to be left out of what is published.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphtool import municipalities, schema
from graphtool.recognition import name_forms

if TYPE_CHECKING:
    from graphtool.recognition.book import Book


def tell_people(book: Book) -> None:
    """Takes those for persons of whom no sheet says what they are, and whose names are persons'."""
    for node in book.nodes.values():
        is_unsaid = node.kind == "Actor" and not node.subkind and not node.is_known
        if is_unsaid and is_persons(node.name):
            node.subkind = schema.PERSON


def is_persons(name: str) -> bool:
    """Whether a name is surely a person's.

    >>> [is_persons(name) for name in ("Kari Nordmann", "Visit Numedal", "Nordic Crisis", "Kari")]
    [True, False, False, False]
    """
    is_formed = name_forms.may_be_person(name) and name_forms.has_first_name(name)
    return is_formed and not municipalities.find(name)
