"""A single CSV file as people save it, in which is recognised what stands there; read only."""

from __future__ import annotations

from pathlib import Path

from graphtool.errors import SourceNotFound
from graphtool.formats import foreign
from graphtool.formats.format import Format
from graphtool.formats.sheets import Sheets
from graphtool.graph.dataset import sheet_name
from graphtool.language import Said, Text

_NO_FILE = Text(
    "er ingen fil; en mappe med CSV-filer har ingen endelse",
    "er inga fil; ei mappe med CSV-filer har inga ending",
    "is no file; a folder of CSV files has no suffix",
)
_PART = Text(
    "er en del av et datasett; oppgi mappen som den ligger i",
    "er ein del av eit datasett; oppgi mappa som ho ligg i",
    "is a part of a dataset; name the folder that it lies in",
)


def read(path: Path) -> Sheets:
    """What is recognised in the file; raises `SourceNotFound` where that is nothing.

    A file that is one of a dataset's own is refused: without the others of its folder, an answer
    would say that nobody does anything.
    """
    if not path.is_file():
        raise SourceNotFound.at(path, Said(_NO_FILE))
    one = foreign.saved(path)
    if foreign.is_own(sheet_name(path.stem), one.ignored.columns):
        raise SourceNotFound.at(path, Said(_PART))
    return foreign.joined(Sheets({}, [], path.stem), [one], path)


FORMAT = Format(
    order=3,
    called=Text("en enkelt CSV-fil", "ei enkelt CSV-fil", "a single CSV file"),
    suffix=".csv",
    also_read=(".tsv", ".txt"),
    read=read,
)
