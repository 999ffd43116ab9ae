"""Into which communities those that work together fall, and when that means little."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple, Unpack

import numpy as np
import pandas as pd

from graphtool import schema
from graphtool.algorithms.modularity import best
from graphtool.graph.tables import TEXT
from graphtool.language import Text, collation_key
from graphtool.queries import columns, measures
from graphtool.queries.community_certainty import CERTAINTY, Certainty
from graphtool.queries.community_notes import community_notes
from graphtool.queries.fields import Option, PartyId, PartyName, col
from graphtool.queries.projection import STATED, TOGETHER
from graphtool.queries.projection_columns import Partners, Strength, TieOptions
from graphtool.queries.query import Askable
from graphtool.queries.registry import ask, query

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph


class Community(NamedTuple):
    """A party and the community that it is in."""

    party: PartyId
    name: PartyName
    community: Annotated[
        int,
        col(
            ("fellesskap", "nummeret på fellesskapet, 1 er det største"),
            ("fellesskap", "nummeret på fellesskapet, 1 er det største"),
            ("community", "number of its community, 1 the largest"),
        ),
    ]
    size: Annotated[
        int,
        col(
            ("størrelse", "hvor mange parter som er i det"),
            ("storleik", "kor mange partar som er i det"),
            ("size", "how many parties are in it"),
        ),
    ]
    degree: Partners
    degree_inside: Annotated[
        int,
        col(
            ("av dem i samme", "hvor mange av dem som er i det"),
            ("av dei i same", "kor mange av dei som er i det"),
            ("inside", "how many of them are in it"),
        ),
    ]
    strength: Strength
    inside: Annotated[
        float,
        col(
            (
                "andel innenfor",
                "andelen av styrken som blir innenfor, 0 til 1; 0 uten forbindelser",
            ),
            ("del innanfor", "delen av styrken som blir innanfor, 0 til 1; 0 utan samband"),
            ("share inside", "share of its strength that stays inside, 0 to 1; 0 without ties"),
        ),
    ]
    shared: Annotated[
        str | None,
        col(
            (
                "deler",
                "navnene på aktivitetene som mer enn halvparten av fellesskapet deltar i, flest"
                " først",
            ),
            (
                "deler",
                "namna på aktivitetane som meir enn halvparten av fellesskapet deltek i, flest"
                " først",
            ),
            (
                "shared",
                "names of the activities that more than half of the community take part in, most"
                " first",
            ),
            {STATED: schema.RELATIONS[STATED].label},
        ),
    ]


@query(Community, order=("community", "name", "party"), notes=community_notes, reads=TOGETHER)
def communities(
    graph: PlanGraph | Askable,
    *,
    resolution: Annotated[
        float,
        Option(
            Text(
                "hvor fint det deles: over 1 gir flere og mindre grupper",
                "kor fint det blir delt: over 1 gir fleire og mindre grupper",
                "how finely to divide: above 1 gives more and smaller communities",
            )
        ),
    ] = 1.0,
    **options: Unpack[TieOptions],
) -> pd.DataFrame:
    """Parties by the community they are in: who works more with each other than with the rest.

    The network is that of `centrality`: undirected, one tie a pair, Newman's weights. Asked for is
    the partition of the highest modularity. In a connected part of up to 40 parties it is found
    and, save in some dense ones of two sides, proved, and those that are as good are counted
    (column generation: Aloise et al. 2010, Physical Review E 82, 046112); in larger ones Louvain
    (Blondel et al. 2008, Journal of Statistical Mechanics P10008) looks for it, up to 20 times with
    fixed seeds, and the notes say so. The answer depends neither on chance nor on the order of the
    data. Nor does it depend on ids, but where several partitions are equally good, or parties have
    the same place in the network: of those as good one with the fewest communities is taken, and of
    these the one whose place in the network comes first; of images of each other the first by id.
    Communities are numbered from the largest; equally large ones by the first name in Norwegian
    order. A party without ties is a community of one. At level municipality all municipalities
    count. The modularity that is noted is that at resolution 1, whatever is asked for.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": m, "kind": "Municipality", "name": m} for m in "abcdef"],
    ...     [{"source": a, "relation": "COLLABORATES_WITH", "target": b}
    ...      for a, b in ("ab", "ac", "bc", "cd", "de", "df", "ef")])
    >>> communities(graph)[["party", "community", "degree_inside"]].values.tolist()
    [['a', 1, 2], ['b', 1, 2], ['c', 1, 2], ['d', 2, 2], ['e', 2, 2], ['f', 2, 2]]
    """
    rows = ask(graph, "participations", only=measures.TIES, **options)
    net, names = measures.network(rows, level=options["level"])
    division = best(net.matrix, resolution)
    number = _numbered(division.labels, names)
    table = columns.table(
        Community,
        party=names.index.to_series(),
        name=names,
        community=number,
        size=np.bincount(number)[number],
        shared=_shared(rows, pd.Series(number, index=names.index)),
        **_inside(net, number),
    )
    table = table.sort_values(["community", "party"], ignore_index=True)
    table.attrs[CERTAINTY] = Certainty(division.proved, division.ways, division.canonical)
    return table


def _numbered(labels: np.ndarray, names: pd.Series[str]) -> np.ndarray:
    """The communities numbered from 1, the largest first, then by first name."""
    members: dict[int, list[tuple[tuple[str, str], str]]] = {}
    for label, party, name in zip(labels.tolist(), names.index, names, strict=True):
        members.setdefault(label, []).append((collation_key(name), party))
    order = sorted(members, key=lambda label: (-len(members[label]), min(members[label])))
    number = {label: at for at, label in enumerate(order, start=1)}
    return np.array([number[label] for label in labels.tolist()], dtype=np.int64)


def _inside(net: measures.TieGraph, number: np.ndarray) -> dict[str, np.ndarray]:
    """Ties and strength of each party, in all and inside its community."""
    ties, strength = net.matrix.tocoo(), net.strength()
    same = number[ties.row] == number[ties.col]
    row, weight = ties.row[same], ties.data[same]
    within = np.bincount(row, weights=weight, minlength=len(number))
    share = np.divide(within, strength, out=np.zeros(len(number)), where=strength > 0)
    return {
        "degree": net.degree(),
        "degree_inside": np.bincount(row, minlength=len(number)).astype(np.int64),
        "strength": strength,
        "inside": np.round(share, 9),
    }


def _shared(rows: pd.DataFrame, number: pd.Series[int]) -> pd.Series[str]:
    """For each party what more than half of its community take part in, and at least two do."""
    rows = rows[rows["activity"] != ""]
    takes = rows.assign(community=rows["party"].map(number))
    counts = takes.groupby(["community", "activity", "activity_name"])["party"].nunique()
    size = number.value_counts()
    found: dict[int, list[tuple[int, tuple[str, str], str]]] = {}
    for (community, _, name), count in counts.items():
        if count > 1 and 2 * count > size[community]:
            found.setdefault(community, []).append((-count, collation_key(name), name))
    said = {
        community: columns.SEPARATOR.join(dict.fromkeys(name for *_, name in sorted(most)))
        for community, most in found.items()
    }
    return pd.Series([said.get(at, "") for at in number], dtype=TEXT)
