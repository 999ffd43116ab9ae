"""Array steps that queries share: lists of names joined per row, evidence taken along."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from graphtool.graph.texts import TEXT, arrow

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

SEPARATOR = "; "
EVIDENCE = ("document", "line", "quote")


def table(row: type, **columns: Any) -> pd.DataFrame:
    """The columns as a table in the row type's order.

    A column may be given as a function that makes it, see `later`; such are made side by side.
    Raises `TypeError` where a column is missing or unknown: the row type says what there is.

    >>> class Row:
    ...     name: str
    ...     number: int
    >>> table(Row, number=[2], name=["a"]).columns.tolist()
    ['name', 'number']
    >>> table(Row, name=["a"])
    Traceback (most recent call last):
        ...
    TypeError: Row: ['number']
    """
    expected = row.__annotations__
    if set(columns) != set(expected):
        raise TypeError(f"{row.__name__}: {sorted(set(columns) ^ set(expected))}")
    given = [columns[name] for name in expected]
    if any(map(callable, given)):
        with ThreadPoolExecutor() as pool:
            made = list(pool.map(_plain, given))
    else:
        made = [_plain(column) for column in given]
    return pd.DataFrame(dict(zip(expected, made, strict=True)))


def of_rows(row: type, rows: Iterable[tuple[Any, ...]]) -> pd.DataFrame:
    """As `table`, from rows of that type.

    >>> class Row:
    ...     name: str
    ...     number: int
    >>> of_rows(Row, [("a", 1), ("b", 2)])["number"].tolist()
    [1, 2]
    """
    found: dict[str, list[Any]] = {name: [] for name in row.__annotations__}
    for values in rows:
        for name, value in zip(found, values, strict=True):
            found[name].append(value)
    return table(row, **found)


def _plain(column: Any) -> Any:
    if callable(column):
        return _plain(column())
    if isinstance(column, pa.Array):
        return _series(column)
    if isinstance(column, pd.Series):
        plain = column.reset_index(drop=True)
        if plain.dtype == "int32":
            return plain.astype("int64")  # whole numbers are of one type, from a server too
        return plain.astype(TEXT) if isinstance(plain.dtype, pd.CategoricalDtype) else plain
    if isinstance(column, list) and all(isinstance(value, str) for value in column):
        return pd.Series(column, dtype=TEXT)
    return column


def joined(of: np.ndarray, words: pd.Series[str], count: int) -> pd.Series[str]:
    """For each of `count` rows its words, joined with `; `; empty text where it has none.

    `of` says which row each word belongs to and is sorted.

    >>> joined(np.array([0, 0, 2]), pd.Series(["a", "b", "c"], dtype=TEXT), 3).tolist()
    ['a; b', '', 'c']
    """
    offsets = np.cumsum(np.append(0, np.bincount(of, minlength=count)))
    lists = pa.LargeListArray.from_arrays(offsets, arrow(words))
    return _series(pc.binary_join(lists, pa.scalar(SEPARATOR, pa.large_string())))


def taken(column: pd.Series[Any], positions: np.ndarray) -> pd.Series[Any]:
    """The column's values at positions, in this order; the empty text (or 0) at -1.

    >>> taken(pd.Series(["a", "b"], dtype=TEXT), np.array([1, -1, 0])).tolist()
    ['b', '', 'a']
    """
    if isinstance(column.dtype, pd.CategoricalDtype):
        codes = placed(column.cat.codes.to_numpy(), positions, -1)
        return taken(pd.Series(column.cat.categories), codes)
    if column.dtype == TEXT:
        return _texts(arrow(column), positions)
    return pd.Series(placed(column.to_numpy(), positions, 0))


def placed(values: np.ndarray, positions: np.ndarray, nothing: int) -> np.ndarray:
    """The values at positions, in this order, and `nothing` at -1.

    >>> placed(np.array([7, 8]), np.array([1, -1]), 0).tolist()
    [8, 0]
    """
    if not len(values):
        return np.full(len(positions), nothing)
    return np.where(positions < 0, np.int64(nothing), values[positions])


def later(column: pd.Series[Any], positions: np.ndarray) -> Callable[[], pd.Series[Any]]:
    """As `taken`, when it is called: copying text is most of a large answer, and keeps no lock.

    >>> later(pd.Series(["a", "b"], dtype=TEXT), np.array([1]))().tolist()
    ['b']
    """
    return partial(taken, column, positions)


def _texts(words: pa.Array, positions: np.ndarray) -> pd.Series[str]:
    found = words.take(pa.array(positions, mask=positions < 0))
    # A missing text has no length: without the bitmap that marks it, it is the empty text.
    _, offsets, letters = found.buffers()
    return _series(pa.LargeStringArray.from_buffers(len(found), offsets, letters))


def _series(words: pa.Array) -> pd.Series[str]:
    return pd.Series(TEXT.__from_arrow__(words))


def joined_names(
    graph: PlanGraph, of: np.ndarray, positions: np.ndarray, count: int
) -> pd.Series[str]:
    """As `joined`, with the names of nodes, each once a row; neither array need be sorted.

    >>> from graphtool.graph import examples
    >>> graph = examples.three_in_a_row()
    >>> joined_names(graph, np.array([1, 1, 1]), np.array([2, 0, 0]), 2).tolist()
    ['', 'A; C']
    """
    both = np.sort(of.astype(np.int64) << 32 | positions)
    both = both[changes(both)]
    return joined(both >> 32, taken(graph.nodes["name"], both & LOW), count)


LOW = (1 << 32) - 1
"""The lower half of a number that packs two positions; sorting such is sorting by both."""


def changes(*keys: np.ndarray) -> np.ndarray:
    """Where sorted rows begin anew: true for the first of each run of rows that agree in all keys.

    >>> changes(np.array([1, 1, 2])).tolist()
    [True, False, True]
    """
    new = np.zeros(len(keys[0]), dtype=bool)
    new[:1] = True
    for key in keys:
        new[1:] |= key[1:] != key[:-1]
    return new
