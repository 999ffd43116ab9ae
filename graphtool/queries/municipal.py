"""Which municipality depends on which, and what they share where no source says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from graphtool.graph import belonging
from graphtool.queries import columns
from graphtool.queries.dependencies import ARROW
from graphtool.queries.direct_dependencies import READS, Status, StatusSaid, direct_dependencies
from graphtool.queries.fields import AsOf, Document, Line, Quote, Successors, col, node_id
from graphtool.queries.municipal_notes import municipal_notes
from graphtool.queries.owners import Modality
from graphtool.queries.registry import query

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph

DEPENDENT_AND_DEPENDEE = ("dependent", "dependent_name", "dependee", "dependee_name")


class MunicipalDependency(NamedTuple):
    """A municipality that depends on another."""

    municipality: Annotated[str, node_id("kommune-id", "kommune-id", "municipality", "id of it")]
    name: Annotated[str, col("kommune", "kommune", "name", "the municipality's name")]
    depends_on: Annotated[
        str,
        node_id("avhenger av-id", "avhengig av-id", "depends on", "id of the other municipality"),
    ]
    depends_on_name: Annotated[
        str, col("avhenger av", "avhengig av", "depends on name", "the other municipality's name")
    ]
    through: Annotated[
        str, col("gjennom", "gjennom", "through", "what depends on what: the two ends' names")
    ]
    status: Status
    status_said: StatusSaid
    modality: Modality
    document: Document
    line: Line
    quote: Quote


@query(
    MunicipalDependency,
    order=("municipality", "depends_on", "through"),
    notes=municipal_notes,
    reads=(*READS, "AFFILIATED_WITH", "LOCATED_IN", *belonging.HOLDING),
)
def municipal_dependencies(
    graph: PlanGraph, *, as_of: AsOf = None, successors: Successors = "carry"
) -> pd.DataFrame:
    """Which municipality depends on which other, and through what.

    A depends on B where something that belongs to A depends directly (DEPENDS_ON) on something
    that belongs to B, and neither of the two also belongs to the other. What belongs to a
    municipality: itself; its people, and the bodies that it hosts or owns over any number of
    steps, councils, companies and networks included; what any of these owns, answers for, leads or
    hosts; and what is located in it. What is only planned to be so does not count. One row for
    each such dependency; status, modality and evidence are those of `direct-dependencies`.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "a", "kind": "Municipality", "name": "Iveland"},
    ...      {"id": "b", "kind": "Municipality", "name": "Vennesla"},
    ...      {"id": "r", "kind": "Resource", "name": "Vannverket"}],
    ...     [{"source": "r", "relation": "LOCATED_IN", "target": "b"},
    ...      {"source": "a", "relation": "DEPENDS_ON", "target": "r"}])
    >>> municipal_dependencies(graph)[["municipality", "depends_on", "through"]].values.tolist()
    [['a', 'b', 'Iveland → Vannverket']]
    """
    graph = graph.as_of(as_of, successors=successors)
    homes = _homes(graph)
    ids, names = graph.nodes["id"], graph.nodes["name"]
    direct = direct_dependencies(graph)
    said = ("status", "status_said", "modality", "document", "line", "quote")
    nobody: frozenset[int] = frozenset()
    rows = [
        MunicipalDependency(
            ids.iat[one],
            names.iat[one],
            ids.iat[other],
            names.iat[other],
            ARROW.join((dependent_name, dependee_name)),
            *values,
        )
        for dependent, dependent_name, dependee, dependee_name, *values in zip(
            *(direct[name] for name in DEPENDENT_AND_DEPENDEE),
            *(direct[name] for name in said),
            strict=True,
        )
        for one in homes.get(dependent, nobody) - homes.get(dependee, nobody)
        for other in homes.get(dependee, nobody) - homes.get(dependent, nobody)
    ]
    fields = MunicipalDependency.__annotations__
    return columns.table(
        MunicipalDependency, **{name: [row[at] for row in rows] for at, name in enumerate(fields)}
    )


def _homes(graph: PlanGraph) -> dict[str, frozenset[int]]:
    """For each node's id the municipalities that it belongs to."""
    every = belonging.belongs_to(graph)
    ids = graph.nodes["id"]
    by_node = every.groupby("node")["municipality"]
    return {ids.iat[int(at)]: frozenset(rows) for at, rows in by_node}
