"""What stands for edges: a line for one, a strand or a bundle for several that are counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from graphtool.maps.content import Derived, Key, Spans
from graphtool.maps.layout.sheet import Route
from graphtool.maps.records import Assertion
from graphtool.maps.scene.changes import Change


class Joined(NamedTuple):
    """An edge that a line to or from a fold stands for, or that lies within one."""

    source: str
    target: str
    when: Spans = ()


Rest = Literal["drawn", "gathered", "placed", "waiting"]
"""How an edge is told while nobody asks for more: by a line of its own, in a strand, by where a
group stands; or not, until somebody asks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An edge as it is drawn, with every assertion behind it."""

    source: str
    target: str
    relation: str
    modality: str
    """How firmly it is said, by the strongest of its assertions."""
    assertions: tuple[Assertion, ...]
    derived: Derived
    when: Spans = ()
    """The moments at which it is shown; empty for always."""
    over: tuple[tuple[int, int, Derived], ...] = ()
    """What is derived in each stretch of moments, where it is not always the same."""
    change: Change | None = None
    corners: Route = ()
    """From source to target; empty for a line drawn straight, bowed a little."""
    rest: Rest = "drawn"
    counts: tuple[int, ...] = (1,)
    """How many edges it stands for at each moment, more than one where an end is folded; once
    where it is always the same."""
    each: tuple[Joined, ...] = ()
    """Those edges, where an end is folded."""
    places: tuple[int, ...] = ()
    """The scene's places whose tie it is: a filter by one of them keeps both of its ends."""

    @property
    def key(self) -> Key:
        """What tells it from all others."""
        return self.source, self.target, self.relation

    @property
    def count(self) -> int:
        """How many edges it stands for in all of time; one that only some years have is one."""
        return max(1, self.counts[0])

    @property
    def is_lasting(self) -> bool:
        """Whether all of time has it, or only some of the years."""
        return not self.when or self.when[0][0] == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Strand:
    """Edges between two hulls, drawn as one line with their count while nobody asks for one."""

    ends: tuple[int, int]
    """The hulls, by their places in the scene's list."""
    edges: tuple[Key, ...]
    corners: Route
    """From border to border."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """Edges of one relation between two of which one is a group, counted."""

    source: str
    target: str
    relation: str
    count: int
    kinds: tuple[tuple[int, int, int], ...] = ()
    """Places of two kinds in the vocabulary, and how many edges join such; empty if not counted."""
    each: tuple[Joined, ...] = ()
    """Those edges, where they lie within a fold."""

    @property
    def key(self) -> Key:
        """What tells it from all others."""
        return self.source, self.target, self.relation
