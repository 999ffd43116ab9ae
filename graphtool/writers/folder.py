"""A dataset as a folder of CSV files, one a kind in use, as a person edits it in Excel.

UTF-8 with a byte order mark, without which Excel reads æ, ø and å as something else. Cells are
the data, verbatim, also where one begins with `=`, `+`, `-` or `@`: a CSV file cannot say that
a cell is text, and an apostrophe put before it would come back as part of a name or a quote.
Where others are to open the data in Excel, write a workbook; there no cell becomes a formula.
"""

from __future__ import annotations

import csv
import datetime
import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphtool import drafts
from graphtool.errors import GraphtoolError
from graphtool.graph import dataset, tables
from graphtool.writers.sheets import sheets

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

SUFFIXES = ("",)
METADATA = f"{dataset.METADATA}.toml"
NUMBERS = ("share", "amount")


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
    _write_toml(draft / METADATA, {"title": graph.title._asdict()})


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
        _write_toml(new, said | title)


def _write_toml(path: Path, content: dict[str, Any]) -> None:
    lines = [f"{_key(k)} = {_toml(v)}" for k, v in content.items() if not isinstance(v, dict)]
    for key, values in content.items():
        if isinstance(values, dict):
            lines += [f"[{_key(key)}]", *(f"{_key(k)} = {_toml(v)}" for k, v in values.items()), ""]
    path.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8", newline="\n")


def _toml(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_key(k)} = {_toml(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, float):
        return repr(value)  # inf and nan as TOML spells them, not as JSON does
    text = tables.as_text(value) if isinstance(value, str) else value
    # JSON's escapes are TOML's, but for DEL, which JSON leaves as it is.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _key(name: str) -> str:
    bare = name.replace("-", "").replace("_", "")
    return name if bare.isascii() and bare.isalnum() else _toml(name)
