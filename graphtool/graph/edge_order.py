"""The order of assertions: by relation, source and target, then by what they rest on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from graphtool import schema

FIRST = 256
"""Rows of a column that are looked at before all of them are."""


def in_order(edges: pd.DataFrame) -> pd.DataFrame:
    """Typed edges by relation, source, target, then evidence; exact doubles merged into one.

    An undirected edge runs from the earlier node, whichever way it was written.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "a", "kind": "Municipality"}, {"id": "b", "kind": "Municipality"}],
    ...     [{"source": "b", "relation": "COLLABORATES_WITH", "target": "a"}])
    >>> in_order(graph.edges)[["source", "target"]].values.tolist()  # it has no direction
    [[0, 1]]
    """
    edges = _undirected_one_way(edges)
    document = edges["document"]
    ranks = np.argsort(np.argsort(document.cat.categories.to_numpy(dtype=object)))
    keys = [
        edges["line"].to_numpy(),
        ranks[document.cat.codes.to_numpy()] if len(ranks) else np.zeros(len(edges), np.int8),
        edges["target"].to_numpy(),
        edges["source"].to_numpy(),
        edges["relation"].cat.codes.to_numpy(),
    ]
    order, same = _sorted(keys, _place(edges, np.int64(_furthest(edges) + 1)))
    if not same.any():
        return taken(edges, order)
    # Few rows agree this far; only they are compared in all their columns.
    tied = np.concatenate([same, [False]]) | np.concatenate([[False], same])
    run = np.cumsum(np.concatenate([[True], ~same]))[tied]
    rows = edges.take(order[tied]).astype(object).fillna("").map(str)
    rows.insert(0, "run", run)
    rows["at"] = order[tied]
    kept = rows.sort_values(list(rows.columns), kind="stable")
    doubled = kept.drop(columns="at").duplicated().to_numpy()
    order[tied] = kept["at"].to_numpy()
    keep = np.ones(len(order), dtype=bool)
    keep[np.flatnonzero(tied)[doubled]] = False
    return taken(edges, order[keep])


def taken(rows: pd.DataFrame, order: np.ndarray) -> pd.DataFrame:
    """The rows of these places, in this order, under a new index.

    Of a large table, rows that stand so already and columns that say the same throughout, as many
    do, are not copied.

    >>> table = pd.DataFrame({"id": ["b", "a", "c"], "note": ["", "", ""]})
    >>> taken(table, np.array([1, 0])).to_dict("list")
    {'id': ['a', 'b'], 'note': ['', '']}
    """
    if np.array_equal(order, np.arange(len(rows))):
        return rows.reset_index(drop=True)
    columns = {name: _taken(rows[name], order) for name in rows}
    return pd.DataFrame(columns, index=pd.RangeIndex(len(order)), copy=False)


def _taken(column: pd.Series[Any], order: np.ndarray) -> Any:
    # Of most that vary, the first rows tell.
    same = len(order) > 0 and _says_one(column.iloc[:FIRST]) and _says_one(column)
    return column.array[: len(order)] if same else column.array.take(order)


def _says_one(column: pd.Series[Any]) -> bool:
    return bool(column.isna().all() or (column == column.iat[0]).all())


def _sorted(keys: Sequence[np.ndarray], place: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The order of rows by these keys, the last first, and which of them equal the next in all.

    `place` says of each row where the last keys put it; few rows share one, and only these are
    sorted by the others.
    """
    order = np.argsort(place)
    placed = place[order]
    shared = placed[1:] == placed[:-1]
    if not shared.any():
        return order, shared
    several = np.concatenate([shared, [False]]) | np.concatenate([[False], shared])
    rows = order[several]
    order[several] = rows[np.lexsort([*(key[rows] for key in keys), place[rows]])]
    at = np.flatnonzero(shared)
    for key in keys:
        shared[at] &= key[order[at]] == key[order[at + 1]]
    return order, shared


def with_more(edges: pd.DataFrame, more: pd.DataFrame) -> pd.DataFrame:
    """As `in_order` of both, where the first are in order already and the others are few.

    Only those of the same relation, source and target as one of the others are sorted again.

    >>> from graphtool.graph import examples
    >>> edges = examples.three_in_a_row().edges
    >>> with_more(edges[1:], edges[:1])[["source", "target"]].values.tolist()
    [[0, 1], [1, 2]]
    """
    more = _undirected_one_way(more)
    size = np.int64(max(_furthest(edges), _furthest(more)) + 1)
    known, new = _place(edges, size), _place(more, size)
    places = np.unique(new)
    at = np.minimum(np.searchsorted(places, known), len(places) - 1)
    mixed = places[at] == known
    again = in_order(pd.concat([edges[mixed], more], ignore_index=True))
    rest, order = edges[~mixed], np.arange(len(edges) - mixed.sum())
    start = np.searchsorted(known[~mixed], _place(again, size))
    order = np.insert(order, start, len(rest) + np.arange(len(again)))
    return pd.concat([rest, again], ignore_index=True).take(order).reset_index(drop=True)


def _furthest(edges: pd.DataFrame) -> int:
    return max(int(edges[end].max()) if len(edges) else 0 for end in ("source", "target"))


def _place(edges: pd.DataFrame, size: np.int64) -> np.ndarray:
    """Relation, source and target as one number, in the order of the rows."""
    place: np.ndarray = edges["relation"].cat.codes.to_numpy().astype(np.int64)
    for end in ("source", "target"):
        place *= size
        place += edges[end].to_numpy()
    return place


def _undirected_one_way(edges: pd.DataFrame) -> pd.DataFrame:
    undirected = [r.name for r in schema.RELATIONS.values() if r.undirected]
    source, target = edges["source"].to_numpy(), edges["target"].to_numpy()
    swap = edges["relation"].isin(undirected).to_numpy() & (source > target)
    if not swap.any():
        return edges
    return edges.assign(
        source=np.where(swap, target, source), target=np.where(swap, source, target)
    )
