"""How a plan graph lies in sheets: the files of a folder, the sheets of a workbook.

Readers and writers of tables both go by this, so that what one writes the other reads.
"""

from __future__ import annotations

from graphtool import schema
from graphtool.graph import tables

_ENDS = ("source", "relation", "target")
REQUIRED = {
    "relations": _ENDS,
    "documents": ("id",),
    "facts": ("node", "property", "value"),
    **{kind.file: ("id", "name") for kind in schema.KINDS.values()},
}
"""The sheets of a dataset, and the columns without which one cannot be read."""

RELATION_SHEET = (*_ENDS, *(c for c in tables.EDGE_COLUMNS if c not in _ENDS))
"""Columns of the sheet of assertions, in the order in which a person reads them."""

NODE_SHEET = tuple(c for c in tables.NODE_COLUMNS if c not in ("kind", "facts"))
"""Columns of a kind's sheet, besides relations and free attributes."""

FIXED = {
    "relations": RELATION_SHEET,
    "documents": tables.DOCUMENT_COLUMNS,
    "facts": tables.FACT_COLUMNS,
}
"""Sheets that hold these columns and no others."""

METADATA = "dataset"
"""Stem of the file, or name of the sheet, that says what the dataset is called."""
