"""Where the boxes of columns stand over each other, so that lines cross little."""

from __future__ import annotations

from collections.abc import Sequence

from graphtool.slides.deck import Drawing, Tie

BETWEEN = 8.0
"""Between boxes of a column, in points."""
SPREAD = 40.0
"""Between those of the fullest column at most."""
SWEEPS = 8


def tops(drawing: Drawing, heights: Sequence[float], height: float) -> list[float]:
    """The upper edge of each box: the fullest column spread evenly, the others beside their ends.

    Boxes keep their order in a column, so that lines cross little where the order is the tree's.
    """
    boxes = drawing.boxes
    members = [
        [at for at, box in enumerate(boxes) if box.column == column]
        for column in range(len(drawing.headings))
    ]
    filled = [sum(heights[at] + SPREAD for at in column) for column in members]
    fullest = max(range(len(members)), key=lambda column: (filled[column], column))
    if len(members) == 2:
        members = _uncrossed(members, drawing.ties)
    middle: dict[int, float] = {}
    _spread(members[fullest], heights, height, middle)
    left = list(range(fullest - 1, -1, -1))
    right = list(range(fullest + 1, len(members)))
    for column in [*left, *right]:
        wish = {at: _wish(at, drawing.ties, middle, height) for at in members[column]}
        order = sorted(members[column], key=lambda at: (wish[at], at))
        _pushed(order, wish, heights, height, middle)
    return [middle[at] - heights[at] / 2 for at in range(len(boxes))]


def _uncrossed(members: list[list[int]], ties: Sequence[Tie]) -> list[list[int]]:
    """Two columns, each in the order of the middles of its neighbours, so that lines cross less.

    The barycentre heuristic of Sugiyama, Tagawa and Toda (1981), some sweeps.
    """
    near: dict[int, list[int]] = {at: [] for column in members for at in column}
    for tie in ties:
        near[tie.source].append(tie.target)
        near[tie.target].append(tie.source)
    found = [list(column) for column in members]
    for sweep in range(SWEEPS):
        one, other = found[sweep % 2], found[1 - sweep % 2]
        rank = {at: place for place, at in enumerate(one)}
        other.sort(key=lambda at: sum(rank[n] for n in near[at]) / max(len(near[at]), 1))
    return found


def _spread(
    column: Sequence[int], heights: Sequence[float], height: float, middle: dict[int, float]
) -> None:
    """Boxes over the height with room between them, though not more than `SPREAD`."""
    tall = sum(heights[at] for at in column)
    room = (height - tall) / max(len(column) - 1, 1) if len(column) > 1 else 0.0
    between = min(max(room, 0.0), SPREAD)
    top = (height - tall - between * (len(column) - 1)) / 2
    for at in column:
        middle[at] = top + heights[at] / 2
        top += heights[at] + between


def _wish(at: int, ties: Sequence[Tie], middle: dict[int, float], height: float) -> float:
    """The middle of those that it is tied to and that have a place."""
    near = [
        middle[other]
        for tie in ties
        for one, other in ((tie.source, tie.target), (tie.target, tie.source))
        if one == at and other in middle
    ]
    return sum(near) / len(near) if near else height / 2


def _pushed(
    order: Sequence[int],
    wish: dict[int, float],
    heights: Sequence[float],
    height: float,
    middle: dict[int, float],
) -> None:
    """Boxes as near to their wishes as their order, and the room, allow."""
    at_least = 0.0
    tops = []
    for at in order:
        top = max(wish[at] - heights[at] / 2, at_least)
        tops.append(top)
        at_least = top + heights[at] + BETWEEN
    most = height
    for place in range(len(order) - 1, -1, -1):
        at = order[place]
        tops[place] = min(tops[place], most - heights[at])
        most = tops[place] - BETWEEN
        middle[at] = tops[place] + heights[at] / 2
