"""The graph of one day: what was valid then, and where the edges of merged parties went."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
import pandas as pd

from graphtool import dates
from graphtool.errors import GraphtoolError
from graphtool.graph.structure import within_circles
from graphtool.graph.tables import TEXT, Fact, few, in_order

Successors = Literal["carry", "keep"]

RELATION = "SUCCEEDED_BY"


def require_day(day: str) -> str:
    """The day itself; raises `GraphtoolError` where it is none."""
    if not dates.is_partial_date(day):
        raise GraphtoolError(f"{day!r} is no date; expected {dates.EXPECTED}")
    return day


def begun(column: pd.Series[Any], day: str) -> np.ndarray:
    """Where a categorical `valid_from` column has begun on that day."""
    return _by_category(column, lambda value: dates.has_begun(value, day))


def ended(column: pd.Series[Any], day: str) -> np.ndarray:
    """Where a categorical `valid_to` column is over on that day."""
    return _by_category(column, lambda value: dates.has_ended(value, day))


def _by_category(column: pd.Series[Any], test: Any) -> np.ndarray:
    hit = np.array([test(value) for value in column.cat.categories] or [False], dtype=bool)
    taken: np.ndarray = hit[column.cat.codes.to_numpy()]
    return taken


def in_force(table: pd.DataFrame, day: str) -> np.ndarray:
    """Which rows of a table with `valid_from` and `valid_to` are valid on that day."""
    force: np.ndarray = begun(table["valid_from"], day) & ~ended(table["valid_to"], day)
    return force


def successions(edges: pd.DataFrame, day: str) -> pd.DataFrame:
    """`source`, `target` positions of the successions that have happened by that day.

    Those that run in a circle are left out: a municipality that was merged into another and has
    been split off again is over no longer, nor is one that succeeded itself under a new number.
    """
    happened = edges[edges["relation"] == RELATION]
    happened = happened[begun(happened["valid_from"], day)][["source", "target"]].drop_duplicates()
    if happened.empty:
        return happened
    ends = happened.to_numpy()
    return happened[~within_circles(ends[:, 0], ends[:, 1], int(ends.max()) + 1)]


def succeeded(nodes: pd.DataFrame, followed: pd.DataFrame, day: str) -> np.ndarray:
    """Which nodes are over on a day and have a successor.

    A successor ends a node whose own end is not dated; one that is dated later goes on till then.
    """
    has_successor = np.zeros(len(nodes), dtype=bool)
    has_successor[followed["source"].to_numpy()] = True
    undated = (nodes["valid_to"] == "").to_numpy()
    over: np.ndarray = has_successor & (ended(nodes["valid_to"], day) | undated)
    return over & begun(nodes["valid_from"], day)


def on_day(
    nodes: pd.DataFrame, edges: pd.DataFrame, day: str, successors: Successors
) -> tuple[np.ndarray, pd.DataFrame]:
    """Which nodes exist on a day, and the edges in force then, ends still in the old positions.

    A node that is over and has a successor is left out with `carry`, its edges given to the
    successor (to each, where it was split; to the last, where they form a chain), marked in
    `carried_from`; edges that would become loops are left out. With `keep` it stays. One whose
    successors are all over themselves is left out either way.
    """
    followed = successions(edges, day)
    over = succeeded(nodes, followed, day)
    exists = in_force(nodes, day) & ~over
    valid = edges[in_force(edges, day)]
    if over.any():
        final = final_successors(followed, over, exists)
        if successors == "keep":
            exists[final["old"].to_numpy()] = True
        else:
            valid = _carried(valid, final, over, nodes["id"])
    ends_exist = exists[valid["source"].to_numpy()] & exists[valid["target"].to_numpy()]
    return exists, valid[ends_exist]


def _carried(
    edges: pd.DataFrame, final: pd.DataFrame, over: np.ndarray, ids: pd.Series[Any]
) -> pd.DataFrame:
    touched = over[edges["source"].to_numpy()] | over[edges["target"].to_numpy()]
    # The succession itself is history, not something that the successor inherits.
    history = (edges["relation"] == RELATION).to_numpy()
    moving = edges[touched & ~history].copy()
    moving["carried_from"] = moving["carried_from"].astype(TEXT)
    for end in ("target", "source"):
        old = moving[end].to_numpy()
        gone = over[old]
        moved = moving[gone].merge(final, left_on=end, right_on="old", how="inner")
        names = ids.take(moved[end].to_numpy()).to_numpy(dtype=object)
        before = moved["carried_from"].to_numpy(dtype=object)
        moved["carried_from"] = pd.Series(
            [f"{b};{n}" if b else n for b, n in zip(before, names, strict=True)], dtype=TEXT
        )
        moved[end] = moved["new"].astype(np.int32)
        moving = pd.concat([moving[~gone], moved[list(moving.columns)]], ignore_index=True)
    loops = (moving["source"] == moving["target"]) & (moving["carried_from"] != "")
    rest = edges[~touched].copy()
    rest["carried_from"] = rest["carried_from"].astype(TEXT)
    together = pd.concat([rest, moving[~loops]], ignore_index=True)
    together["carried_from"] = few(together["carried_from"])
    return in_order(together)


def final_successors(followed: pd.DataFrame, over: np.ndarray, exists: np.ndarray) -> pd.DataFrame:
    """`old` and `new` positions: from each node that is over to those that exist in its place."""
    step: dict[int, list[int]] = {}
    for old, new in followed.itertuples(index=False):
        step.setdefault(int(old), []).append(int(new))
    rows = []
    for old in np.flatnonzero(over).tolist():
        seen, front = {old}, [old]
        while front:
            node = front.pop()
            for new in step.get(node, ()):
                if new in seen:
                    continue
                seen.add(new)
                if exists[new]:
                    rows.append((old, new))
                elif over[new]:
                    front.append(new)
    return pd.DataFrame(sorted(rows), columns=["old", "new"], dtype=np.int64)


def facts_on(facts: tuple[Fact, ...], day: str) -> tuple[Fact, ...]:
    """Those of a node's facts that are in force on that day."""
    return tuple(
        fact
        for fact in facts
        if dates.has_begun(fact.valid_from, day) and not dates.has_ended(fact.valid_to, day)
    )
