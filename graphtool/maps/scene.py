"""What a picture of a graph is made of: symbols, cards, lines, hulls, words, and the evidence.

A `Scene` is one view with everything placed; a `Map` is all scenes of a file. Whatever draws (the
page, a slide, a picture) reads these and nothing else: `wire` writes them for the page. Lengths
are pixels at zoom 1, y downwards; words are in three languages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from graphtool import schema
from graphtool.findings import Finding
from graphtool.graph import Fact
from graphtool.language import Language, Text
from graphtool.maps.content import Activity, Derived, Key, Participation, Spans
from graphtool.maps.layout.sheet import Heading, Route
from graphtool.maps.records import Assertion, Document, Node
from graphtool.maps.story.steps import Step
from graphtool.maps.style import BADGES, Theme, fill


class Row(NamedTuple):
    """One thing that changed: None stands for nothing."""

    field: str
    before: Text | Assertion | str | float | None
    after: Text | Assertion | str | float | None
    about: str = ""
    """Of a fact, its property."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a node or an edge since the version that the map is compared with."""

    change: str
    """`added`, `removed` or `changed`."""
    was: tuple[Row, ...] = ()
    """Of what changed, each thing that did."""


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


class Joined(NamedTuple):
    """An edge that a line to or from a fold stands for, or that lies within one."""

    source: str
    target: str
    when: Spans = ()


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

    @property
    def badge(self) -> tuple[str, str] | None:
        """Small sign and use of colour beside it, where nobody answers for it."""
        return BADGES.get(self.grade)


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


Rest = Literal["drawn", "gathered", "placed", "waiting"]
"""How an edge is told while nobody asks for more: by a line of its own, in a strand, by where a
group stands; or not, until somebody asks."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Hull:
    """What is drawn around nodes that stand together: a box, or an outline."""

    x: float
    y: float
    width: float
    height: float
    members: tuple[str, ...]
    root: str = ""
    """The member whose name heads it; empty where its title does."""
    title: Text | None = None
    is_cluster: bool = False
    """Members stand as a network with words below each, not as rows of an outline."""
    inside: int = -1
    """Place in the list of the hull that it stands in; -1 for none."""
    depth: int = 0
    """In how many other hulls it stands."""
    outline: Route = ()
    """Corners to draw instead of the box; empty for the box."""


class Area(NamedTuple):
    """The border of a place, behind everything."""

    node: str
    """Empty for a place that is not on the map."""
    rings: tuple[Route, ...]


class Place(NamedTuple):
    """A municipality or region by which the map can be narrowed."""

    node: Node
    years: str = ""


class Tint(NamedTuple):
    """What a colour stands for, and the colour by theme."""

    label: Text
    light: str
    dark: str
    bw: str


class Groups(NamedTuple):
    """How the cards of a scene were found, and what they hold."""

    rule: Text
    nodes: int
    edges: int
    held: int | None = None
    """How many nodes the map has one by one, in all scenes; said of the first."""


class Part(NamedTuple):
    """Of which scene this one is a part."""

    above: str
    is_trimmed: bool | None = None
    """Whether of several assertions only the strongest is here; None where there are none."""
    opened: tuple[str, ...] = ()
    """The nodes that were folded there; () where a group was opened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One view of a graph, placed."""

    name: str
    title: Text
    purpose: Text
    symbols: tuple[Symbol, ...] = ()
    cards: tuple[Card, ...] = ()
    lines: tuple[Line, ...] = ()
    bundles: tuple[Bundle, ...] = ()
    strands: tuple[Strand, ...] = ()
    """What is gathered at rest."""
    hulls: tuple[Hull, ...] = ()
    headings: tuple[Heading, ...] = ()
    areas: tuple[Area, ...] = ()
    grid: tuple[Route, ...] = ()
    """Lines between the rows and columns of a matrix, whose edges are signs where the row of the
    source meets the column of the target; empty for what is none."""
    width: float
    height: float
    places: tuple[Place, ...] = ()
    activities: Mapping[str, Activity] = field(default_factory=dict)
    """What ties rest on, by id."""
    stops: tuple[str, ...] = ()
    """Years of the slider; moment 0 is all of time, 1 the first of these."""
    successions: tuple[tuple[str, str], ...] = ()
    """Who came after whom, by ids."""
    tints: Mapping[str, Tint] = field(default_factory=dict)
    """What colours stand for, by key; {} where they stand for kinds."""
    sizes: Text | None = None
    """What sizes stand for; None for nothing."""
    total: tuple[int, int]
    """Nodes and edges of what it is a view of."""
    is_compared: bool = False
    groups: Groups | None = None
    part: Part | None = None

    @property
    def ids(self) -> set[str]:
        """What stands on it, nodes and cards."""
        return {symbol.node.id for symbol in self.symbols} | {card.id for card in self.cards}

    @property
    def folded(self) -> dict[str, str]:
        """By the id of each node that is folded, that of the symbol that stands for it."""
        folds = ((each.node.id, each.fold) for each in self.symbols)
        return {member: id_ for id_, fold in folds if fold for member in fold.members}

    @property
    def cited(self) -> set[str]:
        """The documents that anything on it rests on."""
        changes = [*(each.change for each in self.symbols), *(each.change for each in self.lines)]
        rows = [row for change in changes if change for row in change.was]
        sides = [side for row in rows for side in (row.before, row.after)]
        nodes = [symbol.node for symbol in self.symbols]
        found: list[Assertion | Node | Fact | Participation] = [
            *nodes,
            *(fact for node in nodes for fact in node.facts),
            *(said for line in self.lines for said in line.assertions),
            *(side for side in sides if isinstance(side, Assertion)),
            *(said for each in self.activities.values() for said in each.who.values()),
        ]
        return {each.document for each in found} - {""}

    def behind(self, line: Line) -> Iterator[Assertion | Participation]:
        """What a line rests on: its assertions, or that both take part in what they share."""
        yield from line.assertions
        for name in line.derived.shared:
            if activity := self.activities.get(name):
                yield from (activity.who[end] for end in line.key[:2] if end in activity.who)

    def fill(self, symbol: Symbol, theme: Theme) -> str:
        """The colour of a symbol, `#rrggbb`."""
        if symbol.tint is None:
            return fill(symbol.node.kind, theme)
        colour: str = getattr(self.tints[symbol.tint], theme)
        return colour


class Shown(NamedTuple):
    """A finding, and of how many of its nodes each scene has one, the best for it first."""

    finding: Finding
    scenes: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """All scenes of a file, the one that is opened first, and what is said of them all."""

    title: Text
    lang: Language
    theme: Theme
    as_of: str
    """The day of the map; empty for all of time."""
    notes: tuple[Text, ...]
    unread: tuple[Text, ...]
    """What of the source was not read or not understood."""
    why: Text | None
    """Why it opens in its first scene; None where that was asked for."""
    before: Text | None
    """What it is compared with; None where it is not."""
    scenes: tuple[Scene, ...]
    parts: tuple[Scene, ...]
    """Scenes of groups, opened from the others."""
    findings: tuple[Shown, ...] | None
    """None where the graph is too large for them."""
    story: tuple[Step, ...]
    documents: Mapping[str, Document]
