"""The track of each hyperedge in each channel between columns, and the ports that it meets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from graphtool.algorithms.layered import ports
from graphtool.algorithms.layered.graph import LayeredGraph
from graphtool.algorithms.routing import channel

ROUNDS = 4
"""How often a channel is looked at again for lines that seem to go on as another."""
STEP, DUMMY_REACH = 0.5, 3.0
"""A line is moved in such steps, and at a dummy node so far from the middle at most."""

Meeting = dict[tuple[int, int], float]
"""By hyperedge and item, the height at which the one meets the other."""


class Tracks(NamedTuple):
    """The course of every hyperedge of a graph."""

    track: dict[tuple[int, int], int]
    """By hyperedge and channel (left of the column with this number); none where it runs on."""
    total: dict[int, int]
    """How many tracks a channel has."""
    height: Meeting


class _Line(NamedTuple):
    """A hyperedge in one channel, and the items it meets at the left and the right."""

    hyperedge: int
    left: tuple[int, ...]
    right: tuple[int, ...]


def tracks(graph: LayeredGraph, level: Sequence[float]) -> Tracks:
    """The course of each hyperedge between items at these heights.

    >>> from graphtool.algorithms.layered.graph import layered_graph
    >>> tracks(layered_graph([(0, 1, "OWNS"), (0, 2, "OWNS")], [0, 1, 1]), [20.0, 10.0, 30.0]).track
    {(0, 1): 0}
    """
    height = {key: level[key[1]] + away for key, away in ports.ports(graph, level).items()}
    for at, hyperedge in enumerate(graph.hyperedges):
        height.update({(at, i): level[i] for i in hyperedge.chain.values() if i >= graph.nodes})
    by_channel: dict[int, list[_Line]] = {}
    for gap, line in _lines(graph):
        by_channel.setdefault(gap, []).append(line)
    found = Tracks({}, {}, height)
    for gap in sorted(by_channel):
        lines = by_channel[gap]
        for _ in range(ROUNDS if len(lines) <= channel.FEW else 1):
            bent, ends, track = _tracks(lines, height)
            confused = channel.confused(ends, track)
            if not confused:
                break
            for at, place in confused:
                one = bent[at]
                item = one.right[place - len(one.left)]
                reach = ports.FAR if item < graph.nodes else DUMMY_REACH
                others = [line for line in lines if line != one]
                _move(others, (one.hyperedge, item), (level[item], reach), height)
        else:
            bent, _, track = _tracks(lines, height)
        found.total[gap] = max(track, default=-1) + 1
        found.track.update(((line.hyperedge, gap), n) for line, n in zip(bent, track, strict=True))
    return found


def _tracks(
    lines: Sequence[_Line], height: Meeting
) -> tuple[list[_Line], list[list[channel.End]], list[int]]:
    """The lines that do not run straight through, their ends, and the track of each."""
    every = [(line, _ends(line, height)) for line in lines]
    kept = [(line, ends) for line, ends in every if len({y for y, _ in ends}) > 1]
    bent, ends = [line for line, _ in kept], [ends for _, ends in kept]
    return bent, ends, channel.tracks(ends, channel.ordered(ends))


def _lines(graph: LayeredGraph) -> Iterator[tuple[int, _Line]]:
    """Every hyperedge in every channel that it meets."""
    for at, hyperedge in enumerate(graph.hyperedges):
        if hyperedge.side == 0:
            yield graph.column[hyperedge.hub], _Line(at, (), (hyperedge.hub, *hyperedge.leaves))
            continue
        for c, item in hyperedge.chain.items():
            far = c + hyperedge.side
            ends = tuple(leaf for leaf in hyperedge.leaves if graph.column[leaf] == far)
            ends += (hyperedge.chain[far],) if far in hyperedge.chain else ()
            yield max(c, far), _Line(at, *((item,), ends)[:: hyperedge.side])


def _ends(line: _Line, height: Meeting) -> list[channel.End]:
    left = [(height[line.hyperedge, item], -1) for item in line.left]
    return left + [(height[line.hyperedge, item], 1) for item in line.right]


def _move(
    others: Sequence[_Line], key: tuple[int, int], room: tuple[float, float], height: Meeting
) -> None:
    """Let a hyperedge meet an item at its right a little higher or lower, off all other lines.

    `key` are the two, `room` is the item's middle and how far from that the other may go.
    """
    (_, item), (middle, reach) = key, room
    taken = [height[line.hyperedge, i] for line in others for i in line.left]
    taken += [height[line.hyperedge, item] for line in others if item in line.right]
    near = [y for y in taken if abs(y - middle) < reach + channel.NEAR]
    steps = int(reach / STEP)
    tried = [round(middle + n * STEP, 1) for n in range(-steps, steps + 1)]

    def clear(y: float) -> float:
        return min([abs(y - other) for other in near] + [channel.NEAR])

    height[key] = min(tried, key=lambda y: (-clear(y), abs(y - height[key]), y))
