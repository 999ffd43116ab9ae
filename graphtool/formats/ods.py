"""A workbook of LibreOffice: a dataset's sheets, or somebody's own; read only."""

from __future__ import annotations

from graphtool.formats.foreign import worksheets
from graphtool.formats.format import Format
from graphtool.language import Text

FORMAT = Format(
    order=3,
    called=Text(
        "en LibreOffice-arbeidsbok (.ods)",
        "ei LibreOffice-arbeidsbok (.ods)",
        "a LibreOffice workbook (.ods)",
    ),
    suffix=".ods",
    read=worksheets.read,
)
