"""A report: one folder, offline, with what a meeting needs, each sentence leading to its evidence.

An index that tells the region in sentences, a page for each table, the map, slides, and all tables
as a workbook.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from graphtool import atomic
from graphtool.errors import CANNOT_BE_READ, GraphtoolError, Problem, reason
from graphtool.language import Said, Text
from graphtool.maps.settings import Settings
from graphtool.report.files import BOOK, CHANGES, DECK, INDEX, MAP, TABLES

if TYPE_CHECKING:
    from graphtool.comparison import Since
    from graphtool.graph import PlanGraph
    from graphtool.report.contents import Report
    from graphtool.report.making import Making

_IS_FILE = Text(
    "er en fil; en rapport er en mappe, velg et annet navn",
    "er ei fil; ein rapport er ei mappe, vel eit anna namn",
    "is a file; a report is a folder, name another",
)
_MAKING = Text("Lager {name}", "Lagar {name}", "Making {name}")
_ANSWERING = Text("Regner ut svarene", "Reknar ut svara", "Working out the answers")
_OTHER_FILES = Text(
    "har andre filer i seg; oppgi en tom mappe, eller en som ikke finnes ennå",
    "har andre filer i seg; oppgi ei tom mappe, eller ei som ikkje finst enno",
    "holds other files; name an empty folder, or one that is not there yet",
)

__all__ = ["SUFFIXES", "Summary", "write", "write_file"]

SUFFIXES = (".html", ".htm")
"""What a report in one file can end in."""

MARK = '<meta name="generator" content="graphtool report">'
"""By which an earlier report is known, whose files may be replaced."""


class Summary(NamedTuple):
    """What was written."""

    page: Path
    """The index, from which all else is reached."""
    tables: int
    sentences: int
    tasks: int
    missing: dict[str, str]
    """By the name of each file that could not be made, why."""


def write(
    graph: PlanGraph,
    folder: Path,
    settings: Settings | None = None,
    *,
    problems: Sequence[Problem] = (),
    since: Since | None = None,
    tell: Callable[[Text], object] = lambda _: None,
) -> Summary:
    """Writes the report of a graph into a folder, whole or not at all.

    Day, language, and whether people are named are those of the map's settings. `problems` are
    those of the source, to be settled; with `since`, what changed from that is told. A part that
    cannot be made says so in its place. An earlier report in the folder is replaced. `tell` is
    called with what is being made.

    Raises `GraphtoolError` where the folder holds anything else, or cannot be written.
    """
    from graphtool.report.making import Making

    settings = settings or Settings()
    _require_own(folder)
    with atomic.beside(folder) as (draft, place):
        made = Making(graph, settings, problems, since)
        (draft / TABLES).mkdir(parents=True)
        missing = _written(made, draft, tell)
        said = made.said
        for path in made.paths(said):
            text = made.page(path, said, missing)
            (draft / path).write_text(text, encoding="utf-8", newline="\n")
        (draft / BOOK).write_bytes(made.workbook())
        if place.is_dir():
            gone = {*missing, *({CHANGES} - set(made.parts))}
            atomic.swap(draft, place, [place / name for name in gone if (place / name).exists()])
        else:
            draft.rename(place)
    return _summary(folder / INDEX, said, missing)


def write_file(
    graph: PlanGraph,
    path: Path,
    settings: Settings | None = None,
    *,
    problems: Sequence[Problem] = (),
    since: Since | None = None,
    tell: Callable[[Text], object] = lambda _: None,
) -> Summary:
    """Writes the report of a graph as one HTML file that holds all of it, whole or not at all.

    As `write`, with maps, slides and workbook within the page. Raises `GraphtoolError` for a name
    with another suffix.
    """
    from tempfile import TemporaryDirectory

    from graphtool.report.making import Making

    atomic.require_suffix(path, SUFFIXES)
    made = Making(graph, settings or Settings(), problems, since)
    with TemporaryDirectory(prefix="graphtool-") as room:
        folder = Path(room)
        missing = _written(made, folder, tell)
        files = {one: (folder / one).read_bytes() for one in made.parts if one not in missing}
    said = made.said
    atomic.write(path, made.single(said, missing, {**files, BOOK: made.workbook()}))
    return _summary(path, said, missing)


def _written(made: Making, folder: Path, tell: Callable[[Text], object]) -> dict[str, str]:
    """Makes the parts in a folder; why, for each that cannot be made."""
    missing = {}
    for name in made.parts:
        tell(_MAKING.format(name=name))
        if why := made.write(folder / name):
            missing[name] = why
    tell(_ANSWERING)
    return missing


def _summary(page: Path, said: Report, missing: dict[str, str]) -> Summary:
    return Summary(
        page,
        len(said.tables),
        sum(len(one.sentences) for one in said.chapters),
        sum(len(some.tasks) + some.more for some in said.tasks),
        missing,
    )


def _require_own(folder: Path) -> None:
    """Raises `GraphtoolError` where there is anything but an earlier report."""
    if folder.is_file():
        raise GraphtoolError.at(folder, Said(_IS_FILE))
    if not folder.is_dir():
        return
    try:
        held = {path.name for path in folder.iterdir()}
        index = folder / INDEX
        own = index.is_file() and MARK in index.read_text(encoding="utf-8", errors="replace")[:2000]
        pages = {path.suffix for path in folder.joinpath(TABLES).glob("*")}
    except OSError as error:
        raise GraphtoolError.at(folder, Said(CANNOT_BE_READ, why=reason(error))) from error
    if held and not (
        own and held <= {INDEX, MAP, CHANGES, DECK, BOOK, TABLES} and pages <= {".html"}
    ):
        raise GraphtoolError.at(folder, Said(_OTHER_FILES))
