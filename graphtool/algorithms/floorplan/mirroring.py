"""Halves of a floor plan change sides while that shortens the edges between its groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphtool.algorithms.floorplan.slicing import Leaf, Placed, Tree, fitted


def mirrored(tree: Tree, count: int, pulls: Mapping[tuple[int, int], int]) -> tuple[float, Tree]:
    """The plan with halves mirrored while that shortens the edges, and their length.

    `pulls` counts the edges between two of `count` groups.

    >>> from graphtool.algorithms.floorplan.slicing import Cut
    >>> pair = Cut(216.0, 9.0, "beside", Leaf(100.0, 9.0, 0, 0), Leaf(100.0, 9.0, 1, 0))
    >>> mirrored(pair, 2, {(0, 1): 3}) == (348.0, pair)
    True
    """
    length = _length(fitted(tree, count).cells, pulls)
    better = True
    while better:
        better = False
        for at in range(_halves(tree)):
            other = _flipped(tree, at)[0]
            found = _length(fitted(other, count).cells, pulls)
            if found < length * 0.999:
                tree, length, better = other, found, True
    return length, tree


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


def _halves(tree: Tree) -> int:
    """How many pairs of halves there are to mirror."""
    if isinstance(tree, Leaf):
        return 0
    return _halves(tree.first) + _halves(tree.second) + (tree.how != "holds")


def _flipped(tree: Tree, at: int) -> tuple[Tree, int]:
    """The tree with one pair mirrored, counted as `_halves` does."""
    if isinstance(tree, Leaf) or at < 0:
        return tree, at
    first, at = _flipped(tree.first, at)
    second, at = _flipped(tree.second, at)
    if tree.how != "holds":
        if at == 0:
            first, second = second, first
        at -= 1
    return tree._replace(first=first, second=second), at
