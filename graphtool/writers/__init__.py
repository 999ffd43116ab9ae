"""Writers: from a plan graph to a folder or a file that its reader reads back, equal.

A writer is one module here with `SUFFIXES` and `write(graph, draft)`, where the draft is a path
that does not exist yet. It is found by its presence. Nothing is half written: the draft takes
the destination's place only once it is whole (by `settle(draft, destination)`, where the module
has one).
"""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from graphtool import drafts
from graphtool.errors import GraphtoolError

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

__all__ = ["require_writable", "suffixes", "write"]


def write(graph: PlanGraph, destination: str | Path) -> Path:
    """Writes the graph where its suffix says how; gives back the destination.

    No suffix, or a folder that exists, means a folder of CSV files. Raises `GraphtoolError` for
    an unknown suffix, for a place that cannot be written and for what the format cannot hold;
    what stood there before then stands there still.
    """
    path = Path(destination)
    module = import_module(f"{__name__}.{require_writable(path)}")
    settle = getattr(module, "settle", os.replace)
    with drafts.beside(path) as (draft, place):
        module.write(graph, draft)
        settle(draft, place)
    return path


def suffixes() -> dict[str, str]:
    """Which module writes which suffix; a folder has the empty suffix."""
    found = {}
    for module in iter_modules(__path__):
        writer = import_module(f"{__name__}.{module.name}")
        found.update(dict.fromkeys(getattr(writer, "SUFFIXES", ()), module.name))
    return dict(sorted(found.items()))


def require_writable(destination: str | Path) -> str:
    """Which module writes a destination; raises `GraphtoolError` where none does."""
    known = suffixes()
    # os.path: Path's own raises where a name is too long or holds a NUL.
    suffix = drafts.suffix(destination)
    if os.path.isdir(destination):
        if suffix in known and suffix:
            raise GraphtoolError(f"{destination}: is a folder; name a file, or another folder")
        return known[""]
    folder = ", and a folder of CSV files, whose name has no suffix"
    return known[drafts.require_suffix(destination, known, folder)]
