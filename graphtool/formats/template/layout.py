"""The workbook's sheets and columns, from the vocabulary and the table `layout.toml`.

A sheet is known by its mark, the heading of a hidden column, whatever its title; a column by its
heading in any of the three languages.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple

from graphtool import schema
from graphtool.graph import dataset, tables, unread
from graphtool.language import Language, Text, folded
from graphtool.recognition import wording

MARK = "graphtool: "
"""What the heading of every hidden column begins with; the sheet's name in a dataset follows."""
FORMER = f"{MARK}name"
"""Heading of the hidden column that says what a row was called when it was written."""
ENDS = {end: f"{MARK}{end}" for end in ("source", "target", "node")}
"""Headings of the hidden columns with the ids of what a row is about."""
EVIDENCE = "evidence"
"""The sheet that says what stands behind the names and words in the kinds' columns."""
ANSWERS, ONLY_ANSWERS = "answers", "only answers"
"""Sheets that are written beside data, of what is said of them, and one of a workbook in which all
sheets are such; none of them is read."""
FURNITURE = ("help", "lists")
"""Sheets of the workbook that help to fill in the others."""
UNREAD = (*FURNITURE, ANSWERS, ONLY_ANSWERS)
"""Sheets that hold nothing to be read."""
TABLES: dict[str, tuple[str, ...]] = {
    "relations": dataset.RELATION_SHEET,
    "facts": tables.FACT_COLUMNS,
    "documents": (
        "title",
        *(name for name in tables.DOCUMENT_COLUMNS if name not in ("title", "language")),
        "language",
    ),
    EVIDENCE: (*dataset.RELATION_SHEET[:3], "unit", *(name for name in dataset.RELATION_SHEET[3:])),
    dataset.UNREAD: unread.COLUMNS,
    dataset.METADATA: ("field", "value"),
}
"""The sheets that are no kind's, and the fields that each may have."""


class Column(NamedTuple):
    """A column of a sheet, by what it holds."""

    what: Literal["field", "relation", "fact"]
    name: str
    """The field, the relation, or the property."""
    heading: Text
    end: str = ""
    """Of a relation, the end that the row is."""
    was: tuple[str, ...] = ()
    """Headings of earlier workbooks, which are read too."""

    def __str__(self) -> str:
        """As `check` says what it was taken for.

        >>> owner, part = (relation_column(name) for name in ("OWNS", "PART_OF"))
        >>> str(owner), str(part)
        ('owner', 'part_of')
        """
        if self.what != "relation":
            return self.name
        relation = schema.RELATIONS[self.name]
        return relation.role if self.end == "target" else self.name.lower()


