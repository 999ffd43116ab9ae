"""Places by a measure, largest first, and who shares them."""

from __future__ import annotations

from typing import Annotated

import numpy as np
import pandas as pd

from graphtool.queries.fields import col

Rank = Annotated[
    int,
    col(
        ("plass", "plass etter det; like verdier deler den beste plassen"),
        ("plass", "plass etter det; like verdiar deler den beste plassen"),
        ("rank", "place by it; equal values share the best place"),
    ),
]
Shared = Annotated[
    int,
    col(
        ("deles av", "hvor mange som deler plassen, 1 for alene"),
        ("blir delt av", "kor mange som deler plassen, 1 for åleine"),
        ("ties", "how many share the place, 1 if alone"),
    ),
]


def ranks(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Competition ranks, largest first, and how many share each; nine digits tell values apart.

    >>> [found.tolist() for found in ranks(np.array([2.0, 5.0, 2.0]))]
    [[2, 1, 2], [2, 1, 2]]
    """
    with np.errstate(divide="ignore"):
        digits = np.where(values == 0, 0, np.floor(np.log10(np.abs(values))))
    alike = pd.Series(np.round(values / 10.0**digits, 9) * 10.0**digits)
    rank = alike.rank(method="min", ascending=False).astype(np.int64)
    return rank.to_numpy(), rank.groupby(rank).transform("size").to_numpy(np.int64)


def ranges(values: np.ndarray, errors: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Ranks by those that are surely above, and how many each is not told apart from.

    >>> [found.tolist() for found in ranges(np.array([9.0, 5.0, 4.0]), np.array([1.0, 1.0, 1.0]))]
    [[1, 2, 2], [1, 2, 2]]
    """
    low, high = values - errors, values + errors
    above = len(values) - np.searchsorted(np.sort(low), high, side="right")
    below = np.searchsorted(np.sort(high), low, side="left")
    return (above + 1).astype(np.int64), (len(values) - above - below).astype(np.int64)
