"""What belongs to whom, and when: the definition of `belonging` over periods, for a database.

Every row has the period in which it holds (`since`, `until` when successors carry on, `kept` when
they are kept beside whom they succeed), so that those of a day are what `belonging` finds in the
graph of that day: `since <= day <= until`, or `since <= day <= kept`. A row that is not `further`
holds in all of time, as `belonging` finds it in the graph itself, even where its period is empty
(`until` and `kept` are `dates.NEVER`): there is exactly one for each such pair.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from graphtool import dates
from graphtool.algorithms.intervals import Intervals, joined, pieces, spread, union, within
from graphtool.graph import belonging
from graphtool.graph.carrying import day_after, day_before

if TYPE_CHECKING:
    from graphtool.graph.periods import Successors
    from graphtool.graph.plangraph import PlanGraph

PAIR = ["source", "target", "owners"]


def acts_for_in_time(graph: PlanGraph) -> pd.DataFrame:
    """Who acts for which municipality, and when; not a municipality for itself.

    `source` (the party) and `target` (positions), `since`, `until`, `kept`, `further`, `owners`:
    how many municipalities the source acts for then. Sorted by source, target and since.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "k", "kind": "Municipality"}, {"id": "l", "kind": "Municipality"},
    ...      {"id": "havn", "kind": "Actor", "subkind": "company"}],
    ...     [{"source": "k", "relation": "OWNS", "target": "havn"},
    ...      {"source": "l", "relation": "OWNS", "target": "havn", "valid_to": "2015"}])
    >>> acts_for_in_time(graph)[["target", "since", "until", "owners"]].values.tolist()
    [[0, 10101, 20151231, 2], [0, 20160101, 99991231, 1], [1, 10101, 20151231, 2]]
    """
    ever = belonging.acts_for(graph).set_axis(PAIR, axis=1)
    keep, carry = (_shared(acting) for acting, _ in _both(graph))
    return _rows(ever, keep, carry)


def belongs_to_in_time(graph: PlanGraph) -> pd.DataFrame:
    """What belongs to which municipality, and when; not a municipality to itself.

    `source` and `target` (positions), `since`, `until`, `kept`, `further`. Sorted by source,
    target and since.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "k", "kind": "Municipality"}, {"id": "kai", "kind": "Resource"}],
    ...     [{"source": "k", "relation": "OWNS", "target": "kai", "valid_from": "2015"}])
    >>> belongs_to_in_time(graph).values.tolist()
    [[1, 0, 20150101, 99991231, 99991231, False]]
    """
    ever = belonging.belongs_to(graph).set_axis(PAIR[:2], axis=1).assign(owners=0)
    keep, carry = (_table(own).assign(owners=0) for _, own in _both(graph))
    return _rows(ever, keep, carry).drop(columns="owners")


class _Pairs:
    """A node and a municipality as one key."""

    def __init__(self, graph: PlanGraph) -> None:
        self.homes = graph.of_kind("Municipality").index.to_numpy(dtype=np.int64)

    def key(self, node: np.ndarray, home: np.ndarray) -> np.ndarray:
        """The key of each pair of positions."""
        return node.astype(np.int64) * len(self.homes) + np.searchsorted(self.homes, home)

    def ends(self, key: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The positions of each pair."""
        return key // max(len(self.homes), 1), self.homes[key % max(len(self.homes), 1)]


def _both(graph: PlanGraph) -> list[tuple[tuple[_Pairs, Intervals], tuple[_Pairs, Intervals]]]:
    """Who acts for whom and what belongs to whom, when successors are kept and when they carry."""
    nodes, edges = graph.periods.nodes, graph.periods.edges
    nobody_succeeded = nodes["until"].equals(nodes["kept"]) and not edges["further"].any()
    kept = _found(graph, "keep")
    return [kept, kept if nobody_succeeded else _found(graph, "carry")]


def _found(
    graph: PlanGraph, successors: Successors
) -> tuple[tuple[_Pairs, Intervals], tuple[_Pairs, Intervals]]:
    pairs, rows = _Pairs(graph), _dated(graph, successors)
    works, under = belonging.affiliations(graph, rows), belonging.bodies(graph, rows)
    steps = pd.concat([works.rename(columns={"source": "target", "target": "source"}), under])
    acting = fresh = union(_present(graph, pairs, successors))
    while len(fresh.key):
        near = union(_behind(steps, fresh, pairs))
        fresh = near.take(~within(near, acting))
        acting = union(joined(acting, fresh))
    located = belonging.locations(graph, rows)
    here = Intervals(
        pairs.key(located["source"].to_numpy(), located["target"].to_numpy()),
        located["begin"].to_numpy(),
        located["end"].to_numpy(),
    )
    held = _behind(belonging.holdings(graph, rows), acting, pairs)
    return (pairs, acting), (pairs, union(joined(acting, held, here)))


