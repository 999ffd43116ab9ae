"""Several files as one source: their sheets put together, and what they hold in common."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from graphtool.errors import Problem
from graphtool.formats.foreign import Strange
from graphtool.graph import tables
from graphtool.graph.checker import FILE, ROW


@dataclass
class Gathered:
    """What the files of a folder hold."""

    parts: dict[str, list[pd.DataFrame]] = field(default_factory=dict)
    """By its name, a sheet of the dataset's own in every file that has it."""
    problems: list[Problem] = field(default_factory=list)
    others: list[Strange] = field(default_factory=list)
    """Sheets of people's own."""
    texts: set[tuple[str, str]] = field(default_factory=set)
    """Folders and names of a dataset's sheets that are text files: two of one are a mistake."""

    def add(self, own: Mapping[str, pd.DataFrame]) -> None:
        """Takes in a file's own sheets."""
        for name, table in own.items():
            self.parts.setdefault(name, []).append(table)

    def by_name(self) -> dict[str, pd.DataFrame]:
        """Each sheet as one; what several files list in the same words is there once."""
        return {name: together(parts) for name, parts in self.parts.items()}


def together(parts: list[pd.DataFrame]) -> pd.DataFrame:
    """The rows of one sheet from several files, each id once where the files agree on it.

    A row whose id another file has too is taken into that row where nothing in the two differs:
    they say the same, or one says what the other leaves open. Where they differ both stay, to be
    refused as two of one id.
    """
    if len(parts) == 1:
        return parts[0]
    whole = pd.concat(parts, ignore_index=True).fillna("")
    whole = whole.astype({name: tables.TEXT for name in whole if name != ROW})
    return _agreed(whole) if "id" in whole else whole


def _agreed(whole: pd.DataFrame) -> pd.DataFrame:
    shared = whole[whole["id"].duplicated(keep=False) & (whole["id"] != "")]
    said = [name for name in whole if name not in (FILE, ROW)]
    gone: list[int] = []
    filled: dict[int, dict[str, str]] = {}
    for _, rows in shared.groupby("id", sort=False):
        values = {name: {text for text in rows[name] if text} for name in said}
        if len(rows) == rows[FILE].nunique() and all(len(each) <= 1 for each in values.values()):
            first, *others = rows.index.tolist()
            gone += others
            filled[first] = {name: next(iter(each), "") for name, each in values.items()}
    if not gone:
        return whole
    out = whole.copy()
    for at, row in filled.items():
        for name, text in row.items():
            out.loc[at, name] = text
    return out.drop(index=gone).reset_index(drop=True)
