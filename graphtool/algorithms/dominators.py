"""What everything passes through: immediate dominators of a directed graph from a root.

A node dominates another where every way from the root to that one passes through it (Lowry and
Medlock 1969, Communications of the ACM 12, p. 13). Worked out as Cooper, Harvey and Kennedy do
(2001, A simple, fast dominance algorithm), which is quick on sparse graphs however deep.
"""

from __future__ import annotations

from collections.abc import Sequence


def immediate_dominators(ahead: Sequence[Sequence[int]], root: int) -> list[int]:
    """For each node the nearest that dominates it; -1 for the root and what it does not lead to.

    `ahead` has for each of the nodes 0 to n - 1 those that it leads to.

    >>> immediate_dominators([[1, 2], [3], [3], [4], []], 0)
    [-1, 0, 0, 0, 3]
    """
    order = _postorder(ahead, root)
    number = {node: at for at, node in enumerate(order)}
    behind: dict[int, list[int]] = {node: [] for node in order}
    for node in order:
        for other in ahead[node]:
            behind[other].append(node)
    found = [-1] * len(ahead)
    found[root] = root
    changed = True
    while changed:
        changed = False
        for node in reversed(order[:-1]):  # the root is last
            known = [other for other in behind[node] if found[other] >= 0]
            nearest = known[0]
            for other in known[1:]:
                nearest = _meeting(found, number, nearest, other)
            if found[node] != nearest:
                found[node], changed = nearest, True
    found[root] = -1
    return found


def _meeting(found: Sequence[int], number: dict[int, int], one: int, other: int) -> int:
    """The nearest that dominates both, as far as is known."""
    while one != other:
        while number[one] < number[other]:
            one = found[one]
        while number[other] < number[one]:
            other = found[other]
    return one


def _postorder(ahead: Sequence[Sequence[int]], root: int) -> list[int]:
    """What the root leads to, in depth, each after all that was first come to from it."""
    order, seen, path = [], {root}, [(root, iter(ahead[root]))]
    while path:
        node, rest = path[-1]
        for other in rest:
            if other not in seen:
                seen.add(other)
                path.append((other, iter(ahead[other])))
                break
        else:
            order.append(node)
            path.pop()
    return order


def dominated(ahead: Sequence[Sequence[int]], root: int) -> list[int]:
    """How many others each node dominates; those that the root does not lead to are none.

    >>> dominated([[1, 2], [3], [3], [4], []], 0)
    [4, 0, 0, 1, 0]
    """
    above = immediate_dominators(ahead, root)
    count = [0] * len(ahead)
    for node in _deepest_first(above):
        if above[node] >= 0:
            count[above[node]] += count[node] + 1
    return count


def _deepest_first(above: Sequence[int]) -> list[int]:
    """The nodes of a forest, each before the one above it."""
    below: list[list[int]] = [[] for _ in above]
    order: list[int] = []
    for node, parent in enumerate(above):
        (below[parent] if parent >= 0 else order).append(node)
    for node in order:  # grows while it is walked
        order.extend(below[node])
    return order[::-1]