@lru_cache(maxsize=1)
def table() -> dict[str, Any]:
    """The whole of `layout.toml`."""
    text = files("graphtool.formats.template").joinpath("layout.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def mark(sheet: str) -> str:
    """The heading by which a sheet is known."""
    return f"{MARK}{sheet}"


def marked(header: Iterable[object]) -> str:
    """The sheet that a row of headings belongs to; empty where it is none of this workbook's.

    >>> marked(["Navn", "Ansvarlig", "graphtool: goals", "graphtool: name"]), marked(["Navn"])
    ('goals', '')
    """
    known = {mark(name): name for name in (*_kinds(), *TABLES, *UNREAD)}
    return next((known[one] for cell in header if (one := str(cell).strip()) in known), "")


def title(sheet: str) -> Text:
    """What a sheet is called.

    >>> title("goals").nb, title("documents").nn, title("focus_areas").en
    ('Mål', 'Kjelder', 'Focus areas')
    """
    kind = _kinds().get(sheet)
    if kind is None:
        return Text(**table()["sheets"][sheet])
    return kind.plural.begun()


def kind_of(sheet: str) -> schema.Kind | None:
    """The kind whose sheet it is; None for another."""
    return _kinds().get(sheet)


def is_new(kind: str, column: Column | None = None) -> bool:
    """Whether an empty workbook has the kind's sheet, or the column in it."""
    if kind not in table()["new"]:
        return False
    if column is None or column.what == "field":
        return column is None or kind in table()["new_fields"].get(column.name, ())
    group = "relations" if column.what == "relation" else "facts"
    return kind in table()[group][column.name]["new"]


@lru_cache(maxsize=64)
def relation_column(name: str) -> Column | None:
    """The column of a relation; None where it has none."""
    said = table()["relations"].get(name)
    if not said:
        return None
    was = tuple(said.get("was", ()))
    return Column("relation", name, Text(**said["heading"]), said["at"], was)


@lru_cache(maxsize=64)
def columns(sheet: str) -> tuple[Column, ...]:
    """Every column that a sheet may have, in order.

    >>> [column.heading.nb for column in columns("municipalities")[:3]]
    ['Navn', 'Finansieres av', 'Del av']
    """
    kind = kind_of(sheet)
    if kind is None:
        return tuple(map(_field, TABLES[sheet]))
    first = ("name", "subkind") if kind.subkinds else ("name",)
    rest = (*("name_nb", "name_nn", "name_en"), *([] if kind.subkinds else ["subkind"]))
    related = [relation_column(name) for name in table()["relations"]]
    return (
        *map(_field, first),
        *(one for one in related if one and other_ends(one, kind.name)),
        *(
            Column("fact", name, Text(**said["heading"]))
            for name, said in table()["facts"].items()
            if kind.name in said["kinds"]
        ),
        *map(_field, ("aliases", "valid_from", "valid_to", *rest)),
        *map(_field, ("note", "document", "line", "quote")),
    )


@lru_cache(maxsize=1024)
def other_ends(column: Column, kind: str) -> tuple[str, ...]:
    """The kinds that a column of a relation may name in the sheet of this kind.

    >>> other_ends(relation_column("MEMBER_OF"), "Municipality")
    ('Actor',)
    """
    allows = schema.RELATIONS[column.name].allows
    if column.end == "target":
        return tuple(other for other in schema.KINDS if allows(other, kind))
    return tuple(other for other in schema.KINDS if allows(kind, other))


def meant(heading: str, sheet: str) -> Column | None:
    """The column of a sheet that a heading names, in any language; None for one of somebody's own.

    >>> str(meant("Eigar", "goals")), str(meant("FRIST", "measures")), meant("Farge", "goals")
    ('owner', 'deadline', None)
    >>> meant("Vert finansiert av", "measures") == meant("Finansiert av", "measures")
    True
    """
    wanted = wording.key(heading)
    return _by_heading(sheet).get(wanted)


@lru_cache(maxsize=64)
def _by_heading(sheet: str) -> dict[str, Column]:
    found: dict[str, Column] = {}
    for column in columns(sheet):
        for one in (*column.heading, *column.was):
            found.setdefault(wording.key(one), column)
    return found


def _field(name: str) -> Column:
    return Column("field", name, Text(**table()["fields"][name]))


@lru_cache(maxsize=1)
def _kinds() -> dict[str, schema.Kind]:
    return {kind.file: kind for kind in schema.KINDS.values()}


def worded(word: str, known: Mapping[str, Text], language: Language) -> str:
    """A word of ours as a person reads it; one that would not be understood so stays as it is.

    >>> worded("planned", schema.MODALITIES, "nb"), worded("planlagt", schema.MODALITIES, "nb")
    ('planlagt', '"planlagt"')
    """
    if not word:
        return ""
    for said in (known[word].in_(language) if word in known else word, word):
        if understood(said, known) == word:
            return said
    return f'"{word}"'


def understood(said: str, known: Mapping[str, Text]) -> str:
    """Our word for what a person says in any language; what is none of ours, as it stands.

    >>> [understood(said, schema.MODALITIES) for said in ("Ønsket", "planned", '"planlagt"', "x")]
    ['aspiration', 'planned', 'planlagt', 'x']
    """
    if len(said) > 2 and said[0] == said[-1] == '"':
        return said[1:-1]
    if said in known:
        return said
    wanted = folded(said)
    return next(
        (word for word, text in known.items() if wanted in map(folded, (word, *text))), said
    )
