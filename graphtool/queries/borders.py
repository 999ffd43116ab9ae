"""Reasons why a municipality depends on another, and what of the graph they are looked for in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from graphtool.graph.belonging import RELATIONS as BELONGING
from graphtool.queries.homes import COMMON, Homes
from graphtool.queries.links import WEAKEST, Adjacency, Hop, Names, best_said, turned

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph


NEEDING = ("DEPENDS_ON",)
SERVING = ("PART_OF", "CONTRIBUTES_TO", "IMPLEMENTS", "BASED_ON")
"""Relations by which the source serves the target, or carries it out."""
FUNDING = ("FUNDS",)
JOINING = ("MEMBER_OF", "PARTICIPATES_IN", "ADOPTED")
"""Relations by which a party has put its trust in something that others may run."""
RUNNING = ("LEADS", "HOSTS", "COORDINATES", "RESPONSIBLE_FOR")
"""Relations by which a party runs it."""
READS = tuple(dict.fromkeys(NEEDING + SERVING + FUNDING + JOINING + RUNNING + BELONGING + COMMON))
SERVED = ("Plan", "FocusArea", "Strategy", "Goal", "Programme", "Project", "Measure")
DOING = ("Plan", "Programme", "Project", "Measure")
"""Kinds of what is done: by those who hold it, somebody else's goal or plan is carried out."""
AIMS = ("FocusArea", "Strategy", "Goal")
"""Kinds that what they are part of is to carry out, where that is a whole that is done."""
WHOLES = ("Plan", "Programme", "Project")


class Reason(NamedTuple):
    """A path by which one municipality depends on another."""

    one: int
    other: int
    """Positions of the municipalities."""
    dependent: int
    """What it is of the one that depends."""
    needed: int
    """What it depends on."""
    path: tuple[Hop, ...]
    """From the one municipality to the other."""
    cited: Hop
    steps: int
    """Steps between what is the one's and what is the other's."""
    third: tuple[int, ...] = ()
    """Whose the shared resource is, if it is neither's."""
    inferred: bool = True
    """Whether no source says it, however each step is said."""


class Borders:
    """What is asked: the graph of a day, and which municipalities, how well said, how far.

    >>> from graphtool.graph import examples
    >>> asked = Borders(examples.three_in_a_row(), longest=4, ends=(0, -1))  # of a alone, on any
    >>> list(asked.pairs(0b111, 0b110)), asked.of_kinds(("Municipality",))
    ([(0, 1), (0, 2)], {0, 1, 2})
    >>> ahead = asked.along(("COLLABORATES_WITH",))
    >>> asked.path(0, (ahead[0][1],), 1, ends=(0, 1))  # what depends and what is needed are they
    (Hop(edge=0, forward=True),)
    """

    def __init__(
        self,
        graph: PlanGraph,
        *,
        weakest: int = WEAKEST,
        longest: int,
        ends: tuple[int, int],
        homes: type[Homes] = Homes,
    ) -> None:
        """`ends` are positions of the one and the other municipality, -1 for any.

        With other `homes` they are whatever these are: parties that are organisations.
        """
        self.graph, self.weakest, self.longest = graph, weakest, longest
        self.names = Names(graph)
        self.homes = homes(graph, self.names)
        ones, others = (self.homes.all if at < 0 else self.homes.bit(at) for at in ends)
        self.ones, self.others = ones, others

    def pairs(self, one: int, other: int) -> Iterator[tuple[int, int]]:
        """Each municipality of the one number with each of the other's, as far as asked for."""
        for mine in self.homes.of_bits(one & self.ones):
            yield from ((mine, theirs) for theirs in self.homes.of_bits(other & self.others))

    def along(self, relations: tuple[str, ...], *, back: bool = False) -> Adjacency:
        """Where these relations lead, or what leads by them."""
        rows = best_said(self.graph, self.graph.related(*relations), weakest=self.weakest)
        return self.names.adjacency((rows, not back))

    def of_kinds(self, kinds: tuple[str, ...]) -> set[int]:
        """Positions of the nodes of these kinds."""
        return set(self.graph.of_kind(*kinds).index.tolist())

    @cached_property
    def needs(self) -> Adjacency:
        """What depends on what."""
        return self.along(NEEDING)

    def path(self, one: int, between: tuple[Hop, ...], other: int, ends: tuple[int, int]) -> Path:
        """The whole path: from a municipality to its own, on to the other's, and home to that."""
        mine, theirs = self.homes.way(ends[0], one), self.homes.way(ends[1], other)
        return (*mine, *between, *turned(theirs))


Path = tuple[Hop, ...]


def own_of(homes: Mapping[int, int], within: set[int] | None = None) -> dict[int, list[int]]:
    """For the bit of each municipality what is its own, or those of it that are among others.

    >>> own_of({5: 0b01, 6: 0b11}), own_of({5: 0b01, 6: 0b11}, within={6})
    ({1: [5, 6], 2: [6]}, {1: [6], 2: [6]})
    """
    found: dict[int, list[int]] = {}
    for node, bits in homes.items():
        left = bits if within is None or node in within else 0
        while left:
            bit = left & -left
            left ^= bit
            found.setdefault(bit, []).append(node)
    return found
