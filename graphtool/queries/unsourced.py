"""What the map could not defend: assertions without document, line or quote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import numpy as np

from graphtool import schema
from graphtool.language import Text
from graphtool.queries import columns
from graphtool.queries.assertions import Relation, Source, SourceName, Target, TargetName
from graphtool.queries.fields import AsOf, Document, Line, Successors, col
from graphtool.queries.owner_columns import Modality
from graphtool.queries.phrases import absent
from graphtool.queries.query import Askable
from graphtool.queries.registry import count, query

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph


EVIDENCE_WORDS = {
    "document": Text("dokument", "dokument", "document"),
    "line": Text("linje", "linje", "line"),
    "quote": Text("sitat", "sitat", "quote"),
}


ASSERTIONS = Text("påstander", "påstandar", "assertions")
SOME_LACK = Text(
    "{n} av {total} påstander mangler dokument, linje eller sitat.",
    "{n} av {total} påstandar manglar dokument, linje eller sitat.",
    "{n} of {total} assertions lack a document, a line or a quote.",
)
ONE_LACKS = Text(
    "Én av {total} påstander mangler dokument, linje eller sitat.",
    "Éin av {total} påstandar manglar dokument, linje eller sitat.",
    "One of {total} assertions lacks a document, a line or a quote.",
)
ONLY_LACKS = Text(
    "Den eneste påstanden mangler dokument, linje eller sitat.",
    "Den einaste påstanden manglar dokument, linje eller sitat.",
    "The only assertion lacks a document, a line or a quote.",
)
ONLY_SOURCED = Text(
    "Den eneste påstanden har dokument, linje og sitat.",
    "Den einaste påstanden har dokument, linje og sitat.",
    "The only assertion has a document, a line and a quote.",
)


class Unsourced(NamedTuple):
    """An assertion that does not say where it stands."""

    source: Source
    source_name: SourceName
    relation: Relation
    target: Target
    target_name: TargetName
    modality: Modality
    missing: Annotated[
        str,
        col(
            ("mangler", "hva av dokument, linje og sitat som mangler"),
            ("manglar", "kva av dokument, linje og sitat som manglar"),
            ("missing", "which of document, line and quote is missing"),
            EVIDENCE_WORDS,
            several=True,
        ),
    ]
    document: Document
    line: Line


def _unsourced_notes(graph: PlanGraph | Askable, rows: pd.DataFrame, **options: Any) -> list[Text]:
    """How many of how many.

    >>> from graphtool import run
    >>> from graphtool.graph import examples
    >>> graph = examples.owned_goal()
    >>> run("unsourced", graph).notes[0].en
    '2 of 2 assertions lack a document, a line or a quote.'
    """
    day = {name: options[name] for name in ("as_of", "successors")}
    total = count(graph, "assertions", **day)
    if not total:
        return [absent(ASSERTIONS, options["as_of"])]
    if total == 1:
        form = ONLY_LACKS if len(rows) else ONLY_SOURCED
    else:
        form = ONE_LACKS if len(rows) == 1 else SOME_LACK
    return [form.format(n=len(rows), total=total)]


@query(
    Unsourced,
    order=("source", "relation", "target", "document", "line", "missing", "modality"),
    notes=_unsourced_notes,
    reads=tuple(schema.RELATIONS),
)
def unsourced(
    graph: PlanGraph, *, as_of: AsOf = None, successors: Successors = "keep"
) -> pd.DataFrame:
    """Edges without document, line or quote.

    One row an assertion: an edge that one document proves and another row merely claims is listed
    for the latter.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "v", "kind": "Municipality", "name": "Vennesla"},
    ...      {"id": "r", "kind": "Region", "name": "Agder"}],
    ...     [{"source": "v", "relation": "PART_OF", "target": "r", "line": 3}])
    >>> unsourced(graph)["missing"].tolist()
    ['document; quote']
    """
    graph = graph.as_of(as_of, successors=successors)
    edges = graph.edges
    lacks = {
        "document": (edges["document"] == "").to_numpy(),
        "line": (edges["line"] == 0).to_numpy(),
        "quote": (edges["quote"] == "").to_numpy(),
    }
    rows = np.flatnonzero(np.any(list(lacks.values()), axis=0))
    missing = [
        columns.SEPARATOR.join(name for name, lack in lacks.items() if lack[row])
        for row in rows.tolist()
    ]
    source, target = edges["source"].to_numpy()[rows], edges["target"].to_numpy()[rows]
    return columns.table(
        Unsourced,
        source=columns.taken(graph.nodes["id"], source),
        source_name=columns.taken(graph.nodes["name"], source),
        target=columns.taken(graph.nodes["id"], target),
        target_name=columns.taken(graph.nodes["name"], target),
        missing=missing,
        **{
            name: columns.taken(edges[name], rows)
            for name in ("relation", "modality", "document", "line")
        },
    )
