"""Groups set side by side into one 16:9 sheet, near ones near each other, with little left empty.

The groups are halved again and again along their stress positions; each half may stand beside or
above the other, and each group may be set in several ways. The best sheet is found exactly by
combining the lists of sensible sizes from below (Stockmeyer 1983, "Optimal orientations of cells
in slicing floorplan designs").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

Size = tuple[float, float]

ASPECT = 1.5
"""Width by height of what a laptop screen leaves beside the legend; wider screens gain too."""
GAP = 16.0
SLACK = 1.04
"""How much larger than the best a sheet may be whose edges are shorter."""
MANY = 80
"""Of more groups than this the best fit is taken as it is."""
FEW = 8
"""So many groups are halved both ways to find a better fit; more would take too long."""
KEPT = 28
"""Sizes kept a step; the best of many differ by less than the eye sees."""


class Placed(NamedTuple):
    """A group's cell on the sheet and which of its settings was chosen."""

    x: float
    y: float
    width: float
    height: float
    option: int = 0


class _Choice(NamedTuple):
    width: float
    height: float
    how: tuple[Any, ...]


def place(
    points: Sequence[Size],
    options: Sequence[Sequence[Size]],
    inside: Sequence[int] | None = None,
    pulls: Mapping[tuple[int, int], int] | None = None,
) -> list[Placed]:
    """A cell for each group, from its stress position and its possible sizes; [] for no groups.

    `inside` names for each group the one that holds it, below its own rows; -1 for none. `pulls`
    counts the edges between two groups: of sheets of nearly the same size the one with the
    shortest edges is taken, after turning its halves round where that shortens them.

    >>> [cell.x for cell in place([(0, 0), (1, 0)], [[(100, 100)], [(100, 100)]])]
    [0.0, 116.0]
    """
    if not points:
        return []
    held: dict[int, list[int]] = {}
    for group, holder in enumerate(inside or [-1] * len(points)):
        held.setdefault(holder, []).append(group)
    choices = _choices(held[-1], points, options, held)
    scale = [max(c.width, c.height * ASPECT) for c in choices]
    if len(points) > MANY:
        best = choices[scale.index(min(scale))]
        return _cells(best, len(points))
    near = [c for c, size in zip(choices, scale, strict=True) if size <= min(scale) * SLACK]
    return min(
        (_turned(choice, len(points), pulls or {}) for choice in near), key=lambda found: found[0]
    )[1]


def _turned(
    choice: _Choice, count: int, pulls: Mapping[tuple[int, int], int]
) -> tuple[float, list[Placed]]:
    """The sheet with halves turned round while that shortens the edges, and their length."""
    cells = _cells(choice, count)
    length = _length(cells, pulls)
    better = True
    while better:
        better = False
        for at in range(_halves(choice)):
            other = _flipped(choice, at)[0]
            found = _cells(other, count)
            if _length(found, pulls) < length * 0.999:
                choice, cells, length, better = other, found, _length(found, pulls), True
    return length, cells


def _cells(choice: _Choice, count: int) -> list[Placed]:
    cells = [Placed(0, 0, 0, 0)] * count
    _descend(choice, Placed(0.0, 0.0, choice.width, choice.height), cells)
    return cells


def _length(cells: Sequence[Placed], pulls: Mapping[tuple[int, int], int]) -> float:
    """How far edges run between the upper left parts of groups, where their heads stand."""
    return sum(
        count * (abs(cells[a].x + cells[a].width / 4 - cells[b].x - cells[b].width / 4)
                 + abs(cells[a].y + cells[a].height / 4 - cells[b].y - cells[b].height / 4))
        for (a, b), count in pulls.items()
    )  # fmt: skip


def _halves(choice: _Choice) -> int:
    """How many pairs of halves there are to turn round."""
    if isinstance(choice.how[0], int):
        return 0
    how, first, second = choice.how
    return _halves(first) + _halves(second) + (how != "holds")


