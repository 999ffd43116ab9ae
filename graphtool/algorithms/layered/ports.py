"""Where on a node's row each of its lines meets it: a little apart, so that heads can be told."""

from __future__ import annotations

from collections.abc import Sequence

from graphtool.algorithms.layered.graph import Grid

APART, FAR = 4.5, 6.5
"""Between two lines at one node, and from the middle of its row at most; rows are 22 high."""

Ports = dict[tuple[int, int], float]
"""By stem and node, how far below the middle of the node's row the stem meets it."""


def ports(grid: Grid, level: Sequence[float]) -> Ports:
    """The line that comes most nearly level meets the middle, those from above it higher up.

    >>> from graphtool.algorithms.layered.graph import grid
    >>> ports(grid([(0, 1, "OWNS"), (0, 2, "LEADS")], [0, 1, 1]), [10.0, 10.0, 50.0])
    {(0, 2): 0.0, (1, 0): 0.0, (0, 0): 4.5, (1, 1): 0.0}
    """
    met: dict[tuple[int, bool], list[tuple[float, int]]] = {}
    for at, stem in enumerate(grid.stems):
        column = grid.column[stem.hub]
        near = [level[leaf] for leaf in stem.leaves if grid.column[leaf] == column + stem.side]
        if column + stem.side in stem.trunk and stem.side:
            near.append(level[stem.trunk[column + stem.side]])
        rise = sum(near) / len(near) - level[stem.hub]
        met.setdefault((stem.hub, stem.side > 0), []).append((rise, at))
        for leaf in stem.leaves:
            item = stem.trunk[grid.column[leaf] - stem.side]
            met.setdefault((leaf, stem.side < 0), []).append((level[item] - level[leaf], at))
    found: Ports = {}
    for (node, _), lines in met.items():
        order = sorted(lines)
        middle = min(range(len(order)), key=lambda at: abs(order[at][0]))
        step = min(APART, FAR / max(middle, len(order) - 1 - middle, 1))
        for at, (_, stem_at) in enumerate(order):
            found[stem_at, node] = round((at - middle) * step, 1)
    return found
