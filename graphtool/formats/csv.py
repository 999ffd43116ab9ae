"""A dataset as a folder of UTF-8 CSV files: one a kind, `relations.csv` and `documents.csv`.

They are written with a byte order mark, without which Excel reads æ, ø and å as something else.
Cells are the data, verbatim, also where one begins with `=`, `+`, `-` or `@`: a CSV file cannot
say that a cell is text, and an apostrophe put before it would come back as part of a name or a
quote. Where others are to open the data in Excel, write a workbook; there no cell becomes a
formula.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from graphtool import drafts
from graphtool.errors import GraphtoolError, Problem, SourceNotFound
from graphtool.formats import foreign
from graphtool.formats.format import Format
from graphtool.formats.sheets import Sheets, title_from
from graphtool.formats.sheets.rows import sheet
from graphtool.formats.sheets.written import sheets
from graphtool.formats.syntax.delimited import content, parsed
from graphtool.formats.syntax.toml import as_toml
from graphtool.graph import dataset, tables
from graphtool.graph.dataset import REQUIRED, SHEETS, sheet_name
from graphtool.recognition import mapping

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph
    from graphtool.language import Text

METADATA = f"{dataset.METADATA}.toml"
TABLE = ".csv"
NUMBERS = ("share", "amount")


def holds(name: str) -> bool:
    """Whether a file of this name in a dataset's folder is read.

    >>> holds("Goals.CSV"), holds("dataset.toml"), holds("map.html")
    (True, True, False)
    """
    return Path(name).suffix.lower() == TABLE or name.casefold() in (METADATA, mapping.FILE)


def read(path: Path) -> Sheets:
    """Every CSV file of the folder; raises `SourceNotFound` where there is none."""
    if not path.is_dir():
        raise SourceNotFound(f"{path}: is no folder of CSV files, and has no suffix that is known")
    try:
        files = sorted(file for file in path.iterdir() if _is_table(file.name))
    except OSError as error:
        raise SourceNotFound(f"{path}: cannot be opened: {error.strerror}") from error
    if not files:
        raise SourceNotFound(
            f"{path}: holds no CSV file; a dataset has one a kind ({', '.join(SHEETS)}.csv)"
        )
    by_name: dict[str, pd.DataFrame] = {}
    problems: list[Problem] = []
    others: list[foreign.Strange] = []
    for file in files:
        name = sheet_name(file.stem)
        if name not in REQUIRED:
            others += _strange(file, problems)
            continue
        data, trouble = content(file)
        problems += trouble
        if trouble:
            continue
        if name in by_name:
            message = f"another file is called {name} too, but for capitals"
            problems.append(Problem("error", "doubled-sheet", message, file.name))
            continue
        header, cells, trouble = parsed(file.name, data)
        problems += trouble
        if header:
            by_name[name], trouble = sheet(name, file.name, header, cells)
            problems += trouble
    title, trouble = _title(path / METADATA)
    found = Sheets(by_name, problems + trouble, path.resolve().name, title)
    return foreign.joined(found, others, path)


def _strange(file: Path, problems: list[Problem]) -> list[foreign.Strange]:
    """A file that is none of a dataset's own; [] where it cannot be read, which is a problem."""
    try:
        return [foreign.saved(file)]
    except SourceNotFound as error:
        said = str(error).removeprefix(f"{file}: ")
        problems.append(Problem("error", "unreadable", said, file.name))
        return []


def _is_table(name: str) -> bool:
    """Whether it is a CSV file, and not what a system leaves beside one (`._goals.csv`)."""
    return Path(name).suffix.lower() == TABLE and not name.startswith((".", "~$"))


def _title(file: Path) -> tuple[Text | None, list[Problem]]:
    if not file.is_file():
        return None, []
    try:
        return title_from(tomllib.loads(file.read_text(encoding="utf-8")), file.name)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        return None, [Problem("error", "bad-toml", f"cannot be read: {error}", file.name)]


def write(graph: PlanGraph, draft: Path) -> None:
    """A new folder with every sheet as a file, and the title in `dataset.toml`."""
    draft.mkdir()
    for name, rows in sheets(graph):
        with (draft / f"{name}.csv").open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(rows.columns)
            cells = [
                map(tables.as_text, rows[column]) if column in NUMBERS else rows[column].tolist()
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
            raise GraphtoolError(f"{place}: is a file; a folder of CSV files needs another name")
        draft.rename(place)
        return
    present = [file for file in sorted(place.iterdir()) if file.suffix.lower() == ".csv"]
    for file in present:
        if dataset.sheet_name(file.stem) not in dataset.REQUIRED:
            raise GraphtoolError(
                f"{place}: holds {file.name}, so it is no dataset; name a new or an empty folder"
            )
    _keep_metadata(draft / METADATA, place / METADATA)
    drafts.swap(draft, place, present)


def _keep_metadata(new: Path, old: Path) -> None:
    if not old.exists():
        return
    try:
        said = tomllib.loads(old.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise GraphtoolError(f"{old}: cannot be read: {error}; mend or remove it") from error
    title = tomllib.loads(new.read_text(encoding="utf-8"))
    if said.get("title") == title["title"]:
        new.unlink()  # so that its comments stay too
    else:
        _write_metadata(new, said | title)


def _write_metadata(path: Path, said: Mapping[str, object]) -> None:
    path.write_text(as_toml(said), encoding="utf-8", newline="\n")


FORMAT = Format(
    order=1,
    called="a folder of CSV files",
    suffix="",
    read=read,
    write=write,
    settle=settle,
    holds=holds,
)
