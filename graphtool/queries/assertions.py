"""Every assertion with its evidence: what the map is made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, NamedTuple

from graphtool import schema
from graphtool.queries import columns
from graphtool.queries.fields import (
    AsOf,
    Document,
    Line,
    Quote,
    Successors,
    col,
    node_id,
    only_relations,
)
from graphtool.queries.owner_columns import RELATION_WORDS, Modality
from graphtool.queries.query import Options
from graphtool.queries.registry import query

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph


Source = Annotated[
    str,
    node_id(
        ("fra-id", "id-en til noden den går fra"),
        ("frå-id", "id-en til noden han går frå"),
        ("source", "id of the node it runs from"),
    ),
]
SourceName = Annotated[str, col(("fra", "navnet"), ("frå", "namnet"), ("source name", "its name"))]
Relation = Annotated[
    str,
    col(
        ("sammenheng", "sammenhengen"),
        ("samanheng", "samanhengen"),
        ("relation", "the relation"),
        RELATION_WORDS,
    ),
]
Target = Annotated[
    str,
    node_id(
        ("til-id", "id-en til noden den går til"),
        ("til-id", "id-en til noden han går til"),
        ("target", "id of the node it runs to"),
    ),
]
TargetName = Annotated[str, col(("til", "navnet"), ("til", "namnet"), ("target name", "its name"))]


class Assertion(NamedTuple):
    """What a source says of two nodes."""

    source: Source
    source_name: SourceName
    relation: Relation
    target: Target
    target_name: TargetName
    modality: Modality
    valid_from: Annotated[
        str | None,
        col(
            ("gyldig fra", "første dato"),
            ("gyldig frå", "første dato"),
            ("valid from", "first date"),
        ),
    ]
    valid_to: Annotated[
        str | None,
        col(("gyldig til", "siste dato"), ("gyldig til", "siste dato"), ("valid to", "last date")),
    ]
    document: Document
    line: Line
    quote: Quote


def _reads(options: Options) -> Sequence[str]:
    return options["relations"] or tuple(schema.RELATIONS)


@query(
    Assertion,
    order=("source", "relation", "target", *columns.EVIDENCE, "modality", "valid_from", "valid_to"),
    reads=_reads,
)
def assertions(
    graph: PlanGraph,
    *,
    as_of: AsOf = None,
    successors: Successors = "keep",
    relations: Annotated[tuple[str, ...], only_relations(tuple(schema.RELATIONS))] = (),
) -> pd.DataFrame:
    """Every assertion that an edge exists, with how it is said, since when, and where it stands.

    One row an assertion: an edge that several documents state has several. With a day, those in
    force on it; what a merged party was part of stays with it unless it is carried over.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "v", "kind": "Municipality", "name": "Vennesla"},
    ...      {"id": "g", "kind": "Goal", "name": "Vekst"}],
    ...     [{"source": "v", "relation": "OWNS", "target": "g", "modality": "planned"}])
    >>> assertions(graph)[["source", "relation", "target", "modality"]].values.tolist()
    [['v', 'OWNS', 'g', 'planned']]
    """
    graph = graph.as_of(as_of, successors=successors)
    edges = graph.related(*relations) if relations else graph.edges
    source, target = edges["source"].to_numpy(), edges["target"].to_numpy()
    same = ("relation", "modality", "valid_from", "valid_to", "document", "line", "quote")
    return columns.table(
        Assertion,
        source=columns.taken(graph.nodes["id"], source),
        source_name=columns.taken(graph.nodes["name"], source),
        target=columns.taken(graph.nodes["id"], target),
        target_name=columns.taken(graph.nodes["name"], target),
        **{name: edges[name] for name in same},
    )
