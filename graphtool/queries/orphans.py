"""What of any kind nobody answers for: plans, projects and resources as well as goals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple, Unpack

from graphtool.queries import columns
from graphtool.queries.answer_options import AnswerOptions
from graphtool.queries.fields import Document, Line, NodeName, Quote, node_id
from graphtool.queries.item_ties import ANSWERABLE
from graphtool.queries.orphan_cells import coordinated, graded
from graphtool.queries.orphan_columns import (
    Coordination,
    Coordinators,
    Grade,
    Parties,
    PartOf,
    Through,
)
from graphtool.queries.orphan_notes import notes_by_kind
from graphtool.queries.orphaned import All, orphaned, reads
from graphtool.queries.owner_columns import Kind, Kinds
from graphtool.queries.registry import query
from graphtool.queries.responsibility import standing

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph


class Orphan(NamedTuple):
    """Something that no named party answers for directly."""

    item: Annotated[str, node_id(("id", "id-en"), ("id", "id-en"), ("item", "id of it"))]
    kind: Kind
    name: NodeName
    part_of: PartOf
    grade: Grade
    parties: Parties
    through: Through
    document: Document
    line: Line
    quote: Quote
    coordinators: Coordinators
    coordination: Coordination


@query(Orphan, order=("kind", "item"), notes=notes_by_kind, reads=reads)
def orphans(
    graph: PlanGraph,
    *,
    kind: Kinds = ANSWERABLE,
    all: All = False,  # noqa: A002 - the option's name is what users type
    **options: Unpack[AnswerOptions],
) -> pd.DataFrame:
    """Things of any kind that no named party answers for: plans, projects, resources and the like.

    Of each kind that can be owned or answered for, or of those that `kind` names, graded as
    `orphaned-goals` grades goals. A resource can only be owned, an effect only be answered for.
    Parties are not listed: they answer for themselves, and who owns a company is another question.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "v", "kind": "Municipality", "name": "Vennesla"},
    ...      {"id": "p", "kind": "Plan", "name": "Næringsplan"},
    ...      {"id": "d", "kind": "Resource", "name": "Datasenter"}],
    ...     [{"source": "v", "relation": "OWNS", "target": "p"}])
    >>> orphans(graph)[["kind", "name", "grade"]].values.tolist()
    [['Resource', 'Datasenter', 'none']]
    """
    stand = standing(graph, *kind, **options)
    as_of, successors = options["as_of"], options["successors"]
    listed = orphaned(graph, kind, stand, as_of, every=all)
    return columns.table(
        Orphan,
        item=columns.later(graph.nodes["id"], listed),
        kind=columns.later(graph.nodes["kind"], listed),
        **graded(graph, listed, stand, as_of, successors),
        **coordinated(graph, listed, as_of, successors),
    )
