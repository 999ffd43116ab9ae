"""Which municipality depends on which, why, and by which path."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Unpack

from graphtool.language import Text
from graphtool.queries import columns
from graphtool.queries.border_kinds import ReasonOptions
from graphtool.queries.border_matrix import matrix
from graphtool.queries.border_notes import ITSELF, STEPS
from graphtool.queries.border_rows import longer, reasons, require_end
from graphtool.queries.borders import READS
from graphtool.queries.fields import Option
from graphtool.queries.municipal_columns import MunicipalDependency
from graphtool.queries.municipal_notes import municipal_notes
from graphtool.queries.registry import query

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph

_NO_MUNICIPALITY = Text(
    "kommunen «{name}» finnes ikke: det er ingen kommuner i dataene",
    "kommunen «{name}» finst ikkje: det er ingen kommunar i dataa",
    "no municipality {name!r}: there is none in the data",
)


@query(
    MunicipalDependency,
    order=("municipality", "depends_on", "kind", "steps", "path", "dependent", "needed"),
    notes=municipal_notes,
    reads=READS,
    matrix=matrix,
)
def municipal_dependencies(
    graph: PlanGraph,
    *,
    from_: Annotated[
        str | None,
        Option(
            Text(
                "bare det som denne kommunen avhenger av",
                "berre det som denne kommunen er avhengig av",
                "only what this municipality depends on",
            ),
            node="Municipality",
        ),
    ] = None,
    to: Annotated[
        str | None,
        Option(
            Text(
                "bare det som avhenger av denne kommunen",
                "berre det som er avhengig av denne kommunen",
                "only what depends on this municipality",
            ),
            node="Municipality",
        ),
    ] = None,
    **options: Unpack[ReasonOptions],
) -> pd.DataFrame:
    """Which municipality depends on which other, why, and by which path.

    What belongs to a municipality: itself; its people, and the bodies that it hosts or owns over
    any number of steps, councils, companies and networks included; what any of these owns, answers
    for, leads or hosts. What lies in it counts as its own in the first and the last kind. What is
    only planned to be so does not count. A depends on B by one of these kinds:

    *stated*: something of A's depends (DEPENDS_ON) on something of B's, directly or over what is
    nobody's or a third's. What a region by agreement (no county) supports or takes part in is its
    municipalities' in common, as far as it is they who depend.

    *carried out*: a goal, strategy, focus area, plan or work of A's is served (PART_OF,
    CONTRIBUTES_TO, IMPLEMENTS, BASED_ON) by a plan, programme, project or measure of B's, or a
    goal, strategy or focus area of A's is part of a plan, programme or project of B's.

    *funded*: B funds A or something of A's. *hosted*: A is a member of, takes part in or has
    adopted what B leads, hosts, coordinates or answers for, and A does not. *shared*: something of
    A's and something of B's need (DEPENDS_ON) the same resource or person, which is B's, or a
    third's and neither's, by ways that do not meet before it; `thirds` says whose.

    All but the first, and what is the municipalities' in common, are inferred, and say so: their
    modality is derived at best. It is that of the step that is said least well, those by which
    something belongs to somebody included.
    Status is the worst of the dependencies along the path, at the earliest date at which a
    document says it. Of dependencies in one step there is a row for each two things; over more
    steps, for each thing of B's, the shortest path, and of several one by the order of names. No
    path passes through a thing of B's to another of B's, nor is what both have in common a
    dependency between them. The evidence that a table cites is that of the step that makes it a
    dependency; JSON has that of every step.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "a", "kind": "Municipality", "name": "Iveland"},
    ...      {"id": "b", "kind": "Municipality", "name": "Vennesla"},
    ...      {"id": "r", "kind": "Resource", "name": "Vannverket"}],
    ...     [{"source": "r", "relation": "LOCATED_IN", "target": "b"},
    ...      {"source": "a", "relation": "DEPENDS_ON", "target": "r"}])
    >>> municipal_dependencies(graph)[["kind", "path"]].values.tolist()
    [['stated', 'Iveland —DEPENDS_ON→ Vannverket —LOCATED_IN→ Vennesla']]
    """
    homes = graph.of_kind("Municipality")
    chosen = [
        require_end(graph, name, homes, "municipality", _NO_MUNICIPALITY) for name in (from_, to)
    ]
    found = reasons(graph, chosen, options)
    table = columns.of_rows(MunicipalDependency, found)
    table.attrs[ITSELF] = chosen[0] is not None and chosen[0] == chosen[1]
    if not found:
        table.attrs[STEPS] = longer(graph, chosen, options)
    return table
