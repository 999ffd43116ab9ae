"""A workbook of what a source holds, to be edited and read again, with the answers behind it."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from graphtool import archives, atomic
from graphtool.errors import GraphtoolError
from graphtool.formats import template
from graphtool.language import Language, Said, Text
from graphtool.maps.options import LIMIT
from graphtool.report import build, workbook

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

_EDITED = Text(
    "er lagret av et annet program, og det som står der, ville gå tapt; velg et annet navn, eller"
    " slett den først",
    "er lagra av eit anna program, og det som står der, ville gå tapt; vel eit anna namn, eller"
    " slett ho først",
    "was saved by another program, and what stands there would be lost; give another name, or"
    " delete it first",
)


def write(graph: PlanGraph, path: Path, lang: Language, *, as_of: str | None = None) -> bool:
    """Writes the workbook; whether the answers are in it: not of more than `LIMIT` nodes.

    Its first sheets are those of the template, filled with what there is on the day; then a sheet
    for the answer to every query, which is not read again. Raises `GraphtoolError` where another
    program has saved the file that is there, and where Excel cannot hold so much.
    """
    if path.is_file() and not archives.is_unstamped(path.read_bytes()):
        raise GraphtoolError.at(path, Said(_EDITED))
    with TemporaryDirectory(prefix="graphtool-") as room:
        made = template.write(Path(room, "draft.xlsx"), lang, graph.as_of(as_of)).read_bytes()
    if is_answered := len(graph.nodes) <= LIMIT:
        made = workbook.beside(made, build.ordered(build.asked(graph, as_of=as_of)), lang)
    atomic.write(path, made)
    return is_answered
