"""How deep a graph's nodes lie in each other, which decides where a question is worked out.

Cypher follows a chain anew from each of its nodes: from all of 2 000 goals, each part of the next,
that is two million steps. What lies so deep is fetched and worked out here, node after node.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graphtool.algorithms.intervals import spread
from graphtool.graph import periods

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

CHAINS = (("PART_OF", "CONTRIBUTES_TO"), ("SUCCEEDED_BY",))
"""Relations that a query follows over any number of steps, those that one query does together."""
MANY = 10
"""Steps for each node and assertion of a graph that Cypher may go through."""


def is_deep(graph: PlanGraph) -> bool:
    """Whether Cypher would go through many more steps than the graph has nodes and assertions.

    >>> from graphtool import PlanGraph
    >>> goals = [{"id": f"g{at}", "kind": "Goal"} for at in range(100)]
    >>> one_in_all = [{"source": f"g{at}", "relation": "PART_OF", "target": "g0"}
    ...               for at in range(1, 100)]
    >>> one_in_the_next = [{"source": f"g{at}", "relation": "PART_OF", "target": f"g{at - 1}"}
    ...                    for at in range(1, 100)]
    >>> is_deep(PlanGraph.from_tables(goals, one_in_all))
    False
    >>> is_deep(PlanGraph.from_tables(goals, one_in_the_next))
    True
    """
    rows, count = graph.periods.edges, len(graph.nodes)
    most = MANY * (count + len(rows))
    for relations in CHAINS:
        chain = periods.rows_of(graph, *relations)
        ends = chain["source"].to_numpy(), chain["target"].to_numpy()
        if steps(*ends, count, most=most) > most:
            return True
    return False


def steps(source: np.ndarray, target: np.ndarray, count: int, *, most: float = np.inf) -> float:
    """How many nodes lie ahead of each of `count` nodes, summed over these; no less than that.

    What lies ahead by several ways is counted once for each. In a circle everything lies ahead of
    everything. Where there are more than `most`, it is enough to say so.

    >>> steps(np.array([0, 1]), np.array([1, 2]), 3)  # 0 to 1 to 2
    3.0
    >>> steps(np.array([0, 1, 1]), np.array([1, 0, 2]), 3)  # a circle, and one step out of it
    4.0
    """
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import connected_components

    one = np.ones(len(source), dtype=np.int8)
    graph = csr_array((one, (source, target)), shape=(count, count))
    circles, circle = connected_components(graph, connection="strong")
    size = np.bincount(circle, minlength=circles)
    part, whole = circle[source], circle[target]
    between = np.unique(part[part != whole].astype(np.int64) * circles + whole[part != whole])
    part, whole = between // circles, between % circles
    return _ahead(part, whole, size, most)


def _ahead(part: np.ndarray, whole: np.ndarray, size: np.ndarray, most: float) -> float:
    """The sum over circles, from those that lead nowhere on."""
    ahead = size - 1.0
    order = np.argsort(whole, kind="stable")
    part, whole = part[order], whole[order]
    waiting = np.bincount(part, minlength=len(size))
    done = np.flatnonzero(waiting == 0)
    total = 0.0
    while len(done) and total <= most:
        total += float((size[done] * ahead[done]).sum())
        first = np.searchsorted(whole, done)
        of, at = spread(first, np.searchsorted(whole, done, side="right") - first)
        behind = part[at]
        np.add.at(ahead, behind, ahead[done[of]] + 1)
        np.subtract.at(waiting, behind, 1)
        done = np.unique(behind[waiting[behind] == 0])
    return total
