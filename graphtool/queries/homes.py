"""What is of which municipality, and the way from the municipality to it: why it is its own."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from graphtool.graph import belonging, representation
from graphtool.queries.links import Hop, Names, best_said

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

COUNTY = "county"
COMMON = ("SUPPORTS", "PARTICIPATES_IN")
"""What a region does in which its municipalities have their cause in common."""


class Homes:
    """Municipalities as bits of a number, by name: 1 is the first, 2 the second, 4 the third.

    The definition is that of `graph.belonging`; this adds the way.

    >>> from graphtool.graph import examples
    >>> from graphtool.queries.links import Teller
    >>> graph = examples.acting_for()  # Kongsberg, who acts for it, and a project that they lead
    >>> homes = Homes(graph, Names(graph))
    >>> homes.bit(0), homes.of_bits(0b1), homes.own
    (1, [0], {0: 1, 1: 1, 2: 1, 3: 1})
    >>> Teller(graph).text(homes.way(3, 0))
    'Kongsberg ←AFFILIATED_WITH— Kari —LEADS→ Klyngen'
    """

    def __init__(self, graph: PlanGraph, names: Names) -> None:
        """From a graph as it is on a day, or of all time."""
        self._graph, self._names = graph, names
        homes = self._all()
        self.municipalities: list[int] = sorted(homes, key=names.place.__getitem__)
        self._bit = {node: 1 << at for at, node in enumerate(self.municipalities)}
        self._trees: dict[int, dict[int, tuple[Hop, ...]]] = {}

    def _all(self) -> list[int]:
        return self._graph.of_kind("Municipality").index.tolist()

    @property
    def all(self) -> int:
        """The bits of all municipalities."""
        return (1 << len(self.municipalities)) - 1

    def of_bits(self, bits: int) -> list[int]:
        """The municipalities (positions) that a number stands for, in the order of names."""
        found = []
        while bits:
            lowest = bits & -bits
            found.append(self.municipalities[lowest.bit_length() - 1])
            bits ^= lowest
        return found

    def bit(self, municipality: int) -> int:
        """The number that stands for one municipality."""
        return self._bit[municipality]

    @cached_property
    def _acting(self) -> pd.DataFrame:
        return belonging.acts_for(self._graph)

    @cached_property
    def acting(self) -> dict[int, int]:
        """For each party the municipalities that it acts for."""
        return self._bits(self._acting["party"], self._acting["municipality"])

    @cached_property
    def held(self) -> dict[int, int]:
        """For each node those it is of because they, or who acts for them, have a hold on it."""
        held = belonging.held_by(self._graph, self._acting)
        return self._bits(held["node"], held["municipality"])

    @cached_property
    def own(self) -> dict[int, int]:
        """For each node those that it is of, what only lies there included."""
        every = belonging.belongs_to(self._graph, self._acting)
        return self._bits(every["node"], every["municipality"])

    @cached_property
    def common(self) -> dict[int, int]:
        """For each node those that a region by agreement, no county, supports or joins it for."""
        found: dict[int, int] = {}
        for node, ways in self._common.items():
            for home in ways:
                found[node] = found.get(node, 0) | self._bit[home]
        return found

    def _bits(self, nodes: pd.Series[int], homes: pd.Series[int]) -> dict[int, int]:
        found: dict[int, int] = {}
        for node, home in zip(nodes.tolist(), homes.tolist(), strict=True):
            found[node] = found.get(node, 0) | self._bit[home]
        return found

    def way(self, node: int, municipality: int) -> tuple[Hop, ...]:
        """The shortest way from a municipality to what is its own; empty for itself.

        What it has a hold on comes before what lies there, and that before what it has in common.
        """
        tree = self._tree(municipality)
        if node in tree:
            return tree[node]
        place = self._names.place
        holders = [
            (len(tree[holder]), place[holder], tree[holder], hop)
            for holder, hop in self._into.get(node, {}).items()
            if holder in tree
        ]
        if holders:
            _, _, way, hop = min(holders)
            return (*way, hop)
        here = self._located.get(node, {}).get(municipality)
        return (here,) if here else self._common[node][municipality]

    def _tree(self, municipality: int) -> dict[int, tuple[Hop, ...]]:
        """The way to everybody who acts for a municipality."""
        if municipality not in self._trees:
            found: dict[int, tuple[Hop, ...]] = {municipality: ()}
            front = [municipality]
            while front:
                further = []
                for party in front:
                    for other, hop in self._steps.get(party, {}).items():
                        if other not in found:
                            found[other] = (*found[party], hop)
                            further.append(other)
                front = sorted(further, key=self._names.place.__getitem__)
            self._trees[municipality] = found
        return self._trees[municipality]

    @cached_property
    def _steps(self) -> dict[int, dict[int, Hop]]:
        """From those who are acted for to those who act for them."""
        works, under = belonging.affiliations(self._graph), belonging.bodies(self._graph)
        return self._names.adjacency(
            (best_said(self._graph, under), True), (best_said(self._graph, works), False)
        )

    @cached_property
    def _into(self) -> dict[int, dict[int, Hop]]:
        """For each node who has a hold on it."""
        rows = best_said(self._graph, belonging.holdings(self._graph))
        return _by_target(rows)

    @cached_property
    def _located(self) -> dict[int, dict[int, Hop]]:
        rows = best_said(self._graph, belonging.locations(self._graph))
        found: dict[int, dict[int, Hop]] = {}
        for node, home, edge in rows.itertuples(index=False):
            found.setdefault(int(node), {})[int(home)] = Hop(int(edge), forward=False)
        return found

    @cached_property
    def _common(self) -> dict[int, dict[int, tuple[Hop, ...]]]:
        graph, place = self._graph, self._names.place
        kind, subkind = graph.nodes["kind"], graph.nodes["subkind"]
        agreed = ((kind == "Region") & (subkind != COUNTY)).to_numpy()
        members = belonging.as_fact(graph.related("PART_OF"))
        municipal = (kind == "Municipality").to_numpy()[members["source"].to_numpy()]
        members = members[municipal & agreed[members["target"].to_numpy()]]
        causes = graph.related(*COMMON)
        causes = causes[agreed[causes["source"].to_numpy()]]
        joined = _by_target(best_said(graph, members))
        found: dict[int, dict[int, tuple[Hop, ...]]] = defaultdict(dict)
        for node, regions in _by_target(best_said(graph, causes)).items():
            for region in sorted(regions, key=place.__getitem__):
                for home, hop in joined.get(region, {}).items():
                    found[node].setdefault(home, (hop, regions[region]))
        return found


class Organisations(Homes):
    """As `Homes`, of every named party: an organisation with its people, not with its bodies.

    Who counts for whom is as `representation` has it; what lies in a municipality is its own.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "k", "kind": "Municipality"}, {"id": "kari", "kind": "Actor"},
    ...      {"id": "kraft", "kind": "Actor", "subkind": "company"}],
    ...     [{"source": "kari", "relation": "AFFILIATED_WITH", "target": "k"},
    ...      {"source": "k", "relation": "OWNS", "target": "kraft"}])
    >>> Organisations(graph, Names(graph)).acting  # Kari counts for k, the company for itself
    {0: 1, 1: 1, 2: 2}
    """

    def _all(self) -> list[int]:
        return np.unique(self._stands["party"].to_numpy(np.int64)).tolist()

    @cached_property
    def _stands(self) -> pd.DataFrame:
        return representation.counted(self._graph, "organisation")

    @cached_property
    def _acting(self) -> pd.DataFrame:
        return self._stands.set_axis(["party", "municipality"], axis=1)

    @cached_property
    def _steps(self) -> dict[int, dict[int, Hop]]:
        works = belonging.affiliations(self._graph)
        works = works[representation.people(self._graph)[works["source"].to_numpy()]]
        return self._names.adjacency((best_said(self._graph, works), False))


def _by_target(rows: pd.DataFrame) -> dict[int, dict[int, Hop]]:
    """For each target its sources, with the step from the one to the other."""
    found: dict[int, dict[int, Hop]] = {}
    for source, target, edge in rows.itertuples(index=False):
        found.setdefault(int(target), {})[int(source)] = Hop(int(edge), forward=True)
    return found
