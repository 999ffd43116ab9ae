"""What a view shows of a graph, before anything is placed: which nodes, which edges, what together.

Light on purpose: the same view is drawn for every year of the slider, and what is known of a node
or an edge is looked up once for all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from graphtool.language import Text

if TYPE_CHECKING:
    from graphtool.maps.records import Assertion

Key = tuple[str, str, str]
"""Source id, target id and relation of an edge."""
Spans = tuple[tuple[int, int], ...]
"""First and last moment of each stretch of time in which something is shown."""
TIE = "TIE"
"""Name of the derived relation between two that share an activity."""


def is_there(when: Spans, moment: int) -> bool:
    """Whether a node or an edge is shown at that stop of the slider; 0 is all of time.

    >>> is_there((), 3), is_there(((0, 1), (4, 5)), 3)
    (True, False)
    """
    return not when or any(first <= moment <= last for first, last in when)


class Group(NamedTuple):
    """Nodes that are to stand together."""

    members: tuple[str, ...]
    title: Text | None = None
    root: str = ""
    """The member that heads it; empty for none."""


@dataclass(frozen=True, slots=True)
class Derived:
    """What a view works out of an edge, beside what its assertions say."""

    weight: float = 0.0
    """How much two share; 0 for an edge that is stated."""
    shared: tuple[str, ...] = ()
    """The activities that two share."""
    modality: str = ""
    """How firm a derived edge is; empty for as its assertions say."""
    circular: bool = False
    """Whether it runs in a circle of dependencies."""
    said: tuple[Assertion, ...] = ()
    """What a derived edge rests on where it is no tie, step by step."""


@dataclass(frozen=True, slots=True)
class Participation:
    """Where it stands that somebody takes part in an activity; empty where it is not said."""

    document: str = ""
    line: int = 0
    quote: str = ""
    through: str = ""
    """The name of who takes part for the party."""


@dataclass(frozen=True, slots=True)
class Activity:
    """What ties rest on."""

    name: str
    """Empty where a source says of two that they work together."""
    who: Mapping[str, Participation]
    """Who takes part, by id."""


@dataclass(frozen=True)
class Content:
    """The nodes and edges of a view; both may be empty."""

    nodes: tuple[str, ...] = ()
    """Ids in the graph's order."""
    edges: Mapping[Key, Derived] = field(default_factory=dict)
    groups: tuple[Group, ...] = ()
    """Empty where the layout is to find its own."""
    activities: Mapping[str, Activity] = field(default_factory=dict)
    """What ties rest on, by id."""

    @property
    def is_derived(self) -> bool:
        """Whether any of its edges is a tie that a query works out."""
        return any(edge.weight for edge in self.edges.values())

    @property
    def inferred(self) -> int:
        """How many of its edges are no ties, and stand in no source either."""
        return sum(bool(edge.said) for edge in self.edges.values())

    def keeping(self, is_kept: Callable[[str], bool]) -> Content:
        """Only the nodes that are kept, the edges between them, and what they take part in."""
        kept = set(filter(is_kept, self.nodes))
        return replace(
            self,
            nodes=tuple(node for node in self.nodes if node in kept),
            edges={k: extra for k, extra in self.edges.items() if k[0] in kept and k[1] in kept},
            groups=tuple(
                group._replace(members=members, root=group.root if group.root in kept else "")
                for group in self.groups
                if (members := tuple(m for m in group.members if m in kept))
            ),
            activities={
                name: replace(activity, who=who)
                for name, activity in self.activities.items()
                if (who := {at: said for at, said in activity.who.items() if at in kept})
            },
        )
