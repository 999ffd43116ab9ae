"""The distinct edges of a graph by positions of its nodes, as arrays and as a list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from graphtool import schema
from graphtool.graph import PlanGraph
from graphtool.maps.content import Content, Derived


class Links(NamedTuple):
    """Distinct edges as arrays, in the graph's order: what graphs too large for loops are cut from.

    All are one long; none for a graph without edges.
    """

    source: NDArray[np.int64]
    target: NDArray[np.int64]
    relation: NDArray[np.int64]
    """Place of the relation in the vocabulary."""

    @classmethod
    def of_graph(cls, graph: PlanGraph) -> Links:
        """The distinct edges of a graph, by positions of its nodes."""
        edges = graph.edges
        found = cls(
            edges["source"].to_numpy().astype(np.int64),
            edges["target"].to_numpy().astype(np.int64),
            edges["relation"].cat.codes.to_numpy().astype(np.int64),
        )
        # Assertions of one edge are neighbours in the table.
        first = np.ones(len(edges), dtype=bool)
        first[1:] = False
        for column in found:
            first[1:] |= column[1:] != column[:-1]
        return found.where(first)

    @classmethod
    def listed(cls, edges: Sequence[tuple[int, int, str]]) -> Links:
        """From a list of distinct edges."""
        order = {name: at for at, name in enumerate(schema.RELATIONS)}
        rows = [(source, target, order[name]) for source, target, name in edges]
        return cls(*np.array(rows, dtype=np.int64).reshape(-1, 3).T)

    def where(self, mask: NDArray[Any]) -> Links:
        """Those that the mask (or positions) picks."""
        return Links(*(column[mask] for column in self))

    def of(self, *relations: str) -> Links:
        """Those of these relations."""
        order = list(schema.RELATIONS)
        return self.where(np.isin(self.relation, [order.index(name) for name in relations]))

    def between(self, kept: NDArray[np.bool_]) -> Links:
        """Those with both ends among the nodes that are kept."""
        return self.where(kept[self.source] & kept[self.target])

    def degree(self, size: int) -> NDArray[np.int64]:
        """How many edges each of so many nodes has; one to itself counts twice."""
        return np.bincount(self.source, minlength=size) + np.bincount(self.target, minlength=size)

    def as_list(self) -> list[tuple[int, int, str]]:
        """Source, target and relation of each."""
        names = np.array(list(schema.RELATIONS), dtype=object)[self.relation].tolist()
        return list(zip(self.source.tolist(), self.target.tolist(), names, strict=True))


class EdgeList(NamedTuple):
    """A graph as lists: what most views are cut from."""

    ids: list[str]
    kinds: list[str]
    edges: list[tuple[int, int, str]]
    """Distinct edges by positions, in the graph's order."""

    @classmethod
    def of(cls, graph: PlanGraph) -> EdgeList:
        """The nodes and distinct edges of a graph.

        >>> graph = PlanGraph.from_tables([{"id": "g", "kind": "Goal", "name": "Vekst"}])
        >>> EdgeList.of(graph)
        EdgeList(ids=['g'], kinds=['Goal'], edges=[])
        """
        return cls(
            graph.nodes["id"].tolist(),
            graph.nodes["kind"].astype(str).tolist(),
            Links.of_graph(graph).as_list(),
        )

    def content(
        self, nodes: Iterable[int] | None = None, relations: Sequence[str] | None = None
    ) -> Content:
        """These nodes (None for all) and the edges of these relations (None for all) between."""
        kept = set(range(len(self.ids))) if nodes is None else set(nodes)
        return Content(
            tuple(self.ids[at] for at in sorted(kept)),
            {
                (self.ids[s], self.ids[t], name): Derived()
                for s, t, name in self.edges
                if s in kept and t in kept and (relations is None or name in relations)
            },
        )

    def upwards(self, start: Iterable[int], relation: str = "PART_OF") -> set[int]:
        """The start and everything that it is part of, however far up."""
        above: dict[int, list[int]] = {}
        for source, target, name in self.edges:
            if name == relation:
                above.setdefault(source, []).append(target)
        reached = set(start)
        stack = sorted(reached)
        while stack:
            for higher in above.get(stack.pop(), ()):
                if higher not in reached:
                    reached.add(higher)
                    stack.append(higher)
        return reached
