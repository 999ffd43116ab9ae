"""Groups set side by side into one 16:9 drawing, near ones near each other, with little left empty.

The groups are halved again and again along their stress positions; each half may stand beside or
above the other, and each group may be set in several ways. The best drawing is found exactly by
combining the lists of sensible sizes from below (Stockmeyer 1983, "Optimal orientations of cells
in slicing floorplan designs").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from graphtool.algorithms.floorplan.mirroring import mirrored
from graphtool.algorithms.floorplan.slicing import GAP, Choice, fitted
from graphtool.algorithms.floorplan.start import Box
from graphtool.algorithms.sizes import ASPECT

Size = tuple[float, float]

SLACK = 1.04
"""How much larger than the best a drawing may be whose edges are shorter."""
LOOSE = 1.12
"""How much larger than the best a drawing may be on which less moves."""
MANY = 80
"""Of more groups than this the best fit is taken as it is."""
FEW = 8
"""So many groups are halved both ways to find a better fit; more would take too long."""
KEPT = 28
"""Sizes kept a step; the best of many differ by less than the eye sees."""


def chosen(
    points: Sequence[Size],
    options: Sequence[Sequence[Size]],
    inside: Sequence[int] | None = None,
    pulls: Mapping[tuple[int, int], int] | None = None,
    saved: Mapping[int, Box] | None = None,
) -> Choice:
    """The best plan of at least one group, from their stress positions and possible sizes.

    `inside` names for each group the one that holds it, below its own rows; -1 for none. `pulls`
    counts the edges between two groups: of drawings of nearly the same size the one with the
    shortest edges is taken, after its halves were mirrored where that shortens them. `saved` says
    where some groups lay before: then `points` are places of that drawing, halves keep their sides,
    and of drawings of nearly the same size the one is taken that moves least.

    >>> plan = fitted(chosen([(0, 0), (1, 0)], [[(100, 100)], [(100, 100)]]), 2)
    >>> [cell.x for cell in plan.cells]
    [0.0, 116.0]
    """
    held: dict[int, list[int]] = {}
    for group, holder in enumerate(inside or [-1] * len(points)):
        held.setdefault(holder, []).append(group)
    choices = _choices(held[-1], Given(points, options, held, saved or {}))
    scale = [max(c.width, c.height * ASPECT) for c in choices]
    if saved:
        near = [c for c, s in zip(choices, scale, strict=True) if s <= min(scale) * LOOSE]
        return min(near, key=lambda choice: _moves(choice, len(points), saved))
    if len(points) > MANY:
        return choices[scale.index(min(scale))]
    near = [c for c, size in zip(choices, scale, strict=True) if size <= min(scale) * SLACK]
    return min(
        (mirrored(choice, len(points), pulls or {}) for choice in near), key=lambda found: found[0]
    )[1]


def _moves(choice: Choice, count: int, saved: Mapping[int, Box]) -> float:
    """How far the groups' corners lie from where they were, in shares of the drawing."""
    plan = fitted(choice, count)
    width, height = (max(box[side] for box in saved.values()) for side in (2, 3))
    return sum(
        abs((cell.x + part * cell.width) / plan.width - (box[0] + part * (box[2] - box[0])) / width)
        + abs(
            (cell.y + part * cell.height) / plan.height
            - (box[1] + part * (box[3] - box[1])) / height
        )
        for cell, box in ((plan.cells[group], box) for group, box in saved.items())
        for part in (0, 1)
    )


class Given(NamedTuple):
    """What a plan is made from."""

    points: Sequence[Size]
    options: Sequence[Sequence[Size]]
    held: Mapping[int, list[int]]
    saved: Mapping[int, Box]
    """Where some groups lay on an earlier drawing."""


