"""Who works with whom, through what, and how closely."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Unpack

import numpy as np
import pandas as pd

from graphtool.graph import representation
from graphtool.language import Text
from graphtool.queries import columns, evidence
from graphtool.queries.collaboration_columns import Collaboration
from graphtool.queries.collaboration_notes import collaboration_notes
from graphtool.queries.fields import Option
from graphtool.queries.projection import (
    ACTIVITIES,
    FORUM,
    PARTICIPATION,
    STATED,
    TOGETHER,
    Ties,
    incidence,
    ties,
)
from graphtool.queries.projection_columns import TieOptions
from graphtool.queries.query import Options
from graphtool.queries.registry import query

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph


KINDS = (*ACTIVITIES, FORUM)


def _reads(options: Options) -> Sequence[str]:
    if not options["through"]:
        return TOGETHER
    return (*options["through"], *representation.read(options["level"]))


@query(
    Collaboration, order=("-weight", "party", "partner"), notes=collaboration_notes, reads=_reads
)
def collaborations(
    graph: PlanGraph,
    *,
    through: Annotated[
        tuple[str, ...],
        Option(
            Text(
                "bare gjennom disse sammenhengene med det de deler",
                "berre gjennom desse samanhengane med det dei deler",
                "only by these relations to what they share",
            ),
            (*PARTICIPATION, STATED),
        ),
    ] = (),
    kinds: Annotated[
        tuple[str, ...],
        Option(
            Text(
                "bare aktiviteter av disse slagene; da ingen oppgitte forbindelser",
                "berre aktivitetar av desse slaga; då ingen oppgitte samband",
                "only activities of these kinds; no stated ties then",
            ),
            KINDS,
        ),
    ] = (),
    **options: Unpack[TieOptions],
) -> pd.DataFrame:
    """Pairs of parties that work together: what they share, how many, and how closely.

    Two parties share an activity when both are members of, lead, host, own, answer for,
    coordinate, support, take part in, apply for, fund or have adopted it. Activities are
    programmes, projects, plans, measures, and forums: actors that are networks, councils or
    associations. A forum takes part in itself where anybody else does, so it is tied to each of
    its members. A stated COLLABORATES_WITH is an activity of two. Weight: each shared activity of
    n parties gives 1/(n-1) (Newman 2001, Physical Review E 64, 016132, equation 2), rounded to 9
    decimals. The number of shared activities is a weight too, and so is Jaccard's: of all
    activities that either takes part in the share that both do (1901; of those that are counted
    here). Groups that name nobody are left out, and what is only planned unless asked for. What a
    source says of the pair itself and what follows from shared activities are told apart.

    Who is tied. At level organisation persons count for whom they are affiliated with, each
    organisation where they are several, and for themselves where for nobody. At level
    municipality a municipality stands for itself, its people and the bodies that it hosts or owns
    over any number of steps, councils and networks included. At level party everybody is alone.
    `through` names, in the graph's order, those who stand behind for the two, in any of what they
    share; the evidence then includes the assertions by which they do: an affiliation, at level
    municipality also that they are hosted or owned (the first step where there are several).

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "i", "kind": "Municipality", "name": "Iveland"},
    ...      {"id": "v", "kind": "Municipality", "name": "Vennesla"},
    ...      {"id": "n", "kind": "Actor", "subkind": "network", "name": "Nettverket"}],
    ...     [{"source": "i", "relation": "MEMBER_OF", "target": "n"},
    ...      {"source": "v", "relation": "LEADS", "target": "n"}])
    >>> collaborations(graph)[["party", "partner", "weight", "shared"]].values.tolist()
    [['i', 'v', 0.5, 'Nettverket'], ['i', 'n', 0.5, 'Nettverket'], ['v', 'n', 0.5, 'Nettverket']]
    """
    graph = graph.as_of(options["as_of"], successors=options["successors"])
    level, planned = options["level"], options["planned"]
    found = incidence(graph, level=level, planned=planned, relations=through, kinds=kinds)
    pairs = ties(found)
    shared, behind, evidence = _behind(graph, level, found, pairs)
    nodes = graph.nodes
    return columns.table(
        Collaboration,
        party=columns.taken(nodes["id"], pairs.party),
        party_name=columns.taken(nodes["name"], pairs.party),
        partner=columns.taken(nodes["id"], pairs.partner),
        partner_name=columns.taken(nodes["name"], pairs.partner),
        activities=pairs.activities,
        weight=np.round(pairs.weight, 9),
        jaccard=np.round(pairs.jaccard, 9),
        said=[_said(names) for names in shared],
        shared=shared,
        through=behind,
        evidence=evidence,
    )


def _said(shared: str) -> str:
    """Whether a stated tie is among what two share, or all of it."""
    names = shared.split(columns.SEPARATOR)
    stated = names.count(STATED)
    return "stated" if stated == len(names) else "both" if stated else "derived"


def _behind(
    graph: PlanGraph, level: str, found: pd.DataFrame, pairs: Ties
) -> tuple[list[str], list[str], list[str]]:
    """For every pair what they share and who stands behind, by node, and where that is said."""
    names = graph.nodes["name"].tolist()
    places = evidence.places(graph)
    counts = evidence.standing(graph, level)
    said: dict[tuple[int, int], set[str]] = {}
    behind: dict[tuple[int, int], set[int]] = {}
    shares: dict[int, set[int]] = {}
    for party, activity, edge, who in found.itertuples(index=False):
        shares.setdefault(party, set()).add(activity)
        mine = said.setdefault((party, activity), set())
        if edge >= 0:
            mine.add(places[edge])
        if who not in (party, activity):
            behind.setdefault((party, activity), set()).add(who)
            mine.update(counts.get((who, party), ()))
    shared, through, cited = [], [], []
    for one, other in zip(pairs.party.tolist(), pairs.partner.tolist(), strict=True):
        common = sorted(shares[one] & shares[other])
        known = [names[at] if at < len(names) else STATED for at in common]
        both = [(party, at) for at in common for party in (one, other)]
        people = sorted(set().union(*(behind.get(pair, ()) for pair in both)))
        shared.append(columns.SEPARATOR.join(known))
        through.append(columns.SEPARATOR.join(names[at] for at in people))
        cited.append(
            columns.SEPARATOR.join(sorted(set().union(*(said[pair] for pair in both)) - {""}))
        )
    return shared, through, cited
