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
        # As lists: a text at a time out of a table's column takes most of the time else.
        ends = [rows[name].tolist() for name in ("dependent", "dependee")]
        names = dict(zip(ends[0], rows["dependent_name"].tolist(), strict=True))
        names |= zip(ends[1], rows["dependee_name"].tolist(), strict=True)
        cells = (rows[name].tolist() for name in Said._fields)
        said = dict(zip(zip(*ends, strict=True), map(Said, *cells), strict=True))
        for one, other in said:
            links.setdefault(one, []).append(other)
        return cls(links, names, said)

    @property
    def waits(self) -> dict[str, list[str]]:
        """The links that still hold somebody up: all but those that are met."""
        found = {
            node: [other for other in others if self.said[node, other].status != MET]
            for node, others in self.links.items()
        }
        return {node: others for node, others in found.items() if others}
