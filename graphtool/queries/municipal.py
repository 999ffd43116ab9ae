"""Which municipality depends on which, why, and by which path."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, Any, Literal, Unpack

from graphtool.errors import GraphtoolError, SharedName, UnknownName
from graphtool.language import Said, Text
from graphtool.queries import columns
from graphtool.queries.border_kinds import KINDS, ReasonOptions
from graphtool.queries.border_matrix import matrix
from graphtool.queries.border_notes import ITSELF
from graphtool.queries.borders import READS, Borders, Reason
from graphtool.queries.dependencies import ARROW
from graphtool.queries.direct_dependencies import STATUS_RANK, Links
from graphtool.queries.fields import Option
from graphtool.queries.homes import Homes
from graphtool.queries.item_ties import MODALITY_RANK
from graphtool.queries.links import Teller
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

GONE = -2
"""Where a municipality stands that does not exist on the day."""


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
    return table


def reasons(
    graph: PlanGraph,
    chosen: Sequence[str | None],
    options: ReasonOptions,
    homes: type[Homes] = Homes,
) -> list[MunicipalDependency]:
    """Why one of those that homes are depends on another, of these kinds and said so well.

    `chosen` are the ids of the one and the other, None for any.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "a", "kind": "Municipality"}, {"id": "b", "kind": "Municipality"}],
    ...     [{"source": "a", "relation": "DEPENDS_ON", "target": "b"}])
    >>> asked = {"kind": (), "max_steps": 4, "modality": "aspiration"}
    >>> time = {"as_of": None, "successors": "carry"}
    >>> [row.path for row in reasons(graph, (None, "b"), {**asked, **time})]
    ['a —DEPENDS_ON→ b']
    """
    graph = graph.as_of(options["as_of"], successors=options["successors"])
    ids = {node: at for at, node in enumerate(graph.nodes["id"])}
    weakest, kinds = MODALITY_RANK[options["modality"]], options["kind"]
    found: list[MunicipalDependency] = []
    one, other = (-1 if node is None else ids.get(node, GONE) for node in chosen)
    if GONE not in (one, other):
        longest, ends = options["max_steps"], (one, other)
        asked = Borders(graph, weakest=weakest, longest=longest, ends=ends, homes=homes)
        tell = Told(graph)
        for name in KINDS:
            # What is inferred is never stated.
            if (not kinds or name in kinds) and (weakest or name == "stated"):
                found += tell.rows(name, KINDS[name](asked))
    return [row for row in found if MODALITY_RANK[str(row.modality)] <= weakest]


def require_end(
    graph: PlanGraph,
    name: str | None,
    among: pd.DataFrame,
    kind: Literal["municipality", "party"],
    nobody: Text,
) -> str | None:
    """The id of the one of that name among some nodes of a graph; None where none is named.

    Raises `UnknownName` with the nearest ones, and `GraphtoolError` saying `nobody` where there
    are none at all.

    >>> from graphtool.graph import examples
    >>> graph = examples.owned_goal()
    >>> homes = graph.of_kind("Municipality")
    >>> require_end(graph, "Vennesla", homes, "municipality", _NO_MUNICIPALITY)
    'v'
    """
    if name is None:
        return None
    try:
        at = graph.position(name)
    except SharedName as shared:
        here = among.index[among["id"].isin(shared.nodes)].tolist()
        if len(here) > 1:
            raise
        at = here[0] if here else -1
    except UnknownName:
        at = -1
    if at not in among.index:
        known = dict.fromkeys([*among["id"], *among["name"]])
        if not known:
            raise GraphtoolError(Said(nobody, name=name))
        raise UnknownName(kind, name, known)
    found: str = among["id"][at]
    return found


class Told:
    """Reasons as rows.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "a", "kind": "Municipality"}, {"id": "b", "kind": "Municipality"}],
    ...     [{"source": "a", "relation": "DEPENDS_ON", "target": "b", "status": "pending"}])
    >>> asked = Borders(graph, longest=4, ends=(-1, -1))
    >>> [(row.path, row.status) for row in Told(graph).rows("stated", KINDS["stated"](asked))]
    [('a —DEPENDS_ON→ b', 'pending')]
    """

    def __init__(self, graph: PlanGraph) -> None:
        self._tell = Teller(graph)
        links = Links.of(graph)
        ends = zip(links.source.tolist(), links.target.tolist(), strict=True)
        said = zip(links.status, links.status_said, strict=True)
        self._status = dict(zip(ends, said, strict=True))

    def rows(self, kind: str, reasons: Iterable[Reason]) -> list[MunicipalDependency]:
        """A row for each reason of a kind."""
        return [self._row(kind, reason) for reason in reasons]

    def _row(self, kind: str, reason: Reason) -> MunicipalDependency:
        tell, path = self._tell, reason.path
        (cited,) = tell.steps([reason.cited])
        status, said = self._standing(reason) if kind in ("stated", "shared") else ("", "")
        return MunicipalDependency(
            municipality=tell.ids[reason.one],
            name=tell.names[reason.one],
            depends_on=tell.ids[reason.other],
            depends_on_name=tell.names[reason.other],
            kind=kind,
            through=ARROW.join((tell.names[reason.dependent], tell.names[reason.needed])),
            path=tell.text(path),
            steps=reason.steps,
            thirds=columns.SEPARATOR.join(tell.ids[at] for at in reason.third),
            third_names=columns.SEPARATOR.join(tell.names[at] for at in reason.third),
            status=status,
            status_said=said,
            modality=tell.weakest(path, inferred=reason.inferred),
            document=cited.document or "",
            line=cited.line or 0,
            quote=cited.quote or "",
            dependent=tell.ids[reason.dependent],
            needed=tell.ids[reason.needed],
            evidence=tell.steps(path),
        )

    def _standing(self, reason: Reason) -> tuple[Any, Any]:
        """The worst status along the path, and the earliest date at which it is said."""
        along = [
            self._status[ends]
            for hop in reason.path
            if (ends := self._tell.ends(hop)) in self._status
            and self._tell.relation(hop) == "DEPENDS_ON"
        ]
        worst = max((status for status, _ in along), key=STATUS_RANK.__getitem__)
        return worst, min(said for status, said in along if status == worst)
