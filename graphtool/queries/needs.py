"""What depends on what, as the rows of `direct-dependencies` say it: names, links, statuses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Self

from graphtool.queries.registry import ask

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph
    from graphtool.queries.query import Askable

Pair = tuple[str, str]
MET = "met"


class Said(NamedTuple):
    """What is said of one dependency."""

    status: str
    modality: str
    document: str
    line: int
    quote: str


class NeedGraph(NamedTuple):
    """All direct dependencies, by id."""

    links: dict[str, list[str]]
    """For each node that depends on anything what that is, both sorted by id."""
    names: dict[str, str]
    said: dict[Pair, Said]

    @classmethod
    def asked(cls, graph: PlanGraph | Askable, **options: Any) -> Self:
        """The rows of `direct-dependencies`; the options are when.

        >>> from graphtool import PlanGraph
        >>> graph = PlanGraph.from_tables(
        ...     [{"id": "p", "kind": "Plan"}, {"id": "m", "kind": "Measure"}],
        ...     [{"source": "m", "relation": "DEPENDS_ON", "target": "p"}])
        >>> found = NeedGraph.asked(graph)
        >>> found.links, found.said["m", "p"].status
        ({'m': ['p']}, 'unknown')
        """
        rows = ask(graph, "direct-dependencies", **options).sort_values(["dependent", "dependee"])
        links: dict[str, list[str]] = {}
        names, said = {}, {}
        for row in rows.itertuples():
            links.setdefault(row.dependent, []).append(row.dependee)
            names[row.dependent], names[row.dependee] = row.dependent_name, row.dependee_name
            said[row.dependent, row.dependee] = Said(
                row.status, row.modality, row.document, row.line, row.quote
            )
        return cls(links, names, said)

    @property
    def waits(self) -> dict[str, list[str]]:
        """The links that still hold somebody up: all but those that are met."""
        found = {
            node: [other for other in others if self.said[node, other].status != MET]
            for node, others in self.links.items()
        }
        return {node: others for node, others in found.items() if others}
