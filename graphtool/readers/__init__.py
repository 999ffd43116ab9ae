"""Readers: from a file, a folder or an address to a plan graph.

A reader of tables is one module here with `SUFFIXES` and `read(path) -> Sheets`. It is found by
its presence.
"""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from graphtool.errors import Problem, SourceNotFound
from graphtool.readers import assembly
from graphtool.readers.assembly import Reading
from graphtool.readers.intake import Intake
from graphtool.readers.sheets import Ignored, Sheets, nothing_understood

__all__ = ["Intake", "Reading", "Sheets", "examine", "read", "sheets", "suffixes", "understood"]

INSTEAD = {
    ".xls": "; open it in Excel and save it as .xlsx",
    ".xlsb": "; open it in Excel and save it as .xlsx",
    ".ods": "; open it in LibreOffice and save it as .xlsx",
}
"""What to do with a file that no reader reads, and that is often tried."""


def read(source: str | Path) -> Reading:
    """The plan graph at a path, with warnings and counts.

    Raises `SourceNotFound` where there is nothing that a reader knows, `InvalidData` with every
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


def suffixes() -> dict[str, str]:
    """Which module reads which suffix; a folder has the empty suffix."""
    found = {}
    for module in iter_modules(__path__):
        reader = import_module(f"{__name__}.{module.name}")
        found.update(dict.fromkeys(getattr(reader, "SUFFIXES", ()), module.name))
    return dict(sorted(found.items()))


def sheets(source: str | Path) -> Sheets:
    """The text tables at a path, before they are checked; raises `SourceNotFound`."""
    path = Path(source)
    # os.path: Path's own raises where a name is too long or holds a NUL.
    if not os.path.exists(path):
        hint = f" in {path.parent}" if os.path.isdir(path.parent) else ""
        raise SourceNotFound(f"{path}: there is no such file or folder{hint}")
    known = suffixes()
    suffix = "" if path.is_dir() else path.suffix.lower()
    if suffix not in known:
        listed = ", ".join(s for s in known if s)
        hint = INSTEAD.get(suffix, "")
        raise SourceNotFound(
            f"{path}: no reader for this; known are a folder of CSV files, {listed}{hint}"
        )
    found: Sheets = import_module(f"{__name__}.{known[suffix]}").read(path)
    return found
