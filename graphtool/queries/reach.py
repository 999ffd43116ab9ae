"""What the municipalities' own things lead to over steps, and by which of the shortest paths."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from graphtool.queries.links import Adjacency, reversed_of

Bits = Mapping[int, int]
"""For each node a number whose bits are municipalities, see `homes`."""


class Crossing(NamedTuple):
    """A path from what is one municipality's to what is another's."""

    one: int
    """The bit of the municipality that it begins at."""
    other: int
    """The bit of the municipality that it ends at."""
    nodes: tuple[int, ...]
    """From what is the one's to what is the other's."""


class Search(NamedTuple):
    """Where steps lead from what is one municipality's, as far as it is nobody's or a third's.

    A path to another municipality does not pass through anything that is that one's already, and
    none comes back to what is the first one's own: a shorter one says the same.

    >>> from graphtool.queries.links import Hop
    >>> ahead = {0: {1: Hop(0, forward=True)}, 1: {2: Hop(1, forward=True)}}
    >>> search = Search.over(ahead, [0, 1, 2], homes={0: 0b01, 2: 0b10}, longest=4)
    >>> layers = search.layers(0b01, [0], 0b10)
    >>> layers, search.path(layers, 2, depth=2, other=0b10)
    ([{0: 2}, {1: 2}, {2: 2}, {}], (0, 1, 2))
    >>> list(search.crossings(0b01, [0], 0b11))
    [Crossing(one=1, other=2, nodes=(0, 1, 2))]
    """

    ahead: Adjacency
    behind: Mapping[int, Sequence[int]]
    """For each node those that lead to it."""
    place: Sequence[int]
    """For each node its place by name, which decides between paths of one length."""
    homes: Bits
    """For each node the municipalities whose it is."""
    ends: Bits
    """The same of those nodes that a path may end at."""
    longest: int
    """How many steps are followed."""

    @classmethod
    def over(
        cls,
        ahead: Adjacency,
        place: Sequence[int],
        homes: Bits,
        longest: int,
        ends: Bits | None = None,
    ) -> Search:
        """A search along these steps, to whatever is somebody's unless `ends` says to what."""
        ends = homes if ends is None else ends
        return cls(ahead, reversed_of(ahead), place, homes, ends, longest)

    def layers(self, one: int, starts: Collection[int], every: int) -> list[dict[int, int]]:
        """After each number of steps the nodes that are reached first then, and for whom.

        A bit that is set says that a path leads there from what is not that municipality's, past
        nothing of it; what is the `one` municipality's is only begun at.
        """
        free_of = {node: every & ~self.homes.get(node, 0) for node in starts if node in self.ahead}
        layers = [{node: free for node, free in free_of.items() if free}]
        seen: dict[int, int] = {}
        while layers[-1] and len(layers) <= self.longest:
            reached: dict[int, int] = {}
            for node, bits in layers[-1].items():
                free = bits & ~(self.ends.get(node, 0) if len(layers) > 1 else 0)
                for other in self.ahead.get(node, ()) if free else ():
                    mine = self.homes.get(other, 0) & one
                    fresh = 0 if mine else free & ~seen.get(other, 0)
                    if fresh:
                        reached[other] = reached.get(other, 0) | fresh
            for node, bits in reached.items():
                seen[node] = seen.get(node, 0) | bits
            layers.append(reached)
        return layers

    def crossings(self, one: int, starts: Collection[int], every: int) -> Iterator[Crossing]:
        """For each thing of another municipality's that is reached the shortest path there.

        Of paths of one step all; of longer ones that which runs, from its end on, over what comes
        first by name.
        """
        layers = self.layers(one, starts, every & ~one)
        for depth, layer in enumerate(layers[1:], 1):
            for node, bits in layer.items():
                at = bits & self.ends.get(node, 0)
                while at:
                    other = at & -at
                    at ^= other
                    if depth > 1:
                        yield Crossing(one, other, self.path(layers, node, depth, other))
                        continue
                    yield from (
                        Crossing(one, other, (start, node))
                        for start in self.behind[node]
                        if layers[0].get(start, 0) & other
                    )

    def path(
        self, layers: Sequence[Mapping[int, int]], node: int, depth: int, other: int
    ) -> tuple[int, ...]:
        """The way back from a node that is reached for a municipality after so many steps."""
        found = [node]
        for at in range(depth - 1, -1, -1):
            before = (
                start
                for start in self.behind[found[-1]]
                if layers[at].get(start, 0) & other and not (at and self.ends.get(start, 0) & other)
            )
            found.append(min(before, key=self.place.__getitem__))
        return tuple(reversed(found))
