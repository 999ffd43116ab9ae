"""Halves of a floor plan change sides while that shortens the edges between its groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphtool.algorithms.floorplan.slicing import Choice, Placed, fitted


def mirrored(
    choice: Choice, count: int, pulls: Mapping[tuple[int, int], int]
) -> tuple[float, Choice]:
    """The plan with halves mirrored while that shortens the edges, and their length.

    `pulls` counts the edges between two of `count` groups.

    >>> left, right = Choice(100.0, 9.0, (0, 0)), Choice(100.0, 9.0, (1, 0))
    >>> pair = Choice(216.0, 9.0, ("beside", left, right))
    >>> mirrored(pair, 2, {(0, 1): 3}) == (348.0, pair)
    True
    """
    length = _length(fitted(choice, count).cells, pulls)
    better = True
    while better:
        better = False
        for at in range(_halves(choice)):
            other = _flipped(choice, at)[0]
            found = _length(fitted(other, count).cells, pulls)
            if found < length * 0.999:
                choice, length, better = other, found, True
    return length, choice


def _length(cells: Sequence[Placed], pulls: Mapping[tuple[int, int], int]) -> float:
    """How far edges run between the upper left parts of groups, where their heads stand."""
    return sum(
        count
        * (
            abs(cells[a].x + cells[a].width / 4 - cells[b].x - cells[b].width / 4)
            + abs(cells[a].y + cells[a].height / 4 - cells[b].y - cells[b].height / 4)
        )
        for (a, b), count in pulls.items()
    )


def _halves(choice: Choice) -> int:
    """How many pairs of halves there are to mirror."""
    if isinstance(choice.how[0], int):
        return 0
    how, first, second = choice.how
    return _halves(first) + _halves(second) + (how != "holds")


def _flipped(choice: Choice, at: int) -> tuple[Choice, int]:
    """The choice with one pair mirrored, counted as `_halves` does."""
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
