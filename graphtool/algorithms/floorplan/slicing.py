"""A floor plan as a tree of halves: how large it is, and where its boxes and the gutters lie.

Gutters are the free channels between the boxes. Each half is bounded by four of them, so that all
gutters of a plan meet and a line can go from any box to any other without entering a third.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count
from typing import Any, NamedTuple

GAP = 16.0
Sides = tuple[int, int, int, int]
Gaps = Callable[[int, float], float]
"""How wide a gutter is, from its number and its least width."""
FRAME = 4
"""Gutters around the drawing, or around what a box holds: left, right, top, bottom."""


class Placed(NamedTuple):
    """A group's cell on the drawing and which of its settings was chosen."""

    x: float
    y: float
    width: float
    height: float
    option: int = 0


class Choice(NamedTuple):
    """A part of a plan: one group's setting, two halves, or a group above what it holds."""

    width: float
    height: float
    how: tuple[Any, ...]
    """(group, option), ("beside", first, second), ("above", ...) or ("holds", own, inner)."""


class Gutter(NamedTuple):
    """A free channel between boxes, upright or level."""

    upright: bool
    low: float
    high: float
    """Its borders across: x of an upright one, y of a level one."""
    holder: int = -1
    """The group in whose box it lies; -1 for the drawing."""


class Plan(NamedTuple):
    """Where everything lies; lengths in pixels."""

    cells: list[Placed]
    """One a group."""
    gutters: list[Gutter]
    sides: list[Sides]
    """For each group the gutters at its left, right, top and bottom."""
    held: dict[int, Sides]
    """For a group that holds others the gutters around these."""
    meets: list[tuple[int, int]]
    """An upright and a level gutter that meet."""
    width: float
    height: float


class _Part(NamedTuple):
    """A choice with the sizes that its gutters need."""

    choice: Choice
    width: float
    height: float
    gutters: tuple[int, ...]
    parts: tuple[_Part, ...]


def fitted(
    choice: Choice,
    groups: int,
    wanted: Mapping[int, float] | None = None,
    grown: Mapping[int, tuple[float, float]] | None = None,
) -> Plan:
    """The plan with gutters as wide as wanted, by number, and groups wider and taller.

    >>> box = Choice(100.0, 100.0, (0, 0))
    >>> fitted(box, 1).cells
    [Placed(x=0.0, y=0.0, width=100.0, height=100.0, option=0)]
    """
    needs = wanted or {}

    def gap(gutter: int, least: float) -> float:
        return max(least, needs.get(gutter, 0.0))

    numbers = count(FRAME)
    whole = _sized(choice, gap, grown or {}, numbers)
    left, right, top, bottom = (gap(at, 0.0) for at in range(FRAME))
    width, height = left + whole.width + right, top + whole.height + bottom
    empty: Sides = (0, 0, 0, 0)
    plan = Plan(
        [Placed(0, 0, 0, 0)] * groups,
        [Gutter(False, 0, 0)] * next(numbers),
        [empty] * groups,
        {},
        [],
        width,
        height,
    )
    inner = Placed(left, top, whole.width, whole.height)
    _frame(plan, (0, 1, 2, 3), inner, (left, right, top, bottom), -1)
    _descend(whole, inner, _Bounds((0, 1, 2, 3), -1), gap, plan)
    return plan


def _sized(
    choice: Choice, gap: Gaps, grown: Mapping[int, tuple[float, float]], numbers: Iterator[int]
) -> _Part:
    how = choice.how
    if isinstance(how[0], int):
        wider, taller = grown.get(how[0], (0.0, 0.0))
        return _Part(choice, choice.width + wider, choice.height + taller, (), ())
    mine = tuple(next(numbers) for _ in range(FRAME if how[0] == "holds" else 1))
    first, second = (_sized(part, gap, grown, numbers) for part in how[1:])
    wide, tall = max(first.width, second.width), first.height + second.height
    if how[0] == "holds":
        left, right, top, bottom = _around(mine, gap)
        wide, tall = max(first.width, second.width + left + right), tall + top + bottom
    elif how[0] == "beside":
        wide = first.width + second.width + gap(mine[0], GAP)
        tall = max(first.height, second.height)
    else:
        tall += gap(mine[0], GAP)
    return _Part(choice, wide, tall, mine, (first, second))


