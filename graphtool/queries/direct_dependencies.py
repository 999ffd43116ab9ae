"""What depends directly on what: the pattern that chains, circles and findings are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

import numpy as np
import pandas as pd

from graphtool import schema
from graphtool.graph.tables import TEXT
from graphtool.language import Text
from graphtool.queries import columns
from graphtool.queries.dependency_notes import direct_notes
from graphtool.queries.fields import AsOf, Column, Document, Line, Quote, Successors, col, node_id
from graphtool.queries.item_ties import MODALITY_RANK
from graphtool.queries.owners import Modality
from graphtool.queries.registry import query

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

READS = ("DEPENDS_ON",)
"""Relations that say of something that it depends on another."""
STATUS_RANK = {"met": 0, "unknown": 1, "": 1, "pending": 2}
"""How far a dependency is from being met; one that says nothing is unknown."""
WORST_FIRST = ("pending", "unknown", "met")

Dependent = Annotated[str, node_id("avhengig-id", "avhengig-id", "dependent", "id of what depends")]
Dependee = Annotated[
    str, node_id("forutsetning-id", "føresetnad-id", "dependee", "id of what it depends on")
]
Status = Annotated[
    str, Column(Text("status", "status", "status"), "where it stands", schema.STATUSES)
]
StatusSaid = Annotated[
    str | None,
    col(
        "status sagt",
        "status sagd",
        "status said",
        "when the status was said: the date of the"
        " document behind it; empty where that has none, or where no status is said",
    ),
]


class DirectDependency(NamedTuple):
    """Something and one other that it depends on."""

    dependent: Dependent
    dependent_name: Annotated[str, col("avhengig", "avhengig", "dependent name", "its name")]
    dependee: Dependee
    dependee_name: Annotated[
        str, col("avhenger av", "avhengig av", "dependee name", "the other's name")
    ]
    status: Status
    status_said: StatusSaid
    modality: Modality
    document: Document
    line: Line
    quote: Quote


@query(DirectDependency, order=("dependent", "dependee"), notes=direct_notes, reads=READS)
def direct_dependencies(
    graph: PlanGraph, *, as_of: AsOf = None, successors: Successors = "carry"
) -> pd.DataFrame:
    """What depends directly on what, how that stands, and when it was said.

    One row for each pair that DEPENDS_ON connects, with all its assertions taken together: the
    worst status (pending, then unknown, then met; none said is unknown) and the latest date of the
    documents that say it; the best modality (stated, derived, planned, aspiration), and as
    evidence the best said, then the earliest.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "m", "kind": "Measure", "name": "Bygge"},
    ...      {"id": "p", "kind": "Plan", "name": "Områdeplan"}],
    ...     [{"source": "m", "relation": "DEPENDS_ON", "target": "p", "status": "pending",
    ...       "document": "nytt"}],
    ...     [{"id": "nytt", "date": "2016-06"}])
    >>> direct_dependencies(graph)[["dependent", "status", "status_said"]].values.tolist()
    [['m', 'pending', '2016-06']]
    """
    graph = graph.as_of(as_of, successors=successors)
    edges = graph.related(*READS)
    # A plan graph's edges are sorted by both ends: the assertions of a pair follow each other.
    source, target = edges["source"].to_numpy(), edges["target"].to_numpy()
    first = np.flatnonzero(columns.changes(source, target))
    status = _ranks(edges["status"], STATUS_RANK)
    worst = np.maximum.reduceat(status, first)
    modality = _ranks(edges["modality"], MODALITY_RANK)
    said = modality << 32 | edges.index.to_numpy(np.int64)
    best = np.minimum.reduceat(said, first)
    at = best & columns.LOW
    return columns.table(
        DirectDependency,
        dependent=columns.taken(graph.nodes["id"], source[first]),
        dependent_name=columns.taken(graph.nodes["name"], source[first]),
        dependee=columns.taken(graph.nodes["id"], target[first]),
        dependee_name=columns.taken(graph.nodes["name"], target[first]),
        status=columns.taken(pd.Series(["met", "unknown", "pending"], dtype=TEXT), worst),
        status_said=_said(graph, edges, first, worst),
        **{
            name: columns.taken(graph.edges[name], at)
            for name in ("modality", "document", "line", "quote")
        },
    )


def _ranks(words: pd.Series[str], rank: dict[str, int]) -> np.ndarray:
    by_category = np.array([rank[word] for word in words.cat.categories], dtype=np.int64)
    ranks: np.ndarray = by_category[words.cat.codes.to_numpy()]
    return ranks


def _said(
    graph: PlanGraph, edges: pd.DataFrame, first: np.ndarray, worst: np.ndarray
) -> pd.Series[str]:
    """For each pair the latest date of a document that says its status; empty where none does."""
    documents = graph.documents
    dates = sorted({"", *documents["date"]})
    place = {date: at for at, date in enumerate(dates)}
    dated = dict(zip(documents["id"], documents["date"], strict=True))
    of = [place[dated.get(name, "")] for name in edges["document"].cat.categories]
    when = np.array(of, dtype=np.int64)[edges["document"].cat.codes.to_numpy()]
    status = _ranks(edges["status"], STATUS_RANK)
    says = (edges["status"] != "").to_numpy()
    length = np.diff(np.append(first, len(edges)))
    when = np.where(says & (status == np.repeat(worst, length)), when, 0)
    latest = np.maximum.reduceat(when, first)
    return columns.taken(pd.Series(dates, dtype=TEXT), latest)
