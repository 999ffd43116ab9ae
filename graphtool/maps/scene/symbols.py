"""What stands for nodes: a symbol for one or for several that are folded, a card for a group."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from graphtool import schema
from graphtool.language import Text
from graphtool.maps.content import Spans
from graphtool.maps.records import Node
from graphtool.maps.scene.changes import Change


class Room(NamedTuple):
    """The room for a symbol's words: to its right and centred on it, or centred below it."""

    width: float
    height: float
    below: bool = False


class Member(NamedTuple):
    """What is known of a node that is folded, to say what a filter leaves of the fold."""

    kind: str
    places: tuple[int, ...] = ()
    """The scene's places that it concerns."""
    grades: tuple[str, ...] = ("",)
    """How nearly somebody answers for it at each moment; once where it is always the same."""


class Fold(NamedTuple):
    """What a symbol stands for where several nodes are folded into one."""

    members: tuple[str, ...]
    """Their ids."""
    kinds: Mapping[str, int]
    """How many of each kind."""
    grades: tuple[Mapping[str, int], ...] = ()
    """Of how many which grade says how nearly somebody answers for them, at each moment; once
    where it is always the same."""
    opens: str = ""
    """The scene in which they stand one by one."""
    named: tuple[str, ...] = ()
    """The kinds that it is called by."""
    above: str = ""
    """The id of what all of them hang on; empty for nothing, or for different things."""
    each: tuple[Member, ...] = ()
    """The members in order."""


class Head(NamedTuple):
    """Where a node heads a column of a matrix: its symbol, and turned words that rise from it."""

    x: float
    y: float
    length: float
    """How long a line of the words may be."""
    across: float
    """The width of the column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbol:
    """A node where it stands, with what is known of it."""

    node: Node
    x: float
    y: float
    room: Room
    size: float = 1.0
    """How much larger than usual."""
    value: float | None = None
    """What the size stands for; None where sizes stand for nothing."""
    tint: str | None = None
    """Key of its colour in the scene's tints; None for the colour of its kind."""
    grade: str = ""
    """How nearly somebody answers for it; empty where somebody does."""
    grades: tuple[str, ...] = ()
    """The same at each moment, where it is not always the same."""
    change: Change | None = None
    when: Spans = ()
    """The moments at which it is shown; empty for always."""
    years: str = ""
    """What tells it from others of its name."""
    places: tuple[int, ...] = ()
    """The scene's places that it concerns."""
    head: Head | None = None
    """The column of a matrix that it heads, beside its row where it stands elsewhere."""
    fold: Fold | None = None
    """The nodes that it stands for; None for itself."""

    @property
    def count(self) -> int:
        """How many nodes it stands for."""
        return len(self.fold.members) if self.fold else 1

    @property
    def is_row(self) -> bool:
        """Whether its words stand at the right of its symbol, or below, not only over a column."""
        return self.head is None or (self.x, self.y) != self.head[:2]

    @property
    def words(self) -> Text:
        """What is written beside it, in each language."""
        more = f" ({self.years})" if self.years else ""
        return Text(*(name + more for name in self.node.words))

    @property
    def shape(self) -> str:
        """The name of its outline among `style.SHAPES`."""
        return schema.kind(self.node.kind).shape


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A group of nodes as a box, its middle where it stands."""

    id: str
    label: str
    names: Mapping[str, str]
    """By language, where they differ from the label."""
    kind: str
    find: str
    nodes: int
    """How many it holds."""
    kinds: Mapping[str, int]
    joined: int = 0
    """How many smaller groups are counted in it."""
    opens: str = ""
    """The scene that it opens into; empty for none."""
    shown: int = 0
    """How many of its nodes are shown one by one there."""
    x: float = 0.0
    y: float = 0.0
    width: float
    height: float
