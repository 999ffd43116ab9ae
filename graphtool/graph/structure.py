"""Rules about edges together: allowed endpoints, ownership that adds up, no cycle in PART_OF."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from graphtool import schema
from graphtool.algorithms import components
from graphtool.graph import texts
from graphtool.graph.checker import Checker
from graphtool.language import Said, Text

ENDS = ("source", "target")
PEELS = 64
"""Rounds in which the leaves of PART_OF are taken away before anything dearer is tried."""
TOLERANCE = 1e-9
"""Shares of owners may exceed 1 by this much: thirds are rounded."""
_FORBIDDEN = Text(
    "{relation} kan ikke gå fra {source} til {target}; {instead}",
    "{relation} kan ikkje gå frå {source} til {target}; {instead}",
    "{relation} may not run from {source} to {target}; {instead}",
)
_SWAP = Text(
    "den kan gå fra {target} til {source}: bytt om source og target",
    "den kan gå frå {target} til {source}: byt om source og target",
    "it may run from {target} to {source}: swap source and target",
)
_BETWEEN = Text(
    "mellom disse typene finnes {allowed}",
    "mellom desse typane finst {allowed}",
    "between these kinds there are {allowed}",
)
_TARGETS = Text("den kan gå til {targets}", "den kan gå til {targets}", "its targets are {targets}")
_SHARES = Text(
    "eierne av «{target}» har {total:g} til sammen{when}, men kan høyst ha 1: {who}",
    "eigarane av «{target}» har {total:g} til saman{when}, men kan høgst ha 1: {who}",
    "owners of {target!r} hold {total:g} together{when}: {who}",
)
_WHEN = Text(" per {day}", " per {day}", " on {day}")
_CIRCLE = Text(
    "PART_OF går i ring: {path}", "PART_OF går i ring: {path}", "PART_OF runs in a circle: {path}"
)


def endpoints(check: Checker, nodes: pd.DataFrame) -> None:
    """Every edge runs between kinds that its relation allows; else the relations that would.

    >>> nodes = pd.DataFrame({"id": ["g", "v"], "kind": ["Goal", "Municipality"]})
    >>> edges = pd.DataFrame({"source": ["g"], "relation": ["OWNS"], "target": ["v"]})
    >>> check = Checker(edges, "relations")
    >>> endpoints(check, nodes)
    >>> check.problems[0].message
    'OWNS may not run from Goal to Municipality; it may run from Municipality to Goal: ...'
    """
    edges = check.table
    kinds, relations = tuple(schema.KINDS), tuple(schema.RELATIONS)
    kind_of = np.full(len(nodes) + 1, -1, dtype=np.int8)  # so that all of it stays at hand
    kind_of[:-1] = texts.positions(nodes["kind"], kinds)  # the last is that of -1, no node
    relation = texts.positions(edges["relation"], relations)
    source, target = (kind_of[texts.positions(edges[end], nodes["id"])] for end in ENDS)
    known = (relation >= 0) & (source >= 0) & (target >= 0)
    meeting = (relation * len(kinds) + source) * len(kinds) + target
    for one in np.flatnonzero(np.bincount(meeting[known])).tolist():
        rest, at = divmod(one, len(kinds))
        name, ends = relations[rest // len(kinds)], (kinds[rest % len(kinds)], kinds[at])
        if schema.RELATIONS[name].allows(*ends):
            continue
        instead = _instead(name, *ends)
        said = {"relation": name, "source": ends[0], "target": ends[1], "instead": instead}
        message = Said(_FORBIDDEN, **said)
        for row in np.flatnonzero(known & (meeting == one)).tolist():
            check.report_row("forbidden-endpoints", row, "relation", message)


def _instead(name: str, source: str, target: str) -> Said:
    allowed = schema.nearest_allowed(source, target)
    if schema.RELATIONS[name].allows(target, source):
        return Said(_SWAP, source=source, target=target)
    if allowed:
        return Said(_BETWEEN, allowed=", ".join(allowed))
    targets = [kind for kind in schema.KINDS if kind in schema.RELATIONS[name].targets]
    return Said(_TARGETS, targets=", ".join(targets))


def shares(check: Checker, share: pd.Series[Any]) -> None:
    """The owners of one thing hold at most 1 of it together on any day.

    >>> owners = {"source": ["a", "b"], "relation": ["OWNS"] * 2, "target": ["k"] * 2}
    >>> edges = pd.DataFrame({**owners, "valid_from": [""] * 2, "valid_to": [""] * 2})
    >>> check = Checker(edges, "relations")
    >>> shares(check, pd.Series([0.6, 0.5]))
    >>> [problem.message for problem in check.problems]
    ["owners of 'k' hold 1.1 together: a 0.6, b 0.5"]
    """
    edges = check.table
    is_owned = (texts.among(edges["relation"], ["OWNS"])) & share.between(0, 1)
    if not is_owned.any():
        return
    owned = edges[is_owned].copy()
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
                when = Said(_WHEN, day=day) if day else ""
                message = Said(_SHARES, target=target, total=total, when=when, who=who)
                check.report_row("shares-above-1", int(held.index.max()), "share", message)
                break


def _holds(valid_from: str, valid_to: str, day: str) -> bool:
    if not day:
        return not valid_from
    return valid_from[: len(day)] <= day and not (
        valid_to and valid_to[: len(day)] < day[: len(valid_to)]
    )


def cycles(check: Checker, nodes: pd.DataFrame) -> None:
    """Nothing is part of itself, over any number of steps.

    >>> part_of = {"source": ["a", "b"], "relation": ["PART_OF"] * 2, "target": ["b", "a"]}
    >>> check = Checker(pd.DataFrame(part_of), "relations")
    >>> cycles(check, pd.DataFrame({"id": ["a", "b"]}))
    >>> [problem.message for problem in check.problems]
    ['PART_OF runs in a circle: a -> b -> a']
    """
    edges = check.table
    is_part = texts.among(edges["relation"], ["PART_OF"])
    names = nodes["id"]
    source, target = (texts.positions(edges[end], names)[is_part] for end in ENDS)
    row = edges.index.to_numpy()[is_part]
    if (source < 0).any() or (target < 0).any():  # some are no nodes, and are told apart too
        part_of = edges[is_part]
        codes, words = pd.factorize(pd.concat([part_of[end] for end in ENDS]))
        names = pd.Series(words)
        source, target = codes[: len(row)], codes[len(row) :]
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
        path = " -> ".join(names.iat[node] for node, _ in [*circle, circle[0]])
        last = max(row for _, row in circle)
        check.report_row("cycle", last, "target", Said(_CIRCLE, path=path))


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
