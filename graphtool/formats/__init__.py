"""Formats: from a file or a folder to a plan graph, and back, equal.

A format is one module here with `FORMAT`, which says how it is read and written. It is found by
its presence; what several share lies in the packages below: how files are spelled (`syntax`), the
text tables that all of them are read into (`sheets`), and how a graph comes of these (`assembly`).
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from graphtool import drafts
from graphtool.errors import GraphtoolError, Problem, SourceNotFound
from graphtool.formats import assembly
from graphtool.formats.assembly import Reading
from graphtool.formats.assembly.intake import Intake
from graphtool.formats.format import Format
from graphtool.formats.sheets import Ignored, Sheets
from graphtool.formats.sheets.unknown import nothing_understood
from graphtool.formats.syntax.toml import as_toml
from graphtool.recognition import mapping

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

__all__ = ["FORMATS", "Format", "Intake", "Reading", "examine", "read", "understood", "write"]

_MODULES = (module.name for module in iter_modules(__path__) if not module.ispkg)
FORMATS: dict[str, Format] = {
    name: import_module(f"{__name__}.{name}").FORMAT for name in _MODULES if name != "format"
}
"""Every format, by the name of its module."""
INSTEAD = {
    ".xls": "; open it in Excel and save it as .xlsx",
    ".xlsb": "; open it in Excel and save it as .xlsx",
    ".ods": "; open it in LibreOffice and save it as .xlsx",
}
"""What to do with a file that no format reads, and that is often tried."""


def readable() -> dict[str, Format]:
    """What reads which suffix, sorted; a folder has the empty suffix.

    >>> list(readable())
    ['', '.csv', '.graphml', '.json', '.tsv', '.txt', '.xlsm', '.xlsx']
    """
    found = {
        suffix: one
        for one in FORMATS.values()
        for suffix in (one.suffix, *one.also_read)
        if one.is_read
    }
    return dict(sorted(found.items()))


def writable() -> dict[str, Format]:
    """What writes which suffix, sorted; a folder has the empty suffix.

    >>> list(writable())
    ['', '.graphml', '.json', '.xlsx']
    """
    return dict(sorted((one.suffix, one) for one in FORMATS.values() if one.is_written))


def read(source: str | Path) -> Reading:
    """The plan graph at a path, with warnings and counts.

    Raises `SourceNotFound` where there is nothing that a format knows, `InvalidData` with every
    problem where it cannot be a graph.
    """
    return assembly.assemble(sheets(source))


def understood(source: str | Path) -> Reading:
    """As `read`; raises `SourceNotFound`, with what was seen, where there is not one node in it.

    An answer from it would say that nobody does anything, of data that was not understood.
    """
    found = sheets(source)
    reading = assembly.assemble(found)
    if len(reading.graph.nodes):
        return reading
    raise nothing_understood(source, _seen(found))


def examine(source: str | Path) -> tuple[Reading | None, list[Problem], list[Intake]]:
    """As `read`, but never refuses data: None for a graph that cannot be, and every problem.

    That not one node was understood is a problem like others.
    """
    found = sheets(source)
    reading, problems, intake = assembly.examine(found)
    if reading is not None and not len(reading.graph.nodes):
        said = str(nothing_understood(source, _seen(found)))
        said = said.replace(":\n", ": ").replace("\n", "; ")  # a problem is one line
        nothing = Problem("error", "nothing-read", said.removeprefix(f"{source}: "), str(source))
        problems = [nothing, *problems]
    return reading, problems, intake


def _seen(found: Sheets) -> list[Ignored]:
    """The sheets or files of a source that gave no node, with the columns that they have."""
    seen = [
        Ignored(name, tuple(str(c) for c in table if c not in assembly.ORIGIN), len(table))
        for name, table in found.by_name.items()
        if len(table.columns) > len(assembly.ORIGIN)
    ]
    return [*found.ignored, *seen]


def sheets(source: str | Path) -> Sheets:
    """The text tables at a path, before they are checked; raises `SourceNotFound`."""
    path = Path(source)
    # os.path: Path's own raises where a name is too long or holds a NUL.
    if not os.path.exists(path):
        hint = f" in {path.parent}" if os.path.isdir(path.parent) else ""
        raise SourceNotFound(f"{path}: there is no such file or folder{hint}")
    known = readable()
    suffix = "" if path.is_dir() else path.suffix.lower()
    if suffix not in known:
        listed = ", ".join(s or known[s].called for s in known)
        hint = INSTEAD.get(suffix, "")
        raise SourceNotFound(f"{path}: no reader for this; known are {listed}{hint}")
    return known[suffix].read(path)


def settle(source: str | Path, said: Mapping[str, object]) -> Path:
    """Keeps what a person says of her own sheets, beside them, and gives back where.

    What was said before stays, but for what is said anew. Raises `GraphtoolError` for a source
    that is no file or folder, and for what cannot be meant; then nothing is written.
    """
    path = Path(source)
    if not os.path.exists(path):
        raise SourceNotFound(f"{path}: there is no such file or folder")
    earlier, wrong = mapping.beside(path)
    new, more = mapping.settled(said)
    if wrong or more:
        raise GraphtoolError("\n".join(map(str, [*wrong, *more])))
    both = mapping.Settled(
        {**earlier.columns, **new.columns},
        {**earlier.header_rows, **new.header_rows},
        new.sheets or earlier.sheets,
    )
    place = mapping.place(path)
    with drafts.beside(place) as (draft, end):
        draft.write_text(as_toml(both.as_table()), encoding="utf-8", newline="\n")
        os.replace(draft, end)
    return place


def holds(name: str) -> bool:
    """Whether a file of this name in a dataset's folder is read as part of it.

    >>> holds("Goals.CSV"), holds("dataset.toml"), holds("map.html")
    (True, True, False)
    """
    return any(one.holds(name) for one in FORMATS.values())


def write(graph: PlanGraph, destination: str | Path) -> Path:
    """Writes the graph where its suffix says how; gives back the destination.

    No suffix, or a folder that exists, means a folder of CSV files. Raises `GraphtoolError` for
    an unknown suffix, for a place that cannot be written and for what the format cannot hold;
    what stood there before then stands there still.
    """
    path = Path(destination)
    one = require_writable(path)
    with drafts.beside(path) as (draft, place):
        one.write(graph, draft)
        one.settle(draft, place)
    return path


def require_writable(destination: str | Path) -> Format:
    """What writes a destination; raises `GraphtoolError` where nothing does."""
    known = writable()
    # os.path: Path's own raises where a name is too long or holds a NUL.
    suffix = drafts.suffix(destination)
    if os.path.isdir(destination):
        if suffix in known and suffix:
            raise GraphtoolError(f"{destination}: is a folder; name a file, or another folder")
        return known[""]
    folder = f", and {known[''].called}, whose name has no suffix"
    return known[drafts.require_suffix(destination, known, folder)]
