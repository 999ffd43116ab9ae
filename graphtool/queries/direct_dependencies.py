"""What depends directly on what: the pattern that chains, circles and findings are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Unpack

import numpy as np
import pandas as pd

from graphtool import schema
from graphtool.graph.tables import TEXT
from graphtool.queries import columns
from graphtool.queries.dependency_columns import DirectDependency
from graphtool.queries.dependency_notes import direct_notes
from graphtool.queries.fields import TimeOptions
from graphtool.queries.item_ties import word_ranks
from graphtool.queries.registry import query

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph


READS = ("DEPENDS_ON",)
"""Relations that say of something that it depends on another."""
STATUS_RANK = {"met": 0, "unknown": 1, "": 1, "pending": 2}
"""How far a dependency is from being met; one that says nothing is unknown."""


@query(DirectDependency, order=("dependent", "dependee"), notes=direct_notes, reads=READS)
def direct_dependencies(graph: PlanGraph, **when: Unpack[TimeOptions]) -> pd.DataFrame:
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
    graph = graph.as_of(**when)
    found = Links.of(graph)
    return columns.table(
        DirectDependency,
        dependent=columns.taken(graph.nodes["id"], found.source),
        dependent_name=columns.taken(graph.nodes["name"], found.source),
        dependee=columns.taken(graph.nodes["id"], found.target),
        dependee_name=columns.taken(graph.nodes["name"], found.target),
        dependee_sort=_sorts(graph, found.target),
        status=found.status,
        status_said=found.status_said,
        **{
            name: columns.taken(graph.edges[name], found.edge)
            for name in ("modality", "document", "line", "quote")
        },
    )


class Links(NamedTuple):
    """Each pair that DEPENDS_ON connects, once."""

    source: np.ndarray
    target: np.ndarray
    """Positions of what depends and of what it depends on."""
    edge: np.ndarray
    """Row in the graph's edges of the assertion that is cited."""
    status: pd.Series[str]
    status_said: pd.Series[str]

    @classmethod
    def of(cls, graph: PlanGraph) -> Links:
        """Of a graph as it is on a day, or of all time.

        >>> from graphtool import PlanGraph
        >>> graph = PlanGraph.from_tables(
        ...     [{"id": "p", "kind": "Plan"}, {"id": "m", "kind": "Measure"}],
        ...     [{"source": "m", "relation": "DEPENDS_ON", "target": "p", "status": "met"},
        ...      {"source": "m", "relation": "DEPENDS_ON", "target": "p", "status": "pending"}])
        >>> found = Links.of(graph)
        >>> found.source.tolist(), found.target.tolist(), found.status.tolist()
        ([1], [0], ['pending'])
        """
        edges = graph.related(*READS)
        # A plan graph's edges are sorted by both ends: the assertions of a pair are neighbours.
        source, target = edges["source"].to_numpy(), edges["target"].to_numpy()
        first = np.flatnonzero(columns.changes(source, target))
        worst = np.maximum.reduceat(word_ranks(edges["status"], STATUS_RANK), first)
        modality = word_ranks(edges["modality"])
        best = np.minimum.reduceat(modality << 32 | edges.index.to_numpy(np.int64), first)
        status = columns.taken(pd.Series(["met", "unknown", "pending"], dtype=TEXT), worst)
        said = _said(graph, edges, first, worst)
        return cls(source[first], target[first], best & columns.LOW, status, said)


def _sorts(graph: PlanGraph, at: np.ndarray) -> pd.Series[str]:
    """`Region` or `group` where a node is one; else empty text."""
    kind, subkind = (
        columns.taken(graph.nodes[name], at).astype(object) for name in ("kind", "subkind")
    )
    group = kind.where(kind == "Region", subkind.where(subkind == schema.COLLECTIVE, ""))
    return group.astype(TEXT)


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
    status = word_ranks(edges["status"], STATUS_RANK)
    says = (edges["status"] != "").to_numpy()
    length = np.diff(np.append(first, len(edges)))
    when = np.where(says & (status == np.repeat(worst, length)), when, 0)
    latest = np.maximum.reduceat(when, first)
    return columns.taken(pd.Series(dates, dtype=TEXT), latest)
