"""Who takes part in what: the pattern that collaborations and centralities are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple, Unpack

import numpy as np
import pandas as pd

from graphtool.graph import representation
from graphtool.graph.tables import TEXT
from graphtool.queries import columns, evidence
from graphtool.queries.fields import Document, Line, PartyId, Quote, col, node_id
from graphtool.queries.owners import best_first
from graphtool.queries.projection import STATED, TOGETHER, incidence
from graphtool.queries.projection_columns import PartyNamed, Through, TieOptions
from graphtool.queries.registry import query

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph


class Participation(NamedTuple):
    """A party and one activity that it takes part in."""

    party: PartyId
    party_name: PartyNamed
    activity: Annotated[
        str | None,
        node_id(
            ("aktivitet-id", "id-en; for en oppgitt forbindelse begge id-ene"),
            ("aktivitet-id", "id-en; for eit oppgitt samband begge id-ane"),
            ("activity", "its id; of a stated tie, both ids"),
        ),
    ]
    activity_name: Annotated[
        str | None,
        col(
            ("aktivitet", "aktivitetens navn"),
            ("aktivitet", "namnet på aktiviteten"),
            ("activity name", "the activity's name"),
        ),
    ]
    through: Through
    document: Document
    line: Line
    quote: Quote


@query(Participation, order=("party", "activity"), reads=TOGETHER)
def participations(graph: PlanGraph, **options: Unpack[TieOptions]) -> pd.DataFrame:
    """Who takes part in what: parties and the networks, programmes, projects, plans and measures.

    As `collaborations` defines taking part. One row a party and activity, with the best said and
    earliest assertion; that a forum takes part in itself nobody needs to say. A stated tie is an
    activity of two, COLLABORATES_WITH. `through` names, in the graph's order, who takes part for
    the party: its people at level organisation, its people and bodies at level municipality; it is
    empty where the party alone does. A party (no group) that takes part in nothing has one row
    with an empty activity, a person only where he or she counts for nobody else; at level
    municipality, each municipality that takes part in nothing has one.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "i", "kind": "Municipality", "name": "Iveland"},
    ...      {"id": "n", "kind": "Actor", "subkind": "network", "name": "Nettverket"}],
    ...     [{"source": "i", "relation": "MEMBER_OF", "target": "n"}])
    >>> participations(graph)[["party", "activity"]].values.tolist()
    [['i', 'n'], ['n', 'n']]
    """
    graph = graph.as_of(options["as_of"], successors=options["successors"])
    nodes, edges = graph.nodes, graph.edges
    level, planned = options["level"], options["planned"]
    rows = incidence(graph, level=level, planned=planned)
    # A forum's own people stand behind it in what it does, not in that it meets.
    others = rows[rows["who"] != rows["activity"]]
    through = evidence.through(graph, others.assign(place=others["activity"]))
    said = rows[rows["edge"] >= 0]
    best = said.iloc[best_first(edges.take(said["edge"].to_numpy()))]
    rows = pd.concat([best, rows[rows["edge"] < 0]]).drop_duplicates(["party", "activity"])
    counted = representation.counted(graph, level)["party"].to_numpy()
    everyone = np.isin(np.arange(len(nodes)), counted)
    idle = everyone & ~np.isin(np.arange(len(nodes)), rows["party"].to_numpy())
    party = np.concatenate([rows["party"].to_numpy(), np.flatnonzero(idle)])
    activity = np.concatenate([rows["activity"].to_numpy(), np.full(idle.sum(), -1)])
    edge = np.concatenate([rows["edge"].to_numpy(), np.full(idle.sum(), -1)])
    found = columns.table(
        Participation,
        party=columns.taken(nodes["id"], party),
        party_name=columns.taken(nodes["name"], party),
        activity=_activities(graph, "id", activity, edge),
        activity_name=_activities(graph, "name", activity, edge),
        through=[
            through.get(pair, "") for pair in zip(party.tolist(), activity.tolist(), strict=True)
        ],
        **{name: columns.taken(edges[name], edge) for name in columns.EVIDENCE},
    )
    return found.sort_values(["party", "activity"], kind="stable", ignore_index=True)


def _activities(
    graph: PlanGraph, column: str, activity: np.ndarray, edge: np.ndarray
) -> pd.Series[str]:
    """Ids or names of activities; a stated tie has both parties' ids, and its relation as name."""
    stated = activity >= len(graph.nodes)
    found = columns.taken(graph.nodes[column], np.where(stated, -1, activity))
    if column == "name":
        return found.where(~stated, STATED)
    ends = [
        columns.taken(graph.nodes["id"], graph.edges[end].to_numpy()[edge[stated]])
        for end in ("source", "target")
    ]
    both = pd.Series("", index=found.index, dtype=TEXT)
    both[stated] = (ends[0] + " – " + ends[1]).to_numpy()
    return found.where(~stated, both)
