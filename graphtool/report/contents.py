"""What a report says: chapters of sentences, tables, what to do before a meeting. Plain records."""

from __future__ import annotations

from typing import NamedTuple

from graphtool.language import Text
from graphtool.report.files import MAP


class Sentence(NamedTuple):
    """A sentence with where it leads: the table that says it, and its picture on the map."""

    text: Text
    query: str = ""
    """The query of its table; empty for none."""
    finding: str = ""
    """What the map calls it; empty where the map does not show it."""
    map: str = MAP
    """The file of that map."""


class Row(NamedTuple):
    """A row of a table, and the node that it is about."""

    cells: tuple[str, ...]
    node: str = ""
    """Its id where the map has it; empty where the row is about none."""


class Listed(NamedTuple):
    """A table as an index lists it; its rows are written where somebody reads them."""

    query: str
    title: Text
    total: int
    """How many rows the answer has."""


class Table(NamedTuple):
    """The answer to a query, as people read it."""

    query: str
    title: Text
    definition: tuple[str, ...]
    """What it answers and how that is defined, in the language of the report, by paragraph."""
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    numbers: tuple[int, ...]
    """Places of the columns that hold numbers."""
    heading: int
    """Place of the column that says what a row is about."""
    notes: tuple[Text, ...]
    total: int
    """How many rows the answer has; more than there are here where it is long."""


class Chapter(NamedTuple):
    """What is said of one of the questions that a region asks."""

    key: str
    title: Text
    sentences: tuple[Sentence, ...]
    tables: tuple[str, ...]
    """Queries whose tables belong to it."""


class Task(NamedTuple):
    """Something to settle before the meeting."""

    text: Text
    node: str = ""
    place: str = ""
    """Where it stands: document and line, or file and row."""


class Tasks(NamedTuple):
    """Things of one kind that are to be settled."""

    title: Text
    tasks: tuple[Task, ...]
    query: str
    """The query whose table has them all; empty for none."""
    more: int = 0
    """How many there are besides."""


class Source(NamedTuple):
    """A document that the report rests on."""

    title: str
    date: str
    place: str
    """Its file or address."""


class Report(NamedTuple):
    """All that a report says."""

    title: Text
    as_of: str
    """The day that it is about; empty for all of time."""
    read: tuple[Text, ...]
    """What was read, and what was not."""
    chapters: tuple[Chapter, ...]
    tasks: tuple[Tasks, ...]
    tables: tuple[Listed, ...]
    sources: tuple[Source, ...]
