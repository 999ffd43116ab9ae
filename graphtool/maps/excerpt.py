"""What of a scene is shown, and what stands out: all of it, or what a step of a story asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from graphtool.algorithms.geometry import boxes
from graphtool.algorithms.geometry.boxes import Box
from graphtool.algorithms.geometry.hull import convex
from graphtool.maps import folding, presentation
from graphtool.maps.content import Key, is_there
from graphtool.maps.scene import Bundle, Card, Hull, Line, Map, Scene, Strand, Symbol
from graphtool.maps.story.steps import State
from graphtool.maps.style import THEMES

if TYPE_CHECKING:
    import networkx as nx

    from graphtool.findings import Finding

READABLE, LEAST, NEAR = 1500.0, 700.0, 50.0
"""Width of a scene that is read as a whole; of a part of one, at least; and the air around it."""
SCREEN = 1.6
"""Width of a picture's room by its height."""
AROUND, BELOW = 22.0, 12.0
"""From a symbol's centre to the border of its group: at its left, and beside words below it."""


@dataclass(frozen=True, slots=True)
class Emphasis:
    """What stands out; all else steps back."""

    nodes: frozenset[str]
    edges: frozenset[Key]


@dataclass(frozen=True, kw_only=True)
class Excerpt:
    """What of a scene is shown."""

    scene: Scene
    symbols: tuple[Symbol, ...]
    cards: tuple[Card, ...]
    lines: tuple[Line, ...]
    bundles: tuple[Bundle, ...]
    hulls: tuple[Hull, ...]
    """Those of which something is left, drawn in to that."""
    moment: int = 0
    """Stop of the slider; 0 is all of time."""
    emphasis: Emphasis | None = None
    heads: frozenset[str] = field(default_factory=frozenset)
    """Whose names head a group."""
    is_part: bool = False
    """Whether only what lies around something is left."""

    @cached_property
    def hull_of(self) -> Mapping[str, Hull]:
        """The group that a node stands in, by its id."""
        return {member: hull for hull in self.hulls for member in hull.members}

    @cached_property
    def beside(self) -> Mapping[tuple[str, str], tuple[Line, ...]]:
        """All lines between two nodes, by their ids in order."""
        found: dict[tuple[str, str], list[Line]] = {}
        for line in self.lines:
            found.setdefault(pair(line), []).append(line)
        return {ends: tuple(lines) for ends, lines in found.items()}

    @cached_property
    def drawn(self) -> tuple[Line, ...]:
        """Those that are lines of their own: at rest, or because they stand out."""
        return tuple(
            line for line in self.lines if line.rest == "drawn" or line.key in self._strong
        )

    @cached_property
    def waiting(self) -> frozenset[Key]:
        """Those that nothing tells: what would be lost in a crowd and nobody asked for."""
        untold = ("waiting", "gathered") if self.is_part else ("waiting",)
        return frozenset(line.key for line in self.lines if line.rest in untold) - self._strong

    @cached_property
    def strands(self) -> tuple[tuple[Strand, int], ...]:
        """What is gathered between boxes, and of how many lines; nothing in a part of a scene."""
        if self.is_part:
            return ()
        gathered = (line for line in self.lines if line.rest == "gathered")
        left = {line.key: line.count for line in gathered if line.key not in self._strong}
        counted = (
            (strand, sum(left.get(key, 0) for key in strand.edges)) for strand in self.scene.strands
        )
        return tuple((strand, count) for strand, count in counted if count)

    @property
    def _strong(self) -> frozenset[Key]:
        return self.emphasis.edges if self.emphasis else frozenset()

    @cached_property
    def at(self) -> Mapping[str, Symbol]:
        """Symbols by their node's id."""
        return {symbol.node.id: symbol for symbol in self.symbols}

    def grade(self, symbol: Symbol) -> str:
        """How nearly somebody answers for it at the moment."""
        return symbol.grades[self.moment] if symbol.grades else symbol.grade

    def stands_back(self, node: str) -> bool:
        """Whether others stand out and this does not."""
        return self.emphasis is not None and node not in self.emphasis.nodes

    @property
    def year(self) -> str:
        """The year of the moment; empty for all of time."""
        return self.scene.stops[self.moment - 1] if self.moment else ""

    def box(self) -> Box:
        """Around everything, words included, in the scene's coordinates."""
        scene = self.scene
        if scene.grid:
            return Box(0.0, 0.0, scene.width, scene.height)
        found = [Box(hull.x, hull.y, hull.width, hull.height) for hull in self.hulls]
        found += [room(each) for each in self.symbols if each.node.id not in self.hull_of]
        found += [Box(c.x - c.width / 2, c.y - c.height / 2, c.width, c.height) for c in self.cards]
        found += [Box(head.x, head.y, head.width, 20.0) for head in scene.headings]
        routes = [line.corners for line in self.drawn if line.corners]
        routes += [strand.corners for strand, _ in self.strands]
        found += [boxes.of_points(route).grown(4.0) for route in routes]
        found += [boxes.of_points(ring) for area in scene.areas for ring in area.rings]
        return boxes.around(found) or Box(0, 0, 100, 100)


