"""Which nodes of a view are one symbol when it is folded: subtrees, then what stands alike."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import NamedTuple

from graphtool.algorithms import bisimulation, forest
from graphtool.maps.content import Spans
from graphtool.maps.subject import Subject
from graphtool.maps.views.view import Folding

LEAST = 3
"""Fewer nodes are shown one by one, unless so many levels are folded or a view always is."""


class Depth(NamedTuple):
    """How far a view is folded."""

    levels: int
    """Subtrees of at most so many levels are one."""
    alike: int | None = None
    """Beside these, what is alike to this depth is one; None for none of that."""
    is_placed: bool = False
    """Whether what hangs on different nodes that are never folded is told apart."""


WHOLE = Depth(0)
FAR = 99
"""So deep nothing more is told apart in a view that somebody looks at."""
ALIKE = ((FAR, True), (1, True), (1, False), (0, False))
"""How what stands alike is folded, as little as can be first."""


def depths(shown: Subject, folding: Folding) -> list[Depth]:
    """How far a view can be folded, as little as can be first.

    As many levels as its trees are high; then, where the view has it so, what stands alike.
    """
    levels = max(heights(parents(shown, folding)), default=-1) + 1
    trees = [Depth(level) for level in range(int(folding.always), levels + 1)]
    return trees + [Depth(levels, *alike) for alike in ALIKE if folding.by_role]


def parents(shown: Subject, folding: Folding) -> list[int]:
    """What each node hangs on, by their places in the view; -1 where it hangs on nothing."""
    at = {node: row for row, node in enumerate(shown.content.nodes)}
    edges = [(at[s], at[t], r) for (s, t, r), line in shown.lines.items() if line.is_lasting]
    return folding.parents(shown.in_order, edges)


def heights(parent: Sequence[int]) -> list[int]:
    """How many levels lie below each node.

    >>> heights([-1, 0, 1, 0])
    [2, 1, 0, 0]
    """
    height = [0] * len(parent)
    for node in reversed(forest.preorder(forest.children(parent), forest.roots(parent))):
        if parent[node] >= 0:
            height[parent[node]] = max(height[parent[node]], height[node] + 1)
    return height


def gathered(
    shown: Subject, folding: Folding, parent: Sequence[int], depth: Depth
) -> list[list[int]]:
    """The nodes of each fold, by their places in the view, what stands highest first."""
    fixed = folding.fixed
    shut = [node.id not in shown.changes and node.kind not in fixed for node in shown.in_order]
    found = _trees(shown, folding, parent, (list(shut), depth.levels))
    if depth.alike is not None:
        found = _alike(shown, found, shut, depth)
    return [each for each in found if _is_even(shown, each)]


def _trees(
    shown: Subject, folding: Folding, parent: Sequence[int], may: tuple[list[bool], int]
) -> list[list[int]]:
    """Subtrees lower than the level, of siblings alike."""
    (shut, level), nodes = may, shown.in_order
    below, roots, height = forest.children(parent), forest.roots(parent), heights(parent)
    order = forest.preorder(below, roots)
    for at in reversed(order):
        same = (shut[child] and _when(shown, child) == _when(shown, at) for child in below[at])
        shut[at] = shut[at] and all(same)
    made: list[list[int]] = []
    taken: set[int] = set()
    lone = [at for at in roots if not below[at]] if folding.roots else []
    for siblings in [lone, *(below[at] for at in order)]:
        alike: dict[tuple[str, Spans], list[int]] = {}
        for at in siblings:
            if at not in taken and shut[at] and height[at] < level:
                kind = folding.alike.get(nodes[at].kind, nodes[at].kind)
                if parent[at] >= 0 and nodes[parent[at]].kind in folding.fixed:
                    kind = ""  # all that is of a place is one
                alike.setdefault((kind, _when(shown, at)), []).append(at)
        for tops in alike.values():
            found = forest.preorder(below, tops)
            kinds = {nodes[at].kind for at in found}
            enough = len(found) >= (1 if folding.always else LEAST if level < LEAST else 2)
            if enough and (not folding.kinds or kinds.intersection(folding.kinds)):
                made.append(found)
                taken.update(found)
    return made


def _alike(
    shown: Subject, trees: list[list[int]], shut: Sequence[bool], depth: Depth
) -> list[list[int]]:
    """These subtrees and the nodes beside them, those that stand alike as one."""
    nodes = shown.in_order
    inside = {at for tree in trees for at in tree}
    units = [*trees, *([at] for at in range(len(nodes)) if at not in inside)]
    start: list[Hashable] = []
    for unit in units:
        top = nodes[unit[0]]
        apart = top.id if not shut[unit[0]] and (depth.is_placed or top.id in shown.changes) else ""
        start.append((top.kind, unit[0] in inside, _when(shown, unit[0]), apart))
    home = {shown.content.nodes[at]: n for n, unit in enumerate(units) for at in unit}
    edges = {
        (home[line.source], home[line.target], line.relation)
        for line in shown.lines.values()
        if home[line.source] != home[line.target]
    }
    together: dict[int, list[list[int]]] = {}
    for unit, class_ in zip(
        units, bisimulation.classes(start, sorted(edges), depth.alike), strict=True
    ):
        together.setdefault(class_, []).append(unit)
    made = []
    for found in together.values():
        if len(found) > 1 and all(shut[unit[0]] for unit in found):
            made.append([at for unit in found for at in unit])
        else:
            made += [unit for unit in found if unit[0] in inside]
    return made


def _when(shown: Subject, at: int) -> Spans:
    return shown.when.get(shown.content.nodes[at], ())


def _is_even(shown: Subject, found: Sequence[int]) -> bool:
    """Whether all edges within these nodes are there as long as they are, and none changed."""
    ids = {shown.content.nodes[at] for at in found}
    inner = (line for line in shown.lines.values() if ids.issuperset(line.key[:2]))
    when = _when(shown, found[0])
    return all(line.when == when and not line.change for line in inner)
