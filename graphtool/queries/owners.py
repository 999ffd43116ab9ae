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
from graphtool.queries.responsibility import (
    ANSWERING,
    LENDERS,
    NONE,
    OWNED,
    Inherit,
    Relations,
    inherited,
)

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
    name: NodeName
    kind: Kind
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
    """How many have somebody, and that this is no verdict on who it is."""
    items = rows["item"].nunique()
    with_party = rows.loc[rows["party"] != "", "item"].nunique()
    return [
        Text(
            "{n} av {total} mål og tiltak har noen, direkte eller gjennom det de er del av; også"
            " grupper uten navn, ukjente navn og det som bare er planlagt, er regnet med.",
            "{n} av {total} mål og tiltak har nokon, direkte eller gjennom det dei er del av; òg"
            " grupper utan namn, ukjende namn og det som berre er planlagt, er rekna med.",
            "{n} of {total} goals and measures have somebody, directly or through what they are"
            " part of; groups that name nobody, unknown names and what is only planned count too.",
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
    edge = best_assertions(graph.related(*relations))
    count = len(graph.nodes)
    tied = np.bincount(graph.edges["target"].to_numpy()[edge], minlength=count)
    direct = np.where(tied > 0, np.int8(OWNED), np.int8(NONE))
    lent = inherited(graph, direct, ITEMS, LENDERS[inherit], None)

    item = graph.of_kind(*ITEMS).index.to_numpy()
    base = np.where(lent.grade[item] < NONE, lent.lender[item], -1)
    base = np.where(tied[item] > 0, item, base)
    size = np.maximum(np.append(tied, 0)[base], 1)
    start = np.where(base < 0, -1, np.append(np.cumsum(tied) - tied, -1)[base])
    # Every item's edges follow each other; an item with nobody has one row, of no edge.
    within = np.arange(size.sum()) - np.repeat(np.cumsum(size) - size, size)
    edge = np.append(edge, -1)[np.repeat(start, size) + within]
    return _rows(graph, np.repeat(item, size), edge, np.repeat(base, size))


def _rows(graph: PlanGraph, item: np.ndarray, edge: np.ndarray, base: np.ndarray) -> pd.DataFrame:
    nodes, edges = graph.nodes, graph.edges
    party = columns.placed(edges["source"].to_numpy(), edge, -1)
    return columns.table(
        Owner,
        item=columns.later(nodes["id"], item),
        kind=columns.later(nodes["kind"], item),
        name=columns.later(nodes["name"], item),
        relation=columns.later(edges["relation"], edge),
        party=columns.later(nodes["id"], party),
        party_name=columns.later(nodes["name"], party),
        through=columns.later(nodes["name"], np.where(base == item, -1, base)),
        modality=columns.later(edges["modality"], edge),
        **{name: columns.later(edges[name], edge) for name in ("document", "line", "quote")},
    )


MODALITY_RANK = {"stated": 0, "derived": 1, "planned": 2, "aspiration": 3}


def best_first(edges: pd.DataFrame) -> np.ndarray:
    """The order in which assertions are cited: the best said first, then as they stand."""
    rank = np.array([MODALITY_RANK[word] for word in schema.MODALITIES])
    order: np.ndarray = np.argsort(rank[edges["modality"].cat.codes.to_numpy()], kind="stable")
    return order


def best_assertions(edges: pd.DataFrame) -> np.ndarray:
    """Rows of one assertion an edge, by target, relation and source: the best said, then the first.

    The edges are in a plan graph's order, by relation, source and target: an edge's assertions
    follow each other, and sorting by target leaves relations and sources as they stand.
    """
    target = edges["target"].to_numpy()
    first = columns.changes(
        target, edges["source"].to_numpy(), edges["relation"].cat.codes.to_numpy()
    )
    rank = np.array([MODALITY_RANK[word] for word in schema.MODALITIES])
    said = rank[edges["modality"].cat.codes.to_numpy()] << 32 | np.arange(len(edges))
    best = np.minimum.reduceat(said, np.flatnonzero(first)) & columns.LOW
    return edges.index.to_numpy()[best[columns.order_of(target[best])]]
