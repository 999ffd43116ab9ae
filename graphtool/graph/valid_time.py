"""First and last days of nodes and assertions, worked out once for a graph; see `periods`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from graphtool import dates
from graphtool.algorithms.intervals import Intervals, union
from graphtool.graph import carrying, phases, succession
from graphtool.graph.carrying import SUCCESSION
from graphtool.graph.periods import Periods, said
from graphtool.graph.texts import few

if TYPE_CHECKING:
    from graphtool.graph.plangraph import PlanGraph


def worked_out(graph: PlanGraph) -> Periods:
    """All periods of a graph: a few passes over the tables, and a walk through the successions.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "sogne", "kind": "Municipality"}, {"id": "plan", "kind": "Plan"},
    ...      {"id": "kristiansand", "kind": "Municipality"}],
    ...     [{"source": "sogne", "relation": "ADOPTED", "target": "plan", "valid_from": "2015"},
    ...      {"source": "sogne", "relation": "SUCCEEDED_BY", "target": "kristiansand",
    ...       "valid_from": "2020"}])
    >>> found = worked_out(graph)
    >>> found.nodes.loc[1].tolist()  # Søgne
    [10101, 20191231, 99991231]
    >>> found.edges[["source", "since", "until", "carried_from"]].values.tolist()
    [[1, 20150101, 20191231, ''], [1, 20200101, 20191231, ''], [0, 20200101, 99991231, 'sogne']]
    """
    nodes, edges = graph.nodes, graph.edges
    since, until = said(nodes)
    phases.from_parts(graph, since, until)
    kept, standing = _succeeded(graph, since, until)
    own = pd.DataFrame({"since": since, "until": until, "kept": kept})
    begins, ends = said(edges)
    source, target = edges["source"].to_numpy(), edges["target"].to_numpy()
    further = carrying.further(graph, begins, ends, standing)
    held = ends
    for at in (source, target):
        begins = np.maximum(begins, since[at])
        ends = np.minimum(ends, until[at])
        held = ends if kept is until else np.minimum(held, kept[at])
    original = pd.DataFrame(
        {
            "edge": np.arange(len(edges)),
            "source": source,
            "target": target,
            "since": begins,
            "until": ends,
            "kept": held,
            "carried_from": edges["carried_from"],
            "further": False,
        }
    )
    again = (standing.old == standing.new) & ~standing.first
    return Periods(
        own,
        pd.DataFrame(
            {
                "node": standing.old[again],
                "since": standing.begin[again],
                "until": carrying.day_before(standing.end[again]).astype(np.int32),
            }
        ),
        _together(original, further) if len(further) else original,
    )


def _succeeded(
    graph: PlanGraph, since: np.ndarray, until: np.ndarray
) -> tuple[np.ndarray, carrying.Standing]:
    """Narrows the periods of those who have a successor, in place; the days till they are kept."""
    steps = graph.related(SUCCESSION)
    if steps.empty:
        return until, carrying.standing([], since, until)
    old, new = steps["source"].to_numpy(), steps["target"].to_numpy()
    undated = (graph.nodes["valid_to"] == "").to_numpy()
    parties = {
        at: succession.Party(int(since[at]), dates.after(int(until[at])), bool(undated[at]))
        for at in np.unique(np.concatenate([old, new])).tolist()
    }
    days = said(steps)[0]
    triples = list(zip(old.tolist(), new.tolist(), days.tolist(), strict=True))
    kept = until.copy()
    rows: list[tuple[int, int, int, int, bool]] = []
    for at, stretches in succession.stretches(parties, triples).items():
        there = [s for s in stretches if s.exists or s.heirs]
        own = [s for s in stretches if s.exists]
        if there:
            since[at] = there[0].begin
        kept[at] = dates.before(there[-1].end) if there else dates.NEVER
        presence = _merged([(at, s.begin, s.end) for s in own])
        first = bool(presence) and presence[0][1] == since[at]
        until[at] = dates.before(presence[0][2]) if first else dates.NEVER
        rows += [(at, *span, first and n == 0) for n, span in enumerate(presence)]
        handed = _merged([(heir, s.begin, s.end) for s in stretches for heir in s.heirs])
        rows += [(at, *span, False) for span in handed]
    return kept, carrying.standing(rows, since, until)


def _merged(spans: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Whom, from and until before: spans that follow on each other as one."""
    if not spans:
        return []
    found = union(Intervals(*np.array(spans, dtype=np.int64).T))
    return list(zip(*(column.tolist() for column in found), strict=True))


def _together(original: pd.DataFrame, further: pd.DataFrame) -> pd.DataFrame:
    """All rows, `carried_from` one category of both."""
    words = few(further["carried_from"])
    both = original["carried_from"].cat.categories.union(words.cat.categories)
    return pd.concat(
        [
            original.assign(carried_from=original["carried_from"].cat.set_categories(both)),
            further.assign(carried_from=words.cat.set_categories(both)),
        ],
        ignore_index=True,
    )
