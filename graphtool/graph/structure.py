"""Rules about edges together: allowed endpoints, ownership that adds up, no cycle in PART_OF."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from graphtool import schema
from graphtool.algorithms import components
from graphtool.graph.checker import Checker

PEELS = 64
"""Rounds in which the leaves of PART_OF are taken away before anything dearer is tried."""
TOLERANCE = 1e-9
"""Shares of owners may exceed 1 by this much: thirds are rounded."""


def endpoints(check: Checker, nodes: pd.DataFrame) -> None:
    """Every edge runs between kinds that its relation allows; else the relations that would."""
    edges = check.table
    kind_of = pd.Series(nodes["kind"].to_numpy(), index=nodes["id"].to_numpy())
    kind_of = kind_of[~kind_of.index.duplicated()]
    ends = pd.DataFrame(
        {
            "relation": edges["relation"],
            "source": edges["source"].map(kind_of),
            "target": edges["target"].map(kind_of),
        }
    )
    known = ends["relation"].isin(list(schema.RELATIONS)) & ends["source"].isin(list(schema.KINDS))
    known &= ends["target"].isin(list(schema.KINDS))
    for (name, source, target), rows in ends[known].groupby(
        ["relation", "source", "target"], observed=True
    ):
        if not schema.RELATIONS[name].allows(source, target):
            message = (
                f"{name} may not run from {source} to {target}; {_instead(name, source, target)}"
            )
            for row in rows.index:
                check.report_row("forbidden-endpoints", row, "relation", message)


def _instead(name: str, source: str, target: str) -> str:
    allowed = schema.nearest_allowed(source, target)
    if schema.RELATIONS[name].allows(target, source):
        return f"it may run from {target} to {source}: swap source and target"
    if allowed:
        return f"between these kinds there are {', '.join(allowed)}"
    targets = [kind for kind in schema.KINDS if kind in schema.RELATIONS[name].targets]
    return f"its targets are {', '.join(targets)}"


def shares(check: Checker, share: pd.Series[Any]) -> None:
    """The owners of one thing hold at most 1 of it together on any day."""
    edges = check.table
    owned = edges[(edges["relation"] == "OWNS") & share.between(0, 1)].copy()
    if owned.empty:
        return
    owned["share"] = share[owned.index]
    # Several assertions of one owner and one period are one holding.
    holding = ["source", "target", "valid_from", "valid_to"]
    owned = owned.loc[owned.groupby(holding)["share"].idxmax().sort_values()]
    totals = owned.groupby("target")["share"].transform("sum")
    for target, rows in owned[totals > 1 + TOLERANCE].groupby("target"):
        for day in sorted(set(rows["valid_from"])):
            held = rows[
                [
                    _holds(a, b, day)
                    for a, b in zip(rows["valid_from"], rows["valid_to"], strict=True)
                ]
            ]
            held = held.loc[held.groupby("source")["share"].idxmax()]
            total = held["share"].sum()
            if total > 1 + TOLERANCE:
                who = ", ".join(f"{r.source} {r.share:g}" for r in held.itertuples())
                when = f" on {day}" if day else ""
                message = f"owners of {target!r} hold {total:g} together{when}: {who}"
                check.report_row("shares-above-1", int(held.index.max()), "share", message)
                break


def _holds(valid_from: str, valid_to: str, day: str) -> bool:
    if not day:
        return not valid_from
    return valid_from[: len(day)] <= day and not (
        valid_to and valid_to[: len(day)] < day[: len(valid_to)]
    )


def cycles(check: Checker) -> None:
    """Nothing is part of itself, over any number of steps."""
    edges = check.table
    part_of = edges[edges["relation"] == "PART_OF"]
    codes, names = pd.factorize(pd.concat([part_of["source"], part_of["target"]]))
    source, target = codes[: len(part_of)], codes[len(part_of) :]
    row = part_of.index.to_numpy()
    for _ in range(PEELS):  # what leads nowhere is in no circle
        goes_on = np.zeros(len(names), dtype=bool)
        goes_on[source] = True
        keep = goes_on[target]
        if keep.all():
            break
        source, target, row = source[keep], target[keep], row[keep]
    if not len(source):
        return
    inside = components.within_cycles(source, target, len(names))
    source, target, row = source[inside], target[inside], row[inside]
    for circle in _circles(
        dict(zip(source.tolist(), zip(target.tolist(), row.tolist(), strict=True), strict=True))
    ):
        path = " -> ".join(names[node] for node, _ in [*circle, circle[0]])
        check.report_row(
            "cycle", max(r for _, r in circle), "target", f"PART_OF runs in a circle: {path}"
        )


def _circles(step: dict[int, tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """The closed walks that following one way out of each node leads to, each once.

    At least one in every strongly connected component, not every circle in it: their number
    can be exponential, and mending one shows the next.
    """
    found, seen = [], set[int]()
    for start in step:
        walk: dict[int, int] = {}
        node = start
        while node not in seen and node in step:
            seen.add(node)
            walk[node] = step[node][1]
            node = step[node][0]
        if node in walk:
            nodes = list(walk)
            found.append([(n, walk[n]) for n in nodes[nodes.index(node) :]])
    return found
