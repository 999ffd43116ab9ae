"""Forests, given as the parent of each node by position, -1 for none."""

from __future__ import annotations

from collections.abc import Sequence


def children(parent: Sequence[int]) -> list[list[int]]:
    """The children of each node, in order of position.

    >>> children([-1, 0, 0])
    [[1, 2], [], []]
    """
    found: list[list[int]] = [[] for _ in parent]
    for child, above in enumerate(parent):
        if above >= 0:
            found[above].append(child)
    return found


def sizes(parent: Sequence[int]) -> list[int]:
    """How many nodes each subtree has, the node itself included.

    >>> sizes([-1, 0, 1])
    [3, 2, 1]
    """
    below = children(parent)
    extent = [1] * len(parent)
    for node in reversed(preorder(below, roots(parent))):
        extent[node] += sum(extent[child] for child in below[node])
    return extent


def roots(parent: Sequence[int]) -> list[int]:
    """The nodes that stand under nobody.

    >>> roots([-1, 0, -1])
    [0, 2]
    """
    return [node for node, above in enumerate(parent) if above < 0]


def preorder(below: Sequence[Sequence[int]], starts: Sequence[int]) -> list[int]:
    """The trees under these nodes, every node before its children, given as by `children`.

    >>> preorder([[1, 2], [3], [], []], [0])
    [0, 1, 3, 2]
    """
    order, stack = [], list(reversed(starts))
    while stack:
        node = stack.pop()
        order.append(node)
        stack.extend(reversed(below[node]))
    return order


def is_within(parent: Sequence[int], node: int, top: int) -> bool:
    """Whether a node stands, however far down, under another, or is that one itself.

    >>> is_within([-1, 0, 1], 2, 0), is_within([-1, 0, 1], 0, 2)
    (True, False)
    """
    while node >= 0:
        if node == top:
            return True
        node = parent[node]
    return False
