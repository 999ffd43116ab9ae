"""Who mediates between municipalities, counties or sectors, and in what role."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple, Unpack

import numpy as np

from graphtool.algorithms import brokerage
from graphtool.queries import columns, networks
from graphtool.queries.broker_notes import broker_notes
from graphtool.queries.fields import PartyId, PartyName, col
from graphtool.queries.groups import named, numbered
from graphtool.queries.networks import NetworkOptions
from graphtool.queries.party_groups import SECTORS, By
from graphtool.queries.query import Askable
from graphtool.queries.ranking import Rank, Shared, ranks
from graphtool.queries.registry import query

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph


class Broker(NamedTuple):
    """A party that stands between two others that are not tied directly."""

    party: PartyId
    name: PartyName
    group: Annotated[
        str | None,
        col(
            ("gruppe", "kommunen, fylket eller sektoren; tomt der den ikke hører til noen"),
            ("gruppe", "kommunen, fylket eller sektoren; tomt der han ikkje høyrer til nokon"),
            ("group", "its municipality, county or sector; empty where it is of no one"),
            SECTORS,
        ),
    ]
    between: Annotated[
        int,
        col(
            ("i alt", "hvor mange veier mellom to andre den står på"),
            ("i alt", "kor mange vegar mellom to andre han står på"),
            ("total", "how many ways between two others it stands on"),
        ),
    ]
    between_rank: Rank
    between_ties: Shared
    coordinator: Annotated[
        int,
        col(
            ("innenfor", "veier innenfor egen gruppe"),
            ("innanfor", "vegar innanfor eiga gruppe"),
            ("coordinator", "ways within its own group"),
        ),
    ]
    gatekeeper: Annotated[
        int,
        col(
            ("inn", "veier fra en annen gruppe inn i dens egen"),
            ("inn", "vegar frå ei anna gruppe inn i den eigne"),
            ("gatekeeper", "ways from another group into its own"),
        ),
    ]
    representative: Annotated[
        int,
        col(
            ("ut", "veier fra egen gruppe ut i en annen"),
            ("ut", "vegar frå eiga gruppe ut i ei anna"),
            ("representative", "ways out of its own group into another"),
        ),
    ]
    itinerant: Annotated[
        int,
        col(
            ("i annen", "veier innenfor en gruppe den ikke hører til"),
            ("i anna", "vegar innanfor ei gruppe han ikkje høyrer til"),
            ("itinerant", "ways within one group that it is not of"),
        ),
    ]
    liaison: Annotated[
        int,
        col(
            ("mellom", "veier mellom to andre grupper"),
            ("mellom", "vegar mellom to andre grupper"),
            ("liaison", "ways between two other groups"),
        ),
    ]
    across: Annotated[
        int,
        col(
            ("på tvers", "veier mellom to i ulike grupper"),
            ("på tvers", "vegar mellom to i ulike grupper"),
            ("across", "ways between two of different groups"),
        ),
    ]
    across_expected: Annotated[
        float,
        col(
            ("ventet", "det samme når gruppene loddes ut"),
            ("venta", "det same når gruppene blir lodda ut"),
            ("expected", "the same where the groups are dealt out by lot"),
        ),
    ]


@query(
    Broker, order=("-across", "-between", "name", "party"), notes=broker_notes, reads=networks.reads
)
def brokers(
    graph: PlanGraph | Askable, *, by: By = "municipality", **options: Unpack[NetworkOptions]
) -> pd.DataFrame:
    """Who stands between two others that are not tied, within groups and between them.

    Gould and Fernandez 1989 (Sociological Methodology 19, p. 89), as sna and UCINET count: every
    way of two steps from one party over a broker to another, where no tie runs from the first to
    the last. Five roles by the groups of the three: all of one group (coordinator); from another
    into the broker's own (gatekeeper); out of it into another (representative); within one that
    the broker is not of (itinerant, or consultant); between two others (liaison). Without a
    direction each way counts both ways, so that gatekeeper and representative are equal. Groups
    are those of `party-groups`; a party that is not of one alone counts as its own. Expected is
    the number of ways on which the ends would be of different groups if groups were dealt out to
    all by lot, as many of each as there are. The network is that of `cohesion`. Parties that stand
    between nobody have no row.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": m, "kind": "Municipality", "name": m} for m in "abc"],
    ...     [{"source": "a", "relation": "COLLABORATES_WITH", "target": "b"},
    ...      {"source": "b", "relation": "COLLABORATES_WITH", "target": "c"}])
    >>> brokers(graph)[["party", "between", "liaison"]].values.tolist()
    [['b', 2, 2]]
    """
    net = networks.asked(graph, **options)
    group = named(graph, net.names, (by,), **options)[by]
    found = brokerage.brokerage(net.matrix, numbered(group))
    total = found.counts.sum(axis=1)
    keep = np.flatnonzero(total)
    rank, ties = ranks(total[keep].astype(np.float64))
    roles = {name: found.counts[keep, at] for at, name in enumerate(brokerage.ROLES)}
    across = [brokerage.ROLES.index(name) for name in ("gatekeeper", "representative", "liaison")]
    return columns.table(
        Broker,
        party=net.names.index[keep].to_list(),
        name=net.names.iloc[keep].to_list(),
        group=group.iloc[keep].to_list(),
        between=total[keep],
        between_rank=rank,
        between_ties=ties,
        **roles,
        across=found.counts[keep][:, across].sum(axis=1),
        across_expected=np.round(found.expected[keep][:, across].sum(axis=1), 9),
    )
