"""Tables that are sorted by a category: where each begins, and the rows of some of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd

FEW = 10_000
"""Rows below which it costs less to take them one by one than to put slices together."""


def bounds(column: pd.Series[Any]) -> np.ndarray:
    """For each category of a sorted column its first row, and at last how many rows there are.

    >>> bounds(pd.Series(["a", "a", "c"], dtype=pd.CategoricalDtype(["a", "b", "c"]))).tolist()
    [0, 2, 2, 3]
    """
    codes = column.cat.codes.to_numpy()
    return np.searchsorted(codes, np.arange(len(column.cat.categories) + 1))


def of_codes(table: pd.DataFrame, bounds: np.ndarray, codes: Iterable[int]) -> pd.DataFrame:
    """The rows of these codes, in order; a slice, which copies nothing, where they lie together.

    `bounds` are those of the column by which the table is sorted.

    >>> column = pd.Series(["a", "a", "c"], dtype=pd.CategoricalDtype(["a", "b", "c"]))
    >>> of_codes(column.to_frame("of"), bounds(column), [2, 1])["of"].tolist()
    ['c']
    """
    spans: list[tuple[int, int]] = []
    for code in sorted(set(codes)):
        begin, end = int(bounds[code]), int(bounds[code + 1])
        if begin == end:
            continue
        if spans and spans[-1][1] == begin:
            begin = spans.pop()[0]
        spans.append((begin, end))
    if len(spans) < 2:
        return table.iloc[slice(*spans[0])] if spans else table.iloc[:0]
    if sum(end - begin for begin, end in spans) < FEW:
        return table.take(np.concatenate([np.arange(begin, end) for begin, end in spans]))
    return pd.concat([table.iloc[begin:end] for begin, end in spans])
