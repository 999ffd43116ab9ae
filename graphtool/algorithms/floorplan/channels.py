"""Where lines may run: the channels of a drawing, and how each node is reached from them.

Gutters lie between boxes, aisles left of columns of rows, trunks where a node's parts hang on it,
and each row is reached along its own channel, for left of a symbol there are no words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from graphtool.algorithms.floorplan.outline import Shape, Spot
from graphtool.algorithms.floorplan.slicing import FRAME, Placed, Plan
from graphtool.algorithms.geometry.polyline import Point
from graphtool.algorithms.routing.network import Channel, Network, Port

REACH = 5.5
"""How far from its symbol's middle a line may reach a node."""
OUTER, HELD, ACROSS = 1.25, 1.5, 1.2
"""How much longer a way counts around the drawing, through a box that holds others, and across a
box below its heading."""
WAY_OUT = 14.0
"""How far from the middle of a box's side lines to the box as a whole may leave it."""
BORDER = 110.0
"""What it costs to go in or out below a heading: own lines may, others go around the box."""


class Box(NamedTuple):
    """A group in its place."""

    shape: Shape
    x: float
    y: float


class Placement(NamedTuple):
    """Groups in their places, before lines are drawn."""

    plan: Plan
    boxes: list[Box]
    spots: dict[int, Spot]
    parent: Sequence[int]


class _Home(NamedTuple):
    """What is around a node: its group, and the gutters and aisles of that."""

    shape: Shape
    sides: tuple[int, ...]
    """None where there is to be no way out."""
    aisles: list[int]


def network(
    placement: Placement, nodes: Iterable[int], *, gutters: bool = True, groups: Iterable[int] = ()
) -> Network:
    """The channels of a drawing and the ports of these nodes; `gutters` are those between boxes.

    Groups are reached as if they were further nodes, numbered on from the last.

    >>> from graphtool.algorithms.floorplan import content
    >>> from graphtool.algorithms.sizes import Size
    >>> room, group = [Size(60.0, 22.0)], content.Group((0,), -1, False, -1)
    >>> alone = content.content_of(content.Labels(room, room), [], [-1], [group])
    >>> made = network(content.set_out(alone, content.planned(alone, {}), {}, {}), [0])
    >>> [made.channels[at].key for at in made.ports[0][0].onto]  # the ways out at the node's left
    [('aisle', 0, 0), ('gutter', 0, 0)]
    """
    made, plan = Network([], [], {}), placement.plan
    held = {at for frame in plan.held.values() for at in frame}
    for at, (upright, low, high, _) in enumerate(plan.gutters):
        weight = OUTER if at < FRAME else HELD if at in held else 1.0
        made.channels.append(Channel(("gutter", at, 0), upright, low, high, weight))
    if gutters:
        made.meets.extend((*pair, 0.0) for pair in plan.meets)
    homes = {}
    for at, box in enumerate(placement.boxes):
        sides = plan.sides[at] if gutters else ()
        mine = _Home(box.shape, sides, _aisles(made, plan, at, box, gutters=gutters))
        homes.update(dict.fromkeys(box.shape.spots, mine))
    trunks: dict[int, int] = {}
    for node in nodes:
        if placement.spots[node].below:
            _seat(made, placement, homes[node], node)
        else:
            _row(made, placement, homes[node], node, trunks)
    for node, channel in trunks.items():
        made.ports.setdefault(node, []).append(Port(channel, ()))
    for group in groups:
        _border(made, placement, group)
    return made


def gate(box: Placed, *, holds: bool = False) -> Point:
    """Where lines to a box as a whole meet: its middle, of one that holds others high up in it.

    >>> gate(Placed(0, 0, 100, 60))
    (50.0, 30.0)
    """
    return round(box.x + box.width / 2, 1), round(box.y + (20.0 if holds else box.height / 2), 1)


def _border(made: Network, placement: Placement, group: int) -> None:
    """The ways out of a box as a whole: from its middle across each of its four sides."""
    plan = placement.plan
    x, y = gate(plan.cells[group], holds=group in plan.held)
    left, right, top, bottom = plan.sides[group]
    node = len(placement.parent) + group
    level, upright = len(made.channels), len(made.channels) + 1
    made.channels.append(Channel(("gate", group, 0), False, y - WAY_OUT, y + WAY_OUT))
    made.channels.append(Channel(("gate", group, 1), True, x - WAY_OUT, x + WAY_OUT))
    made.ports[node] = [Port(level, (left, right)), Port(upright, ())]
    made.meets.extend((upright, side, 0.0) for side in (top, bottom))


def _aisles(made: Network, plan: Plan, group: int, box: Box, *, gutters: bool) -> list[int]:
    """The channels of one group, each met by the gutters around it."""
    left, right, _, bottom = plan.sides[group]
    # What a group holds lies below its rows, with a gutter of its own above it.
    below = plan.held[group][2] if group in plan.held else bottom
    rows = bool(box.shape.columns)
    found = []
    for at, (low, high, upright) in enumerate(box.shape.aisles):
        move = box.x if upright else box.y
        weight = ACROSS if rows and not upright else 1.0
        found.append(len(made.channels))
        made.channels.append(
            Channel(("aisle", group, at), upright, low + move, high + move, weight)
        )
    standing = [channel for channel in found if made.channels[channel].upright]
    level = [channel for channel in found if not made.channels[channel].upright]
    made.meets.extend((a, b, 0.0) for a in standing for b in level)
    if gutters:
        first = 0 if box.shape.root < 0 or group in plan.held else 1
        border = BORDER if rows else 0.0
        made.meets.extend((channel, below, 0.0) for channel in standing[first:])
        made.meets.extend((side, channel, border) for channel in level for side in (left, right))
    return found


def _row(
    made: Network, placement: Placement, home: _Home, node: int, trunks: dict[int, int]
) -> None:
    """The channel left of a symbol: over the trunks of all above it, to the aisle or the gutter."""
    spots, parent = placement.spots, placement.parent
    column, y = home.shape.seats[node][0], spots[node].y
    onto = [home.aisles[column]]
    if column == 0:
        onto.extend(home.sides[:1])
    above = parent[node]
    while above >= 0:
        if above != home.shape.root or column == 0:
            if above not in trunks:
                trunks[above] = len(made.channels)
                low, high = spots[above].x - REACH, spots[above].x + REACH
                made.channels.append(Channel(("trunk", above, 0), True, low, high))
            onto.append(trunks[above])
        above = parent[above]
    made.ports[node] = [Port(len(made.channels), tuple(onto))]
    made.channels.append(Channel(("row", node, 0), False, y - REACH, y + REACH))


def _seat(made: Network, placement: Placement, home: _Home, node: int) -> None:
    """The channels left and right of a symbol in a grid, whose label stands below it."""
    y, seats = placement.spots[node].y, home.shape.seats
    last = max(right for _, right in seats.values())
    made.ports[node] = []
    for half, seat in enumerate(seats[node]):
        onto = [home.aisles[seat]]
        if home.sides and seat == (0, last)[half]:
            onto.append(home.sides[half])
        made.ports[node].append(Port(len(made.channels), tuple(onto)))
        made.channels.append(Channel(("row", node, half), False, y - REACH, y + REACH))
