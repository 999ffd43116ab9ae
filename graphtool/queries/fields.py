"""Columns and options of queries, as annotations: what each is, and those that several share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Annotated, Any, Literal, NamedTuple, TypeAlias, TypedDict

from graphtool.language import Text


class Column(NamedTuple):
    """What a field of a row is called in a heading, and what it means; part of its annotation."""

    label: Text
    meaning: Text
    words: Mapping[str, Text] = {}
    """Its values in three languages, where they are words of ours."""
    in_tables: bool = True
    """Whether a table for people shows it; not where another column says it in words."""
    nothing: Text | None = None
    """What people read where it is empty; programs read null in JSON and nothing in CSV."""
    said: Callable[[str], Text] | None = None
    """How people read its values, where they are neither words of ours nor names."""
    several: bool = False
    """Whether a value may be several names, which are a list in Cypher."""


class Option(NamedTuple):
    """What a keyword-only parameter of a query means; part of its annotation."""

    help: Text
    choices: tuple[str, ...] = ()
    """The words it takes, where they are not spelled out as a `Literal`."""
    node: str = ""
    """The kind of node that it names, where it names one."""
    default: Any = None
    """Its value where nothing else is said, for one that several queries share."""


Words: TypeAlias = tuple[str, str]
"""A column's heading and its meaning, in one language."""


def col(
    nb: Words,
    nn: Words,
    en: Words,
    words: Mapping[str, Text] = MappingProxyType({}),
    *,
    in_tables: bool = True,
    nothing: Text | None = None,
    said: Callable[[str], Text] | None = None,
    several: bool = False,
) -> Column:
    """A column, as it is written down: heading and meaning in each language.

    >>> col(("navn", "navnet"), ("namn", "namnet"), ("name", "its name")).label
    Text(nb='navn', nn='namn', en='name')
    """
    label, meaning = (Text(*said) for said in zip(nb, nn, en, strict=True))
    return Column(label, meaning, words, in_tables, nothing, said, several)


def node_id(nb: Words, nn: Words, en: Words) -> Column:
    """A column of ids; a table for people shows the names beside it instead.

    >>> node_id(("part-id", "partens id"), ("part-id", "id-en"), ("party", "its id")).in_tables
    False
    """
    return col(nb, nn, en, in_tables=False)


def measure_name(words: Mapping[str, Text]) -> Column:
    """A column that says by which of these measures a row's value is.

    >>> measure_name({"degree": Text("grad", "grad", "degree")}).label.nb
    'måltall'
    """
    return col(
        ("måltall", "hva som er målt"),
        ("måltal", "kva som er målt"),
        ("measure", "what is measured"),
        words,
    )


def only_relations(known: tuple[str, ...]) -> Option:
    """The option that leaves all other relations out; several may be named, of those known.

    >>> only_relations(("OWNS", "LEADS")).choices
    ('OWNS', 'LEADS')
    """
    return Option(
        Text(
            "bare disse sammenhengene; ingen betyr alle",
            "berre desse samanhengane; ingen tyder alle",
            "only these relations; none means all",
        ),
        known,
    )


AsOf = Annotated[
    str | None,
    Option(
        Text(
            "dagen å se på, som 2015-04-16, 2015-04 eller 2015 (den siste i året); ellers all tid",
            "dagen å sjå på, som 2015-04-16, 2015-04 eller 2015 (den siste i året); elles all tid",
            "the day to look at, as 2015-04-16, 2015-04 or 2015 (its last day); default: all time",
        )
    ),
]
Successors = Annotated[
    Literal["carry", "keep"],
    Option(
        Text(
            "det som en sammenslått part var del av: før det over til etterfølgeren (carry),"
            " eller la det bli hos parten (keep)",
            "det som ein samanslått part var del av: før det over til etterfølgjaren (carry),"
            " eller la det bli hos parten (keep)",
            "what a merged party was part of: carry it over to the successor, or keep it with it",
        ),
        default="carry",
    ),
]


class TimeOptions(TypedDict, total=False):
    """The options of every query: which day it looks at, and what then moves to successors."""

    as_of: AsOf
    successors: Successors


NodeId = Annotated[str, node_id(("id", "id-en"), ("id", "id-en"), ("node", "id of it"))]
PARTY_ID = node_id(
    ("part-id", "partens id"), ("part-id", "id-en til parten"), ("party", "id of the party")
)
PartyId = Annotated[str, PARTY_ID]
PartyName = Annotated[str, col(("part", "navnet"), ("part", "namnet"), ("name", "its name"))]
NodeName = Annotated[str, col(("navn", "navnet"), ("namn", "namnet"), ("name", "its name"))]
Document = Annotated[
    str | None,
    col(
        ("dokument", "id-en til kildedokumentet"),
        ("dokument", "id-en til kjeldedokumentet"),
        ("document", "id of the source document"),
    ),
]
Line = Annotated[
    int | None,
    col(
        ("linje", "linje i dokumentet, fra 1"),
        ("linje", "linje i dokumentet, frå 1"),
        ("line", "line in the document, from 1"),
    ),
]
Quote = Annotated[
    str | None,
    col(
        ("sitat", "dokumentets egne ord, ordrett"),
        ("sitat", "dokumentet sine eigne ord, ordrett"),
        ("quote", "the document's own words, verbatim"),
    ),
]
