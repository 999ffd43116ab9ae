"""Which municipalities need a resource, over how many steps, and by which way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphtool.queries.links import Adjacency, reversed_of


class Needs:
    """What leads to a thing, walked backwards from it.

    >>> from graphtool.queries.links import Hop
    >>> ahead = {0: {1: Hop(0, forward=True)}, 1: {2: Hop(1, forward=True)}}
    >>> needs = Needs(ahead, [0, 1, 2], own={0: 0b01}, longest=4)
    >>> needs.of(2), needs.way(2, 0b01, 0b10), needs.way(2, 0b10, 0b01)
    (1, (0, 1, 2), ())
    """

    def __init__(
        self, ahead: Adjacency, place: Sequence[int], own: Mapping[int, int], longest: int
    ) -> None:
        """`own` has for each node the bits of the municipalities whose it is, see `homes`."""
        self._ahead, self._behind = ahead, reversed_of(ahead)
        self._place, self._own, self._longest = place, own, longest
        self._found: dict[tuple[int, int, int], tuple[int, ...]] = {}
        self._latest: tuple[int, list[set[int]]] = (-1, [])

    def of(self, thing: int) -> int:
        """The bits of the municipalities of which something needs it."""
        bits = 0
        for layer in self._freely(thing):
            for node in layer:
                bits |= self._own.get(node, 0)
        return bits

    def way(self, thing: int, one: int, other: int) -> tuple[int, ...]:
        """The nodes from what is the one's to the thing, past nothing of the other's; or ().

        The shortest, then that which begins, and goes on, at what comes first by name.
        """
        shortest = self._way(thing, one, 0)
        if shortest and any(self._own.get(node, 0) & other for node in shortest[:-1]):
            return self._way(thing, one, other)
        return shortest

    def _way(self, thing: int, one: int, past: int) -> tuple[int, ...]:
        key = thing, one, past
        if key not in self._found:
            self._found[key] = self._walked(thing, one, past)
        return self._found[key]

    def _walked(self, thing: int, one: int, past: int) -> tuple[int, ...]:
        layers = self._layers(thing, past) if past else self._freely(thing)
        for depth, layer in enumerate(layers):
            starts = [node for node in layer if self._own.get(node, 0) & one]
            if starts:
                found = [min(starts, key=self._place.__getitem__)]
                for nearer in reversed(layers[:depth]):
                    # The steps ahead are in the order of names.
                    found.append(next(node for node in self._ahead[found[-1]] if node in nearer))
                return (*found, thing)
        return ()

    def _freely(self, thing: int) -> list[set[int]]:
        if self._latest[0] != thing:
            self._latest = thing, self._layers(thing, 0)
        return self._latest[1]

    def _layers(self, thing: int, past: int) -> list[set[int]]:
        """What leads to the thing in one step, in two and so on, past nothing of `past`."""
        seen, front, layers = {thing}, {thing}, []
        for _ in range(self._longest):
            front = {
                node
                for at in front
                for node in self._behind.get(at, ())
                if node not in seen and not self._own.get(node, 0) & past
            }
            if not front:
                break
            seen |= front
            layers.append(front)
        return layers
