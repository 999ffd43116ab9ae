"""A dataset as a folder of UTF-8 CSV files: one a kind, `relations.csv` and `documents.csv`.

They are written with a byte order mark, without which Excel reads æ, ø and å as something else.
Cells are the data, verbatim, also where one begins with `=`, `+`, `-` or `@`: a CSV file cannot
say that a cell is text, and an apostrophe put before it would come back as part of a name or a
quote. Where others are to open the data in Excel, write a workbook; there no cell becomes a
formula.

A folder may as well hold what people keep themselves, workbooks too: every file is read that holds
sheets, in the folders within it as well, and all of them are one source.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from graphtool import atomic
from graphtool.errors import (
    CANNOT_BE_READ,
    GraphtoolError,
    Problem,
    SourceNotFound,
    reason,
    unopened,
)
from graphtool.formats import foreign
from graphtool.formats.foreign import worksheets
from graphtool.formats.foreign.several import Gathered
from graphtool.formats.format import Format
from graphtool.formats.sheets import Sheets, title_from
from graphtool.formats.sheets.rows import sheet
from graphtool.formats.sheets.written import sheets
from graphtool.formats.syntax import books, folders, raw
from graphtool.formats.syntax.delimited import content, delimiter, parsed
from graphtool.formats.syntax.dialects import PLAIN, Dialect, with_point
from graphtool.formats.syntax.toml import as_toml
from graphtool.graph import dataset, tables
from graphtool.graph.dataset import REQUIRED, SHEETS, sheet_name
from graphtool.language import Said, Text, together
from graphtool.recognition import aliases, mapping

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

METADATA = f"{dataset.METADATA}.toml"
SUFFIX = ".csv"
SETTINGS = (mapping.FILE, aliases.FILE)
NUMBERS = ("share", "amount")
_NO_FOLDER = Text(
    "er ingen mappe med CSV-filer, og har ingen endelse som er kjent",
    "er inga mappe med CSV-filer, og har inga ending som er kjend",
    "is no folder of CSV files, and has no suffix that is known",
)
_NO_FILE = Text(
    "her er verken CSV-fil eller arbeidsbok som leses; et datasett har en CSV-fil for hver type"
    " ({names}.csv)",
    "her er verken CSV-fil eller arbeidsbok som blir lesen; eit datasett har ei CSV-fil for kvar"
    " type ({names}.csv)",
    "holds no CSV file and no workbook that is read; a dataset has a CSV file a kind ({names}.csv)",
)
_DOUBLED = Text(
    "en annen fil heter også {name}, når store og små bokstaver er ett",
    "ei anna fil heiter også {name}, når store og små bokstavar er eitt",
    "another file is called {name} too, but for capitals",
)
_OTHER = Text(
    "slike filer kan ikke leses{hint}",
    "slike filer kan ikkje lesast{hint}",
    "no reader for this{hint}",
)
_IS_FILE = Text(
    "er en fil; en mappe med CSV-filer må hete noe annet",
    "er ei fil; ei mappe med CSV-filer må heite noko anna",
    "is a file; a folder of CSV files needs another name",
)
_NO_DATASET = Text(
    "her ligger {file}, så dette er ikke et datasett; oppgi en ny eller tom mappe",
    "her ligg {file}, så dette er ikkje eit datasett; oppgi ei ny eller tom mappe",
    "holds {file}, so it is no dataset; name a new or an empty folder",
)
_MEND = Text("; rett den eller fjern den", "; rett ho eller fjern ho", "; mend or remove it")


def holds(name: str) -> bool:
    """Whether a file of this name in a dataset's folder is read.

    >>> holds("Goals.CSV"), holds("dataset.toml"), holds("map.html")
    (True, True, False)
    """
    return raw.is_sheet(name) or name.casefold() in (METADATA, *SETTINGS)


def read(path: Path) -> Sheets:
    """Every file of the folder that holds sheets, workbooks too; raises `SourceNotFound` for none.

    A file that cannot be read is a problem, and the answer is not given without it.
    """
    if not path.is_dir():
        raise SourceNotFound.at(path, Said(_NO_FOLDER))
    try:
        lies = folders.found(path, SETTINGS)
    except OSError as error:
        raise unopened(path, error) from error
    said, _ = mapping.beside(path)  # what is wrong with it is told when it is joined
    files, unread = (list(filter(said.opens, some)) for some in (lies.files, lies.unread))
    if not files and not unread:
        nothing = Said(_NO_FILE, names=", ".join(SHEETS))
        left = [one.said for one in lies.told()]
        raise SourceNotFound.at(path, together([nothing, *left], "\n"))
    gathered = Gathered(problems=lies.told())
    for file in files:
        try:
            _gather(path / file, file, gathered)
        except SourceNotFound as error:
            gathered.problems.append(Problem("error", "unreadable", error.why, file))
    for file in unread:
        why = Said(_OTHER, hint=Said(books.INSTEAD[Path(file).suffix.lower()]))
        gathered.problems.append(Problem("error", "unreadable", why, file))
    title, trouble = _title(path / METADATA)
    problems = [*gathered.problems, *trouble]
    found = Sheets(gathered.by_name(), problems, path.resolve().name, title)
    return foreign.joined(found, gathered.others, path)


def _gather(file: Path, called: str, gathered: Gathered) -> None:
    """Takes in what a file holds; raises `SourceNotFound` where it cannot be opened.

    `called` is where it lies, from the folder that is read.
    """
    if file.suffix.lower() in books.SUFFIXES:
        held = worksheets.held(file, called, partial(raw.within, called))
        gathered.add(held.by_name)
        gathered.problems += held.problems
        gathered.others += held.others
    elif (name := sheet_name(file.stem)) in REQUIRED:
        _own(file, name, called, gathered)
    else:
        gathered.others.append(foreign.saved(file, called))


def _own(file: Path, name: str, called: str, gathered: Gathered) -> None:
    """Takes in a file that is called as one of a dataset's own is."""
    data, trouble = content(file, called)
    gathered.problems += trouble
    if trouble:
        return
    place = called.removesuffix(file.name), name
    if place in gathered.texts:
        message = Said(_DOUBLED, name=name)
        gathered.problems.append(Problem("error", "doubled-sheet", message, called))
        return
    header, cells, trouble = parsed(called, data)
    gathered.problems += trouble
    if header:
        gathered.texts.add(place)
        cells = _computable(header, cells, data)
        table, trouble = sheet(name, called, header, cells)
        gathered.add({name: table})
        gathered.problems += trouble


