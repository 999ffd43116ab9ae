"""A graph without some of its nodes, beside the same graph with them; and how a loss spreads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from graphtool.graph import PlanGraph, belonging
from graphtool.queries.links import Adjacency, Hop, Names, Teller, best_said

if TYPE_CHECKING:
    from collections.abc import Sequence

Path = tuple[Hop, ...]


class Effect(NamedTuple):
    """Something that a loss does; nodes are positions."""

    effect: str
    items: tuple[int, ...]
    path: Path = ()
    before: str = ""
    after: str = ""
    lost: tuple[int, ...] = ()
    left: tuple[int, ...] = ()
    amount: float = float("nan")
    currency: str = ""


class Leaving:
    """A graph before and after some nodes leave: they stay as nodes that nothing ties to any.

    >>> from graphtool.graph import examples
    >>> leaving = Leaving(examples.three_in_a_row(), [1])
    >>> len(leaving.before.edges), len(leaving.after.edges), leaving.by_name([2, 0, 2])
    (2, 0, (0, 2))
    >>> leaving.links("COLLABORATES_WITH", forward=False)  # as it was before
    {1: {0: Hop(edge=0, forward=False)}, 2: {1: Hop(edge=1, forward=False)}}
    """

    def __init__(self, graph: PlanGraph, gone: Iterable[int]) -> None:
        """From the graph and the positions of those that leave; the graph is not changed."""
        self.before, self.gone = graph, frozenset(gone)
        self.mask = np.zeros(len(graph.nodes), dtype=bool)
        self.mask[sorted(self.gone)] = True
        edges = graph.edges
        ends = edges["source"].to_numpy(), edges["target"].to_numpy()
        stays = ~(self.mask[ends[0]] | self.mask[ends[1]])
        self.after = PlanGraph(
            graph.nodes, edges[stays].reset_index(drop=True), graph.documents, name=graph.name
        )
        self.tell, self.names = Teller(graph), Names(graph)

    @cached_property
    def ranked(self) -> list[int]:
        """For each node its place by name."""
        return self.names.place

    def by_name(self, nodes: Iterable[int]) -> tuple[int, ...]:
        """Each node once, in the order of names."""
        return tuple(sorted(set(nodes), key=self.ranked.__getitem__))

    def links(
        self,
        *relations: str,
        forward: bool,
        edges: Callable[[pd.DataFrame], pd.DataFrame] = lambda e: e,
    ) -> dict[int, dict[int, Hop]]:
        """Where assertions of these relations lead, walked forwards or backwards."""
        wanted = edges(self.before.related(*relations))
        return self.names.adjacency((best_said(self.before, wanted), forward))


def taken_along(graph: PlanGraph, gone: Iterable[int]) -> set[int]:
    """These and all who act for none but them: their people, their departments and companies.

    Over any number of steps, by what is said as fact (`graph.belonging`).

    >>> from graphtool.graph import examples
    >>> taken_along(examples.acting_for(), [0])  # a municipality's employee and its network
    {0, 1, 2}
    """
    above: dict[int, set[int]] = {}
    below: dict[int, set[int]] = {}
    for whom, who in belonging.steps(graph).tolist():
        above.setdefault(who, set()).add(whom)
        below.setdefault(whom, set()).add(who)
    found = set(gone)
    waiting = list(found)
    while waiting:
        for who in below.get(waiting.pop(), ()):
            if who not in found and above[who] <= found:
                found.add(who)
                waiting.append(who)
    return found


class Spread(NamedTuple):
    """What steps lead to from where a loss begins, breadth first.

    >>> ahead = {0: {1: Hop(3, forward=True)}, 1: {2: Hop(5, forward=True)}}
    >>> found = Spread.over(ahead, {0: ()}, longest=1)
    >>> found.steps, found.goes_on
    ({0: 0, 1: 1}, True)
    >>> found.origin(1), found.path(1)
    (0, (Hop(edge=3, forward=True),))
    """

    begun: Mapping[int, Path]
    """Where it begins, and by which path that was come to."""
    last: Mapping[int, tuple[int, Hop]]
    """For each node that is reached the one before it, and the step from there."""
    steps: Mapping[int, int]
    """How many steps each is away."""
    goes_on: bool
    """Whether more would be reached by more steps."""

    @classmethod
    def over(cls, ahead: Adjacency, begun: Mapping[int, Path], longest: int) -> Spread:
        """From these nodes on, up to so many steps; of paths of one length the first by name."""
        last: dict[int, tuple[int, Hop]] = {}
        steps: dict[int, int] = dict.fromkeys(begun, 0)
        front: Sequence[int] = [*begun]
        for step in range(1, longest + 2):
            further: list[int] = []
            for node in front:
                for other, hop in ahead.get(node, {}).items():
                    if other not in steps:
                        if step > longest:
                            return cls(begun, last, steps, goes_on=True)
                        steps[other], last[other] = step, (node, hop)
                        further.append(other)
            front = further
        return cls(begun, last, steps, goes_on=False)

    def origin(self, node: int) -> int:
        """Where the loss that comes to a node begins."""
        while node in self.last:
            node, _ = self.last[node]
        return node

    def path(self, node: int) -> Path:
        """The whole path to a node, that by which its beginning was come to included."""
        hops: list[Hop] = []
        while node in self.last:
            node, hop = self.last[node]
            hops.append(hop)
        return (*self.begun[node], *reversed(hops))
