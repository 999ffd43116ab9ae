"""A workbook of LibreOffice: a dataset's sheets, or somebody's own; read only."""

from __future__ import annotations

from graphtool.formats.foreign import worksheets
from graphtool.formats.format import Format

FORMAT = Format(
    order=3, called="a LibreOffice workbook (.ods)", suffix=".ods", read=worksheets.read
)
