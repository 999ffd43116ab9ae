"""What became of every row that was read: kept, merged into another, or refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from graphtool.errors import Problem
from graphtool.formats.sheets import Sheets
from graphtool.graph import texts
from graphtool.graph.checker import FILE, ROW
from graphtool.graph.dataset import UNREAD
from graphtool.recognition import Understanding


class Intake(NamedTuple):
    """What became of the rows of one file."""

    file: str
    read: int
    merged: int
    """Assertions that another row states in the very same words."""
    refused: int
    """Rows with a problem that stops a query."""
    unread: int = 0
    """Rows of a sheet whose name is not known, or that are left out."""
    understood: tuple[Understanding, ...] = ()
    """What the tables of a sheet that is none of a dataset's own were taken for."""


def intake(
    sheets: Sheets,
    problems: Iterable[Problem],
    stated: Mapping[str, pd.DataFrame],
    ids: pd.Series[Any],
) -> Iterator[Intake]:
    """For every file or sheet, how many rows were read, merged into others and refused.

    `stated` are the rows of relations and facts with names resolved to `ids`, the nodes' own.
    """
    refused = {(p.file, p.row) for p in problems if p.severity == "error"}
    counts: dict[str, Intake] = {}
    theirs = {one.sheet for one in sheets.understood}
    for name, whole in sheets.by_name.items():
        table = whole[~whole[FILE].isin(theirs)] if theirs and FILE in whole else whole
        if not len(table) or name == UNREAD:
            continue
        merged: Counter[str] = Counter()
        if name in stated:
            rows = stated[name]
            again = _repeated(rows.drop(columns=[FILE, ROW]), _alike(rows, ids))
            # The sheet's own rows come first, before those that columns of other sheets made.
            merged = _by_file(rows[FILE].iloc[again[again < len(table)]])
        places = zip(table[FILE], table[ROW], strict=True) if refused else ()
        spoilt = _by_file(
            pd.Series([place[0] for place in places if place in refused], dtype=object)
        )
        for file, read in _by_file(table[FILE]).items():
            before = counts.get(file, Intake(file, 0, 0, 0))
            counts[file] = before._replace(
                read=before.read + read,
                merged=before.merged + merged[file],
                refused=before.refused + spoilt[file],
            )
    for one in sheets.understood:
        before = counts.get(one.sheet, Intake(one.sheet, 0, 0, 0))
        bad = len({row for file, row in refused if file == one.sheet and row > one.header})
        counts[one.sheet] = before._replace(
            read=before.read + one.rows,
            refused=max(before.refused, bad),
            unread=before.unread + len(one.left),
            understood=(*before.understood, one),
        )
    for lost in sheets.ignored:
        file = lost.file.partition("#")[0]
        before = counts.get(file, Intake(file, 0, 0, 0))
        counts[file] = before._replace(unread=before.unread + lost.rows)
    yield from counts.values()


def _by_file(files: pd.Series[Any]) -> Counter[str]:
    """How many rows are of each file or sheet, whatever place in it they name."""
    found: Counter[str] = Counter()
    words, at = texts.distinct(files)
    for place, rows in zip(words.tolist(), np.bincount(at).tolist(), strict=True):
        found[str(place).partition("#")[0]] += int(rows)
    return found


def _alike(rows: pd.DataFrame, ids: pd.Series[Any]) -> np.ndarray:
    """Which rows agree with another in what they are about: in nodes and relation or property."""
    about = np.zeros(len(rows), dtype=np.int64)
    for name in ("relation", "property"):
        if name in rows:
            about = texts.codes(rows[name])[1].astype(np.int64)
    for name in ("source", "target", "node"):
        if name in rows:
            about *= len(ids) + 1
            about += texts.positions(rows[name], ids)
    # Sorted, equal ones lie side by side: of millions that is found in a fourth of the time.
    order = np.sort(about)
    several = order[1:][order[1:] == order[:-1]]
    if not len(several):
        return np.zeros(0, dtype=np.intp)
    return np.flatnonzero(pd.Series(about, copy=False).isin(several))


def _repeated(rows: pd.DataFrame, among: np.ndarray) -> np.ndarray:
    """The rows, of these, that another one before them repeats, word for word."""
    rows = rows.iloc[among].set_axis(among)
    varied = [name for name in rows if len(rows) and bool((rows[name] != rows[name].iat[0]).any())]
    if not varied:
        return among[1:]
    # A few columns at a time, and only rows that agree so far: long quotes take much memory.
    for width in (min(6, len(varied)), len(varied)):
        rows = rows[rows.duplicated(varied[:width], keep=False)]
    return rows.index[rows.duplicated()].to_numpy()
