"""What a picture of a graph is made of: symbols, cards, lines, hulls, words, and the evidence.

A `Scene` is one view with everything placed; a `Map` is all scenes of a file. Whatever draws (the
page, a slide, a picture) reads these and nothing else: `wire` writes them for the page. Lengths
are pixels at zoom 1, y downwards; words are in three languages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from graphtool.findings import Finding
from graphtool.graph import Fact
from graphtool.language import Language, Text
from graphtool.maps.content import Activity, Participation
from graphtool.maps.layout.sheet import Heading, Route
from graphtool.maps.records import Assertion, Document, Node
from graphtool.maps.scene.changes import Change, Row
from graphtool.maps.scene.lines import Bundle, Joined, Line, Rest, Strand
from graphtool.maps.scene.surroundings import Area, Groups, Hull, Part, Place, Tint
from graphtool.maps.scene.symbols import Card, Fold, Head, Member, Room, Symbol
from graphtool.maps.story.steps import Step
from graphtool.maps.style import Theme, fill

__all__ = [
    "Area",
    "Bundle",
    "Card",
    "Change",
    "Fold",
    "Groups",
    "Head",
    "Hull",
    "Joined",
    "Line",
    "Map",
    "Member",
    "Part",
    "Place",
    "Rest",
    "Room",
    "Row",
    "Scene",
    "Shown",
    "Strand",
    "Symbol",
    "Tint",
]


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
    narrowed: Text | None
    """Which municipalities it is cut down to, and how much is left out; None where it is not."""
    scenes: tuple[Scene, ...]
    parts: tuple[Scene, ...]
    """Scenes of groups, opened from the others."""
    findings: tuple[Shown, ...] | None
    """None where the graph is too large for them."""
    story: tuple[Step, ...]
    documents: Mapping[str, Document]