def _around(mine: Sequence[int], gap: Gaps) -> tuple[float, float, float, float]:
    """The widths of a frame; its upper side begins below the holder's own rows."""
    left, right, top, bottom = mine
    return gap(left, GAP), gap(right, GAP), gap(top, GAP / 4), gap(bottom, GAP)


class _Bounds(NamedTuple):
    """The gutters around a part, and the group in whose box it lies."""

    sides: Sides
    holder: int


def _descend(part: _Part, cell: Placed, bounds: _Bounds, gap: Gaps, plan: Plan) -> None:
    """Give each group its cell; room to spare is shared out, so that edges line up."""
    how, (left, right, top, bottom) = part.choice.how, bounds.sides
    x, y, width, height, _ = cell
    if isinstance(how[0], int):
        x, y, width, height = (round(value, 1) for value in cell[:4])
        plan.cells[how[0]] = Placed(x, y, width, height, how[1])
        plan.sides[how[0]] = bounds.sides
        return
    if how[0] == "holds":
        _hold(part, cell, bounds, gap, plan)
        return
    (first, second), cut = part.parts, part.gutters[0]
    free = gap(cut, GAP)
    if how[0] == "beside":
        wide = first.width + (width - part.width) * first.width / (first.width + second.width)
        plan.gutters[cut] = Gutter(True, x + wide, x + wide + free, bounds.holder)
        plan.meets.extend([(cut, top), (cut, bottom)])
        one = Placed(x, y, wide, height)
        two = Placed(x + wide + free, y, width - wide - free, height)
        around = (left, cut, top, bottom), (cut, right, top, bottom)
    else:
        tall = first.height + (height - part.height) * first.height / (first.height + second.height)
        plan.gutters[cut] = Gutter(False, y + tall, y + tall + free, bounds.holder)
        plan.meets.extend([(left, cut), (right, cut)])
        one = Placed(x, y, width, tall)
        two = Placed(x, y + tall + free, width, height - tall - free)
        around = (left, right, top, cut), (left, right, cut, bottom)
    _descend(first, one, _Bounds(around[0], bounds.holder), gap, plan)
    _descend(second, two, _Bounds(around[1], bounds.holder), gap, plan)


def _hold(part: _Part, cell: Placed, bounds: _Bounds, gap: Gaps, plan: Plan) -> None:
    """The group's own rows, and below them a frame of gutters with what it holds."""
    first, second = part.parts
    group = first.choice.how[0]
    _descend(first, cell, bounds, gap, plan)
    widths = _around(part.gutters, gap)
    left, right, top, bottom = widths
    x, y = cell.x + left, cell.y + first.height + top
    inner = Placed(x, y, cell.width - left - right, cell.y + cell.height - y - bottom)
    mine = (part.gutters[0], part.gutters[1], part.gutters[2], part.gutters[3])
    plan.held[group] = mine
    # A line leaves the holder across its border.
    plan.meets.extend([(side, level) for side in bounds.sides[:2] for level in mine[2:]])
    plan.meets.extend([(upright, bounds.sides[3]) for upright in mine[:2]])
    _frame(plan, mine, inner, widths, group)
    _descend(second, inner, _Bounds(mine, group), gap, plan)


def _frame(
    plan: Plan, mine: Sides, inner: Placed, widths: tuple[float, float, float, float], holder: int
) -> None:
    """The four gutters around a cell."""
    x, y, right, bottom = inner.x, inner.y, inner.x + inner.width, inner.y + inner.height
    made = (
        Gutter(True, x - widths[0], x, holder),
        Gutter(True, right, right + widths[1], holder),
        Gutter(False, y - widths[2], y, holder),
        Gutter(False, bottom, bottom + widths[3], holder),
    )
    for at, gutter in zip(mine, made, strict=True):
        plan.gutters[at] = gutter
    plan.meets.extend([(upright, level) for upright in mine[:2] for level in mine[2:]])
