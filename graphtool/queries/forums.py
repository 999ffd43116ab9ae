"""Which parties and which activities hold the collaboration together, seen as both at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple, Unpack

import numpy as np
import pandas as pd

from graphtool import schema
from graphtool.algorithms.two_mode import TwoMode, two_mode
from graphtool.language import Text, collation_key
from graphtool.queries import columns, measures
from graphtool.queries.fields import col, node_id
from graphtool.queries.forum_notes import forum_notes
from graphtool.queries.projection import STATED, TOGETHER
from graphtool.queries.projection_columns import TieOptions
from graphtool.queries.query import Askable
from graphtool.queries.ranking import Rank, Shared, ranks
from graphtool.queries.registry import ask, query

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph


MODES = {
    "activity": Text("aktivitet", "aktivitet", "activity"),
    "party": Text("part", "part", "party"),
}
SAID = {STATED: schema.RELATIONS[STATED].label}


class Forum(NamedTuple):
    """A party or an activity, and its place in the network of both."""

    node: Annotated[
        str,
        node_id(
            ("id", "id-en til parten eller aktiviteten; for en oppgitt forbindelse begge id-ene"),
            ("id", "id-en til parten eller aktiviteten; for eit oppgitt samband begge id-ane"),
            ("node", "id of the party or activity; of a stated tie, both ids"),
        ),
    ]
    name: Annotated[str, col(("navn", "navnet"), ("namn", "namnet"), ("name", "its name"), SAID)]
    mode: Annotated[
        str,
        col(
            ("hva", "om det er en part eller en aktivitet"),
            ("kva", "om det er ein part eller ein aktivitet"),
            ("mode", "whether it is a party or an activity"),
            MODES,
        ),
    ]
    degree: Annotated[
        int,
        col(
            ("antall", "hvor mange aktiviteter den er i, eller hvor mange parter den har"),
            ("tal", "kor mange aktivitetar han er i, eller kor mange partar han har"),
            ("degree", "in how many activities it is, or how many parties it has"),
        ),
    ]
    degree_rank: Rank
    degree_ties: Shared
    share: Annotated[
        float,
        col(
            ("andel", "det samme som andel av alle aktiviteter, eller parter"),
            ("del", "det same som del av alle aktivitetar, eller partar"),
            ("share", "the same as a share of all activities, or parties"),
        ),
    ]
    closeness: Annotated[
        float,
        col(
            ("nærhet", "nærhet til alle parter og aktiviteter, 1 er mest"),
            ("nærleik", "nærleik til alle partar og aktivitetar, 1 er mest"),
            ("closeness", "nearness to all parties and activities, 1 the most"),
        ),
    ]
    closeness_rank: Rank
    closeness_ties: Shared
    betweenness: Annotated[
        float,
        col(
            ("mellom", "andelen av korteste veier gjennom, 1 er mest"),
            ("mellom", "delen av kortaste vegar gjennom, 1 er mest"),
            ("betweenness", "share of shortest paths through it, 1 the most"),
        ),
    ]
    betweenness_rank: Rank
    betweenness_ties: Shared
    who: Annotated[
        str,
        col(
            ("med", "navnene på aktivitetene den er i, eller på partene"),
            ("med", "namna på aktivitetane han er i, eller på partane"),
            ("with", "names of the activities it is in, or of its parties"),
            SAID,
        ),
    ]


@query(
    Forum,
    order=("mode", "-betweenness", "-degree", "name", "node"),
    notes=forum_notes,
    reads=TOGETHER,
)
def forums(graph: PlanGraph | Askable, **options: Unpack[TieOptions]) -> pd.DataFrame:
    """Activities and parties by how they hold the collaboration together: who meets where.

    Where nearly all share something with all, ties between parties rank nobody; what they take
    part in still does. This is the network of parties and activities (`participations`), each
    party tied to what it takes part in, as it is before `collaborations` ties parties to each
    other. That a forum takes part in itself is left out. Measures are for two modes (Borgatti and
    Everett 1997, Social Networks 19, 243; Borgatti and Halgin 2011; as in NetworkX's bipartite):
    degree, also as a share of the other mode; closeness, the least possible sum of distances over
    the sum of distances to those that it reaches, times the share of all that they are;
    betweenness, of the most that a node of its mode can have. Ranks are within the mode. Above
    2 000 parties and activities betweenness is estimated from 1 024 of them.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": m, "kind": "Municipality", "name": m} for m in "ab"]
    ...     + [{"id": p, "kind": "Project", "name": p} for p in "pq"],
    ...     [{"source": s, "relation": "PARTICIPATES_IN", "target": t}
    ...      for s, t in ("ap", "bp", "bq")])
    >>> forums(graph)[["node", "degree", "betweenness_rank"]].values.tolist()
    [['a', 1, 2], ['b', 2, 1], ['p', 2, 1], ['q', 1, 2]]
    """
    rows = ask(graph, "participations", only=measures.TIES, **options)
    rows = rows[(rows["activity"] != "") & (rows["activity"] != rows["party"])]
    party = rows.drop_duplicates("party").set_index("party")["party_name"].sort_index()
    activity = rows.drop_duplicates("activity").set_index("activity")["activity_name"].sort_index()
    found = _measured(rows, party, activity)
    mode = np.repeat(["party", "activity"], [len(party), len(activity)])
    values = {
        "degree": found.degree,
        "closeness": np.round(found.closeness, measures.DIGITS),
        "betweenness": np.round(found.betweenness, measures.DIGITS),
    }
    ranked: dict[str, np.ndarray] = {}
    for name, value in values.items():
        ranked |= {name: value, **_within(name, value, mode)}
    return columns.table(
        Forum,
        node=[*party.index, *activity.index],
        name=[*party, *activity],
        mode=mode.tolist(),
        share=np.round(found.share, measures.DIGITS),
        who=[
            *_joined(rows, "party", "activity_name", party.index),
            *_joined(rows, "activity", "party_name", activity.index),
        ],
        **ranked,
    )


def _measured(rows: pd.DataFrame, party: pd.Series[str], activity: pd.Series[str]) -> TwoMode:
    from scipy.sparse import csr_array

    shape = (len(party), len(activity))
    if not len(rows):
        nothing = np.zeros(0)
        return TwoMode(np.zeros(0, dtype=np.int64), nothing, nothing, nothing)
    ends = party.index.get_indexer(rows["party"]), activity.index.get_indexer(rows["activity"])
    incidence = csr_array((np.ones(len(rows)), ends), shape=shape)
    return two_mode(incidence, measures.sources(sum(shape)))


def _within(name: str, values: np.ndarray, mode: np.ndarray) -> dict[str, np.ndarray]:
    """Ranks among those of the same mode, and how many share them."""
    rank, ties = np.zeros(len(mode), dtype=np.int64), np.zeros(len(mode), dtype=np.int64)
    for each in MODES:
        mine = mode == each
        rank[mine], ties[mine] = ranks(values[mine].astype(np.float64))
    return {f"{name}_rank": rank, f"{name}_ties": ties}


def _joined(rows: pd.DataFrame, by: str, names: str, order: pd.Index[str]) -> list[str]:
    """For each of one side the names of the other, each once, in Norwegian order."""
    keys = {name: collation_key(name) for name in rows[names].unique()}
    found = rows.groupby(by)[names].agg(
        lambda called: columns.SEPARATOR.join(sorted(set(called), key=keys.__getitem__))
    )
    return [str(found[node]) for node in order]