def _flipped(choice: _Choice, at: int) -> tuple[_Choice, int]:
    """The choice with one pair turned round, counted as `_halves` does."""
    if isinstance(choice.how[0], int) or at < 0:
        return choice, at
    how, first, second = choice.how
    first, at = _flipped(first, at)
    second, at = _flipped(second, at)
    if how != "holds":
        if at == 0:
            first, second = second, first
        at -= 1
    return choice._replace(how=(how, first, second)), at


def _choices(
    groups: list[int],
    points: Sequence[Size],
    options: Sequence[Sequence[Size]],
    held: dict[int, list[int]],
) -> list[_Choice]:
    if len(groups) == 1:
        return _one(groups[0], points, options, held)
    spread = [
        max(points[g][axis] for g in groups) - min(points[g][axis] for g in groups)
        for axis in (0, 1)
    ]
    longer = 0 if spread[0] >= spread[1] else 1
    made = []
    for axis in (0, 1) if len(groups) <= FEW else (longer,):
        order = sorted(groups, key=lambda g: (points[g][axis], points[g][1 - axis], g))
        half = _half([min(w * h for w, h in options[g]) for g in order])
        first = _choices(order[:half], points, options, held)
        second = _choices(order[half:], points, options, held)
        for a in first:
            for b in second:
                wide, tall = max(a.width, b.width), max(a.height, b.height)
                made.append(_Choice(a.width + GAP + b.width, tall, ("beside", a, b)))
                made.append(_Choice(wide, a.height + GAP + b.height, ("above", a, b)))
    return _pruned(made)


def _one(
    group: int,
    points: Sequence[Size],
    options: Sequence[Sequence[Size]],
    held: dict[int, list[int]],
) -> list[_Choice]:
    """The sizes of one group; of one that holds others, its own rows above what it holds."""
    own = _pruned([_Choice(w, h, (group, at)) for at, (w, h) in enumerate(options[group])])
    if group not in held:
        return own
    inner = _choices(held[group], points, options, held)
    return _pruned([
        _Choice(max(a.width, b.width + 2 * GAP), a.height + b.height + GAP, ("holds", a, b))
        for a in own
        for b in inner
    ])  # fmt: skip


def _half(areas: Sequence[float]) -> int:
    """Where to cut so that both sides are as equal as can be, neither empty."""
    total, so_far, best = sum(areas), 0.0, (float("inf"), 1)
    for at, area in enumerate(areas[:-1], start=1):
        so_far += area
        best = min(best, (abs(total / 2 - so_far), at))
    return best[1]


def _pruned(choices: list[_Choice]) -> list[_Choice]:
    """Only sizes that no other beats in both width and height, at most `KEPT` of them."""
    kept: list[_Choice] = []
    for choice in sorted(choices, key=lambda c: (c.width, c.height)):
        if not kept or choice.height < kept[-1].height - 0.5:
            kept.append(choice)
    if len(kept) > KEPT:
        kept = [kept[round(i * (len(kept) - 1) / (KEPT - 1))] for i in range(KEPT)]
    return kept


def _descend(choice: _Choice, cell: Placed, cells: list[Placed]) -> None:
    """Give each group its cell; room to spare is shared out, so that edges line up."""
    x, y, width, height, _ = cell
    if isinstance(choice.how[0], int):
        _settle(choice, cell, cells)
        return
    how, first, second = choice.how
    if how == "holds":
        _settle(first, cell, cells)
        top = first.height
        _descend(second, Placed(x + GAP, y + top, width - 2 * GAP, height - top - GAP), cells)
    elif how == "beside":
        share = (width - choice.width) * first.width / (first.width + second.width)
        wide = first.width + share
        _descend(first, Placed(x, y, wide, height), cells)
        _descend(second, Placed(x + wide + GAP, y, width - wide - GAP, height), cells)
    else:
        share = (height - choice.height) * first.height / (first.height + second.height)
        tall = first.height + share
        _descend(first, Placed(x, y, width, tall), cells)
        _descend(second, Placed(x, y + tall + GAP, width, height - tall - GAP), cells)


def _settle(choice: _Choice, cell: Placed, cells: list[Placed]) -> None:
    group, option = choice.how
    x, y, width, height = (round(value, 1) for value in cell[:4])
    cells[group] = Placed(x, y, width, height, option)
