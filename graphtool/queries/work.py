"""What each party has in hand, and how the work of two hangs together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from typing import TYPE_CHECKING, Any

from graphtool.graph import belonging, representation
from graphtool.queries.item_ties import SERVING
from graphtool.queries.links import Hop, Names, Teller, best_said, turned
from graphtool.queries.missing_tie_columns import NEEDS, SAME, SERVES

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph


HANDS = ("OWNS", "RESPONSIBLE_FOR", "LEADS", "HOSTS", "COORDINATES")
"""Relations by which a party has something in hand, and would be the one to talk to."""
Way = tuple[Hop, ...]
Half = tuple[int, Way]
"""An item, and the path between who has it in hand and what it serves."""
Case = tuple[str, int, int, int, Way]
"""Why, the two parties, the first by name first, how many paths, and the first of these."""


class Work:
    """What each party has in hand, and how that hangs together.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "a", "kind": "Municipality"}, {"id": "b", "kind": "Municipality"},
    ...      {"id": "g", "kind": "Goal"}, {"id": "m", "kind": "Measure"}],
    ...     [{"source": "a", "relation": "OWNS", "target": "g"},
    ...      {"source": "b", "relation": "OWNS", "target": "m"},
    ...      {"source": "m", "relation": "PART_OF", "target": "g"}])
    >>> work = Work(graph, "party")
    >>> [(reason, one, other, paths, way)] = work.ways()
    >>> reason, one, other, paths, work.tell.text(way)
    ('serves', 0, 1, 1, 'a —OWNS→ g ←PART_OF— m ←OWNS— b')
    >>> work.rank(way)[:2]  # how long it is, and the places of its nodes by name
    (3, [0, 2, 3, 1])
    """

    def __init__(self, graph: PlanGraph, level: str) -> None:
        self.graph, self.tell, self.names = graph, Teller(graph), Names(graph)
        self.place = self.names.place
        counts: dict[int, list[int]] = {}
        for who, party in representation.counted(graph, level).itertuples(index=False):
            counts.setdefault(who, []).append(party)
        acting = belonging.acts_for(graph)[["party", "municipality"]]
        self.own = {frozenset(pair) for pair in acting.itertuples(index=False, name=None)}
        held = best_said(graph, belonging.as_fact(graph.related(*HANDS)))
        self._of: dict[int, list[tuple[int, Way]]] = {
            who: [(party, ()) for party in parties] for who, parties in counts.items()
        }
        for source, target, edge in held.itertuples(index=False):
            for party in counts.get(source, ()):
                way = (Hop(int(edge), forward=True),)
                self._of.setdefault(int(target), []).append((party, way))

    def ways(self) -> Iterator[Case]:
        """What paths there are between two parties whose work hangs together."""
        needs = best_said(self.graph, self.graph.related("DEPENDS_ON"))
        # To lie in a region is nobody's work: it serves nothing there.
        served = self.graph.related(*SERVING)
        lying = (self.graph.nodes["kind"] == "Region").to_numpy()[served["target"].to_numpy()]
        serves = best_said(self.graph, served[~lying])
        for reason, rows in ((NEEDS, needs), (SERVES, serves)):
            for source, target, edge in rows.itertuples(index=False):
                yield from self._between(reason, source, (Hop(int(edge), forward=True),), target)
        for serving in self.names.adjacency((serves, False)).values():
            yield from self._alike(serving)

    def rank(self, way: Way) -> tuple[int, list[int], Way]:
        """By which the first of the shortest is found."""
        return len(way), [self.place[node] for node in self.tell.nodes(way)], way

    def _alike(self, serving: Mapping[int, Hop]) -> Iterator[Case]:
        """Between those who serve the same: counted, for of much there are very many pairs."""
        held: dict[int, list[Half]] = {}
        for item, hop in serving.items():
            for party, begins in self._of.get(item, ()):
                held.setdefault(party, []).append((item, (*begins, hop.back())))
        items = {party: Counter(item for item, _ in halves) for party, halves in held.items()}
        first = {party: foremost(halves, self.rank) for party, halves in held.items()}
        last = {
            party: foremost([(item, turned(way)) for item, way in halves], self.rank)
            for party, halves in held.items()
        }
        for one, other in combinations(sorted(held, key=self.place.__getitem__), 2):
            both = items[one].keys() & items[other].keys()
            cases = items[one].total() * items[other].total()
            cases -= sum(items[one][item] * items[other][item] for item in both)
            if cases and frozenset((one, other)) not in self.own:
                ways = [
                    (*begins, *ends)
                    for item, begins in first[one]
                    for at, ends in last[other]
                    if at != item
                ]
                yield SAME, one, other, cases, min(ways, key=self.rank)

    def _between(self, reason: str, one: int, middle: Way, other: int) -> Iterator[Case]:
        for first, begins in self._of.get(one, ()):
            for last, ends in self._of.get(other, ()):
                if first == last or frozenset((first, last)) in self.own:
                    continue
                way = (*begins, *middle, *turned(ends))
                if self.place[first] < self.place[last]:
                    yield reason, first, last, 1, way
                else:
                    yield reason, last, first, 1, turned(way)


def foremost(halves: list[Half], rank: Callable[[Way], Any]) -> list[Half]:
    """Of each length the first, and the first by way of another item.

    >>> way = (Hop(0, forward=True),)
    >>> foremost([(7, way), (7, way), (8, way), (9, way)], len) == [(7, way), (8, way)]
    True
    """
    found: dict[int, list[Half]] = {}
    for item, way in sorted(halves, key=lambda half: rank(half[1])):
        some = found.setdefault(len(way), [])
        if not some or (len(some) == 1 and some[0][0] != item):
            some.append((item, way))
    return [half for some in found.values() for half in some]
