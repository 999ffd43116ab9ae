"""Which municipality, county and sector each party belongs to."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple, Unpack

import numpy as np
import pandas as pd

from graphtool import schema
from graphtool.algorithms.closure import closure
from graphtool.graph import belonging, representation
from graphtool.language import Text, tables
from graphtool.queries import columns
from graphtool.queries.fields import Option, PartyId, PartyName, TimeOptions, col
from graphtool.queries.projection_columns import Level
from graphtool.queries.registry import query

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

Grouping = Literal["municipality", "county", "sector"]
By = Annotated[
    Grouping,
    Option(
        Text(
            "hvilke grupper: kommuner, fylker eller sektorer",
            "kva grupper: kommunar, fylke eller sektorar",
            "which groups: municipalities, counties, or sectors",
        )
    ),
]
COUNTY = "county"
SECTORS = {
    "municipality": Text("kommune", "kommune", "municipality"),
    "public": Text("annet offentlig", "anna offentleg", "other public body"),
    "business": Text("næringsliv", "næringsliv", "business"),
    "knowledge": Text("forskning og utdanning", "forsking og utdanning", "research and education"),
    "civil": Text("forening", "foreining", "association"),
    "funding": Text("fond", "fond", "fund"),
    "network": Text("nettverk", "nettverk", "network"),
}


class PartyGroup(NamedTuple):
    """A party, and what it belongs to."""

    party: PartyId
    name: PartyName
    municipality: Annotated[
        str | None,
        col(
            ("kommune", "kommunen som den er, handler for eller ligger i; flere med ; mellom"),
            ("kommune", "kommunen som han er, handlar for eller ligg i; fleire med ; mellom"),
            (
                "municipality",
                "the municipality that it is, acts for or is located in; several joined by ;",
            ),
        ),
    ]
    county: Annotated[
        str | None,
        col(
            ("fylke", "fylket som den eller kommunen er del av"),
            ("fylke", "fylket som han eller kommunen er del av"),
            ("county", "the county that it or its municipality is part of"),
        ),
    ]
    sector: Annotated[
        str | None,
        col(
            ("sektor", "hva slags organ det er"),
            ("sektor", "kva slags organ det er"),
            ("sector", "what sort of body it is"),
            SECTORS,
        ),
    ]


@lru_cache(maxsize=1)
def _sectors() -> dict[str, str]:
    """The sector of each kind and subkind."""
    by_sector = tables("graphtool.queries", "sectors")
    return {word: sector for sector, words in by_sector.items() for word in words}


@query(
    PartyGroup,
    order=("name", "party"),
    reads=("PART_OF", "LOCATED_IN", "AFFILIATED_WITH", "HOSTS", "OWNS"),
    among=(*schema.PARTIES, "Region"),
    evidence=False,
)
def party_groups(
    graph: PlanGraph, *, level: Level = "organisation", **when: Unpack[TimeOptions]
) -> pd.DataFrame:
    """Which municipality, county and sector each party belongs to, as far as that is said.

    One row a party that names somebody. Its municipality is itself, those that it acts for
    (affiliated with them, hosted or owned by them, over any number of steps) and those that it is
    located in. Its county is the region of subkind county that it is located in, or that one of
    its municipalities is part of, over any number of steps; without a day, that is every county
    that there has been. Its sector follows from its kind and subkind: a municipality, another
    public body, business, research and education, an association, a fund, a network; of a person
    or a body of another sort none is known. What is only planned does not count.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "v", "kind": "Municipality", "name": "Vennesla"},
    ...      {"id": "agder", "kind": "Region", "subkind": "county", "name": "Agder"},
    ...      {"id": "kai", "kind": "Actor", "subkind": "company", "name": "Kaidrift"}],
    ...     [{"source": "v", "relation": "PART_OF", "target": "agder"},
    ...      {"source": "v", "relation": "OWNS", "target": "kai"}])
    >>> party_groups(graph)[["party", "municipality", "county", "sector"]].values.tolist()
    [['v', 'Vennesla', 'Agder', 'municipality'], ['kai', 'Vennesla', 'Agder', 'business']]
    """
    graph = graph.as_of(**when)
    nodes = graph.nodes
    parties = np.unique(representation.counted(graph, level)["party"].to_numpy(np.int64))
    homes = _homes(graph)
    homes = homes[np.isin(homes["node"], parties)]
    counties = _counties(graph, homes, parties)
    place = {node: at for at, node in enumerate(parties.tolist())}

    def words(pairs: pd.DataFrame) -> pd.Series[str]:
        of = pairs["node"].map(place).to_numpy(np.int64)
        return columns.joined_names(graph, of, pairs["at"].to_numpy(np.int64), len(parties))

    kind = columns.taken(nodes["kind"], parties)
    subkind = columns.taken(nodes["subkind"], parties)
    known = _sectors()
    return columns.table(
        PartyGroup,
        party=columns.taken(nodes["id"], parties),
        name=columns.taken(nodes["name"], parties),
        municipality=words(homes),
        county=words(counties),
        sector=[known.get(k) or known.get(s, "") for k, s in zip(kind, subkind, strict=True)],
    )


def _homes(graph: PlanGraph) -> pd.DataFrame:
    """Each `node` and the municipalities `at` which it is, as positions."""
    acting = belonging.acts_for(graph)[["party", "municipality"]].to_numpy(np.int64)
    located = belonging.ends(belonging.locations(graph))
    return _pairs(np.concatenate([acting, located]))


def _counties(graph: PlanGraph, homes: pd.DataFrame, parties: np.ndarray) -> pd.DataFrame:
    """Each `node` and the counties `at` which it is: its own and those of its municipalities."""
    nodes = graph.nodes
    region = (nodes["kind"] == "Region").to_numpy()
    county = np.flatnonzero(region & (nodes["subkind"] == COUNTY).to_numpy())
    up = belonging.ends(belonging.as_fact(graph.related("PART_OF")))
    up = up[region[up[:, 1]]]
    start = np.stack([county, county], axis=1)
    within = _pairs(closure(up[:, ::-1], start, len(nodes)))
    located = _pairs(belonging.ends(belonging.as_fact(graph.related("LOCATED_IN"))))
    places = pd.concat([homes, located[np.isin(located["node"], parties)]])
    over = places.merge(within.set_axis(["at", "county"], axis=1), on="at")
    return _pairs(over[["node", "county"]].to_numpy(np.int64))


def _pairs(found: np.ndarray) -> pd.DataFrame:
    return pd.DataFrame(np.unique(found.reshape(-1, 2), axis=0), columns=["node", "at"])
