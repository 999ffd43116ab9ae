"""How tall columns are broken and parts set side by side, so that a drawing fits a screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from graphtool.algorithms.packing import balanced
from graphtool.algorithms.sizes import ASPECT, ROW

STACKS = 6
"""Parts of a drawing set side by side at most, each with all the columns that it needs."""
BREAKS = 20
"""Columns added by breaking tall ones, at most."""
DEAR = 0.02
"""What a further column or stack costs: lines grow longer and headings repeat."""
KEEP = 0.85
"""What a plan costs by which each column stays in as many parts as before; others cost 1."""
WHOLE = 4
"""So many of one hub stay in one column when theirs is broken."""
GAP, STACK_GAP, COMPONENT_GAP = 56.0, 44.0, 12.0
"""Room between columns (as a guess before lines are known), stacks, and components of a stack."""


class Need(NamedTuple):
    """What a component asks for, by column."""

    rows: dict[int, float]
    """Height of its rows together."""
    wide: dict[int, float]
    """Width of its widest words."""
    fixed: dict[int, float]
    """Height of the dummy nodes in it."""
    lines: dict[int, float]
    """Height of the dummy nodes that its own lines need where it is broken."""

    def _tall(self, column: int, parts: int) -> float:
        """The height of a column that is broken into so many."""
        own = self.rows[column] / parts + self.lines[column] * (1 - 1 / parts)
        return own + self.fixed[column]

    def height(self, parts: Mapping[int, int]) -> float:
        """The height of the tallest column.

        >>> need = Need(rows={0: 60.0}, wide={0: 40.0}, fixed={0: 8.0}, lines={0: 0.0})
        >>> need.height({0: 1}), need.height({0: 2})
        (68.0, 38.0)
        """
        return max((self._tall(c, parts[c]) for c in self.rows), default=0.0)


class Plan(NamedTuple):
    """The components of each stack from top to bottom, and how often each column is broken."""

    stacks: tuple[tuple[int, ...], ...]
    parts: tuple[dict[int, int], ...]
    """By column, the number of columns that it takes; one mapping a stack."""


def plans(needs: Sequence[Need], count: int, before: Mapping[int, int]) -> list[Plan]:
    """The plans that promise the largest picture on a screen, best first, at most `count`.

    `before` is how many columns each column was on the drawing that is to be kept, if any.

    >>> none = {0: 0.0, 1: 0.0}
    >>> need = Need({0: 1500.0, 1: 1500.0}, {0: 100.0, 1: 100.0}, none, none)
    >>> plans([need, need], 1, {})[0].stacks
    ((0,), (1,))
    """
    found: list[tuple[float, int, Plan]] = []
    heights = [need.height(dict.fromkeys(need.rows, 1)) + COMPONENT_GAP for need in needs]
    for number in range(1, min(STACKS, len(needs)) + 1):
        stacks = tuple(map(tuple, balanced(heights, number)))
        if len(stacks) < number:
            continue
        parts: list[dict[int, int]] = [
            {c: 1 for at in stack for c in needs[at].rows} for stack in stacks
        ]
        for _ in range(BREAKS + 1):
            plan = Plan(stacks, tuple(dict(part) for part in parts))
            found.append((_scale(needs, plan, before), len(found), plan))
            if not _broken(needs, stacks, parts):
                break
    return [plan for _, _, plan in sorted(found, key=lambda one: one[:2])[:count]]


def cost(width: float, height: float, plan: Plan, before: Mapping[int, int]) -> float:
    """What the drawing asks of a screen: its width, or the width that goes with its height.

    >>> plain = Plan(stacks=((0,),), parts=({0: 1, 1: 1},))
    >>> cost(1600.0, 100.0, plain, {})
    1600.0
    >>> cost(1600.0, 100.0, plain._replace(parts=({0: 2, 1: 1},)), {})  # to break a column is dear
    1632.0
    """
    more = len(plan.stacks) - 1 + sum(n - 1 for part in plan.parts for n in part.values())
    now: dict[int, int] = {}
    for part in plan.parts:
        for column, number in part.items():
            now[column] = now.get(column, 0) + number
    kept = KEEP if before and all(now.get(c) == number for c, number in before.items()) else 1.0
    return max(width, height * ASPECT) * (1 + DEAR * more) * kept


def _scale(needs: Sequence[Need], plan: Plan, before: Mapping[int, int]) -> float:
    sizes = [
        _size([needs[at] for at in stack], part)
        for stack, part in zip(plan.stacks, plan.parts, strict=True)
    ]
    width = sum(w for w, _ in sizes) + STACK_GAP * (len(sizes) - 1)
    return cost(width, max((h for _, h in sizes), default=0.0), plan, before)


def _size(needs: Sequence[Need], part: Mapping[int, int]) -> tuple[float, float]:
    """Roughly how wide and how high a stack becomes."""
    wide = {c: max(need.wide.get(c, 0.0) for need in needs) for c in part}
    tall = sum(need.height(part) + COMPONENT_GAP for need in needs)
    return sum((wide[c] + GAP) * count for c, count in part.items()), tall


def _broken(
    needs: Sequence[Need], stacks: Sequence[Sequence[int]], parts: list[dict[int, int]]
) -> bool:
    """Break the column that makes the tallest stack tall once more; False where none does."""
    tallest = max(
        range(len(stacks)), key=lambda p: (_size([needs[a] for a in stacks[p]], parts[p])[1], -p)
    )
    part, weight = parts[tallest], dict.fromkeys(sorted(parts[tallest]), 0.0)
    for at in stacks[tallest]:
        rows = {c: height / part[c] for c, height in needs[at].rows.items()}
        if rows:
            column = max(rows, key=lambda c: (rows[c], -c))
            weight[column] += rows[column]
    column = max(weight, key=lambda c: (weight[c], -c), default=-1)
    if column < 0 or weight[column] < 2 * ROW:
        return False
    part[column] += 1
    return True


def dealt(
    order: Sequence[int],
    tall: Sequence[float],
    hub: Sequence[int],
    parts: int,
    *,
    rightmost: bool = False,
) -> dict[int, int]:
    """The part of its column that each node stands in: one hub's together, parts equally tall.

    `rightmost` fills the parts from the right, where what the nodes hang on stands to the right.

    >>> dealt([0, 1, 2, 3], [22.0] * 4, [9, 9, 8, 8], 2)
    {0: 0, 1: 0, 2: 1, 3: 1}
    """
    filled = [0.0] * parts
    found: dict[int, int] = {}
    for unit in _units(order, hub, parts):
        part = min(range(parts), key=lambda at: (filled[at], -at if rightmost else at))
        for node in unit:
            found[node] = part
            filled[part] += tall[node]
    return found


def kept(order: Sequence[int], hub: Sequence[int], before: Mapping[int, int]) -> dict[int, int]:
    """As before, what is new with its hub's or else with the node above; {} for nothing before.

    >>> kept([0, 1, 2], [9, 9, 8], {0: 1, 2: 0})
    {0: 1, 1: 1, 2: 0}
    """
    if not before:
        return {}
    home = {hub[node]: before[node] for node in reversed(order) if node in before}
    found: dict[int, int] = {}
    last = 0
    for node in order:
        last = found[node] = before.get(node, home.get(hub[node], last))
    return found


def _units(order: Sequence[int], hub: Sequence[int], parts: int) -> list[list[int]]:
    """Runs of one hub, those above the parts' fair share cut into as many as there are parts."""
    runs: list[list[int]] = []
    for node in order:
        if runs and hub[runs[-1][-1]] == hub[node]:
            runs[-1].append(node)
        else:
            runs.append([node])
    whole = min(WHOLE, -(-len(order) // parts))
    cut = []
    for run in runs:
        size = len(run) if len(run) <= whole else max(min(2, whole), -(-len(run) // parts))
        cut += [run[at : at + size] for at in range(0, len(run), size)]
    return cut