def _dated(graph: PlanGraph, successors: Successors) -> pd.DataFrame:
    """The rows of `Periods.edges` that the definition reads, with half-open periods."""
    every, edges = graph.periods.edges, graph.edges
    used = edges["relation"].isin(belonging.RELATIONS).to_numpy()[every["edge"].to_numpy()]
    if successors == "keep":
        used &= ~every["further"].to_numpy()
    rows = every[used]
    said = edges[["relation", "modality"]].take(rows["edge"].to_numpy()).reset_index(drop=True)
    last = rows["until" if successors == "carry" else "kept"].to_numpy()
    return said.assign(
        source=rows["source"].to_numpy(),
        target=rows["target"].to_numpy(),
        begin=rows["since"].to_numpy(np.int64),
        end=day_after(last),
    )


def _present(graph: PlanGraph, pairs: _Pairs, successors: Successors) -> Intervals:
    """Every municipality, which acts for itself as long as it exists."""
    found, again = graph.periods.nodes.iloc[pairs.homes], graph.periods.again
    last = found["until" if successors == "carry" else "kept"].to_numpy()
    own = Intervals(
        pairs.key(pairs.homes, pairs.homes), found["since"].to_numpy(np.int64), day_after(last)
    )
    again = again[np.isin(again["node"].to_numpy(), pairs.homes)]
    if successors == "keep" or again.empty:
        return own
    node = again["node"].to_numpy()
    later = again["since"].to_numpy(np.int64), day_after(again["until"].to_numpy())
    return joined(own, Intervals(pairs.key(node, node), *later))


def _behind(steps: pd.DataFrame, known: Intervals, pairs: _Pairs) -> Intervals:
    """What the steps lead to from the known pairs, while both the pair and the step hold."""
    steps = steps.sort_values("source", kind="stable")
    node, home = pairs.ends(known.key)
    first = np.searchsorted(steps["source"].to_numpy(), node)
    after = np.searchsorted(steps["source"].to_numpy(), node, side="right")
    of, at = spread(first, after - first)
    return Intervals(
        pairs.key(steps["target"].to_numpy()[at], home[of]),
        np.maximum(known.begin[of], steps["begin"].to_numpy()[at]),
        np.minimum(known.end[of], steps["end"].to_numpy()[at]),
    )


def _table(found: tuple[_Pairs, Intervals]) -> pd.DataFrame:
    pairs, own = found
    source, target = pairs.ends(own.key)
    return pd.DataFrame({"source": source, "target": target, "begin": own.begin, "end": own.end})


def _shared(found: tuple[_Pairs, Intervals]) -> pd.DataFrame:
    """Who acts for whom in periods in which the number of those who share the party is one."""
    pairs, acting = found
    party, _ = pairs.ends(acting.key)
    of, cut = pieces(Intervals(party, acting.begin, acting.end))
    piece = pd.DataFrame({"party": cut.key, "begin": cut.begin})
    owners = piece.groupby(["party", "begin"], sort=False)["begin"].transform("size").to_numpy()
    numbered = pd.DataFrame({"pair": acting.key[of], "owners": owners})
    key, words = pd.factorize(pd.MultiIndex.from_frame(numbered))
    own = union(Intervals(key, cut.begin, cut.end))
    pair, count = (np.asarray(words.get_level_values(at)) for at in range(2))
    table = _table((pairs, Intervals(pair[own.key], own.begin, own.end)))
    return table.assign(owners=count[own.key])


def _rows(ever: pd.DataFrame, keep: pd.DataFrame, carry: pd.DataFrame) -> pd.DataFrame:
    """One row for each pair of all of time, with the first of its periods; others are further."""
    both = keep.merge(carry, on=[*PAIR, "begin"], how="outer", suffixes=("_kept", "_until"))
    both = both.sort_values(["source", "target", "begin", "owners"], kind="stable")
    both["first"] = ~both.duplicated(PAIR)
    rows = ever.assign(first=True).merge(both, on=[*PAIR, "first"], how="outer", indicator=True)
    rows = rows[(rows["source"] != rows["target"]).to_numpy()]
    # The end of what holds on no day is the first of all days.
    ends = {
        name: rows[f"end_{name}"].fillna(dates.ALWAYS).to_numpy(np.int64)
        for name in ("until", "kept")
    }
    made = rows[["source", "target"]].assign(
        since=rows["begin"].fillna(dates.ALWAYS).astype(np.int32),
        **{name: day_before(end).astype(np.int32) for name, end in ends.items()},
        further=(rows["_merge"] == "right_only").to_numpy(),
        owners=rows["owners"],
    )
    return made.sort_values(["source", "target", "since", "owners"]).reset_index(drop=True)
