"""Who holds what part of each company and resource on a day, as far as it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from graphtool import dates
from graphtool.algorithms.dealing import Holding
from graphtool.algorithms.shareholding import Shareholdings
from graphtool.graph import belonging, periods
from graphtool.queries.item_ties import word_ranks

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

READS = ("OWNS",)
LEGAL = ("Actor", "Resource")
"""Kinds that are held in shares; plans, goals and the like have owners of another sort."""


class Stakes(NamedTuple):
    """Direct holdings on a day, and what was left out."""

    held: Shareholdings
    """Owners and what they own are positions."""
    cited: dict[tuple[int, int], int]
    """For each owner and what it owns the best said, earliest assertion (row in the edges)."""
    unknown: int
    """How many holdings have a share that is not known, or not for sure."""
    over: int
    """How many assertions are not in force on the day."""
    unsaid: int
    """How many say only that it is to be so."""


def stakes(graph: PlanGraph, *, as_of: str | None, successors: periods.Successors) -> Stakes:
    """The holdings of a day; without one, those that are not said to have ended.

    Several assertions of one holding that say different shares give the interval between them, one
    that says none is not known: from nothing to all that the others leave. What a successor carries
    on is added to what it has itself, unless that is said from the succession on; where several
    carry on one holding, or what is owned has become one with other things, the share is not known.
    What something is said to hold of itself is nobody's.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "v", "kind": "Municipality"}, {"id": "kraft", "kind": "Actor"}],
    ...     [{"source": "v", "relation": "OWNS", "target": "kraft", "share": 0.4}])
    >>> stakes(graph, as_of=None, successors="carry").held.owners
    {1: {0: Holding(least=0.4, most=0.4)}}
    """
    edges = graph.related(*READS)
    legal = graph.nodes["kind"].isin(LEGAL).to_numpy()[edges["target"].to_numpy(np.int64)]
    edges = edges[legal & (edges["source"] != edges["target"]).to_numpy()]
    said = belonging.as_fact(edges)
    rows = periods.rows_of(graph, *READS)
    rows = rows[rows["edge"].isin(said.index) & (rows["source"] != rows["target"])]
    day = dates.FOREVER if as_of is None else dates.last_number(dates.require_day(as_of))
    there = periods.in_force(rows, day, successors)
    if successors == "keep":
        there &= ~rows["further"].to_numpy(bool)
    now = rows[there].reset_index(drop=True)
    now = now.assign(
        owner=graph.edges["source"].to_numpy(np.int64)[now["edge"]],
        owned=graph.edges["target"].to_numpy(np.int64)[now["edge"]],
        share=graph.edges["share"].to_numpy(np.float64)[now["edge"]],
        said=word_ranks(graph.edges["modality"])[now["edge"]],
    )
    now = _without_restated(now)
    parts = _parts(now)
    best = now.sort_values(["said", "edge"]).drop_duplicates(["source", "target"])
    owners: dict[int, dict[int, Holding]] = {}
    for (source, target), part in parts.items():
        owners.setdefault(target, {})[source] = part
    held = Shareholdings(owners)
    return Stakes(
        held,
        {
            (int(source), int(target)): int(edge)
            for source, target, edge in best[["source", "target", "edge"]].itertuples(index=False)
        },
        sum(part.least < part.most for some in held.owners.values() for part in some.values()),
        int((~said.index.isin(now["edge"])).sum()),
        len(edges) - len(said),
    )


def _without_restated(now: pd.DataFrame) -> pd.DataFrame:
    """Without what is carried on where the successor's own holding is said from then on."""
    own = (now["owner"] == now["source"]) & (now["owned"] == now["target"])
    anew = now[own].groupby(["source", "target"])["since"].max().rename("anew").reset_index()
    found = now.merge(anew, how="left", on=["source", "target"])
    restated = ~own & (found["anew"].to_numpy() >= now["since"].to_numpy())
    return now[~restated].reset_index(drop=True)


def _parts(now: pd.DataFrame) -> dict[tuple[int, int], Holding]:
    """What each owner holds of each thing: the sum of what it has itself and what it carries on."""
    heirs = now.drop_duplicates(["edge", "source"])["edge"].value_counts()
    sources = now.groupby("target")["owned"].nunique()
    shared = now["edge"].map(heirs).gt(1) & (now["owner"] != now["source"])
    melted = now["target"].map(sources).gt(1) & (now["owned"] != now["target"])
    share = now["share"].where(~melted)
    least = share.where(~shared, 0.0)
    table = now.assign(least=least, most=share)
    each = table.groupby(["source", "target", "owner", "owned"], sort=True)[["least", "most"]]
    bounds = each.agg({"least": "min", "most": "max"})
    bounds = bounds.fillna({"least": 0.0, "most": 1.0})
    total = bounds.groupby(level=["source", "target"]).sum().clip(upper=1.0)
    return {
        (int(source), int(target)): Holding(float(row[0]), float(row[1]))
        for (source, target), row in zip(total.index, total.to_numpy(), strict=True)
    }
