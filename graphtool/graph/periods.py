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
from graphtool.graph.edge_order import with_more

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
