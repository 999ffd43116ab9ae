"""Steps between nodes: of several assertions of the same two the one that is cited, and paths."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from graphtool import schema
from graphtool.language import collation_key
from graphtool.queries import columns
from graphtool.queries.item_ties import MODALITY_RANK, word_ranks

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

WEAKEST = len(schema.MODALITIES) - 1
"""The rank of the modality that is said least well; no assertion is left out at it."""

SAID = ("relation", "modality", *columns.EVIDENCE)


class Hop(NamedTuple):
    """One step of a path: an assertion, walked from its source to its target or back."""

    edge: int
    """Row in the graph's edges."""
    forward: bool

    def back(self) -> Hop:
        """The same assertion, walked the other way.

        >>> Hop(3, forward=True).back()
        Hop(edge=3, forward=False)
        """
        return Hop(self.edge, not self.forward)


def turned(path: Sequence[Hop]) -> tuple[Hop, ...]:
    """The path walked from its end.

    >>> turned((Hop(3, True), Hop(5, False)))
    (Hop(edge=5, forward=True), Hop(edge=3, forward=False))
    """
    return tuple(hop.back() for hop in reversed(path))


class PathStep(NamedTuple):
    """One assertion that a path rests on, as the path runs."""

    source: str
    source_name: str
    relation: str
    target: str
    target_name: str
    modality: str
    document: str | None
    line: int | None
    quote: str | None


Adjacency = Mapping[int, Mapping[int, Hop]]
"""For each node those that a step leads to, and by which assertion, in the order of names."""


def best_said(graph: PlanGraph, edges: pd.DataFrame, *, weakest: int = WEAKEST) -> pd.DataFrame:
    """For each two nodes the assertion that is cited: the best said, then the first relation.

    `source`, `target`, `edge` (row in the graph's edges). Without those that are said less well
    than `weakest`; one that ties a node to itself leads nowhere and is left out too.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "v", "kind": "Municipality"}, {"id": "g", "kind": "Goal"}],
    ...     [{"source": "v", "relation": "OWNS", "target": "g", "modality": "planned"},
    ...      {"source": "v", "relation": "SUPPORTS", "target": "g"}])
    >>> found = best_said(graph, graph.edges)
    >>> graph.edges.loc[found["edge"], "relation"].tolist()
    ['SUPPORTS']
    """
    said = word_ranks(edges["modality"])
    source, target = (edges[end].to_numpy(np.int64) for end in ("source", "target"))
    kept = np.flatnonzero((said <= weakest) & (source != target))
    source, target, said = source[kept], target[kept], said[kept]
    relation = edges["relation"].cat.codes.to_numpy()[kept]
    order = np.lexsort((relation, said, target, source))
    first = order[columns.changes(source[order], target[order])]
    edge = edges.index.to_numpy(np.int64)[kept][first]
    return pd.DataFrame({"source": source[first], "target": target[first], "edge": edge})


class Names:
    """The order of nodes by name, Norwegian, and then by id.

    >>> from graphtool.graph import examples
    >>> graph = examples.owned_goal()  # Vennesla, Lære and Les
    >>> Names(graph).place
    [2, 1, 0]
    >>> Names(graph).adjacency((best_said(graph, graph.related("OWNS")), False))
    {1: {0: Hop(edge=1, forward=False)}}
    """

    def __init__(self, graph: PlanGraph) -> None:
        """Of a graph's nodes, by position."""
        self._nodes = graph.nodes

    @cached_property
    def place(self) -> list[int]:
        """For each node its place in that order."""
        names, ids = self._nodes["name"].tolist(), self._nodes["id"].tolist()
        keys = {name: collation_key(name) for name in set(names)}
        order = sorted(range(len(ids)), key=lambda at: (keys[names[at]], ids[at]))
        place = [0] * len(order)
        for at, node in enumerate(order):
            place[node] = at
        return place

    def adjacency(self, *steps: tuple[pd.DataFrame, bool]) -> dict[int, dict[int, Hop]]:
        """Where rows of `best_said` lead, walked forwards or backwards; of two ways the first."""
        found: dict[int, dict[int, Hop]] = {}
        for rows, forward in steps:
            starts, ends = ("source", "target") if forward else ("target", "source")
            columns_of = (rows[name].tolist() for name in (starts, ends, "edge"))
            for one, other, edge in zip(*columns_of, strict=True):
                found.setdefault(one, {}).setdefault(other, Hop(edge, forward))
        place = self.place
        return {
            one: dict(sorted(ends.items(), key=lambda item: place[item[0]]))
            for one, ends in found.items()
        }


