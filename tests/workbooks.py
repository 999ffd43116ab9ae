"""Workbooks as people make them, for tests: sheets of rows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl


def workbook(path: Path, **sheets: list[list[Any]]) -> openpyxl.Workbook:
    """A workbook with these sheets, saved; give it back changed to save it again."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return book
