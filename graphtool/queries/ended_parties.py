"""Parties that are no more, and who came in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

import numpy as np
import pandas as pd

from graphtool import dates, schema
from graphtool.algorithms.components import within_cycles
from graphtool.graph import periods
from graphtool.graph.carrying import SUCCESSION
from graphtool.graph.tables import TEXT
from graphtool.queries import columns
from graphtool.queries.fields import AsOf, NodeName, PartyId, Successors, col
from graphtool.queries.registry import query

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph


class EndedParty(NamedTuple):
    """A party whose last day is said, or that another has succeeded."""

    party: PartyId
    name: NodeName
    last_day: Annotated[
        str | None,
        col(
            ("siste dag", "siste dag, slik det er sagt"),
            ("siste dag", "siste dag, slik det er sagt"),
            ("last day", "its last day, as it was said"),
        ),
    ]
    successors: Annotated[
        str | None,
        col(
            ("etterfulgt av", "partene som etterfulgte den"),
            ("etterfølgd av", "partane som etterfølgde han"),
            ("succeeded by", "the parties that succeeded it"),
            several=True,
        ),
    ]
    succeeded: Annotated[
        str | None,
        col(
            ("fra", "fra når de gjorde det, den første datoen som er sagt om det"),
            ("frå", "frå når dei gjorde det, den første datoen som er sagd om det"),
            ("from", "from when they did, the first date said of it"),
        ),
    ]


@query(EndedParty, order=("name", "party"), reads=(SUCCESSION,))
def ended_parties(
    graph: PlanGraph, *, as_of: AsOf = None, successors: Successors = "keep"
) -> pd.DataFrame:
    """Municipalities and actors that are no more, with their last day and who succeeded them.

    A party has ended where its last day is said (`valid_to`), or where it is succeeded
    (SUCCEEDED_BY); a succession in a circle, of one that was merged and split off again, counts
    for nothing. With a day, those whose last day lies before it or that were succeeded by then;
    without, also those whose last day lies ahead; `successors` changes nothing. Who succeeded is
    named in the graph's order.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "s", "kind": "Municipality", "name": "Søgne", "valid_to": "2019"},
    ...      {"id": "k", "kind": "Municipality", "name": "Kristiansand"}],
    ...     [{"source": "s", "relation": "SUCCEEDED_BY", "target": "k", "valid_from": "2020"}])
    >>> ended_parties(graph).values.tolist()
    [['s', 'Søgne', '2019', 'Kristiansand', '2020']]
    """
    nodes = graph.nodes
    day = dates.FOREVER if as_of is None else dates.last_number(dates.require_day(as_of))
    became = graph.related(SUCCESSION)
    became = became[periods.said(became)[0] <= day]
    if len(became):
        ends = became["source"].to_numpy(), became["target"].to_numpy()
        became = became[~within_cycles(*ends, len(nodes))]
    source = became["source"].to_numpy()
    over = (periods.said(nodes)[1] < day) | np.isin(np.arange(len(nodes)), source)
    party = np.flatnonzero(over & nodes["kind"].isin(schema.PARTIES).to_numpy())
    place = np.full(len(nodes), -1)
    place[party] = np.arange(len(party))
    of = place[source]
    mine, new = of[of >= 0], became["target"].to_numpy()[of >= 0]
    since = became["valid_from"].astype(TEXT)[of >= 0]
    earliest = since[since != ""].groupby(mine[(since != "").to_numpy()]).min()
    return columns.table(
        EndedParty,
        party=columns.taken(nodes["id"], party),
        name=columns.taken(nodes["name"], party),
        last_day=columns.taken(nodes["valid_to"], party),
        successors=columns.joined_names(graph, mine, new, len(party)),
        succeeded=earliest.reindex(np.arange(len(party)), fill_value="").astype(TEXT),
    )
