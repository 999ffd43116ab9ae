"""Who works with whom, through what, and how closely."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import numpy as np
import pandas as pd

from graphtool import schema
from graphtool.language import Text
from graphtool.queries import columns
from graphtool.queries.projection import STATED, TOGETHER, Level, Planned, incidence, ties
from graphtool.queries.registry import AsOf, Column, Successors, col, node_id, query

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph


class Collaboration(NamedTuple):
    """A pair of parties that work together."""

    party: Annotated[str, node_id("part-id", "part-id", "party", "id of the one party")]
    party_name: Annotated[str, col("part", "part", "party name", "its name")]
    partner: Annotated[str, node_id("partner-id", "partnar-id", "partner", "id of the other party")]
    partner_name: Annotated[str, col("partner", "partnar", "partner name", "its name")]
    activities: Annotated[
        int, col("felles", "felles", "activities", "how many activities they share")
    ]
    weight: Annotated[
        float, col("vekt", "vekt", "weight", "Newman's weight: the sum of 1/(n-1) over them")
    ]
    shared: Annotated[
        str,
        Column(
            Text("deler", "deler", "shared"),
            "the activities' names; COLLABORATES_WITH is a stated tie",
            {STATED: schema.RELATIONS[STATED].label},
        ),
    ]
    evidence: Annotated[
        str | None,
        col("belegg", "belegg", "evidence", "document:line of every assertion behind it"),
    ]


def collaboration_notes(graph: PlanGraph, rows: pd.DataFrame, **options: Any) -> list[Text]:
    """How dense it is, and what was left out."""
    parties = len(set(rows["party"]) | set(rows["partner"]))
    if not parties:
        return [Text(
            "Ingen to parter deler noen aktivitet.", "Ingen to partar deler nokon aktivitet.",
            "No two parties share an activity.",
        )]  # fmt: skip
    possible = parties * (parties - 1) // 2
    notes = [
        Text(
            "{n} par blant {parties} parter som samarbeider med noen, av {possible} mulige.",
            "{n} par blant {parties} partar som samarbeider med nokon, av {possible} moglege.",
            "{n} pairs among {parties} parties that work with anybody, of {possible} possible.",
        ).format(n=len(rows), parties=parties, possible=possible)
    ]
    if len(rows) == possible and parties > 2 and rows["weight"].min() == rows["weight"].max():
        notes.append(Text(
            "Alle arbeider like mye sammen med alle: ingen par skiller seg ut.",
            "Alle arbeider like mykje saman med alle: ingen par skil seg ut.",
            "Everybody works equally much with everybody: no pair stands out.",
        ))  # fmt: skip
    return notes


@query(
    Collaboration, order=("-weight", "party", "partner"), notes=collaboration_notes, reads=TOGETHER
)
def collaborations(
    graph: PlanGraph,
    *,
    as_of: AsOf = None,
    successors: Successors = "carry",
    level: Level = "party",
    planned: Planned = False,
) -> pd.DataFrame:
    """Pairs of parties that work together: what they share, how many, and how closely.

    Two parties share an activity when both are members of, lead, host, own, answer for,
    coordinate, support, take part in, fund or have adopted it. Activities are programmes,
    projects, plans, measures, and actors that are networks, councils or associations; a stated
    COLLABORATES_WITH is an activity of two. Weight: each shared activity of n parties gives
    1/(n-1) (Newman 2001, Physical Review E 64, 016132, equation 2), rounded to 9 decimals.
    Groups that name nobody are left out, and what is only planned unless asked for. At level
    municipality a municipality stands for itself, its people and the bodies it hosts or owns.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "i", "kind": "Municipality", "name": "Iveland"},
    ...      {"id": "v", "kind": "Municipality", "name": "Vennesla"},
    ...      {"id": "n", "kind": "Actor", "subkind": "network", "name": "Nettverket"}],
    ...     [{"source": "i", "relation": "MEMBER_OF", "target": "n"},
    ...      {"source": "v", "relation": "LEADS", "target": "n"}])
    >>> collaborations(graph)[["party", "partner", "weight", "shared"]].values.tolist()
    [['i', 'v', 1.0, 'Nettverket']]
    """
    graph = graph.as_of(as_of, successors=successors)
    found = incidence(graph, level=level, planned=planned)
    pairs = ties(found)
    shared, evidence = _behind(graph, found, pairs.party, pairs.partner)
    nodes = graph.nodes
    return columns.table(
        Collaboration,
        party=columns.taken(nodes["id"], pairs.party),
        party_name=columns.taken(nodes["name"], pairs.party),
        partner=columns.taken(nodes["id"], pairs.partner),
        partner_name=columns.taken(nodes["name"], pairs.partner),
        activities=pairs.activities,
        weight=np.round(pairs.weight, 9),
        shared=shared,
        evidence=evidence,
    )


def _behind(
    graph: PlanGraph, found: pd.DataFrame, party: np.ndarray, partner: np.ndarray
) -> tuple[list[str], list[str]]:
    """For every pair the names of what they share, by node, and where that is said, sorted."""
    names = graph.nodes["name"]
    edges = graph.edges
    said: dict[tuple[int, int], set[str]] = {}
    shares: dict[int, set[int]] = {}
    places = [
        f"{document}:{line}" if line else document
        for document, line in zip(edges["document"].astype(object), edges["line"], strict=True)
    ] if len(found) else []  # fmt: skip
    for who, activity, edge in found.itertuples(index=False):
        shares.setdefault(who, set()).add(activity)
        said.setdefault((who, activity), set()).add(places[edge])
    shared, evidence = [], []
    for one, other in zip(party.tolist(), partner.tolist(), strict=True):
        common = sorted(shares[one] & shares[other])
        known = [names.iat[at] if at < len(names) else STATED for at in common]
        shared.append(columns.SEPARATOR.join(known))
        behind = set().union(*(said[who, at] for at in common for who in (one, other))) - {""}
        evidence.append(columns.SEPARATOR.join(sorted(behind)))
    return shared, evidence
