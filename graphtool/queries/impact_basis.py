"""What a loss does to the plans and the work that carry it out or build on it."""

from __future__ import annotations

from collections.abc import Iterator

from graphtool.queries.leaving import Effect, Leaving

BASIS = ("IMPLEMENTS", "BASED_ON")
"""Relations by which a plan or work has another plan, or a strategy, as its ground."""


def groundless(leaving: Leaving) -> Iterator[Effect]:
    """What carries out, or builds on, what leaves: directly, whether or not on others too.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "p", "kind": "Plan"}, {"id": "q", "kind": "Plan"}],
    ...     [{"source": "q", "relation": "IMPLEMENTS", "target": "p"}])
    >>> [(found.items, found.lost) for found in groundless(Leaving(graph, [0]))]
    [((1,), (0,))]
    """
    for item, grounds in leaving.links(*BASIS, forward=True).items():
        lost = leaving.by_name(leaving.gone & grounds.keys())
        if lost and item not in leaving.gone:
            yield Effect(
                "groundless",
                (item,),
                (grounds[lost[0]].back(),),
                lost=lost,
                left=leaving.by_name(grounds.keys() - leaving.gone),
            )
