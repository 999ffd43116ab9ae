"""Heights of the items in their columns: joined ones level, nothing on anything else.

Column by column the moves are least squares under the order (`isotonic`), swept over the drawing
from left to right and back; two last sweeps with medians leave most lines straight.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from graphtool.algorithms import isotonic
from graphtool.algorithms.layered.crossings import Layers
from graphtool.algorithms.layered.graph import LayeredGraph

SWEEPS = 12
STRAIGHT = 6.0
"""How much more a line wants to run straight on than to meet its nodes."""
KEEP = 8.0
"""Weight of a node's earlier place, where a line has 1."""
APART = 6.0
"""Between rows of different hubs."""
NEARLY = 24.0
"""Items that are joined and differ less than this in height are made level where they can."""
FAINT = 0.02
"""Weight of staying where one is."""


class _Column(NamedTuple):
    """The items of a column from top to bottom, and what of them stays the same."""

    items: Sequence[int]
    offsets: list[float]
    """How far below the middle of the first each of them is at least."""
    weights: list[float]
    """Of what each wants to be level with, together."""
    low: float
    high: float
    """How high and how low the first may stand."""


class _State(NamedTuple):
    """What the sweeps work on: the middle of each item, moved in place."""

    where: list[float]
    pulls: list[list[tuple[int, float]]]
    """Of every item the items that it wants to be level with, and how much."""
    anchors: dict[int, float]
    """Where nodes stood before."""


def coordinates(
    graph: LayeredGraph,
    layers: Layers,
    tall: Sequence[float],
    hub: Sequence[int],
    start: Mapping[int, float],
) -> tuple[list[float], float]:
    """The middle of each item, y downwards from 0, and the height of the tallest column.

    `tall` is the height of each item; nodes of different hubs stand `APART` more. Nodes with
    a height to start from stay near it, counted from the uppermost of them.

    >>> from graphtool.algorithms.layered.graph import layered_graph
    >>> pair = layered_graph([(0, 1, "OWNS")], [0, 1])
    >>> coordinates(pair, [[0], [1]], [20.0, 20.0], [0, 0], {})
    ([10.0, 10.0], 20.0)
    """
    filled = [layer for layer in layers if layer]
    gaps = [
        [
            (tall[a] + tall[b]) / 2 + APART * (max(a, b) < graph.nodes and hub[a] != hub[b])
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
    state = _State([0.0] * len(graph.column), _pulls(graph), anchors)
    columns = []
    for layer, gap, end in zip(filled, gaps, ends, strict=True):
        above = (height - end) / 2 if graph.links else 0.0
        for item, y in zip(layer, accumulate(gap, initial=above), strict=True):
            state.where[item] = y + tall[layer[0]] / 2
        columns.append(_column(layer, gap, tall, height, state))
    for sweep in range(SWEEPS):
        before = state.where.copy()
        for column in columns if sweep % 2 == 0 else reversed(columns):
            _settle(column, state)
        if state.where == before:  # nor would anything move in the sweeps to come
            break
    for column in (*columns, *reversed(columns)):
        _straighten(column, state)
    return state.where, height


def _column(
    layer: Sequence[int], gaps: Sequence[float], tall: Sequence[float], height: float, state: _State
) -> _Column:
    offsets = list(accumulate(gaps, initial=0.0))
    weights = []
    for item in layer:
        weight = FAINT + sum(w for _, w in state.pulls[item])
        weights.append(weight + KEEP if item in state.anchors else weight)
    low = tall[layer[0]] / 2
    high = max(low, height - tall[layer[-1]] / 2 - offsets[-1])
    return _Column(layer, offsets, weights, low, high)


def _pulls(graph: LayeredGraph) -> list[list[tuple[int, float]]]:
    """Of every item the items that it wants to be level with, and how much."""
    found: list[list[tuple[int, float]]] = [[] for _ in graph.column]
    for one, other in graph.links:
        weight = STRAIGHT if one >= graph.nodes and other >= graph.nodes else 1.0
        found[one].append((other, weight))
        found[other].append((one, weight))
    for one, other in graph.flat:
        found[one].append((other, 0.2))
        found[other].append((one, 0.2))
    return found


def _settle(column: _Column, state: _State) -> None:
    """The column's items as near as can be to the mean of what they are joined to."""
    where, pulls, anchors = state.where, state.pulls, state.anchors
    wishes = []
    for item, offset, weight in zip(column.items, column.offsets, column.weights, strict=True):
        pulled = 0.0
        for other, pull in pulls[item]:
            pulled += where[other] * pull
        wish = FAINT * where[item] + pulled
        if anchors and item in anchors:
            wish += KEEP * anchors[item]
        wishes.append(wish / weight - offset)
    _place(column, isotonic.means(wishes, column.weights), where)


def _straighten(column: _Column, state: _State) -> None:
    """Level with the nearest that it is joined to, where that moves no neighbour further."""
    where = state.where
    wishes = []
    for item, offset in zip(column.items, column.offsets, strict=True):
        joined = [(abs(where[o] - where[item]), o) for o, w in state.pulls[item] if w >= 1]
        nearest = min(joined, default=(NEARLY, item))
        level = where[nearest[1] if nearest[0] < NEARLY else item]
        wishes.append(state.anchors.get(item, level) - offset)
    _place(column, isotonic.medians(wishes), where)


def _place(column: _Column, found: Sequence[float], where: list[float]) -> None:
    """Give the items their heights, none beyond the drawing."""
    low, high = column.low, column.high
    for item, offset, value in zip(column.items, column.offsets, found, strict=True):
        where[item] = min(max(value, low), high) + offset
