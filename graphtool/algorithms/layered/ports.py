"""Where on a node's row each of its lines meets it: a little apart, so that heads can be told."""

from __future__ import annotations

from collections.abc import Sequence

from graphtool.algorithms.layered.graph import LayeredGraph

APART, FAR = 4.5, 6.5
"""Between two lines at one node, and from the middle of its row at most; rows are 22 high."""

Ports = dict[tuple[int, int], float]
"""By hyperedge and node, how far below the middle of the node's row the hyperedge meets it."""


def ports(graph: LayeredGraph, level: Sequence[float]) -> Ports:
    """The line that comes most nearly level meets the middle, those from above it higher up.

    >>> from graphtool.algorithms.layered.graph import layered_graph
    >>> ports(layered_graph([(0, 1, "OWNS"), (0, 2, "LEADS")], [0, 1, 1]), [10.0, 10.0, 50.0])
    {(0, 2): 0.0, (1, 0): 0.0, (0, 0): 4.5, (1, 1): 0.0}
    """
    met: dict[tuple[int, bool], list[tuple[float, int]]] = {}
    for at, hyperedge in enumerate(graph.hyperedges):
        far = graph.column[hyperedge.hub] + hyperedge.side
        near = [level[leaf] for leaf in hyperedge.leaves if graph.column[leaf] == far]
        if far in hyperedge.chain and hyperedge.side:
            near.append(level[hyperedge.chain[far]])
        rise = sum(near) / len(near) - level[hyperedge.hub]
        met.setdefault((hyperedge.hub, hyperedge.side > 0), []).append((rise, at))
        for leaf in hyperedge.leaves:
            item = hyperedge.chain[graph.column[leaf] - hyperedge.side]
            met.setdefault((leaf, hyperedge.side < 0), []).append((level[item] - level[leaf], at))
    found: Ports = {}
    for (node, _), lines in met.items():
        order = sorted(lines)
        middle = min(range(len(order)), key=lambda at: abs(order[at][0]))
        step = min(APART, FAR / max(middle, len(order) - 1 - middle, 1))
        for at, (_, line) in enumerate(order):
            found[line, node] = round((at - middle) * step, 1)
    return found
