"""The goals of a graph, whose they are, and by which ways something takes them up."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from graphtool.graph import belonging
from graphtool.queries import columns, homes
from graphtool.queries.alignment_columns import ALIKE, LEFT, PLACE, PLAN, Alignment
from graphtool.queries.likeness import alike
from graphtool.queries.links import Adjacency, Hop, Names, Teller, best_said, hops

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph


UP = ("PART_OF", "CONTRIBUTES_TO", "IMPLEMENTS")
"""Relations by which something serves what lies above it."""
TAKING_UP = ("Programme", "Project", "Plan", "FocusArea", "Strategy", "Goal", "Measure")
"""Kinds that may take up a goal."""
SERVING = ("CONTRIBUTES_TO", "IMPLEMENTS")
"""Those of them by which something serves another that it is no part of."""
OWN = ("OWNS", "RESPONSIBLE_FOR", "ADOPTED")
"""Relations by which something is a municipality's own; not who leads a project of several."""


class Goals:
    """The goals of a graph, whose they are, and what leads to them.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "v", "kind": "Municipality", "name": "Vennesla"},
    ...      {"id": "g", "kind": "Goal", "name": "Lære"},
    ...      {"id": "m", "kind": "Measure", "name": "Les"}],
    ...     [{"source": "v", "relation": "OWNS", "target": "m"},
    ...      {"source": "m", "relation": "CONTRIBUTES_TO", "target": "g"}])
    >>> goals = Goals(graph)
    >>> goals.common, goals.of(2)  # the goal is nobody's alone, the measure Vennesla's
    ([1], 1)
    >>> [way] = goals.taking_up(1)
    >>> goals.taken(1, "taken up", way).path, goals.left(1).what
    ('Les —CONTRIBUTES_TO→ Lære', 'not taken up')
    >>> goals.by_plan(1), goals.alike(0.5)
    ([], [])
    """

    def __init__(self, graph: PlanGraph) -> None:
        self._graph, self._tell, self._names = graph, Teller(graph), Names(graph)
        self._kinds = graph.nodes["kind"].tolist()
        self._place = self._names.place
        self._up, self._down = self._along(*UP)
        self._wholes, _ = self._along("PART_OF")
        self._serving, self._served = self._along(*SERVING)
        self._homes = homes.Homes(graph, self._names)
        own = belonging.ends(belonging.as_fact(graph.related(*OWN))).tolist()
        here = belonging.ends(belonging.locations(graph))[:, ::-1].tolist()
        self._own: dict[int, int] = {}
        for who, what in (*own, *here):
            self._own[what] = self._own.get(what, 0) | self._homes.acting.get(who, 0)
        self.every: list[int] = graph.of_kind("Goal").index.tolist()
        self.common = [goal for goal in self.every if not of_one(self.of(goal))]

    def _along(self, *relations: str) -> tuple[Adjacency, Adjacency]:
        """Where these relations lead, and what leads by them."""
        said = best_said(self._graph, self._graph.related(*relations))
        return self._names.adjacency((said, True)), self._names.adjacency((said, False))

    @cached_property
    def local(self) -> set[int]:
        """What is one municipality's and may take up a goal."""
        nodes = self._graph.of_kind(*TAKING_UP).index.tolist()
        return {node for node in nodes if of_one(self.of(node))}

    def of(self, node: int) -> int:
        """Whose it is, as bits: its own holders, else those of the nearest that it is part of."""
        front, seen = {node}, {node}
        while front:
            bits = 0
            for one in front:
                bits |= self._own.get(one, 0)
            if bits:
                return bits
            front = {whole for one in front for whole in self._wholes.get(one, ())} - seen
            seen |= front
        return 0

    def taking_up(self, goal: int) -> Iterator[tuple[Hop, ...]]:
        """The shortest way from each nearest local thing to a goal."""
        return self._nearest(goal, self._up, self._down)

    def by_plan(self, goal: int) -> list[tuple[Hop, ...]]:
        """The ways from what is local and serves the nearest whole that any such serves."""
        front: dict[int, tuple[Hop, ...]] = {goal: ()}
        seen = {goal}
        while front:
            further: dict[int, tuple[Hop, ...]] = {}
            found = []
            for one, down in front.items():
                for whole, hop in self._wholes.get(one, {}).items():
                    if whole in seen:
                        continue
                    seen.add(whole)
                    further[whole] = (hop.back(), *down)
                    ways = self._nearest(whole, self._serving, self._served)
                    found += [(*way, *further[whole]) for way in ways]
            if found:
                return found
            front = further
        return []

    def _nearest(self, goal: int, up: Adjacency, down: Adjacency) -> Iterator[tuple[Hop, ...]]:
        before = {goal: goal}
        front = [goal]
        while front:
            ahead = []
            for one in front:
                for other in down.get(one, ()):
                    if other in before:
                        continue
                    before[other] = one
                    if other in self.local:
                        nodes = [other]
                        while nodes[-1] != goal:
                            nodes.append(before[nodes[-1]])
                        yield hops(up, nodes)
                    else:
                        ahead.append(other)
            front = sorted(ahead, key=self._place.__getitem__)

    def alike(self, least: float) -> list[Alignment]:
        """Goals of different plans that nobody linked, worded alike."""
        nodes = self._graph.nodes
        said = zip(*(nodes[c] for c in ("name", "name_nb", "name_nn", "name_en")), strict=True)
        texts = [frozenset(filter(None, some)) for some in said]
        pairs = alike([texts[goal] for goal in self.every], least)
        found = []
        for (one, other), score in pairs.items():
            ends = sorted(
                (self.every[one], self.every[other]),
                key=lambda goal: (of_one(self.of(goal)), self._place[goal]),
            )
            if not self._above(ends[0]) & self._above(ends[1]):
                found.append(self._alike(ends[0], ends[1], score))
        return found

    def _above(self, node: int) -> set[int]:
        """A node and all that it serves or is part of."""
        seen = {node}
        front = [node]
        while front:
            ahead = {above for one in front for above in self._up.get(one, ())} - seen
            seen |= ahead
            front = list(ahead)
        return seen

    def taken(self, goal: int, what: str, path: tuple[Hop, ...]) -> Alignment:
        """That a goal or its plan is taken up, and by which way."""
        tell = self._tell
        first, *_ = steps = tell.steps(path)
        return self._with(self._row(goal, what), tell.nodes(path)[0])._replace(
            steps=len(path),
            path=tell.text(path),
            modality=tell.weakest(path, inferred=what == PLAN or len(path) > 1),
            document=first.document or "",
            line=first.line or 0,
            quote=first.quote or "",
            evidence=steps,
        )

    def left(self, goal: int) -> Alignment:
        """That nothing local takes a goal up."""
        return self._row(goal, LEFT)

    def _alike(self, goal: int, other: int, score: float) -> Alignment:
        return self._with(self._row(goal, ALIKE), other)._replace(score=score, modality="derived")

    def _with(self, row: Alignment, node: int) -> Alignment:
        return row._replace(
            other=self._tell.ids[node],
            other_name=self._tell.names[node],
            other_kind=self._kinds[node],
            other_homes=self._called(node),
        )

    def _row(self, goal: int, what: str) -> Alignment:
        """A goal with where it is said itself."""
        said = self._graph.nodes.iloc[goal]
        return Alignment(
            place=PLACE[what],
            goal=self._tell.ids[goal],
            goal_name=self._tell.names[goal],
            goal_homes=self._called(goal),
            what=what,
            other="",
            other_name="",
            other_kind="",
            other_homes="",
            steps=0,
            path="",
            score=float("nan"),
            modality="",
            document=said["document"],
            line=said["line"],
            quote=said["quote"],
            evidence=(),
        )

    def _called(self, node: int) -> str:
        """The names of the municipalities whose it is."""
        at = self._homes.of_bits(self.of(node))
        return columns.SEPARATOR.join(self._tell.names[home] for home in at)


def of_one(bits: int) -> bool:
    """Whether bits of municipalities are those of a single one.

    >>> of_one(0b100), of_one(0b110), of_one(0)
    (True, False, False)
    """
    return bits.bit_count() == 1
