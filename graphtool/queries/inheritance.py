"""What nodes inherit: the best grade that what they are part of lends them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from graphtool import schema
from graphtool.graph import PlanGraph, periods
from graphtool.queries.answer_options import INHERITED, NONE


class Lent(NamedTuple):
    """What nodes inherit; arrays with one value a node."""

    grade: np.ndarray
    lender: np.ndarray
    """Position of the node that lends the grade; means nothing where the grade is `NONE`."""


_GRADE, _STEP = 52, 32
"""Bits by which a grade and a number of steps are shifted where they are packed above a position.

There is room for 2^32 nodes and 2^20 steps."""


def inherited(
    graph: PlanGraph,
    direct: np.ndarray,
    kinds: tuple[str, ...],
    lenders: tuple[str, ...],
    as_of: str | None,
    *,
    successors: periods.Successors = "carry",
) -> Lent:
    """For nodes of these kinds the best that each is lent by what it is part of, over any steps.

    Grade, steps and lender are packed into one number in this order, so that one minimum over
    what a node is part of settles all three.

    >>> from graphtool.graph import examples
    >>> from graphtool.queries.answer_options import GRADES, LENDERS, OWNED
    >>> graph = examples.owned_goal()
    >>> direct = np.array([NONE, OWNED, NONE])  # of Vennesla, the goal and the measure
    >>> lent = inherited(graph, direct, ("Measure",), LENDERS["focus-area"], None)
    >>> list(GRADES)[lent.grade[2]], lent.lender[2].tolist()
    ('inherited', 1)
    """
    part_of = periods.rows_on(graph, "PART_OF", as_of=as_of, successors=successors)
    kind = graph.nodes["kind"].cat.codes.to_numpy()
    lends = np.isin(list(schema.KINDS), lenders)[kind]
    passes = np.isin(list(schema.KINDS), _within(kinds))[kind]
    lends = lends & periods.nodes_on(graph, as_of, successors)
    part, whole = part_of["source"].to_numpy(), part_of["target"].to_numpy()
    used = passes[part] & lends[whole]
    part, whole = part[used], whole[used]
    own = np.maximum(direct, INHERITED).astype(np.int64) << _GRADE | np.arange(len(direct))
    offer = own.copy()
    best = np.full(len(direct), NONE << _GRADE, dtype=np.int64)
    asks = np.flatnonzero(direct[whole] < NONE)
    while len(asks):
        asking, offered = part[asks], offer[whole[asks]] + (1 << _STEP)
        better = offered < best[asking]
        asking, offered = asking[better], offered[better]
        np.minimum.at(best, asking, offered)
        offer[asking] = np.minimum(own[asking], best[asking])
        fresh = np.zeros(len(direct), dtype=bool)
        fresh[asking] = True
        asks = np.flatnonzero(fresh[whole])
    return Lent((best >> _GRADE).astype(np.int8), best & ((1 << _STEP) - 1))


def _within(kinds: tuple[str, ...]) -> list[str]:
    """These kinds and those that they may lie in, over any steps: a goal is part of no measure."""
    found = list(kinds)
    for kind in found:
        for parts, wholes in schema.RELATIONS["PART_OF"].endpoints:
            if kind in parts:
                found += sorted(wholes - set(found))
    return found
