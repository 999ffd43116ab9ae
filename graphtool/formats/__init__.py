"""Formats: from a file or a folder to a plan graph, and back, equal.

A format is one module here with `FORMAT`, which says how it is read and written. It is found by
its presence; what several share lies in the packages below: how files are spelled (`syntax`), the
text tables that all of them are read into (`sheets`), and how a graph comes of these (`assembly`).
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from graphtool import atomic
from graphtool.errors import NOTHING, GraphtoolError, Problem, SourceNotFound
from graphtool.formats import assembly, csv
from graphtool.formats.assembly import Reading
from graphtool.formats.assembly.intake import Intake
from graphtool.formats.format import Format
from graphtool.formats.sheets import Ignored, Sheets
from graphtool.formats.sheets.unknown import nothing_understood
from graphtool.formats.syntax import books, dialects, folders, memory
from graphtool.formats.syntax.toml import as_toml
from graphtool.language import Said, Text, same, together
from graphtool.recognition import TEMPLATE, aliases, mapping

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph
    from graphtool.language import Language

__all__ = [
    "FORMATS",
    "Format",
    "Intake",
    "Reading",
    "examine",
    "read",
    "understood",
    "write",
    "write_for_excel",
]

_MODULES = (module.name for module in iter_modules(__path__) if not module.ispkg)
FORMATS: dict[str, Format] = {
    name: import_module(f"{__name__}.{name}").FORMAT for name in _MODULES if name != "format"
}
"""Every format, by the name of its module."""
FOLDER = Text("en mappe med CSV-filer", "ei mappe med CSV-filer", "a folder of CSV files")
_NOT_FILLED_IN = Text(
    "ingen rad er fylt ut ennå; eksempelradene leses ikke",
    "inga rad er fylt ut enno; eksempelradene blir ikkje lesne",
    "no row is filled in yet; its examples are not read",
)
_NOT_THERE = Text(
    "det finnes ingen slik fil eller mappe{hint}",
    "det finst inga slik fil eller mappe{hint}",
    "there is no such file or folder{hint}",
)
_IN = Text(" i {folder}", " i {folder}", " in {folder}")
_NO_READER = Text(
    "slike filer kan ikke leses; det som leses, er {known}{hint}",
    "slike filer kan ikkje lesast; det som blir lese, er {known}{hint}",
    "no reader for this; known are {known}{hint}",
)
_FOLDER_FOR_EXCEL = Text(
    "CSV-filer for Excel ligger i en mappe; oppgi en mappe, ikke en fil",
    "CSV-filer for Excel ligg i ei mappe; oppgi ei mappe, ikkje ei fil",
    "CSV files for Excel lie in a folder; name one, no file",
)
_IS_FOLDER = Text(
    "er en mappe; oppgi en fil, eller en annen mappe",
    "er ei mappe; oppgi ei fil, eller ei anna mappe",
    "is a folder; name a file, or another folder",
)
_OR_FOLDER = Text(
    ", og {called}, med et navn uten endelse",
    ", og {called}, med eit namn utan ending",
    ", and {called}, whose name has no suffix",
)


def readable() -> dict[str, Format]:
    """What reads which suffix, sorted; a folder has the empty suffix.

    >>> list(readable())
    ['', '.csv', '.graphml', '.json', '.ods', '.tsv', '.txt', '.xlsm', '.xlsx']
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
    with memory.for_much():
        return assembly.assemble(sheets(source))


def understood(source: str | Path) -> Reading:
    """As `read`; raises `SourceNotFound`, with what was seen, where there is not one node in it.

    An answer from it would say that nobody does anything, of data that was not understood.
    """
    with memory.for_much():
        found = sheets(source)
        reading = assembly.assemble(found)
    if len(reading.graph.nodes):
        return reading
    raise SourceNotFound.at(source, _nothing(found))


def examine(source: str | Path) -> tuple[Reading | None, list[Problem], list[Intake]]:
    """As `read`, but never refuses data: None for a graph that cannot be, and every problem.

    That not one node was understood is a problem like others, and so is a name that is nearly
    another's.
    """
    with memory.for_much():
        found = sheets(source)
        reading, problems, intake = assembly.examine(found, suggest=True)
    if reading is not None and not len(reading.graph.nodes):
        nothing = Problem("error", "nothing-read", _nothing(found, "; "), str(source))
        problems = [nothing, *problems]
    return reading, problems, intake


