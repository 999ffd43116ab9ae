"""Rows and columns that are alike stand together."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array

from graphtool.algorithms.seriation import seriation
from tests.strategies import EXAMPLES


def test_two_blocks_that_were_shuffled_stand_apart():
    blocks = np.array(
        [[1, 0, 1, 0, 1], [0, 1, 0, 1, 0], [1, 0, 1, 0, 0], [0, 1, 0, 1, 0], [1, 0, 0, 0, 1]]
    )
    found = seriation(csr_array(blocks))
    shown = blocks[found.rows][:, found.columns]
    assert shown[:3, :3].sum() == 7
    assert shown[3:, 3:].sum() == 4
    assert shown.sum() == 11


def test_a_chain_of_overlaps_is_walked_from_end_to_end():
    # Row n has columns n and n + 1; whoever sorts them finds the staircase again.
    stairs = np.zeros((6, 7))
    for at in range(6):
        stairs[at, at : at + 2] = 1
    mixed = [3, 0, 5, 1, 4, 2]
    found = seriation(csr_array(stairs[mixed]))
    walked = [mixed[at] for at in found.rows]
    assert walked in ([0, 1, 2, 3, 4, 5], [5, 4, 3, 2, 1, 0])
    assert found.columns.tolist() in (list(range(7)), list(range(6, -1, -1)))


def test_rows_that_are_all_alike_keep_their_order():
    found = seriation(csr_array(np.ones((3, 2))))
    assert found.rows.tolist() == [0, 1, 2]
    assert found.columns.tolist() == [0, 1]


def test_what_is_tied_to_nothing_stands_last():
    found = seriation(csr_array(np.array([[0, 0], [0, 1], [0, 0]])))
    assert found.rows.tolist() == [1, 0, 2]
    assert found.columns.tolist() == [1, 0]


def test_an_empty_matrix_has_an_empty_order():
    found = seriation(csr_array((0, 3)))
    assert (found.rows.tolist(), found.columns.tolist()) == ([], [0, 1, 2])


@given(st.integers(1, 7), st.integers(1, 7), st.integers(0, 2**49 - 1))
@EXAMPLES
def test_every_row_and_column_stands_once(height: int, width: int, bits: int):
    cells = [(bits >> at) & 1 for at in range(height * width)]
    found = seriation(csr_array(np.array(cells, dtype=float).reshape(height, width)))
    assert sorted(found.rows.tolist()) == list(range(height))
    assert sorted(found.columns.tolist()) == list(range(width))
