"""Who mediates between municipalities, counties or sectors, and in what role."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple, Unpack

import numpy as np

from graphtool import schema
from graphtool.algorithms import brokerage
from graphtool.language import Text, listed, number, plain
from graphtool.queries import columns, networks
from graphtool.queries.fields import Column, PartyId, PartyName, col
from graphtool.queries.groups import named, numbered
from graphtool.queries.networks import NetworkOptions
from graphtool.queries.party_groups import SECTORS, By
from graphtool.queries.phrases import NO_PARTIES, NO_SUCH_TIE
from graphtool.queries.projection import on_their_own
from graphtool.queries.query import Askable
from graphtool.queries.ranking import Rank, Shared, ranks
from graphtool.queries.registry import query

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph

SAME_GROUP = {
    "municipality": Text("kommune", "kommune", "municipality"),
    "county": Text("fylke", "fylke", "county"),
    "sector": Text("sektor", "sektor", "sector"),
}
ONE_GROUP = {
    "municipality": Text("én kommune", "éin kommune", "municipality"),
    "county": Text("ett fylke", "eitt fylke", "county"),
    "sector": Text("kjent sektor", "kjend sektor", "known sector"),
}
WAY = Text(
    "En vei går fra én part over en annen til en tredje som den første ikke selv er knyttet til.",
    "Ein veg går frå éin part over ein annan til ein tredje som den første ikkje sjølv er knytt"
    " til.",
    "A way runs from one party over another to a third that the first is not tied to itself.",
)
WAY_AND_BACK = Text(
    "En vei går fra én part over en annen til en tredje som den første ikke selv er knyttet til;"
    " hvert par gir to, én hver vei.",
    "Ein veg går frå éin part over ein annan til ein tredje som den første ikkje sjølv er knytt"
    " til; kvart par gir to, éin kvar veg.",
    "A way runs from one party over another to a third that the first is not tied to itself; each"
    " pair gives two, one each way.",
)
WAYS = (Text("1 vei", "1 veg", "1 way"), Text("{n} veier", "{n} vegar", "{n} ways"))


class Broker(NamedTuple):
    """A party that stands between two others that are not tied directly."""

    party: PartyId
    name: PartyName
    group: Annotated[
        str | None,
        Column(
            Text("gruppe", "gruppe", "group"),
            Text(
                "kommunen, fylket eller sektoren; tomt der den ikke hører til noen",
                "kommunen, fylket eller sektoren; tomt der han ikkje høyrer til nokon",
                "its municipality, county or sector; empty where it is of no one",
            ),
            SECTORS,
        ),
    ]
    between: Annotated[
        int,
        col(
            "i alt",
            "i alt",
            "total",
            Text(
                "hvor mange veier mellom to andre den står på",
                "kor mange vegar mellom to andre han står på",
                "how many ways between two others it stands on",
            ),
        ),
    ]
    between_rank: Rank
    between_ties: Shared
    coordinator: Annotated[
        int,
        col(
            "innenfor",
            "innanfor",
            "coordinator",
            Text(
                "veier innenfor egen gruppe",
                "vegar innanfor eiga gruppe",
                "ways within its own group",
            ),
        ),
    ]
    gatekeeper: Annotated[
        int,
        col(
            "inn",
            "inn",
            "gatekeeper",
            Text(
                "veier fra en annen gruppe inn i dens egen",
                "vegar frå ei anna gruppe inn i den eigne",
                "ways from another group into its own",
            ),
        ),
    ]
    representative: Annotated[
        int,
        col(
            "ut",
            "ut",
            "representative",
            Text(
                "veier fra egen gruppe ut i en annen",
                "vegar frå eiga gruppe ut i ei anna",
                "ways out of its own group into another",
            ),
        ),
    ]
    itinerant: Annotated[
        int,
        col(
            "i annen",
            "i anna",
            "itinerant",
            Text(
                "veier innenfor en gruppe den ikke hører til",
                "vegar innanfor ei gruppe han ikkje høyrer til",
                "ways within one group that it is not of",
            ),
        ),
    ]
    liaison: Annotated[
        int,
        col(
            "mellom",
            "mellom",
            "liaison",
            Text(
                "veier mellom to andre grupper",
                "vegar mellom to andre grupper",
                "ways between two other groups",
            ),
        ),
    ]
    across: Annotated[
        int,
        col(
            "på tvers",
            "på tvers",
            "across",
            Text(
                "veier mellom to i ulike grupper",
                "vegar mellom to i ulike grupper",
                "ways between two of different groups",
            ),
        ),
    ]
    across_expected: Annotated[
        float,
        col(
            "ventet",
            "venta",
            "expected",
            Text(
                "det samme når gruppene loddes ut",
                "det same når gruppene blir lodda ut",
                "the same where the groups are dealt out by lot",
            ),
        ),
    ]


NOBODY_BETWEEN = Text(
    "Ingen står mellom to andre: alle som har en felles partner, er selv knyttet sammen.",
    "Ingen står mellom to andre: alle som har ein felles partnar, er sjølve knytte saman.",
    "Nobody stands between two others: all that have a partner in common are tied themselves.",
)
NO_WAY = Text(
    "Ingen står mellom to andre: ingen vei går over en part til en tredje som den første ikke selv"
    " er knyttet til.",
    "Ingen står mellom to andre: ingen veg går over ein part til ein tredje som den første ikkje"
    " sjølv er knytt til.",
    "Nobody stands between two others: no way runs over a party to a third that the first is not"
    " tied to itself.",
)


def broker_notes(
    graph: PlanGraph | Askable, rows: pd.DataFrame, *, by: str, **options: Unpack[NetworkOptions]
) -> list[Text]:
    """Who mediates most across groups, or that nobody does.

    >>> from graphtool import run
    >>> from graphtool.graph import examples
    >>> graph = examples.three_in_a_row()
    >>> run("brokers", graph).notes[0].en
    'Stands most often between two that are not of the same municipality: B (2 ways).'
    """
    if rows.empty:
        net = networks.asked(graph, **options)
        if not len(net.names):
            return [NO_PARTIES if options["relation"] is None else NO_SUCH_TIE]
        return [NO_WAY if net.directed else NOBODY_BETWEEN]
    most = rows["across"].max()
    said = []
    first = rows[rows["across"] == most]
    if most and len(first) < max(len(rows), 2):
        said.append(
            Text(
                "Står oftest mellom to som ikke er fra samme {group}: {names} ({ways}).",
                "Står oftast mellom to som ikkje er frå same {group}: {names} ({ways}).",
                "Stands most often between two that are not of the same {group}: {names} ({ways}).",
            ).format(
                group=SAME_GROUP[by],
                names=listed(plain(first["name"]), 8),
                ways=number(int(most), *WAYS),
            )
        )
    elif most:
        said.append(
            Text(
                "De som står mellom to som ikke er fra samme {group}, gjør det like ofte: ingen"
                " skiller seg ut.",
                "Dei som står mellom to som ikkje er frå same {group}, gjer det like ofte: ingen"
                " skil seg ut.",
                "Those who stand between two that are not of the same {group} do so equally often:"
                " nobody stands out.",
            ).format(group=SAME_GROUP[by])
        )
    relation = options["relation"]
    both_ways = relation is None or schema.relation(relation).undirected
    said.append(WAY_AND_BACK if both_ways else WAY)
    alone = int((rows["group"] == "").sum())
    if alone:
        said.append(
            Text(
                "Uten {one}, og derfor regnet hver for seg: {n} av {all}.",
                "Utan {one}, og derfor rekna kvar for seg: {n} av {all}.",
                "Of no one {one}, and so each counted by itself: {n} of {all}.",
            ).format(one=ONE_GROUP[by], n=alone, all=len(rows))
        )
    return [*said, *on_their_own(graph, rows["party"], options)]


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