def pair(line: Line | Bundle) -> tuple[str, str]:
    """The two that a line joins, in order."""
    return (line.source, line.target) if line.source < line.target else (line.target, line.source)


def room(symbol: Symbol) -> Box:
    """A symbol with the room for its words."""
    width, height, below = symbol.room
    if below:
        return Box(symbol.x - width / 2, symbol.y - 20, width, height + 36)
    return Box(symbol.x - 20, symbol.y - height / 2, width + 40, max(height, 20.0))


def whole(scene: Scene) -> Excerpt:
    """All of a scene."""
    return excerpt(scene, State(), ())


def of_step(made: Map, state: State) -> Excerpt:
    """What a step of the map's story shows, in the scene that it names."""
    scene = next(scene for scene in (*made.scenes, *made.parts) if scene.name == state.view)
    return excerpt(scene, state, [each.finding for each in made.findings or ()])


def themed(made: Map, state: State) -> Map:
    """The map in the colours that a step asks for."""
    theme = next((known for known in THEMES if known == state.theme), made.theme)
    return replace(made, theme=theme)


def excerpt(scene: Scene, state: State, told: Sequence[Finding]) -> Excerpt:
    """What of the scene is shown in this state; `told` are the findings that it may point at."""
    visible = presentation.visible(state, scene)
    stops = scene.stops
    moment = max(1, sum(stop <= state.year for stop in stops)) if state.year and stops else 0
    lines = tuple(line for line in scene.lines if visible.has_edge(*line.key))
    emphasis = _emphasis(state, visible, told, scene.folded)
    rows = {row for row, p in enumerate(scene.places) if p.node.id in state.municipalities}
    symbols = [folding.left(each, rows) for each in scene.symbols if each.node.id in visible]
    now = [_at(line, moment) for line in lines]
    return Excerpt(
        scene=scene,
        symbols=tuple(symbols),
        cards=tuple(card for card in scene.cards if card.id in visible),
        lines=tuple(_left(now, symbols, moment) if rows else now),
        bundles=tuple(each for each in scene.bundles if visible.has_edge(*each.key)),
        hulls=_hulls(scene, set(visible)),
        moment=moment,
        emphasis=emphasis,
        heads=frozenset(hull.root for hull in scene.hulls if hull.root),
    )


def around(whole: Excerpt) -> Excerpt:
    """Only what lies around what stands out, where that is a part of a scene too large to read."""
    emphasis, scene = whole.emphasis, whole.scene
    strong = [each for each in whole.symbols if emphasis and each.node.id in emphasis.nodes]
    if scene.grid or not strong or max(scene.width, scene.height * SCREEN) <= READABLE:
        return whole
    found = boxes.around(map(room, strong)) or room(strong[0])
    wide, high = (
        max(NEAR, (LEAST - found.width) / 2),
        max(NEAR, (LEAST / SCREEN - found.height) / 2),
    )
    view = Box(found.x - wide, found.y - high, found.width + 2 * wide, found.height + 2 * high)
    kept = {each.node.id for each in whole.symbols if view.holds(room(each))}
    kept |= {each.node.id for each in strong}
    return replace(
        whole,
        symbols=tuple(each for each in whole.symbols if each.node.id in kept),
        lines=tuple(line for line in whole.lines if {line.source, line.target} <= kept),
        hulls=_hulls(scene, kept),
        is_part=True,
    )


