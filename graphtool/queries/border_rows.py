"""Reasons for a dependency across borders, of municipalities or of parties, as rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Literal

from graphtool.errors import GraphtoolError, SharedName, UnknownName
from graphtool.language import Said, Text
from graphtool.queries import columns
from graphtool.queries.border_kinds import KINDS, ReasonOptions, may_be_longer
from graphtool.queries.borders import Borders, Reason
from graphtool.queries.dependencies import ARROW
from graphtool.queries.direct_dependencies import STATUS_RANK, Links
from graphtool.queries.homes import Homes
from graphtool.queries.item_ties import MODALITY_RANK
from graphtool.queries.links import Teller
from graphtool.queries.municipal_columns import MunicipalDependency

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph

GONE = -2
"""Where one stands that does not exist on the day."""
ANY_LENGTH = 1_000_000
"""Steps that no path is longer than."""


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
        tell = ReasonRows(graph)
        for name in KINDS:
            # What is inferred is never stated.
            if (not kinds or name in kinds) and (weakest or name == "stated"):
                found += tell.rows(name, KINDS[name](asked))
    return [row for row in found if MODALITY_RANK[str(row.modality)] <= weakest]


def longer(
    graph: PlanGraph,
    chosen: Sequence[str | None],
    options: ReasonOptions,
    homes: type[Homes] = Homes,
) -> int | None:
    """The steps of the shortest path, where `reasons` finds none within what is followed.

    None where there is none of any length, as from one to itself.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": m, "kind": "Municipality"} for m in "ab"] + [{"id": "g", "kind": "Goal"}],
    ...     [{"source": "a", "relation": "DEPENDS_ON", "target": "g"},
    ...      {"source": "g", "relation": "DEPENDS_ON", "target": "b"}])
    >>> asked = {"kind": (), "max_steps": 1, "modality": "aspiration"}
    >>> time = {"as_of": None, "successors": "carry"}
    >>> longer(graph, (None, None), {**asked, **time})
    2
    """
    one, other = chosen
    if (one is not None and one == other) or not may_be_longer(options):
        return None
    found = reasons(graph, chosen, {**options, "max_steps": ANY_LENGTH}, homes)
    return min((row.steps for row in found), default=None)


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
    >>> none = Text("ingen {name}", "ingen {name}", "no {name}")
    >>> require_end(graph, "Vennesla", graph.of_kind("Municipality"), "municipality", none)
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


class ReasonRows:
    """Reasons as rows.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "a", "kind": "Municipality"}, {"id": "b", "kind": "Municipality"}],
    ...     [{"source": "a", "relation": "DEPENDS_ON", "target": "b", "status": "pending"}])
    >>> asked = Borders(graph, longest=4, ends=(-1, -1))
    >>> [(row.path, row.status) for row in ReasonRows(graph).rows("stated", KINDS["stated"](asked))]
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
