"""Cells of a floor plan: near what pulls at them, as far apart as asked."""

from __future__ import annotations

from graphtool.algorithms.floorplan import search, slicing


def test_boxes_that_pull_at_each_other_stand_side_by_side():
    squares = [[(100.0, 100.0)]] * 4
    chain = [(0, 0), (1, 0), (2, 0), (3, 0)]
    cells = slicing.fitted(search.chosen(chain, squares, pulls={(0, 3): 50}), 4).cells
    apart = abs(cells[0].x - cells[3].x) + abs(cells[0].y - cells[3].y)
    assert apart <= 116


def test_gutters_are_as_wide_as_they_are_asked_to_be():
    pair = slicing.Choice(216.0, 100.0, ("beside", slicing.Choice(100.0, 100.0, (0, 0)),
                                         slicing.Choice(100.0, 100.0, (1, 0))))  # fmt: skip
    first, second = slicing.fitted(pair, 2, {4: 50.0}).cells
    assert second.x - first.x - first.width == 50
