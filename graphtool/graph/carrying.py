"""What moves to successors: the rows beyond the assertions themselves, each with its period."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd

from graphtool import dates, schema
from graphtool.algorithms.intervals import Intervals, spread, union
from graphtool.graph.tables import TEXT

if TYPE_CHECKING:
    from graphtool.graph.plangraph import PlanGraph

SUCCESSION = "SUCCEEDED_BY"


class Standing(NamedTuple):
    """Where nodes stand over time.

    The first fields are one row a stretch of somebody who has a successor, sorted by who it is;
    periods are half-open. The others have one value a node.
    """

    old: np.ndarray
    new: np.ndarray
    """Itself, or one that has what it had."""
    begin: np.ndarray
    end: np.ndarray
    first: np.ndarray
    """Whether it is the period of `since` and `until`."""
    moved: np.ndarray
    """Which nodes have other stretches than their period."""
    since: np.ndarray
    until: np.ndarray


def standing(
    rows: list[tuple[int, int, int, int, bool]], since: np.ndarray, until: np.ndarray
) -> Standing:
    """From rows of the first five fields, and the nodes' first and last days.

    >>> since, until = np.array([0, 20200101]), np.array([20191231, 99991231])
    >>> rows = [(0, 0, 0, 20200101, True), (0, 1, 20200101, 99991231, False)]
    >>> standing(rows, since, until).moved.tolist()  # the first has a successor from 2020
    [True, False]
    """
    columns = np.array(rows, dtype=np.int64).reshape(-1, 5)
    columns = columns[np.argsort(columns[:, 0], kind="stable")]
    old, new, begin, end = columns[:, :4].T
    first = columns[:, 4].astype(bool)
    moved = np.zeros(len(since), dtype=bool)
    moved[old[~first]] = True
    return Standing(old, new, begin, end, first, moved, since, until)


def day_before(end: np.ndarray) -> np.ndarray:
    """The last days of periods that end before these.

    >>> day_before(np.array([20200101])).tolist()
    [20191231]
    """
    return _each(end, dates.before)


def day_after(last: np.ndarray) -> np.ndarray:
    """The first days on which periods with these last days are over.

    >>> day_after(np.array([20191231])).tolist()
    [20200101]
    """
    return _each(last, dates.after)


def _each(days: np.ndarray, moved: Callable[[int], int]) -> np.ndarray:
    """Days moved by the calendar, each distinct one once."""
    words, codes = np.unique(days, return_inverse=True)
    found: np.ndarray = np.array([moved(int(day)) for day in words], dtype=np.int64)[codes]
    return found


def further(
    graph: PlanGraph, begins: np.ndarray, ends: np.ndarray, standing: Standing
) -> pd.DataFrame:
    """The rows beyond the assertions themselves: what others carry on, and what comes back.

    `begins` and `ends` are the first and last days of the assertions as they say them. Columns as
    `Periods.edges` has them, `carried_from` as text.

    >>> from graphtool.graph import examples
    >>> graph = examples.merger()
    >>> rows = graph.periods.edges.iloc[len(graph.edges):]  # what `further` found
    >>> rows[["source", "target", "since", "carried_from"]].values.tolist()
    [[0, 2, 20200101, 'old']]
    """
    edges = graph.edges
    moved = standing.moved
    source, target = edges["source"].to_numpy(), edges["target"].to_numpy()
    edge = np.flatnonzero(moved[source] | moved[target])
    rows = {
        "edge": edge,
        "begin": begins[edge].astype(np.int64),
        "end": day_after(ends[edge]).astype(np.int64),
        "original": np.ones(len(edge), dtype=bool),
    }
    for end, at in (("target", target[edge]), ("source", source[edge])):
        rows = _placed(rows, end, at[_rows_of(edge, rows["edge"])], standing)
    carried = {end: rows[f"{end} from"] >= 0 for end in ("target", "source")}
    inherited = carried["target"] | carried["source"]
    history = (edges["relation"] == SUCCESSION).to_numpy()[rows["edge"]]
    loop = inherited & (rows["source"] == rows["target"])
    keep = (rows["begin"] < rows["end"]) & ~rows["original"] & ~loop & ~(inherited & history)
    return _table(graph, {name: column[keep] for name, column in rows.items()})


def _rows_of(edge: np.ndarray, rows: np.ndarray) -> np.ndarray:
    return np.searchsorted(edge, rows)


def _placed(
    rows: dict[str, np.ndarray], end: str, at: np.ndarray, standing: Standing
) -> dict[str, np.ndarray]:
    """Every row once for each that stands at one of its ends over time, cut to their period."""
    # Those who have no stretches of their own stand for themselves, in a row at the end.
    start = np.searchsorted(standing.old, at)
    count = np.where(standing.moved[at], np.searchsorted(standing.old, at, side="right") - start, 1)
    of, row = spread(start, count)
    stays = ~standing.moved[at[of]]
    row = np.where(stays, len(standing.old), row)
    new = np.append(standing.new, -1)[row]
    begin, last = np.append(standing.begin, 0)[row], np.append(standing.end, 0)[row]
    node = np.where(stays, at[of], new)
    begin = np.where(stays, standing.since[at[of]], begin)
    last = np.where(stays, day_after(standing.until[at[of]]), last)
    placed = {name: column[of] for name, column in rows.items()}
    placed["begin"] = np.maximum(placed["begin"], begin)
    placed["end"] = np.minimum(placed["end"], last)
    placed["original"] &= stays | np.append(standing.first, True)[row]
    placed[end] = node
    placed[f"{end} from"] = np.where(node == at[of], -1, at[of])
    return placed


def _table(graph: PlanGraph, rows: dict[str, np.ndarray]) -> pd.DataFrame:
    edges = graph.edges
    edge, source, target = rows["edge"], rows["source"], rows["target"]
    both_ways = [relation.name for relation in schema.RELATIONS.values() if relation.undirected]
    swap = edges["relation"].isin(both_ways).to_numpy()[edge] & (source > target)
    table = pd.DataFrame(
        {
            "edge": edge,
            "source": np.where(swap, target, source).astype(np.int32),
            "target": np.where(swap, source, target).astype(np.int32),
            "carried_from": _origin(graph, edge, rows["target from"], rows["source from"]),
        }
    )
    # A tie of two that were both split may run either way, and is one.
    key = table.groupby(list(table.columns), observed=True, sort=False).ngroup().to_numpy()
    found = union(Intervals(key, rows["begin"], rows["end"]))
    first = np.full(int(key.max(initial=-1)) + 1, len(table))
    np.minimum.at(first, key, np.arange(len(table)))
    return table.take(first[found.key]).assign(
        since=found.begin.astype(np.int32),
        until=day_before(found.end).astype(np.int32),
        kept=np.int32(dates.NEVER),
        further=True,
    )


def _origin(
    graph: PlanGraph, edge: np.ndarray, target_from: np.ndarray, source_from: np.ndarray
) -> pd.Series[Any]:
    """Whose it was: what the assertion itself says, then the target's and the source's."""
    said = graph.edges["carried_from"]
    triples = np.stack([said.cat.codes.to_numpy()[edge], target_from, source_from], axis=1)
    distinct, codes = np.unique(triples.astype(np.int64), axis=0, return_inverse=True)
    ids = graph.nodes["id"]
    words = [
        ";".join(
            name
            for name in (said.cat.categories[before], *(ids.iat[at] for at in ends if at >= 0))
            if name
        )
        for before, *ends in distinct.tolist()
    ]
    return pd.Series(np.array(words, dtype=object)[codes.ravel()], dtype=TEXT)