def hops(ahead: Adjacency, nodes: Sequence[int]) -> tuple[Hop, ...]:
    """The steps along these nodes.

    >>> to_g, to_m = Hop(0, True), Hop(1, False)
    >>> hops({0: {1: to_g}, 1: {2: to_m}}, [0, 1, 2]) == (to_g, to_m)
    True
    """
    return tuple(ahead[one][other] for one, other in pairwise(nodes))


def reversed_of(ahead: Adjacency) -> dict[int, list[int]]:
    """For each node those that lead to it.

    >>> hop = Hop(0, True)
    >>> reversed_of({0: {2: hop}, 1: {2: hop}})
    {2: [0, 1]}
    """
    behind: dict[int, list[int]] = {}
    for one, ends in ahead.items():
        for other in ends:
            behind.setdefault(other, []).append(one)
    return behind


class Teller:
    """Tells paths: as text with relations, as steps with evidence, and how well they are said.

    >>> from graphtool.graph import examples
    >>> tell, path = Teller(examples.owned_goal()), (Hop(1, forward=True), Hop(0, forward=False))
    >>> tell.text(path), tell.nodes(path)
    ('Vennesla —OWNS→ Lære ←PART_OF— Les', [0, 1, 2])
    >>> tell.relation(path[1]), tell.ends(path[1])  # as it is said, whichever way it is walked
    ('PART_OF', (2, 1))
    >>> [step.line for step in tell.steps(path)], tell.weakest(path, inferred=True)
    ([7, None], 'derived')
    """

    def __init__(self, graph: PlanGraph) -> None:
        """From the graph whose edges the hops are."""
        nodes, edges = graph.nodes, graph.edges
        self.ids, self.names = nodes["id"].tolist(), nodes["name"].tolist()
        self._ends = edges["source"].tolist(), edges["target"].tolist()
        self._said = {name: edges[name].tolist() for name in SAID}

    def nodes(self, path: Sequence[Hop]) -> list[int]:
        """The nodes along the path, both ends included; none of an empty one."""
        found = [self._ends[hop.forward][hop.edge] for hop in path]
        return [self._ends[not path[0].forward][path[0].edge], *found] if path else []

    def text(self, path: Sequence[Hop]) -> str:
        """The names along the path with the relations between them, `a —OWNS→ b ←LEADS— c`."""
        nodes = self.nodes(path)
        parts = [self.names[nodes[0]]]
        for hop, node in zip(path, nodes[1:], strict=True):
            relation = self.relation(hop)
            arrow = f" —{relation}→ " if hop.forward else f" ←{relation}— "
            parts += [arrow, self.names[node]]
        return "".join(parts)

    def ends(self, hop: Hop) -> tuple[int, int]:
        """Source and target of the assertion."""
        return self._ends[0][hop.edge], self._ends[1][hop.edge]

    def relation(self, hop: Hop) -> str:
        """The relation of the assertion."""
        found: str = self._said["relation"][hop.edge]
        return found

    def steps(self, path: Sequence[Hop]) -> tuple[PathStep, ...]:
        """What each step says and where it stands."""
        return tuple(self._step(hop.edge) for hop in path)

    def _step(self, edge: int) -> PathStep:
        source, target = (end[edge] for end in self._ends)
        cell = {name: said[edge] for name, said in self._said.items()}
        return PathStep(
            self.ids[source],
            self.names[source],
            cell["relation"],
            self.ids[target],
            self.names[target],
            cell["modality"],
            cell["document"] or None,
            cell["line"] or None,
            cell["quote"] or None,
        )

    def weakest(self, path: Sequence[Hop], *, inferred: bool) -> str:
        """The modality of what is said least well along it; at best derived if it is inferred."""
        said = (self._said["modality"][hop.edge] for hop in path)
        return max([*said, "derived" if inferred else "stated"], key=MODALITY_RANK.__getitem__)
