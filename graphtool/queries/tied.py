"""Who is tied to whom, held as arrays: of a large network sets of partners would fill memory."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from graphtool.algorithms.arrays import Integers
    from graphtool.queries.projection import Ties


class Tied:
    """The parties that share an activity with any other, by name, and with whom they do.

    >>> import pandas as pd
    >>> from graphtool.queries.projection import ties
    >>> found = ties(pd.DataFrame({"party": [3, 5, 7], "activity": [0, 0, 0]}))
    >>> tied = Tied(found, place=[0, 1, 2, 7, 4, 6, 3, 5])
    >>> tied.nodes.tolist(), tied.partners(5), tied.are(5, 6)  # 7 comes before 5 by name
    ([7, 5, 3], {3, 7}, False)
    >>> tied.rows(np.array([5, 6])).tolist()
    [1, -1]
    """

    def __init__(self, pairs: Ties, place: Sequence[int]) -> None:
        """From pairs of positions, and for each node its place by name."""
        from scipy.sparse import csr_array

        some = np.unique(np.concatenate([pairs.party, pairs.partner]))
        self.nodes = some[np.argsort(np.asarray(place, dtype=np.int64)[some])]
        """Their positions, in the order of names."""
        self._row = np.full(len(place), -1, dtype=np.int64)
        self._row[self.nodes] = np.arange(len(some))
        one, other = self._row[pairs.party], self._row[pairs.partner]
        ends = np.concatenate([one, other]), np.concatenate([other, one])
        shape = (len(some), len(some))
        self.matrix = csr_array((np.ones(len(ends[0])), ends), shape=shape)
        """A row and a column for each of `nodes`, ones where two are tied."""
        self.matrix.sort_indices()

    def rows(self, nodes: Integers) -> Integers:
        """For each node its row; -1 where it is tied to nobody."""
        found: Integers = self._row[nodes]
        return found

    def are(self, one: int, other: int) -> bool:
        """Whether these two nodes are tied."""
        row, column = self._row[one], self._row[other]
        if row < 0 or column < 0:
            return False
        near = self._near(row)
        at = int(np.searchsorted(near, column))
        return at < len(near) and bool(near[at] == column)

    def partners(self, node: int) -> set[int]:
        """Those that a node is tied to."""
        row = self._row[node]
        return set() if row < 0 else set(self.nodes[self._near(row)].tolist())

    def _near(self, row: int) -> np.ndarray:
        found: np.ndarray = self.matrix.indices[
            self.matrix.indptr[row] : self.matrix.indptr[row + 1]
        ]
        return found
