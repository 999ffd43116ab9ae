"""An answer as text or workbook: JSON and CSV for programs, Markdown and Excel for people."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from graphtool.answers.tables import Shown, cell, cells, heading, shown, word
from graphtool.answers.texts import as_csv, as_html, as_json, as_markdown, as_ndjson
from graphtool.answers.workbook import DEFINITION, as_workbook, storable
from graphtool.language import Language

if TYPE_CHECKING:
    from graphtool.engine import Answer

__all__ = [
    "DEFINITION",
    "FORMATS",
    "Shown",
    "as_csv",
    "as_html",
    "as_json",
    "as_markdown",
    "as_ndjson",
    "as_workbook",
    "cell",
    "cells",
    "heading",
    "shown",
    "storable",
    "word",
]

FORMATS: dict[str, Callable[[Answer, Language], str | bytes]] = {
    "csv": as_csv,
    "json": as_json,
    "ndjson": as_ndjson,
    "md": as_markdown,
    "xlsx": as_workbook,
}
"""Formats beside the terminal's table."""
