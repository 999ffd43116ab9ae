"""Who is central among those that work together, and when such a ranking means nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple, Unpack

import numpy as np

from graphtool.language import Text
from graphtool.queries import columns, measures
from graphtool.queries.centrality_notes import LABELS, centrality_notes
from graphtool.queries.fields import Option, PartyId, PartyName, col
from graphtool.queries.projection import TOGETHER
from graphtool.queries.projection_columns import Partners, Strength, TieOptions
from graphtool.queries.query import Askable
from graphtool.queries.ranking import Rank, Shared, ranges, ranks
from graphtool.queries.registry import query

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph


class Centrality(NamedTuple):
    """A party and how central it is by five measures."""

    party: PartyId
    name: PartyName
    degree: Partners
    degree_rank: Rank
    degree_ties: Shared
    strength: Strength
    strength_rank: Rank
    strength_ties: Shared
    betweenness: Annotated[
        float,
        col(
            ("mellom", "andelen av korteste veier som går gjennom den"),
            ("mellom", "delen av kortaste vegar som går gjennom han"),
            ("betweenness", "share of shortest paths that run through it"),
        ),
    ]
    betweenness_rank: Rank
    betweenness_ties: Shared
    betweenness_error: Annotated[
        float,
        col(
            (
                "± mellom",
                "hvor mye det kan ta feil, til hver side: tre standardfeil; 0 der det er nøyaktig",
            ),
            (
                "± mellom",
                "kor mykje det kan ta feil, til kvar side: tre standardfeil; 0 der det er nøyaktig",
            ),
            (
                "± betweenness",
                "how far it may be off, to each side: three standard errors; 0 where it is exact",
            ),
            in_tables=False,
        ),
    ]
    harmonic: Annotated[
        float,
        col(
            ("nærhet", "gjennomsnittet av 1/avstand til alle andre"),
            ("nærleik", "gjennomsnittet av 1/avstand til alle andre"),
            ("harmonic", "mean of 1/distance to all others"),
        ),
    ]
    harmonic_rank: Rank
    harmonic_ties: Shared
    eigenvector: Annotated[
        float,
        col(
            ("egenvektor", "knyttet til dem som er godt knyttet"),
            ("eigenvektor", "knytt til dei som er godt knytte"),
            ("eigenvector", "tied to those who are well tied"),
        ),
    ]
    eigenvector_rank: Rank
    eigenvector_ties: Shared


@query(
    Centrality,
    order=("-strength", "name", "party"),
    notes=centrality_notes,
    reads=TOGETHER,
    wider="centralities",
)
def centrality(
    graph: PlanGraph | Askable,
    *,
    exact: Annotated[
        bool,
        Option(
            Text(
                "regn ut mellomposisjon for store nettverk også: minutter i stedet for sekunder",
                "rekn ut mellomposisjon for store nettverk også: minutt i staden for sekund",
                "work betweenness out for large networks too: minutes instead of seconds",
            )
        ),
    ] = False,
    **options: Unpack[TieOptions],
) -> pd.DataFrame:
    """Parties by how central they are among those that work together, each rank with its ties.

    The network is that of `collaborations`: undirected, one tie a pair. Parties that take part in
    something count, alone or not; at level municipality all municipalities do. With n parties:
    degree: number of partners, not normalised. strength: sum of the weights of its ties (Newman
    2001), the number of activities shared with anybody. betweenness: share of the shortest paths
    between others that run through it, unweighted, divided by (n-1)(n-2)/2 (Freeman 1977,
    Sociometry 40, p. 37); 0 where n < 3. harmonic: sum of 1/distance to all others, unweighted,
    divided by n-1 (Marchiori and Latora 2000, Physica A 285, p. 541); unreachable counts 0.
    eigenvector: of the largest eigenvalue of the weight matrix, length 1 (Bonacich 1972, Journal
    of Mathematical Sociology 2, p. 115); 0 outside the part of the network that it belongs to,
    and 0 everywhere where several parts are equally strong. Values that agree to nine digits
    share a rank, the best one. Above 2 000 parties betweenness is estimated from 1 024 of them
    (Brandes and Pich 2007, International Journal of Bifurcation and Chaos 17, p. 2303), with an
    error; two whose values, give or take their errors, overlap are not told apart: the rank is then
    one more than the number of parties that are surely above, the ties those not told apart from.
    With `exact` it is worked out whatever the size. With an option that only `centralities` has
    (relation, measure, confidence and others) that query answers, a row a party and measure.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": m, "kind": "Municipality", "name": m} for m in "abc"],
    ...     [{"source": "a", "relation": "COLLABORATES_WITH", "target": "b"},
    ...      {"source": "b", "relation": "COLLABORATES_WITH", "target": "c"}])
    >>> centrality(graph)[["party", "degree", "degree_rank", "degree_ties"]].values.tolist()
    [['b', 2, 1, 1], ['a', 1, 2, 2], ['c', 1, 2, 2]]
    """
    net, names = measures.asked(graph, **options)
    between, errors = net.betweenness(exact=exact)
    values = {name: between if name == "betweenness" else getattr(net, name)() for name in LABELS}
    ranked: dict[str, np.ndarray] = {"betweenness_error": errors}
    for name, value in values.items():
        ranked[name] = value
        ranked[f"{name}_rank"], ranked[f"{name}_ties"] = ranks(value)
    if errors.any():
        ranked["betweenness_rank"], ranked["betweenness_ties"] = ranges(between, errors)
    table = columns.table(Centrality, party=names.index.to_series(), name=names, **ranked)
    return table.sort_values(["strength", "party"], ascending=[False, True], ignore_index=True)
