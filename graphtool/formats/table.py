"""A single CSV file as people save it, in which is recognised what stands there; read only."""

from __future__ import annotations

from pathlib import Path

from graphtool.errors import SourceNotFound
from graphtool.formats import foreign
from graphtool.formats.format import Format
from graphtool.formats.sheets import Sheets
from graphtool.graph.dataset import sheet_name


def read(path: Path) -> Sheets:
    """What is recognised in the file; raises `SourceNotFound` where that is nothing.

    A file that is one of a dataset's own is refused: without the others of its folder, an answer
    would say that nobody does anything.
    """
    if not path.is_file():
        raise SourceNotFound(f"{path}: is no file; a folder of CSV files has no suffix")
    one = foreign.saved(path)
    if foreign.is_own(sheet_name(path.stem), one.ignored.columns):
        raise SourceNotFound(f"{path}: is a part of a dataset; name the folder that it lies in")
    return foreign.joined(Sheets({}, [], path.stem), [one], path)


FORMAT = Format(
    order=3, called="a single CSV file", suffix=".csv", also_read=(".tsv", ".txt"), read=read
)
