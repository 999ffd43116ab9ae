"""Array steps that queries share: lists of names joined per row, evidence taken along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from graphtool.graph.tables import TEXT, arrow

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

SEPARATOR = "; "


def table(row: type, **columns: Any) -> pd.DataFrame:
    """The columns as a table in the row type's order.

    Raises `TypeError` where a column is missing or unknown: the row type says what there is.
    """
    expected = row.__annotations__
    if set(columns) != set(expected):
        raise TypeError(f"{row.__name__}: {sorted(set(columns) ^ set(expected))}")
    return pd.DataFrame({name: _plain(columns[name]) for name in expected})


def _plain(column: Any) -> Any:
    if isinstance(column, pa.Array):
        return _series(column)
    if isinstance(column, pd.Series):
        plain = column.reset_index(drop=True)
        return plain.astype(TEXT) if isinstance(plain.dtype, pd.CategoricalDtype) else plain
    if isinstance(column, list) and all(isinstance(value, str) for value in column):
        return pd.Series(column, dtype=TEXT)
    return column


def joined(of: np.ndarray, words: pa.Array, count: int) -> pa.Array:
    """For each of `count` rows its words, joined with `; `; empty text where it has none.

    `of` says which row each word belongs to and is sorted.

    >>> joined(np.array([0, 0, 2]), pa.array(["a", "b", "c"]), 3).to_pylist()
    ['a; b', '', 'c']
    """
    offsets = np.searchsorted(of, np.arange(count + 1))
    lists = pa.LargeListArray.from_arrays(pa.array(offsets, pa.int64()), words)
    return pc.binary_join(
        lists.cast(pa.large_list(pa.large_string())), pa.scalar(SEPARATOR, pa.large_string())
    )


def taken(column: pd.Series[Any], positions: np.ndarray) -> pd.Series[Any]:
    """The column's values at positions, in this order; the empty text (or 0) at -1."""
    if isinstance(column.dtype, pd.CategoricalDtype):
        codes = np.append(column.cat.codes.to_numpy(), -1)[positions]
        return taken(pd.Series(column.cat.categories), codes)
    if column.dtype == TEXT:
        return _texts(arrow(column), positions)
    return pd.Series(np.append(column.to_numpy(), 0)[positions])


def _texts(words: pa.Array, positions: np.ndarray) -> pd.Series[str]:
    found = words.take(pa.array(positions, mask=positions < 0))
    # A missing text has no length: without the bitmap that marks it, it is the empty text.
    _, offsets, letters = found.buffers()
    return _series(pa.LargeStringArray.from_buffers(len(found), offsets, letters))


def _series(words: pa.Array) -> pd.Series[str]:
    return pd.Series(TEXT.__from_arrow__(words))


def joined_names(graph: PlanGraph, of: np.ndarray, positions: np.ndarray, count: int) -> pa.Array:
    """As `joined`, with the names of nodes, each once a row; neither array need be sorted."""
    both = of.astype(np.int64) * len(graph.nodes) + positions
    both = np.unique(both) if len(both) < 10_000 else _distinct(both)
    width = max(len(graph.nodes), 1)
    return joined(both // width, arrow(taken(graph.nodes["name"], both % width)), count)


def _distinct(values: np.ndarray) -> np.ndarray:
    # Sort and mask: np.unique hashes large integer arrays, many times slower.
    values = np.sort(values, kind="stable")
    return values[np.concatenate([[True], values[1:] != values[:-1]])]