def _computable(header: list[str], cells: pd.DataFrame, data: bytes) -> pd.DataFrame:
    """The cells, numbers with a decimal comma as they are computed with.

    Only of a file whose cells semicolons part, as a comma parts thousands in others.
    """
    columns = [at for at, head in enumerate(header) if dataset.column_name(head) in NUMBERS]
    if not columns or delimiter(data) != ";":
        return cells
    out = cells.copy(deep=False)
    for at in columns:
        out[at] = cells[at].map(with_point).astype(tables.TEXT)
    return out


def _title(file: Path) -> tuple[Text | None, list[Problem]]:
    if not file.is_file():
        return None, []
    try:
        return title_from(tomllib.loads(file.read_text(encoding="utf-8")), file.name)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        return None, [
            Problem("error", "bad-toml", Said(CANNOT_BE_READ, why=reason(error)), file.name)
        ]


def write(graph: PlanGraph, draft: Path, dialect: Dialect = PLAIN) -> None:
    """A new folder with every sheet as a file, and the title in `dataset.toml`."""
    draft.mkdir()
    for name, rows in sheets(graph):
        with (draft / f"{name}.csv").open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, delimiter=dialect.delimiter, lineterminator=dialect.line_end)
            writer.writerow(rows.columns)
            cells = [
                map(dialect.number, rows[column])
                if column in NUMBERS
                else map(dialect.text, map(str, rows[column]))
                if dialect.for_excel
                else rows[column].tolist()
                for column in rows
            ]
            writer.writerows(zip(*cells, strict=True))
    _write_metadata(draft / METADATA, {"title": graph.title._asdict()})


def settle(draft: Path, place: Path) -> None:
    """Gives the folder its place; in a dataset that stands there, takes over its files only.

    What else lies in the folder stays, as does what `dataset.toml` says beside the title.
    Raises `GraphtoolError` where the folder holds CSV files that are not a dataset's.
    """
    if not place.is_dir():
        if place.exists():
            raise GraphtoolError.at(place, Said(_IS_FILE))
        draft.rename(place)
        return
    present = [place / file for file in folders.found(place).files]
    for file in present:
        is_own = file.suffix.lower() == SUFFIX and sheet_name(file.stem) in REQUIRED
        if not is_own or file.parent != place:
            within = file.relative_to(place).as_posix()
            raise GraphtoolError.at(place, Said(_NO_DATASET, file=within))
    _keep_metadata(draft / METADATA, place / METADATA)
    atomic.swap(draft, place, present)


def _keep_metadata(new: Path, old: Path) -> None:
    if not old.exists():
        return
    try:
        said = tomllib.loads(old.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        why = Said(CANNOT_BE_READ, why=reason(error)) + Said(_MEND)
        raise GraphtoolError.at(old, why) from error
    title = tomllib.loads(new.read_text(encoding="utf-8"))
    if said.get("title") == title["title"]:
        new.unlink()  # so that its comments stay too
    else:
        _write_metadata(new, said | title)


def _write_metadata(path: Path, said: Mapping[str, object]) -> None:
    path.write_text(as_toml(said), encoding="utf-8", newline="\n")


FORMAT = Format(
    order=1,
    called=Text("en mappe med CSV-filer", "ei mappe med CSV-filer", "a folder of CSV files"),
    suffix="",
    read=read,
    write=write,
    settle=settle,
    holds=holds,
)
