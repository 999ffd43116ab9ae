"""The period of what says none of its own: that of its phases and parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graphtool import dates
from graphtool.algorithms.intervals import spread

if TYPE_CHECKING:
    from graphtool.graph.plangraph import PlanGraph

LASTING = ("Programme", "Project", "Plan")
"""Kinds that last for as long as their parts of these kinds do."""


def from_parts(graph: PlanGraph, since: np.ndarray, until: np.ndarray) -> None:
    """Gives a programme, project or plan without dates the period of its parts, in place.

    `since` and `until` are the nodes' first and last days as they say them. It begins with the
    first and ends with the last of its programmes, projects and plans, over any number of steps;
    where one of them says no date and has no such parts either, it stays open.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "a", "kind": "Project", "valid_from": "2015", "valid_to": "2016"},
    ...      {"id": "b", "kind": "Project", "valid_from": "2016", "valid_to": "2018"},
    ...      {"id": "p", "kind": "Programme"}],
    ...     [{"source": "a", "relation": "PART_OF", "target": "p"},
    ...      {"source": "b", "relation": "PART_OF", "target": "p"}])
    >>> graph.periods.nodes.loc[0, ["since", "until"]].tolist()  # the programme, first of the kinds
    [20150101, 20181231]
    """
    lasting = graph.nodes["kind"].isin(LASTING).to_numpy()
    open_ = lasting & (since == dates.ALWAYS) & (until == dates.FOREVER)
    edges = graph.related("PART_OF")
    part, whole = edges["source"].to_numpy(np.int64), edges["target"].to_numpy(np.int64)
    used = lasting[part] & open_[whole]
    part, whole = part[used], whole[used]
    if not len(part):
        return
    order = np.argsort(part, kind="stable")
    part, whole = part[order], whole[order]
    start = np.searchsorted(part, np.arange(len(since) + 1))
    waiting = np.bincount(whole, minlength=len(since))
    first = np.full(len(since), dates.FOREVER + 1)
    last = np.full(len(since), dates.NEVER)
    settled = np.unique(part[waiting[part] == 0])
    while len(settled):
        _, at = spread(start[settled], start[settled + 1] - start[settled])
        of, wholes = part[at], whole[at]
        np.minimum.at(first, wholes, since[of])
        np.maximum.at(last, wholes, until[of])
        np.subtract.at(waiting, wholes, 1)
        settled = np.unique(wholes[waiting[wholes] == 0])
        since[settled], until[settled] = first[settled], last[settled]
