"""Products of sparse matrices by runs of rows, against the product as a whole."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csr_array, random_array

from graphtool.algorithms import positions, products


@pytest.mark.parametrize("most", [1, 40, products.WAYS])
@pytest.mark.parametrize("density", [0.0, 0.05, 0.6])
def test_the_sums_are_those_of_the_whole_product(density: float, most: int) -> None:
    """However few are summed at a time; where rows are empty too, and all of them."""
    one, other, where = (
        random_array((30, 30), density=density, format="csr", random_state=seed)
        for seed in (1, 2, 3)
    )
    whole = (one.toarray() @ other.toarray() * where.toarray()).sum(axis=1)
    assert products.sums_where(one, other, where, most).tolist() == pytest.approx(whole.tolist())


def test_no_rows_have_no_sums() -> None:
    nothing = csr_array((0, 0))
    assert products.sums_where(nothing, nothing, nothing).tolist() == []


def test_katz_is_what_the_equation_says() -> None:
    """Solved outright, as can be done where there are few: also where arcs run in a circle."""
    matrix = random_array((40, 40), density=0.2, format="lil", random_state=4)
    matrix.setdiag(0)
    ones = (matrix.toarray() > 0).astype(float)
    attenuation = positions.DAMPING / ones.sum(axis=0).max()
    solved = np.linalg.solve(np.eye(40) - attenuation * ones.T, np.ones(40))
    found = positions.katz(csr_array(matrix.tocsr()))
    assert np.abs(found - solved / np.linalg.norm(solved)).max() < 1e-14
