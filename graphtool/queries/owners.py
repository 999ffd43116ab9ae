"""Who owns, answers for and coordinates every goal and measure, and through what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import numpy as np
import pandas as pd

from graphtool import schema
from graphtool.language import Text
from graphtool.queries import columns
from graphtool.queries.registry import (
    AsOf,
    Column,
    Document,
    Line,
    NodeName,
    Quote,
    Successors,
    col,
    node_id,
    query,
)
from graphtool.queries.responsibility import ANSWERING, LENDERS, NONE, Inherit, Relations, inherited

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

ITEMS = ("Goal", "Measure")
KIND_WORDS = {kind.name: kind.label for kind in schema.KINDS.values()}
RELATION_WORDS = {relation.name: relation.label for relation in schema.RELATIONS.values()}

Kind = Annotated[str, Column(Text("type", "type", "kind"), "what kind of node it is", KIND_WORDS)]
Modality = Annotated[
    str | None,
    Column(Text("hvordan sagt", "korleis sagt", "modality"), "how the source says it",
           schema.MODALITIES),
]  # fmt: skip


class Owner(NamedTuple):
    """A goal or measure and one party that owns, answers for or coordinates it."""

    item: Annotated[str, node_id("id", "id", "item", "id of the goal or measure")]
    kind: Kind
    name: NodeName
    relation: Annotated[
        str | None,
        Column(Text("sammenheng", "samanheng", "relation"), "what the party is to it; empty where"
               " nobody is anything to it", RELATION_WORDS),
    ]  # fmt: skip
    party: Annotated[str | None, node_id("part-id", "part-id", "party", "id of the party")]
    party_name: Annotated[str | None, col("part", "part", "party name", "the party's name")]
    through: Annotated[
        str | None,
        col("gjennom", "gjennom", "through", "what it is part of, where the party is tied to that"),
    ]
    modality: Modality
    document: Document
    line: Line
    quote: Quote


def owner_notes(graph: PlanGraph, rows: pd.DataFrame, **_: Any) -> list[Text]:
    """How many have somebody, and of whom most is asked."""
    items = rows["item"].nunique()
    with_party = rows.loc[rows["party"] != "", "item"].nunique()
    return [
        Text(
            "{n} av {total} mål og tiltak har en part, direkte eller gjennom det de er del av.",
            "{n} av {total} mål og tiltak har ein part, direkte eller gjennom det dei er del av.",
            "{n} of {total} goals and measures have a party, directly or through what they are"
            " part of.",
        ).format(n=with_party, total=items)
    ]  # fmt: skip


@query(Owner, order=("item", "relation", "party"), notes=owner_notes)
def owners(
    graph: PlanGraph,
    *,
    as_of: AsOf = None,
    successors: Successors = "carry",
    inherit: Inherit = "focus-area",
    relations: Relations = (*ANSWERING, "COORDINATES"),
) -> pd.DataFrame:
    """Every goal and measure with who owns, answers for or coordinates it, and through what.

    One row an item, relation and party. Parties tied to the item itself come first; where there
    are none, those of the nearest thing that it is part of which has any (fewest steps, then the
    earlier node), named in `through`. An item with nobody has one row with empty fields. Groups
    that name nobody, planned ties and unresolved names are shown as they are: see modality, and
    `orphaned-goals` for a verdict. Modality and evidence are of the best assertion: stated before
    derived before planned, then the earlier in document and line.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "v", "kind": "Municipality", "name": "Vennesla"},
    ...      {"id": "g", "kind": "Goal", "name": "Lære"},
    ...      {"id": "m", "kind": "Measure", "name": "Les"}],
    ...     [{"source": "v", "relation": "OWNS", "target": "g"},
    ...      {"source": "m", "relation": "PART_OF", "target": "g"}])
    >>> owners(graph)[["item", "relation", "party", "through"]].values.tolist()
    [['g', 'OWNS', 'v', ''], ['m', 'OWNS', 'v', 'Lære']]
    """
    graph = graph.as_of(as_of, successors=successors)
    edges = best_assertions(graph.related(*relations)) if relations else graph.edges.iloc[:0]
    count = len(graph.nodes)
    direct = np.full(count, NONE, dtype=np.int64)
    direct[edges["target"].to_numpy()] = 0
    lent = inherited(graph, direct, LENDERS[inherit], None)
    base = np.where(direct == 0, np.arange(count), np.where(lent.grade < NONE, lent.lender, -1))

    item = graph.of_kind(*ITEMS).index.to_numpy()
    first = np.searchsorted(edges["target"].to_numpy(), np.arange(count + 1))
    has = base[item] >= 0
    spans = np.where(has, np.diff(np.append(first, 0))[base[item]] if count else 0, 0)
    row_item = np.repeat(item, np.maximum(spans, 1))
    start = np.repeat(np.where(has, first[base[item]], 0), np.maximum(spans, 1))
    within = np.arange(len(row_item)) - np.repeat(
        np.cumsum(np.maximum(spans, 1)) - np.maximum(spans, 1), np.maximum(spans, 1)
    )
    edge = np.where(np.repeat(has, np.maximum(spans, 1)), start + within, -1)
    return _rows(graph, edges, row_item, edge, base[row_item])


def _rows(
    graph: PlanGraph, edges: pd.DataFrame, item: np.ndarray, edge: np.ndarray, base: np.ndarray
) -> pd.DataFrame:
    nodes = graph.nodes
    party = np.where(edge < 0, -1, np.append(edges["source"].to_numpy(), -1)[edge])
    return columns.table(
        Owner,
        item=columns.taken(nodes["id"], item),
        kind=columns.taken(nodes["kind"], item),
        name=columns.taken(nodes["name"], item),
        relation=columns.taken(edges["relation"], edge),
        party=columns.taken(nodes["id"], party),
        party_name=columns.taken(nodes["name"], party),
        through=columns.taken(nodes["name"], np.where(base == item, -1, base)),
        modality=columns.taken(edges["modality"], edge),
        **{name: columns.taken(edges[name], edge) for name in ("document", "line", "quote")},
    )


MODALITY_RANK = {"stated": 0, "derived": 1, "planned": 2, "aspiration": 3}


def best_first(edges: pd.DataFrame) -> np.ndarray:
    """The order in which assertions are cited: the best said first, then as they stand."""
    rank = np.array([MODALITY_RANK[word] for word in schema.MODALITIES])
    order: np.ndarray = np.argsort(rank[edges["modality"].cat.codes.to_numpy()], kind="stable")
    return order


def best_assertions(edges: pd.DataFrame) -> pd.DataFrame:
    """One assertion an edge, by target, relation and source: the best said, then the earliest."""
    rank = np.array([MODALITY_RANK[word] for word in schema.MODALITIES])
    keys = [edges["source"].to_numpy(), edges["relation"].cat.codes.to_numpy(),
            edges["target"].to_numpy()]  # fmt: skip
    order = np.lexsort((rank[edges["modality"].cat.codes.to_numpy()], *keys))
    new = np.zeros(len(order), dtype=bool)
    new[:1] = True
    for key in keys:
        new[1:] |= key[order][1:] != key[order][:-1]
    return edges.take(order[new]).reset_index(drop=True)