def _nothing(found: Sheets, between: str = "\n") -> Said:
    """What to say of a source without a node: that it was not understood, or not filled in."""
    if any(table.shape == TEMPLATE for table in found.understood):
        return Said(_NOT_FILLED_IN)
    return nothing_understood(_seen(found), between)


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
    require_there(path, Said(_IN, folder=path.parent) if os.path.isdir(path.parent) else NOTHING)
    known = readable()
    suffix = "" if path.is_dir() else path.suffix.lower()
    if suffix not in known:
        listed = together([same(s) if s else FOLDER for s in known], ", ")
        advice = books.INSTEAD | books.FOR_DOCUMENTS
        hint = Said(advice[suffix]) if suffix in advice else NOTHING
        raise SourceNotFound.at(path, Said(_NO_READER, known=listed, hint=hint))
    found = known[suffix].read(path)
    settled, wrong = aliases.beside(path)
    return found._replace(aliases=settled, problems=[*found.problems, *wrong])


def require_there(path: Path, hint: Said = NOTHING) -> None:
    """Raises `SourceNotFound` where there is no file and no folder; `hint` says where not."""
    if not os.path.exists(path):
        raise SourceNotFound.at(path, Said(_NOT_THERE, hint=hint))


def settle(source: str | Path, said: Mapping[str, object]) -> Path:
    """Keeps what a person says of her own sheets, beside them, and gives back where.

    What was said before stays, but for what is said anew. Raises `GraphtoolError` for a source
    that is no file or folder, and for what cannot be meant; then nothing is written.
    """
    path = Path(source)
    require_there(path)
    earlier, wrong = mapping.beside(path)
    new, more = mapping.settled(said)
    if wrong or more:
        raise GraphtoolError(together([problem.said for problem in (*wrong, *more)], "\n"))
    both = mapping.Settled(
        {**earlier.columns, **new.columns},
        {**earlier.header_rows, **new.header_rows},
        new.sheets or earlier.sheets,
        {**earlier.relations, **new.relations},
        {**earlier.marks, **new.marks},
        {**earlier.dates, **new.dates},
    )
    place = mapping.place(path)
    with atomic.beside(place) as (draft, end):
        draft.write_text(as_toml(both.as_table()), encoding="utf-8", newline="\n")
        os.replace(draft, end)
    return place


def settle_names(source: str | Path, pairs: Iterable[tuple[str, str, str]]) -> tuple[Path, int]:
    """Keeps which spellings mean which names, beside a source: where, and how many were new.

    See `aliases.settle`. Raises `SourceNotFound` for a source that is no file or folder.
    """
    path = Path(source)
    require_there(path)
    return aliases.settle(path, pairs)


def holds(name: str) -> bool:
    """Whether a file of this name in a dataset's folder is read as part of it.

    >>> holds("Goals.CSV"), holds("dataset.toml"), holds("map.html")
    (True, True, False)
    """
    return any(one.holds(name) for one in FORMATS.values())


def files(folder: Path) -> list[Path]:
    """The files that are read of a folder, or would not be passed over; [] where there is none.

    Raises `OSError` where it cannot be opened.
    """
    own = [file for file in folder.iterdir() if holds(file.name)]
    lies = folders.found(folder)
    return list(dict.fromkeys([*own, *(folder / name for name in (*lies.files, *lies.unread))]))


def write(graph: PlanGraph, destination: str | Path) -> Path:
    """Writes the graph where its suffix says how; gives back the destination.

    No suffix, or a folder that exists, means a folder of CSV files. Raises `GraphtoolError` for
    an unknown suffix, for a place that cannot be written and for what the format cannot hold;
    what stood there before then stands there still.
    """
    path = Path(destination)
    one = require_writable(path)
    with atomic.beside(path) as (draft, place):
        one.write(graph, draft)
        one.settle(draft, place)
    return path


def write_for_excel(graph: PlanGraph, destination: str | Path, language: Language) -> Path:
    """Writes a folder of CSV files that Excel of this language opens as they are meant.

    As `write`; raises `GraphtoolError` for a destination that is no folder.
    """
    path = Path(destination)
    one = require_writable(path)
    if one is not FORMATS["csv"]:
        raise GraphtoolError.at(path, Said(_FOLDER_FOR_EXCEL))
    with atomic.beside(path) as (draft, place):
        csv.write(graph, draft, dialects.for_excel(language))
        one.settle(draft, place)
    return path


def require_writable(destination: str | Path) -> Format:
    """What writes a destination; raises `GraphtoolError` where nothing does."""
    known = writable()
    # os.path: Path's own raises where a name is too long or holds a NUL.
    suffix = atomic.suffix(destination)
    if os.path.isdir(destination):
        if suffix in known and suffix:
            raise GraphtoolError.at(destination, Said(_IS_FOLDER))
        return known[""]
    folder = Said(_OR_FOLDER, called=FOLDER)
    return known[atomic.require_suffix(destination, known, folder)]
