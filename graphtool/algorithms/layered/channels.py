"""Where each stem turns on its way, and at what height it meets each row that it passes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from graphtool.algorithms.layered import ports
from graphtool.algorithms.layered.graph import Grid
from graphtool.algorithms.routing import channel

ROUNDS = 4
"""How often a gap is looked at again for lines that seem to go on as another."""
STEP, LANE_REACH = 0.5, 3.0
"""A line is moved in such steps, and in a lane of its own so far from the middle at most."""

Meeting = dict[tuple[int, int], float]
"""By stem and item, the height at which the one meets the other."""


class Turns(NamedTuple):
    """The course of every stem of a grid."""

    lane: dict[tuple[int, int], int]
    """By stem and gap (the one left of the column with this number); none where it runs on."""
    lanes: dict[int, int]
    """How many lanes there are in a gap."""
    height: Meeting


class _Line(NamedTuple):
    """A stem in one gap, and the items it meets at the left and the right."""

    stem: int
    left: tuple[int, ...]
    right: tuple[int, ...]


def turns(grid: Grid, level: Sequence[float]) -> Turns:
    """The course of each stem between items at these heights.

    >>> from graphtool.algorithms.layered.graph import grid
    >>> turns(grid([(0, 1, "OWNS"), (0, 2, "OWNS")], [0, 1, 1]), [20.0, 10.0, 30.0]).lane
    {(0, 1): 0}
    """
    height = {key: level[key[1]] + away for key, away in ports.ports(grid, level).items()}
    for at, stem in enumerate(grid.stems):
        height.update({(at, i): level[i] for i in stem.trunk.values() if i >= grid.nodes})
    by_gap: dict[int, list[_Line]] = {}
    for gap, line in _lines(grid):
        by_gap.setdefault(gap, []).append(line)
    found = Turns({}, {}, height)
    for gap in sorted(by_gap):
        lines = by_gap[gap]
        for _ in range(ROUNDS if len(lines) <= channel.FEW else 1):
            bent, ends, track = _tracks(lines, height)
            confused = channel.confused(ends, track)
            if not confused:
                break
            for at, place in confused:
                one = bent[at]
                item = one.right[place - len(one.left)]
                reach = ports.FAR if item < grid.nodes else LANE_REACH
                others = [line for line in lines if line != one]
                _move(others, (one.stem, item), (level[item], reach), height)
        bent, _, track = _tracks(lines, height)
        found.lanes[gap] = max(track, default=-1) + 1
        found.lane.update(((line.stem, gap), n) for line, n in zip(bent, track, strict=True))
    return found


def _tracks(
    lines: Sequence[_Line], height: Meeting
) -> tuple[list[_Line], list[list[channel.End]], list[int]]:
    """The lines that do not run straight through, their ends, and the track of each."""
    bent = [line for line in lines if len({y for y, _ in _ends(line, height)}) > 1]
    ends = [_ends(line, height) for line in bent]
    return bent, ends, channel.tracks(ends, channel.ordered(ends))


def _lines(grid: Grid) -> Iterator[tuple[int, _Line]]:
    """Every stem in every gap that it meets."""
    for at, stem in enumerate(grid.stems):
        if stem.side == 0:
            yield grid.column[stem.hub], _Line(at, (), (stem.hub, *stem.leaves))
            continue
        for c, item in stem.trunk.items():
            far = c + stem.side
            ends = tuple(leaf for leaf in stem.leaves if grid.column[leaf] == far)
            ends += (stem.trunk[far],) if far in stem.trunk else ()
            yield max(c, far), _Line(at, *((item,), ends)[:: stem.side])


def _ends(line: _Line, height: Meeting) -> list[channel.End]:
    left = [(height[line.stem, item], -1) for item in line.left]
    return left + [(height[line.stem, item], 1) for item in line.right]


def _move(
    others: Sequence[_Line], key: tuple[int, int], room: tuple[float, float], height: Meeting
) -> None:
    """Let a stem meet an item at its right a little higher or lower, off all other lines.

    `key` are the stem and the item; `room` is the item's middle, and how far from that it may go.
    """
    (_, item), (middle, reach) = key, room
    taken = [height[line.stem, i] for line in others for i in line.left]
    taken += [height[line.stem, item] for line in others if item in line.right]
    near = [y for y in taken if abs(y - middle) < reach + channel.NEAR]
    steps = int(reach / STEP)
    tried = [round(middle + n * STEP, 1) for n in range(-steps, steps + 1)]

    def clear(y: float) -> float:
        return min([abs(y - other) for other in near] + [channel.NEAR])

    height[key] = min(tried, key=lambda y: (-clear(y), abs(y - height[key]), y))