def _at(line: Line, moment: int) -> Line:
    """The line with what is derived at the moment, where it is not always the same."""
    for first, last, derived in line.over if moment else ():
        if first <= moment <= last:
            return replace(line, derived=derived, modality=derived.modality or line.modality)
    return line


def _left(lines: Iterable[Line], symbols: Sequence[Symbol], moment: int) -> Iterator[Line]:
    """The lines with the edges that have both ends among what is left of these symbols."""
    kept = {
        id_ for each in symbols for id_ in (each.fold.members if each.fold else (each.node.id,))
    }
    for line in lines:
        ends = [one for one in line.each if {one.source, one.target} <= kept]
        count = sum(is_there(one.when, moment) for one in ends)
        if line.each and count:
            yield replace(line, counts=(count,))
        elif not line.each:
            yield line


def _emphasis(
    state: State, visible: nx.MultiDiGraph[str], told: Iterable[Finding], stands: Mapping[str, str]
) -> Emphasis | None:
    """What a state points at, as far as it is shown; None where it points at nothing."""
    import networkx as nx

    edges = list(visible.edges(keys=True))
    if state.path:
        way = nx.shortest_path(visible.to_undirected(as_view=True), *state.path)
        steps = {frozenset(step) for step in pairwise(way)}
        kept = [edge for edge in edges if frozenset(edge[:2]) in steps]
        return Emphasis(frozenset(way), frozenset(kept))
    if state.edge:
        return Emphasis(frozenset(state.edge[:2]), frozenset([state.edge]))
    if state.node:
        near = nx.single_source_shortest_path_length(
            visible.to_undirected(as_view=True), state.node, cutoff=state.steps
        )
        kept = [
            edge
            for edge in edges
            if all(end in near for end in edge[:2])
            and min(near[end] for end in edge[:2]) < state.steps
        ]
        return Emphasis(frozenset(near), frozenset(kept))
    found = next((one for one in told if one.key == state.finding), None)
    return _of_finding(found, visible, stands) if found else None


def _of_finding(
    found: Finding, visible: nx.MultiDiGraph[str], stands: Mapping[str, str]
) -> Emphasis | None:
    """What is shown of a finding: its nodes, else the ends of its edges; what is folded as that."""
    keys = [(stands.get(s, s), stands.get(t, t), relation) for s, t, relation in found.edges]
    ends = [end for key in keys for end in key[:2]]
    about = [stands.get(node, node) for node in found.nodes]
    nodes = frozenset(node for node in (about or ends) if node in visible)
    edges = frozenset(key for key in keys if visible.has_edge(*key))
    return Emphasis(nodes, edges) if nodes else None


def _hulls(scene: Scene, visible: set[str]) -> tuple[Hull, ...]:
    """The groups of which something is left, each drawn in to what is."""
    drawn = (_shown(scene, at, visible) for at in range(len(scene.hulls)))
    return tuple(hull for hull in drawn if hull is not None)


def _shown(scene: Scene, at: int, visible: set[str]) -> Hull | None:
    """The group as far as it is filled; None where nothing is left."""
    hull = scene.hulls[at]
    members = tuple(member for member in hull.members if member in visible)
    inner = [place for place, other in enumerate(scene.hulls) if other.inside == at]
    within = [found for place in inner if (found := _shown(scene, place, visible))]
    if len(members) == len(hull.members) and len(within) == len(inner):
        return hull
    rooms = [_around(each) for each in scene.symbols if each.node.id in set(members)]
    rooms += [Box(one.x, one.y, one.width, one.height).grown(8.0) for one in within]
    if not rooms:
        return None
    if hull.title:
        rooms.append(Box(hull.x, hull.y, min(hull.width, 120.0), 24.0))
    box = boxes.around(rooms) or rooms[0]
    outline = convex([corner for each in rooms for corner in each.corners])
    return replace(
        hull,
        members=members,
        x=box.x,
        y=box.y,
        width=box.width,
        height=box.height,
        outline=outline if hull.outline else (),
    )


def _around(symbol: Symbol) -> Box:
    """A symbol with its words and the air to its group's border."""
    width, height, below = symbol.room
    if below:
        return Box(symbol.x - width / 2 - BELOW, symbol.y - AROUND, width + 2 * BELOW, height + 36)
    return Box(symbol.x - AROUND, symbol.y - height / 2 - 6, width + AROUND + 24, height + 12)
