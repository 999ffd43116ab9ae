"""Which rows of two answers are the same, and in what these differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from graphtool.language import Text
from graphtool.queries import columns
from graphtool.queries.phrases import significant

if TYPE_CHECKING:
    from graphtool.engine import Answer
    from graphtool.queries import Query
    from graphtool.queries.signature import Field


ADDED, GONE, CHANGED = "added", "gone", "changed"
KINDS = {
    ADDED: Text("ny", "ny", "added"),
    GONE: Text("borte", "borte", "gone"),
    CHANGED: Text("endret", "endra", "changed"),
}
PLACE = {kind: at for at, kind in enumerate(KINDS, start=1)}
UNCOMPARED = (*columns.EVIDENCE, "evidence")
"""Columns that say where something stands, not what is so."""
DIGITS = 9

Cells = Mapping[str, Any]
Key = tuple[Any, ...]


class Difference(NamedTuple):
    """A row that one answer has and the other has not, or a cell in which they differ."""

    kind: str
    key: Key
    name: str
    column: str
    before: str
    after: str


def differences(old: Answer, new: Answer) -> Iterator[Difference]:
    """What the second answer of a query has and the first has not, the other way round, and cells.

    Columns that only say where something stands are not compared.
    """
    fields = [field for field in old.query.fields if field.name not in UNCOMPARED]
    told = [[_compared(record, fields) for record in answer.records()] for answer in (old, new)]
    key = _key(old.query, fields, told)
    named = _named(fields, key)
    one, other = (_by_key(rows, key) for rows in told)
    for at, row in one.items():
        if at not in other:
            yield Difference(GONE, at, _told(row, named), "", _rest(row, fields, named), "")
    for at, row in other.items():
        if at not in one:
            yield Difference(ADDED, at, _told(row, named), "", "", _rest(row, fields, named))
            continue
        for field in fields:
            was, now = one[at][field.name], row[field.name]
            if was != now and field.column.in_tables:
                yield Difference(CHANGED, at, _told(row, named), field.name, _text(was), _text(now))


def _compared(record: Cells, fields: Sequence[Field]) -> dict[str, Any]:
    """The cells that are compared, numbers to nine digits."""
    return {
        field.name: round(value, DIGITS) if isinstance(value, float) else value
        for field in fields
        for value in (record[field.name],)
    }


def _key(query: Query, fields: Sequence[Field], told: Sequence[Sequence[Cells]]) -> list[str]:
    """The columns by which rows of both answers are known again; all where nothing less does."""
    words = [field.name for field in fields if field.base is str]
    ordered = [name for name in (n.removeprefix("-") for n in query.order) if name in words]
    ids = [field.name for field in fields if field.name in words and not field.column.in_tables]
    for names in (ordered, [*ordered, *ids], [*ordered, *words]):
        key = list(dict.fromkeys(names))
        if key and all(_apart(rows, key) for rows in told):
            return key
    return [field.name for field in fields]


def _apart(rows: Sequence[Cells], key: Sequence[str]) -> bool:
    return len({_at(row, key) for row in rows}) == len(rows)


def _at(row: Cells, key: Sequence[str]) -> Key:
    return tuple("" if row[name] is None else row[name] for name in key)


def _by_key(rows: Sequence[Cells], key: Sequence[str]) -> dict[Key, Cells]:
    return {_at(row, key): row for row in rows}


def _named(fields: Sequence[Field], key: Sequence[str]) -> list[str]:
    """The columns that say what a row is about, to people."""
    return [
        field.name
        for field in fields
        if field.base is str
        and field.column.in_tables
        and (field.name in key or field.name == "name" or field.name.endswith("_name"))
    ]


def _told(row: Cells, named: Sequence[str]) -> str:
    return joined(_text(row[name]) for name in named)


def _rest(row: Cells, fields: Sequence[Field], named: Sequence[str]) -> str:
    """What else a row says that people are shown."""
    return joined(
        _text(row[field.name])
        for field in fields
        if field.column.in_tables and field.name not in named
    )


def joined(words: Iterator[str]) -> str:
    """What is not empty, as one text.

    >>> joined(iter(["a", "", "b"]))
    'a; b'
    """
    return columns.SEPARATOR.join(word for word in words if word)


def _text(value: Any) -> str:
    """A value as text; numbers short."""
    if value is None or isinstance(value, tuple):
        return ""
    return significant(value, 4) if isinstance(value, float) else str(value)
