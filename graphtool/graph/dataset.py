"""How a plan graph lies in sheets: the files of a folder, the sheets of a workbook.

Whoever reads or writes tables goes by this, so that what was written is read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TypeVar

from graphtool import schema
from graphtool.graph import tables, unread
from graphtool.language import normalised, spelled

Value = TypeVar("Value")
UNREAD = "unread"
"""The sheet that says what of an earlier source is not in the dataset (see `graph.unread`)."""
_ENDS = ("source", "relation", "target")
REQUIRED = {
    "relations": _ENDS,
    "documents": ("id",),
    "facts": ("node", "property", "value"),
    **{kind.file: ("id", "name") for kind in schema.KINDS.values()},
    UNREAD: ("what",),
}
"""The sheets of a dataset, and the columns without which one cannot be read."""

SHEETS = tuple(name for name in REQUIRED if name != UNREAD)
"""Those that a person makes."""

RELATION_SHEET = (*_ENDS, *(c for c in tables.EDGE_COLUMNS if c not in _ENDS))
"""Columns of the sheet of assertions, in the order in which a person reads them."""

NODE_SHEET = tuple(c for c in tables.NODE_COLUMNS if c not in ("kind", "facts"))
"""Columns of a kind's sheet, besides relations and free attributes."""

FIXED = {
    "relations": RELATION_SHEET,
    "documents": tables.DOCUMENT_COLUMNS,
    "facts": tables.FACT_COLUMNS,
    UNREAD: unread.COLUMNS,
}
"""Sheets that hold these columns and no others."""

METADATA = "dataset"
"""Stem of the file, or name of the sheet, that says what the dataset is called."""


COLUMNS = tuple(
    dict.fromkeys(
        (
            *NODE_SHEET,
            "kind",
            "facts",
            *schema.ROLES,
            *map(str.lower, schema.RELATIONS),
            *RELATION_SHEET,
            *tables.DOCUMENT_COLUMNS,
            *tables.FACT_COLUMNS,
        )
    )
)
"""Every column that means something in some sheet."""
_KNOWN = frozenset(COLUMNS)


def column_name(header: object) -> str:
    """A header cell as a column's name.

    >>> column_name("  Valid from "), column_name("PART_OF"), column_name("MemberOf")
    ('valid_from', 'part_of', 'member_of')
    """
    words = normalised("" if header is None else str(header)).casefold()
    return spelled(re.sub(r"[\s-]+", "_", words), COLUMNS)


def sheet_name(title: str) -> str:
    """A worksheet's title, or the stem of a file, as the name of a dataset's sheet.

    >>> sheet_name("Focus areas"), sheet_name("GOALS"), sheet_name("Ark 1")
    ('focus_areas', 'goals', 'ark_1')
    """
    return spelled(re.sub(r"[\s-]+", "_", normalised(title).casefold()), tuple(REQUIRED))


def known_fields(row: Mapping[str, Value]) -> dict[str, Value]:
    """The row with the names of its fields spelled as columns are, where they are known.

    One that has both spellings keeps both: nothing is merged.

    >>> known_fields({"Id": "a", "Name": "A", "name": "B", "Befolkning": "7"})
    {'id': 'a', 'Name': 'A', 'name': 'B', 'Befolkning': '7'}
    """
    if _KNOWN.issuperset(row):
        return dict(row)
    out: dict[str, Value] = {}
    for field, value in row.items():
        name = _spelled(field)
        out[field if name in row or name in out else name] = value
    return out


@lru_cache(maxsize=4096)
def _spelled(field: str) -> str:
    return spelled(field, COLUMNS)
