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


class _State(NamedTuple):
    """What the sweeps work on: the middle of each item, moved in place."""

    where: list[float]
    pulls: list[list[tuple[int, float]]]
    """Of every item the items that it wants to be level with, and how much."""
    tall: Sequence[float]
    height: float
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
    state = _State([0.0] * len(graph.column), _pulls(graph), tall, height, anchors)
    for layer, gap, end in zip(filled, gaps, ends, strict=True):
        above = (state.height - end) / 2 if graph.links else 0.0
        for item, y in zip(layer, accumulate(gap, initial=above), strict=True):
            state.where[item] = y + tall[layer[0]] / 2
    columns = list(zip(filled, gaps, strict=True))
    for sweep in range(SWEEPS):
        for layer, gap in columns if sweep % 2 == 0 else reversed(columns):
            _settle(layer, gap, state)
    for layer, gap in (*columns, *reversed(columns)):
        _straighten(layer, gap, state)
    return state.where, state.height


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


def _settle(layer: Sequence[int], gaps: Sequence[float], state: _State) -> None:
    """The column's items as near as can be to the mean of what they are joined to."""
    offsets = list(accumulate(gaps, initial=0.0))
    wishes, weights = [], []
    for item, offset in zip(layer, offsets, strict=True):
        pulls = state.pulls[item]
        weight = FAINT + sum(w for _, w in pulls)
        wish = FAINT * state.where[item] + sum(state.where[o] * w for o, w in pulls)
        if item in state.anchors:
            wish, weight = wish + KEEP * state.anchors[item], weight + KEEP
        wishes.append(wish / weight - offset)
        weights.append(weight)
    _place(layer, offsets, isotonic.means(wishes, weights), state)


def _straighten(layer: Sequence[int], gaps: Sequence[float], state: _State) -> None:
    """Level with the nearest that it is joined to, where that moves no neighbour further."""
    where = state.where
    offsets = list(accumulate(gaps, initial=0.0))
    wishes = []
    for item, offset in zip(layer, offsets, strict=True):
        joined = sorted((abs(where[o] - where[item]), o) for o, w in state.pulls[item] if w >= 1)
        near = joined and joined[0][0] < NEARLY
        level = where[joined[0][1] if near else item]
        wishes.append(state.anchors.get(item, level) - offset)
    _place(layer, offsets, isotonic.medians(wishes), state)


def _place(
    layer: Sequence[int], offsets: Sequence[float], found: Sequence[float], state: _State
) -> None:
    """Give the items their heights, none beyond the drawing."""
    low = state.tall[layer[0]] / 2
    high = max(low, state.height - state.tall[layer[-1]] / 2 - offsets[-1])
    for item, offset, value in zip(layer, offsets, found, strict=True):
        state.where[item] = min(max(value, low), high) + offset
