"""The workbook to start from: sheets in plain words, made from the vocabulary, and read back.

`layout` says what it looks like, with the table `layout.toml`; `filling` what stands in it,
`workbook` how it is written; `reading` reads it, filled in or as it was written.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from graphtool import drafts
from graphtool.language import Language

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

SUFFIX = ".xlsx"


def write(destination: str | Path, language: Language, graph: PlanGraph | None = None) -> Path:
    """Writes the workbook, empty with examples, or with all that a graph holds.

    Raises `GraphtoolError` for another suffix than .xlsx, for a place that cannot be written, and
    where Excel cannot hold so much.
    """
    from graphtool.formats.template import filling, workbook

    path = Path(destination)
    drafts.require_suffix(path, [SUFFIX])
    sheets = filling.empty(language) if graph is None else filling.filled(graph, language)
    with drafts.beside(path) as (draft, place):
        workbook.write(sheets, language, draft)
        draft.replace(place)
    return path
