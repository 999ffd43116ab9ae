"""The workbook to start from: sheets in plain words, made from the vocabulary, and read back.

`layout` says what it looks like, with the table `layout.toml`; `filling` what stands in it,
`workbook` how it is written; `reading` reads it, filled in or as it was written.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from graphtool import atomic
from graphtool.errors import GraphtoolError
from graphtool.language import LANGUAGES, Language, Said, Text

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

SUFFIX = ".xlsx"
_FILLED = Text(
    "finnes alt, og det som er fylt inn der, ville gå tapt; velg et annet navn, eller slett den"
    " først",
    "finst alt, og det som er fylt inn der, ville gå tapt; vel eit anna namn, eller slett ho først",
    "is there already, and what is filled in would be lost; give another name, or delete it first",
)


def write(destination: str | Path, language: Language, graph: PlanGraph | None = None) -> Path:
    """Writes the workbook, empty with examples, or with all that a graph holds.

    Raises `GraphtoolError` for another suffix than .xlsx, for a place that cannot be written, and
    where Excel cannot hold so much.
    """
    from graphtool.formats.template import filling, workbook

    path = Path(destination)
    atomic.require_suffix(path, [SUFFIX])
    sheets = filling.empty(language) if graph is None else filling.filled(graph, language)
    with atomic.beside(path) as (draft, place):
        workbook.write(sheets, language, draft)
        draft.replace(place)
    return path


def require_room(destination: str | Path, graph: PlanGraph | None = None) -> None:
    """Raises `GraphtoolError` where a file stands that somebody may have filled in.

    That is any but an empty workbook, or one with what `graph` holds, as they are written here.
    """
    path = Path(destination)
    if not path.is_file():
        return
    there = path.read_bytes()
    with TemporaryDirectory() as folder:
        draft = Path(folder, "draft.xlsx")
        for held in [None] if graph is None else [None, graph]:
            for language in LANGUAGES:
                if write(draft, language, held).read_bytes() == there:
                    return
    raise GraphtoolError.at(path, Said(_FILLED))
