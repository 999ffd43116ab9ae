"""When nodes exist and assertions are in force: first and last days, worked out once for a graph.

A **period** is two whole numbers, the first and the last day, both included (20150401, 20151231);
`dates.ALWAYS` and `dates.FOREVER` where it is open, `dates.NEVER` as the last day where there is
none. What `valid_from` and `valid_to` say stays as it was said beside them.

A **node's** period is its own dates; of a programme, project or plan without any that of its parts
(`phases`). A successor ends a node whose own end is not dated, on the day before the succession;
one that is dated later goes on till then. `until` is the last day when successors carry on what it
had; `kept` when it is kept beside them, for as long as one of the last in the chain exists. Those
who succeed each other in a circle were merged and are split off again: from then on their
successions count for nothing, and they have `further` periods.

An **assertion** is in force in its own period, cut to those of its ends. When successors carry on,
there are `further` rows: what a party had, for each of its successors in its place, with the
period in which that one exists and the other does not (`carried_from` says whom it is from); and
what a party that is split off again has again (carried from nobody). Successions themselves are
history, which nobody inherits, nor does anybody come to work with itself.

So the graph of a day is a comparison: `since <= day <= until`, or `since <= day <= kept` of all
rows but the further ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import numpy as np
import pandas as pd

from graphtool import dates
from graphtool.algorithms.intervals import Intervals, union
from graphtool.graph import carrying, phases, succession
from graphtool.graph.carrying import SUCCESSION
from graphtool.graph.edge_order import with_more
from graphtool.graph.texts import few

if TYPE_CHECKING:
    from graphtool.graph.plangraph import PlanGraph

Successors = Literal["carry", "keep"]


class Periods(NamedTuple):
    """The periods of a graph's nodes and assertions."""

    nodes: pd.DataFrame
    """`since`, `until`, `kept`; one row a node."""
    again: pd.DataFrame
    """`node` (position), `since`, `until`: further periods of nodes when successors carry on."""
    edges: pd.DataFrame
    """`edge` (row in the graph's edges), `source`, `target` (positions), `since`, `until`, `kept`,
    `carried_from`, `further`.

    First one row an assertion, in the order of the graph's edges; then the further rows, for when
    successors carry on, whose `kept` is `NEVER`.
    """


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


def edges_on(graph: PlanGraph, as_of: str, successors: Successors) -> pd.DataFrame:
    """The edges in force on a day, ends in the graph's positions.

    >>> from graphtool.graph import examples
    >>> graph = examples.merger()
    >>> graph.nodes["id"].tolist()
    ['new', 'old', 'g']
    >>> for successors in ("carry", "keep"):
    ...     owned = edges_on(graph, "2021", successors).query("relation == 'OWNS'")
    ...     print(owned[["source", "target", "carried_from"]].values.tolist())
    [[0, 2, 'old']]
    [[1, 2, '']]
    """
    rows, edges = graph.periods.edges, graph.edges
    valid = in_force(rows, dates.last_number(dates.require_day(as_of)), successors)
    table = edges[valid[: len(edges)]]
    more = rows.iloc[len(edges) :][valid[len(edges) :]]
    if more.empty:
        return table
    moved = edges.take(more["edge"].to_numpy()).reset_index(drop=True)
    for name in ("source", "target", "carried_from"):
        moved[name] = more[name].array
    table = table.assign(carried_from=rows["carried_from"].array[: len(edges)][valid[: len(edges)]])
    return with_more(table, moved)


def in_force(table: pd.DataFrame, day: int, successors: Successors = "carry") -> np.ndarray:
    """Where a table with `since`, `until` and, to keep successors, `kept` holds on a day.

    >>> table = pd.DataFrame({"since": [20150101, 20200101], "until": [20191231, 20241231]})
    >>> in_force(table, 20191231).tolist()  # the last day is in it
    [True, False]
    """
    last = table["until" if successors == "carry" else "kept"].to_numpy()
    force: np.ndarray = (table["since"].to_numpy() <= day) & (last >= day)
    return force


def rows_of(graph: PlanGraph, *relations: str) -> pd.DataFrame:
    """The rows of `Periods.edges` for assertions of these relations; the further ones last.

    >>> from graphtool.graph import examples
    >>> graph = examples.merger()
    >>> rows_of(graph, "OWNS")[["source", "since", "until"]].values.tolist()
    [[1, 10101, 20191231], [0, 20200101, 99991231]]
    """
    rows, count = graph.periods.edges, len(graph.edges)
    further = rows.iloc[count:]
    at = graph.related(*relations).index.to_numpy() if relations else np.arange(0)
    return pd.concat([rows.iloc[at], further[np.isin(further["edge"].to_numpy(), at)]])


def rows_on(
    graph: PlanGraph, *relations: str, as_of: str | None, successors: Successors
) -> pd.DataFrame:
    """`edge`, `source` and `target` of the assertions of these relations in force on a day.

    With `carry`, also of what successors have then. No day: all assertions as they are.

    >>> from graphtool.graph import examples
    >>> graph = examples.merger()
    >>> rows_on(graph, "OWNS", as_of="2021", successors="carry")["source"].tolist()
    [0]
    >>> rows_on(graph, "OWNS", as_of="2019", successors="carry")["source"].tolist()
    [1]
    """
    if as_of is None:
        edges = graph.related(*relations)[["source", "target"]]
        return edges.assign(edge=edges.index)
    rows = rows_of(graph, *relations)
    day = dates.last_number(dates.require_day(as_of))
    return rows.loc[in_force(rows, day, successors), ["edge", "source", "target"]]


def nodes_on(graph: PlanGraph, as_of: str | None, successors: Successors) -> np.ndarray:
    """Which nodes exist on a day; all without one.

    >>> from graphtool.graph import examples
    >>> graph = examples.merger()
    >>> nodes_on(graph, "2021", "carry").tolist(), nodes_on(graph, "2021", "keep").tolist()
    ([True, False, True], [True, True, True])
    """
    if as_of is None:
        return np.ones(len(graph.nodes), dtype=bool)
    day, found = dates.last_number(dates.require_day(as_of)), graph.periods
    exists = in_force(found.nodes, day, successors)
    if successors == "carry":
        exists[found.again["node"].to_numpy()[in_force(found.again, day)]] = True
    return exists


def said(table: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """First and last day of each row, as its `valid_from` and `valid_to` say it.

    >>> from graphtool import PlanGraph
    >>> plan = {"id": "p", "kind": "Plan", "valid_from": "2015", "valid_to": "2016-02"}
    >>> [days.tolist() for days in said(PlanGraph.from_tables([plan]).nodes)]
    [[20150101], [20160229]]
    """
    return (
        _numbers(table["valid_from"], dates.first_number),
        _numbers(table["valid_to"], dates.last_number),
    )


def _numbers(column: pd.Series[Any], number: Any) -> np.ndarray:
    by_word = np.array([number(word) for word in column.cat.categories], dtype=np.int32)
    taken: np.ndarray = by_word[column.cat.codes.to_numpy()]
    return taken


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
