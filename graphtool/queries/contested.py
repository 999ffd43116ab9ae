"""What several answer for at once, or what one owns and somebody in another municipality runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple, Unpack

import numpy as np
import pandas as pd

from graphtool.graph import belonging, representation
from graphtool.queries import columns
from graphtool.queries.answer_options import ANSWERING
from graphtool.queries.contested_notes import REASONS, contested_notes
from graphtool.queries.fields import Document, Line, NodeName, PartyId, Quote, TimeOptions, col
from graphtool.queries.item_ties import ANSWERABLE
from graphtool.queries.load import AS_FACT, STANDING_FOR
from graphtool.queries.owner_columns import RELATION_WORDS, ItemId, Kind, Kinds, Modality
from graphtool.queries.projection_columns import PartyNamed, Planned
from graphtool.queries.registry import ask, query

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph


SEVERAL = {"OWNS": "several-own", "RESPONSIBLE_FOR": "several-answer"}


class Contested(NamedTuple):
    """Something that is contested, and one of the parties that it is between."""

    item: ItemId
    kind: Kind
    name: NodeName
    reasons: Annotated[
        str,
        col(
            ("hvorfor", "hva som gjør det omstridt"),
            ("kvifor", "kva som gjer det omstridd"),
            ("reasons", "what makes it contested"),
            REASONS,
        ),
    ]
    relation: Annotated[
        str,
        col(
            ("sammenheng", "hva parten er for det"),
            ("samanheng", "kva parten er for det"),
            ("relation", "what the party is to it"),
            RELATION_WORDS,
        ),
    ]
    party: PartyId
    party_name: PartyNamed
    organisations: Annotated[
        str | None,
        col(
            ("for", "hvem en person regnes for, der det er en annen"),
            ("for", "kven ein person blir rekna for, der det er ein annan"),
            ("organisations", "whom a person counts for, where that is another"),
        ),
    ]
    municipalities: Annotated[
        str | None,
        col(
            ("kommune", "de som parten handler for"),
            ("kommune", "dei som parten handlar for"),
            ("municipalities", "those that the party acts for"),
        ),
    ]
    modality: Modality
    document: Document
    line: Line
    quote: Quote


@query(
    Contested,
    order=("item", "relation", "party"),
    notes=contested_notes,
    reads=tuple(dict.fromkeys((*ANSWERING, *STANDING_FOR))),
)
def contested(
    graph: PlanGraph,
    *,
    kind: Kinds = ANSWERABLE,
    planned: Planned = False,
    **when: Unpack[TimeOptions],
) -> pd.DataFrame:
    """What several parties answer for, or owner and who answers in different municipalities.

    Contested is what two or more own (`several-own`), what two or more answer for
    (`several-answer`), and what has owners and others to answer for it who act for municipalities
    that have none in common (`across-borders`). Only who is tied to it directly counts, is named,
    and is said to be so as a fact; with `planned`, also who is to be. A person counts for the
    organisations that he or she stands for, so that a municipality and its own people are one. One
    row a party and relation, each with its evidence; `owners` tells of all, also the uncontested.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "v", "kind": "Municipality", "name": "Vennesla"},
    ...      {"id": "i", "kind": "Municipality", "name": "Iveland"},
    ...      {"id": "g", "kind": "Goal", "name": "Lære"}],
    ...     [{"source": "v", "relation": "OWNS", "target": "g"},
    ...      {"source": "i", "relation": "RESPONSIBLE_FOR", "target": "g"}])
    >>> contested(graph)[["party_name", "reasons"]].values.tolist()
    [['Iveland', 'across-borders'], ['Vennesla', 'across-borders']]
    """
    rows = ask(graph, "owners", **when, inherit="none", kind=kind)
    rows = rows[rows["grade"].isin((*AS_FACT, *(["planned"] if planned else []))).to_numpy()]
    rows = rows[rows["relation"].isin(ANSWERING).to_numpy()].reset_index(drop=True)
    # A group that names nobody stands for nobody, and is nobody's rival.
    rows = rows.assign(who=pd.Index(graph.nodes["id"]).get_indexer(rows["party"]))
    then = graph.as_of(**when)
    stands = representation.counted(then, "organisation")
    rows = rows[rows["who"].isin(stands["who"])]
    acting = belonging.acts_for(then)
    reasons = _reasons(rows, stands, acting)
    rows = rows[rows["item"].isin(reasons)]
    who = rows["who"].to_numpy(np.int64)
    same = ("item", "kind", "name", "relation", "party", "party_name", "modality")
    return columns.table(
        Contested,
        reasons=[reasons[item] for item in rows["item"]],
        organisations=_names(then, stands[stands["who"] != stands["party"]], who),
        municipalities=_names(
            then, acting.rename(columns={"party": "who", "municipality": "party"}), who
        ),
        **{name: rows[name] for name in (*same, *columns.EVIDENCE)},
    )


def _reasons(rows: pd.DataFrame, stands: pd.DataFrame, acting: pd.DataFrame) -> dict[str, str]:
    """For each contested item its reasons, joined."""
    found: dict[str, list[str]] = {}
    orgs = rows[["item", "relation", "who"]].merge(stands, on="who")
    alike = orgs.groupby(["item", "relation"])["party"].nunique()
    # A person of two organisations is one who answers, not two.
    persons = rows.groupby(["item", "relation"])["who"].nunique()
    for item, relation in alike[(alike > 1) & (persons.reindex(alike.index) > 1)].index:
        found.setdefault(item, []).append(SEVERAL[relation])
    homes: dict[int, set[int]] = {}
    for who, home in acting[["party", "municipality"]].itertuples(index=False):
        homes.setdefault(who, set()).add(home)
    both = rows.groupby("item")["relation"].nunique()
    for item, mine in rows[rows["item"].isin(both.index[both > 1])].groupby("item"):
        own, answer = (
            set().union(
                *(homes.get(who, set()) for who in mine.loc[mine["relation"] == name, "who"])
            )
            for name in ANSWERING
        )
        if own and answer and not own & answer:
            found.setdefault(str(item), []).append("across-borders")
    return {item: columns.SEPARATOR.join(why) for item, why in found.items()}


def _names(graph: PlanGraph, pairs: pd.DataFrame, who: np.ndarray) -> list[str]:
    """For each of these parties the names of those that it is paired with, joined."""
    wanted = pairs[pairs["who"].isin(who)]
    names = columns.taken(graph.nodes["name"], wanted["party"].to_numpy(np.int64))
    found: dict[int, list[str]] = {}
    for at, name in zip(wanted["who"], names, strict=True):
        found.setdefault(at, []).append(name)
    return [columns.SEPARATOR.join(found.get(at, [])) for at in who.tolist()]
