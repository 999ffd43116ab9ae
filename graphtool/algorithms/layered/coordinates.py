"""Heights of the items in their columns: joined ones level, nothing on anything else.

Column by column the moves are least squares under the order (`isotonic`), swept over the sheet
from left to right and back; two last sweeps with medians leave most lines straight.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from graphtool.algorithms import isotonic
from graphtool.algorithms.layered.crossings import Layers
from graphtool.algorithms.layered.graph import Grid

SWEEPS = 12
STRAIGHT = 6.0
"""How much more a line wants to run straight on than to meet its nodes."""
KEEP = 8.0
"""Weight of a node's earlier place, where a line has 1."""
APART = 6.0
"""Between rows of different families."""
NEARLY = 24.0
"""Items that are joined and differ less than this in height are made level where they can."""
FAINT = 0.02
"""Weight of staying where one is."""


class _Sheet(NamedTuple):
    """What the sweeps work on: the middle of each item, moved in place."""

    where: list[float]
    pulls: list[list[tuple[int, float]]]
    """Of every item the items that it wants to be level with, and how much."""
    tall: Sequence[float]
    height: float
    anchors: dict[int, float]
    """Where nodes stood before."""


def levels(
    grid: Grid,
    layers: Layers,
    tall: Sequence[float],
    family: Sequence[int],
    start: Mapping[int, float],
) -> tuple[list[float], float]:
    """The middle of each item, y downwards from 0, and the height of the tallest column.

    `tall` is the height of each item; nodes of different families stand `APART` more. Nodes with
    a height to start from stay near it, counted from the uppermost of them.
    """
    filled = [layer for layer in layers if layer]
    gaps = [
        [
            (tall[a] + tall[b]) / 2 + APART * (max(a, b) < grid.nodes and family[a] != family[b])
            for a, b in pairwise(layer)
        ]
        for layer in filled
    ]
    ends = [
        (tall[layer[0]] + tall[layer[-1]]) / 2 + sum(gap)
        for layer, gap in zip(filled, gaps, strict=True)
    ]
    top = min((y - tall[item] / 2 for item, y in start.items()), default=0.0)
    anchors = {item: y - top for item, y in start.items()}
    height = max([y + tall[item] / 2 for item, y in anchors.items()] + ends, default=0.0)
    sheet = _Sheet([0.0] * len(grid.column), _pulls(grid), tall, height, anchors)
    for layer, gap, end in zip(filled, gaps, ends, strict=True):
        above = (sheet.height - end) / 2 if grid.links else 0.0
        for item, y in zip(layer, accumulate(gap, initial=above), strict=True):
            sheet.where[item] = y + tall[layer[0]] / 2
    columns = list(zip(filled, gaps, strict=True))
    for sweep in range(SWEEPS):
        for layer, gap in columns if sweep % 2 == 0 else reversed(columns):
            _settle(layer, gap, sheet)
    for layer, gap in (*columns, *reversed(columns)):
        _straighten(layer, gap, sheet)
    return sheet.where, sheet.height


def _pulls(grid: Grid) -> list[list[tuple[int, float]]]:
    """Of every item the items that it wants to be level with, and how much."""
    found: list[list[tuple[int, float]]] = [[] for _ in grid.column]
    for one, other in grid.links:
        weight = STRAIGHT if one >= grid.nodes and other >= grid.nodes else 1.0
        found[one].append((other, weight))
        found[other].append((one, weight))
    for one, other in grid.level:
        found[one].append((other, 0.2))
        found[other].append((one, 0.2))
    return found


def _settle(layer: Sequence[int], gaps: Sequence[float], sheet: _Sheet) -> None:
    """The column's items as near as can be to the mean of what they are joined to."""
    offsets = list(accumulate(gaps, initial=0.0))
    wishes, weights = [], []
    for item, offset in zip(layer, offsets, strict=True):
        pulls = sheet.pulls[item]
        weight = FAINT + sum(w for _, w in pulls)
        wish = FAINT * sheet.where[item] + sum(sheet.where[o] * w for o, w in pulls)
        if item in sheet.anchors:
            wish, weight = wish + KEEP * sheet.anchors[item], weight + KEEP
        wishes.append(wish / weight - offset)
        weights.append(weight)
    _place(layer, offsets, isotonic.means(wishes, weights), sheet)


def _straighten(layer: Sequence[int], gaps: Sequence[float], sheet: _Sheet) -> None:
    """Level with the nearest that it is joined to, where that moves no neighbour further."""
    where = sheet.where
    offsets = list(accumulate(gaps, initial=0.0))
    wishes = []
    for item, offset in zip(layer, offsets, strict=True):
        joined = sorted((abs(where[o] - where[item]), o) for o, w in sheet.pulls[item] if w >= 1)
        near = joined and joined[0][0] < NEARLY
        level = where[joined[0][1] if near else item]
        wishes.append(sheet.anchors.get(item, level) - offset)
    _place(layer, offsets, isotonic.medians(wishes), sheet)


def _place(
    layer: Sequence[int], offsets: Sequence[float], found: Sequence[float], sheet: _Sheet
) -> None:
    """Give the items their heights, none beyond the sheet."""
    low = sheet.tall[layer[0]] / 2
    high = max(low, sheet.height - sheet.tall[layer[-1]] / 2 - offsets[-1])
    for item, offset, value in zip(layer, offsets, found, strict=True):
        sheet.where[item] = min(max(value, low), high) + offset
