"""What parties are to each other: who owns, funds, hosts or leads whom, and is a member of whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, NamedTuple, Unpack

import numpy as np
import pandas as pd

from graphtool import schema
from graphtool.graph import belonging, representation
from graphtool.graph.carrying import SUCCESSION
from graphtool.queries import columns
from graphtool.queries.assertions import Relation
from graphtool.queries.fields import Document, Line, Quote, col, node_id, only_relations
from graphtool.queries.owner_columns import Modality
from graphtool.queries.owners import best_first
from graphtool.queries.projection_columns import TieOptions
from graphtool.queries.query import Options
from graphtool.queries.registry import query

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

PARTIES = frozenset(schema.PARTIES)
BETWEEN_PARTIES = tuple(
    name
    for name, relation in schema.RELATIONS.items()
    if name not in (SUCCESSION, "AFFILIATED_WITH")
    and any(PARTIES & sources and PARTIES & targets for sources, targets in relation.endpoints)
)
"""Relations that one party may have to another; not who stands for whom, nor who came after."""


class PartyRelation(NamedTuple):
    """What a party is to another."""

    party: Annotated[
        str,
        node_id(
            ("fra-id", "id-en til parten den går fra"),
            ("frå-id", "id-en til parten han går frå"),
            ("party", "id of the party it runs from"),
        ),
    ]
    party_name: Annotated[
        str,
        col(
            ("fra", "partens navn"), ("frå", "namnet på parten"), ("party name", "the party's name")
        ),
    ]
    relation: Relation
    other: Annotated[
        str,
        node_id(
            ("til-id", "id-en til parten den går til"),
            ("til-id", "id-en til parten han går til"),
            ("other", "id of the party it runs to"),
        ),
    ]
    other_name: Annotated[
        str, col(("til", "navnet"), ("til", "namnet"), ("other name", "its name"))
    ]
    assertions: Annotated[
        int,
        col(
            ("påstander", "hvor mange som sier det"),
            ("påstandar", "kor mange som seier det"),
            ("assertions", "how many say so"),
        ),
    ]
    modality: Modality
    document: Document
    line: Line
    quote: Quote


def _reads(options: Options) -> Sequence[str]:
    return (*(options["relations"] or BETWEEN_PARTIES), *representation.read(options["level"]))


@query(PartyRelation, order=("party", "relation", "other"), reads=_reads, among=schema.PARTIES)
def party_relations(
    graph: PlanGraph,
    *,
    relations: Annotated[tuple[str, ...], only_relations(BETWEEN_PARTIES)] = (),
    **options: Unpack[TieOptions],
) -> pd.DataFrame:
    """What parties are to each other: members, owners, funders, hosts, leaders, and who depends.

    One row a party, relation and other party, with the best said and earliest assertion. Who
    counts for whom is as in `collaborations`: at level organisation persons for whom they are
    affiliated with, at level municipality a municipality for itself, its people and its bodies.
    What somebody is to himself is left out, and so are groups that name nobody. A relation runs
    from the party to the other; COLLABORATES_WITH runs both ways and stands once, as it was said.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "i", "kind": "Municipality", "name": "Iveland"},
    ...      {"id": "n", "kind": "Actor", "subkind": "network", "name": "Nettverket"}],
    ...     [{"source": "i", "relation": "MEMBER_OF", "target": "n"}])
    >>> party_relations(graph)[["party", "relation", "other"]].values.tolist()
    [['i', 'MEMBER_OF', 'n']]
    """
    graph = graph.as_of(options["as_of"], successors=options["successors"])
    nodes, edges = graph.nodes, graph.edges
    level, planned = options["level"], options["planned"]
    found = _between(graph, relations or BETWEEN_PARTIES, level=level, planned=planned)
    rows = found.iloc[best_first(edges.take(found["edge"].to_numpy()))]
    key = ["party", "relation", "other"]
    count = found.groupby(key)["edge"].nunique()
    rows = rows.drop_duplicates(key).sort_values(key)
    edge = rows["edge"].to_numpy()
    return columns.table(
        PartyRelation,
        party=columns.taken(nodes["id"], rows["party"].to_numpy()),
        party_name=columns.taken(nodes["name"], rows["party"].to_numpy()),
        relation=columns.taken(edges["relation"], edge),
        other=columns.taken(nodes["id"], rows["other"].to_numpy()),
        other_name=columns.taken(nodes["name"], rows["other"].to_numpy()),
        assertions=count.reindex(pd.MultiIndex.from_frame(rows[key])).to_numpy(np.int64),
        **{name: columns.taken(edges[name], edge) for name in ("modality", *columns.EVIDENCE)},
    )


def _between(
    graph: PlanGraph, relations: Sequence[str], *, level: str, planned: bool
) -> pd.DataFrame:
    """One row a party, relation, other party and assertion; parties are positions."""
    edges = graph.related(*relations)
    if not planned:
        edges = edges[~edges["modality"].isin(belonging.UNSAID).to_numpy()]
    rows = pd.DataFrame(
        {
            "source": edges["source"].to_numpy(np.int64),
            "target": edges["target"].to_numpy(np.int64),
            "relation": edges["relation"].cat.codes.to_numpy(),
            "edge": edges.index.to_numpy(np.int64),
        }
    )
    stands = representation.counted(graph, level)
    for end, name in (("source", "party"), ("target", "other")):
        rows = rows.merge(stands.set_axis([end, name], axis=1), on=end)
    rows = rows[rows["party"] != rows["other"]]
    return rows.drop_duplicates(["party", "relation", "other", "edge"]).reset_index(drop=True)