def _choices(groups: list[int], given: Given) -> list[Choice]:
    if len(groups) == 1:
        return _one(groups[0], given)
    made = []
    for order, half, hows in _cuts(groups, given):
        first = _choices(order[:half], given)
        second = _choices(order[half:], given)
        for a in first:
            for b in second:
                wide, tall = max(a.width, b.width), max(a.height, b.height)
                if "beside" in hows:
                    made.append(Choice(a.width + GAP + b.width, tall, ("beside", a, b)))
                if "above" in hows:
                    made.append(Choice(wide, a.height + GAP + b.height, ("above", a, b)))
    return _pruned(made)


def _cuts(groups: list[int], given: Given) -> Iterator[tuple[list[int], int, tuple[str, ...]]]:
    """Ways to halve the groups: their order, where to cut it, and how the halves may stand."""
    known = [group for group in groups if group in given.saved]
    if known:
        yield _cut_as_before(known, [g for g in groups if g not in given.saved], given)
        return
    points = given.points
    spread = [
        max(points[g][axis] for g in groups) - min(points[g][axis] for g in groups)
        for axis in (0, 1)
    ]
    longer = 0 if spread[0] >= spread[1] else 1
    for axis in (0, 1) if len(groups) <= FEW else (longer,):
        order = sorted(groups, key=lambda g: (points[g][axis], points[g][1 - axis], g))
        areas = [min(w * h for w, h in given.options[g]) for g in order]
        yield order, _half(areas), ("beside", "above")


def _cut_as_before(
    known: list[int], new: list[int], given: Given
) -> tuple[list[int], int, tuple[str, ...]]:
    """The widest cut that parts the boxes where they lay, or failing that the least bad one.

    New groups stay with the one that they are nearest to, and are parted from it last.
    """
    if len(known) == 1:
        return known + new, 1, ("beside", "above")
    saved = given.saved
    best: tuple[float, list[int], int, str] | None = None
    for axis, how in enumerate(("beside", "above")):
        order = sorted(known, key=lambda g: (saved[g][axis] + saved[g][axis + 2], g))
        for at in range(1, len(order)):
            before = max(saved[g][axis + 2] for g in order[:at])
            apart = min(saved[g][axis] for g in order[at:]) - before
            if best is None or apart > best[0]:
                best = (apart, order, at, how)
    assert best is not None  # of two groups at least there is a cut
    _, order, at, how = best
    first, second = order[:at], order[at:]
    for group in new:
        near = min(known, key=lambda g: (_apart(given.points[group], given.points[g]), g))
        (first if near in first else second).append(group)
    return first + second, len(first), (how,)


def _apart(one: Size, two: Size) -> float:
    return abs(one[0] - two[0]) + abs(one[1] - two[1])


def _one(group: int, given: Given) -> list[Choice]:
    """The sizes of one group; of one that holds others, its own rows above what it holds."""
    sizes = given.options[group]
    own = _pruned([Choice(w, h, (group, at)) for at, (w, h) in enumerate(sizes)])
    if group not in given.held:
        return own
    inner = _choices(given.held[group], given)
    return _pruned(
        [
            Choice(
                max(a.width, b.width + 2 * GAP), a.height + b.height + 1.25 * GAP, ("holds", a, b)
            )
            for a in own
            for b in inner
        ]
    )


def _half(areas: Sequence[float]) -> int:
    """Where to cut so that both sides are as equal as can be, neither empty."""
    total, so_far, best = sum(areas), 0.0, (float("inf"), 1)
    for at, area in enumerate(areas[:-1], start=1):
        so_far += area
        best = min(best, (abs(total / 2 - so_far), at))
    return best[1]


def _pruned(choices: list[Choice]) -> list[Choice]:
    """Only sizes that no other beats in both width and height, at most `KEPT` of them."""
    kept: list[Choice] = []
    for choice in sorted(choices, key=lambda c: (c.width, c.height)):
        if not kept or choice.height < kept[-1].height - 0.5:
            kept.append(choice)
    if len(kept) > KEPT:
        kept = [kept[round(i * (len(kept) - 1) / (KEPT - 1))] for i in range(KEPT)]
    return kept
